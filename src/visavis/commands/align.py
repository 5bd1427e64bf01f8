"""``visavis align``: beads for the articles of a corpus, or for the pairs of a JSON Lines file."""

import json
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from visavis.alignment.beads import Bead, align_all, check_document, check_limits, review
from visavis.alignment.methods import ALIGNERS, Document, Encode, Progress, Settings
from visavis.errors import DataError, UsageError


class Row(NamedTuple):
    """A line of the file: the id of the pair and its sentences."""

    id: str
    document: Document


HALF = re.compile(r"[\ud800-\udfff]")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "articles", nargs="*", metavar="ARTICLE", help="ids; by default all that have no beads yet"
    )
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--batch",
        metavar="FILE.jsonl",
        type=Path,
        help='lines {"id", "fr": [sentence...], "en": [sentence...]} with an optional '
        '"anchors": [[i, j]...], positions between sentences that correspond',
    )
    parser.add_argument(
        "--langs",
        type=_languages,
        default=("fr", "en"),
        metavar="fr-en",
        help='the languages of "fr" and "en", for example de-fr (default: %(metavar)s)',
    )
    parser.add_argument(
        "--method", choices=list(ALIGNERS), default="lexical", help="default: %(default)s"
    )
    parser.add_argument(
        "--limits",
        type=int,
        nargs=2,
        default=(4, 4),
        metavar=("SOURCE", "TARGET"),
        help="most sentences of a bead on each side (default: 4 4)",
    )
    parser.add_argument(
        "--alone",
        action="store_true",
        help="align each pair as if it were alone, instead of learning from all of them",
    )
    parser.add_argument(
        "--no-lexicon", action="store_true", help="do without the lexicon of the package"
    )
    parser.add_argument(
        "--encoder",
        metavar="NAME",
        help='"use" (16 languages, comes with visavis[encoder]) or a model of '
        "sentence-transformers: sentences as vectors, trusted as far as they tell translations "
        "from other sentences of these texts and the words do not",
    )
    parser.add_argument(
        "--review",
        type=float,
        metavar="THRESHOLD",
        help="list the beads less sure than this, in reading order, instead of all beads",
    )


def run(args: Namespace) -> int:
    """Align, and write or print the beads; or print those that a person should read."""
    check_limits(tuple(args.limits))
    if args.review is not None:
        review({}, args.review)
    return _run_corpus(args) if args.batch is None else _run_batch(args)


def _run_batch(args: Namespace) -> int:
    if args.articles:
        msg = f"{args.articles[0]}: articles are of a corpus. Leave them out with --batch."
        raise UsageError(msg)
    rows = list(read(args.batch))
    with _progress() as progress:
        beads = align_all(
            (row.document for row in rows),
            method=args.method,
            settings=_settings(args, progress),
            together=not args.alone,
        )
    for line in _all(rows, beads) if args.review is None else _doubts(rows, beads, args.review):
        print(line)
    return 0


def _run_corpus(args: Namespace) -> int:
    """Write beads for the articles named, or for those that have none; or print the doubts."""
    from visavis.alignment import articles  # noqa: PLC0415 - a batch needs no tables
    from visavis.corpus import journal, model, reading  # noqa: PLC0415 - a batch needs no tables
    from visavis.corpus.records import encode  # noqa: PLC0415 - as above

    corpus = reading.read(args.corpus)
    if args.review is not None:
        if unknown := sorted(set(args.articles) - set(corpus.articles["id"])):
            msg = f"{unknown[0]}: no article of {args.corpus}. Give an id of its articles.jsonl."
            raise UsageError(msg)
        for doubt in articles.doubts(corpus, args.review, args.articles):
            print(f"{doubt.article}:{doubt.bead}  {doubt.confidence:.3f}")
            print(f"  fr  {doubt.fr}\n  en  {doubt.en}")
        return 0
    waiting = articles.unaligned(corpus)
    if wrong := sorted(set(args.articles) - set(waiting)):
        msg = f"{wrong[0]}: has beads already, or lacks a text. Remove its beads to align it anew."
        raise UsageError(msg)
    chosen = args.articles or waiting
    with _progress() as progress:
        settings = _settings(args, progress)
        result = articles.propose(corpus, chosen, method=args.method, settings=settings)
    contents = {model.layer_path(article, "beads"): encode(b) for article, b in result.items()}
    journal.change(args.corpus, "align", contents)
    for article, beads in result.items():
        path = args.corpus / model.layer_path(article, "beads")
        print(f"{path}: {len(beads)} beads, to be verified by reading")
    return 0


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on stderr for work that takes longer than `PATIENCE`."""
    with tqdm(
        total=1,
        desc="aligning",
        bar_format="{desc}: {percentage:.0f} % [{elapsed}<{remaining}]",
        delay=PATIENCE,
        leave=False,
    ) as bar:
        yield bar.update


PATIENCE = 2
"""Seconds without a word."""


def _settings(args: Namespace, progress: Progress) -> Settings:
    limits = tuple(args.limits)
    lexicon: dict[str, list[str]] | None = {} if args.no_lexicon else None
    return Settings(args.langs, limits, lexicon, _encoder(args.encoder), progress)


def read(path: Path) -> Iterator[Row]:
    """The pairs of a file, in order.

    Raises:
        UsageError: the file cannot be opened.
        DataError: a line is not as it must be; the message names file and line.
    """
    seen: dict[str, int] = {}
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                place = f"{path}:{number}"
                text = _decoded(line, place)
                if not text.strip():
                    continue
                row = _row(text, place)
                if row.id in seen:
                    msg = (
                        f"{place}: id {row.id!r} is that of line {seen[row.id]}. "
                        "Give each pair an id of its own."
                    )
                    raise DataError(msg)
                seen[row.id] = number
                yield row
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror}). Give a JSON Lines file."
        raise UsageError(msg) from error


def _decoded(line: bytes, place: str) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        msg = f"{place}: not UTF-8 (byte {error.start} of the line). Save the file as UTF-8."
        raise DataError(msg) from error
    if text.startswith("\ufeff"):
        msg = f"{place}: a byte order mark. Save the file as UTF-8 without one."
        raise DataError(msg)
    return text


def _row(line: str, place: str) -> Row:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        msg = f"{place}: not JSON ({error}). Give one object a line."
        raise DataError(msg) from error
    if not (isinstance(values, dict) and {"id", "fr", "en"} <= values.keys()):
        msg = f'{place}: not an object with "id", "fr" and "en". Add what is missing.'
        raise DataError(msg)
    identifier = values["id"]
    if not isinstance(identifier, str):
        msg = f'{place}: "id" is not a string. Put it in quotes.'
        raise DataError(msg)
    for side in ("fr", "en"):
        if not isinstance(values[side], list):
            msg = f"{place}: {side!r} is not a list of sentences. Give a list of strings."
            raise DataError(msg)
    document = Document(values["fr"], values["en"], _anchors(values.get("anchors", []), place))
    check_document(document, place)
    if any(HALF.search(text) for text in (identifier, *document.fr, *document.en)):
        msg = f"{place}: half a character (a lone surrogate, \\ud800 to \\udfff). Remove it."
        raise DataError(msg)
    return Row(identifier, document)


def _anchors(values: object, place: str) -> list[tuple[int, int]]:
    pairs: list[object] = values if isinstance(values, list) else [values]
    good = [p for p in pairs if isinstance(p, list) and [type(x) for x in p] == [int, int]]
    if len(good) < len(pairs):
        msg = f'{place}: "anchors" is not a list of pairs of numbers. Write [[i, j], ...].'
        raise DataError(msg)
    return [(i, j) for i, j in good]


def _languages(value: str) -> tuple[str, str]:
    source, _, target = value.partition("-")
    if not (source.isalpha() and target.isalpha()):
        msg = f"{value!r} is not a pair of language codes such as fr-en"
        raise ArgumentTypeError(msg)
    return source.lower(), target.lower()


def _encoder(model: str | None) -> Encode | None:
    if model is None:
        return None
    from visavis.alignment.methods.encoder import sentence_encoder  # noqa: PLC0415 - only when asked for

    return sentence_encoder(model)


def _all(rows: Sequence[Row], beads: Sequence[Sequence[Bead]]) -> Iterator[str]:
    for row, result in zip(rows, beads, strict=True):
        values = {
            "id": row.id,
            "beads": [[bead.fr, bead.en] for bead in result],
            "confidence": [round(bead.confidence, 6) for bead in result],
        }
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _doubts(
    rows: Sequence[Row], beads: Sequence[Sequence[Bead]], threshold: float
) -> Iterator[str]:
    by_document = {row.id: result for row, result in zip(rows, beads, strict=True)}
    texts = {row.id: row.document for row in rows}
    for document, number, bead in review(by_document, threshold):
        values = {
            "id": document,
            "bead": number,
            "type": bead.type,
            "confidence": round(bead.confidence, 6),
            "fr": {str(i): texts[document].fr[i] for i in bead.fr},
            "en": {str(j): texts[document].en[j] for j in bead.en},
        }
        yield json.dumps(values, ensure_ascii=False)
