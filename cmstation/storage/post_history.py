"""Earlier contents of a post: kept, listed, brought back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.delivery import LEFT_STATES, OPEN_STATES
from cmstation.domain.drafts import Draft, Snapshot
from cmstation.domain.errors import NotFound
from cmstation.storage.columns import storable_json
from cmstation.storage.post_changes import finished, locked
from cmstation.storage.post_fields import crops_json
from cmstation.storage.post_state import refuse_if_left
from cmstation.storage.post_versions import include_accounts
from cmstation.storage.records import AttachmentRecord, PostRecord, SnapshotRecord, VersionRecord
from cmstation.storage.records_library import AccountRecord, CampaignRecord, MediaRecord, ThemeRecord
from cmstation.storage.rows_read import snapshot_of

BEFORE_RESTORE = "before_restore"

_TEXTS = ("title", "text", "link", "language", "first_comment", "sources")
_VERSION_TEXTS = ("text", "title", "link", "first_comment")


def content_of(draft: Draft) -> dict[str, object]:
    """Gather what a restore brings back: texts, labels, versions by account, attachments in order."""
    return {
        **{name: getattr(draft, name) for name in _TEXTS},
        "tags": list(draft.tags),
        "theme": draft.theme,
        "campaign": draft.campaign,
        "versions": {
            str(version.account): {
                **{name: getattr(version, name) for name in _VERSION_TEXTS},
                "options": dict(version.options),
            }
            for version in draft.versions
        },
        "attachments": [
            {
                "media": attachment.media.id,
                "alt_text": attachment.alt_text,
                "decorative": attachment.decorative,
                "crops": crops_json(attachment.crops),
            }
            for attachment in draft.attachments
        ],
    }


def keep(session: Session, draft: Draft, now: datetime, reason: str) -> Snapshot | None:
    """Keep the present content; None when the newest snapshot says the same."""
    content = content_of(draft)
    newest = session.scalars(_newest_first(draft.id).limit(1)).first()
    if newest is not None and newest.content == storable_json(content):
        return None
    values = {"post_id": draft.id, "at": now, "reason": reason, "content": content}
    kept = session.execute(insert(SnapshotRecord).values(**values).returning(SnapshotRecord.id)).scalar_one()
    return snapshot_of(_row(session, draft.id, kept))


def history(session: Session, post: int) -> tuple[Snapshot, ...]:
    """List earlier contents, newest first."""
    return tuple(snapshot_of(row) for row in session.scalars(_newest_first(post)))


def restore(session: Session, post: int, snapshot: int, now: datetime) -> Draft:
    """Bring an earlier content back, after keeping the present one."""
    draft = locked(session, post)
    refuse_if_left(session, post)
    content = cast("Mapping[str, Any]", _row(session, post, snapshot).content)
    keep(session, draft, now, BEFORE_RESTORE)
    columns = {name: content[name] for name in _TEXTS}
    session.execute(
        update(PostRecord)
        .where(PostRecord.id == post)
        .values(
            **columns,
            tags=content["tags"],
            theme_id=_still_there(session, ThemeRecord, content["theme"]),
            campaign_id=_still_there(session, CampaignRecord, content["campaign"]),
        )
    )
    _restore_versions(session, draft, content["versions"])
    _restore_attachments(session, post, content["attachments"])
    return finished(session, post, now)


def _restore_versions(session: Session, draft: Draft, versions: Mapping[str, Mapping[str, Any]]) -> None:
    busy = {found.account for found in draft.deliveries if found.state in OPEN_STATES | LEFT_STATES}
    taken_off = [
        account for account in draft.accounts if account not in busy and str(account) not in versions
    ]
    session.execute(
        update(VersionRecord)
        .where(VersionRecord.post_id == draft.id, VersionRecord.account_id.in_(taken_off))
        .values(included=False)
    )
    wanted = [int(account) for account in versions]
    usable = select(AccountRecord.id).where(AccountRecord.id.in_(wanted), AccountRecord.removed_at.is_(None))
    for account in session.scalars(usable).all():
        include_accounts(session, draft.id, (account,))
        session.execute(
            update(VersionRecord)
            .where(VersionRecord.post_id == draft.id, VersionRecord.account_id == account)
            .values(**versions[str(account)])
        )


def _restore_attachments(session: Session, post: int, attachments: list[Mapping[str, Any]]) -> None:
    session.execute(delete(AttachmentRecord).where(AttachmentRecord.post_id == post))
    for position, attachment in enumerate(attachments):
        media = attachment["media"]
        # A medium thrown away meanwhile comes back with the content that shows it.
        session.execute(update(MediaRecord).where(MediaRecord.id == media).values(deleted_at=None))
        if _still_there(session, MediaRecord, media) is None:
            continue
        columns = {name: attachment[name] for name in ("alt_text", "decorative", "crops")}
        session.execute(
            insert(AttachmentRecord).values(post_id=post, media_id=media, position=position, **columns)
        )


def _still_there(
    session: Session, kind: type[ThemeRecord | CampaignRecord | MediaRecord], identity: int | None
) -> int | None:
    if identity is None:
        return None
    return session.execute(select(kind.id).where(kind.id == identity)).scalar_one_or_none()


def _newest_first(post: int) -> Select[SnapshotRecord]:
    return select(SnapshotRecord).where(SnapshotRecord.post_id == post).order_by(SnapshotRecord.id.desc())


def _row(session: Session, post: int, snapshot: int) -> SnapshotRecord:
    row = session.get(SnapshotRecord, snapshot)
    if row is None or row.post_id != post:
        raise NotFound(subject="snapshot", identity=snapshot)
    return row
