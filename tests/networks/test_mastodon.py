"""Mastodon's adapter against a server of its API."""

import json
import urllib.request
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import ContentRefused, OutcomeUnknown
from cmstation.domain.networks import Json, Verdict
from tests.fakes.cutting_proxy import CuttingProxy, Trouble
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.contract_stage import sample
from tests.networks.mastodon_stage import USERNAME, MastodonStage, adapter_for
from tests.networks.publisher_contract import HttpPublisherContract
from tests.servers.mastodon import MastodonServer


@pytest.mark.real_server
class TestMastodonContract(HttpPublisherContract):
    """What every adapter keeps."""

    @pytest.fixture
    def stage(self, mastodon_server: MastodonServer) -> MastodonStage:
        """Give a Mastodon API server."""
        return MastodonStage(mastodon_server)


WHEN = datetime(2030, 3, 4, 9, 30, tzinfo=UTC)


def _status(server: MastodonServer, identity: str) -> dict[str, Any]:
    return next(row for row in server.statuses(USERNAME) if row["id"] == identity)


def _later(server: MastodonServer, word: str, when: datetime) -> tuple[Mapping[str, Json], MemoryJournal]:
    journal = MemoryJournal()
    outgoing = replace(sample(word, pictures=1), publish_at=when)
    return adapter_for(server).prepare(outgoing, journal), journal


@pytest.fixture
def word() -> str:
    """Give a word of this test alone."""
    return f"m{uuid4().hex[:10]}"


@pytest.mark.real_server
class TestWhatIsSent:
    """What a status carries besides its text."""

    def test_options_language_and_key_arrive(self, mastodon_server: MastodonServer, word: str) -> None:
        options = {"visibility": "unlisted", "spoiler_text": "Grippe"}
        outgoing = replace(sample(word, pictures=0), options=options, language="fr-FR")
        journal = MemoryJournal()
        with CuttingProxy(mastodon_server.url) as proxy:
            publisher = adapter_for(mastodon_server, address=proxy.address)
            receipt = publisher.send(publisher.prepare(outgoing, journal), journal)
            sent = next(one for one in proxy.seen if one.path == "/api/v1/statuses")

        status = _status(mastodon_server, receipt.remote_id)
        assert (status["visibility"], status["spoiler_text"]) == ("unlisted", "Grippe")
        assert status["language"] == "fr"
        assert dict(sent.headers)["Idempotency-Key"] == outgoing.key

    def test_a_first_comment_is_a_reply(self, mastodon_server: MastodonServer, word: str) -> None:
        publisher, journal = adapter_for(mastodon_server), MemoryJournal()
        parent = publisher.send(publisher.prepare(sample(word, pictures=0), journal), journal)
        comment = replace(sample(f"{word}c", pictures=0), reply_to=parent)

        receipt = publisher.send(publisher.prepare(comment, MemoryJournal()), journal)

        assert _status(mastodon_server, receipt.remote_id)["in_reply_to_id"] == parent.remote_id

    def test_a_decorative_picture_has_no_description(
        self, mastodon_server: MastodonServer, word: str
    ) -> None:
        shown = sample(word, pictures=1)
        outgoing = replace(shown, pictures=(replace(shown.pictures[0], decorative=True),))
        publisher, journal = adapter_for(mastodon_server), MemoryJournal()

        receipt = publisher.send(publisher.prepare(outgoing, journal), journal)

        (media,) = _status(mastodon_server, receipt.remote_id)["media_attachments"]
        assert not media["description"]

    def test_too_long_a_text_is_refused_by_the_server(
        self, mastodon_server: MastodonServer, word: str
    ) -> None:
        publisher, journal = adapter_for(mastodon_server), MemoryJournal()
        payload = publisher.prepare(replace(sample(word, pictures=0), text=f"{word} {'é' * 500}"), journal)

        with pytest.raises(ContentRefused) as caught:
            publisher.send(payload, journal)

        assert caught.value.status == 422


@pytest.mark.real_server
class TestFind:
    """When sending again is allowed."""

    @pytest.mark.parametrize(
        ("age", "verdict"),
        [
            (timedelta(minutes=1), Verdict.NOT_LIVE),
            (timedelta(minutes=54), Verdict.NOT_LIVE),
            (timedelta(minutes=56), Verdict.UNDECIDED),
        ],
    )
    def test_the_key_protects_for_an_hour_less_a_margin(
        self, mastodon_server: MastodonServer, word: str, age: timedelta, verdict: Verdict
    ) -> None:
        journal, clock = MemoryJournal(), FixedClock(datetime.now(UTC))
        publisher = adapter_for(mastodon_server, clock=clock)
        payload = publisher.prepare(sample(word, pictures=0), journal)

        finding = publisher.find(payload, journal, clock.now() - age)

        assert finding.verdict is verdict
        assert finding.evidence


@pytest.mark.real_server
class TestScheduled:
    """Statuses that the server keeps for their hour."""

    def test_it_waits_on_the_server_and_can_be_taken_back(
        self, mastodon_server: MastodonServer, word: str
    ) -> None:
        payload, journal = _later(mastodon_server, word, WHEN)
        publisher = adapter_for(mastodon_server)

        receipt = publisher.send(payload, journal)
        kept = publisher.settle(receipt, payload, journal)
        publisher.delete(receipt, journal)
        publisher.delete(receipt, journal)
        gone = publisher.settle(receipt, payload, journal)

        assert (receipt.scheduled, receipt.url) == (True, "")
        assert kept.verdict is Verdict.NOT_LIVE
        assert gone.verdict is Verdict.UNDECIDED
        assert not [row for row in mastodon_server.statuses(USERNAME) if word in row["content"]]

    def test_a_retry_finds_the_one_that_is_kept_although_the_key_is_ignored(
        self, mastodon_server: MastodonServer, word: str
    ) -> None:
        payload, journal = _later(mastodon_server, word, WHEN)
        with CuttingProxy(mastodon_server.url) as proxy:
            publisher = adapter_for(mastodon_server, address=proxy.address)
            proxy.when("POST", "/api/v1/statuses", Trouble.ANSWER_LOST)
            with pytest.raises(OutcomeUnknown):
                publisher.send(payload, journal)

        finding = adapter_for(mastodon_server).find(payload, journal, datetime.now(UTC))
        receipt = adapter_for(mastodon_server).send(payload, journal)

        assert finding.verdict is Verdict.LIVE
        assert finding.receipt == receipt
        assert len(_kept_with(mastodon_server, word)) == 1

    def test_after_its_hour_it_is_found_among_the_public_ones(
        self, mastodon_server: MastodonServer, word: str
    ) -> None:
        payload, journal = _later(mastodon_server, word, WHEN)
        publisher = adapter_for(mastodon_server)
        receipt = publisher.send(payload, journal)
        _bring_forward(mastodon_server, receipt.remote_id)

        finding = publisher.settle(receipt, _with_hour(payload, datetime.now(UTC)), journal)

        assert finding.verdict is Verdict.LIVE
        assert finding.receipt is not None
        assert word in _status(mastodon_server, finding.receipt.remote_id)["content"]
        assert not finding.receipt.scheduled

    def test_an_hour_too_near_is_published_at_once_and_said_so(
        self, mastodon_server: MastodonServer, word: str
    ) -> None:
        payload, journal = _later(mastodon_server, word, datetime.now(UTC) + timedelta(minutes=2))
        publisher = adapter_for(mastodon_server)

        receipt = publisher.send(payload, journal)

        assert not receipt.scheduled
        assert receipt.url
        assert publisher.shortest_wait > timedelta(minutes=5)

    def test_nothing_kept_is_certain_only_after_a_while(
        self, mastodon_server: MastodonServer, word: str
    ) -> None:
        payload, journal = _later(mastodon_server, word, WHEN)
        clock = FixedClock(datetime.now(UTC))
        publisher = adapter_for(mastodon_server, clock=clock)

        at_once = publisher.find(payload, journal, clock.now() - timedelta(seconds=20))
        later = publisher.find(payload, journal, clock.now() - timedelta(minutes=5))

        assert at_once.verdict is Verdict.UNDECIDED
        assert later.verdict is Verdict.NOT_LIVE


def _kept_with(server: MastodonServer, word: str) -> list[dict[str, Any]]:
    return [row for row in _call(server, "GET", "/api/v1/scheduled_statuses") if word in json.dumps(row)]


def _bring_forward(server: MastodonServer, identity: str) -> None:
    """Set a scheduled status's hour into the past; the server publishes it when it is next looked at."""
    past = (datetime.now(UTC) - timedelta(seconds=5)).isoformat()
    _call(server, "PUT", f"/api/v1/scheduled_statuses/{identity}", {"scheduled_at": past})
    _call(server, "GET", "/api/v1/scheduled_statuses")


def _with_hour(payload: Mapping[str, Json], hour: datetime) -> Mapping[str, Json]:
    request = payload["request"]
    assert isinstance(request, Mapping)
    return {**payload, "request": {**request, "scheduled_at": hour.isoformat()}}


def _call(server: MastodonServer, method: str, path: str, body: dict[str, str] | None = None) -> Any:
    request = urllib.request.Request(server.url + path, method=method)
    request.add_header("Authorization", f"Bearer {server.accounts[USERNAME].access_token}")
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read())
