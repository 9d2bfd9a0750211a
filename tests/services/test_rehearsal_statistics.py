"""The statistics of the sample clinic: full in a newcomer's first minute, the same on every computer."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from cmstation.domain.clock import FixedClock
from cmstation.domain.metric_definitions import get
from cmstation.domain.metrics import Metric
from cmstation.domain.periods import month
from cmstation.domain.stat_answers import Answers
from cmstation.open_station import Parts, open_station
from cmstation.services.rehearsal_statistics import RehearsalStatistics
from cmstation.services.station import Station
from cmstation.services.statistics import Statistics
from cmstation.storage.stat_peers import PeerTable
from tests.fakes.secret_box import SecretBox

NOW = datetime(2026, 10, 13, 12, 0, tzinfo=UTC)
TABLES = ("stat_figures", "stat_post_figures", "stat_posts", "stat_goals", "stat_notes", "stat_peers")


def filled(folder: Path, now: datetime = NOW) -> Station:
    station = open_station(folder, rehearsal=True, parts=Parts(FixedClock(now), SecretBox()))
    with station.database.readers.begin() as session:
        empty = not session.execute(text("SELECT COUNT(*) FROM stat_figures")).scalar_one()
    if empty:
        RehearsalStatistics(station, station.database).fill()
    return station


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    station = filled(tmp_path_factory.mktemp("clinic") / "clinic")
    yield station
    station.close()


def answers_of(station: Station, number: int = 9) -> Answers:
    made = Statistics(station.database, station.calendar, station.preferences, station.clock)
    return made.answers(month(2026, number))


def rows_of(station: Station) -> list[list[tuple[object, ...]]]:
    with station.database.readers.begin() as session:
        return [[tuple(row) for row in session.execute(text(f"SELECT * FROM {name}"))] for name in TABLES]


def test_every_account_has_a_figure_and_its_changes(clinic: Station) -> None:
    answers = answers_of(clinic)

    assert {one.account for one in answers.headlines} == {one.id for one in answers.accounts}
    for one in answers.headlines:
        assert one.value is not None
        # How many posts there are is looked up once a week: a gap may hide it.
        assert one.against_before.comparable or one.metric is Metric.POSTS
    assert any(one.against_year_before.by for one in answers.headlines)


def test_it_shows_what_a_page_can_show(clinic: Station) -> None:
    answers = answers_of(clinic)

    assert answers.best()
    assert answers.best()[0].score is not None
    assert len(answers.forms) == 3
    assert answers.hours.best
    assert len(answers.goals) == 3
    assert all(one.progress is not None for one in answers.goals)
    assert answers.notes
    assert answers.gaps[0].days
    assert any(theme.theme is not None and theme.count for theme in answers_of(clinic, 10).themes)
    assert {peer.name for peer in PeerTable(clinic.database).all()} > {"Clinique du Lac"}


def test_every_figure_follows_a_known_definition(clinic: Station) -> None:
    assert all(get(key) is not None for key in answers_of(clinic).definitions)


def test_nothing_is_of_the_future(clinic: Station) -> None:
    with clinic.database.readers.begin() as session:
        for name in ("stat_figures", "stat_post_figures"):
            newest = session.execute(text(f"SELECT MAX(taken_at) FROM {name}")).scalar_one()
            assert datetime.fromisoformat(newest) <= NOW


def test_two_years_are_there(clinic: Station) -> None:
    made = Statistics(clinic.database, clinic.calendar, clinic.preferences, clinic.clock)

    first = made.first_day()

    assert first is not None
    assert (made.today() - first).days == 729
    lines = made.curves(Metric.FOLLOWERS, None, first, made.today())
    assert len(lines) == 5
    assert {sum((gap[1] - gap[0]).days + 1 for gap in line.gaps) for _account, line in lines} == {7}


def test_it_is_the_same_each_time(clinic: Station, tmp_path: Path) -> None:
    again = filled(tmp_path / "clinic")

    same = rows_of(again) == rows_of(clinic)

    again.close()
    assert same


def test_before_the_morning_the_last_day_is_yesterday(tmp_path: Path) -> None:
    early = filled(tmp_path / "clinic", datetime(2026, 10, 13, 2, 0, tzinfo=UTC))

    newest = {one.newest for one in answers_of(early).freshness}

    early.close()
    assert newest == {datetime(2026, 10, 12, 5, 30, tzinfo=UTC)}
