"""Slots are kept per account, and one slot goes to one post, whoever asks at the same time."""

import threading
from collections.abc import Sequence
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import insert

from cmstation.domain.accounts import Account
from cmstation.domain.calendar import ItemKind
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import Receipt
from cmstation.domain.planned_time import PlannedTime, at_instant
from cmstation.domain.rhythm import Slot, next_free
from cmstation.domain.same_texts import Said
from cmstation.storage.database import Database
from cmstation.storage.records_calendar import RemotePostRecord
from cmstation.storage.slots import HELD_FOR, Hold, SlotTable
from tests.storage.station import DAY, HOUR, NOW, ZONE, Station, in_hours

NINE, SIX = time(9), time(18)
SPAN = (NOW - 30 * DAY, NOW + 30 * DAY)
RACERS = 6


@pytest.fixture
def slots(database: Database) -> SlotTable:
    return SlotTable(database)


def planned_post(station: Station, *accounts: Account, hours: float = 24) -> int:
    post = station.post(*accounts)
    return station.posts.update(post.id, NOW, expected=None, planned=in_hours(hours)).id


def remote_post(station: Station, account: Account, remote_id: str, hours: float = 24) -> None:
    values = {
        "account_id": account.id,
        "remote_id": remote_id,
        "title": "",
        "text": "Par Lucie",
        "url": "",
        "due_at": NOW + hours * HOUR,
        "seen_at": NOW,
    }
    with station.database.sessions.begin() as session:
        session.execute(insert(RemotePostRecord).values(**values))


# --- the week ---


def test_the_slots_of_a_week_come_back_in_order(station: Station, slots: SlotTable) -> None:
    first, second = station.account(name="A"), station.account(name="B")

    slots.replace(second.id, [Slot(second.id, 0, NINE)])
    slots.replace(first.id, [Slot(first.id, 4, SIX), Slot(first.id, 0, SIX), Slot(first.id, 0, NINE)])

    assert slots.all() == (
        Slot(first.id, 0, NINE),
        Slot(first.id, 0, SIX),
        Slot(first.id, 4, SIX),
        Slot(second.id, 0, NINE),
    )


def test_new_slots_take_the_place_of_the_earlier_ones_of_one_account(
    station: Station, slots: SlotTable
) -> None:
    first, second = station.account(name="A"), station.account(name="B")
    slots.replace(first.id, [Slot(first.id, 0, NINE)])
    slots.replace(second.id, [Slot(second.id, 0, NINE)])

    earlier = slots.replace(first.id, [Slot(first.id, 1, SIX), Slot(first.id, 1, SIX)])

    assert earlier == (Slot(first.id, 0, NINE),)
    assert slots.all() == (Slot(first.id, 1, SIX), Slot(second.id, 0, NINE))


def test_slots_of_an_unknown_or_removed_account_are_refused_and_not_listed(
    station: Station, slots: SlotTable
) -> None:
    account = station.account()
    slots.replace(account.id, [Slot(account.id, 0, NINE)])
    station.in_state(station.post(account), account, DeliveryState.SENT)
    station.accounts.remove(account.id, NOW)

    assert slots.all() == ()
    with pytest.raises(NotFound):
        slots.replace(account.id, [])


# --- what stands where ---


def test_what_is_on_its_way_planned_or_seen_on_the_network_takes_an_hour(
    station: Station, slots: SlotTable
) -> None:
    account, other = station.account(name="A"), station.account(name="B")
    station.waiting(station.post(account), account)
    planned_post(station, account, other, hours=24)
    remote_post(station, account, "77", hours=48)

    found = slots.taken(*SPAN)

    assert found == {account.id: (NOW, NOW + DAY, NOW + 2 * DAY), other.id: (NOW + DAY,)}


def test_what_was_given_up_thrown_away_or_archived_takes_nothing(station: Station, slots: SlotTable) -> None:
    account = station.account()
    station.in_state(station.post(account), account, DeliveryState.CANCELLED)
    deleted, archived = planned_post(station, account), planned_post(station, account)
    station.posts.delete(deleted, NOW)
    station.posts.archive(archived, NOW)

    assert slots.taken(*SPAN) == {}


def test_what_was_sent_stands_where_it_was_sent(station: Station, slots: SlotTable) -> None:
    account = station.account()
    post = station.post(account)
    found = station.deliveries.add(post.id, account.id, in_hours(-5), NOW, key=station.key())
    station.deliveries.claim(found.id, NOW, "me")
    station.deliveries.handed_over(found.id, NOW)
    station.deliveries.sent(found.id, NOW, Receipt("1", "https://a.example/1"))

    assert slots.taken(*SPAN) == {account.id: (NOW,)}


def test_the_planned_hour_of_a_post_whose_delivery_has_another_one_is_free(
    station: Station, slots: SlotTable
) -> None:
    account = station.account()
    post = planned_post(station, account, hours=24)
    station.deliveries.add(post, account.id, in_hours(48), NOW, key=station.key())

    assert slots.taken(*SPAN) == {account.id: (NOW + 2 * DAY,)}


def test_our_own_post_that_the_network_keeps_is_not_counted_again(station: Station, slots: SlotTable) -> None:
    account = station.account()
    station.in_state(station.post(account), account, DeliveryState.ON_NETWORK)
    remote_post(station, account, "1", hours=0)

    assert slots.taken(*SPAN) == {account.id: (NOW,)}
    assert [one.kind for one in slots.said(*SPAN)] == [ItemKind.POST]


def test_only_the_span_that_is_asked_for_is_read(station: Station, slots: SlotTable) -> None:
    account = station.account()
    planned_post(station, account, hours=24)

    assert slots.taken(NOW, NOW + DAY) == {}
    assert slots.taken(NOW + DAY, NOW + DAY + HOUR) == {account.id: (NOW + DAY,)}


def test_accounts_that_the_outbox_does_not_know_of_are_named(station: Station, slots: SlotTable) -> None:
    first, second = station.account(name="A"), station.account(name="B")
    post = planned_post(station, first, second, hours=24)
    station.deliveries.add(post, first.id, in_hours(24), NOW, key=station.key())

    assert slots.unscheduled(*SPAN) == {(post, second.id)}


def test_each_account_says_its_own_words(station: Station, slots: SlotTable) -> None:
    first, second = station.account(name="A"), station.account(name="B")
    post = planned_post(station, first, second, hours=24)
    station.posts.set_version(post, second.id, NOW, text="Autrement dit.")
    station.deliveries.add(post, second.id, in_hours(48), NOW, key=station.key())
    remote_post(station, first, "77", hours=1)

    found = slots.said(*SPAN)

    assert set(found) == {
        Said(ItemKind.POST, post, first.id, NOW + DAY, "Venez jeudi."),
        Said(ItemKind.POST, post, second.id, NOW + 2 * DAY, "Autrement dit."),
        Said(ItemKind.REMOTE, 1, first.id, NOW + HOUR, "Par Lucie"),
    }


# --- one slot for one post ---


def first_of(*hours: float) -> "Chooser":
    return Chooser([in_hours(hour) for hour in hours])


class Chooser:
    """Takes the first of some hours on which nothing stands."""

    def __init__(self, hours: list[PlannedTime]) -> None:
        self.hours = hours

    def __call__(self, stands: Sequence[datetime]) -> PlannedTime:
        return next(hour for hour in self.hours if hour.instant not in stands)


def test_a_slot_that_is_held_is_not_given_again_until_it_is_released(
    station: Station, slots: SlotTable
) -> None:
    account = station.account()
    choose = first_of(24, 48)

    first = slots.hold(account.id, NOW, choose, but_not_post=1)
    second = slots.hold(account.id, NOW, choose, but_not_post=2)
    slots.release(first, NOW)
    third = slots.hold(account.id, NOW, choose, but_not_post=3)

    assert (first, second) == (Hold(account.id, in_hours(24)), Hold(account.id, in_hours(48)))
    assert third == first


def test_what_a_killed_program_held_is_free_after_a_while(station: Station, slots: SlotTable) -> None:
    account = station.account()
    slots.hold(account.id, NOW, first_of(24), but_not_post=1)

    later = slots.hold(account.id, NOW + HELD_FOR, first_of(24, 48), but_not_post=2)

    assert later.when == in_hours(24)


def test_a_post_does_not_stand_in_its_own_way(station: Station, slots: SlotTable) -> None:
    account = station.account()
    mine = planned_post(station, account, hours=24)
    planned_post(station, account, hours=48)

    found = slots.hold(account.id, NOW, first_of(48, 24), but_not_post=mine)

    assert found.when == in_hours(24)


def test_nothing_is_left_behind_once_every_slot_is_released(station: Station, slots: SlotTable) -> None:
    account = station.account()
    before = station.settings.all()

    slots.release(slots.hold(account.id, NOW, first_of(24), but_not_post=1), NOW)

    assert station.settings.all() == before


def test_a_slot_of_a_removed_account_cannot_be_held(station: Station, slots: SlotTable) -> None:
    account = station.account()
    station.accounts.remove(account.id, NOW)

    with pytest.raises(NotFound):
        slots.hold(account.id, NOW, first_of(24), but_not_post=1)


def test_many_threads_at_once_get_a_slot_each(station: Station, slots: SlotTable) -> None:
    account = station.account()
    week = [Slot(account.id, day, NINE) for day in range(7)]
    gate = threading.Barrier(RACERS)
    found: list[datetime] = []

    def run(post: int) -> None:
        gate.wait()
        hold = slots.hold(
            account.id,
            NOW,
            lambda stands: next_free(week, {account.id: stands}, NOW, ZONE),
            but_not_post=post,
        )
        found.append(hold.when.instant)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(RACERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == RACERS
    first = at_instant(min(found), ZONE).wall
    assert {at_instant(instant, ZONE).wall for instant in found} == {
        first + timedelta(days=day) for day in range(RACERS)
    }
