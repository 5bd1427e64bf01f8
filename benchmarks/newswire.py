"""A corpus of any size for benchmarks: French news and its English, annotated, no two texts alike.

Sentences are made of hand-written frames, openings and endings, with names out of some thousands of
entities and amounts drawn at random, so that hardly a sentence or an amount comes twice; spans,
beads, regions and values are right by construction. It is clean, and nothing of it is true.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec

from visavis.corpus.articles import Article
from visavis.corpus.kb import Entity
from visavis.corpus.layers.amounts import Amount
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.layers.attributions import Attribution
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.conditionals import Conditional
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.layers.regions import Region
from visavis.corpus.records import Record, encode

PAIRS = 20
"""Sentence pairs an article."""

ENTITIES = 6000

LAYERS = ("regions", "beads", "mentions", "amounts", "attributions", "conditionals")

TOGETHER = 250
"""Articles made in one step of a process."""

Sides = tuple[str, str]

FRAMES: Sequence[Sides] = (
    ("{org} va verser {money} à {org2}", "{org} will pay {money} to {org2}"),
    ("{org} a racheté {org2} pour {more}{money}", "{org} bought {org2} for {more}{money}"),
    (
        "la part de {org} dans {org2} passe à {percent}",
        "the stake of {org} in {org2} rises to {percent}",
    ),
    (
        "{per}, à la tête de {org}, défend son projet",
        "{per}, at the head of {org}, defends the project",
    ),
    (
        "{org} {would}signé avec {org2} un contrat de {money}",
        "{org} {would}signed with {org2} a contract worth {money}",
    ),
    (
        "{says}{per}, le chantier de {loc} avance",
        "{says}{per}, the building site in {loc} is moving on",
    ),
    (
        "les ventes de {org} ont reculé de {percent} en {loc}",
        "the sales of {org} fell by {percent} in {loc}",
    ),
    ("{per} quitte {org} pour {org2}", "{per} leaves {org} for {org2}"),
    ("{org} supprime {count} à {loc}", "{org} is cutting {count} in {loc}"),
    ("la dette de {org} atteint {more}{money}", "the debt of {org} reaches {more}{money}"),
    ("l’usine de {loc} ouvre dans {duration}", "the plant in {loc} opens in {duration}"),
    (
        "{says}{org}, {per} gardera {percent} du capital de {org2}",
        "{says}{org}, {per} will keep {percent} of the capital of {org2}",
    ),
    (
        "les équipes de {org} en {loc} « attendent la suite »",
        "the teams of {org} in {loc} “are waiting for what follows”",
    ),
    ("{org} et {org2} partagent la facture de {loc}", "{org} and {org2} share the bill in {loc}"),
    ("le conseil se réunit à huis clos", "the board is meeting behind closed doors"),
    ("les salariés redoutent une longue attente", "the staff fear a long wait"),
    (
        "rien ne filtre des discussions entre les équipes",
        "nothing is leaking from the talks between the teams",
    ),
    (
        "le régulateur rendra son avis après la trêve",
        "the regulator will give its view after the break",
    ),
    (
        "la direction refuse de commenter ces chiffres",
        "the management refuses to comment on these figures",
    ),
    ("l’usine de {loc} tourne jour et nuit", "the plant in {loc} is running day and night"),
    ("le titre de {org} reste à la peine", "the share of {org} is still struggling"),
    (
        "personne à {loc} ne veut revivre la dernière fermeture",
        "nobody in {loc} wants to live through the last closure again",
    ),
    ("la marge recule à {percent}", "the margin falls to {percent}"),
    ("{per} reste prudent", "{per} remains cautious"),
    ("les banques apportent {money} de plus", "the banks are adding {money} more"),
    (
        "les commandes des clients étrangers se font attendre",
        "orders from foreign customers are slow to come",
    ),
    (
        "le calendrier du chantier glisse encore",
        "the schedule of the building site is slipping again",
    ),
    ("la facture sera lourde pour la région", "the bill will be heavy for the region"),
)

OPENINGS: Sequence[Sides] = (
    ("", ""),
    ("", ""),
    ("", ""),
    ("Depuis l’été, ", "Since the summer, "),
    ("Sans surprise, ", "Unsurprisingly, "),
    ("Pour la première fois, ", "For the first time, "),
    ("À la clôture, ", "At the close, "),
    ("Dans les faits, ", "In practice, "),
    ("Malgré la grève, ", "Despite the strike, "),
    ("Après des semaines de silence, ", "After weeks of silence, "),
    ("Face à la presse, ", "Facing the press, "),
    ("Loin des projecteurs, ", "Far from the spotlight, "),
    ("Au fil des mois, ", "As the months go by, "),
    ("Cette fois, ", "This time, "),
    ("Selon toute attente, ", "As was to be expected, "),
)[:-1]

ENDINGS: Sequence[Sides] = (
    ("", ""),
    (", ce qui rassure les salariés", ", which reassures the staff"),
    (", sans attendre l’avis du conseil", ", without waiting for the view of the board"),
    (", au grand regret des élus locaux", ", to the great regret of local councillors"),
    (", dans un marché qui se tend", ", in a market that is tightening"),
    (", ainsi que le veut l’usage dans ce métier", ", as is the custom in this trade"),
    (", et la presse économique s’en étonne", ", and the business press is surprised at it"),
    (" malgré les réserves du régulateur", " despite the reservations of the regulator"),
    (", où la concurrence reste vive", ", where competition remains keen"),
    (" pour la fin de l’exercice", " for the end of the financial year"),
    (", contre toute logique industrielle", ", against all industrial logic"),
    (", comme le montrent les comptes", ", as the accounts show"),
    (", faute de mieux", ", for want of anything better"),
    (" avec l’accord des banques", " with the agreement of the banks"),
    (", ce que les concurrents contestent", ", which the competitors dispute"),
)

CURRENCIES = (("dollars", "$", "USD"), ("euros", "€", "EUR"))
COUNTS = (
    ("emplois", "jobs", "job"),
    ("postes", "positions", "position"),
    ("voitures", "cars", "car"),
)
SYLLABLES = [
    "ba",
    "be",
    "bo",
    "da",
    "de",
    "do",
    "fa",
    "fe",
    "fo",
    "ga",
    "go",
    "ka",
    "ke",
    "ko",
    "la",
    "le",
    "lo",
    "ma",
    "me",
    "mo",
    "na",
    "ne",
    "no",
    "pa",
    "pe",
    "po",
    "ra",
    "re",
    "ro",
    "sa",
    "se",
    "so",
    "ta",
    "te",
    "to",
    "va",
    "ve",
    "vo",
    "za",
    "zo",
]
CODAS = ["l", "n", "r", "rd", "lt", "x", "s", "m", "th", "ck", "nd"]
FIRST_NAMES = [
    "Clara",
    "Hugo",
    "Inès",
    "Jonas",
    "Léa",
    "Malo",
    "Nora",
    "Paul",
    "Rémi",
    "Sonia",
    "Théo",
    "Yann",
]
SUFFIXES = ("", "", "", " Robotics", " Bio", " Motors", " Capital", " Énergie")


def entities() -> list[Entity]:
    """Organisations, persons and places in equal numbers, each with a name of its own."""
    rng, seen, rows = random.Random(1), set[str](), list[Entity]()  # noqa: S311 - not for secrets
    while len(rows) < ENTITIES:
        stem = "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((2, 3, 3)))) + rng.choice(
            CODAS
        )
        if stem in seen:
            continue
        seen.add(stem)
        kind = ("ORG", "PER", "LOC")[len(rows) % 3]
        name = stem.capitalize()
        if kind == "ORG":
            name += rng.choice(SUFFIXES)
        elif kind == "PER":
            name = f"{rng.choice(FIRST_NAMES)} {name}"
        rows.append(Entity(id=stem, type=kind, name_fr=name, name_en=name))  # type: ignore[arg-type]
    return rows


class _Article:
    """One article as it is written: its two texts and the rows on them."""

    def __init__(self, number: int, known: dict[str, list[Entity]]) -> None:
        self.rng = random.Random(number)  # noqa: S311 - not for secrets
        self.id = f"a{number:06}"
        self.cast = {kind: self.rng.sample(those, 5) for kind, those in known.items()}
        self.sides = {"fr": "", "en": ""}
        self.layers: dict[str, list[Record]] = {name: [] for name in LAYERS}
        self.counted = dict.fromkeys("mavc", 0)

    def write(self) -> None:
        for i in range(PAIRS):
            self._sentence(i)
        for lang, text in self.sides.items():
            end = text.index("\n")
            body = len(text) - len(text[end:].lstrip())
            places = (("r1", 0, end, "headline"), ("r2", body, len(text) - 1, "body"))
            self.layers["regions"] += [
                Region(id=id_, lang=lang, start=low, end=high, type=kind)  # type: ignore[arg-type]
                for id_, low, high, kind in places
            ]

    def _sentence(self, i: int) -> None:
        rng = self.rng
        frame = rng.choice(FRAMES)
        bare = not i or frame[0].startswith("{says}")
        opening = ("", "") if bare else rng.choice(OPENINGS)
        ending = rng.choice(ENDINGS) if i else ("", "")
        orgs = rng.sample(self.cast["ORG"], 2)
        drawn = {
            "org": orgs[0],
            "org2": orgs[1],
            "per": rng.choice(self.cast["PER"]),
            "loc": rng.choice(self.cast["LOC"]),
            "more": rng.random() < 1 / 2,
            "money": _money(rng),
            "percent": _percent(rng),
            "count": _count(rng),
            "duration": _duration(rng),
        }
        named = {slot: self._next(slot) for slot in re.findall(r"\{(\w+)\}", frame[0])}
        edges = []
        for side, lang in enumerate(("fr", "en")):
            start = len(self.sides[lang])
            text = opening[side] + frame[side] + ending[side]
            text = text if text[0] == "{" else text[0].upper() + text[1:]
            self._render(lang, text, drawn, named)
            self.sides[lang] += ("." if i else "") + (
                " " if i % 5 else "\n\n" if i < PAIRS - 1 else ""
            )
            edges.append((start, len(self.sides[lang])))
        if i == PAIRS - 1:
            for lang in self.sides:
                self.sides[lang] = self.sides[lang].rstrip() + "\n"
            edges = [
                (start, len(self.sides[lang]))
                for (start, _), lang in zip(edges, self.sides, strict=True)
            ]
        bead = AlignedBead(
            id=f"b{i + 1}", fr=(edges[0],), en=(edges[1],), method="lexical", confidence=0.99
        )
        self.layers["beads"].append(bead)

    def _next(self, slot: str) -> str:
        letter = {"would": "c", "says": "v", "more": ""}.get(slot, "a" if slot in _AMOUNTS else "m")
        if not letter:
            return ""
        self.counted[letter] += 1
        return f"{letter}{self.counted[letter]}"

    def _render(self, lang: str, frame: str, drawn: dict[str, Any], named: dict[str, str]) -> None:
        modifier: tuple[int, int] | None = None
        side = ("fr", "en").index(lang)
        for i, piece in enumerate(re.split(r"\{(\w+)\}", frame)):
            start = len(self.sides[lang])
            if not i % 2:
                self.sides[lang] += piece
                continue
            place = {"id": named[piece], "lang": lang, "start": start}
            if piece == "more":
                words = ("plus de", "more than")[side] if drawn["more"] else ""
                modifier = (start, start + len(words)) if words else None
                self.sides[lang] += f"{words} " if words else ""
            elif piece == "says":
                cue = ("Selon", "According to")[side]
                self.sides[lang] += f"{cue} "
                source = named["per" if "{says}{per}" in frame else "org"]
                self.layers["attributions"].append(
                    Attribution(**place, end=start + len(cue), text=cue, source=source)  # type: ignore[arg-type]
                )
            elif piece == "would":
                cue = ("aurait", "reportedly")[side]
                self.sides[lang] += f"{cue} "
                extra = {"rendering": "hedge"} if side else {}
                self.layers["conditionals"].append(
                    Conditional(**place, end=start + len(cue), text=cue, use="reportative", **extra)  # type: ignore[arg-type]
                )
            elif piece in _AMOUNTS:
                declared = drawn[piece]
                words, fields = declared[side], dict(declared[2])
                if modifier:
                    fields |= {"comparator": "gt", "modifier": modifier}
                modifier = None
                self.sides[lang] += words
                self.layers["amounts"].append(
                    Amount(**place, end=start + len(words), text=words, **fields)
                )
            else:
                entity = drawn[piece]
                name = entity.name_fr
                self.sides[lang] += name
                self.layers["mentions"].append(
                    Mention(
                        **place,
                        end=start + len(name),
                        text=name,
                        type=entity.type,
                        form="NAM",
                        entity=entity.id,
                    )  # type: ignore[arg-type]
                )

    def row(self, split: str) -> Article:
        return Article(
            id=self.id,
            story=self.id,
            genre=None,
            title=None,
            publisher=None,
            url=None,
            published=None,
            collected=None,
            origin="original",
            origin_evidence=None,
            translation="human",
            rights_fr="CC-BY-4.0",
            rights_en="CC-BY-4.0",
            sources=(),
            split=split,  # type: ignore[arg-type]
            **{
                f"sha256_{lang}": sha256(text.encode()).hexdigest()
                for lang, text in self.sides.items()
            },
        )


_Told = tuple[str, str, dict[str, object]]


def _money(rng: random.Random) -> _Told:
    name, sign, code = rng.choice(CURRENCIES)
    if rng.random() < 1 / 2:
        figure = f"{rng.randrange(1, 900)}.{rng.randrange(1, 100)}".rstrip("0")
        scale, words = 10**9, ("milliards", "billion")
    else:
        figure, scale, words = str(rng.randrange(2, 1000)), 10**6, ("millions", "million")
    value = f"{Decimal(figure) * scale:f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    of = "d’" if name[0] == "e" else "de "
    fields = {"kind": "money", "value": value, "unit": code, "role": "other"}
    if figure.startswith("1."):
        words = (words[0][:-1], words[1])
    return f"{figure.replace('.', ',')} {words[0]} {of}{name}", f"{sign}{figure} {words[1]}", fields


def _percent(rng: random.Random) -> _Told:
    figure = f"{rng.randrange(2, 100)}.{rng.randrange(1, 10)}"
    fields: dict[str, object] = {"kind": "percent", "value": figure, "unit": "%", "role": "other"}
    return f"{figure.replace('.', ',')} %", f"{figure}%", fields


def _count(rng: random.Random) -> _Told:
    fr, en, unit = rng.choice(COUNTS)
    number = rng.randrange(20, 90_000)
    grouped = f"{number:,}"
    spaced = grouped.replace(",", "\u202f")
    fields: dict[str, object] = {
        "kind": "count",
        "value": str(number),
        "unit": unit,
        "role": "other",
    }
    return f"{spaced} {fr}", f"{grouped} {en}", fields


def _duration(rng: random.Random) -> _Told:
    number = rng.randrange(2, 90)
    fields: dict[str, object] = {
        "kind": "duration",
        "value": str(number),
        "unit": "mo",
        "role": "other",
    }
    return f"{number} mois", f"{number} months", fields


_AMOUNTS: dict[str, Callable[[random.Random], _Told]] = {
    "money": _money,
    "percent": _percent,
    "count": _count,
    "duration": _duration,
}


def articles(
    numbers: Sequence[int],
) -> Iterator[tuple[Article, dict[str, str], dict[str, list[Record]]]]:
    """The articles of these numbers: rows, texts by language, rows by layer in canonical order."""
    by_id: dict[str, list[Entity]] = {"ORG": [], "PER": [], "LOC": []}
    for entity in entities():
        by_id[entity.type].append(entity)
    for number in numbers:
        made = _Article(number, by_id)
        made.write()
        layers = {name: [rows[i] for i in arrangement(rows)] for name, rows in made.layers.items()}
        yield made.row(("train", "train", "validation", "test")[number % 4]), made.sides, layers


def write(folder: Path, count: int) -> None:
    """Write a corpus of ``count`` articles into ``folder``."""
    for name in ("raw/fr", "raw/en", *(f"annotations/{layer}" for layer in LAYERS)):
        (folder / name).mkdir(parents=True)
    steps = [range(first, min(first + TOGETHER, count)) for first in range(0, count, TOGETHER)]
    rows = list[Article]()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for made in pool.map(partial(_write, folder), steps):
            rows += msgspec.json.decode(made, type=list[Article])
    (folder / "annotations/kb.jsonl").write_bytes(encode(sorted(entities(), key=lambda e: e.id)))
    (folder / "raw/articles.jsonl").write_bytes(encode(rows))


def _write(folder: Path, numbers: Sequence[int]) -> bytes:
    rows = []
    for row, texts, layers in articles(numbers):
        for lang, text in texts.items():
            (folder / f"raw/{lang}/{row.id}.txt").write_bytes(text.encode())
        for layer, records in layers.items():
            if records:
                (folder / f"annotations/{layer}/{row.id}.jsonl").write_bytes(encode(records))
        rows.append(row)
    return msgspec.json.encode(rows)
