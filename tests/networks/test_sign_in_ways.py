"""Where a WordPress site lets a person allow this program, and whether it hands the password over."""

import pytest
import responses

from cmstation.domain.clock import SystemClock
from cmstation.domain.errors import AddressNotFound
from cmstation.domain.sign_in import SiteDoor
from cmstation.networks.sign_in_ways import NetworkSignIn
from tests.servers.wordpress import WordPressServer

SITE = "https://clinique.example"
PAGE = f"{SITE}/wp-admin/authorize-application.php"


def door_of(page: str | None, generator: str = "WordPress 6.8") -> SiteDoor:
    """Ask a site that names this page, and this version on its home page."""
    ways = {} if page is None else {"application-passwords": {"endpoints": {"authorization": page}}}
    with responses.RequestsMock(assert_all_requests_are_fired=False) as web:
        web.get(f"{SITE}/wp-json/", json={"namespaces": ["wp/v2"], "authentication": ways})
        web.get(f"{SITE}/", body=f'<meta name="generator" content="{generator}" />')
        return NetworkSignIn(SystemClock()).site_door(SITE)


@pytest.mark.real_server
def test_a_real_site_names_its_page(wordpress_server: WordPressServer) -> None:
    door = NetworkSignIn(SystemClock()).site_door(wordpress_server.url)

    assert door == SiteDoor(f"{wordpress_server.url}/wp-admin/authorize-application.php", comes_back=True)


@pytest.mark.parametrize(
    ("generator", "comes_back"), [("WordPress 6.8", False), ("WordPress 7.0", True), ("", False)]
)
def test_only_newer_sites_hand_the_password_over(generator: str, comes_back: bool) -> None:
    assert door_of(PAGE, generator) == SiteDoor(PAGE, comes_back)


@pytest.mark.parametrize(
    "page", [None, "", "https://elsewhere.example/page", "http://clinique.example/page", "javascript:x"]
)
def test_a_page_that_is_not_the_sites_own_is_not_opened(page: str | None) -> None:
    assert door_of(page) == SiteDoor()


def test_a_site_without_rest_is_named() -> None:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as web:
        web.get(f"{SITE}/wp-json/", status=404)
        web.get(f"{SITE}/", body="<h1>Clinique</h1>")

        with pytest.raises(AddressNotFound):
            NetworkSignIn(SystemClock()).site_door(SITE)


def test_the_page_for_copying_names_the_program() -> None:
    page = NetworkSignIn(SystemClock()).site_page(SiteDoor(PAGE), "CM Station 2026")

    assert page.startswith(f"{PAGE}?app_name=CM+Station+2026&app_id=")
