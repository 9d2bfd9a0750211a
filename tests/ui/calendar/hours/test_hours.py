"""The hours of a week: where instants lie, what stands side by side, what stands above."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar import CalendarItem, DayOff, DayOffKind
from cmstation.domain.health_days import HealthDay
from cmstation.domain.planned_time import HourDoesNotExist, at_wall_time
from cmstation.ui.calendar.hours.hours import CHIP, Arranged, Beside, FreeSlot, Piece, hours_of
from cmstation.ui.calendar.hours.hours_axis import Axis, ClockChange, clock_change, instant_at_y, y_of
from cmstation.ui.calendar.hours.hours_strip import bars_of, notes_of
from cmstation.ui.dates import day_bounds
from tests.ui.calendar.hour_plans import AUTUMN, MONDAY, SPRING, ZONE, event, plan, post, whole_days

TORONTO_SPRING, TORONTO_AUTUMN = date(2027, 3, 14), date(2026, 11, 1)
CHANGES = [
    ("Europe/Paris", SPRING),
    ("Europe/Paris", AUTUMN),
    ("Europe/Brussels", SPRING),
    ("Europe/Brussels", AUTUMN),
    ("America/Toronto", TORONTO_SPRING),
    ("America/Toronto", TORONTO_AUTUMN),
]
WEEK = tuple(MONDAY + timedelta(days=place) for place in range(7))


def week_of(day: date) -> tuple[date, ...]:
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=place) for place in range(7))


# --- instants and places ---


@pytest.mark.parametrize(("zone", "day"), CHANGES)
@settings(max_examples=20, deadline=None)
@given(hour_height=st.integers(20, 200))
def test_every_minute_of_a_day_on_which_clocks_change_is_found_again_where_it_lies(
    zone: str, day: date, hour_height: int
) -> None:
    axis = Axis.of(week_of(day), zone)
    start, end = day_bounds(day, zone)
    minutes = [start + timedelta(minutes=place) for place in range((end - start) // timedelta(minutes=1))]

    places = [y_of(axis, instant, hour_height) for instant in minutes]

    assert [instant_at_y(axis, day, y, hour_height) for y in places] == minutes
    assert places == sorted(set(places))


@pytest.mark.parametrize(("zone", "day"), CHANGES)
@settings(max_examples=50, deadline=None)
@given(column=st.integers(0, 6), minute=st.integers(0, 1439), single=st.booleans())
def test_every_place_of_such_a_week_is_where_its_instant_lies(
    zone: str, day: date, column: int, minute: int, single: bool
) -> None:
    days = (day,) if single else week_of(day)
    shown = days[min(column, len(days) - 1)]
    axis = Axis.of(days, zone)

    if any(gap.top <= minute < gap.bottom for gap in axis.gaps(shown)):
        return
    instant = instant_at_y(axis, shown, minute * 40 / 60, 40)

    assert y_of(axis, instant, 40) == pytest.approx(minute * 40 / 60)


def test_the_hour_that_comes_twice_has_two_rows() -> None:
    axis = Axis.of(week_of(AUTUMN), ZONE)
    first = at_wall_time(datetime.combine(AUTUMN, time(2, 30)), ZONE).instant
    second = at_wall_time(datetime.combine(AUTUMN, time(2, 30)), ZONE, second_pass=True).instant

    assert axis.length == 25 * 60
    assert (axis.minute_of(first), axis.minute_of(second)) == (150, 210)
    assert axis.wall_at(AUTUMN, 150).fold == 0
    assert axis.wall_at(AUTUMN, 210).fold == 1
    assert [mark.wall.hour for mark in axis.marks()][:5] == [0, 1, 2, 2, 3]


def test_other_days_of_that_week_have_the_hour_once() -> None:
    axis = Axis.of(week_of(AUTUMN), ZONE)
    saturday = AUTUMN - timedelta(days=1)

    (gap,) = axis.gaps(saturday)

    assert (gap.top, gap.bottom, gap.skipped) == (180, 240, False)
    assert axis.wall_at(saturday, 210) == time(2, 30)
    assert axis.wall_at(saturday, 210).fold == 0
    assert 180 not in axis.cells(saturday)
    assert 180 in axis.cells(AUTUMN)


def test_the_hour_that_is_skipped_is_a_gap_without_instants() -> None:
    axis = Axis.of(week_of(SPRING), ZONE)

    (gap,) = axis.gaps(SPRING)

    assert (gap.top, gap.bottom, gap.skipped) == (120, 180, True)
    assert axis.wall_at(SPRING, 150) == time(2, 30)
    with pytest.raises(HourDoesNotExist):
        axis.instant_at(SPRING, 150)


def test_half_hours_and_midnights_change_as_well() -> None:
    lord_howe = clock_change(date(2026, 4, 5), "Australia/Lord_Howe")
    cairo = clock_change(date(2026, 4, 24), "Africa/Cairo")
    havana = clock_change(date(2026, 11, 1), "America/Havana")

    assert lord_howe == ClockChange(90, 120, twice=True)
    assert cairo == ClockChange(0, 60, twice=False)
    assert havana == ClockChange(0, 60, twice=True)
    assert clock_change(date(2026, 7, 1), ZONE) is None


def test_the_lower_end_of_a_day_is_the_next_midnight() -> None:
    axis = Axis.of(WEEK, ZONE)

    assert axis.wall_end(MONDAY, 24 * 60) == datetime(2026, 10, 13)  # noqa: DTZ001 (a wall time)
    assert axis.wall_end(MONDAY, 90) == datetime(2026, 10, 12, 1, 30)  # noqa: DTZ001


# --- side by side ---


def arranged(*items: CalendarItem, most: int = 3, slots: tuple[FreeSlot, ...] = ()) -> Arranged:
    return hours_of(items, Axis.of(WEEK, ZONE), 520, [Beside(most, most)] * 7, slots)


@st.composite
def any_items(draw: st.DrawFn) -> tuple[CalendarItem, ...]:
    items: list[CalendarItem] = []
    for number in range(draw(st.integers(0, 30))):
        day = MONDAY + timedelta(days=draw(st.integers(-2, 8)))
        hour = f"{draw(st.integers(0, 23)):02}:{draw(st.sampled_from((0, 15, 45))):02}"
        match draw(st.sampled_from(("post", "post", "event", "night", "whole"))):
            case "post":
                items.append(post(number, day, hour))
            case "event":
                items.append(event(number, day, hour, "23:59"))
            case "night":
                after = day + timedelta(days=1)
                items.append(event(number, day, hour, min(hour, "06:00"), last=after))
            case _:
                items.append(whole_days(number, day, day + timedelta(days=draw(st.integers(0, 9)))))
    return plan(*items).items


@settings(max_examples=150, deadline=None)
@given(items=any_items(), most=st.integers(1, 4))
def test_nothing_lies_over_anything_else_and_nothing_is_lost(
    items: tuple[CalendarItem, ...], most: int
) -> None:
    touching = tuple(item for item in items if item.first <= WEEK[-1] and item.last >= WEEK[0])

    found, bars = arranged(*touching, most=most), bars_of(touching, WEEK, most)

    taken = [
        (piece.column, piece.lane / piece.lanes, (piece.lane + piece.wide) / piece.lanes, piece)
        for piece in found.pieces
    ]
    for place, (column, left, right, piece) in enumerate(taken):
        assert piece.lanes <= most
        for other_column, other_left, other_right, other in taken[place + 1 :]:
            beside = right <= other_left + 1e-9 or other_right <= left + 1e-9
            apart = piece.bottom <= other.top or other.bottom <= piece.top
            assert column != other_column or beside or apart
    shown = [(piece.column, piece.what) for piece in found.pieces]
    shown += [(crowd.column, item) for crowd in found.crowds for item in crowd.items]
    shown += [(column, bar.item) for bar in bars.shown for column in range(bar.first, bar.last + 1)]
    shown += [(column, item) for column, counted in bars.others for item in counted]
    wanted = [
        (column, item)
        for item in touching
        for column, day in enumerate(WEEK)
        if item.first <= day <= item.last
    ]
    assert len(shown) == len(wanted)
    assert all(pair in shown for pair in wanted)


def test_a_post_is_a_moment_of_one_height_and_an_event_has_its_length() -> None:
    found = arranged(post(1, MONDAY, "09:00"), event(2, MONDAY, "14:00", "16:30"))

    moment, meeting = found.pieces
    assert (moment.top, moment.bottom) == (9 * found.hour, 9 * found.hour + CHIP)
    assert (meeting.top, meeting.bottom) == (14 * found.hour, 16.5 * found.hour)


def test_posts_of_one_hour_share_the_width_and_the_fourth_is_counted() -> None:
    found = arranged(*(post(number, MONDAY, "09:00") for number in range(5)))

    assert [(piece.lane, piece.lanes, piece.crowded) for piece in found.pieces] == [
        (0, 3, True),
        (1, 3, True),
        (2, 3, True),
    ]
    (crowd,) = found.crowds
    assert [item.key.identity for item in crowd.items] == [3, 4]


def test_what_has_room_at_its_right_takes_it() -> None:
    found = arranged(
        event(1, MONDAY, "09:00", "12:00"),
        post(2, MONDAY, "09:00"),
        post(3, MONDAY, "09:15"),
        post(4, MONDAY, "11:00"),
    )

    wide = {item.key.identity: piece.wide for item, piece in items_of(found)}
    assert wide == {1: 1, 2: 1, 3: 1, 4: 2}


def items_of(found: Arranged) -> list[tuple[CalendarItem, Piece]]:
    return [(piece.what, piece) for piece in found.pieces if isinstance(piece.what, CalendarItem)]


def test_an_event_over_midnight_stands_in_both_days() -> None:
    found = arranged(event(1, MONDAY, "22:00", "02:00", last=WEEK[1]))

    before, after = found.pieces
    assert (before.column, before.begins, before.ends, before.bottom) == (0, True, False, 24 * found.hour)
    assert (after.column, after.begins, after.ends, after.top) == (1, False, True, 0)
    assert after.bottom == 2 * found.hour


def test_an_event_until_midnight_does_not_reach_into_the_next_day() -> None:
    midnight = datetime(2026, 10, 12, 22, tzinfo=UTC)
    until = CalendarItem(
        event(1, MONDAY, "22:00", "23:00").key,
        "Nuit",
        midnight - timedelta(hours=2),
        midnight,
        MONDAY,
        MONDAY,
        ZONE,
    )

    (piece,) = arranged(until).pieces

    assert (piece.ends, piece.bottom) == (True, 24 * 40)


def test_hours_stay_in_their_usual_size_unless_items_lie_outside() -> None:
    axis = Axis.of(WEEK, ZONE)
    usual = hours_of([post(1, MONDAY, "09:00")], axis, 13 * 60, [Beside(3, 3)] * 7)
    early = hours_of([post(1, MONDAY, "04:10")], axis, 13 * 60, [Beside(3, 3)] * 7)

    assert usual.hour == 60
    assert early.hour == 13 * 60 // 16


def test_free_slots_of_a_minute_are_one_and_never_take_the_place_of_an_item() -> None:
    at = at_wall_time(datetime.combine(MONDAY, time(9)), ZONE)
    slots = (FreeSlot(at, "Facebook"), FreeSlot(at, "@tilleuls"))

    free = arranged(slots=slots)
    beside = arranged(post(1, MONDAY, "09:00"), slots=slots)
    full = arranged(*(post(number, MONDAY, "09:00") for number in range(3)), slots=slots)

    assert [piece.what for piece in free.pieces] == [FreeSlot(at, "Facebook, @tilleuls")]
    assert [(piece.lane, piece.lanes) for piece in beside.pieces] == [(0, 2), (1, 2)]
    assert len(items_of(full)) == len(full.pieces) == 3


# --- above the hours ---


def test_items_of_whole_days_span_their_columns_and_say_that_they_go_on() -> None:
    days = whole_days(1, WEEK[4], WEEK[6] + timedelta(days=2)), whole_days(2, WEEK[5])

    found = bars_of(days, WEEK, 3)

    long, short = found.shown
    assert (long.first, long.last, long.row, long.begins, long.ends) == (4, 6, 0, True, False)
    assert (short.first, short.last, short.row) == (5, 5, 1)
    assert found.rows == 2


def test_what_lasts_a_day_with_hours_stands_above_too() -> None:
    item = event(1, WEEK[0], "09:00", "17:00", last=WEEK[2])

    assert [bar.item for bar in bars_of([item], WEEK, 3).shown] == [item]
    assert arranged(item).pieces == ()


def test_bars_without_a_row_are_counted_day_by_day() -> None:
    items = [whole_days(number, WEEK[0], WEEK[number % 2]) for number in range(5)]

    found = bars_of(items, WEEK, 3)

    assert [bar.row for bar in found.shown] == [0, 1]
    assert {column: len(counted) for column, counted in found.others} == {0: 3}
    assert found.rows == 3


def test_a_public_holiday_stands_before_health_days_and_a_month_below_them() -> None:
    month = HealthDay("rose", "Octobre rose", date(2026, 10, 1), date(2026, 10, 31), False, 2026)
    single = HealthDay("vue", "Journée de la vue", MONDAY, MONDAY, False, 2026)
    holiday = DayOff(DayOffKind.PUBLIC, "Fête", MONDAY, MONDAY)
    known = plan(health_days=(month, single), days_off=(holiday,))

    found = notes_of(known, WEEK, {}, 3)

    assert [(note.remark, note.first, note.last, note.row) for note in found.shown] == [
        (holiday, 0, 0, 0),
        (single, 0, 0, 1),
        (month, 0, 6, 2),
    ]


def test_many_health_days_of_one_day_are_counted_there_alone() -> None:
    many = tuple(HealthDay(f"d{n}", f"Journée {n}", MONDAY, MONDAY, False, 2026) for n in range(4))
    months = tuple(
        HealthDay(f"m{n}", f"Mois {n}", date(2026, 10, 1), date(2026, 10, 31), False, 2026) for n in range(2)
    )

    found = notes_of(plan(health_days=(*many, *months)), WEEK, {}, 3)

    assert found.rows == 3
    assert [column for column, _ in found.others] == [0]
    assert sum(len(counted) for _, counted in found.others) + len(found.shown) == 6
