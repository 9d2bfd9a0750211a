"""What a person does with items: read, star, tag, note, decide; stories are kept in step."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import DecisionKind, StoryFilter
from cmstation.storage import watch_story_keys
from cmstation.storage.database import Database
from cmstation.storage.records import PostRecord
from cmstation.storage.records_watch import (
    WatchDecisionRecord,
    WatchItemRecord,
    WatchRelayRecord,
    WatchStoryRecord,
    WatchTagRecord,
)
from cmstation.storage.upsert import upsert
from cmstation.storage.watch_steps import renew_stories
from cmstation.storage.watch_stories import MOST_KEYS
from cmstation.storage.watch_story_decisions import DecidedItem, decided_items, later_items
from cmstation.storage.watch_story_keeping import renew_kept
from cmstation.storage.watch_story_reading import mark_read, mark_unread, mark_unread_since

# So many stories are marked in one transaction, which others who write wait for.
MOST_AT_ONCE = 1_000


class WatchMarks:
    """Marks and decisions; each method is one transaction, but `set_read` and `read_all` of thousands."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def set_read(self, stories: Iterable[int], read: bool, now: datetime) -> tuple[int, ...]:
        """Mark all items of stories as read or unread.

        Returns:
            The stories that changed.
        """
        wanted = tuple(dict.fromkeys(stories))
        changed: list[int] = []
        for start in range(0, len(wanted), MOST_AT_ONCE):
            with self._sessions.begin() as session:
                some = _locked(session, wanted[start : start + MOST_AT_ONCE])
                changed += mark_read(session, some, now) if read else mark_unread(session, some)
        return tuple(changed)

    def read_all(self, wanted: StoryFilter, now: datetime) -> tuple[int, ...]:
        """Mark as read every story that a filter asks for.

        Returns:
            The stories that changed; with `now`, what `undo_read` needs.
        """
        with self._readers.begin() as session:
            found = watch_story_keys.keys(session, wanted, MOST_KEYS)
        return self.set_read(found, True, now)

    def undo_read(self, stories: Sequence[int], at: datetime) -> None:
        """Make exactly those items of stories unread that were marked as read at a moment."""
        for start in range(0, len(stories), MOST_AT_ONCE):
            with self._sessions.begin() as session:
                some = _locked(session, stories[start : start + MOST_AT_ONCE])
                mark_unread_since(session, some, at)
                renew_stories(session.connection(), some)

    def star(self, item: int, starred: bool) -> None:
        """Give an item a star, or take it away."""
        self._change(item, starred=starred)

    def note(self, item: int, text: str) -> None:
        """Write the note of an item; an empty one takes it away."""
        self._change(item, note=text)

    def tag(self, item: int, tags: Iterable[str]) -> None:
        """Replace the tags of an item."""
        wanted = sorted({" ".join(tag.split()) for tag in tags} - {""})
        with self._sessions.begin() as session:
            _story_of(session, item)
            session.execute(delete(WatchTagRecord).where(WatchTagRecord.item_id == item))
            if wanted:
                session.execute(insert(WatchTagRecord), [{"item_id": item, "tag": tag} for tag in wanted])
            renew_kept(session, [item])

    def decide(self, item: int, kind: DecisionKind, at: datetime, who: str, posts: Iterable[int] = ()) -> int:
        """Record a decision about an item; it holds instead of those before.

        Args:
            posts: the drafts that were made of it.

        Returns:
            The identity of the decision, to undo it.

        Raises:
            NotFound: the item was cleared away, or a draft is not there.
        """
        with self._sessions.begin() as session:
            story = _story_of(session, item)
            statement = insert(WatchDecisionRecord).returning(WatchDecisionRecord.id)
            values = {"item_id": item, "kind": kind, "at": at, "who": who}
            decision = session.scalars(statement, [values]).one()
            _link(session, item, decision, posts)
            renew_kept(session, [item])
            renew_stories(session.connection(), [story])
            return decision

    def undo_decision(self, decision: int, at: datetime) -> int:
        """Take a decision back; it stays as history. Taking it back twice is fine.

        Returns:
            The item that it was about; the decision before, if any, holds again.
        """
        with self._sessions.begin() as session:
            statement = select(WatchDecisionRecord.item_id).where(WatchDecisionRecord.id == decision)
            item = session.scalars(statement).one_or_none()
            if item is None:
                raise NotFound(subject="watch_decision", identity=decision)
            story = _story_of(session, item)
            session.execute(
                update(WatchDecisionRecord)
                .where(WatchDecisionRecord.id == decision, WatchDecisionRecord.undone_at.is_(None))
                .values(undone_at=at)
                .execution_options(synchronize_session=False)
            )
            renew_stories(session.connection(), [story])
            return item

    def decisions(self, since: datetime, until: datetime) -> tuple[DecidedItem, ...]:
        """List the decisions of a span, its end not included, oldest first; those undone too."""
        at = WatchDecisionRecord.at
        with self._readers.begin() as session:
            return decided_items(session, at >= since, at < until)

    def history(self, item: int) -> tuple[DecidedItem, ...]:
        """List the decisions about an item, oldest first; those undone too."""
        with self._readers.begin() as session:
            return decided_items(session, WatchDecisionRecord.item_id == item)

    def later(self) -> tuple[int, ...]:
        """List the items that come back, the one put off longest ago first."""
        with self._readers.begin() as session:
            return later_items(session)

    def relays(self, post: int) -> int | None:
        """Return the item that a draft was made of; None when it was made of none."""
        statement = select(WatchRelayRecord.item_id).where(WatchRelayRecord.post_id == post)
        with self._readers.begin() as session:
            return session.scalars(statement).one_or_none()

    def _change(self, item: int, **columns: Any) -> None:
        with self._sessions.begin() as session:
            story = _story_of(session, item)
            session.execute(
                update(WatchItemRecord)
                .where(WatchItemRecord.id == item)
                .values(**columns)
                .execution_options(synchronize_session=False)
            )
            renew_kept(session, [item])
            renew_stories(session.connection(), [story])


def _link(session: Session, item: int, decision: int, posts: Iterable[int]) -> None:
    for post in posts:
        if session.get(PostRecord, post) is None:
            raise NotFound(subject="post", identity=post)
        upsert(session, WatchRelayRecord, {"post_id": post}, {"item_id": item, "decision_id": decision})


def _story_of(session: Session, item: int) -> int:
    """Find the story of an item, and make others who change it wait."""
    statement = select(WatchItemRecord.story_id).where(WatchItemRecord.id == item)
    story = session.scalars(statement).one_or_none()
    if story is None:
        raise NotFound(subject="watch_item", identity=item)
    _locked(session, [story])
    return story


def _locked(session: Session, stories: Sequence[int]) -> list[int]:
    """Return, sorted, those stories that are there, and make others who change them wait."""
    statement = select(WatchStoryRecord.id).where(WatchStoryRecord.id.in_(stories))
    return list(session.scalars(statement.order_by(WatchStoryRecord.id).with_for_update()))
