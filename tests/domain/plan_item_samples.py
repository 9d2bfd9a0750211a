"""Moments near the nights on which clocks change, and what stands at them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from cmstation.domain.calendar import CalendarItem, EventKind, order_of
from cmstation.domain.calendar_events import (
    CalendarEvent,
    placed,
)
from cmstation.domain.events import Event
from cmstation.domain.networks import Network
from cmstation.domain.plan_items import (
    PlanItems,
    occurrences_in,
    touches,
)
from tests.domain.calendar_samples import NIGHTS

ZONES = ("Europe/Paris", "Europe/Brussels", "America/Toronto")


ACCOUNTS = {3: Network.MASTODON, 1: Network.BLUESKY, 2: Network.MASTODON, 4: Network.WORDPRESS}


DUE = datetime(2026, 10, 13, 7, tzinfo=UTC)


MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def near_a_night(zone: str, night: int, minutes: int) -> datetime:
    return placed(NIGHTS[zone][night], zone).instant + minutes * MINUTE


moments: st.SearchStrategy[datetime] = st.builds(
    near_a_night,
    st.sampled_from(ZONES),
    st.sampled_from((0, 1)),
    st.integers(-3_000, 3_000) | st.integers(-90, 90),
)


def an_event(content: CalendarEvent, **fields: Any) -> Event:
    event = Event(7, 1, content.uid, EventKind.TASK, content, None, None, None, DUE)
    return replace(event, **fields)


def items_between(event: Event, start: date, end: date, zone: str) -> list[CalendarItem]:
    items = PlanItems(zone, ACCOUNTS)
    found = (items.of_event(event, one) for one in occurrences_in(event.content, start, end, zone))
    return sorted((item for item in found if touches(item, start, end)), key=order_of)
