"""The contract that every adapter keeps; each adapter's tests subclass it and give a stage."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from cmstation.domain.errors import (
    ContentRefused,
    NetworkError,
    NotSent,
    OutcomeUnknown,
    RateLimited,
    SignInNeeded,
)
from cmstation.domain.networks import Outgoing, Verdict
from tests.fakes.cutting_proxy import CuttingProxy, Trouble
from tests.fakes.memory_journal import MemoryJournal, PowerCut
from tests.networks.contract_stage import (
    CREATED_AT,
    HOSTILE_TEXTS,
    LINK,
    Stage,
    everything_said,
    picture,
    sample,
    without_spaces,
)


class PublisherContract:
    """What holds for every publisher, even for one that publishes nowhere."""

    @pytest.fixture
    def word(self) -> str:
        """A word of this test alone."""
        return f"q{uuid4().hex[:10]}"

    @pytest.fixture
    def journal(self) -> MemoryJournal:
        """The delivery's memory."""
        return MemoryJournal()

    def test_text_link_and_two_pictures_are_published(
        self, stage: Stage, word: str, journal: MemoryJournal
    ) -> None:
        publisher = stage.publisher()

        receipt = publisher.send(publisher.prepare(sample(word), journal), journal)

        (post,) = stage.posts(word)
        assert post.remote_id == receipt.remote_id
        assert f"La maternité {word} ouvre ses portes." in post.text
        assert LINK in post.links
        assert post.alt_texts == (f"Salle 1 {word}", f"Salle 2 {word}")
        assert receipt.url.startswith("http")
        assert not receipt.scheduled

    def test_nothing_is_public_before_it_is_sent(
        self, stage: Stage, word: str, journal: MemoryJournal
    ) -> None:
        publisher = stage.publisher()

        payload = publisher.prepare(sample(word), journal)

        assert stage.posts(word) == []
        finding = publisher.find(payload, journal, CREATED_AT)
        assert finding.verdict in (Verdict.NOT_LIVE, Verdict.UNDECIDED)
        assert finding.receipt is None
        assert finding.verdict is Verdict.NOT_LIVE or finding.evidence

    def test_what_was_sent_is_found_by_a_program_started_anew(
        self, stage: Stage, word: str, journal: MemoryJournal
    ) -> None:
        publisher = stage.publisher()
        payload = json.loads(json.dumps(publisher.prepare(sample(word, pictures=1), journal)))
        receipt = publisher.send(payload, journal)

        finding = stage.publisher().find(payload, journal, CREATED_AT)

        assert finding.verdict is Verdict.LIVE
        assert finding.receipt == receipt

    def test_preparing_twice_gives_the_same_payload_and_makes_nothing_twice(
        self, stage: Stage, word: str, journal: MemoryJournal
    ) -> None:
        outgoing = sample(word)
        first = stage.publisher().prepare(outgoing, journal)
        hidden = stage.hidden(word)

        second = stage.publisher().prepare(outgoing, journal)

        assert json.dumps(first) == json.dumps(second)
        assert stage.hidden(word) == hidden

    def test_sending_twice_makes_one_post(self, stage: Stage, word: str, journal: MemoryJournal) -> None:
        publisher = stage.publisher()
        payload = publisher.prepare(sample(word), journal)

        first = publisher.send(payload, journal)
        second = stage.publisher().send(payload, journal)

        assert first == second
        assert len(stage.posts(word)) == 1

    def test_a_power_cut_at_any_moment_of_preparing_makes_nothing_twice(
        self, stage: Stage, word: str
    ) -> None:
        whole = MemoryJournal()
        stage.publisher().prepare(sample(f"{word}x"), whole)
        wanted = stage.hidden(f"{word}x")

        for moment in range(whole.events):
            mine = f"{word}n{moment}n"
            outgoing = sample(mine)
            journal = MemoryJournal(interrupt_at=moment)
            with pytest.raises(PowerCut):
                stage.publisher().prepare(outgoing, journal)
            stage.publisher().prepare(outgoing, journal)

            assert stage.hidden(mine) == wanted, f"power cut at event {moment}"
            assert stage.posts(mine) == []

    def test_what_was_rewritten_between_two_tries_is_what_leaves(
        self, stage: Stage, word: str, journal: MemoryJournal
    ) -> None:
        publisher, first = stage.publisher(), sample(word)
        publisher.prepare(first, journal)
        later = replace(first, text=first.text.replace("ouvre", "rouvre"))
        pictures = (first.pictures[0], replace(first.pictures[1], alt_text=f"Autre salle {word}"))

        publisher.send(publisher.prepare(replace(later, pictures=pictures), journal), journal)

        (post,) = stage.posts(word)
        assert f"La maternité {word} rouvre ses portes." in post.text
        assert post.alt_texts == (f"Salle 1 {word}", f"Autre salle {word}")

    def test_deleting_twice_succeeds(self, stage: Stage, word: str, journal: MemoryJournal) -> None:
        publisher = stage.publisher()
        payload = publisher.prepare(sample(word, pictures=0), journal)
        receipt = publisher.send(payload, journal)

        publisher.delete(receipt, journal)
        publisher.delete(receipt, journal)

        assert stage.posts(word) == []
        assert publisher.find(payload, journal, CREATED_AT).verdict is not Verdict.LIVE

    @pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
    def test_a_strange_text_arrives_as_it_was_written(
        self, stage: Stage, word: str, journal: MemoryJournal, text: str
    ) -> None:
        outgoing = replace(sample(word, pictures=0, link=""), text=f"{word} {text}", link="")
        publisher = stage.publisher()

        publisher.send(publisher.prepare(outgoing, journal), journal)

        (post,) = stage.posts(word)
        assert without_spaces(post.text) == without_spaces(f"{word} {text}")

    def test_a_zero_byte_or_lone_surrogate_ends_in_one_of_our_errors_or_arrives(
        self, stage: Stage, word: str, journal: MemoryJournal
    ) -> None:
        publisher = stage.publisher()
        outgoing = replace(
            sample(word, pictures=1, link=""),
            text=f"{word} un\0deux \ud83d trois",
            link="",
            pictures=(picture(word, 1, alt_text="Salle\0\ud83d"),),
        )

        try:
            publisher.send(publisher.prepare(outgoing, journal), journal)
        except (ContentRefused, OutcomeUnknown):
            assert len(stage.posts(word)) <= 1
        else:
            assert len(stage.posts(word)) == 1


class HttpPublisherContract(PublisherContract):
    """What holds on top for an adapter that speaks HTTP: bad lines, bad servers, bad secrets."""

    @pytest.fixture
    def proxy(self, stage: Stage) -> Iterator[CuttingProxy]:
        """A proxy in front of the real server."""
        with CuttingProxy(stage.address) as proxy:
            yield proxy

    def test_a_power_cut_right_after_the_answer_makes_one_post(self, stage: Stage, word: str) -> None:
        journal = MemoryJournal()
        publisher = stage.publisher()
        payload = publisher.prepare(sample(word, pictures=0), journal)
        journal.interrupt_at = journal.events

        with pytest.raises(PowerCut):
            publisher.send(payload, journal)
        finding = stage.publisher().find(payload, journal, CREATED_AT)
        receipt = stage.publisher().send(payload, journal)

        assert finding.verdict is Verdict.LIVE
        assert finding.receipt == receipt
        assert len(stage.posts(word)) == 1

    @pytest.mark.parametrize(
        "trouble",
        [
            Trouble.ANSWER_LOST,
            Trouble.ANSWER_HALVED,
            Trouble.ANSWER_SLOW,
            Trouble.FAILED_BUT_DONE,
            Trouble.PAGE_BUT_DONE,
        ],
    )
    def test_a_lost_answer_is_found_and_sent_again_without_a_second_post(
        self, stage: Stage, proxy: CuttingProxy, word: str, journal: MemoryJournal, trouble: Trouble
    ) -> None:
        publisher = stage.publisher(address=proxy.address)
        payload = publisher.prepare(sample(word, pictures=1), journal)
        proxy.when(*stage.send_call, trouble)

        with pytest.raises(OutcomeUnknown):
            publisher.send(payload, journal)
        asked = proxy.asked(*stage.send_call)
        finding = publisher.find(payload, journal, CREATED_AT)
        receipt = publisher.send(payload, journal)

        assert asked == 1  # nothing below the adapter repeated the call
        assert finding.verdict is Verdict.LIVE
        assert finding.receipt is not None
        assert finding.receipt.remote_id == receipt.remote_id
        assert len(stage.posts(word)) == 1

    @pytest.mark.parametrize("trouble", [Trouble.CUT_BEFORE, Trouble.PAGE_INSTEAD, Trouble.FORBIDDEN_PAGE])
    def test_a_call_that_never_arrived_is_not_taken_for_a_post(
        self, stage: Stage, proxy: CuttingProxy, word: str, journal: MemoryJournal, trouble: Trouble
    ) -> None:
        publisher = stage.publisher(address=proxy.address)
        payload = publisher.prepare(sample(word, pictures=0), journal)
        proxy.when(*stage.send_call, trouble)

        with pytest.raises(OutcomeUnknown):
            publisher.send(payload, journal)
        finding = publisher.find(payload, journal, CREATED_AT)

        assert finding.verdict in (Verdict.NOT_LIVE, Verdict.UNDECIDED)
        publisher.send(payload, journal)
        assert len(stage.posts(word)) == 1

    def test_a_refused_connection_is_certainly_not_sent(
        self, stage: Stage, word: str, journal: MemoryJournal
    ) -> None:
        with CuttingProxy(stage.address) as gone:
            publisher = stage.publisher(address=gone.address)
            payload = publisher.prepare(sample(word, pictures=0), journal)

        with pytest.raises(NotSent):
            publisher.send(payload, journal)

        assert stage.posts(word) == []

    def test_too_many_calls_tell_until_when_to_wait(
        self, stage: Stage, proxy: CuttingProxy, word: str, journal: MemoryJournal
    ) -> None:
        publisher = stage.publisher(address=proxy.address)
        payload = publisher.prepare(sample(word, pictures=0), journal)
        proxy.when(*stage.send_call, Trouble.TOO_MANY)

        with pytest.raises(RateLimited) as caught:
            publisher.send(payload, journal)

        assert caught.value.retry_at is not None
        assert timedelta(seconds=90) < caught.value.retry_at - datetime.now(UTC) <= timedelta(seconds=121)
        assert stage.posts(word) == []

    @pytest.mark.parametrize("trouble", [Trouble.ANSWER_LOST, Trouble.FAILED_BUT_DONE, Trouble.PAGE_BUT_DONE])
    def test_a_lost_answer_at_any_call_of_preparing_makes_nothing_twice(
        self, stage: Stage, proxy: CuttingProxy, word: str, trouble: Trouble
    ) -> None:
        stage.publisher(address=proxy.address).prepare(sample(f"{word}x"), MemoryJournal())
        wanted = stage.hidden(f"{word}x")
        writes = sum(1 for request in proxy.seen if request.method != "GET")

        for number in range(writes):
            mine = f"{word}n{number}n"
            outgoing, journal = sample(mine), MemoryJournal()
            self._prepare_with_trouble_at(number, stage, outgoing, journal, trouble)
            stage.publisher().prepare(outgoing, journal)

            assert stage.hidden(mine) == wanted, f"{trouble} at write {number}"
            assert stage.posts(mine) == []

    def _prepare_with_trouble_at(
        self, number: int, stage: Stage, outgoing: Outgoing, journal: MemoryJournal, trouble: Trouble
    ) -> None:
        with CuttingProxy(stage.address) as proxy:
            proxy.trouble_at_write(number, trouble)
            try:
                stage.publisher(address=proxy.address).prepare(outgoing, journal)
            except (OutcomeUnknown, NotSent):
                return

    def test_a_wrong_secret_asks_to_sign_in_again_and_does_not_show_itself(
        self, stage: Stage, word: str, journal: MemoryJournal, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)

        with pytest.raises(SignInNeeded) as caught:
            stage.publisher(wrong_secret=True).prepare(sample(word), journal)

        said = everything_said(caught.value) + repr(journal.calls) + repr(journal.notes) + caplog.text
        assert not [secret for secret in stage.secret_words if secret in said]
        assert stage.posts(word) == []

    @pytest.mark.parametrize("trouble", list(Trouble))
    def test_no_trouble_shows_a_secret(
        self,
        stage: Stage,
        proxy: CuttingProxy,
        word: str,
        *,
        journal: MemoryJournal,
        caplog: pytest.LogCaptureFixture,
        trouble: Trouble,
    ) -> None:
        caplog.set_level(logging.DEBUG)
        publisher = stage.publisher(address=proxy.address)
        payload = publisher.prepare(sample(word, pictures=0), journal)
        proxy.when(*stage.send_call, trouble)

        with pytest.raises(NetworkError) as caught:
            publisher.send(payload, journal)

        said = everything_said(caught.value) + repr(journal.calls) + repr(journal.notes) + caplog.text
        said += repr(publisher) + json.dumps(payload)
        assert not [secret for secret in stage.secret_words if secret in said]
