"""The plan as calendar events, read by others, and what comes back from them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import CalendarEvent, EventStatus
from cmstation.domain.drafts import PostState
from cmstation.domain.events import Event
from cmstation.domain.ics import read, write
from cmstation.domain.networks import Network
from cmstation.domain.plan_ics import KnownLabels, events_of_plan, sorted_out
from tests.domain.calendar_samples import NOW, calendars, meeting, paris, texts

icalendar: Any = import_module("icalendar")
vobject: Any = import_module("vobject")

SCOPE = "a1b2c3d4e5f6"
LABELS = KnownLabels({1: "Prévention, dépistage", 2: "Vie"}, {7: "Octobre rose; 2026"})
HOUR = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)


def item(title: str = "Portes ouvertes", state: PostState = PostState.SCHEDULED) -> CalendarItem:
    """Return a post of the plan."""
    return CalendarItem(
        ItemKey(ItemKind.POST, 12, "2026-10-13T07:00Z"),
        title,
        HOUR,
        HOUR,
        date(2026, 10, 13),
        date(2026, 10, 13),
        "Europe/Paris",
        state=state,
        theme=1,
        campaign=7,
        networks=(Network.MASTODON, Network.BLUESKY),
    )


def event(content: CalendarEvent, kind: EventKind = EventKind.EVENT, **fields: Any) -> Event:
    """Return a stored event."""
    whole: dict[str, Any] = {"theme": None, "campaign": None, "done_at": None, "changed_at": NOW, **fields}
    return Event(3, 1, content.uid, kind, content, **whole)


def file_of(*items: CalendarItem, events: tuple[Event, ...] = ()) -> bytes:
    """Return the calendar file."""
    return write(events_of_plan(items, events, LABELS, SCOPE), name="Plan", now=NOW)


def test_a_post_is_a_moment_that_takes_nobodys_time() -> None:
    (post,) = events_of_plan([item()], (), LABELS, SCOPE)

    assert post.uid == f"post-12-2026-10-13T07:00Z@{SCOPE}"
    assert (post.start, post.end) == (paris(2026, 10, 13, 9), paris(2026, 10, 13, 9))
    assert post.description == "Planifié\nMastodon, Bluesky"
    assert post.categories == ("Prévention, dépistage", "Octobre rose; 2026")
    assert "TRANSP:TRANSPARENT" in post.kept


def test_what_is_not_decided_is_tentative() -> None:
    states = {state: events_of_plan([item(state=state)], (), LABELS, SCOPE)[0].status for state in PostState}

    assert states[PostState.DRAFT] is EventStatus.TENTATIVE
    assert states[PostState.LIVE] is EventStatus.CONFIRMED


@settings(deadline=None)
@given(title=texts)
def test_icalendar_and_vobject_read_our_posts(title: str) -> None:
    data = file_of(item(title))

    theirs = icalendar.Calendar.from_ical(data).walk("VEVENT")[0]
    others = vobject.readOne(data.decode()).vevent

    assert theirs.errors == []
    assert str(theirs.get("SUMMARY", "")) == read(data)[0].title
    assert theirs["DTSTART"].dt == HOUR
    assert others.dtstart.value == HOUR
    assert others.uid.value == f"post-12-2026-10-13T07:00Z@{SCOPE}"


@settings(deadline=None, max_examples=50)
@given(contents=calendars(), kind=st.sampled_from(EventKind), label=st.sampled_from((None, 1, 2)))
def test_events_come_back_as_they_are(
    contents: list[CalendarEvent], kind: EventKind, label: int | None
) -> None:
    stored = tuple(
        event(one, kind, theme=label, campaign=7, done_at=NOW if number else None)
        for number, one in enumerate(contents)
    )

    found = sorted_out(read(file_of(events=stored)), {}, LABELS, SCOPE)

    assert [(one.kind, one.theme, one.campaign, one.done_at) for one in found.new] == [
        (one.kind, one.theme, one.campaign, one.done_at) for one in stored
    ]
    assert [one.content for one in found.new] == contents


@settings(deadline=None, max_examples=50)
@given(contents=calendars())
def test_our_own_file_says_nothing_new(contents: list[CalendarEvent]) -> None:
    stored = {one.uid: event(one, EventKind.TASK, done_at=NOW) for one in contents}

    found = sorted_out(read(file_of(item(), events=tuple(stored.values()))), stored, LABELS, SCOPE)

    assert found.same == tuple(stored.values())
    assert [one.uid for one in found.ours] == [f"post-12-2026-10-13T07:00Z@{SCOPE}"]
    assert (found.new, found.changed, found.older, found.binned) == ((), (), (), ())


def test_what_vobject_wrote_again_says_nothing_new() -> None:
    known = event(meeting(paris(2026, 10, 5, 9), "FREQ=WEEKLY;BYDAY=MO", title="Réunion"), EventKind.TASK)
    again = vobject.readOne(file_of(events=(known,)).decode()).serialize().encode()

    found = sorted_out(read(again), {known.uid: known}, LABELS, SCOPE)

    assert found.same == (known,)


def test_a_program_that_drops_our_lines_changes_neither_kind_nor_labels() -> None:
    known = event(meeting(paris(2026, 10, 5, 9), title="Affiche"), EventKind.PRINT_DEADLINE, theme=2)
    plain = replace(known.content, title="Panneau", sequence=1)

    ((_, told),) = sorted_out([plain], {known.uid: known}, LABELS, SCOPE).changed

    assert (told.kind, told.theme, told.content.title) == (EventKind.PRINT_DEADLINE, 2, "Panneau")


def test_an_older_file_does_not_undo_what_was_changed_here() -> None:
    written = meeting(paris(2026, 10, 5, 9), title="Avant", modified=NOW)
    known = event(replace(written, title="Après", sequence=1, modified=NOW + timedelta(hours=1)))

    found = sorted_out([written], {known.uid: known}, LABELS, SCOPE)

    assert found.older == ((known, written),)


def test_what_was_thrown_away_is_not_brought_back() -> None:
    known = event(meeting(paris(2026, 10, 5, 9)), deleted_at=NOW)

    assert sorted_out([known.content], {known.uid: known}, LABELS, SCOPE).binned == ((known, known.content),)


def test_posts_of_another_clinic_are_events_here() -> None:
    (post,) = events_of_plan([item()], (), LABELS, "another")

    (found,) = sorted_out([post], {}, LABELS, SCOPE).new

    assert found.content.title == "Portes ouvertes"
