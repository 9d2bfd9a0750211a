"""Curves: cursor, read-out, closer look, table, and figures that are hard to draw."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QWidget

from cmstation.ui.statistics.charts.figures import Change, Goal, Marker, Series
from cmstation.ui.statistics.charts.geometry import name_places
from cmstation.ui.statistics.charts.line_chart import LineChart
from tests.ui.statistics.charts.chart_hands import (
    CTRL,
    FIRST,
    days,
    mouse,
    picture,
    press,
    series,
    turn_wheel,
)

K = Qt.Key


def year(name: str, start: int) -> Series:
    return series(name, [start + place for place in range(365)])


# --- the cursor ---


def test_the_first_key_shows_the_last_point_of_the_first_line(line_chart: LineChart) -> None:
    line_chart.set_series([series("Empty", [None, None]), series("Facebook", [10, 12, 11])])

    taken = press(line_chart, K.Key_Left)

    assert taken
    assert line_chart.cursor_point == ("Facebook", date(2026, 1, 3), 11)


def test_left_and_right_walk_from_figure_to_figure_and_over_gaps(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [10, None, None, 13, 14])])

    press(line_chart, K.Key_End, K.Key_Left, K.Key_Left)
    far = line_chart.cursor_point
    press(line_chart, K.Key_Left)

    assert far == ("Facebook", date(2026, 1, 1), 10)
    assert line_chart.cursor_point == far
    press(line_chart, K.Key_Right)
    assert line_chart.cursor_point == ("Facebook", date(2026, 1, 4), 13)


def test_ctrl_and_the_arrows_walk_by_month(line_chart: LineChart) -> None:
    line_chart.set_series([year("Facebook", 0)])

    press(line_chart, K.Key_Home)
    press(line_chart, K.Key_Right, K.Key_Right, modifiers=CTRL)

    assert line_chart.cursor_point == ("Facebook", date(2026, 3, 1), 59)
    press(line_chart, K.Key_Left, modifiers=CTRL)
    assert line_chart.cursor_point == ("Facebook", date(2026, 2, 1), 31)


def test_a_month_leads_over_a_gap_that_is_longer(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [1, *[None] * 200, 2])])

    press(line_chart, K.Key_Home)
    press(line_chart, K.Key_Right, modifiers=CTRL)

    assert line_chart.cursor_point == ("Facebook", FIRST + timedelta(days=201), 2)


def test_up_and_down_go_to_the_line_above_and_below(line_chart: LineChart) -> None:
    line_chart.set_series([series("Low", [1, 1]), series("High", [9, 9]), series("Middle", [5, 5])])

    press(line_chart, K.Key_Home, K.Key_Up)
    above = line_chart.cursor_point
    press(line_chart, K.Key_Up, K.Key_Up)
    top = line_chart.cursor_point

    assert above is not None and top is not None
    assert (above[0], top[0]) == ("Middle", "High")


def test_the_read_out_says_day_value_changed_definition_and_event(line_chart: LineChart) -> None:
    changed = Change(date(2026, 1, 3), "Facebook counts otherwise")
    one = Series("f", "Facebook", days([16_820, 16_821, 16_822]), (changed,))
    line_chart.set_series([one], [Marker(date(2026, 1, 3), "Open day")])

    press(line_chart, K.Key_End)

    assert line_chart.value_words() == (
        "Facebook 16,822, Saturday 3 January 2026, Facebook counts otherwise, Open day"
    )


def test_the_read_out_is_drawn(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [10, 12, 11])])
    still = picture(line_chart)

    press(line_chart, K.Key_End)

    assert picture(line_chart) != still


def test_the_pointer_finds_the_nearest_point_and_leaves_it(line_chart: LineChart) -> None:
    line_chart.set_series([series("Low", [1] * 30), series("High", [9] * 30)])
    frame = line_chart.frame()
    place = QPointF(frame.x(date(2026, 1, 11).toordinal()) + 2, frame.y(9) + 12)

    mouse(line_chart, QEvent.Type.MouseMove, place)

    assert line_chart.cursor_point == ("High", date(2026, 1, 11), 9)
    line_chart.leaveEvent(QEvent(QEvent.Type.Leave))
    assert line_chart.cursor_point is None


# --- a closer look ---


def test_the_wheel_scrolls_the_page_unless_ctrl_or_the_keyboard_says_otherwise(
    line_chart: LineChart, page: QWidget
) -> None:
    line_chart.set_series([year("Facebook", 0)])
    middle = QPointF(300, 100)

    page_scrolls = not turn_wheel(line_chart, middle, 1)
    unchanged = line_chart.is_whole
    taken = turn_wheel(line_chart, middle, 1, CTRL)

    assert (page_scrolls, unchanged, taken) == (True, True, True)
    assert not line_chart.is_whole


def test_the_day_under_the_wheel_keeps_its_place(line_chart: LineChart) -> None:
    line_chart.set_series([year("Facebook", 0)])
    before = line_chart.frame().day_at(300)

    turn_wheel(line_chart, QPointF(300, 100), 3, CTRL)

    assert line_chart.frame().day_at(300) == pytest.approx(before, abs=1.5)


def test_dragging_over_days_shows_them_alone(line_chart: LineChart) -> None:
    line_chart.set_series([year("Facebook", 0)])
    frame = line_chart.frame()
    start, end = (frame.x(date(2026, month, 1).toordinal()) for month in (3, 6))

    mouse(line_chart, QEvent.Type.MouseButtonPress, QPointF(start, 80), left=True)
    mouse(line_chart, QEvent.Type.MouseMove, QPointF(end, 90), left=True)
    mouse(line_chart, QEvent.Type.MouseButtonRelease, QPointF(end, 90))

    assert line_chart.days_shown == (date(2026, 3, 1), date(2026, 6, 1))


@pytest.mark.parametrize("key", [K.Key_0, K.Key_Escape])
def test_a_key_shows_everything_again(line_chart: LineChart, key: Qt.Key) -> None:
    line_chart.set_series([year("Facebook", 0)])
    line_chart.show_days(date(2026, 3, 1), date(2026, 4, 1))

    taken = press(line_chart, key)

    assert taken
    assert line_chart.days_shown == (date(2026, 1, 1), date(2026, 12, 31))


def test_escape_is_left_to_the_window_when_there_is_nothing_to_take_back(line_chart: LineChart) -> None:
    line_chart.set_series([year("Facebook", 0)])

    taken = press(line_chart, K.Key_Escape)

    assert not taken


def test_nobody_looks_closer_than_a_week(line_chart: LineChart) -> None:
    line_chart.set_series([year("Facebook", 0)])

    press(line_chart, *[K.Key_Plus] * 60)
    first, last = line_chart.days_shown

    assert (last - first).days == 6
    press(line_chart, *[K.Key_Minus] * 60)
    assert line_chart.is_whole


def test_the_cursor_takes_the_seen_days_with_it(line_chart: LineChart) -> None:
    line_chart.set_series([year("Facebook", 0)])
    line_chart.show_days(date(2026, 6, 1), date(2026, 6, 30))

    press(line_chart, K.Key_Home)
    first, last = line_chart.days_shown

    assert first == date(2026, 1, 1)
    assert (last - first).days == 29


def test_the_upright_axis_fits_what_is_seen(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [10] * 100 + [9000] * 100)])

    line_chart.show_days(date(2026, 1, 1), date(2026, 2, 1))

    assert line_chart.frame().values[-1] < 100


# --- the table ---


def test_the_table_is_what_was_given(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [1200, None]), series("X", [None, 3.5, 7])])

    table = line_chart.table()

    assert table.header == ("Day", "Facebook", "X")
    assert table.rows == (
        ("Thursday 1 January 2026", "1,200", ""),
        ("Friday 2 January 2026", "", "3.5"),
        ("Saturday 3 January 2026", "", "7"),
    )


# --- hard figures ---


def test_nothing_at_all_is_said(line_chart: LineChart) -> None:
    line_chart.set_series([])
    empty = picture(line_chart)
    line_chart.empty_words = ""
    line_chart.redraw()

    assert picture(line_chart) != empty
    assert not press(line_chart, K.Key_Left)


def test_a_line_without_a_figure_is_named_all_the_same(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [1, 2])])
    alone = line_chart.frame().names

    line_chart.set_series([series("Facebook", [1, 2]), series("Mastodon, a longer name", [None])])

    assert line_chart.frame().names > alone
    picture(line_chart)


@pytest.mark.parametrize(
    "values",
    [
        [5],
        [0],
        [None, None],
        [None, 3, None],
        [1e15, 2e15],
        [-5, -400, 3],
        [7] * 40,
        [0.1, 0.2],
        [float("nan"), 1, float("inf"), 2],
    ],
)
def test_hard_figures_are_drawn_and_walked_over(line_chart: LineChart, values: list[float | None]) -> None:
    line_chart.set_series([series("Facebook", values)], (), Goal(17_000, "Goal"))

    press(line_chart, K.Key_Home, K.Key_Right, K.Key_Up, K.Key_Plus)

    assert not picture(line_chart).isNull()


HOSTILE = [
    "a" * 5000,
    "عيادة القديس روك للتوليد والجراحة",
    "👩🏽‍⚕️" * 60,
    "<b>bold</b>&amp;",
    "a\u202eb\u2066c",
    "two\nlines\tand a tab",
    "\udcff",
    "",
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_leave_the_lines_their_room(line_chart: LineChart, name: str) -> None:
    one = Series("f", name, days([1, 2, 3]), (Change(FIRST, name),))
    line_chart.set_series([one], [Marker(FIRST, name), Marker(FIRST, name, date(2026, 1, 2))], Goal(3, name))

    press(line_chart, K.Key_Home)

    assert line_chart.frame().area.width() > line_chart.width() * 0.5
    assert not picture(line_chart).isNull()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.one_of(st.none(), st.floats(-1e12, 1e12)), max_size=40), min_size=1, max_size=4))
def test_whatever_is_given_the_values_stand_inside_the_area(
    line_chart: LineChart, columns: list[list[float | None]]
) -> None:
    line_chart.set_series([series(str(place), column) for place, column in enumerate(columns)])

    frame = line_chart.frame()

    for column in columns:
        for value in column:
            if value is not None:
                assert frame.area.top() - 1 <= frame.y(value) <= frame.area.bottom() + 1


def test_a_storm_of_sizes_is_survived(line_chart: LineChart, page: QWidget) -> None:
    line_chart.set_series([year("Facebook", 0), year("X", 900)], [Marker(FIRST, "Open day")])

    for size in [(1, 1), (2000, 40), (241, 900), (3, 700), (760, 320)] * 6:
        line_chart.resize(*size)
        press(line_chart, K.Key_Left)
        picture(line_chart)

    assert line_chart.frame().area.width() > 100


def test_lines_that_crowd_the_end_keep_their_names_apart() -> None:
    found = name_places([100, 100, 101, 99], 16, 0, 400)

    apart = [right - left for left, right in zip(sorted(found), sorted(found)[1:], strict=False)]
    assert all(gap >= 15.99 for gap in apart)
    assert len(set(name_places([5] * 40, 16, 0, 100))) == 40


def test_a_formatter_that_fails_does_not_take_the_program_down(line_chart: LineChart) -> None:
    def fails(_value: float) -> str:
        raise ValueError

    line_chart.set_series([series("Facebook", [1, 2, 3])])
    line_chart.formats = replace(line_chart.formats, short=fails)
    line_chart.hide()
    line_chart.resize(500, 200)

    with pytest.raises(ValueError):
        line_chart.grab()

    assert not line_chart.paintingActive()
