"""Events are ticked off, left out of their series, put into the bin, and brought back."""

from datetime import timedelta

import pytest

from cmstation.domain.errors import NotFound
from cmstation.domain.event_words import is_done
from cmstation.services.events import Events
from cmstation.storage.events import Events as StoredEvents
from tests.services.conftest import START, Bench
from tests.services.event_samples import CALENDAR, SECOND, autumn, days, key, once, weekly


@pytest.fixture
def stored(bench: Bench) -> StoredEvents:
    return StoredEvents(bench.station.database)


@pytest.fixture
def events(bench: Bench, stored: StoredEvents) -> Events:
    return Events(stored, bench.clock)


def test_a_task_is_ticked_off_and_not(events: Events) -> None:
    event = once(events)

    done = events.mark_done(key(event))

    assert events.get(event.id).done_at == START
    assert done.undo is not None
    done.undo()
    assert events.get(event.id).done_at is None
    events.mark_done(key(event))
    events.mark_done(key(event), done=False)
    assert events.get(event.id).done_at is None


def test_one_task_of_a_series_is_ticked_off_alone(events: Events) -> None:
    event = weekly(events)

    events.mark_done(key(event, SECOND))

    assert [is_done(one.event) for one in autumn(events, event)] == [False, True, False, False]
    assert events.get(event.id).done_at is None
    events.mark_done(key(event, SECOND), whole=True)
    assert events.get(event.id).done_at == START


def test_one_of_a_series_is_left_out_and_comes_back(events: Events) -> None:
    event = weekly(events)

    done = events.remove(key(event, SECOND))

    assert days(events, event) == [5, 19, 26]
    with pytest.raises(NotFound):
        events.occurrence(key(event, SECOND))
    assert done.undo is not None
    assert done.undo() == CALENDAR
    assert days(events, event) == [5, 12, 19, 26]


@pytest.mark.parametrize("part", ["", SECOND])
def test_a_whole_series_goes_to_the_bin_for_thirty_days(bench: Bench, events: Events, part: str) -> None:
    event = weekly(events)

    done = events.remove(key(event, part), whole=True)

    assert events.count() == 0
    assert done.undo is not None
    done.undo()
    assert events.count() == 1
    events.remove(key(event))
    bench.clock.instant += timedelta(days=29)
    assert events.empty_bin() == 0
    bench.clock.instant += timedelta(days=2)
    assert events.empty_bin() == 1
    with pytest.raises(NotFound):
        events.get(event.id)
