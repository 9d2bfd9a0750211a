"""Press reviews as a message: a draft for mail programs, with nothing that is loaded from afar."""

import email
import re
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cmstation.desktop import review_eml, review_html
from cmstation.domain.press_review import PressReview
from cmstation.domain.press_review_document import ReviewDocument, compose
from tests.domain.review_samples import ARTICLE, MASTHEAD, SUMMARY, TITLES, entry, review

VOID = frozenset({"meta", "img", "br"})


class Page(HTMLParser):
    """Collects what a page would load, where it leads, and whether its tags are closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name in {"src", "background", "srcset", "data", "poster"}:
                self.loaded.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            elif name == "style":
                assert "url(" not in (value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += f"{data} "


def document(made: PressReview, logo: bytes = b"") -> ReviewDocument:
    texts = {one.item: ARTICLE for one in made.entries}
    return compose(made, replace(MASTHEAD, logo=logo), texts)


def read(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=default)


def part(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    assert found is not None
    return found.get_content()


@pytest.fixture(scope="module")
def logo() -> bytes:
    made = BytesIO()
    Image.new("RGBA", (300, 90), "teal").save(made, "PNG")
    return made.getvalue()


def test_a_mail_program_opens_it_as_a_draft() -> None:
    message = read(review_eml.written(document(review(2))))

    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Clinique des Tilleuls – Revue de presse du 1er au 7\u00a0mars\u00a02027"
    assert message["From"] is None
    assert message["To"] is None
    assert message.get_content_type() == "multipart/alternative"


def test_the_page_and_the_plain_text_tell_the_same() -> None:
    message = read(review_eml.written(document(review(5, note="Une semaine calme."))))

    page, plain = Page(part(message, "html")).words, part(message, "plain")
    for words in (
        *TITLES,
        SUMMARY.partition("\n")[0],
        "date inconnue",
        "▼\u00a0négatif",
        "Une semaine calme.",
    ):
        assert words in page
        assert words in plain
    assert "20\u202f%" in page
    assert "<https://www.gazette.example/sante/2027/03/article-0>" in plain


def test_nothing_is_loaded_from_afar(logo: bytes) -> None:
    data = review_eml.written(document(review(5), logo))

    message = read(data)
    page = Page(part(message, "html"))
    assert page.loaded == ["cid:logo"]
    assert not page.tags & {"script", "link", "iframe", "object", "embed", "form", "base", "style", "svg"}
    (picture,) = [one for one in message.walk() if one.get_content_maintype() == "image"]
    assert picture["Content-ID"] == "<logo>"
    assert picture.get_content_disposition() == "inline"
    assert picture.get_payload(decode=True) == logo


def test_a_page_without_logo_loads_nothing_at_all() -> None:
    page = Page(review_html.written(document(review(3))))

    assert page.loaded == []
    assert page.open == []
    assert {link for link in page.links if not link.startswith("#")} == {
        f"https://www.gazette.example/sante/2027/03/article-{number}" for number in range(3)
    }


def test_what_articles_say_is_never_markup() -> None:
    sly = entry(
        0,
        title="<script>alert(1)</script>",
        source='"><img src=https://a.example/x.png>',
        link='https://a.example/"onmouseover="x',
        summary="</td></table><iframe src=//a.example>",
        theme="<style>*{display:none}</style>",
    )

    page = Page(review_html.written(document(review([sly]))))

    assert page.loaded == []
    assert not page.tags & {"script", "iframe", "style"}
    assert "<script>alert(1)</script>" in page.words


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_gives_a_message_that_can_be_read(title: str, summary: str) -> None:
    made = document(review([entry(0, title=title, summary=summary)]))

    message = read(review_eml.written(made))

    Page(part(message, "html"))
    shown = made.chapters[0].entries[0]
    lines = part(message, "plain").splitlines()
    assert all(told in lines for told in (shown.title, *shown.summary))


@pytest.mark.parametrize("licence", [True, False])
def test_a_full_text_never_shows_without_the_licence(licence: bool) -> None:
    message = read(review_eml.written(document(review([entry(0, full_text=True)], licence=licence))))

    for kind in ("html", "plain"):
        words = part(message, kind)
        assert words.count("Elle a poussé la porte") == (4 if licence else 0)
        assert ("Reproduction autorisée" in words) is licence


def test_lines_are_short_and_in_plain_letters_for_every_mail_server(logo: bytes) -> None:
    data = review_eml.written(document(review(20), logo))

    assert data.isascii()
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert not re.search(rb"(?<!\r)\n", data)


def test_no_article_is_a_clear_message() -> None:
    message = read(review_eml.written(document(review(0))))

    for kind in ("html", "plain"):
        assert "Aucun article n’a été retenu pour cette période." in part(message, kind)


def test_the_same_document_gives_the_same_bytes(logo: bytes) -> None:
    made = document(review(4), logo)

    assert review_eml.written(made) == review_eml.written(made)
