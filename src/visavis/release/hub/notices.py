"""Notices of a data set: versions that were withdrawn, and errors that are known in versions.

They are the lines of ``notices.jsonl`` on the branch ``main`` of its repository, beside the newest
release and not of it: a version never changes, what is known of it does.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from visavis import files
from visavis.corpus.records import Record, decode_lines, encode, meaning
from visavis.errors import DataError, UsageError
from visavis.release.hub.client import Repository
from visavis.release.hub.fetch import content_beside, tag_of
from visavis.release.manifest import NOTICES

Kind = Literal["withdrawn", "erratum"]


class Notice(Record, frozen=True, kw_only=True):
    """What the publisher of a data set says of versions that are published."""

    id: Annotated[str, meaning("names the notice")]
    kind: Annotated[
        Kind,
        meaning("withdrawn: the versions are not to be used; erratum: rows of them are wrong"),
    ]
    versions: Annotated[tuple[str, ...], meaning("the versions that it is about")]
    date: Annotated[str, meaning("day of the notice")]
    reason: Annotated[str, meaning("why, or what is wrong and what is right")]
    table: Annotated[str | None, meaning("the table of the rows")] = None
    rows: Annotated[tuple[str, ...], meaning("ids of the rows")] = ()

    def __str__(self) -> str:
        """Return the notice as one line."""
        rows = f" {self.table}: {', '.join(self.rows)}:" if self.table else ""
        return f"{self.id} ({self.date}):{rows} {self.reason}"


def read(repository: Repository) -> list[Notice]:
    """Return the notices of a repository; none where it has none.

    Raises:
        DataError: the file is malformed.
        VisavisError: the Hub gives no answer.
    """
    data = content_beside(repository, repository.head(), NOTICES)
    return decode_lines(data, Notice, f"{repository.name}: {NOTICES}")


def add(repo: str, notice: Notice) -> str:
    """Publish a notice, as one commit on main; return the commit.

    Raises:
        DataError: a notice of its id is there.
        UsageError: a version of it is not published.
        VisavisError: the Hub refuses, or gives no answer.
    """
    repository = Repository(repo)
    tags = repository.tags()
    if missing := [version for version in notice.versions if tag_of(version) not in tags]:
        msg = f"{repo}: version {missing[0]} is not published"
        raise UsageError(msg, remedy="`visavis versions` lists those that are.")
    head, present = repository.head(), read(repository)
    if notice.id in {item.id for item in present}:
        msg = f"{repo}: there is a notice {notice.id} already"
        raise DataError(msg, remedy="Give it another id.")
    with files.scratch() as scratch:
        files.write(scratch / NOTICES, encode([*present, notice]))
        message = (f"Notice {notice.id}: {notice.kind} {', '.join(notice.versions)}", notice.reason)
        return repository.commit(scratch, gone=(), parent=head, message=message)


def withdrawn(notices: Iterable[Notice], version: str) -> Notice | None:
    """Return the notice by which a version was withdrawn, if it was."""
    of_kind = (item for item in notices if item.kind == "withdrawn")
    return next((item for item in of_kind if version in item.versions), None)


def errata(notices: Iterable[Notice], version: str) -> list[Notice]:
    """Return the errata of a version."""
    return [item for item in notices if item.kind == "erratum" and version in item.versions]
