"""Damage the corpus in many ways, at random places, and count which rules see it.

Prints a table, which docs/mutations.md keeps: `python benchmarks/mutations.py > docs/mutations.md`.
The articles of the corpus whose texts are open are copied, damaged once at a time and validated;
a class is caught at a place when something is found there that the clean copy has not. Rules that
warn are marked so; the status is that of the errors and warnings alike.
"""

import argparse
import hashlib
import json
import random
import re
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from visavis.corpus.articles import THIRD_PARTY
from visavis.corpus.layers import LAYERS
from visavis.validation.engine import rules_by_id
from visavis.validation.folder import check_folder

ROOT = Path(__file__).parents[1]
Row = dict[str, object]


class Damaged:
    """A copy of a corpus, to be damaged: its rows by file, its texts by path."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.folder, self.rng = folder, rng

    def rows(self, path: str) -> list[Row]:
        lines = (self.folder / path).read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def put(self, path: str, rows: list[Row]) -> None:
        lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
        (self.folder / path).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def files(self, layer: str) -> list[str]:
        result = (self.folder / "annotations" / layer).glob("*.jsonl")
        return sorted(p.relative_to(self.folder).as_posix() for p in result if p.stat().st_size)

    def edit(
        self, layer: str, wanted: Callable[[Row], object], change: Callable[[Row], object]
    ) -> None:
        """Change one row of a layer among those that are wanted."""
        places = [
            (path, i)
            for path in self.files(layer)
            for i, row in enumerate(self.rows(path))
            if wanted(row)
        ]
        path, i = self.rng.choice(places)
        rows = self.rows(path)
        change(rows[i])
        self.put(path, rows)

    def text(
        self, lang: str, pattern: str, new: Callable[[re.Match[str]], str], *, declared: bool
    ) -> None:
        """Replace one match in a text by as many characters; ``declared``: renew its hash."""
        paths = sorted((self.folder / "raw" / lang).glob("*.txt"))
        entries = [
            (path, match)
            for path in paths
            for match in re.finditer(pattern, path.read_bytes().decode())
        ]
        path, match = self.rng.choice(entries)
        text = path.read_bytes().decode()
        message = new(match)
        if declared:
            message = message[: len(match[0])].ljust(len(match[0]), "x")
        data = (text[: match.start()] + message + text[match.end() :]).encode()
        path.write_bytes(data)
        if declared:
            self.redeclare(path.stem, lang, data)

    def retext(
        self,
        lang: str,
        pattern: str,
        new: str | Callable[[re.Match[str]], str],
        *,
        bare: bool = False,
        where: Callable[["Damaged", str, int], object] = lambda *_: True,
    ) -> None:
        """Replace one match in a text, and move all that stands behind it.

        ``bare`` takes a match on which no span of its language ends or begins, ``where`` one whose
        article and offset it likes.
        """
        paths = sorted((self.folder / "raw" / lang).glob("*.txt"))
        entries = [
            (path, match)
            for path in paths
            for match in re.finditer(pattern, path.read_bytes().decode())
        ]
        self.rng.shuffle(entries)
        path, match = next(
            (path, match)
            for path, match in entries
            if (not bare or not self._edges(path.stem, lang, match))
            and where(self, path.stem, match.start())
        )
        text = match.expand(new) if isinstance(new, str) else new(match)
        self.put_text(path.stem, lang, match.start(), match.end(), text)

    def put_text(self, article: str, lang: str, start: int, end: int, said: str) -> None:
        """Put other words there; offsets, surfaces and hash become those of the new text.

        So an editor would leave it who changes a text and has everything counted anew.
        """
        path = self.folder / f"raw/{lang}/{article}.txt"
        text = path.read_bytes().decode()
        data = (text[:start] + said + text[end:]).encode()
        path.write_bytes(data)
        self.redeclare(article, lang, data)
        self._move(article, lang, start, end, len(said))

    def _edges(self, article: str, lang: str, match: re.Match[str]) -> bool:
        rows = [r for layer in LAYERS for r in self.layer(article, layer) if r.get("lang") == lang]
        return any(
            match.start() < int(str(row[edge])) < match.end() for row in rows for edge in _ENDS
        )

    def layer(self, article: str, layer: str) -> list[Row]:
        path = f"annotations/{layer}/{article}.jsonl"
        return self.rows(path) if (self.folder / path).is_file() else []

    def text_of(self, article: str, lang: str) -> str:
        return (self.folder / f"raw/{lang}/{article}.txt").read_bytes().decode()

    def french_of(self, article: str, offset: int) -> str:
        """The French of the bead in which an English offset lies."""
        text = self.text_of(article, "fr")
        return "".join(
            text[low:high]
            for row in self.layer(article, "beads")
            if any(start <= offset < end for start, end in row["en"])  # type: ignore[attr-defined]
            for low, high in row["fr"]  # type: ignore[attr-defined]
        )

    def _move(self, article: str, lang: str, start: int, end: int, size: int) -> None:
        def there(edge: int) -> int:
            if edge <= start:
                return edge
            return edge + size - (end - start) if edge >= end else min(edge, start + size)

        text = (self.folder / f"raw/{lang}/{article}.txt").read_bytes().decode()
        for layer in LAYERS:
            rows = self.layer(article, layer)
            for row in rows:
                if layer == "beads":
                    row[lang] = [[*map(there, side)] for side in row[lang]]  # type: ignore[attr-defined]
                elif row["lang"] == lang:
                    _moved(row, there, text)
            if rows:
                self.put(f"annotations/{layer}/{article}.jsonl", rows)

    def redeclare(self, article: str, lang: str, data: bytes) -> None:
        rows = self.rows("raw/articles.jsonl")
        for row in rows:
            if row["id"] == article:
                row[f"sha256_{lang}"] = hashlib.sha256(data).hexdigest()
        self.put("raw/articles.jsonl", rows)


def _moved(row: Row, there: Callable[[int], int], text: str) -> None:
    """Bring all offsets of a span, and its surface, to another text."""
    row |= {name: there(int(str(row[name]))) for name in _ENDS}
    for name in ("modifier", "target_span", "condition"):
        if row.get(name):
            row[name] = [*map(there, row[name])]  # type: ignore[call-overload]
    if row.get("content"):
        row["content"] = [[*map(there, piece)] for piece in row["content"]]  # type: ignore[attr-defined]
    if "text" in row:
        row["text"] = text[row["start"] : row["end"]]  # type: ignore[misc]


def _set(**values: object) -> Callable[[Row], object]:
    return lambda row: row.update(values)


def _shift(start: int, end: int) -> Callable[[Row], object]:
    def change(row: Row) -> None:
        row["start"], row["end"] = int(str(row["start"])) + start, int(str(row["end"])) + end
        row.pop("text", None)

    return change


def _scaled(factor: str) -> Callable[[Row], object]:
    from decimal import Decimal  # noqa: PLC0415

    def change(row: Row) -> None:
        row["value"] = f"{(Decimal(str(row['value'])) * Decimal(factor)).normalize():f}"

    return change


def _money(row: Row) -> bool:
    return row["kind"] == "money" and "value" in row


def _fr(row: Row) -> bool:
    return row["lang"] == "fr"


def _en(row: Row) -> bool:
    return row["lang"] == "en" and not row.get("omitted")


def _any(_row: Row) -> bool:
    return True


def _both(
    layer: str, wanted: Callable[[Row], object], change: Callable[[Row], object]
) -> Callable[[Damaged], object]:
    """Change a row and its counterpart alike, so that the two languages still agree."""

    def damage(it: Damaged) -> None:
        path = it.rng.choice([p for p in it.files(layer) if any(wanted(r) for r in it.rows(p))])
        rows = it.rows(path)
        item = it.rng.choice([row for row in rows if wanted(row)])
        for row in [row for row in rows if row["id"] == item["id"]]:
            change(row)
        it.put(path, rows)

    return damage


def _rows(
    layer: str, change: Callable[[list[Row], random.Random], list[Row]]
) -> Callable[[Damaged], object]:
    def damage(it: Damaged) -> None:
        path = it.rng.choice([p for p in it.files(layer) if it.rows(p)])
        it.put(path, change(it.rows(path), it.rng))

    return damage


def _drop(rows: list[Row], rng: random.Random, wanted: Callable[[Row], object] = _any) -> list[Row]:
    item = rng.choice([row for row in rows if wanted(row)])
    return [row for row in rows if row is not item]


def _swap_beads(rows: list[Row], rng: random.Random) -> list[Row]:
    i = rng.choice([i for i in range(len(rows) - 1) if rows[i]["en"] and rows[i + 1]["en"]])
    rows[i]["en"], rows[i + 1]["en"] = rows[i + 1]["en"], rows[i]["en"]
    return rows


def _merge_shift(rows: list[Row], rng: random.Random) -> list[Row]:
    """The English sides all move up one bead from some place on."""
    entries = [i for i in range(len(rows)) if rows[i]["en"] and rows[i]["fr"]]
    first = rng.choice(entries[: len(entries) // 2])
    sides = [row["en"] for row in rows[first:]]
    for row, side in zip(rows[first:], [*sides[1:], []], strict=True):
        row["en"] = side
    rows[first]["en"] = [*sides[0], *rows[first]["en"]]  # type: ignore[misc]
    return rows


def _edge(side: str) -> Callable[[list[Row], random.Random], list[Row]]:
    def change(rows: list[Row], rng: random.Random) -> list[Row]:
        row = rng.choice([row for row in rows if row[side]])
        row[side][0][1] += 1  # type: ignore[index]
        return rows

    return change


def _twice(rows: list[Row], rng: random.Random) -> list[Row]:
    item = rng.choice(rows)
    return [*rows, dict(item)]


def _relinked(rows: list[Row], rng: random.Random) -> list[Row]:
    item = rng.choice([row for row in rows if row["lang"] == "en"])
    return [*rows, {**item, "id": "x99", "omitted": "linked twice"}]


def _article(name: str, value: object) -> Callable[[Damaged], object]:
    def damage(it: Damaged) -> None:
        rows = it.rows("raw/articles.jsonl")
        it.rng.choice(rows)[name] = value
        it.put("raw/articles.jsonl", rows)

    return damage


def _kb(
    change: Callable[[list[Row], random.Random], object], path: str = "annotations/kb.jsonl"
) -> Callable[[Damaged], object]:
    def damage(it: Damaged) -> None:
        rows = it.rows(path)
        change(rows, it.rng)
        it.put(path, rows)

    return damage


def _other_fact(it: Damaged) -> None:
    named = {row.get("fact") for path in it.files("amounts") for row in it.rows(path)}
    rows = it.rows("annotations/facts.jsonl")
    money = [row for row in rows if row["kind"] == "money" and row["id"] in named]
    it.rng.choice(money).update(kind="count", unit="job")
    it.put("annotations/facts.jsonl", rows)


def _copy_article(it: Damaged) -> None:
    rows = it.rows("raw/articles.jsonl")
    item = it.rng.choice(rows)
    data = (it.folder / f"raw/fr/{item['id']}.txt").read_bytes() + b"\nFin.\n"
    (it.folder / "raw/fr/copy.txt").write_bytes(data)
    split = {"train": "test"}.get(str(item["split"]), "train")
    new = {**item, "id": "copy", "story": "copy", "split": split, "sha256_en": None}
    new |= {"sha256_fr": hashlib.sha256(data).hexdigest(), "translation": None}
    it.put("raw/articles.jsonl", [*rows, new])


def _story_split(it: Damaged) -> None:
    rows = it.rows("raw/articles.jsonl")
    item, other = it.rng.sample(rows, 2)
    other["story"], item["split"], other["split"] = item["story"], "train", "test"
    it.put("raw/articles.jsonl", rows)


def _stray(it: Damaged) -> None:
    path = it.rng.choice(it.files("mentions"))
    (it.folder / path).rename((it.folder / path).with_name("misspelt.jsonl"))


def _bytes(it: Damaged) -> None:
    path = it.rng.choice(sorted((it.folder / "raw").rglob("*.txt")))
    data = path.read_bytes()
    at = it.rng.randrange(len(data))
    path.write_bytes(data[:at] + b"\xe9" + data[at + 1 :])


def _remove(pattern: str) -> Callable[[Damaged], object]:
    return lambda it: it.rng.choice(sorted(it.folder.glob(pattern))).unlink()


def _sentence(it: Damaged, lang: str, make: Callable[[str, int], str]) -> None:
    """Replace one whole English sentence, keeping its length and the declared hash."""
    path = it.rng.choice(it.files("beads"))
    article = Path(path).stem
    text = {
        side: (it.folder / f"raw/{side}/{article}.txt").read_bytes().decode()
        for side in ("fr", "en")
    }
    rows = [
        row
        for row in it.rows(path)
        if row["fr"] and row["en"] and int(str(row["fr"][0][1] - row["fr"][0][0])) > 60
    ]  # type: ignore[index]
    row = it.rng.choice(rows)
    (start, end), (low, high) = row[lang][0], row["fr" if lang == "en" else "en"][0]  # type: ignore[index]
    other = text["fr" if lang == "en" else "en"][low:high]
    body = make(other, end - start)
    data = (text[lang][:start] + body + text[lang][end:]).encode()
    (it.folder / f"raw/{lang}/{article}.txt").write_bytes(data)
    it.redeclare(article, lang, data)


def _figure(match: re.Match[str]) -> str:
    digit = match[0]
    return str((int(digit) + 1) % 10 or 1)


def _reportative(it: Damaged) -> None:
    def wanted(row: Row) -> bool:
        return _en(row) and row["use"] == "reportative" and row.get("rendering") == "hedge"

    it.edit("conditionals", wanted, _set(rendering="past"))
    for path in it.files("attributions"):
        it.put(path, [row for row in it.rows(path) if row["lang"] != "en"])


def _mention(it: Damaged, change: Callable[[Row, list[Row], random.Random], object]) -> None:
    path = it.rng.choice(it.files("mentions"))
    rows = it.rows(path)
    row = it.rng.choice([row for row in rows if _en(row) and row.get("entity")])
    change(row, rows, it.rng)
    it.put(path, rows)


def _other_entity(row: Row, rows: list[Row], rng: random.Random) -> None:
    alike = [
        r for r in rows if r["type"] == row["type"] and r.get("entity") not in (None, row["entity"])
    ]
    row["entity"] = rng.choice(alike)["entity"] if alike else None


def _swap_ids(row: Row, rows: list[Row], rng: random.Random) -> None:
    others = [
        r for r in rows if _en(r) and r.get("entity") != row["entity"] and not r.get("parent")
    ]
    other = rng.choice(others)
    row["id"], other["id"] = other["id"], row["id"]


def _holder_target(it: Damaged) -> None:
    """The holder of an English stance becomes another entity of the article."""
    path = it.rng.choice([p for p in it.files(STANCES) if any(map(_held, it.rows(p)))])
    mentions = {row["id"]: row for row in it.rows(path.replace(STANCES, MENTIONS)) if _en(row)}
    rows = it.rows(path)
    row = it.rng.choice([row for row in rows if _held(row)])
    now = mentions[row["holder"]]["entity"]
    row["holder"] = it.rng.choice([i for i, m in mentions.items() if m.get("entity") != now])
    it.put(path, rows)


def _retext(
    lang: str,
    pattern: str,
    new: str | Callable[[re.Match[str]], str],
    *,
    bare: bool = True,
    where: Callable[[Damaged, str, int], object] = lambda *_: True,
) -> Callable[[Damaged], object]:
    return lambda it: it.retext(lang, pattern, new, bare=bare, where=where)


def _denied(it: Damaged, article: str, offset: int) -> bool:
    """Whether the French of an English place has a word of negation."""
    return bool(re.search(_FRENCH_DENIAL, it.french_of(article, offset)))


def _said_in_a_word(it: Damaged, article: str, offset: int) -> bool:
    return not _denied(it, article, offset)


_FRENCH_DENIAL = r"(?i)\b(?:pas|jamais|rien|aucune?|guère|non|ni|n(?:e |['’])\w+ plus)\b"


def _next_figure(match: re.Match[str]) -> str:
    return f"{match[1]}{int(match[2]) + 1}"


def _content_inside(it: Damaged) -> None:
    """What is said begins within its first word."""

    def inside(row: Row, article: str) -> bool:
        if not row.get("content"):
            return False
        start = row["content"][0][0]  # type: ignore[index]
        return it.text_of(article, str(row["lang"]))[start : start + 2].isalpha()

    paths = it.files("attributions")
    path, i = it.rng.choice(
        [(p, i) for p in paths for i, r in enumerate(it.rows(p)) if inside(r, Path(p).stem)]
    )
    rows = it.rows(path)
    rows[i]["content"][0][0] += 1  # type: ignore[index]
    it.put(path, rows)


def _reworded(
    layer: str, wanted: Callable[[Row], object], said: str
) -> Callable[[Damaged], object]:
    """Other words where a span of the English stands; the span stays, its surface follows."""

    def damage(it: Damaged) -> None:
        paths = [p for p in it.files(layer) if any(_en(r) and wanted(r) for r in it.rows(p))]
        path = it.rng.choice(paths)
        row = it.rng.choice([r for r in it.rows(path) if _en(r) and wanted(r)])
        it.put_text(Path(path).stem, "en", int(str(row["start"])), int(str(row["end"])), said)

    return damage


def _bound_lost(it: Damaged) -> None:
    """The words that bound an English amount are left out, in the text and in its row."""

    def before(row: Row) -> bool:
        return bool(_en(row) and row.get("modifier") and row["modifier"][1] < row["start"])  # type: ignore[index]

    path = it.rng.choice([p for p in it.files(AMOUNTS) if any(map(before, it.rows(p)))])
    rows = it.rows(path)
    row = it.rng.choice([r for r in rows if before(r)])
    low, start = row["modifier"][0], int(str(row["start"]))  # type: ignore[index]
    _without_modifier(row)
    it.put(path, rows)
    it.put_text(Path(path).stem, "en", low, start, "")


def _names_exchanged(it: Damaged) -> None:
    """Two names of an English text change places; spans and links stay where they are."""
    path = it.rng.choice(it.files(MENTIONS))
    rows = [r for r in it.rows(path) if _en(r) and r["form"] == "NAM" and not r.get("parent")]
    rows = [r for r in rows if r.get("reading") is None and not r.get("flags")]
    pairs = [
        (item, other)
        for item in rows
        for other in rows
        if item["type"] == other["type"]
        and item["entity"] != other["entity"]
        and int(str(item["end"])) < int(str(other["start"]))
    ]
    if not pairs:
        return _names_exchanged(it)
    item, other = it.rng.choice(pairs)
    for row, text in ((other, item["text"]), (item, other["text"])):
        start, end = int(str(row["start"])), int(str(row["end"]))
        it.put_text(Path(path).stem, "en", start, end, str(text))
    return None


def _currency_lost(it: Damaged) -> None:
    """An English amount loses the sign of its currency, which the French names."""
    places = []
    for path in it.files(AMOUNTS):
        rows = it.rows(path)
        named = {r["id"] for r in rows if _fr(r) and re.search("dollar|euro|[$€]", str(r["text"]))}
        places += [(path, r) for r in rows if _en(r) and r["id"] in named and "$" in str(r["text"])]
    path, row = it.rng.choice(places)
    start = int(str(row["start"])) + str(row["text"]).index("$")
    it.put_text(Path(path).stem, "en", start, start + 1, "")


def _heading_twice(it: Damaged) -> None:
    """The heading of an English text stands there twice."""
    path = it.rng.choice(sorted((it.folder / "raw/en").glob("*.txt")))
    heading = re.match(r"[^\n]+\n+", it.text_of(path.stem, "en"))
    if heading:
        it.put_text(path.stem, "en", heading.end(), heading.end(), heading[0])


def _sentence_left_out(it: Damaged) -> None:
    """An English sentence is left out, with its spans; its bead has no English side."""
    path = it.rng.choice(it.files("beads"))
    article = Path(path).stem
    bead = it.rng.choice([r for r in it.rows(path)[1:] if r["en"] and r["fr"]])
    low, high = bead["en"][0][0], bead["en"][-1][1]  # type: ignore[index]
    for layer in LAYERS:
        rows = it.layer(article, layer)
        inside = [
            r
            for r in rows
            if layer not in ("beads", "regions")
            and r["lang"] == "en"
            and low <= int(str(r["start"])) < high
        ]
        if inside:
            it.put(f"annotations/{layer}/{article}.jsonl", [r for r in rows if r not in inside])
    it.put(path, [{**r, "en": []} if r["id"] == bead["id"] else r for r in it.rows(path)])
    it.put_text(article, "en", low, high, "")


def _next_word(lang: str, words: str) -> Callable[[Damaged], object]:
    """One of the words becomes the one after it in the list."""
    listed = words.split()

    def damage(it: Damaged) -> None:
        texts = [p.read_text(encoding="utf-8") for p in (it.folder / "raw" / lang).glob("*.txt")]
        match = [w for w in listed if any(re.search(rf"\b{w}\b", text) for text in texts)]
        word = it.rng.choice(match)
        it.retext(lang, rf"\b{word}\b", listed[(listed.index(word) + 1) % len(listed)])

    return damage


def _misspelt(lang: str) -> Callable[[Damaged], object]:
    """Two letters of a name change places, in the text and in its span."""

    def damage(it: Damaged) -> None:
        places = [
            (Path(path).stem, int(str(row["start"])), str(row["text"]))
            for path in it.files(MENTIONS)
            for row in it.rows(path)
            if row["lang"] == lang
            and row["form"] == "NAM"
            and re.fullmatch(r"[A-Z][a-z]{5,}", str(row["text"]))
        ]
        article, start, name = it.rng.choice(places)
        at = next(i for i in range(2, 5) if name[i] != name[i + 1])
        it.put_text(article, lang, start + at, start + at + 2, name[at + 1] + name[at])

    return damage


def _linked_elsewhere(it: Damaged) -> None:
    """A name is linked to another entity of its type, in both languages alike."""
    path = it.rng.choice(it.files(MENTIONS))
    rows = it.rows(path)
    named = [r for r in rows if r["form"] == "NAM" and r.get("entity") and r.get("reading") is None]
    item = it.rng.choice(named)
    others = [
        r["entity"] for r in named if r["type"] == item["type"] != r["entity"] != item["entity"]
    ]
    if not others:
        return _linked_elsewhere(it)
    other = it.rng.choice(sorted(set(map(str, others))))
    it.put(path, [{**r, "entity": other} if r["id"] == item["id"] else r for r in rows])
    return None


def _raw_line(
    change: Callable[[bytes], bytes], layer: str = "mentions"
) -> Callable[[Damaged], object]:
    def damage(it: Damaged) -> None:
        path = it.folder / it.rng.choice(it.files(layer))
        lines = path.read_bytes().splitlines()
        at = it.rng.randrange(len(lines))
        lines[at] = change(lines[at])
        path.write_bytes(b"".join(line + b"\n" for line in lines))

    return damage


def _decomposed(it: Damaged) -> None:
    """A French text in NFD that nobody has annotated yet."""
    path = it.rng.choice(sorted((it.folder / "raw/fr").glob("*.txt")))
    data = unicodedata.normalize("NFD", path.read_bytes().decode()).encode()
    path.write_bytes(data)
    it.redeclare(path.stem, "fr", data)
    for each in it.folder.glob(f"annotations/*/{path.stem}.jsonl"):
        each.unlink()


def _emptied(it: Damaged) -> None:
    path = it.rng.choice(sorted((it.folder / "raw/en").glob("*.txt")))
    path.write_bytes(b"")
    it.redeclare(path.stem, "en", b"")


def _waiver(rule: str) -> Callable[[Damaged], object]:
    def damage(it: Damaged) -> None:
        rows = it.rows("annotations/waivers.jsonl")
        path = it.rng.choice(it.files(MENTIONS))
        row: Row = {"rule": rule, "path": path, "says": "m1", "reason": "none"}
        it.put("annotations/waivers.jsonl", [*rows, row])

    return damage


def _linked_file(it: Damaged) -> None:
    path = it.folder / it.rng.choice(it.files(MENTIONS))
    path.rename(it.folder / "moved.jsonl")
    path.symlink_to("../../moved.jsonl")


def _capital_name(it: Damaged) -> None:
    path = it.folder / it.rng.choice(it.files(MENTIONS))
    path.rename(path.with_name(f"{path.stem.upper()}.jsonl"))


def _without_modifier(row: Row) -> None:
    row.pop("modifier", None)
    row.pop("comparator", None)


def _bounded(row: Row) -> bool:
    """The words are among those that always bound an amount."""
    return row.get("comparator") in ("gt", "ge", "lt") and bool(row.get("modifier"))


def _swapped_sentences(it: Damaged) -> None:
    """Two English sentences of one paragraph change places, with the spans in them."""
    path = it.rng.choice(it.files("beads"))
    article = Path(path).stem
    text = (it.folder / f"raw/en/{article}.txt").read_bytes().decode()
    sides = sorted(side for row in it.rows(path) for side in row["en"])  # type: ignore[attr-defined]
    pairs = [
        (a, b, c)
        for (a, b), (_, c) in pairwise(sides)
        if "\n" not in text[a:c].rstrip() and text[b - 1] == " "
    ]
    if not pairs:
        return _swapped_sentences(it)
    a, b, c = it.rng.choice(pairs)
    end = a + len(text[a:c].rstrip())
    first, second = text[a : b - 1], text[b:end]
    data = (text[:a] + second + " " + first + text[end:]).encode()
    (it.folder / f"raw/en/{article}.txt").write_bytes(data)
    it.redeclare(article, "en", data)

    def there(edge: int) -> int:
        if a <= edge < b:
            return edge + len(second) + 1
        return edge - (b - a) if b <= edge <= end else edge

    for layer in LAYERS:
        rows = it.layer(article, layer)
        for row in rows:
            if layer == "beads":
                row["en"] = [
                    [a, a + len(second) + 1]
                    if side == [a, b]
                    else [a + len(second) + 1, c]
                    if side[0] == b
                    else side
                    for side in row["en"]  # type: ignore[attr-defined]
                ]
            elif row["lang"] == "en" and layer != "regions":
                size = int(str(row["end"])) - int(str(row["start"]))
                row["start"] = there(int(str(row["start"])))
                row["end"] = int(str(row["start"])) + size
        if rows:
            it.put(f"annotations/{layer}/{article}.jsonl", rows)
    return None


def _exchanged_ids(layer: str) -> Callable[[Damaged], object]:
    def damage(it: Damaged) -> None:
        paths = [p for p in it.files(layer) if sum(map(_en, it.rows(p))) > 1]
        path = it.rng.choice(paths)
        rows = it.rows(path)
        item, other = it.rng.sample([row for row in rows if _en(row)], 2)
        item["id"], other["id"] = other["id"], item["id"]
        it.put(path, rows)

    return damage


def _other_source(it: Damaged) -> None:
    """An English saying gets another source than the French one."""
    path = it.rng.choice(
        [p for p in it.files("attributions") if any(r.get("source") and _en(r) for r in it.rows(p))]
    )
    mentions = {r["id"]: r for r in it.rows(path.replace("attributions", MENTIONS)) if _en(r)}
    rows = it.rows(path)
    row = it.rng.choice([r for r in rows if _en(r) and r.get("source", "ANON") != "ANON"])
    now = mentions[row["source"]].get("entity")
    row["source"] = it.rng.choice(
        [i for i, m in mentions.items() if m.get("entity") not in (now, None)]
    )
    it.put(path, rows)


def _held(row: Row) -> bool:
    return bool(_en(row) and row.get("holder", "AUTHOR") != "AUTHOR")


def _of_points(it: Damaged, article: str, offset: int) -> bool:
    return bool(re.search(r"\bpoints? de (?:pourcentage|base)\b", it.french_of(article, offset)))


_MONTHS = "January|February|March|April|June|July|August|September|October|November|December"
AMOUNTS, MENTIONS, STANCES = "amounts", "mentions", "stances"
_ENDS = ("start", "end")
CLASSES: dict[str, Callable[[Damaged], object]] = {
    "a byte that is not UTF-8": _bytes,
    "a line cut off": lambda it: (lambda p: p.write_bytes(p.read_bytes()[:-9]))(
        it.folder / it.rng.choice(it.files(MENTIONS))
    ),
    "an unknown label": lambda it: it.edit(MENTIONS, _any, _set(type="FIRM")),
    "an unknown attribute": lambda it: it.edit(AMOUNTS, _any, _set(colour="red")),
    "a required field lost": lambda it: it.edit(AMOUNTS, _any, lambda row: row.pop("role")),
    "a value as a float": lambda it: it.edit(AMOUNTS, _money, _set(value=1.5)),
    "an article row twice": _kb(
        lambda rows, rng: rows.append(rng.choice(rows)), "raw/articles.jsonl"
    ),
    "a file named after no article": _stray,
    "a text lost": _remove("raw/en/*.txt"),
    "a no-break space made a space": lambda it: it.text(
        "fr", "[\u00a0\u202f]", lambda _: " ", declared=False
    ),
    "a straight apostrophe for a curly one": lambda it: it.text(
        "fr", "’", lambda _: "'", declared=False
    ),
    "a combining accent composed away": lambda it: it.text(
        "fr", "é", lambda _: "e\u0301", declared=False
    ),
    "line ends made CRLF": lambda it: it.text("en", "\n", lambda _: "\r\n", declared=False),
    "a word of the text changed, hash renewed": lambda it: it.text(
        "en", r"OpenAI|Nvidia|Mistral|Meta", lambda m: m[0][::-1], declared=True
    ),
    "a control character": lambda it: it.text(
        "fr", r"(?<=\w) (?=\w)", lambda _: "\x07", declared=True
    ),
    "a replacement character": lambda it: it.text("fr", "[éè]", lambda _: "\ufffd", declared=True),
    "wrongly decoded accents": lambda it: it.text(
        "fr", r"(?<=[a-z])é[a-z]", lambda _: "Ã©", declared=True
    ),
    "a hash of another text": _article("sha256_fr", "0" * 64),
    "rights withdrawn, surfaces left": _article("rights_fr", THIRD_PARTY),
    "a bead dropped": _rows("beads", _drop),
    "a bead twice": _rows("beads", _twice),
    "two English sides swapped": _rows("beads", _swap_beads),
    "English sides moved up one bead": _rows("beads", _merge_shift),
    "a French sentence one character longer": _rows("beads", _edge("fr")),
    "an English sentence one character longer": _rows("beads", _edge("en")),
    "an empty bead": _rows(
        "beads", lambda rows, _: [*rows, {"id": "b999", "fr": [], "en": [], "method": "manual"}]
    ),
    "a region dropped": _rows("regions", _drop),
    "a region of another type in English": lambda it: it.edit(
        "regions",
        _en,
        lambda row: row.update(type="caption" if row["type"] == "headline" else "headline"),
    ),
    "body made page furniture": _both(
        "regions", lambda row: row["type"] == "body", _set(type="advert")
    ),
    "a mention shifted by one": lambda it: it.edit(MENTIONS, _any, _shift(1, 1)),
    "a mention ending one later": lambda it: it.edit(MENTIONS, _any, _shift(0, 1)),
    "a mention beginning one earlier": lambda it: it.edit(
        MENTIONS, lambda row: int(str(row["start"])) > 0, _shift(-1, 0)
    ),
    "an amount shifted by one": lambda it: it.edit(AMOUNTS, _any, _shift(1, 1)),
    "a span empty": lambda it: it.edit(MENTIONS, _any, lambda row: row.update(end=row["start"])),
    "a span beyond the text": lambda it: it.edit(STANCES, _any, _shift(90000, 90000)),
    "a surface that is not there": lambda it: it.edit(MENTIONS, _any, _set(text="Elsewhere")),
    "a span over two sentences": lambda it: it.edit(
        MENTIONS, lambda row: int(str(row["start"])) < 2000, _shift(0, 400)
    ),
    "a span id used twice": _rows(
        MENTIONS,
        lambda rows, rng: (lambda a, b: (b.update(id=a["id"]), rows)[1])(
            *rng.sample([r for r in rows if r["lang"] == "fr"], 2)
        ),
    ),
    "an id of another layer": lambda it: it.edit(AMOUNTS, _fr, _set(id="m1")),
    "the same words linked twice": _rows(MENTIONS, _relinked),
    "an amount over another": _rows(
        AMOUNTS,
        lambda rows, rng: [
            *rows,
            {**rng.choice(rows), "id": "a99", "omitted": "twice", "kind": "vague", "value": None},
        ],
    ),
    "a modifier beyond the text": lambda it: it.edit(
        AMOUNTS, lambda row: row.get("modifier"), _set(modifier=[90000, 90004])
    ),
    "a content inside a word": _content_inside,
    "millions for milliards": _both(
        AMOUNTS, lambda row: _money(row) and len(str(row["value"])) > 9, _scaled("0.001")
    ),
    "a French billion kept as an English one": _both(
        AMOUNTS, lambda row: _money(row) and len(str(row["value"])) > 9, _scaled("1000")
    ),
    "a decimal point lost": _both(
        AMOUNTS, lambda row: row["kind"] in ("money", "percent") and "value" in row, _scaled("10")
    ),
    "a value wrong in English only": lambda it: it.edit(
        AMOUNTS, lambda row: _en(row) and "value" in row, _scaled("2")
    ),
    "a currency changed": _both(
        AMOUNTS,
        lambda row: _money(row) and re.search("[$€]|dollar|euro", str(row.get("text"))),
        lambda row: row.update(unit="GBP"),
    ),
    "a bound turned round": _both(
        AMOUNTS,
        lambda row: row.get("comparator") == "gt" and row["kind"] != "ratio",
        _set(comparator="lt"),
    ),
    "a bound without words": _both(
        AMOUNTS,
        lambda row: "comparator" not in row and row["kind"] == "money",
        _set(comparator="ge"),
    ),
    "a money without a currency": _both(AMOUNTS, _money, lambda row: row.pop("unit")),
    "a payer in English only": lambda it: it.edit(
        AMOUNTS, lambda row: _en(row) and "payer" in row, lambda row: row.pop("payer")
    ),
    "an amount of another fact": lambda it: it.edit(
        AMOUNTS,
        lambda row: _en(row) and row.get("fact") and row["kind"] == "money",
        _set(fact="ai-act-pause"),
    ),
    "an entity that does not exist": lambda it: it.edit(
        MENTIONS, lambda row: row.get("entity"), _set(entity="nobody")
    ),
    "a parent that does not exist": lambda it: it.edit(MENTIONS, _any, _set(parent="m999")),
    "a source that does not exist": lambda it: it.edit("attributions", _any, _set(source="m999")),
    "a mention of another type": lambda it: it.edit(
        MENTIONS,
        lambda row: row.get("entity"),
        lambda row: row.update(type="EVENT" if row["type"] != "EVENT" else "PER"),
    ),
    "another entity in English": lambda it: _mention(it, _other_entity),
    "two ids exchanged in English": lambda it: _mention(it, _swap_ids),
    "a counterpart dropped": _rows(MENTIONS, lambda rows, rng: _drop(rows, rng, _en)),
    "an amount dropped in French": _rows(
        AMOUNTS, lambda rows, rng: _drop(rows, rng, lambda r: _fr(r) and not r.get("omitted"))
    ),
    "omitted, yet there": lambda it: it.edit(MENTIONS, _en, _set(omitted="zero")),
    "a relation on the French side": lambda it: it.edit(MENTIONS, _fr, _set(relation="broader")),
    "a holder swapped with another party": _holder_target,
    "a stance without a target": lambda it: it.edit(
        STANCES, _any, lambda row: (row.pop("target", None), row.pop("target_span", None))
    ),
    "a polarity turned in English": lambda it: it.edit(
        STANCES, _en, lambda row: row.update(polarity="neutral")
    ),
    "a factuality weaker in English": lambda it: it.edit(
        STANCES, _en, lambda row: row.update(factuality="Uu")
    ),
    "a chain of sources that closes": lambda it: it.edit(
        "attributions", _any, lambda row: row.update(parent=row["id"])
    ),
    "a use of the conditional changed": lambda it: it.edit(
        "conditionals",
        _en,
        lambda row: row.update(use="modal" if row["use"] != "modal" else "hypothetical"),
    ),
    "a rendering in French": lambda it: it.edit("conditionals", _fr, _set(rendering="would")),
    "a conditional asserted in English": _reportative,
    "a figure changed in the English text": lambda it: it.text(
        "en", r"(?<![\d.,])[1-9](?=\d{3}\b)", _figure, declared=True
    ),
    "a French sentence left in English": lambda it: _sentence(
        it, "en", lambda other, size: (other * 3)[:size]
    ),
    "an English sentence left in French": lambda it: _sentence(
        it, "fr", lambda other, size: (other * 3)[:size]
    ),
    "quotation marks set in English only": lambda it: it.text(
        "en", r" [a-z]{7,} ", lambda m: f' "{m[0][1:-3]}" ', declared=True
    ),
    "an entity twice": _kb(lambda rows, rng: rows.append(rng.choice(rows))),
    "a Wikidata item twice": _kb(
        lambda rows, rng: (lambda a, b: b.update(qid=a["qid"], qid_seen_at="here"))(
            rng.choice([r for r in rows if r.get("qid")]),
            rng.choice([r for r in rows if not r.get("qid")]),
        )
    ),
    "an item from memory": _kb(
        lambda rows, rng: rng.choice([r for r in rows if r.get("qid")]).pop("qid_seen_at")
    ),
    "a name with a stray space": _kb(
        lambda rows, rng: (lambda row: row.update(name_fr=f"{row['name_fr']} "))(rng.choice(rows))
    ),
    "a member that does not exist": _kb(
        lambda rows, rng: rng.choice(rows).update(members=["nobody"])
    ),
    "an article of one split copied into another": _copy_article,
    "a story in two splits": _story_split,
    "a negation dropped in English": _retext("en", r"(?<=\w) not (?=\w)", " ", where=_denied),
    "a negation dropped that French says in one word": _retext(
        "en", r"(?<=\w) not (?=\w)", " ", where=_said_in_a_word
    ),
    "a contracted negation added in English": _retext(
        "en", r"\b(is|was|are|were|did|does|has|had)(?= (?!not\b))", r"\1n't"
    ),
    "a negation added in English": _retext("en", r"\b(is|was|are|were) (?=a |the )", r"\1 not "),
    "a number word changed in English": _next_word("en", "two three four five six seven"),
    "a number word changed in French": _next_word("fr", "deux trois quatre cinq six sept"),
    "per cent made percentage points": _retext(
        "en", r"(?<=\d)%(?= )", " percentage points", bare=False
    ),
    "percentage points made per cent": _retext(
        "en", r"\b(?:percentage )?points\b", "per cent", bare=False, where=_of_points
    ),
    "a day of the month changed in English": _retext(
        "en", rf"\b((?:{_MONTHS}) )(1\d|2[0-7])\b", _next_figure, bare=False
    ),
    "a year changed in English": _retext("en", r"\b202[1-4]\b", "2029", bare=False),
    "a month changed in English": _next_word("en", _MONTHS.replace("|", " ")),
    "a day of the week changed in English": _next_word(
        "en", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    ),
    "billion made million in English": _retext("en", r"(?<=\d )billion", "million", bare=False),
    "dollars made euros in English": _retext("en", r"\$(?=\d)", "€", bare=False),
    "a currency sign lost in English": _currency_lost,
    "a thousands comma made a point in English": _retext(
        "en", r"(?<=\d),(?=\d{3}\b)", ".", bare=False
    ),
    "the zeros of a thousand lost in English": _retext("en", r"(?<=\d),000\b", "", bare=False),
    "a figure changed in the French text": _retext(
        "fr", r"(?<![\d,.])()([1-8])(?=\d?,\d)", _next_figure, bare=False
    ),
    "the words of a bound left out in English": _bound_lost,
    "a figure dropped from English": _retext("en", r" \d[\d.,]*\d(?= )", "", bare=False),
    "hearsay added in English": _retext("en", r"\b(is|was) (?=a |the )", r"\1 reportedly "),
    "“would” made “will” in English": _reworded(
        "conditionals", lambda row: row.get("text") == "would", "will"
    ),
    "“reportedly” made “certainly” in English": _reworded(
        "conditionals", lambda row: row.get("text") == "reportedly", "certainly"
    ),
    "one party made several in English": _retext(
        "en",
        r"\b(the (?:group|firm|regulator|court|paper|lab|start-up))(?![\w-]|['’]s)",
        r"\1s",
        bare=False,
    ),
    "a heading translated twice": _heading_twice,
    "a sentence left out of English": _sentence_left_out,
    "a name added to a text": _retext(
        "en", r"(?<=[a-z]) and (?=[a-z])", " and Quentin Arnoux and "
    ),
    "a number added to a text": _retext("fr", r"(?<=[a-z]) et (?=[a-z])", " et 412 et "),
    "a modifier not annotated": _both(AMOUNTS, _bounded, _without_modifier),
    "a modifier dropped in English": lambda it: it.edit(
        AMOUNTS, lambda row: _en(row) and row.get("modifier"), _without_modifier
    ),
    "a name misspelt in English": _misspelt("en"),
    "a name misspelt in French": _misspelt("fr"),
    "two names exchanged in the English text": _names_exchanged,
    "a name linked to another entity": _linked_elsewhere,
    "two amounts exchanged in English": _exchanged_ids(AMOUNTS),
    "two stances exchanged in English": _exchanged_ids(STANCES),
    "another source in English": _other_source,
    "two sentences exchanged in English": _swapped_sentences,
    "a decision dropped": _rows("decisions", _drop),
    "a French text in NFD": _decomposed,
    "a byte order mark before a text": _retext("en", r"\A", "\ufeff"),
    "a byte order mark before rows": lambda it: (
        lambda p: p.write_bytes(b"\xef\xbb\xbf" + p.read_bytes())
    )(it.folder / it.rng.choice(it.files(MENTIONS))),
    "a zero-width space in a word": _retext("fr", r"(?<=[a-z]{3})(?=[a-z]{3})", "\u200b"),
    "a soft hyphen in a word": _retext("en", r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad"),
    "a Cyrillic letter in a word": _retext("en", r"(?<=[a-z])a(?=[a-z])", "\u0430"),
    "a text emptied": _emptied,
    "a lone surrogate in a row": _raw_line(
        lambda line: line.replace(b'"id":"', b'"id":"\\ud800', 1)
    ),
    "a key twice in a row": _raw_line(lambda line: line[:-1] + b',"form":"NAM"}'),
    "a blank at the end of a row": _raw_line(lambda line: line + b" "),
    "rows with CRLF": _raw_line(lambda line: line + b"\r"),
    "an empty line among rows": _raw_line(lambda line: line + b"\n"),
    "a value with useless zeros": lambda it: it.edit(
        AMOUNTS, lambda row: "value" in row, lambda row: row.update(value=f"{row['value']}.0")
    ),
    "a file name in capitals": _capital_name,
    "a file made a link": _linked_file,
    "an id but for its capitals": _kb(
        lambda rows, rng: rows.append(
            {**rng.choice(rows), "id": str(rng.choice(rows)["id"]).upper()}
        )
    ),
    "a fact of another kind": _other_fact,
    "an alias of another entity": _kb(
        lambda rows, rng: (
            lambda a, b: a.update(aliases_fr=[b["name_fr"]], aliases_en=[b["name_en"]])
        )(*rng.sample([r for r in rows if r["type"] == "ORG" and not r.get("members")], 2))
    ),
    "a waiver of no rule": _waiver("no-such-rule"),
    "a waiver of no finding": _waiver("span-edge"),
    "rows out of order": _rows(MENTIONS, lambda rows, _: rows[::-1]),
    "a span row twice": _rows(STANCES, _twice),
}
"""What is done to the corpus -> how."""


def clean_copy(target: Path) -> None:
    """The open articles of this corpus, with what speaks of them."""
    rows = [
        json.loads(line)
        for line in (ROOT / "raw/articles.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    entries = [row for row in rows if row["rights_fr"] != THIRD_PARTY]
    names = {row["id"] for row in entries}
    for path in [*(ROOT / "raw").rglob("*.txt"), *(ROOT / "annotations").glob("*/*.jsonl")]:
        if path.stem in names:
            new = target / path.relative_to(ROOT)
            new.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, new)
    Damaged(target, random.Random(0)).put("raw/articles.jsonl", entries)  # noqa: S311 - not for secrets
    for name in ("kb", "facts", "waivers"):
        shutil.copy(ROOT / f"annotations/{name}.jsonl", target / f"annotations/{name}.jsonl")
    path = target / "annotations/waivers.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(line for line in lines if any(f"/{n}." in line for n in names)), encoding="utf-8"
    )


def main() -> int:
    """Damage, validate, count, print; status 1 when a class is missed somewhere."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=5, help="places a class is tried at")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--only", default="", help="classes whose name this pattern finds")
    parser.add_argument("--processes", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        clean = Path(temporary, "clean")
        clean_copy(clean)
        findings = list(check_folder(clean))
        errors = [f for f in findings if f.severity == "error"]
        ids = {(f.key, f.message) for f in findings}
        names = [name for name in CLASSES if re.search(args.only, name)]
        print(_HEAD.format(date=f"{date.today():%d %B %Y}", rules=len(rules_by_id()), **vars(args)))  # noqa: DTZ011 - the reader's day
        print(f"Findings of severity error on the clean corpus: {len(errors)}.\n")
        print("| damage | caught | by |\n|---|---|---|")
        missed = 0
        with ProcessPoolExecutor(args.processes, get_context("spawn")) as pool:
            tried = partial(_tried, clean=clean, known=ids, seed=args.seed, places=args.places)
            for line, caught in pool.map(tried, names):
                print(line, flush=True)
                missed += caught < args.places
    total = len(names)
    print(f"\n{total - missed} of {total} classes are caught at each of {args.places} places.")
    return int(bool(missed or errors))


_HEAD = """# Mutations

Made on {date} by `benchmarks/mutations.py --places {places}`, with {rules} rules; do not edit. The
articles whose texts are open are copied and damaged once; caught is what has a finding that the
undamaged copy has not, at so many of the places that were drawn. What is not caught is told so.
"""


def _tried(name: str, *, clean: Path, known: set[str], seed: int, places: int) -> tuple[str, int]:
    """The row of a class in the table, and at how many places it was caught."""
    caught, rules = 0, Counter[str]()
    for place in range(places):
        with tempfile.TemporaryDirectory(dir=clean.parent) as temporary:
            folder = shutil.copytree(clean, Path(temporary, "damaged"))
            CLASSES[name](Damaged(folder, random.Random(f"{seed} {name} {place}")))  # noqa: S311 - not for secrets
            new = [f for f in check_folder(folder) if (f.key, f.message) not in known]
        caught += bool(new)
        warns = {"error": "", "warning": " (warning)"}
        rules.update({f"{finding.rule}{warns[finding.severity]}" for finding in new})
    by = ", ".join(rule for rule, _ in rules.most_common(3)) or "not caught"
    return f"| {name} | {caught}/{places} | {by} |", caught


if __name__ == "__main__":
    raise SystemExit(main())
