"""Hands move posts that wait here; what has left stays; undo brings back what was."""

from datetime import timedelta

import pytest

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.calendar_errors import (
    HourHasPassed,
)
from cmstation.domain.changes import Changes
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import (
    NotFound,
    PublishedIsImmutable,
)
from cmstation.domain.networks import Network
from cmstation.domain.post_hours import post_key
from tests.fakes.moody_network import Mood
from tests.services.calendar_bench import DAY, HOUR, CalendarBench, calendar_of
from tests.services.conftest import Bench

EVENT = ItemKey(ItemKind.EVENT, 4, "2026-10-20T08:00Z")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def calendar(bench: Bench) -> CalendarBench:
    return calendar_of(bench)


# --- moving what waits here ---


def test_a_draft_is_moved_with_its_planned_hour(calendar: CalendarBench) -> None:
    at, to = calendar.at(DAY), calendar.at(2 * DAY)
    post = calendar.draft(calendar.account(), planned=at)

    done = calendar.hands.move(post_key(post, at.instant), to)

    assert done.value == post_key(post, to.instant)
    assert done.changes == Changes(posts=frozenset({post}), calendar=True)
    assert calendar.bench.station.drafts.open(post).planned == to
    assert done.undo is not None
    done.undo()
    assert calendar.bench.station.drafts.open(post).planned == at


def test_a_scheduled_post_is_moved_with_all_its_accounts_and_comments(calendar: CalendarBench) -> None:
    first, second = calendar.account(), calendar.account(Network.MASTODON)
    at, to = calendar.at(MINUTE), calendar.at(2 * MINUTE)
    post = calendar.draft(first, second, planned=at)
    calendar.bench.station.drafts.update(post, first_comment="Le programme")
    calendar.bench.station.outbox.plan(post, due=at)

    done = calendar.hands.move(post_key(post, at.instant), to)

    assert {one.due for one in calendar.bench.station.outbox.of_post(post)} == {to}
    assert calendar.planned(post) == to.instant
    assert {one.id for one in calendar.bench.station.outbox.of_post(post)} >= done.changes.deliveries
    calendar.bench.pass_time(MINUTE)
    calendar.bench.station.outbox.deliver_due()
    assert calendar.bench.network_of(first).live == []
    calendar.bench.pass_time(MINUTE)
    calendar.bench.station.outbox.deliver_due()
    assert calendar.bench.network_of(first).live != []


def test_only_the_accounts_of_this_hour_move(calendar: CalendarBench) -> None:
    first, second = calendar.account(), calendar.account(Network.X)
    early, late, to = calendar.at(DAY), calendar.at(2 * DAY), calendar.at(3 * DAY)
    post = calendar.draft(first, second, planned=early)
    calendar.bench.station.outbox.plan(post, accounts=(first.id,), due=early)
    calendar.bench.station.outbox.plan(post, accounts=(second.id,), due=late)

    calendar.hands.move(post_key(post, late.instant), to)

    assert calendar.due(post, first) == calendar.planned(post) == early.instant
    assert calendar.due(post, second) == to.instant


def test_accounts_without_a_delivery_stand_at_the_planned_hour(calendar: CalendarBench) -> None:
    first, second = calendar.account(), calendar.account(Network.X)
    planned, other, to = calendar.at(DAY), calendar.at(2 * DAY), calendar.at(3 * DAY)
    post = calendar.draft(first, second, planned=planned)
    calendar.bench.station.outbox.plan(post, accounts=(first.id,), due=other)

    calendar.hands.move(post_key(post, other.instant), to)
    assert calendar.planned(post) == planned.instant
    calendar.hands.move(post_key(post, planned.instant), calendar.at(4 * DAY))

    assert calendar.planned(post) == calendar.at(4 * DAY).instant
    assert calendar.due(post, first) == to.instant


def test_the_planned_hour_goes_along_when_all_of_the_post_moves(calendar: CalendarBench) -> None:
    account = calendar.account()
    at, to = calendar.at(DAY), calendar.at(2 * DAY)
    post = calendar.draft(account)
    calendar.bench.station.outbox.plan(post, due=at)

    done = calendar.hands.move(post_key(post, at.instant), to)

    assert calendar.planned(post) == to.instant
    assert done.undo is not None
    done.undo()
    assert calendar.planned(post) is None
    assert calendar.due(post, account) == at.instant


def test_two_hours_that_met_are_parted_again_by_undo(calendar: CalendarBench) -> None:
    first, second = calendar.account(), calendar.account(Network.X)
    early, late = calendar.at(DAY), calendar.at(2 * DAY)
    post = calendar.draft(first, second, planned=early)
    calendar.bench.station.outbox.plan(post, accounts=(first.id,), due=early)
    calendar.bench.station.outbox.plan(post, accounts=(second.id,), due=late)

    done = calendar.hands.move(post_key(post, early.instant), late)

    assert calendar.due(post, first) == calendar.due(post, second) == late.instant
    assert done.undo is not None
    done.undo()
    assert (calendar.due(post, first), calendar.due(post, second)) == (early.instant, late.instant)
    assert calendar.planned(post) == early.instant


def test_an_item_that_is_gone_is_not_found(calendar: CalendarBench) -> None:
    at = calendar.at(DAY)
    post = calendar.draft(calendar.account(), planned=at)
    put_away = calendar.draft(calendar.account(), planned=at)
    calendar.bench.station.drafts.delete(put_away)

    for key in (post_key(post, at.instant + HOUR), post_key(put_away, at.instant)):
        with pytest.raises(NotFound):
            calendar.hands.move(key, calendar.at(2 * DAY))


def test_the_past_is_no_place_for_a_post(calendar: CalendarBench) -> None:
    account = calendar.account()
    at = calendar.at(DAY)
    post = calendar.draft(account, planned=at)
    calendar.bench.station.outbox.plan(post, due=at)

    with pytest.raises(HourHasPassed):
        calendar.hands.move(post_key(post, at.instant), calendar.at(-HOUR))

    assert calendar.due(post, account) == at.instant


def test_nothing_leaves_when_undo_comes_after_the_old_hour(calendar: CalendarBench) -> None:
    account = calendar.account()
    at = calendar.at(MINUTE)
    post = calendar.draft(account, planned=at)
    calendar.bench.station.outbox.plan(post, due=at)
    done = calendar.hands.move(post_key(post, at.instant), calendar.at(DAY))
    calendar.bench.pass_time(5 * MINUTE)

    assert done.undo is not None
    with pytest.raises(HourHasPassed):
        done.undo()
    calendar.bench.station.outbox.deliver_due()

    assert calendar.bench.network_of(account).live == []


def test_what_was_held_is_held_again_after_undo(calendar: CalendarBench) -> None:
    account = calendar.account()
    at = calendar.at(MINUTE)
    post = calendar.draft(account, planned=at)
    calendar.bench.station.outbox.plan(post, due=at)
    calendar.bench.pass_time(2 * HOUR)
    calendar.bench.station.outbox.deliver_due()
    assert calendar.of(post, account).state is DeliveryState.HELD

    done = calendar.hands.move(post_key(post, at.instant), calendar.at(DAY))
    moved = calendar.of(post, account).state
    assert done.undo is not None
    done.undo()
    calendar.bench.station.outbox.deliver_due()

    assert moved is DeliveryState.WAITING
    assert calendar.of(post, account).state is DeliveryState.HELD
    assert calendar.due(post, account) == at.instant
    assert calendar.bench.network_of(account).live == []


def test_what_failed_waits_at_its_new_hour_and_has_failed_again_after_undo(calendar: CalendarBench) -> None:
    account = calendar.account()
    calendar.bench.network_of(account).moods = [Mood.BAD_CONTENT]
    at = calendar.at(MINUTE)
    post = calendar.draft(account, planned=at)
    calendar.bench.station.outbox.plan(post, due=at)
    calendar.bench.pass_time(MINUTE)
    calendar.bench.station.outbox.deliver_due()

    done = calendar.hands.move(post_key(post, at.instant), calendar.at(DAY))
    moved = calendar.of(post, account)
    assert done.undo is not None
    done.undo()

    back = calendar.of(post, account)
    assert (moved.state, moved.error) == (DeliveryState.WAITING, "")
    assert (back.state, back.error) == (DeliveryState.FAILED, "content_refused")


@pytest.mark.parametrize("mood", [Mood.FINE, Mood.TIME_OUT_AFTER])
def test_what_has_left_stays(calendar: CalendarBench, mood: Mood) -> None:
    gone, waits = calendar.account(), calendar.account(Network.X)
    network = calendar.network(gone)
    network.moods, network.can_search, network.honours_key = [mood], False, False
    at = calendar.at(MINUTE)
    post = calendar.draft(gone, waits, planned=at)
    calendar.bench.station.outbox.plan(post, accounts=(gone.id,), due=at)
    calendar.bench.pass_time(MINUTE)
    calendar.bench.station.outbox.deliver_due()

    with pytest.raises(PublishedIsImmutable):
        calendar.hands.move(post_key(post, at.instant), calendar.at(DAY))
    with pytest.raises(PublishedIsImmutable):
        calendar.hands.unplace(post_key(post, at.instant))

    assert calendar.planned(post) == at.instant
    assert calendar.of(post, gone).state in (DeliveryState.SENT, DeliveryState.UNCERTAIN)
