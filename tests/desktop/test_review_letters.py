"""Letters that a font can show, and a sign for those it cannot."""

from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from cmstation.desktop.review_fonts import letters_of, true_type
from cmstation.desktop.review_letters import MISSING, plain_letters, showable
from cmstation.resource_files import resource

FONT = resource("fonts", "Inter-Regular.otf")
KNOWN = plain_letters(letters_of(FONT))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L’hôpital\u202f: «\u202fcœur\u202f» à 12\u202f%",
            "L’hôpital\u202f: «\u202fcœur\u202f» à 12\u202f%",
        ),
        ("e\u0301te\u0301", "été"),
        ("你好", MISSING * 2),
        ("👩🏽‍⚕️", MISSING * 2),
        ("ﬁn", "fin"),
        ("a\u200bb\x00c\u202ed", "abcd"),
        ("a\u2003b", "a b"),
    ],
)
def test_letters_are_shown_or_replaced(text: str, expected: str) -> None:
    assert showable(text, KNOWN) == expected


@given(st.text())
def test_whatever_is_written_can_be_shown(text: str) -> None:
    shown = showable(text, KNOWN)

    assert all(ord(letter) in KNOWN for letter in shown)
    assert showable(shown, KNOWN) == shown


def test_a_small_font_has_the_letters_that_were_asked_for() -> None:
    letters = frozenset(map(ord, "Été □"))

    data = true_type(FONT, letters | {0x4F60})

    with TTFont(BytesIO(data)) as made, TTFont(FONT) as whole:
        assert set(made.getBestCmap() or ()) == letters
        assert "glyf" in made
        assert "CFF " not in made
        name = (made.getBestCmap() or {})[ord("É")]
        assert made["hmtx"][name] == whole["hmtx"][(whole.getBestCmap() or {})[ord("É")]]
        heights: list[Any] = [made["hhea"], whole["hhea"]]
        assert heights[0].ascent == heights[1].ascent
    assert len(data) < 6_000
    assert data == true_type(FONT, letters)
