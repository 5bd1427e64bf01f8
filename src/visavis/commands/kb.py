"""``visavis kb list|add|merge|accept``: the entities of the knowledge base."""

import argparse

from visavis.annotation import passes
from visavis.commands import rows
from visavis.commands.changes import add_dry_run, apply
from visavis.corpus.kb import Entity
from visavis.corpus.model import KB
from visavis.corpus.reading import read_rows
from visavis.corpus.shared import accept
from visavis.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    example = "visavis kb add id=asml type=ORG name_fr=ASML name_en=ASML"
    what = rows.declare(parser, "kb", example)
    accepted = what.add_parser("accept", help="take entities that `visavis suggest` proposed")
    accepted.add_argument("name", metavar="PASS", help="the pass of the suggestions")
    accepted.add_argument("ids", nargs="*", metavar="ID", help="(default: all that are proposed)")
    add_dry_run(accepted)


def run(args: argparse.Namespace) -> int:
    """List, add, merge or accept entities."""
    if args.what != "accept":
        return rows.run(args)
    path = passes.pass_folder(args.corpus, args.name) / KB.name
    proposed = {row.id: row for row in read_rows(path, Entity)}
    for id_ in args.ids:
        if id_ not in proposed:
            msg = f"{id_!r} is not proposed"
            raise UsageError(msg, where=path, remedy="The file lists what is.")
    chosen = [proposed[id_] for id_ in args.ids or proposed]
    apply(args, "kb", accept(args.corpus, chosen))
    return 0
