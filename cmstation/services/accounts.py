"""The clinic's accounts: add, check, sign in again, remove; secrets only ever pass through to the keyring."""

import logging
from collections.abc import Callable
from typing import Protocol, cast

from cmstation.domain.accounts import Account, AccountState, NewAccount, Secret
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import (
    SecretsLocked,
    SecretsRefused,
    SecretsUnavailable,
    SignInNeeded,
    StationError,
)
from cmstation.domain.metrics_networks import COUNTED, MetricsReader
from cmstation.domain.networks import AccountChecker, AccountReport, Publisher, TellStep, Way, tell_nobody
from cmstation.services.done import Done
from cmstation.storage.accounts import Accounts

log = logging.getLogger(__name__)
KeepSecret = Callable[[Secret], None]


class SecretStore(Protocol):
    """Where secrets are kept; a call may wait for a person's answer, so never on the GUI thread."""

    def get(self, name: str) -> Secret | None:
        """Return a secret, or None when none is kept under this name.

        Raises:
            SecretsUnavailable, SecretsLocked, SecretsRefused: three different situations.
        """
        ...

    def set(self, name: str, secret: Secret) -> None:
        """Keep a secret; an empty value never replaces a stored one."""
        ...

    def remove(self, name: str) -> None:
        """Forget a secret; forgetting what is not there succeeds."""
        ...


class Doors(Protocol):
    """Builds the adapters (`networks/doors.py`)."""

    def publisher(self, account: Account, secret: Secret | None, keep: KeepSecret) -> Publisher:
        """Return the adapter of an account."""
        ...

    def checker(self, account: NewAccount, secret: Secret | None) -> AccountChecker:
        """Return something that checks an account before it is stored."""
        ...

    def metrics(self, account: Account, secret: Secret | None, keep: KeepSecret) -> MetricsReader | None:
        """Return what reads an account's figures; None where its network does not tell us any."""
        ...


class AccountBook:
    """What a person can do with accounts.

    Args:
        secrets: the system's keyring.
    """

    def __init__(self, accounts: Accounts, secrets: SecretStore, doors: Doors, clock: Clock) -> None:
        self._accounts = accounts
        self._secrets = secrets
        self._doors = doors
        self._clock = clock
        # Secrets of this session only, when no keyring could take them; gone with the program.
        self._session: dict[int, Secret] = {}

    def all(self) -> tuple[Account, ...]:
        """Return the accounts in their order."""
        return self._accounts.all()

    def get(self, account: int) -> Account:
        """Return one account."""
        return self._accounts.get(account)

    def try_out(self, new: NewAccount, secret: Secret | None, tell: TellStep = tell_nobody) -> AccountReport:
        """Check a connection step by step, before anything is stored.

        Args:
            tell: hears of each step as it ends.
        """
        return self._doors.checker(new, secret).check(tell)

    def add(self, new: NewAccount, secret: Secret | None, *, session_only: bool = False) -> Done[Account]:
        """Store an account, its secret in the keyring first.

        Args:
            session_only: keep the secret only until the program ends (no keyring could take it).

        Raises:
            SecretsUnavailable, SecretsLocked, SecretsRefused: nothing was stored; offer session_only.
        """
        account = self._accounts.add(new, self._clock.now())
        if secret is not None:
            try:
                account = self._keep(account, secret, session_only=session_only)
            except Exception:
                self._accounts.remove(account.id, self._clock.now())
                raise
        changes = Changes(accounts=frozenset({account.id}))
        return Done(account, changes)

    def sign_in_again(self, account: int, secret: Secret, *, session_only: bool = False) -> Changes:
        """Replace an account's secret."""
        self._keep(self._accounts.get(account), secret, session_only=session_only)
        return Changes(accounts=frozenset({account}))

    def check(self, account: int, tell: TellStep = tell_nobody) -> AccountReport:
        """Check a stored account, and remember what its server says of itself.

        Args:
            tell: hears of each step as it ends.
        """
        found = self._accounts.get(account)
        new = NewAccount(
            found.network,
            found.way,
            found.name,
            found.address,
            found.login,
            found.handle,
            found.software,
            found.limits,
            found.native_scheduling,
        )
        report = self._doors.checker(new, self._secret(found)).check(tell)
        if report.passed and self._accounts.standing(account) is AccountState.SIGN_IN_NEEDED:
            awake = AccountState.SESSION_ONLY if account in self._session else AccountState.READY
            self._accounts.settle(account, awake)
        self._accounts.update(
            account,
            limits=report.limits or found.limits,
            handle=report.handle or found.handle,
            software=report.software or found.software,
            checked_at=self._clock.now(),
        )
        return report

    def rename(self, account: int, name: str) -> Changes:
        """Give an account another name."""
        self._accounts.update(account, name=name)
        return Changes(accounts=frozenset({account}))

    def set_native_scheduling(self, account: int, wanted: bool) -> Changes:
        """Say whether the network keeps planned posts until their hour."""
        self._accounts.update(account, native_scheduling=wanted)
        return Changes(accounts=frozenset({account}))

    def set_audience(self, account: int, readers: str) -> Changes:
        """Say who reads an account; "" takes the words away."""
        self._accounts.update(account, audience=readers.strip())
        return Changes(accounts=frozenset({account}))

    def pause(self, account: int, paused: bool) -> Changes:
        """Stop or resume an account's lane; what waited too long asks before it leaves."""
        if paused:
            self._accounts.pause(account)
        else:
            self._accounts.resume(account)
        return Changes(accounts=frozenset({account}))

    def reorder(self, accounts: list[int]) -> Changes:
        """Put the accounts in this order."""
        self._accounts.reorder(accounts)
        return Changes(accounts=frozenset(accounts))

    def remove(self, account: int) -> Changes:
        """Forget an account and its secret; what it published stays in the history.

        Raises:
            AlreadyPlanned: a delivery to it is on its way; account and secret stay.
            SecretsLocked, SecretsRefused: the keyring does not let go of the secret; the account stays.
        """
        found = self._accounts.get(account)
        kept = self._forget_secret(found)
        try:
            self._accounts.remove(account, self._clock.now())
        except StationError:
            if kept is not None:
                self._secrets.set(_name(account), kept)
            raise
        self._session.pop(account, None)
        return Changes(accounts=frozenset({account}))

    def forget_sessions(self) -> None:
        """At a start: what was signed in for one session only needs its password again."""
        for account in self._accounts.all():
            standing = self._accounts.standing(account.id)
            if standing is AccountState.SESSION_ONLY and account.id not in self._session:
                self._accounts.settle(account.id, AccountState.SIGN_IN_NEEDED)

    def open_door(self, account: Account) -> Publisher:
        """Return an account's adapter, signed in.

        Raises:
            SignInNeeded: no secret is kept for it on this computer.
        """
        if account.way is Way.REHEARSAL:
            return self._doors.publisher(account, None, lambda _secret: None)
        secret = self._secret(account)
        if secret is None:
            raise SignInNeeded(account=account.id)
        return self._doors.publisher(
            account, secret, lambda fresh: self._refreshed(account.id, secret, fresh)
        )

    def open_metrics(self, account: Account) -> MetricsReader | None:
        """Return what reads an account's figures, signed in; None where a person reads them.

        Raises:
            SignInNeeded: no secret is kept for it on this computer.
        """
        if account.way is not Way.DIRECT or account.network not in COUNTED:
            return None  # and nobody asks the keyring for it
        secret = self._secret(account)
        if secret is None:
            raise SignInNeeded(account=account.id)
        return self._doors.metrics(account, secret, lambda fresh: self._refreshed(account.id, secret, fresh))

    # --- inside ---

    def _secret(self, account: Account) -> Secret | None:
        if account.way is not Way.DIRECT:
            return None
        return self._session.get(account.id) or self._secrets.get(_name(account.id))

    def _keep(self, account: Account, secret: Secret, *, session_only: bool) -> Account:
        if session_only:
            self._session[account.id] = secret
            return self._accounts.settle(account.id, AccountState.SESSION_ONLY)
        self._secrets.set(_name(account.id), secret)
        self._session.pop(account.id, None)
        return self._accounts.settle(account.id, AccountState.READY)

    def _refreshed(self, account: int, opened: Secret, fresh: Secret) -> None:
        """Keep rotated tokens at once; a value that came back empty keeps the old one.

        The old tokens are dead by now: when the keyring refuses, this program remembers the new ones.
        """
        given = {name: value for name, value in fresh.parts.items() if value}
        old = self._session.get(account)
        if old is not None:
            self._session[account] = Secret({**old.parts, **given})
            return
        try:
            self._secrets.set(_name(account), Secret({**opened.parts, **given}))
        except (SecretsUnavailable, SecretsLocked, SecretsRefused):
            log.warning("renewed tokens of account %s are kept until the program ends", account)
            self._session[account] = Secret({**opened.parts, **given})

    def _forget_secret(self, account: Account) -> Secret | None:
        """Return what was forgotten, to put it back if the account stays."""
        if account.way is not Way.DIRECT:
            return None
        try:
            kept = self._secrets.get(_name(account.id))
            self._secrets.remove(_name(account.id))
        except SecretsUnavailable:
            # Where there is no keyring, nothing can have been kept.
            return None
        except (SecretsLocked, SecretsRefused):
            if account.id not in self._session:
                raise
            return None
        return kept


def _name(account: int) -> str:
    return f"account-{account}"


def as_checker(door: Publisher) -> AccountChecker:
    """Read an adapter as a checker; every direct adapter is both."""
    return cast("AccountChecker", door)
