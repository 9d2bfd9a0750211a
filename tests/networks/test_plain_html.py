"""Plain text becomes paragraphs, links and figures, and can never become anything else."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.networks.plain_html import Figure, addresses_in, escaped, figures, paragraphs


class Reader(HTMLParser):
    """Collect tags and text as a browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        self.text += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.text += data


def read(markup: str) -> Reader:
    """Read markup."""
    reader = Reader()
    reader.feed(markup)
    reader.close()
    return reader


def test_empty_lines_part_paragraphs_and_line_ends_stay() -> None:
    markup = paragraphs("Un\ndeux\r\n\r\n  \n\nTrois\n")

    assert re.findall(r"<p>.*?</p>", markup) == ["<p>Un<br>deux</p>", "<p>Trois</p>"]
    assert markup.count("<!-- wp:paragraph -->") == markup.count("<!-- /wp:paragraph -->") == 2


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Voir https://a.example/b.", ("https://a.example/b",)),
        ("(https://a.example/b_(c))", ("https://a.example/b_(c)",)),
        ("« https://a.example/b\u00a0»", ("https://a.example/b",)),
        ("https://a.example/?x=1&y=2\u202f!", ("https://a.example/?x=1&y=2",)),
        ("https://a.example/b, http://c.example", ("https://a.example/b", "http://c.example")),
        ('<a href="https://a.example/">x</a>', ("https://a.example/",)),
        ("javascript:alert(1) data:text/html,x www.a.example", ()),
    ],
)
def test_addresses_become_links_without_the_sentence_around_them(
    text: str, addresses: tuple[str, ...]
) -> None:
    links = [attributes["href"] for tag, attributes in read(paragraphs(text)).tags if tag == "a"]

    assert tuple(links) == addresses == addresses_in(text)


def test_no_shortcode_and_no_joined_hyphens() -> None:
    assert "[" not in escaped("[gallery]")
    assert html.unescape(escaped("[gallery] --")) == "[gallery] --"
    assert "--" not in escaped("a---b----c")


@given(st.text())
def test_any_text_stays_text(text: str) -> None:
    reader = read(paragraphs(text))

    assert {tag for tag, _ in reader.tags} <= {"p", "a", "br"}
    written = "".join(re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", text).split())
    assert "".join(reader.text.split()) == written


@given(st.text())
def test_any_alternative_text_stays_an_attribute(text: str) -> None:
    markup = figures([Figure(7, "https://a.example/x.png", text)])
    reader = read(markup)

    assert [tag for tag, _ in reader.tags] == ["figure", "img"]
    assert reader.tags[1][1]["alt"] == html.unescape(escaped(text))
    assert reader.tags[1][1]["src"] == "https://a.example/x.png"
