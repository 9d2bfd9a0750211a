"""Checks a Mastodon account step by step, and names the cause where a step fails."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.errors import (
    AccountBlocked,
    AddressNotFound,
    AnswerNotUnderstood,
    ContentRefused,
    NetworkError,
    PermissionMissing,
    SignInNeeded,
    StationError,
)
from cmstation.domain.networks import AccountLimits, AccountReport, Json, StepState, TellStep, tell_nobody
from cmstation.networks.answers import Answer, as_mapping, content_of
from cmstation.networks.check_steps import Steps, Stopped
from cmstation.networks.journal_log import NO_JOURNAL
from cmstation.networks.mastodon_calls import DIALECT, MastodonCalls
from cmstation.networks.mastodon_instance import (
    Software,
    instance,
    limits_in,
    looks_like_instance,
    software_of,
)

STEPS = ("address", "instance", "token", "scopes", "limits")
_NEEDED = ("write:statuses", "write:media")
_USEFUL = ("read:accounts", "read:statuses")
_NOT_AN_INSTANCE: Mapping[type[StationError], str] = {
    AddressNotFound: "not_mastodon",
    AnswerNotUnderstood: "not_mastodon",
    ContentRefused: "not_mastodon",
    PermissionMissing: "closed_instance",
    SignInNeeded: "closed_instance",
}
_NO_TOKEN: Mapping[type[StationError], str] = {
    SignInNeeded: "token_refused",
    AccountBlocked: "account_blocked",
    PermissionMissing: "scope_missing",
}


@dataclass(slots=True)
class _Found:
    handle: str = ""
    display_name: str = ""
    software: str = ""
    limits: AccountLimits | None = None
    content: Mapping[str, Json] = field(default_factory=dict[str, Json])


def check_account(
    calls: MastodonCalls, account: Account, secret: Secret, tell: TellStep = tell_nobody
) -> AccountReport:
    """Try an account; never raises for what a step can name."""
    steps = Steps(STEPS, tell)
    found = _Found(software=account.software)
    with suppress(Stopped):
        _try_all(calls, secret, steps, found)
    return AccountReport(
        steps=steps.all(),
        display_name=found.display_name,
        handle=found.handle or account.handle,
        address=calls.base,
        software=found.software,
        limits=found.limits,
    )


def granted(scopes: list[str], wanted: str) -> bool:
    """Tell whether a scope is granted, by itself or by the wider one that holds it."""
    return wanted in scopes or wanted.partition(":")[0] in scopes


def _try_all(calls: MastodonCalls, secret: Secret, steps: Steps, found: _Found) -> None:
    steps.attempt("address", lambda: _reach(calls))
    found.content, software = steps.attempt("instance", lambda: _identify(calls), _NOT_AN_INSTANCE)
    found.software = str(software)
    found.limits = limits_in(found.content)
    if software.keeps_keys:
        steps.conclude("instance", StepState.PASSED, remark=found.software)
    else:
        steps.conclude("instance", StepState.WARNED, cause="key_not_kept", remark=found.software)
    own = steps.attempt("token", lambda: _own_account(calls), _NO_TOKEN)
    found.handle = _handle(own, found.content, calls.base)
    found.display_name = str(own.get("display_name") or own.get("username") or "")
    steps.conclude("token", StepState.PASSED, remark=found.handle)
    _judge_limits(found.limits, steps)
    _judge_scopes(_scopes(calls, secret), steps)


def _reach(calls: MastodonCalls) -> Answer:
    return calls.read_public("/api/v1/instance", step="check", journal=NO_JOURNAL)


def _identify(calls: MastodonCalls) -> tuple[Mapping[str, Json], Software]:
    content = instance(calls, NO_JOURNAL)
    if not looks_like_instance(content):
        raise AnswerNotUnderstood(code="not_mastodon")
    return content, software_of(calls, NO_JOURNAL)


def _own_account(calls: MastodonCalls) -> Mapping[str, Json]:
    answer = calls.read("/api/v1/accounts/verify_credentials", step="check", journal=NO_JOURNAL)
    return as_mapping(content_of(answer, DIALECT), answer)


def _handle(own: Mapping[str, Json], described: Mapping[str, Json], base: str) -> str:
    """Return the full handle; an instance may call itself otherwise than its web address."""
    told = str(described.get("domain") or described.get("uri") or "")
    domain = urlsplit(told if "://" in told else f"//{told}").netloc or urlsplit(base).netloc
    return f"@{own.get('username', '')}@{domain}"


def _scopes(calls: MastodonCalls, secret: Secret) -> list[str] | None:
    """Return what the token may do, None where the server does not tell."""
    told = secret.parts.get("scope", "").split()
    if told:
        return told
    try:
        answer = calls.read("/api/v1/apps/verify_credentials", step="check", journal=NO_JOURNAL)
        scopes = as_mapping(content_of(answer, DIALECT), answer).get("scopes")
    except NetworkError:
        return None  # the token belongs to no application, or the server is too old to tell
    return [str(scope) for scope in scopes] if isinstance(scopes, list) and scopes else None


def _judge_scopes(scopes: list[str] | None, steps: Steps) -> None:
    if scopes is None:
        steps.conclude("scopes", StepState.SKIPPED, cause="not_told")
        return
    missing = [wanted for wanted in _NEEDED if not granted(scopes, wanted)]
    if missing:
        steps.conclude("scopes", StepState.FAILED, cause="scope_missing", remark=" ".join(missing))
        raise Stopped
    unread = [wanted for wanted in _USEFUL if not granted(scopes, wanted)]
    if unread:
        steps.conclude("scopes", StepState.WARNED, cause="cannot_read_back", remark=" ".join(unread))
        return
    steps.conclude("scopes", StepState.PASSED, remark=" ".join(sorted(scopes)))


def _judge_limits(limits: AccountLimits, steps: Steps) -> None:
    if limits.max_characters is None:
        steps.conclude("limits", StepState.WARNED, cause="not_told")
        return
    steps.conclude("limits", StepState.PASSED, remark=str(limits.max_characters))
