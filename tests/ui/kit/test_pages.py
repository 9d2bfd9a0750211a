"""Dialogs, empty pages, tabs and lists made of the kit."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.day_picker import DayPicker
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.drawings import Drawing, Sketch
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.fields import SearchField, TitleField
from cmstation.ui.kit.flow_layout import FlowLayout
from cmstation.ui.kit.painting import (
    draw_elided,
    draw_network_glyphs,
    draw_pill,
    draw_row,
    draw_state,
    network_glyphs_width,
)
from cmstation.ui.kit.surfaces import Card, Panel, Scrim
from cmstation.ui.kit.tabs import TabMark, TabStrip
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.kit.conftest import colours_of
from tests.ui.kit.gallery import Gallery, IconSheet, empty_state

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
_DRAWINGS: list[Drawing] = ["post", "calendar", "watch", "exchanges", "statistics", "library", "done"]


class Canvas:
    """A picture to paint a row into."""

    def __init__(self, theme: Theme) -> None:
        self.image = QImage(300, 72, QImage.Format.Format_RGB32)
        self.image.fill(theme.colour("surface"))
        self.painter = QPainter(self.image)

    def colour(self, x: int, y: int) -> QColor:
        """End painting and give one pixel."""
        if self.painter.isActive():
            self.painter.end()
        return self.image.pixelColor(x, y)


def test_a_dialog_dims_its_window_and_leaves_nothing(icons: Icons, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = DialogFrame(icons, "Publish", parent=window)
    dialog.setModal(True)

    dialog.open()
    dimmed = window.findChildren(Scrim)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))

    assert len(dimmed) == 1
    assert window.findChildren(Scrim) == []


def test_the_primary_button_of_a_dialog_comes_last(icons: Icons, qtbot: QtBot) -> None:
    dialog = DialogFrame(icons, "Publish")
    qtbot.addWidget(dialog)
    back, confirm = SecondaryButton(icons, "Back"), PrimaryButton(icons, "Confirm")
    note = QPushButton("Copy")

    dialog.add_button(back)
    dialog.add_button(confirm, default=True)
    dialog.add_foot_left(note)
    dialog.resize(600, 300)
    dialog.grab()

    assert note.x() < back.x() < confirm.x()
    assert confirm.isDefault()
    assert not back.autoDefault()


def test_the_dim_layer_follows_its_window(icons: Icons, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    scrim = Scrim(icons, window)
    window.show()

    window.resize(640, 333)

    assert scrim.size() == window.size()


def test_an_empty_page_offers_one_action_and_quiet_ways(icons: Icons, qtbot: QtBot) -> None:
    page = EmptyState(icons, "Write your first post", "One text.", action="Write a post", keys="Ctrl+N")
    qtbot.addWidget(page)
    card = page.add_card("link", "Connect an account", "Your site first.")
    assert page.button is not None

    with qtbot.waitSignal(page.acted):
        page.button.click()
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, Qt.Key.Key_Space)

    assert (card.accessibleName(), card.accessibleDescription()) == ("Connect an account", "Your site first.")


@pytest.mark.parametrize("drawing", _DRAWINGS)
def test_a_drawing_follows_the_theme(icons: Icons, theme: Theme, qtbot: QtBot, drawing: Drawing) -> None:
    sketch = Sketch(theme, drawing)
    qtbot.addWidget(sketch)

    light = colours_of(sketch)
    teal = theme.colour("accent").name()
    theme.choose(ThemeChoice.DARK)
    dark = colours_of(sketch)

    assert teal in light
    assert teal not in dark
    assert theme.colour("accent").name() in dark


def test_search_can_be_cleared_by_key_and_by_button(icons: Icons, qtbot: QtBot) -> None:
    field = SearchField(icons, "Search")
    qtbot.addWidget(field)

    QTest.keyClicks(field, "rose")
    typed = field.text()
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert (typed, field.text()) == ("rose", "")
    assert field.accessibleName() == "Search"
    assert [action.isVisible() for action in field.actions()] == [True, False]


def test_a_title_has_no_frame_until_one_comes_near(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    page = Panel(icons, "surface")
    qtbot.addWidget(page)
    field = TitleField(icons, "Title", parent=page)
    field.resize(200, 32)

    assert theme.colour("border").name() not in colours_of(page)


def test_a_tab_shows_its_counter_and_says_it(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    tabs = TabStrip(icons, "Versions", versions=True)
    qtbot.addWidget(tabs)
    tabs.add("Base")
    at = tabs.add("Bluesky", TabMark(icons.network("bluesky"), dot=True, counter="300/300"))
    narrow = tabs.tabRect(at).width()

    tabs.set_mark(at, TabMark(icons.network("bluesky"), dot=True, counter="1 328/300", alarm=True))
    tabs.resize(tabs.sizeHint())

    assert tabs.tabRect(at).width() > narrow
    assert tabs.accessibleTabName(at) == "Bluesky 1 328/300"
    assert theme.colour("danger").name() in colours_of(tabs)


def test_tabs_that_go_take_their_marks_along(icons: Icons, qtbot: QtBot) -> None:
    tabs = TabStrip(icons, "Versions", versions=True)
    qtbot.addWidget(tabs)
    tabs.add("One", TabMark(counter="1"))
    tabs.add("Two", TabMark(counter="2"))

    tabs.removeTab(0)

    assert tabs.mark(0).counter == "2"


def test_a_line_that_is_full_goes_on_below(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page)
    boxes = [QWidget() for _ in range(3)]
    for box in boxes:
        box.setFixedSize(80, 20)
        flow.addWidget(box)

    flow.setGeometry(QRect(0, 0, 180, 100))

    assert [box.pos() for box in boxes] == [QPoint(0, 0), QPoint(88, 0), QPoint(0, 28)]
    assert flow.heightForWidth(180) == 48


def test_a_chosen_row_is_soft_with_a_bar_at_its_edge(icons: Icons, theme: Theme) -> None:
    canvas = Canvas(theme)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, 72)
    option.state = QStyle.StateFlag.State_Selected

    draw_row(canvas.painter, option, icons)

    assert canvas.colour(1, 30) == theme.colour("accent")
    assert canvas.colour(150, 30) == theme.colour("soft")
    assert canvas.colour(150, 71) == theme.colour("line")


def test_the_keyboard_is_seen_on_a_row(icons: Icons, theme: Theme) -> None:
    canvas = Canvas(theme)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, 72)
    option.state = QStyle.StateFlag.State_HasFocus

    draw_row(canvas.painter, option, icons)

    assert canvas.colour(150, 1) == theme.colour("accent")


def test_what_is_drawn_says_how_wide_it_is(icons: Icons, theme: Theme) -> None:
    canvas = Canvas(theme)
    rect = QRect(0, 0, 300, 16)

    shape = draw_state(canvas.painter, rect, "draft", icons, word="")
    words = draw_state(canvas.painter, rect, "draft", icons, detail=" · 18:00")
    glyphs = draw_network_glyphs(canvas.painter, rect, ["facebook", "x", "unknown"], icons)
    pill = draw_pill(canvas.painter, QPoint(0, 20), "To write", "warning", icons)
    line = draw_elided(canvas.painter, QRect(0, 0, 40, 16), "far too long for forty", theme)
    canvas.painter.end()

    assert shape == 14
    assert words > 60
    assert glyphs == network_glyphs_width(3) == 50
    assert pill > 40
    assert line <= 40


def test_grounds_follow_the_theme(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    panel = Panel(icons, "surface", Qt.Edge.BottomEdge)
    card = Card(icons, "danger_soft", line=None)
    for widget in (panel, card):
        qtbot.addWidget(widget)
        widget.resize(60, 40)

    theme.choose(ThemeChoice.DARK)

    assert colours_of(panel)[theme.colour("border").name()] == 60
    assert theme.colour("danger_soft").name() in colours_of(card)


def test_the_month_has_no_colours_of_its_own(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    picker = DayPicker(icons)
    qtbot.addWidget(picker)
    picker.resize(320, 280)

    assert "#ff0000" not in colours_of(picker)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_gallery_shows_everything_in_both_themes(
    icons: Icons, theme: Theme, qtbot: QtBot, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    for page in (Gallery(icons), empty_state(icons), IconSheet(icons, ["check", "idea"])):
        qtbot.addWidget(page)

        assert theme.colour("text").name() in colours_of(page)
