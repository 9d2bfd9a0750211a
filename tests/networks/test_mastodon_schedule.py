"""What waits on a Mastodon server is listed and moved; what is lost on the line is read back."""

import json
import urllib.request
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import responses

from cmstation.domain.calendar_errors import HourTooNear, LeavingNow, NoLongerWaiting
from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import ContentRefused, NotSent, OutcomeUnknown, SignInNeeded
from cmstation.domain.networks import Json, Receipt, Verdict
from cmstation.networks.mastodon import Mastodon
from tests.fakes.cutting_proxy import CuttingProxy, Trouble
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.contract_stage import everything_said, sample
from tests.networks.mastodon_stage import USERNAME, WRONG_TOKEN, adapter_for
from tests.servers.mastodon import MastodonServer

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
PATH = "/api/v1/scheduled_statuses"


@pytest.fixture
def word() -> str:
    return f"m{uuid4().hex[:10]}"


@pytest.fixture
def server(mastodon_server: MastodonServer) -> MastodonServer:
    return mastodon_server


def later(wait: timedelta = DAY) -> datetime:
    return datetime.now(UTC).replace(microsecond=0) + wait


def call(server: MastodonServer, method: str, path: str, body: dict[str, str] | None = None) -> Any:
    request = urllib.request.Request(server.url + path, method=method)
    request.add_header("Authorization", f"Bearer {server.accounts[USERNAME].access_token}")
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read())


def hour_there(server: MastodonServer, receipt: Receipt) -> datetime:
    return datetime.fromisoformat(call(server, "GET", f"{PATH}/{receipt.remote_id}")["scheduled_at"])


def kept(
    server: MastodonServer, word: str, wait: timedelta = DAY
) -> tuple[Receipt, datetime, Mapping[str, Json], MemoryJournal]:
    """Let the server keep a status of ours."""
    publisher, journal, hour = adapter_for(server), MemoryJournal(), later(wait)
    payload = publisher.prepare(replace(sample(word, pictures=0), publish_at=hour), journal)
    return publisher.send(payload, journal), hour, payload, journal


@pytest.mark.real_server
class TestListing:
    """What waits there."""

    def test_it_is_listed_with_its_words(self, server: MastodonServer, word: str) -> None:
        hour = later(2 * DAY)
        made = call(
            server,
            "POST",
            "/api/v1/statuses",
            {
                "status": f"Don du sang\n{word}",
                "scheduled_at": hour.isoformat(),
                "spoiler_text": "Grippe",
            },
        )

        found = next(one for one in adapter_for(server).scheduled() if one.remote_id == made["id"])

        assert found.due == hour
        assert (found.title, found.text, found.url) == ("Grippe", f"Don du sang {word}", "")

    def test_public_statuses_are_not_listed(self, server: MastodonServer, word: str) -> None:
        publisher, journal = adapter_for(server), MemoryJournal()
        publisher.send(publisher.prepare(sample(word, pictures=0), journal), journal)

        assert not [one for one in publisher.scheduled() if word in one.text]

    def test_without_the_right_token_nothing_is_listed(self, server: MastodonServer) -> None:
        with pytest.raises(SignInNeeded) as refused:
            adapter_for(server, token=WRONG_TOKEN).scheduled()

        assert WRONG_TOKEN not in everything_said(refused.value)


@pytest.mark.real_server
class TestMoving:
    """Another hour."""

    def test_it_is_moved_and_may_be_moved_again(self, server: MastodonServer, word: str) -> None:
        receipt, hour, _, _ = kept(server, word)
        publisher, to, journal = adapter_for(server), hour + 3 * DAY, MemoryJournal()

        moved = publisher.reschedule(receipt, to, journal)
        again = publisher.reschedule(receipt, to, journal)

        assert moved == again == receipt
        assert hour_there(server, receipt) == to
        assert sum(one[1].startswith("PUT") for one in journal.calls) == 1

    def test_the_payload_for_the_new_hour_is_what_prepare_would_have_made(
        self, server: MastodonServer, word: str
    ) -> None:
        publisher, outgoing, to = adapter_for(server), sample(word, pictures=0), later(4 * DAY)
        payload = publisher.prepare(replace(outgoing, publish_at=later()), MemoryJournal())

        moved = publisher.payload_at(payload, to)

        assert moved == publisher.prepare(replace(outgoing, publish_at=to), MemoryJournal())

    def test_a_doubtful_delivery_is_found_at_its_new_hour(self, server: MastodonServer, word: str) -> None:
        receipt, hour, payload, journal = kept(server, word)
        to = hour + 3 * DAY
        publisher = adapter_for(server)
        publisher.reschedule(receipt, to, MemoryJournal())

        moved = publisher.find(publisher.payload_at(payload, to), journal, datetime.now(UTC))

        assert (moved.verdict, moved.receipt) == (Verdict.LIVE, receipt)

    def test_a_move_that_was_asked_for_and_never_stored_cannot_make_two(
        self, server: MastodonServer, word: str
    ) -> None:
        receipt, hour, payload, journal = kept(server, word)
        publisher = adapter_for(server)
        # The program ended here, before the new hour was stored.
        publisher.reschedule(receipt, hour + 3 * DAY, journal)

        finding = publisher.find(payload, journal, datetime.now(UTC) - 5 * MINUTE)
        sent = publisher.send(payload, journal)

        assert (finding.verdict, finding.receipt) == (Verdict.LIVE, receipt)
        assert sent == receipt
        assert len([one for one in publisher.scheduled() if word in one.text]) == 1

    def test_too_near_an_hour_is_refused_before_anything_is_asked(
        self, server: MastodonServer, word: str
    ) -> None:
        receipt, hour, _, _ = kept(server, word)
        journal = MemoryJournal()

        with pytest.raises(HourTooNear):
            adapter_for(server).reschedule(receipt, datetime.now(UTC) + 5 * MINUTE, journal)

        assert (journal.calls, journal.notes) == ([], {})
        assert hour_there(server, receipt) == hour

    def test_what_the_server_hands_to_its_worker_is_left_alone(
        self, server: MastodonServer, word: str
    ) -> None:
        receipt, hour, _, _ = kept(server, word)
        publisher = adapter_for(server, clock=FixedClock(hour - 5 * MINUTE))

        with pytest.raises(LeavingNow):
            publisher.reschedule(receipt, hour + DAY, MemoryJournal())

        assert hour_there(server, receipt) == hour

    def test_what_is_published_or_taken_back_no_longer_waits(self, server: MastodonServer, word: str) -> None:
        receipt, hour, _, _ = kept(server, word)
        adapter_for(server).delete(receipt, MemoryJournal())

        with pytest.raises(NoLongerWaiting):
            adapter_for(server).reschedule(receipt, hour + DAY, MemoryJournal())

    def test_the_server_may_refuse(self, server: MastodonServer, word: str) -> None:
        receipt, hour, _, _ = kept(server, word)
        server.add_fault("PUT", f"{PATH}/{receipt.remote_id}", {"type": "status", "status": 422}, count=1)
        try:
            with pytest.raises(ContentRefused):
                adapter_for(server).reschedule(receipt, hour + DAY, MemoryJournal())
        finally:
            server.clear_faults()

        assert hour_there(server, receipt) == hour


@pytest.mark.real_server
class TestTheLine:
    """Answers that are lost."""

    @pytest.mark.parametrize("trouble", [Trouble.ANSWER_LOST, Trouble.ANSWER_HALVED, Trouble.FAILED_BUT_DONE])
    def test_a_lost_answer_is_read_back(self, server: MastodonServer, word: str, trouble: Trouble) -> None:
        receipt, hour, _, _ = kept(server, word)
        with CuttingProxy(server.url) as proxy:
            proxy.when("PUT", PATH, trouble)

            moved = adapter_for(server, address=proxy.address).reschedule(
                receipt, hour + DAY, MemoryJournal()
            )

            assert proxy.asked("PUT", PATH) == 1
        assert moved == receipt
        assert hour_there(server, receipt) == hour + DAY

    def test_a_move_that_never_arrived_is_told_as_such(self, server: MastodonServer, word: str) -> None:
        receipt, hour, _, _ = kept(server, word)
        with CuttingProxy(server.url) as proxy:
            proxy.when("PUT", PATH, Trouble.CUT_BEFORE)

            with pytest.raises(NotSent) as told:
                adapter_for(server, address=proxy.address).reschedule(receipt, hour + DAY, MemoryJournal())

        assert told.value.code == "not_moved"
        assert server.accounts[USERNAME].access_token not in everything_said(told.value)
        assert hour_there(server, receipt) == hour

    def test_when_the_server_cannot_be_asked_either_nobody_knows(
        self, server: MastodonServer, word: str
    ) -> None:
        receipt, hour, _, _ = kept(server, word)
        with CuttingProxy(server.url) as proxy:
            publisher = adapter_for(server, address=proxy.address)
            proxy.when("PUT", PATH, Trouble.ANSWER_LOST)

            class AfterTheFirst(MemoryJournal):
                def called(
                    self, step: str, target: str, status: int | None, took: timedelta, outcome: str
                ) -> None:
                    super().called(step, target, status, took, outcome)
                    proxy.when("GET", f"{PATH}/", Trouble.CUT_BEFORE, times=9)

            with pytest.raises(OutcomeUnknown):
                publisher.reschedule(receipt, hour + DAY, AfterTheFirst())

        assert hour_there(server, receipt) == hour + DAY


# --- pages: the server of these tests gives all at once ---

HOST = "https://mastodon.example"


def row(identity: int) -> dict[str, object]:
    moment = datetime(2030, 1, 1, tzinfo=UTC) + identity * DAY
    return {"id": str(identity), "scheduled_at": moment.isoformat(), "params": {"text": f"Texte {identity}"}}


def publisher_elsewhere() -> Mastodon:
    from cmstation.domain.accounts import Secret
    from cmstation.domain.clock import SystemClock
    from cmstation.networks.session import Session
    from tests.networks.mastodon_stage import account_at

    return Mastodon(Session(), account_at(HOST, "Mastodon 4.5.2"), Secret({"access": "t0ken"}), SystemClock())


@responses.activate
def test_every_page_is_read_as_the_server_links_them() -> None:
    pages = {"": ([9, 8], "8"), "8": ([7, 6], "6"), "6": ([5], "")}
    for below, (rows, following) in pages.items():
        link = f'<{HOST}{PATH}?limit=40&max_id={following}>; rel="next", <{HOST}{PATH}?min_id=9>; rel="prev"'
        expected = {"limit": "40"} | ({"max_id": below} if below else {})
        responses.get(
            HOST + PATH,
            json=[row(one) for one in rows],
            headers={"Link": link} if following else {},
            match=[responses.matchers.query_param_matcher(expected)],
        )

    found = publisher_elsewhere().scheduled()

    assert [one.remote_id for one in found] == ["9", "8", "7", "6", "5"]


@responses.activate
def test_a_link_to_another_host_leads_nowhere_and_pages_that_repeat_end() -> None:
    link = f'<https://thief.example{PATH}?max_id=8>; rel="next"'
    responses.get(HOST + PATH, json=[row(9)], headers={"Link": link})

    found = publisher_elsewhere().scheduled()

    assert [one.remote_id for one in found] == ["9"]
    assert {str(one.request.url).split("?")[0] for one in responses.calls} == {HOST + PATH}


@responses.activate
def test_rows_that_cannot_be_read_are_left_out() -> None:
    broken = [{"id": "1"}, {"id": "2", "scheduled_at": "soon"}, {"scheduled_at": "2030-01-01T00:00:00Z"}]
    odd = {
        "id": "4",
        "scheduled_at": "2030-01-01T00:00:00.000Z",
        "params": {"text": "<b>A</b>\u202e\nB" * 90},
    }
    responses.get(HOST + PATH, json=[*broken, odd])

    (found,) = publisher_elsewhere().scheduled()

    assert found.remote_id == "4"
    assert found.text.startswith("A B")
    assert len(found.text) <= 300
    assert "\u202e" not in found.text
