"""What is asked and ordered of a server: every typed call of Label Studio's SDK, with its options.

Each is made once (``ONCE``): the SDK would repeat an order too, and doubles tasks by it. Whether a
call may be made again is decided by `client`, where a question is known from an order.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from label_studio_sdk.base_client import LabelStudioBase

    Call = Callable[[LabelStudioBase], object]

ONCE: Any = {"max_retries": 0}
"""The options of every call."""

PIECE = 1 << 18
"""Bytes of an export that are in memory at once."""

SNAPSHOT = "visavis"
"""Title of the exports that are made here, and removed when they are read."""

_PAGE = 100


def release(sdk: "LabelStudioBase") -> object:
    """Ask for the version of the server."""
    return sdk.versions.get(request_options=ONCE)


def projects(page: int) -> "Call":
    """Ask for a page of projects."""
    return lambda sdk: sdk.projects.list(page=page, page_size=_PAGE, request_options=ONCE)


def project(number: int) -> "Call":
    """Ask for a project."""
    return lambda sdk: sdk.projects.get(number, request_options=ONCE)


def make_project(body: "Mapping[str, Any]") -> "Call":
    """Order a new project."""
    return lambda sdk: sdk.projects.create(**body, request_options=ONCE)


def change_project(number: int, body: "Mapping[str, Any]") -> "Call":
    """Order that a project is changed."""
    return lambda sdk: sdk.projects.update(number, **body, request_options=ONCE)


def send_tasks(project: int, tasks: "Sequence[Any]") -> "Call":
    """Order new tasks."""
    return lambda sdk: sdk.projects.import_tasks(
        project, request=tasks, commit_to_project=True, request_options=ONCE
    )


def task(number: int) -> "Call":
    """Ask for a task with its annotations and suggestions."""
    return lambda sdk: sdk.tasks.get(str(number), request_options=ONCE)


def change_task(number: int, data: "Mapping[str, Any]") -> "Call":
    """Order that a task has other data."""
    return lambda sdk: sdk.tasks.update(str(number), data=dict(data), request_options=ONCE)


def remove_task(number: int) -> "Call":
    """Order that a task is removed."""
    return lambda sdk: sdk.tasks.delete(str(number), request_options=ONCE)


def annotate(task: int, annotation: "Mapping[str, Any]") -> "Call":
    """Order a new annotation of a task."""
    return lambda sdk: sdk.annotations.create(task, **annotation, request_options=ONCE)


def suggest(task: int, prediction: "Mapping[str, Any]") -> "Call":
    """Order a new suggestion for a task."""
    return lambda sdk: sdk.predictions.create(task=task, **prediction, request_options=ONCE)


def users(sdk: "LabelStudioBase") -> object:
    """Ask for the users of the server."""
    return sdk.users.list(request_options=ONCE)


def make_export(project: int, *, with_suggestions: bool = False) -> "Call":
    """Ask for an export of a project, as it is at one moment: of two, one is left unread."""
    options: Any = {
        "drafts": {"only_id": True},
        "predictions": {"only_id": not with_suggestions},
        "annotations_completed_by": {"only_id": True},
        "include_annotation_history": False,
        "interpolate_key_frames": False,
    }
    return lambda sdk: sdk.projects.exports.create(
        project, title=SNAPSHOT, serialization_options=options, request_options=ONCE
    )


def export(project: int, number: int) -> "Call":
    """Ask how far an export is."""
    return lambda sdk: sdk.projects.exports.get(project, number, request_options=ONCE)


def pieces(project: int, number: int, sdk: "LabelStudioBase") -> "Iterator[bytes]":
    """Ask for the bytes of an export."""
    options: Any = ONCE | {"chunk_size": PIECE}
    read: Iterator[bytes] = sdk.projects.exports.download(
        project, number, export_type="JSON", request_options=options
    )
    return read


def remove_export(project: int, number: int) -> "Call":
    """Order that an export is removed."""
    return lambda sdk: sdk.projects.exports.delete(project, number, request_options=ONCE)
