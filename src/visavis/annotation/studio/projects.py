"""The projects of Visavis on a server: what each is for, found again and made once."""

import time
from typing import NamedTuple

import msgspec

from visavis.annotation.studio import calls
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.failures import Lost, ServerError
from visavis.annotation.studio.interface import configuration, fingerprint
from visavis.annotation.studio.shapes import Made
from visavis.annotation.studio.windows import Unit

MARK = "visavis-studio "
"""What the description of a project of ours begins with; what it is follows, in JSON."""

SETTLE = 1.0
"""Seconds for which an order whose answer was lost may still be carried out unseen."""

ROUNDS = 60
"""How often what is missing is ordered again before a push gives up."""


class Project(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a project of the server is for.

    Attributes:
        corpus: name of the corpus.
        name: ``gold``, ``pass NAME`` or ``adjudicate A B``.
        layers: the layers that it annotates.
        unit: what a task shows.
    """

    corpus: str
    name: str
    layers: tuple[str, ...]
    unit: Unit

    @property
    def title(self) -> str:
        """What the annotator reads."""
        return f"Visavis: {self.corpus}, {self.name}"[:50]

    @property
    def configuration(self) -> str:
        """Its labelling configuration."""
        return configuration(self.layers, disputes=self.name.startswith("adjudicate "))


class There(NamedTuple):
    """A project as it is on the server: its number there, and what it is for."""

    number: int
    project: Project
    interface: str


def find(server: Server, corpus: str, name: str) -> There | None:
    """Return the project of a corpus for ``name``.

    A server whose database is locked may make a project twice: the empty one is passed over.

    Raises:
        ServerError: two have tasks.
    """
    entries = [
        item for item in ours(server) if (item.project.corpus, item.project.name) == (corpus, name)
    ]
    if len(entries) > 1:
        entries = [item for item in entries if server.count(item.number)] or entries[:1]
    if len(entries) > 1:
        msg = (
            f"{server.url}: projects {entries[0].number} and {entries[1].number} are both {name!r} "
            f"of {corpus}. Remove the one that nobody works in."
        )
        raise ServerError(msg)
    return entries[0] if entries else None


def ours(server: Server) -> list[There]:
    """The projects on a server that Visavis made, oldest first."""
    entries = []
    for row in server.projects():
        declared = str(row.get("description") or "")
        if declared.startswith(MARK):
            try:
                project = msgspec.json.decode(declared.removeprefix(MARK), type=Project)
            except (msgspec.DecodeError, UnicodeError) as error:
                msg = (
                    f"{server.url}: project {row.get('id')}: its description is damaged ({error})."
                )
                raise ServerError(msg) from error
            if type(row.get("id")) is not int:
                msg = f"{server.url}: a project has the number {row.get('id')!r}."
                raise ServerError(msg)
            entries.append(There(row["id"], project, str(row.get("label_config"))))
    return sorted(entries, key=lambda present: present.number)


def link(server: Server, project: int, task: int | None) -> str:
    """The address of a task, for a person to open."""
    return f"{server.url}/projects/{project}/data" + (f"?task={task}" if task else "")


def ensure(server: Server, project: Project, guideline: str) -> There:
    """The project on the server with its interface, made where it is missing."""
    result = find(server, project.corpus, project.name)
    body = {
        "title": project.title,
        "description": MARK + msgspec.json.encode(project).decode(),
        "label_config": project.configuration,
        "expert_instruction": guideline,
        "show_collab_predictions": True,
        "maximum_annotations": 1,
        "sampling": "Sequential sampling",
    }
    for _ in range(ROUNDS):
        if result:
            break
        try:
            made = server.give(calls.make_project(body), Made)
            return There(int(made["id"]), project, project.configuration)
        except Lost:
            settle(server)
            result = find(server, project.corpus, project.name)
    if not result:
        msg = f"{server.url}: the project cannot be made. See the log of the server."
        raise ServerError(msg)
    same = fingerprint(result.interface) == fingerprint(project.configuration)
    if result.project != project or not same:
        if server.count(result.number):
            msg = (
                f"{server.url}: project {result.number} was made with other layers, another unit "
                "or another interface. Pull it, remove it on the server, and push again."
            )
            raise ServerError(msg)
        server.give(calls.change_project(result.number, body))
    return There(result.number, project, project.configuration)


def settle(server: Server) -> None:
    """Wait until an order whose answer was lost has been carried out, or will not be."""
    time.sleep(SETTLE)
    server.ask(calls.release)
