"""Names of the knowledge base where they stand in texts, by their spelling variants."""

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

    from visavis.languages import Lang

_ARTICLE = {"fr": re.compile(r"^(?:le |la |les |l['’])", re.IGNORECASE), "en": re.compile(r"^the ")}
_KEEPS_ARTICLE = re.compile(r"^(?:The|Le|La|Les) ")
_VARIANTS = {" ": "[ \u00a0\u202f]", "'": "['’]", "’": "['’]", "-": "[-\u2010\u2011]"}


class Name(NamedTuple):
    """A name in a text: the offsets, the entity, and whether it is a proper name (NAM) or not."""

    start: int
    end: int
    entity: str
    proper: bool


class Names:
    """The names of a knowledge base in one language, ready to be found.

    A name or alias with a capital is a proper name, one without (« le groupe de Redmond ») a
    nominal, its article left out. What would name two entities names none. The names of groups
    are two names, and no name of the group.
    """

    def __init__(self, kb: "pl.DataFrame", lang: "Lang") -> None:
        by_form: dict[str, set[str]] = {}
        for row in kb.iter_rows(named=True):
            if row["subtype"] != "group":
                for name in (row[f"name_{lang}"], *row[f"aliases_{lang}"]):
                    by_form.setdefault(_bare(name, lang), set()).add(row["id"])
        self._entity = {
            _key(form): min(entities) for form, entities in by_form.items() if len(entities) == 1
        }
        forms = sorted((f for f, e in by_form.items() if len(e) == 1), key=len, reverse=True)
        pattern = "|".join("".join(_VARIANTS.get(c) or re.escape(c) for c in f) for f in forms)
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern or '(?!)'})(?!\w)")

    def find(self, text: str) -> "Iterable[Name]":
        """The names in ``text``, the longest at each place, in order."""
        for match in self._pattern.finditer(text):
            entity = self._entity[_key(match[0])]
            yield Name(match.start(), match.end(), entity, any(c.isupper() for c in match[0]))


def _bare(name: str, lang: "Lang") -> str:
    return name if _KEEPS_ARTICLE.match(name) else _ARTICLE[lang].sub("", name)


def _key(form: str) -> str:
    for plain, variants in (("'", "’"), (" ", "\u00a0\u202f"), ("-", "\u2010\u2011")):
        for variant in variants:
            form = form.replace(variant, plain)
    return form
