"""What is special about a day, in words."""

from datetime import date, timedelta

import pytest

from cmstation.ui.calendar.months import Month
from cmstation.ui.calendar.remarks import (
    NOTHING,
    DayRemarks,
    health_note,
    remarks_card,
    remarks_of,
    remarks_words,
    title_note,
)
from tests.ui.calendar.lane_plans import plan

pytestmark = pytest.mark.usefixtures("theme")


def remarks(day: date) -> DayRemarks:
    weeks = Month.of(day).weeks
    return remarks_of(plan(), weeks[0], weeks[-1] + timedelta(days=7)).get(day, NOTHING)


def test_a_public_holiday_stands_beside_the_number() -> None:
    found = remarks(date(2026, 11, 11))

    assert title_note(found) == "Armistice"
    assert remarks_words(found) == "Armistice (public holiday)"


def test_school_holidays_are_named_where_they_begin_and_known_on_every_day() -> None:
    first, later = remarks(date(2026, 10, 17)), remarks(date(2026, 10, 20))

    assert title_note(first) == "Vacances de la Toussaint"
    assert title_note(later) == ""
    assert "Vacances de la Toussaint" in remarks_words(later)
    assert "(school holidays)" in remarks_words(later)


def test_a_month_that_begins_within_holidays_names_them_on_its_first_day() -> None:
    assert title_note(remarks_of(plan(), date(2026, 10, 26), date(2026, 12, 7))[date(2026, 10, 26)])


def test_a_day_to_be_confirmed_says_so() -> None:
    found = remarks(date(2026, 10, 17))

    assert health_note(found) == ("Journée du don d’organes?", "")
    assert "(to confirm)" in remarks_words(found)


def test_a_month_of_health_is_named_on_its_first_day_after_the_day_of_that_day() -> None:
    first, later = remarks(date(2026, 11, 1)), remarks(date(2026, 11, 3))

    assert [day.name_fr for day in first.health] == ["Mois sans tabac"]
    assert later.health == ()
    assert [day.name_fr for day in later.lasting] == ["Mois sans tabac"]
    assert remarks_words(later) == ""
    assert remarks_card(later).startswith("Mois sans tabac, until 30 Nov")


def test_several_health_days_are_counted() -> None:
    plan_of_both = remarks_of(plan(), date(2026, 11, 14), date(2026, 11, 15))

    name, more = health_note(plan_of_both[date(2026, 11, 14)])

    assert (name, more) == ("Journée du diabète", "+1")


def test_the_clocks_are_noted_first() -> None:
    assert title_note(remarks(date(2026, 10, 25))) == "Clocks go back"
