"""The rows of ``annotations/waivers.jsonl``: findings that were reviewed and are accepted."""

from pathlib import Path
from typing import Annotated

from visavis.corpus.records import Record, meaning
from visavis.languages import Lang

WAIVERS = Path("annotations/waivers.jsonl")


class Waiver(Record, frozen=True, kw_only=True):
    """A reviewed finding that is accepted. It is reported as stale once the finding is gone."""

    rule: Annotated[str, meaning("id of the rule")]
    path: Annotated[str, meaning("the file of the finding, in the corpus folder")]
    article: Annotated[str | None, meaning("id of the article, where the finding is about one")]
    lang: Annotated[Lang | None, meaning("the language, where the finding is about one")]
    id: Annotated[str | None, meaning("id of the span, bead, entity or fact")]
    reason: Annotated[str, meaning("why it is right as it is")]

    @property
    def key(self) -> tuple[str, str, str | None, str | None, str | None]:
        """Rule, path, article, language and id of the findings that it accepts."""
        return self.rule, self.path, self.article, self.lang, self.id
