"""The command line: one verb a stage of the pipeline.

A verb is a module of ``visavis.commands`` with ``add_arguments(parser)`` and ``run(args) -> int``
(the exit status); it is imported only when it is called, so that light verbs start at once.
Exit status: 0 clean, 1 something in the data is wrong, 2 the call is wrong.
"""

import argparse
import sys
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING

from visavis import __version__
from visavis.commands.terminal import Unread, safe_streams
from visavis.errors import VisavisError

if TYPE_CHECKING:
    from collections.abc import Sequence

GROUPS = {
    "Make a corpus": {
        "init": "make a new, empty corpus",
        "add": "add texts, and their translations, to a corpus",
        "import": "add the articles of files of another tool: TMX, brat, CoNLL-U, ...",
        "list": "list the articles of a corpus",
        "show": "show what is known of an article",
        "set": "change what is known of articles",
        "rename": "give an article another id",
        "remove": "take articles out, with all that hangs on them",
        "hydrate": "put third-party texts that you hold into a corpus",
        "reanchor": "move all records of articles to their edited texts",
    },
    "Align and annotate": {
        "align": "propose which sentences of a text and its translation go together",
        "beads": "show the beads of an article and correct them",
        "regions": "show and correct what each part of a page is",
        "suggest": "pre-annotate articles, as suggestions to be decided by reading",
        "worksheet": "annotate an article as plain text, in any editor",
        "studio": "annotate in Label Studio: up, down, status, push, pull",
        "kb": "list, add and merge the entities of the knowledge base",
        "facts": "list, add and merge the amount facts",
        "agree": "measure the agreement of two passes of annotation",
        "score": "score predicted annotations against gold, with intervals",
        "adjudicate": "list the differences of two passes, to be decided",
        "audit": "let a reader judge drawn records; the error of the corpus with intervals",
    },
    "Look and check": {
        "view": "show aligned sentences with their spans marked",
        "stats": "count what a corpus holds and how far it is annotated",
        "validate": "check a corpus by the rules",
        "waive": "accept a finding that was reviewed",
        "format": "write every row file in its canonical form",
        "undo": "take back what the last command changed in a corpus",
    },
    "Release": {
        "build": "write the release of a corpus",
        "export": "write articles in the format of another tool: TMX, brat, CoNLL-U, ...",
        "page": "write one HTML file to read, search and question a release",
        "diff": "compare two releases or corpora; the version that follows",
        "publish": "put the release of a corpus on the Hub, as one commit and one tag",
        "verify": "prove that a published version is equal to the local build",
        "versions": "list the versions of a data set on the Hub",
        "fetch": "write a published version into a folder, every file of it proved",
        "lock": "write down which version of each data set a project uses",
        "sign": "sign a published version, or a release folder",
        "withdraw": "say that published versions are not to be used",
        "erratum": "say which rows of published versions are wrong",
    },
    "Any text": {
        "check": "check whether a translation says the same: figures, dates, names, negation",
        "segment": "print the sentences of a text, one JSON object a line",
        "completion": "print a script that completes verbs and options in your shell",
        "amounts": "find the amounts of texts on standard input, with their values",
    },
}
"""Purpose -> verb -> what it does; the verb names its module."""

COMMANDS = {verb: purpose for verbs in GROUPS.values() for verb, purpose in verbs.items()}
"""Verb -> what it does."""

INTRODUCTION = """\
Visavis makes, checks and publishes corpora of texts with their translations: aligned sentence by
sentence, annotated in both languages, opened by load_dataset."""

EXAMPLES = """\
examples:
  visavis init news && cd news && visavis add ../texts --en ../translations --rights CC-BY-4.0
  visavis align && visavis validate && visavis build

`visavis VERB --help` tells the options of a verb, with an example."""

INTERRUPTED = 130
"""Exit status of a process stopped by SIGINT (POSIX shells: 128 + 2)."""


STREAMS = frozenset({"check", "segment", "amounts"})
"""Verbs that answer line by line and may never end: they stop when nobody reads any more."""

UNREAD = 141
"""Exit status of such a verb whose reader has gone (POSIX shells: 128 + 13, SIGPIPE)."""


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one verb and return its exit status; errors of the user become one line on stderr."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    with safe_streams(stop=arguments[:1] in [[verb] for verb in STREAMS]):
        return _main(arguments)


def _main(arguments: "Sequence[str]") -> int:
    args = _parser(arguments).parse_args(arguments)
    try:
        return int(import_module(f"visavis.commands.{args.verb}").run(args))
    except VisavisError as error:
        print(f"visavis {args.verb}: {error}", file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except Unread:
        return UNREAD


class _Parser(argparse.ArgumentParser):
    """The parser of ``visavis``, whose help groups the verbs by purpose."""

    def format_help(self) -> str:
        """Return the introduction, the verbs and two examples."""
        groups = [
            "\n".join([f"{title}:", *(f"  {verb:12}{does}" for verb, does in verbs.items())])
            for title, verbs in GROUPS.items()
        ]
        usage = "usage: visavis VERB [options]"
        return "\n\n".join([usage, INTRODUCTION, *groups, EXAMPLES]) + "\n"


def _parser(arguments: "Sequence[str]") -> argparse.ArgumentParser:
    """Return the parser; only the verb that is called is imported."""
    parser = _Parser(prog="visavis")
    parser.add_argument("--version", action="version", version=f"visavis {__version__}")
    called = next(iter(arguments), "")
    if called and not called.startswith("-") and called not in COMMANDS:
        alike = get_close_matches(called, COMMANDS, 1)
        hint = f"Did you mean {alike[0]}?" if alike else "`visavis --help` lists the verbs."
        parser.exit(2, f"visavis: there is no verb {called!r}. {hint}\n")
    verbs = parser.add_subparsers(
        dest="verb", metavar="VERB", required=True, parser_class=argparse.ArgumentParser
    )
    for verb, purpose in COMMANDS.items():
        command = verbs.add_parser(verb, help=purpose, description=purpose)
        if verb == called:
            _declare(command, verb)
    return parser


def full_parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs with all their options."""
    parser = _Parser(prog="visavis")
    verbs = parser.add_subparsers(dest="verb", parser_class=argparse.ArgumentParser)
    for verb, purpose in COMMANDS.items():
        command = verbs.add_parser(verb, help=purpose, description=purpose)
        _declare(command, verb)
        for action in command._actions:  # noqa: SLF001 - argparse has no other list of options
            if action.choices and not isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
                action.choices = list(action.choices)  # a dictionary would be taken for verbs
    return parser


def verb_parser(verb: str) -> argparse.ArgumentParser:
    """Return the parser of one verb alone, as its ``--help`` shows it."""
    parser = argparse.ArgumentParser(prog=f"visavis {verb}", description=COMMANDS[verb])
    _declare(parser, verb)
    return parser


def _declare(parser: argparse.ArgumentParser, verb: str) -> None:
    """Give the parser of a verb its options; its description begins with what the verb does."""
    purpose = COMMANDS[verb]
    import_module(f"visavis.commands.{verb}").add_arguments(parser)
    if parser.description != purpose:
        sentence = purpose[0].upper() + purpose[1:]
        parser.description = f"{sentence}.\n\n{parser.description}"
