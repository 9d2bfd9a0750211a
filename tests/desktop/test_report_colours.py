"""The clinic's colour in reports: always legible, in the order of grey paper, and in every kind of file."""

import re
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.desktop import report_docx, report_pdf, report_pptx, report_xlsx
from cmstation.desktop.report_bar_charts import bars, heat
from cmstation.desktop.report_colours import SEEN, colours_of, dyed
from cmstation.desktop.report_line_charts import drawn
from cmstation.desktop.report_look import READABLE, SERIES, STEPS, WHITE, contrast, luminance, on
from cmstation.desktop.report_shapes import Box, Drawing, Stroke
from cmstation.domain.report_document import (
    USUAL_COLOUR,
    BarData,
    HeatData,
    LineData,
    ReportDocument,
)
from cmstation.domain.report_words import FRENCH
from tests.fakes.report_sample import document

YELLOW, PLUM = "#FFD400", "#8A1C6B"
EVERY_COLOUR = st.integers(0, 0xFFFFFF).map(lambda one: f"#{one:06X}")


def coloured(colour: str) -> ReportDocument:
    plain = document()
    return replace(plain, masthead=replace(plain.masthead, colour=colour))


def chart_of(kind: type) -> BarData | HeatData | LineData:
    return next(one for part in document().sections for one in part.charts if isinstance(one, kind))


def measured(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.22 if bold else 0.2)


def parts_of(data: bytes, pattern: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(pattern, name)]
        return "".join(archive.read(name).decode() for name in names)


@given(EVERY_COLOUR)
def test_words_and_bars_are_dark_enough_whatever_was_chosen(colour: str) -> None:
    made = colours_of(colour)

    assert made.band == colour
    assert contrast(made.text, WHITE) >= READABLE
    assert contrast(made.mark, WHITE) >= SEEN
    assert made.is_darkened == (contrast(colour, WHITE) < READABLE)


@given(EVERY_COLOUR)
def test_steps_are_as_light_as_the_usual_ones_and_their_words_stay_legible(colour: str) -> None:
    for one, usual in zip(colours_of(colour).steps, STEPS, strict=True):
        assert luminance(one) == pytest.approx(luminance(usual), abs=0.02)
        assert contrast(on(usual), one) >= 4.0


def test_what_is_no_colour_gives_the_usual_ones() -> None:
    assert colours_of("rose") == colours_of(USUAL_COLOUR)


def test_bars_and_a_heat_map_take_the_colour() -> None:
    colours = colours_of(PLUM)
    bar_data, heat_data = chart_of(BarData), chart_of(HeatData)
    assert isinstance(bar_data, BarData)
    assert isinstance(heat_data, HeatData)

    bar = dyed(bars(bar_data, 170, FRENCH, measured), bar_data, colours)
    cells = dyed(heat(heat_data, 170, FRENCH, measured), heat_data, colours)

    assert fills(bar) == {PLUM}
    assert fills(cells) <= set(colours.steps)


def test_several_curves_keep_colours_that_everybody_tells_apart_and_a_lonely_one_takes_the_clinics() -> None:
    chart = chart_of(LineData)
    assert isinstance(chart, LineData)
    alone = replace(chart, series=chart.series[:1])
    before = drawn(chart, 170, FRENCH, measured)

    assert dyed(before, chart, colours_of(PLUM)) == before
    lonely = dyed(drawn(alone, 170, FRENCH, measured), alone, colours_of(PLUM))
    strokes = {one.colour for one in lonely.shapes if isinstance(one, Stroke) and one.width == 0.5}
    assert strokes == {PLUM}


def test_a_pdf_has_the_colour_and_its_band_as_chosen() -> None:
    data = report_pdf.written(coloured(YELLOW))

    streams = re.findall(rb"/FlateDecode.*?stream\n(.*?)\nendstream", data, re.DOTALL)
    first = next(page for one in streams if b" rg" in (page := zlib.decompress(one)))
    assert rgb(YELLOW) in first.decode("latin-1")
    assert rgb(colours_of(YELLOW).text) in first.decode("latin-1")


def test_a_word_document_has_the_colour_in_its_headings() -> None:
    styles = parts_of(report_docx.written(coloured(PLUM)), "word/styles.xml")

    heading = re.search(r'w:styleId="Heading1".*?</w:style>', styles, re.DOTALL)
    assert heading is not None
    assert f'w:val="{PLUM[1:]}"' in heading[0]


def test_slides_have_the_colour_in_their_bars_and_titles() -> None:
    data = report_pptx.written(coloured(PLUM))

    bar_charts = parts_of(data, r"ppt/charts/chart\d+\.xml")
    slides = parts_of(data, r"ppt/slides/slide\d+\.xml")
    assert PLUM[1:] in bar_charts
    assert PLUM[1:] in slides
    assert SERIES[1][1:] in bar_charts


def test_a_workbook_has_the_colour_in_its_heads_links_and_bars_and_opens_as_before() -> None:
    usual, data = workbook_of(document()), workbook_of(coloured(YELLOW))

    made = colours_of(YELLOW)
    assert made.is_darkened
    posts = data["Toutes les publications"]
    assert posts["A1"].fill.fgColor.rgb[2:] == made.ground[1:]
    assert posts["A2"].font.color.rgb[2:] == made.text[1:]
    bars = [chart for sheet in data for chart in sheet._charts if chart.tagname == "barChart"]
    assert bars
    assert {colours_in(chart)[0] for chart in bars} == {made.mark}
    assert not {one for chart in bars for one in colours_in(chart)} & set(SERIES)
    assert usual.sheetnames == data.sheetnames
    for name in usual.sheetnames:
        assert [[cell.value for cell in row] for row in usual[name].rows] == [
            [cell.value for cell in row] for row in data[name].rows
        ]


def test_curves_in_a_workbook_keep_their_colours_and_a_lonely_one_takes_the_clinics() -> None:
    plain = coloured(PLUM)
    charts = [chart for part in plain.sections for chart in part.charts if isinstance(chart, LineData)]
    apart = next(chart for chart in charts if chart.apart)
    together = next(chart for chart in charts if not chart.apart)
    alone = replace(together, title="Alone", series=together.series[:1])
    section = replace(plain.sections[0], tables=(), figures=(), charts=(apart, together, alone))

    book = workbook_of(replace(plain, sections=(section,)))

    found = {sheet.title: [colours_in(chart) for chart in sheet._charts] for sheet in book if sheet._charts}
    assert list(found.values()) == [
        [[SERIES[place]] for place in range(len(apart.series))],
        [[*SERIES[: len(together.series)]]],
        [[PLUM]],
    ]


def workbook_of(made: ReportDocument) -> Any:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(report_xlsx.written(made)))


def colours_in(chart: Any) -> list[str]:
    """Give the colours of a chart's series, one after the other."""
    shapes = [series.graphicalProperties for series in chart.series]
    drawn_with = [one.line if chart.tagname == "lineChart" else one for one in shapes]
    return [f"#{one.solidFill.srgbClr}" for one in drawn_with]


def fills(drawing: Drawing) -> set[str]:
    return {one.fill for one in drawing.shapes if isinstance(one, Box) and one.fill}


def rgb(colour: str) -> str:
    told = (f"{int(colour[place : place + 2], 16) / 255:.4f}".rstrip("0").rstrip(".") for place in (1, 3, 5))
    return " ".join(told)
