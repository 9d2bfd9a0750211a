"""Checks a Bluesky account step by step, and names the cause where a step fails."""

import base64
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from cmstation.domain.accounts import Account
from cmstation.domain.errors import (
    AccountBlocked,
    AddressNotFound,
    AnswerNotUnderstood,
    ContentRefused,
    NetworkError,
    SecondFactorNeeded,
    SignInNeeded,
    StationError,
)
from cmstation.domain.networks import AccountLimits, AccountReport, Json, StepState, TellStep, tell_nobody
from cmstation.networks.answers import within
from cmstation.networks.bluesky_calls import BlueskyCalls, plain_handle
from cmstation.networks.check_steps import Steps, Stopped
from cmstation.networks.journal_log import NO_JOURNAL

STEPS = ("address", "handle", "password", "second_factor", "account_state", "rights")
# The rules of app.bsky.feed.post, the same on every server; pictures as older servers take them.
LIMITS = AccountLimits(max_characters=300, max_pictures=4, max_picture_bytes=999_999)
_WHOLE_ACCOUNT = "com.atproto.access"
_APP_PASSWORD = frozenset({"com.atproto.appPass", "com.atproto.appPassPrivileged"})
_NOT_A_SERVER: Mapping[type[StationError], str] = {
    AddressNotFound: "not_bluesky",
    AnswerNotUnderstood: "not_bluesky",
    ContentRefused: "not_bluesky",
}
_NO_HANDLE: Mapping[type[StationError], str] = {
    ContentRefused: "handle_unknown",
    AddressNotFound: "handle_unknown",
}
_NO_ENTRY: Mapping[type[StationError], str] = {
    SecondFactorNeeded: "second_factor",
    SignInNeeded: "password_refused",
}


@dataclass(slots=True)
class _Found:
    handle: str = ""
    display_name: str = ""
    software: str = ""


def check_account(calls: BlueskyCalls, account: Account, tell: TellStep = tell_nobody) -> AccountReport:
    """Try an account; never raises for what a step can name."""
    steps = Steps(STEPS, tell)
    found = _Found(handle=account.handle or account.login)
    with suppress(Stopped):
        _try_all(calls, account, steps, found)
    return AccountReport(
        steps=steps.all(),
        display_name=found.display_name,
        handle=found.handle,
        address=account.address.rstrip("/"),
        software=found.software,
        limits=LIMITS,
    )


def scope_of(token: str) -> str:
    """Return what a token may do, as it says itself; "" when it cannot be read."""
    try:
        middle = token.split(".")[1]
        told = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
        return str(told.get("scope", ""))
    except (IndexError, ValueError, AttributeError):
        return ""


def _try_all(calls: BlueskyCalls, account: Account, steps: Steps, found: _Found) -> None:
    found.software = steps.attempt("address", lambda: _introduced(calls), _NOT_A_SERVER)
    steps.conclude("address", StepState.PASSED, remark=found.software)
    login = plain_handle(account.login or account.handle)
    if "@" in login:  # signing in with the mail address works too, but there is nothing to look up
        steps.conclude("handle", StepState.SKIPPED, cause="mail_address")
    else:
        steps.attempt("handle", lambda: _resolve(calls, login), _NO_HANDLE)
    own = _sign_in(calls, steps)
    found.handle = str(own.get("handle") or calls.handle)
    steps.conclude("handle", StepState.PASSED, remark=found.handle)
    _judge_state(own, steps)
    _judge_scope(scope_of(calls.secret.parts.get("access", "")), steps)
    found.display_name = _display_name(calls)


def _introduced(calls: BlueskyCalls) -> str:
    """Return what the server says that it is."""
    described = calls.ask_entrance("com.atproto.server.describeServer", {})
    if "availableUserDomains" not in described and "did" not in described:
        raise AnswerNotUnderstood(code="not_bluesky")
    try:
        version = calls.ask_entrance("_health", {}).get("version")
    except NetworkError:
        version = None
    return f"PDS {version}"[:60] if isinstance(version, str) and version else "PDS"


def _resolve(calls: BlueskyCalls, login: str) -> str:
    if login.startswith("did:"):
        return login
    did = calls.ask_entrance("com.atproto.identity.resolveHandle", {"handle": login}).get("did")
    if not isinstance(did, str) or not did.startswith("did:"):
        raise AnswerNotUnderstood(code="no_did")
    return did


def _sign_in(calls: BlueskyCalls, steps: Steps) -> Mapping[str, Json]:
    """Use the tokens while they work, else the password: the network counts sign-ins."""
    try:
        own = steps.attempt("password", lambda: _own_session(calls), _NO_ENTRY)
    except Stopped as stopped:
        if isinstance(stopped.__cause__, SecondFactorNeeded):
            steps.conclude("password", StepState.PASSED)
            steps.conclude("second_factor", StepState.FAILED, cause="second_factor")
        elif isinstance(stopped.__cause__, AccountBlocked):
            steps.conclude("password", StepState.PASSED)
            steps.conclude("account_state", StepState.FAILED, cause="account_blocked")
        raise
    steps.conclude("second_factor", StepState.PASSED)
    return own


def _own_session(calls: BlueskyCalls) -> Mapping[str, Json]:
    return calls.signed_query("com.atproto.server.getSession", {}, step="check", journal=NO_JOURNAL)


def _judge_state(own: Mapping[str, Json], steps: Steps) -> None:
    if own.get("active") is False:
        state = str(own.get("status") or "account_blocked")[:40]
        steps.conclude("account_state", StepState.FAILED, cause="account_blocked", remark=state)
        raise Stopped
    steps.conclude("account_state", StepState.PASSED)


def _judge_scope(scope: str, steps: Steps) -> None:
    """Tell an app password from the account's own, and whether it may write."""
    if scope == _WHOLE_ACCOUNT:
        steps.conclude("password", StepState.WARNED, cause="account_password")
    if not scope:
        steps.conclude("rights", StepState.SKIPPED, cause="not_told")
    elif scope == _WHOLE_ACCOUNT or scope in _APP_PASSWORD:
        steps.conclude("rights", StepState.PASSED)
    else:
        steps.conclude("rights", StepState.FAILED, cause="permission_missing", remark=scope[:60])
        raise Stopped


def _display_name(calls: BlueskyCalls) -> str:
    place = {"repo": calls.did, "collection": "app.bsky.actor.profile", "rkey": "self"}
    try:
        told = calls.query("com.atproto.repo.getRecord", place, step="check", journal=NO_JOURNAL)
    except NetworkError:
        return ""  # an account without a profile
    name = within(told, "value", "displayName")
    return name if isinstance(name, str) else ""
