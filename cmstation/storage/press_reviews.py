"""Press reviews that were made, and the articles that were kept for the next one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Select, and_, delete, exists, insert, or_, select, update
from sqlalchemy.orm import Session, aliased

from cmstation.domain import press_review_json
from cmstation.domain.errors import NotFound
from cmstation.domain.press_review import PressReview, ReviewRow
from cmstation.domain.watch import DecisionKind, Item
from cmstation.storage.database import Database
from cmstation.storage.records_watch import (
    PressReviewItemRecord,
    PressReviewRecord,
    WatchDecisionRecord,
    WatchItemRecord,
    WatchListRecord,
    WatchMembershipRecord,
)
from cmstation.storage.rows_read import FRESH
from cmstation.storage.watch_story_items import items
from cmstation.storage.watch_story_keeping import renew_kept

MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ChosenItem:
    """An item that was kept for the review, with the lists that show it, in the person's order."""

    item: Item
    lists: tuple[str, ...]


class PressReviews:
    """All reviews; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    # --- what is to be in one ---

    def chosen(self, since: datetime, until: datetime) -> tuple[ChosenItem, ...]:
        """Read the items of stories whose newest decision is to keep them for the review, newest first.

        Args:
            since, until: when that was decided, the end not included.
        """
        with self._readers.begin() as session:
            wanted = session.scalars(_kept_for_review(since, until)).all()
            lists = _lists_of(session, wanted)
            found = _items(session, wanted)
        newest = sorted(found, key=lambda item: (item.moment, item.id), reverse=True)
        return tuple(ChosenItem(item, lists.get(item.id, ())) for item in newest)

    def texts(self, wanted: Iterable[int]) -> dict[int, str]:
        """Read the texts of items; those that were cleared away are left out."""
        with self._readers.begin() as session:
            return {item.id: item.text for item in _items(session, tuple(wanted))}

    # --- reviews ---

    def get(self, review: int) -> PressReview:
        """Read one.

        Raises:
            NotFound: it was removed.
            ReviewUnreadable: it is not written as one.
        """
        with self._readers.begin() as session:
            return _read(session, review)

    def all(self) -> tuple[ReviewRow, ...]:
        """List all, the newest period first."""
        order = PressReviewRecord.last_at.desc(), PressReviewRecord.id.desc()
        with self._readers.begin() as session:
            return tuple(_row_of(row) for row in session.scalars(select(PressReviewRecord).order_by(*order)))

    def made(self, since: datetime, until: datetime) -> tuple[PressReview, ...]:
        """Read the reviews that were made in a span, its end not included, the oldest first."""
        at = PressReviewRecord.created_at
        statement = (
            select(PressReviewRecord).where(at >= since, at < until).order_by(at, PressReviewRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(_review_of(row) for row in session.scalars(statement))

    def save(self, review: PressReview, now: datetime) -> PressReview:
        """Keep a review: a new one when its identity is 0, else in the place of what was kept.

        Items that were cleared away meanwhile are no obstacle: what the review says of them stays.

        Raises:
            NotFound: it was removed meanwhile.
        """
        values = {**_columns(review), "changed_at": now}
        with self._sessions.begin() as session:
            if review.id:
                _read(session, review.id)
                session.execute(
                    update(PressReviewRecord)
                    .where(PressReviewRecord.id == review.id)
                    .values(**values)
                    .execution_options(synchronize_session=False)
                )
                identity = review.id
            else:
                statement = insert(PressReviewRecord).returning(PressReviewRecord.id)
                identity = session.scalars(statement, [values]).one()
            _write_items(session, identity, review)
            return _read(session, identity)

    def remove(self, review: int) -> PressReview:
        """Remove a review; its items are cleared away in their time, unless something else keeps them.

        Returns:
            What it was, for `bring_back`.

        Raises:
            NotFound: it was removed already.
        """
        with self._sessions.begin() as session:
            before = _read(session, review)
            linked = _linked(session, review)
            session.execute(delete(PressReviewItemRecord).where(PressReviewItemRecord.review_id == review))
            session.execute(delete(PressReviewRecord).where(PressReviewRecord.id == review))
            _renew(session, linked)
            return before

    def bring_back(self, review: PressReview, now: datetime) -> None:
        """Put a removed review back under its identity; one that is there stays as it is."""
        with self._sessions.begin() as session:
            if session.get(PressReviewRecord, review.id) is not None:
                return
            values = {"id": review.id, **_columns(review), "changed_at": now}
            session.execute(insert(PressReviewRecord), [values])
            _write_items(session, review.id, review)


def _kept_for_review(since: datetime, until: datetime) -> Select[int]:
    """Name the items by which stories were kept, unless something else was decided about these since."""
    decision, later = WatchDecisionRecord, aliased(WatchDecisionRecord)
    item, other = WatchItemRecord, aliased(WatchItemRecord)
    newer = or_(later.at > decision.at, and_(later.at == decision.at, later.id > decision.id))
    return (
        select(decision.item_id)
        .join(item, item.id == decision.item_id)
        .where(
            decision.kind == DecisionKind.REVIEW,
            decision.undone_at.is_(None),
            decision.at >= since,
            decision.at < until,
            ~exists()
            .where(
                later.item_id == other.id,
                other.story_id == item.story_id,
                later.undone_at.is_(None),
                newer,
            )
            .correlate(decision, item),
        )
        .distinct()
    )


def _items(session: Session, wanted: Sequence[int]) -> list[Item]:
    found: list[Item] = []
    for start in range(0, len(wanted), MOST_AT_ONCE):
        found += items(session, WatchItemRecord.id.in_(wanted[start : start + MOST_AT_ONCE]))
    return found


def _lists_of(session: Session, wanted: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    member, found = WatchMembershipRecord, dict[int, tuple[str, ...]]()
    for start in range(0, len(wanted), MOST_AT_ONCE):
        statement = (
            select(member.item_id, WatchListRecord.name)
            .join(WatchListRecord, WatchListRecord.id == member.list_id)
            .where(member.item_id.in_(wanted[start : start + MOST_AT_ONCE]))
            .order_by(WatchListRecord.position, WatchListRecord.id)
        )
        for item, name in session.execute(statement):
            found[item] = (*found.get(item, ()), name)
    return found


def _read(session: Session, review: int) -> PressReview:
    statement = select(PressReviewRecord).where(PressReviewRecord.id == review).execution_options(**FRESH)
    row = session.scalars(statement).one_or_none()
    if row is None:
        raise NotFound(subject="press_review", identity=review)
    return _review_of(row)


def _review_of(row: PressReviewRecord) -> PressReview:
    return press_review_json.read(row.id, row.title, row.created_at, row.content)


def _row_of(row: PressReviewRecord) -> ReviewRow:
    content: Any = row.content
    return ReviewRow(
        row.id,
        row.title,
        row.first_at.date(),
        row.last_at.date(),
        row.created_at,
        row.changed_at,
        int(content.get("articles", 0)),
        int(content.get("copies", 0)),
    )


def _columns(review: PressReview) -> dict[str, Any]:
    return {
        "title": review.title,
        "first_at": _midnight(review.first),
        "last_at": _midnight(review.last),
        "created_at": review.created_at,
        "content": press_review_json.written(review),
    }


def _midnight(day: date) -> datetime:
    """Return a day as tables keep it: these days are the clinic's own, in no zone."""
    return datetime.combine(day, time(), tzinfo=UTC)


def _write_items(session: Session, identity: int, review: PressReview) -> None:
    """Link a review to its items, so that these are never cleared away."""
    before = _linked(session, identity)
    session.execute(delete(PressReviewItemRecord).where(PressReviewItemRecord.review_id == identity))
    wanted = {entry.item: entry.position for entry in review.entries}
    present = _present(session, tuple(wanted))
    if present:
        rows = [{"review_id": identity, "item_id": item, "position": wanted[item]} for item in present]
        session.execute(insert(PressReviewItemRecord), rows)
    _renew(session, {*before, *present})


def _linked(session: Session, review: int) -> Sequence[int]:
    record = PressReviewItemRecord
    return session.scalars(select(record.item_id).where(record.review_id == review)).all()


def _present(session: Session, wanted: Sequence[int]) -> list[int]:
    found: list[int] = []
    for start in range(0, len(wanted), MOST_AT_ONCE):
        some = wanted[start : start + MOST_AT_ONCE]
        found += session.scalars(select(WatchItemRecord.id).where(WatchItemRecord.id.in_(some)))
    return found


def _renew(session: Session, changed: Iterable[int]) -> None:
    every = sorted(set(changed))
    for start in range(0, len(every), MOST_AT_ONCE):
        renew_kept(session, every[start : start + MOST_AT_ONCE])
