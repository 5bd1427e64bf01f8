"""Releases and corpora that a user names on the command line: by a folder, or on the Hub."""

import re
from pathlib import Path

from visavis.release import editions
from visavis.release.diff import Edition
from visavis.release.hub import history
from visavis.release.hub.fetch import fetch
from visavis.release.manifest import MANIFEST

_ON_HUB = re.compile(r"(hub:)?[^/@\s]+/[^/@\s]+@[^/@\s]+|hub:.*")


def opened(name: str) -> Edition:
    """Return what a release folder, a corpus folder or a version on the Hub holds.

    Raises:
        UsageError: there is no such folder.
        DataError: files are malformed, or are not as their manifest says.
        VisavisError: the Hub gives no answer.
    """
    if _is_on_hub(name):
        return _of_hub(name)
    folder = Path(name)
    if (folder / MANIFEST).is_file():
        return editions.read(folder)
    from visavis.release.build import edition  # noqa: PLC0415 - `datasets` takes a second to import

    return edition(folder)


def named_release(name: str) -> Path | Edition:
    """Return the folder of a release, or what a version on the Hub holds.

    Raises:
        VisavisError: the Hub gives no answer, or has no such version.
    """
    return _of_hub(name) if _is_on_hub(name) else Path(name)


def _is_on_hub(name: str) -> bool:
    return _ON_HUB.fullmatch(name) is not None and not Path(name).exists()


def _of_hub(name: str) -> Edition:
    fetched = fetch(*history.named(name))
    return editions.of(fetched.folder, fetched.manifest)
