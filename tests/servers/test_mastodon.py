"""The Mastodon server of the tests keeps its statuses and fails on demand."""

import uuid
from collections.abc import Iterator

import pytest
import requests

from tests.servers.mastodon import MastodonServer

pytestmark = pytest.mark.real_server
TIMEOUT_S = 20


def toot(server: MastodonServer, text: str, key: str) -> requests.Response:
    token = server.accounts["clinique"].access_token
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key}
    address = f"{server.url}/api/v1/statuses"
    return requests.post(address, json={"status": text}, headers=headers, timeout=TIMEOUT_S)


@pytest.fixture
def mended_server(mastodon_server: MastodonServer) -> Iterator[MastodonServer]:
    yield mastodon_server
    mastodon_server.clear_faults()


def test_the_same_key_twice_makes_one_status(mastodon_server: MastodonServer) -> None:
    key = uuid.uuid4().hex

    first, second = (toot(mastodon_server, f"Une fois {key}", key).json() for _ in range(2))

    assert first["id"] == second["id"]
    assert [key in status["content"] for status in mastodon_server.statuses("clinique")].count(True) == 1


def test_statuses_survive_a_restart(mastodon_server: MastodonServer) -> None:
    written = toot(mastodon_server, "Avant", uuid.uuid4().hex).json()

    mastodon_server.stop()
    mastodon_server.start()

    assert written["id"] in [status["id"] for status in mastodon_server.statuses("clinique")]


def test_a_fault_hits_as_often_as_asked(mended_server: MastodonServer) -> None:
    mended_server.add_fault("POST", "/api/v1/statuses", {"type": "status", "status": 503}, count=1)

    answers = [toot(mended_server, "Essai", uuid.uuid4().hex).status_code for _ in range(2)]

    assert answers == [503, 200]
