"""The colours can be read on the grounds where they stand."""

import pytest
from PySide6.QtGui import QColor

from cmstation.ui.theme.tokens import DARK, LIGHT, TYPE, Palette

_GROUNDS = ("bg", "surface", "soft", "hover")
_INKS = ("text", "muted", "accent", "danger", "warning", "good", "info", "plum")
_PAIRS = [
    *((ink, ground) for ink in _INKS for ground in _GROUNDS),
    *((tone, f"{tone}_soft") for tone in ("danger", "warning", "good", "info", "plum")),
    *(("text", f"{tone}_soft") for tone in ("danger", "warning", "good", "info", "plum")),
    ("muted", "track"),
    ("text", "track"),
    ("text", "selection"),
    ("danger", "selection"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("surface", "danger"),
]


def luminance(colour: QColor) -> float:
    """Give the relative luminance of WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    high, low = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), _PAIRS)
def test_every_text_can_be_read_on_its_ground(palette: Palette, ink: str, ground: str) -> None:
    found = contrast(getattr(palette, ink), getattr(palette, ground))

    assert found >= 4.5, f"{ink} on {ground}: {found:.2f}"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", _GROUNDS)
def test_the_ring_of_the_keyboard_can_be_seen(palette: Palette, ground: str) -> None:
    assert contrast(palette.accent, getattr(palette, ground)) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_one_that_qt_reads(palette: Palette) -> None:
    names = Palette.__slots__

    assert all(QColor(getattr(palette, name)).isValid() for name in names)


def test_nothing_is_written_under_twelve_pixels_but_the_heat_map() -> None:
    small = {role for role, style in TYPE.items() if style.size < 12}

    assert small == {"heat"}


def test_lines_are_higher_than_their_letters() -> None:
    assert all(style.line > style.size for style in TYPE.values())
