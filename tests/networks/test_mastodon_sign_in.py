"""Signing in to a Mastodon-like server: in the browser, with a copied code, with a pasted token."""

import re
import threading
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
import responses

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import AddressNotAllowed, ContentRefused, SignInNeeded
from cmstation.networks.mastodon_sign_in import (
    COPIED_CODE,
    SCOPES,
    ask_permission,
    authorise_mastodon,
    exchange_code,
    instance_address,
    pasted_token,
    settings_page,
    sign_out,
)
from cmstation.networks.session import Session
from cmstation.networks.sign_in import Pkce, SignInAbandoned
from tests.networks.contract_stage import everything_said
from tests.networks.mastodon_stage import USERNAME
from tests.networks.test_sign_in import PAGE, in_background
from tests.servers.mastodon import MastodonServer

SOON = timedelta(seconds=20)
INSTANCE = "https://mastodon.example"


class Browser:
    """A person who says yes: chooses the account on the server's page and is sent back."""

    def __init__(self) -> None:
        self.asked: dict[str, str] = {}

    def open(self, address: str) -> bool:
        """Open the server's page and press its button, in a thread of its own."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        in_background(lambda: self._approve(address))
        return True

    def _approve(self, address: str) -> None:
        assert requests.get(address, timeout=10).status_code == 200
        names = ("redirect_uri", "client_id", "scope", "state")
        form = {name: self.asked[name] for name in names} | {"username": USERNAME}
        requests.post(address.partition("?")[0], data=form, timeout=10)


def _program_of(server: MastodonServer, secret: Secret) -> tuple[str, list[str]] | None:
    """Ask the server whose token this is; it enforces only whole scopes elsewhere, so not by publishing."""
    headers = {"Authorization": f"Bearer {secret.parts['access']}"}
    answer = requests.get(f"{server.url}/api/v1/apps/verify_credentials", headers=headers, timeout=10)
    if answer.status_code == 401:
        return None
    told = answer.json()
    return told["name"], told["scopes"]


@pytest.mark.real_server
def test_saying_yes_in_the_browser_gives_a_token_that_works(mastodon_server: MastodonServer) -> None:
    browser = Browser()

    secret = authorise_mastodon(
        Session(), mastodon_server.url, browser.open, PAGE, threading.Event(), patience=SOON
    )

    assert _program_of(mastodon_server, secret) == ("CM Station", SCOPES.split())
    assert secret.parts["scope"] == SCOPES
    assert browser.asked["code_challenge_method"] == "S256"
    assert browser.asked["redirect_uri"].startswith("http://127.0.0.1:")
    assert len(browser.asked["state"]) >= 32


@pytest.mark.real_server
def test_a_code_copied_by_hand_gives_a_token(mastodon_server: MastodonServer) -> None:
    asked = ask_permission(Session(), mastodon_server.url)
    query = parse_qs(urlsplit(asked.page).query)
    form = {"redirect_uri": COPIED_CODE, "username": USERNAME}
    shown = requests.post(f"{mastodon_server.url}/oauth/authorize", data=form, timeout=10).text
    code = re.findall(r"code: (\S+?)<", shown)[0]

    secret = exchange_code(Session(), asked, f"  {code}\n")

    assert secret.parts["access"]
    assert "state" not in query
    assert asked.pkce.verifier not in asked.page


@pytest.mark.real_server
def test_a_wrong_code_is_named_and_not_repeated(mastodon_server: MastodonServer) -> None:
    asked, wrong = ask_permission(Session(), mastodon_server.url), "-".join(("not", "a", "code"))

    with pytest.raises(SignInNeeded) as caught:
        exchange_code(Session(), asked, wrong)

    assert caught.value.code == "code_refused"
    said = everything_said(caught.value) + repr(asked)
    assert wrong not in said
    assert asked.client_secret not in said
    assert asked.pkce.verifier not in said


@pytest.mark.real_server
def test_signing_out_ends_the_token(mastodon_server: MastodonServer) -> None:
    browser = Browser()
    secret = authorise_mastodon(
        Session(), mastodon_server.url, browser.open, PAGE, threading.Event(), patience=SOON
    )

    before = _program_of(mastodon_server, secret)
    sign_out(Session(), mastodon_server.url, secret)

    assert before is not None
    assert _program_of(mastodon_server, secret) is None


def test_a_pasted_token_is_not_revoked_behind_the_persons_back() -> None:
    with responses.RequestsMock() as web:
        sign_out(Session(), INSTANCE, pasted_token("abcdef"))

        assert len(web.calls) == 0


def test_an_older_server_takes_the_way_back_as_one_line() -> None:
    made = {"client_id": "id", "client_secret": "se-cr-et", "name": "CM Station"}
    with responses.RequestsMock() as web:
        web.post(f"{INSTANCE}/api/v1/apps", json={"error": "Validation failed"}, status=422)
        web.post(f"{INSTANCE}/api/v1/apps", json=made)
        asked = ask_permission(Session(), INSTANCE, "http://127.0.0.1:5/x", "state")
        form = str(web.calls[1].request.body)

    assert urlencode({"redirect_uris": "http://127.0.0.1:5/x"}) in form
    assert asked.client_id == "id"


def test_a_server_that_refuses_programs_is_no_silent_failure() -> None:
    with responses.RequestsMock() as web:
        web.post(f"{INSTANCE}/api/v1/apps", json={"error": "Validation failed"}, status=422)
        with pytest.raises(ContentRefused):
            ask_permission(Session(), INSTANCE)


def test_the_right_code_is_sent_with_the_proof_key() -> None:
    asked_of = {"client_id": "id", "client_secret": "se-cr-et"}
    with responses.RequestsMock() as web:
        web.post(f"{INSTANCE}/api/v1/apps", json=asked_of)
        web.post(f"{INSTANCE}/oauth/token", json={"access_token": "token-1", "scope": "read write"})
        asked = ask_permission(Session(), INSTANCE)
        secret = exchange_code(Session(), asked, "the-code")
        form = parse_qs(str(web.calls[1].request.body))

    challenge = parse_qs(urlsplit(asked.page).query)["code_challenge"][0]
    assert Pkce.of(form["code_verifier"][0]).challenge == challenge
    assert form["redirect_uri"] == [COPIED_CODE]
    assert secret.parts["scope"] == "read write"


def test_an_empty_code_is_named() -> None:
    with responses.RequestsMock() as web:
        web.post(f"{INSTANCE}/api/v1/apps", json={"client_id": "id", "client_secret": "se-cr-et"})
        asked = ask_permission(Session(), INSTANCE)

    with pytest.raises(SignInNeeded):
        exchange_code(Session(), asked, " \n")


def test_no_browser_is_named() -> None:
    with responses.RequestsMock() as web:
        web.post(f"{INSTANCE}/api/v1/apps", json={"client_id": "id", "client_secret": "se-cr-et"})
        with pytest.raises(SignInAbandoned) as caught:
            authorise_mastodon(Session(), INSTANCE, lambda _: False, PAGE, threading.Event())

    assert caught.value.code == "no_browser"


@pytest.mark.parametrize("typed", ["abcDEF-123_456", "  abcDEF-123_456\n", "Bearer abcDEF-123_456"])
def test_a_pasted_token_is_taken(typed: str) -> None:
    assert pasted_token(typed).parts == {"access": "abcDEF-123_456"}


@pytest.mark.parametrize("typed", ["", "  ", "un mot de passe", "clé", "x" * 501, "bearer "])
def test_what_cannot_be_a_token_is_refused(typed: str) -> None:
    with pytest.raises(SignInNeeded):
        pasted_token(typed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("mastodon.example", "https://mastodon.example"),
        (" https://mastodon.example/ ", "https://mastodon.example"),
        ("https://mastodon.example/@clinique", "https://mastodon.example"),
        ("@clinique@mastodon.example", "https://mastodon.example"),
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
    ],
)
def test_an_instance_is_understood_however_it_is_typed(typed: str, address: str) -> None:
    assert instance_address(typed) == address


@pytest.mark.parametrize("typed", ["", "http://mastodon.example", "mastodon", "https://", "a b.example"])
def test_what_is_no_secure_instance_is_refused(typed: str) -> None:
    with pytest.raises(AddressNotAllowed):
        instance_address(typed)


def test_the_page_for_a_token_by_hand_is_on_the_instance() -> None:
    assert settings_page(f"{INSTANCE}/") == f"{INSTANCE}/settings/applications"
