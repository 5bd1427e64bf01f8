"""The confidence of beads in texts that are no translations, or in another order."""

import json
from pathlib import Path

import numpy as np
import pytest

from visavis.alignment.beads import Alignment, Bead, alignments
from visavis.alignment.methods import Document, Settings, Stretch, confidence, marks
from visavis.alignment.notices import MOST, notices

STORY = [
    ("Le maire de Lyon a présenté son budget lundi.", "The mayor of Lyon presented his budget."),
    ("Il compte 340 millions d'euros.", "It amounts to 340 million euros."),
    ("L'opposition a voté contre, selon la presse.", "The opposition voted against, press say."),
    ("Le nouveau tramway ouvrira en 2031.", "The new tramway will open in 2031."),
    ("Trois ponts seront réparés avant l'hiver.", "Three bridges will be repaired by winter."),
    ("Marie Dupont dirige le chantier du port.", "Marie Dupont runs the harbour works."),
    ("Les écoles recevront des ordinateurs.", "Schools will get computers."),
    ("Le vote final aura lieu le 12 avril.", "The final vote takes place on 12 April."),
]
FR, EN = [fr for fr, _ in STORY], [en for _, en in STORY]
GARDEN = [
    "Roses need sun and a little water.",
    "Cut the old wood before the frost.",
    "Snails love young lettuce leaves.",
    "A good gardener never hurries.",
    "Birds eat the cherries first.",
    "Compost should smell of earth.",
    "Plant garlic when leaves fall.",
    "Bees sleep while snow lies.",
]
GOLD = Path(__file__).resolve().parents[3] / "shared/gold/alignment/news"


def aligned(fr: list[str], en: list[str]) -> Alignment:
    return alignments([Document(fr, en)])[0]


def test_a_translation_is_one() -> None:
    alignment = aligned(FR, EN)
    assert alignment.translation is not None
    assert alignment.translation > 0.95
    assert alignment.stretches == []
    assert min(bead.confidence for bead in alignment.beads) > 0.9


def test_beads_of_unrelated_texts_are_not_trusted() -> None:
    alignment = aligned(FR, GARDEN)
    assert alignment.translation is not None
    assert alignment.translation < 0.1
    assert max(b.confidence for b in alignment.beads if b.fr and b.en) < 0.1
    assert alignment.stretches == []


def test_null_beads_of_unrelated_texts_are_right() -> None:
    alignment = aligned(FR[:2], GARDEN)
    nulls = [bead.confidence for bead in alignment.beads if not (bead.fr and bead.en)]
    assert nulls
    assert min(nulls) > 0.9


def test_paragraphs_out_of_order_are_places() -> None:
    alignment = aligned(FR, EN[4:] + EN[:4])
    assert alignment.translation is not None
    assert alignment.translation > 0.9
    assert {stretch.kind for stretch in alignment.stretches} == {"moved"}
    assert [stretch.end - stretch.start for stretch in alignment.stretches] == [4, 4]
    nulls = [bead.confidence for bead in alignment.beads if not (bead.fr and bead.en)]
    assert max(nulls) < 0.5


def test_a_half_without_a_translation_is_a_place() -> None:
    alignment = aligned(FR[:4] * 2 + FR, EN[:4] + GARDEN + EN[:4] + EN[4:])
    assert alignment.translation is not None
    assert alignment.translation > 0.9
    assert Stretch("missing", 1, 4, 12) in alignment.stretches


def test_blank_sentences_pair_with_blanks_only() -> None:
    fr, en = [*FR[:3], "", *FR[3:], " "], [*EN[:5], "\u00a0", *EN[5:]]
    for bead in aligned(fr, en).beads:
        if bead.fr and bead.en:
            blank = {not fr[i].strip() for i in bead.fr} | {not en[j].strip() for j in bead.en}
            assert len(blank) == 1


@pytest.mark.parametrize("side", [0, 1])
def test_a_heading_of_one_side_is_a_null_bead(side: int) -> None:
    texts = [list(FR), list(EN)]
    texts[side].insert(0, ("Budget lyonnais", "Lyon budget")[side])
    beads = [(bead.fr, bead.en) for bead in aligned(texts[0], texts[1]).beads]
    assert beads[0] == (((0,), ()), ((), (0,)))[side]


def test_headings_are_short_and_rare() -> None:
    assert marks.marks(["Budget 2031", *FR]).tolist() == [marks.HEADING, *[0] * 8]
    assert marks.marks(["x" * marks.HEADING_LETTERS]).tolist() == [marks.HEADING]
    assert marks.marks(["x" * (marks.HEADING_LETTERS + 1)]).tolist() == [0]
    verse = ["no stop here", "nor here", "nor here", "End."]
    assert marks.marks(verse).tolist() == [0] * 4
    assert marks.marks(["", "\t", "Oui."]).tolist() == [marks.BLANK, marks.BLANK, 0]


def test_the_constants_have_a_name_each() -> None:
    coefficients = confidence.coefficients()
    assert {name: c.shape for name, c in coefficients.items()} == {
        name: (2, len(keys)) for name, keys in confidence.FEATURES.items()
    }
    assert (coefficients["bead"][:, 1] > 0).all()
    assert (coefficients["null"][:, confidence.NULL.index("elsewhere")] < 0).all()


def test_empty_documents_are_judged_too() -> None:
    empty = alignments([Document([], []), Document(FR, []), Document([], EN), Document(FR, EN)])
    assert [len(own.beads) for own in empty] == [0, 8, 8, 8]
    assert all(0 <= (own.translation or 0) <= 1 for own in empty)
    assert not list(notices(dict(zip("abcd", empty, strict=True)), ("fr", "en")))


def test_notices_are_limited() -> None:
    bad = Alignment([Bead((0,), (0,))], 0.02)
    lines = list(notices({str(n): bad for n in range(MOST + 5)}, ("fr", "en")))
    assert lines[0] == "0: the two texts are probably no translations (probability 2 %)"
    assert len(lines) == MOST + 1
    assert lines[-1] == "and 5 more notices like these"


def test_stretches_are_told_in_words() -> None:
    odd = Alignment([], 0.9, [Stretch("moved", 0, 2, 5), Stretch("missing", 1, 7, 19)])
    assert list(notices({"x": odd}, ("de", "fr"))) == [
        "x: de sentences 2 to 4 out of order: the translation is elsewhere in the text",
        "x: fr sentences 7 to 18 without a translation",
    ]


@pytest.mark.skipif(not GOLD.is_dir(), reason="needs the development gold")
def test_unrelated_news_is_told_from_translated_news() -> None:
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    right = [Document(row["fr"], row["en"]) for row in rows]
    wrong = [Document(a["fr"], b["en"]) for a, b in zip(rows, rows[3:] + rows[:3], strict=True)]
    for together in (True, False):
        settings = Settings()
        good, bad = (
            np.array(
                [own.translation for own in alignments(d, settings=settings, together=together)]
            )
            for d in (right, wrong)
        )
        assert good.min() > 0.9
        assert np.mean(bad > 0.5) <= 0.06


def test_moved_paragraphs_are_seen_in_each_of_many_documents() -> None:
    """Documents are compared at once, each with itself."""
    documents = [Document(FR, EN[4:] + EN[:4]), Document(FR[:6], EN[3:6] + EN[:3])] * 3
    at_once = alignments(documents, together=False)
    one_by_one = [alignments([document], together=False)[0] for document in documents]
    assert [own.stretches for own in at_once] == [own.stretches for own in one_by_one]
    assert at_once[0].stretches
    assert [own.translation for own in at_once] == pytest.approx(
        [own.translation for own in one_by_one]
    )
