"""The shapes of answers: what of them is used."""

import re
from typing import Any, TypedDict

TOKEN = re.compile(r"[!-~]+")
"""A token that a header can hold."""


class Release(TypedDict):
    """The answer that tells of the version of a server."""

    release: str


class Page(TypedDict):
    """The answer that tells of a page of projects."""

    results: list[dict[str, Any]]


class Count(TypedDict):
    """The answer that tells of a project, for its number of tasks."""

    task_number: int


class Export(TypedDict):
    """The answer that tells of a snapshot."""

    id: int
    status: str


class Access(TypedDict):
    """The answer that tells of an access token."""

    access: str


class Made(TypedDict):
    """The answer that tells of a project that was made."""

    id: int


class Progress(TypedDict):
    """The answer that tells of a project, for how far it is."""

    finished_task_number: int
    task_number: int
