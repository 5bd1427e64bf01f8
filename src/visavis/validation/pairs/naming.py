"""Names of two segments: kept, transliterated, or in the list of names that are not alike."""

import re
from collections.abc import Iterator
from functools import lru_cache

from visavis.languages import Lang
from visavis.validation.pairs.coverage import answered
from visavis.validation.pairs.evidence import Evidence, Segment
from visavis.validation.pairs.lexicon import fold, is_word, names, skeleton
from visavis.validation.pairs.words import SIGNS, Side

SHORTEST = 3
"""Letters of a name at least; initials and the pronoun I say nothing."""

ENDS = frozenset('.?!:«»“”"()')
"""Signs after which a capital letter may begin a sentence."""

SPELT, EXCHANGED = 5, 2
"""Letters of a name in which an exchange of two is seen, and how many then differ."""

ALIKE, BONES = 4, 2
"""First letters, and consonants, that two spellings of a name share."""

MOST = 3
"""Words of a name beyond the first."""

ROMAN = re.compile(r"[IVXLC]+(?:e|er|ère|ème|es|s)?")
"""Numerals: « XVIIe siècle »."""

TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "sen", "rep", "gov", "gen", "col",
     "lt", "capt", "sgt", "prof", "rev", "hon", "st", "mme", "mlle", "mm", "madame", "monsieur",
     "mesdames", "messieurs", "maitre", "me", "president", "inc", "corp", "ltd", "co", "llc",
     "plc", "group", "groupe", "jr", "the", "january", "february", "march", "april", "may", "june",
     "july", "august", "september", "october", "november", "december", "monday", "tuesday",
     "wednesday", "thursday", "friday", "saturday", "sunday", "jan", "feb", "mar", "apr", "jun",
     "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat",
     "svp", "web", "sun", "bst", "gmt", "est", "edt", "pdt", "pst", "cet", "utc", "am", "pm"}
)  # fmt: skip
"""Capitalised words that another language need not have."""


def differences(segment: Segment) -> Iterator[Evidence]:
    """Yield the names that one side has and the other has not."""
    fr, en = segment.fr, segment.en
    runs = _runs(fr), _runs(en)
    if not runs[0] and not runs[1]:
        yield from _common(segment)
        return
    words = frozenset(fr.lower), frozenset(en.lower)
    unlike = (
        [run for run in runs[0] if not _is_there(run, fr, words[1])],
        [run for run in runs[1] if not _is_there(run, en, words[0])],
    )
    if not any(unlike):
        yield from _common(segment)
        return
    folded = _folded(fr), _folded(en)
    lost = [run for run in unlike[0] if not _matched(run, fr, en, folded[1])]
    added = [run for run in unlike[1] if not _matched(run, en, fr, folded[0])]
    if not lost and not added:
        yield from _common(segment)
        return
    misspelt = _misspelt(lost, added, (fr, en), folded)
    if misspelt:
        yield misspelt
        return
    lost, added = _unlike(lost, added, fr, en)
    yield from _told(segment, lost, added)


Run = tuple[int, int]


def _is_there(run: Run, side: Side, words: frozenset[str]) -> bool:
    """Whether all words of a run are in the other side as they are: most names are."""
    return all(word in words for word in side.lower[run[0] : run[1] + 1])


def _common(segment: Segment) -> Iterator[Evidence]:
    """Yield a capitalised word that is a common word too and has no answer: Apple."""
    sides = (segment.fr, segment.en)
    for number, side in enumerate(sides):
        other = sides[1 - number]
        for place in side.capitals:
            token = side.tokens[place]
            if not place or not _is_common(token, side.lang) or side.tokens[place - 1] in ENDS:
                continue
            around = side.tokens[place - 1 : place + 2 : 2]
            if any(near[0].isupper() for near in around):
                continue
            count, total = answered(side, place, place + 1, other)
            if count == total or fold(token) in fold(other.text):
                continue
            sort = ("word-lost", "word-added")[number]
            offsets = (side.offsets[place], None) if number == 0 else (None, side.offsets[place])
            name = ("French", "English")[number]
            yield Evidence(f"name.{sort}", f"{token} is in {name} only", *offsets)
            return


@lru_cache(1 << 16)
def _is_common(token: str, lang: Lang) -> bool:
    """Whether a capitalised word is one of the lexicon too."""
    word = fold(token)
    return len(word) > SHORTEST and word not in TITLES and is_word(word, lang)


def _told(segment: Segment, lost: list[Run], added: list[Run]) -> Iterator[Evidence]:
    fr, en = segment.fr, segment.en
    if lost and added:
        kind = "swapped" if _sure(lost[0], fr) and _sure(added[0], en) else "unlike"
        places = _offsets(fr, lost[0]), _offsets(en, added[0])
        message = f'« {_words(fr, lost[0])} » against "{_words(en, added[0])}"'
        yield Evidence(f"name.{kind}", message, *places)
        return
    for side, runs, sort, other in ((fr, lost, "lost", 1), (en, added, "added", 0)):
        if runs:
            run = runs[0]
            kind = f"{sort}{_sort(segment, run, side, other)}"
            place = _offsets(side, run)
            offsets = (place, None) if other else (None, place)
            name = "French" if other else "English"
            yield Evidence(f"name.{kind}", f"{_words(side, run)} is in {name} only", *offsets)


def _sort(segment: Segment, run: Run, side: Side, other: int) -> str:
    """How sure a name that only one side has is: near, a part, in a title, full."""
    if any(_has(near, run, side) for near in segment.around(other)):
        return "-near"
    words = side.tokens[run[0] : run[1] + 1]
    other_side = (segment.fr, segment.en)[other]
    if run[1] > run[0] and len(_missing(side, run, other_side)) < len(words):
        surname = len(words[0]) <= SHORTEST and fold(words[0]) in _folded(other_side)
        return "-near" if surname else "-part"
    if any(word.rstrip("s").isupper() for word in words):
        return "-acronym"
    if _in_title(side, run):
        return "-title"
    return "-full" if run[1] > run[0] else ""


def _in_title(side: Side, run: Run) -> bool:
    """Whether a capitalised common word is beside the name: "the Metropolitan Police"."""
    for place in (run[0] - 1, run[1] + 1, run[1] + 2):
        if 0 <= place < len(side.tokens):
            token = side.tokens[place]
            if token[0].isupper() and len(token) > SHORTEST and is_word(fold(token), side.lang):
                return True
    return False


def _runs(side: Side) -> list[Run]:
    """Return the tokens that are names, in runs: first and last place."""
    tokens, result = side.tokens, list[Run]()
    lang: Lang = side.lang
    last = -2
    for place in side.capitals:
        token = tokens[place]
        initial = last != place - 1 and _is_initial(side, place)
        if not _is_name(token, lang, initial=initial and not _inner(token)):
            continue
        if initial and not _inner(token) and not _followed(tokens, place):
            continue
        if last == place - 1 and result[-1][1] - result[-1][0] < MOST:
            result[-1] = (result[-1][0], place)
        else:
            result.append((place, place))
        last = place
    return result


def _is_initial(side: Side, place: int) -> bool:
    """Whether a sentence begins at a token: before it are only signs and elided articles."""
    while place:
        place -= 1
        token = side.tokens[place]
        if token in ENDS:
            return True
        if token not in SIGNS and side.lower[place] not in ELIDED:
            return False
    return True


ELIDED = frozenset({"d", "l"})
"""Articles before a name: « L’Elysée »."""


def _inner(token: str) -> bool:
    """Whether a word has a capital inside: it is a name wherever it is."""
    return not token[1:].islower() and any(letter.isupper() for letter in token[1:])


def _followed(tokens: list[str], place: int) -> bool:
    """Whether a capitalised word follows: a sentence begins with the whole name."""
    after = tokens[place + 1 : place + 2]
    return bool(after) and after[0][0].isupper() and len(after[0]) >= SHORTEST


@lru_cache(1 << 16)
def _is_name(token: str, lang: Lang, *, initial: bool) -> bool:
    """Whether a capitalised word is a name that the other language must have alike."""
    word = fold(token)
    if len(word) < SHORTEST or word in TITLES or ROMAN.fullmatch(token):
        return False
    number = 0 if lang == "fr" else 1
    if word in names()[number]:
        return False
    if initial and is_word(word, lang):
        return False
    return not is_word(word, lang)


def _folded(side: Side) -> frozenset[str]:
    return frozenset(map(fold, side.tokens))


def _matched(run: Run, side: Side, other: Side, folded: frozenset[str]) -> bool:
    """Whether the words of a run are in the other side; of a person, the last is enough."""
    text = ""
    for place in range(run[0], run[1] + 1):
        word = fold(side.tokens[place])
        if word in folded or f"{word}s" in folded or word.removesuffix("s") in folded:
            continue
        text = text or fold(other.text)
        if len(word) > SHORTEST and word in text:
            continue
        if place == run[0] < run[1]:
            continue
        return False
    return True


def _misspelt(
    lost: list[Run], added: list[Run], sides: tuple[Side, Side], folded: tuple[frozenset[str], ...]
) -> Evidence | None:
    """Return a name of which letters are exchanged on one side."""
    for runs, number in ((added, 1), (lost, 0)):
        side = sides[number]
        for run in runs:
            for place in range(run[0], run[1] + 1):
                word = fold(side.tokens[place])
                if word in folded[1 - number]:
                    continue
                for other in folded[1 - number]:
                    if is_exchanged(word, other):
                        offsets: list[tuple[int, int] | None] = [None, None]
                        offsets[number] = side.offsets[place]
                        message = f"{side.tokens[place]} against {other}"
                        return Evidence("name.misspelt", message, offsets[0], offsets[1])
    return None


def is_exchanged(word: str, other: str) -> bool:
    """Whether two words differ by two neighbouring letters that changed places."""
    if len(word) != len(other) or len(word) < SPELT or word == other:
        return False
    wrong = [i for i, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    if len(wrong) != EXCHANGED or wrong[1] != wrong[0] + 1:
        return False
    i, j = wrong
    return (
        word[i] == other[j]
        and word[j] == other[i]
        and j < len(word) - 1 + (word[i:] not in ("re", "er"))
    )


def _unlike(lost: list[Run], added: list[Run], fr: Side, en: Side) -> tuple[list[Run], list[Run]]:
    """Leave out the runs of both sides that are the same name in another spelling."""
    rest = list(added)
    left = []
    for run in lost:
        match = next((other for other in rest if _alike(fr, run, en, other)), None)
        if match is None:
            left.append(run)
        else:
            rest.remove(match)
    left = [run for run in left if not _likely(run, fr, en)]
    rest = [run for run in rest if not _likely(run, en, fr)]
    return left, rest


def _alike(fr: Side, run: Run, en: Side, other: Run) -> bool:
    return any(similar(a, b) for a in _missing(fr, run, en) for b in _missing(en, other, fr))


def _missing(side: Side, run: Run, other: Side) -> list[str]:
    """Return the words of a run that the other side has not."""
    folded = _folded(other)
    words = [fold(token) for token in side.tokens[run[0] : run[1] + 1]]
    return [word for word in words if word not in folded and f"{word}s" not in folded]


def _likely(run: Run, side: Side, other: Side) -> bool:
    """Whether a word of the other side is like the words of the run that it has not."""
    tokens = side.tokens[run[0] : run[1] + 1]
    words = _missing(side, run, other)
    if all(token.isupper() for token in tokens):
        letters = sorted(fold(tokens[0]))
        return any(
            token.isupper()
            and len(token) > 1
            and (sorted(fold(token)) == letters or len(token) == len(tokens[0]))
            for token in other.tokens
        )
    return any(similar(word, fold(token)) for word in words for token in other.tokens)


@lru_cache(1 << 16)
def similar(word: str, other: str) -> bool:
    """Whether two folded words may be one name in two spellings."""
    if len(word) < SHORTEST or len(other) < SHORTEST:
        return False
    prefix = 0
    for a, b in zip(word, other, strict=False):
        if a != b:
            break
        prefix += 1
    if prefix >= ALIKE and prefix >= 0.5 * max(len(word), len(other)):
        return True
    bones = skeleton(word), skeleton(other)
    return len(bones[0]) >= BONES and bones[0] == bones[1] and word[0] in (other[0], *"ckjgyi")


def _sure(run: Run, side: Side) -> bool:
    """Whether a run is no single short word."""
    return run[1] > run[0] or len(side.tokens[run[0]]) > SHORTEST


def _has(near: Side, run: Run, side: Side) -> bool:
    words = {fold(token) for token in side.tokens[run[0] : run[1] + 1]}
    return not words.isdisjoint(map(fold, near.tokens))


def _offsets(side: Side, run: Run) -> tuple[int, int]:
    return side.offsets[run[0]][0], side.offsets[run[1]][1]


def _words(side: Side, run: Run) -> str:
    return side.text[slice(*_offsets(side, run))]
