"""Rows of a list as they were drawn."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painted_rows import MOST_ROWS, PaintedRows
from cmstation.ui.kit.painting import draw_row
from cmstation.ui.theme.theme import ThemeChoice

WIDTH, HEIGHT = 200, 40


class Page:
    """A picture of three rows, and how often one of them was really drawn."""

    def __init__(self, icons: Icons) -> None:
        self.icons = icons
        self.rows = PaintedRows(icons, icons.theme)
        self.drawn: list[str] = []

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        self.drawn.append(words)
        draw_row(painter, option, self.icons)
        painter.setPen(self.icons.theme.colour("text"))
        painter.drawText(option.rect, int(Qt.AlignmentFlag.AlignVCenter), words)

    def picture(self, *words: str, selected: str = "", kept: bool = True, ratio: float = 1) -> QImage:
        image = QImage(round(WIDTH * ratio), round(3 * HEIGHT * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        option = QStyleOptionViewItem()
        image.fill(option.palette.base().color())
        painter = QPainter(image)
        for place, one in enumerate(words):
            option.rect = QRect(0, place * HEIGHT, WIDTH, HEIGHT)
            option.state = QStyle.StateFlag.State_Enabled
            if one == selected:
                option.state |= QStyle.StateFlag.State_Selected
            if kept:
                self.rows.draw(painter, option, one, lambda own, there, one=one: self.paint(own, there, one))
            else:
                self.paint(painter, option, one)
        painter.end()
        return image


@pytest.fixture
def page(icons: Icons) -> Page:
    return Page(icons)


@pytest.mark.parametrize("ratio", [1, 1.25, 2])
def test_kept_rows_look_as_if_they_were_drawn(page: Page, ratio: float) -> None:
    wanted = page.picture("un", "deux", "trois", selected="deux", kept=False, ratio=ratio)

    assert page.picture("un", "deux", "trois", selected="deux", ratio=ratio) == wanted
    assert page.picture("un", "deux", "trois", selected="deux", ratio=ratio) == wanted
    assert page.drawn == ["un", "deux", "trois"] * 2


def test_a_row_is_drawn_once_wherever_it_stands(page: Page) -> None:
    page.picture("un", "deux", "trois")
    page.picture("deux", "trois", "quatre")

    assert page.drawn == ["un", "deux", "trois", "quatre"]


def test_another_state_is_drawn_anew(page: Page) -> None:
    plain = page.picture("un")

    assert page.picture("un", selected="un") != plain
    assert page.picture("un") == plain
    assert page.drawn == ["un", "un"]


def test_other_colours_are_drawn_anew(page: Page) -> None:
    page.picture("un")

    page.icons.theme.choose(ThemeChoice.DARK)
    dark = page.picture("un")

    assert page.drawn == ["un", "un"]
    assert QColor(dark.pixel(WIDTH - 2, 2)).lightness() < 100


def test_only_the_last_rows_are_kept(page: Page) -> None:
    for number in range(MOST_ROWS + 1):
        page.picture(str(number))

    page.picture(str(MOST_ROWS))
    page.picture("0")

    assert page.drawn == [*map(str, range(MOST_ROWS + 1)), "0"]
