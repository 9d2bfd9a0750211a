"""Cutting a text into the characters that people see."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.counting import graphemes
from tests.domain.counting.texts import unruly


@settings(deadline=None)
@given(unruly)
def test_the_clusters_joined_are_the_text(text: str) -> None:
    assert "".join(graphemes.graphemes(text)) == text


@settings(deadline=None)
@given(st.text("🇫🇷é\u0301\u200d", max_size=300))
def test_rows_of_flag_letters_are_cut_where_unicode_cuts_them(text: str) -> None:
    assert list(graphemes.graphemes(text)) == regex.findall(r"\X", text)


@pytest.mark.parametrize("letters", [1, 2, 63, 64, 65, 66, 127, 128, 129, 400, 401])
def test_a_long_row_of_flag_letters_is_counted_in_pairs(letters: int) -> None:
    assert graphemes.length("🇫" * letters) == (letters + 1) // 2
    assert graphemes.length("a" + "🇫" * letters + "\u0301b") == (letters + 1) // 2 + 2


def test_a_lone_surrogate_is_replaced_in_its_place() -> None:
    assert graphemes.without_surrogates("a\ud83db\udc00") == "a\ufffdb\ufffd"
