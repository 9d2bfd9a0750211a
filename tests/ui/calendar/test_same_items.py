"""Every view offers the same items: for any days, in any zone, over both changes of the clock."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKey, ItemKind, Plan, order_of
from cmstation.domain.drafts import PostState
from cmstation.ui.calendar.agenda.agenda_view import AgendaView
from cmstation.ui.calendar.hours.hours_view import HoursView
from cmstation.ui.calendar.lanes.lanes_view import LanesView
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.month.month_view import MonthView
from cmstation.ui.calendar.plan_view import PlanView
from cmstation.ui.icons import Icons
from tests.ui.calendar.lane_plans import ACCOUNTS, CAMPAIGNS, LINES

ZONES = ("Europe/Paris", "Europe/Brussels", "America/Toronto", "UTC")
# Days around which clocks change in one of the zones, or a year ends.
NEAR = (date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 8), date(2026, 11, 1), date(2026, 12, 31))
DAY = timedelta(days=1)
REACH = 70


def day_near(near: date, off: int) -> date:
    return near + off * DAY


def moment_of(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(), UTC) + timedelta(minutes=minute)


days = st.builds(day_near, st.sampled_from(NEAR), st.integers(-20, 20))
moments = st.builds(moment_of, days, st.integers(0, 24 * 60 - 1))


def on_days(item: CalendarItem, zone: str) -> tuple[date, date]:
    """Return the first and the last day, worked out by the clock of the zone alone."""
    here = ZoneInfo(zone)
    last = item.end if item.end == item.start else item.end - timedelta(microseconds=1)
    return item.start.astimezone(here).date(), last.astimezone(here).date()


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    zone = draw(st.sampled_from(ZONES))
    items: list[CalendarItem] = []
    for identity, start in enumerate(draw(st.lists(moments, max_size=25)), start=1):
        length = draw(st.sampled_from((0, 0, 0, 30, 90, 60 * 26, 60 * 24 * 9)))
        post = not length
        bare = CalendarItem(
            ItemKey(ItemKind.POST if post else ItemKind.EVENT, identity),
            f"Item {identity}",
            start,
            start + timedelta(minutes=length),
            date.min,
            date.min,
            zone,
            state=PostState.DRAFT if post else None,
            event=None if post else EventKind.EVENT,
            accounts=tuple(draw(st.sets(st.sampled_from(sorted(ACCOUNTS)), max_size=3))) if post else (),
            campaign=draw(st.sampled_from((None, *sorted(CAMPAIGNS)))),
        )
        items.append(with_days(bare, zone))
    middle = draw(days)
    return Plan(middle - REACH * DAY, middle + REACH * DAY, zone, items=tuple(sorted(items, key=order_of)))


def with_days(item: CalendarItem, zone: str) -> CalendarItem:
    first, last = on_days(item, zone)
    return replace(item, first=first, last=last)


@pytest.fixture
def views(icons: Icons) -> Iterator[dict[str, PlanView]]:
    room = QWidget()
    room.resize(1086, 600)
    today = date(2026, 10, 13)
    made: dict[str, PlanView] = {
        "month": MonthView(icons, today, room),
        "week": HoursView(icons, 7, room),
        "day": HoursView(icons, 1, room),
        "agenda": AgendaView(icons, room),
        "lanes": LanesView(icons, room),
    }
    room.show()
    yield made
    room.close()
    room.deleteLater()


def expected(plan: Plan, span: tuple[date, date]) -> set[ItemKey]:
    return {item.key for item in plan.items if item.first < span[1] and item.last >= span[0]}


def shown(view: PlanView, plan: Plan, day: date) -> set[ItemKey]:
    view.go_to(day)
    view.show_plan(plan, PlanLook(day, datetime.combine(day, time(9), UTC), LINES, CAMPAIGNS, ACCOUNTS))
    keys = view.keys()
    assert len(keys) == len(set(keys))
    return set(keys)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans(), day=days)
def test_each_view_offers_what_touches_its_days_and_nothing_else(
    views: dict[str, PlanView], plan: Plan, day: date
) -> None:
    for name, view in views.items():
        found = shown(view, plan, day)

        start, end = view.span()
        assert start <= day < end, name
        assert found == expected(plan, (start, end)), name


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans(), day=days)
def test_seven_days_together_offer_what_their_week_does(
    views: dict[str, PlanView], plan: Plan, day: date
) -> None:
    week = shown(views["week"], plan, day)
    monday = views["week"].span()[0]

    found: set[ItemKey] = set()
    for place in range(7):
        found |= shown(views["day"], plan, monday + place * DAY)

    assert found == week


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans(), day=days)
def test_the_weeks_of_a_month_together_offer_what_the_month_does(
    views: dict[str, PlanView], plan: Plan, day: date
) -> None:
    month = shown(views["month"], plan, day)
    start, end = views["month"].span()

    found: set[ItemKey] = set()
    while start < end:
        found |= shown(views["week"], plan, start)
        start += 7 * DAY

    assert found == month
