"""The style draws plain widgets in the look."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFocusFrame,
    QGroupBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSlider,
    QSpinBox,
    QSplitter,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cmstation.ui.theme.theme import Theme, ThemeChoice

# What the drawing-into-memory platform says when a window is shown; a real one does not.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def pixels(image: QImage, colour: QColor, rect: QRect | None = None) -> int:
    """Count the pixels of one colour."""
    area = rect if rect is not None else image.rect()
    wanted = colour.rgb()
    return sum(
        image.pixel(x, y) == wanted
        for y in range(area.top(), area.bottom() + 1)
        for x in range(area.left(), area.right() + 1)
    )


def picture(widget: QWidget) -> QImage:
    """Draw a widget."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def two_buttons(theme: Theme, qtbot: QtBot) -> tuple[QWidget, QPushButton, QPushButton]:
    """Give a page with two buttons, shown and active."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    first, second = QPushButton("One"), QPushButton("Two")
    column.addWidget(first)
    column.addWidget(second)
    page.resize(200, 140)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, first, second


def test_the_keyboard_puts_a_ring_around_a_button(
    two_buttons: tuple[QWidget, QPushButton, QPushButton], theme: Theme
) -> None:
    page, first, second = two_buttons
    first.setFocus()

    QApplication.processEvents()
    second.setFocus(Qt.FocusReason.TabFocusReason)
    image = picture(page)

    around = second.geometry().adjusted(-4, -4, 4, 4)
    row = QRect(around.left() + 12, around.top(), around.width() - 24, 2)
    assert pixels(image, theme.colour("accent"), row) == row.width() * 2
    elsewhere = first.geometry().adjusted(-4, -4, 4, 0)
    assert pixels(image, theme.colour("accent"), elsewhere) == 0


def test_the_pointer_leaves_no_ring(
    two_buttons: tuple[QWidget, QPushButton, QPushButton], theme: Theme, qtbot: QtBot
) -> None:
    page, first, second = two_buttons
    first.setFocus()

    QTest.mousePress(second, Qt.MouseButton.LeftButton)
    by_keyboard = theme.focus_marks.by_keyboard
    QTest.mouseRelease(second, Qt.MouseButton.LeftButton)

    above = QRect(second.x(), second.y() - 4, second.width(), 2)
    assert second.hasFocus()
    assert not by_keyboard
    assert pixels(picture(page), theme.colour("accent"), above) == 0


def test_one_ring_serves_every_theme_of_the_application(
    two_buttons: tuple[QWidget, QPushButton, QPushButton], qapp: QApplication
) -> None:
    page, first, second = two_buttons
    another = Theme(ThemeChoice.DARK, no_motion=True)
    another.apply_style(qapp)

    first.setFocus()
    second.setFocus(Qt.FocusReason.TabFocusReason)

    assert len([ring for ring in page.findChildren(QFocusFrame) if ring.isVisible()]) == 1


def test_the_ring_goes_with_its_widget(
    two_buttons: tuple[QWidget, QPushButton, QPushButton], qtbot: QtBot
) -> None:
    page, first, second = two_buttons
    second.setFocus()

    second.deleteLater()
    first.setFocus()

    qtbot.waitUntil(lambda: len(page.findChildren(QPushButton)) == 1)
    assert first.hasFocus()


def test_a_field_shows_the_keyboard_by_its_outline(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    field = QLineEdit()
    column.addWidget(field)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    field.clearFocus()
    quiet = pixels(picture(field), theme.colour("accent"))
    field.setFocus()
    shown = pixels(picture(field), theme.colour("accent"))

    assert quiet == 0
    assert shown > 2 * field.width()


def test_what_is_not_valid_has_the_colour_of_danger(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit("32/13")
    qtbot.addWidget(field)

    field.setProperty("invalid", True)

    assert pixels(picture(field), theme.colour("danger")) > field.width()


@pytest.mark.parametrize(
    ("kind", "role"), [("primary", "accent"), ("secondary", "surface"), ("danger", "danger")]
)
def test_a_button_has_the_ground_of_its_kind(theme: Theme, qtbot: QtBot, kind: str, role: str) -> None:
    button = QPushButton("Publish")
    button.setProperty("kind", kind)
    qtbot.addWidget(button)

    image = picture(button)

    ground = getattr(theme.palette, role)
    assert image.pixelColor(4, button.height() // 2).name().upper() == ground


def test_a_button_that_refuses_looks_so(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Publish")
    button.setProperty("kind", "primary")
    button.setEnabled(False)
    qtbot.addWidget(button)

    assert pixels(picture(button), theme.colour("accent")) == 0


@pytest.mark.parametrize(("size", "height"), [("small", 28), ("normal", 32), ("large", 40), (None, 32)])
def test_a_button_is_as_high_as_its_size_says(
    theme: Theme, qtbot: QtBot, size: str | None, height: int
) -> None:
    button = QPushButton("Publish")
    button.setProperty("controlSize", size)
    qtbot.addWidget(button)

    assert button.sizeHint().height() == height


def test_everything_that_is_clicked_is_high_enough(theme: Theme, qtbot: QtBot) -> None:
    tool = QToolButton()
    tool.setText("More")
    combo = QComboBox()
    combo.addItem("Unread")
    for widget in (tool, combo, QCheckBox("Yes"), QRadioButton("No"), QLineEdit(), QSpinBox()):
        qtbot.addWidget(widget)

        assert widget.sizeHint().height() >= 28, widget


def test_a_switch_of_theme_repaints_plain_widgets(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Publish")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    light = picture(button).pixelColor(4, 16)

    theme.choose(ThemeChoice.DARK)
    dark = picture(button).pixelColor(4, 16)
    theme.choose(ThemeChoice.LIGHT)

    assert light != dark
    assert picture(button).pixelColor(4, 16) == light


def test_the_thumb_of_a_scroll_bar_follows_its_value(theme: Theme, qtbot: QtBot) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 300)
    bar.setPageStep(100)
    bar.resize(10, 200)
    qtbot.addWidget(bar)

    at_top = pixels(picture(bar), theme.colour("handle"), QRect(0, 0, 10, 50))
    bar.setValue(300)
    moved = pixels(picture(bar), theme.colour("handle"), QRect(0, 0, 10, 50))

    assert at_top > 0
    assert moved == 0


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_plain_widget_draws_itself(theme: Theme, qtbot: QtBot, choice: ThemeChoice) -> None:
    theme.choose(choice)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    tabs = QTabWidget()
    tabs.addTab(QWidget(), "One")
    tree, table = QTreeWidget(), QTableWidget(2, 2)
    tree.setHeaderLabels(["Source"])
    splitter = QSplitter()
    splitter.addWidget(QPlainTextEdit("text"))
    splitter.addWidget(QListWidget())
    progress = QProgressBar()
    progress.setValue(30)
    for widget in (
        tabs,
        tree,
        table,
        splitter,
        progress,
        QSlider(Qt.Orientation.Horizontal),
        QCalendarWidget(),
        QGroupBox("Group"),
        QDialogButtonBox(QDialogButtonBox.StandardButton.Ok),
    ):
        column.addWidget(widget)

    image = picture(page)

    assert pixels(image, theme.colour("accent")) > 0
    theme.choose(ThemeChoice.LIGHT)


def test_a_menu_is_laid_out_with_room_for_icons_and_keys(theme: Theme, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction("Duplicate")
    action.setShortcut("Ctrl+D")
    menu.addSeparator()
    menu.addAction("Delete").setEnabled(False)

    image = picture(menu)

    assert menu.actionGeometry(action).height() == 28
    assert pixels(image, theme.colour("surface")) > 0
    assert image.pixelColor(QPoint(0, 0)).name().upper() == theme.palette.border
