"""A region says whose holidays count; a zone only proposes it."""

from zoneinfo import available_timezones

import pytest

from cmstation.domain.health_days_rows import Country
from cmstation.domain.regions import SCHOOL_REGIONS, Region, proposals


def test_schools_of_alsace_and_moselle_keep_zone_b() -> None:
    assert Region.ALSACE_MOSELLE.schools is Region.FRANCE_B
    assert Region.ALSACE_MOSELLE not in SCHOOL_REGIONS
    assert all(region.schools is region for region in SCHOOL_REGIONS)


def test_each_region_but_none_lies_in_a_country() -> None:
    assert Region.NONE.country is None
    assert {region.country for region in Region} == {
        None,
        Country.FRANCE,
        Country.BELGIUM,
        Country.QUEBEC,
    }
    assert Region.MAYOTTE.country is Country.FRANCE


@pytest.mark.parametrize(
    ("zone", "first"),
    [
        ("Europe/Paris", Region.FRANCE_A),
        ("Europe/Brussels", Region.BELGIUM_FRENCH),
        ("America/Toronto", Region.QUEBEC),
        ("Indian/Reunion", Region.REUNION),
    ],
)
def test_a_zone_proposes_the_regions_that_lie_in_it(zone: str, first: Region) -> None:
    assert proposals(zone)[0] is first
    assert zone in available_timezones()


def test_another_zone_proposes_nothing() -> None:
    assert proposals("Asia/Tokyo") == ()
    assert proposals("") == ()


def test_every_region_can_be_proposed() -> None:
    proposed = {region for zone in available_timezones() for region in proposals(zone)}

    assert proposed == set(Region) - {Region.NONE}
