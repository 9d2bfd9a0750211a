"""Posts that went out, ours or told of by a file, and which of them are to be read again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.metrics import StatPost
from cmstation.domain.statistics import AddedPosts, NewStatPost, PostToRead, wants_reading
from cmstation.storage.database import Database
from cmstation.storage.records import PostRecord
from cmstation.storage.records_library import AccountRecord
from cmstation.storage.records_statistics import StatPostRecord
from cmstation.storage.stat_live_posts import note_live
from cmstation.storage.stat_post_figures import PostFigures

_P = StatPostRecord
_COLUMNS = 12


class StatPosts(PostFigures):
    """The posts of the statistics; their figures are in `PostFigures`. Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._sessions = database.sessions
        self._readers = database.readers

    def note_live(self) -> int:
        """Take up the posts that went out since the last time; return how many are new or newly ours."""
        with self._sessions.begin() as session:
            return note_live(session)

    def add(self, posts: Iterable[NewStatPost], import_id: int | None = None) -> AddedPosts:
        """Store posts that a file tells of; one that is known by its identity or address stays as it is.

        Raises:
            NotFound: one of the accounts is not there.
        """
        wanted = tuple(posts)
        with self._sessions.begin() as session:
            accounts = {post.account for post in wanted}
            _lock_accounts(session, accounts)
            before = _known(session, accounts)
            new = _unknown(before, wanted)
            if new:
                session.execute(insert(_P), [_row(post, import_id) for post in new])
            known = _known(session, accounts) if new else before
        ids = tuple(_found(known, post) for post in wanted)
        old = set(before.values())
        return AddedPosts(ids, frozenset(found for found in ids if found not in old))

    def remove(self, posts: Collection[int]) -> None:
        """Forget posts with their figures; forgetting them twice is fine."""
        with self._sessions.begin() as session:
            session.execute(
                delete(_P).where(_P.id.in_(sorted(posts))).execution_options(synchronize_session=False)
            )

    def get(self, post: int) -> StatPost:
        """Read a post.

        Raises:
            NotFound: it is not there.
        """
        with self._readers.begin() as session:
            row = session.execute(_posts().where(_P.id == post)).one_or_none()
        if row is None:
            raise NotFound(subject="stat_post", identity=post)
        return _post_of(row)

    def between(
        self, start: datetime, end: datetime, accounts: Collection[int] | None = None
    ) -> tuple[StatPost, ...]:
        """List the posts that went out in a span, its end not included, by moment.

        Args:
            start, end: aware UTC.
            accounts: None for all, removed ones too.
        """
        statement = _posts().where(_P.published_at >= start, _P.published_at < end, *_of(accounts))
        with self._readers.begin() as session:
            return tuple(_post_of(row) for row in session.execute(statement))

    def to_collect(self, account: int, now: datetime, limit: int | None = None) -> tuple[PostToRead, ...]:
        """List the posts whose figures should be read now, newest first.

        Each at the ages of `AGES`, one that was never read whatever its age, none that is gone.
        """
        statement = (
            _posts(_P.read_at)
            .where(_P.account_id == account, _P.gone_at.is_(None), _P.published_at <= now)
            .order_by(None)
            .order_by(_P.published_at.desc(), _P.id.desc())
        )
        with self._readers.begin() as session:
            found = [PostToRead(_post_of(row), row.read_at) for row in session.execute(statement)]
        due = [one for one in found if wants_reading(one.post.published_at, one.read_at, now)]
        return tuple(due[:limit])

    def read(self, posts: Collection[int], at: datetime) -> None:
        """Note that the network told the figures of posts, changed or not."""
        self._mark(posts, or_(_P.read_at.is_(None), _P.read_at < at), read_at=at, gone_at=None)

    def gone(self, posts: Collection[int], at: datetime) -> None:
        """Note that the network no longer knows posts; what they counted stays."""
        self._mark(posts, _P.gone_at.is_(None), gone_at=at)

    def _mark(self, posts: Collection[int], unless: ColumnElement[bool], **values: object) -> None:
        with self._sessions.begin() as session:
            session.execute(
                update(_P)
                .where(_P.id.in_(sorted(posts)), unless)
                .values(**values)
                .execution_options(synchronize_session=False)
            )


def _posts(*more: Any) -> Select[*tuple[Any, ...]]:
    """Select what `StatPost` is made of, by moment, its theme and campaign from the post it was made of."""
    return (
        select(
            _P.id,
            _P.account_id,
            _P.remote_id,
            _P.published_at,
            _P.title,
            _P.url,
            _P.form,
            _P.post_id,
            PostRecord.theme_id,
            PostRecord.campaign_id,
            _P.hour_known,
            _P.gone_at,
            *more,
        )
        .outerjoin(PostRecord, PostRecord.id == _P.post_id)
        .order_by(_P.published_at, _P.id)
    )


def _post_of(row: Row[*tuple[Any, ...]]) -> StatPost:
    return StatPost(*row[:_COLUMNS])


def _of(accounts: Collection[int] | None) -> Sequence[ColumnElement[bool]]:
    return () if accounts is None else (_P.account_id.in_(sorted(accounts)),)


def _lock_accounts(session: Session, accounts: Collection[int]) -> None:
    statement = (
        select(AccountRecord.id)
        .where(AccountRecord.id.in_(sorted(accounts)))
        .order_by(AccountRecord.id)
        .with_for_update(key_share=True)
    )
    present = set(session.scalars(statement))
    for account in sorted(accounts):
        if account not in present:
            raise NotFound(subject="account", identity=account)


def _known(session: Session, accounts: Collection[int]) -> dict[tuple[int, str], int]:
    """Return the posts of accounts by what the network calls them, and by their address."""
    statement = (
        select(_P.id, _P.account_id, _P.remote_id, _P.url)
        .where(_P.account_id.in_(sorted(accounts)))
        .order_by(_P.id)
    )
    rows = session.execute(statement).all()
    by_url = {(row.account_id, row.url): row.id for row in reversed(rows) if row.url}
    return by_url | {(row.account_id, row.remote_id): row.id for row in rows}


def _unknown(known: Mapping[tuple[int, str], int], wanted: Sequence[NewStatPost]) -> list[NewStatPost]:
    seen = set(known)
    new: list[NewStatPost] = []
    for post in wanted:
        names = {(post.account, name) for name in (post.remote_id, post.url) if name}
        if not names & seen:
            new.append(post)
        seen |= names
    return new


def _found(known: Mapping[tuple[int, str], int], post: NewStatPost) -> int:
    by_name = known.get((post.account, post.remote_id))
    return known[post.account, post.url] if by_name is None else by_name


def _row(post: NewStatPost, import_id: int | None) -> dict[str, object]:
    return {
        "account_id": post.account,
        "remote_id": post.remote_id,
        "published_at": post.published_at,
        "hour_known": post.hour_known,
        "title": post.title,
        "url": post.url,
        "form": post.form,
        "import_id": import_id,
    }
