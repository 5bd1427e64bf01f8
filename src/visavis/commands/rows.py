"""What ``visavis kb`` and ``visavis facts`` have in common: list, add and merge rows."""

import argparse

import msgspec

from visavis.commands.changes import add_dry_run, apply
from visavis.corpus.reading import read_rows
from visavis.corpus.records import fields
from visavis.corpus.shared import TABLES, add, merge
from visavis.errors import UsageError

Parts = argparse._SubParsersAction  # noqa: SLF001 - the type has no public name


def declare(
    parser: argparse.ArgumentParser, name: str, example: str
) -> "Parts[argparse.ArgumentParser]":
    """Declare the options of a verb that edits the table ``name``; return its parts."""
    names = ", ".join(field.name for field in fields(TABLES[name].kind))
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = f"Edit {TABLES[name].path}. Fields: {names}.\n\nexample   {example}"
    parser.set_defaults(table=name)
    what = parser.add_subparsers(dest="what", metavar="list|add|merge", required=True)
    listed = what.add_parser("list", help="print the rows that have a word")
    listed.add_argument("word", nargs="?", default="", help="part of an id or a name")
    added = what.add_parser("add", help="add a row")
    added.add_argument("values", nargs="+", metavar="FIELD=VALUE", help="a list is written as JSON")
    merged = what.add_parser("merge", help="let all that names one row name another")
    merged.add_argument("kept", metavar="KEPT", help="id of the row that stays")
    merged.add_argument("gone", metavar="GONE", help="id of the row that goes")
    for part in (listed, added, merged):
        add_dry_run(part)
    return what


def run(args: argparse.Namespace) -> int:
    """List, add or merge rows."""
    table = TABLES[args.table]
    if args.what == "list":
        for row in read_rows(args.corpus / table.path, table.kind):
            line = msgspec.json.encode(row).decode()
            if args.word.lower() in line.lower():
                print(line)
    elif args.what == "add":
        apply(args, args.table, add(args.corpus, args.table, _values(args.values)))
    else:
        apply(args, args.table, merge(args.corpus, args.table, args.kept, args.gone))
    return 0


def _values(words: list[str]) -> dict[str, object]:
    values: dict[str, object] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            msg = f"{word!r} is not FIELD=VALUE"
            raise UsageError(msg, remedy="Write for example type=ORG.")
        try:
            values[name] = msgspec.json.decode(value) if value.startswith("[") else value
        except msgspec.DecodeError as error:
            msg = f"{word}: not JSON ({error})"
            raise UsageError(msg, remedy="Write a JSON list.") from error
    return values
