"""The document of a press review: every word in its place."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.press_review_document import LONGEST_ADDRESS, address_shown, clickable, compose
from cmstation.domain.watch_alert_words import Tone
from tests.domain.review_samples import ARTICLE, MASTHEAD, entry, review


def test_an_article_says_source_date_author_and_tone() -> None:
    made = compose(review([entry(0, tone=Tone.NEGATIVE)]), MASTHEAD)

    (chapter,) = made.chapters
    (part,) = chapter.entries
    assert chapter.heading == "La clinique dans la presse"
    assert part.told == "La Gazette des Tilleuls · 7\u00a0mars\u00a02027 · Jeanne Corbel"
    assert part.tone_words == "▼\u00a0négatif"
    assert part.address == "gazette.example/sante/2027/03/article-0"
    assert len(part.summary) == 2


def test_what_nobody_knows_is_said() -> None:
    bare = entry(0, title=" ", source="", author="", published=None, link="", theme="")

    made = compose(review([bare]), MASTHEAD)

    part = made.chapters[0].entries[0]
    assert made.chapters[0].heading == "Autres articles"
    assert (part.title, part.told) == ("Sans titre", "Source inconnue · date inconnue")
    assert made.sources == (("Source inconnue", "1\u00a0article"),)


def test_days_are_those_of_the_clinic() -> None:
    late = entry(0, published=datetime(2027, 3, 6, 23, 30, tzinfo=UTC), author="")

    at_home = compose(review([late]), MASTHEAD).chapters[0].entries[0]
    far_away = compose(review([late]), replace(MASTHEAD, zone="America/Montreal")).chapters[0].entries[0]

    assert at_home.told.endswith("7\u00a0mars\u00a02027")
    assert far_away.told.endswith("6\u00a0mars\u00a02027")


@pytest.mark.parametrize("licence", [True, False])
@pytest.mark.parametrize("asked", [True, False])
def test_a_full_text_takes_a_licence_and_the_officers_wish(licence: bool, asked: bool) -> None:
    wanted = entry(0, full_text=asked)

    part = compose(review([wanted], licence=licence), MASTHEAD, {1: ARTICLE}).chapters[0].entries[0]

    assert bool(part.copied) is bool(part.mention) is (licence and asked)


def test_a_copy_names_source_date_and_licence() -> None:
    made = review([entry(0, full_text=True)], licence=True)

    named = compose(made, MASTHEAD, {1: ARTICLE}).chapters[0].entries[0].mention
    nameless = compose(made, replace(MASTHEAD, licence=""), {1: ARTICLE}).chapters[0].entries[0].mention

    assert named == (
        "La Gazette des Tilleuls, 7\u00a0mars\u00a02027. "
        "Reproduction autorisée dans le cadre de la licence CFC n°\u00a02027-118."
    )
    assert nameless.endswith("dans le cadre de la licence de copie de l’établissement.")


def test_no_articles_are_told_as_such() -> None:
    made = compose(review(0), MASTHEAD)

    assert made.summary == "Aucun article n’a été retenu pour cette période."
    assert (made.chapters, made.shares, made.sources) == ((), (), ())


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        (" https://a.example/\n", "https://a.example/"),
        ("https://a.example/été à la mer", "https://a.example/%C3%A9t%C3%A9%20%C3%A0%20la%20mer"),
        ("https://a.example/d%C3%A9j%C3%A0", "https://a.example/d%C3%A9j%C3%A0"),
        ("https://hôpital.example/", "https://xn--hpital-ixa.example/"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("pas une adresse", ""),
    ],
)
def test_only_links_of_the_web_can_be_clicked(link: str, expected: str) -> None:
    assert clickable(link) == expected


def test_addresses_are_shown_short_and_without_passwords() -> None:
    assert address_shown("https://lea:secret@www.a.example/d%C3%A9j%C3%A0/?utm_source=x") == "a.example/déjà"
    assert len(address_shown(f"https://a.example/{'a' * 900}")) == LONGEST_ADDRESS


@given(st.text(), st.text(), st.text())
def test_no_text_breaks_a_document(title: str, summary: str, link: str) -> None:
    part = (
        compose(review([entry(0, title=title, summary=summary, link=link)]), MASTHEAD).chapters[0].entries[0]
    )

    shown = "".join((part.title, part.told, part.address, part.link, *part.summary))
    assert not any(letter in shown for letter in "\x00\n\r\t\x1b\u202e\u2028\ud800\uffff")
    assert part.title
    assert part.link.isascii()
