"""The outbox sends exactly once, records at once, and never guesses."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmstation.domain.accounts import AccountState
from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.delivery_errors import TooLate
from cmstation.domain.drafts import PostState
from cmstation.domain.errors import NotReady, PublishedIsImmutable
from cmstation.domain.networks import Network, Way
from cmstation.domain.planned_time import PlannedTime, at_instant
from tests.fakes.moody_network import Killed, Mood
from tests.services.conftest import Bench

PARIS = "Europe/Paris"


def write(bench: Bench, text: str = "Portes ouvertes samedi.", **fields: object) -> int:
    return bench.station.drafts.new(title="Portes ouvertes", text=text, **fields).value.id  # type: ignore[arg-type]


def in_future(bench: Bench, wait: timedelta) -> PlannedTime:
    return at_instant(bench.clock.now() + wait, PARIS)


def run_heartbeats(bench: Bench, hours: int = 3) -> None:
    """Let the heartbeat beat every five minutes for some hours."""
    for _ in range(hours * 12):
        bench.pass_time(timedelta(minutes=5))
        bench.station.outbox.deliver_due()


def test_a_post_is_live_once_with_its_link(bench: Bench) -> None:
    account = bench.account()
    post = write(bench)

    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    bench.station.outbox.deliver_due()

    (delivery,) = bench.station.outbox.of_post(post)
    assert delivery.state is DeliveryState.SENT
    assert delivery.remote_url == f"https://moody.example/{delivery.key}"
    assert len(bench.network_of(account).live) == 1
    assert bench.station.drafts.open(post).state is PostState.LIVE


def test_an_answer_lost_after_the_write_is_found_and_not_sent_again(bench: Bench) -> None:
    account = bench.account()
    bench.network_of(account).moods = [Mood.TIME_OUT_AFTER]
    post = write(bench)

    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    (delivery,) = bench.station.outbox.of_post(post)
    assert delivery.state is DeliveryState.SENT
    assert bench.network_of(account).sends == 1


def test_what_cannot_be_found_waits_for_the_person_with_evidence(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.honours_key, network.can_search = False, False
    network.moods = [Mood.TIME_OUT_AFTER]
    post = write(bench)

    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    run_heartbeats(bench, hours=24)

    (delivery,) = bench.station.outbox.of_post(post)
    assert delivery.state is DeliveryState.UNCERTAIN
    assert delivery.evidence
    assert network.sends == 1
    assert bench.station.drafts.open(post).state is PostState.UNCERTAIN
    assert delivery in bench.station.outbox.needing_a_hand()


def test_a_lagging_read_back_is_looked_at_again_without_sending(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.honours_key, network.lag = False, 2
    network.moods = [Mood.TIME_OUT_AFTER]
    post = write(bench)

    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    run_heartbeats(bench, hours=1)

    (delivery,) = bench.station.outbox.of_post(post)
    assert delivery.state is DeliveryState.SENT
    assert network.sends == 1


def test_the_person_says_that_it_is_live(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.can_search, network.moods = False, [Mood.TIME_OUT_AFTER]
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    (delivery,) = bench.station.outbox.of_post(post)

    bench.station.outbox.is_live(delivery.id, "https://bsky.example/post/1")

    (settled,) = bench.station.outbox.of_post(post)
    assert settled.state is DeliveryState.SENT
    assert settled.remote_url == "https://bsky.example/post/1"


def test_the_person_says_that_it_is_not_there_and_it_leaves_once(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.can_search, network.moods = False, [Mood.TIME_OUT_BEFORE]
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    (delivery,) = bench.station.outbox.of_post(post)

    bench.station.outbox.is_not_live(delivery.id)
    bench.station.outbox.deliver_due()

    assert len(network.live) == 1


def test_offline_nothing_is_lost_and_the_text_may_still_change(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.prepare_moods = [Mood.REFUSED_CONNECTION]
    network.moods = [Mood.REFUSED_CONNECTION]
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    bench.pass_time(timedelta(minutes=2))
    bench.station.outbox.deliver_due()

    bench.station.drafts.update(post, text="Portes ouvertes dimanche.")
    bench.pass_time(timedelta(minutes=2))
    bench.station.outbox.deliver_due()

    assert [text for _, text in network.live] == ["Portes ouvertes dimanche."]


def test_what_has_left_cannot_be_changed(bench: Bench) -> None:
    bench.account()
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    with pytest.raises(PublishedIsImmutable):
        bench.station.drafts.update(post, text="Autre chose")


def test_a_rate_limit_waits_and_then_sends_once(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [Mood.RATE_LIMIT, Mood.RATE_LIMIT]
    post = write(bench)

    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    run_heartbeats(bench, hours=1)

    assert len(network.live) == 1


def test_a_refused_content_fails_with_the_networks_words(bench: Bench) -> None:
    account = bench.account()
    bench.network_of(account).moods = [Mood.BAD_CONTENT]
    post = write(bench)

    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    (delivery,) = bench.station.outbox.of_post(post)
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "content_refused")
    assert delivery.detail == "Text is too long"


def test_a_dead_password_marks_the_account_and_all_leave_after_one_button(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [Mood.SIGNED_OUT]
    posts = [write(bench, f"Texte {number}") for number in range(3)]
    for post in posts:
        bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    assert bench.station.accounts.get(account.id).state is AccountState.SIGN_IN_NEEDED

    bench.station.outbox.send_all_again("sign_in_needed")
    bench.station.outbox.deliver_due()

    assert len(network.live) == 3


def test_a_planned_hour_is_kept(bench: Bench) -> None:
    account = bench.account()
    post = write(bench)
    bench.station.outbox.plan(post, due=in_future(bench, timedelta(hours=1)))

    bench.station.outbox.deliver_due()
    assert not bench.network_of(account).live
    bench.pass_time(timedelta(hours=1))
    bench.station.outbox.deliver_due()

    assert len(bench.network_of(account).live) == 1


def test_after_a_long_sleep_the_person_is_asked_instead_of_a_burst(bench: Bench) -> None:
    account = bench.account()
    posts = [write(bench, f"Texte {number}") for number in range(4)]
    for post in posts:
        bench.station.outbox.plan(post, due=in_future(bench, timedelta(hours=1)))
    bench.pass_time(timedelta(hours=9))

    bench.station.outbox.deliver_due()

    states = {bench.station.outbox.of_post(post)[0].state for post in posts}
    assert states == {DeliveryState.HELD}
    assert not bench.network_of(account).live
    held = bench.station.outbox.of_post(posts[0])[0]
    bench.station.outbox.send_again(held.id)
    bench.station.outbox.deliver_due()
    assert len(bench.network_of(account).live) == 1


def test_the_network_keeps_a_post_until_its_hour_and_its_link_is_asked_for(bench: Bench) -> None:
    account = bench.account(Network.MASTODON)
    network = bench.network_of(account)
    post = write(bench)
    bench.station.outbox.plan(post, due=in_future(bench, timedelta(hours=2)))
    bench.station.outbox.deliver_due()
    (delivery,) = bench.station.outbox.of_post(post)
    assert delivery.state is DeliveryState.ON_NETWORK

    network.live.append((delivery.key, network.scheduled.pop(delivery.key)))
    bench.pass_time(timedelta(hours=2, minutes=2))
    bench.station.outbox.deliver_due()

    (settled,) = bench.station.outbox.of_post(post)
    assert settled.state is DeliveryState.SENT
    assert network.sends == 1


def test_a_natively_kept_post_can_be_taken_back(bench: Bench) -> None:
    account = bench.account(Network.MASTODON)
    post = write(bench)
    bench.station.outbox.plan(post, due=in_future(bench, timedelta(hours=2)))
    bench.station.outbox.deliver_due()
    (delivery,) = bench.station.outbox.of_post(post)

    bench.station.outbox.cancel(delivery.id)

    assert not bench.network_of(account).scheduled
    assert bench.station.outbox.get(delivery.id).state is DeliveryState.CANCELLED


def test_what_is_live_cannot_be_cancelled(bench: Bench) -> None:
    bench.account()
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    with pytest.raises(TooLate):
        bench.station.outbox.cancel(bench.station.outbox.of_post(post)[0].id)


def test_a_first_comment_follows_its_post_and_never_resends_it(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    post = write(bench)
    bench.station.drafts.update(post, first_comment="Le programme est en ligne.")
    network.moods = [Mood.FINE, Mood.TIME_OUT_AFTER]

    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    kinds = {d.kind: d for d in bench.station.outbox.of_post(post)}
    parent = kinds[DeliveryKind.POST]
    assert network.replies == [(parent.remote_id, "Le programme est en ligne.")]
    assert kinds[DeliveryKind.FIRST_COMMENT].state is DeliveryState.SENT
    assert network.sends == 2


def test_an_assisted_account_hands_over_and_takes_the_link_back(bench: Bench) -> None:
    account = bench.account(Network.FACEBOOK, Way.ASSISTED)
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    (delivery,) = bench.station.outbox.of_post(post)
    assert delivery.state is DeliveryState.HANDED_OVER

    given = bench.station.assistant.hand_over(delivery.id)
    bench.station.outbox.is_live(delivery.id, "https://www.facebook.com/clinique/posts/1")

    assert given.text == "Portes ouvertes samedi."
    assert given.account.id == account.id
    assert bench.station.outbox.get(delivery.id).state is DeliveryState.SENT


def test_a_post_that_a_check_refuses_never_reaches_the_outbox(bench: Bench) -> None:
    bench.account()
    post = write(bench, "x" * 400)

    with pytest.raises(NotReady):
        bench.station.outbox.plan(post)

    assert bench.station.outbox.of_post(post) == ()


def test_a_kill_after_the_request_is_settled_at_the_next_start(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [Mood.CRASH_AFTER]
    post = write(bench)
    bench.station.outbox.plan(post)
    with pytest.raises(Killed):
        bench.station.outbox.deliver_due()

    station = bench.restart()
    station.outbox.start()
    station.outbox.deliver_due()

    (delivery,) = station.outbox.of_post(post)
    assert delivery.state is DeliveryState.SENT
    assert len(network.live) == 1


MOODS = st.lists(st.sampled_from([mood for mood in Mood if mood is not Mood.SIGNED_OUT]), max_size=6)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    moods=MOODS,
    prepare_moods=MOODS,
    honours_key=st.booleans(),
    can_search=st.booleans(),
    lag=st.integers(0, 3),
)
def test_whatever_happens_the_public_never_sees_two(
    new_bench: Callable[[], Bench],
    moods: list[Mood],
    prepare_moods: list[Mood],
    honours_key: bool,
    can_search: bool,
    lag: int,
) -> None:
    bench = new_bench()
    network = bench.network_of(bench.account())
    network.moods, network.prepare_moods = list(moods), list(prepare_moods)
    network.honours_key, network.can_search, network.lag = honours_key, can_search, lag
    post = write(bench)
    bench.station.outbox.plan(post)

    for _ in range(12):
        try:
            bench.station.outbox.deliver_due()
            bench.pass_time(timedelta(minutes=6))
        except Killed:
            bench.restart()
            bench.station.outbox.start()

    (delivery,) = bench.station.outbox.of_post(post)
    assert len(network.live) <= 1
    if delivery.state is DeliveryState.SENT:
        assert len(network.live) == 1
    if delivery.state in {DeliveryState.FAILED, DeliveryState.HELD}:
        assert not network.live
    assert delivery.state not in {DeliveryState.SENDING, DeliveryState.PREPARING}


def test_when_the_line_is_back_nothing_waits_any_longer(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.prepare_moods = [Mood.REFUSED_CONNECTION]
    post = write(bench)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    assert not network.live

    bench.station.outbox.wake()
    bench.station.outbox.deliver_due()

    assert len(network.live) == 1
