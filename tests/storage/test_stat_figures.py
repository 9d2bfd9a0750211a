"""Figures of accounts against a plain model: gaps stay gaps, ranks hold, changes can be taken back."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.errors import NotFound
from cmstation.domain.metrics import Figure, Metric, Origin
from cmstation.domain.statistics import gives_way
from cmstation.storage.stat_imports import ImportTable
from cmstation.storage.statistics import FigureTable
from tests.storage.station import DAY, NOW, Station, shared_database

FIRST = date(2026, 1, 1)
LAST = date(2026, 12, 31)
METRICS = (Metric.FOLLOWERS, Metric.VIEWS)
ACCOUNTS = (1, 2)


def figure(
    account: int = 1,
    day: int = 0,
    value: int = 10,
    metric: Metric = Metric.FOLLOWERS,
    origin: Origin = Origin.NETWORK,
    hours: int = 0,
) -> Figure:
    """Make a figure of a day after the first one."""
    at = NOW + day * DAY + timedelta(hours=hours)
    return Figure(account, FIRST + day * DAY, metric, value, at, origin, f"mastodon.account.{metric}")


FIGURES = st.builds(
    figure,
    st.sampled_from(ACCOUNTS),
    st.integers(0, 5),
    st.integers(0, 2**62),
    st.sampled_from(METRICS),
    st.sampled_from(Origin),
    st.integers(0, 3),
)
Key = tuple[int, Metric, date]


class Model:
    """What the table should say, in plain words."""

    def __init__(self) -> None:
        self.kept: dict[Key, Figure] = {}

    def put(self, figures: Sequence[Figure], *, replace: bool) -> None:
        for one in figures:
            key = (one.account, one.metric, one.day)
            if replace or key not in self.kept or gives_way(self.kept[key], one):
                self.kept[key] = one

    def series(self) -> list[Figure]:
        return [self.kept[key] for key in sorted(self.kept)]

    def latest(self, until: date) -> dict[tuple[int, Metric], Figure]:
        known = sorted((key for key in self.kept if key[2] <= until), key=lambda key: key[2])
        return {(key[0], key[1]): self.kept[key] for key in known}


@pytest.fixture
def table(station: Station) -> FigureTable:
    """Give a table with two accounts."""
    assert tuple(station.account().id for _ in ACCOUNTS) == ACCOUNTS
    return FigureTable(station.database)


def everything(table: FigureTable) -> list[Figure]:
    """Read all figures."""
    return table.series(ACCOUNTS, Metric, FIRST, LAST)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> FigureTable:
    """Give a table that many examples use one after the other."""
    return FigureTable(shared_database(tmp_path_factory.mktemp("figures"), len(ACCOUNTS)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.lists(FIGURES, max_size=6), st.booleans()), max_size=4), st.integers(0, 6))
def test_the_table_says_what_a_plain_model_says(
    shared: FigureTable, batches: list[tuple[list[Figure], bool]], days: int
) -> None:
    for one in everything(shared):
        shared.remove(one.account, one.day, one.metric)
    model, until = Model(), FIRST + days * DAY

    changes = [shared.put(figures, replace=anyway) for figures, anyway in batches]
    for figures, anyway in batches:
        model.put(figures, replace=anyway)

    assert everything(shared) == model.series()
    assert shared.latest(ACCOUNTS, METRICS, until) == model.latest(until)
    span = FIRST + DAY, until
    assert shared.series(ACCOUNTS, METRICS, *span) == [
        one for one in model.series() if span[0] <= one.day <= span[1]
    ]
    assert shared.first_day() == min((key[2] for key in model.kept), default=None)
    for account in ACCOUNTS:
        days_known = sorted({key[2] for key in model.kept if key[0] == account})
        assert list(shared.days_with(account, FIRST, LAST)) == days_known
    for change in reversed(changes):
        shared.take_back(change)
    assert everything(shared) == []


def test_a_day_without_a_figure_is_absent_and_never_zero(table: FigureTable) -> None:
    table.put([figure(day=0, value=5), figure(day=3, value=0)])

    assert [(one.day, one.value) for one in everything(table)] == [(FIRST, 5), (FIRST + 3 * DAY, 0)]
    assert table.latest([1], [Metric.FOLLOWERS], FIRST + 2 * DAY)[1, Metric.FOLLOWERS].value == 5
    assert table.latest([1], [Metric.VIEWS], LAST) == {}
    assert table.latest([1], [Metric.FOLLOWERS], FIRST - DAY) == {}
    assert table.days_with(1, FIRST, LAST) == (FIRST, FIRST + 3 * DAY)


def test_what_was_typed_stands_above_a_file_and_that_above_the_network(table: FigureTable) -> None:
    table.put([figure(value=3, origin=Origin.HAND)])

    refused = table.put([figure(value=1, hours=5), figure(value=2, origin=Origin.FILE, hours=9)])

    assert [one.value for one in refused.refused] == [1, 2]
    assert not refused
    assert [one.value for one in everything(table)] == [3]
    assert table.put([figure(value=1)], replace=True)
    assert [one.value for one in everything(table)] == [1]


def test_of_two_figures_of_the_network_the_one_taken_later_stands(table: FigureTable) -> None:
    table.put([figure(value=8, hours=4)])

    table.put([figure(value=7, hours=2)])

    assert [one.value for one in everything(table)] == [8]


def test_an_import_is_undone_exactly(table: FigureTable, station: Station) -> None:
    imports = ImportTable(station.database)
    first = imports.add(NOW, "mars.csv", "figures", 1).id
    second = imports.add(NOW, "avril.csv", "figures", 2).id
    table.put([figure(day=0, value=1)])
    table.put([figure(day=1, value=2, origin=Origin.FILE)], first)
    before = everything(table)

    done = table.put([figure(day=day, value=9, origin=Origin.FILE) for day in range(3)], second)
    assert len(table.taken_by(second)) == 3
    undone = table.take_back(done)

    assert everything(table) == before
    assert [one.value for one in table.taken_by(first)] == [2]
    table.take_back(undone)
    assert [one.value for one in everything(table)] == [9, 9, 9]


def test_what_somebody_typed_since_survives_the_undo_of_an_import(
    table: FigureTable, station: Station
) -> None:
    file = ImportTable(station.database).add(NOW, "mars.csv", "figures", 2).id
    done = table.put([figure(day=day, origin=Origin.FILE) for day in range(2)], file)
    table.put([figure(day=1, value=77, origin=Origin.HAND)])

    table.take_back(done)

    assert [one.value for one in everything(table)] == [77]


def test_a_file_that_is_forgotten_leaves_its_figures(table: FigureTable, station: Station) -> None:
    imports = ImportTable(station.database)
    file = imports.add(NOW, "mars.csv", "figures", 1)
    done = table.put([figure(origin=Origin.FILE)], file.id)
    removed = table.remove(1, FIRST, Metric.FOLLOWERS)

    assert imports.remove(file.id) == file
    table.take_back(removed)

    assert len(everything(table)) == 1
    assert table.taken_by(file.id) == ()
    assert done.after[0].import_id == file.id


def test_all_of_a_file_is_removed_at_once(table: FigureTable, station: Station) -> None:
    file = ImportTable(station.database).add(NOW, "mars.csv", "figures", 1).id
    table.put([figure(day=0)])
    table.put([figure(day=1, origin=Origin.FILE)], file)

    change = table.remove_import(file)

    assert [one.day for one in everything(table)] == [FIRST]
    table.take_back(change)
    assert len(everything(table)) == 2


def test_nothing_is_stored_when_one_account_is_not_there(table: FigureTable) -> None:
    with pytest.raises(NotFound):
        table.put([figure(), figure(account=99)])

    assert everything(table) == []


def test_a_figure_below_zero_is_refused(table: FigureTable) -> None:
    with pytest.raises(ValueError, match="below 0"):
        table.put([figure(value=-1)])


def test_putting_the_same_again_changes_nothing(table: FigureTable) -> None:
    table.put([figure()])

    assert not table.put([figure()])


def test_removing_what_is_not_there_changes_nothing(table: FigureTable) -> None:
    assert not table.remove(1, FIRST, Metric.VIEWS)
    assert table.freshest() == {}


def test_figures_of_an_account_go_with_it(table: FigureTable, station: Station) -> None:
    table.put([figure(account=1), figure(account=2)])
    change = table.remove(1, FIRST, Metric.FOLLOWERS)

    station.accounts.remove(1, NOW)
    table.take_back(change)

    assert [one.account for one in everything(table)] == [2]
    assert set(table.freshest()) == {2}


def test_several_threads_write_the_same_places(table: FigureTable) -> None:
    batches = [
        [figure(account, day, 100 * hours, hours=hours) for account in ACCOUNTS for day in range(20)]
        for hours in range(8)
    ]

    with ThreadPoolExecutor(4) as threads:
        list(
            threads.map(table.put, [batch[:: 1 if index % 2 else -1] for index, batch in enumerate(batches)])
        )

    assert [one.value for one in everything(table)] == [700] * 40


def test_a_large_number_and_a_rounded_one_come_back(table: FigureTable) -> None:
    large = replace(figure(value=2**62), rounded=True, definition="")

    table.put([large])

    assert everything(table) == [large]
