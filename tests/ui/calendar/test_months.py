"""Months, weeks and the local day of every post."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.drafts import DraftRow, PostState
from cmstation.domain.labels import Theme
from cmstation.domain.networks import Network
from cmstation.ui.calendar.months import DayPost, Month, Share, by_day, posts_of, shares, span_around, tally
from cmstation.ui.calendar.new_post import planned_on
from cmstation.ui.calendar.words import clock_note

ZONES = ("Europe/Paris", "America/Toronto")
# The nights on which the clocks change, as days in the zone.
CLOCK_NIGHTS = {
    "Europe/Paris": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/Toronto": (date(2026, 3, 8), date(2026, 11, 1)),
}
zones = st.sampled_from(ZONES)
months = st.builds(Month, st.integers(1970, 2999), st.integers(1, 12))


def row(
    when: datetime | None, post: int = 1, *, state: PostState = PostState.DRAFT, theme: int | None = None
) -> DraftRow:
    return DraftRow(
        id=post,
        title="Octobre rose",
        first_words="",
        state=state,
        theme=theme,
        campaign=None,
        when=when,
        zone="Europe/Paris",
        networks=(Network.BLUESKY,),
        accounts=(1,),
        changed_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def day_of(when: datetime, zone: str) -> date:
    (day,) = by_day([row(when)], zone)
    return day


@given(zone=zones, second=st.integers(0, 8 * 365 * 24 * 3600))
def test_a_post_stands_on_the_day_that_the_clocks_of_the_clinic_show(zone: str, second: int) -> None:
    when = datetime(2023, 1, 1, tzinfo=UTC) + timedelta(seconds=second)

    day = day_of(when, zone)

    assert midnight(day, zone) <= when < midnight(day + timedelta(days=1), zone)


@given(zone=zones, night=st.integers(0, 1), seconds=st.integers(-3 * 3600, 30 * 3600))
def test_the_day_is_right_on_the_nights_when_the_clocks_change(zone: str, night: int, seconds: int) -> None:
    changing = CLOCK_NIGHTS[zone][night]
    begin = midnight(changing, zone)
    length = timedelta(hours=25 if night else 23)
    when = begin + timedelta(seconds=seconds)

    day = day_of(when, zone)

    if when < begin:
        assert day == changing - timedelta(days=1)
    elif when < begin + length:
        assert day == changing
    else:
        assert day == changing + timedelta(days=1)


@pytest.mark.parametrize(
    ("zone", "when", "day"),
    [
        ("Europe/Paris", "2026-10-13T21:59:59", date(2026, 10, 13)),
        ("Europe/Paris", "2026-10-13T22:00:00", date(2026, 10, 14)),
        ("Europe/Paris", "2026-12-31T22:59:59", date(2026, 12, 31)),
        ("Europe/Paris", "2026-12-31T23:00:00", date(2027, 1, 1)),
        ("America/Toronto", "2026-10-14T03:59:59", date(2026, 10, 13)),
        ("America/Toronto", "2026-10-14T04:00:00", date(2026, 10, 14)),
        ("America/Toronto", "2026-11-02T04:59:59", date(2026, 11, 1)),
        ("America/Toronto", "2026-11-02T05:00:00", date(2026, 11, 2)),
    ],
)
def test_a_post_near_midnight_stands_on_its_own_side(zone: str, when: str, day: date) -> None:
    assert day_of(datetime.fromisoformat(when).replace(tzinfo=UTC), zone) == day


def test_the_day_is_of_the_clinic_and_not_of_the_zone_a_post_was_planned_in() -> None:
    late_in_paris = datetime(2026, 10, 13, 22, 30, tzinfo=UTC)

    assert day_of(late_in_paris, "America/Toronto") == date(2026, 10, 13)


def test_a_day_lists_its_posts_by_the_hour_and_leaves_undated_ones_out() -> None:
    noon, morning = datetime(2026, 10, 13, 10, tzinfo=UTC), datetime(2026, 10, 13, 6, 30, tzinfo=UTC)

    days = by_day([row(noon, 1), row(None, 2), row(morning, 3)], "Europe/Paris")

    assert [(post.row.id, post.time) for post in days[date(2026, 10, 13)]] == [(3, "08:30"), (1, "12:00")]


@given(months)
def test_the_weeks_of_a_month_begin_on_mondays_and_hold_all_of_it(month: Month) -> None:
    weeks = month.weeks

    assert len(weeks) in {5, 6}
    assert all(monday.weekday() == 0 for monday in weeks)
    assert weeks[0] <= month.first
    assert month.shows(month.day(31))
    assert not month.shows(weeks[-1] + timedelta(days=7))


@given(months, st.integers(-500, 500))
def test_turning_there_and_back_comes_home_unless_the_years_end(month: Month, count: int) -> None:
    there = month.shifted(count)

    assert 1970 <= there.year <= 2999
    if Month(1970, 1) < there < Month(2999, 12):
        assert there.shifted(-count) == month


@given(months.filter(lambda month: 1971 <= month.year <= 2998), zones)
def test_what_is_read_holds_every_day_of_the_month_and_of_its_neighbours(month: Month, zone: str) -> None:
    start, end = span_around(month, zone)

    for shown in (month.shifted(-1), month, month.shifted(1)):
        first = datetime.combine(shown.weeks[0], datetime.min.time(), ZoneInfo(zone))
        last = datetime.combine(shown.weeks[-1] + timedelta(days=7), datetime.min.time(), ZoneInfo(zone))
        assert start <= first.astimezone(UTC)
        assert last.astimezone(UTC) <= end


@given(st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=1, max_size=200))
def test_the_shares_of_the_lines_make_a_hundred(themes: list[int | None]) -> None:
    lines = [Theme(number, f"Line {number}", "info") for number in (1, 2, 3)]
    posts = [DayPost(row(None, theme=theme), "") for theme in themes]

    found = shares(posts, lines)

    assert sum(share.percent for share in found) == 100
    for share in found:
        wanted = {share.line.id} if share.line else {None, 4}
        exact = 100 * sum(theme in wanted for theme in themes) / len(themes)
        assert abs(share.percent - exact) < 1


def test_in_a_month_without_posts_every_line_has_nothing() -> None:
    line = Theme(1, "Prévention", "info")

    assert shares([], [line]) == (Share(line, 0),)


def test_the_tally_counts_the_month_alone_and_what_became_of_its_posts() -> None:
    days = by_day(
        [
            row(datetime(2026, 10, 1, 8, tzinfo=UTC), 1, state=PostState.LIVE),
            row(datetime(2026, 10, 31, 8, tzinfo=UTC), 2, state=PostState.SCHEDULED),
            row(datetime(2026, 10, 31, 9, tzinfo=UTC), 3, state=PostState.UNCERTAIN),
            row(datetime(2026, 11, 1, 8, tzinfo=UTC), 4, state=PostState.LIVE),
        ],
        "Europe/Paris",
    )

    found = tally(posts_of(days, Month(2026, 10)))

    assert (found.posts, found.live, found.scheduled, found.to_check) == (3, 1, 1, 1)


def test_the_nights_on_which_the_clocks_change_are_noted() -> None:
    for zone, (spring, autumn) in CLOCK_NIGHTS.items():
        assert clock_note(spring, zone) == "Clocks go forward"
        assert clock_note(autumn, zone) == "Clocks go back"
        assert clock_note(autumn + timedelta(days=1), zone) == ""


def test_a_post_begun_on_a_day_to_come_is_planned_for_its_morning() -> None:
    now = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)

    planned = planned_on(date(2026, 10, 14), "Europe/Paris", now)

    assert planned is not None
    assert planned.instant == datetime(2026, 10, 14, 7, tzinfo=UTC)
    assert planned_on(date(2026, 10, 13), "Europe/Paris", now) is None
    assert planned_on(date(2026, 10, 12), "Europe/Paris", now) is None
