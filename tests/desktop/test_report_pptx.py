"""Reports as PPTX: one answer on a slide, charts that can be edited, definitions in the notes."""

from io import BytesIO
from typing import Any

from cmstation.desktop import report_pptx
from tests.fakes.report_sample import document, hostile


def opened(data: bytes) -> Any:
    from pptx import Presentation

    return Presentation(BytesIO(data))


def charts_of(made: Any) -> list[Any]:
    return [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]


def test_every_slide_has_a_title_that_is_an_answer() -> None:
    made = opened(report_pptx.written(document()))

    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert titles[0] == "Rapport mensuel"
    assert titles[1].startswith("En octobre 2026, la clinique a gagné 430 abonnés")
    assert "La prévention a pris 35 % des publications, pour 30 % souhaités." in titles
    assert titles[-1] == "Définitions"
    assert all(titles)
    assert abs(made.slide_width / made.slide_height - 16 / 9) < 0.01


def test_charts_are_the_programs_own_and_keep_their_gaps() -> None:
    made = opened(report_pptx.written(document()))

    charts = charts_of(made)
    assert len(charts) == 10
    facebook = next(one for one in charts if one.plots[0].series[0].name.startswith("Facebook"))
    values = list(facebook.plots[0].series[0].values)
    assert values[20:28] == [None] * 8
    assert values[-1] == 16_821
    assert 'dispBlanksAs val="gap"' in facebook._chartSpace.xml


def test_definitions_stand_in_the_notes() -> None:
    made = opened(report_pptx.written(document()))

    notes = made.slides[1].notes_slide.notes_text_frame.text
    assert "Facebook comptait des impressions" in notes
    assert "relevé le 31\u00a0octobre\u00a02026" in notes


def test_a_long_table_says_where_its_rest_is() -> None:
    made = opened(report_pptx.written(document(posts=3_000)))

    texts = [shape.text_frame.text for slide in made.slides for shape in slide.shapes if shape.has_text_frame]
    assert any("27 premières lignes sur 3\u202f000" in text for text in texts)


def test_nothing_hangs_over_the_edge() -> None:
    made = opened(report_pptx.written(document()))

    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height


def test_names_that_look_like_formulas_stay_names_in_the_charts_workbooks() -> None:
    from openpyxl import load_workbook

    made = opened(report_pptx.written(hostile()))

    charts = charts_of(made)
    assert charts
    for chart in charts:
        book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
