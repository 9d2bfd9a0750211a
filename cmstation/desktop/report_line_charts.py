"""Curves over days, drawn with gaps as gaps, signs on the curves and their names at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from cmstation.desktop.report_look import GRID, INK, LINE, MUTED, WHITE, Form, series_look
from cmstation.desktop.report_shapes import (
    LEAD,
    Anchor,
    Drawing,
    Measure,
    Shape,
    Sign,
    Stroke,
    Words,
    spread,
    text_lines,
    ticks,
    wrapped,
)
from cmstation.domain.report_document import LineData, Series
from cmstation.domain.report_words import ReportWords, Value

_HIGH: Final = 62.0
_LOW: Final = 24.0  # of a small chart
_BETWEEN: Final = 8.0
_NAMES: Final = 0.29  # of the width
_SIGNS_APART: Final = 14.0
_DAYS_APART: Final = 17.0
_BADGE: Final = 4.2


def drawn(chart: LineData, width: float, words: ReportWords, measure: Measure) -> Drawing:
    """Lay a chart out."""
    shapes: list[Shape] = []
    if chart.apart and len(chart.series) > 1:
        bottom = _small_charts(shapes, chart, width, words, measure)
    else:
        bottom = _one_chart(shapes, chart, width, words, measure)
    return Drawing(width, bottom, tuple(shapes))


def told_below(chart: LineData, words: ReportWords) -> list[str]:
    """Say what gaps mean and what the numbers on a chart are, a line each."""
    gaps = [words.gaps] if any(_broken(one.values) for one in chart.series) else []
    return gaps + [
        words.mark(number, mark.day, mark.told) for number, mark in enumerate(chart.marks, start=1)
    ]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where curves stand, and which days and values its edges are."""

    left: float
    top: float
    right: float
    bottom: float
    days: tuple[date, ...]
    low: float
    high: float

    def x(self, day: date) -> float:
        span = max((self.days[-1] - self.days[0]).days, 1)
        return self.left + (self.right - self.left) * (day - self.days[0]).days / span

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


def _one_chart(
    shapes: list[Shape], chart: LineData, width: float, words: ReportWords, measure: Measure
) -> float:
    names = [_label(one, words) for one in chart.series]
    room = min(max((measure(name, 8.0, True) for name in names), default=0) + 1, width * _NAMES)
    lines = [wrapped(name, room, measure, bold=True) for name in names]
    needed = sum(len(one) for one in lines) * LEAD
    frame = _framed(chart, chart.series, (0, 5, width - room - 5, 5 + max(_HIGH, needed)), measure, words)
    shapes += _background(frame, chart, words, measure)
    for number, one in enumerate(chart.series):
        shapes += _curve(frame, one, number)
    ends = [_last(frame, one) for one in chart.series]
    places = spread([y for _x, y in ends], [len(one) * LEAD for one in lines], 0, frame.bottom + 3)
    for number, (told, place, (x, y)) in enumerate(zip(lines, places, ends, strict=True)):
        colour, _form = series_look(number)
        if told:
            shapes.append(Stroke(((x + 1.4, y), (frame.right + 3.5, place)), LINE, 0.2))
            shapes += text_lines(told, frame.right + 4.5, place - len(told) * LEAD / 2, colour, bold=True)
    return frame.bottom + 6.5


def _small_charts(
    shapes: list[Shape], chart: LineData, width: float, words: ReportWords, measure: Measure
) -> float:
    each = (width - _BETWEEN) / 2
    top = 0.0
    for start in range(0, len(chart.series), 2):
        pair = chart.series[start : start + 2]
        heads = [wrapped(_label(one, words), each, measure, bold=True) for one in pair]
        below = top + max(map(len, heads)) * LEAD + 5
        for place, (one, head) in enumerate(zip(pair, heads, strict=True)):
            left = place * (each + _BETWEEN)
            shapes += text_lines(head, left, top, series_look(start + place)[0], bold=True)
            frame = _framed(chart, (one,), (left, below, left + each, below + _LOW), measure, words, 3)
            shapes += _background(frame, chart, words, measure, 3)
            shapes += _curve(frame, one, start + place)
        top = below + _LOW + 8
    return top


def _label(series: Series, words: ReportWords) -> str:
    known = [value for value in series.values if value is not None]
    return f"{series.name}\u00a0:\u00a0{words.axis(known[-1]) if known else words.missing}"


def _framed(
    chart: LineData,
    series: tuple[Series, ...],
    edges: tuple[float, float, float, float],
    measure: Measure,
    words: ReportWords,
    steps: int = 5,
) -> _Frame:
    left, top, right, bottom = edges
    scale = _scale(series, steps)
    room = max(measure(words.axis(value), 8.0, False) for value in scale) + 2
    days = chart.days or (date(2000, 1, 1),)
    return _Frame(left + room, top, right, bottom, days, scale[0], scale[-1])


def _scale(series: tuple[Series, ...], steps: int) -> list[float]:
    known = [value for one in series for value in one.values if value is not None] or [0]
    return ticks(min(known), max(known), steps, whole=all(value == round(value) for value in known))


def _background(
    frame: _Frame, chart: LineData, words: ReportWords, measure: Measure, steps: int = 5
) -> Iterator[Shape]:
    for value in ticks(frame.low, frame.high, steps, whole=frame.high - frame.low >= steps):
        y = frame.y(value)
        if frame.top - 0.1 <= y <= frame.bottom + 0.1:
            yield Stroke(((frame.left, y), (frame.right, y)), GRID)
            yield Words(frame.left - 1.5, y, words.axis(value), MUTED, anchor=Anchor.END)
    yield Stroke(((frame.left, frame.bottom), (frame.right, frame.bottom)), MUTED)
    for day, told in _told_days(frame, words, measure):
        x = frame.x(day)
        yield Stroke(((x, frame.bottom), (x, frame.bottom + 1)), MUTED)
        half = measure(told, 8.0, False) / 2
        yield Words(min(x, frame.right + 3 - half), frame.bottom + 3.2, told, MUTED, anchor=Anchor.MIDDLE)
    yield from _events(frame, chart)


def _events(frame: _Frame, chart: LineData) -> Iterator[Shape]:
    """Mark what happened, by number; two on neighbouring days stand side by side."""
    edge = frame.left - _BADGE
    for number, mark in enumerate(chart.marks, start=1):
        if not frame.days[0] <= mark.day <= frame.days[-1]:
            continue
        x = frame.x(mark.day)
        yield Stroke(((x, frame.top), (x, frame.bottom)), MUTED, 0.2)
        edge = max(x, edge + _BADGE + 0.2)
        yield _badge(number, edge, frame.top - 2.3)
        yield _badge_words(number, edge, frame.top - 2.3)


def _badge(_number: int, x: float, y: float) -> Shape:
    return Sign(x, y, Form.DISC, INK, _BADGE - 0.4)


def _badge_words(number: int, x: float, y: float) -> Shape:
    return Words(x, y, str(number), WHITE, bold=True, anchor=Anchor.MIDDLE, size=6.5)


def _told_days(frame: _Frame, words: ReportWords, measure: Measure) -> Iterator[tuple[date, str]]:
    first, last = frame.days[0], frame.days[-1]
    most = max(int((frame.right - frame.left) / _DAYS_APART), 1)
    span = (last - first).days
    if span <= 120:
        apart = next((one for one in (1, 2, 5, 7, 10, 14, 28) if span / one <= most), 56)
        for number in range(0, span + 1, apart):
            day = first + timedelta(days=number)
            yield day, words.short_day(day)
        return
    months = [day for day in _months(first, last) if day >= first]
    apart = next((one for one in (1, 2, 3, 6) if len(months) / one <= most), 12)
    for number, day in enumerate(months[::apart]):
        yield day, words.short_month(day, year=number == 0 or day.month <= apart)


def _months(first: date, last: date) -> Iterator[date]:
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _curve(frame: _Frame, series: Series, number: int) -> Iterator[Shape]:
    """Draw the pieces between gaps; a lonely value is a sign."""
    colour, form = series_look(number)
    signed = float("-inf")
    last: tuple[float, float] | None = None
    for points in _pieces(frame, series):
        if len(points) > 1:
            yield Stroke(tuple(points), colour, 0.5)
        for x, y in points:
            if len(points) == 1 or x - signed >= _SIGNS_APART:
                yield Sign(x, y, form, colour)
                signed = x
        last = points[-1]
    if last is not None and last[0] != signed:
        yield Sign(*last, form, colour)


def _pieces(frame: _Frame, series: Series) -> Iterator[list[tuple[float, float]]]:
    told = zip(frame.days, series.values, strict=False)
    for known, group in groupby(told, key=lambda one: one[1] is not None):
        if known:
            yield [(frame.x(day), frame.y(value)) for day, value in group if value is not None]


def _last(frame: _Frame, series: Series) -> tuple[float, float]:
    points = [point for piece in _pieces(frame, series) for point in piece]
    return points[-1] if points else (frame.right, frame.bottom)


def _broken(values: tuple[Value, ...]) -> bool:
    """Tell whether values are missing between others."""
    known = [number for number, value in enumerate(values) if value is not None]
    return bool(known) and known[-1] - known[0] + 1 > len(known)
