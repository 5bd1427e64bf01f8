"""Findings by rule on human translations: what the rules say of a corpus nobody prepared.

    python benchmarks/translations.py [FOLDER] [--show RULE]

FOLDER holds documents of sentences and gold beads (default: ``shared/gold/alignment/news``). They
are added as bitext, with their gold alignment, and validated with the defaults. Printed is the
number of findings a hundred pairs, by rule; with --show twenty findings of one rule.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

from visavis.corpus.ingest import add, start
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.reading import read
from visavis.corpus.sources import Source
from visavis.validation.folder import check_folder
from visavis.validation.rules.frames import pairs

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "alignment" / "news"
SHOWN = 20


def source(path: Path) -> Source:
    """Return a document as an article with verified beads."""
    document = json.loads(path.read_text(encoding="utf-8"))
    texts, places = {}, {}
    for lang in ("fr", "en"):
        lines = [f"{' '.join(sentence.split())}\n" for sentence in document[lang]]
        texts[lang] = "".join(lines).encode()
        ends = [0]
        for line in lines:
            ends.append(ends[-1] + len(line))
        places[lang] = list(pairwise(ends))
    beads = [
        AlignedBead(
            id=f"b{number}",
            fr=tuple(places["fr"][i] for i in fr),
            en=tuple(places["en"][j] for j in en),
            method="manual",
            verified=True,
        )
        for number, (fr, en) in enumerate(document["beads"], start=1)
    ]
    return Source(path.stem.replace("_", "-"), texts, path, beads=beads)  # type: ignore[arg-type]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--show", metavar="RULE")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch) / "corpus"
        start(corpus, "news")
        add(corpus, map(source, sorted(args.folder.glob("*.json"))), {"rights": "LicenseRef-gold"})
        findings = list(check_folder(corpus))
        text = read(corpus)
        bitext = pairs(text)
        print(f"{text.articles.height} documents, {bitext.height} pairs")
        print("| rule | severity | findings | a hundred pairs |\n| --- | --- | --- | --- |")
        counts = Counter((finding.rule, finding.severity) for finding in findings)
        for finding in findings:
            if finding.severity == "error":
                print(finding)
        for (rule, severity), count in counts.most_common():
            print(f"| {rule} | {severity} | {count} | {100 * count / bitext.height:.1f} |")
        chosen = [finding for finding in findings if finding.rule == args.show]
        rows = {(row["article"], row["id"]): row for row in bitext.iter_rows(named=True)}
        for finding in chosen[:: max(1, len(chosen) // SHOWN)][:SHOWN]:
            row = rows.get((finding.article, finding.id or finding.sentence or ""), {})
            print(f"\n{finding.message}\n  fr  {row.get('fr')}\n  en  {row.get('en')}")


if __name__ == "__main__":
    sys.exit(main())
