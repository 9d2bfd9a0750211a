"""Hours: claims only where there are enough posts."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt

from cmstation.ui.icons import Icons
from cmstation.ui.statistics.charts.canvas import Chart
from cmstation.ui.statistics.charts.figures import Formats, HourCell
from cmstation.ui.statistics.charts.heat_map import HeatMap, steps_of
from cmstation.ui.statistics.charts.inks import Inks, contrast
from cmstation.ui.theme.tokens import DARK, LIGHT, Palette
from tests.ui.statistics.charts.chart_hands import mouse, picture, press

K = Qt.Key


@pytest.fixture
def hours(icons: Icons, formats: Formats, shown: Callable[[Chart], None]) -> HeatMap:
    chart = HeatMap(icons, formats, "Hours")
    shown(chart)
    chart.set_cells(
        [HourCell(1, 8, 6, 0.5), HourCell(2, 18, 12, 1.8), HourCell(3, 9, 2)], first_hour=7, last_hour=20
    )
    return chart


def test_the_best_hour_is_the_strongest(hours: HeatMap) -> None:
    steps = steps_of(hours.inks)

    assert hours.colour_of(HourCell(2, 18, 12, 1.8), hours.inks) == steps[-1]
    assert hours.colour_of(HourCell(1, 8, 6, 0.5), hours.inks) == steps[0]


def test_a_cell_without_a_claim_is_hatched_and_never_coloured(hours: HeatMap) -> None:
    image = picture(hours)
    place = hours.cell_room(QRectF(hours.rect()), 3, 9).toRect()

    seen = {
        image.pixel(x, y) & 0xFFFFFF
        for x in range(place.left() + 4, place.right() - 4)
        for y in range(place.top() + 3, place.bottom() - 3)
    }

    assert int(hours.inks.colour("border").rgb()) & 0xFFFFFF in seen
    assert not seen & {int(colour.rgb()) & 0xFFFFFF for colour in steps_of(hours.inks)}


def test_the_cursor_says_hour_posts_and_score(hours: HeatMap) -> None:
    press(hours, K.Key_Home, K.Key_Down, K.Key_End, K.Key_Left, K.Key_Left)

    assert hours.cursor_cell == (2, 18)
    assert hours.value_words() == "Tuesday, 18:00: 12 post(s), score 1.8"
    press(hours, K.Key_Down, K.Key_Home, K.Key_Right, K.Key_Right)
    assert hours.value_words() == "Wednesday, 9:00: 2 post(s), not enough to say"


def test_the_cursor_stays_in_the_grid(hours: HeatMap) -> None:
    press(hours, *[K.Key_Down] * 20, *[K.Key_Right] * 40)

    assert hours.cursor_cell == (7, 20)


def test_the_pointer_chooses_a_cell(hours: HeatMap) -> None:
    place = hours.cell_room(QRectF(hours.rect()), 2, 18)

    mouse(hours, QEvent.Type.MouseMove, place.center())

    assert hours.cursor_cell == (2, 18)


def test_the_table_says_where_there_is_no_claim(hours: HeatMap) -> None:
    assert hours.table().rows == (
        ("Monday", "8:00", "6", "0.5"),
        ("Tuesday", "18:00", "12", "1.8"),
        ("Wednesday", "9:00", "2", "Not enough posts"),
    )


def test_a_post_outside_the_hours_is_shown_too(hours: HeatMap) -> None:
    hours.set_cells([HourCell(7, 23, 1)], first_hour=7, last_hour=20)

    press(hours, K.Key_Home, *[K.Key_Down] * 6, K.Key_End)

    assert hours.cursor_cell == (7, 23)


def test_no_post_at_all_is_said(hours: HeatMap) -> None:
    hours.set_cells([])

    assert not picture(hours).isNull()
    assert hours.table().rows == ()
    assert not press(hours, K.Key_Left)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_counts_can_be_read_on_every_ground(palette: Palette) -> None:
    inks = Inks(palette)

    assert all(contrast(inks.readable_on(ground), ground) >= 4.5 for ground in steps_of(inks))
