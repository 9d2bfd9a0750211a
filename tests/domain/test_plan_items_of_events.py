"""Events become items on the days that a clock of the zone shows."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventStatus,
    Occurrence,
    WholeDay,
    instant_of,
    placed,
)
from cmstation.domain.event_moves import retimed_one, without
from cmstation.domain.event_times import occurrence_of
from cmstation.domain.event_words import ticked
from cmstation.domain.events import part_of
from cmstation.domain.plan_items import (
    PlanItems,
    touches,
)
from tests.domain.calendar_samples import meeting, paris, wall
from tests.domain.plan_item_samples import (
    DAY,
    DUE,
    HOUR,
    MINUTE,
    ZONES,
    an_event,
    items_between,
    moments,
)


@settings(deadline=None)
@given(moments, st.integers(0, 5_000), st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_an_event_touches_the_days_on_which_a_clock_shows_it(
    start: datetime, minutes: int, own: str, zone: str
) -> None:
    begins = replace(placed(wall(2026, 1, 1), own), instant=start)
    ends = replace(begins, instant=start + minutes * MINUTE)
    content = CalendarEvent("1", begins, ends)

    (item,) = items_between(an_event(content), date(2026, 1, 1), date(2027, 1, 1), zone)

    clock = ZoneInfo(zone)
    shown = {(start + n * MINUTE).astimezone(clock).date() for n in range(0, max(minutes, 1))}
    assert (item.first, item.last, item.days) == (min(shown), max(shown), len(shown))
    assert (item.start, item.end, item.planned_zone) == (start, start + minutes * MINUTE, own)


@settings(deadline=None)
@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 40), st.sampled_from(ZONES))
def test_whole_days_are_the_same_days_in_every_zone(day: date, days: int, zone: str) -> None:
    content = CalendarEvent("1", WholeDay(day), WholeDay(day + days * DAY))

    item = PlanItems(zone, {}).of_event(an_event(content), occurrence_of(content, ""))

    assert (item.first, item.last, item.whole_day) == (day, day + (days - 1) * DAY, True)
    clock = ZoneInfo(zone)
    assert item.start.astimezone(clock).replace(tzinfo=None) == wall(day.year, day.month, day.day)
    assert (item.end - timedelta(microseconds=1)).astimezone(clock).date() == item.last
    assert not touches(item, day - DAY, day)
    assert touches(item, item.last, item.last + DAY)
    assert not touches(item, item.last + DAY, item.last + 9 * DAY)


def test_an_event_keeps_its_words_and_may_be_moved_and_stretched() -> None:
    content = meeting(paris(2026, 10, 13, 9), title="Tournage", place="Bloc 3")
    event = an_event(content, kind=EventKind.SHOOTING, theme=2, campaign=5, done_at=DUE)

    (item,) = items_between(event, date(2026, 10, 1), date(2026, 11, 1), ZONES[0])

    assert item == CalendarItem(
        ItemKey(ItemKind.EVENT, 7),
        "Tournage",
        DUE,
        DUE + HOUR,
        date(2026, 10, 13),
        date(2026, 10, 13),
        ZONES[0],
        ends_movable=True,
        event=EventKind.SHOOTING,
        theme=2,
        campaign=5,
        done=True,
        place="Bloc 3",
    )


def test_an_occurrence_keeps_its_name_wherever_it_was_moved() -> None:
    series = meeting(paris(2026, 10, 5, 9), "FREQ=WEEKLY")
    second, third = part_of(paris(2026, 10, 12, 9)), part_of(paris(2026, 10, 19, 9))
    moved = retimed_one(series, second, paris(2026, 10, 14, 11), paris(2026, 10, 14, 12))
    event = an_event(ticked(without(moved, third), part_of(paris(2026, 10, 26, 9)), done=True))

    found = items_between(event, date(2026, 10, 1), date(2026, 11, 1), ZONES[0])

    assert [item.key.part for item in found] == [
        "2026-10-05T07:00:00Z",
        second,
        "2026-10-26T08:00:00Z",
    ]
    assert [item.first.day for item in found] == [5, 14, 26]
    assert [item.done for item in found] == [False, False, True]
    assert all(item.recurs for item in found)


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=NEVER"])
def test_of_a_broken_series_the_first_occurrence_is_shown(rule: str) -> None:
    event = an_event(meeting(paris(2026, 10, 5, 9), rule))

    shown = items_between(event, date(2026, 10, 1), date(2026, 11, 1), ZONES[0])

    assert [item.first for item in shown] == [date(2026, 10, 5)]
    assert items_between(event, date(2026, 11, 1), date(2026, 12, 1), ZONES[0]) == []


def test_what_was_called_off_does_not_take_place() -> None:
    once = meeting(paris(2026, 10, 5, 9), status=EventStatus.CANCELLED)
    series = meeting(paris(2026, 10, 5, 9), "FREQ=DAILY;COUNT=3")
    off = replace(once, replaces=paris(2026, 10, 6, 9))

    span = date(2026, 10, 1), date(2026, 11, 1)

    assert items_between(an_event(once), *span, ZONES[0]) == []
    left = items_between(an_event(replace(series, exceptions=(off,))), *span, ZONES[0])
    assert [item.first.day for item in left] == [5, 7]


def test_an_occurrence_that_a_zone_tears_apart_still_ends_after_its_start() -> None:
    content = CalendarEvent("1", placed(wall(2026, 10, 25, 2, 30), ZONES[0]), paris(2026, 10, 25, 2, 45))
    turned = Occurrence(content, content.end, content.start, content.end)

    item = PlanItems(ZONES[0], {}).of_event(an_event(content), turned)

    assert item.end == item.start == instant_of(content.end, ZONES[0])
