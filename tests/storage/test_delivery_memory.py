"""What the outbox's table remembers: notes, calls, crashes, clocks, lists."""

from datetime import timedelta

import pytest

from cmstation.domain.delivery import LEASE, Attempt, DeliveryKind, DeliveryState
from cmstation.domain.delivery_errors import WrongState
from cmstation.domain.drafts import PostState
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import Receipt
from cmstation.storage.delivery_awakening import INTERRUPTED
from tests.storage.station import DAY, HOUR, NOW, OWNER, Station, in_hours

RECEIPT = Receipt("at://x/1", "https://a.example/1", extra={"cid": "é\x00"})


def test_the_journal_keeps_the_last_note_of_each_name(station: Station) -> None:
    account, other = station.account(), station.account()
    post = station.post(account, other)
    delivery, second = station.waiting(post, account), station.waiting(post, other)

    station.deliveries.journal_note(delivery.id, "media", "12")
    station.deliveries.journal_note(delivery.id, "media", "13")
    station.deliveries.journal_note(second.id, "media", "99")

    assert station.deliveries.journal_get(delivery.id, "media") == "13"
    assert station.deliveries.journal_get(delivery.id, "draft") is None


def test_calls_are_logged_in_their_order(station: Station) -> None:
    account = station.account()
    delivery = station.waiting(station.post(account), account)
    calls = [
        Attempt(delivery.id, NOW, "upload", "POST a.example/media", 201, timedelta(microseconds=1), "ok"),
        Attempt(delivery.id, NOW, "send", "POST a.example/posts", None, timedelta(days=400), "time-out"),
    ]

    for call in calls:
        station.deliveries.log(call)

    assert station.deliveries.attempts(delivery.id) == tuple(calls)
    with pytest.raises(NotFound):
        station.deliveries.log(Attempt(99, NOW, "send", "", None, timedelta(), ""))


def test_after_a_crash_nothing_is_sent_twice(station: Station) -> None:
    account, other, third = station.account(), station.account(), station.account()
    post = station.post(account, other, third)
    preparing = station.in_state(post, account, DeliveryState.PREPARING)
    sending = station.in_state(post, other, DeliveryState.SENDING)
    waiting = station.waiting(post, third)

    again, doubtful = station.deliveries.recover(NOW, lambda owner: owner != OWNER)

    assert [(found.id, found.state) for found in again] == [(preparing.id, DeliveryState.WAITING)]
    assert [(found.id, found.state) for found in doubtful] == [(sending.id, DeliveryState.UNCERTAIN)]
    assert doubtful[0].error == INTERRUPTED
    assert station.deliveries.payload(sending.id) == b"{}"
    assert station.deliveries.get(waiting.id) == waiting
    assert station.posts.get(post.id).state is PostState.UNCERTAIN
    assert station.deliveries.recover(NOW, lambda _: False) == ((), ())


def test_a_living_owner_keeps_its_delivery(station: Station) -> None:
    account = station.account()
    delivery = station.in_state(station.post(account), account, DeliveryState.PREPARING)

    assert station.deliveries.recover(NOW + 2 * LEASE, lambda _: True) == ((), ())
    assert station.deliveries.get(delivery.id) == delivery


def test_the_lease_decides_about_an_owner_on_another_computer(station: Station) -> None:
    account = station.account()
    delivery = station.in_state(station.post(account), account, DeliveryState.PREPARING)

    while_running = station.deliveries.recover(NOW + LEASE - HOUR / 60, lambda _: None)
    after = station.deliveries.recover(NOW + LEASE, lambda _: None)

    assert while_running == ((), ())
    assert [found.id for found in after[0]] == [delivery.id]
    with pytest.raises(WrongState):
        station.deliveries.arm(delivery.id, NOW + LEASE, OWNER, b"{}", "digest")


def test_a_try_that_certainly_did_not_leave_can_be_thawed(station: Station) -> None:
    account = station.account()
    delivery = station.sending(station.post(account), account)
    station.deliveries.journal_note(delivery.id, "media", "12")

    waiting = station.deliveries.again(delivery.id, NOW, NOW, "offline", "", thaw=True)

    assert (waiting.state, waiting.armed_at, waiting.key) == (DeliveryState.WAITING, None, delivery.key)
    assert station.deliveries.payload(delivery.id) is None
    assert station.deliveries.journal_get(delivery.id, "media") == "12"
    station.deliveries.claim(delivery.id, NOW, OWNER)
    station.deliveries.arm(delivery.id, NOW + HOUR, OWNER, b"new", "new digest")
    assert station.deliveries.payload(delivery.id) == b"new"
    assert station.deliveries.get(delivery.id).armed_at == NOW + HOUR


def test_a_refused_thaw_keeps_what_was_frozen(station: Station) -> None:
    account = station.account()
    delivery = station.in_state(station.post(account), account, DeliveryState.SENT)

    with pytest.raises(WrongState):
        station.deliveries.again(delivery.id, NOW, NOW, "", "", thaw=True)

    assert station.deliveries.payload(delivery.id) == b"{}"
    assert station.deliveries.get(delivery.id) == delivery


def test_what_its_network_gave_back_is_given_up_with_its_comment(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    kept = station.in_state(post, account, DeliveryState.ON_NETWORK)
    comment = station.deliveries.add(
        post.id,
        account.id,
        in_hours(1),
        NOW,
        key=station.key(),
        kind=DeliveryKind.FIRST_COMMENT,
        parent=kept.id,
    )

    gone = station.deliveries.withdrawn(kept.id, NOW)

    assert gone.state is DeliveryState.CANCELLED
    assert station.deliveries.get(comment.id).state is DeliveryState.CANCELLED
    assert station.posts.get(post.id).state is PostState.DRAFT


def test_the_next_moment_to_wake_up_is_known(station: Station) -> None:
    account = station.account()
    post, later, deleted, sent = (station.post(account) for _ in range(4))
    assert station.deliveries.next_due(NOW) is None
    station.deliveries.add(later.id, account.id, in_hours(5), NOW, key=station.key())
    station.deliveries.add(post.id, account.id, in_hours(3), NOW, key=station.key(), next_try=NOW + HOUR)
    station.waiting(deleted, account)
    station.posts.delete(deleted.id, NOW)
    station.in_state(sent, account, DeliveryState.SENT)

    assert station.deliveries.next_due(NOW) == NOW + HOUR


def test_deliveries_are_listed_by_state_without_those_in_the_bin(station: Station) -> None:
    account = station.account()
    first, second, deleted = station.post(account), station.post(account), station.post(account)
    late = station.deliveries.add(first.id, account.id, in_hours(2), NOW, key=station.key())
    held = station.in_state(second, account, DeliveryState.HELD)
    station.waiting(deleted, account)
    station.posts.delete(deleted.id, NOW)

    both = station.deliveries.in_states(frozenset({DeliveryState.WAITING, DeliveryState.HELD}))

    assert both == (held, late)
    assert station.deliveries.in_states(frozenset()) == ()


def test_a_clock_that_runs_on_for_a_day_after_it_went_back_is_believed(station: Station) -> None:
    ahead = NOW + 3650 * DAY
    station.deliveries.last_seen(ahead)
    behind = [station.deliveries.last_seen(NOW + hours * HOUR) for hours in (0, 8, 23)]

    believed = station.deliveries.last_seen(NOW + 24 * HOUR)

    assert behind == [ahead] * 3
    assert believed == NOW + 24 * HOUR
    assert station.deliveries.last_seen(NOW) == NOW + 24 * HOUR


def test_a_clock_that_goes_back_at_each_start_is_never_believed(station: Station) -> None:
    station.deliveries.last_seen(NOW)
    year_one = NOW - 3650 * DAY

    for _ in range(3):
        assert station.deliveries.last_seen(year_one) == NOW
        assert station.deliveries.last_seen(year_one + 20 * HOUR) == NOW


def test_the_latest_moment_ever_seen_is_kept(station: Station) -> None:
    first = station.deliveries.last_seen(NOW)
    back = station.deliveries.last_seen(NOW - DAY)
    forward = station.deliveries.last_seen(NOW + DAY)

    assert (first, back, forward) == (NOW, NOW, NOW + DAY)
    assert station.deliveries.last_seen(NOW) == NOW + DAY
