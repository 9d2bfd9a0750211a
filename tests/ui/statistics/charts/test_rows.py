"""Bars and shares: rows, keys, words and tables."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt

from cmstation.ui.icons import Icons
from cmstation.ui.statistics.charts.bar_chart import BarChart
from cmstation.ui.statistics.charts.canvas import Chart
from cmstation.ui.statistics.charts.figures import Bar, Formats, LineShare
from cmstation.ui.statistics.charts.share_bar import ShareBar
from tests.ui.statistics.charts.chart_hands import close_to, picture, press

K = Qt.Key
Show = Callable[[Chart], None]


@pytest.fixture
def bars(icons: Icons, formats: Formats, shown: Show) -> BarChart:
    chart = BarChart(icons, formats, "Forms")
    shown(chart)
    return chart


@pytest.fixture
def shares(icons: Icons, formats: Formats, shown: Show) -> ShareBar:
    chart = ShareBar(icons, formats, "Editorial lines")
    shown(chart)
    return chart


def test_a_longer_bar_means_more(bars: BarChart) -> None:
    bars.set_bars([Bar("Video", 40), Bar("Link", 10)], value_name="Score")
    image, room = picture(bars), QRectF(bars.rect())
    ink = bars.inks.colour("accent")

    long, short = (
        close_to(image, bars.row_room(room, row).adjusted(0, 2, -2, -2), ink, 20) for row in (0, 1)
    )

    assert long > 3.5 * short > 0


def test_a_figure_that_is_not_known_has_no_bar_and_no_zero(bars: BarChart) -> None:
    bars.set_bars([Bar("Video", 40), Bar("Text", None)], value_name="Score")
    place = bars.row_room(QRectF(bars.rect()), 1).adjusted(0, 2, -2, -2)

    assert close_to(picture(bars), place, bars.inks.colour("accent"), 20) == 0
    assert bars.row_words(1) == "Text no figure"
    assert bars.table().rows[1] == ("Text", "")


def test_the_period_before_is_a_mark_and_a_column(bars: BarChart) -> None:
    bars.set_bars([Bar("Video", 40)], value_name="Score", before_name="September")
    without = picture(bars)

    bars.set_bars([Bar("Video", 40, 20, "12 posts")], value_name="Score", before_name="September")

    assert picture(bars) != without
    assert bars.table().header == ("Name", "Score", "September", "Detail")
    assert bars.table().rows == (("Video", "40", "20", "12 posts"),)


def test_the_arrows_walk_over_rows_and_say_them(bars: BarChart) -> None:
    bars.set_bars(
        [Bar("Video", 40, 20), Bar("Link", 10, None, "3 posts")], value_name="Score", before_name="May"
    )

    press(bars, K.Key_Down)
    first = bars.value_words()
    press(bars, K.Key_Down, K.Key_Down)

    assert first == "Video 40, May 20"
    assert bars.value_words() == "Link 10, 3 posts"
    press(bars, K.Key_Escape)
    assert bars.cursor_row is None


@pytest.mark.parametrize("values", [[None], [0, 0], [1e300, 1], [-3, 5], [-2, -8]])
def test_hard_figures_become_bars(bars: BarChart, values: list[float | None]) -> None:
    bars.set_bars([Bar("n" * 900, value, value) for value in values], value_name="Score", before_name="May")

    assert not picture(bars).isNull()


def test_a_chart_without_rows_says_so(bars: BarChart) -> None:
    bars.set_bars([], value_name="Score")

    assert not press(bars, K.Key_Down)
    assert not picture(bars).isNull()
    assert bars.table().rows == ()


def test_shares_stand_beside_their_wishes(shares: ShareBar) -> None:
    shares.set_shares([LineShare("Prevention", 0.6, 0.5, 6), LineShare("Jobs", 0.4, None, 4, "plum")])

    assert shares.table().header == ("Editorial line", "Posts", "Share", "Wished share")
    assert shares.table().rows == (("Prevention", "6", "60%", "50%"), ("Jobs", "4", "40%", ""))
    assert shares.row_words(0) == "Prevention 60%, wished 50%"
    assert shares.row_words(1) == "Jobs 40%"


def test_a_share_far_under_its_wish_stands_out(shares: ShareBar) -> None:
    place = shares.row_room(QRectF(0, 0, 744, 0), 0)
    shares.set_shares([LineShare("Jobs", 0.19, 0.2)])
    near = close_to(picture(shares), place, shares.inks.colour("warning"), 20)

    shares.set_shares([LineShare("Jobs", 0.05, 0.2)])
    far = close_to(picture(shares), place, shares.inks.colour("warning"), 20)

    assert near == 0 < far


def test_shares_of_nothing_are_drawn(shares: ShareBar) -> None:
    shares.set_shares([LineShare("Jobs", 0, 0), LineShare("", 0)])

    assert not picture(shares).isNull()
