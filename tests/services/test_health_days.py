"""What a person corrects and adds to the health days, and the posts they write for them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from cmstation.domain import health_days as shipped_days
from cmstation.domain.changes import Changes
from cmstation.domain.drafts import PostState, Stage
from cmstation.domain.errors import NotFound
from cmstation.domain.health_days_rows import Country
from cmstation.domain.health_days_rules import Span
from cmstation.domain.planned_time import at_instant
from cmstation.services.done import Done
from cmstation.services.health_days import HealthDayFault, HealthDayRefused, HealthDays
from cmstation.storage.health_days import HealthDayTable
from cmstation.storage.labels import Labels
from cmstation.storage.settings import Settings
from tests.services.conftest import START, Bench

CHANGED = Changes(calendar=True)
TELETHON = "telethon"  # announced each year
KIDNEY = "rein"  # second Thursday of March
MORNING = datetime(2027, 3, 11, 9)  # noqa: DTZ001 - a wall time


def built(bench: Bench) -> HealthDays:
    station = bench.station
    database = station.database
    return HealthDays(
        HealthDayTable(database),
        station.drafts,
        Labels(database),
        Settings(database),
        station.preferences,
        station.clock,
    )


@pytest.fixture
def days(bench: Bench) -> HealthDays:
    return built(bench)


def undone(done: Done[Any]) -> Changes:
    assert done.undo is not None
    return done.undo()


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


def test_a_day_that_does_not_exist_is_not_found(days: HealthDays) -> None:
    asks: tuple[Callable[[], object], ...] = (
        lambda: days.day("rien", 2027),
        lambda: days.row("rien"),
        lambda: days.set_dates("rien", 2027, date(2027, 1, 1), date(2027, 1, 1)),
        lambda: days.not_this_year("rien", 2027),
        lambda: days.forget_dates("rien", 2027),
        lambda: days.prepare("rien", 2027),
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
    assert built(bench).noted(2027) == {TELETHON: Span(date(2027, 11, 26), date(2027, 11, 27))}
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
    days, today = built(bench), bench.station.clock.now().date()
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

    shown = built(bench).for_year(2027)
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
    assert built(bench).day(row.slug, 2027).start == date(2027, 6, 12)
    assert built(bench).day(row.slug, 2028).start == date(2028, 6, 10)
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


# --- posts ---


def test_a_prepared_post_has_name_line_and_first_morning(bench: Bench, days: HealthDays) -> None:
    account = bench.account()
    line = Labels(bench.station.database).add_theme("Reins", "info")

    done = days.prepare(KIDNEY, 2027)

    post = done.value
    assert (post.title, post.theme, post.stage) == ("Journée mondiale du rein", line.id, Stage.DRAFT)
    assert post.accounts == (account.id,)
    assert post.planned is not None
    assert (post.planned.wall, post.planned.zone) == (MORNING, "Europe/Paris")
    assert days.posts_for(KIDNEY, 2027) == (post.id,)
    assert done.changes == Changes(posts=frozenset({post.id}), calendar=True)
    assert undone(done).calendar
    assert days.posts_for(KIDNEY, 2027) == ()


def test_a_post_for_a_day_that_has_begun_has_no_hour(bench: Bench, days: HealthDays) -> None:
    bench.clock.instant = datetime(2027, 3, 11, 8, 0, tzinfo=UTC)  # 9 o'clock in Paris

    assert days.prepare(KIDNEY, 2027).value.planned is None

    bench.clock.instant -= timedelta(seconds=1)
    assert days.prepare(KIDNEY, 2027).value.planned is not None


def test_the_hour_is_that_of_the_clinic(bench: Bench, days: HealthDays) -> None:
    bench.station.preferences.set_zone("America/Toronto")

    planned = days.prepare(KIDNEY, 2027).value.planned

    assert planned is not None
    assert planned.instant == datetime(2027, 3, 11, 14, 0, tzinfo=UTC)


def test_a_day_that_is_not_kept_gets_no_post(days: HealthDays) -> None:
    days.not_this_year(KIDNEY, 2027)

    with pytest.raises(NotFound):
        days.prepare(KIDNEY, 2027)


def test_last_years_post_is_taken_up_as_a_draft_to_review(bench: Bench, days: HealthDays) -> None:
    account = bench.account()
    drafts, outbox = bench.station.drafts, bench.station.outbox
    old = days.prepare(KIDNEY, 2026).value
    drafts.update(old.id, text="Une prise de sang suffit.", link="https://clinique.example")
    drafts.set_version(old.id, account.id, text="Une prise de sang.")
    drafts.update(old.id, stage=Stage.APPROVED)
    outbox.plan(old.id, due=at_instant(START + timedelta(days=1), "Europe/Paris"))
    assert days.last_post(KIDNEY, 2027) == old.id

    done = days.take_up(KIDNEY, 2027)

    copy = done.value
    assert copy.id != old.id
    assert (copy.stage, copy.state, copy.deliveries) == (Stage.DRAFT, PostState.DRAFT, ())
    assert (copy.title, copy.text, copy.link) == (
        "Journée mondiale du rein",
        "Une prise de sang suffit.",
        "https://clinique.example",
    )
    assert copy.text_for(account.id) == "Une prise de sang."
    assert copy.planned is not None
    assert copy.planned.wall == MORNING
    assert days.posts_for(KIDNEY, 2027) == (copy.id,)
    assert drafts.open(old.id).deliveries
    undone(done)
    assert days.posts_for(KIDNEY, 2027) == ()
    assert days.last_post(KIDNEY, 2027) == old.id


def test_a_post_taken_up_late_has_no_hour_rather_than_the_old_one(bench: Bench, days: HealthDays) -> None:
    bench.account()
    old = days.prepare(KIDNEY, 2027).value
    assert old.planned is not None
    bench.clock.instant = datetime(2028, 3, 20, tzinfo=UTC)

    assert days.take_up(KIDNEY, 2028).value.planned is None


def test_without_an_earlier_post_there_is_nothing_to_take_up(days: HealthDays) -> None:
    days.prepare(KIDNEY, 2027)

    with pytest.raises(NotFound):
        days.take_up(KIDNEY, 2027)

    assert len(days.posts_for(KIDNEY, 2027)) == 1
