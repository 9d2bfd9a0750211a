"""What a person does with events of the clinic, and takes back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from cmstation.domain.calendar import EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import FloatingTime, WholeDay, placed, wall_of
from cmstation.domain.errors import ChangedElsewhere
from cmstation.domain.event_words import is_done
from cmstation.domain.events import EndBeforeStart, RuleKeepsItsDays, key_of, part_of
from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime
from cmstation.services.events import Events
from cmstation.storage.events import Events as StoredEvents
from tests.domain.calendar_samples import paris, wall
from tests.services.conftest import START, Bench
from tests.services.event_samples import CALENDAR, SECOND, autumn, days, key, once, weekly

PARIS = "Europe/Paris"
DAY = timedelta(days=1)


@pytest.fixture
def stored(bench: Bench) -> StoredEvents:
    return StoredEvents(bench.station.database)


@pytest.fixture
def events(bench: Bench, stored: StoredEvents) -> Events:
    return Events(stored, bench.clock)


# --- writing ---


def test_a_new_event_is_stored_and_undone(events: Events, stored: StoredEvents) -> None:
    done = events.add(
        EventKind.TASK,
        "Relire le dossier",
        WholeDay(date(2026, 10, 20)),
        WholeDay(date(2026, 10, 21)),
        description="Avec le service",
        url="https://a.example",
    )

    content = done.value.content
    assert (done.changes, events.count()) == (CALENDAR, 1)
    assert (content.title, content.description, content.modified) == (
        "Relire le dossier",
        "Avec le service",
        START,
    )
    assert events.get(done.value.id) == done.value
    assert done.undo is not None
    assert done.undo() == CALENDAR
    assert stored.get(done.value.id).deleted_at == START
    assert events.count() == 0


def test_two_events_have_two_identities(events: Events) -> None:
    assert once(events).uid != once(events).uid


def test_a_rule_that_nobody_understands_is_refused(events: Events) -> None:
    with pytest.raises(ValueError, match="SOMETIMES"):
        events.add(EventKind.EVENT, "", paris(2026, 10, 5), paris(2026, 10, 6), rules=("FREQ=SOMETIMES",))

    assert events.count() == 0


def test_what_an_event_says_is_changed_and_undone(events: Events) -> None:
    event = once(events)

    done = events.update(
        key(event), expected=1, title="Visite", kind=EventKind.EVENT, start=paris(2026, 10, 14, 9)
    )

    changed = events.get(event.id)
    assert (changed.kind, changed.content.title, changed.content.place) == (
        EventKind.EVENT,
        "Visite",
        "Bloc 3",
    )
    assert changed.content.end == paris(2026, 10, 14, 11)
    assert (changed.content.sequence, done.value, done.changes) == (1, key(event), CALENDAR)
    assert done.undo is not None
    done.undo()
    assert events.get(event.id) == replace(event, revision=3)


def test_a_theme_is_changed_without_a_new_content(bench: Bench, events: Events) -> None:
    event, theme = weekly(events), bench.station.labels.add_theme("Prévention", "info").value

    events.update(key(event, SECOND), whole=False, theme=theme.id)

    assert events.get(event.id) == replace(event, revision=2, theme=theme.id)


def test_one_of_a_series_says_something_else(events: Events) -> None:
    event = weekly(events)

    done = events.update(key(event, SECOND), whole=False, title="Bilan", end=paris(2026, 10, 12, 12))

    assert [one.event.title for one in autumn(events, event)] == [
        "Rédaction",
        "Bilan",
        "Rédaction",
        "Rédaction",
    ]
    assert events.occurrence(done.value).end == paris(2026, 10, 12, 12)
    exception = events.get(event.id).content.exceptions[0]
    assert (exception.sequence, exception.modified) == (1, START)


def test_times_of_one_occurrence_move_the_whole_series(events: Events) -> None:
    event = weekly(events)

    done = events.update(
        key(event, SECOND),
        title="Atelier",
        start=paris(2026, 10, 13, 14),
        end=paris(2026, 10, 13, 16),
    )

    assert days(events, event) == [6, 13, 20, 27]
    assert events.occurrence(done.value).end == paris(2026, 10, 13, 16)
    assert events.get(event.id).content.rules == ("FREQ=WEEKLY;BYDAY=TU",)


def test_an_event_becomes_a_series(events: Events) -> None:
    event = once(events)

    done = events.update(key(event), rules=("FREQ=DAILY;COUNT=3",))

    assert days(events, event) == [13, 14, 15]
    assert events.occurrence(done.value).start == event.content.start


def test_what_someone_else_saved_is_not_overwritten(events: Events) -> None:
    event = once(events)
    events.update(key(event), title="Visite")

    with pytest.raises(ChangedElsewhere):
        events.update(key(event), expected=1, title="Autre")

    assert events.get(event.id).content.title == "Visite"


def test_undo_does_not_take_back_what_came_later(events: Events) -> None:
    event = once(events)
    first = events.update(key(event), title="Visite")
    second = events.update(key(event), title="Autre")

    assert first.undo is not None
    assert second.undo is not None
    with pytest.raises(ChangedElsewhere):
        first.undo()
    assert events.get(event.id).content.title == "Autre"
    second.undo()
    first.undo()
    assert events.get(event.id).content == event.content


# --- moving ---


def test_an_event_moves_with_its_length_and_back(events: Events) -> None:
    event = once(events)

    done = events.move(key(event), paris(2026, 11, 2, 8))

    moved = events.get(event.id).content
    assert (moved.start, moved.end, done.value) == (paris(2026, 11, 2, 8), paris(2026, 11, 2, 10), key(event))
    assert done.undo is not None
    done.undo()
    assert events.get(event.id).content == event.content


def test_one_of_a_series_moves_alone_and_keeps_its_name(events: Events) -> None:
    event = weekly(events)

    done = events.move(key(event, SECOND), paris(2026, 10, 14, 9))
    events.move(done.value, paris(2026, 10, 15, 9))

    assert done.value == key(event, SECOND)
    assert days(events, event) == [5, 15, 19, 26]
    assert len(events.get(event.id).content.exceptions) == 1


def test_all_of_a_series_move(events: Events) -> None:
    event = weekly(events)

    done = events.move(key(event, SECOND), paris(2026, 10, 14, 9), whole=True)

    assert done.value == key(event, part_of(paris(2026, 10, 14, 9)))
    assert days(events, event) == [7, 14, 21, 28]


def test_a_series_that_cannot_move_says_so_and_stays(events: Events) -> None:
    start, end = paris(2026, 10, 5, 9), paris(2026, 10, 5, 10)
    event = events.add(EventKind.EVENT, "Bureau", start, end, rules=("FREQ=MONTHLY;BYDAY=1MO",)).value

    with pytest.raises(RuleKeepsItsDays):
        events.shift(key(event, part_of(start)), 1, whole=True)

    assert events.get(event.id) == event
    events.shift(key(event, part_of(start)), 1)
    assert days(events, event) == [6]


def test_an_event_keeps_its_hour_over_the_change_of_the_clocks(events: Events) -> None:
    event = once(events)

    events.shift(key(event), 14)
    assert events.get(event.id).content.start == paris(2026, 10, 27, 9)

    events.shift(key(event), -1, wall=time(18, 30))
    assert events.get(event.id).content.start == paris(2026, 10, 26, 18, 30)


def test_a_missing_hour_is_asked_for(events: Events) -> None:
    start = paris(2026, 3, 28, 2, 30)
    event = events.add(EventKind.EVENT, "Garde", start, paris(2026, 3, 28, 3, 30)).value

    with pytest.raises(HourDoesNotExist):
        events.shift(key(event), 1)

    assert events.get(event.id) == event


def test_a_whole_day_stays_one_wherever_it_goes(events: Events) -> None:
    day = WholeDay(date(2026, 10, 20))
    event = events.add(EventKind.PRINT_DEADLINE, "Dépliant", day, WholeDay(date(2026, 10, 22))).value

    events.move(key(event), paris(2026, 10, 28, 9))

    moved = events.get(event.id).content
    assert (moved.start, moved.end) == (WholeDay(date(2026, 10, 28)), WholeDay(date(2026, 10, 30)))


def test_an_event_of_another_zone_lasts_as_long_when_it_is_moved_here(events: Events) -> None:
    start, end = (placed(wall(2026, 10, 13, hour), "America/Toronto") for hour in (15, 17))
    event = events.add(EventKind.EVENT, "Congrès", start, end).value

    events.move(key(event), paris(2026, 10, 14, 9))

    moved = events.get(event.id).content
    assert (moved.start, moved.end) == (paris(2026, 10, 14, 9), paris(2026, 10, 14, 11))


def test_an_event_gets_another_end_and_its_old_one_back(events: Events) -> None:
    event = once(events)

    done = events.resize(key(event), wall(2026, 10, 13, 18), zone=PARIS)

    assert events.get(event.id).content.end == paris(2026, 10, 13, 18)
    with pytest.raises(EndBeforeStart):
        events.resize(key(event), wall(2026, 10, 13, 8), zone=PARIS)
    assert done.undo is not None
    done.undo()
    assert events.get(event.id).content == event.content


def test_one_or_all_of_a_series_become_longer(events: Events) -> None:
    event = weekly(events)

    events.resize(key(event, SECOND), wall(2026, 10, 12, 12), zone=PARIS)
    events.resize(key(event, part_of(paris(2026, 10, 19, 9))), wall(2026, 10, 19, 11), zone=PARIS, whole=True)

    ends = [wall_of(one.end).hour for one in autumn(events, event)]
    assert ends == [11, 12, 11, 11]


def test_a_whole_day_gets_another_last_day(events: Events) -> None:
    day = date(2026, 10, 20)
    event = events.add(EventKind.QUIET, "Deuil", WholeDay(day), WholeDay(day + DAY)).value

    events.resize(key(event), date(2026, 10, 23), zone=PARIS)

    assert events.get(event.id).content.end == WholeDay(date(2026, 10, 24))


def test_a_copy_is_an_event_of_its_own(events: Events) -> None:
    event = weekly(events)
    events.mark_done(key(event, SECOND))

    done = events.copy(key(event, SECOND), 3, wall=time(14))

    copy = events.get(done.value.identity)
    assert (copy.content.start, copy.content.end) == (paris(2026, 10, 15, 14), paris(2026, 10, 15, 15))
    assert (copy.content.rules, copy.content.exceptions, copy.done_at) == ((), (), None)
    assert not is_done(copy.content)
    assert (copy.kind, copy.content.title, copy.uid != event.uid) == (EventKind.EVENT, "Rédaction", True)
    assert done.value == key_of(copy.id, copy.content, copy.content.start)
    assert done.undo is not None
    done.undo()
    assert events.count() == 1


def test_a_floating_hour_stays_floating(events: Events) -> None:
    start, end = FloatingTime(wall(2026, 10, 13, 9)), FloatingTime(wall(2026, 10, 13, 10))
    event = events.add(EventKind.EVENT, "Café", start, end).value

    events.shift(key(event), 2)
    events.resize(key(event), wall(2026, 10, 15, 12), zone=PARIS)

    moved = events.get(event.id).content
    assert (moved.start, moved.end) == (
        FloatingTime(wall(2026, 10, 15, 9)),
        FloatingTime(wall(2026, 10, 15, 12)),
    )


def test_a_post_is_no_event(events: Events) -> None:
    with pytest.raises(ValueError, match="not an event"):
        events.remove(ItemKey(ItemKind.POST, 1))


def test_the_moment_of_a_change_is_kept_to_the_second(bench: Bench, events: Events) -> None:
    bench.clock.instant = datetime(2026, 10, 13, 7, 0, 1, 5, tzinfo=UTC)

    assert once(events).content.modified == datetime(2026, 10, 13, 7, 0, 1, tzinfo=UTC)


def test_an_end_in_the_second_pass_of_the_doubled_hour_is_that_one(events: Events) -> None:
    added = events.add(EventKind.EVENT, "Garde", paris(2026, 10, 25, 1), paris(2026, 10, 25, 2)).value

    events.resize(key(added), wall(2026, 10, 25, 2, 30).replace(fold=1), zone=PARIS)

    end = events.get(added.id).content.end
    assert isinstance(end, PlannedTime)
    assert end.instant == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
