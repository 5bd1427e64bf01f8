"""``visavis align``: beads for the articles of a corpus, or for pairs of texts in files."""

import json
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from tqdm import tqdm

from visavis.alignment.beads import Alignment, alignments, check_limits, review
from visavis.alignment.methods import ALIGNERS, Encode, Progress, Settings
from visavis.alignment.notices import notices
from visavis.alignment.pairs import FORMATS, PLACES, Row, read, read_texts
from visavis.cluster import Mapper, mapper
from visavis.commands.clusters import add_cluster
from visavis.errors import UsageError

EPILOG = """\
what is known of languages
  every pair       lengths, numbers, words that are written alike, and translations that the texts
                   themselves teach: many pairs together teach more than one alone
  fr-en, en-fr     a lexicon, and the endings of both languages
  ar de en es fr   with --encoder use, also it ja ko nl pl pt ru th tr zh: sentences as vectors,
                   trusted only as far as they tell translations from other sentences
Numbers of sentences count from 0. Each pair has "translation", the probability that its texts are
translations at all; what is doubtful is told on standard error: texts that are no translation,
stretches out of order or without a translation.

examples  visavis align
          visavis align --texts lettre.fr.txt lettre.en.txt --format tsv
          visavis align --batch pairs.jsonl --langs de-fr --encoder use"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.epilog = EPILOG
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument(
        "articles", nargs="*", metavar="ARTICLE", help="ids; by default all that have no beads yet"
    )
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--batch",
        metavar="FILE.jsonl",
        type=Path,
        help='pairs, lines {"id", "fr": [sentence...], "en": [sentence...]}, or "src" and "tgt", '
        'with an optional "anchors": [[i, j]...], positions between sentences that correspond',
    )
    parser.add_argument(
        "--texts",
        nargs=2,
        type=Path,
        metavar=("SOURCE", "TARGET"),
        help="one pair: two plain files with a sentence on each line",
    )
    parser.add_argument(
        "--format",
        choices=list(FORMATS),
        default="json",
        help="output of pairs: json, one object a pair; tsv, a line a bead (id, numbers, numbers, "
        'confidence, text, text); pharaoh, a line of links "0-0 1-1" a pair (default: json)',
    )
    parser.add_argument(
        "--langs",
        type=_languages,
        default=("fr", "en"),
        metavar="fr-en",
        help='codes of the languages of "fr" and "en", any two, for example de-fr '
        "(default: %(metavar)s)",
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
        "--jobs",
        type=int,
        default=1,
        help="processes, for thousands of pairs or one very long text (default: %(default)s)",
    )
    add_cluster(parser)
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
    return _run_corpus(args) if args.batch is None and args.texts is None else _run_pairs(args)


def _run_pairs(args: Namespace) -> int:
    option = "--batch" if args.texts is None else "--texts"
    if args.articles:
        msg = "articles are of a corpus"
        raise UsageError(msg, where=args.articles[0], remedy=f"Leave them out with {option}.")
    if args.texts is not None and args.batch is not None:
        msg = "--batch and --texts: give one of them."
        raise UsageError(msg)
    rows = list(read(args.batch)) if args.texts is None else [read_texts(*args.texts)]
    with _progress() as progress, mapper(args.cluster) as elsewhere:
        result = alignments(
            (row.document for row in rows),
            method=args.method,
            settings=_settings(args, progress, elsewhere),
            together=not args.alone,
        )
    names = {row.id: own for row, own in zip(rows, result, strict=True)}
    if args.review is not None:
        lines = _doubts(rows, result, args.review)
    else:
        pairs = zip(rows, result, strict=True)
        lines = chain.from_iterable(FORMATS[args.format](*pair) for pair in pairs)
    for line in lines:
        print(line)
    _tell(names, args.langs)
    return 0


def _tell(result: Mapping[str, Alignment], langs: tuple[str, str]) -> None:
    """Print on stderr what is wrong with the texts."""
    for notice in notices(result, langs):
        print(f"visavis align: {notice}", file=sys.stderr)


def _run_corpus(args: Namespace) -> int:
    """Write beads for the articles named, or for those that have none; or print the doubts."""
    from visavis.alignment import articles  # noqa: PLC0415 - a batch needs no tables
    from visavis.corpus import journal, model, reading  # noqa: PLC0415 - a batch needs no tables
    from visavis.corpus.records import encode  # noqa: PLC0415 - as above

    corpus = reading.read(args.corpus)
    if args.review is not None:
        if unknown := sorted(set(args.articles) - set(corpus.articles["id"])):
            msg = f"no article of {args.corpus}"
            raise UsageError(msg, where=unknown[0], remedy="Give an id of its articles.jsonl.")
        for doubt in articles.doubts(corpus, args.review, args.articles):
            print(f"{doubt.article}:{doubt.bead}  {doubt.confidence:.3f}")
            print(f"  fr  {doubt.fr}\n  en  {doubt.en}")
        return 0
    waiting = articles.unaligned(corpus)
    if wrong := sorted(set(args.articles) - set(waiting)):
        msg = "has beads already, or lacks a text"
        raise UsageError(msg, where=wrong[0], remedy="Remove its beads to align it anew.")
    chosen = args.articles or waiting
    with _progress() as progress, mapper(args.cluster) as elsewhere:
        settings = _settings(args, progress, elsewhere)
        result = articles.proposals(corpus, chosen, method=args.method, settings=settings)
    paths = {article: model.layer_path(article, "beads") for article in result}
    contents = {paths[article]: encode(own.beads) for article, own in result.items()}
    journal.change(args.corpus, "align", contents)
    for article, own in result.items():
        path = args.corpus / paths[article]
        print(f"{path}: {len(own.beads)} beads, to be verified by reading")
    _tell({article: own.alignment for article, own in result.items()}, ("fr", "en"))
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


def _settings(args: Namespace, progress: Progress, elsewhere: Mapper | None) -> Settings:
    limits = tuple(args.limits)
    lexicon: dict[str, list[str]] | None = {} if args.no_lexicon else None
    encode = _encoder(args.encoder)
    return Settings(args.langs, limits, lexicon, encode, progress, jobs=args.jobs, mapper=elsewhere)


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


def _doubts(rows: Sequence[Row], result: Sequence[Alignment], threshold: float) -> Iterator[str]:
    by_document = {row.id: own.beads for row, own in zip(rows, result, strict=True)}
    chosen = {row.id: row for row in rows}
    for document, number, bead in review(by_document, threshold):
        row = chosen[document]
        values = {
            "id": document,
            "bead": number,
            "type": bead.type,
            "confidence": round(bead.confidence, PLACES),
            row.keys[0]: {str(i): row.document.fr[i] for i in bead.fr},
            row.keys[1]: {str(j): row.document.en[j] for j in bead.en},
        }
        yield json.dumps(values, ensure_ascii=False)
