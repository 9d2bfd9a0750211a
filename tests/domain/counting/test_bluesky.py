"""Bluesky: graphemes, bytes, and what becomes a link."""

import pytest
import regex
from hypothesis import given, settings

from cmstation.domain.counting import bluesky
from cmstation.domain.counting.bluesky import Facet, FacetKind
from tests.domain.counting.texts import FAMILY, as_counted, unruly


def found(text: str) -> list[tuple[str, str, str]]:
    """Give each facet's kind, the text it covers, and its value."""
    stored = text.encode()
    return [
        (facet.kind.value, stored[facet.byte_start : facet.byte_end].decode(), facet.value)
        for facet in bluesky.detect_facets(text)
    ]


@pytest.mark.parametrize(
    ("text", "length", "size"),
    [
        ("", 0, 0),
        ("Été", 3, 5),
        ("e\u0301", 1, 3),
        (FAMILY, 1, 25),
        ("🇫🇷", 1, 8),
        ("«\u202fa\u202f»", 5, 11),
        ("漢字", 2, 6),
        ("\ud83d", 1, 3),
    ],
)
def test_a_text_has_a_length_and_a_size(text: str, length: int, size: int) -> None:
    assert bluesky.length(text) == length
    assert bluesky.byte_length(text) == size


def test_places_are_counted_in_bytes() -> None:
    facets = bluesky.detect_facets("Été 👍🏽 https://clinique.fr #santé")

    assert facets == [
        Facet(15, 34, FacetKind.LINK, "https://clinique.fr"),
        Facet(35, 42, FacetKind.TAG, "santé"),
    ]


@pytest.mark.parametrize(
    ("text", "covered", "value"),
    [
        ("https://clinique.fr", "https://clinique.fr", "https://clinique.fr"),
        ("http://clinique.fr/a?b=c#d", "http://clinique.fr/a?b=c#d", "http://clinique.fr/a?b=c#d"),
        ("https://sans-domaine", "https://sans-domaine", "https://sans-domaine"),
        ("Voir clinique.fr", "clinique.fr", "https://clinique.fr"),
        ("Voir Clinique.fr/Rdv", "Clinique.fr/Rdv", "https://Clinique.fr/Rdv"),
        ("httpbin.org", "httpbin.org", "https://httpbin.org"),
        ("www.clinique.co.uk/rdv", "www.clinique.co.uk/rdv", "https://www.clinique.co.uk/rdv"),
        ("Voir clinique.fr.", "clinique.fr", "https://clinique.fr"),
        ("Voir clinique.fr, puis", "clinique.fr", "https://clinique.fr"),
        ("https://clinique.fr/rdv ?", "https://clinique.fr/rdv", "https://clinique.fr/rdv"),
        ("https://clinique.fr/rdv?!", "https://clinique.fr/rdv?", "https://clinique.fr/rdv?"),
        ("(https://clinique.fr)", "https://clinique.fr", "https://clinique.fr"),
        ("(https://clinique.fr).", "https://clinique.fr", "https://clinique.fr"),
        ("(clinique.fr)", "clinique.fr", "https://clinique.fr"),
        ("https://a.fr/b_(c)", "https://a.fr/b_(c)", "https://a.fr/b_(c)"),
        ("oui\nclinique.fr\nnon", "clinique.fr", "https://clinique.fr"),
        ("ici\u202fclinique.fr", "clinique.fr", "https://clinique.fr"),
        ("«\u00a0https://a.fr/é\u00a0»", "https://a.fr/é", "https://a.fr/é"),
    ],
)
def test_a_link_is_found(text: str, covered: str, value: str) -> None:
    assert found(text) == [("link", covered, value)]


@pytest.mark.parametrize(
    "text",
    [
        "rapport.invalide",
        "soin.Elle",
        "CLINIQUE.FR",
        "HTTPS://clinique.fr",
        "chu-clinique.fr",
        "1er.fr",
        "mot:clinique.fr",
        "accueil@clinique.fr",
        "photo.jpg",
        "clinique.fr.jpg/rdv",
        "ex. : p.ex.",
        "https://",
        "https://.",
        "ftp://clinique.fr",
    ],
)
def test_what_only_looks_like_a_link_stays_text(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("@accueil.bsky.social", "@accueil.bsky.social"),
        ("Merci (@accueil.clinique.fr)", "@accueil.clinique.fr"),
        ("Merci @accueil.clinique.fr.", "@accueil.clinique.fr"),
        ("Merci @accueil.clinique.fr !", "@accueil.clinique.fr"),
        ("@a-b.test", "@a-b.test"),
        ("«\u202f@accueil.fr\u202f»", "@accueil.fr"),
    ],
)
def test_a_mention_is_found(text: str, covered: str) -> None:
    assert found(text) == [("mention", covered, covered[1:])]


@pytest.mark.parametrize(
    "text", ["@accueil", "mot@accueil.fr", "@accueil.invalide", "@a.fr_b", "@", "«@a.fr»"]
)
def test_what_only_looks_like_a_mention_stays_text(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "covered", "value"),
    [
        ("#santé", "#santé", "santé"),
        ("Ce #soir, oui", "#soir", "soir"),
        ("＃日本", "＃日本", "日本"),
        ("#2026ans", "#2026ans", "2026ans"),
        ("#a#b", "#a#b", "a#b"),
        ("##a", "##a", "#a"),
        ("#un_deux__…", "#un_deux", "un_deux"),
        ("#fin!?)", "#fin", "fin"),
        ("#🩺", "#🩺", "🩺"),
        ("#a\u200bb", "#a", "a"),
        ("#c-d, e", "#c-d", "c-d"),
        ("#" + "é" * 64, "#" + "é" * 64, "é" * 64),
        ("#" + "a" * 64 + "!", "#" + "a" * 64, "a" * 64),
        ("#" + "e\u0301" * 64, "#" + "e\u0301" * 64, "e\u0301" * 64),
        ("$aapl", "$aapl", "$AAPL"),
    ],
)
def test_a_tag_is_found(text: str, covered: str, value: str) -> None:
    assert found(text) == [("tag", covered, value)]


@pytest.mark.parametrize(
    "text",
    [
        "#",
        "# santé",
        "#2026",
        "#2026!",
        "#...",
        "#\ufe0f\u20e3",
        "#\u200ba",
        "mot#santé",
        "(#santé)",
        "#" + "a" * 65,
        "#" + ("e" + "\u0301" * 10) * 40,  # few characters, too many bytes
        "$5",
        "$toolong",
        "10$USD",
    ],
)
def test_what_only_looks_like_a_tag_stays_text(text: str) -> None:
    assert found(text) == []


def test_what_lies_inside_another_find_is_left_to_it() -> None:
    assert found("https://clinique.fr/(@accueil.fr) #rdv(clinique.fr)") == [
        ("link", "https://clinique.fr/(@accueil.fr)", "https://clinique.fr/(@accueil.fr)"),
        ("tag", "#rdv(clinique.fr", "rdv(clinique.fr"),
    ]


@settings(deadline=None)
@given(unruly)
def test_the_length_is_the_number_of_graphemes(text: str) -> None:
    clean = as_counted(text)

    assert bluesky.length(text) == len(regex.findall(r"\X", clean))


@settings(deadline=None)
@given(unruly)
def test_a_facet_covers_what_it_names_and_nothing_twice(text: str) -> None:
    clean = as_counted(text)
    stored = clean.encode()

    done = 0
    for facet in bluesky.detect_facets(text):
        assert done <= facet.byte_start < facet.byte_end <= len(stored)
        done = facet.byte_end
        covered = stored[facet.byte_start : facet.byte_end].decode()
        if facet.kind is FacetKind.LINK:
            assert facet.value in (covered, f"https://{covered}")
        elif facet.kind is FacetKind.MENTION:
            assert covered == f"@{facet.value}"
        else:
            assert covered in (f"#{facet.value}", f"＃{facet.value}") or covered.upper() == facet.value
