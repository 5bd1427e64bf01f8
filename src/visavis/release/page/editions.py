"""Which versions there are of what a page shows, and where their pages are."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from visavis import files
from visavis.corpus.semver import Version
from visavis.errors import DataError, UsageError
from visavis.release.manifest import RELEASES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visavis.release.page.source import About

PLACE = "{version}"
"""What stands for the version in the address of a page."""


class Known(msgspec.Struct, frozen=True):
    """A version that there is.

    Attributes:
        version: its number.
        sha256: the digest of the release, if that is known.
        page: the address of its page, if that was told.
    """

    version: str
    sha256: str | None = None
    page: str | None = None


def versions(
    about: "About", folder: Path, others: "Iterable[About]", pages: str | None = None
) -> list[Known]:
    """Return the versions there are, the newest first; none where there is one alone.

    Args:
        about: what the page shows.
        folder: the release or corpus. Its ``releases.jsonl`` is that of the corpus, or lies up to
            two folders above the release and lists it.
        others: releases that were named to compare with.
        pages: the address of the pages of other versions, with ``{version}``.

    Raises:
        UsageError: ``pages`` has no ``{version}``, or is no address of the web.
        DataError: ``releases.jsonl`` is malformed.
    """
    if pages is not None:
        _checked(pages)
    known = {one.version: one.digest for one in others}
    known |= {one.version: one.sha256 for one in _published(about, folder)}
    known[about.version] = about.digest or known.get(about.version)
    if len(known) == 1:
        return []
    return [
        Known(
            version,
            known[version],
            pages.replace(PLACE, version) if pages and version != about.version else None,
        )
        for version in sorted(known, key=Version.of, reverse=True)
    ]


def _published(about: "About", folder: Path) -> list[Known]:
    above = folder.resolve().parents[:2]
    for place in [folder] if about.kind == "corpus" else above:
        path = place / RELEASES
        if not path.is_file():
            continue
        try:
            listed = msgspec.json.Decoder(Known).decode_lines(files.read_bytes(path))
            for one in listed:
                Version.of(one.version)
        except msgspec.DecodeError as error:
            msg = f"not a list of releases ({error})"
            raise DataError(msg, where=path, remedy="Mend its lines.") from None
        if about.kind == "corpus" or any(one.sha256 == about.digest for one in listed):
            return listed
    return []


def _checked(pages: str) -> None:
    if PLACE not in pages or urlsplit(pages).scheme not in {"", "http", "https"}:
        msg = f"{pages} is no address with {PLACE}"
        remedy = "Write it as ../{version}/index.html or https://example.org/{version}/."
        raise UsageError(msg, where="--pages", remedy=remedy)
