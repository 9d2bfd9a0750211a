"""Texts fold into the same words whichever way they are read, and each word knows its place."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cmstation.domain.watch_rule_words import folded_item, folded_words, words_of

ANY_TEXT = st.text(st.characters())
FRENCH = st.text(st.sampled_from("aéèÀçœŒÆßœ’'- .,«»\u00a0\u202f\u00ad\u0301\u200b½™😀\n1²β"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Hôpital-Sud", "l hopital sud"),
        ("  Cœur, œuvre ; Æther ! ", "coeur oeuvre aether"),
        ("aujourd'hui jusquʼà", "aujourd hui jusqu a"),
        ("Doctolib™ n°\u00a05", "doctolib n 5"),
        ("télé\u00admédecine \u200eCHU\u200b", "telemedecine chu"),
        ("Straße ﬁn ĲSSEL", "strasse fin ijssel"),
        ("βlocage", "βlocage"),
        ("", ""),
        ("— … !", ""),
    ],
)
def test_words_lose_accents_case_and_signs(text: str, words: str) -> None:
    assert folded_words(text) == words


def test_an_item_keeps_its_title_apart_from_its_text() -> None:
    assert folded_item("Grève au\nCHU", "Les élus…") == "greve au chu\nles elus"


@given(text=st.one_of(ANY_TEXT, FRENCH))
@example(text="\ud800 é")
def test_folding_again_changes_nothing(text: str) -> None:
    folded = folded_words(text)

    assert folded_words(folded) == folded
    assert folded == " ".join(folded.split())


@given(text=st.one_of(ANY_TEXT, FRENCH))
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert folded_words(unicodedata.normalize("NFD", text)) == folded_words(text)


@given(text=st.one_of(ANY_TEXT, FRENCH))
@example(text="é\u0301 œ\u0301\n½x")
def test_each_word_stands_where_it_is_said_to(text: str) -> None:
    words, stretches = words_of(text)

    assert words == folded_words(text).split()
    assert len(stretches) == len(words)
    for word, (start, end) in zip(words, stretches, strict=True):
        assert 0 <= start < end <= len(text)
        assert word in folded_words(text[start:end])
    assert [start for start, _end in stretches] == sorted(start for start, _end in stretches)


@given(text=FRENCH, rare=st.sampled_from("😀βı"))
def test_a_rare_character_beside_changes_no_other_word(text: str, rare: str) -> None:
    assert (
        folded_words(f"{text}\n{rare}").split()[: len(folded_words(text).split())]
        == folded_words(text).split()
    )


def test_all_letters_of_the_quick_way_fold_as_one_by_one() -> None:
    usual = "".join(map(chr, range(0x20, 0x180)))

    for character in usual:
        assert folded_words(f"a{character}b") == folded_words(f"a{character}b β").removesuffix(" β")
        assert words_of(f"a{character}b")[0] == folded_words(f"a{character}b").split()


def test_no_character_of_unicode_upsets_the_table() -> None:
    for code in range(0, sys.maxunicode + 1, 97):
        assert folded_words(chr(code)).isascii() or folded_words(chr(code)) == folded_words(
            folded_words(chr(code))
        )
