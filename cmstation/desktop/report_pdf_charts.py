"""Charts of a report as drawings of a PDF, and as whatever else draws their shapes."""

import math
from dataclasses import replace
from typing import Any

from cmstation.desktop import report_bar_charts, report_line_charts
from cmstation.desktop.report_look import Form
from cmstation.desktop.report_shapes import POINT, Anchor, Box, Drawing, Measure, Shape, Sign, Stroke, Words
from cmstation.desktop.review_paper import LEFT, Paper, Style
from cmstation.domain.report_document import BarData, Chart, HeatData, LineData, has_values
from cmstation.domain.report_words import ReportWords


def laid_out(
    chart: Chart, width: float, words: ReportWords, measure: Measure, most: float | None = None
) -> Drawing:
    """Return a chart's shapes.

    Args:
        most: the value of the longest bar, when these are some of more bars.
    """
    if isinstance(chart, BarData):
        return report_bar_charts.bars(chart, width, words, measure, most)
    if isinstance(chart, HeatData):
        return report_bar_charts.heat(chart, width, words, measure)
    return report_line_charts.drawn(chart, width, words, measure)


def fitting(
    chart: Chart, width: float, height: float, words: ReportWords, measure: Measure, most: float | None = None
) -> list[Drawing]:
    """Return a chart as one drawing, as several when it is higher than a page, none without any value."""
    if not has_values(chart):
        return []
    if isinstance(chart, BarData) and most is None:
        most = report_bar_charts.longest(chart)
    whole = laid_out(chart, width, words, measure, most)
    halves = _halves(chart) if whole.height > height else []
    if not halves:
        return [whole]
    return [one for half in halves for one in fitting(half, width, height, words, measure, most)]


def _halves(chart: Chart) -> list[Chart]:
    match chart:
        case BarData(bars=bars) if len(bars) > 1:
            half = len(bars) // 2
            return [replace(chart, bars=bars[:half]), replace(chart, bars=bars[half:])]
        case LineData(series=series) if len(series) > 1:
            half = (len(series) + 1) // 2
            return [replace(chart, series=series[:half]), replace(chart, series=series[half:])]
        case _:
            return []


def told_below(chart: Chart, words: ReportWords) -> list[str]:
    """Return the lines that explain a chart, below it."""
    if not has_values(chart):
        return [words.nothing]
    if isinstance(chart, LineData):
        lines = report_line_charts.told_below(chart, words)
    else:
        lines = [words.heat] if isinstance(chart, HeatData) else []
    return [*lines, chart.note] if chart.note else lines


def corners(sign: Sign) -> list[tuple[float, float]]:
    """Return the corners of a sign; none of a round one."""
    x, y, half = sign.x, sign.y, sign.size / 2
    match sign.form:
        case Form.SQUARE | Form.FRAME:
            half *= 0.9
            return [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
        case Form.UP:
            return [(x, y - half * 1.15), (x + half * 1.1, y + half * 0.8), (x - half * 1.1, y + half * 0.8)]
        case Form.DOWN:
            return [(x, y + half * 1.15), (x + half * 1.1, y - half * 0.8), (x - half * 1.1, y - half * 0.8)]
        case Form.DIAMOND:
            half *= 1.25
            return [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
        case Form.CROSS:
            half *= 0.9
            return [(x - half, y - half), (x + half, y + half), (x - half, y + half), (x + half, y - half)]
        case _:
            return []


class PdfPen:
    """Draws shapes on the present page of a sheet."""

    def __init__(self, sheet: Paper, x: float, y: float) -> None:
        self._sheet = sheet
        self._pdf: Any = sheet.pdf
        self._x, self._y = x, y

    def draw(self, drawing: Drawing) -> None:
        """Draw a chart."""
        self._pdf.set_draw_color("#000000")
        for shape in drawing.shapes:
            self._shape(shape)

    def _shape(self, shape: Shape) -> None:
        match shape:
            case Stroke():
                self._stroke(shape)
            case Box():
                self._box(shape)
            case Sign():
                self._sign(shape)
            case Words():
                self._words(shape)

    def _stroke(self, stroke: Stroke) -> None:
        self._pdf.set_draw_color(stroke.colour)
        self._pdf.set_line_width(stroke.width)
        self._pdf.polyline([(self._x + x, self._y + y) for x, y in stroke.points])

    def _box(self, box: Box) -> None:
        if box.fill:
            self._pdf.set_fill_color(box.fill)
        if box.edge:
            self._pdf.set_draw_color(box.edge)
            self._pdf.set_line_width(0.25)
        style = ("D" if box.edge else "") + ("F" if box.fill else "")
        self._pdf.rect(self._x + box.x, self._y + box.y, box.width, box.height, style=style)

    def _sign(self, sign: Sign) -> None:
        filled = sign.form not in {Form.RING, Form.FRAME}
        self._pdf.set_draw_color(sign.colour)
        self._pdf.set_fill_color(sign.colour if filled else "#FFFFFF")
        self._pdf.set_line_width(0.35)
        x, y = self._x + sign.x, self._y + sign.y
        places = [(self._x + across, self._y + down) for across, down in corners(sign)]
        if not places:
            self._pdf.circle(x, y, sign.size / 2, style="F" if filled else "DF")
        elif sign.form is Form.CROSS:
            self._pdf.polyline(places[:2])
            self._pdf.polyline(places[2:])
        else:
            self._pdf.polygon(places, style="F" if filled else "DF")

    def _words(self, words: Words) -> None:
        style = Style(words.size, words.size * POINT * 1.2, bold=words.bold, colour=words.colour)
        text = self._sheet.shown(words.text)
        width = self._sheet.width(text, style)
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[words.anchor]
        before = self._sheet.y
        self._sheet.y = self._y + words.y - style.lead / 2
        self._sheet.line(text, style, indent=self._x + words.x - shift - LEFT)
        self._sheet.y = before


def measure_of(sheet: Paper) -> Measure:
    """Return what tells how wide texts are on a sheet."""

    def measured(text: str, size: float, bold: bool) -> float:
        return sheet.width(sheet.shown(text), Style(size, math.nan, bold=bold))

    return measured
