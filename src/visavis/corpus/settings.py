"""What a corpus says of itself in ``corpus.toml``: name, direction, layers, rules, defaults.

Completeness is declared, not presumed: a layer is ``none`` (not used), ``partial`` or ``complete``,
for the corpus and, where it differs, for an article. Without a file, every layer is partial.
"""

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from visavis import files
from visavis.corpus.layers import LAYERS
from visavis.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable

SETTINGS = Path("corpus.toml")

State = Literal["none", "partial", "complete"]
"""How far a layer is annotated."""

Level = Literal["off", "warning", "error"]
"""What a finding of a rule means: not looked for, to be read, the corpus fails."""

Direction = Literal["fr-en", "en-fr"]
"""The language of the original, then that of the translation."""

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; an unknown key in it is an error."""


class Splits(_Table, frozen=True, kw_only=True):
    """Shares of the stories that `visavis add` puts into the other splits than train."""

    validation: Share = 0.0
    test: Share = 0.0


class Defaults(_Table, frozen=True, kw_only=True):
    """What `visavis add` takes for granted of a new article."""

    rights: str | None = None
    rights_fr: str | None = None
    rights_en: str | None = None
    genre: str | None = None
    publisher: str | None = None
    published: str | None = None
    collected: str | None = None
    origin: str | None = None
    translation: str | None = None


class Settings(_Table, frozen=True, kw_only=True):
    """The content of ``corpus.toml``.

    Attributes:
        name: names the release folder; None takes the name on the card.
        repository: where it is published on the Hub, as owner/name: the card tells how to load it.
        direction: which language is the original.
        layers: layer -> its state; a layer that is not named is partial.
        articles: id of an article -> layer -> its state there.
        rules: id of a rule -> its level, where it is not the rule's own.
        defaults: what is taken for granted of a new article.
        splits: shares of the splits for new stories.
    """

    name: Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9][a-z0-9-]{0,63}\Z")] | None = None
    repository: Annotated[str, msgspec.Meta(pattern=r"\A[\w.-]+/[\w.-]+\Z")] | None = None
    direction: Direction = "fr-en"
    layers: dict[str, State] = {}
    articles: dict[str, dict[str, State]] = {}
    rules: dict[str, Level] = {}
    defaults: Defaults = Defaults()
    splits: Splits = Splits()

    def state(self, layer: str, article: str) -> State:
        """Return how far ``layer`` is annotated in ``article``."""
        default = self.layers.get(layer, "partial")
        return self.articles.get(article, {}).get(layer, default)

    def complete(self, layer: str, article_ids: "list[str]") -> list[str]:
        """Return the articles, among ``article_ids``, in which ``layer`` is complete."""
        return [id_ for id_ in article_ids if self.state(layer, id_) == "complete"]


def read_settings(folder: Path) -> Settings:
    """Return the settings of the corpus in ``folder``; the defaults where it has no file.

    Raises:
        DataError: the file is not TOML, or has an unknown key, layer or value.
    """
    path = folder / SETTINGS
    if not path.is_file():
        return Settings()
    return parse_settings(files.decode(files.read_bytes(path), SETTINGS))


def parse_settings(text: str) -> Settings:
    r"""Return the settings in the text of a ``corpus.toml``.

    Raises:
        DataError: the text is not TOML, or has an unknown key, layer or value.

    >>> parse_settings('[layers]\nmentions = "complete"').state("mentions", "a")
    'complete'
    """
    try:
        settings = msgspec.toml.decode(text, type=Settings)
    except msgspec.ValidationError as error:
        remedy = "Correct the key; `visavis init --help` names the keys."
        raise DataError(str(error), where=SETTINGS, remedy=remedy) from error
    except msgspec.DecodeError as error:
        msg = f"not TOML ({error})"
        raise DataError(msg, where=SETTINGS, remedy="Correct the line.") from error
    for place, layers in [("layers", settings.layers), *_places(settings)]:
        check_names(place, layers, LAYERS, "layer")
    return settings


def check_names(place: str, names: "Iterable[str]", allowed: "Iterable[str]", kind: str) -> None:
    """Refuse a key of ``corpus.toml`` that names nothing.

    Raises:
        DataError: naming the key, and the allowed name that is most like it.
    """
    allowed = list(allowed)
    for name in names:
        if name not in allowed:
            alike = get_close_matches(name, allowed, 1)
            remedy = f"Did you mean {alike[0]}?" if alike else f"Choose among {', '.join(allowed)}."
            msg = f"[{place}]: there is no {kind} {name!r}"
            raise DataError(msg, where=SETTINGS, remedy=remedy)


def _places(settings: Settings) -> "list[tuple[str, dict[str, State]]]":
    return [(f"articles.{id_}", layers) for id_, layers in settings.articles.items()]


def schema() -> dict[str, Any]:
    """Return the JSON schema of ``corpus.toml``, as editors read it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "corpus.toml of Visavis",
    } | msgspec.json.schema(Settings)
