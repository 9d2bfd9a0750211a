"""The library's media; their bytes lie in the media folder, named by digest."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import ColumnElement, exists, func, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.delivery import OPEN_STATES, DeliveryState
from cmstation.domain.delivery_errors import MediaInUse
from cmstation.domain.errors import NotFound
from cmstation.domain.media import MediaItem
from cmstation.domain.media_uses import MediaUse
from cmstation.storage.database import Database
from cmstation.storage.records import AttachmentRecord, PostRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import MediaRecord
from cmstation.storage.rows_read import FRESH, media_of, used_in
from cmstation.storage.search import terms

FIRST_WORDS = 80


class MediaFields(TypedDict, total=False):
    """Fields of a medium that may change."""

    file_name: str
    alt_text: str
    decorative: bool


class MediaTable:
    """Media of the library, newest first."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def add(
        self,
        now: datetime,
        *,
        digest: str,
        file_name: str,
        mime: str,
        bytes: int,  # noqa: A002 - the name of the domain
        width: int,
        height: int,
        had: Sequence[str],
        alt_text: str = "",
        decorative: bool = False,
    ) -> MediaItem:
        """Store a medium; the same original is stored once, and comes back if it was thrown away."""
        with self._sessions.begin() as session:
            known = session.execute(
                update(MediaRecord)
                .where(MediaRecord.digest == digest)
                .values(deleted_at=None)
                .returning(MediaRecord.id)
            ).scalar_one_or_none()
            if known is not None:
                return _read(session, known)
            statement = insert(MediaRecord).values(
                digest=digest,
                file_name=file_name,
                mime=mime,
                bytes=bytes,
                width=width,
                height=height,
                had=list(had),
                alt_text=alt_text,
                decorative=decorative,
                terms=_terms(file_name, alt_text),
                added_at=now,
            )
            return _read(session, session.execute(statement.returning(MediaRecord.id)).scalar_one())

    def get(self, media: int) -> MediaItem:
        """Read a medium, also one in the bin."""
        with self._readers.begin() as session:
            return _read(session, media)

    def by_digest(self, digest: str) -> MediaItem | None:
        """Find the medium of an original, None when the library does not know it."""
        statement = select(MediaRecord.id).where(MediaRecord.digest == digest)
        with self._readers.begin() as session:
            found = session.execute(statement).scalar_one_or_none()
            return None if found is None else _read(session, found)

    def rows(
        self,
        words: str = "",
        *,
        bare: bool = False,
        with_deleted: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[MediaItem, ...]:
        """List media, newest first.

        Args:
            words: each must begin a word of the file's name or of the alternative text.
            bare: only those that are neither described nor decorative.
        """
        statement = (
            select(MediaRecord, used_in())
            .order_by(MediaRecord.added_at.desc(), MediaRecord.id.desc())
            .limit(limit)
            .offset(offset or None)
        )
        if not with_deleted:
            statement = statement.where(MediaRecord.deleted_at.is_(None))
        if bare:
            statement = statement.where(_bare())
        for term in terms(words):
            # A term is letters and digits only: nothing in it means something to LIKE.
            statement = statement.where(MediaRecord.terms.like(f"% {term}%"))
        with self._readers.begin() as session:
            return tuple(media_of(row, used) for row, used in session.execute(statement))

    def count(self, *, bare: bool = False) -> int:
        """Count the media that are not in the bin."""
        statement = select(func.count(MediaRecord.id)).where(MediaRecord.deleted_at.is_(None))
        with self._readers.begin() as session:
            return session.execute(statement.where(_bare()) if bare else statement).scalar_one()

    def uses(self, media: int) -> tuple[MediaUse, ...]:
        """List the posts that show a medium, those of no date first, then latest first."""
        columns = (PostRecord.id, PostRecord.title, func.substr(PostRecord.text, 1, FIRST_WORDS))
        statement = (
            select(*columns, PostRecord.state, PostRecord.shown_at)
            .join(AttachmentRecord, AttachmentRecord.post_id == PostRecord.id)
            .where(AttachmentRecord.media_id == media, PostRecord.deleted_at.is_(None))
            .order_by(PostRecord.shown_at.is_not(None), PostRecord.shown_at.desc(), PostRecord.id.desc())
        )
        with self._readers.begin() as session:
            return tuple(
                MediaUse(post, title or " ".join(text.split()), state, when)
                for post, title, text, state, when in session.execute(statement)
            )

    def update(self, media: int, now: datetime, **fields: Unpack[MediaFields]) -> MediaItem:
        """Store changed fields of a medium."""
        del now  # a medium does not tell when its words changed
        unknown = set(fields) - set(MediaFields.__annotations__)
        if unknown:
            raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
        with self._sessions.begin() as session:
            before = _read(session, media)
            file_name = fields.get("file_name", before.file_name)
            alt_text = fields.get("alt_text", before.alt_text)
            session.execute(
                update(MediaRecord)
                .where(MediaRecord.id == media)
                .values(**fields, terms=_terms(file_name, alt_text))
            )
            return _read(session, media)

    def delete(self, media: int, now: datetime) -> MediaItem:
        """Put a medium into the bin.

        Raises:
            MediaInUse: a post that has not left yet shows it.
        """
        with self._sessions.begin() as session:
            _read(session, media)
            posts = _unsent_posts(session, media)
            if posts:
                raise MediaInUse(media=media, posts=posts)
            return _set_deleted(session, media, now)

    def undelete(self, media: int) -> MediaItem:
        """Take a medium out of the bin."""
        with self._sessions.begin() as session:
            _read(session, media)
            return _set_deleted(session, media, None)


def _read(session: Session, media: int) -> MediaItem:
    statement = select(MediaRecord, used_in()).where(MediaRecord.id == media).execution_options(**FRESH)
    found = session.execute(statement).one_or_none()
    if found is None:
        raise NotFound(subject="media", identity=media)
    return media_of(found[0], found[1])


def _set_deleted(session: Session, media: int, moment: datetime | None) -> MediaItem:
    session.execute(update(MediaRecord).where(MediaRecord.id == media).values(deleted_at=moment))
    return _read(session, media)


def _bare() -> ColumnElement[bool]:
    return (MediaRecord.alt_text == "") & MediaRecord.decorative.is_(False)


def _terms(file_name: str, alt_text: str) -> str:
    return "".join(f" {term}" for term in dict.fromkeys(terms(f"{file_name}\n{alt_text}")))


def _unsent_posts(session: Session, media: int) -> tuple[int, ...]:
    of_post = exists().where(DeliveryRecord.post_id == PostRecord.id)
    sent = of_post.where(DeliveryRecord.state == DeliveryState.SENT)
    on_its_way = of_post.where(DeliveryRecord.state.in_(OPEN_STATES))
    statement = (
        select(PostRecord.id)
        .join(AttachmentRecord, AttachmentRecord.post_id == PostRecord.id)
        .where(AttachmentRecord.media_id == media, PostRecord.deleted_at.is_(None), ~sent | on_its_way)
        .order_by(PostRecord.id)
    )
    return tuple(session.scalars(statement))
