"""Checking a site names the step that fails, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
import responses

from cmstation.domain.accounts import Secret
from cmstation.domain.clock import SystemClock
from cmstation.domain.networks import AccountReport, CheckStep, StepState
from cmstation.networks.session import Session
from cmstation.networks.wordpress import WordPress
from tests.fakes.cutting_proxy import CuttingProxy, Trouble
from tests.networks.wordpress_stage import WRONG_PASSWORD, WordPressStage
from tests.servers.wordpress import WordPressFault, WordPressServer

SITE = "https://clinique.example"
INDEX: Mapping[str, object] = {
    "name": "Clinique",
    "namespaces": ["wp/v2"],
    "authentication": {"application-passwords": {"endpoints": "…"}},
}


def failing(report: AccountReport) -> tuple[str, str]:
    """Return name and cause of the one step that failed."""
    (step,) = [step for step in report.steps if step.state is StepState.FAILED]
    return step.name, step.cause


@pytest.fixture
def mended(wordpress: WordPressStage) -> Iterator[WordPressServer]:
    """The site, whole again after the test."""
    yield wordpress.server
    wordpress.server.break_with(())


@pytest.mark.real_server
class TestOnARealSite:
    """Causes as a real WordPress shows them."""

    def test_a_good_account_passes_every_step_and_leaves_nothing(self, wordpress: WordPressStage) -> None:
        before = len(wordpress.ask("/wp/v2/posts", status="draft,trash", per_page="100"))

        report = wordpress.publisher().check()

        assert report.passed
        assert [step.name for step in report.steps] == [
            "address",
            "rest",
            "application_passwords",
            "password",
            "rights",
            "trial",
        ]
        assert {step.state for step in report.steps} == {StepState.PASSED}
        assert (report.handle, report.display_name) == ("editor", "editor")
        assert report.software.startswith("WordPress 6")
        assert len(wordpress.ask("/wp/v2/posts", status="draft,trash", per_page="100")) == before

    def test_a_wrong_password(self, wordpress: WordPressStage) -> None:
        report = wordpress.publisher(wrong_secret=True).check()

        assert failing(report) == ("password", "incorrect_password")
        assert [step.state for step in report.steps[4:]] == [StepState.SKIPPED] * 2
        assert WRONG_PASSWORD not in repr(report)

    def test_each_step_is_told_as_it_ends(self, wordpress: WordPressStage) -> None:
        told: list[CheckStep] = []

        report = wordpress.publisher(wrong_secret=True).check(told.append)

        assert tuple(told) == report.steps[:4]

    def test_what_the_listener_raises_ends_the_check(self, wordpress: WordPressStage) -> None:
        class Enough(Exception):
            pass

        told: list[CheckStep] = []

        def tell(step: CheckStep) -> None:
            told.append(step)
            raise Enough

        with pytest.raises(Enough):
            wordpress.publisher().check(tell)

        assert [step.name for step in told] == ["address"]

    def test_an_unknown_user(self, wordpress: WordPressStage) -> None:
        assert failing(wordpress.publisher(login="CM Station").check())[0] == "password"

    def test_the_password_of_the_person_instead_of_an_application_password(
        self, wordpress: WordPressStage
    ) -> None:
        report = wordpress.publisher(password=wordpress.user.password).check()

        assert failing(report) == ("password", "not_an_application_password")

    def test_a_host_that_drops_the_header(self, wordpress: WordPressStage, mended: WordPressServer) -> None:
        mended.break_with({WordPressFault.AUTHORIZATION_STRIPPED})

        assert failing(wordpress.publisher().check()) == ("password", "header_stripped")

    def test_a_header_dropped_on_the_way(self, wordpress: WordPressStage) -> None:
        with CuttingProxy(wordpress.address, strip=("Authorization",)) as proxy:
            report = wordpress.publisher(address=proxy.address).check()

        assert failing(report) == ("password", "header_stripped")

    def test_a_dropped_header_where_the_older_door_is_closed(self, wordpress: WordPressStage) -> None:
        with CuttingProxy(wordpress.address, strip=("Authorization",)) as proxy:
            proxy.when("POST", "/xmlrpc.php", Trouble.FORBIDDEN_PAGE)
            report = wordpress.publisher(address=proxy.address).check()

        assert failing(report) == ("password", "password_or_header")

    def test_a_closed_rest_interface(self, wordpress: WordPressStage, mended: WordPressServer) -> None:
        mended.break_with({WordPressFault.REST_BLOCKED})

        assert failing(wordpress.publisher().check()) == ("rest", "rest_closed")

    def test_application_passwords_switched_off(
        self, wordpress: WordPressStage, mended: WordPressServer
    ) -> None:
        mended.break_with({WordPressFault.APPLICATION_PASSWORDS_OFF})

        assert failing(wordpress.publisher().check()) == (
            "application_passwords",
            "application_passwords_disabled",
        )

    def test_a_contributor_may_not_publish(self, wordpress: WordPressStage) -> None:
        report = WordPressStage(wordpress.server, "contributor").publisher().check()

        assert failing(report) == ("rights", "missing_publish_posts")

    def test_a_fire_wall_that_stops_writing(self, wordpress: WordPressStage) -> None:
        with CuttingProxy(wordpress.address) as proxy:
            proxy.when("POST", "/wp/v2/posts", Trouble.FORBIDDEN_PAGE)
            report = wordpress.publisher(address=proxy.address).check()

        assert failing(report) == ("trial", "forbidden")

    def test_a_site_that_is_away(self, wordpress: WordPressStage) -> None:
        with CuttingProxy(wordpress.address) as proxy:
            address = proxy.address

        assert failing(wordpress.publisher(address=address).check()) == ("address", "refused")

    def test_a_site_in_maintenance(self, wordpress: WordPressStage) -> None:
        with CuttingProxy(wordpress.address) as proxy:
            proxy.when("GET", "/", Trouble.FAILED_BUT_DONE, times=99)
            report = wordpress.publisher(address=proxy.address).check()

        assert failing(report) == ("address", "server_error")


def away(address: str) -> WordPress:
    """An account at an address that needs no server."""
    from tests.networks.test_rehearsal import account

    described = replace(account(), address=address, login="marie")
    return WordPress(Session(), described, Secret({"password": WRONG_PASSWORD}), SystemClock())


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("http://clinique.example", "not_secure"),
        ("clinique.example", "not_secure"),
        ("", "not_secure"),
        ("https://user:word@clinique.example", "not_secure"),
    ],
)
def test_an_address_that_may_not_be_called(address: str, cause: str) -> None:
    assert failing(away(address).check()) == ("address", cause)


@responses.activate
def test_a_site_that_is_no_wordpress() -> None:
    responses.get(f"{SITE}/", body="<html>")
    responses.get(f"{SITE}/wp-json/", status=404, body="<html>")

    assert failing(away(SITE).check()) == ("rest", "no_rest")


@responses.activate
def test_the_password_never_goes_to_a_rest_interface_on_another_host() -> None:
    evil = '<https://evil.example/wp-json/>; rel="https://api.w.org/"'
    responses.get(f"{SITE}/", body="<html>", headers={"Link": evil})
    responses.get(f"{SITE}/wp-json/", status=404, body="<html>")

    assert failing(away(SITE).check()) == ("rest", "elsewhere")
    assert not [call for call in responses.calls if "Authorization" in call.request.headers]


@responses.activate
def test_a_site_that_moved_to_www_is_followed() -> None:
    responses.get(f"{SITE}/", status=301, headers={"Location": "https://www.clinique.example/"})
    responses.get("https://www.clinique.example/", body="<html>")
    responses.get(
        f"{SITE}/wp-json/", status=301, headers={"Location": "https://www.clinique.example/wp-json/"}
    )
    responses.get("https://www.clinique.example/wp-json/", json=INDEX)
    responses.get(
        "https://www.clinique.example/wp-json/wp/v2/users/me",
        status=401,
        json={"code": "incorrect_password", "message": "…"},
    )

    assert failing(away(SITE).check()) == ("password", "incorrect_password")


@responses.activate
@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("incorrect_password", "incorrect_password"),
        ("invalid_username", "unknown_user"),
        ("application_passwords_disabled", "application_passwords_disabled"),
    ],
)
def test_older_sites_name_the_cause_themselves(code: str, cause: str) -> None:
    responses.get(f"{SITE}/", body="<html>")
    responses.get(f"{SITE}/wp-json/", json=INDEX)
    responses.get(f"{SITE}/wp-json/wp/v2/users/me", status=401, json={"code": code, "message": "…"})

    assert failing(away(SITE).check()) == ("password", cause)
