"""What Visavis knows of each language, as text files that a linguist can edit.

A language is a folder here named by its ISO 639-1 code; a pair of languages is a folder named
``fr-en``. Adding a language is adding files.
"""

from pathlib import Path
from typing import Literal

from visavis.errors import UsageError

Lang = Literal["en", "fr"]
"""The two languages of a corpus, by ISO 639-1 code, in the order of their rows in a file."""

LANGS: tuple[Lang, Lang] = ("en", "fr")

FOLDER = Path(__file__).parent


def known(resource: str) -> list[str]:
    """Codes of the languages that have the file ``resource``, sorted."""
    return sorted(
        folder.name
        for folder in FOLDER.iterdir()
        if folder.is_dir() and folder.joinpath(resource).is_file()
    )


def read(lang: str, resource: str) -> str:
    """Text of ``resource`` for the language ``lang``.

    Raises:
        UsageError: there is no such file for that language.
    """
    if lang not in known(resource):
        msg = f"language {lang!r}: no {resource} is known"
        raise UsageError(msg, remedy=f"Choose among {', '.join(known(resource))}.")
    return FOLDER.joinpath(lang, resource).read_text(encoding="utf-8")


def entries(lang: str, resource: str) -> list[str]:
    """Lines of a word list, without its blank lines and its ``#`` comment lines."""
    lines = (line.strip() for line in read(lang, resource).splitlines())
    return [line for line in lines if line and not line.startswith("#")]
