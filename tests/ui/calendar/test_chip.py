"""Items as chips: legible at every size, the same everywhere."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from cmstation.domain.calendar import CalendarItem, EventKind
from cmstation.ui.calendar.chip import EVENT_ICONS, MORE_LINES, TWO_LINES, Chips, item_mark, line_colour
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme
from tests.ui.calendar.lane_plans import LOOK, TODAY, ZONE, event, post, remote

POST = post(1, TODAY, theme=1, accounts=(1, 2, 3))
LONG = post(2, TODAY, title="Octobre rose : la marche du samedi, inscriptions jusqu’à jeudi midi", theme=1)
FAIR = event(3, TODAY, date(2026, 10, 16), title="Salon de la santé", place="Lyon", recurs=True)
ITEMS = (POST, LONG, FAIR, remote(4, TODAY), event(5, TODAY, kind=EventKind.TASK, done=True))
ROOM = QRect(4, 4, 150, 20)


@pytest.fixture
def chips(icons: Icons) -> Chips:
    owner = QObject(icons)
    return Chips(icons, owner)


def drawn(chips: Chips, item: CalendarItem, rect: QRect = ROOM, **how: bool) -> QImage:
    image = QImage(rect.right() + 5, rect.bottom() + 5, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    chips.draw(painter, rect, item, LOOK, ZONE, **how)  # pyright: ignore[reportArgumentType]
    painter.end()
    return image


@pytest.mark.parametrize("height", [14, 20, TWO_LINES, 36, MORE_LINES, 90, 300])
@pytest.mark.parametrize("width", [8, 22, 60, 110, 200, 900])
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: f"{item.key.kind.value}{item.key.identity}")
def test_nothing_is_drawn_outside_of_the_chip(
    chips: Chips, item: CalendarItem, width: int, height: int
) -> None:
    rect = QRect(4, 4, width, height)

    image = drawn(chips, item, rect, selected=True)

    border = [image.pixelColor(x, y) for x in range(image.width()) for y in (3, rect.bottom() + 1)]
    border += [image.pixelColor(x, y) for y in range(image.height()) for x in (3, rect.right() + 1)]
    assert set(map(QColor.name, border)) == {"#ff00ff"}


def test_the_left_edge_has_the_colour_of_the_editorial_line(chips: Chips, theme: Theme) -> None:
    assert line_colour(POST, LOOK) == "info"
    assert drawn(chips, POST).pixelColor(5, 14) == theme.colour("info")
    assert drawn(chips, replace(POST, theme=None)).pixelColor(5, 14) == theme.colour("border")


@pytest.mark.parametrize("how", ["hovered", "selected", "faded", "before", "after"])
def test_each_way_of_drawing_differs(chips: Chips, how: str) -> None:
    assert drawn(chips, POST, ROOM, **{how: True}) != drawn(chips, POST)


def test_a_taller_chip_says_more(chips: Chips) -> None:
    one, two, many = (QRect(4, 4, 150, height) for height in (20, 36, 100))

    inks = [_ink(drawn(chips, LONG, rect)) for rect in (one, two, many)]

    assert inks[0] < inks[1] < inks[2]


def test_a_post_kept_by_its_network_carries_a_sign(chips: Chips) -> None:
    assert drawn(chips, replace(POST, on_network=True)) != drawn(chips, POST)
    assert drawn(chips, FAIR) != drawn(chips, replace(FAIR, recurs=False))


def test_every_kind_of_event_has_an_icon_of_its_own() -> None:
    assert set(EVENT_ICONS) == set(EventKind)
    assert len(set(EVENT_ICONS.values())) == len(EventKind)
    assert item_mark(POST).shape == "clock"


def test_another_theme_is_drawn_anew(chips: Chips, theme: Theme) -> None:
    before = drawn(chips, POST)

    chips.art.forget()

    assert drawn(chips, POST) == before
    assert theme.colour("info") == drawn(chips, POST).pixelColor(5, 14)


def _ink(image: QImage) -> int:
    """Count what is neither ground nor around the chip."""
    colours = [image.pixel(x, y) for x in range(8, image.width() - 6) for y in range(4, image.height() - 5)]
    ground = max(set(colours), key=colours.count)
    return sum(colour != ground for colour in colours)
