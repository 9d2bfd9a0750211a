"""Charts to look at."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.icons import Icons
from cmstation.ui.statistics.charts.canvas import Chart
from cmstation.ui.statistics.charts.figures import Formats
from cmstation.ui.statistics.charts.formats import local_formats
from cmstation.ui.statistics.charts.line_chart import LineChart

Shown = Callable[[Chart], Chart]


@pytest.fixture
def formats(icons: Icons) -> Formats:
    """Formats in English, as the theme's fixture wants it."""
    return local_formats()


@pytest.fixture
def page(qtbot: QtBot, icons: Icons) -> QWidget:
    """A page of the window, 760 pixels wide."""
    made = QWidget()
    made.setPalette(icons.theme.colour("surface"))
    made.setAutoFillBackground(True)
    QVBoxLayout(made).setContentsMargins(8, 8, 8, 8)
    made.resize(760, 320)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shown(page: QWidget, qtbot: QtBot) -> Callable[[Chart], None]:
    """Show a chart on the page, without the keyboard."""

    def show(chart: Chart) -> None:
        layout = page.layout()
        assert layout is not None
        layout.addWidget(chart)
        page.setFocusPolicy(page.focusPolicy().StrongFocus)
        page.setFocus()
        with qtbot.waitExposed(page):
            page.show()

    return show


@pytest.fixture
def line_chart(icons: Icons, formats: Formats, shown: Callable[[Chart], None]) -> LineChart:
    """An empty line chart on the page."""
    chart = LineChart(icons, formats, "Followers")
    shown(chart)
    return chart
