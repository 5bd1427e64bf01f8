"""Inspection: a built release against its own manifest, the code, and the corpus it came from."""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
from datasets import Features

from visavis import files
from visavis.corpus import card
from visavis.dataset.tables import CONFIGS
from visavis.errors import UsageError
from visavis.release.build import MANIFEST, README, build
from visavis.release.checks import RELEASE_RULES, Shipped
from visavis.validation.findings import Finding, remedy, rule_id

if TYPE_CHECKING:
    from collections.abc import Mapping


def inspect(release: Path, folder: Path) -> list[Finding]:
    """The findings on the folder ``release``, a build of the corpus in ``folder``.

    The release is built again beside, and its pages and pictures compared byte by byte.

    Raises:
        UsageError: ``release`` is no release folder, or ``folder`` no corpus.
        DataError: the corpus cannot be built, or the card or manifest of the release not be read.
    """
    if not (release / MANIFEST).is_file():
        msg = f"{release}: not a release, {MANIFEST} is missing. Make one with `visavis build`."
        raise UsageError(msg)
    private = release.name.endswith("-private")
    with tempfile.TemporaryDirectory() as scratch:
        fresh = build(folder, Path(scratch), third_party=private, beside=release.parent)
        shipped = read(release, fresh)
    return sorted(
        Finding(path, line, rule_id(rule), message, remedy(rule))
        for rule in RELEASE_RULES
        for path, line, message in rule(shipped).iter_rows()
    )


def read(release: Path, fresh: Path) -> Shipped:
    """What ``release`` says of itself, beside what the release ``fresh`` says."""
    front = _front(release / README)
    manifest = json.loads(files.decode(files.read_bytes(release / MANIFEST), release / MANIFEST))
    return Shipped(
        files=_hashes(release),
        listed={str(entry["path"]): entry for entry in manifest["files"]},
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
