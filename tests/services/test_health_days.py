"""What a person corrects and adds to the health days, and which themes they hide."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cmstation.domain import health_days as shipped_days
from cmstation.domain.changes import Changes
from cmstation.domain.errors import NotFound
from cmstation.domain.health_days_rows import Country
from cmstation.domain.health_days_rules import Span
from cmstation.services.done import Done
from cmstation.services.health_days import HealthDayFault, HealthDayRefused, HealthDays
from cmstation.storage.settings import Settings
from tests.services.conftest import Bench
from tests.services.health_days_bench import KIDNEY, TELETHON, days_of, posts_of, undone

CHANGED = Changes(calendar=True)


@pytest.fixture
def days(bench: Bench) -> HealthDays:
    return days_of(bench)


# --- questions ---


@pytest.mark.parametrize("year", [2020, 2027, 2040])
def test_without_corrections_the_days_are_the_shipped_ones(days: HealthDays, year: int) -> None:
    first, last = date(year, 2, 23), date(year, 4, 5)

    assert list(days.for_year(year)) == shipped_days.for_year(year)
    assert list(days.between(first, last)) == shipped_days.touching(first, last)


def test_the_ends_of_time_can_be_asked_for(days: HealthDays) -> None:
    assert days.between(date(1980, 1, 1), date(1990, 1, 1)) == ()
    assert list(days.between(date(2100, 12, 1), date(2101, 1, 31))) == shipped_days.touching(
        date(2100, 12, 1), date(2101, 1, 31)
    )
    with pytest.raises(ValueError, match="2101"):
        days.for_year(2101)


def test_a_day_that_does_not_exist_is_not_found(bench: Bench, days: HealthDays) -> None:
    asks: tuple[Callable[[], object], ...] = (
        lambda: days.day("rien", 2027),
        lambda: days.row("rien"),
        lambda: days.set_dates("rien", 2027, date(2027, 1, 1), date(2027, 1, 1)),
        lambda: days.not_this_year("rien", 2027),
        lambda: days.forget_dates("rien", 2027),
        lambda: posts_of(bench).prepare("rien", 2027),
        lambda: days.remove_own(KIDNEY),
    )
    for ask in asks:
        with pytest.raises(NotFound):
            ask()


# --- dates of one year ---


def test_written_down_dates_are_certain_and_undone(bench: Bench, days: HealthDays) -> None:
    usual = days.day(TELETHON, 2027)
    assert usual.to_confirm

    done = days.set_dates(TELETHON, 2027, date(2027, 11, 26), date(2027, 11, 27))

    assert (done.value.start, done.value.end) == (date(2027, 11, 26), date(2027, 11, 27))
    assert not done.value.to_confirm
    assert done.changes == CHANGED
    assert days_of(bench).noted(2027) == {TELETHON: Span(date(2027, 11, 26), date(2027, 11, 27))}
    assert done.value in days.between(date(2027, 11, 27), date(2027, 11, 27))
    assert days.day(TELETHON, 2028).to_confirm
    assert undone(done) == CHANGED
    assert days.day(TELETHON, 2027) == usual


def test_undo_brings_earlier_dates_back(days: HealthDays) -> None:
    days.set_dates(TELETHON, 2027, date(2027, 12, 10), date(2027, 12, 11))
    noted = days.noted(2027)

    commands: tuple[Callable[[], Done[Any]], ...] = (
        lambda: days.set_dates(TELETHON, 2027, date(2027, 12, 3), date(2027, 12, 4)),
        lambda: days.not_this_year(TELETHON, 2027),
        lambda: days.forget_dates(TELETHON, 2027),
    )
    for command in commands:
        done = command()
        assert days.noted(2027) != noted
        undone(done)
        assert days.noted(2027) == noted


def test_a_day_that_is_not_kept_is_left_out_for_that_year_alone(days: HealthDays) -> None:
    done = days.not_this_year(KIDNEY, 2027)

    assert days.noted(2027) == {KIDNEY: None}
    with pytest.raises(NotFound):
        days.day(KIDNEY, 2027)
    assert days.day(KIDNEY, 2028)
    undone(done)
    assert days.day(KIDNEY, 2027).start == date(2027, 3, 11)


def test_dates_may_reach_over_new_year(days: HealthDays) -> None:
    days.set_dates(TELETHON, 2027, date(2026, 12, 30), date(2027, 1, 2))

    found = days.between(date(2026, 12, 30), date(2026, 12, 30))

    assert [day.year for day in found if day.slug == TELETHON] == [2027]


@pytest.mark.parametrize(
    ("first", "last", "fault"),
    [
        (date(2027, 12, 4), date(2027, 12, 3), HealthDayFault.ENDS_BEFORE_START),
        (date(2025, 12, 4), date(2027, 12, 4), HealthDayFault.OTHER_YEAR),
        (date(2027, 12, 4), date(2029, 1, 1), HealthDayFault.OTHER_YEAR),
    ],
)
def test_impossible_dates_are_refused(
    days: HealthDays, first: date, last: date, fault: HealthDayFault
) -> None:
    with pytest.raises(HealthDayRefused) as refused:
        days.set_dates(TELETHON, 2027, first, last)

    assert refused.value.fault is fault
    assert days.noted(2027) == {}


def test_days_announced_each_year_are_asked_for_until_somebody_answers(days: HealthDays) -> None:
    asked = [day.slug for day in days.to_ask(2027)]
    rules = {row.slug: row.rule for row in shipped_days.shipped()}
    assert asked
    assert set(asked) == {slug for slug, rule in rules.items() if rule.variable}

    days.not_this_year(asked[0], 2027)
    days.set_dates(asked[1], 2027, date(2027, 5, 3), date(2027, 5, 3))

    assert [day.slug for day in days.to_ask(2027)] == asked[2:]
    assert [day.slug for day in days.to_ask(2028)] == [
        day.slug for day in shipped_days.for_year(2028) if rules[day.slug].variable
    ]


def test_what_is_still_to_come_is_asked_for_in_the_clinic_s_country(bench: Bench) -> None:
    days, today = days_of(bench), bench.station.clock.now().date()
    months = (today - timedelta(days=200), today + timedelta(days=400))
    wanted = [day for year in (today.year, today.year + 1) for day in days.to_ask(year, [Country.FRANCE])]

    asked = days.to_ask_between(*months, Country.FRANCE)

    assert asked
    assert list(asked) == sorted(
        (day for day in wanted if today <= day.start < months[1]), key=lambda day: day.start
    )
    assert len(days.to_ask_between(*months, None)) > len(asked)


def test_days_of_other_countries_need_not_be_asked_for(days: HealthDays) -> None:
    asked = days.to_ask(2027, [Country.QUEBEC])

    assert {Country.QUEBEC, Country.WORLD} >= {country for day in asked for country in day.countries}
    assert "suicide-semaine-qc" in {day.slug for day in asked}
    assert TELETHON not in {day.slug for day in asked}


# --- themes ---


def test_hidden_themes_hide_the_days_that_have_no_other(bench: Bench, days: HealthDays) -> None:
    done = days.hide_themes(["Cancers"])

    shown = days_of(bench).for_year(2027)
    assert done.value == {"Cancers"}
    assert "mars-bleu" in {day.slug for day in shown}  # also about digestion
    assert "cancer-mondiale" not in {day.slug for day in shown}
    assert days.for_year(2027, hidden=True) == tuple(shipped_days.for_year(2027))
    assert "cancers" in days.themes()
    assert undone(done) == CHANGED
    assert len(days.for_year(2027)) == len(shipped_days.for_year(2027))


def test_a_strange_stored_setting_hides_nothing(bench: Bench, days: HealthDays) -> None:
    Settings(bench.station.database).set("calendar_hidden_health_themes", {"cancers": True})

    assert days.hidden_themes() == frozenset()


# --- own days ---


def test_a_day_of_the_clinic_falls_every_year(bench: Bench, days: HealthDays) -> None:
    done = days.add_own("  Fête de l’été ", "nth:06:sat:2", ["équipe, fête", "équipe"], " CSE ")

    row = done.value
    assert (row.slug, row.name_fr, row.themes, row.source) == (
        "own-fete-de-l-ete",
        "Fête de l’été",
        ("équipe", "fête"),
        "CSE",
    )
    assert days_of(bench).day(row.slug, 2027).start == date(2027, 6, 12)
    assert days_of(bench).day(row.slug, 2028).start == date(2028, 6, 10)
    assert "fête" in days.themes()
    assert undone(done) == CHANGED
    assert days.own() == ()


def test_a_date_comes_back_each_year(days: HealthDays) -> None:
    slug = days.add_own("Anniversaire de la clinique", date(1987, 3, 12)).value.slug

    assert days.day(slug, 2027).start == date(2027, 3, 12)
    assert not days.day(slug, 2027).to_confirm


def test_an_own_day_may_be_announced_each_year(days: HealthDays) -> None:
    slug = days.add_own("Portes ouvertes", "variable:nth:09:sat:3").value.slug

    assert slug in {day.slug for day in days.to_ask(2027)}


def test_two_days_of_one_name_are_two(days: HealthDays) -> None:
    first = days.add_own("Don du sang", "fixed:03-12").value
    second = days.add_own("Don du sang", "fixed:09-12").value
    nameless = days.add_own("日本", "fixed:09-13").value

    assert (first.slug, second.slug) == ("own-don-du-sang", "own-don-du-sang-2")
    assert nameless.slug == "own-day"
    assert {first, second, nameless} == set(days.own())


@pytest.mark.parametrize(
    ("name", "rule", "fault"),
    [
        (" ", "fixed:03-12", HealthDayFault.NAME),
        ("Bal", "fixed:02-30", HealthDayFault.RULE),
        ("Bal", "", HealthDayFault.RULE),
        ("Bal", date(2028, 2, 29), HealthDayFault.RULE),
    ],
)
def test_what_is_no_day_is_refused(
    days: HealthDays, name: str, rule: str | date, fault: HealthDayFault
) -> None:
    with pytest.raises(HealthDayRefused) as refused:
        days.add_own(name, rule)

    assert refused.value.fault is fault
    assert days.own() == ()


def test_a_removed_day_comes_back_with_its_dates(days: HealthDays) -> None:
    slug = days.add_own("Don du sang", "fixed:03-12").value.slug
    days.set_dates(slug, 2027, date(2027, 3, 15), date(2027, 3, 15))

    done = days.remove_own(slug)

    assert days.own() == ()
    undone(done)
    assert days.day(slug, 2027).start == date(2027, 3, 15)
    assert days.day(slug, 2028).start == date(2028, 3, 12)
