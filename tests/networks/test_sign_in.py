"""Signing in through the browser: what the small web server on this computer accepts and refuses."""

import re
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from http.client import HTTPConnection
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.sign_in import ReturnPage
from cmstation.networks.sign_in import (
    Loopback,
    Pkce,
    SignInAbandoned,
    WordPressGrant,
    authorise_wordpress,
    wordpress_page,
)
from tests.servers.wordpress import WordPressServer

PAGE = ReturnPage(
    "fr",
    "CM Station",
    "C’est fait : vous pouvez fermer cette page.",
    "L’accès a été refusé.",
    "Cette page n’est pas celle qu’on attendait.",
)
SOON = timedelta(seconds=10)


def fetch(address: str, *, host: str | None = None) -> tuple[int, str, str]:
    """Fetch a page as a browser does, without following; return status, body and where it leads."""
    parts = urlsplit(address)
    line = HTTPConnection(parts.hostname or "", parts.port or 80, timeout=5)
    try:
        headers = {} if host is None else {"Host": host}
        line.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""), headers=headers)
        answer = line.getresponse()
        return answer.status, answer.read().decode(), answer.headers.get("Location", "")
    finally:
        line.close()


def answered_by(loopback: Loopback, **query: str) -> tuple[int, str, str]:
    """Come back from the network with these values, and look at the page that follows."""
    status, body, location = fetch(f"{loopback.address}?{urlencode(query)}")
    return fetch(loopback.origin + location) if status == 303 else (status, body, location)


def in_background(work: Callable[[], object]) -> threading.Thread:
    """Do something in a thread, as a browser would."""
    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    return worker


def test_the_answer_of_the_network_arrives_and_the_page_says_so() -> None:
    with Loopback(PAGE) as loopback:
        status, body, _ = answered_by(loopback, code="abc", state=loopback.state)
        answer = loopback.wait(SOON, threading.Event())

    assert answer == {"code": "abc"}
    assert status == 200
    assert PAGE.accepted in body
    assert '<html lang="fr">' in body


def test_the_code_leaves_the_address_bar_and_is_on_no_page() -> None:
    with Loopback(PAGE) as loopback:
        status, body, location = fetch(f"{loopback.address}?code=topsecret&state={loopback.state}")
        _, thanks, _ = fetch(loopback.origin + location)

    assert (status, location) == (303, "/thanks")
    assert "topsecret" not in body + thanks + location


def test_a_wrong_state_is_refused_and_the_right_one_still_counts() -> None:
    with Loopback(PAGE) as loopback:
        wrong, words, _ = answered_by(loopback, code="foreign", state="guessed")
        missing, _, _ = answered_by(loopback, code="foreign")
        answered_by(loopback, code="ours", state=loopback.state)
        answer = loopback.wait(SOON, threading.Event())

    assert (wrong, missing) == (400, 400)
    assert PAGE.unexpected in words
    assert answer["code"] == "ours"


def test_a_state_counts_once_however_many_tabs_answer() -> None:
    with Loopback(PAGE) as loopback:
        answered_by(loopback, code="first", state=loopback.state)
        status, body, _ = answered_by(loopback, code="second", state=loopback.state)
        answer = loopback.wait(SOON, threading.Event())

    assert answer["code"] == "first"
    assert status == 200
    assert PAGE.accepted in body


def test_favicons_and_other_paths_are_no_answer() -> None:
    with Loopback(PAGE) as loopback:
        paths = [fetch(loopback.origin + path)[0] for path in ("/favicon.ico", "/", "/thanks", "/../etc")]
        with pytest.raises(SignInAbandoned):
            loopback.wait(timedelta(milliseconds=50), threading.Event())

    assert paths == [404, 404, 404, 404]


def test_a_page_under_another_name_is_refused() -> None:
    with Loopback(PAGE) as loopback:
        status, _, _ = fetch(f"{loopback.address}?code=x&state={loopback.state}", host="evil.example")

    assert status == 421


def test_access_denied_is_named() -> None:
    with Loopback(PAGE) as loopback:
        _, body, _ = answered_by(
            loopback, error="access_denied", error_description="No way", state=loopback.state
        )
        with pytest.raises(SignInAbandoned) as caught:
            loopback.wait(SOON, threading.Event())

    assert (caught.value.code, caught.value.detail) == ("access_denied", "No way")
    assert PAGE.refused in body


def test_waiting_ends_in_time() -> None:
    with Loopback(PAGE) as loopback, pytest.raises(SignInAbandoned) as caught:
        loopback.wait(timedelta(milliseconds=50), threading.Event())

    assert caught.value.code == "timed_out"


def test_waiting_can_be_cancelled() -> None:
    cancelled = threading.Event()
    cancelled.set()

    with Loopback(PAGE) as loopback, pytest.raises(SignInAbandoned) as caught:
        loopback.wait(timedelta(minutes=10), cancelled)

    assert caught.value.code == "cancelled"


def test_nothing_listens_afterwards() -> None:
    with Loopback(PAGE) as loopback:
        origin = loopback.origin

    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(origin, timeout=2)


def test_only_this_computer_is_served() -> None:
    with Loopback(PAGE) as loopback:
        assert urlsplit(loopback.origin).hostname == "127.0.0.1"


def test_markup_in_the_words_stays_words() -> None:
    hostile = ReturnPage("fr", "<b>", "<script>alert(1)</script>", "", "")

    with Loopback(hostile) as loopback:
        _, body, _ = answered_by(loopback, code="x", state=loopback.state)

    assert "<script>" not in body


def test_two_sign_ins_at_once_do_not_meet() -> None:
    with Loopback(PAGE) as one, Loopback(PAGE) as other:
        answered_by(other, code="for the other", state=other.state)
        status, _, _ = answered_by(one, code="strayed", state=other.state)

        assert status == 400
        assert other.wait(SOON, threading.Event())["code"] == "for the other"
        assert one.state != other.state


def test_the_proof_key_is_that_of_the_standard() -> None:
    # Appendix B of RFC 7636.
    pkce = Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")

    assert pkce.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert pkce.method == "S256"
    assert pkce.verifier not in repr(pkce)


@given(st.integers())
def test_every_proof_key_is_fresh_and_within_the_standard(_: int) -> None:
    one, other = Pkce.fresh(), Pkce.fresh()

    assert one.verifier != other.verifier
    assert re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", one.verifier)


# --- WordPress ---

AUTHORISE = "https://clinique.example/wp-admin/authorize-application.php"


def _grant(come_back: Callable[[str], object]) -> WordPressGrant:
    """Run the sign-in with a browser that does as told with the asked addresses."""

    def open_page(address: str) -> bool:
        asked = parse_qs(urlsplit(address).query)
        in_background(lambda: come_back(asked["success_url"][0]))
        return True

    return authorise_wordpress(AUTHORISE, "CM Station", open_page, PAGE, threading.Event(), patience=SOON)


def test_a_wordpress_password_arrives() -> None:
    words = urlencode(
        {"site_url": "https://clinique.example", "user_login": "editrice", "password": "abcd efgh"}
    )

    grant = _grant(lambda back: fetch(f"{back}&{words}"))

    assert (grant.address, grant.login) == ("https://clinique.example", "editrice")
    assert grant.secret.parts == {"password": "abcd efgh"}
    assert "abcd" not in repr(grant)


def test_a_refusal_at_the_site_is_named() -> None:
    with pytest.raises(SignInAbandoned) as caught:
        _grant(lambda back: fetch(f"{back}&success=false"))

    assert caught.value.code == "access_denied"


def test_no_browser_is_named() -> None:
    with pytest.raises(SignInAbandoned) as caught:
        authorise_wordpress(AUTHORISE, "CM Station", lambda _: False, PAGE, threading.Event())

    assert caught.value.code == "no_browser"


def test_without_a_way_back_the_site_shows_the_password() -> None:
    asked = parse_qs(urlsplit(wordpress_page(f"{AUTHORISE}?lang=fr", "CM Station")).query)

    assert asked["lang"] == ["fr"]
    assert asked["app_name"] == ["CM Station"]
    assert "success_url" not in asked


@pytest.mark.real_server
def test_a_real_site_hands_out_a_password_that_works(wordpress_server: WordPressServer) -> None:
    user = wordpress_server.users["editor"]
    browser = requests.Session()

    def approve(address: str) -> bool:
        in_background(lambda: _approve(browser, wordpress_server.url, user.name, user.password, address))
        return True

    grant = authorise_wordpress(
        f"{wordpress_server.url}/wp-admin/authorize-application.php",
        "CM Station (essai)",
        approve,
        PAGE,
        threading.Event(),
        patience=timedelta(seconds=30),
    )
    browser.close()

    login = (grant.login, grant.secret.parts["password"])
    own = requests.get(f"{wordpress_server.url}/?rest_route=/wp/v2/users/me", auth=login, timeout=10)
    assert grant.login == user.name
    assert own.status_code == 200


def _approve(browser: requests.Session, site: str, name: str, password: str, address: str) -> None:
    """Sign in and press "yes", as a person would."""
    browser.post(f"{site}/wp-login.php", data={"log": name, "pwd": password}, timeout=10)
    form = browser.get(address, timeout=10)
    fields: dict[str, Any] = {}
    for field in re.findall(r"<input[^>]*>", form.text):
        attributes = dict(re.findall(r"""(\w+)=["']([^"']*)["']""", field))
        if "name" in attributes and attributes.get("type") in ("hidden", "text"):
            fields[attributes["name"]] = unescape(attributes.get("value", ""))
    fields["approve"] = "Yes"
    browser.post(f"{site}/wp-admin/authorize-application.php", data=fields, timeout=10)
