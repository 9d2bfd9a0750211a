"""The curve as small as a word."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt

from cmstation.ui.icons import Icons
from cmstation.ui.statistics.charts.canvas import Chart
from cmstation.ui.statistics.charts.figures import Formats
from cmstation.ui.statistics.charts.sparkline import Sparkline
from tests.ui.statistics.charts.chart_hands import close_to, days, picture


@pytest.fixture
def spark(icons: Icons, formats: Formats, shown: Callable[[Chart], None]) -> Sparkline:
    chart = Sparkline(icons, formats, "Facebook")
    shown(chart)
    return chart


def test_the_last_point_is_marked(spark: Sparkline) -> None:
    spark.set_points(days([1, 2, 3, 2, 5]))
    image, ink = picture(spark), spark.inks.colour("accent")
    half = spark.width() / 2

    dot = close_to(image, QRectF(spark.width() - 14, 0, 12, 14), ink, 40)
    start = close_to(image, QRectF(0, 0, half, 14), ink, 40)

    assert dot > 12
    assert start < dot


def test_a_gap_stays_open(spark: Sparkline) -> None:
    spark.set_points(days([2, 2, 2, *[None] * 6, 2, 2, 2]))
    middle = QRectF(spark.width() * 0.35, 0, spark.width() * 0.25, spark.height() - 1)

    assert close_to(picture(spark), middle, spark.inks.colour("accent"), 40) == 0


@pytest.mark.parametrize("values", [[], [None], [4], [0, 0, 0], [1e14, -1e14], [None, 2, None]])
def test_hard_figures_are_drawn(spark: Sparkline, values: list[float | None]) -> None:
    spark.set_points(days(values))

    assert not picture(spark).isNull()
    assert len(spark.table().rows) == len(values)


def test_it_says_the_last_figure_and_takes_no_keyboard(spark: Sparkline) -> None:
    spark.set_points(days([1, 16_821, None]))

    assert spark.value_words() == "16,821"
    assert spark.focusPolicy() == Qt.FocusPolicy.NoFocus
