"""Damage to raw pairs of sentences: what a bad translation, edit or alignment does to one.

Each damage takes a pair (French, English), a generator of chance and the pair before it, and
returns the damaged pair, or None where the pair has nothing of the kind.
"""

import random
from collections.abc import Callable, Sequence

import regex as re

Pair = tuple[str, str]
Damage = Callable[[Pair, random.Random, Pair | None, Sequence[str]], Pair | None]

MONTHS = "January February March April May June July August September October November December"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
WORDS = "two three four five six seven eight nine ten eleven twelve"
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
BOUNDS = (
    r"more than|less than|fewer than|at least|at most|up to|nearly|almost|about|around|over|under"
    r"|as much as|as many as|approximately|roughly|no more than|no less than"
)
DENIAL = r"\b(?:pas|jamais|rien|aucune?|ni|nul(?:le)?|personne|guère|non|plus)\b"


def _sub(
    pattern: str,
    new: str | Callable[[re.Match[str], random.Random], str],
    where: str = "",
    side: int = 1,
) -> Damage:
    """Replace one match of a pattern in one side, where the other side matches ``where``."""
    compiled = re.compile(pattern)

    def damage(
        pair: Pair, rng: random.Random, _before: Pair | None, _names: Sequence[str]
    ) -> Pair | None:
        if where and not re.search(where, pair[1 - side]):
            return None
        matches = list(compiled.finditer(pair[side]))
        if not matches:
            return None
        match = rng.choice(matches)
        text = match.expand(new) if isinstance(new, str) else new(match, rng)
        if text == match[0]:
            return None
        changed = pair[side][: match.start()] + text + pair[side][match.end() :]
        changed = re.sub(r" {2,}", " ", changed)
        return (pair[0], changed) if side else (changed, pair[1])

    return damage


def _digit(match: re.Match[str], rng: random.Random) -> str:
    places = [i for i, c in enumerate(match[0]) if c.isdigit()]
    place = rng.choice(places)
    other = rng.choice([d for d in "123456789" if d != match[0][place]])
    return match[0][:place] + other + match[0][place + 1 :]


def _next(listed: str) -> Callable[[re.Match[str], random.Random], str]:
    words = listed.split()
    by_lower = {word.lower(): i for i, word in enumerate(words)}

    def new(match: re.Match[str], rng: random.Random) -> str:
        place = by_lower[match[0].lower()]
        word = words[(place + rng.randint(1, len(words) - 1)) % len(words)]
        return word[0].upper() + word[1:] if match[0][0].isupper() else word

    return new


def _other(pairs: str) -> Callable[[re.Match[str], random.Random], str]:
    table = dict(item.split("=") for item in pairs.split(";"))

    def new(match: re.Match[str], _rng: random.Random) -> str:
        word = table[match[0].lower()]
        return word[0].upper() + word[1:] if match[0][0].isupper() else word

    return new


def _name(pair: Pair, rng: random.Random) -> re.Match[str] | None:
    """A run of capitalised words of the English, inside the sentence, that the French has too."""
    runs = [
        m
        for m in re.finditer(
            r"(?<=[a-z,;] )[A-Z][\w’'-]*[a-z](?: (?:de |von |van |al-)?[A-Z][\w-]*[a-z])*", pair[1]
        )
        if m[0].removesuffix("'s").removesuffix("’s").split()[-1] in pair[0] and len(m[0]) > 3
    ]
    return rng.choice(runs) if runs else None


def swap_name(
    pair: Pair, rng: random.Random, _before: Pair | None, names: Sequence[str]
) -> Pair | None:
    """Put another name in the place of one."""
    match = _name(pair, rng)
    others = [name for name in names if name not in pair[0] and name not in pair[1]]
    if not match or not others:
        return None
    text = rng.choice(others) + ("'s" if match[0].endswith(("'s", "’s")) else "")
    return pair[0], pair[1][: match.start()] + text + pair[1][match.end() :]


def drop_name(
    pair: Pair, rng: random.Random, _before: Pair | None, _names: Sequence[str]
) -> Pair | None:
    """Leave a name out."""
    match = _name(pair, rng)
    if not match or pair[1].count(match[0]) > 1:
        return None
    rest = pair[1][: match.start()] + pair[1][match.end() :].removeprefix("'s").removeprefix("’s")
    return pair[0], re.sub(r" +([,.;]|$)", r"\1", re.sub(r" {2,}", " ", rest))


def misspell_name(
    pair: Pair, rng: random.Random, _before: Pair | None, _names: Sequence[str]
) -> Pair | None:
    """Exchange two letters of a name."""
    match = _name(pair, rng)
    if not match:
        return None
    word = match[0].split()[-1].removesuffix("'s").removesuffix("’s")
    places = [i for i in range(1, len(word) - 2) if word[i] != word[i + 1]]
    if len(word) < 5 or not places:
        return None
    at = rng.choice(places)
    wrong = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return pair[0], pair[1][: match.start()] + match[0].replace(word, wrong) + pair[1][
        match.end() :
    ]


def omit_clause(
    pair: Pair, rng: random.Random, _before: Pair | None, _names: Sequence[str]
) -> Pair | None:
    """Leave out a part between commas, or the last third of the words."""
    en = pair[1]
    if len(en) < 60:
        return None
    clauses = [
        m
        for m in re.finditer(r"(?:^|, |; |: )[^,;:]{25,}?(?=,|;|:|[.?!]?$)", en)
        if len(m[0]) >= 0.25 * len(en) and len(m[0]) <= 0.75 * len(en)
    ]
    if clauses:
        match = rng.choice(clauses)
        rest = (en[: match.start()] + en[match.end() :]).lstrip(" ,;:")
        return pair[0], rest[:1].upper() + rest[1:]
    words = en.split()
    return pair[0], " ".join(words[: len(words) * 2 // 3]) + "."


def untranslated(
    pair: Pair, _rng: random.Random, _before: Pair | None, _names: Sequence[str]
) -> Pair | None:
    """Leave the French as the translation."""
    return (pair[0], pair[0]) if len(pair[0].split()) >= 4 else None


def duplicate(
    pair: Pair, _rng: random.Random, before: Pair | None, _names: Sequence[str]
) -> Pair | None:
    """Give the translation of the pair before."""
    return (pair[0], before[1]) if before and before[1] != pair[1] else None


def empty(
    pair: Pair, _rng: random.Random, _before: Pair | None, _names: Sequence[str]
) -> Pair | None:
    """Give no translation."""
    return pair[0], ""


def exchange_figures(
    pair: Pair, _rng: random.Random, _before: Pair | None, _names: Sequence[str]
) -> Pair | None:
    """Exchange the first two figures."""
    result = list(re.finditer(r"\d[\d,.]*\d|\d", pair[1]))
    if len(result) < 2 or result[0][0] == result[1][0]:
        return None
    a, b = result[0], result[1]
    en = pair[1]
    return pair[0], en[: a.start()] + b[0] + en[a.end() : b.start()] + a[0] + en[b.end() :]


_FIGURE = r"(?<![\w.,])(?!(?:19|20)\d\d\b)\d[\d,.]*\d|(?<![\w.,])[1-9](?![\w])"
_UNITS = "years=months;year=month;months=weeks;month=week;weeks=days;week=day;days=hours;day=hour;hours=minutes;hour=minute;minutes=seconds;kilometers=miles;kilometres=miles;miles=kilometers;km=miles;gigawatts=megawatts;gigawatt=megawatt;megawatts=kilowatts;megawatt=kilowatt;tons=kilograms;tonnes=kilograms;meters=feet;metres=feet;feet=meters"

DAMAGES: dict[str, Damage] = {
    "million for billion": _sub(
        r"\b(?:[mb]illions?|trillions?)\b",
        _other(
            "million=billion;billion=million;trillion=billion;millions=billions;billions=millions;trillions=billions"
        ),
    ),
    "decimal point lost": _sub(r"(?<=\d)\.(?=\d)", ""),
    "digit changed": _sub(_FIGURE, _digit),
    "figure dropped": _sub(r" (?:[$€£])?\d[\d.,]*\d(?: (?:m|b|tr)illion)?(?= )", ""),
    "figures exchanged": exchange_figures,
    "currency swapped": _sub(
        r"[$€£](?=\d)|\b(?:dollars?|euros?)\b",
        _other("$=€;€=$;£=$;dollar=euro;dollars=euros;euro=dollar;euros=dollars"),
    ),
    "currency lost": _sub(r"[$€£](?=\d)", "", r"dollar|euro|livre|[$€£]"),
    "percent to points": _sub(r" ?%| ?per ?cent\b", " percentage points"),
    "more to less": _sub(
        r"\b(?:more than|less than|fewer than|at least|at most|up to)(?= [$€£]?\d| (?:a|one|two|three|four|five|six|seven|eight|nine|ten|half)\b)",
        _other(
            "more than=less than;less than=more than;fewer than=more than;at least=at most;at most=at least;up to=at least"
        ),
    ),
    "bound dropped": _sub(
        rf"\b(?:{BOUNDS}) (?=[$€£]?\d)",
        "",
        r"\b(?:plus d|moins d|au moins|au plus|jusqu|près de|environ|quelque|presque|autour|une? peu|au maximum|dépass|à peu près)",
    ),
    "range end changed": _sub(
        r"(?<=\d[%]?(?: [mb]illion)? (?:to|and) [$€£]?)\d[\d,.]*\d|(?<=\d[-–])\d[\d,.]*\d(?!-)",
        _digit,
        r"\b(?:de|entre) \d|à \d|\d[-–]\d",
    ),
    "unit changed": _sub(
        r"(?<=\d[ -])(?:years?|months?|weeks?|days?|hours?|minutes|kilomet(?:er|re)s|miles|km|gigawatts?|megawatts?|tons|tonnes|met(?:er|re)s|feet)\b|(?<=(?:two|six|ten)[ -])(?:years?|months?|weeks?|days?|hours?)\b|(?<=(?:three|seven|eight)[ -])(?:years?|months?|weeks?|days?|hours?)\b",
        _other(_UNITS),
    ),
    "day of the month changed": _sub(
        rf"(?<=(?:March|April|tober) )\d\d?\b|(?<=(?:June|July|Sept) )\d\d?\b|(?<=(?:January|October) )\d\d?\b|(?<=ember )\d\d?\b|(?<=(?:August|ruary) )\d\d?\b|\b\d\d?(?= (?:{'|'.join(MONTHS.split())}))",
        _digit,
    ),
    "month changed": _sub(
        rf"\b(?:{'|'.join(m for m in MONTHS.split() if m != 'May')})\b",
        _next(MONTHS),
        r"(?i)janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    ),
    "day of the week changed": _sub(
        rf"\b(?:{'|'.join(DAYS.split())})\b",
        _next(DAYS),
        r"(?i)lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    ),
    "year changed": _sub(
        r"(?<![\d,.$€£])(?:19|20)\d\d\b(?![,.]\d)",
        lambda m, r: m[0][:2] + _digit(re.match(r"\d+", m[0][2:]), r),
    ),  # type: ignore[arg-type]
    "ordinal changed": _sub(
        rf"\b(?:{'|'.join(ORDINALS.split())})\b",
        _next(ORDINALS),
        r"(?i)(?:premi|second|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)ième|\d(?:e|er|ère)\b)",
    ),
    "number word changed": _sub(
        rf"\b(?:{'|'.join(WORDS.split())})\b",
        _next(WORDS),
        r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\d+)\b",
    ),
    "name swapped": swap_name,
    "name dropped": drop_name,
    "name misspelt": misspell_name,
    "negation dropped": _sub(
        r" (?:not|never)(?= )|(?<=(?:is|as|es|re|id|ld))n['’]t\b|(?<=do)n['’]t\b|\bno (?=[a-z])",
        "",
        DENIAL,
    ),
    "negation added": _sub(
        r"\b(?:is|was|are|were|will|has|had|would|could|should|can)(?= (?!not\b|no\b|n['’]t|never\b|been)[a-z])",
        r"\g<0> not",
    ),
    "hedge dropped": _sub(
        r"\b(?:reportedly|allegedly|supposedly|purportedly) |\b(?:is|are|was|were) (?:said|reported|believed|thought) to |, according to [^,.]{4,60}(?=[,.])|(?:^)According to [^,.]{4,60}, ",
        "",
        r"rait\b|raient\b|selon|après|présum|suppos|prétend",
    ),
    "hedge added": _sub(
        r"\b(?:is|was|has|had|were|are) (?=[a-z])",
        r"\g<0>reportedly ",
    ),
    "may to will": _sub(
        r"\b(?:may|might|could)\b(?= [a-z])", "will", r"(?:p(?:eu|ou)[a-zé]+|rait|raient|peut-être)"
    ),
    "would to will": _sub(r"\bwould\b(?= [a-z])", "will", r"rait\b|raient\b|rais\b"),
    "will to may": _sub(r"\bwill\b(?= [a-z])", "may", r"\w+(?:ra|ront)\b"),
    "clause omitted": omit_clause,
    "untranslated": untranslated,
    "duplicate of neighbour": duplicate,
    "emptied": empty,
    "question mark lost": _sub(r"\?", ".", r"\?"),
    "question mark added": _sub(r"\.$", "?"),
    "quotation marks lost": lambda p, *_: (
        (p[0], re.sub(r'["“”]', "", p[1]))
        if re.search("«", p[0]) and re.search(r'["“”]', p[1])
        else None
    ),
    "name added": _sub(r"(?<=[a-z]) and (?=[a-z])", " and Quentin Arnoux and "),
    "number added": _sub(r"(?<=[a-z]) and (?=[a-z])", " and 412 and "),
}
"""Kind -> how a pair is damaged; a pair without anything of the kind is left out."""


def names_of(pairs: Sequence[Pair]) -> list[str]:
    """Return names that both sides of some pair have, for use in other pairs."""
    rng = random.Random(0)  # noqa: S311 - not for secrets
    by_key = {m[0].removesuffix("'s") for pair in pairs if (m := _name(pair, rng))}
    return sorted(name for name in by_key if len(name.split()) <= 2)


def damaged(
    kind: str, pairs: Sequence[Pair], documents: Sequence[str], seed: int = 1, most: int = 300
) -> list[tuple[int, Pair]]:
    """Return damaged pairs of one kind with their places, at most so many, drawn by chance."""
    rng = random.Random(f"{seed} {kind}")  # noqa: S311 - not for secrets
    names = names_of(pairs)
    places = list(range(len(pairs)))
    rng.shuffle(places)
    result = []
    for i in places:
        before = pairs[i - 1] if i and documents[i - 1] == documents[i] else None
        pair = DAMAGES[kind](pairs[i], rng, before, names)
        if pair and pair != pairs[i]:
            result.append((i, pair))
        if len(result) == most:
            break
    return result
