"""Bluesky's adapter against a real server."""

import base64
import json
import urllib.request
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from cmstation.domain.errors import ContentRefused, DuplicateRefused, NotReadyYet, NotSent
from cmstation.domain.networks import Outgoing, Receipt, Verdict
from tests.fakes.memory_journal import MemoryJournal
from tests.fakes.page_server import PageServer
from tests.networks.bluesky_stage import HANDLE, OTHER_HANDLE, BlueskyStage
from tests.networks.contract_stage import CREATED_AT, picture, sample
from tests.networks.publisher_contract import HttpPublisherContract
from tests.servers.bluesky import BlueskyServer


@pytest.mark.real_server
class TestBlueskyContract(HttpPublisherContract):
    """What every adapter keeps."""

    @pytest.fixture
    def stage(self, bluesky_server: BlueskyServer) -> BlueskyStage:
        """Give a real server."""
        return BlueskyStage(bluesky_server)


@pytest.fixture
def word() -> str:
    """Give a word of this test alone."""
    return f"b{uuid4().hex[:10]}"


@pytest.fixture
def stage(bluesky_server: BlueskyServer) -> BlueskyStage:
    """Give a real server."""
    return BlueskyStage(bluesky_server)


def _record(stage: BlueskyStage, word: str) -> dict[str, Any]:
    (row,) = [row for row in stage.server.records(HANDLE) if word in row["value"]["text"]]
    return row["value"]


def _publish(stage: BlueskyStage, outgoing: Outgoing) -> Receipt:
    publisher, journal = stage.publisher(), MemoryJournal()
    return publisher.send(publisher.prepare(outgoing, journal), journal)


def _last_commit(stage: BlueskyStage) -> str:
    did = stage.server.accounts[HANDLE].did
    address = f"{stage.address}/xrpc/com.atproto.sync.getLatestCommit?did={did}"
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(json.loads(answer.read())["cid"])


@pytest.mark.real_server
class TestRecord:
    """What the server holds afterwards."""

    def test_marks_lie_exactly_on_their_words(self, stage: BlueskyStage, word: str) -> None:
        text = f"👩🏽‍⚕️ « Été » {word} : https://clinique.example/é, @{OTHER_HANDLE} et #MoisSansTabac !"
        _publish(stage, replace(sample(word, pictures=0), text=text, link=""))

        record = _record(stage, word)
        encoded = record["text"].encode()
        marked = {
            encoded[mark["index"]["byteStart"] : mark["index"]["byteEnd"]].decode(): mark["features"][0]
            for mark in record["facets"]
        }
        assert record["text"] == text
        assert set(marked) == {"https://clinique.example/é", f"@{OTHER_HANDLE}", "#MoisSansTabac"}
        assert marked["https://clinique.example/é"]["uri"] == "https://clinique.example/é"
        assert marked[f"@{OTHER_HANDLE}"]["did"] == stage.server.accounts[OTHER_HANDLE].did
        assert marked["#MoisSansTabac"]["tag"] == "MoisSansTabac"

    def test_a_mention_that_nobody_has_stays_text(self, stage: BlueskyStage, word: str) -> None:
        text = f"Bonjour @inconnue-{word}.test {word}"
        _publish(stage, replace(sample(word, pictures=0), text=text, link=""))

        assert _record(stage, word)["text"] == text
        assert "facets" not in _record(stage, word)

    def test_pictures_arrive_byte_for_byte_with_their_shape(self, stage: BlueskyStage, word: str) -> None:
        outgoing = sample(word, pictures=2)
        _publish(stage, outgoing)

        images = _record(stage, word)["embed"]["images"]
        did = stage.server.accounts[HANDLE].did
        kept = [stage.server.blob(did, image["image"]["ref"]["$link"]) for image in images]
        assert kept == [picture.data for picture in outgoing.pictures]
        assert [image["aspectRatio"] for image in images] == [{"width": 64, "height": 48}] * 2

    def test_time_language_and_tags_are_as_given(self, stage: BlueskyStage, word: str) -> None:
        tags = tuple(f"#thème{number}" for number in range(10))
        _publish(stage, replace(sample(word, pictures=0), tags=tags, language="fr"))

        record = _record(stage, word)
        assert datetime.fromisoformat(record["createdAt"]) == CREATED_AT
        assert record["langs"] == ["fr"]
        assert record["tags"] == [f"thème{number}" for number in range(8)]

    def test_a_first_comment_answers_its_post(self, stage: BlueskyStage, word: str) -> None:
        parent = _publish(stage, sample(word, pictures=0))
        _publish(stage, replace(sample(f"{word}c", pictures=0), reply_to=parent))

        reference = {"uri": parent.remote_id, "cid": parent.extra["cid"]}
        assert _record(stage, f"{word}c")["reply"] == {"root": reference, "parent": reference}

    def test_a_link_becomes_a_card_with_its_picture(self, stage: BlueskyStage, word: str) -> None:
        thumb = picture(word, 9).data
        with PageServer() as site:
            site.show("/vignette.png", thumb, "image/png")
            page = f"<meta property='og:title' content='Portes {word}'><title>x</title>"
            page += "<meta property='og:description' content='Samedi'>"
            page += "<meta property='og:image' content='/vignette.png'>"
            link = site.show("/article", page.encode())
            outgoing = replace(sample(word, pictures=0), text=f"À lire {word}", link=link)
            journal = MemoryJournal()
            payloads = [stage.publisher().prepare(outgoing, journal) for _ in range(2)]
            asked = list(site.asked)
        stage.publisher().send(payloads[1], journal)

        card = _record(stage, word)["embed"]["external"]
        did = stage.server.accounts[HANDLE].did
        assert (card["uri"], card["title"], card["description"]) == (link, f"Portes {word}", "Samedi")
        assert stage.server.blob(did, card["thumb"]["ref"]["$link"]) == thumb
        assert payloads[0] == payloads[1]
        assert asked == ["/article", "/vignette.png"]

    def test_a_page_that_is_not_there_does_not_stop_the_post(self, stage: BlueskyStage, word: str) -> None:
        outgoing = replace(sample(word, pictures=0), text=f"À lire {word}", link="http://127.0.0.1:9/article")

        _publish(stage, outgoing)

        external = {"uri": outgoing.link, "title": "127.0.0.1", "description": ""}
        assert _record(stage, word)["embed"]["external"] == external

    def test_301_characters_are_refused_by_the_server(self, stage: BlueskyStage, word: str) -> None:
        fits = replace(sample(word, pictures=0, link=""), text=f"{word} ".ljust(300, "é"), link="")
        _publish(stage, fits)

        with pytest.raises(ContentRefused) as caught:
            _publish(stage, replace(fits, key=uuid4().hex, text=fits.text + "é"))

        assert caught.value.status == 400
        assert len(stage.posts(word)) == 1

    def test_too_large_a_picture_is_refused_before_it_leaves(self, stage: BlueskyStage, word: str) -> None:
        outgoing, journal = sample(word, pictures=1), MemoryJournal()
        large = replace(outgoing.pictures[0], data=bytes(1_000_000))

        with pytest.raises(ContentRefused) as caught:
            stage.publisher().prepare(replace(outgoing, pictures=(large,)), journal)

        assert caught.value.code == "picture_too_large"
        assert not [call for call in journal.calls if "uploadBlob" in call[1]]

    def test_the_link_shows_the_record(self, stage: BlueskyStage, word: str) -> None:
        receipt = _publish(stage, sample(word, pictures=0))

        with urllib.request.urlopen(receipt.url, timeout=10) as answer:
            assert word in json.loads(answer.read())["value"]["text"]


@pytest.mark.real_server
class TestOnce:
    """A fixed key makes one record, whatever happens."""

    def test_sending_again_leaves_the_repository_untouched(self, stage: BlueskyStage, word: str) -> None:
        publisher, journal = stage.publisher(), MemoryJournal()
        payload = publisher.prepare(sample(word), journal)
        publisher.send(payload, journal)
        before = _last_commit(stage)

        publisher.send(payload, journal)

        assert _last_commit(stage) == before

    def test_the_key_is_the_same_even_when_the_journal_is_lost(self, stage: BlueskyStage, word: str) -> None:
        outgoing = sample(word)

        payloads = [stage.publisher().prepare(outgoing, MemoryJournal()) for _ in range(2)]

        assert payloads[0] == payloads[1]

    def test_another_content_under_the_same_key_never_replaces_the_first(
        self, stage: BlueskyStage, word: str
    ) -> None:
        outgoing = sample(word, pictures=0)
        _publish(stage, outgoing)

        with pytest.raises(DuplicateRefused):
            _publish(stage, replace(outgoing, text=f"{word} autre chose"))

        assert "ouvre ses portes" in _record(stage, word)["text"]

    @pytest.mark.parametrize(
        ("age", "verdict"),
        [(timedelta(hours=1), Verdict.NOT_LIVE), (timedelta(hours=25), Verdict.UNDECIDED)],
    )
    def test_a_record_deleted_by_hand_comes_back_only_if_the_person_says_so(
        self, stage: BlueskyStage, word: str, age: timedelta, verdict: Verdict
    ) -> None:
        publisher, journal = stage.publisher(), MemoryJournal()
        payload = publisher.prepare(sample(word, pictures=0), journal)
        stage.publisher().delete(publisher.send(payload, journal), journal)

        finding = publisher.find(payload, journal, datetime.now(UTC) - age)

        assert finding.verdict is verdict
        assert finding.evidence

    def test_uploads_that_the_server_lost_are_brought_again(self, stage: BlueskyStage, word: str) -> None:
        outgoing, journal = sample(word, pictures=1), MemoryJournal()
        payload = json.loads(json.dumps(stage.publisher().prepare(outgoing, journal)))
        unknown = replace(outgoing, pictures=(picture(f"{word}lost", 1),))
        lost = _with_blob_of(payload, unknown)

        with pytest.raises(NotSent) as caught:
            stage.publisher().send(lost, journal)
        again = stage.publisher().prepare(outgoing, journal)
        stage.publisher().send(again, journal)

        assert caught.value.code == "BlobNotFound"
        assert sum("uploadBlob" in call[1] for call in journal.calls) == 2
        assert len(stage.posts(word)) == 1
        with pytest.raises(NotReadyYet):
            stage.publisher().send({**lost, "rkey": "3kaaaaaaaaaaa"}, journal)


def _with_blob_of(payload: dict[str, Any], other: Outgoing) -> dict[str, Any]:
    """Return a payload that names an upload which the server never saw."""
    digest = bytes.fromhex(other.pictures[0].digest)
    cid = "b" + base64.b32encode(b"\x01\x55\x12\x20" + digest).decode().lower().rstrip("=")
    changed = json.loads(json.dumps(payload))
    blob = changed["record"]["embed"]["images"][0]["image"]
    blob["ref"]["$link"], blob["size"] = cid, len(other.pictures[0].data)
    return changed
