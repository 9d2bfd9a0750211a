"""Add many posts at once, or throw away those that were just added: a few statements for all of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.drafts import Draft, PostState, Stage
from cmstation.domain.errors import NotFound, PublishedIsImmutable
from cmstation.storage.drafts_read import drafts_of, pieces
from cmstation.storage.post_fields import PostFields, VersionFields, post_columns, version_columns
from cmstation.storage.post_state import KEEPING_STATES
from cmstation.storage.records import PostRecord, VersionRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import AccountRecord, CampaignRecord, ThemeRecord
from cmstation.storage.search import index_posts

_EMPTY: dict[str, Any] = {
    **{"title": "", "text": "", "language": "fr", "link": "", "first_comment": "", "sources": ""},
    **{"theme_id": None, "campaign_id": None, "tags": []},
    **{"planned_at": None, "planned_zone": None, "planned_wall": None},
}
_SAME_AS_BASE: dict[str, Any] = {
    **{"included": True, "text": None, "title": None, "link": None, "first_comment": None, "options": {}}
}


@dataclass(frozen=True, slots=True)
class NewPost:
    """A post before it is stored.

    Args:
        own: what accounts say for themselves.
    """

    fields: PostFields
    accounts: tuple[int, ...] = ()
    own: Mapping[int, VersionFields] = field(default_factory=dict[int, VersionFields])


def add_posts(session: Session, posts: Sequence[NewPost], now: datetime) -> tuple[Draft, ...]:
    """Store new posts.

    Raises:
        NotFound: an account, a theme or a campaign is not there; the transaction must not be committed.
    """
    if not posts:
        return ()
    _refuse_missing(session, posts)
    statement = insert(PostRecord).returning(PostRecord.id, sort_by_parameter_order=True)
    ids = session.scalars(statement, [_columns(post.fields, now) for post in posts]).all()
    versions = [
        {**_SAME_AS_BASE, **version_columns(post.own.get(account, {})), "post_id": id_, "account_id": account}
        for id_, post in zip(ids, posts, strict=True)
        for account in dict.fromkeys((*post.accounts, *post.own))
    ]
    if versions:
        session.execute(insert(VersionRecord), versions)
    index_posts(session, ids)
    found = drafts_of(session, ids)
    return tuple(found[id_] for id_ in ids)


def throw_posts_away(session: Session, posts: Iterable[int], now: datetime) -> None:
    """Put posts into the bin.

    Raises:
        PublishedIsImmutable: something of one is public, or may be soon; nothing may be committed.
    """
    for some in pieces(posts):
        statement = select(PostRecord.id).where(PostRecord.id.in_(some)).with_for_update()
        session.execute(statement).all()
        kept = select(DeliveryRecord.post_id).where(
            DeliveryRecord.post_id.in_(some), DeliveryRecord.state.in_(KEEPING_STATES)
        )
        if (found := session.scalars(kept.limit(1)).first()) is not None:
            raise PublishedIsImmutable(post=found)
        session.execute(
            update(PostRecord)
            .where(PostRecord.id.in_(some), PostRecord.deleted_at.is_(None))
            .values(deleted_at=now, revision=PostRecord.revision + 1, changed_at=now)
            .execution_options(synchronize_session=False)
        )


def _columns(fields: PostFields, now: datetime) -> dict[str, Any]:
    stage, planned = fields.get("stage", Stage.DRAFT), fields.get("planned")
    return {
        **_EMPTY,
        **post_columns(fields),
        # As `post_state.refresh_state` derives them of a post without deliveries.
        "stage": stage,
        "state": PostState(stage.value),
        "shown_at": None if planned is None else planned.instant,
        "shown_zone": "" if planned is None else planned.zone,
        "revision": 1,
        "created_at": now,
        "changed_at": now,
    }


def _refuse_missing(session: Session, posts: Sequence[NewPost]) -> None:
    accounts = {account for post in posts for account in (*post.accounts, *post.own)}
    present = select(AccountRecord.id).where(AccountRecord.removed_at.is_(None))
    if missing := accounts - set(session.scalars(present)):
        raise NotFound(subject="account", identity=min(missing))
    themes = {theme for post in posts if (theme := post.fields.get("theme")) is not None}
    if missing := themes - set(session.scalars(select(ThemeRecord.id))):
        raise NotFound(subject="theme", identity=min(missing))
    campaigns = {one for post in posts if (one := post.fields.get("campaign")) is not None}
    if missing := campaigns - set(session.scalars(select(CampaignRecord.id))):
        raise NotFound(subject="campaign", identity=min(missing))
