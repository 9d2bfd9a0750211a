"""Checking a Mastodon account: each failure has its step and its cause."""

import json
from collections.abc import Callable

import pytest
import responses

from cmstation.domain.accounts import Secret
from cmstation.domain.clock import SystemClock
from cmstation.domain.networks import AccountReport, CheckStep, StepState
from cmstation.networks.mastodon import Mastodon
from cmstation.networks.session import Session
from tests.networks.mastodon_stage import USERNAME, WRONG_TOKEN, account_at, adapter_for
from tests.servers.mastodon import MastodonServer

INSTANCE = "https://mastodon.example"


def _step(report: AccountReport, name: str) -> CheckStep:
    return next(step for step in report.steps if step.name == name)


def _failed(report: AccountReport) -> tuple[str, str]:
    (step,) = [step for step in report.steps if step.state is StepState.FAILED]
    return step.name, step.cause


@pytest.mark.real_server
def test_a_good_account_passes_with_its_limits(mastodon_server: MastodonServer) -> None:
    report = adapter_for(mastodon_server).check()

    assert report.passed
    assert [step.name for step in report.steps] == ["address", "instance", "token", "scopes", "limits"]
    assert report.software.startswith("Mastodon 4.")
    assert report.handle.startswith(f"@{USERNAME}@127.0.0.1:")
    assert report.limits is not None
    assert (report.limits.max_characters, report.limits.characters_per_url) == (500, 23)
    assert _step(report, "limits").remark == "500"


@pytest.mark.real_server
def test_a_wrong_token_is_named(mastodon_server: MastodonServer) -> None:
    report = adapter_for(mastodon_server, token=WRONG_TOKEN).check()

    assert _failed(report) == ("token", "token_refused")
    assert _step(report, "scopes").state is StepState.SKIPPED
    assert report.limits is not None


@pytest.mark.real_server
def test_each_step_is_told_as_it_ends(mastodon_server: MastodonServer) -> None:
    told: list[CheckStep] = []

    report = adapter_for(mastodon_server, token=WRONG_TOKEN).check(told.append)

    assert list(dict.fromkeys(step.name for step in told)) == ["address", "instance", "token"]
    assert {step.name: step for step in told} == {step.name: step for step in report.steps[:3]}


@pytest.mark.real_server
def test_no_token_at_all_is_named(mastodon_server: MastodonServer) -> None:
    adapter = Mastodon(Session(), account_at(mastodon_server.url), Secret({}), SystemClock())

    assert _failed(adapter.check()) == ("token", "token_refused")


def test_a_server_that_does_not_run_is_named() -> None:
    adapter = Mastodon(Session(), account_at("http://127.0.0.1:9"), Secret({"access": "x"}), SystemClock())

    assert _failed(adapter.check()) == ("address", "refused")


def test_a_plain_http_address_is_named() -> None:
    adapter = Mastodon(Session(), account_at("http://a.example"), Secret({"access": "x"}), SystemClock())

    assert _failed(adapter.check()) == ("address", "not_secure")


def _instance_page(web: responses.RequestsMock) -> None:
    for edition in ("v1", "v2"):
        web.get(f"{INSTANCE}/api/{edition}/instance", body="<html>Bienvenue</html>")


def _no_instance(web: responses.RequestsMock) -> None:
    for edition in ("v1", "v2"):
        web.get(f"{INSTANCE}/api/{edition}/instance", json={"message": "No route"}, status=404)


def _another_json(web: responses.RequestsMock) -> None:
    for edition in ("v1", "v2"):
        web.get(f"{INSTANCE}/api/{edition}/instance", json={"hello": "world"})


@pytest.mark.parametrize("site", [_instance_page, _no_instance, _another_json])
def test_a_site_that_is_no_instance_is_named(site: Callable[[responses.RequestsMock], None]) -> None:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as web:
        site(web)
        report = Mastodon(Session(), account_at(INSTANCE), Secret({"access": "abcd"}), SystemClock()).check()

    assert _failed(report) == ("instance", "not_mastodon")
    assert _step(report, "address").state is StepState.PASSED


def _good_instance(web: responses.RequestsMock, scopes: list[str] | None) -> None:
    described = {"uri": "mastodon.example", "domain": "mastodon.example", "version": "4.5.2"}
    web.get(f"{INSTANCE}/api/v1/instance", json=described)
    web.get(f"{INSTANCE}/api/v2/instance", json={**described, "api_versions": {"mastodon": 10}})
    web.get(f"{INSTANCE}/.well-known/nodeinfo", status=404, json={"error": "no"})
    web.get(f"{INSTANCE}/api/v1/accounts/verify_credentials", json={"id": "1", "username": "clinique"})
    web.get(f"{INSTANCE}/api/v1/apps/verify_credentials", body=json.dumps({"scopes": scopes}))


@pytest.mark.parametrize(
    ("scopes", "state", "cause"),
    [
        (["read", "write"], StepState.PASSED, ""),
        (["read:accounts", "read:statuses", "write:statuses", "write:media"], StepState.PASSED, ""),
        (["read"], StepState.FAILED, "scope_missing"),
        (["read", "write:statuses"], StepState.FAILED, "scope_missing"),
        (["write", "profile"], StepState.WARNED, "cannot_read_back"),
        (None, StepState.SKIPPED, "not_told"),
    ],
)
def test_missing_scopes_are_named(scopes: list[str] | None, state: StepState, cause: str) -> None:
    with responses.RequestsMock() as web:
        _good_instance(web, scopes)
        report = Mastodon(Session(), account_at(INSTANCE), Secret({"access": "abcd"}), SystemClock()).check()

    assert (_step(report, "scopes").state, _step(report, "scopes").cause) == (state, cause)
    assert report.passed is (state is not StepState.FAILED)
    assert report.handle == "@clinique@mastodon.example"
    assert _step(report, "limits").cause == "not_told"


def test_a_disabled_login_is_named() -> None:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as web:
        web.get(
            f"{INSTANCE}/api/v1/accounts/verify_credentials",
            json={"error": "Your login is currently disabled"},
            status=403,
        )
        _good_instance(web, None)
        report = Mastodon(Session(), account_at(INSTANCE), Secret({"access": "abcd"}), SystemClock()).check()

    assert _failed(report) == ("token", "account_blocked")
