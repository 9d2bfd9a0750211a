"""The Bluesky server of the tests is a real one: accounts, posts, files, restart."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
import requests

from tests.servers.bluesky import BlueskyServer

pytestmark = pytest.mark.real_server
TIMEOUT_S = 20


def signed_in(server: BlueskyServer, handle: str) -> dict[str, str]:
    answer = requests.post(
        f"{server.url}/xrpc/com.atproto.server.createSession",
        json={"identifier": handle, "password": server.accounts[handle].app_password},
        timeout=TIMEOUT_S,
    )
    answer.raise_for_status()
    return {"Authorization": f"Bearer {answer.json()['accessJwt']}"}


def post(server: BlueskyServer, text: str, **parts: Any) -> dict[str, Any]:
    record = {
        "$type": "app.bsky.feed.post",
        "text": text,
        "createdAt": datetime.now(UTC).isoformat(),
        **parts,
    }
    account = server.accounts["clinique.test"]
    answer = requests.post(
        f"{server.url}/xrpc/com.atproto.repo.createRecord",
        json={"repo": account.did, "collection": "app.bsky.feed.post", "record": record},
        headers=signed_in(server, "clinique.test"),
        timeout=TIMEOUT_S,
    )
    answer.raise_for_status()
    return answer.json()


def test_a_post_is_read_back_from_the_server(bluesky_server: BlueskyServer) -> None:
    text = f"Bonjour {uuid.uuid4().hex}"

    written = post(bluesky_server, text)

    found = [row for row in bluesky_server.records("clinique.test") if row["uri"] == written["uri"]]
    assert [row["value"]["text"] for row in found] == [text]


def test_an_uploaded_file_is_read_back(bluesky_server: BlueskyServer) -> None:
    picture = b"\xff\xd8\xff\xe0" + uuid.uuid4().bytes
    headers = {**signed_in(bluesky_server, "clinique.test"), "Content-Type": "image/jpeg"}
    address = f"{bluesky_server.url}/xrpc/com.atproto.repo.uploadBlob"
    blob = requests.post(address, data=picture, headers=headers, timeout=TIMEOUT_S).json()["blob"]
    image = {"alt": "Une affiche", "image": blob}
    post(bluesky_server, "Avec image", embed={"$type": "app.bsky.embed.images", "images": [image]})

    did = bluesky_server.accounts["clinique.test"].did

    assert bluesky_server.blob(did, blob["ref"]["$link"]) == picture


def test_posts_and_identities_survive_a_restart(bluesky_server: BlueskyServer) -> None:
    written = post(bluesky_server, f"Avant {uuid.uuid4().hex}")
    did = bluesky_server.accounts["clinique.test"].did

    bluesky_server.stop()
    bluesky_server.start()

    assert written["uri"] in [row["uri"] for row in bluesky_server.records("clinique.test")]
    assert signed_in(bluesky_server, "clinique.test")
    assert requests.get(f"{bluesky_server.directory_url}/{did}", timeout=TIMEOUT_S).json()["id"] == did
