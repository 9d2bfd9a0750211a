"""Choosing one of a few says what was chosen, once."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmstation.ui.icons import Icons
from cmstation.ui.kit.choices import GhostCombo, Segmented
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.kit.conftest import colours_of


def make_segments(icons: Icons, qtbot: QtBot) -> Segmented:
    """Make three segments."""
    segments = Segmented(icons, "View")
    qtbot.addWidget(segments)
    for key in ("month", "week", "day"):
        segments.add(key, key.title())
    return segments


def make_combo(icons: Icons, qtbot: QtBot) -> GhostCombo:
    """Make a combo with two choices."""
    combo = GhostCombo(icons, "Theme")
    qtbot.addWidget(combo)
    combo.add_choice(1, "Prevention", square="info")
    combo.add_choice(2, "R&D")
    return combo


def test_the_first_segment_is_chosen_at_the_start(icons: Icons, qtbot: QtBot) -> None:
    assert make_segments(icons, qtbot).current() == "month"


def test_a_click_on_a_segment_says_its_key(icons: Icons, qtbot: QtBot) -> None:
    segments = make_segments(icons, qtbot)
    button = segments.add("agenda", "Agenda")
    said: list[str] = []
    segments.chosen.connect(said.append)

    button.click()

    assert said == ["agenda"]
    assert segments.current() == "agenda"


def test_choosing_a_segment_in_code_says_nothing(icons: Icons, qtbot: QtBot) -> None:
    segments = make_segments(icons, qtbot)

    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("day")

    assert segments.current() == "day"


def test_the_chosen_segment_has_the_soft_ground(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    segments = make_segments(icons, qtbot)
    segments.resize(segments.sizeHint())

    assert colours_of(segments)[theme.colour("soft").name()] > 100


def test_a_combo_shows_its_name_until_something_is_chosen(icons: Icons, qtbot: QtBot) -> None:
    combo = make_combo(icons, qtbot)
    empty = (combo.text(), combo.current())

    combo.choose(1)

    assert empty == ("Theme", None)
    assert (combo.text(), combo.current()) == ("Prevention", 1)
    assert (combo.accessibleName(), combo.accessibleDescription()) == ("Theme", "Prevention")


def test_a_line_of_the_menu_says_its_key(icons: Icons, qtbot: QtBot) -> None:
    combo = make_combo(icons, qtbot)
    said: list[object] = []
    combo.chosen.connect(said.append)

    combo.menu().actions()[1].trigger()

    assert said == [2]
    assert combo.text() == "R&&D"
    assert [action.isChecked() for action in combo.menu().actions()] == [False, True]


def test_choices_can_be_replaced(icons: Icons, qtbot: QtBot) -> None:
    combo = make_combo(icons, qtbot)
    combo.choose(2)

    combo.clear_choices()
    combo.add_choice("fr", "Français")
    combo.choose("fr")

    assert [action.text() for action in combo.menu().actions()] == ["Français"]
    assert combo.current() == "fr"


def test_the_square_follows_the_theme(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    combo = make_combo(icons, qtbot)
    combo.choose(1)
    combo.resize(combo.sizeHint())

    light = colours_of(combo)
    blue = theme.colour("info").name()
    theme.choose(ThemeChoice.DARK)

    assert light[blue] >= 32
    assert colours_of(combo)[theme.colour("info").name()] >= 32


def test_a_combo_is_reached_by_keyboard(icons: Icons, qtbot: QtBot) -> None:
    assert make_combo(icons, qtbot).focusPolicy() & Qt.FocusPolicy.TabFocus
