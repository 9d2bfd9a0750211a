"""The clinic's colour in a report: as it was chosen, and as dark or as pale as each use needs it."""

from dataclasses import dataclass, replace
from typing import Final

from cmstation.desktop.report_look import (
    SERIES,
    SOFT,
    STEPS,
    hexadecimal,
    luminance,
    parts_of,
    readable,
)
from cmstation.desktop.report_shapes import Box, Drawing, Shape, Sign, Stroke, Words
from cmstation.domain.report_document import USUAL_COLOUR, BarData, Chart, HeatData, LineData

SEEN: Final = 3.0  # what a bar or a line needs on white
_SOFT: Final = 0.62  # how light the second colour is


@dataclass(frozen=True, slots=True)
class ReportColours:
    """One colour and what is derived from it; several curves keep colours of their own.

    Args:
        band: as it was chosen, for what nobody reads.
        text: dark enough for words on white.
        mark: dark enough for bars, and for a curve that is alone.
        soft: the second colour, for lines below headings.
        ground: paler yet, for the heads of tables.
        steps: from little to much, as light as `STEPS`, so that the order holds on grey paper.
    """

    band: str
    text: str
    mark: str
    soft: str
    ground: str
    steps: tuple[str, ...]

    @property
    def is_darkened(self) -> bool:
        """Whether the colour is too pale to be read, so that words take a darker one."""
        return self.text != self.band

    def step(self, portion: float) -> str:
        """Return the colour of a part of the most there is, 0 to 1."""
        return self.steps[min(int(max(portion, 0.0) * len(self.steps)), len(self.steps) - 1)]


def colours_of(colour: str) -> ReportColours:
    """Derive a report's colours from the clinic's; one that is none gives the usual ones."""
    parts = parts_of(colour)
    band = USUAL_COLOUR if parts is None else hexadecimal(parts)
    return ReportColours(
        band,
        readable(band, USUAL_COLOUR),
        readable(band, USUAL_COLOUR, SEEN),
        _as_light(band, _SOFT),
        _as_light(band, luminance(SOFT)),
        tuple(_as_light(band, luminance(one)) for one in STEPS),
    )


def dyed(drawing: Drawing, chart: Chart, colours: ReportColours) -> Drawing:
    """Return a chart's drawing in the clinic's colour, as far as one colour tells it."""
    marks: dict[str, str] = {}
    match chart:
        case BarData():
            marks = {SERIES[0]: colours.mark}
        case HeatData():
            marks.update(zip(STEPS, colours.steps, strict=True))
        case LineData():
            marks = {SERIES[0]: colours.mark} if len(chart.series) == 1 else {}
    if not marks:
        return drawing
    words = {SERIES[0]: colours.text} if SERIES[0] in marks else {}
    return replace(drawing, shapes=tuple(_dyed(shape, marks, words) for shape in drawing.shapes))


def _dyed(shape: Shape, marks: dict[str, str], words: dict[str, str]) -> Shape:
    match shape:
        case Box():
            return replace(shape, fill=marks.get(shape.fill, shape.fill))
        case Stroke() | Sign():
            return replace(shape, colour=marks.get(shape.colour, shape.colour))
        case Words():
            return replace(shape, colour=words.get(shape.colour, shape.colour))


def _as_light(colour: str, wanted: float) -> str:
    """Mix a colour with white or with black until it is as light as another one.

    Args:
        wanted: a luminance, 0 to 1.
    """
    parts = parts_of(colour) or (0.0, 0.0, 0.0)
    end = 255.0 if luminance(colour) < wanted else 0.0
    least, most = 0.0, 1.0
    mixed = parts
    for _halving in range(16):
        share = (least + most) / 2
        mixed = tuple(part + (end - part) * share for part in parts)
        # Towards white it grows with the share, towards black it falls.
        if (luminance(hexadecimal(mixed)) < wanted) == (end > 0):
            least = share
        else:
            most = share
    return hexadecimal(mixed)
