"""Months, their weeks, and what is counted in them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.drafts import PostState
from cmstation.domain.labels import Theme
from cmstation.ui.calendar.months import Month, Share, items_of, shares, tally
from cmstation.ui.calendar.words import clock_note, tally_words
from tests.ui.calendar.lane_plans import TODAY, event, post

# The nights on which the clocks change, as days in the zone.
CLOCK_NIGHTS = {
    "Europe/Paris": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/Toronto": (date(2026, 3, 8), date(2026, 11, 1)),
}
months = st.builds(Month, st.integers(1970, 2999), st.integers(1, 12))


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


@given(st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=1, max_size=200))
def test_the_shares_of_the_lines_make_a_hundred(themes: list[int | None]) -> None:
    lines = [Theme(number, f"Line {number}", "info") for number in (1, 2, 3)]
    posts = [post(number, TODAY, theme=theme) for number, theme in enumerate(themes)]

    found = shares(posts, lines)

    assert sum(share.percent for share in found) == 100
    for share in found:
        wanted = {share.line.id} if share.line else {None, 4}
        exact = 100 * sum(theme in wanted for theme in themes) / len(themes)
        assert abs(share.percent - exact) < 1


def test_in_a_month_without_posts_every_line_has_nothing() -> None:
    line = Theme(1, "Prévention", "info", wished=45)

    assert shares([], [line]) == (Share(line, 0, 45),)


def test_a_post_of_several_hours_is_shared_out_once_and_events_never() -> None:
    lines = [Theme(1, "Prévention", "info"), Theme(2, "Emploi", "warning", wished=10)]
    items = [post(1, TODAY, "08:00", theme=1), post(1, TODAY, "18:00", theme=1), post(2, TODAY, theme=2)]

    found = shares([*items, event(3, TODAY)], lines)

    assert [(share.percent, share.wished) for share in found] == [(50, None), (50, 10)]


def test_the_tally_counts_what_became_of_posts_and_how_many_events_there_are() -> None:
    items = [
        post(1, date(2026, 9, 30), state=PostState.LIVE),
        post(2, date(2026, 10, 1), state=PostState.LIVE),
        post(3, date(2026, 10, 31), state=PostState.SCHEDULED),
        post(4, date(2026, 10, 31), state=PostState.UNCERTAIN),
        event(5, date(2026, 9, 28), date(2026, 10, 2)),
    ]

    found = tally(items_of(items, Month(2026, 10)))

    assert (found.posts, found.live, found.scheduled, found.to_check, found.events) == (3, 1, 1, 1, 1)
    assert tally_words(found) == "3 post(s) · 1 published · 1 scheduled · 1 to check · 1 event(s)"


def test_the_nights_on_which_the_clocks_change_are_noted() -> None:
    for zone, (spring, autumn) in CLOCK_NIGHTS.items():
        assert clock_note(spring, zone) == "Clocks go forward"
        assert clock_note(autumn, zone) == "Clocks go back"
        assert clock_note(autumn + timedelta(days=1), zone) == ""
