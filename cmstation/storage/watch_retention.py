"""Clear away what the lists of the watch keep no longer, a little at a time."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, exists, false, or_, select

from cmstation.domain.watch import Retention
from cmstation.storage.database import Database
from cmstation.storage.records_watch import WatchItemRecord, WatchListRecord, WatchMembershipRecord
from cmstation.storage.watch_clearing import MOST_AT_ONCE, clear_items, wanted_kept

WITHOUT_LIST: Final = Retention(days=90, unread_days=90)


class WatchRetention:
    """What goes, and when: the days count from the moment at which an item was seen here."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def clear(self, now: datetime, most: int = 2_000) -> int:
        """Clear items away that no list keeps any longer; their feeds do not bring them back.

        An item stays while one of its lists keeps it, and for good when it is starred, noted, tagged,
        decided, asked about or in a press review. Nobody waits: each transaction takes a few items.

        Args:
            most: how many to clear at most; when so many went, there may be more.

        Returns:
            How many went.
        """
        with self._readers.begin() as session:
            kept = {
                row.id: Retention(row.days, row.unread_days)
                for row in session.execute(
                    select(WatchListRecord.id, WatchListRecord.days, WatchListRecord.unread_days)
                )
            }
            statement = select(WatchItemRecord.id).where(_expired(kept, now), ~wanted_kept())
            found = session.scalars(statement.order_by(WatchItemRecord.id).limit(most)).all()
        gone = 0
        for at in range(0, len(found), MOST_AT_ONCE):
            with self._sessions.begin() as session:
                some = found[at : at + MOST_AT_ONCE]
                gone += clear_items(session.connection(), some, remembered=True)
        return gone


def _expired(kept: dict[int, Retention], now: datetime) -> ColumnElement[bool]:
    record, member = WatchItemRecord, WatchMembershipRecord
    in_a_list = exists().where(member.item_id == record.id)
    kept_by_one = or_(
        false(),
        *(and_(member.list_id == list_, _within(retention, now)) for list_, retention in kept.items()),
    )
    kept_by_a_list = exists().where(member.item_id == record.id, kept_by_one)
    return and_(~kept_by_a_list, or_(in_a_list, ~_within(WITHOUT_LIST, now)))


def _within(retention: Retention, now: datetime) -> ColumnElement[bool]:
    record = WatchItemRecord
    read = _since(retention.days, now)
    unread = _since(retention.unread_days, now)
    return or_(and_(record.read_at.is_not(None), read), and_(record.read_at.is_(None), unread))


def _since(days: int | None, now: datetime) -> ColumnElement[bool]:
    if days is None:
        return WatchItemRecord.id.is_not(None)
    return WatchItemRecord.seen_at >= now - timedelta(days=days)
