"""Checking a Bluesky account: each failure has its step and its cause."""

import json
import urllib.request
from typing import Any

import pytest
import responses

from cmstation.domain.accounts import Secret
from cmstation.domain.networks import AccountReport, CheckStep, StepState
from cmstation.networks.bluesky_calls import plain_handle
from cmstation.networks.bluesky_check import STEPS, scope_of
from tests.networks.bluesky_stage import HANDLE, OTHER_HANDLE, WRONG_PASSWORD, SecretSafe, adapter_with
from tests.servers.bluesky import BlueskyServer
from tests.servers.mastodon import MastodonServer

ENTRANCE = "https://bsky.example"


def _check(address: str, password: str, login: str = HANDLE) -> AccountReport:
    return adapter_with(address, Secret({"password": password}), SecretSafe({}).keep, login=login).check()


def _step(report: AccountReport, name: str) -> CheckStep:
    return next(step for step in report.steps if step.name == name)


def _failed(report: AccountReport) -> tuple[str, str]:
    (step,) = [step for step in report.steps if step.state is StepState.FAILED]
    return step.name, step.cause


@pytest.mark.real_server
class TestRealServer:
    """Against the real server."""

    def test_a_good_account_passes(self, bluesky_server: BlueskyServer) -> None:
        report = _check(bluesky_server.url, bluesky_server.accounts[HANDLE].app_password, f"@{HANDLE}")

        assert report.passed
        assert [(step.name, step.state) for step in report.steps] == [
            (name, StepState.PASSED) for name in STEPS
        ]
        assert report.handle == HANDLE
        assert report.software.startswith("PDS 0.")
        assert report.limits is not None
        assert report.limits.max_characters == 300

    def test_each_step_is_told_as_it_ends(self, bluesky_server: BlueskyServer) -> None:
        told: list[CheckStep] = []
        secret = Secret({"password": bluesky_server.accounts[HANDLE].app_password})

        report = adapter_with(bluesky_server.url, secret, SecretSafe({}).keep).check(told.append)

        assert tuple(dict.fromkeys(step.name for step in told)) == STEPS
        assert {step.name: step for step in told} == {step.name: step for step in report.steps}

    def test_a_wrong_password_is_named(self, bluesky_server: BlueskyServer) -> None:
        report = _check(bluesky_server.url, WRONG_PASSWORD)

        assert _failed(report) == ("password", "password_refused")
        assert _step(report, "handle").state is StepState.PASSED
        assert _step(report, "rights").state is StepState.SKIPPED

    def test_an_unknown_handle_is_named(self, bluesky_server: BlueskyServer) -> None:
        report = _check(bluesky_server.url, WRONG_PASSWORD, "personne.test")

        assert _failed(report) == ("handle", "handle_unknown")

    def test_the_accounts_own_password_works_with_a_warning(self, bluesky_server: BlueskyServer) -> None:
        report = _check(bluesky_server.url, bluesky_server.accounts[HANDLE].password)

        password = _step(report, "password")
        assert (password.state, password.cause) == (StepState.WARNED, "account_password")
        assert report.passed

    def test_a_mail_address_signs_in_too(self, bluesky_server: BlueskyServer) -> None:
        account = bluesky_server.accounts[HANDLE]

        report = _check(bluesky_server.url, account.app_password, account.email)

        assert report.passed
        assert report.handle == HANDLE

    def test_a_deactivated_account_is_named(self, bluesky_server: BlueskyServer) -> None:
        other = bluesky_server.accounts[OTHER_HANDLE]
        body = {"identifier": other.handle, "password": other.password}
        token = _call(bluesky_server, "createSession", body)["accessJwt"]
        _call(bluesky_server, "deactivateAccount", {}, token)
        try:
            report = _check(bluesky_server.url, other.app_password, other.did)
        finally:
            _call(bluesky_server, "activateAccount", None, token)

        assert _failed(report) == ("account_state", "account_blocked")
        assert _step(report, "account_state").remark == "deactivated"

    def test_another_kind_of_server_is_named(self, mastodon_server: MastodonServer) -> None:
        assert _failed(_check(mastodon_server.url, WRONG_PASSWORD)) == ("address", "not_bluesky")


def _call(server: BlueskyServer, name: str, body: dict[str, str] | None, token: str = "") -> dict[str, Any]:
    request = urllib.request.Request(f"{server.url}/xrpc/com.atproto.server.{name}", method="POST")
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read() or b"{}")


def test_a_server_that_does_not_run_is_named() -> None:
    assert _failed(_check("http://127.0.0.1:9", WRONG_PASSWORD)) == ("address", "refused")


def test_a_plain_http_address_is_named() -> None:
    assert _failed(_check("http://bsky.example", WRONG_PASSWORD)) == ("address", "not_secure")


@pytest.mark.parametrize(
    ("status", "error", "failed"),
    [
        (401, "AuthFactorTokenRequired", ("second_factor", "second_factor")),
        (401, "AccountTakedown", ("account_state", "account_blocked")),
        (401, "AuthenticationRequired", ("password", "password_refused")),
        (429, "RateLimitExceeded", ("password", "rate_limited")),
    ],
)
def test_what_the_sign_in_answers_is_named(status: int, error: str, failed: tuple[str, str]) -> None:
    with responses.RequestsMock() as web:
        web.get(f"{ENTRANCE}/xrpc/com.atproto.server.describeServer", json={"availableUserDomains": []})
        web.get(f"{ENTRANCE}/xrpc/_health", body="up")
        web.get(f"{ENTRANCE}/xrpc/com.atproto.identity.resolveHandle", json={"did": "did:plc:abc"})
        web.post(
            f"{ENTRANCE}/xrpc/com.atproto.server.createSession",
            json={"error": error, "message": "…"},
            status=status,
        )
        report = _check(ENTRANCE, WRONG_PASSWORD)

    assert _failed(report) == failed


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("@Marie.bsky.social", "marie.bsky.social"),
        (" marie.bsky.social\u2069 ", "marie.bsky.social"),
        ("https://bsky.app/profile/marie.bsky.social/post/3k", "marie.bsky.social"),
        ("did:plc:AbC", "did:plc:AbC"),
    ],
)
def test_a_handle_is_understood_however_it_is_typed(typed: str, handle: str) -> None:
    assert plain_handle(typed) == handle


@pytest.mark.parametrize("token", ["", "a.b.c", "a", "a.e30.c", "a.W10.c", "\0.é.\ud800"])
def test_an_unreadable_token_tells_no_scope(token: str) -> None:
    assert scope_of(token) == ""
