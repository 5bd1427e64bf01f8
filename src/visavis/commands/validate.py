"""``visavis validate``: the findings of the rules."""

import argparse
import inspect as inspect_module
import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from shutil import which
from typing import Any

from tqdm import tqdm

from visavis import files
from visavis.cluster import mapper
from visavis.commands.clusters import add_cluster
from visavis.commands.terminal import counted
from visavis.corpus import model, reading
from visavis.corpus.articles import is_open, is_third_party
from visavis.corpus.fixes import mend, write
from visavis.corpus.layers import LAYERS
from visavis.corpus.records import fields, metas, values
from visavis.corpus.waivers import WAIVERS
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS
from visavis.validation.engine import choice, rules_by_id, severity
from visavis.validation.findings import Finding, explanation, remedy, rule_id
from visavis.validation.folder import FEW, check_folder
from visavis.validation.reports import FORMATS, Source, page, statistics, summary
from visavis.validation.rules import RULES

EPILOG = """\
exit status   0 no finding of severity error, 1 some, 2 the call is wrong
waivers       annotations/waivers.jsonl: {"rule", "path", "article", "lang", "id", "reason"} of a
              reviewed finding that is accepted; a waiver whose finding is gone is a finding
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = EPILOG
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--release", type=Path, help="also check this build of the corpus")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to write findings")
    rules: dict[str, Any] = {"action": "append", "default": [], "metavar": "RULE"}
    parser.add_argument("--select", **rules, help="ask these rules or levels only")
    parser.add_argument("--ignore", **rules, help="leave these rules or levels out")
    parser.add_argument(
        "--explain",
        metavar="NAME",
        help="tell what a rule, a layer or a field (mentions.form) means; all: the page of rules",
    )
    parser.add_argument("--max", type=int, metavar="N", help="print at most N findings")
    parser.add_argument("--quiet", action="store_true", help="print the summary only")
    parser.add_argument("--stats", action="store_true", help="count findings by article too")
    parser.add_argument("--fix", action="store_true", help="first mend what has one right answer")
    parser.add_argument(
        "--dry-run", action="store_true", help="with --fix: only print what would be mended"
    )
    parser.add_argument("--changed", metavar="REV", help="only the articles changed since REV")
    add_cluster(parser)


def run(args: argparse.Namespace) -> int:
    """Print the findings as they come; status 1 when there are errors."""
    if args.explain:
        print(_explained(args.explain), end="")
        return 0
    asked = choice(args.select, args.ignore)
    only = _changed(args.corpus, args.changed) if args.changed else None
    articles = reading.read_articles(args.corpus) if _readable(args.corpus) else []
    for article in articles:
        for lang in LANGS:
            hydrated = (args.corpus / model.text_path(article.id, lang)).is_file()
            if is_third_party(article, lang) and not hydrated:
                message = f"{article.id}: not hydrated; its {lang} text is not checked"
                print(message, file=sys.stderr)
    if args.fix:
        _fix(args.corpus, dry_run=args.dry_run)
    rendered = False if len(articles) > FEW else None
    with (
        mapper(args.cluster) as elsewhere,
        tqdm(
            total=len(articles), unit=" articles", disable=rendered, mininterval=1, leave=False
        ) as bar,
    ):

        def progress(done: int, _all: int) -> None:
            bar.update(done - bar.n)

        entries: list[Finding] = []
        workers = elsewhere or os.cpu_count() or 1
        findings = check_folder(args.corpus, asked, only=only, progress=progress, processes=workers)
        if args.release:
            findings = _with_release(findings, args.release, args.corpus)
        recorded = _kept(findings, entries)
        printed = islice(recorded, 0 if args.quiet else args.max)
        opened = {(a.id, lang) for a in articles for lang in LANGS if is_open(a, lang)}
        source = Source(_Texts(args.corpus), opened, _prefix(args.corpus))
        for line in FORMATS[args.format](printed, source):
            print(line, flush=True)
        deque(recorded, maxlen=0)
    return _summed(args, entries, len(articles))


def _summed(args: argparse.Namespace, findings: list[Finding], articles: int) -> int:
    """Print how many findings there are, by rule where there are several; return the status."""
    errors = sum(finding.severity == "error" for finding in findings)
    if findings and (args.quiet or args.stats or len(findings) > FEW_FINDINGS):
        print(*summary(findings), sep="\n", file=sys.stderr)
    if args.stats:
        print("", *statistics(findings), sep="\n", file=sys.stderr)
    warnings = len(findings) - errors
    line = f"{counted(errors, 'finding')} in {counted(articles, 'article')}"
    print(line + (f", {counted(warnings, 'warning')}" if warnings else ""), file=sys.stderr)
    return int(bool(errors))


FEW_FINDINGS = 10
"""Findings up to which no summary by rule is printed: they are on the screen."""


def _prefix(folder: Path) -> str:
    """Return the path of the corpus in its repository, with a slash at its end, or nothing."""
    command = [which("git") or "git", "rev-parse", "--show-prefix"]
    result = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 - no input of the user
    return "" if result.returncode else result.stdout.decode(errors="replace").strip()


def _with_release(findings: Iterator[Finding], release: Path, folder: Path) -> Iterator[Finding]:
    """The findings, and after them, where none is an error, those on the release."""
    from visavis.release.checks import inspect  # noqa: PLC0415 - `datasets` takes a second to import

    failed = False
    for finding in findings:
        failed |= finding.severity == "error"
        yield finding
    if not failed:
        yield from inspect(release, folder)


def _kept(findings: Iterator[Finding], record: list[Finding]) -> Iterator[Finding]:
    for finding in findings:
        record.append(finding)
        yield finding


def _readable(folder: Path) -> bool:
    """Whether the list of articles can be read; if not, the form rules tell why."""
    if not (folder / model.ARTICLES).is_file():
        reading.read_articles(folder)  # raises the error of a folder that is no corpus
    try:
        reading.read_articles(folder)
    except DataError:
        return False
    return True


class _Texts(dict[tuple[str, str], str]):
    """The texts of a corpus, each read when it is first shown."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def get(self, key: tuple[str, str], default: str | None = None) -> str | None:  # type: ignore[override]
        """The text of an article in a language, if it is there."""
        article, lang = key
        if key not in self and lang in LANGS:
            path = self._folder / "raw" / lang / f"{article}.txt"
            if path.is_file():
                self[key] = files.decode(files.read_bytes(path), path)
        return super().get(key, default)


def _explained(name: str) -> str:
    if name == "all":
        return page()
    layer, _, field = name.partition(".")
    if layer in LAYERS:
        return _layer(layer, field)
    choice([name])
    if name not in rules_by_id():
        members = ", ".join(rule_id(rule) for rule in RULES.get(name, ()))
        return f"{name}: a level of rules: {members}\n"
    rule = rules_by_id()[name]
    return f"{name} ({severity(rule)})\n\n{explanation(rule)}\n\nRemedy: {remedy(rule)}\n"


def _layer(layer: str, only: str) -> str:
    """Return what a layer is, and its fields with their meanings and values."""
    lines = []
    for field in fields(LAYERS[layer]):
        if only in ("", field.name):
            words = values(field.type)
            about = next((m.description for m in metas(field.type) if m.description), "")
            optional = "" if field.required else " (optional)"
            lines.append(f"{layer}.{field.name}{optional}: {about}")
            lines += [f"    one of {', '.join(words)}"] if words else []
    if not lines:
        names = ", ".join(field.name for field in fields(LAYERS[layer]))
        msg = f"{layer} has no field {only!r}"
        raise UsageError(msg, remedy=f"Its fields are {names}.")
    head = inspect_module.cleandoc(LAYERS[layer].__doc__ or "")
    return "\n".join([head, "", *lines] if not only else lines) + "\n"


def _fix(folder: Path, *, dry_run: bool) -> None:
    """Write what has one right answer, and say what was done."""
    mended = mend(folder)
    if not dry_run:
        write(folder, mended)
    for path, _, text in mended:
        would = "would be " if dry_run else ""
        print(f"{path}: {would}{'; '.join(text) or 'formatted'}", file=sys.stderr)


def _changed(folder: Path, revision: str) -> list[str] | None:
    """Ids of the articles that a change since the revision touches; None if it may touch all.

    Those of which a file or the row differs, or is new. The knowledge base, the facts and the
    waivers speak of all; before the first commit all is new.
    """
    if revision == "HEAD" and not _git(folder, "HEAD", "rev-parse", "--verify", "-q", missing=""):
        return None
    listed = _git(folder, revision, "diff", "--name-only", "--relative", "-z", "--end-of-options")
    others = _git(folder, None, "ls-files", "--others", "--exclude-standard", "-z")
    names = {name for name in [*listed.split("\0"), *others.split("\0")] if name}
    if names & {path.as_posix() for path in (model.KB, model.FACTS, WAIVERS)}:
        return None
    ids = {Path(name).stem for name in names}
    if model.ARTICLES.as_posix() in names:
        before = _git(folder, f"{revision}:./{model.ARTICLES.as_posix()}", "show", missing="")
        now = files.decode(files.read_bytes(folder / model.ARTICLES), model.ARTICLES)
        ids |= _named(set(now.splitlines()) - set(before.splitlines()))
    return sorted(ids)


def _named(lines: set[str]) -> set[str]:
    """The articles of rows; of one that cannot be read the rules will tell."""
    ids = set[str]()
    for line in lines:
        with suppress(ValueError, AttributeError):
            ids.add(str(json.loads(line).get("id")))
    return ids


def _git(folder: Path, revision: str | None, *command: str, missing: str | None = None) -> str:
    """What a command of git says; ``missing`` where it fails, if that is no error.

    Raises:
        UsageError: git fails.
    """
    called = [which("git") or "git", *command, *([revision] if revision else [])]
    text = subprocess.run(called, cwd=folder, capture_output=True, check=False)  # noqa: S603 - one revision, after --end-of-options
    if not text.returncode:
        return text.stdout.decode(errors="replace")
    if missing is not None:
        return missing
    reason = text.stderr.decode(errors="replace").strip().splitlines()[:1]
    msg = f"--changed {revision}: {''.join(reason)}"
    raise UsageError(msg, remedy="Name a commit of this repository.")
