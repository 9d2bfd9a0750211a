"""Turn rows into the domain's frozen objects."""

from dataclasses import fields
from datetime import timedelta

from sqlalchemy import ColumnElement, func, select

from cmstation.domain.accounts import Account
from cmstation.domain.delivery import Attempt, Delivery
from cmstation.domain.drafts import Snapshot
from cmstation.domain.media import MediaItem
from cmstation.domain.networks import AccountLimits
from cmstation.domain.planned_time import PlannedTime
from cmstation.storage.records import AttachmentRecord, PostRecord, SnapshotRecord
from cmstation.storage.records_delivery import AttemptRecord, DeliveryRecord
from cmstation.storage.records_library import AccountRecord, MediaRecord

_LIMITS = frozenset(found.name for found in fields(AccountLimits))
# What a transaction has read before must not hide what its own statements changed since.
FRESH = {"populate_existing": True}


def delivery_of(row: DeliveryRecord) -> Delivery:
    """Read a delivery."""
    return Delivery(
        id=row.id,
        post=row.post_id,
        account=row.account_id,
        kind=row.kind,
        state=row.state,
        key=row.key,
        due=PlannedTime(row.due_at, row.due_zone, row.due_wall),
        next_try=row.next_try,
        native=row.native,
        parent=row.parent_id,
        attempts=row.attempts,
        armed_at=row.armed_at,
        sent_at=row.sent_at,
        remote_id=row.remote_id,
        remote_url=row.remote_url,
        remote_extra=row.remote_extra,
        error=row.error,
        code=row.code,
        detail=row.detail,
        evidence=tuple(row.evidence),
    )


def attempt_of(row: AttemptRecord) -> Attempt:
    """Read a logged call."""
    return Attempt(
        delivery=row.delivery_id,
        at=row.at,
        step=row.step,
        target=row.target,
        status=row.status,
        took=timedelta(microseconds=row.took_us),
        outcome=row.outcome,
    )


def account_of(row: AccountRecord) -> Account:
    """Read an account."""
    limits = row.limits
    known = None if limits is None else {name: limits[name] for name in limits if name in _LIMITS}
    return Account(
        id=row.id,
        network=row.network,
        way=row.way,
        name=row.name,
        handle=row.handle,
        address=row.address,
        login=row.login,
        state=row.state,
        position=row.position,
        software=row.software,
        limits=None if known is None else AccountLimits(**known),
        native_scheduling=row.native_scheduling,
        audience=row.audience,
        checked_at=row.checked_at,
    )


def used_in() -> ColumnElement[int]:
    """Count, beside a media row, the posts that show it and are not thrown away."""
    return (
        select(func.count())
        .select_from(AttachmentRecord)
        .join(PostRecord, PostRecord.id == AttachmentRecord.post_id)
        .where(AttachmentRecord.media_id == MediaRecord.id, PostRecord.deleted_at.is_(None))
        .correlate(MediaRecord)
        .scalar_subquery()
    )


def media_of(row: MediaRecord, used: int) -> MediaItem:
    """Read a medium."""
    return MediaItem(
        id=row.id,
        digest=row.digest,
        file_name=row.file_name,
        mime=row.mime,
        bytes=row.bytes,
        width=row.width,
        height=row.height,
        alt_text=row.alt_text,
        decorative=row.decorative,
        added_at=row.added_at,
        had=tuple(row.had),
        used_in=used,
        deleted_at=row.deleted_at,
    )


def snapshot_of(row: SnapshotRecord) -> Snapshot:
    """Read an earlier content."""
    content = row.content
    return Snapshot(
        id=row.id,
        post=row.post_id,
        at=row.at,
        reason=row.reason,
        title=str(content.get("title", "")),
        text=str(content.get("text", "")),
        content=content,
    )
