"""The WordPress of the tests is a real one: it publishes, restarts with its posts, and breaks on demand."""

import uuid
from collections.abc import Iterator

import pytest
import requests

from tests.servers.wordpress import WordPressFault, WordPressServer

pytestmark = pytest.mark.real_server
TIMEOUT_S = 20


def publish(server: WordPressServer, user: str = "editor", **fields: object) -> requests.Response:
    return requests.post(
        f"{server.url}/wp-json/wp/v2/posts",
        json={"status": "publish", **fields},
        auth=(user, server.users[user].application_password),
        timeout=TIMEOUT_S,
    )


@pytest.fixture
def mended_server(wordpress_server: WordPressServer) -> Iterator[WordPressServer]:
    yield wordpress_server
    wordpress_server.break_with(())


def test_an_editor_publishes_and_the_page_is_public(wordpress_server: WordPressServer) -> None:
    title = f"Vaccination {uuid.uuid4().hex}"

    answer = publish(wordpress_server, title=title, content="Sans rendez-vous.")

    assert answer.status_code == 201
    assert answer.json()["link"].startswith(wordpress_server.url)
    assert title in requests.get(answer.json()["link"], timeout=TIMEOUT_S).text


def test_a_contributor_may_not_publish(wordpress_server: WordPressServer) -> None:
    answer = publish(wordpress_server, "contributor", title="Trop tôt")

    assert answer.status_code == 403


def test_the_posts_survive_a_restart_at_the_same_address(wordpress_server: WordPressServer) -> None:
    link = publish(wordpress_server, title=f"Restart {uuid.uuid4().hex}").json()["link"]

    wordpress_server.stop()
    with pytest.raises(requests.ConnectionError):
        requests.get(link, timeout=TIMEOUT_S)
    wordpress_server.start()

    assert requests.get(link, timeout=TIMEOUT_S).status_code == 200


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (WordPressFault.AUTHORIZATION_STRIPPED, 401),
        (WordPressFault.APPLICATION_PASSWORDS_OFF, 401),
        (WordPressFault.REST_BLOCKED, 403),
    ],
)
def test_a_careless_host_refuses(mended_server: WordPressServer, fault: WordPressFault, status: int) -> None:
    mended_server.break_with({fault})

    assert publish(mended_server, title="Refusé").status_code == status


def test_application_passwords_can_be_seen_to_be_off(mended_server: WordPressServer) -> None:
    def announced() -> object:
        return requests.get(f"{mended_server.url}/wp-json/", timeout=TIMEOUT_S).json()["authentication"]

    assert announced()

    mended_server.break_with({WordPressFault.APPLICATION_PASSWORDS_OFF})

    assert not announced()


def test_a_site_can_open_fields_for_search_engines() -> None:
    with WordPressServer(post_fields=["search_title"]) as server:
        answer = publish(server, title="Grippe", meta={"search_title": "La grippe en 2025"})

        assert answer.json()["meta"]["search_title"] == "La grippe en 2025"


def test_no_file_stays_behind() -> None:
    server = WordPressServer()
    with server:
        folder = server.folder
        assert folder.is_dir()

    assert not folder.exists()
