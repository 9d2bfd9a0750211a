"""Press reviews as Word documents: what Word makes headings, links and a table of contents of."""

import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from cmstation.desktop import review_docx
from cmstation.domain.press_review import PressReview
from cmstation.domain.press_review_document import ReviewDocument, compose
from tests.domain.review_samples import ARTICLE, MADE, MASTHEAD, SUMMARY, THEMES, TITLES, entry, review


def document(made: PressReview, logo: bytes = b"") -> ReviewDocument:
    texts = {one.item: ARTICLE for one in made.entries}
    return compose(made, replace(MASTHEAD, logo=logo), texts)


def read(data: bytes) -> Any:
    return Document(BytesIO(data))


def styled(read_again: Any, style: str) -> list[str]:
    return [line.text for line in read_again.paragraphs if line.style.name == style]


def codes(part: Any) -> Iterator[str]:
    for told in part.element.iter(qn("w:instrText")):
        yield told.text.strip()


def test_themes_and_articles_are_real_headings() -> None:
    made = read(review_docx.written(document(review(5))))

    assert styled(made, "Title") == ["Revue de presse"]
    assert styled(made, "Heading 1") == [*THEMES[:4], "Autres articles", "Sources"]
    assert styled(made, "Heading 2") == list(TITLES)
    assert SUMMARY.partition("\n")[0] in styled(made, "Normal")
    assert "▲\u00a0positif   La Gazette des Tilleuls · 7\u00a0mars\u00a02027 · Jeanne Corbel" in styled(
        made, "Référence"
    )


def test_the_table_of_contents_is_a_field_that_already_shows_every_heading() -> None:
    made = read(review_docx.written(document(review(5))))

    assert next(codes(made)) == 'TOC \\o "1-2" \\h \\z \\u'
    begins = [mark for mark in made.element.iter(qn("w:fldChar")) if mark.get(qn("w:dirty")) == "true"]
    assert len(begins) == 1
    shown = [line for line in made.paragraphs if line.style.name.startswith("toc")]
    headings = [line for line in made.paragraphs if line.style.name.startswith("Heading")]
    assert [line.text for line in shown] == [line.text for line in headings]
    marks = {mark.get(qn("w:name")) for mark in made.element.iter(qn("w:bookmarkStart"))}
    assert {line.hyperlinks[0].fragment for line in shown} == marks
    assert len(marks) == len(shown)


def test_links_lead_to_the_articles_alone() -> None:
    made = read(review_docx.written(document(review([entry(0), entry(1, link="javascript:alert(1)")]))))

    links = [link.address for line in made.paragraphs for link in line.hyperlinks if link.address]
    assert links == ["https://www.gazette.example/sante/2027/03/article-0"] * 2


def test_pages_are_numbered_by_fields_and_headed() -> None:
    made = read(review_docx.written(document(review(1))))

    section = made.sections[0]
    for foot in (section.footer, section.first_page_footer):
        assert list(codes(foot.part)) == ["PAGE", "NUMPAGES"]
    assert section.header.paragraphs[0].text == (
        "Clinique des Tilleuls · Revue de presse · du 1er au 7\u00a0mars\u00a02027"
    )
    assert section.first_page_header.paragraphs[0].text == ""


@pytest.mark.parametrize("licence", [True, False])
def test_a_full_text_never_shows_without_the_licence(licence: bool) -> None:
    data = review_docx.written(document(review([entry(0, full_text=True)], licence=licence)))

    copied = styled(read(data), "Article reproduit")
    assert len(copied) == (5 if licence else 0)
    with zipfile.ZipFile(BytesIO(data)) as whole:
        words = b"".join(whole.read(name) for name in whole.namelist()).decode("utf-8", "replace")
    assert ("Elle a poussé la porte" in words) is licence
    assert ("Reproduction autorisée" in words) is licence


def test_the_document_speaks_of_the_clinic_alone() -> None:
    data = review_docx.written(document(review(1)))

    told = read(data).core_properties
    assert (told.author, told.last_modified_by, told.comments) == ("Clinique des Tilleuls",) * 2 + ("",)
    assert told.created.replace(tzinfo=None) == MADE.replace(tzinfo=None)
    with zipfile.ZipFile(BytesIO(data)) as whole:
        assert not any("thumbnail" in name for name in whole.namelist())


def test_no_article_is_a_clear_document() -> None:
    made = read(review_docx.written(document(review(0))))

    assert "Aucun article n’a été retenu pour cette période." in styled(made, "Normal")
    assert styled(made, "Heading 1") == []


def test_letters_of_any_script_stay_as_they_are() -> None:
    odd = entry(0, title="Santé 你好 مرحبا 😀 x\x00y\ud800z\u202e", theme="\x0b")

    made = read(review_docx.written(document(review([odd]))))

    assert styled(made, "Heading 2") == ["Santé 你好 مرحبا 😀 xyz"]


def test_a_logo_has_words_for_those_who_do_not_see_it() -> None:
    picture = BytesIO()
    Image.new("RGBA", (900, 300), "teal").save(picture, "PNG")

    made = read(review_docx.written(document(review(1), picture.getvalue())))

    (shape,) = made.inline_shapes
    assert shape._inline.docPr.get("descr") == "Logo de l’établissement"
    assert shape.width.cm == pytest.approx(4.2, abs=0.01)
    assert shape.height.cm == pytest.approx(1.4, abs=0.01)


def test_the_same_document_gives_the_same_bytes() -> None:
    made = document(review(3))

    assert review_docx.written(made) == review_docx.written(made)


def test_two_hundred_articles_take_no_more_than_some_seconds() -> None:
    made = document(review(200))
    began = time.perf_counter()

    review_docx.written(made)

    # 1.1 s on the machine where it was measured; others may be busy.
    assert time.perf_counter() - began < 10


def test_any_length_of_a_title_is_taken() -> None:
    long = replace(document(review(1)), title="Revue " * 60)

    made = read(review_docx.written(long))

    assert styled(made, "Title") == [long.title]
    assert made.core_properties.title == long.title[:255]
