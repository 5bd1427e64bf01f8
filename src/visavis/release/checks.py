"""Rules on a release folder: what card, Parquet files, manifest and code each say is the same.

No client checks these: the Hub's libraries load a wrong card without a word, as tables of other
types or other rows.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow.parquet as pq
from datasets import Features

from visavis import files
from visavis.corpus import card
from visavis.dataset.tables import CONFIGS
from visavis.errors import UsageError
from visavis.release.build import build
from visavis.release.manifest import MANIFEST, README, Entry, parsed
from visavis.validation.findings import Finding, remedy, rule_id
from visavis.validation.rules.card import findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KEYS = {"config_name", "default", "data_files"}


@dataclass(frozen=True)
class Shipped:
    """What a release folder says of itself, and what it should say.

    Attributes:
        files: path of each file but the manifest -> its sha256.
        listed: path of each file in the manifest -> its entry there.
        front: the front matter of the card.
        parquet: path of each Parquet file -> its features and its rows.
        features: name of each table -> the features that the code declares.
        declared: name of each table -> the features that the card declares.
        current: path of each page and picture -> its sha256 as computed now.
    """

    files: "Mapping[str, str]"
    listed: "Mapping[str, Entry]"
    front: "Mapping[str, Any]"
    parquet: "Mapping[str, tuple[Features, int]]"
    features: "Mapping[str, Features]"
    declared: "Mapping[str, Features]"
    current: "Mapping[str, str]"


def release_file(shipped: Shipped) -> pl.DataFrame:
    """A file of the release is not the one that the manifest lists, or not listed.

    Remedy: build the release again; change nothing in it by hand.
    """
    rows = [(path, "is not in the manifest") for path in shipped.files.keys() - shipped.listed]
    rows += [(path, "is missing") for path in shipped.listed.keys() - shipped.files]
    rows += [
        (path, "has other bytes than the manifest tells")
        for path, entry in shipped.listed.items()
        if shipped.files.get(path, entry.sha256) != entry.sha256
    ]
    return findings((path, 1, f"{path} {message}") for path, message in rows)


def release_config(shipped: Shipped) -> pl.DataFrame:
    """The card tells ``load_dataset`` of other tables or files than there are.

    Two entries of one name (the last wins), features under another name (they are lost), a key
    that is misspelt, a path out of the folder: all of these load without a word.

    Remedy: build the release again; write neither configs nor dataset_info by hand.
    """
    return findings((README, 1, message) for message in _configs(shipped))


def _configs(shipped: Shipped) -> "Iterator[str]":
    configs = shipped.front.get("configs") or []
    entries = [str(info.get("config_name")) for info in shipped.front.get("dataset_info") or []]
    names = [str(config.get("config_name")) for config in configs]
    for kind, present in (("configs", names), ("dataset_info", entries)):
        yield from (f"{kind} has {name} twice" for name, n in Counter(present).items() if n > 1)
        yield from (f"{kind} lacks {name}" for name in shipped.features if name not in present)
        yield from (
            f"{kind} names {name}, which is no table"
            for name in present
            if name not in shipped.features
        )
    yield from (
        f"a config has the key {key}" for config in configs for key in config.keys() - _KEYS
    )
    if sum(bool(config.get("default")) for config in configs) != 1:
        yield "not exactly one config is the default"
    paths = [str(file.get("path")) for config in configs for file in config.get("data_files", ())]
    yield from (
        f"configs names {path}, which is not there" for path in paths if path not in shipped.parquet
    )
    yield from (f"no config names {path}" for path in shipped.parquet if path not in paths)
    if ".huggingface.yaml" in shipped.files:
        yield ".huggingface.yaml overrides the card"


def release_features(shipped: Shipped) -> pl.DataFrame:
    """Card, Parquet file and code give a table different columns, types or labels.

    Remedy: build the release again with this version of the package.
    """
    rows = [
        (README, f"the card gives {name} other features than the code")
        for name, declared in shipped.declared.items()
        if name in shipped.features and declared != shipped.features[name]
    ]
    rows += [
        (path, f"{path} has other features than the code gives its table")
        for path, (result, _) in shipped.parquet.items()
        if result != shipped.features.get(path.partition("/")[0])
    ]
    return findings((path, 1, message) for path, message in rows)


def release_count(shipped: Shipped) -> pl.DataFrame:
    """Card, manifest and Parquet file count different rows or bytes.

    Remedy: build the release again.
    """
    rows = [
        (
            MANIFEST,
            f"the manifest counts {shipped.listed[path].rows} rows in {path}, not {count}",
        )
        for path, (_, count) in shipped.parquet.items()
        if path in shipped.listed and shipped.listed[path].rows != count
    ]
    for info in shipped.front.get("dataset_info") or []:
        name = str(info.get("config_name"))
        by_key = {str(split["name"]): split["num_examples"] for split in info.get("splits", ())}
        entries = {
            path.partition("/")[2].partition("-")[0]: count
            for path, (_, count) in shipped.parquet.items()
            if path.startswith(f"{name}/")
        }
        size = sum(
            entry.bytes for path, entry in shipped.listed.items() if path.startswith(f"{name}/")
        )
        if by_key != entries:
            rows.append((README, f"the card counts {by_key} in {name}, not {entries}"))
        if info.get("download_size") != size:
            rows.append((README, f"the card gives {name} a download_size other than {size}"))
    return findings((path, 1, message) for path, message in rows)


def release_stale(shipped: Shipped) -> pl.DataFrame:
    """A page or picture of the release is not what the corpus gives now.

    Remedy: build the release again; correct numbers in the corpus, never in the release.
    """
    stale = [path for path, now in shipped.current.items() if shipped.files.get(path) != now]
    return findings((path, 1, f"{path} is not what is computed now") for path in stale)


RELEASE_RULES = (release_file, release_config, release_features, release_count, release_stale)
"""The rules that a release folder must keep."""


def inspect(release: Path, folder: Path) -> list[Finding]:
    """The findings on the folder ``release``, a build of the corpus in ``folder``.

    The release is built again beside, and its pages and pictures compared byte by byte.

    Raises:
        UsageError: ``release`` is no release folder, or ``folder`` no corpus.
        DataError: the corpus cannot be built, or the card or manifest of the release not be read.
    """
    if not (release / MANIFEST).is_file():
        msg = f"not a release, {MANIFEST} is missing"
        raise UsageError(msg, where=release, remedy="Make one with `visavis build`.")
    private = release.name.endswith("-private")
    with files.scratch() as scratch:
        fresh = build(folder, scratch, third_party=private, look_in=release.parent)
        shipped = read(release, fresh)
    return sorted(
        Finding(path, line, rule_id(rule), message, remedy(rule))
        for rule in RELEASE_RULES
        for path, line, message in rule(shipped).iter_rows()
    )


def read(release: Path, fresh: Path) -> Shipped:
    """What ``release`` says of itself, beside what the release ``fresh`` says."""
    front = _front(release / README)
    manifest = parsed(files.read_bytes(release / MANIFEST), release / MANIFEST)
    return Shipped(
        files=_hashes(release),
        listed={entry.path: entry for entry in manifest.files},
        front=front,
        parquet={
            path: (
                Features.from_arrow_schema(pq.read_schema(release / path)),
                _rows(release / path),
            )
            for path in _hashes(release)
            if path.endswith(".parquet")
        },
        features={
            name: Features.from_arrow_schema(pq.read_schema(next(iter((fresh / name).iterdir()))))
            for name in CONFIGS
            if (fresh / name).is_dir()
        },
        declared={
            str(info.get("config_name")): Features._from_yaml_list(info.get("features", []))  # noqa: SLF001 - the form that cards have
            for info in front.get("dataset_info") or []
        },
        current={
            path: sha256 for path, sha256 in _hashes(fresh).items() if not path.endswith(".parquet")
        },
    )


def _front(path: Path) -> "Mapping[str, Any]":
    return card.parse(files.decode(files.read_bytes(path), path), str(path)).front


def _rows(path: Path) -> int:
    return int(pq.read_metadata(path).num_rows)


def _hashes(release: Path) -> dict[str, str]:
    return {
        path.relative_to(release).as_posix(): files.sha256(path.read_bytes())
        for path in sorted(release.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
