"""What is stored of a feed runs nothing and loads nothing."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.networks.clean_html import ALLOWED, clean
from cmstation.networks.feed_gate import FeedCleaner

GATE = FeedCleaner()
_PIECES = (
    "<p> </p> <b > < </ /> <a_href= <img_src= <script> </script> <!-- --> <svg_onload= alert(1) javascript:"
    " https://a.example/ mailto:a@b.example ' \" = <style> <![CDATA[ <iframe_src= onerror= &lt; &#60; \0 é"
    " <base_href= <title> style= <A_HREF= data:text/html, \n _ width=1 <math> <template> <textarea> `"
)
PIECES = [piece.replace("_", " ") for piece in _PIECES.split(" ")]


class Harmless(HTMLParser):
    """Collects whatever is not on the list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {*ALLOWED, "div", "figure", "figcaption", "q"}:
            self.faults.append(tag)
        for name, value in attrs:
            if (tag, name) != ("a", "href"):
                self.faults.append(f"{tag} {name}")
            elif not re.match(r"(?:https?|mailto|image):", value or "", re.IGNORECASE):
                self.faults.append(f"{tag} {name} {value}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(decl)

    def handle_pi(self, data: str) -> None:
        self.faults.append(data)

    def unknown_decl(self, data: str) -> None:
        self.faults.append(data)


def faults(html: str) -> list[str]:
    reader = Harmless()
    reader.feed(html)
    reader.close()
    return reader.faults


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ('<p class="a">Un <B>mot</B></p>', "<p>Un <b>mot</b></p>"),
        ('<a title="x" href="https://a.example/?b=1&amp;c=2">ici</a>', None),
        ("<a href='javascript:alert(1)'>ici</a>", "<a>ici</a>"),
        ("<a href='/relatif'>ici</a>", "<a>ici</a>"),
        ("<span onclick=x>mot</span>", "mot"),
        ("3 < 4 > 2", "3 &lt; 4 &gt; 2"),
        ("<img src='https://a.example/i.jpg'>", '<a href="image:https://a.example/i.jpg">[image]</a>'),
        ('<img width="1" src="https://a.example/suivi.gif">', ""),
        ("<img src=x onerror=alert(1)>", ""),
        ("avant<script>alert(1)</script>après", "avantaprès"),
        ("avant<!-- <b>caché</b> -->après", "avantaprès"),
        ("<style>p{}</style>mot", "mot"),
        ("<iframe src='https://a.example'></iframe>mot", "mot"),
        ("<scr<script>ipt>alert(1)</script>", None),
    ],
)
def test_markup_is_reduced_to_what_is_harmless(html: str, kept: str | None) -> None:
    cleaned = GATE.clean(html)

    assert kept is None or cleaned == kept
    assert faults(cleaned) == []


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_nothing_harmful_comes_through(html: str) -> None:
    assert faults(GATE.clean(html)) == []


def test_what_is_stored_becomes_readable_when_it_is_shown() -> None:
    html = '<div><img src="https://a.example/i.jpg" alt="x"><p>Un <a href="https://a.example/">lien</a></p></div>'

    shown = clean(GATE.clean(html), "https://a.example/")

    assert "image:https://a.example/i.jpg" in shown
    assert '<a href="https://a.example/">lien</a>' in shown
    assert faults(shown) == []


def test_a_hostile_text_costs_little() -> None:
    for html in ("<" * 500_000, "<a " * 200_000, "<a href='" * 100_000, "<img " + " src=" * 100_000 + ">"):
        assert faults(GATE.clean(html)) == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Un <b>m</b>ot</p><p>Deux</p>", "Un mot Deux"),
        ("<ul><li>Un<li>Deux</ul>", "Un Deux"),
        ("L&#8217;h&ocirc;pital&nbsp;: 3 &lt; 4", "L’hôpital\xa0: 3 < 4"),
        ("Un<!-- rien --> mot<script>x</script>", "Un mot"),
        ("", ""),
    ],
)
def test_the_words_of_markup_are_found(html: str, words: str) -> None:
    GATE.clean(html)

    assert GATE.text(html) == words
