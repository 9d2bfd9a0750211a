"""The rehearsal network keeps the contract, and stumbles when it is told to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import (
    ContentRefused,
    NetworkError,
    Offline,
    OutcomeUnknown,
    RateLimited,
    SignInNeeded,
)
from cmstation.domain.networks import Journal, Json, Network, Outgoing, Receipt, Verdict, Way
from cmstation.networks.rehearsal import Rehearsal
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.contract_stage import SeenPost, Stage, sample
from tests.networks.publisher_contract import PublisherContract

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def account(name: str = "Site") -> Account:
    """Describe an account for learning."""
    return Account(1, Network.WORDPRESS, Way.REHEARSAL, name, "@essai", "", "", AccountState.READY, 0)


class Listening(Rehearsal):
    """A rehearsal whose journals a test can read back."""

    def __init__(self, stage: "RehearsalStage") -> None:
        super().__init__(account(), FixedClock(NOW))
        self._stage = stage

    def send(self, payload: Mapping[str, Json], journal: Journal) -> Receipt:
        """Remember the journal."""
        if journal not in self._stage.journals:
            self._stage.journals.append(journal)
        return super().send(payload, journal)


class RehearsalStage:
    """Journals instead of a server."""

    address = ""
    send_call = ("", "")
    secret_words: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.journals: list[Journal] = []

    def publisher(self, *, address: str | None = None, wrong_secret: bool = False) -> Listening:
        """Build the adapter anew."""
        return Listening(self)

    def posts(self, word: str) -> Sequence[SeenPost]:
        """Read what the journals hold."""
        told = [json.loads(journal.get("rehearsal.sent") or "{}") for journal in self.journals]
        kept = [
            one
            for one, journal in zip(told, self.journals, strict=True)
            if not journal.get("rehearsal.deleted")
        ]
        return [
            SeenPost(one["key"], one["text"], (one["link"],), tuple(alt for _, alt in one["pictures"]))
            for one in kept
            if word in one.get("text", "")
        ]

    def hidden(self, word: str) -> int | None:
        """Nothing can be hidden nowhere."""
        return 0


class TestRehearsalContract(PublisherContract):
    """What holds for every publisher."""

    @pytest.fixture
    def stage(self) -> Stage:
        """The journals."""
        return RehearsalStage()


def told(outgoing: Outgoing, mishap: str) -> Outgoing:
    """Ask for a mishap."""
    return replace(outgoing, options={"rehearsal": mishap})


@pytest.mark.parametrize(
    ("mishap", "error"), [("refused", ContentRefused), ("sign_in", SignInNeeded), ("offline", Offline)]
)
def test_a_lasting_mishap_publishes_nothing(mishap: str, error: type[NetworkError]) -> None:
    rehearsal, journal = Rehearsal(account(), FixedClock(NOW)), MemoryJournal()
    payload = rehearsal.prepare(told(sample("mot"), mishap), journal)

    for _ in range(2):
        with pytest.raises(error):
            rehearsal.send(payload, journal)

    assert rehearsal.find(payload, journal, NOW).verdict is Verdict.NOT_LIVE


def test_a_lost_answer_is_found() -> None:
    rehearsal, journal = Rehearsal(account(), FixedClock(NOW)), MemoryJournal()
    payload = rehearsal.prepare(told(sample("mot"), "answer_lost"), journal)

    with pytest.raises(OutcomeUnknown):
        rehearsal.send(payload, journal)
    finding = rehearsal.find(payload, journal, NOW)

    assert finding.verdict is Verdict.LIVE
    assert finding.receipt == rehearsal.send(payload, journal)


@pytest.mark.parametrize(
    ("mishap", "verdict"), [("not_arrived", Verdict.NOT_LIVE), ("undecided", Verdict.UNDECIDED)]
)
def test_what_did_not_arrive_leaves_at_the_second_try(mishap: str, verdict: Verdict) -> None:
    rehearsal, journal = Rehearsal(account(), FixedClock(NOW)), MemoryJournal()
    payload = rehearsal.prepare(told(sample("mot"), mishap), journal)

    with pytest.raises(OutcomeUnknown):
        rehearsal.send(payload, journal)
    finding = rehearsal.find(payload, journal, NOW)
    receipt = rehearsal.send(payload, journal)

    assert finding.verdict is verdict
    assert receipt.url.startswith("https://repetition.example/wordpress/")


def test_a_limit_tells_until_when_to_wait() -> None:
    rehearsal, journal = Rehearsal(account(), FixedClock(NOW)), MemoryJournal()
    payload = rehearsal.prepare(told(sample("mot"), "rate_limited"), journal)

    with pytest.raises(RateLimited) as caught:
        rehearsal.send(payload, journal)

    assert caught.value.retry_at == NOW + timedelta(minutes=2)
    assert rehearsal.send(payload, journal).remote_id == payload["key"]


def test_the_name_of_an_account_can_ask_for_a_mishap() -> None:
    rehearsal, journal = Rehearsal(account("Page [refused]"), FixedClock(NOW)), MemoryJournal()

    with pytest.raises(ContentRefused):
        rehearsal.send(rehearsal.prepare(sample("mot"), journal), journal)


def test_a_scheduled_post_waits_for_its_hour() -> None:
    clock, journal = FixedClock(NOW), MemoryJournal()
    rehearsal = Rehearsal(account(), clock)
    payload = rehearsal.prepare(replace(sample("mot"), publish_at=NOW + timedelta(hours=1)), journal)

    receipt = rehearsal.send(payload, journal)
    before = rehearsal.settle(receipt, payload, journal)
    clock.instant = NOW + timedelta(hours=1)
    after = rehearsal.settle(receipt, payload, journal)

    assert receipt.scheduled
    assert receipt.url == ""
    assert before.verdict is Verdict.NOT_LIVE
    assert after.verdict is Verdict.LIVE
    assert after.receipt is not None
    assert after.receipt.url


def test_checking_it_always_passes() -> None:
    report = Rehearsal(account(), FixedClock(NOW)).check()

    assert report.passed
    assert report.handle == "@essai"
