"""What is stored of a feed runs nothing and loads nothing."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.networks.clean_html import ALLOWED, clean
from cmstation.networks.feed_gate import LONGEST_ALT, FeedCleaner
from cmstation.networks.shown_html import shown

GATE = FeedCleaner()
_PIECES = (
    "<p> </p> <b > < </ /> <a_href= <img_src= <script> </script> <!-- --> <svg_onload= alert(1) javascript:"
    " https://a.example/ mailto:a@b.example ' \" = <style> <![CDATA[ <iframe_src= onerror= &lt; &#60; \0 é"
    " <base_href= <title> style= <A_HREF= data:text/html, \n _ width=1 <math> <template> <textarea> `"
)
PIECES = [piece.replace("_", " ") for piece in _PIECES.split(" ")]
# What images, formulas, careless quotes and cut ends are made of.
IMAGE_PIECES = [
    *(
        "<img",
        "<IMG",
        "<image",
        "<a",
        "<math",
        "</math",
        "<mi>",
        "<mtext>",
        "<annotation-xml>",
        "</a>",
        "<p>",
    ),
    *(
        " src=",
        " SRC =",
        " data-src=",
        " data-lazy-src=",
        " alt=",
        " href=",
        " title=",
        " width=",
        " onerror=",
    ),
    *('"', "'", ">", "/>", " ", "<", "&", "&lt;", "&#60;", "[", "]", "=", "`", "\n", "/", "😀", ":)"),
    *("//a.example/i.jpg", "https://a.example/i.jpg", "data:image/gif;base64,AA", "javascript:alert(1)"),
    *("image:https://a.example/", "mailto:a@b.example", "<!--", "-->", "<script>", "</script>", "<svg>"),
    *("<style>", "</style>", "<iframe", "alert(1)", "1", "mot", "]]>", "<![CDATA[", "<noscript>", "</"),
]
ADDRESS = "https://a.example/i.jpg"
IMAGE = f'<a href="image:{ADDRESS}">[image]</a>'


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


@settings(max_examples=400)
@given(st.lists(st.sampled_from(IMAGE_PIECES), max_size=30).map("".join))
def test_no_form_of_an_image_or_formula_brings_harm(html: str) -> None:
    stored = GATE.clean(html)

    assert faults(stored) == []
    assert faults(shown(stored)) == []


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        (f"<img src={ADDRESS} width=640>", IMAGE),
        (f"<img width=640 src={ADDRESS}>", IMAGE),
        ("<img src='//a.example/i.jpg'>", IMAGE),
        ("<img src=//a.example/i.jpg >", IMAGE),
        ('<img src="data:image/gif;base64,R0lG" data-src="https://a.example/i.jpg"/>', IMAGE),
        ('<img data-lazy-src="//a.example/i.jpg" alt="">', IMAGE),
        (f'<!-- x --><img src="data:image/gif;base64,R0lG" data-lazy-src="{ADDRESS}">', IMAGE),
        ('<!-- x --><img src="//a.example/i.jpg">', IMAGE),
        (f'<!-- x --><img src="{ADDRESS}" width="1">', ""),
        (
            f'<img src="{ADDRESS}" alt=" Le &quot;potager&quot; ">',
            IMAGE.replace("image]", "Le &quot;potager&quot;]"),
        ),
        (f"<img alt='3 < 4 > 2' src='{ADDRESS}'>", IMAGE.replace("image]", "3 &lt; 4 &gt; 2]")),
        (f'<img src="{ADDRESS}" class="emoji" alt="😀">', "😀"),
        (f'<!-- x --><img src="{ADDRESS}" class="emoji" alt="😀">', "😀"),
        ('<img src="/relative.jpg" alt="Le potager">', " [Le potager] "),
        ("<a href=https://a.example/ class=x>ici</a>", '<a href="https://a.example/">ici</a>'),
    ],
)
def test_an_image_is_found_however_it_is_written(html: str, stored: str) -> None:
    assert GATE.clean(html) == stored


def test_the_words_for_an_image_are_bounded_and_no_sign_is_cut() -> None:
    stored = GATE.clean(f'<img src="{ADDRESS}" alt="{"a" * (LONGEST_ALT - 3)}&eacute; et la suite">')

    assert stored == IMAGE.replace("image]", "a" * (LONGEST_ALT - 3) + "]")


@pytest.mark.parametrize(
    "beside", ["", "<!-- x -->", "<script>x</script>", "<iframe src='//b.example'></iframe>"]
)
def test_a_link_around_an_image_stays_whatever_is_beside_it(beside: str) -> None:
    stored = GATE.clean(f'{beside}<a href="https://b.example/"><img src="{ADDRESS}" alt="Photo"></a>')

    assert shown(stored) == (
        f'<p><a href="image:{ADDRESS}">[Photo]</a> <a href="https://b.example/">b.example</a></p>'
    )


@pytest.mark.parametrize(
    ("html", "stored", "words"),
    [
        ('<a title="a > b" href="https://a.example/">ici</a>', '<a href="https://a.example/">ici</a>', "ici"),
        ("<p title='<b>gras</b>'>mot</p>", "<p>mot</p>", "mot"),
        ('<p>mot <a href="https://a.exam', "<p>mot ", "mot"),
        ("<p>mot</p><im", "<p>mot</p>", "mot"),
        ("<p>mot</", "<p>mot", "mot"),
        ('<p>mot<img class="x" src=', "<p>mot", "mot"),
        ("si x <y alors tout va", "si x &lt;y alors tout va", "si x <y alors tout va"),
        ("je <3 ça", "je &lt;3 ça", "je <3 ça"),
        ("<math><mi>x</mi><mo>=</mo><mn>2</mn></math> ici", "x=2 ici", "x = 2 ici"),
        ("<!-- x --><MATH display=block><mi>x</mi><mo>=</mo></MATH> ici", "x= ici", "x= ici"),
        ("<!-- x --><math><semantics><msup><mi>x</mi><mn>2</mn></msup></semantics></math>", "x2", "x2"),
    ],
)
def test_careless_or_cut_markup_shows_its_words_alone(html: str, stored: str, words: str) -> None:
    assert GATE.clean(html) == stored
    assert GATE.text(html) == words


def test_what_is_stored_becomes_readable_when_it_is_shown() -> None:
    html = '<div><img src="https://a.example/i.jpg" alt="x"><p>Un <a href="https://a.example/">lien</a></p></div>'

    shown = clean(GATE.clean(html), "https://a.example/")

    assert "image:https://a.example/i.jpg" in shown
    assert '<a href="https://a.example/">lien</a>' in shown
    assert faults(shown) == []


HOSTILE = [
    "<img " + " alt='" * 100_001 + ">",
    "<img " + " src='//" * 100_001 + ">",
    "<a title='>" * 50_001,
    "<a b='x' " * 50_000 + ">>",
    "<a " + "b " * 200_000,
    "<!--" + "<math" * 100_000,
    '<img alt="' + "&" * 190_000 + '" src="//a">',
]


def test_a_hostile_text_costs_little() -> None:
    for html in (
        "<" * 500_000,
        "<a " * 200_000,
        "<a href='" * 100_000,
        "<img " + " src=" * 100_000 + ">",
        *HOSTILE,
    ):
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
