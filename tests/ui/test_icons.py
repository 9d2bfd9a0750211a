"""Every icon can be drawn, in any colour, and follows the theme."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from cmstation.domain.networks import Network
from cmstation.resource_files import resource
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice

_ROOT = resource("icons")
_FILES = sorted(_ROOT.rglob("*.svg"))


def _name(file: Path) -> str:
    return file.relative_to(_ROOT).with_suffix("").as_posix()


@pytest.fixture
def icons(qapp: QApplication) -> Iterator[Icons]:
    """Give the icons of a light theme."""
    yield Icons(Theme(ThemeChoice.LIGHT))


def ink(pixmap: QPixmap) -> int:
    """Count the pixels that are not empty."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return sum(
        image.pixelColor(x, y).alpha() > 40 for y in range(image.height()) for x in range(image.width())
    )


def middle_colour(icon: QIcon) -> QColor:
    """Give the colour in the middle of an icon."""
    return icon.pixmap(20, 20).toImage().pixelColor(10, 10)


@pytest.mark.parametrize("file", _FILES, ids=_name)
def test_an_icon_is_neither_empty_nor_a_blot(icons: Icons, file: Path) -> None:
    drawn = ink(icons.pixmap(_name(file), "text", 20))

    assert 8 <= drawn <= 330


@pytest.mark.parametrize("file", _FILES, ids=_name)
def test_an_icon_has_one_colour_that_it_does_not_choose(file: Path) -> None:
    source = file.read_text(encoding="utf-8")

    assert "currentColor" in source
    assert "#" not in source


@pytest.mark.parametrize("network", list(Network))
def test_every_network_has_its_glyph(icons: Icons, network: Network) -> None:
    assert icons.network(network) == f"networks/{network}"


def test_a_network_that_nobody_drew_gets_a_globe(icons: Icons) -> None:
    assert icons.network("somewhere-new") == "globe"


def test_a_dense_screen_gets_more_pixels(icons: Icons) -> None:
    pixmap = icons.pixmap("check", "text", 16, 2.0)

    assert pixmap.width() == 32
    assert pixmap.deviceIndependentSize().width() == 16


def test_the_same_icon_is_drawn_once(icons: Icons) -> None:
    first = icons.pixmap("check", "accent", 16)

    assert icons.pixmap("check", "accent", 16).cacheKey() == first.cacheKey()


def test_a_bound_button_is_recoloured_with_the_theme(icons: Icons, qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    icons.bind(button, "live", "accent", 20)
    light = middle_colour(button.icon())

    icons.theme.choose(ThemeChoice.DARK)

    assert light == QColor("#0A666D")
    assert middle_colour(button.icon()) == QColor("#63CBD2")


def test_a_bound_line_of_a_menu_is_recoloured_too(icons: Icons, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    icons.bind(menu.addAction("Live"), "live", "accent", 20)

    icons.theme.choose(ThemeChoice.DARK)

    assert middle_colour(menu.actions()[0].icon()) == QColor("#63CBD2")


def test_a_bound_button_may_go_before_the_icons(icons: Icons, qtbot: QtBot) -> None:
    button = QToolButton()
    icons.bind(button, "live", "accent", 20)

    button.deleteLater()
    del button
    qtbot.wait(0)
    icons.theme.choose(ThemeChoice.DARK)

    assert icons.theme.is_dark


def test_a_disabled_icon_is_muted(icons: Icons) -> None:
    icon = icons.icon("live", "accent", 20)

    shown = icon.pixmap(20, 20, QIcon.Mode.Disabled).toImage().pixelColor(10, 10)

    assert shown == icons.theme.colour("muted")


def test_a_checked_button_may_have_another_colour(icons: Icons) -> None:
    icon = icons.icon("live", "muted", 20, on="accent")

    shown = icon.pixmap(20, 20, QIcon.Mode.Normal, QIcon.State.On).toImage().pixelColor(10, 10)

    assert shown == icons.theme.colour("accent")
