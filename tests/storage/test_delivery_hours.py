"""Hours of posts move in one transaction; what left, or was changed meanwhile, stops all of it."""

import hashlib
from dataclasses import replace

import pytest

from cmstation.domain.accounts import Account
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft, DraftFilter, PostState
from cmstation.domain.errors import ChangedElsewhere, NotFound, PublishedIsImmutable
from cmstation.domain.networks import Receipt
from cmstation.domain.planned_time import PlannedTime
from cmstation.storage.delivery_hours import DeliveryHours, NewHour, NewPlanned
from tests.storage.station import DAY, NOW, OWNER, Station, in_hours

S = DeliveryState
TO = in_hours(48)
KEEP = {S.PREPARING, S.SENDING, S.SENT, S.UNCERTAIN, S.HANDED_OVER}
WAIT = {S.WAITING, S.HELD}


@pytest.fixture
def hours(station: Station) -> DeliveryHours:
    return DeliveryHours(station.database)


def kept(station: Station, post: Draft, account: Account) -> Delivery:
    """Let a network keep a delivery of which the words are frozen."""
    due = in_hours(24)
    delivery = station.deliveries.add(
        post.id, account.id, due, NOW, key=station.key(), native=True, next_try=NOW
    )
    station.deliveries.claim(delivery.id, NOW, OWNER)
    digest = hashlib.sha256(b'{"at":1}').hexdigest()
    station.deliveries.arm(delivery.id, NOW, OWNER, b'{"at":1}', digest)
    return station.deliveries.sent(delivery.id, NOW, Receipt("41", "", scheduled=True))


def moving(delivery: Delivery, to: PlannedTime = TO, *, native: bool = False) -> NewHour:
    return NewHour(delivery, to, native=native, payload=b'{"at":2}')


# --- moving ---


def test_several_deliveries_and_the_planned_hour_move_together(
    station: Station, hours: DeliveryHours
) -> None:
    first, second = station.account(), station.account()
    post = station.post(first, second)
    waiting = [station.waiting(post, first), station.waiting(post, second)]

    hours.move(
        post.id,
        [moving(waiting[0]), moving(waiting[1], native=True)],
        NOW,
        planned=NewPlanned(None, TO),
    )

    after = station.posts.get(post.id)
    assert [one.due for one in after.deliveries] == [TO, TO]
    assert [(one.native, one.next_try) for one in after.deliveries] == [(False, TO.instant), (True, NOW)]
    assert after.planned == TO
    assert after.revision == post.revision + 1
    assert (after.state, [row.when for row in station.posts.rows(DraftFilter())]) == (
        PostState.SCHEDULED,
        [TO.instant],
    )


def test_a_delivery_that_was_prepared_for_its_network_is_prepared_again(
    station: Station, hours: DeliveryHours
) -> None:
    account = station.account()
    post = station.post(account)
    due = in_hours(24)
    delivery = station.deliveries.add(post.id, account.id, due, NOW, key=station.key(), native=True)
    station.deliveries.claim(delivery.id, NOW, OWNER)
    station.deliveries.arm(delivery.id, NOW, OWNER, b"{}", "digest")
    station.deliveries.again(delivery.id, NOW, NOW, "not_sent", "", thaw=True)

    hours.move(post.id, [moving(station.deliveries.get(delivery.id))], NOW)

    moved = station.deliveries.get(delivery.id)
    assert (moved.state, moved.due, moved.attempts, moved.error) == (S.WAITING, TO, 0, "")
    assert station.deliveries.payload(delivery.id) is None


@pytest.mark.parametrize("state", sorted(KEEP))
def test_one_that_left_or_may_have_left_stops_all(
    station: Station, hours: DeliveryHours, state: DeliveryState
) -> None:
    first, second = station.account(), station.account()
    post = station.post(first, second)
    waits, left = station.waiting(post, first), station.waiting(post, second)
    station._lead(left.id, state)  # pyright: ignore[reportPrivateUsage]

    with pytest.raises(PublishedIsImmutable) as refused:
        hours.move(post.id, [moving(waits), moving(left)], NOW, planned=NewPlanned(None, TO))

    assert refused.value.facts == {"post": post.id}
    assert station.deliveries.get(waits.id) == waits
    assert station.posts.get(post.id).planned is None


def test_one_that_was_armed_once_stays_whatever_its_state(station: Station, hours: DeliveryHours) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.sending(post, account)
    station.deliveries.failed(delivery.id, NOW, "defect", "")
    found = station.deliveries.get(delivery.id)

    with pytest.raises(PublishedIsImmutable):
        hours.move(post.id, [moving(found)], NOW)

    assert station.deliveries.get(delivery.id) == found


@pytest.mark.parametrize("what", ["moved", "cancelled", "planned"])
def test_what_somebody_changed_meanwhile_is_not_overwritten(
    station: Station, hours: DeliveryHours, what: str
) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.waiting(post, account)
    match what:
        case "moved":
            station.deliveries.reschedule(delivery.id, NOW, in_hours(9), in_hours(9).instant, False)
        case "cancelled":
            station.deliveries.cancel(delivery.id, NOW)
        case _:
            station.posts.update(post.id, NOW, expected=None, planned=in_hours(9))
    before = station.posts.get(post.id)

    with pytest.raises(ChangedElsewhere):
        hours.move(post.id, [moving(delivery)], NOW, planned=NewPlanned(None, TO))

    assert station.posts.get(post.id) == before


@pytest.mark.parametrize("away", ["archive", "delete"])
def test_nothing_of_a_post_that_was_put_away_moves(station: Station, hours: DeliveryHours, away: str) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.waiting(post, account)
    getattr(station.posts, away)(post.id, NOW)

    with pytest.raises(NotFound):
        hours.move(post.id, [moving(delivery)], NOW)

    assert station.deliveries.get(delivery.id) == delivery


def test_its_comment_comes_along(station: Station, hours: DeliveryHours) -> None:
    account = station.account()
    post = station.post(account)
    waiting = station.waiting(post, account)
    station.posts.update(post.id, NOW, expected=None, first_comment="Le programme")
    station.deliveries.comments_follow(post.id, NOW)

    hours.move(post.id, [moving(waiting)], NOW)

    found = station.deliveries.of_post(post.id)
    assert [(one.kind, one.due) for one in found] == [
        (DeliveryKind.POST, TO),
        (DeliveryKind.FIRST_COMMENT, TO),
    ]


# --- what a network keeps ---


def test_a_kept_delivery_has_its_new_hour_and_the_payload_that_names_it(
    station: Station, hours: DeliveryHours
) -> None:
    account = station.account()
    post = station.post(account)
    delivery = kept(station, post, account)

    hours.move(post.id, [moving(delivery)], NOW + DAY, planned=NewPlanned(None, TO))

    after = station.deliveries.get(delivery.id)
    assert after == replace(delivery, due=TO)
    assert station.deliveries.payload(delivery.id) == b'{"at":2}'
    assert station.posts.get(post.id).planned == TO


def test_a_later_try_of_the_same_delivery_says_what_the_network_agreed_to(
    station: Station, hours: DeliveryHours
) -> None:
    account = station.account()
    post = station.post(account)
    delivery = kept(station, post, account)
    hours.move(post.id, [moving(delivery)], NOW)
    station.deliveries.uncertain(delivery.id, NOW, "not_published_at_its_hour", "", ())
    station.deliveries.again(delivery.id, NOW, NOW, "", "")
    station.deliveries.claim(delivery.id, NOW, OWNER)
    frozen = station.deliveries.payload(delivery.id) or b""

    armed = station.deliveries.arm(delivery.id, NOW, OWNER, frozen, hashlib.sha256(frozen).hexdigest())

    assert (armed.state, frozen) == (S.SENDING, b'{"at":2}')


def test_one_whose_new_hour_was_seen_and_stored_already_moves_without_a_word(
    station: Station, hours: DeliveryHours
) -> None:
    account = station.account()
    post = station.post(account)
    delivery = kept(station, post, account)
    assert hours.adopt(delivery, TO, b'{"at":2}', NOW)

    hours.move(post.id, [moving(delivery)], NOW)

    assert station.deliveries.get(delivery.id).due == TO


def test_an_old_look_does_not_undo_a_move(station: Station, hours: DeliveryHours) -> None:
    account = station.account()
    post = station.post(account)
    delivery = kept(station, post, account)
    hours.move(post.id, [moving(delivery)], NOW)

    adopted = hours.adopt(delivery, in_hours(30), b'{"at":3}', NOW)

    assert not adopted
    assert station.deliveries.get(delivery.id).due == TO
    assert station.deliveries.payload(delivery.id) == b'{"at":2}'


def test_what_is_live_by_now_takes_no_hour_from_a_look(station: Station, hours: DeliveryHours) -> None:
    account = station.account()
    post = station.post(account)
    delivery = kept(station, post, account)
    station.deliveries.sent(delivery.id, NOW, Receipt("41", "https://a.example/41"))

    assert not hours.adopt(delivery, TO, b'{"at":2}', NOW)
    assert station.deliveries.get(delivery.id).due == delivery.due


def test_what_a_network_keeps_is_listed_by_account(station: Station, hours: DeliveryHours) -> None:
    first, second = station.account(), station.account()
    post = station.post(first, second)
    ours, other = kept(station, post, first), station.waiting(post, second)

    assert hours.on_network(first.id) == (ours,)
    assert hours.on_network(second.id) == ()
    assert hours.known(first.id, ["41", "42"]) == {"41"}
    assert hours.known(second.id, ["41"]) == frozenset()
    assert other.id not in {one.id for one in hours.under_way(second.id)}


# --- taking away and giving back ---


def test_an_hour_is_taken_away_and_given_back_as_it_was(station: Station, hours: DeliveryHours) -> None:
    account = station.account()
    post = station.post(account)
    station.posts.update(post.id, NOW, expected=None, planned=in_hours(0), first_comment="Oui")
    waiting = station.waiting(post, account)
    station.deliveries.comments_follow(post.id, NOW)
    before = station.deliveries.of_post(post.id)

    hours.take_away(post.id, [waiting], NOW, planned=NewPlanned(in_hours(0), None))
    taken = station.posts.get(post.id)
    hours.give_back(post.id, [waiting], NOW, planned=NewPlanned(None, in_hours(0)))

    assert {one.state for one in taken.deliveries} == {S.CANCELLED}
    assert (taken.planned, taken.state) == (None, PostState.DRAFT)
    back = station.posts.get(post.id)
    assert back.deliveries == before
    assert back.planned == in_hours(0)


@pytest.mark.parametrize("state", sorted(WAIT))
def test_it_is_given_back_in_its_state(station: Station, hours: DeliveryHours, state: DeliveryState) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.in_state(post, account, state)

    hours.take_away(post.id, [delivery], NOW)
    hours.give_back(post.id, [delivery], NOW)

    assert station.deliveries.get(delivery.id) == delivery


def test_it_is_not_given_back_beside_another_of_its_account(station: Station, hours: DeliveryHours) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.waiting(post, account)
    hours.take_away(post.id, [delivery], NOW)
    other = station.waiting(post, account)

    with pytest.raises(ChangedElsewhere):
        hours.give_back(post.id, [delivery], NOW)

    assert station.deliveries.get(delivery.id).state is S.CANCELLED
    assert station.deliveries.get(other.id) == other


def test_what_left_is_not_taken_away(station: Station, hours: DeliveryHours) -> None:
    first, second = station.account(), station.account()
    post = station.post(first, second)
    waits = station.waiting(post, first)
    left = station.waiting(post, second)
    station._lead(left.id, S.SENT)  # pyright: ignore[reportPrivateUsage]

    with pytest.raises(PublishedIsImmutable):
        hours.take_away(post.id, [waits, left], NOW)

    assert station.deliveries.get(waits.id) == waits
