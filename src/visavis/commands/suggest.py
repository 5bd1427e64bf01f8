"""``visavis suggest``: pre-annotation of articles, as a pass of its own."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from visavis.annotation import passes
from visavis.annotation.proposals import propose
from visavis.annotation.suggest import SUGGESTED, suggestions
from visavis.corpus import journal, model, reading
from visavis.corpus.kb import Entity
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.model import KB
from visavis.corpus.records import encode
from visavis.corpus.schema import frame
from visavis.corpus.texts import refuse_changed
from visavis.errors import UsageError
from visavis.languages import LANGS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "articles", nargs="*", metavar="ARTICLE", help="ids; by default all without mentions"
    )
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--pass",
        dest="name",
        default="suggested",
        help="the pass under annotations/passes to write (default: %(default)s)",
    )
    parser.add_argument(
        "--replace", action="store_true", help="write over rows of the pass that differ"
    )
    parser.add_argument(
        "--no-entities",
        dest="entities",
        action="store_false",
        help="propose no new entities for names that stand in both languages",
    )
    parser.add_argument("--dry-run", action="store_true", help="only print what would change")


def run(args: argparse.Namespace) -> int:
    """Write the suggestions of each article; nothing under annotations/ but the pass changes."""
    name = passes.checked_name(args.name)
    corpus = reading.read(args.corpus)
    chosen, lacking = _chosen(corpus, args.articles)
    if not chosen:
        _explain_nothing(lacking, set(corpus.layers["mentions"]["article"]))
        return 0
    proposed = propose(corpus.part(chosen)) if args.entities else []
    corpus = replace(corpus, kb=_with(corpus.kb, proposed))
    refuse_changed(args.corpus, [a for a in reading.read_articles(args.corpus) if a.id in chosen])
    info = _info(args.corpus, name)
    contents: dict[Path, bytes | None] = {}
    entries = []
    for article in chosen:
        result = suggestions(corpus, article)
        rows = {
            (layer, article): [result[layer][i] for i in arrangement(result[layer])]
            for layer in SUGGESTED
        }
        contents |= passes.contents(info, rows)
        counts = ", ".join(f"{len(result[layer])} {layer}" for layer in SUGGESTED)
        entries.append(f"{article}: {counts}, to be decided by reading")
        if not result["mentions"]:
            entries.append(f"{article}: no name of it is in annotations/kb.jsonl")
    if proposed:
        contents[passes.PASSES / name / KB.name] = encode(proposed)
        entries.append(
            f"{len(proposed)} entities are proposed in {passes.PASSES / name / KB.name}; "
            f"`visavis kb accept {args.name} [ID...]` takes them into the knowledge base"
        )
    if not args.replace:
        passes.refuse_edited(args.corpus, contents)
    if args.dry_run:
        entries = [f"would {step}" for step in journal.plan(args.corpus, contents)]
    else:
        journal.change(args.corpus, "suggest", contents)
    for line in entries:
        print(line)
    return 0


def _chosen(
    corpus: model.Corpus, asked: Sequence[str]
) -> tuple[list[str], dict[str, tuple[str, str] | None]]:
    """Return the articles to suggest on, and what each article of the corpus lacks.

    Raises:
        UsageError: an article that is asked for does not exist or is not ready.
    """
    lacking = {id_: _lacks(corpus, id_) for id_ in corpus.articles["id"]}
    for article in asked:
        if article not in lacking:
            msg = f"there is no article {article!r}"
            raise UsageError(msg, remedy="`visavis list` names them.")
        if reason := lacking[article]:
            problem, remedy = reason
            raise UsageError(problem, where=article, remedy=remedy)
    annotated = set(corpus.layers["mentions"]["article"])
    ready = {article for article, reason in lacking.items() if not reason}
    return list(asked) or sorted(ready - annotated), lacking


def _lacks(corpus: model.Corpus, article: str) -> tuple[str, str] | None:
    """Return what an article lacks to be suggested on, and what to do; None where it is ready."""
    for lang in LANGS:
        if corpus.texts.filter(article=article, lang=lang).is_empty():
            return f"its {lang} text is not there", "Add it, or run `visavis hydrate`."
    for layer, verb in (("regions", "regions"), ("beads", "align")):
        if corpus.layers[layer].filter(article=article).is_empty():
            return f"it has no {layer}", f"Run `visavis {verb} {article}`."
    return None


def _explain_nothing(lacking: Mapping[str, tuple[str, str] | None], annotated: set[str]) -> None:
    """Say why there is no article to suggest on."""
    if not lacking:
        print("nothing to suggest: the corpus has no articles. Add some with `visavis add`.")
    for article, reason in lacking.items():
        if reason:
            print(f"{article}: nothing to suggest, {reason[0]}. {reason[1]}")
        elif article in annotated:
            print(
                f"{article}: nothing to suggest, it has mentions. Name it to suggest all the same."
            )


def _with(kb: pl.DataFrame, proposed: Sequence[Entity]) -> pl.DataFrame:
    rows = frame([("", line, row) for line, row in enumerate(proposed, start=1)], Entity)
    return pl.concat([kb, rows.drop("article").select(kb.columns)])


def _info(root: Path, name: str) -> passes.Pass:
    """The row of the pass, a program's; the pass of another annotator is refused."""
    if (passes.pass_folder(root, name) / passes.INFO).is_file():
        info = passes.info(root, name)
        if info.annotator != "program":
            msg = f"the pass of a {info.annotator}"
            raise UsageError(msg, where=name, remedy="Give another name with --pass.")
        return info
    return passes.Pass(
        id=name,
        annotator="program",
        made=datetime.now(UTC).date().isoformat(),
        guidelines="none: names, amounts and forms found by visavis suggest, projected to English",
    )
