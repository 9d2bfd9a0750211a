"""Reading a status's HTML back into the text that was sent."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.networks.mastodon_text import comparable, same_text, text_of_html

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=200)


def _as_mastodon_shows(text: str) -> str:
    paragraphs = html.escape(text).split("\n\n")
    return "".join(f"<p>{paragraph.replace(chr(10), '<br />')}</p>" for paragraph in paragraphs)


@pytest.mark.parametrize(
    ("shown", "sent"),
    [
        ("<p>Vaccination gratuite&nbsp;: venez&#39;</p>", "Vaccination gratuite\u00a0: venez'"),
        ("<p>Un</p><p>Deux<br>Trois</p>", "Un\n\nDeux\nTrois"),
        (
            '<p>Lire <a href="https://clinique.example/grippe"><span class="invisible">https://</span>'
            '<span class="ellipsis">clinique.example/gr</span><span class="invisible">ippe</span></a></p>',
            "Lire https://clinique.example/grippe",
        ),
        (
            '<p>Merci <span class="h-card"><a href="https://a.example/@marie" class="u-url mention">@'
            "<span>marie</span></a></span> !</p>",
            "Merci @marie@a.example !",
        ),
        (
            '<p>Le <a href="https://a.example/tags/MoisSansTabac" class="mention hashtag" rel="tag">#'
            "<span>MoisSansTabac</span></a></p>",
            "Le #MoisSansTabac",
        ),
        ('<p class="quote-inline">RE: https://b.example/1</p><p>Bravo</p>', "Bravo"),
        ("Texte sans balise &lt;3", "Texte sans balise <3"),
    ],
)
def test_what_the_server_shows_is_the_text_that_was_sent(shown: str, sent: str) -> None:
    assert same_text(text_of_html(shown), sent)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Portes ouvertes samedi", "Portes ouvertes dimanche"),
        ("Portes ouvertes samedi", "Portes ouvertes samedi 14 h"),
        ("@marie merci", "@marion merci"),
        ("", "Portes ouvertes"),
    ],
)
def test_another_text_is_not_taken_for_ours(first: str, second: str) -> None:
    assert not same_text(first, second)


@given(_WORDS)
def test_any_text_is_recognised_after_a_way_through_html(text: str) -> None:
    assert same_text(text_of_html(_as_mastodon_shows(text)), text)


@given(st.text())
def test_comparing_twice_changes_nothing(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)


@given(st.text())
def test_no_html_breaks_the_reader(hostile: str) -> None:
    assert isinstance(text_of_html("<p" + hostile), str)


def test_a_script_is_never_read_as_words() -> None:
    assert text_of_html("<script>alert(1)</script><p>Bonjour</p>") == "Bonjour"
