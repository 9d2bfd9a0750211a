"""Posts as they are written and listed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Unpack

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cmstation.domain.delivery import OPEN_STATES, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft, DraftFilter, DraftRow, Snapshot, Stage
from cmstation.domain.planned_time import PlannedTime
from cmstation.storage import drafts_read, post_changes, post_history, post_media, post_rows
from cmstation.storage.database import Database
from cmstation.storage.post_fields import AttachmentFields, PostFields, VersionFields
from cmstation.storage.post_state import refuse_if_left
from cmstation.storage.post_versions import choose, write_version
from cmstation.storage.records import PostRecord, VersionRecord
from cmstation.storage.records_delivery import DeliveryRecord


class Posts:
    """Everything that can be done with stored posts; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def add(
        self,
        now: datetime,
        *,
        title: str = "",
        text: str = "",
        stage: Stage = Stage.DRAFT,
        language: str = "fr",
        theme: int | None = None,
        campaign: int | None = None,
        tags: Sequence[str] = (),
        link: str = "",
        accounts: Sequence[int] = (),
        planned: PlannedTime | None = None,
        sources: str = "",
        first_comment: str = "",
    ) -> Draft:
        """Store a new post."""
        fields = PostFields(
            title=title,
            text=text,
            stage=stage,
            language=language,
            theme=theme,
            campaign=campaign,
            tags=tags,
            link=link,
            planned=planned,
            sources=sources,
            first_comment=first_comment,
        )
        with self._sessions.begin() as session:
            return post_changes.add(session, now, fields, tuple(accounts))

    def get(self, post: int) -> Draft:
        """Read a post, also one in the bin."""
        with self._readers.begin() as session:
            return drafts_read.draft(session, post)

    def update(
        self, post: int, now: datetime, *, expected: int | None, **fields: Unpack[PostFields]
    ) -> Draft:
        """Store changed fields of the base.

        Args:
            expected: the revision that the writer read; None when it does not matter.

        Raises:
            ChangedElsewhere: someone stored a newer revision.
            PublishedIsImmutable: something left, and what left would change.
        """
        with self._sessions.begin() as session:
            return post_changes.change(session, post, now, expected, fields)

    def set_version(self, post: int, account: int, now: datetime, **fields: Unpack[VersionFields]) -> Draft:
        """Store what one account says; None means "same as base"."""
        with self._sessions.begin() as session:
            before = post_changes.locked(session, post)
            if not write_version(session, before, account, fields):
                return before
            return post_changes.finished(session, post, now)

    def choose_accounts(self, post: int, accounts: Sequence[int], now: datetime) -> Draft:
        """Make a post be for exactly these accounts; those taken off keep their words for later."""
        with self._sessions.begin() as session:
            before = post_changes.locked(session, post)
            if set(before.accounts) == set(accounts):
                return before
            choose(session, before, accounts)
            return post_changes.finished(session, post, now)

    def attach(
        self,
        post: int,
        media: int,
        now: datetime,
        *,
        alt_text: str = "",
        decorative: bool = False,
        position: int | None = None,
    ) -> Draft:
        """Show a medium in a post, last unless a position is given."""
        fields = AttachmentFields(alt_text=alt_text, decorative=decorative)
        return self._change_media(
            post, now, lambda session, draft: post_media.attach(session, draft, media, fields, position)
        )

    def set_attachment(
        self, post: int, media: int, now: datetime, **fields: Unpack[AttachmentFields]
    ) -> Draft:
        """Store what a post says of one of its pictures."""
        return self._change_media(
            post, now, lambda session, draft: post_media.change(session, draft, media, fields)
        )

    def reorder(self, post: int, media_ids: Sequence[int], now: datetime) -> Draft:
        """Put the pictures of a post into an order."""
        return self._change_media(
            post, now, lambda session, draft: post_media.reorder(session, draft, media_ids)
        )

    def detach(self, post: int, media: int, now: datetime) -> Draft:
        """Take a picture out of a post."""
        return self._change_media(post, now, lambda session, draft: post_media.detach(session, draft, media))

    def archive(self, post: int, now: datetime) -> Draft:
        """Put a post aside."""
        with self._sessions.begin() as session:
            return post_changes.archive(session, post, now, archived=True)

    def unarchive(self, post: int, now: datetime) -> Draft:
        """Take a post back from the archive."""
        with self._sessions.begin() as session:
            return post_changes.archive(session, post, now, archived=False)

    def delete(self, post: int, now: datetime) -> Draft:
        """Put a post into the bin.

        Raises:
            PublishedIsImmutable: something of it is public, or may be: it can only be archived.
        """
        with self._sessions.begin() as session:
            return post_changes.throw_away(session, post, now)

    def undelete(self, post: int, now: datetime) -> Draft:
        """Take a post out of the bin."""
        with self._sessions.begin() as session:
            return post_changes.take_back(session, post, now)

    def purge(self, before: datetime) -> int:
        """Remove for ever what was put into the bin before a moment; return how many posts."""
        with self._sessions.begin() as session:
            return post_changes.purge(session, before)

    def rows(
        self,
        filter: DraftFilter,  # noqa: A002 - the word of the domain
        *,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[DraftRow, ...]:
        """List posts: what needs a hand first, then by hour, then those without one, last changed first."""
        with self._readers.begin() as session:
            return post_rows.rows(session, filter, limit, offset)

    def count(self, filter: DraftFilter) -> int:  # noqa: A002 - the word of the domain
        """Count the posts that `rows` would list."""
        with self._readers.begin() as session:
            return post_rows.count(session, filter)

    def snapshot(self, post: int, now: datetime, reason: str) -> Snapshot | None:
        """Keep the present content for the history; None when the newest snapshot says the same."""
        with self._sessions.begin() as session:
            return post_history.keep(session, post_changes.locked(session, post), now, reason)

    def history(self, post: int) -> tuple[Snapshot, ...]:
        """List earlier contents, newest first."""
        with self._readers.begin() as session:
            return post_history.history(session, post)

    def restore(self, post: int, snapshot: int, now: datetime) -> Draft:
        """Bring an earlier content back; the present one is kept in the history first."""
        with self._sessions.begin() as session:
            return post_history.restore(session, post, snapshot, now)

    def recent_texts(
        self, account: int, since: datetime, *, but_not_post: int
    ) -> tuple[tuple[int, str], ...]:
        """List what this account was sent since a moment, or waits to be sent, with the posts' identities."""
        own = func.coalesce(VersionRecord.text, PostRecord.text)
        sent = (DeliveryRecord.state == DeliveryState.SENT) & (DeliveryRecord.sent_at >= since)
        statement = (
            select(PostRecord.id, own)
            .join(DeliveryRecord, DeliveryRecord.post_id == PostRecord.id)
            .outerjoin(
                VersionRecord,
                (VersionRecord.post_id == PostRecord.id) & (VersionRecord.account_id == account),
            )
            .where(
                DeliveryRecord.account_id == account,
                DeliveryRecord.kind == DeliveryKind.POST,
                or_(sent, DeliveryRecord.state.in_(OPEN_STATES)),
                PostRecord.deleted_at.is_(None),
                PostRecord.id != but_not_post,
            )
            .order_by(PostRecord.id)
        )
        with self._readers.begin() as session:
            return tuple((found, text) for found, text in session.execute(statement))

    def _change_media(self, post: int, now: datetime, change: Callable[[Session, Draft], None]) -> Draft:
        with self._sessions.begin() as session:
            before = post_changes.locked(session, post)
            refuse_if_left(session, post)
            change(session, before)
            return post_changes.finished(session, post, now)
