"""What was planned stays where it is when the computer is set to another zone."""

import os
import time
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from cmstation.domain.calendar import EventKind, Plan
from cmstation.domain.calendar_events import placed
from cmstation.domain.planned_time import at_wall_time
from tests.services.conftest import Bench

PARIS = "Europe/Paris"
needs_tzset = pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="this system sets no zone for one program"
)


@pytest.fixture
def zone_of_before() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


def set_zone(zone: str) -> None:
    os.environ["TZ"] = zone
    time.tzset()


def wall(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute)  # noqa: DTZ001 - what a clock on the wall shows


def plan_of(bench: Bench) -> Plan:
    return bench.station.calendar.plan(date(2026, 10, 19), date(2026, 11, 2))


@needs_tzset
@pytest.mark.parametrize("zone", ["America/Toronto", "Pacific/Auckland", "Asia/Kathmandu"])
def test_nothing_that_was_planned_moves_with_the_computer(
    bench: Bench, zone_of_before: None, zone: str
) -> None:
    set_zone(PARIS)
    account = bench.account()
    # The hour that happens twice, and one of each side.
    walls = [wall(24, 23, 30), wall(25, 2, 30), wall(26, 9)]
    for shown in walls:
        due = at_wall_time(shown, PARIS)
        post = bench.station.drafts.new(
            title="Don du sang", text=f"Venez le {shown:%d}.", accounts=[account.id], planned=due
        ).value
        bench.station.outbox.plan(post.id, due=due)
    start = placed(wall(25, 1), PARIS)
    bench.station.events.add(EventKind.EVENT, "Garde", start, placed(wall(25, 7), PARIS))
    before = plan_of(bench)
    due_before = [one.due for one in bench.station.outbox.open_deliveries()]

    set_zone(zone)
    bench.restart()

    assert plan_of(bench) == before
    assert len(before.items) == 4
    assert [one.due for one in bench.station.outbox.open_deliveries()] == due_before
