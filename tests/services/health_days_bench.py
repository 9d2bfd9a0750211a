"""The health days of a station and the posts for them, with two days that the tests know."""

from typing import Any

from cmstation.domain.changes import Changes
from cmstation.services.done import Done
from cmstation.services.health_day_posts import HealthDayPosts
from cmstation.services.health_days import HealthDays
from cmstation.storage.health_days import HealthDayTable
from cmstation.storage.labels import Labels
from cmstation.storage.settings import Settings
from tests.services.conftest import Bench

TELETHON = "telethon"  # announced each year
KIDNEY = "rein"  # second Thursday of March


def days_of(bench: Bench) -> HealthDays:
    """Begin anew with what is stored."""
    station = bench.station
    database = station.database
    return HealthDays(HealthDayTable(database), Settings(database), station.preferences, station.clock)


def posts_of(bench: Bench) -> HealthDayPosts:
    """Write posts for the days."""
    station = bench.station
    database = station.database
    return HealthDayPosts(
        days_of(bench),
        HealthDayTable(database),
        station.drafts,
        Labels(database),
        station.preferences,
        station.clock,
    )


def undone(done: Done[Any]) -> Changes:
    """Take something back."""
    assert done.undo is not None
    return done.undo()
