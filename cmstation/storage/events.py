"""Events of the clinic as they are stored."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import CalendarEvent
from cmstation.domain.errors import ChangedElsewhere, NotFound
from cmstation.domain.event_json import event_of, json_of
from cmstation.domain.events import Event, EventKnown, NewEvent, bounds
from cmstation.domain.folding import storable
from cmstation.storage.database import Database
from cmstation.storage.records_calendar import EventRecord
from cmstation.storage.records_library import CampaignRecord, ThemeRecord
from cmstation.storage.rows_read import FRESH

_AT_ONCE = 500  # identities named in one statement


class EventFields(TypedDict, total=False):
    """Fields of an event that may change; the content keeps its uid."""

    kind: EventKind
    content: CalendarEvent
    theme: int | None
    campaign: int | None
    done_at: datetime | None


class Events:
    """Everything that can be done with stored events; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    # --- questions ---

    def get(self, event: int) -> Event:
        """Read an event, also one in the bin."""
        with self._readers.begin() as session:
            return _read(session, event)

    def by_uid(self, uid: str) -> Event | None:
        """Read the event that calendars know by this identity, also one in the bin; None without one."""
        return self.by_uids((uid,)).get(uid)

    def by_uids(self, uids: Iterable[str]) -> dict[str, Event]:
        """Read the events that calendars know by these identities, also those in the bin."""
        asked = {storable(uid): uid for uid in uids}
        with self._readers.begin() as session:
            return {asked[event.uid]: event for event in _with_uids(session, tuple(asked))}

    def touching(self, start: datetime, end: datetime) -> tuple[Event, ...]:
        """List the events that may have an occurrence in a span, and are not in the bin.

        Args:
            start, end: aware; a series that passes the span over may be among them.
        """
        statement = (
            select(EventRecord)
            .where(
                EventRecord.deleted_at.is_(None),
                EventRecord.first_at < end,
                or_(EventRecord.last_at.is_(None), EventRecord.last_at >= start),
            )
            .order_by(EventRecord.first_at, EventRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(_event_of(row) for row in session.scalars(statement))

    def all(self) -> tuple[Event, ...]:
        """List every event that is not in the bin, earliest first."""
        statement = (
            select(EventRecord)
            .where(EventRecord.deleted_at.is_(None))
            .order_by(EventRecord.first_at, EventRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(_event_of(row) for row in session.scalars(statement))

    def count(self) -> int:
        """Count the events that are not in the bin."""
        statement = select(func.count(EventRecord.id)).where(EventRecord.deleted_at.is_(None))
        with self._readers.begin() as session:
            return session.execute(statement).scalar_one()

    # --- changes ---

    def add(self, event: NewEvent, now: datetime) -> Event:
        """Store a new event.

        Raises:
            EventKnown: its uid is taken, perhaps by one in the bin.
            NotFound: its theme or campaign is not there.
        """
        (added,) = self.add_all((event,), now)
        return added

    def add_all(self, events: Sequence[NewEvent], now: datetime) -> tuple[Event, ...]:
        """Store several new events, or none of them.

        Raises:
            EventKnown, NotFound: see `add`.
        """
        with self._sessions.begin() as session:
            taken = [event.uid for event in _with_uids(session, [event.content.uid for event in events])]
            _refuse_known(taken + [storable(event.content.uid) for event in events])
            return tuple(_add(session, event, now) for event in events)

    def bring_back(self, before: Sequence[Event], gone: Sequence[int], now: datetime) -> None:
        """Make events be as they were before something changed several of them.

        Args:
            before: as they were, in the bin or out of it.
            gone: those that were not there, put into the bin.
        """
        with self._sessions.begin() as session:
            for event in before:
                columns = {**_columns(_fields_of(event)), "deleted_at": event.deleted_at}
                _store(session, _locked(session, event.id), now, columns)
            for identity in gone:
                _store(session, _locked(session, identity), now, {"deleted_at": now})

    def update(
        self, event: int, now: datetime, *, expected: int | None, **fields: Unpack[EventFields]
    ) -> Event:
        """Store changed fields.

        Args:
            expected: the revision that the writer read; None when it does not matter.

        Raises:
            ChangedElsewhere: someone stored a newer revision (facts: event, expected, found).
        """
        unknown = set(fields) - set(EventFields.__annotations__)
        if unknown:
            raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
        with self._sessions.begin() as session:
            before = _locked(session, event)
            if expected is not None and expected != before.revision:
                raise ChangedElsewhere(event=event, expected=expected, found=before.revision)
            if "content" in fields and storable(fields["content"].uid) != before.uid:
                raise ValueError("an event keeps its uid")
            if all(getattr(before, name) == value for name, value in fields.items()):
                return before
            _refuse_missing_labels(session, fields.get("theme"), fields.get("campaign"))
            return _store(session, before, now, _columns(fields))

    def delete(self, event: int, now: datetime) -> Event:
        """Put an event into the bin."""
        with self._sessions.begin() as session:
            before = _locked(session, event)
            return before if before.deleted_at else _store(session, before, now, {"deleted_at": now})

    def undelete(self, event: int, now: datetime) -> Event:
        """Take an event out of the bin."""
        with self._sessions.begin() as session:
            before = _locked(session, event)
            return _store(session, before, now, {"deleted_at": None}) if before.deleted_at else before

    def purge(self, before: datetime) -> int:
        """Remove for ever what was put into the bin before a moment; return how many events."""
        statement = delete(EventRecord).where(EventRecord.deleted_at < before).returning(EventRecord.id)
        with self._sessions.begin() as session:
            return len(session.execute(statement).all())


def _read(session: Session, event: int) -> Event:
    statement = select(EventRecord).where(EventRecord.id == event).execution_options(**FRESH)
    row = session.scalars(statement).one_or_none()
    if row is None:
        raise NotFound(subject="event", identity=event)
    return _event_of(row)


def _locked(session: Session, event: int) -> Event:
    session.execute(select(EventRecord.id).where(EventRecord.id == event).with_for_update())
    return _read(session, event)


def _with_uids(session: Session, uids: Sequence[str]) -> list[Event]:
    found: list[Event] = []
    for start in range(0, len(uids), _AT_ONCE):
        some = select(EventRecord).where(EventRecord.uid.in_(uids[start : start + _AT_ONCE]))
        found += map(_event_of, session.scalars(some))
    return found


def _add(session: Session, event: NewEvent, now: datetime) -> Event:
    _refuse_missing_labels(session, event.theme, event.campaign)
    values = {
        **_columns(_fields_of(event)),
        "uid": event.content.uid,
        "revision": 1,
        "created_at": now,
        "changed_at": now,
    }
    statement = insert(EventRecord).values(**values).returning(EventRecord.id)
    return _read(session, session.execute(statement).scalar_one())


def _store(session: Session, before: Event, now: datetime, columns: Mapping[str, Any]) -> Event:
    session.execute(
        update(EventRecord)
        .where(EventRecord.id == before.id)
        .values(**columns, revision=before.revision + 1, changed_at=now)
        .execution_options(synchronize_session=False)
    )
    return _read(session, before.id)


def _fields_of(event: NewEvent | Event) -> EventFields:
    return EventFields(
        kind=event.kind,
        content=event.content,
        theme=event.theme,
        campaign=event.campaign,
        done_at=event.done_at,
    )


def _columns(fields: EventFields) -> dict[str, Any]:
    columns: dict[str, Any] = dict(fields)
    if "theme" in fields:
        columns["theme_id"] = columns.pop("theme")
    if "campaign" in fields:
        columns["campaign_id"] = columns.pop("campaign")
    if "content" in fields:
        content = fields["content"]
        first, last = bounds(content)
        columns |= {
            "content": json_of(content),
            "title": content.title,
            "first_at": first,
            "last_at": last,
        }
    return columns


def _event_of(row: EventRecord) -> Event:
    return Event(
        id=row.id,
        revision=row.revision,
        uid=row.uid,
        kind=row.kind,
        content=event_of(row.content),
        theme=row.theme_id,
        campaign=row.campaign_id,
        done_at=row.done_at,
        changed_at=row.changed_at,
        deleted_at=row.deleted_at,
    )


def _refuse_known(uids: Sequence[str]) -> None:
    seen: set[str] = set()
    for uid in uids:
        if uid in seen:
            raise EventKnown(uid=uid)
        seen.add(uid)


def _refuse_missing_labels(session: Session, theme: int | None, campaign: int | None) -> None:
    for subject, kind, label in (("theme", ThemeRecord, theme), ("campaign", CampaignRecord, campaign)):
        if label is not None and session.get(kind, label) is None:
            raise NotFound(subject=subject, identity=label)
