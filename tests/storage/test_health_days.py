"""Dates that a person wrote down, days that the clinic added, and posts written for them."""

from datetime import date

import pytest

from cmstation.domain.errors import NotFound
from cmstation.domain.health_days_rules import Span
from cmstation.storage.database import Database
from cmstation.storage.health_days import HealthDayTable, OwnHealthDay
from tests.storage.station import DAY, NOW, Station

MAY = Span(date(2027, 5, 3), date(2027, 5, 9))
JUNE = Span(date(2027, 6, 1), date(2027, 6, 1))
PARTY = OwnHealthDay("own-fete", "Fête de l’été", "nth:06:sat:2", ("équipe", "fête"), "CSE")


@pytest.fixture
def table(database: Database) -> HealthDayTable:
    return HealthDayTable(database)


def test_dates_are_kept_by_day_and_year(table: HealthDayTable) -> None:
    table.set_dates("rein", 2027, MAY)
    table.set_dates("rein", 2028, None)
    table.set_dates("sommeil", 2027, JUNE)
    table.set_dates("rein", 2027, JUNE)

    assert table.dates() == {("rein", 2027): JUNE, ("rein", 2028): None, ("sommeil", 2027): JUNE}


def test_forgotten_dates_are_gone_for_that_year_alone(table: HealthDayTable) -> None:
    table.set_dates("rein", 2027, MAY)
    table.set_dates("rein", 2028, None)

    table.forget_dates("rein", 2028)
    table.forget_dates("rein", 2031)

    assert table.dates() == {("rein", 2027): MAY}


def test_a_day_of_the_clinic_comes_back_as_it_was_stored(table: HealthDayTable) -> None:
    bare = OwnHealthDay("own-don", "Don du sang", "fixed:03-12")
    table.add_own(PARTY)
    table.add_own(bare)

    assert table.own() == (bare, PARTY)


def test_a_removed_day_takes_its_dates_along_and_brings_them_back(table: HealthDayTable) -> None:
    table.add_own(PARTY)
    table.set_dates(PARTY.slug, 2027, None)
    table.set_dates("rein", 2027, MAY)

    removed, dates = table.remove_own(PARTY.slug)

    assert (removed, dates) == (PARTY, {(PARTY.slug, 2027): None})
    assert (table.own(), table.dates()) == ((), {("rein", 2027): MAY})
    table.add_own(removed, dates)
    assert table.own() == (PARTY,)
    assert table.dates() == {("rein", 2027): MAY, (PARTY.slug, 2027): None}


def test_a_day_that_the_clinic_never_added_cannot_be_removed(table: HealthDayTable) -> None:
    table.set_dates("rein", 2027, MAY)

    with pytest.raises(NotFound):
        table.remove_own("rein")

    assert table.dates() == {("rein", 2027): MAY}


def test_posts_are_found_by_day_and_year(station: Station) -> None:
    table = HealthDayTable(station.database)
    first, second, other = station.post(), station.post(), station.post()
    for post, slug, year in ((second, "rein", 2027), (first, "rein", 2027), (other, "rein", 2026)):
        table.link(post.id, slug, year)

    assert table.posts_for("rein", 2027) == (first.id, second.id)
    assert table.posts_for("sommeil", 2027) == ()
    table.link(second.id, "sommeil", 2027)
    assert table.posts_for("rein", 2027) == (first.id,)


def test_the_last_post_is_the_newest_of_the_latest_earlier_year(station: Station) -> None:
    table = HealthDayTable(station.database)
    old, older_but_later, newer, of_the_year = (station.post() for _ in range(4))
    table.link(old.id, "rein", 2025)
    table.link(older_but_later.id, "rein", 2024)
    table.link(newer.id, "rein", 2025)
    table.link(of_the_year.id, "rein", 2026)

    assert table.last_post("rein", 2026) == newer.id
    assert table.last_post("rein", 2025) == older_but_later.id
    assert table.last_post("rein", 2024) is None
    assert table.last_post("rein", 2030) == of_the_year.id


def test_posts_in_the_bin_do_not_count(station: Station) -> None:
    table = HealthDayTable(station.database)
    kept, thrown = station.post(), station.post()
    table.link(kept.id, "rein", 2026)
    table.link(thrown.id, "rein", 2026)

    station.posts.delete(thrown.id, NOW)

    assert table.posts_for("rein", 2026) == (kept.id,)
    assert table.last_post("rein", 2027) == kept.id
    station.posts.purge(NOW + DAY)
    assert table.posts_for("rein", 2026) == (kept.id,)
