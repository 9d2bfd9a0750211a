"""Search ignores accents and case; what cannot be stored is replaced, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.folding import folded, search_words, storable

SURROGATES = st.integers(0xD800, 0xDFFF).map(chr)
HOSTILE = st.lists(st.one_of(st.characters(), SURROGATES, st.just("\0")), max_size=30).map("".join)


def test_accents_case_and_ligatures_do_not_matter() -> None:
    assert folded("ŒUVRE Éternelle À l’hôpital") == "oeuvre eternelle a l hopital"


def test_a_query_becomes_words_of_letters_and_digits() -> None:
    assert search_words("  L’Été 2026, « cœur » ! ") == ("l", "ete", "2026", "coeur")


@given(text=st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(text=HOSTILE)
def test_what_is_storable_can_be_encoded_and_holds_no_nul(text: str) -> None:
    clean = storable(text)

    assert clean.encode("utf-8").decode("utf-8") == clean
    assert "\0" not in clean
    assert storable(clean) == clean


@given(text=st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_a_sound_text_is_kept_as_it_is(text: str) -> None:
    assert storable(text) == text


@given(before=st.text(), after=st.text(), lone=SURROGATES)
def test_only_the_lone_surrogate_is_replaced(before: str, after: str, lone: str) -> None:
    before, after = storable(before), storable(after)

    assert storable(f"{before}{lone}{after}") == f"{before}\ufffd{after}"


def test_a_lone_surrogate_is_replaced_at_each_place() -> None:
    assert storable("\ud83da\udc00 \ud83d") == "\ufffda\ufffd \ufffd"


def test_two_halves_of_an_emoji_become_the_emoji() -> None:
    assert storable("\ud83d\ude00") == "😀"


def test_a_nul_is_replaced() -> None:
    assert storable("a\0b") == "a\ufffdb"
