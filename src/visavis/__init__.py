"""Visavis: French news face to face with its English translation, aligned and annotated.

Importing the package is light: what needs more than the standard library is imported when its
name is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from visavis.errors import DataError, UsageError, VisavisError

if TYPE_CHECKING:
    from visavis.alignment.beads import align
    from visavis.release.hub.loading import load
    from visavis.text.sentences import segment
    from visavis.validation.pairs.checking import check

__version__ = "0.1.0"

_LAZY = {
    "align": "visavis.alignment.beads",
    "check": "visavis.validation.pairs.checking",
    "load": "visavis.release.hub.loading",
    "segment": "visavis.text.sentences",
}
"""Public name -> the module that defines it, imported at first use."""

__all__ = ["DataError", "UsageError", "VisavisError", "align", "check", "load", "segment"]


def __getattr__(name: str) -> object:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    msg = f"module 'visavis' has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
