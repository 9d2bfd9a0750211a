"""When events and series happen."""

import time
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar_events import CalendarEvent, FloatingTime, WholeDay, placed
from cmstation.domain.ics_errors import TooManyOccurrences
from cmstation.domain.planned_time import at_wall_time
from tests.domain.calendar_samples import NIGHTS, instant_start, meeting, paris, replace, wall, wall_start

YEAR = (date(2026, 1, 1), date(2027, 1, 1))


def walls(event: CalendarEvent, start: date, end: date) -> list[datetime]:
    """Return what the clock shows at each start."""
    return [wall_start(one) for one in event.occurrences(start, end)]


def test_an_event_is_shown_on_each_day_that_it_touches() -> None:
    night = meeting(paris(2026, 10, 5, 22), hours=8)

    shown = [day for day in range(4, 8) if night.occurrences(date(2026, 10, day), date(2026, 10, day + 1))]

    assert shown == [5, 6]


def test_an_event_that_ends_at_midnight_is_not_shown_on_the_next_day() -> None:
    evening = meeting(paris(2026, 10, 5, 22), hours=2)

    assert evening.occurrences(date(2026, 10, 6), date(2026, 10, 7)) == []


def test_an_event_without_length_is_shown_on_its_day() -> None:
    midnight = meeting(paris(2026, 10, 5), hours=0)

    assert len(midnight.occurrences(date(2026, 10, 5), date(2026, 10, 6))) == 1
    assert midnight.occurrences(date(2026, 10, 4), date(2026, 10, 5)) == []


def test_days_belong_to_the_zone_that_looks() -> None:
    late = meeting(placed(wall(2026, 10, 5, 20), "America/Toronto"))

    assert late.occurrences(date(2026, 10, 6), date(2026, 10, 7))
    assert late.occurrences(date(2026, 10, 5), date(2026, 10, 6), zone="America/Toronto")
    assert not late.occurrences(date(2026, 10, 6), date(2026, 10, 7), zone="America/Toronto")


@pytest.mark.parametrize("zone", NIGHTS)
def test_a_daily_series_keeps_its_hour_through_both_nights(zone: str) -> None:
    series = meeting(placed(wall(2026, 1, 1, 9), zone), "FREQ=DAILY")

    found = series.occurrences(*YEAR, zone=zone)

    assert len(found) == 365
    assert {wall_start(one).hour for one in found} == {9}
    assert len({instant_start(one).hour for one in found}) == 2


@pytest.mark.parametrize("zone", NIGHTS)
def test_a_series_in_the_critical_hour_falls_once_each_night(zone: str) -> None:
    skipped, doubled = NIGHTS[zone]
    asked = doubled.replace(year=2026, month=1, day=1)
    series = meeting(placed(asked, zone), "FREQ=DAILY", hours=0.5)

    found = series.occurrences(*YEAR, zone=zone)

    assert len({wall_start(one).date() for one in found}) == len(found) == 365
    moved = [one for one in found if wall_start(one).time() != asked.time()]
    expected = [skipped + timedelta(hours=1)] if asked.time() == skipped.time() else []
    assert [wall_start(one) for one in moved] == expected
    (night,) = [one for one in found if wall_start(one) == doubled]
    assert night.start == at_wall_time(doubled, zone)
    assert all(
        instant_start(one) < one.end.instant
        for one in found
        if not isinstance(one.end, WholeDay | FloatingTime)
    )


def test_a_night_duty_ends_at_the_same_hour_after_the_clocks_changed() -> None:
    duty = meeting(paris(2026, 10, 23, 22), "FREQ=DAILY;COUNT=3", hours=8)

    ends = [one.end for one in duty.occurrences(*YEAR)]

    assert ends == [paris(2026, 10, 24, 6), paris(2026, 10, 25, 6), paris(2026, 10, 26, 6)]


def test_a_series_that_starts_on_the_night_of_the_gap_goes_on_at_its_hour() -> None:
    start = replace(placed(wall(2026, 3, 29, 2, 30), "Europe/Paris"), wall=wall(2026, 3, 29, 2, 30))
    series = CalendarEvent("1", start, start, rules=("FREQ=DAILY;COUNT=3",))

    assert walls(series, *YEAR) == [
        wall(2026, 3, 29, 3, 30),
        wall(2026, 3, 30, 2, 30),
        wall(2026, 3, 31, 2, 30),
    ]


def test_whole_days_and_floating_times_recur_by_the_wall() -> None:
    days = meeting(WholeDay(date(2026, 3, 28)), "FREQ=DAILY;UNTIL=20260330")
    floating = meeting(FloatingTime(wall(2026, 3, 28, 2, 30)), "FREQ=DAILY;COUNT=3")

    assert [one.start for one in days.occurrences(*YEAR)] == [
        WholeDay(date(2026, 3, day)) for day in (28, 29, 30)
    ]
    assert walls(floating, *YEAR) == [wall(2026, 3, day, 2, 30) for day in (28, 29, 30)]


def test_the_last_instant_of_a_rule_is_included() -> None:
    by_instant = meeting(paris(2026, 10, 5, 9), "FREQ=WEEKLY;UNTIL=20261026T080000Z")
    by_day = meeting(paris(2026, 10, 5, 9), "FREQ=WEEKLY;UNTIL=20261026")
    too_early = meeting(paris(2026, 10, 5, 9), "FREQ=WEEKLY;UNTIL=20261026T075959Z")

    assert [len(walls(one, *YEAR)) for one in (by_instant, by_day, too_early)] == [4, 4, 3]


@pytest.mark.parametrize("until", ["99991231T235959Z", "99991231", "99991231T235959"])
def test_a_rule_until_the_end_of_time_never_ends(until: str) -> None:
    series = meeting(paris(2026, 10, 5, 9), f"FREQ=WEEKLY;UNTIL={until}")

    assert len(walls(series, date(2040, 1, 2), date(2040, 1, 9))) == 1


def test_an_event_of_thousands_of_years_is_shown() -> None:
    long = CalendarEvent("1", WholeDay(date(3, 1, 1)), WholeDay(date(9990, 1, 1)))

    assert len(long.occurrences(date(2026, 10, 5), date(2026, 10, 6))) == 1


def test_removed_added_and_replaced_dates_count() -> None:
    moved = meeting(paris(2026, 10, 13, 14), replaces=paris(2026, 10, 12, 9), title="Ailleurs")
    series = meeting(
        paris(2026, 10, 5, 9),
        "FREQ=WEEKLY;COUNT=4",
        also=(paris(2026, 10, 8, 17),),
        removed=(WholeDay(date(2026, 10, 19)),),
        exceptions=(moved,),
    )

    found = series.occurrences(*YEAR)

    assert [wall_start(one) for one in found] == [
        wall(2026, 10, 5, 9),
        wall(2026, 10, 8, 17),
        wall(2026, 10, 13, 14),
        wall(2026, 10, 26, 9),
    ]
    assert found[2].event.title == "Ailleurs"


def test_an_exception_moved_out_of_the_window_is_not_shown_in_it() -> None:
    moved = meeting(paris(2026, 11, 20, 9), replaces=paris(2026, 10, 12, 9))
    series = meeting(paris(2026, 10, 5, 9), "FREQ=WEEKLY", exceptions=(moved,))

    assert walls(series, date(2026, 10, 10), date(2026, 10, 18)) == []
    assert wall(2026, 11, 20, 9) in walls(series, date(2026, 11, 20), date(2026, 11, 21))


def test_this_and_all_following_move_the_rest() -> None:
    later = meeting(paris(2026, 10, 20, 14), replaces=paris(2026, 10, 19, 9), following=True)
    series = meeting(paris(2026, 10, 5, 9), "FREQ=WEEKLY;COUNT=4", exceptions=(later,))

    found = walls(series, *YEAR)

    assert found == [
        wall(2026, 10, 5, 9),
        wall(2026, 10, 12, 9),
        wall(2026, 10, 20, 14),
        wall(2026, 10, 27, 14),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY;BYHOUR=3;BYMONTHDAY=31;BYMONTH=4",
    ],
)
def test_a_rule_that_explodes_is_refused_in_a_moment(rule: str) -> None:
    series = meeting(paris(2020, 1, 1, 9), rule)
    started = time.perf_counter()

    with pytest.raises(TooManyOccurrences):
        series.occurrences(*YEAR)

    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
        "FREQ=DAILY;UNTIL=1990",
    ],
)
def test_a_rule_that_never_falls_gives_its_first_day_alone(rule: str) -> None:
    rule = rule.replace("1990", "19900101")
    series = meeting(paris(2026, 1, 5, 9), rule)

    assert walls(series, *YEAR) == [wall(2026, 1, 5, 9)]
    assert walls(series, date(2027, 1, 1), date(2030, 1, 1)) == []


# --- against dateutil, walked from the first day on -------------------------------------------------------

_days = st.lists(
    st.builds("{}{}".format, st.sampled_from(("", 1, 2, -1)), st.sampled_from(("MO", "TU", "FR", "SU"))),
    min_size=1,
    max_size=3,
    unique=True,
).map(",".join)
_plain_days = st.lists(st.sampled_from(("MO", "WE", "SA")), min_size=1, unique=True).map(",".join)
_choices = st.one_of(
    st.just("FREQ=DAILY"),
    st.builds("FREQ=DAILY;BYMONTH={}".format, st.integers(1, 12)),
    st.just("FREQ=WEEKLY"),
    st.builds("FREQ=WEEKLY;BYDAY={};WKST={}".format, _plain_days, st.sampled_from(("MO", "SU"))),
    st.just("FREQ=MONTHLY"),
    st.builds("FREQ=MONTHLY;BYDAY={}".format, _days),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, st.sampled_from(("31", "-1", "1,15", "30"))),
    st.builds("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={}".format, st.sampled_from((1, -1, 3))),
    st.just("FREQ=YEARLY"),
    st.builds("FREQ=YEARLY;BYMONTH={};BYDAY={}".format, st.integers(1, 12), _days),
    st.builds("FREQ=YEARLY;BYDAY={}".format, st.sampled_from(("20MO", "-1FR", "53SU"))),
    st.builds("FREQ=YEARLY;BYWEEKNO={};BYDAY=MO".format, st.sampled_from((1, 20, 53))),
    st.builds("FREQ=YEARLY;BYYEARDAY={}".format, st.sampled_from((1, 100, -1, 366))),
    st.just("FREQ=HOURLY;BYHOUR=9,10"),
)
_limits = st.one_of(
    st.just(""), st.builds(";COUNT={}".format, st.integers(1, 60)), st.just(";UNTIL=20250101T120000")
)


@settings(max_examples=120, deadline=None)
@given(
    _choices,
    _limits,
    st.integers(1, 5),
    st.datetimes(wall(2015, 1, 1), wall(2024, 1, 1)),
    st.dates(date(2015, 1, 1), date(2032, 1, 1)),
    st.integers(1, 60),
)
def test_a_window_shows_what_a_walk_from_the_first_day_finds(
    rule: str, limit: str, interval: int, first: datetime, start: date, days: int
) -> None:
    first = first.replace(second=0, microsecond=0, fold=0)
    end = start + timedelta(days=days)
    text = f"{rule};INTERVAL={interval}{limit}"
    event = CalendarEvent("1", FloatingTime(first), FloatingTime(first), rules=(text,))

    try:
        walked = {*rrulestr(text, dtstart=first).between(wall(2015, 1, 1), wall(2033, 1, 1)), first}
    except ValueError:  # no hour of the rhythm is one of the chosen ones
        walked = {first}

    low, high = (wall(one.year, one.month, one.day) for one in (start, end))
    assert walls(event, start, end) == sorted(one for one in walked if low <= one < high)
