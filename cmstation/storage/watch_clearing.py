"""Clear items of the watch away for good with all that hangs on them, except those that are to be kept."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, delete, exists, or_, select

from cmstation.storage import watch_search
from cmstation.storage.records_watch import (
    PressReviewItemRecord,
    WatchDecisionRecord,
    WatchItemRecord,
    WatchOpinionRecord,
    WatchRelayRecord,
    WatchTagRecord,
)
from cmstation.storage.watch_ingest_rows import write
from cmstation.storage.watch_steps import renew_stories

MOST_AT_ONCE = 200

_REMEMBER = "INSERT INTO watch_gone (source_id, guid_hash) VALUES (?, ?) ON CONFLICT DO NOTHING"


def wanted_kept() -> ColumnElement[bool]:
    """Tell of an item whether it always stays: starred, noted, tagged, decided, asked about or reviewed.

    The column `kept` says so; what it is derived from is asked as well, since a lost item cannot come back.
    """
    item = WatchItemRecord.id
    decisions, opinions = WatchDecisionRecord, WatchOpinionRecord
    return or_(
        WatchItemRecord.kept,
        WatchItemRecord.starred,
        WatchItemRecord.note != "",
        exists().where(WatchTagRecord.item_id == item),
        exists().where(decisions.item_id == item, decisions.undone_at.is_(None)),
        exists().where(opinions.item_id == item),
        exists().where(WatchRelayRecord.item_id == item),
        exists().where(PressReviewItemRecord.item_id == item),
    )


def clear_items(connection: Connection, items: Sequence[int], *, remembered: bool) -> int:
    """Clear items away, except those that somebody wants kept by now.

    Args:
        items: `MOST_AT_ONCE` at most, so that nobody waits for the transaction.
        remembered: whether their feeds, which may still name them, are kept from bringing them back.

    Returns:
        How many went.
    """
    record = WatchItemRecord
    statement = select(record.id, record.story_id, record.source_id, record.guid_hash).where(
        record.id.in_(items), ~wanted_kept()
    )
    rows = connection.execute(statement).all()
    if not rows:
        return 0
    gone = [row.id for row in rows]
    if remembered:
        write(connection, _REMEMBER, [(row.source_id, row.guid_hash) for row in rows])
    watch_search.unindex(connection, gone)
    connection.execute(delete(record).where(record.id.in_(gone)))
    renew_stories(connection, {row.story_id for row in rows})
    return len(gone)
