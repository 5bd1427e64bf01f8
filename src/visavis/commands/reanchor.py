"""``visavis reanchor``: move all records of articles to their edited texts."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from shutil import which
from typing import NamedTuple

import msgspec

from visavis import files
from visavis.annotation.adjudication import RULINGS, Ruling
from visavis.annotation.passes import PASSES
from visavis.corpus import journal
from visavis.corpus.articles import Article
from visavis.corpus.canonical import layer_bytes
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import ARTICLES, layer_path, text_path
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.reanchor import Reanchored, reanchor
from visavis.corpus.records import Record, encode
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS, Lang
from visavis.text.edits import Edit

UNPLACED = Path("annotations/unplaced")
"""Folder of the records whose words are gone, a file an article: rows with their layer."""

DESCRIPTION = """\
After an edit of a text in raw/, every offset behind it is wrong. This command compares the text
with the one that the article's row was written for, moves all records (layers, beads, regions,
passes, rulings) and renews the hash. The old text is taken from --old, from git, or from the copy
that `visavis add` keeps.

A record whose words are gone has no place. The command then names it and changes nothing; with
--set-aside such records go to annotations/unplaced/ARTICLE.jsonl. `visavis undo` takes all back.

example   visavis reanchor --dry-run
"""


class _File(NamedTuple):
    """A file with records of one article: its path in the corpus, its layer, whether it is gold."""

    path: Path
    layer: str
    gold: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="ids (default: all edited)")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--old", type=Path, help="file with the text before the edit")
    parser.add_argument("--set-aside", action="store_true", help="move what has no place aside")
    parser.add_argument("--dry-run", action="store_true", help="only print what would change")


def run(args: argparse.Namespace) -> int:
    """Move the records; status 1 if some have no place and are not set aside."""
    articles = read_articles(args.corpus)
    chosen = _chosen(articles, args.articles)
    edits = {article.id: _edits(args.corpus, article, args.old) for article in chosen}
    edits = {id_: edit for id_, edit in edits.items() if edit}
    if not edits:
        print("no text was edited: every text is the one that its row was written for")
        return 0
    contents: dict[Path, bytes | None] = {}
    unplaced = 0
    for article in articles:
        if article.id in edits:
            unplaced += _article(args.corpus, article, edits[article.id], contents)
    contents[ARTICLES] = encode(
        _renewed(args.corpus, article, edits.get(article.id, {}))
        for article in sorted(articles, key=attrgetter("id"))
    )
    contents |= _rulings(args.corpus, edits)
    if unplaced and not (args.set_aside or args.dry_run):
        msg = f"{unplaced} records have no place in the new text, so nothing was changed"
        remedy = "Put their words back, or move the records aside with --set-aside."
        raise DataError(msg, remedy=remedy)
    steps = journal.plan(args.corpus, contents)
    if not args.dry_run:
        journal.change(args.corpus, "reanchor", contents)
    for step in steps:
        print(f"would {step}" if args.dry_run else step, file=sys.stderr)
    return int(bool(unplaced) and not args.set_aside)


def _chosen(articles: list[Article], ids: list[str]) -> list[Article]:
    by_id = {article.id: article for article in articles}
    for id_ in ids:
        if id_ not in by_id:
            msg = f"there is no article {id_!r}"
            raise UsageError(msg, remedy="`visavis list` names the articles.")
    return [by_id[id_] for id_ in ids] if ids else articles


def _edits(folder: Path, article: Article, option: Path | None) -> dict[Lang, Edit]:
    """Return the edit of each language whose text is not the one of the article's row."""
    edits: dict[Lang, Edit] = {}
    for lang in LANGS:
        path, expected = text_path(article.id, lang), getattr(article, f"sha256_{lang}")
        if expected is None or not (folder / path).is_file():
            continue
        data = files.read_bytes(folder / path)
        if files.sha256(data) != expected:
            old = _old_text(folder, path, expected, option)
            edits[lang] = Edit(files.decode(old, path), files.decode(data, path))
    return edits


def _old_text(folder: Path, path: Path, expected: str, old: Path | None) -> bytes:
    """Return the text of which ``expected`` is the hash.

    Raises:
        UsageError: it is neither in the file that is given, nor in git, nor among the copies.
    """
    candidates = [*([old] if old else []), folder / journal.TEXTS / expected]
    for candidate in candidates:
        if candidate.is_file():
            data = files.read_bytes(candidate)
            if files.sha256(data) == expected:
                return data
    for data in _versions(folder, path):
        if files.sha256(data) == expected:
            return data
    msg = "the text before the edit is not found: its SHA-256 begins " + expected[:12]
    remedy = "Name a file that holds it with --old, or put the old text back."
    raise UsageError(msg, where=folder / path, remedy=remedy)


def _versions(folder: Path, path: Path) -> Iterator[bytes]:
    """Yield the contents of a file in git, the newest first; none where there is no repository."""
    git = which("git") or "git"
    log = [git, "log", "--format=%H", "--", path.as_posix()]
    listed = subprocess.run(log, cwd=folder, capture_output=True, check=False)  # noqa: S603 - a path of the corpus
    for commit in listed.stdout.decode().split() if not listed.returncode else ():
        show = [git, "show", f"{commit}:./{path.as_posix()}"]
        content = subprocess.run(show, cwd=folder, capture_output=True, check=False)  # noqa: S603 - as above
        if not content.returncode:
            yield content.stdout


def _article(
    folder: Path, article: Article, edits: dict[Lang, Edit], contents: dict[Path, bytes | None]
) -> int:
    """Add the new files of an article to ``contents``; return how many records have no place."""
    aside = list[bytes]()
    texts = {lang: edit.new for lang, edit in edits.items()}
    for lang in LANGS:
        path = folder / text_path(article.id, lang)
        if lang not in texts and path.is_file():
            texts[lang] = files.decode(files.read_bytes(path), path)
    for file in _files(folder, article.id):
        result = reanchor(read_rows(folder / file.path, LAYERS[file.layer]), edits)
        _report(file, result)
        rows = result.rows
        contents[file.path] = (
            (layer_bytes(rows, article, texts, file.path) if file.gold else encode(rows))
            if rows
            else None
        )
        aside += [_aside(file, row) for row in result.unplaced]
    if aside:
        path = UNPLACED / f"{article.id}.jsonl"
        before = files.read_bytes(folder / path) if (folder / path).is_file() else b""
        contents[path] = before + b"".join(aside)
    return len(aside)


def _files(folder: Path, article: str) -> Iterator[_File]:
    for layer in LAYERS:
        yield _File(layer_path(article, layer), layer, gold=True)
        for path in sorted((folder / PASSES).glob(f"*/{layer}/{article}.jsonl")):
            yield _File(path.relative_to(folder), layer, gold=False)


def _report(file: _File, result: Reanchored) -> None:
    for span, before, after in result.reworded:
        print(f"{file.path}: {span.id} of {span.lang}: {before!r} is {after!r} now")
    for span, field in result.reduced:
        print(f"{file.path}: {span.id} of {span.lang}: its {field} has no place and is taken out")
    for row in result.unplaced:
        print(f"{file.path}: {getattr(row, 'id', '')}: its words are gone; it has no place")


def _aside(file: _File, row: Record) -> bytes:
    entry = {"file": file.path.as_posix(), "layer": file.layer, "row": row}
    return msgspec.json.encode(entry) + b"\n"


def _renewed(folder: Path, article: Article, edits: dict[Lang, Edit]) -> Article:
    hashes = {
        f"sha256_{lang}": files.sha256(files.read_bytes(folder / text_path(article.id, lang)))
        for lang in edits
    }
    return msgspec.structs.replace(article, **hashes)


def _rulings(folder: Path, edits: dict[str, dict[Lang, Edit]]) -> dict[Path, bytes | None]:
    """Return the rulings with their new places; one whose words are gone keeps its old place."""
    if not (folder / RULINGS).is_file():
        return {}
    rows = read_rows(folder / RULINGS, Ruling)
    return {RULINGS: encode(_ruling(row, edits.get(row.article, {})) for row in rows)}


def _ruling(row: Ruling, edits: dict[Lang, Edit]) -> Ruling:
    moved = edits[row.lang].span(row.start, row.end) if row.lang in edits else None
    return msgspec.structs.replace(row, start=moved.start, end=moved.end) if moved else row
