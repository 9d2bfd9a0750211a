"""Mastodon: graphemes, links with a scheme, mentions of other servers."""

import pytest
import regex
from hypothesis import given, settings

from cmstation.domain.counting import mastodon
from tests.domain.counting.texts import FAMILY, as_counted, unruly

LINK = mastodon.URL_LENGTH


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Été à l’hôpital", 15),
        ("e\u0301te\u0301", 3),
        ("«\u202foui\u202f» …", 9),
        (FAMILY, 1),
        ("🇫🇷🇧🇪", 2),
        ("1\ufe0f\u20e3", 1),
        ("क्षि", 1),
        ("กำ", 1),
        ("각", 1),
        ("\u1100\u1161\u11a8", 1),
        ("a\r\nb", 3),
        ("漢字", 2),
        ("مَرْحَبًا", 5),
    ],
)
def test_characters_are_counted_as_people_see_them(text: str, length: int) -> None:
    assert mastodon.length(text) == length


@pytest.mark.parametrize(
    "text",
    [
        "https://clinique.fr",
        "http://clinique.fr:8080/rdv?jour=1#haut",
        "HTTPS://clinique.fr",
        "gemini://clinique.fr/soins",
        "gopher://clinique.fr",
        "ipfs://clinique.fr",
        "https://clinique.fr/漢字/ไทย",
        "https://clinique.fr/soins_(adultes)",
        "https://clinique.fr/?q=été\u00a0ici",
        "https://müller.de/",
        "https://病院.jp",
        "https://☃.net",
        "https://clinique.fr/" + "a" * 4000,
    ],
)
def test_a_link_with_a_scheme_counts_twenty_three(text: str) -> None:
    assert mastodon.length(text) == LINK
    assert mastodon.length(f"Lire : {text} ici") == LINK + 11


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("https://clinique.fr.", 1),
        ("(https://clinique.fr/rdv)", 2),
        ("«\u202fhttps://clinique.fr/rdv\u202f»", 4),
        ("https://clinique.fr/rdv, ok", 4),
        ("https://clinique.fr/a!", 1),
        ("https://clinique.fr/<b", 2),
        ("https://clinique.fr/東_(駅)", 3),
        ("https://clinique.fr/b_(l)", 0),
        ("https://t.co/Ab12?x=1", 4),
    ],
)
def test_what_follows_a_link_counts_on_its_own(text: str, outside: int) -> None:
    assert mastodon.length(text) == LINK + outside


@pytest.mark.parametrize(
    "text",
    [
        "clinique.fr",
        "www.clinique.fr/rdv",
        "ftp://clinique.fr",
        "mailto:accueil@clinique.fr",
        "xhttps://clinique.fr",
        "#https://clinique.fr",
        "https://clinique",
        "https://clinique.invalide",
        "https://192.168.0.1/",
        "https://localhost/",
        "https://clinique.fr/" + "a" * 4100,
        "https://" + "a" * 64 + ".fr",
        "https://😀.com",
        "https://t.co/" + "a" * 41,
    ],
)
def test_what_the_server_does_not_link_counts_by_its_characters(text: str) -> None:
    assert mastodon.urls(text) == []
    assert mastodon.length(text) == len(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("@accueil", 8),
        ("@accueil@clinique.example", 8),
        ("@Dr.Ada-L_1@sous.clinique.example !", 13),
        ("(@accueil@clinique.example)", 10),
        ("@accueil@clinique.example.", 9),
        ("@accueil@clinique.example/", 9),
        ("@a@病院.jp", 2),
        ("@a@x.fr @b@y.fr", 5),
        ("mot@accueil@clinique.fr", 23),
        ("/@accueil@clinique.fr", 21),
        ("=@accueil@clinique.fr", 21),
        ("@accueil@clinique.fr@", 21),
        ("@accueil@clinique.fr://", 23),
        ("@é@clinique.fr", 14),
        ("@a@" + "b" * 250 + ".fr", 2),
        ("@a@" + "b" * 251 + ".fr", 257),
        ("https://clinique.fr/@accueil@autre.example", LINK),
    ],
)
def test_a_mention_counts_without_its_server(text: str, length: int) -> None:
    assert mastodon.length(text) == length


def test_the_content_warning_counts_too() -> None:
    assert mastodon.length("https://clinique.fr", spoiler_text="Santé : https://clinique.fr") == LINK + 27


def test_a_server_may_count_links_otherwise() -> None:
    assert mastodon.length("Lire https://clinique.fr", url_length=40) == 45
    assert mastodon.length("Lire https://clinique.fr", url_length=0) == 5


@settings(deadline=None)
@given(unruly)
def test_without_links_and_mentions_only_graphemes_count(text: str) -> None:
    plain = as_counted(text).replace("@", "a").replace(":", ";")

    assert mastodon.length(plain) == len(regex.findall(r"\X", plain))


@settings(deadline=None)
@given(unruly)
def test_links_and_mentions_lie_in_order_without_overlap(text: str) -> None:
    done = 0
    for span in mastodon.spans(text):
        assert done <= span.start < span.end <= len(text)
        done = span.end
