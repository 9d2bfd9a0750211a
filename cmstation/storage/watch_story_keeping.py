"""Say which items must never be cleared away: those that a person did something with."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, exists, or_, update
from sqlalchemy.orm import Session

from cmstation.storage.records_watch import (
    PressReviewItemRecord,
    WatchDecisionRecord,
    WatchItemRecord,
    WatchOpinionRecord,
    WatchTagRecord,
)

# An undone decision is history as well, and would go with its item.
_REASONS = (WatchTagRecord, WatchDecisionRecord, WatchOpinionRecord, PressReviewItemRecord)


def renew_kept(session: Session, items: Sequence[int]) -> None:
    """Bring `kept` of items in step, in the transaction that changed what it depends on."""
    session.execute(
        update(WatchItemRecord)
        .where(WatchItemRecord.id.in_(items))
        .values(kept=_is_kept())
        .execution_options(synchronize_session=False)
    )


def _is_kept() -> ColumnElement[bool]:
    return or_(
        WatchItemRecord.starred,
        WatchItemRecord.note != "",
        *(exists().where(reason.item_id == WatchItemRecord.id) for reason in _REASONS),
    )
