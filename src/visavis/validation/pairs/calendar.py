"""Months, days of the week and ordinals of two segments."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from visavis.validation.pairs.evidence import Evidence, Segment
from visavis.validation.pairs.readings import side_values
from visavis.validation.pairs.words import Side, of_sections

SECTIONS = {"month": "date", "weekday": "date", "ordinal": "ordinal"}
"""Section of markers -> the check it belongs to."""

VAGUE = frozenset({"1", "2", "last"})
"""Ordinals that have other translations: « premier ministre », « seconde fois », "last year"."""

THIRD_PARTY = (["party"], ["parties"], ["country"], ["countries"], ["world"])
"""Words after "third" where French says « tiers »."""

_SUFFIXES = frozenset({"st", "nd", "rd", "th", "e", "er", "ère", "ème", "è", "ᵉ", "eme", "re"})

Places = list[tuple[int, str]]


def differences(segment: Segment) -> Iterator[Evidence]:
    """Yield the months, days and ordinals that one side has and the other has not."""
    sides = (segment.fr, segment.en)
    marked = [of_sections(side, SECTIONS) for side in sides]
    if not marked[0] and not marked[1]:
        return
    for section, check in SECTIONS.items():
        places: list[Places] = [
            [(place, marker.id) for place, marker in listed if marker.section == section]
            for listed in marked
        ]
        if section == "ordinal":
            places = [_ordinals(side, listed) for side, listed in zip(sides, places, strict=True)]
        yield from _compared(segment, section, check, places)


def _compared(
    segment: Segment, section: str, check: str, places: list[Places]
) -> Iterator[Evidence]:
    counts = [Counter(name for _, name in listed) for listed in places]
    if counts[0] == counts[1]:
        return
    left = [
        [(place, name) for place, name in listed if name in counts[n] - counts[1 - n]]
        for n, listed in enumerate(places)
    ]
    firm = [
        [(p, name) for p, name in listed if not _elsewhere(segment, section, name, 1 - n)]
        for n, listed in enumerate(left)
    ]
    if not (all(left) and any(firm)):
        left = firm
    offsets = [
        side.offsets[listed[0][0]] if listed else None
        for side, listed in zip((segment.fr, segment.en), left, strict=True)
    ]
    words = [
        side.text[slice(*place)] if place else ""
        for side, place in zip((segment.fr, segment.en), offsets, strict=True)
    ]
    if all(left) and counts[0].total() == counts[1].total():
        yield Evidence(
            f"{check}.{section}", f'« {words[0]} » against "{words[1]}"', offsets[0], offsets[1]
        )
    elif all(left):
        yield Evidence(
            f"{check}.{section}-other",
            f'« {words[0]} » against "{words[1]}"',
            offsets[0],
            offsets[1],
        )
    elif any(left):
        number = 0 if left[0] else 1
        if all(name in VAGUE for _, name in left[number]) and section == "ordinal":
            return
        sort = ("lost", "added")[number]
        name = ("French", "English")[number]
        yield Evidence(
            f"{check}.{section}-{sort}",
            f"{words[number]} is in {name} only",
            offsets[0],
            offsets[1],
        )


def _elsewhere(segment: Segment, section: str, name: str, other: int) -> bool:
    """Whether the other language has it in a neighbour, or as a number."""
    side = (segment.fr, segment.en)[other]
    if section == "ordinal" and name.isdecimal() and Decimal(name) in side_values(side):
        return name not in {m for _, m in _ordinals(side, [])}
    if section == "month" and name.isdecimal() and Decimal(name) in set(side.numbers()):
        return True
    for near in segment.around(other):
        if any(m.section == section and m.id == name for _, m in of_sections(near, {section})):
            return True
    return False


def _ordinals(side: Side, listed: Places) -> Places:
    """Return the ordinals, with those in digits, without those that count nothing."""
    lower, result = side.lower, []
    for place, name in listed:
        after = lower[place + 1 : place + 2]
        before = lower[place - 1 : place]
        if name == "last" or (name == "1" and after in (["ministre"], ["ministres"], ["plan"])):
            continue
        if name == "3" and side.lang == "en" and lower[place + 1 : place + 2] in THIRD_PARTY:
            continue
        if (
            side.lang == "en"
            and name in ("3", "4", "5")
            and before
            and before[0] in ("a", "one", "two")
        ):
            continue
        result.append((place, name))
    for place, token in enumerate(lower[1:], 1):
        if token in _SUFFIXES and lower[place - 1].isdecimal():
            ends = side.offsets[place - 1][1], side.offsets[place][0]
            if ends[0] == ends[1]:
                result.append((place - 1, lower[place - 1]))
    return result
