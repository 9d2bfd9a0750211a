"""Titles and leads are reduced to what stories are compared by, and kept in few bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.story_fingerprints import Fingerprint, OutdatedFingerprint, fingerprint
from cmstation.domain.story_word_lists import COMMON_WORDS, SITE_WORDS, STOP_WORDS
from cmstation.domain.story_words import (
    KINDS,
    LEAD_WORDS,
    NAME,
    NUMBER,
    TITLE_WORDS,
    bare_title,
    code_of,
    forget,
    item_words,
    shortened,
)

SOME = "grève à l’hôpital de Port-Ervan 12 1 240 VIDÉO. | Le Monde ? : œdème ✚ ﬁn \ud800 « x »"
WORDS = st.sampled_from(SOME.split())
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=40).map(" ".join))


def kinds(title: str, lead: str = "") -> dict[int, int]:
    words = item_words(title, lead, "")
    return {code & ~KINDS: code & KINDS for code in words.title + words.lead}


def word(text: str) -> int:
    return code_of(shortened(text))


@pytest.mark.parametrize(
    "title",
    [
        "Grève à Lannion",
        "VIDÉO. Grève à Lannion",
        "EN DIRECT : Grève à Lannion",
        "[Enquête] Grève à Lannion",
        "INFO OUEST LITTORAL. Grève à Lannion",
        "Grève à Lannion | Le Monde",
        "Grève à Lannion - Ouest-France",
        "EXCLUSIF. VIDÉO. Grève à Lannion – Actu.fr",
        "Grève à Lannion - Le Courrier d’Armor - Actualités",
    ],
)
def test_labels_and_names_of_sites_are_taken_off(title: str) -> None:
    assert bare_title(title, "courrier-armor.example")[0] == "Grève à Lannion"


@pytest.mark.parametrize(
    "title",
    [
        "Grève aux urgences - Lannion",
        "Vidéo",
        "Direct",
        "Rennes – Brest",
        "Lannion. La grève dure",
        "Covid-19 : le point",
    ],
)
def test_what_belongs_to_the_title_stays(title: str) -> None:
    assert bare_title(title, "courrier-armor.example")[0] == title


def test_the_publisher_after_the_title_is_told() -> None:
    assert bare_title("Grève à Lannion - Ouest-France", "news.google.com") == (
        "Grève à Lannion",
        "Ouest-France",
    )


def test_case_accents_and_endings_make_no_other_word() -> None:
    assert set(kinds("grèves infirmière ŒDÈME")) == set(kinds("Grève infirmiers oedème"))


def test_towns_that_begin_alike_stay_apart() -> None:
    towns = ["chateaubriant", "chateaubourg", "chateaudun", "villefranche", "villefontaine"]

    assert len({word(town) for town in towns}) == len(towns)


def test_capitals_inside_a_sentence_are_names_and_figures_are_numbers() -> None:
    found = kinds("Nouvelle grève à Lannion pour 12 lits", "Mardi. Rassemblement devant la mairie.")

    assert found[word("lannion")] == NAME
    assert found[code_of("12")] == NUMBER
    assert found[word("greve")] == 0
    assert found[word("rassemblement")] == 0


def test_a_town_alone_before_the_title_is_a_name() -> None:
    assert kinds("Lannion. Les lits manquent")[word("lannion")] == NAME


def test_a_shouted_title_holds_no_names() -> None:
    assert set(kinds("GRÈVE À LANNION").values()) == {0}


def test_a_lead_that_repeats_the_title_adds_what_follows_it() -> None:
    words = item_words("Grève à Lannion", "Grève à Lannion Quatre lits ferment", "")

    assert [code & ~KINDS for code in words.lead] == [word("lits"), word("ferment")]


def test_word_lists_are_as_folded_text_has_them() -> None:
    for listed in STOP_WORDS | COMMON_WORDS | SITE_WORDS:
        assert listed.isascii()
        assert listed == listed.lower()
    assert not STOP_WORDS & COMMON_WORDS


def test_publishers_are_the_same_by_name_and_by_host() -> None:
    by_host = fingerprint("Grève", "", "https://sante.ouest-courrier.example/a-1").site
    by_name = fingerprint("Grève - Ouest-Courrier", "", "https://news.google.com/articles/x").site
    by_origin = fingerprint("Grève", "", "https://news.google.com/articles/y", origin="Ouest Courrier").site

    assert by_host == by_name == by_origin != 0
    assert fingerprint("Grève", "", "https://news.google.com/articles/z").site == 0


def test_only_addresses_of_articles_are_kept() -> None:
    assert fingerprint("Grève", "", "https://paper.example").address == 0
    assert fingerprint("Grève", "", "").address == 0
    assert fingerprint("Grève", "", "https://paper.example/a").address != 0
    assert fingerprint("Grève", "", "https://paper.example?id=3").address != 0


@given(TEXTS, TEXTS, st.sampled_from(["", "https://paper.example/a-1", "pas une adresse"]))
def test_a_fingerprint_is_stored_and_read_again(title: str, lead: str, address: str) -> None:
    mark = fingerprint(title, lead, address)

    assert Fingerprint.unpacked(mark.packed()) == mark
    assert len(mark.title) <= TITLE_WORDS
    assert len(mark.lead) <= LEAD_WORDS
    assert len({code & ~KINDS for code in mark.title + mark.lead}) == len(mark.title) + len(mark.lead)


@given(TEXTS)
def test_what_was_read_before_does_not_change_a_fingerprint(title: str) -> None:
    warm = fingerprint(title, "", "")
    forget()

    assert fingerprint(title, "", "") == warm


def test_a_fingerprint_is_the_same_on_every_computer() -> None:
    mark = fingerprint("Lannion : 12 lits fermés", "", "https://paper.example/a-1")

    assert mark.packed().hex() == "010416601a4e9121c1d3bbc11e5095a740e0ce44534f7cfbed9598781f5f"


@pytest.mark.parametrize(
    "stored", [b"", b"\x01", b"\x02" + bytes(13), bytes(14), b"\x01\x00" + bytes(12) + b"abc"]
)
def test_what_another_version_stored_is_to_be_made_again(stored: bytes) -> None:
    with pytest.raises(OutdatedFingerprint):
        Fingerprint.unpacked(stored)
