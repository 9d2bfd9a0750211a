"""Take up what the outbox sent as posts of the statistics."""

from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, case, func, insert, literal, or_, select, update
from sqlalchemy.orm import Session

from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.metrics import PostForm
from cmstation.storage.records import AttachmentRecord, PostRecord, VersionRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import AccountRecord, MediaRecord
from cmstation.storage.records_statistics import StatPostRecord

_D, _P, _V, _S = DeliveryRecord, PostRecord, VersionRecord, StatPostRecord
_LONGEST_TITLE = 120


def note_live(session: Session) -> int:
    """Store each post that is live and not known yet; one that a file told of becomes ours."""
    # Two that do this at once would store the same posts: the later one waits, then finds nothing.
    session.execute(select(AccountRecord.id).order_by(AccountRecord.id).with_for_update(key_share=True))
    rows = session.execute(_unknown()).all()
    new: dict[tuple[int, str], dict[str, object]] = {}
    for row in rows:
        if row.stat_post is not None:
            _make_ours(session, row)
            continue
        new.setdefault((row.account_id, row.identity), _values(row))
    if new:
        session.execute(insert(_S), list(new.values()))
    return len(rows)


def _make_ours(session: Session, row: Any) -> None:
    """Say which of our posts one is that a file told of; we know its hour, even if the file did not."""
    ours = update(_S).where(_S.id == row.stat_post).execution_options(synchronize_session=False)
    session.execute(ours.values(post_id=row.post_id))
    session.execute(ours.where(~_S.hour_known).values(published_at=row.sent_at, hour_known=True))


def _unknown() -> Select[*tuple[Any, ...]]:
    """Select the live posts that nobody noted, each with the one that a file told of, if any."""
    identity = _identity()
    told = and_(
        _S.account_id == _D.account_id,
        _S.post_id.is_(None),
        or_(_S.remote_id == identity, and_(_S.url != "", _S.url == _D.remote_url)),
    )
    here = select(_S.id).where(_S.account_id == _D.account_id).correlate(_D)
    # Apart, because each is found by an index of its own.
    by_post = here.where(_S.post_id == _D.post_id).exists()
    by_name = here.where(_S.remote_id == identity, _S.post_id.is_not(None)).exists()
    return (
        select(
            _D.post_id,
            _D.account_id,
            identity.label("identity"),
            _D.sent_at,
            _D.remote_url,
            func.coalesce(_V.title, _P.title).label("title"),
            func.coalesce(_V.text, _P.text).label("text"),
            func.coalesce(_V.link, _P.link).label("link"),
            _shows("video/%").label("video"),
            _shows("image/%").label("picture"),
            select(func.min(_S.id)).where(told).correlate(_D).scalar_subquery().label("stat_post"),
        )
        .join(_P, _P.id == _D.post_id)
        .outerjoin(_V, and_(_V.post_id == _D.post_id, _V.account_id == _D.account_id))
        .where(
            _D.state == DeliveryState.SENT,
            _D.kind == DeliveryKind.POST,
            _D.sent_at.is_not(None),
            ~by_post,
            ~by_name,
        )
        .order_by(_D.sent_at, _D.id)
    )


def _identity() -> ColumnElement[str]:
    """Name a post as its network does; one that was pasted by hand by its address, or by its delivery."""
    return case(
        (_D.remote_id != "", _D.remote_id),
        (_D.remote_url != "", _D.remote_url),
        else_=literal("delivery-") + func.cast(_D.id, String),
    )


def _shows(sort: str) -> ColumnElement[bool]:
    return (
        select(AttachmentRecord.post_id)
        .join(MediaRecord, MediaRecord.id == AttachmentRecord.media_id)
        .where(AttachmentRecord.post_id == _D.post_id, MediaRecord.mime.like(sort))
        .correlate(_D)
        .exists()
    )


def _values(row: Any) -> dict[str, object]:
    return {
        "account_id": row.account_id,
        "remote_id": row.identity,
        "post_id": row.post_id,
        "published_at": row.sent_at,
        "title": row.title or _beginning(row.text),
        "url": row.remote_url,
        "form": _form(row),
    }


def _form(row: Any) -> PostForm:
    if row.video:
        return PostForm.VIDEO
    if row.picture:
        return PostForm.PICTURE
    return PostForm.LINK if row.link else PostForm.TEXT


def _beginning(text: str) -> str:
    """Return the first words of a text on one line."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip() + "…"
