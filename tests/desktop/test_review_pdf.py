"""Press reviews as PDF: everything is there, on the page that the table of contents tells."""

import re
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cmstation.desktop import review_pdf
from cmstation.domain.press_review import PressReview
from cmstation.domain.press_review_document import ReviewDocument, compose
from tests.desktop.review_pages import needs_pdftotext, pages_of
from tests.domain.review_samples import ARTICLE, MASTHEAD, THEMES, TITLES, entry, review

ODD = (
    entry(0, title="Santé 你好 مرحبا 😀 connectée 👩🏽‍⚕️", theme="Thème " * 60),
    entry(1, title="Anticonstitutionnellement" * 20, link=f"https://a.example/{'x' * 3_000}"),
    entry(2, title="", source="", link="javascript:alert(1)", published=None, summary="", theme="Z" * 300),
    entry(3, title="x\x00y\ud800z \u202eabc\u200b", source="S" * 400, author="\u2028"),
    entry(4, summary="mot " * 4_000),
)


def document(made: PressReview, logo: bytes = b"") -> ReviewDocument:
    texts = {one.item: ARTICLE for one in made.entries}
    return compose(made, replace(MASTHEAD, logo=logo), texts)


def logo(mode: str, kind: str) -> bytes:
    made = BytesIO()
    Image.new(mode, (300, 90), 128 if mode == "L" else "teal").save(made, kind)
    return made.getvalue()


@needs_pdftotext
def test_every_article_is_told_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    made = review(5, note="Une semaine calme.\nDeux articles à lire.")

    pages = pages_of(review_pdf.written(document(made)), tmp_path)

    cover, inside = pages[0], " ".join(pages[1:])
    for words in (
        *("Clinique des Tilleuls", "Revue de presse", "du 1er au 7 mars 2027", "établie le 8 mars 2027"),
        *("5 articles dans 5 thèmes : 2 positifs, 2 neutres, 1 négatif.", "Une semaine calme."),
        *("Deux articles à lire.", "Part de chaque thème", "1 article · 20 %", "Sommaire"),
    ):
        assert words in cover
    for title in TITLES:
        assert " ".join(title.split()) in inside
    for words in (
        "▲ positif",
        "● neutre",
        "▼ négatif",
        "La Gazette des Tilleuls · 7 mars 2027 · Jeanne Corbel",
    ):
        assert words in inside
    assert "date inconnue" in inside
    assert "gazette.example/sante/2027/03/article-4" in inside
    assert "À surveiller : la question du stationnement" in inside
    assert "Autres articles" in inside
    assert re.search(r"Sources .*La Gazette des Tilleuls 2 articles .*Radio Val-de-Brume 1 article", inside)


@needs_pdftotext
def test_the_table_of_contents_tells_the_true_pages(tmp_path: Path) -> None:
    entries = [entry(number, title=f"Titre numéro {number:03}") for number in range(60)]

    pages = pages_of(review_pdf.written(document(review(entries))), tmp_path)

    told = dict(re.findall(r"(Titre numéro \d{3}) (\d+)(?= |$)", " ".join(pages[:3])))
    assert len(told) == 60
    for title, page in told.items():
        assert title in pages[int(page) - 1]
    first = next(number for number, page in enumerate(pages) if THEMES[0] in page and number > 0)
    assert re.search(rf"{THEMES[0]} {first + 1} ", pages[0])


@needs_pdftotext
def test_pages_are_numbered_and_headed(tmp_path: Path) -> None:
    pages = pages_of(review_pdf.written(document(review(30))), tmp_path)

    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert page.endswith(f"établie le 8 mars 2027 page {number} / {len(pages)}")
    head = "Clinique des Tilleuls · Revue de presse · du 1er au 7 mars 2027"
    assert [page.startswith(head) for page in pages] == [False, *[True] * (len(pages) - 1)]


@needs_pdftotext
@pytest.mark.parametrize("licence", [True, False])
def test_a_full_text_never_shows_without_the_licence(tmp_path: Path, licence: bool) -> None:
    made = review([entry(0, full_text=True), entry(1)], licence=licence)

    words = " ".join(pages_of(review_pdf.written(document(made)), tmp_path))

    assert words.count("Elle a poussé la porte") == (4 if licence else 0)
    mention = "7 mars 2027. Reproduction autorisée dans le cadre de la licence CFC n° 2027-118."
    assert (mention in words) is licence


@needs_pdftotext
def test_no_article_is_a_clear_page(tmp_path: Path) -> None:
    (page,) = pages_of(review_pdf.written(document(review(0))), tmp_path)

    assert "Aucun article n’a été retenu pour cette période." in page
    assert "Sommaire" not in page
    assert page.endswith("page 1 / 1")


@needs_pdftotext
def test_what_cannot_be_shown_is_replaced_by_a_sign(tmp_path: Path) -> None:
    pages = pages_of(review_pdf.written(document(review(ODD))), tmp_path)

    inside = " ".join(pages[1:])
    assert "Santé □□ □□□□□ □ connectée □□" in inside
    assert "xyz abc" in inside
    assert inside.count("mot") == 4_000
    assert "Sans titre" in inside
    assert "Source inconnue · date inconnue" in inside


def test_links_lead_to_the_articles_and_to_the_pages() -> None:
    data = review_pdf.written(document(review([entry(0), entry(1, link="javascript:alert(1)")])))

    # Each article by its title and by its address; each theme and article from the table of contents.
    assert data.count(b"/URI (https://www.gazette.example/sante/2027/03/article-0)") == 2
    assert data.count(b"/URI (") == 2
    assert data.count(b"/Dest [") >= 4
    assert b"javascript" not in data.lower()


def test_the_same_document_gives_the_same_bytes() -> None:
    made = document(review(6), logo("RGB", "PNG"))

    assert review_pdf.written(made) == review_pdf.written(made)


def test_fonts_are_within_and_small() -> None:
    data = review_pdf.written(document(review(5)))

    assert data.count(b"/FontFile2") == 2
    assert b"/Helvetica" not in data
    assert len(data) < 60_000


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "PNG"), ("RGBA", "PNG"), ("L", "PNG"), ("RGB", "JPEG")])
def test_a_logo_of_any_kind_stands_there_with_words_for_those_who_do_not_see_it(mode: str, kind: str) -> None:
    data = review_pdf.written(document(review(1), logo(mode, kind)))

    assert data.count(b"/Subtype /Image") >= 1
    told = "\ufeffLogo de l’établissement".encode("utf-16-be").hex().encode()
    assert b"/Alt <" + told + b">" in data


def test_two_hundred_articles_take_no_more_than_some_seconds() -> None:
    made = document(review(200))
    began = time.perf_counter()

    data = review_pdf.written(made)

    # 0.8 s on the machine where it was measured; others may be busy.
    assert time.perf_counter() - began < 10
    assert data.startswith(b"%PDF-")
