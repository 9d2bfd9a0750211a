"""The tone is suggested from words of the press, with the words that led to it."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.watch_alert_tone import ToneReading, tone_of
from cmstation.domain.watch_alert_words import Tone, ToneWords, tone_words
from cmstation.domain.watch_rule_patterns import token_fits
from cmstation.domain.watch_rule_words import words_of
from cmstation.resource_files import resource
from tests.domain.watch_headlines import HEADLINES

OWN = ToneWords(
    ["plainte*", "grève", "erreur* médicale*", "gravité"],
    ["fin de la grève", "don"],
    ["sans", "aucune", "pas", "lutte contre"],
    ["de", "la", "nouvelle"],
    ["don du sang"],
)


def of_list(tone: Tone) -> list[tuple[str, ...]]:
    """Return the entries of one list that ships."""
    return [entry.tokens for entry in tone_words().entries if entry.tone is tone]


def test_a_negative_word_in_the_title_is_enough() -> None:
    reading = tone_of("Clinique : des PLAINTES", "Rien d’autre.", OWN)

    assert reading == ToneReading(Tone.NEGATIVE, ("PLAINTES",), ())


def test_one_word_of_a_text_is_not_and_two_are() -> None:
    assert tone_of("Clinique", "Une plainte.", OWN).tone is Tone.NEUTRAL
    assert tone_of("Clinique", "Une plainte, une plainte.", OWN).tone is Tone.NEUTRAL
    assert tone_of("Clinique", "Une plainte, une erreur médicale.", OWN).tone is Tone.NEGATIVE


def test_a_word_of_the_title_keeps_its_weight_when_the_text_says_it_again() -> None:
    assert tone_of("Plainte", "Une plainte.", OWN) == ToneReading(Tone.NEGATIVE, ("Plainte",))


def test_both_sides_are_weighed_and_both_are_named() -> None:
    reading = tone_of("Un don, une plainte", "", OWN)

    assert reading == ToneReading(Tone.NEUTRAL, ("plainte",), ("don",))


def test_the_longest_phrase_wins() -> None:
    assert tone_of("Fin de la grève", "", OWN) == ToneReading(Tone.POSITIVE, (), ("Fin de la grève",))
    assert tone_of("Don du sang", "", OWN) == ToneReading(Tone.NEUTRAL)


@pytest.mark.parametrize(
    "title",
    [
        "Chute sans gravité",
        "Aucune plainte",
        "Pas de nouvelle plainte",
        "La lutte contre la grève",
        "Sans la moindre plainte",
    ],
)
def test_what_is_denied_is_not_counted(title: str) -> None:
    words = ToneWords(
        ["gravité", "plainte*", "grève"],
        [],
        ["sans", "aucune", "pas", "lutte contre"],
        ["de", "la", "nouvelle", "moindre"],
    )

    assert tone_of(title, "", words) == ToneReading(Tone.NEUTRAL)


@pytest.mark.parametrize(
    "title", ["Sans médecin, une plainte", "Pas un geste après la plainte", "Sans suite. Grève"]
)
def test_a_negation_of_something_else_cancels_nothing(title: str) -> None:
    assert tone_of(title, "", OWN).tone is Tone.NEGATIVE


def test_a_denied_good_word_is_no_bad_news() -> None:
    assert tone_of("Pas de don", "", OWN) == ToneReading(Tone.NEUTRAL)


@given(title=st.text(), text=st.text())
def test_any_text_has_a_tone_and_its_words_stand_in_it(title: str, text: str) -> None:
    reading = tone_of(title, text)

    assert all(word in title or word in text for word in (*reading.negative, *reading.positive))
    assert reading.tone is Tone.NEUTRAL or reading.negative or reading.positive


def test_the_lists_are_long_enough_and_short_to_read() -> None:
    assert len(of_list(Tone.NEGATIVE)) >= 150
    assert len(of_list(Tone.POSITIVE)) >= 80
    assert tone_words() is tone_words()


def test_no_entry_is_empty_or_stands_in_two_lists() -> None:
    entries = [entry.tokens for entry in tone_words().entries]

    assert all(entries)
    assert len(set(entries)) == len(entries)


@pytest.mark.parametrize("tone", list(Tone))
def test_no_entry_is_covered_by_another_one_of_its_list(tone: Tone) -> None:
    for one, other in combinations(of_list(tone), 2):
        for wide, narrow in ((one, other), (other, one)):
            same = len(wide) == len(narrow)
            assert not (same and all(map(token_fits, wide, narrow))), (wide, narrow)


@pytest.mark.parametrize("name", ["negative", "positive", "negations", "linking", "neutral"])
def test_a_list_begins_by_saying_what_it_is(name: str) -> None:
    assert resource("tone", f"{name}.txt").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    "everyday",
    [
        "Le cancer du sein",
        "Urgences : mode d’emploi",
        "Investigations et volets de l’étude",
        "Le brancardier et son métier",
        "Tension artérielle",
        "La prime des soignants",
    ],
)
def test_the_everyday_of_a_clinic_has_no_tone(everyday: str) -> None:
    assert tone_of(everyday, "").tone is Tone.NEUTRAL


def test_headlines_are_read_as_a_person_reads_them() -> None:
    readings = [(tone, tone_of(title, "").tone, title) for tone, title in HEADLINES]

    wrong = [(found, title) for tone, found, title in readings if found is not tone]
    assert len(wrong) <= len(HEADLINES) // 10
    # A tone that is missed is a nuisance, the contrary would be a lie.
    toned = [(tone, found) for tone, found, _title in readings if Tone.NEUTRAL not in (tone, found)]
    assert all(tone is found for tone, found in toned)


def test_hits_know_their_words() -> None:
    words, _stretches = words_of("Une plainte pour erreurs médicales")

    hits = OWN.hits(words)

    assert [(hit.first, hit.past, hit.entry.written) for hit in hits] == [
        (1, 2, "plainte*"),
        (3, 5, "erreur* médicale*"),
    ]
