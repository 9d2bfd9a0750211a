"""The theme follows the person and the system, and dresses the application."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from cmstation.ui.theme.motion import desktop_wants_no_motion
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.theme.tokens import DARK, FONT_FAMILY, LIGHT


def test_a_forced_choice_wins_over_the_system(qapp: QApplication) -> None:
    dark = Theme(ThemeChoice.DARK)
    light = Theme(ThemeChoice.LIGHT)

    assert (dark.is_dark, light.is_dark) == (True, False)
    assert (dark.palette, light.palette) == (DARK, LIGHT)


def test_switching_recolours_the_application_and_says_so(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)

    assert theme.colour("surface").name().upper() == DARK.surface
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == DARK.bg


def test_choosing_the_same_colours_again_says_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(ThemeChoice.LIGHT)


def test_the_platform_is_told_of_a_forced_choice(theme: Theme) -> None:
    theme.choose(ThemeChoice.DARK)

    assert QGuiApplication.styleHints().colorScheme() in {Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown}
    theme.choose(ThemeChoice.LIGHT)


def test_the_bundled_typeface_is_worn_in_four_weights(theme: Theme) -> None:
    weights = {theme.font(role).weight() for role in ("text", "medium", "strong")}

    assert FONT_FAMILY in QFontDatabase.families()
    assert QApplication.font().family() == FONT_FAMILY
    assert len(weights) == 3


def test_figures_have_one_width(theme: Theme) -> None:
    metrics = theme.metrics("text")

    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_the_systems_typeface_can_be_kept(qapp: QApplication) -> None:
    theme = Theme(ThemeChoice.LIGHT, bundled_font=False)

    assert theme.font("text").family() != FONT_FAMILY
    assert theme.font("text").pixelSize() == 13


def test_nothing_moves_when_the_system_asks_for_stillness(qapp: QApplication) -> None:
    theme = Theme(ThemeChoice.LIGHT, no_motion=True)
    theme.apply(qapp)

    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    assert theme.duration() == 0
    assert qapp.style().styleHint(hint) == 0


def test_no_movement_lasts_longer_than_the_look_allows(theme: Theme) -> None:
    assert theme.duration(500) == 120


def test_a_desktop_without_animations_is_heard(tmp_path: Path) -> None:
    (tmp_path / "gtk-3.0").mkdir()
    (tmp_path / "gtk-3.0" / "settings.ini").write_text("[Settings]\ngtk-enable-animations = 0\n")

    assert desktop_wants_no_motion(tmp_path)


def test_a_desktop_that_says_nothing_lets_things_move(tmp_path: Path) -> None:
    (tmp_path / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=1\n")

    assert not desktop_wants_no_motion(tmp_path)
