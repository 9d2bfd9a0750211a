"""Planning, moving and taking back; each account's lane on its own; pauses, clicks and clocks."""

import threading
from datetime import timedelta

import pytest

from cmstation.domain.accounts import AccountState
from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned, TooLate, WrongState
from cmstation.domain.drafts import PostState
from cmstation.domain.errors import (
    NotFound,
    NotReady,
    PublishedIsImmutable,
    SecretsLocked,
)
from cmstation.domain.networks import Network, Way
from cmstation.domain.planned_time import PlannedTime, at_instant
from tests.fakes.moody_network import Mood
from tests.services.conftest import Bench

PARIS = "Europe/Paris"
HOUR = timedelta(hours=1)


def write(bench: Bench, text: str = "Venez jeudi.", comment: str = "") -> int:
    post = bench.station.drafts.new(title="Don du sang", text=text).value.id
    if comment:
        bench.station.drafts.update(post, first_comment=comment)
    return post


def after(bench: Bench, wait: timedelta) -> PlannedTime:
    return at_instant(bench.clock.now() + wait, PARIS)


def states(bench: Bench, post: int) -> dict[tuple[int, str], DeliveryState]:
    """Return the state of each delivery by account and kind."""
    return {(found.account, found.kind.value): found.state for found in bench.station.outbox.of_post(post)}


# --- one click, twice ---


def test_a_second_click_plans_nothing_more(bench: Bench) -> None:
    account, post = bench.account(), write(bench)
    bench.station.outbox.plan(post)

    with pytest.raises(AlreadyPlanned) as refused:
        bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    assert refused.value.facts == {"post": post, "account": account.id, "kind": "post"}
    assert len(bench.network_of(account).live) == 1


def test_two_clicks_at_the_same_moment_send_one_post(bench: Bench) -> None:
    account, post = bench.account(), write(bench)
    start = threading.Barrier(2)
    ends: list[object] = []

    def click() -> None:
        start.wait()
        try:
            ends.append(bench.station.outbox.plan(post).value)
        except AlreadyPlanned as refused:
            ends.append(refused)

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    bench.station.outbox.deliver_due()

    assert sorted(type(end).__name__ for end in ends) == ["AlreadyPlanned", "tuple"]
    assert len(bench.network_of(account).live) == 1


def test_the_same_delivery_taken_up_by_two_threads_leaves_once(bench: Bench) -> None:
    account, post = bench.account(), write(bench)
    (delivery,) = bench.station.outbox.plan(post).value
    start = threading.Barrier(3)

    def take_up() -> None:
        start.wait()
        bench.station.outbox.deliver(delivery.id)

    lanes = [threading.Thread(target=take_up) for _ in range(3)]
    for one in lanes:
        one.start()
    for one in lanes:
        one.join()

    assert bench.network_of(account).sends == 1
    assert states(bench, post) == {(account.id, "post"): DeliveryState.SENT}


def test_planning_can_be_taken_back_before_it_leaves(bench: Bench) -> None:
    account, post = bench.account(), write(bench, comment="Le programme")
    done = bench.station.outbox.plan(post)

    assert done.undo is not None
    done.undo()
    bench.station.outbox.deliver_due()

    assert set(states(bench, post).values()) == {DeliveryState.CANCELLED}
    assert bench.network_of(account).sends == 0
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    assert bench.station.drafts.open(post).state is PostState.LIVE


# --- lanes ---


def test_one_network_that_is_down_does_not_hold_the_others(bench: Bench) -> None:
    down, up = bench.account(), bench.account()
    bench.network_of(down).prepare_moods = [Mood.REFUSED_CONNECTION] * 3
    posts = [write(bench, f"Texte {number}") for number in range(3)]
    for post in posts:
        bench.station.outbox.plan(post)

    bench.station.outbox.deliver_due()

    assert len(bench.network_of(up).live) == 3
    assert not bench.network_of(down).live
    waiting = [
        found for post in posts for found in bench.station.outbox.of_post(post) if found.account == down.id
    ]
    assert {(found.state, found.error) for found in waiting} == {(DeliveryState.WAITING, "not_sent")}
    bench.station.outbox.wake()
    bench.station.outbox.deliver_due()
    assert len(bench.network_of(down).live) == 3


def test_each_account_has_its_own_lane_in_order(bench: Bench) -> None:
    one, two = bench.account(), bench.account()
    posts = [write(bench, f"Texte {number}") for number in range(3)]
    for post in posts:
        bench.station.outbox.plan(post)

    lanes = bench.station.outbox.due_by_account()

    assert {account: [found.post for found in lane] for account, lane in lanes.items()} == {
        one.id: posts,
        two.id: posts,
    }


def test_a_paused_account_sends_nothing_until_it_resumes(bench: Bench) -> None:
    paused, other = bench.account(), bench.account()
    post = write(bench)
    planned = bench.station.outbox.plan(post).value
    bench.station.accounts.pause(paused.id, True)

    bench.station.outbox.deliver_due()
    for delivery in planned:
        bench.station.outbox.deliver(delivery.id)
    assert (bench.network_of(paused).sends, bench.network_of(other).sends) == (0, 1)
    bench.station.accounts.pause(paused.id, False)
    bench.station.outbox.deliver_due()

    assert bench.network_of(paused).sends == 1


def test_what_a_pause_made_late_asks_first(bench: Bench) -> None:
    account, post = bench.account(), write(bench)
    bench.station.outbox.plan(post)
    bench.station.accounts.pause(account.id, True)
    bench.pass_time(timedelta(hours=5))
    bench.station.accounts.pause(account.id, False)

    bench.station.outbox.deliver_due()

    assert states(bench, post) == {(account.id, "post"): DeliveryState.HELD}
    assert bench.network_of(account).sends == 0


def test_nothing_is_planned_on_a_paused_account(bench: Bench) -> None:
    account, post = bench.account(Network.FACEBOOK, Way.ASSISTED), write(bench)
    bench.station.accounts.pause(account.id, True)

    with pytest.raises(NotReady) as refused:
        bench.station.outbox.plan(post)

    assert [finding.topic.value for finding in refused.value.facts["findings"]] == ["account_paused"]  # type: ignore[attr-defined]


def test_a_locked_keyring_marks_the_account_and_sends_nothing(bench: Bench) -> None:
    account, post = bench.account(), write(bench)
    bench.station.outbox.plan(post)
    bench.secrets.trouble = SecretsLocked()

    bench.station.outbox.deliver_due()

    (delivery,) = bench.station.outbox.of_post(post)
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "secrets_locked")
    assert bench.station.accounts.get(account.id).state is AccountState.SIGN_IN_NEEDED
    assert bench.network_of(account).sends == 0
    bench.secrets.trouble = None
    bench.station.outbox.send_again(delivery.id)
    bench.station.outbox.deliver_due()
    assert bench.network_of(account).sends == 1


# --- some accounts only ---


def test_a_post_can_leave_for_some_accounts_and_later_for_the_others(bench: Bench) -> None:
    one, two = bench.account(), bench.account()
    post = write(bench)
    bench.station.outbox.plan(post, accounts=[one.id])
    bench.station.outbox.deliver_due()
    assert (len(bench.network_of(one).live), len(bench.network_of(two).live)) == (1, 0)

    bench.station.drafts.set_version(post, two.id, text="Pour vous.")
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    assert len(bench.network_of(one).live) == 1
    assert [text for _, text in bench.network_of(two).live] == ["Pour vous."]
    with pytest.raises(PublishedIsImmutable):
        bench.station.drafts.set_version(post, one.id, text="Trop tard")


def test_an_account_that_was_not_chosen_is_not_published_on(bench: Bench) -> None:
    one, two = bench.account(), bench.account()
    post = write(bench)
    bench.station.drafts.choose_accounts(post, [one.id])

    with pytest.raises(NotReady):
        bench.station.outbox.plan(post, accounts=[two.id])

    assert bench.station.outbox.of_post(post) == ()


def test_one_version_that_is_too_long_holds_its_own_account_only(bench: Bench) -> None:
    one, two = bench.account(), bench.account()
    post = write(bench)
    bench.station.drafts.set_version(post, two.id, text="x" * 400)
    with pytest.raises(NotReady):
        bench.station.outbox.plan(post)

    bench.station.outbox.plan(post, accounts=[one.id])
    bench.station.outbox.deliver_due()

    assert (len(bench.network_of(one).live), len(bench.network_of(two).live)) == (1, 0)


def test_a_post_half_live_and_half_failed_shows_what_needs_a_hand(bench: Bench) -> None:
    one, two = bench.account(), bench.account()
    bench.network_of(two).moods = [Mood.BAD_CONTENT]
    post = write(bench)
    bench.station.outbox.plan(post)

    bench.station.outbox.deliver_due()

    assert bench.station.drafts.open(post).state is PostState.FAILED
    assert states(bench, post) == {
        (one.id, "post"): DeliveryState.SENT,
        (two.id, "post"): DeliveryState.FAILED,
    }


# --- moving and taking back ---


def test_a_planned_post_moves_to_another_hour(bench: Bench) -> None:
    account, post = bench.account(), write(bench)
    (delivery,) = bench.station.outbox.plan(post, due=after(bench, HOUR)).value

    bench.station.outbox.reschedule(delivery.id, after(bench, 3 * HOUR))
    bench.pass_time(2 * HOUR)
    bench.station.outbox.deliver_due()
    assert not bench.network_of(account).live
    bench.pass_time(HOUR)
    bench.station.outbox.deliver_due()

    assert len(bench.network_of(account).live) == 1


@pytest.mark.parametrize("way", ["reschedule", "send again"])
def test_a_first_comment_moves_with_its_post(bench: Bench, way: str) -> None:
    account = bench.account()
    post = write(bench, comment="Le programme")
    parent = bench.station.outbox.plan(post, due=after(bench, HOUR)).value[0]

    if way == "reschedule":
        bench.station.outbox.reschedule(parent.id, after(bench, 6 * HOUR))
        bench.pass_time(6 * HOUR)
    else:
        bench.pass_time(9 * HOUR)
        bench.station.outbox.deliver_due()
        assert states(bench, post)[account.id, "post"] is DeliveryState.HELD
        bench.station.outbox.send_again(parent.id)
    bench.station.outbox.deliver_due()

    assert set(states(bench, post).values()) == {DeliveryState.SENT}
    assert [text for _, text in bench.network_of(account).replies] == ["Le programme"]


def test_what_is_live_does_not_move(bench: Bench) -> None:
    bench.account()
    post = write(bench)
    (delivery,) = bench.station.outbox.plan(post).value
    bench.station.outbox.deliver_due()

    with pytest.raises(WrongState):
        bench.station.outbox.reschedule(delivery.id, after(bench, HOUR))

    assert bench.station.outbox.get(delivery.id).state is DeliveryState.SENT


def test_cancelling_a_post_cancels_its_first_comment(bench: Bench) -> None:
    account, post = bench.account(), write(bench, comment="Le programme")
    parent = bench.station.outbox.plan(post, due=after(bench, HOUR)).value[0]

    changes = bench.station.outbox.cancel(parent.id)
    bench.pass_time(HOUR)
    bench.station.outbox.deliver_due()

    assert set(states(bench, post).values()) == {DeliveryState.CANCELLED}
    assert len(changes.deliveries) == 2
    assert bench.network_of(account).sends == 0


def test_a_first_comment_alone_can_be_cancelled(bench: Bench) -> None:
    account, post = bench.account(), write(bench, comment="Le programme")
    _, comment = bench.station.outbox.plan(post).value

    bench.station.outbox.cancel(comment.id)
    bench.station.outbox.deliver_due()

    assert comment.kind is DeliveryKind.FIRST_COMMENT
    assert states(bench, post)[account.id, "post"] is DeliveryState.SENT
    assert bench.network_of(account).replies == []


def test_a_first_comment_never_comes_before_its_post_is_sure(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.can_search, network.moods = False, [Mood.TIME_OUT_AFTER]
    post = write(bench, comment="Le programme")
    parent = bench.station.outbox.plan(post).value[0]
    bench.station.outbox.deliver_due()
    assert network.replies == []

    bench.station.outbox.is_live(parent.id, "https://network.example/1")
    bench.station.outbox.deliver_due()

    assert [text for _, text in network.replies] == ["Le programme"]


def test_a_comment_of_an_assisted_post_is_pasted_not_sent(bench: Bench) -> None:
    bench.account(Network.FACEBOOK, Way.ASSISTED)
    post = write(bench, comment="Le programme")

    made = bench.station.outbox.plan(post).value

    assert [found.kind for found in made] == [DeliveryKind.POST]


def test_the_person_cannot_settle_what_is_not_in_doubt(bench: Bench) -> None:
    bench.account()
    post = write(bench)
    (delivery,) = bench.station.outbox.plan(post).value

    with pytest.raises(WrongState):
        bench.station.outbox.is_live(delivery.id, "https://network.example/1")
    with pytest.raises(WrongState):
        bench.station.outbox.is_not_live(delivery.id)
    with pytest.raises(NotFound):
        bench.station.outbox.is_live(delivery.id + 1, "https://network.example/1")

    assert bench.station.outbox.get(delivery.id).state is DeliveryState.WAITING


def test_what_is_being_looked_for_cannot_be_cancelled(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.can_search, network.moods = False, [Mood.TIME_OUT_AFTER]
    post = write(bench)
    (delivery,) = bench.station.outbox.plan(post).value
    bench.station.outbox.deliver_due()

    with pytest.raises(TooLate):
        bench.station.outbox.cancel(delivery.id)
