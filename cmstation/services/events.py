"""What a person does with the events of the clinic: add, change, move, tick off, remove."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final, Unpack, cast
from uuid import uuid4

from cmstation.domain.calendar import EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import CalendarEvent, EventTime, Occurrence
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import ChangedElsewhere
from cmstation.domain.event_moves import retimed_all, retimed_one, without
from cmstation.domain.event_times import at_time, days_later, lasting_as, new_end, occurrence_of
from cmstation.domain.event_words import DONE_LINE, EventWords, reworded_all, reworded_one, ticked
from cmstation.domain.events import Event, NewEvent, is_series, key_of
from cmstation.domain.ics_rule_text import parts_of
from cmstation.services.done import Done
from cmstation.storage.events import EventFields
from cmstation.storage.events import Events as StoredEvents

_CHANGED: Final = Changes(calendar=True)
_OF_ALL: Final = frozenset({"kind", "theme", "campaign"})


class EventWish(EventWords, total=False):
    """What a person may change in an event; these three are always those of the whole series."""

    kind: EventKind
    theme: int | None
    campaign: int | None


class Events:
    """Events and tasks of the clinic; a key names an event, or one occurrence of a series.

    A change of one occurrence makes it an exception of its series; `whole` changes all of them alike.
    """

    def __init__(self, events: StoredEvents, clock: Clock) -> None:
        self._events = events
        self._clock = clock

    # --- questions ---

    def get(self, event: int) -> Event:
        """Return an event with its whole series."""
        return self._events.get(event)

    def occurrence(self, key: ItemKey) -> Occurrence:
        """Return what a key names, as it is shown: the exception where there is one."""
        return occurrence_of(self._of(key).content, key.part)

    def count(self) -> int:
        """Return how many events there are; a series counts once."""
        return self._events.count()

    # --- writing ---

    def add(
        self,
        kind: EventKind,
        title: str,
        start: EventTime,
        end: EventTime,
        *,
        description: str = "",
        place: str = "",
        url: str = "",
        rules: Sequence[str] = (),
        theme: int | None = None,
        campaign: int | None = None,
    ) -> Done[Event]:
        """Write a new event.

        Args:
            start, end: of the same kind; the end is exclusive for whole days.
            rules: of a series, as in `CalendarEvent`.
        """
        for rule in rules:
            parts_of(rule)
        content = CalendarEvent(
            uid=str(uuid4()),
            start=start,
            end=end,
            title=title,
            description=description,
            place=place,
            url=url,
            rules=tuple(rules),
            modified=self._second(),
        )
        return self._add(NewEvent(kind, content, theme, campaign))

    def update(
        self, key: ItemKey, *, whole: bool = True, expected: int | None = None, **wish: Unpack[EventWish]
    ) -> Done[ItemKey]:
        """Save what an event says, or what one occurrence says.

        Args:
            whole: whether all of the series is meant.
            expected: the revision that the writer read; None when it does not matter.
            wish: start and end are those of the occurrence that the key names; give both when they
                become whole days or cease to be.

        Raises:
            ChangedElsewhere: someone stored a newer revision.
            EndBeforeStart: it would end before it begins.
            RuleKeepsItsDays: the rule names days that cannot be moved along.
            ValueError: a rule is not one that we understand, or is given for one occurrence.
        """
        before = self._of(key)
        if expected is not None and expected != before.revision:
            raise ChangedElsewhere(event=before.id, expected=expected, found=before.revision)
        fields, words = _split(wish)
        content, part = before.content, key.part
        if whole or not is_series(content):
            content, part = reworded_all(content, part, words)
        elif words:
            content = reworded_one(content, part, words)
        return self._save(key, before, content, part, fields)

    def mark_done(self, key: ItemKey, *, done: bool = True, whole: bool = False) -> Done[ItemKey]:
        """Tick an event off, or take the tick away; of a series, one occurrence unless all are meant."""
        before = self._of(key)
        if whole or not key.part:
            fields = EventFields(done_at=self._clock.now() if done else None)
            return self._save(key, before, before.content, key.part, fields)
        return self._save(key, before, ticked(before.content, key.part, done=done), key.part)

    # --- moving ---

    def move(self, key: ItemKey, to: EventTime, *, whole: bool = False) -> Done[ItemKey]:
        """Let an event begin at another time and last as long as it does.

        Args:
            to: read as the kind that the event has: a whole day stays one, and a mere day keeps the hour.

        Raises:
            RuleKeepsItsDays: the rule of the whole series names days that cannot be moved along.
            HourDoesNotExist: the clocks skip its hour on that day.
        """
        before = self._of(key)
        one = occurrence_of(before.content, key.part)
        start = at_time(one.start, to)
        return self._retime(key, before, start, lasting_as(one, start), whole=whole)

    def shift(
        self, key: ItemKey, days: int, *, wall: time | None = None, whole: bool = False
    ) -> Done[ItemKey]:
        """Move an event by some days, at its own hour or at another one; see `move`."""
        return self.move(key, days_later(self.occurrence(key).start, days, wall), whole=whole)

    def resize(self, key: ItemKey, end: date | datetime, *, zone: str, whole: bool = False) -> Done[ItemKey]:
        """Give an event another end.

        Args:
            end: its last day, or the naive hour in the zone at which it ends.

        Raises:
            EndBeforeStart: nothing would be left of it.
            HourDoesNotExist: the clocks skip that hour on that day.
        """
        before = self._of(key)
        one = occurrence_of(before.content, key.part)
        return self._retime(key, before, one.start, new_end(one, end, zone), whole=whole)

    def copy(self, key: ItemKey, days: int, *, wall: time | None = None) -> Done[ItemKey]:
        """Write the same event again, once, some days later and not done."""
        source, one = self._of(key), self.occurrence(key)
        start = days_later(one.start, days, wall)
        content = replace(
            one.event,
            uid=str(uuid4()),
            start=start,
            end=lasting_as(one, start),
            rules=(),
            also=(),
            removed=(),
            exceptions=(),
            replaces=None,
            following=False,
            sequence=0,
            modified=self._second(),
            kept=tuple(line for line in one.event.kept if line != DONE_LINE),
        )
        done = self._add(NewEvent(source.kind, content, source.theme, source.campaign))
        return Done(_key_of(done.value), done.changes, done.undo)

    # --- removing ---

    def remove(self, key: ItemKey, *, whole: bool = False) -> Done[ItemKey]:
        """Leave one occurrence out of its series, or put the event into the bin for 30 days."""
        before = self._of(key)
        if not whole and key.part:
            return self._save(key, before, without(before.content, key.part), key.part)
        after = self._events.delete(before.id, self._clock.now())
        return Done(key, _CHANGED, self._undo(before, after))

    def empty_bin(self, older_than: timedelta = timedelta(days=30)) -> int:
        """Erase what was removed long ago; return how many events."""
        return self._events.purge(self._clock.now() - older_than)

    # --- inside ---

    def _of(self, key: ItemKey) -> Event:
        if key.kind is not ItemKind.EVENT:
            raise ValueError(f"not an event: {key}")
        return self._events.get(key.identity)

    def _add(self, event: NewEvent) -> Done[Event]:
        added = self._events.add(event, self._clock.now())

        def undo() -> Changes:
            self._events.delete(added.id, self._clock.now())
            return _CHANGED

        return Done(added, _CHANGED, undo)

    def _retime(
        self, key: ItemKey, before: Event, start: EventTime, end: EventTime, *, whole: bool
    ) -> Done[ItemKey]:
        part = key.part
        if whole or not part:
            content, part = retimed_all(before.content, part, start, end)
        else:
            content = retimed_one(before.content, part, start, end)
        return self._save(key, before, content, part)

    def _save(
        self,
        key: ItemKey,
        before: Event,
        content: CalendarEvent,
        part: str,
        fields: EventFields | None = None,
    ) -> Done[ItemKey]:
        changed = fields or EventFields()
        if content != before.content:
            changed["content"] = self._stamped(before.content, content)
        after = self._events.update(
            before.id, self._clock.now(), expected=before.revision if changed else None, **changed
        )
        return Done(replace(key, part=part), _CHANGED, self._undo(before, after))

    def _stamped(self, before: CalendarEvent, content: CalendarEvent) -> CalendarEvent:
        """Count the change as calendars do, so that those who subscribed take it up."""
        sequence, now = before.sequence + 1, self._second()
        known = set(map(id, before.exceptions))
        return replace(
            content,
            sequence=sequence,
            modified=now,
            exceptions=tuple(
                one if id(one) in known else replace(one, sequence=sequence, modified=now)
                for one in content.exceptions
            ),
        )

    def _undo(self, before: Event, after: Event) -> Callable[[], Changes]:
        def undo() -> Changes:
            present = self._events.get(before.id)
            # Not by revision: taking back what came later counts as a change too.
            if _what(present) != _what(after):
                raise ChangedElsewhere(event=before.id, expected=after.revision, found=present.revision)
            self._events.bring_back((before,), (), self._clock.now())
            return _CHANGED

        return undo

    def _second(self) -> datetime:
        return self._clock.now().replace(microsecond=0)


def _key_of(event: Event) -> ItemKey:
    return key_of(event.id, event.content, event.content.replaces or event.content.start)


def _split(wish: EventWish) -> tuple[EventFields, EventWords]:
    fields = {name: value for name, value in wish.items() if name in _OF_ALL}
    words = {name: value for name, value in wish.items() if name not in _OF_ALL}
    return cast("EventFields", fields), cast("EventWords", words)


def _what(event: Event) -> tuple[object, ...]:
    return (
        event.kind,
        event.content,
        event.theme,
        event.campaign,
        event.done_at,
        event.deleted_at is not None,
    )
