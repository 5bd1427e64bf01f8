"""Write the reference pages of docs/reference from the code: verbs, files, tables, Python.

python scripts/reference.py [--check]
"""

import argparse
import inspect
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import msgspec

import visavis
from visavis.annotation.adjudication import RULINGS, Ruling
from visavis.annotation.passes import INFO, PASSES, Pass
from visavis.cli import GROUPS, verb_parser
from visavis.corpus.articles import COMPATIBLE, Article
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import ARTICLES, FACTS, KB
from visavis.corpus.reading import read
from visavis.corpus.records import Record, fields, metas, values
from visavis.corpus.settings import Defaults, Settings, Splits
from visavis.corpus.waivers import WAIVERS, Waiver
from visavis.dataset.columns import kind, meaning
from visavis.dataset.tables import CONFIGS
from visavis.validation.reports import page as rules_page

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
NOTE = "Made from the code by `make reference`; do not edit.\n"

FILES: dict[str, type[Record]] = {
    ARTICLES.as_posix(): Article,
    **{f"annotations/{layer}/ARTICLE.jsonl": kind for layer, kind in LAYERS.items()},
    KB.as_posix(): Entity,
    FACTS.as_posix(): Fact,
    WAIVERS.as_posix(): Waiver,
    f"{(PASSES / 'PASS' / INFO).as_posix()}": Pass,
    RULINGS.as_posix(): Ruling,
}
"""Path of a row file -> the type of its rows."""


def verbs() -> Iterator[str]:
    """Yield the page of the verbs: the help of each, as the terminal shows it."""
    yield f"# Verbs\n\n{NOTE}"
    for purpose, group in GROUPS.items():
        yield f"## {purpose}\n"
        for verb in group:
            help_text = verb_parser(verb).format_help().rstrip()
            yield f"### visavis {verb}\n\n```text\n{help_text}\n```\n"


def files() -> Iterator[str]:
    """Yield the page of the files of a corpus: every row file with its fields."""
    yield f"# Files of a corpus\n\n{NOTE}"
    yield (
        "Texts are in `raw/fr` and `raw/en`, in UTF-8, exactly as they were collected. Everything "
        "said about them is in row files: one JSON object a line, keys in the order below, a field "
        "with its default left out. Offsets count Unicode code points, `[start, end)`. "
        "`visavis format` writes the canonical form.\n"
    )
    for path, record in FILES.items():
        yield f"## {path}\n\n{_first(record)}\n\n{_table(record)}\n"


def settings() -> Iterator[str]:
    """Yield the page of corpus.toml."""
    yield f"# corpus.toml\n\n{NOTE}"
    yield f"{_first(Settings)} Editors can use [corpus.schema.json](corpus.schema.json).\n"
    yield f"{inspect.cleandoc(Settings.__doc__ or '').partition('Attributes:')[2].strip()}\n"
    for name, table in (("defaults", Defaults), ("splits", Splits)):
        names = ", ".join(f"`{f.name}`" for f in msgspec.structs.fields(table))
        yield f"## [{name}]\n\n{_first(table)}\n\nKeys: {names}.\n"
    template = Path(visavis.__file__).parent / "corpus" / "template" / "corpus.toml"
    text = template.read_text(encoding="utf-8").rstrip()
    yield f"## As `visavis init` writes it\n\n```toml\n{text}\n```\n"


def rights() -> Iterator[str]:
    """Yield the page of rights: what may be done with a text under each."""
    yield f"# Rights\n\n{NOTE}"
    yield (
        "The row of an article states the rights of each side: an SPDX expression, "
        "`LicenseRef-NAME` for terms of its own, or `third-party`. What is unknown is not "
        "published: use `third-party`. The licence on the card of the data set must be one that "
        "all published texts allow; `visavis validate` says so where it is not.\n"
    )
    yield "| rights of a side | kept in git | in a public release | the card may state |"
    yield "| --- | --- | --- | --- |"
    for licence, allowed in COMPATIBLE.items():
        yield f"| {licence} | yes | yes | {', '.join(allowed)} |"
    yield "| any other SPDX expression, `LicenseRef-NAME` | yes | rows without the text | any |"
    yield "| third-party | no | rows without the text | any |"
    yield (
        "\n`visavis build --private` makes a release that is not to be published; with "
        "`--with-third-party` it holds every text that is in the folder.\n"
    )


def tables() -> Iterator[str]:
    """Yield the page of the tables of a release."""
    yield f"# Tables of a release\n\n{NOTE}"
    corpus = read(Path(__file__).parents[1] / "tests" / "rules" / "clean")
    for name, config in CONFIGS.items():
        yield f"## {name}\n\nA row is {config.row}.\n"
        yield "| column | type | meaning |\n| --- | --- | --- |"
        schema = config.build(corpus).schema
        yield "".join(
            f"| {column} | {_cell(kind(dtype))} | {_cell(meaning(name, column))} |\n"
            for column, dtype in schema.items()
        )


def python() -> Iterator[str]:
    """Yield the page of the public Python API."""
    yield f"# Python\n\n{NOTE}"
    for name in visavis.__all__:
        item = getattr(visavis, name)
        signature = f"visavis.{name}{inspect.signature(item)}" if callable(item) else name
        yield f"## {name}\n\n```text\n{signature}\n\n{inspect.getdoc(item)}\n```\n"


def _first(record: type) -> str:
    return " ".join(inspect.cleandoc(record.__doc__ or "").partition("Attributes:")[0].split())


def _table(record: type[Record]) -> str:
    lines = ["| field | values | meaning |", "| --- | --- | --- |"]
    for field in fields(record):
        words = ", ".join(values(field.type)) or _type(field.type)
        default = "" if field.required else " (optional)"
        about = next((m.description for m in metas(field.type) if m.description), "")
        lines.append(f"| {field.name}{default} | {_cell(words)} | {_cell(about)} |")
    return "\n".join(lines)


def _type(hint: object) -> str:
    text = str(hint)
    for name in ("bool", "float", "int"):
        if f"'{name}'" in text or text == name:
            return name
    if "tuple" in text:
        return "list"
    return "text"


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "verbs.md": verbs,
    "files.md": files,
    "corpus-toml.md": settings,
    "rights.md": rights,
    "tables.md": tables,
    "python.md": python,
    "../rules.md": lambda: iter([rules_page().rstrip("\n")]),
}


def content(name: str) -> str:
    """Return the text of a page."""
    return "\n".join(PAGES[name]()).rstrip("\n") + "\n"


def main() -> int:
    """Write the pages, or with --check name those that are not current."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    stale = [
        name
        for name in PAGES
        if not (FOLDER / name).is_file()
        or (FOLDER / name).read_text(encoding="utf-8") != content(name)
    ]
    for name in stale:
        if args.check:
            print(f"docs/reference/{name}: not current. Run `make reference`.", file=sys.stderr)
        else:
            (FOLDER / name).write_text(content(name), encoding="utf-8", newline="\n")
    return int(args.check and bool(stale))


if __name__ == "__main__":
    import_module("os").environ["COLUMNS"] = "100"  # the width of the help texts
    sys.exit(main())
