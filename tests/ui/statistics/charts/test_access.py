"""Charts without eyes."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.icons import Icons
from cmstation.ui.statistics.charts.bar_chart import BarChart
from cmstation.ui.statistics.charts.canvas import Chart
from cmstation.ui.statistics.charts.figures import Bar, Formats
from cmstation.ui.statistics.charts.heat_map import HeatMap
from cmstation.ui.statistics.charts.line_chart import LineChart
from cmstation.ui.statistics.charts.share_bar import ShareBar
from cmstation.ui.statistics.charts.sparkline import Sparkline
from tests.ui.statistics.charts.chart_hands import press, series

Text = QAccessible.Text


@pytest.mark.parametrize("kind", [LineChart, BarChart, ShareBar, HeatMap, Sparkline])
def test_every_chart_has_a_role_a_name_and_a_sentence(
    icons: Icons, formats: Formats, shown: Callable[[Chart], None], kind: type[Chart]
) -> None:
    chart = kind(icons, formats)
    chart.set_words("Followers", "Between 14,208 and 16,821, last 16,821.")
    shown(chart)

    spoken = QAccessible.queryAccessibleInterface(chart)

    assert spoken is not None
    assert spoken.role() == QAccessible.Role.Chart
    assert spoken.text(Text.Name) == "Followers"
    assert spoken.text(Text.Description) == "Between 14,208 and 16,821, last 16,821."


def test_the_value_is_what_the_cursor_stands_on(line_chart: LineChart) -> None:
    line_chart.set_series([series("Facebook", [10, 12])])
    spoken = QAccessible.queryAccessibleInterface(line_chart)

    before = spoken.text(Text.Value)
    press(line_chart, Qt.Key.Key_End)

    assert (before, spoken.text(Text.Value)) == ("", "Facebook 12, Friday 2 January 2026")


def test_charts_that_go_take_their_words_with_them(icons: Icons, formats: Formats, qtbot: QtBot) -> None:
    for turn in range(30):
        page = QWidget()
        chart = BarChart(icons, formats, f"Forms {turn}", page)
        chart.set_bars([Bar("Video", turn)], value_name="Score")
        spoken = QAccessible.queryAccessibleInterface(page)

        assert [spoken.child(place).text(Text.Name) for place in range(spoken.childCount())] == [
            f"Forms {turn}"
        ]
        del spoken, chart
        page.deleteLater()
        del page
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if turn % 10 == 0:
            gc.collect()


def test_a_chart_asks_for_the_ring_of_the_keyboard(line_chart: LineChart) -> None:
    assert line_chart.property("focusRing") is True
    assert line_chart.focusPolicy() == Qt.FocusPolicy.StrongFocus
