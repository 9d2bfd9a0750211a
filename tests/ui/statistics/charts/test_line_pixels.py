"""Curves as they are seen: gaps, colours, dashes, events, light and dark."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from cmstation.domain.chart_scales import DayUnit
from cmstation.ui.icons import Icons
from cmstation.ui.statistics.charts.figures import Goal, Marker
from cmstation.ui.statistics.charts.line_chart import LineChart
from cmstation.ui.theme.theme import ThemeChoice
from tests.ui.statistics.charts.chart_hands import FIRST, close_to, picture, press, series


def column(chart: LineChart, first: int, last: int) -> QRectF:
    """Give the part of the area between two days, a little inside."""
    frame = chart.frame()
    left, right = (frame.x(FIRST.toordinal() + day) for day in (first, last))
    return QRectF(left + 6, frame.area.top(), right - left - 12, frame.area.height())


def test_a_gap_is_a_gap(line_chart: LineChart) -> None:
    values = [*[50.0] * 20, *[None] * 20, *[50.0] * 20]
    line_chart.set_series([series("Facebook", values)])
    colour = line_chart.inks.line(0).colour

    image = picture(line_chart)

    assert close_to(image, column(line_chart, 19, 40), colour) == 0
    assert close_to(image, column(line_chart, 0, 19), colour) > 50
    assert close_to(image, column(line_chart, 40, 59), colour) > 50


def test_a_point_between_two_gaps_is_seen(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [50, 50, *[None] * 20, 50, *[None] * 20, 50, 50])])

    found = close_to(picture(line_chart), column(line_chart, 18, 26), line_chart.inks.line(0).colour)

    assert found > 15


def test_two_lines_differ_in_grey_too(line_chart: LineChart) -> None:
    line_chart.set_series([series("A", [10] * 60), series("B", [30] * 60)])
    grey = line_chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    frame = line_chart.frame()

    rows = [
        [
            QColor(grey.pixel(x, round(frame.y(value)))).red()
            for x in range(round(frame.area.left()) + 40, 400)
        ]
        for value in (10, 30)
    ]

    assert abs(min(rows[0]) - min(rows[1])) > 25
    # The second one is dashed: the ground shows through; of the first one only around its marks.
    light = [sum(grey > 200 for grey in row) / len(row) for row in rows]
    assert light[0] < 0.1
    assert light[1] > 0.2


def test_events_campaigns_and_the_goal_are_drawn(line_chart: LineChart) -> None:
    one = series("Facebook", [50] * 60)
    line_chart.set_series([one])
    plain = picture(line_chart)

    pictures = [plain]
    for markers, goal in (
        ([Marker(date(2026, 1, 20), "Open day")], None),
        ([Marker(date(2026, 1, 20), "Campaign", date(2026, 2, 10))], None),
        ([], Goal(55, "Goal: 55")),
    ):
        line_chart.set_series([one], markers, goal)
        pictures.append(picture(line_chart))

    assert len({bytes(each.constBits()) for each in pictures}) == 4


def test_the_goal_is_always_in_sight(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [16_800, 16_821])], (), Goal(17_000, "Goal"))

    assert line_chart.frame().values[-1] >= 17_000


def test_the_dark_theme_draws_other_colours(line_chart: LineChart, icons: Icons, page: QWidget) -> None:
    line_chart.set_series([series("Facebook", [10, 20, 30])])
    light = line_chart.inks.line(0).colour

    icons.theme.choose(ThemeChoice.DARK)
    dark = line_chart.inks.line(0).colour

    assert dark != light
    assert close_to(picture(line_chart), QRectF(line_chart.frame().area), dark) > 50


def test_the_cursor_does_not_draw_the_lines_anew(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [10, 20, 30])])
    written: list[date] = []

    def tick(day: date, _unit: DayUnit) -> str:
        written.append(day)
        return "x"

    line_chart.formats = replace(line_chart.formats, tick=tick)
    line_chart.redraw()
    picture(line_chart)
    once = len(written)

    press(line_chart, Qt.Key.Key_End, Qt.Key.Key_Left)
    picture(line_chart)

    assert len(written) == once > 0
