"""A post is edited while it waits, and the computer's clock is set back: nothing leaves twice or changed."""

from datetime import timedelta

import pytest

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import ClockWentBack, PublishedIsImmutable, SecretsLocked
from cmstation.domain.planned_time import at_instant
from tests.desktop.image_samples import drawing, encoded
from tests.fakes.moody_network import Mood
from tests.services.conftest import Bench

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
