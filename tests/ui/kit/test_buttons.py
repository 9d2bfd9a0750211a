"""Buttons say what they do, look their weight and can be pressed by keyboard."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import (
    DangerButton,
    GhostButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
    SplitButton,
)
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.kit.conftest import colours_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def spoken_name(widget: QWidget) -> str:
    """Give what a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def test_every_button_has_a_name_for_those_who_do_not_see_it(icons: Icons, qtbot: QtBot) -> None:
    buttons: list[QAbstractButton] = [
        PrimaryButton(icons, "Publish"),
        SecondaryButton(icons, "Back"),
        GhostButton(icons, "Later"),
        DangerButton(icons, "Delete"),
        IconButton(icons, "more", "More actions"),
        SplitButton(icons, "Publish…"),
        LinkButton(icons, "Compare"),
    ]
    for button in buttons:
        qtbot.addWidget(button)

    names = [spoken_name(button) for button in buttons]

    assert names == ["Publish", "Back", "Later", "Delete", "More actions", "Publish…", "Compare"]


def test_every_button_can_be_reached_by_keyboard(icons: Icons, qtbot: QtBot) -> None:
    for button in (
        IconButton(icons, "more", "More"),
        SplitButton(icons, "Publish…"),
        LinkButton(icons, "Compare"),
        GhostButton(icons, "Later"),
    ):
        qtbot.addWidget(button)

        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_primary_button_stands_on_the_accent(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    button = PrimaryButton(icons, "Publish", icon="plus")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())

    colours = colours_of(button)

    assert max(colours, key=lambda name: colours[name]) == theme.colour("accent").name()


def test_the_icon_of_a_button_follows_the_theme(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(icons, "live", "Live", role="good")
    qtbot.addWidget(button)
    light = theme.colour("good").name()

    before = colours_of(button)
    theme.choose(ThemeChoice.DARK)
    after = colours_of(button)

    assert light in before
    assert light not in after
    assert theme.colour("good").name() in after


def test_a_button_that_refuses_says_why(icons: Icons, qtbot: QtBot) -> None:
    button = PrimaryButton(icons, "Publish")
    qtbot.addWidget(button)

    button.set_reason("One opinion is missing.")
    refused = (button.isEnabled(), button.toolTip())
    button.set_reason("")

    assert refused == (False, "One opinion is missing.")
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_the_down_key_opens_the_variants(icons: Icons, qtbot: QtBot) -> None:
    button = SplitButton(icons, "Publish…")
    qtbot.addWidget(button)
    menu = QMenu(button)
    menu.addAction("Plan")
    button.setMenu(menu)
    QTimer.singleShot(0, menu.close)

    with qtbot.waitSignal(menu.aboutToShow):
        QTest.keyClick(button, Qt.Key.Key_Down)


def test_the_arrow_of_a_split_button_is_not_the_button(icons: Icons, qtbot: QtBot) -> None:
    button = SplitButton(icons, "Publish…")
    qtbot.addWidget(button)
    button.setMenu(QMenu(button))

    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(
            button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, button.rect().center() / 2
        )


def test_a_link_is_underlined_words_on_no_ground(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    link = LinkButton(icons, "Compare")
    qtbot.addWidget(link)
    link.resize(link.sizeHint())

    colours = colours_of(link)

    assert colours[theme.colour("accent").name()] > link.width() // 2
    assert max(colours, key=lambda name: colours[name]) == theme.colour("bg").name()
