"""Public holidays agree with an independent computation."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from cmstation.desktop.public_holidays import FIRST_YEAR, LAST_YEAR, public_holidays
from cmstation.domain.calendar import DayOffKind
from cmstation.domain.regions import Region

YEARS = range(2020, 2041)
MAINLAND = (Region.FRANCE_A, Region.FRANCE_B, Region.FRANCE_C, Region.CORSICA)
BELGIUM = (Region.BELGIUM_FRENCH, Region.BELGIUM_FLEMISH, Region.BELGIUM_GERMAN)


def easter(year: int) -> date:
    """Compute Easter Sunday from the paschal full moon, by Lilius and Clavius."""
    golden, century = year % 19 + 1, year // 100 + 1
    solar = 3 * century // 4 - 12
    lunar = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + lunar - solar) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = 44 - epact if epact <= 23 else 74 - epact
    full_moon = date(year, 3, 1) + timedelta(days=moon - 1)
    return full_moon + timedelta(days=6 - full_moon.weekday() if full_moon.weekday() != 6 else 7)


def nth(year: int, month: int, weekday: int, place: int) -> date:
    days = [date(year, month, day) for day in range(1, 29)]
    return [day for day in days if day.weekday() == weekday][place - 1]


def french(year: int) -> set[date]:
    moved = {easter(year) + timedelta(days=after) for after in (1, 39, 50)}
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    return moved | {date(year, *there) for there in fixed}


def of_alsace(year: int) -> set[date]:
    return french(year) | {easter(year) - timedelta(days=2), date(year, 12, 26)}


def belgian(year: int) -> set[date]:
    moved = {easter(year) + timedelta(days=after) for after in (0, 1, 39, 49, 50)}
    fixed = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
    return moved | {date(year, *there) for there in fixed}


def of_quebec(year: int) -> set[date]:
    patriots = max(date(year, 5, day) for day in range(18, 25) if date(year, 5, day).weekday() == 0)
    days = {easter(year) - timedelta(days=2), patriots, nth(year, 9, 0, 1), nth(year, 10, 0, 2)}
    days |= {date(year, *there) for there in ((1, 1), (6, 24), (7, 1), (12, 25))}
    for summer in (date(year, 6, 24), date(year, 7, 1)):
        if summer.weekday() == 6:
            days.add(summer + timedelta(days=1))
    return days


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("regions", "expected"),
    [
        (MAINLAND, french),
        ((Region.ALSACE_MOSELLE,), of_alsace),
        (BELGIUM, belgian),
        ((Region.QUEBEC,), of_quebec),
    ],
    ids=["France", "Alsace-Moselle", "Belgium", "Québec"],
)
def test_the_days_are_those_of_the_law(
    regions: tuple[Region, ...], expected: Callable[[int], set[date]], year: int
) -> None:
    for region in regions:
        days = public_holidays(region, year)

        assert {day.first for day in days} == expected(year)
        assert all(day.first == day.last and day.kind is DayOffKind.PUBLIC for day in days)
        assert list(days) == sorted(days, key=lambda day: day.first)


@pytest.mark.parametrize("region", [Region.GUADELOUPE, Region.MARTINIQUE, Region.GUYANE, Region.REUNION])
def test_overseas_the_end_of_slavery_is_kept_beside_the_days_of_france(region: Region) -> None:
    days = {day.first: day.name for day in public_holidays(region, 2027)}

    assert french(2027) < set(days)
    assert any("esclavage" in name for name in days.values())


def test_names_are_french_and_written_with_care() -> None:
    names = {day.name for region in Region for day in public_holidays(region, 2029)}

    assert {"Lundi de Pâques", "Fête nationale du Québec", "Saint-Étienne", "Jour de l’an"} <= names
    assert not any("'" in name or ";" in name or "(obs" in name for name in names)


def test_two_holidays_on_one_day_are_two() -> None:
    may = [day.name for day in public_holidays(Region.FRANCE_C, 2008) if day.first == date(2008, 5, 1)]

    assert may == ["Ascension", "Fête du Travail"]


def test_nowhere_there_are_none() -> None:
    assert public_holidays(Region.NONE, 2027) == ()


@pytest.mark.parametrize("region", [region for region in Region if region is not Region.NONE])
def test_the_first_and_the_last_year_have_holidays(region: Region) -> None:
    assert all(public_holidays(region, year) for year in (FIRST_YEAR, LAST_YEAR))


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1])
def test_a_year_out_of_reach_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        public_holidays(Region.QUEBEC, year)


def test_the_library_is_not_loaded_before_it_is_needed() -> None:
    program = "import sys, cmstation.desktop.public_holidays; sys.exit('holidays' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
