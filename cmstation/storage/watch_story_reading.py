"""Mark the items of stories as read or unread, with the stories' counts in the same step."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from cmstation.storage.records_watch import WatchItemRecord, WatchStoryRecord
from cmstation.storage.watch_story_keys import UNREAD


def mark_read(session: Session, stories: Sequence[int], now: datetime) -> Sequence[int]:
    """Mark every unread item of stories as read; return the stories that had one."""
    changed = _those(session, stories, UNREAD)
    _write_items(session, changed, WatchItemRecord.read_at.is_(None), now)
    _write_unread(session, changed, 0)
    return changed


def mark_unread(session: Session, stories: Sequence[int]) -> Sequence[int]:
    """Mark every item of stories as unread; return the stories that had a read one."""
    changed = _those(session, stories, WatchStoryRecord.unread < WatchStoryRecord.count)
    _write_items(session, changed, WatchItemRecord.read_at.is_not(None), None)
    _write_unread(session, changed, WatchStoryRecord.count)
    return changed


def mark_unread_since(session: Session, stories: Sequence[int], at: datetime) -> None:
    """Make those items unread that were marked as read at a moment; the stories must be renewed after."""
    _write_items(session, stories, WatchItemRecord.read_at == at, None)


def _those(session: Session, stories: Sequence[int], condition: ColumnElement[bool]) -> Sequence[int]:
    statement = select(WatchStoryRecord.id).where(WatchStoryRecord.id.in_(stories), condition)
    return session.scalars(statement).all()


def _write_items(
    session: Session, stories: Sequence[int], condition: ColumnElement[bool], read_at: datetime | None
) -> None:
    session.execute(
        update(WatchItemRecord)
        .where(WatchItemRecord.story_id.in_(stories), condition)
        .values(read_at=read_at)
        .execution_options(synchronize_session=False)
    )


def _write_unread(session: Session, stories: Sequence[int], unread: int | InstrumentedAttribute[int]) -> None:
    values: dict[str, Any] = {"unread": unread}
    session.execute(
        update(WatchStoryRecord)
        .where(WatchStoryRecord.id.in_(stories))
        .values(values)
        .execution_options(synchronize_session=False)
    )
