"""Posts planned on the networks by hand, as each account showed them last."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.networks import ScheduledPost
from cmstation.domain.remote_posts import RemotePost
from cmstation.storage.columns import storable_json
from cmstation.storage.database import Database
from cmstation.storage.records_calendar import RemotePostRecord
from cmstation.storage.records_library import AccountRecord
from cmstation.storage.rows_read import FRESH


class RemotePostTable:
    """What was seen; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def replace(self, account: int, posts: Iterable[ScheduledPost], seen_at: datetime) -> bool:
        """Keep exactly what an account shows now; a post seen before keeps its identity.

        Args:
            seen_at: when the network was asked; what was seen or moved after that stays as it is.

        Returns:
            Whether anything is different from before.
        """
        wanted = {one.remote_id: one for one in posts}
        with self._sessions.begin() as session:
            if not _lock_account(session, account):
                return False
            known = {row.remote_id: row for row in _of_account(session, account)}
            gone = [row for row in known.values() if row.remote_id not in wanted and row.seen_at <= seen_at]
            for row in gone:
                session.execute(delete(RemotePostRecord).where(RemotePostRecord.id == row.id))
            changed = bool(gone)
            for remote_id, post in wanted.items():
                row = known.get(remote_id)
                if row is None:
                    values = {"account_id": account, **_columns(post), "seen_at": seen_at}
                    session.execute(insert(RemotePostRecord).values(**values))
                    changed = True
                elif row.seen_at <= seen_at:
                    changed = _keep(session, row, post, seen_at) or changed
            return changed

    def between(self, start: datetime, end: datetime) -> tuple[RemotePost, ...]:
        """List those of present accounts that are due in a span, its end not included, by hour."""
        statement = (
            _present()
            .where(RemotePostRecord.due_at >= start, RemotePostRecord.due_at < end)
            .order_by(RemotePostRecord.due_at, RemotePostRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(_post_of(row) for row in session.scalars(statement))

    def get(self, post: int) -> RemotePost:
        """Read one.

        Raises:
            NotFound: it is no longer known, or its account was removed.
        """
        with self._readers.begin() as session:
            return _read(session, post)

    def of_account(self, account: int) -> tuple[RemotePost, ...]:
        """List what an account showed last, by hour."""
        statement = (
            _present()
            .where(RemotePostRecord.account_id == account)
            .order_by(RemotePostRecord.due_at, RemotePostRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(_post_of(row) for row in session.scalars(statement))

    def moved(self, post: int, due: datetime, seen_at: datetime) -> RemotePost:
        """Record the hour that its network gave it."""
        with self._sessions.begin() as session:
            _read(session, post)
            session.execute(
                update(RemotePostRecord)
                .where(RemotePostRecord.id == post)
                .values(due_at=due, seen_at=seen_at)
                .execution_options(synchronize_session=False)
            )
            return _read(session, post)

    def forget(self, post: int) -> None:
        """Drop one that its network keeps no longer; dropping it twice is fine."""
        with self._sessions.begin() as session:
            session.execute(delete(RemotePostRecord).where(RemotePostRecord.id == post))


def _present() -> Select[RemotePostRecord]:
    return (
        select(RemotePostRecord)
        .join(AccountRecord, AccountRecord.id == RemotePostRecord.account_id)
        .where(AccountRecord.removed_at.is_(None))
        .execution_options(**FRESH)
    )


def _lock_account(session: Session, account: int) -> bool:
    """Make another refresh of this account wait; tell whether the account is still there."""
    statement = (
        select(AccountRecord.id)
        .where(AccountRecord.id == account, AccountRecord.removed_at.is_(None))
        .with_for_update()
    )
    return session.execute(statement).scalar_one_or_none() is not None


def _of_account(session: Session, account: int) -> Sequence[RemotePostRecord]:
    return session.scalars(_present().where(RemotePostRecord.account_id == account)).all()


def _keep(session: Session, row: RemotePostRecord, post: ScheduledPost, seen_at: datetime) -> bool:
    columns = _columns(post)
    changed = any(getattr(row, name) != storable_json(value) for name, value in columns.items())
    session.execute(
        update(RemotePostRecord)
        .where(RemotePostRecord.id == row.id)
        .values(**columns, seen_at=seen_at)
        .execution_options(synchronize_session=False)
    )
    return changed


def _columns(post: ScheduledPost) -> dict[str, Any]:
    return {
        "remote_id": post.remote_id,
        "title": post.title,
        "text": post.text,
        "url": post.url,
        "due_at": post.due,
    }


def _read(session: Session, post: int) -> RemotePost:
    row = session.scalars(_present().where(RemotePostRecord.id == post)).one_or_none()
    if row is None:
        raise NotFound(subject="remote_post", identity=post)
    return _post_of(row)


def _post_of(row: RemotePostRecord) -> RemotePost:
    return RemotePost(
        row.id, row.account_id, row.remote_id, row.title, row.text, row.url, row.due_at, row.seen_at
    )
