"""The frame of every change to a post: lock and read it first, count and index it last."""

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.drafts import Draft, PostState, Stage
from cmstation.domain.errors import ChangedElsewhere, NotFound
from cmstation.storage import drafts_read
from cmstation.storage.post_fields import FROZEN, PostFields, changed_fields, post_columns
from cmstation.storage.post_state import (
    KEEPING_STATES,
    lock_post,
    refresh_state,
    refuse_if_kept,
    refuse_if_left,
)
from cmstation.storage.post_versions import include_accounts
from cmstation.storage.records import PostRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import CampaignRecord, ThemeRecord
from cmstation.storage.search import forget_posts, index_posts

MOST_AT_ONCE = 500


def locked(session: Session, post: int) -> Draft:
    """Read a post that this transaction is about to change."""
    lock_post(session, post)
    return drafts_read.draft(session, post)


def finished(session: Session, post: int, now: datetime) -> Draft:
    """Count the change, derive and index what depends on it, and read the post again."""
    session.execute(
        update(PostRecord)
        .where(PostRecord.id == post)
        .values(revision=PostRecord.revision + 1, changed_at=now)
    )
    refresh_state(session, post)
    index_posts(session, (post,))
    return drafts_read.draft(session, post)


def add(session: Session, now: datetime, fields: PostFields, accounts: tuple[int, ...]) -> Draft:
    """Store a new post."""
    _refuse_missing_labels(session, fields)
    stage = fields.get("stage", Stage.DRAFT)
    columns = post_columns(fields) | {
        "stage": stage,
        "state": PostState(stage.value),
        "shown_zone": "",
        "revision": 1,
        "created_at": now,
        "changed_at": now,
    }
    post = session.execute(insert(PostRecord).values(**columns).returning(PostRecord.id)).scalar_one()
    include_accounts(session, post, accounts)
    refresh_state(session, post)
    index_posts(session, (post,))
    return drafts_read.draft(session, post)


def change(session: Session, post: int, now: datetime, expected: int | None, fields: PostFields) -> Draft:
    """Store changed fields of a post's base; what is the same already is not counted as a change."""
    before = locked(session, post)
    if expected is not None and expected != before.revision:
        raise ChangedElsewhere(post=post, expected=expected, found=before.revision)
    changed = changed_fields(before, fields)
    if not changed:
        return before
    if changed & FROZEN:
        refuse_if_left(session, post)
    _refuse_missing_labels(session, fields)
    session.execute(update(PostRecord).where(PostRecord.id == post).values(**post_columns(fields)))
    return finished(session, post, now)


def archive(session: Session, post: int, now: datetime, *, archived: bool) -> Draft:
    """Put a post aside, or take it back."""
    before = locked(session, post)
    if archived == (before.archived_at is not None):
        return before
    moment = now if archived else None
    session.execute(update(PostRecord).where(PostRecord.id == post).values(archived_at=moment))
    return finished(session, post, now)


def throw_away(session: Session, post: int, now: datetime) -> Draft:
    """Put a post into the bin, unless something of it is public or may be."""
    before = locked(session, post)
    refuse_if_kept(session, post)
    if before.deleted_at is not None:
        return before
    session.execute(update(PostRecord).where(PostRecord.id == post).values(deleted_at=now))
    return finished(session, post, now)


def take_back(session: Session, post: int, now: datetime) -> Draft:
    """Take a post out of the bin."""
    before = locked(session, post)
    if before.deleted_at is None:
        return before
    session.execute(update(PostRecord).where(PostRecord.id == post).values(deleted_at=None))
    return finished(session, post, now)


def purge(session: Session, before: datetime) -> int:
    """Remove for ever what was thrown away before a moment; return how many posts."""
    kept = select(DeliveryRecord.post_id).where(DeliveryRecord.state.in_(KEEPING_STATES))
    statement = select(PostRecord.id).where(PostRecord.deleted_at < before, PostRecord.id.not_in(kept))
    posts = list(session.scalars(statement))
    for start in range(0, len(posts), MOST_AT_ONCE):
        some = posts[start : start + MOST_AT_ONCE]
        forget_posts(session, some)
        session.execute(delete(PostRecord).where(PostRecord.id.in_(some)))
    return len(posts)


def _refuse_missing_labels(session: Session, fields: PostFields) -> None:
    theme, campaign = fields.get("theme"), fields.get("campaign")
    if theme is not None:
        known = session.execute(select(ThemeRecord.id).where(ThemeRecord.id == theme)).first()
        if known is None:
            raise NotFound(subject="theme", identity=theme)
    if campaign is not None:
        known = session.execute(select(CampaignRecord.id).where(CampaignRecord.id == campaign)).first()
        if known is None:
            raise NotFound(subject="campaign", identity=campaign)
