"""Find the stories that a filter asks for, in the order of a list: newest first."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias, TypeVar, cast

from sqlalchemy import ColumnElement, Select, exists, func, literal_column, select, tuple_
from sqlalchemy.orm import Session

from cmstation.domain.watch import DecisionKind, Reading, StoryFilter
from cmstation.storage.records_watch import (
    WatchItemRecord,
    WatchMembershipRecord,
    WatchStoryRecord,
    WatchTagRecord,
)
from cmstation.storage.search import terms
from cmstation.storage.watch_search import matching

Found = TypeVar("Found", bound=Select[*tuple[Any, ...]])
Place: TypeAlias = tuple[int, int]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_WAITING = {
    Reading.LATER: DecisionKind.LATER,
    Reading.PHYSICIANS: DecisionKind.PHYSICIANS,
    Reading.REVIEW: DecisionKind.REVIEW,
}
# Written out: SQLite uses a partial index only when the query has the very words of its condition.
UNREAD: ColumnElement[bool] = WatchStoryRecord.unread > literal_column("0")


def moment_of(instant: datetime) -> int:
    """Return an aware instant as tables hold moments."""
    return (instant - _EPOCH) // _MICROSECOND


def instant_of(moment: int) -> datetime:
    """Return the aware instant of a moment in a table."""
    return _EPOCH + timedelta(microseconds=moment)


def keys(session: Session, wanted: StoryFilter, most: int, after: Place | None = None) -> tuple[int, ...]:
    """Return the identities of stories, newest first.

    Args:
        after: moment and identity of the story behind which to begin.
    """
    statement = filtered(session, select(WatchStoryRecord.id), wanted)
    if after is not None:
        place = tuple_(WatchStoryRecord.moment, WatchStoryRecord.id)
        statement = statement.where(place < tuple_(*after))
    return _identities(session, statement.order_by(*NEWEST_FIRST).limit(most))


def count(session: Session, wanted: StoryFilter) -> int:
    """Count the stories that a filter asks for."""
    inner = _by_items(session, wanted)
    if inner is not None and wanted.reading is Reading.ALL:
        # Every item has a story: those need not be looked at.
        found = inner.distinct().subquery()
        return session.execute(select(func.count()).select_from(found)).scalar_one()
    return session.execute(filtered(session, select(func.count(WatchStoryRecord.id)), wanted)).scalar_one()


def filtered(session: Session, statement: Found, wanted: StoryFilter) -> Found:
    """Keep the stories that have one item with all that is asked of items."""
    inner = _by_items(session, wanted)
    if inner is not None:
        statement = statement.where(WatchStoryRecord.id.in_(inner))
    return statement.where(*_reading(wanted.reading))


NEWEST_FIRST = (WatchStoryRecord.moment.desc(), WatchStoryRecord.id.desc())


def _reading(reading: Reading) -> Iterable[ColumnElement[bool]]:
    if reading is Reading.UNREAD:
        yield UNREAD
    elif reading is Reading.STARRED:
        yield cast("ColumnElement[bool]", WatchStoryRecord.starred)
    elif reading is Reading.UNDECIDED:
        yield WatchStoryRecord.decided.is_(None)
    elif reading in _WAITING:
        yield WatchStoryRecord.decided == _WAITING[reading]


def _by_items(session: Session, wanted: StoryFilter) -> Select[int] | None:
    """Select the stories of the items that are wanted; None when items need not be looked at."""
    words = terms(wanted.words)
    of_items = tuple(_items(wanted))
    if not words and not of_items:
        return _of_lists(wanted.lists) if wanted.lists else None
    statement = select(WatchItemRecord.story_id).where(*of_items)
    if words:
        found = matching(session, words).subquery()
        statement = statement.join(found, found.c[0] == WatchItemRecord.id)
    if wanted.lists:
        shown = exists().where(
            WatchMembershipRecord.item_id == WatchItemRecord.id,
            WatchMembershipRecord.list_id.in_(sorted(wanted.lists)),
        )
        statement = statement.where(shown)
    return statement


def _of_lists(lists: frozenset[int]) -> Select[int]:
    return select(WatchMembershipRecord.story_id).where(WatchMembershipRecord.list_id.in_(sorted(lists)))


def _items(wanted: StoryFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.source is not None:
        yield WatchItemRecord.source_id == wanted.source
    if wanted.tag:
        tagged = select(WatchTagRecord.item_id).where(WatchTagRecord.tag == wanted.tag)
        yield WatchItemRecord.id.in_(tagged)
    if wanted.since is not None:
        yield WatchItemRecord.moment >= moment_of(wanted.since)
    if wanted.until is not None:
        yield WatchItemRecord.moment < moment_of(wanted.until)


def _identities(session: Session, statement: Select[int]) -> tuple[int, ...]:
    if session.get_bind().dialect.name != "sqlite":
        return tuple(session.scalars(statement))
    # One text of all of them: taking a row after the other takes twice the time.
    joined = session.execute(select(func.group_concat(statement.subquery().c.id))).scalar_one()
    return tuple(json.loads(f"[{joined or ''}]"))
