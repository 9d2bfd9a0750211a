"""Posts of Bluesky become items: words, links, pictures, cards."""

import json
import urllib.request
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cmstation.networks import clean_html
from cmstation.networks.watch_bluesky_posts import item_of
from tests.networks.bluesky_posts import DID, NOW, post
from tests.servers.bluesky import BlueskyServer


def test_a_post_becomes_an_item() -> None:
    item = item_of(post("\n Une étude <forte>\n\nsur le sommeil", 7))

    assert item is not None
    assert item.title == "Une étude <forte>"
    assert item.link == "https://bsky.app/profile/lea.bsky.social/post/3k000007"
    assert item.id == f"at://{DID}/app.bsky.feed.post/3k000007"
    assert item.published == NOW
    assert item.summary == "<p>Une étude &lt;forte&gt;</p><p>sur le sommeil</p>"
    assert item.author == "Léa"


def test_marks_of_a_text_count_bytes() -> None:
    text = "🩺 Étude : exemple.fr/a… par @lea #santé"
    raw = text.encode()

    def facet(piece: str, **feature: str) -> dict[str, Any]:
        begin = raw.index(piece.encode())
        index = {"byteStart": begin, "byteEnd": begin + len(piece.encode())}
        return {"index": index, "features": [feature]}

    kind = "app.bsky.richtext.facet#"
    facets = [
        facet("#santé", **{"$type": kind + "tag", "tag": "santé"}),
        facet("exemple.fr/a…", **{"$type": kind + "link", "uri": "https://exemple.fr/a?b=1&c=2"}),
        facet("@lea", **{"$type": kind + "mention", "did": DID}),
    ]

    item = item_of(post(text, record={"facets": facets}))

    assert item is not None
    assert '🩺 Étude : <a href="https://exemple.fr/a?b=1&amp;c=2">exemple.fr/a…</a> par' in item.summary
    assert f'<a href="https://bsky.app/profile/{DID}">@lea</a>' in item.summary
    assert '<a href="https://bsky.app/hashtag/sant%C3%A9">#santé</a>' in item.summary
    assert clean_html.text(item.summary) == text


@pytest.mark.parametrize(
    "index",
    [
        {"byteStart": -1, "byteEnd": 3},
        {"byteStart": 5, "byteEnd": 2},
        {"byteStart": 0, "byteEnd": 900},
        {"byteStart": "0", "byteEnd": None},
        {"byteStart": 1, "byteEnd": 2},
    ],
)
def test_false_marks_do_no_harm(index: dict[str, Any]) -> None:
    facet = {"index": index, "features": [{"$type": "a#link", "uri": "https://exemple.fr"}]}

    item = item_of(post("école", record={"facets": [facet, facet, 3]}))

    assert item is not None
    assert item.title == "école"
    assert item.summary.count("<a ") <= 1


def test_a_link_that_would_run_something_is_text() -> None:
    feature = {"$type": "a#link", "uri": "javascript:alert(1)"}
    facet = {"index": {"byteStart": 0, "byteEnd": 4}, "features": [feature]}
    card = {"external": {"uri": "javascript:alert(2)", "title": "Ici"}}

    item = item_of(post("Ici même", record={"facets": [facet]}, embed=card))

    assert item is not None
    assert "javascript" not in item.summary


def test_a_card_is_a_link_and_names_a_post_without_words() -> None:
    card = {"uri": "https://exemple.fr/etude", "title": "L’étude", "description": "Ce qu’elle dit"}

    item = item_of(post("", embed={"media": {"external": card}, "record": {}}))

    assert item is not None
    assert item.title == "L’étude"
    assert item.summary == '<p><a href="https://exemple.fr/etude">L’étude</a></p><p>Ce qu’elle dit</p>'


def test_pictures_come_with_their_words_and_load_nothing_once_clean() -> None:
    picture = {"fullsize": "https://cdn.exemple.fr/a.jpg", "alt": "Un service <b>"}

    item = item_of(post("Vu", embed={"images": [picture, {"fullsize": "data:x"}, 3]}))

    assert item is not None
    assert item.media == "https://cdn.exemple.fr/a.jpg"
    clean = clean_html.clean(item.summary, item.link)
    assert "<img" not in clean
    assert "Un service" in clean_html.text(clean)


def test_a_quoted_post_is_shown_below() -> None:
    quoted = {"author": {"displayName": "HAS"}, "value": {"text": "Recommandation"}}

    item = item_of(post("À lire", embed={"record": quoted}))

    assert item is not None
    assert "<blockquote><p><b>HAS</b></p><p>Recommandation</p></blockquote>" in item.summary


@pytest.mark.parametrize("handle", ["handle.invalid", "", "a/../b", "léa"])
def test_an_account_without_a_true_name_is_linked_by_its_identity(handle: str) -> None:
    item = item_of(post(author={"handle": handle}))

    assert item is not None
    assert item.link == f"https://bsky.app/profile/{DID}/post/3k000001"


@pytest.mark.parametrize(
    "place", ["", "https://exemple.fr", f"at://{DID}/app.bsky.feed.like/3k", "at://x/y/z"]
)
def test_what_is_no_post_is_left_out(place: str) -> None:
    assert item_of({**post(), "uri": place}) is None


def test_a_post_dated_in_the_future_came_out_when_the_network_saw_it() -> None:
    later = post(record={"createdAt": (NOW + timedelta(days=400)).isoformat()})

    item = item_of(later)

    assert item is not None
    assert item.published == NOW


@pytest.mark.real_server
def test_a_post_of_a_real_server_becomes_an_item(bluesky_server: BlueskyServer) -> None:
    account = bluesky_server.accounts["clinique.test"]
    session = call(
        bluesky_server,
        "com.atproto.server.createSession",
        {"identifier": account.handle, "password": account.app_password},
    )
    record = {
        "$type": "app.bsky.feed.post",
        "text": "Portes ouvertes",
        "createdAt": "2026-11-20T08:00:00.000Z",
    }
    made = call(
        bluesky_server,
        "com.atproto.repo.createRecord",
        {"repo": account.did, "collection": "app.bsky.feed.post", "record": record},
        session["accessJwt"],
    )
    found = next(one for one in bluesky_server.records(account.handle) if one["uri"] == made["uri"])
    author = {"did": account.did, "handle": account.handle}

    item = item_of({"uri": found["uri"], "author": author, "record": found["value"]})

    assert item is not None
    assert (item.title, item.id) == ("Portes ouvertes", made["uri"])
    assert item.link == f"https://bsky.app/profile/clinique.test/post/{made['uri'].rpartition('/')[2]}"
    assert item.published == datetime(2026, 11, 20, 8, tzinfo=UTC)


def call(server: BlueskyServer, name: str, body: dict[str, Any], token: str = "") -> dict[str, Any]:
    request = urllib.request.Request(f"{server.url}/xrpc/{name}", json.dumps(body).encode(), method="POST")
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read())
