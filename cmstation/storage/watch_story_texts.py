"""Read stored texts as rules compare them, so that a rule shows what it matches before it is saved."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmstation.storage.records_watch import WatchBodyRecord, WatchItemRecord, WatchSourceRecord
from cmstation.storage.watch_story_keys import instant_of
from cmstation.storage.watch_story_rows import SOURCE_NAME, source_name

FEW_SOURCES = 5


@dataclass(frozen=True, slots=True)
class StoredText:
    """An item as rules look at it.

    Args:
        folded: the folded title, a line feed, the folded text.
    """

    item: int
    story: int
    source: int
    source_name: str
    title: str
    moment: datetime
    folded: str = field(repr=False)


def newest_texts(session: Session, sources: Collection[int] | None, most: int) -> tuple[StoredText, ...]:
    """Read the newest items of sources, newest first.

    Args:
        sources: None for all of them.
    """
    statement = (
        select(
            WatchItemRecord.id,
            WatchItemRecord.story_id,
            WatchItemRecord.source_id,
            WatchItemRecord.title,
            WatchItemRecord.moment,
            WatchBodyRecord.folded,
            *SOURCE_NAME,
        )
        .join(WatchBodyRecord, WatchBodyRecord.item_id == WatchItemRecord.id)
        .join(WatchSourceRecord, WatchSourceRecord.id == WatchItemRecord.source_id)
        .order_by(WatchItemRecord.moment.desc(), WatchItemRecord.id.desc())
        .limit(most)
    )
    if sources is not None:
        # As a sum, no index fits: SQLite would read and sort all items of many sources to give the newest.
        source = WatchItemRecord.source_id if len(sources) <= FEW_SOURCES else WatchItemRecord.source_id + 0
        statement = statement.where(source.in_(sorted(sources)))
    return tuple(
        StoredText(item, story, source, source_name(*name), title, instant_of(moment), folded)
        for item, story, source, title, moment, folded, *name in session.execute(statement)
    )
