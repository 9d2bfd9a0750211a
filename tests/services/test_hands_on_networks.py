"""What a network keeps is moved there first; when that fails nothing moves, or the truth is told."""

from datetime import datetime, timedelta

import pytest

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.calendar_errors import (
    HourTooNear,
    MovedInPart,
    NoLongerWaiting,
)
from cmstation.domain.changes import Changes
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import (
    ContentRefused,
    NotSent,
    OutcomeUnknown,
    PublishedIsImmutable,
    SignInNeeded,
)
from cmstation.domain.networks import Network
from tests.fakes.moody_network import Mood
from tests.services.calendar_bench import DAY, HOUR, CalendarBench, calendar_of
from tests.services.conftest import Bench

EVENT = ItemKey(ItemKind.EVENT, 4, "2026-10-20T08:00Z")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def calendar(bench: Bench) -> CalendarBench:
    return calendar_of(bench)


# --- moving what a network keeps ---


def test_a_kept_post_is_moved_on_its_network_too(calendar: CalendarBench) -> None:
    site, plain = calendar.account(Network.WORDPRESS), calendar.account()
    post, key = calendar.scheduled(site, plain)
    before, to = calendar.due(post, site), calendar.at(3 * DAY)

    done = calendar.hands.move(key, to)

    assert calendar.of(post, site).state is DeliveryState.ON_NETWORK
    assert calendar.kept_until(site) == [to.instant]
    assert calendar.due(post, site) == calendar.due(post, plain) == calendar.planned(post) == to.instant
    assert done.undo is not None
    done.undo()
    assert calendar.kept_until(site) == [before]
    assert calendar.due(post, site) == calendar.due(post, plain) == calendar.planned(post) == before


def test_its_frozen_payload_names_the_hour_that_the_network_holds(calendar: CalendarBench) -> None:
    site = calendar.account(Network.WORDPRESS)
    post, key = calendar.scheduled(site)
    delivery, to = calendar.of(post, site), calendar.at(3 * DAY)
    before = calendar.deliveries.payload(delivery.id) or b""

    calendar.hands.move(key, to)

    after = calendar.deliveries.payload(delivery.id) or b""
    assert delivery.due.instant.isoformat().encode() in before
    assert after == before.replace(delivery.due.instant.isoformat().encode(), to.instant.isoformat().encode())


def test_it_goes_once_at_its_new_hour(calendar: CalendarBench) -> None:
    site = calendar.account(Network.WORDPRESS)
    post, key = calendar.scheduled(site)
    delivery = calendar.of(post, site)
    calendar.hands.move(key, calendar.at(3 * DAY))
    calendar.bench.pass_time(DAY + HOUR)
    calendar.bench.station.outbox.deliver_due()
    assert calendar.of(post, site).state is DeliveryState.ON_NETWORK

    calendar.bench.pass_time(2 * DAY)
    calendar.network(site).publish(delivery.key)
    calendar.bench.station.outbox.deliver_due()

    assert calendar.of(post, site).state is DeliveryState.SENT
    assert len(calendar.network(site).texts(delivery.key)) == 1


@pytest.mark.parametrize(
    ("mood", "error"),
    [
        (Mood.REFUSED_CONNECTION, NotSent),
        (Mood.TIME_OUT_BEFORE, OutcomeUnknown),
        (Mood.SIGNED_OUT, SignInNeeded),
    ],
)
def test_when_the_network_does_not_move_nothing_moves(
    calendar: CalendarBench, mood: Mood, error: type[Exception]
) -> None:
    site, plain = calendar.account(Network.WORDPRESS), calendar.account()
    post, key = calendar.scheduled(site, plain)
    before = calendar.due(post, site)
    calendar.network(site).move_moods = [mood]

    with pytest.raises(error):
        calendar.hands.move(key, calendar.at(3 * DAY))

    assert calendar.due(post, site) == calendar.due(post, plain) == calendar.planned(post) == before
    assert calendar.kept_until(site) == [before]


def test_a_move_whose_answer_was_lost_is_stored_at_the_next_look(calendar: CalendarBench) -> None:
    site = calendar.account(Network.WORDPRESS)
    post, key = calendar.scheduled(site)
    calendar.network(site).move_moods = [Mood.TIME_OUT_AFTER]
    to = calendar.at(3 * DAY)
    with pytest.raises(OutcomeUnknown):
        calendar.hands.move(key, to)

    calendar.remote.refresh(site.id)

    assert calendar.due(post, site) == calendar.planned(post) == to.instant


def test_when_the_second_network_refuses_the_first_is_put_back(calendar: CalendarBench) -> None:
    first, second = calendar.account(Network.WORDPRESS), calendar.account(Network.MASTODON)
    post, key = calendar.scheduled(first, second)
    before = calendar.due(post, first)
    calendar.network(second).move_moods = [Mood.BAD_CONTENT]

    with pytest.raises(ContentRefused):
        calendar.hands.move(key, calendar.at(3 * DAY))

    assert len(calendar.network(first).moves) == 2
    assert calendar.kept_until(first) == calendar.kept_until(second) == [before]
    assert calendar.due(post, first) == calendar.due(post, second) == calendar.planned(post) == before


def test_when_the_first_cannot_be_put_back_the_truth_is_stored_and_told(calendar: CalendarBench) -> None:
    first, second = calendar.account(Network.WORDPRESS), calendar.account(Network.MASTODON)
    post, key = calendar.scheduled(first, second)
    before, to = calendar.due(post, first), calendar.at(3 * DAY)
    calendar.network(first).move_moods = [Mood.FINE, Mood.REFUSED_CONNECTION]
    calendar.network(second).move_moods = [Mood.BAD_CONTENT]

    with pytest.raises(MovedInPart) as told:
        calendar.hands.move(key, to)

    assert told.value.facts["moved"] == (first.id,)
    assert told.value.facts["stayed"] == (second.id,)
    delivery = calendar.of(post, first)
    assert told.value.facts["changes"] == Changes(frozenset({post}), frozenset({delivery.id}), calendar=True)
    assert calendar.kept_until(first) == [to.instant] == [delivery.due.instant]
    assert calendar.kept_until(second) == [before] == [calendar.due(post, second)]
    assert calendar.planned(post) == before


def test_a_delivery_that_left_meanwhile_stops_the_whole_move(calendar: CalendarBench) -> None:
    site, plain = calendar.account(Network.WORDPRESS), calendar.account()
    post, key = calendar.scheduled(site, plain)
    before = calendar.due(post, site)
    network, claimed = calendar.network(site), calendar.of(post, plain).id

    class TakenUpMeanwhile:
        """While the site is asked, another program takes up the other account's delivery."""

        def now(self) -> datetime:
            if calendar.deliveries.get(claimed).state is DeliveryState.WAITING:
                calendar.deliveries.claim(claimed, calendar.bench.clock.now(), "another program")
            return calendar.bench.clock.now()

    network.clock = TakenUpMeanwhile()

    with pytest.raises(PublishedIsImmutable):
        calendar.hands.move(key, calendar.at(3 * DAY))

    assert calendar.kept_until(site) == [before]
    assert calendar.due(post, site) == calendar.due(post, plain) == calendar.planned(post) == before
    assert len(network.moves) == 2


def test_an_hour_too_near_for_the_network_moves_nothing(calendar: CalendarBench) -> None:
    site, plain = calendar.account(Network.WORDPRESS), calendar.account()
    post, key = calendar.scheduled(site, plain)
    before = calendar.due(post, site)

    with pytest.raises(HourTooNear) as told:
        calendar.hands.move(key, calendar.at(MINUTE))

    assert told.value.facts["shortest_wait"] == timedelta(minutes=2)
    assert calendar.network(site).moves == []
    assert calendar.due(post, site) == calendar.due(post, plain) == before


def test_what_the_network_published_meanwhile_is_recorded_and_stays(calendar: CalendarBench) -> None:
    site = calendar.account(Network.WORDPRESS)
    post, key = calendar.scheduled(site)
    delivery = calendar.of(post, site)
    calendar.network(site).publish(delivery.key)

    with pytest.raises(PublishedIsImmutable) as told:
        calendar.hands.move(key, calendar.at(3 * DAY))

    assert calendar.of(post, site).state is DeliveryState.SENT
    assert told.value.facts["changes"] == Changes(frozenset({post}), frozenset({delivery.id}), calendar=True)


def test_what_was_taken_off_the_network_by_hand_is_told(calendar: CalendarBench) -> None:
    site = calendar.account(Network.WORDPRESS)
    post, key = calendar.scheduled(site)
    calendar.network(site).hours.clear()

    with pytest.raises(NoLongerWaiting):
        calendar.hands.move(key, calendar.at(3 * DAY))

    assert calendar.of(post, site).state is DeliveryState.ON_NETWORK


def test_without_the_secret_nothing_is_asked(calendar: CalendarBench) -> None:
    site = calendar.account(Network.WORDPRESS)
    post, key = calendar.scheduled(site)
    before = calendar.due(post, site)
    calendar.bench.secrets.kept.clear()

    with pytest.raises(SignInNeeded):
        calendar.hands.move(key, calendar.at(3 * DAY))

    assert calendar.due(post, site) == before
