"""What figures come to, reckoned by the database, against the same figures one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.metrics import Figure, Metric, Origin
from cmstation.storage.database import Database
from cmstation.storage.stat_sums import FigureSums, Told
from cmstation.storage.statistics import FigureTable
from tests.fakes.known_figures import known_of
from tests.storage.station import DAY, NOW, Station, shared_database

FIRST = date(2026, 1, 1)
METRICS = (Metric.FOLLOWERS, Metric.VIEWS)
ACCOUNTS = (1, 2)
Subject = tuple[int, Metric]


def figure(
    account: int = 1,
    day: int = 0,
    value: int = 10,
    metric: Metric = Metric.VIEWS,
    origin: Origin = Origin.NETWORK,
    definition: str = "x.account.views",
    rounded: bool = False,
    hours: int = 0,
) -> Figure:
    """Make a figure of a day after the first one."""
    at = NOW + day * DAY + timedelta(hours=hours)
    return Figure(account, FIRST + day * DAY, metric, value, at, origin, definition, rounded)


FIGURES = st.builds(
    figure,
    st.sampled_from(ACCOUNTS),
    st.integers(0, 9),
    st.integers(0, 2**63 - 1),
    st.sampled_from(METRICS),
    st.sampled_from(Origin),
    st.sampled_from(("", "a,b", '"é"')),
    st.booleans(),
    st.integers(0, 3),
)
EDGES = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """Give a database that many examples use one after the other."""
    return shared_database(tmp_path_factory.mktemp("sums"), len(ACCOUNTS))


@settings(max_examples=60, deadline=None)
@given(st.lists(FIGURES, max_size=12, unique_by=lambda one: (one.account, one.metric, one.day)), EDGES)
def test_sums_say_what_the_figures_say_one_by_one(
    shared: Database, figures: list[Figure], edges: list[int]
) -> None:
    table, sums = FigureTable(shared), FigureSums(shared)
    first, last = (FIRST + edge * DAY for edge in edges)
    change = table.put(figures)

    (told,) = sums.told(ACCOUNTS, [(first, last)])
    days, lines = sums.days(ACCOUNTS, first, last), sums.lines(ACCOUNTS, METRICS, first, last)
    highest = sums.highest(ACCOUNTS, METRICS, last)

    table.take_back(change)
    by_subject: dict[Subject, list[Figure]] = {}
    for one in sorted(figures, key=lambda one: one.day):
        if one.day <= last:
            by_subject.setdefault((one.account, one.metric), []).append(one)
    inside = {subject: [one for one in of_it if one.day >= first] for subject, of_it in by_subject.items()}
    assert told.newest == {subject: of_it[-1] for subject, of_it in by_subject.items()}
    assert told.known == {subject: known_of(of_it) for subject, of_it in inside.items() if of_it}
    assert lines == {
        subject: [(one.day, one.value, one.definition) for one in of_it]
        for subject, of_it in inside.items()
        if of_it
    }
    assert highest == {subject: max(one.value for one in of_it) for subject, of_it in by_subject.items()}
    for account in ACCOUNTS:
        expected = {one.day for of_it in inside.values() for one in of_it if one.account == account}
        assert days.get(account, []) == sorted(expected)


def test_each_database_adds_up_alike(station: Station) -> None:
    account = station.account().id
    huge = [figure(account, day, 2**63 - 1) for day in range(3)]
    other = figure(account, 3, 0, origin=Origin.HAND, definition="", rounded=True)
    FigureTable(station.database).put([*huge, other])

    (told, nothing) = FigureSums(station.database).told(
        [account], [(FIRST, FIRST + 9 * DAY), (FIRST - 9 * DAY, FIRST - DAY)]
    )

    subject = account, Metric.VIEWS
    assert told == Told({subject: known_of([*huge, other])}, {subject: other})
    assert nothing == Told({}, {})


def test_days_that_end_before_they_begin_have_no_figure(station: Station) -> None:
    account = station.account().id
    FigureTable(station.database).put([figure(account), figure(account, 1, metric=Metric.FOLLOWERS)])
    sums = FigureSums(station.database)

    (told,) = sums.told([account], [(FIRST + DAY, FIRST)])

    assert told.known == {}
    assert told.newest == {(account, Metric.VIEWS): figure(account)}
    assert sums.days([account], FIRST + DAY, FIRST) == {}
    assert sums.days([account], FIRST, FIRST + DAY) == {account: [FIRST, FIRST + DAY]}
