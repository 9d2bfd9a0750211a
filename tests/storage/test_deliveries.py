"""The outbox's table."""

from datetime import timedelta

import pytest

from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned, PayloadChanged, TooLate, WrongState
from cmstation.domain.drafts import PostState
from cmstation.domain.errors import ChangedElsewhere, NotFound
from cmstation.domain.networks import Receipt
from cmstation.domain.planned_time import at_wall_time
from tests.storage.station import DAY, HOUR, NOW, OWNER, ZONE, Station, in_hours

RECEIPT = Receipt("at://x/1", "https://a.example/1", extra={"cid": "é\x00"})


def test_a_planned_delivery_is_read_as_it_was_planned(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    due = at_wall_time(in_hours(30).wall.replace(month=10, day=25, hour=2), ZONE, second_pass=True)

    planned = station.deliveries.add(
        post.id, account.id, due, NOW, key="k" * 32, native=True, next_try=NOW + HOUR
    )

    assert station.deliveries.get(planned.id) == planned
    assert station.deliveries.of_post(post.id) == (planned,)
    assert station.posts.get(post.id).deliveries == (planned,)
    assert (planned.due, planned.next_try, planned.native) == (due, NOW + HOUR, True)
    assert (planned.state, planned.attempts, planned.kind) == (DeliveryState.WAITING, 0, DeliveryKind.POST)


def test_a_delivery_is_taken_up_when_it_is_due_unless_said_otherwise(station: Station) -> None:
    account = station.account()
    post = station.post(account)

    planned = station.deliveries.add(post.id, account.id, in_hours(4), NOW, key=station.key())

    assert planned.next_try == NOW + 4 * HOUR


def test_one_post_leaves_for_one_account_once(station: Station) -> None:
    account, other = station.account(), station.account()
    post = station.post(account, other)
    first = station.waiting(post, account)

    with pytest.raises(AlreadyPlanned) as refused:
        station.waiting(post, account)
    comment = station.waiting(post, account, DeliveryKind.FIRST_COMMENT)
    elsewhere = station.waiting(post, other)

    assert refused.value.facts == {"post": post.id, "account": account.id, "kind": "post"}
    assert station.deliveries.of_post(post.id) == (first, comment, elsewhere)


def test_a_cancelled_delivery_makes_room_for_another(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    cancelled = station.deliveries.cancel(station.waiting(post, account).id, NOW)

    second = station.waiting(post, account)

    assert second.id != cancelled.id
    assert station.posts.get(post.id).state is PostState.SCHEDULED


def test_what_is_not_there_is_not_found(station: Station) -> None:
    account = station.account()
    post = station.post(account)

    for missing in (
        lambda: station.deliveries.get(9),
        lambda: station.deliveries.claim(9, NOW, OWNER),
        lambda: station.deliveries.cancel(9, NOW),
        lambda: station.deliveries.journal_note(9, "a", "b"),
        lambda: station.deliveries.add(post.id, 77, in_hours(0), NOW, key="a"),
        lambda: station.deliveries.add(77, account.id, in_hours(0), NOW, key="a"),
    ):
        with pytest.raises(NotFound):
            missing()


def test_only_what_may_leave_now_is_due(station: Station) -> None:
    account, other = station.account(), station.account()
    due, later, deleted, with_comment = (station.post(account, other) for _ in range(4))
    deliveries = station.deliveries
    now = deliveries.add(due.id, account.id, in_hours(-1), NOW, key=station.key())
    before = deliveries.add(due.id, other.id, in_hours(-2), NOW, key=station.key())
    soon = deliveries.add(later.id, account.id, in_hours(1), NOW, key=station.key())
    station.waiting(deleted, account)
    station.posts.delete(deleted.id, NOW)
    parent = station.sending(with_comment, account)
    comment = deliveries.add(
        with_comment.id,
        account.id,
        in_hours(-3),
        NOW,
        key=station.key(),
        kind=DeliveryKind.FIRST_COMMENT,
        parent=parent.id,
    )

    first = deliveries.due(NOW)
    deliveries.sent(parent.id, NOW, RECEIPT)
    then = deliveries.due(NOW)
    in_an_hour = deliveries.due(NOW + HOUR)

    assert [found.id for found in first] == [before.id, now.id]
    assert [found.id for found in then] == [comment.id, before.id, now.id]
    assert [found.id for found in in_an_hour][-1] == soon.id
    assert len(deliveries.due(NOW + HOUR, limit=2)) == 2


def test_a_claim_says_who_prepares_it_and_counts_the_try(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.waiting(post, account)

    claimed = station.deliveries.claim(delivery.id, NOW, OWNER)
    again = station.deliveries.claim(delivery.id, NOW, "someone else")

    assert claimed is not None
    assert (claimed.state, claimed.attempts) == (DeliveryState.PREPARING, 1)
    assert again is None
    assert station.posts.get(post.id).state is PostState.SENDING


def test_a_post_in_the_bin_is_not_claimed(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.waiting(post, account)
    station.posts.delete(post.id, NOW)

    assert station.deliveries.claim(delivery.id, NOW, OWNER) is None
    assert station.deliveries.get(delivery.id).state is DeliveryState.WAITING


def test_arming_freezes_what_leaves(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.waiting(post, account)
    station.deliveries.claim(delivery.id, NOW, OWNER)
    payload = bytes(range(256)) * 100

    armed = station.deliveries.arm(delivery.id, NOW, OWNER, payload, "digest")

    assert (armed.state, armed.armed_at) == (DeliveryState.SENDING, NOW)
    assert station.deliveries.payload(delivery.id) == payload


def test_only_its_owner_arms_a_delivery(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.waiting(post, account)
    with pytest.raises(WrongState):
        station.deliveries.arm(delivery.id, NOW, OWNER, b"{}", "digest")
    station.deliveries.claim(delivery.id, NOW, OWNER)

    with pytest.raises(WrongState):
        station.deliveries.arm(delivery.id, NOW, "someone else", b"{}", "digest")

    assert station.deliveries.get(delivery.id).state is DeliveryState.PREPARING
    assert station.deliveries.payload(delivery.id) is None


def test_a_text_rewritten_since_it_was_made_ready_is_not_armed(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.waiting(post, account)
    station.deliveries.claim(delivery.id, NOW, OWNER)
    written = station.posts.update(post.id, NOW, expected=None, text="Venez vendredi.")

    with pytest.raises(ChangedElsewhere) as refused:
        station.deliveries.arm(delivery.id, NOW, OWNER, b"old", "old", revision=post.revision)
    left = station.deliveries.get(delivery.id)
    payload = station.deliveries.payload(delivery.id)
    armed = station.deliveries.arm(delivery.id, NOW, OWNER, b"new", "new", revision=written.revision)

    assert refused.value.facts == {"post": post.id, "expected": post.revision, "found": written.revision}
    assert (left.state, left.armed_at, payload) == (DeliveryState.PREPARING, None, None)
    assert armed.state is DeliveryState.SENDING
    assert station.deliveries.payload(delivery.id) == b"new"


def test_another_hour_forgets_what_the_network_was_to_keep_until_the_first(station: Station) -> None:
    account = station.account()
    post, other = station.post(account), station.post(account)
    kept = station.deliveries.add(post.id, account.id, in_hours(3), NOW, key=station.key(), native=True)
    station.deliveries.claim(kept.id, in_hours(3).instant, OWNER)
    station.deliveries.arm(kept.id, NOW, OWNER, b"at three", "digest")
    station.deliveries.again(kept.id, NOW, NOW, "outcome_unknown", "")
    ours = station.sending(other, account)
    station.deliveries.again(ours.id, NOW, NOW, "outcome_unknown", "")

    moved = station.deliveries.reschedule(kept.id, NOW, in_hours(5), NOW, native=True)
    station.deliveries.reschedule(ours.id, NOW, in_hours(5), NOW, native=False)

    assert (moved.state, moved.armed_at) == (DeliveryState.WAITING, NOW)
    assert station.deliveries.payload(kept.id) is None
    assert station.deliveries.payload(ours.id) == b"{}"


def test_every_try_sends_the_same_bytes(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.sending(post, account)
    station.deliveries.again(delivery.id, NOW, NOW, "not_sent", "")
    station.deliveries.claim(delivery.id, NOW + HOUR, OWNER)

    with pytest.raises(PayloadChanged):
        station.deliveries.arm(delivery.id, NOW + HOUR, OWNER, b"other", "other digest")
    refused = station.deliveries.get(delivery.id)
    armed = station.deliveries.arm(delivery.id, NOW + HOUR, OWNER, b"{}", "digest")

    assert refused.state is DeliveryState.PREPARING
    assert (armed.armed_at, armed.attempts, armed.key) == (NOW, 2, delivery.key)
    assert station.deliveries.payload(delivery.id) == b"{}"


def test_a_receipt_makes_a_post_live(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.sending(post, account)

    sent = station.deliveries.sent(delivery.id, NOW + HOUR, RECEIPT)

    assert (sent.state, sent.sent_at, sent.error) == (DeliveryState.SENT, NOW + HOUR, "")
    assert (sent.remote_id, sent.remote_url) == (RECEIPT.remote_id, RECEIPT.url)
    assert sent.remote_extra == {"cid": "é\ufffd"}
    assert station.posts.get(post.id).state is PostState.LIVE


def test_the_same_receipt_twice_is_one(station: Station) -> None:
    account = station.account()
    delivery = station.sending(station.post(account), account)
    first = station.deliveries.sent(delivery.id, NOW, RECEIPT)

    again = station.deliveries.sent(delivery.id, NOW + DAY, RECEIPT)

    assert again == first
    with pytest.raises(WrongState):
        station.deliveries.sent(delivery.id, NOW, Receipt("another", ""))
    assert station.deliveries.get(delivery.id) == first


def test_a_post_that_the_network_keeps_is_sent_when_it_is_public(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.sending(post, account)

    kept = station.deliveries.sent(delivery.id, NOW, Receipt("7", "", scheduled=True))
    waiting = station.posts.get(post.id).state
    public = station.deliveries.sent(delivery.id, NOW + DAY, Receipt("8", "https://a.example/8"))

    assert (kept.state, kept.sent_at, kept.remote_id) == (DeliveryState.ON_NETWORK, None, "7")
    assert waiting is PostState.SCHEDULED
    assert (public.state, public.sent_at, public.remote_id) == (DeliveryState.SENT, NOW + DAY, "8")


def test_doubt_keeps_the_evidence_and_the_payload(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.sending(post, account)

    doubted = station.deliveries.uncertain(delivery.id, NOW, "outcome_unknown", "504\x00", ("a", "b"))

    assert (doubted.state, doubted.error, doubted.detail) == (
        DeliveryState.UNCERTAIN,
        "outcome_unknown",
        "504\ufffd",
    )
    assert doubted.evidence == ("a", "b")
    assert station.deliveries.payload(delivery.id) == b"{}"
    assert station.posts.get(post.id).state is PostState.UNCERTAIN


def test_another_try_waits_for_its_moment(station: Station) -> None:
    account = station.account()
    delivery = station.sending(station.post(account), account)

    waiting = station.deliveries.again(delivery.id, NOW, NOW + HOUR, "rate_limited", "Slow down")

    assert (waiting.state, waiting.error, waiting.detail) == (
        DeliveryState.WAITING,
        "rate_limited",
        "Slow down",
    )
    assert station.deliveries.due(NOW + HOUR - timedelta(microseconds=1)) == ()
    assert station.deliveries.due(NOW + HOUR) == (waiting,)


@pytest.mark.parametrize("state", [DeliveryState.HELD, DeliveryState.FAILED, DeliveryState.WAITING])
def test_another_hour_gives_all_tries_again(station: Station, state: DeliveryState) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.in_state(post, account, state)

    moved = station.deliveries.reschedule(delivery.id, NOW, in_hours(5), NOW + HOUR, True)

    assert (moved.state, moved.attempts, moved.error) == (DeliveryState.WAITING, 0, "")
    assert (moved.due, moved.next_try, moved.native) == (in_hours(5), NOW + HOUR, True)
    assert station.posts.get(post.id).state is PostState.SCHEDULED


@pytest.mark.parametrize(
    "state",
    [
        DeliveryState.PREPARING,
        DeliveryState.SENDING,
        DeliveryState.ON_NETWORK,
        DeliveryState.SENT,
        DeliveryState.UNCERTAIN,
    ],
)
def test_it_is_too_late_to_cancel_what_is_leaving(sqlite_station: Station, state: DeliveryState) -> None:
    account = sqlite_station.account()
    delivery = sqlite_station.in_state(sqlite_station.post(account), account, state)

    with pytest.raises(TooLate) as refused:
        sqlite_station.deliveries.cancel(delivery.id, NOW)

    assert refused.value.facts == {"delivery": delivery.id, "found": state.value}
    assert sqlite_station.deliveries.get(delivery.id) == delivery


def test_cancelling_twice_is_cancelling_once(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    cancelled = station.deliveries.cancel(station.waiting(post, account).id, NOW)

    assert station.deliveries.cancel(cancelled.id, NOW) == cancelled
    assert station.posts.get(post.id).state is PostState.DRAFT


def test_what_never_left_can_be_thawed(station: Station) -> None:
    account = station.account()
    delivery = station.waiting(station.post(account), account)
    station.deliveries.claim(delivery.id, NOW, OWNER)
    station.deliveries.journal_note(delivery.id, "media", "12")
    station.deliveries.again(delivery.id, NOW, NOW, "offline", "")

    station.deliveries.thaw(delivery.id)

    assert station.deliveries.journal_get(delivery.id, "media") is None
    assert station.deliveries.payload(delivery.id) is None


def test_what_was_armed_once_stays_frozen(station: Station) -> None:
    account = station.account()
    delivery = station.sending(station.post(account), account)
    with pytest.raises(WrongState):
        station.deliveries.thaw(delivery.id)
    station.deliveries.again(delivery.id, NOW, NOW, "not_sent", "")

    with pytest.raises(WrongState):
        station.deliveries.thaw(delivery.id)

    assert station.deliveries.payload(delivery.id) == b"{}"
