"""The clinic's accounts; never their secrets."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.accounts import Account, AccountState, NewAccount
from cmstation.domain.delivery import OPEN_STATES
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import AccountLimits, Network, Way
from cmstation.storage.database import Database
from cmstation.storage.records import VersionRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import AccountRecord, SettingRecord
from cmstation.storage.rows_read import FRESH, account_of
from cmstation.storage.search import index_posts
from cmstation.storage.upsert import upsert


class AccountFields(TypedDict, total=False):
    """Fields of an account that may change."""

    network: Network
    way: Way
    name: str
    handle: str
    address: str
    login: str
    state: AccountState
    position: int
    software: str
    limits: AccountLimits | None
    native_scheduling: bool
    audience: str
    checked_at: datetime | None


class Accounts:
    """Accounts in the order of their tabs."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def add(self, account: NewAccount, now: datetime) -> Account:
        """Store a new account, last in order, ready to be used."""
        with self._sessions.begin() as session:
            last = session.execute(select(func.coalesce(func.max(AccountRecord.position), -1))).scalar_one()
            values = {
                **_columns(
                    AccountFields(
                        network=account.network,
                        way=account.way,
                        name=account.name,
                        address=account.address,
                        login=account.login,
                        handle=account.handle,
                        software=account.software,
                        limits=account.limits,
                        native_scheduling=account.native_scheduling,
                    )
                ),
                "state": AccountState.READY,
                "position": last + 1,
                "audience": "",
                "created_at": now,
            }
            statement = insert(AccountRecord).values(**values).returning(AccountRecord.id)
            return _read(session, session.execute(statement).scalar_one())

    def get(self, account: int) -> Account:
        """Read an account, also a removed one that the history still names."""
        with self._readers.begin() as session:
            return _read(session, account)

    def all(self) -> tuple[Account, ...]:
        """List the accounts in order."""
        statement = (
            select(AccountRecord)
            .where(AccountRecord.removed_at.is_(None))
            .order_by(AccountRecord.position, AccountRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(account_of(row) for row in session.scalars(statement))

    def update(self, account: int, **fields: Unpack[AccountFields]) -> Account:
        """Store changed fields of an account."""
        with self._sessions.begin() as session:
            _read(session, account)
            if fields:
                session.execute(
                    update(AccountRecord).where(AccountRecord.id == account).values(**_columns(fields))
                )
            return _read(session, account)

    def pause(self, account: int) -> Account:
        """Stop an account; the state it has now is kept for `resume`."""
        with self._sessions.begin() as session:
            _lock(session, account)
            found = _read(session, account)
            if found.state is not AccountState.PAUSED:
                _remember(session, account, found.state)
                _set_state(session, account, AccountState.PAUSED)
            return _read(session, account)

    def resume(self, account: int) -> Account:
        """Give a paused account the state back that it would have without the pause."""
        with self._sessions.begin() as session:
            _lock(session, account)
            _set_state(session, account, _standing(session, account))
            _forget(session, account)
            return _read(session, account)

    def settle(self, account: int, state: AccountState) -> Account:
        """Give an account another state; a paused one stays paused and has it once it resumes."""
        with self._sessions.begin() as session:
            _lock(session, account)
            if _read(session, account).state is AccountState.PAUSED:
                _remember(session, account, state)
            else:
                _set_state(session, account, state)
            return _read(session, account)

    def standing(self, account: int) -> AccountState:
        """Return the state that an account has, or would have if it were not paused."""
        with self._readers.begin() as session:
            return _standing(session, account)

    def reorder(self, ids: Sequence[int]) -> tuple[Account, ...]:
        """Put accounts into an order; those not named follow as they were."""
        with self._sessions.begin() as session:
            statement = select(AccountRecord.id).order_by(AccountRecord.position, AccountRecord.id)
            stored = list(session.scalars(statement))
            for account in ids:
                if account not in stored:
                    raise NotFound(subject="account", identity=account)
            named = list(dict.fromkeys(ids))
            order = named + [account for account in stored if account not in named]
            for position, account in enumerate(order):
                session.execute(
                    update(AccountRecord).where(AccountRecord.id == account).values(position=position)
                )
        return self.all()

    def remove(self, account: int, now: datetime) -> None:
        """Remove an account; its row stays for the history when it ever had a delivery.

        Raises:
            AlreadyPlanned: a delivery to it is on its way; it must be cancelled or settled first.
        """
        with self._sessions.begin() as session:
            _read(session, account)
            _refuse_if_open(session, account)
            delivered = select(DeliveryRecord.post_id).where(DeliveryRecord.account_id == account)
            posts = list(
                session.scalars(
                    select(VersionRecord.post_id).where(
                        VersionRecord.account_id == account, VersionRecord.post_id.not_in(delivered)
                    )
                )
            )
            session.execute(
                delete(VersionRecord).where(
                    VersionRecord.account_id == account, VersionRecord.post_id.not_in(delivered)
                )
            )
            if session.execute(delivered.limit(1)).first() is None:
                session.execute(delete(AccountRecord).where(AccountRecord.id == account))
            else:
                session.execute(
                    update(AccountRecord).where(AccountRecord.id == account).values(removed_at=now)
                )
            _forget(session, account)
            index_posts(session, posts)


def _columns(fields: AccountFields) -> dict[str, object]:
    unknown = set(fields) - set(AccountFields.__annotations__)
    if unknown:
        raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
    columns: dict[str, object] = dict(fields)
    limits = fields.get("limits")
    if limits is not None:
        columns["limits"] = asdict(limits)
    return columns


def _read(session: Session, account: int) -> Account:
    statement = select(AccountRecord).where(AccountRecord.id == account).execution_options(**FRESH)
    row = session.scalars(statement).one_or_none()
    if row is None:
        raise NotFound(subject="account", identity=account)
    return account_of(row)


def _lock(session: Session, account: int) -> None:
    session.execute(select(AccountRecord.id).where(AccountRecord.id == account).with_for_update())


def _set_state(session: Session, account: int, state: AccountState) -> None:
    session.execute(update(AccountRecord).where(AccountRecord.id == account).values(state=state))


def _standing(session: Session, account: int) -> AccountState:
    state = _read(session, account).state
    if state is not AccountState.PAUSED:
        return state
    statement = select(SettingRecord.value).where(SettingRecord.name == _before_pause(account))
    kept = session.execute(statement).scalar_one_or_none()
    return AccountState.READY if kept is None else AccountState(str(kept))


def _remember(session: Session, account: int, state: AccountState) -> None:
    upsert(session, SettingRecord, {"name": _before_pause(account)}, {"value": state.value})


def _forget(session: Session, account: int) -> None:
    session.execute(delete(SettingRecord).where(SettingRecord.name == _before_pause(account)))


def _before_pause(account: int) -> str:
    return f"before_pause_{account}"


def _refuse_if_open(session: Session, account: int) -> None:
    statement = select(DeliveryRecord.post_id, DeliveryRecord.kind).where(
        DeliveryRecord.account_id == account, DeliveryRecord.state.in_(OPEN_STATES)
    )
    found = session.execute(statement.order_by(DeliveryRecord.id)).first()
    if found is not None:
        raise AlreadyPlanned(post=found.post_id, account=account, kind=found.kind.value)
