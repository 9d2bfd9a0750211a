"""What the calendar shows of posts, fast: few statements, plain columns, no objects but the rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, reduce
from typing import Any, Final, TypeAlias

from sqlalchemy import (
    ScalarSelect,
    Select,
    Subquery,
    Text,
    bindparam,
    case,
    exists,
    func,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.networks import Network
from cmstation.domain.plan_items import PlannedDelivery, PlannedPost
from cmstation.domain.remote_posts import RemotePost
from cmstation.storage.columns import UtcTime
from cmstation.storage.database import Database
from cmstation.storage.list_rows import FIRST_WORDS, READ_WORDS, ChosenAccounts
from cmstation.storage.records import AttachmentRecord, PostRecord, VersionRecord
from cmstation.storage.records_calendar import RemotePostRecord, SequencePostRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import AccountRecord, MediaRecord

Found: TypeAlias = Select[*tuple[Any, ...]]

# Neither stands in a number, a state, an instant or the name of a zone.
_WITHIN: Final = "|"
_BETWEEN: Final = ","
_STATES: Final = {state.value: state for state in DeliveryState}


@dataclass(frozen=True, slots=True)
class PlanRows:
    """What stands in a span, and perhaps a little around it.

    Args:
        accounts: the network of every account, in the person's order, removed ones too.
        posts: with all their deliveries, those of other hours too.
    """

    accounts: Mapping[int, Network]
    posts: tuple[PlannedPost, ...] = ()
    remote: tuple[RemotePost, ...] = ()


class PlanTable:
    """Reads the posts of a span."""

    def __init__(self, database: Database) -> None:
        self._readers = database.readers

    def rows(self, start: datetime, end: datetime, *, posts: bool = True, remote: bool = True) -> PlanRows:
        """Read what has an hour in a span, its end not included; not what is in the bin.

        Args:
            posts, remote: what is wanted; the rest is not read.
        """
        with self._readers.begin() as session:
            statement = select(AccountRecord.id, AccountRecord.network).order_by(
                AccountRecord.position, AccountRecord.id
            )
            found: Iterable[tuple[int, Network]] = session.execute(statement).all()
            accounts = dict(found)
            return PlanRows(
                accounts,
                _posts(session, start, end, accounts) if posts else (),
                _remote(session, start, end) if remote else (),
            )


def _posts(
    session: Session, start: datetime, end: datetime, accounts: Mapping[int, Network]
) -> tuple[PlannedPost, ...]:
    chosen, delivered = ChosenAccounts(accounts.items()), _Delivered()
    statement = _statement(session.get_bind().dialect.name)
    span: dict[str, datetime] = {"start": start, "end": end}
    rows: Iterable[tuple[Any, ...]] = session.connection().execute(statement, span)
    return tuple(
        # By position: ten thousand are built for one crowded year.
        PlannedPost(
            post,
            title or " ".join(words.split())[:FIRST_WORDS],
            stage,
            archived,
            theme,
            campaign,
            planned_at,
            planned_zone or "",
            chosen[joined][1],
            delivered.read(told),
            picture or "",
            sequence,
        )
        for (
            post,
            title,
            words,
            stage,
            archived,
            theme,
            campaign,
            planned_at,
            planned_zone,
            joined,
            told,
            picture,
            sequence,
        ) in rows
    )


class _Delivered:
    """Reads the deliveries of posts, all of one post in one text."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[DeliveryState, datetime, str, datetime | None, bool]] = {}

    def read(self, told: str | None) -> tuple[PlannedDelivery, ...]:
        """Return the deliveries of a post."""
        if not told:
            return ()
        shared: dict[str, list[int]] = {}
        for one in told.split(_BETWEEN):
            account, _, rest = one.partition(_WITHIN)
            shared.setdefault(rest, []).append(int(account))
        return tuple(
            PlannedDelivery(tuple(accounts), *(self._known.get(rest) or self._learn(rest)))
            for rest, accounts in shared.items()
        )

    def _learn(self, rest: str) -> tuple[DeliveryState, datetime, str, datetime | None, bool]:
        state, due, zone, sent, armed = rest.split(_WITHIN)
        sent_at = datetime.fromisoformat(sent) if sent else None
        known = (_STATES[state], datetime.fromisoformat(due), zone, sent_at, bool(armed))
        self._known[rest] = known
        return known


@cache
def _statement(dialect: str) -> Found:
    """Build the one statement of the posts of a span, once for each kind of database."""
    within = _within()
    return (
        select(
            PostRecord.id,
            PostRecord.title,
            case((PostRecord.title == "", func.substr(PostRecord.text, 1, READ_WORDS)), else_=""),
            PostRecord.stage,
            PostRecord.archived_at.is_not(None),
            PostRecord.theme_id,
            PostRecord.campaign_id,
            PostRecord.planned_at,
            PostRecord.planned_zone,
            _accounts(),
            _deliveries(dialect),
            _picture(),
            SequencePostRecord.sequence_id,
        )
        .join(within, within.c.id == PostRecord.id)
        .outerjoin(SequencePostRecord, SequencePostRecord.post_id == PostRecord.id)
        .where(PostRecord.deleted_at.is_(None))
    )


def _within() -> Subquery:
    """Select the posts of which an hour may lie in the span; joined, so that few posts are looked at."""
    start, end = bindparam("start", type_=UtcTime()), bindparam("end", type_=UtcTime())
    planned = select(PostRecord.id).where(PostRecord.planned_at >= start, PostRecord.planned_at < end)
    due = select(DeliveryRecord.post_id).where(DeliveryRecord.due_at >= start, DeliveryRecord.due_at < end)
    sent = select(DeliveryRecord.post_id).where(DeliveryRecord.sent_at >= start, DeliveryRecord.sent_at < end)
    return planned.union(due, sent).subquery("within")


def _accounts() -> ScalarSelect[str]:
    return (
        select(func.aggregate_strings(VersionRecord.account_id.cast(Text), ","))
        .where(VersionRecord.post_id == PostRecord.id, VersionRecord.included)
        .correlate(PostRecord)
        .scalar_subquery()
    )


def _deliveries(dialect: str) -> ScalarSelect[str]:
    """Select all that a post's deliveries say as one text: their rows would take most of the time."""
    armed = case((DeliveryRecord.armed_at.is_(None), ""), else_="armed")
    said = (
        DeliveryRecord.account_id.cast(Text),
        type_coerce(DeliveryRecord.state, Text),
        _instant(DeliveryRecord.due_at, dialect),
        type_coerce(DeliveryRecord.due_zone, Text),
        func.coalesce(_instant(DeliveryRecord.sent_at, dialect), ""),
        armed,
    )
    one = reduce(lambda before, column: before + _WITHIN + column, said)
    return (
        select(func.aggregate_strings(one, _BETWEEN))
        .where(
            DeliveryRecord.post_id == PostRecord.id,
            DeliveryRecord.kind == DeliveryKind.POST,
            DeliveryRecord.state != DeliveryState.CANCELLED,
        )
        .correlate(PostRecord)
        .scalar_subquery()
    )


def _instant(column: Any, dialect: str) -> Any:
    """Return an instant as text that names its offset; SQLite keeps it so."""
    if dialect == "postgresql":
        return func.to_char(func.timezone("UTC", column), "YYYY-MM-DD HH24:MI:SS.US+00:00", type_=Text)
    return type_coerce(column, Text)


def _picture() -> ScalarSelect[str]:
    return (
        select(MediaRecord.digest)
        .join(AttachmentRecord, AttachmentRecord.media_id == MediaRecord.id)
        .where(AttachmentRecord.post_id == PostRecord.id)
        .order_by(AttachmentRecord.position, AttachmentRecord.media_id)
        .limit(1)
        .correlate(PostRecord)
        .scalar_subquery()
    )


def _remote(session: Session, start: datetime, end: datetime) -> tuple[RemotePost, ...]:
    ours = exists().where(
        DeliveryRecord.account_id == RemotePostRecord.account_id,
        DeliveryRecord.remote_id == RemotePostRecord.remote_id,
    )
    statement = (
        select(
            RemotePostRecord.id,
            RemotePostRecord.account_id,
            RemotePostRecord.remote_id,
            RemotePostRecord.title,
            RemotePostRecord.text,
            RemotePostRecord.url,
            RemotePostRecord.due_at,
            RemotePostRecord.seen_at,
        )
        .join(AccountRecord, AccountRecord.id == RemotePostRecord.account_id)
        .where(
            RemotePostRecord.due_at >= start,
            RemotePostRecord.due_at < end,
            AccountRecord.removed_at.is_(None),
            ~ours,
        )
        .order_by(RemotePostRecord.due_at, RemotePostRecord.id)
    )
    return tuple(RemotePost(*row) for row in session.execute(statement))
