"""X: weights, links and emoji."""

import unicodedata

import pytest
from hypothesis import given, settings

from cmstation.domain.counting import x
from tests.domain.counting.texts import FAMILY, unruly

LINK = x.URL_WEIGHT


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Bonjour", 7),
        ("Été, œuvre, çà et là", 20),
        ("«\u00a0Bien\u00a0»", 8),
        ("«\u202fBien\u202f»", 10),
        ("l’hôpital – “ici” — là", 22),
        ("Suite…", 7),
        ("12 €", 5),
        ("Ⅷ", 2),
        ("Привет", 6),
        ("Καλημέρα", 8),
        ("שלום", 4),
        ("السلام عليكم", 12),
        ("สวัสดี", 6),
        ("გამარჯობა", 9),
        ("한글", 4),
        ("漢字かな", 8),
        ("ｆｕｌｌ", 8),
        ("\u1100", 2),
        ("\u10ff", 1),
        ("\u2028", 2),
        ("\u200b\u200d", 2),
        ("\u2032\u2037", 2),
        ("a\nb\r\n", 5),
        ("𝒳", 2),
    ],
)
def test_each_character_weighs_one_or_two(text: str, weight: int) -> None:
    assert x.weighted_length(text) == weight


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("😀", 2),
        (FAMILY, 2),
        ("👩🏾\u200d⚕\ufe0f", 2),
        ("🧑🏻\u200d🤝\u200d🧑🏿", 2),
        ("👩🏽\u200d❤\ufe0f\u200d💋\u200d👨🏿", 2),
        ("🏃🏼\u200d♀\ufe0f\u200d➡\ufe0f", 2),
        ("🧑🏾\u200d🦽\u200d➡\ufe0f", 2),
        ("🏋\ufe0f\u200d♂\ufe0f", 2),
        ("🏳\ufe0f\u200d⚧\ufe0f", 2),
        ("❤\ufe0f\u200d🩹", 2),
        ("🫱🏿\u200d🫲🏻", 2),
        ("👍🏽", 2),
        ("☝🏿", 2),
        ("☝\ufe0f", 2),
        ("❤", 2),
        ("❤\ufe0f", 2),
        ("❤\ufe0e", 4),
        ("™\ufe0f", 2),
        ("©", 1),
        ("©\ufe0f", 2),
        ("7\ufe0f\u20e3", 2),
        ("7\u20e3", 2),
        ("7\ufe0f", 3),
        ("🇫🇷", 2),
        ("🇫🇷🇧🇪", 4),
        ("🇫", 2),
        ("🇫🇦", 4),
        ("🇦🇦🇫🇷", 6),
        ("🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", 2),
        ("👍🏽👍🏽", 4),
        ("👨\u200d🐢", 5),
        ("😀é😀", 5),
        (FAMILY * 140, 280),
    ],
)
def test_an_emoji_weighs_two_however_it_is_written(text: str, weight: int) -> None:
    assert x.weighted_length(text) == weight


@pytest.mark.parametrize(
    "text",
    [
        "https://clinique.fr",
        "http://clinique.fr/",
        "HTTPS://Clinique.FR/Soins",
        "clinique.fr",
        "www.clinique.co.uk",
        "clinique.paris",
        "Clinique.Health",
        "https://clinique.fr:8443/rdv?jour=1&heure=9#suite",
        "https://clinique.fr/soins_(adultes)",
        "https://clinique.fr/a_(b_(c))",
        "https://clinique.fr/Hôpital–jour",
        "https://clinique.fr/Врачи",
        "clinique.fr/rdv?jour=1",
        "https://cliniqué.fr",
        "https://病院.jp/",
        "https://病院.みんな",
        "http://xn--bcher-kva.ch",
        "https://sous_domaine.clinique.fr",
        "a-b.clinique.fr",
        "https://t.co/Ab12",
        "t.co/Ab12",
        "https://clinique.fr/a+",
        "https://clinique.fr/?" + "q=" * 900,
        "https://" + "a" * 63 + ".fr",
    ],
)
def test_a_link_weighs_twenty_three(text: str) -> None:
    assert x.weighted_length(text) == LINK
    assert x.weighted_length(f"Lire {text} ici") == LINK + 9


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("(https://clinique.fr)", 2),
        ("https://clinique.fr.", 1),
        ("https://clinique.fr/rdv, puis", 6),
        ("https://clinique.fr/rdv...", 3),
        ("https://clinique.fr/rdv!?", 2),
        ("https://clinique.fr/(ouvert", 7),
        ("https://clinique.fr/ouvert)", 1),
        ("«\u202fclinique.fr\u202f»", 6),
        ("clinique.fr?jour=1", 7),
        ("clinique.fr:8080", 5),
        ("clinique.frです", 4),
        ("病院clinique.fr", 4),
        ("病院。clinique.fr/rdv診療", 10),
        ("https://t.co/Ab12-suite", 6),
        ("https://t.co/Ab12/suite", 6),
        ("l’adresse:clinique.fr", 10),
        ("\u202aclinique.fr\u202c", 4),
        ("1.clinique.fr", 0),
        ("é.clinique.fr", 0),
        ("sous_domaine.clinique.fr", 5),
        ("Élan.clinique.fr", 1),  # the very first letter is read as what stands before the link
        ("Lire élan.clinique.fr", 5),
    ],
)
def test_what_surrounds_a_link_weighs_on_its_own(text: str, outside: int) -> None:
    assert x.weighted_length(text) == LINK + outside


@pytest.mark.parametrize(
    "text",
    [
        "clinique.invalide",
        "soin.Elle",
        "http://clinique",
        "http://clinique.fr-suite.",
        "accueil@clinique.fr",
        "@clinique.fr",
        "#clinique.fr",
        "$clinique.fr",
        "$https://clinique.fr",
        "xhttps://clinique",
        "-clinique.fr",
        "_clinique.fr",
        "/clinique.fr",
        "https://-clinique.fr",
        "https://clinique-.fr",
        "https://clinique_soin.fr",
        "https://" + "a" * 64 + ".fr",
        "https://t.co/" + "a" * 41,
        "archive.tar.gzip",
        "M.Durand",
        "clinique.fr@ailleurs",
        "clinique.music",
    ],
)
def test_what_only_looks_like_a_link_weighs_by_its_characters(text: str) -> None:
    assert x.urls(text) == []
    assert x.weighted_length(text) == len(text)


def test_a_label_is_measured_as_the_domain_name_system_writes_it() -> None:
    fits, too_long = "https://" + "あ" * 55 + ".fr", "https://" + "あ" * 64 + ".fr"

    assert x.weighted_length(fits) == LINK
    assert x.weighted_length(too_long) == 11 + 2 * 64


def test_a_link_longer_than_the_network_reads_is_no_link() -> None:
    start = "https://clinique.fr/"
    longest = start + "a" * (4096 - len(start) - len("https://"))

    assert x.weighted_length(longest) == LINK
    assert x.weighted_length(longest + "a") == len(longest) + 1


def test_several_links_glued_by_other_scripts_are_found() -> None:
    text = "clinique.frと診療所.jpとhttps://soin.fr/rdvへ"

    found = [text[start:end] for start, end in x.urls(text)]

    assert found == ["clinique.fr", "https://soin.fr/rdv"]


def test_decomposed_accents_weigh_as_composed_ones() -> None:
    assert x.weighted_length("e\u0301te\u0301") == 3
    assert x.weighted_length("\u1112\u1161\u11ab") == 2


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("Bonjour", True),
        ("é" * 280, True),
        ("é" * 281, False),
        ("漢" * 140, True),
        ("漢" * 141, False),
        ("", False),
        ("Bonjour\ufeff", False),
        ("Bonjour\uffff", False),
        ("\u202aBonjour\u202c", True),
    ],
)
def test_a_text_is_valid_between_one_and_the_limit(text: str, valid: bool) -> None:
    assert x.is_valid(text) is valid


def test_a_subscriber_has_a_higher_limit() -> None:
    assert x.is_valid("é" * 25_000, limit=25_000)


@settings(deadline=None)
@given(unruly)
def test_the_weight_does_not_depend_on_the_normal_form(text: str) -> None:
    assert x.weighted_length(unicodedata.normalize("NFD", text)) == x.weighted_length(
        unicodedata.normalize("NFC", text)
    )


@settings(deadline=None)
@given(unruly)
def test_links_and_emoji_lie_in_order_without_overlap(text: str) -> None:
    ready = x.normalised(text)

    done = 0
    for span in x.spans(ready):
        assert done <= span.start < span.end <= len(ready)
        done = span.end


@settings(deadline=None)
@given(unruly)
def test_a_line_of_its_own_adds_its_own_weight(text: str) -> None:
    whole = x.weighted_length(f"{text}\nhttps://clinique.fr/rdv\n😀")

    assert whole == x.weighted_length(text) + LINK + 4
