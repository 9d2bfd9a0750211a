"""Read the history of what was decided about items, and what was put off."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cmstation.domain.watch import Decision, DecisionKind
from cmstation.storage.records_watch import WatchDecisionRecord, WatchItemRecord, WatchStoryRecord
from cmstation.storage.rows_read import FRESH
from cmstation.storage.watch_story_items import posts_of


@dataclass(frozen=True, slots=True)
class DecidedItem:
    """A decision as history keeps it.

    Args:
        id: of the decision, to undo it.
        undone_at: when it was taken back; None for one that counts.
    """

    id: int
    item: int
    decision: Decision
    undone_at: datetime | None = None


def decided_items(session: Session, *conditions: ColumnElement[bool]) -> tuple[DecidedItem, ...]:
    """Read decisions, oldest first."""
    statement = (
        select(WatchDecisionRecord)
        .where(*conditions)
        .order_by(WatchDecisionRecord.at, WatchDecisionRecord.id)
        .execution_options(**FRESH)
    )
    read = session.scalars(statement).all()
    posts = posts_of(session, [row.id for row in read])
    return tuple(
        DecidedItem(
            row.id,
            row.item_id,
            Decision(row.kind, row.at, row.who, posts.get(row.id, ())),
            row.undone_at,
        )
        for row in read
    )


def later_items(session: Session) -> tuple[int, ...]:
    """Read the items put off and not decided since, the one put off longest ago first."""
    statement = (
        select(WatchItemRecord.story_id, WatchDecisionRecord.item_id)
        .join(WatchItemRecord, WatchItemRecord.id == WatchDecisionRecord.item_id)
        .join(WatchStoryRecord, WatchStoryRecord.id == WatchItemRecord.story_id)
        .where(
            WatchStoryRecord.decided == DecisionKind.LATER,
            WatchDecisionRecord.kind == DecisionKind.LATER,
            WatchDecisionRecord.undone_at.is_(None),
        )
        .order_by(WatchDecisionRecord.at, WatchDecisionRecord.id)
    )
    # Put off twice, a story waits from the second time: the newest decision of it holds.
    newest: dict[int, int] = {}
    for story, item in session.execute(statement):
        newest.pop(story, None)
        newest[story] = item
    return tuple(newest.values())
