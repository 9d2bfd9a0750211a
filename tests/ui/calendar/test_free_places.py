"""The free hours of the queue stand in the week, and are joined where several accounts have them."""

from collections.abc import Callable
from datetime import date, time

from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.rhythm import FreeSlot, Slot
from cmstation.services.station import Station
from cmstation.ui.calendar.free_places import slots_in_words
from cmstation.ui.calendar.hours.hours_view import HoursView
from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.calendar.tab import CalendarTab
from cmstation.ui.commands import Commands
from tests.domain.calendar_samples import paris


def hour(day: int, at: int) -> PlannedTime:
    found = paris(2026, 10, day, at)
    assert isinstance(found, PlannedTime)
    return found


def test_accounts_with_the_same_hour_share_a_place() -> None:
    found = (FreeSlot(1, hour(14, 9)), FreeSlot(2, hour(14, 9)), FreeSlot(1, hour(15, 9)))

    assert slots_in_words(found, {1: "Site", 2: "Facebook"}) == [
        (hour(14, 9), "Site, Facebook"),
        (hour(15, 9), "Site"),
    ]


def test_a_slot_that_is_added_stands_in_the_week_at_once(
    tab: CalendarTab, station: Station, commands: Commands, settled: Callable[[], None]
) -> None:
    tab.change_view(ViewKey.WEEK)
    settled()
    account = station.accounts.all()[0]

    commands.run(lambda: station.rhythm.set_slots(account.id, [Slot(account.id, 3, time(16))]))
    settled()

    week = tab.shown
    assert isinstance(week, HoursView)
    assert any(
        slot.at.local().date() == date(2026, 10, 15) and slot.at.local().hour == 16 for slot in week.slots()
    )
