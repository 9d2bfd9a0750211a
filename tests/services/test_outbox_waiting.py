"""A post is edited while it waits, and the computer's clock is set back: nothing leaves twice or changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.clock import FixedClock
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import ClockWentBack, PublishedIsImmutable, SecretsLocked
from cmstation.domain.networks import Journal, Json, Outgoing, Publisher, Receipt
from cmstation.domain.planned_time import at_instant
from cmstation.services.lookout import CLOCK_EVIDENCE
from tests.desktop.image_samples import drawing, encoded
from tests.fakes.moody_network import Mood, MoodyDoor, MoodyDoors, MoodyNetwork
from tests.fakes.secret_box import SecretBox
from tests.services.conftest import START, Bench, opened

PARIS = "Europe/Paris"
HOUR = timedelta(hours=1)


def write(bench: Bench, text: str = "Venez jeudi.") -> int:
    return bench.station.drafts.new(title="Don du sang", text=text).value.id


def state_of(bench: Bench, post: int) -> DeliveryState:
    """Return the state of the only delivery of a post."""
    (delivery,) = bench.station.outbox.of_post(post)
    return delivery.state


# --- editing while it waits ---


def test_a_text_changed_after_it_certainly_did_not_leave_leaves_as_changed(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [Mood.RATE_LIMIT]
    post = write(bench)
    (delivery,) = bench.station.outbox.plan(post).value
    bench.station.outbox.deliver_due()
    assert state_of(bench, post) is DeliveryState.WAITING

    bench.station.drafts.update(post, text="Venez vendredi.")
    bench.pass_time(timedelta(minutes=10))
    bench.station.outbox.deliver_due()

    assert [text for _, text in network.live] == ["Venez vendredi."]
    assert bench.station.outbox.get(delivery.id).key == network.live[0][0]


def test_a_text_is_frozen_as_soon_as_it_may_have_left(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [Mood.TIME_OUT_BEFORE]
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    assert state_of(bench, post) is DeliveryState.WAITING

    with pytest.raises(PublishedIsImmutable):
        bench.station.drafts.update(post, text="Venez vendredi.")
    bench.pass_time(timedelta(minutes=10))
    bench.station.outbox.deliver_due()

    assert [text for _, text in network.live] == ["Venez jeudi."]


class WritingClock(FixedClock):
    """A clock that lets somebody write at the very moment when it is next looked at."""

    write: Callable[[], object] | None = None

    def now(self) -> datetime:
        write, self.write = self.write, None
        if write is not None:
            write()
        return super().now()


class WatchedDoors(MoodyDoors):
    """Networks that tell a test when something has been made ready, and when it is about to leave."""

    def __init__(self) -> None:
        super().__init__()
        self.prepared: Callable[[], object] = bool
        self.sending: Callable[[], object] = bool

    def publisher(self, account: Account, secret: Secret | None, keep: Callable[[Secret], None]) -> Publisher:
        return WatchedDoor(self.of(account.id), self)


class WatchedDoor(MoodyDoor):
    def __init__(self, network: MoodyNetwork, doors: WatchedDoors) -> None:
        super().__init__(network)
        self._doors = doors

    def prepare(self, outgoing: Outgoing, journal: Journal) -> Mapping[str, Json]:
        made = super().prepare(outgoing, journal)
        self._doors.prepared()
        return made

    def send(self, payload: Mapping[str, Json], journal: Journal) -> Receipt:
        self._doors.sending()
        return super().send(payload, journal)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Bench]:
    clock, secrets, doors = WritingClock(START), SecretBox(), WatchedDoors()
    made = Bench(tmp_path, clock, secrets, doors, opened(tmp_path, clock, secrets, doors))
    yield made
    made.station.close()


def test_a_text_rewritten_in_the_last_moment_leaves_as_it_was_rewritten(watched: Bench) -> None:
    account, post = watched.account(), write(watched)
    watched.station.outbox.plan(post)
    clock, doors = watched.clock, watched.doors
    assert isinstance(clock, WritingClock)
    assert isinstance(doors, WatchedDoors)

    def rewrite() -> None:
        doors.prepared = bool
        clock.write = lambda: watched.station.drafts.update(post, text="Venez vendredi.")

    doors.prepared = rewrite
    watched.station.outbox.deliver_due()
    watched.station.outbox.deliver_due()

    assert [text for _, text in watched.network_of(account).live] == ["Venez vendredi."]
    assert watched.station.drafts.open(post).text == "Venez vendredi."


def test_a_planned_text_that_grew_too_long_stays_here_until_it_is_mended(bench: Bench) -> None:
    account, post = bench.account(), write(bench)
    bench.station.outbox.plan(post, due=at_instant(bench.clock.now() + HOUR, PARIS))
    bench.station.drafts.update(post, text="x" * 400)
    bench.pass_time(HOUR)

    bench.station.outbox.deliver_due()
    (delivery,) = bench.station.outbox.of_post(post)
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "not_ready")
    bench.station.drafts.update(post, text="Venez jeudi.")
    bench.station.outbox.send_again(delivery.id)
    bench.station.outbox.deliver_due()

    assert [text for _, text in bench.network_of(account).live] == ["Venez jeudi."]


def test_a_picture_added_after_planning_does_not_leave_without_its_words(bench: Bench) -> None:
    account, post = bench.account(), write(bench)
    bench.station.outbox.plan(post, due=at_instant(bench.clock.now() + HOUR, PARIS))
    bench.station.drafts.attach_bytes(post, encoded(drawing(), "PNG"), "a.png")
    bench.pass_time(HOUR)

    bench.station.outbox.deliver_due()

    assert state_of(bench, post) is DeliveryState.FAILED
    assert bench.network_of(account).live == []


def test_a_first_comment_rubbed_out_after_planning_leaves_no_empty_reply(bench: Bench) -> None:
    account, post = bench.account(), write(bench)
    bench.station.drafts.update(post, first_comment="Le programme")
    bench.station.outbox.plan(post, due=at_instant(bench.clock.now() + HOUR, PARIS))
    bench.station.drafts.update(post, first_comment="")
    bench.pass_time(HOUR)

    bench.station.outbox.deliver_due()

    states = [delivery.state for delivery in bench.station.outbox.of_post(post)]
    assert states == [DeliveryState.SENT, DeliveryState.CANCELLED]
    assert len(bench.network_of(account).live) == 1


def test_uploads_are_not_made_twice(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [Mood.RATE_LIMIT]
    post = write(bench)
    media = (
        bench.station.drafts.attach_bytes(post, encoded(drawing(), "PNG"), "a.png").attachments[0].media.id
    )
    bench.station.drafts.describe(post, media, "Un dessin")
    bench.station.outbox.plan(post)

    bench.station.outbox.deliver_due()
    bench.pass_time(timedelta(minutes=10))
    bench.station.outbox.deliver_due()

    assert len(network.live) == 1
    assert len(network.uploads) == 1


@pytest.mark.parametrize("later", [Mood.BAD_CONTENT, Mood.SIGNED_OUT])
def test_a_refusal_of_the_second_try_says_nothing_of_the_first(bench: Bench, later: Mood) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods, network.lag = [Mood.TIME_OUT_AFTER, later], 1
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    bench.pass_time(timedelta(minutes=6))

    bench.station.outbox.deliver_due()

    assert network.sends == 2
    assert len(network.live) == 1
    assert state_of(bench, post) in {DeliveryState.SENT, DeliveryState.UNCERTAIN}
    bench.pass_time(timedelta(minutes=20))
    bench.station.outbox.deliver_due()
    assert state_of(bench, post) is DeliveryState.SENT


def test_what_became_late_after_a_doubt_is_still_in_doubt(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods, network.lag = [Mood.TIME_OUT_AFTER], 1
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    bench.pass_time(timedelta(hours=9))

    (delivery,) = bench.station.outbox.of_post(post)
    bench.station.outbox.deliver(delivery.id)
    assert state_of(bench, post) is DeliveryState.UNCERTAIN
    bench.station.outbox.deliver_due()

    assert state_of(bench, post) is DeliveryState.SENT
    assert network.sends == 1


def test_a_keyring_that_locks_after_a_doubt_leaves_the_doubt(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods, network.lag = [Mood.TIME_OUT_AFTER], 1
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    bench.pass_time(timedelta(minutes=6))
    bench.secrets.trouble = SecretsLocked()

    bench.station.outbox.deliver_due()

    (delivery,) = bench.station.outbox.of_post(post)
    assert (delivery.state, delivery.error) == (DeliveryState.UNCERTAIN, "outcome_unknown")
    assert any("secrets_locked" in fact for fact in delivery.evidence)
    assert network.sends == 1


# --- clocks ---


def test_a_clock_set_back_delays_and_never_doubles(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    early, planned = write(bench, "Déjà en ligne."), write(bench)
    bench.station.outbox.plan(early)
    bench.station.outbox.plan(planned, due=at_instant(bench.clock.now() + HOUR, PARIS))
    bench.station.outbox.deliver_due()

    bench.pass_time(-timedelta(days=2))
    station = bench.restart()
    station.outbox.start()
    station.outbox.deliver_due()
    assert len(network.live) == 1
    bench.pass_time(timedelta(days=2) + HOUR)
    station.outbox.deliver_due()

    assert [text for _, text in network.live] == ["Déjà en ligne.", "Venez jeudi."]


def test_a_clock_set_back_while_in_doubt_sends_nothing_twice(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.can_search, network.honours_key = False, False
    network.moods = [Mood.TIME_OUT_AFTER]
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    bench.pass_time(-timedelta(days=400))
    bench.station.outbox.start()
    bench.station.outbox.deliver_due()

    assert network.sends == 1
    assert state_of(bench, post) is DeliveryState.UNCERTAIN


def test_what_is_not_found_by_a_clock_that_was_set_back_is_not_sent_again(watched: Bench) -> None:
    account, post = watched.account(), write(watched)
    network = watched.network_of(account)
    network.moods, network.lag = [Mood.TIME_OUT_AFTER], 1
    (delivery,) = watched.station.outbox.plan(post).value
    doors = watched.doors
    assert isinstance(doors, WatchedDoors)
    # The clock is set right while the answer is waited for.
    doors.sending = lambda: watched.pass_time(-timedelta(hours=3))

    watched.station.outbox.deliver(delivery.id)
    found = watched.station.outbox.get(delivery.id)
    watched.station.outbox.deliver_due()

    assert found.state is DeliveryState.UNCERTAIN
    assert CLOCK_EVIDENCE in found.evidence
    assert network.sends == 1


def test_a_clock_set_back_is_told_once(bench: Bench) -> None:
    bench.station.clock_watch.look()
    bench.pass_time(-timedelta(hours=3))

    with pytest.raises(ClockWentBack) as told:
        bench.station.clock_watch.look()
    bench.station.clock_watch.look()

    assert told.value.facts == {
        "now": bench.clock.now(),
        "last_seen": bench.clock.now() + timedelta(hours=3),
    }


def test_a_clock_that_was_only_set_right_is_not_worth_a_word(bench: Bench) -> None:
    bench.station.clock_watch.look()
    bench.pass_time(-timedelta(minutes=5))

    bench.station.clock_watch.look()

    assert bench.clock.now() < bench.station.clock.now() + HOUR
