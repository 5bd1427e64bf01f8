"""Amounts: accuracy on the development cases, speed and memory beside other tools.

    python benchmarks/amounts.py accuracy [--misses]    cases entirely right, by language and kind
    python benchmarks/amounts.py gold [--misses]        the annotated amounts of the corpus
    python benchmarks/amounts.py speed                  texts and characters per CPU second, memory
    python benchmarks/amounts.py growth                 cost of a text 100 times longer
    python benchmarks/amounts.py import                 time to import the module, and to compile it

``entirely right``: every span, value and unit of the case's kind, and nothing spurious. A case of
kind number asks for the numerals of all amounts. The cases say DOLLAR where the text only says
dollar; an ISO 4217 code of a currency of that name is the same answer.

``gold``: of the amounts annotated in this repository (the press articles hydrated), those found
with the same span, value, unit and comparator; what is found beside them in the annotated regions
is false. Lengths of time are compared in the unit of the fact, which the layer has (two hours are
120 min); a person counted may be an employee, and percentage points have the unit %.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

SHARED = Path(os.environ.get("VISAVIS_SHARED", Path(__file__).parents[2] / "shared"))
CASES = SHARED / "gold" / "amounts" / "dev.jsonl"
TOLERANCE = Decimal("1e-9")
FAMILIES = {
    "DOLLAR": {"USD"},
    "POUND": {"GBP"},
    "RUPEE": {"INR"},
    "FRANC": {"FRF", "CHF", "BEF"},
    "CENT": {"CENT"},
}
TOOLS = ["visavis", "text2num", "quantulum3", "price-parser"]
REPEATED_ROUNDS = 5


def cases() -> list[dict]:
    """Rows of the development gold."""
    if not CASES.exists():
        sys.exit(f"{CASES}: not there. Set VISAVIS_SHARED to the folder that holds gold/.")
    with CASES.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def answers(case: dict) -> list[tuple[int, int, Decimal, str | None]]:
    """What we find in a case that is of the case's kind, in the terms of the gold."""
    from visavis.text.amounts import find  # noqa: PLC0415
    from visavis.text.amounts.durations import SECONDS  # noqa: PLC0415

    result = find(case["text"], case["lang"])
    kind = case["type"]
    if kind == "number":
        return [(*a.numeral, a.value, None) for a in result]
    of_kind = [a for a in result if a.dimension == kind]
    if kind == "duration":
        return [(a.start, a.end, a.value * SECONDS[a.unit or ""], "second") for a in of_kind]
    return [(a.start, a.end, a.value, a.unit if kind == "money" else None) for a in of_kind]


def agrees(gold: dict, answer: tuple[int, int, Decimal, str | None]) -> bool:
    """Whether an answer has the span, the value and the unit of a gold row."""
    start, end, value, unit = answer
    if (start, end) != (gold["start"], gold["end"]):
        return False
    if gold["value"] is not None:
        wanted = Decimal(gold["value"])
        if abs(value - wanted) > TOLERANCE * max(abs(wanted), TOLERANCE):
            return False
    return gold["unit"] is None or unit == gold["unit"] or unit in FAMILIES.get(gold["unit"], ())


def misses(case: dict) -> list[str]:
    """What is wrong in a case; empty when it is entirely right."""
    text, result = case["text"], answers(case)
    wrong = []
    for gold in case["gold"]:
        right = [answer for answer in result if agrees(gold, answer)]
        if right:
            result.remove(right[0])
        elif not gold.get("optional"):
            wrong.append(
                f"missed {text[gold['start'] : gold['end']]!r} = {gold['value']} {gold['unit']}"
            )
    optional = [(g["start"], g["end"]) for g in case["gold"] if g.get("optional")]
    wrong += [
        f"found {text[start:end]!r} = {value} {unit}"
        for start, end, value, unit in result
        if not any(s <= start and end <= e for s, e in optional)
    ]
    return wrong


def accuracy(*, show: bool) -> None:
    """Print the share of cases entirely right, by language and kind."""
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for case in cases():
        wrong = misses(case)
        for kind in (case["type"], "all"):
            right[case["lang"], kind].append(not wrong)
        if wrong and show:
            print(f"{case['lang']} {case['type']}: {case['text'][:150]!r}\n    {'; '.join(wrong)}")
    for (lang, kind), results in sorted(right.items()):
        share = 100 * sum(results) / len(results)
        print(f"{lang} {kind:9} {sum(results):4} / {len(results):4}  {share:5.1f} %")


CORPUS = Path(__file__).parents[1]
ANNOTATED = {"headline", "subheading", "body"}
CORPUS_UNITS = {"person": "employee", "pp": "%"}
ROUNDED = Decimal("1e-5")


def rows(layer: str, article: str, lang: str) -> list[dict]:
    """Rows of one layer for one text."""
    path = CORPUS / "annotations" / layer / f"{article}.jsonl"
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in entries if row["lang"] == lang]


def differences(row: dict, amount) -> list[str]:  # noqa: ANN001
    """In which fields an amount found differs from the one annotated."""
    from visavis.text.amounts.durations import SECONDS, UCUM, in_unit  # noqa: PLC0415

    value, high = (Decimal(row[f]) if row.get(f) else None for f in ("value", "value_max"))
    wanted = UCUM.get(row.get("unit") or "", row.get("unit"))
    unit, result, found_high = amount.unit, amount.value, amount.value_max
    if wanted in SECONDS and unit in SECONDS:
        result = in_unit(result, unit, wanted)
        found_high = found_high and in_unit(found_high, unit, wanted)
        unit = wanted
    same = {
        "value": value is None or abs(result - value) <= ROUNDED * abs(value),
        "value_max": found_high == high,
        "unit": wanted in (unit, CORPUS_UNITS.get(unit or "")),
        "comparator": amount.comparator == row.get("comparator", "eq"),
    }
    return [field for field, right in same.items() if not right]


def gold(*, show: bool) -> None:
    """Print how many of the annotated amounts of the corpus are found as they are."""
    from visavis.text.amounts import find  # noqa: PLC0415

    for lang in ("fr", "en"):
        total = right = false = 0
        fields: dict[str, int] = defaultdict(int)
        for path in sorted((CORPUS / "annotations" / "amounts").glob("*.jsonl")):
            source = CORPUS / "raw" / lang / f"{path.stem}.txt"
            if not source.exists():
                print(f"{path.stem} {lang}: not hydrated, not counted")
                continue
            areas = [r for r in rows("regions", path.stem, lang) if r["type"] in ANNOTATED]
            by_key = {
                (a.start, a.end): a
                for a in find(source.read_bytes().decode(), lang)
                if any(r["start"] <= a.start and a.end <= r["end"] for r in areas)
            }
            for row in rows("amounts", path.stem, lang):
                amount = by_key.pop((row["start"], row["end"]), None)
                wrong = differences(row, amount) if amount else ["span"]
                total, right = total + 1, right + (not wrong)
                for field in wrong:
                    fields[field] += 1
                if wrong and show:
                    place = f"{path.stem} {lang} {row['start']}-{row['end']}"
                    print(f"{place}: {', '.join(wrong)} of {row.get('value')} {row.get('unit')}")
            false += len(by_key)
        wrong_fields = ", ".join(f"{field} {count}" for field, count in fields.items()) or "none"
        share = 100 * right / max(total, 1)
        print(f"{lang} {right:4} / {total:4}  {share:5.1f} %  false {false}  wrong: {wrong_fields}")


def reader(tool: str):  # noqa: ANN201
    """Function (text, lang) of a tool that finds amounts in a text."""
    if tool == "visavis":
        from visavis.text.amounts import find  # noqa: PLC0415

        return find
    if tool == "text2num":
        from text_to_num import alpha2digit  # noqa: PLC0415

        return alpha2digit
    if tool == "quantulum3":
        from quantulum3 import parser  # noqa: PLC0415

        return lambda text, _: parser.parse(text, classifier_path=None)
    from price_parser import Price  # noqa: PLC0415

    return lambda text, _: Price.fromstring(text)


def measure(tool: str) -> None:
    """Print texts and characters per CPU second of one tool, and its peak memory, as JSON."""
    import resource  # noqa: PLC0415

    read = reader(tool)
    short = [(case["text"], case["lang"]) for case in cases()]
    articles = [
        path.read_text(encoding="utf-8") for path in sorted((SHARED / "articles").glob("*.txt"))
    ]
    result: dict[str, object] = {"tool": tool}
    for name, texts in (("texts", short), ("characters", [(a, "fr") for a in articles])):
        rates, errors = [], 0
        for n in range(1 + REPEATED_ROUNDS):
            begin, rounds = time.process_time(), 0
            while time.process_time() - begin < 0.5:  # noqa: PLR2004
                for text, lang in texts:
                    try:
                        read(text, lang)
                    except Exception:  # noqa: BLE001
                        errors += n == 0
                rounds += 1
            spent = time.process_time() - begin
            size = len(texts) if name == "texts" else sum(len(text) for text, _ in texts)
            rates.append(rounds * size / spent)
        result[name] = round(sorted(rates[1:])[len(rates[1:]) // 2])
        result[f"{name}_errors"] = errors
    result["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    print(json.dumps(result))


def speed() -> None:
    """Run each tool in a process of its own, one after the other, and print the table."""
    print("tool          short texts/CPU s  article characters/CPU s  peak MB")
    for tool in TOOLS:
        run = subprocess.run(
            [sys.executable, __file__, "measure", "--tool", tool],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            print(f"{tool:12}  not measured: {run.stderr.strip().splitlines()[-1]}")
            continue
        row = json.loads(run.stdout)
        failed = row["texts_errors"] + row["characters_errors"]
        note = f"  ({failed} texts failed)" if failed else ""
        print(f"{tool:12}  {row['texts']:17,}  {row['characters']:24,}  {row['peak_mb']:7}{note}")


def growth() -> None:
    """Print what a text 100 times longer costs, in multiples of the text."""
    find = reader("visavis")
    sources = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted((SHARED / "articles").glob("*.txt"))
    }
    hard = {
        "1 " * 200: "digits",
        "de " * 200: "de",
        "mot " * 200: "words",
        "deux " * 200: "number words",
        "mille " * 200: "scales",
        "plus de " * 200: "modifiers",
        "un et demi " * 100: "halves",
        " " * 500 + "3": "spaces",
        "3-" * 300: "dashes",
        "deux virgule " * 100: "points",
        "12 euros et " * 100: "remainders",
    }
    for name, text in [*sources.items(), *((name, text) for text, name in hard.items())]:

        def cost(text: str) -> float:
            best = []
            for _ in range(3):
                begin, rounds = time.process_time(), 0
                while time.process_time() - begin < 0.2:  # noqa: PLR2004
                    find(text, "fr")
                    rounds += 1
                best.append((time.process_time() - begin) / rounds)
            return min(best)

        print(f"{name:28} {cost(text * 100) / cost(text):7.1f} times")


def starting() -> None:
    """Print the CPU time that importing the module, and compiling a language, takes."""
    code = (
        "import time; a = time.process_time(); import visavis.amounts; b = time.process_time();"
        "visavis.text.amounts.find('1', 'fr'); c = time.process_time();"
        "visavis.text.amounts.find('1', 'en'); d = time.process_time();"
        "print(1000 * (b - a), 1000 * (c - b), 1000 * (d - c))"
    )
    runs = [
        [
            float(x)
            for x in subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True
            ).stdout.split()
        ]
        for _ in range(11)
    ]
    imported, french, english = (sorted(column)[5] for column in zip(*runs, strict=True))
    print(
        f"CPU time: import {imported:.1f} ms; first French text {french:.0f} ms; "
        f"first English text {english:.0f} ms (median of 11)"
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "part", choices=["accuracy", "gold", "speed", "growth", "import", "measure"]
    )
    parser.add_argument("--misses", action="store_true", help="print each case that is not right")
    parser.add_argument("--tool", choices=TOOLS, default="visavis", help="for measure")
    args = parser.parse_args()
    if args.part == "accuracy":
        accuracy(show=args.misses)
    elif args.part == "gold":
        gold(show=args.misses)
    elif args.part == "measure":
        measure(args.tool)
    else:
        {"speed": speed, "growth": growth, "import": starting}[args.part]()


if __name__ == "__main__":
    main()
