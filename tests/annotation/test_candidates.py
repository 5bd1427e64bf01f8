"""Candidates: what a reader must decide on, and what a rule decides for him."""

from dataclasses import replace

import polars as pl
import pytest

from support.paths import CLEAN
from visavis.annotation.candidates import candidates
from visavis.corpus import reading
from visavis.corpus.layers.regions import Region
from visavis.corpus.model import Corpus
from visavis.corpus.schema import frame
from visavis.languages import Lang

WHOLE = reading.read(CLEAN)


def of_text(lang: Lang, text: str) -> Corpus:
    body = Region(id="r1", lang=lang, start=0, end=len(text), type="body")
    texts = pl.DataFrame([("a", lang, text, "")], WHOLE.texts.schema, orient="row")
    regions = frame([("a", 1, body)], Region)
    return replace(WHOLE, texts=texts, layers={**WHOLE.layers, "regions": regions})


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Le 3 juillet 2025, deux sociétés.", "deux/number"),
        ("fr", "Selon Reuters, il investirait.", "Selon/cue Reuters/name investirait/conditional"),
        ("fr", "Il assurait 18\u202f000 € et mesurait.", "assurait/cue 18\u202f000/number"),
        ("fr", "L’IA fait savoir au PDG : « Tout va. »", "fait/cue"),
        ("fr", "Il fait beau le mardi 9 septembre.", ""),
        ("fr", "Une entreprise, l’une des trente-deux.", "trente/number deux/number"),
        ("en", "French firms would: half.", "French/name would/conditional half/number"),
        ("en", "In the latter half of 2026, on May 3rd.", ""),
        ("en", 'The AI Act, "Reportedly" one.', "Act/name Reportedly/conditional"),
    ],
)  # fmt: skip
def test_candidates_of_a_sentence(lang: Lang, text: str, expected: str) -> None:
    result = candidates(of_text(lang, text)).to_dicts()
    assert {f"{row['token']}/{row['candidate']}" for row in result} == set(
        filter(None, expected.split(" "))
    )
    assert all(text[row["start"] : row["end"]] == row["token"] for row in result)
