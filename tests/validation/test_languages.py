"""Rules on a sentence and its translation: clean pairs that look wrong, wrong ones that look clean.

Names are in brackets, as a reader would have annotated them.
"""

import re
from dataclasses import replace

import polars as pl
import pytest

from support.paths import CLEAN
from visavis.corpus import reading
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.model import Corpus
from visavis.corpus.records import Record
from visavis.corpus.schema import frame
from visavis.languages import Lang
from visavis.validation.rules import counterparts, translation

WHOLE = reading.read(CLEAN)

RULES = (
    counterparts.hearsay_added,
    translation.sentence_untranslated,
    translation.sentence_of_other_language,
    translation.sentence_lengths,
    translation.sentence_figures,
    translation.sentence_numbers,
    translation.sentence_dates,
    translation.sentence_negation,
    translation.sentence_quotes,
)


def pair(fr: str, en: str) -> Corpus:
    texts, mentions = list[tuple[str, Lang, str, str]](), list[tuple[str, int, Record]]()
    sides: tuple[tuple[Lang, str], ...] = (("fr", fr), ("en", en))
    for lang, marked in sides:
        text, names = unmarked(marked)
        texts.append(("a", lang, text, ""))
        mentions += [("a", 1, name(lang, f"m{i}", *edges)) for i, edges in enumerate(names)]
    entries = [((0, len(text)),) for _, _, text, _ in texts]
    bead = AlignedBead(id="b1", fr=entries[0], en=entries[1], method="manual")
    layers = {layer: rows.clear() for layer, rows in WHOLE.layers.items()}
    layers |= {"beads": frame([("a", 1, bead)], AlignedBead), "mentions": frame(mentions, Mention)}
    return replace(
        WHOLE, texts=pl.DataFrame(texts, WHOLE.texts.schema, orient="row"), layers=layers
    )


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, names = "", list[tuple[int, int]]()
    for i, piece in enumerate(re.split(r"[\[\]]", marked)):
        names += [(len(text), len(text) + len(piece))] * (i % 2)
        text += piece
    return text, names


def name(lang: Lang, id_: str, start: int, end: int) -> Mention:
    return Mention(id=id_, lang=lang, start=start, end=end, type="ORG", form="NAM")


CLEAN_PAIRS = [
    ("L’usine de [Never] tourne.", "The plant in [Never] is running."),
    ("[Nothing] lance un téléphone.", "[Nothing] launches a phone."),
    ("Il faut sauver le village de [None].", "The village of [None] must be saved."),
    ("[Rien à foutre] sort mercredi.", "[Zero Fucks Given] is out on Wednesday."),
    ("La coalition [Not For Profit] se bat.", "The [Not For Profit] coalition fights on."),
    ("[Aucun] est une commune.", "[Aucun] is a commune."),
    ("Il ne dit jamais rien.", "He never says anything."),
    ("Personne ne sait où il est.", "No one knows where he is."),
    ("La personne qui l’a dit n’est pas venue.", "The person who said so did not come."),
    ("Ni l’un ni l’autre n’a cédé.", "Neither has given way."),
    ("Un pas vers la paix.", "A step towards peace."),
    ("Pas moins de 300 salariés partent.", "At least 300 employees are leaving."),
    ("Il est sans emploi.", "He has no job."),
    ("Il n’est plus ministre.", "He is no longer a minister."),
    ("Il n’a plus qu’un allié.", "He has only one ally left."),
    ("Il n’a parlé que trois minutes.", "He spoke for just three minutes."),
    ("Le plus gros achat jamais conclu.", "The biggest purchase ever made."),
    ("Le ministre a refusé de répondre.", "The minister would not answer."),
    ("Il ignore quand il viendra.", "He does not know when he will come."),
    ("Il ne cesse de grandir.", "It keeps growing."),
    ("Il ne saurait mentir.", "He cannot lie."),
    ("C’est impossible.", "It cannot be done."),
    ("Le vote n’est pas contraignant.", "The vote is non-binding."),
    ("Une licence non exclusive.", "A nonexclusive license."),
    ("Il n’y a pas d’eau.", "There's no water."),
    ("Sans aucun doute, il partira.", "Without any doubt, he will leave."),
    ("Non seulement il a payé, mais il a souri.", "Not only did he pay, he smiled."),
    ("Rien ne l’arrête plus.", "Nothing stops him now."),
    ("Guère plus de dix jours.", "Hardly more than ten days."),
    ("À peine dix jours.", "Barely ten days."),
    ("[Apple], [Google], [Microsoft], [Meta].", "[Apple], [Google], [Microsoft], [Meta]."),
    ("[Harry Potter and the Goblet of Fire]", "[Harry Potter and the Goblet of Fire]"),
    (
        "[Le Monde], [Les Échos], [La Croix] et [Le Temps] signent.",
        "[Le Monde], [Les Échos], [La Croix] and [Le Temps] are signing.",
    ),
    (
        "[The Bank of New York Mellon] cède [The Wall of Fame].",
        "[The Bank of New York Mellon] is selling [The Wall of Fame].",
    ),
    ("[Mars] suit [August Busch] au conseil.", "[Mars] follows [August Busch] onto the board."),
    ("[Avril] a vu [June Allen] lundi.", "[Avril] met [June Allen] on Monday."),
    ("En mai, il reverra [Mars].", "In May he will see [Mars] again."),
    ("[Six] joue à [Deux-Ponts].", "[Six] is playing in [Zweibrücken]."),
    ("[Dix] a peint [Sept Jours].", "[Dix] painted [Seven Days]."),
    ("Dans les quinze jours, il partira.", "He will leave within two weeks."),
    ("Huit jours plus tard, il partait.", "One week later he left."),
    ("Tous les deux ont signé à six heures.", "Both of them signed at 6 o'clock."),
    ("Au XXe siècle, la ville grandit.", "In the 20th century the town grew."),
    ("Au XIXᵉ siècle, la ville grandit.", "In the 19th century the town grew."),
    ("[Louis XIV] régnait.", "[Louis XIV] was reigning."),
    ("Les années 90 furent belles.", "The 1990s were beautiful."),
    ("Les années 1990 furent belles.", "The '90s were beautiful."),
    ("Il arrive à 14 h 30.", "He arrives at 2:30 p.m."),
    ("Il arrive à 14h30.", "He arrives at 14:30."),
    ("Il arrive à 15 heures.", "He arrives at 3 p.m."),
    ("Il arrive à minuit et demi.", "He arrives at 12:30 a.m."),
    ("Le 1er janvier 2025.", "January 1, 2025."),
    ("Le 1er janvier 2025.", "January 1st, 2025."),
    ("Au 2e trimestre, tout monte.", "In the second quarter everything rises."),
    ("Au deuxième trimestre, tout monte.", "In Q2 everything rises."),
    ("L’exercice 2024-2025 est clos.", "The 2024-25 financial year is over."),
    ("Le numéro un mondial cède 2,5 %.", "The world's No. 1 falls 2.5%."),
    ("La moitié des salariés partent.", "50% of employees are leaving."),
    ("Un salarié sur cinq part.", "One in five employees is leaving."),
    ("Une vingtaine de pays ont signé.", "About 20 countries have signed."),
    ("Il y a cent ans.", "A century ago."),
    ("1,5 Md€ en dix-huit mois.", "€1.5bn in 18 months."),
    ("Quatre-vingt-dix-sept salariés.", "97 employees."),
    ("Soixante et onze pays.", "Seventy-one countries."),
    ("Vingt et un pays et deux villes.", "Twenty-one countries and two cities."),
    ("Il a 70 ans.", "He is seventy."),
    ("Il vend 3 000 000 d’euros.", "He is selling €3 million."),
    ("Les attentats du [11-Septembre].", "The [9/11] attacks."),
    ("Le [Boeing 737 MAX] vole.", "The [Boeing 737 MAX] is flying."),
    ('Un écran de 27".', "A 27-inch screen."),
    ("Il parle d’un « choc ».", "He speaks of a ‘shock’."),
    ("Il parle d’un « choc ».", "He speaks of a 'shock'."),
    ("Il parle d’un “choc”.", 'He speaks of a "shock".'),
    ("Il parle d’un ‹ choc ›.", "He speaks of a ‘shock’."),
    ("Les années 90 n’ont pas de fin.", "The '90s don't end."),
    ("Selon [Reuters], il partirait.", "He is reportedly leaving, [Reuters] says."),
    ("Il partirait, dit-on.", "He is said to be leaving."),
    ("Le chef présumé est arrêté.", "The alleged leader is arrested."),
    ("En 2024, le [G7] s’est réuni.", "In 2024 the [G7] met."),
    ("Il a gagné 0,5 point.", "It gained 0.5 points."),
    ("La part gagne deux points.", "The share gains two points."),
    ("La part gagne 2 points de pourcentage.", "The share gains 2 percentage points."),
    ("Le CA bondit de 50 %.", "Revenue jumps by half."),
    ("Il a été multiplié par deux.", "It doubled."),
    ("« Il y a un “choc” », dit-il.", '"There is a \'shock\'," he says.'),
    ("Il a dit : « Non.", 'He said: "No.'),
    ("Il a deux points de vente et 5 % du marché.", "It has two outlets and 5% of the market."),
    ("Trois fois rien.", "Next to nothing."),
    ("Les deux villes et les deux ports, en six ans.", "Both towns and the two ports, in 6 years."),
    ("Les villes n’ont pas de fin.", "The workers' towns don't end."),
]  # fmt: skip


@pytest.mark.parametrize(("fr", "en"), CLEAN_PAIRS)
def test_a_clean_pair_has_no_findings(fr: str, en: str) -> None:
    it = pair(fr, en)
    assert [m for rule in RULES for m in rule(it)["message"]] == []


WRONG_PAIRS = [
    ("Il n’a pas signé.", "He signed.", "only the French denies it"),
    ("Il a signé.", "He did not sign.", "only the English denies it"),
    ("Il a signé.", "He didn’t sign.", "only the English denies it"),
    ("Il n’est pas venu ; elle n’a rien dit.", "He did not come; she spoke.", "only the French"),
    ("Il ne refuse pas de vendre.", "He refuses to sell.", "only the French denies it"),
    ("L’indice n’a guère bougé.", "The index has moved.", "only the French denies it"),
    ("Personne n’en veut.", "Everybody wants it.", "only the French denies it"),
    ("L’intelligence n’est pas à vendre.", "Intelligence is for sale.", "only the French"),
    ("[Not For Profit] n’est pas content.", "[Not For Profit] is content.", "only the French"),
    ("[Never] ne dort jamais.", "[Never] sleeps.", "only the French denies it"),
    ("Le XXe siècle.", "The 19th century.", "19 is in English only"),
    ("Les années 90.", "The 1980s.", "90 is in French only; 1980 is in English only"),
    ("Il arrive à 15 heures.", "He arrives at 4 p.m.", "15 is in French only; 4"),
    ("Au 2e trimestre.", "In the third quarter.", "2 is in French only"),
    ("L’exercice 2024-2025.", "The 2024-26 year.", "26 is in English only"),
    ("Deux villes.", "Six towns.", "deux against six"),
    ("Dans quinze jours.", "In three weeks.", "quinze against three"),
    ("Trois villes en trois ans.", "Four towns in three years.", "trois against four"),
    ("[Mars] viendra en juin.", "[Mars] will come in July.", "juin against July"),
    ("Il parle d’un « choc ».", "He speaks of a shock.", "quotation marks in French only"),
    ("Un « choc », dit-il.", 'A "shock, he says.', "without its other one in English only"),
    ("Un « choc », dit-il.", "A “shock, he says.", "without its other one in English only"),
    ("Un « choc, dit-il.", "A “shock”, he says.", "without its other one in French only"),
    ("La part gagne deux points.", "The share gains 2%.", "points are in French only"),
    ("La part gagne 2 points.", "The share gains 2%.", "points are in French only"),
    ("Il parle d’un choc.", "He speaks of a ‘shock’.", "quotation marks in English only"),
    ("La ville d’[Aix] est belle ici.", "La ville d’[Aix] est belle ici.", "is the same"),
    ("Le chat est dans la cour.", "Le chien est dans la rue.", "other language"),
    ("Il part.", "He is reportedly leaving.", "the English is hearsay, the French is not"),
]  # fmt: skip


@pytest.mark.parametrize(("fr", "en", "says"), WRONG_PAIRS)
def test_a_wrong_pair_has_its_finding(fr: str, en: str, says: str) -> None:
    it = pair(fr, en)
    entries = [m for rule in RULES for m in rule(it)["message"]]
    assert any(says in message for message in entries)


@pytest.mark.parametrize("english_first", [False, True])
def test_hearsay_of_the_translation_is_added_and_of_the_original_lost(
    *, english_first: bool
) -> None:
    it = pair("Il part.", "He is reportedly leaving.")
    made = "original" if english_first else "language_model"
    row = WHOLE.articles.head(1).with_columns(
        id=pl.lit("a"), translation=pl.lit(made).cast(WHOLE.articles.schema["translation"])
    )
    it = replace(it, articles=row)
    added, lost = (
        rule(it).height for rule in (counterparts.hearsay_added, counterparts.hearsay_lost)
    )
    assert (added, lost) == ((0, 1) if english_first else (1, 0))
