"""Take an item that a person has just added out of the watch again, unless it was worked on since."""

from sqlalchemy import Row, delete, exists, select
from sqlalchemy.orm import Session

from cmstation.domain.watch_own_items import WorkedOnMeanwhile
from cmstation.storage import watch_search
from cmstation.storage.database import Database
from cmstation.storage.records_watch import (
    PressReviewItemRecord,
    WatchDecisionRecord,
    WatchItemRecord,
    WatchOpinionRecord,
    WatchRelayRecord,
    WatchStoryRecord,
    WatchTagRecord,
)
from cmstation.storage.watch_steps import renew_stories

# Whoever is in one of these was worked on; a decision that was undone is no reason to stay.
_REASONS = (WatchTagRecord, WatchOpinionRecord, WatchRelayRecord, PressReviewItemRecord)


class WatchTakeBack:
    """Takes items back; one transaction each."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions

    def take_back(self, item: int, *, note: str = "") -> bool:
        """Remove an item, its text and what the search knows of it; its story goes if it is alone there.

        Nothing remembers it: what is added again comes back as new.

        Args:
            note: the one that it was added with; another one was written since.

        Returns:
            Whether it was there; taking it back twice is fine.

        Raises:
            WorkedOnMeanwhile: it stays, since somebody did something with it.
        """
        with self._sessions.begin() as session:
            found = _locked(session, item)
            if found is None:
                return False
            if found.starred or found.note != note or _is_worked_on(session, item):
                raise WorkedOnMeanwhile(item=item)
            connection = session.connection()
            watch_search.unindex(connection, [item])
            connection.execute(delete(WatchItemRecord).where(WatchItemRecord.id == item))
            renew_stories(connection, [found.story_id])
            return True


def _locked(session: Session, item: int) -> Row[int, bool, str] | None:
    """Read an item, and make others who mark it wait: they take hold of its story first."""
    story = select(WatchItemRecord.story_id).where(WatchItemRecord.id == item).scalar_subquery()
    session.execute(select(WatchStoryRecord.id).where(WatchStoryRecord.id == story).with_for_update())
    record = WatchItemRecord
    statement = select(record.story_id, record.starred, record.note).where(record.id == item)
    return session.execute(statement.with_for_update()).one_or_none()


def _is_worked_on(session: Session, item: int) -> bool:
    decisions = WatchDecisionRecord
    reasons = [exists().where(reason.item_id == item) for reason in _REASONS]
    reasons.append(exists().where(decisions.item_id == item, decisions.undone_at.is_(None)))
    return any(session.execute(select(reason)).scalar_one() for reason in reasons)
