"""Events of the clinic are stored, found by span, changed, thrown away and taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import CalendarEvent, WholeDay
from cmstation.domain.errors import ChangedElsewhere, NotFound
from cmstation.domain.events import Event, EventKnown, NewEvent
from cmstation.storage.database import Database
from cmstation.storage.events import Events
from tests.domain.calendar_samples import events as any_event
from tests.domain.calendar_samples import meeting, paris
from tests.storage.station import DAY, NOW, Station

LATER = NOW + timedelta(hours=2)


def an_event(uid: str = "1@clinique.example", **fields: object) -> NewEvent:
    content = replace(meeting(paris(2026, 10, 13, 9), title="Tournage"), uid=uid)
    return replace(NewEvent(EventKind.SHOOTING, content), **fields)  # pyright: ignore[reportArgumentType]


def of_october(database: Database) -> list[str]:
    found = Events(database).touching(datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC))
    return [event.uid for event in found]


def test_an_event_comes_back_as_it_was_stored(station: Station) -> None:
    theme, campaign = (
        station.labels.add_theme("Prévention", "info"),
        station.labels.add_campaign("Octobre rose"),
    )
    events = Events(station.database)
    new = an_event(theme=theme.id, campaign=campaign.id, done_at=LATER)

    added = events.add(new, NOW)

    expected = Event(
        added.id,
        1,
        "1@clinique.example",
        EventKind.SHOOTING,
        new.content,
        theme.id,
        campaign.id,
        LATER,
        NOW,
    )
    assert added == expected
    assert events.get(added.id) == events.by_uid(new.content.uid) == expected
    assert events.all() == (expected,)
    assert events.count() == 1
    assert events.by_uid("2") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(content=any_event())
def test_any_event_is_stored_without_loss(database: Database, content: CalendarEvent) -> None:
    events = Events(database)
    if known := events.by_uid(content.uid):
        stored = events.update(known.id, NOW, expected=None, content=content)
    else:
        stored = events.add(NewEvent(EventKind.EVENT, content), NOW)

    assert events.get(stored.id).content == content


def test_several_are_added_at_once_or_not_at_all(database: Database) -> None:
    events = Events(database)

    added = events.add_all([an_event("a"), an_event("b")], NOW)
    with pytest.raises(EventKnown) as known:
        events.add_all([an_event("c"), an_event("b")], NOW)
    with pytest.raises(EventKnown):
        events.add_all([an_event("d"), an_event("d")], NOW)
    with pytest.raises(NotFound):
        events.add_all([an_event("e"), an_event("f", theme=99)], NOW)

    assert [event.uid for event in added] == ["a", "b"]
    assert known.value.facts == {"uid": "b"}
    assert [event.uid for event in events.all()] == ["a", "b"]


def test_more_events_than_a_statement_takes_are_found_by_their_uids(database: Database) -> None:
    events = Events(database)
    events.add_all([an_event(f"{number}") for number in range(0, 1_400, 200)], NOW)

    found = events.by_uids(f"{number}" for number in range(1_400))

    assert sorted(found, key=int) == [f"{number}" for number in range(0, 1_400, 200)]


def test_only_what_may_touch_a_span_is_read(database: Database) -> None:
    events = Events(database)

    def add(uid: str, content: CalendarEvent) -> None:
        events.add(NewEvent(EventKind.EVENT, replace(content, uid=uid)), NOW)

    add("in it", meeting(paris(2026, 10, 13, 9)))
    add("over its start", meeting(paris(2026, 9, 30, 23), hours=4))
    add("before", meeting(paris(2026, 9, 28, 9)))
    add("after", meeting(paris(2026, 11, 3, 9)))
    add("all of it", CalendarEvent("", WholeDay(date(2026, 1, 1)), WholeDay(date(2027, 1, 1))))
    add("series", meeting(paris(2020, 1, 6, 9), "FREQ=WEEKLY"))
    add("series that ended", meeting(paris(2020, 1, 6, 9), "FREQ=WEEKLY;UNTIL=20251231T000000Z"))

    assert of_october(database) == ["series", "all of it", "over its start", "in it"]


def test_a_change_is_counted_and_found_where_it_went(database: Database) -> None:
    events = Events(database)
    added = events.add(an_event(), NOW)
    later = replace(added.content, start=paris(2026, 12, 1, 9), end=paris(2026, 12, 1, 10), title="Visite")

    changed = events.update(added.id, LATER, expected=1, content=later, kind=EventKind.EVENT)

    assert changed == replace(added, revision=2, content=later, kind=EventKind.EVENT, changed_at=LATER)
    assert of_october(database) == []
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT title FROM events")).scalar_one() == "Visite"


def test_nothing_changes_when_nothing_is_different(database: Database) -> None:
    events = Events(database)
    added = events.add(an_event(), NOW)

    assert events.update(added.id, LATER, expected=1, content=added.content, done_at=None) == added


def test_what_someone_else_changed_is_not_overwritten(database: Database) -> None:
    events = Events(database)
    added = events.add(an_event(), NOW)
    events.update(added.id, NOW, expected=1, done_at=NOW)

    with pytest.raises(ChangedElsewhere) as refused:
        events.update(added.id, LATER, expected=1, done_at=None)

    assert refused.value.facts == {"event": added.id, "expected": 1, "found": 2}
    assert events.get(added.id).done_at == NOW


def test_an_event_keeps_its_uid_and_knows_its_fields(database: Database) -> None:
    events = Events(database)
    added = events.add(an_event(), NOW)

    with pytest.raises(ValueError, match="uid"):
        events.update(added.id, LATER, expected=None, content=replace(added.content, uid="other"))
    with pytest.raises(TypeError, match="colour"):
        events.update(added.id, LATER, expected=None, colour="info")  # pyright: ignore[reportCallIssue]
    with pytest.raises(NotFound):
        events.update(added.id, LATER, expected=None, campaign=9)
    with pytest.raises(NotFound):
        events.get(99)


def test_what_lies_in_the_bin_is_not_shown_and_comes_back(database: Database) -> None:
    events = Events(database)
    added = events.add(an_event(), NOW)

    gone = events.delete(added.id, LATER)

    assert (gone.deleted_at, events.delete(added.id, LATER + DAY)) == (LATER, gone)
    assert (events.all(), events.count(), of_october(database)) == ((), 0, [])
    assert events.by_uid(added.uid) == gone
    with pytest.raises(EventKnown):
        events.add(an_event(), LATER)
    back = events.undelete(added.id, LATER)
    assert back == replace(added, revision=3, changed_at=LATER)
    assert events.undelete(added.id, LATER) == back


def test_the_bin_is_emptied_of_what_has_lain_there_long(database: Database) -> None:
    events = Events(database)
    old, young, kept = events.add_all([an_event("a"), an_event("b"), an_event("c")], NOW)
    events.delete(old.id, NOW)
    events.delete(young.id, NOW + DAY)

    assert events.purge(NOW + timedelta(hours=1)) == 1

    assert {event.id for event in events.by_uids(["a", "b", "c"]).values()} == {young.id, kept.id}


def test_several_are_brought_back_as_they_were(station: Station) -> None:
    events = Events(station.database)
    first, second, added = events.add_all([an_event("a"), an_event("b"), an_event("c")], NOW)
    in_bin = events.delete(second.id, NOW)
    events.update(first.id, NOW, expected=None, kind=EventKind.TASK, done_at=NOW)
    events.undelete(second.id, NOW)

    events.bring_back((first, in_bin), (added.id,), LATER)

    assert events.get(first.id) == replace(first, revision=3, changed_at=LATER)
    assert events.get(second.id).deleted_at == in_bin.deleted_at
    assert events.get(added.id).deleted_at == LATER


def test_a_label_that_is_removed_leaves_its_events(station: Station) -> None:
    theme = station.labels.add_theme("Prévention", "info")
    events = Events(station.database)
    added = events.add(an_event(theme=theme.id), NOW)

    station.labels.remove_theme(theme.id)

    assert events.get(added.id).theme is None
