"""Weekly slots, what stands on the accounts' hours, and slots held while a post is being queued."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, TypeAlias, cast

from sqlalchemy import ColumnElement, Select, case, delete, exists, insert, or_, select, type_coerce
from sqlalchemy.orm import Session

from cmstation.domain.calendar import ItemKind
from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.errors import NotFound
from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.rhythm import Slot
from cmstation.domain.same_texts import Said
from cmstation.storage.columns import UtcTime, Words
from cmstation.storage.database import Database
from cmstation.storage.records import PostRecord, VersionRecord
from cmstation.storage.records_calendar import RemotePostRecord, SlotRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import AccountRecord, SettingRecord
from cmstation.storage.upsert import upsert

Choice: TypeAlias = Callable[[Sequence[datetime]], PlannedTime]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]

# A program that was killed between holding a slot and planning on it gives it free again after this.
HELD_FOR = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Hold:
    """A slot that is being filled: nobody else gets it meanwhile."""

    account: int
    when: PlannedTime


class SlotTable:
    """Slots of all accounts, and which of them are free."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def all(self) -> tuple[Slot, ...]:
        """List the slots of the accounts in use, in the accounts' order, then through the week."""
        statement = (
            select(SlotRecord.account_id, SlotRecord.weekday, SlotRecord.wall)
            .join(AccountRecord, AccountRecord.id == SlotRecord.account_id)
            .where(AccountRecord.removed_at.is_(None))
            .order_by(AccountRecord.position, SlotRecord.account_id, SlotRecord.weekday, SlotRecord.wall)
        )
        with self._readers.begin() as session:
            return tuple(_slot(*row) for row in session.execute(statement))

    def replace(self, account: int, slots: Iterable[Slot]) -> tuple[Slot, ...]:
        """Give an account these slots instead of those it had; return the earlier ones.

        Raises:
            NotFound: there is no such account.
        """
        wanted = sorted({(slot.weekday, f"{slot.wall:%H:%M}") for slot in slots})
        with self._sessions.begin() as session:
            _lock(session, account)
            before = select(SlotRecord.account_id, SlotRecord.weekday, SlotRecord.wall)
            before = before.where(SlotRecord.account_id == account)
            earlier = tuple(sorted(_slot(*row) for row in session.execute(before)))
            session.execute(delete(SlotRecord).where(SlotRecord.account_id == account))
            for weekday, wall in wanted:
                session.execute(insert(SlotRecord).values(account_id=account, weekday=weekday, wall=wall))
            return earlier

    def taken(self, since: datetime, until: datetime) -> dict[int, tuple[datetime, ...]]:
        """Return the instants of each account's posts between two moments."""
        found: dict[int, list[datetime]] = {}
        with self._readers.begin() as session:
            for account, instant in _instants(session, since, until):
                found.setdefault(account, []).append(instant)
        return {account: tuple(sorted(instants)) for account, instants in found.items()}

    def unscheduled(self, since: datetime, until: datetime) -> frozenset[tuple[int, int]]:
        """List (post, account) where an hour is planned and no delivery was made for it."""
        statement = _only_planned(VersionRecord.post_id, VersionRecord.account_id)
        statement = _between(statement, PostRecord.planned_at, since, until)
        with self._readers.begin() as session:
            return frozenset((post, account) for post, account in session.execute(statement))

    def said(self, since: datetime, until: datetime) -> tuple[Said, ...]:
        """Return what stands on each account between two moments, with its words."""
        own = type_coerce(
            case((VersionRecord.text.is_(None), PostRecord.text), else_=VersionRecord.text), Words()
        )
        with self._readers.begin() as session:
            posts = [
                *session.execute(_delivered(DeliveryRecord.post_id, own, since=since, until=until)),
                *session.execute(
                    _between(
                        _only_planned(VersionRecord.account_id, PostRecord.planned_at, PostRecord.id, own),
                        PostRecord.planned_at,
                        since,
                        until,
                    )
                ),
            ]
            remote = session.execute(
                _remote(RemotePostRecord.id, RemotePostRecord.text, since=since, until=until)
            )
            return (
                *(Said(ItemKind.POST, post, account, at, text) for account, at, post, text in posts),
                *(Said(ItemKind.REMOTE, one, account, at, text) for account, at, one, text in remote),
            )

    # --- one slot for one post ---

    def hold(self, account: int, now: datetime, choose: Choice, *, but_not_post: int) -> Hold:
        """Choose a free slot and keep it from everybody else until it is released.

        Threads and programs that hold slots of one account wait for each other here, so that each
        sees what the one before chose.

        Args:
            choose: gets the instants at which posts of the account stand or will stand.
            but_not_post: the post that looks for a place does not stand in its own way.

        Raises:
            NotFound: there is no such account.
        """
        with self._sessions.begin() as session:
            _lock(session, account)
            held = _held(session, account, now)
            stands = [
                instant
                for _, instant in _instants(
                    session, now - timedelta(days=1), None, account=account, but_not_post=but_not_post
                )
            ]
            when = choose((*stands, *held))
            _keep(session, account, {**held, when.instant: now + HELD_FOR})
            return Hold(account, when)

    def release(self, hold: Hold, now: datetime) -> None:
        """Stop keeping a slot: what stands on it speaks for itself."""
        with self._sessions.begin() as session:
            _lock(session, hold.account)
            held = _held(session, hold.account, now)
            held.pop(hold.when.instant, None)
            _keep(session, hold.account, held)


def _slot(account: int, weekday: int, wall: str) -> Slot:
    return Slot(account, weekday, time.fromisoformat(wall))


def _lock(session: Session, account: int) -> None:
    statement = select(AccountRecord.id).where(
        AccountRecord.id == account, AccountRecord.removed_at.is_(None)
    )
    if session.execute(statement.with_for_update()).scalar_one_or_none() is None:
        raise NotFound(subject="account", identity=account)


# --- what stands on an hour ---


def _instants(
    session: Session,
    since: datetime,
    until: datetime | None,
    *,
    account: int | None = None,
    but_not_post: int | None = None,
) -> list[tuple[int, datetime]]:
    delivered = _delivered(since=since, until=until)
    planned = _only_planned(VersionRecord.account_id, PostRecord.planned_at)
    planned = _between(planned, PostRecord.planned_at, since, until)
    remote = _remote(since=since, until=until)
    if account is not None:
        delivered = delivered.where(DeliveryRecord.account_id == account)
        planned = planned.where(VersionRecord.account_id == account)
        remote = remote.where(RemotePostRecord.account_id == account)
    if but_not_post is not None:
        delivered = delivered.where(DeliveryRecord.post_id != but_not_post)
        planned = planned.where(PostRecord.id != but_not_post)
    rows = [row for statement in (delivered, planned, remote) for row in session.execute(statement)]
    return [(found, instant) for found, instant in rows]


def _delivered(*columns: Any, since: datetime, until: datetime | None) -> AnySelect:
    """Select account, instant and more of what has left, or is on its way."""
    sent = DeliveryRecord.state == DeliveryState.SENT
    instant = type_coerce(
        case(
            (sent & DeliveryRecord.sent_at.is_not(None), DeliveryRecord.sent_at), else_=DeliveryRecord.due_at
        ),
        UtcTime(),
    )
    statement = (
        select(DeliveryRecord.account_id, instant, *columns)
        .join(PostRecord, PostRecord.id == DeliveryRecord.post_id)
        .outerjoin(
            VersionRecord,
            (VersionRecord.post_id == DeliveryRecord.post_id)
            & (VersionRecord.account_id == DeliveryRecord.account_id),
        )
        .where(
            DeliveryRecord.kind == DeliveryKind.POST,
            DeliveryRecord.state != DeliveryState.CANCELLED,
            PostRecord.deleted_at.is_(None),
            or_(PostRecord.archived_at.is_(None), sent),
        )
    )
    return _between(statement, instant, since, until)


def _only_planned(*columns: Any) -> AnySelect:
    """Select what the outbox knows nothing of: accounts of posts whose hour is planned."""
    delivered = exists().where(
        DeliveryRecord.post_id == VersionRecord.post_id,
        DeliveryRecord.account_id == VersionRecord.account_id,
        DeliveryRecord.kind == DeliveryKind.POST,
        DeliveryRecord.state != DeliveryState.CANCELLED,
    )
    return (
        select(*columns)
        .join(PostRecord, PostRecord.id == VersionRecord.post_id)
        .where(
            VersionRecord.included,
            PostRecord.planned_at.is_not(None),
            PostRecord.deleted_at.is_(None),
            PostRecord.archived_at.is_(None),
            ~delivered,
        )
    )


def _remote(*columns: Any, since: datetime, until: datetime | None) -> AnySelect:
    """Select account, instant and more of what somebody planned on the network itself."""
    ours = exists().where(
        DeliveryRecord.account_id == RemotePostRecord.account_id,
        DeliveryRecord.remote_id == RemotePostRecord.remote_id,
        DeliveryRecord.state != DeliveryState.CANCELLED,
    )
    statement = select(RemotePostRecord.account_id, RemotePostRecord.due_at, *columns).where(~ours)
    return _between(statement, RemotePostRecord.due_at, since, until)


def _between(
    statement: AnySelect, instant: ColumnElement[Any] | Any, since: datetime, until: datetime | None
) -> AnySelect:
    statement = statement.where(instant >= since)
    return statement if until is None else statement.where(instant < until)


# --- slots that are being filled ---


def _held(session: Session, account: int, now: datetime) -> dict[datetime, datetime]:
    """Return which slots are held until when; what a killed program held is dropped in time."""
    statement = select(SettingRecord.value).where(SettingRecord.name == _name(account))
    kept = cast("dict[str, str] | None", session.execute(statement).scalar_one_or_none()) or {}
    found = {datetime.fromisoformat(slot): datetime.fromisoformat(until) for slot, until in kept.items()}
    return {slot: until for slot, until in found.items() if until > now}


def _keep(session: Session, account: int, held: dict[datetime, datetime]) -> None:
    if not held:
        session.execute(delete(SettingRecord).where(SettingRecord.name == _name(account)))
        return
    value = {slot.isoformat(): until.isoformat() for slot, until in held.items()}
    upsert(session, SettingRecord, {"name": _name(account)}, {"value": value})


def _name(account: int) -> str:
    return f"held_slots_{account}"
