"""What people type when they sign in, read forgivingly and never unsafely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.accounts import Account, AccountState, NewAccount
from cmstation.domain.clock import SystemClock
from cmstation.domain.errors import AddressNotAllowed, SignInNeeded
from cmstation.domain.networks import Network, Way
from cmstation.networks.places import allowed
from cmstation.networks.sign_in_ways import NetworkSignIn
from cmstation.services.sign_in import (
    SignIn,
    bluesky_handle,
    page_address,
    same_account,
    server_address,
    site_address,
)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.clinique.example", "https://www.clinique.example"),
        ("  HTTPS://Clinique.example/ ", "https://Clinique.example"),
        ("clinique.example/wp-admin/", "https://clinique.example"),
        ("https://clinique.example/blog/wp-login.php?redirect_to=x", "https://clinique.example/blog"),
        ("https://clinique.example/wp-admin/profile.php#passwords", "https://clinique.example"),
        ("https://clinique.example/wp-json/wp/v2/posts", "https://clinique.example"),
        ("https://clinique.example:8443/blog/", "https://clinique.example:8443/blog"),
        ("localhost:8080/wp-admin", "http://localhost:8080"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ],
)
def test_the_address_of_a_site_is_read_forgivingly(typed: str, address: str) -> None:
    assert site_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "clinique",
        "http://clinique.example",
        "ftp://clinique.example",
        "https://user:word@clinique.example",
        "https://clini que.example",
        "https://clinique.example:port",
        "javascript:alert(1)",
        "https://[::1",
    ],
)
def test_what_is_no_secure_address_is_refused(typed: str) -> None:
    with pytest.raises(AddressNotAllowed):
        site_address(typed)


def test_an_address_without_security_is_told_from_no_address() -> None:
    with pytest.raises(AddressNotAllowed) as caught:
        site_address("http://clinique.example")

    assert caught.value.facts["code"] == "not_secure"


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_an_address_that_may_be_called_or_a_refusal(typed: str) -> None:
    for read in (site_address, server_address):
        try:
            address = read(typed)
        except AddressNotAllowed:
            continue
        allowed(address)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("mastodon.example", "https://mastodon.example"),
        ("@clinique@mastodon.example", "https://mastodon.example"),
        ("clinique@mastodon.example", "https://mastodon.example"),
        ("https://mastodon.example/@clinique", "https://mastodon.example"),
        ("https://mastodon.example/home", "https://mastodon.example"),
    ],
)
def test_a_server_is_found_in_a_handle_or_an_address(typed: str, address: str) -> None:
    assert server_address(typed) == address


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("@Clinique.bsky.social", "clinique.bsky.social"),
        ("clinique", "clinique.bsky.social"),
        ("https://bsky.app/profile/Clinique.example/post/3k", "clinique.example"),
        ("https://clinique.example/", "clinique.example"),
        ("\u202aclinique.example\u202c", "clinique.example"),
        ("communication@clinique.example", "communication@clinique.example"),
        ("did:plc:abc123", "did:plc:abc123"),
    ],
)
def test_a_handle_is_read_as_people_copy_it(typed: str, handle: str) -> None:
    assert bluesky_handle(typed) == handle


@pytest.mark.parametrize("typed", ["", "@", "a/b", "two words.", "@@", "@clinique@mastodon.example"])
def test_what_is_no_handle_is_refused(typed: str) -> None:
    with pytest.raises(AddressNotAllowed):
        bluesky_handle(typed)


def test_no_page_to_open_is_an_answer_too() -> None:
    assert page_address("  ") == ""
    assert page_address("www.linkedin.com/feed/?shareActive=true") == (
        "https://www.linkedin.com/feed/?shareActive=true"
    )


@pytest.fixture
def sign_in() -> SignIn:
    return SignIn(NetworkSignIn(SystemClock()), SystemClock())


def test_only_an_app_password_is_taken_for_bluesky(sign_in: SignIn) -> None:
    taken = sign_in.secret_of(Network.BLUESKY, " abcd-efgh-2345-wxyz\n")

    with pytest.raises(SignInNeeded) as caught:
        sign_in.secret_of(Network.BLUESKY, "Correct horse 1!")

    assert taken.parts == {"password": "abcd-efgh-2345-wxyz"}
    assert caught.value.code == "account_password"
    assert "horse" not in repr(caught.value)


def test_an_empty_password_is_named(sign_in: SignIn) -> None:
    with pytest.raises(SignInNeeded) as caught:
        sign_in.secret_of(Network.WORDPRESS, "  ")

    assert caught.value.code == "no_secret"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("\u200bhttps://clinique.example/\ufeff", "https://clinique.example"),
        ("\u202ahttps://clinique.example\u202c", "https://clinique.example"),
        ("<https://clinique.example/>,", "https://clinique.example"),
        ("« www.clinique.example »", "https://www.clinique.example"),
        ("clinique.example.", "https://clinique.example"),
        ("https://clinique.example/wp-admin/post.php?post=12&action=edit", "https://clinique.example"),
    ],
)
def test_what_comes_along_with_a_copied_address_is_left_out(typed: str, address: str) -> None:
    assert site_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "ABCD-efgh-2345-wxyz",
        "abcd efgh 2345 wxyz",
        "abcd\u2011efgh\u2011 2345 \u2013wxyz",
        "\u200babcd-efgh-2345-wxyz\n",
    ],
)
def test_an_app_password_is_read_as_people_copy_it(sign_in: SignIn, typed: str) -> None:
    assert sign_in.secret_of(Network.BLUESKY, typed).parts == {"password": "abcd-efgh-2345-wxyz"}


def test_a_site_s_password_keeps_its_spaces(sign_in: SignIn) -> None:
    secret = sign_in.secret_of(Network.WORDPRESS, "  abcd EFGH ijkl MNOP qrst UVWX\u200b ")

    assert secret.parts == {"password": "abcd EFGH ijkl MNOP qrst UVWX"}


def test_a_code_of_six_figures_is_no_app_password(sign_in: SignIn) -> None:
    with pytest.raises(SignInNeeded) as caught:
        sign_in.secret_of(Network.BLUESKY, "123456")

    assert caught.value.code == "account_password"


# --- the same account twice ---


def kept(network: Network, way: Way, address: str, login: str, handle: str = "") -> Account:
    return Account(1, network, way, "Site", handle, address, login, AccountState.READY, 0)


@pytest.mark.parametrize(
    ("stored", "new"),
    [
        (
            kept(Network.WORDPRESS, Way.DIRECT, "https://www.clinique.example", "redaction"),
            NewAccount(Network.WORDPRESS, Way.DIRECT, "", "https://Clinique.example/", "Redaction"),
        ),
        (
            kept(Network.BLUESKY, Way.DIRECT, "https://bsky.social", "a@b.example", "clinique.bsky.social"),
            NewAccount(
                Network.BLUESKY,
                Way.DIRECT,
                "",
                "https://bsky.social",
                "clinique.bsky.social",
                "@clinique.bsky.social",
            ),
        ),
        (
            kept(Network.MASTODON, Way.DIRECT, "https://social.example", "", "@clinique@social.example"),
            NewAccount(
                Network.MASTODON, Way.DIRECT, "", "https://web.social.example", "", "@Clinique@social.example"
            ),
        ),
    ],
)
def test_the_same_account_is_known_again(stored: Account, new: NewAccount) -> None:
    assert same_account([stored], new) is stored


@pytest.mark.parametrize(
    "new",
    [
        NewAccount(Network.WORDPRESS, Way.DIRECT, "", "https://clinique.example", "medecins"),
        NewAccount(Network.WORDPRESS, Way.DIRECT, "", "https://clinique.example/blog", "redaction"),
        NewAccount(Network.WORDPRESS, Way.ASSISTED, "", "https://clinique.example", "redaction"),
        NewAccount(Network.BLUESKY, Way.DIRECT, "", "https://clinique.example", "redaction"),
    ],
)
def test_another_person_place_or_way_is_another_account(new: NewAccount) -> None:
    stored = kept(Network.WORDPRESS, Way.DIRECT, "https://clinique.example", "redaction")

    assert same_account([stored], new) is None
