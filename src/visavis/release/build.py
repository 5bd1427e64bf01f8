"""A release: a folder of Parquet files, a card and a manifest that ``load_dataset`` opens as it is.

The same corpus gives the same bytes, whatever the folder, the order of files, the locale, the time
zone or the number of threads; the versions of the libraries that write the files are pinned.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import polars as pl
from tqdm import tqdm

from visavis import files
from visavis.corpus import model, reading
from visavis.corpus.articles import OPEN_LICENCES
from visavis.corpus.card import CARD, Card, read_card
from visavis.corpus.layers import LAYERS
from visavis.corpus.records import Record, Sha256, meaning
from visavis.dataset import card, crate, croissant, evidence, figures
from visavis.dataset.figures.basis import PICTURES, Basis, count_columns
from visavis.dataset.tables import CONFIGS, publishable
from visavis.errors import DataError, UsageError
from visavis.release import versions
from visavis.release.diff import NOTHING, Edition, diff
from visavis.release.editions import read
from visavis.release.manifest import (
    MANIFEST,
    README,
    RELEASES,
    dumped,
    entry_of,
    listed,
    manifest_of,
    write_manifest,
)
from visavis.release.parquet import opened
from visavis.release.parts import Shipped, Writer, parts
from visavis.validation.folder import errors as corpus_errors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from visavis.corpus.model import Corpus

CHANGELOG = "CHANGELOG.md"

DEFAULT = "sentences"
"""The configuration that opens when none is named, where it has rows."""

CHUNK = 2_500
"""Articles whose tables are in memory at a time while a release is built."""

LARGE = 10_000
"""Articles above which the figures of the card see the columns alone that they count."""


class Published(Record, frozen=True, kw_only=True):
    """A published release: its version and the digest of its manifest."""

    version: str
    sha256: Annotated[Sha256, meaning("digest of the release, as its manifest has it")]


def build(
    folder: Path,
    dist: Path,
    *,
    third_party: bool = False,
    previous: Path | Edition | None = None,
    look_in: Path | None = None,
) -> Path:
    """Build the release of the corpus in ``folder`` under ``dist`` and return its folder.

    The version must not be lower than the difference from the previous release demands. Which
    release that is, ``releases.jsonl`` tells; its folder is looked for in ``dist``. A private
    release has no previous one.

    Args:
        folder: the corpus.
        dist: where the release goes, as ``<name>-<version>``.
        third_party: also ship third-party texts; such a release must stay private.
        previous: folder of the previous release, where it is not in ``dist``; or what the Hub has
            as the previous one, whatever ``releases.jsonl`` tells.
        look_in: where to look for the previous release in place of ``dist``.

    Raises:
        UsageError: ``folder`` is not a corpus, ``dist`` cannot be written, or the previous release
            is not found.
        DataError: files are malformed, rules are broken (the message has a line for each), or the
            version is too low.
    """
    page = read_card(folder)
    corpus = reading.read(folder)
    if errors := corpus_errors(folder):
        raise DataError.of([DataError(str(error)) for error in errors])
    if corpus.articles.is_empty():
        msg = "no articles"
        raise DataError(msg, where=folder / model.ARTICLES, remedy="Add some with `visavis add`.")
    declared = evidence.read(folder, corpus)
    if declared.citation.get("version", page.version) != page.version:
        stated = declared.citation["version"]
        msg = f"{evidence.CITATION} says version {stated}, {CARD} says {page.version}"
        raise DataError(msg, remedy="Use the same version in both.")
    published = reading.read_rows(folder / RELEASES, Published)
    last = NOTHING if third_party else _previous(page, published, look_in or dist, previous)
    target = _place(page, dist, third_party)
    with files.replace_folder(target, listed, [folder]) as release:
        rendered = corpus if third_party else publishable(corpus)
        compose(release, Basis(page, rendered, {}, declared), last)
        if not third_party:
            _refuse_other_bytes(release, page, published)
    return target


def place(folder: Path, dist: Path, *, third_party: bool = False) -> Path:
    """Return the folder that ``build`` writes.

    Raises:
        UsageError: ``folder`` has no card.
        DataError: the card is malformed.
    """
    return _place(read_card(folder), dist, third_party)


def _place(page: Card, dist: Path, third_party: bool) -> Path:  # noqa: FBT001 - as build takes it
    return dist / f"{page.name}-{page.version}{'-private' if third_party else ''}"


def edition(folder: Path) -> Edition:
    """What the corpus in ``folder`` would release now, without the texts of third parties.

    The rules are not asked.

    Raises:
        UsageError: ``folder`` is no corpus.
        DataError: files are malformed.
    """
    corpus = reading.read(folder)
    page = read_card(folder)
    with files.scratch() as made:
        declared = evidence.read(folder, corpus)
        compose(made, Basis(page, publishable(corpus), {}, declared), NOTHING)
        return read(made)


def _previous(
    page: Card, published: "Sequence[Published]", dist: Path, option: Path | Edition | None
) -> Edition:
    """The release before this one: the last that is published with another version."""
    if isinstance(option, Edition):
        return option
    others = [item for item in published if item.version != page.version]
    if option is not None:
        last = read(option)
        if others and last.digest != others[-1].sha256:
            msg = f"not release {others[-1].version}, the last in {RELEASES}"
            raise UsageError(msg, where=option, remedy="Name that.")
        return last
    if not others:
        return NOTHING
    for manifest in sorted(dist.glob(f"*/{MANIFEST}")):
        if f'"{others[-1].sha256}"' in manifest.read_text(encoding="utf-8", errors="replace"):
            return read(manifest.parent)
    msg = f"release {others[-1].version}, the last in {RELEASES}, is not there"
    raise UsageError(msg, where=dist, remedy="Name its folder with --previous.")


def _refuse_other_bytes(release: Path, page: Card, published: "Sequence[Published]") -> None:
    """A version is published once: built again, it must come out the same."""
    result = manifest_of((release / MANIFEST).read_bytes(), MANIFEST).sha256
    if any(item.version == page.version and item.sha256 != result for item in published):
        msg = f"version {page.version} is published already, with other bytes ({RELEASES})"
        raise DataError(msg, remedy=f"Raise version in {CARD}.")


def compose(release: Path, basis: Basis, last: Edition) -> None:
    """Write the release of ``basis`` into the empty folder ``release``; ``last`` came before it.

    The tables are made here: those that ``basis`` has are not looked at.

    Raises:
        DataError: the version of the card is too low, or its page names an unknown figure.
    """
    writer = Writer(release)
    counted: dict[str, list[pl.DataFrame]] = {}
    schemas: dict[str, pl.Schema] = {}
    large = basis.corpus.articles.height > LARGE
    for name, table in tqdm(_built(basis.corpus), "writing", disable=None, leave=False):
        for part in parts({name: table}):
            writer.add(part)
        counted.setdefault(name, []).append(count_columns(name, table) if large else table)
        schemas[name] = table.drop("split", strict=False).schema
    built = {name: pl.concat(counted[name]) for name in CONFIGS if name in counted}
    schemas = {name: schemas[name] for name in built}
    shipped = writer.close()
    entries = [entry_of(release, item.path, item.rows) for item in shipped]
    basis = basis._replace(tables=built, columns=schemas)
    text = card.render(basis.card, _declaration(shipped, release), figures.figures(basis))
    about = _about(basis, text)
    described = croissant.metadata(about, card.answers(text), _described(shipped, entries), schemas)
    written = {
        README: text,
        croissant.CROISSANT: dumped(described).decode(),
        **{f"{PICTURES}/{name}.svg": svg for name, svg in figures.pictures(basis).items()},
    }
    written |= basis.evidence.documents
    written[CHANGELOG] = _changelog(release, basis.card, last, written, shipped)
    sizes = {item.path: (release / item.path).stat().st_size for item in shipped}
    sizes |= {path: len(content.encode()) for path, content in written.items()}
    written[crate.CRATE] = dumped(crate.crate(about, sizes)).decode()
    for path, content in written.items():
        files.write(release / path, content.encode())
        entries.append(entry_of(release, path))
    write_manifest(release, basis.card.name, basis.card.version, entries)


def _changelog(
    release: Path,
    page: Card,
    last: Edition,
    written: "Mapping[str, str]",
    shipped: "Sequence[Shipped]",
) -> str:
    """The changelog of the data: what differs from ``last``, on top of the changelog of that.

    Raises:
        DataError: the version is lower than the difference demands.
    """
    paths: dict[str, list[str]] = {}
    for part in sorted(shipped, key=lambda part: part.path):
        paths.setdefault(part.config, []).append(part.path)
    tables = {} if last is NOTHING else {name: opened(release, paths[name]) for name in paths}
    changes = diff(last, Edition(page.name, page.version, "", tables, written))
    if last is not NOTHING:
        versions.check(changes)
    before = last.files.get(CHANGELOG, "# Changelog\n").removeprefix("# Changelog\n")
    if last.version != page.version:
        before = "\n" + versions.section(changes) + before
    return "# Changelog\n" + before


def _built(corpus: "Corpus") -> "Iterator[tuple[str, pl.DataFrame]]":
    """The tables of a corpus that have rows, ``CHUNK`` articles at a time, with their names."""
    ids = corpus.articles["id"]
    for start in range(0, len(ids), CHUNK):
        few = len(ids) <= CHUNK
        piece = corpus if few else corpus.part(ids[start : start + CHUNK].to_list())
        for name, config in CONFIGS.items():
            source = corpus if config.whole else piece
            repeated = config.whole and start > 0
            without_rows = name in LAYERS and source.layers[name].is_empty()
            if not repeated and not without_rows and (table := config.build(source)).height:
                yield name, table


def _described(
    shipped: "Sequence[Shipped]", entries: "Sequence[Mapping[str, object]]"
) -> list[croissant.File]:
    return [
        croissant.File(
            item.config, item.split, item.path, str(entry["sha256"]), str(entry["bytes"])
        )
        for item, entry in zip(shipped, entries, strict=True)
    ]


def _about(basis: Basis, text: str) -> croissant.About:
    front, declared = basis.card.front, basis.evidence.citation
    spdx = {licence.lower(): licence for licence in OPEN_LICENCES}
    return croissant.About(
        name=str(front["pretty_name"]),
        version=basis.card.version,
        description=card.description(text),
        licences=[spdx[word] for word in [str(front.get("license")).lower()] if word in spdx],
        languages=front.get("language", ()),
        keywords=front.get("tags", ()),
        creators=[
            str(item.get("name")) for item in declared.get("authors", ()) if item.get("name")
        ],
        published=str(declared["date-released"]) if "date-released" in declared else None,
        cite_as=figures.bibtex(basis),
        repository=basis.evidence.repository,
    )


def _declaration(shipped: "Sequence[Shipped]", release: Path) -> dict[str, object]:
    """The keys of the card that tell ``load_dataset`` what is where, and of which type."""
    by_config: dict[str, list[Shipped]] = {}
    for part in shipped:
        by_config.setdefault(part.config, []).append(part)
    default = DEFAULT if DEFAULT in by_config else next(iter(by_config))
    largest = max(part.rows for part in shipped)
    return {
        "size_categories": [card.size_category(largest)],
        "configs": [
            {
                "config_name": config,
                **({"default": True} if config == default else {}),
                "data_files": [{"split": part.split, "path": part.path} for part in members],
            }
            for config, members in by_config.items()
        ],
        "dataset_info": [_info(config, members, release) for config, members in by_config.items()],
    }


def _info(config: str, members: "Sequence[Shipped]", release: Path) -> dict[str, object]:
    return {
        "config_name": config,
        "features": members[0].features._to_yaml_list(),  # noqa: SLF001 - the form that cards have
        "splits": [
            {
                "name": part.split,
                "num_bytes": part.nbytes,
                "num_examples": part.rows,
            }
            for part in members
        ],
        "download_size": sum((release / part.path).stat().st_size for part in members),
        "dataset_size": sum(part.nbytes for part in members),
    }
