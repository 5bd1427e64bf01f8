"""Editions in folders: what a release folder holds."""

from pathlib import Path

from visavis import files
from visavis.release.diff import Edition
from visavis.release.manifest import Manifest, verify
from visavis.release.parquet import opened


def read(release: Path) -> Edition:
    """What a release folder holds; every file is checked against the manifest first.

    Raises:
        UsageError: ``release`` is not a release.
        DataError: a file is not as the manifest says; the message has a line for each.
    """
    return of(release, verify(release))


def of(release: Path, manifest: Manifest) -> Edition:
    """Return what a release folder holds, whose files are known to be as its manifest says.

    Raises:
        DataError: a text file is not UTF-8.
    """
    return Edition(
        manifest.name,
        manifest.version,
        manifest.sha256,
        {config: opened(release, paths) for config, paths in manifest.tables().items()},
        {
            str(path): files.decode(files.read_bytes(release / path), path)
            for path in manifest.paths
            if not path.endswith(".parquet")
        },
    )
