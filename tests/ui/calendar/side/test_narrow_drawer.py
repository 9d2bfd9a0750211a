"""Cards of waiting posts have the height that their titles need, however wide the drawer is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from cmstation.ui.calendar.side.drawer import Drawer
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.calendar.lane_plans import LOOK, TODAY, ZONE
from tests.ui.calendar.side.test_drawer import WAITING

LONG = "Sécurité des patients : nos équipes racontent"
ROWS = (replace(WAITING[0], title=LONG), replace(WAITING[1], title=LONG), WAITING[1])


@pytest.fixture
def drawer(qtbot: QtBot, icons: Icons) -> Drawer:
    shown = Drawer(icons)
    qtbot.addWidget(shown)
    shown.resize(420, 660)
    shown.show_day(TODAY, (), LOOK, ZONE)
    shown.show_undated(ROWS, LOOK)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def cards(drawer: Drawer) -> list[QRect]:
    posts = drawer.waiting.posts
    return [drawer.waiting.visualRect(posts.index(row, 0)) for row in range(posts.rowCount())]


def test_cards_do_not_overlap_in_a_drawer_that_became_narrower(drawer: Drawer, qtbot: QtBot) -> None:
    wide = cards(drawer)

    drawer.resize(248, 660)
    qtbot.waitUntil(lambda: cards(drawer)[0].height() > wide[0].height())

    tops = [card.top() for card in cards(drawer)]
    ends = [card.bottom() + 1 for card in cards(drawer)]
    heights = [drawer.waiting.sizeHintForRow(row) for row in range(3)]
    assert tops[1:] == ends[:-1]
    assert [card.height() for card in cards(drawer)] == heights


def test_cards_are_drawn_anew_in_another_theme_and_for_another_line(drawer: Drawer, theme: Theme) -> None:
    before = drawer.waiting.grab().toImage()

    theme.choose(ThemeChoice.DARK)
    dark = drawer.waiting.grab().toImage()
    drawer.show_undated(ROWS, replace(LOOK, lines={1: replace(LOOK.lines[1], colour="danger")}))
    red = drawer.waiting.grab().toImage()

    assert before != dark
    assert dark != red
