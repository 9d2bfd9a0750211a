"""Read posts with all that belongs to them, one or hundreds at once."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmstation.domain.crops import CropBox
from cmstation.domain.delivery import Delivery
from cmstation.domain.drafts import Draft, Version
from cmstation.domain.errors import NotFound
from cmstation.domain.media import Attachment
from cmstation.domain.planned_time import PlannedTime
from cmstation.storage.records import AttachmentRecord, PostRecord, VersionRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import AccountRecord, MediaRecord
from cmstation.storage.rows_read import FRESH, delivery_of, media_of, used_in

_AT_ONCE = 500  # identities named in one statement


def draft(session: Session, post: int) -> Draft:
    """Read a post with all that belongs to it.

    Raises:
        NotFound: there is no such post.
    """
    found = drafts_of(session, [post])
    if post not in found:
        raise NotFound(subject="post", identity=post)
    return found[post]


def deliveries_of(session: Session, post: int) -> tuple[Delivery, ...]:
    """Read a post's deliveries, in the accounts' order, cancelled ones too."""
    return tuple(_deliveries(session, [post]).get(post, ()))


def drafts_of(session: Session, posts: Iterable[int]) -> dict[int, Draft]:
    """Read posts, also those in the bin; those that are not there are left out."""
    return {draft.id: draft for some in pieces(posts) for draft in _drafts(session, some)}


def pieces(posts: Iterable[int]) -> Iterator[list[int]]:
    """Give identities in order, as many at once as a statement may name."""
    wanted = sorted(set(posts))
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def _drafts(session: Session, posts: Sequence[int]) -> Iterator[Draft]:
    versions, attachments = _versions(session, posts), _attachments(session, posts)
    deliveries = _deliveries(session, posts)
    statement = select(PostRecord).where(PostRecord.id.in_(posts)).order_by(PostRecord.id)
    for row in session.scalars(statement.execution_options(**FRESH)):
        yield Draft(
            id=row.id,
            revision=row.revision,
            title=row.title,
            text=row.text,
            state=row.state,
            stage=row.stage,
            theme=row.theme_id,
            campaign=row.campaign_id,
            tags=tuple(row.tags),
            language=row.language,
            link=row.link,
            first_comment=row.first_comment,
            sources=row.sources,
            planned=_planned(row),
            versions=tuple(versions.get(row.id, ())),
            attachments=tuple(attachments.get(row.id, ())),
            deliveries=tuple(deliveries.get(row.id, ())),
            created_at=row.created_at,
            changed_at=row.changed_at,
            archived_at=row.archived_at,
            deleted_at=row.deleted_at,
        )


def _planned(row: PostRecord) -> PlannedTime | None:
    if row.planned_at is None or row.planned_zone is None or row.planned_wall is None:
        return None
    return PlannedTime(row.planned_at, row.planned_zone, row.planned_wall)


def _versions(session: Session, posts: Sequence[int]) -> dict[int, list[Version]]:
    statement = (
        select(VersionRecord)
        .join(AccountRecord, AccountRecord.id == VersionRecord.account_id)
        .where(VersionRecord.post_id.in_(posts), VersionRecord.included)
        .order_by(AccountRecord.position, AccountRecord.id)
        .execution_options(**FRESH)
    )
    found: dict[int, list[Version]] = {}
    for row in session.scalars(statement):
        version = Version(
            account=row.account_id,
            text=row.text,
            title=row.title,
            link=row.link,
            first_comment=row.first_comment,
            options=row.options,
        )
        found.setdefault(row.post_id, []).append(version)
    return found


def _attachments(session: Session, posts: Sequence[int]) -> dict[int, list[Attachment]]:
    statement = (
        select(AttachmentRecord, MediaRecord, used_in())
        .join(MediaRecord, MediaRecord.id == AttachmentRecord.media_id)
        .where(AttachmentRecord.post_id.in_(posts))
        .order_by(AttachmentRecord.position, AttachmentRecord.media_id)
        .execution_options(**FRESH)
    )
    found: dict[int, list[Attachment]] = {}
    for place, media, used in session.execute(statement):
        attachment = Attachment(
            media=media_of(media, used),
            alt_text=place.alt_text,
            decorative=place.decorative,
            crops={network: CropBox(**box) for network, box in place.crops.items()},
        )
        found.setdefault(place.post_id, []).append(attachment)
    return found


def _deliveries(session: Session, posts: Sequence[int]) -> dict[int, list[Delivery]]:
    statement = (
        select(DeliveryRecord)
        .join(AccountRecord, AccountRecord.id == DeliveryRecord.account_id)
        .where(DeliveryRecord.post_id.in_(posts))
        .order_by(AccountRecord.position, DeliveryRecord.account_id, DeliveryRecord.id)
        .execution_options(**FRESH)
    )
    found: dict[int, list[Delivery]] = {}
    for row in session.scalars(statement):
        found.setdefault(row.post_id, []).append(delivery_of(row))
    return found
