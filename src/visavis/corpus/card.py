"""The hand-written card of a corpus, ``dataset_card.md``: a front matter in YAML, and a page."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from visavis import files
from visavis.corpus.semver import is_version
from visavis.corpus.settings import read_settings
from visavis.errors import DataError

CARD = "dataset_card.md"
"""Name of the card in the folder of a corpus."""

_FRONT = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class Card:
    """The hand-written card of a corpus.

    Attributes:
        front: the front matter; ``pretty_name`` and ``version`` are always there.
        page: the text after it, with ``{{name}}`` in the places of figures.
        short_name: the name in ``corpus.toml``, if there is one.
    """

    front: dict[str, Any]
    page: str
    short_name: str | None = None

    @property
    def version(self) -> str:
        """Semantic version of the corpus."""
        return str(self.front["version"])

    @property
    def name(self) -> str:
        """Name of the corpus as a folder is named: lower case, hyphens for spaces."""
        return self.short_name or re.sub(
            r"[^a-z0-9]+", "-", str(self.front["pretty_name"]).lower()
        ).strip("-")


def parse(text: str, where: str) -> Card:
    """Return the card in ``text``; line ends of Windows are read as others.

    Raises:
        DataError: no front matter, malformed YAML, or no name or semantic version in it.
    """
    match = _FRONT.match(text.replace("\r\n", "\n"))
    if not match:
        remedy = "Begin with a line ---, YAML, and a line ---."
        msg = "no front matter"
        raise DataError(msg, where=where, line=1, remedy=remedy)
    try:
        front = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        msg = f"front matter: {' '.join(str(error).split())}"
        raise DataError(msg, where=where, remedy="Correct the YAML.") from error
    if not isinstance(front, dict) or not front.get("pretty_name"):
        msg = "front matter: pretty_name is missing"
        raise DataError(msg, where=where, remedy="Add the name of the corpus.")
    if not is_version(str(front.get("version"))):
        msg = "front matter: version is not like 1.2.3"
        raise DataError(msg, where=where, remedy="Add the version of the corpus.")
    return Card(front, match[2])


def front_lines(text: str) -> list[tuple[str, int]]:
    """Return the keys of the front matter of a card, doubled ones too, each with its line.

    Raises:
        yaml.YAMLError: the front matter is malformed.
    """
    front = _FRONT.match(text.replace("\r\n", "\n"))
    node = yaml.compose(front[1], Loader=yaml.SafeLoader) if front else None
    if not isinstance(node, yaml.MappingNode):
        return []
    return [(str(key.value), key.start_mark.line + 2) for key, _ in node.value]


def read_card(folder: Path) -> Card:
    """Return the card of the corpus in ``folder``.

    Raises:
        UsageError: the folder has no card.
        DataError: the card is not UTF-8, or its front matter is wrong.
    """
    card = parse(files.decode(files.read_bytes(folder / CARD), CARD), CARD)
    return replace(card, short_name=read_settings(folder).name)
