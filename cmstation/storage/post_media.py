"""The pictures of a post, in their order."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound
from cmstation.storage.post_fields import AttachmentFields, attachment_columns
from cmstation.storage.records import AttachmentRecord
from cmstation.storage.records_library import MediaRecord


def attach(
    session: Session, draft: Draft, media: int, fields: AttachmentFields, position: int | None
) -> None:
    """Show a medium in a post; one that is there already takes the new words and place."""
    order = _order(draft)
    if media not in order:
        _refuse_missing(session, media)
        columns = attachment_columns(AttachmentFields(crops={}) | fields)
        session.execute(
            insert(AttachmentRecord).values(post_id=draft.id, media_id=media, position=len(order), **columns)
        )
    else:
        change(session, draft, media, fields)
        order.remove(media)
    order.insert(len(order) if position is None else max(position, 0), media)
    _number(session, draft.id, order)


def change(session: Session, draft: Draft, media: int, fields: AttachmentFields) -> None:
    """Store what a post says of a picture."""
    if media not in _order(draft):
        raise NotFound(subject="attachment", identity=media)
    if fields:
        session.execute(
            update(AttachmentRecord)
            .where(AttachmentRecord.post_id == draft.id, AttachmentRecord.media_id == media)
            .values(**attachment_columns(fields))
        )


def reorder(session: Session, draft: Draft, media_ids: Sequence[int]) -> None:
    """Put pictures into an order; those not named follow as they were."""
    order = _order(draft)
    for media in media_ids:
        if media not in order:
            raise NotFound(subject="attachment", identity=media)
    named = list(dict.fromkeys(media_ids))
    _number(session, draft.id, named + [media for media in order if media not in named])


def detach(session: Session, draft: Draft, media: int) -> None:
    """Take a picture out of a post; the library keeps it."""
    order = _order(draft)
    if media not in order:
        raise NotFound(subject="attachment", identity=media)
    session.execute(
        delete(AttachmentRecord).where(
            AttachmentRecord.post_id == draft.id, AttachmentRecord.media_id == media
        )
    )
    order.remove(media)
    _number(session, draft.id, order)


def _order(draft: Draft) -> list[int]:
    return [attachment.media.id for attachment in draft.attachments]


def _refuse_missing(session: Session, media: int) -> None:
    statement = select(MediaRecord.id).where(MediaRecord.id == media, MediaRecord.deleted_at.is_(None))
    if session.execute(statement).first() is None:
        raise NotFound(subject="media", identity=media)


def _number(session: Session, post: int, order: Sequence[int]) -> None:
    for position, media in enumerate(order):
        session.execute(
            update(AttachmentRecord)
            .where(AttachmentRecord.post_id == post, AttachmentRecord.media_id == media)
            .values(position=position)
        )
