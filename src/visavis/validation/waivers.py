"""Waivers: findings that were looked at and are right as they are."""

from pathlib import Path
from typing import Annotated

from visavis.corpus.records import Record, meaning

WAIVERS = Path("annotations/waivers.jsonl")


class Waiver(Record, frozen=True, kw_only=True):
    """An exception that was looked at and is right. It dies when its finding does."""

    rule: Annotated[str, meaning("id of the rule")]
    path: Annotated[str, meaning("the file of the finding, in the corpus folder")]
    says: Annotated[str, meaning("the message of the finding, whole")]
    reason: Annotated[str, meaning("why it is right as it is")]
