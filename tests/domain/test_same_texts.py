"""Texts that say the same are found, whatever their signs, and others are left alone."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import ItemKind
from cmstation.domain.same_texts import Said, alike, compared, families, said_twice

START = datetime(2026, 10, 1, 8, tzinfo=UTC)
MONTH = timedelta(days=30)
LONG = (
    "Don du sang jeudi 12 mars de 14 h à 19 h dans le hall de la clinique : venez nombreux, "
    "pensez à votre carte d’identité et à bien boire avant."
)


def said(text: str, day: float, identity: int, account: int = 1) -> Said:
    return Said(ItemKind.POST, identity, account, START + timedelta(days=day), text)


def twice(*found: Said) -> list[tuple[int, int]]:
    return [(earlier.identity, later.identity) for earlier, later in said_twice(found, MONTH)]


def test_signs_case_accents_and_addresses_do_not_make_a_new_text() -> None:
    first = compared("Été : PROTÉGEZ-vous ! https://clinique.example/?utm=1")

    assert first == compared("ete protegez vous https://autre.example")


def test_a_changed_date_in_a_long_text_is_nearly_the_same() -> None:
    assert twice(said(LONG, 0, 1), said(LONG.replace("12 mars", "9 avril"), 20, 2)) == [(1, 2)]


def test_a_short_text_must_be_the_same() -> None:
    assert twice(said("Bonne fête Léa", 0, 1), said("Bonne fête Marie", 1, 2)) == []


def test_a_text_without_words_says_nothing() -> None:
    assert twice(said("🎉", 0, 1), said("🎉", 1, 2)) == []


def test_another_account_may_say_the_same() -> None:
    assert twice(said(LONG, 0, 1, account=1), said(LONG, 1, 2, account=2)) == []


def test_a_month_later_it_may_be_said_again() -> None:
    assert twice(said(LONG, 0, 1), said(LONG, 30, 2), said(LONG, 60.1, 3)) == [(1, 2)]


def test_each_is_compared_with_the_one_before() -> None:
    assert twice(said(LONG, 9, 3), said(LONG, 0, 1), said(LONG, 4, 2)) == [(1, 2), (2, 3)]


words = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=12).map(tuple)


@given(st.lists(words, max_size=12))
def test_equal_texts_are_in_one_family_and_families_hold_together_by_likeness(
    texts: list[tuple[str, ...]],
) -> None:
    found = families(texts)

    assert set(found) == {text for text in texts if text}
    for family in set(found.values()):
        members = [text for text, number in found.items() if number == family]
        assert len(members) == 1 or all(
            any(alike(one, other) for other in members if other != one) for one in members
        )


@given(st.integers(0, 19), st.lists(st.sampled_from(["hier", "demain", "nord", "sud"]), max_size=8))
def test_one_changed_word_is_noticed_wherever_it_stands(place: int, others: list[str]) -> None:
    first = [f"mot{number}" for number in range(20)]
    second = [*first[:place], "autre", *first[place + 1 :]]
    texts = [tuple(first), *((f"bruit{n}", word) for n, word in enumerate(others)), tuple(second)]

    found = families(texts)

    assert found[tuple(first)] == found[tuple(second)]
