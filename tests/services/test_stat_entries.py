"""Figures that a person types: they stand above the others, come back by undo, and are never absurd."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cmstation.domain.changes import Changes
from cmstation.domain.errors import NotFound
from cmstation.domain.figure_faults import DayInFuture, FigureBelowZero, FigureTooGreat
from cmstation.domain.metrics import Figure, Metric, Origin
from cmstation.domain.networks import Network, Way
from cmstation.services.stat_entries import CHANGED, Entries
from cmstation.storage.accounts import Accounts
from cmstation.storage.statistics import FigureTable
from tests.services.conftest import START, Bench

TODAY = START.date()
YESTERDAY = TODAY - timedelta(days=1)
FOLLOWERS = Metric.FOLLOWERS


@pytest.fixture
def figures(bench: Bench) -> FigureTable:
    return FigureTable(bench.station.database)


@pytest.fixture
def entries(bench: Bench, figures: FigureTable) -> Entries:
    accounts = Accounts(bench.station.database)
    return Entries(figures, accounts, bench.station.preferences.zone, bench.clock)


@pytest.fixture
def page(bench: Bench) -> int:
    return bench.account(Network.FACEBOOK, Way.ASSISTED).id


def standing(figures: FigureTable, account: int) -> list[Figure]:
    return figures.series({account}, set(Metric), date(1990, 1, 1), date(2100, 1, 1))


def test_a_typed_figure_says_until_when_it_holds_and_what_it_counts(entries: Entries, page: int) -> None:
    before = entries.enter(page, YESTERDAY, FOLLOWERS, 16_821).value
    now = entries.enter(page, TODAY, FOLLOWERS, 16_830).value

    assert before == Figure(
        page,
        YESTERDAY,
        FOLLOWERS,
        16_821,
        datetime(2026, 10, 12, 22, tzinfo=UTC),
        Origin.HAND,
        "facebook.account.followers",
    )
    assert now.taken_at == START


def test_a_meaning_that_changed_gives_another_definition(entries: Entries, page: int) -> None:
    old = entries.enter(page, date(2025, 11, 14), Metric.IMPRESSIONS, 5).value
    later = entries.enter(page, date(2025, 11, 15), Metric.IMPRESSIONS, 5).value

    assert (old.definition, later.definition) == ("facebook.account.impressions", "")


def test_undo_brings_back_what_was_there(entries: Entries, figures: FigureTable, page: int) -> None:
    told = Figure(page, TODAY, FOLLOWERS, 10, START, Origin.NETWORK, "facebook.account.followers")
    figures.put([told])

    done = entries.enter(page, TODAY, FOLLOWERS, 12)
    assert [one.value for one in standing(figures, page)] == [12]

    assert done.changes == CHANGED
    assert done.undo is not None
    assert done.undo() == CHANGED
    assert standing(figures, page) == [told]


def test_undo_leaves_what_was_typed_since(entries: Entries, figures: FigureTable, page: int) -> None:
    first = entries.enter(page, TODAY, FOLLOWERS, 12)
    entries.enter(page, TODAY, FOLLOWERS, 13)

    assert first.undo is not None
    first.undo()

    assert [one.value for one in standing(figures, page)] == [13]


def test_typing_the_same_again_changes_nothing(entries: Entries, page: int) -> None:
    entries.enter(page, YESTERDAY, FOLLOWERS, 12)

    again = entries.enter(page, YESTERDAY, FOLLOWERS, 12)

    assert (again.changes, again.undo) == (Changes(), None)


def test_a_figure_is_taken_away_and_comes_back(entries: Entries, figures: FigureTable, page: int) -> None:
    entered = entries.enter(page, TODAY, FOLLOWERS, 12).value

    done = entries.remove(page, TODAY, FOLLOWERS)
    assert (done.value, standing(figures, page)) == (entered, [])

    assert done.undo is not None
    done.undo()
    assert standing(figures, page) == [entered]
    nothing = entries.remove(page, YESTERDAY, FOLLOWERS)
    assert (nothing.value, nothing.changes, nothing.undo) == (None, Changes(), None)


def test_nobody_knows_the_future_or_counts_absurdly(
    entries: Entries, figures: FigureTable, page: int
) -> None:
    with pytest.raises(DayInFuture):
        entries.enter(page, TODAY + timedelta(days=1), FOLLOWERS, 1)
    with pytest.raises(FigureBelowZero):
        entries.enter(page, TODAY, FOLLOWERS, -1)
    with pytest.raises(FigureTooGreat):
        entries.enter(page, TODAY, FOLLOWERS, 10**12 + 1)
    with pytest.raises(NotFound):
        entries.enter(page + 1, TODAY, FOLLOWERS, 1)

    assert standing(figures, page) == []


def test_today_is_the_clinic_s_own(bench: Bench, entries: Entries, page: int) -> None:
    bench.clock.instant = datetime(2026, 10, 13, 22, 30, tzinfo=UTC)

    assert entries.enter(page, date(2026, 10, 14), FOLLOWERS, 1).value.taken_at == bench.clock.now()
