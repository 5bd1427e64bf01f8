"""What a page is made of: a release folder or a corpus folder, read."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import polars as pl

from visavis import files
from visavis.annotation import passes
from visavis.annotation.adjudication import RULINGS, Ruling
from visavis.corpus import card, reading
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.model import GUIDELINES
from visavis.corpus.reading import read_rows
from visavis.dataset import croissant, evidence
from visavis.dataset.tables import open_side, publishable, tables
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS
from visavis.release import editions
from visavis.release.manifest import MANIFEST, README
from visavis.release.page import guidelines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from visavis.release.page.guidelines import Example, Rule

CHANGELOG = "CHANGELOG.md"


class About(msgspec.Struct, frozen=True):
    """What a page says of the whole.

    Attributes:
        name: short name of the corpus.
        title: its title, for references.
        version: its semantic version.
        digest: SHA-256 of the release; None of a corpus.
        kind: ``release`` or ``corpus``.
        authors: names.
        date: when the version was released, if that is told.
        licence: as the card states it.
        url: where the release is published, if that is told.
        changelog: what changed in the data, as the release has it.
        visavis: version of the package that made the page.
    """

    name: str
    title: str
    version: str
    digest: str | None
    kind: str
    authors: list[str]
    date: str | None
    licence: str | None
    url: str | None
    changelog: str | None
    visavis: str


class Reading(NamedTuple):
    """What a pass read, as layer and article, and where it has spans.

    A place is layer, article, language, first code point and the one after the last.
    """

    articles: "frozenset[tuple[str, str]]"
    places: "frozenset[tuple[str, str, str, int, int]]"


class Source(NamedTuple):
    """What a page is made of; nothing in it is more than rights allow to publish."""

    about: About
    tables: "Mapping[str, pl.DataFrame]"
    rules: "Mapping[str, Rule]"
    examples: "Sequence[Example]"
    passes: "Sequence[passes.Pass]"
    rulings: "Sequence[Ruling]"
    readings: "Sequence[Reading]" = ()


def read(folder: Path, version: str, url: str | None = None) -> Source:
    """Return what the release or the corpus in ``folder`` offers a page.

    Args:
        folder: a folder that ``visavis build`` wrote, or a corpus.
        version: version of this package, for the record.
        url: where the release is published, for references.

    Raises:
        UsageError: ``folder`` is neither.
        DataError: files are malformed, or a release is not as its manifest says.
    """
    if (folder / MANIFEST).is_file():
        return _release(folder, version, url)
    if not folder.is_dir():
        msg = "no such folder"
        remedy = "Name a release that `visavis build` wrote, or a corpus."
        raise UsageError(msg, where=folder, remedy=remedy)
    return _corpus(folder, version, url)


def _release(folder: Path, version: str, url: str | None) -> Source:
    edition = editions.read(folder)
    front = card.parse(edition.files.get(README, ""), README).front
    described = _described(edition.files.get(croissant.CROISSANT, "{}"))
    cited = str(described.get("citeAs") or "")
    title = cited.partition("title = {{")[2].partition("}}")[0]
    about = About(
        edition.name,
        title or str(front["pretty_name"]),
        edition.version,
        edition.digest,
        "release",
        [str(one["name"]) for one in described.get("creator", ()) if one.get("name")],
        str(described["datePublished"]) if described.get("datePublished") else None,
        str(front["license"]) if front.get("license") else None,
        url,
        edition.files.get(CHANGELOG),
        version,
    )
    # A private release holds third-party texts; a page is a thing to hand on, and holds none.
    return Source(about, public(edition.tables), {}, (), (), ())


def _described(text: str) -> "dict[str, Any]":
    try:
        described = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        msg = f"not JSON ({error})"
        raise DataError(msg, where=croissant.CROISSANT, remedy="Build the release again.") from None
    return described if isinstance(described, dict) else {}


def public(built: "Mapping[str, pl.DataFrame]") -> "dict[str, pl.DataFrame]":
    """Return tables without the texts, titles and intended words that are not open."""
    articles = built.get("articles")
    if articles is None:
        return dict(built)
    cleared = articles.with_columns(
        *(pl.when(open_side(lang)).then(pl.col(lang)).alias(lang) for lang in LANGS),
        pl.when(open_side("fr")).then("title").alias("title"),
    )
    result = {**built, "articles": cleared}
    if "flaws" in built:
        english = articles.filter(open_side("en"))["id"].to_list()
        words = pl.when(pl.col("article").is_in(english)).then("intended").alias("intended")
        result["flaws"] = built["flaws"].with_columns(words)
    return result


def _corpus(folder: Path, version: str, url: str | None) -> Source:
    whole = reading.read(folder)
    if whole.articles.is_empty():
        msg = "no articles"
        raise DataError(msg, where=folder, remedy="Add some with `visavis add`.")
    page = card.read_card(folder)
    cited_as = evidence.citation(folder)
    about = About(
        page.name,
        str(cited_as.get("title", page.front["pretty_name"])),
        page.version,
        None,
        "corpus",
        [str(one.get("name", "")) for one in cited_as.get("authors", ()) if one.get("name")],
        str(cited_as["date-released"]) if cited_as.get("date-released") else None,
        str(page.front["license"]) if page.front.get("license") else None,
        url,
        None,
        version,
    )
    pages = {
        layer: files.decode(files.read_bytes(path), path)
        for layer in (*SPAN_LAYERS, "beads")
        if (path := folder / GUIDELINES / f"{layer}.md").is_file()
    }
    rules = {
        rule: content
        for layer, text in pages.items()
        for rule, content in guidelines.rules(layer, text).items()
    }
    cited = [one for layer, text in pages.items() for one in guidelines.examples(layer, text)]
    names = sorted(path.parent.name for path in (folder / passes.PASSES).glob(f"*/{passes.INFO}"))
    made = [passes.info(folder, name) for name in names]
    return Source(
        about,
        tables(publishable(whole)),
        rules,
        cited,
        made,
        read_rows(folder / RULINGS, Ruling),
        [_reading(folder, name) for name in names],
    )


def _reading(folder: Path, name: str) -> Reading:
    rows = passes.rows(folder, name)
    return Reading(
        frozenset(rows),
        frozenset(
            (layer, article, span.lang, span.start, span.end)
            for (layer, article), spans in rows.items()
            for span in spans
        ),
    )
