"""Semantic versions of data sets: ``1.2.3``, and ``1.2.3-rc.1`` before it."""

import re
from typing import Literal, NamedTuple, Self

from visavis.errors import DataError

Level = Literal["none", "patch", "minor", "major"]
LEVELS: tuple[Level, ...] = ("none", "patch", "minor", "major")
"""The levels of a difference, the lowest first."""

STAGES = ("alpha", "beta", "rc", "")
"""Stages before a version, in order; the version itself has none."""

_NUMBER = r"(0|[1-9][0-9]{0,8})"
PATTERN = rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}(?:-({'|'.join(filter(None, STAGES))})\.{_NUMBER})?"
"""How a version is written; a number has at most nine digits."""

_VERSION = re.compile(PATTERN)


class Version(NamedTuple):
    """A version; versions compare as they follow each other.

    >>> Version.of("1.0.0-rc.2") < Version.of("1.0.0") < Version.of("1.0.10")
    True
    """

    major: int
    minor: int
    patch: int
    stage: int = len(STAGES) - 1
    number: int = 0

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the version that a text spells.

        Raises:
            DataError: it is not like 1.2.3 or 1.2.3-rc.1.
        """
        match = _VERSION.fullmatch(text)
        if not match:
            msg = f"version {text!r} is not like 1.2.3 or 1.2.3-rc.1"
            raise DataError(msg, remedy="Write three numbers.")
        numbers = (int(match[1]), int(match[2]), int(match[3]))
        return cls(*numbers, STAGES.index(match[4] or ""), int(match[5] or 0))

    def __str__(self) -> str:
        """Return the version as it is written."""
        before = f"-{STAGES[self.stage]}.{self.number}" if self.is_prerelease else ""
        return f"{self.major}.{self.minor}.{self.patch}{before}"

    @property
    def is_prerelease(self) -> bool:
        """Whether the version is one before the version of its three numbers."""
        return self.stage < len(STAGES) - 1

    @property
    def final(self) -> "Version":
        """The version of the same three numbers without a stage."""
        return Version(*self[:3])

    def following(self, level: Level) -> "Version":
        """Return the lowest version that may follow after a difference of the level."""
        match level:
            case "major":
                return Version(self.major + 1, 0, 0)
            case "minor":
                return Version(self.major, self.minor + 1, 0)
            case "patch":
                return Version(self.major, self.minor, self.patch + 1)
            case _:
                return self


def is_version(text: str) -> bool:
    """Return whether a text spells a version."""
    return _VERSION.fullmatch(text) is not None
