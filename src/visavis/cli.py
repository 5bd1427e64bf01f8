"""The command line: one verb a stage of the pipeline.

A verb is a module of ``visavis.commands`` with ``add_arguments(parser)`` and ``run(args) -> int``
(the exit status); it is imported only when it is called, so that light verbs start at once.
Exit status: 0 clean, 1 something in the data is wrong, 2 the call is wrong.
"""

import argparse
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from visavis import __version__
from visavis.errors import VisavisError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "init": "make a new, empty corpus",
    "add": "add French texts, and their translations, to a corpus",
    "list": "list the articles of a corpus",
    "show": "show what is known of an article",
    "set": "change what is known of articles",
    "rename": "give an article another id",
    "remove": "take articles out, with all that hangs on them",
    "hydrate": "put third-party texts that you hold into a corpus",
    "segment": "print the sentences of a text, one JSON object a line",
    "amounts": "find the amounts of texts on standard input, with their values",
    "align": "propose which sentences of a text and its translation go together",
    "beads": "show the beads of an article and correct them",
    "suggest": "pre-annotate articles, as suggestions to be decided by reading",
    "worksheet": "annotate an article as plain text, in any editor",
    "agree": "measure the agreement of two passes of annotation",
    "studio": "annotate in Label Studio: up, down, status, push, pull",
    "adjudicate": "list the differences of two passes, to be decided",
    "reanchor": "move all records of articles to their edited texts",
    "format": "write every row file in its canonical form",
    "undo": "take back what the last command changed in a corpus",
    "validate": "check a corpus by the rules",
    "waive": "accept a finding that was reviewed",
    "build": "write the release of a corpus",
    "diff": "compare two releases or corpora; the version that follows",
    "publish": "put the release of a corpus on the Hub, as one commit and one tag",
    "verify": "prove that a published version is equal to the local build",
    "view": "show aligned sentences with their spans marked",
}
"""Verb -> what it does, in the order of the pipeline; the verb names its module."""

INTERRUPTED = 130
"""Exit status of a process stopped by SIGINT (POSIX shells: 128 + 2)."""


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one verb and return its exit status; errors of the user become one line on stderr."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    parser = argparse.ArgumentParser(prog="visavis", description=import_module("visavis").__doc__)
    parser.add_argument("--version", action="version", version=f"visavis {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for verb, purpose in COMMANDS.items():
        command = verbs.add_parser(verb, help=purpose, description=purpose)
        if verb in arguments[:1]:
            import_module(f"visavis.commands.{verb}").add_arguments(command)
    args = parser.parse_args(arguments)
    try:
        return int(import_module(f"visavis.commands.{args.verb}").run(args))
    except VisavisError as error:
        print(f"visavis {args.verb}: {error}", file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
