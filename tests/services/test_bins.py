"""What was thrown away is gone for good after a month, at the next start."""

from datetime import date, timedelta

import pytest

from cmstation.domain.calendar import EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import WholeDay
from cmstation.domain.errors import NotFound
from tests.services.conftest import Bench


def thrown_away(bench: Bench) -> tuple[int, int]:
    """Put a post and an event into the bin."""
    post = bench.station.drafts.new(title="Portrait", text="Madame D. raconte.").value.id
    day = WholeDay(date(2026, 10, 20))
    event = bench.station.events.add(EventKind.TASK, "Appeler", day, WholeDay(date(2026, 10, 21))).value.id
    bench.station.drafts.delete(post)
    bench.station.events.remove(ItemKey(ItemKind.EVENT, event))
    return post, event


def test_a_start_within_the_month_keeps_it(bench: Bench) -> None:
    post, event = thrown_away(bench)
    bench.pass_time(timedelta(days=29))

    station = bench.restart()

    assert station.drafts.undelete(post).value == post
    assert station.events.get(event).deleted_at is not None


def test_a_start_after_a_month_erases_it(bench: Bench) -> None:
    post, event = thrown_away(bench)
    bench.pass_time(timedelta(days=31))

    station = bench.restart()

    with pytest.raises(NotFound):
        station.drafts.open(post)
    with pytest.raises(NotFound):
        station.events.get(event)
