"""Reports as DOCX: real headings, tables with heads that repeat, pictures with words."""

from io import BytesIO
from typing import Any

from PIL import Image

from cmstation.desktop import report_docx, report_pictures
from cmstation.desktop.report_colours import colours_of
from cmstation.domain.report_document import USUAL_COLOUR, LineData
from cmstation.domain.report_words import FRENCH
from tests.fakes.report_sample import document, hostile


def opened(data: bytes) -> Any:
    from docx import Document

    return Document(BytesIO(data))


def test_headings_comments_and_definitions_can_be_edited() -> None:
    made = opened(report_docx.written(document()))

    headings = [line.text for line in made.paragraphs if line.style.name == "Heading 1"]
    assert headings[:3] == ["L’essentiel", "Ce qui a marché", "À quelle heure publier"]
    assert headings[-1] == "Définitions"
    texts = [line.text for line in made.paragraphs]
    assert "Pour novembre, je propose de garder deux vidéos courtes par semaine." in texts
    assert "Aucun chiffre relevé avant le 3\u00a0octobre\u00a02026." in texts
    assert made.core_properties.author == "Clinique Saint-Aubin-des-Tilleuls"


def test_every_table_repeats_its_head_and_no_row_is_torn_apart() -> None:
    made = opened(report_docx.written(document()))

    assert len(made.tables) == 5
    for table in made.tables:
        assert "tblHeader" in table._tbl.tr_lst[0].xml
        assert all("cantSplit" in row.xml for row in table._tbl.tr_lst)
    posts = made.tables[1]
    assert len(posts.rows) == 41
    assert posts.cell(
        1, 0
    ).text == "Octobre rose\u202f: pourquoi un dépistage tous les deux ans change tout" or (
        posts.cell(1, 0).text.startswith("Octobre rose")
    )
    assert posts.cell(1, 3).text == "4\u202f820"


def test_pictures_have_words_for_those_who_do_not_see_them() -> None:
    made = opened(report_docx.written(document()))

    told = [shape._inline.docPr.get("descr") for shape in made.inline_shapes]
    assert told[0] == "Logo de l’établissement"
    assert len(told) == 6
    assert all(told)


def test_a_chart_is_a_sharp_picture() -> None:
    chart = next(one for part in document().sections for one in part.charts if isinstance(one, LineData))

    ((data, width),) = report_pictures.pictures(chart, FRENCH, colours_of(USUAL_COLOUR))

    with Image.open(BytesIO(data)) as picture:
        assert picture.width / (width / 25.4) > 192
        assert len(picture.getcolors(1 << 24) or ()) > 10


def test_the_same_document_gives_the_same_bytes_and_any_name_is_taken() -> None:
    assert report_docx.written(document()) == report_docx.written(document())
    assert opened(report_docx.written(hostile())).tables
