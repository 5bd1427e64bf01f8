"""Errors of Visavis, and the process exit status each one means.

VisavisError
├── DataError    the corpus, a text or a row is not as it must be: exit status 1
└── UsageError   the call itself is wrong (a missing folder, a bad option): exit status 2

An error carries its parts as fields: where, line, problem, remedy. A program reads the fields;
the message puts them together in one line: ``where:line: problem. remedy``.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class VisavisError(Exception):
    """A mistake that the user can mend; shown as one message, without a traceback.

    Args:
        problem: what is wrong, with its values.
        where: the file, option or thing that it is about.
        line: line of the file, counted from 1.
        remedy: what to do, as a sentence.

    >>> str(VisavisError("not UTF-8", where="a.txt", line=3, remedy="Convert the file."))
    'a.txt:3: not UTF-8. Convert the file.'
    """

    exit_status = 1

    def __init__(
        self, problem: str, *, where: "Path | str" = "", line: int | None = None, remedy: str = ""
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = str(where)
        self.line = line
        self.remedy = remedy
        self.errors: tuple[VisavisError, ...] = (self,)

    def __str__(self) -> str:
        """Return the message, a line for each error."""
        if self.errors != (self,):
            return "\n".join(map(str, self.errors))
        place = ":".join([self.where] * bool(self.where) + [str(self.line)] * bool(self.line))
        message = f"{place}: {self.problem}" if place else self.problem
        return f"{message}. {self.remedy}" if self.remedy else message


class DataError(VisavisError):
    """The corpus, a text or a row is not as it must be."""

    @classmethod
    def of(cls, errors: "Sequence[VisavisError]") -> "DataError":
        """Return several errors as one, whose message has a line for each."""
        joined = cls(errors[0].problem)
        joined.errors = tuple(each for error in errors for each in error.errors)
        return joined


class UsageError(VisavisError):
    """The command or function was called in a way that cannot work."""

    exit_status = 2
