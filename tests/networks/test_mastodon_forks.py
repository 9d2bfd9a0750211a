"""Mastodon's adapter on servers that ignore the idempotency key: looking replaces replaying."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from cmstation.domain.accounts import Secret
from cmstation.domain.clock import SystemClock
from cmstation.domain.errors import NotReadyYet, OutcomeUnknown, SignInNeeded
from cmstation.domain.networks import StepState, Verdict
from cmstation.networks.mastodon import Mastodon
from cmstation.networks.session import Session
from tests.fakes.cutting_proxy import CuttingProxy, Trouble
from tests.fakes.key_ignoring_fork import TOKEN, KeyIgnoringFork
from tests.fakes.memory_journal import MemoryJournal, PowerCut
from tests.networks.contract_stage import CREATED_AT, LINK, SeenPost, Stage, sample
from tests.networks.mastodon_stage import WRONG_TOKEN, account_at, impatient_session
from tests.networks.publisher_contract import HttpPublisherContract


class ForkStage:
    """A server that ignores keys, with the clinic's account."""

    send_call = ("POST", "/api/v1/statuses")
    secret_words = (TOKEN, WRONG_TOKEN)

    def __init__(self, fork: KeyIgnoringFork) -> None:
        self.fork = fork
        self.address = fork.url

    def publisher(self, *, address: str | None = None, wrong_secret: bool = False) -> Mastodon:
        """Build the adapter anew."""
        session = Session() if address is None else impatient_session()
        secret = Secret({"access": WRONG_TOKEN if wrong_secret else TOKEN})
        return Mastodon(session, account_at(address or self.address), secret, SystemClock())

    def posts(self, word: str) -> Sequence[SeenPost]:
        """Read the statuses that hold a word."""
        return [_seen(row) for row in self.fork.statuses if word in row["content"]]

    def hidden(self, word: str) -> int | None:
        """Tell that uploads cannot be listed."""
        return None


def _seen(row: dict[str, object]) -> SeenPost:
    text = unescape(re.sub(r"<[^>]*>", "", str(row["content"]).replace("<br>", "\n")))
    media = row["media_attachments"]
    assert isinstance(media, list)
    alts = [str(one["description"]) for one in media]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return SeenPost(str(row["id"]), text, (LINK,) if LINK in text else (), tuple(alts))


@pytest.fixture
def fork() -> Iterator[KeyIgnoringFork]:
    """Give a server that ignores keys."""
    with KeyIgnoringFork() as fork:
        yield fork


class TestForkContract(HttpPublisherContract):
    """What every adapter keeps, here by looking before sending."""

    @pytest.fixture
    def stage(self, fork: KeyIgnoringFork) -> ForkStage:
        """Give a server that ignores keys."""
        return ForkStage(fork)

    def test_a_power_cut_right_after_the_answer_makes_one_post(self, stage: Stage, word: str) -> None:
        journal = MemoryJournal()
        publisher = stage.publisher()
        payload = publisher.prepare(sample(word, pictures=0), journal)
        # Here `send` looks first: the answer of the irreversible call is its second event.
        journal.interrupt_at = journal.events + 1

        with pytest.raises(PowerCut):
            publisher.send(payload, journal)
        finding = stage.publisher().find(payload, journal, CREATED_AT)
        receipt = stage.publisher().send(payload, journal)

        assert finding.verdict is Verdict.LIVE
        assert finding.receipt == receipt
        assert len(stage.posts(word)) == 1


def test_the_fake_makes_a_second_status_for_the_same_key(fork: KeyIgnoringFork) -> None:
    request = json.dumps({"status": "Bonjour"}).encode()

    for _ in range(2):
        fork.answer("POST", "/api/v1/statuses", "same-key", "application/json", request)

    assert len(fork.statuses) == 2


def test_the_first_status_is_found_after_a_lost_answer(fork: KeyIgnoringFork) -> None:
    journal = MemoryJournal()
    with CuttingProxy(fork.url) as proxy:
        publisher = ForkStage(fork).publisher(address=proxy.address)
        payload = publisher.prepare(sample("premier"), journal)
        proxy.when("POST", "/api/v1/statuses", Trouble.ANSWER_LOST)
        with pytest.raises(OutcomeUnknown):
            publisher.send(payload, journal)

    receipt = ForkStage(fork).publisher().send(payload, journal)

    assert [row["id"] for row in fork.statuses] == [receipt.remote_id]
    assert len(fork.keys) == 1


@pytest.mark.parametrize(("others", "found"), [(30, True), (150, False)])
def test_ours_is_found_under_many_younger_ones_as_far_as_one_may_look(
    fork: KeyIgnoringFork, others: int, found: bool
) -> None:
    publisher, journal = ForkStage(fork).publisher(), MemoryJournal()
    payload = publisher.prepare(sample("enseveli", pictures=0), journal)
    receipt = publisher.send(payload, journal)
    for number in range(others):
        body = json.dumps({"status": f"Un autre {number}"}).encode()
        fork.answer("POST", "/api/v1/statuses", "", "application/json", body)

    finding = publisher.find(payload, journal, CREATED_AT)

    assert finding.receipt == (receipt if found else None)
    assert ("list: incomplete" in finding.evidence) is not found


def test_nothing_found_is_left_to_the_person(fork: KeyIgnoringFork) -> None:
    journal = MemoryJournal()
    publisher = ForkStage(fork).publisher()
    payload = publisher.prepare(sample("absent"), journal)

    finding = publisher.find(payload, journal, datetime.now(UTC))

    assert finding.verdict is Verdict.UNDECIDED
    assert "software: GoToSocial 0.19.1+git-1a2b3c4" in finding.evidence
    assert "GoToSocial" in journal.notes["idempotency_key"]


@pytest.mark.parametrize(
    "other",
    [
        {"text": "Un autre texte"},
        {"pictures": ()},
        {"options": {"spoiler_text": "Attention"}},
    ],
    ids=["text", "pictures", "spoiler"],
)
def test_the_newest_status_is_not_taken_for_ours(fork: KeyIgnoringFork, other: dict[str, object]) -> None:
    publisher, outgoing = ForkStage(fork).publisher(), sample("voisin", pictures=1)
    neighbour = replace(outgoing, key="0" * 32, **other)  # type: ignore[arg-type]
    journal = MemoryJournal()
    publisher.send(publisher.prepare(neighbour, journal), journal)

    finding = publisher.find(publisher.prepare(outgoing, journal), journal, CREATED_AT)

    assert finding.verdict is Verdict.UNDECIDED


def test_an_older_status_with_the_same_text_is_not_taken_for_ours(fork: KeyIgnoringFork) -> None:
    publisher, outgoing = ForkStage(fork).publisher(), sample("ancien", pictures=0)
    journal = MemoryJournal()
    payload = publisher.prepare(outgoing, journal)
    publisher.send(payload, journal)
    fork.statuses[0]["created_at"] = (CREATED_AT - timedelta(hours=3)).isoformat()

    finding = publisher.find(payload, journal, CREATED_AT)

    assert finding.verdict is Verdict.UNDECIDED
    assert finding.receipt is None


def test_an_upload_that_is_still_worked_on_is_waited_for_and_not_repeated() -> None:
    outgoing, journal = sample("lent", pictures=1), MemoryJournal()
    with KeyIgnoringFork(processing=2) as slow:
        publisher = ForkStage(slow).publisher()
        with pytest.raises(NotReadyYet):
            publisher.prepare(outgoing, journal)
        assert slow.statuses == []

        payload = publisher.prepare(outgoing, journal)
        publisher.send(payload, journal)

        assert len(slow.media) == 1
        assert len(slow.statuses) == 1


def test_a_lost_token_does_not_look_like_a_missing_status(fork: KeyIgnoringFork) -> None:
    journal = MemoryJournal()
    payload = ForkStage(fork).publisher().prepare(sample("jeton", pictures=0), journal)

    with pytest.raises(SignInNeeded):
        ForkStage(fork).publisher(wrong_secret=True).find(payload, journal, CREATED_AT)


def test_visibility_is_always_said(fork: KeyIgnoringFork) -> None:
    publisher, journal = ForkStage(fork).publisher(), MemoryJournal()

    publisher.send(publisher.prepare(sample("public", pictures=0), journal), journal)

    assert fork.statuses[0]["visibility"] == "public"


def test_the_check_warns_that_keys_are_not_kept(fork: KeyIgnoringFork) -> None:
    report = ForkStage(fork).publisher().check()

    instance = next(step for step in report.steps if step.name == "instance")
    assert report.passed
    assert (instance.state, instance.cause) == (StepState.WARNED, "key_not_kept")
    assert report.handle == "@clinique@fork.example"
    assert report.limits is not None
    assert (report.limits.max_characters, report.limits.max_pictures) == (5000, 6)
    assert report.limits.max_alt_text == 1500
