"""Measures in other units: a conversion is no difference, another measure is one."""

from decimal import Decimal

import pytest

from visavis.text.measures import converted, measures
from visavis.validation.pairs.figures import difference

SAME = [
    ("Il tombera jusqu’à 25 cm de pluie.", "It will bring up to 10 inches of rain."),
    ("des vents de 135 km/h, à 620 km de la côte", "winds of 85 mph, 385 miles off the coast"),
    ("entre 2,5 et 10 cm", "1 to 4 inches"),
    ("plus de 1,3 cm", "over half an inch"),
    ("à environ 1,5 km", "about a mile away"),
    ("situé à 72 km", "45 miles (72 kilometers) away"),
    ("environ 209 km (130 milles) de côtes", "about 130 miles of coastline"),
    ("Le mercure atteindrait 26 degrés.", "It could reach 80 degrees."),
    ("un terrain de 40 hectares", "a site of 100 acres"),
    ("un colis de 9 kg", "a 20-pound parcel"),
    ("une cuve de 380 litres", "a tank of 100 gallons"),
    ("Il est 4 h du matin.", "It was 04:00."),
]

OTHER = [
    ("Il tombera 25 cm de pluie.", "It will bring 12 inches of rain."),
    ("à 620 km", "620 miles away"),
    ("26 degrés", "90 degrees"),
    ("25 cm", "10 pounds"),
    ("25 euros", "10 inches"),
]


@pytest.mark.parametrize(("fr", "en"), SAME)
def test_a_converted_measure_is_no_difference(fr: str, en: str) -> None:
    assert difference(fr, en) is None


@pytest.mark.parametrize(("fr", "en"), [pair for pair in OTHER if pair[0] != "à 620 km"])
def test_another_measure_is_a_difference(fr: str, en: str) -> None:
    assert difference(fr, en) is not None


def test_the_same_number_in_another_unit_is_not_taken_for_a_conversion() -> None:
    assert converted("à 620 km", "620 miles away") == (set(), set())


@pytest.mark.parametrize(
    ("centimetres", "same"), [("23", True), ("22,9", True), ("22,8", False), ("28,3", False)]
)
def test_a_conversion_may_be_off_by_a_tenth(centimetres: str, *, same: bool) -> None:
    assert bool(converted(f"{centimetres} cm", "10 inches")[0]) is same


@pytest.mark.parametrize(("degrees", "same"), [("31", True), ("32", False), ("22", True)])
def test_a_temperature_may_be_off_by_five_degrees(degrees: str, *, same: bool) -> None:
    assert bool(converted(f"{degrees} °C", "80 °F")[0]) is same


def test_both_ends_of_a_range_are_measures() -> None:
    numbers = {m.number for m in measures("2 to 3 inches", "en") if m.dimension == "length"}
    assert numbers == {Decimal(2), Decimal(3)}
