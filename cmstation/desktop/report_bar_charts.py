"""Bars and cells of weekdays and hours, drawn so that their numbers are read without a scale."""

from collections.abc import Iterator
from typing import Final

from cmstation.desktop.report_look import GRID, INK, LINE, MUTED, SERIES, STEPS, on, step
from cmstation.desktop.report_shapes import (
    LEAD,
    Anchor,
    Box,
    Drawing,
    Measure,
    Shape,
    Stroke,
    Words,
    text_lines,
    wrapped,
)
from cmstation.domain.report_document import Bar, BarData, HeatCell, HeatData
from cmstation.domain.report_words import ReportWords

_NAMES: Final = 0.36  # of the width
_THICK: Final = 4.4
_APART: Final = 2.2
_CELL: Final = 6.4


def longest(chart: BarData) -> float:
    """Return the value that takes the whole width."""
    return max(
        (float(value) for bar in chart.bars for value in (bar.value, bar.wished) if value), default=1.0
    )


def bars(
    chart: BarData, width: float, words: ReportWords, measure: Measure, most: float | None = None
) -> Drawing:
    """Lay bars out, one below the other, each with its name and its value.

    Args:
        most: what takes the whole width, when these are some of more bars.
    """
    room = max((measure(bar.name, 8.0, False) for bar in chart.bars), default=0) + 1
    left = min(room, width * _NAMES) + 3
    told = [words.value(bar.value, chart.kind) for bar in chart.bars]
    length = width - left - max((measure(one, 8.0, True) for one in told), default=0) - 3
    scale = max(length, 10.0) / (most or longest(chart))
    shapes: list[Shape] = []
    y = 0.0
    for bar, said in zip(chart.bars, told, strict=True):
        lines = wrapped(bar.name, left - 3, measure)
        high = max(len(lines) * LEAD, _THICK)
        shapes += text_lines(lines, 0, y + (high - len(lines) * LEAD) / 2)
        shapes += _bar(bar, said, left, y + (high - _THICK) / 2, scale)
        y += high + _APART
    shapes.append(Stroke(((left, 0), (left, max(y - _APART, 1))), MUTED))
    if any(bar.wished is not None for bar in chart.bars):
        shapes += _wished_legend(chart, words, left, y)
        y += LEAD + 1
    return Drawing(width, y, tuple(shapes))


def _bar(bar: Bar, told: str, left: float, top: float, scale: float) -> Iterator[Shape]:
    end = left + (max(float(bar.value), 0.0) * scale if bar.value is not None else 0)
    if bar.value:
        yield Box(left, top, end - left, _THICK, SERIES[0])
    if bar.wished is not None:
        x = left + float(bar.wished) * scale
        yield Stroke(((x, top - 0.6), (x, top + _THICK + 0.6)), INK, 0.7)
        end = max(end, x)
    colour = MUTED if bar.value is None else INK
    yield Words(end + 1.8, top + _THICK / 2, told, colour, bold=bar.value is not None)


def _wished_legend(chart: BarData, words: ReportWords, left: float, y: float) -> Iterator[Shape]:
    yield Stroke(((left + 0.5, y), (left + 0.5, y + LEAD)), INK, 0.7)
    yield Words(left + 2.5, y + LEAD / 2, chart.wished_name or words.wished, MUTED)


def heat(chart: HeatData, width: float, words: ReportWords, measure: Measure) -> Drawing:
    """Lay cells out: how many posts in each, and a colour where these are enough."""
    left = max((measure(row, 8.0, False) for row in chart.rows), default=0) + 2
    across = (width - left) / max(len(chart.columns), 1)
    most = max((cell.value for row in chart.cells for cell in row if cell and cell.value), default=1.0)
    shapes: list[Shape] = []
    for number, column in enumerate(chart.columns):
        if number % _every(chart, across, measure) == 0:
            x = left + (number + 0.5) * across
            shapes.append(Words(x, LEAD / 2, column, MUTED, anchor=Anchor.MIDDLE, size=7.0))
    for number, (row, cells) in enumerate(zip(chart.rows, chart.cells, strict=True)):
        y = LEAD + 1 + number * _CELL
        shapes.append(Words(0, y + _CELL / 2, row))
        for place, cell in enumerate(cells):
            shapes += _cell(cell, left + place * across, y, across, most)
    bottom = LEAD + 1 + len(chart.rows) * _CELL + 2
    shapes += _heat_legend(left, bottom, words, measure)
    return Drawing(width, bottom + LEAD + 1.5, tuple(shapes))


def _every(chart: HeatData, across: float, measure: Measure) -> int:
    widest = max((measure(column, 7.0, False) for column in chart.columns), default=1) + 0.6
    return next((one for one in (1, 2, 3, 4, 6) if one * across >= widest), 12)


def _cell(cell: HeatCell | None, x: float, y: float, across: float, most: float) -> Iterator[Shape]:
    width, height = across - 0.5, _CELL - 0.5
    if cell is None or not cell.count:
        yield Box(x, y, width, height, edge=GRID)
        return
    fill = "" if cell.value is None else step(cell.value / most)
    yield Box(x, y, width, height, fill, "" if fill else LINE)
    colour = on(fill) if fill else MUTED
    yield Words(
        x + width / 2,
        y + height / 2,
        str(cell.count),
        colour,
        bold=bool(fill),
        anchor=Anchor.MIDDLE,
        size=7.0,
    )


def _heat_legend(left: float, top: float, words: ReportWords, measure: Measure) -> Iterator[Shape]:
    y = top + LEAD / 2
    yield Words(left, y, words.less, MUTED)
    x = left + measure(words.less, 8.0, False) + 1.5
    for colour in STEPS:
        yield Box(x, top, 6, LEAD, colour)
        x += 6.4
    yield Words(x + 1, y, words.more, MUTED)
    x += measure(words.more, 8.0, False) + 8
    yield Box(x, top, 6, LEAD, edge=LINE)
    yield Words(x + 3, y, "2", MUTED, anchor=Anchor.MIDDLE, size=7.0)
    yield Words(x + 7.5, y, words.too_few, MUTED)
