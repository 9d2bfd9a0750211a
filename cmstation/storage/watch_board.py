"""The private expert board: items that wait for a physician's opinion, and what was answered."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Opinion
from cmstation.storage.database import Database
from cmstation.storage.records_watch import WatchItemRecord, WatchOpinionRecord
from cmstation.storage.rows_read import FRESH
from cmstation.storage.watch_story_keeping import renew_kept


class WatchBoard:
    """Requests for an opinion; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def ask(self, item: int, question: str, at: datetime, *, who: str = "", physician: str = "") -> Opinion:
        """Put an item on the board.

        Args:
            who: the person who asks.
            physician: who is asked; "" for any of them.

        Raises:
            NotFound: the item was cleared away.
        """
        values = {
            "item_id": item,
            "question": question,
            "asked_at": at,
            "asked_by": who,
            "physician": physician,
        }
        with self._sessions.begin() as session:
            if session.get(WatchItemRecord, item) is None:
                raise NotFound(subject="watch_item", identity=item)
            opinion = session.scalars(
                insert(WatchOpinionRecord).returning(WatchOpinionRecord.id), [values]
            ).one()
            renew_kept(session, [item])
            return _read(session, opinion)

    def answer(
        self, opinion: int, answer: str, at: datetime, *, physician: str, favourable: bool | None = None
    ) -> Opinion:
        """Record what a physician says; saying it again corrects it.

        Args:
            favourable: None when the physician does not say.
        """
        with self._sessions.begin() as session:
            _read(session, opinion)
            session.execute(
                update(WatchOpinionRecord)
                .where(WatchOpinionRecord.id == opinion)
                .values(answer=answer, favourable=favourable, physician=physician, answered_at=at)
                .execution_options(synchronize_session=False)
            )
            return _read(session, opinion)

    def unanswer(self, opinion: int, answered_at: datetime, physician: str) -> None:
        """Let a request wait again.

        Args:
            answered_at: of the answer that goes; a later one stays.
            physician: who was asked.

        Raises:
            NotFound: there is no such answer any more.
        """
        there = WatchOpinionRecord.id == opinion, WatchOpinionRecord.answered_at == answered_at
        nothing = {"answer": None, "favourable": None, "answered_at": None, "physician": physician}
        self._update(opinion, there, nothing)

    def reword(self, opinion: int, question: str, physician: str) -> Opinion:
        """Ask something else, or someone else, while nobody has answered.

        Raises:
            NotFound: there is no such request, or it was answered meanwhile.
        """
        waits = WatchOpinionRecord.id == opinion, WatchOpinionRecord.answered_at.is_(None)
        return self._update(opinion, waits, {"question": question, "physician": physician})

    def withdraw(self, opinion: int) -> None:
        """Take a request that nobody answered off the board; what was answered stays.

        Raises:
            NotFound: there is no such request, or it was answered meanwhile.
        """
        waits = WatchOpinionRecord.id == opinion, WatchOpinionRecord.answered_at.is_(None)
        with self._sessions.begin() as session:
            statement = delete(WatchOpinionRecord).where(*waits).returning(WatchOpinionRecord.item_id)
            item = session.scalars(statement).one_or_none()
            if item is None:
                raise NotFound(subject="watch_opinion", identity=opinion)
            renew_kept(session, [item])

    def get(self, opinion: int) -> Opinion:
        """Read one.

        Raises:
            NotFound: it was withdrawn.
        """
        with self._readers.begin() as session:
            return _read(session, opinion)

    def waiting(self) -> tuple[Opinion, ...]:
        """List what waits for an answer, the oldest first."""
        waits = select(WatchOpinionRecord).where(WatchOpinionRecord.answered_at.is_(None))
        return self._list(waits.order_by(WatchOpinionRecord.asked_at, WatchOpinionRecord.id))

    def answered(self, since: datetime) -> tuple[Opinion, ...]:
        """List what was answered since a moment, the newest answer first."""
        answered = select(WatchOpinionRecord).where(WatchOpinionRecord.answered_at >= since)
        return self._list(
            answered.order_by(WatchOpinionRecord.answered_at.desc(), WatchOpinionRecord.id.desc())
        )

    def of_item(self, item: int) -> tuple[Opinion, ...]:
        """List all about one item, the oldest first."""
        about = select(WatchOpinionRecord).where(WatchOpinionRecord.item_id == item)
        return self._list(about.order_by(WatchOpinionRecord.asked_at, WatchOpinionRecord.id))

    def physicians(self) -> tuple[str, ...]:
        """List the names that were asked or answered, the one used last first."""
        name = WatchOpinionRecord.physician
        last = func.max(func.coalesce(WatchOpinionRecord.answered_at, WatchOpinionRecord.asked_at))
        statement = select(name).where(name != "").group_by(name).order_by(last.desc(), name)
        with self._readers.begin() as session:
            return tuple(session.scalars(statement))

    def _update(
        self, opinion: int, there: tuple[ColumnElement[bool], ...], values: dict[str, str | None]
    ) -> Opinion:
        statement = update(WatchOpinionRecord).where(*there).values(values)
        with self._sessions.begin() as session:
            changed = session.scalars(statement.returning(WatchOpinionRecord.id)).one_or_none()
            if changed is None:
                raise NotFound(subject="watch_opinion", identity=opinion)
            return _read(session, opinion)

    def _list(self, statement: Select[WatchOpinionRecord]) -> tuple[Opinion, ...]:
        with self._readers.begin() as session:
            return tuple(_opinion_of(row) for row in session.scalars(statement))


def _read(session: Session, opinion: int) -> Opinion:
    statement = select(WatchOpinionRecord).where(WatchOpinionRecord.id == opinion).execution_options(**FRESH)
    row = session.scalars(statement).one_or_none()
    if row is None:
        raise NotFound(subject="watch_opinion", identity=opinion)
    return _opinion_of(row)


def _opinion_of(row: WatchOpinionRecord) -> Opinion:
    return Opinion(
        id=row.id,
        item=row.item_id,
        question=row.question,
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        physician=row.physician,
        answer=row.answer,
        favourable=row.favourable,
        answered_at=row.answered_at,
    )
