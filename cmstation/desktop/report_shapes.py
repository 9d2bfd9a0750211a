"""What a chart is drawn with: lines, boxes, signs and words, in millimetres from its upper left corner."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, TypeAlias

from cmstation.desktop.report_look import INK, Form

POINT: Final = 25.4 / 72
SIZE: Final = 8.0  # points of a chart's words
LEAD: Final = 3.7  # from one of their lines to the next


class Anchor(StrEnum):
    """Which end of a text stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 0.25


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box, or an empty one with an edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A small sign around a point."""

    x: float
    y: float
    form: Form
    colour: str
    size: float = 1.8


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is the middle of its height."""

    x: float
    y: float
    text: str
    colour: str = INK
    bold: bool = False
    anchor: Anchor = Anchor.START
    size: float = SIZE


Shape: TypeAlias = Stroke | Box | Sign | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart ready to be drawn."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


class Measure(Protocol):
    """Tells how wide a text is, in millimetres."""

    def __call__(self, text: str, size: float, bold: bool) -> float: ...


def wrapped(
    text: str, width: float, measure: Measure, *, size: float = SIZE, bold: bool = False
) -> list[str]:
    """Split a text into lines; a word longer than a line is cut into pieces, nothing is left out."""
    lines: list[str] = []
    for word in _pieces(text, width, measure, size, bold):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def _pieces(text: str, width: float, measure: Measure, size: float, bold: bool) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while len(rest) > 1 and measure(rest, size, bold) > width:
            ends = range(2, len(rest) + 1)
            kept = 1 + bisect_right(ends, width, key=lambda end: measure(rest[:end], size, bold))
            yield rest[:kept]
            rest = rest[kept:]
        yield rest


def text_lines(
    lines: Iterable[str], x: float, y: float, colour: str = INK, *, bold: bool = False
) -> Iterator[Words]:
    """Set lines one below the other; `y` is the top of the first."""
    for number, line in enumerate(lines):
        yield Words(x, y + (number + 0.5) * LEAD, line, colour, bold)


def ticks(low: float, high: float, most: int = 5, *, whole: bool = True) -> list[float]:
    """Return round numbers from below the lowest value to above the highest one.

    Args:
        most: steps between them.
        whole: whether there is nothing between two whole numbers.
    """
    if high <= low:
        low, high = (
            low - (1 if whole or not low else abs(low) / 2),
            high + (1 if whole or not high else abs(high) / 2),
        )
    rough = (high - low) / most
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * one for one in (1, 2, 5, 10) if size * one >= rough * 0.999)
    if whole:
        step = max(step, 1.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [number * step for number in range(first, last + 1)]


def spread(wanted: list[float], heights: list[float], top: float, bottom: float) -> list[float]:
    """Return the places of labels, near where each should be, none upon another.

    Args:
        wanted: their middles; `heights` how high each is.
    """
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    placed = [0.0] * len(wanted)
    edge = top
    for number in order:
        placed[number] = max(wanted[number], edge + heights[number] / 2)
        edge = placed[number] + heights[number] / 2
    edge = bottom
    for number in reversed(order):
        placed[number] = min(placed[number], edge - heights[number] / 2)
        edge = placed[number] - heights[number] / 2
    return placed
