"""The clinic's colour in a workbook: its heads, its links, and the charts that one colour tells."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from cmstation.desktop.report_colours import ReportColours
from cmstation.desktop.report_look import SERIES, SOFT
from cmstation.domain.report_document import USUAL_COLOUR

_STYLES: Final = "xl/styles.xml"
_CHARTS: Final = "xl/charts/"
_BARS: Final = b"<barChart"
_SERIES: Final = b"<ser>"
_WISHED: Final = "#A5B0BD"


def in_colours(workbook: bytes, colours: ReportColours, *, lonely_lines: bool) -> bytes:
    """Return a workbook that was written in the usual colours in the clinic's.

    Args:
        lonely_lines: whether a chart with one curve has no others beside it, which would be told apart
            by their colours.
    """
    heads = {SOFT: colours.ground, USUAL_COLOUR: colours.text}
    bars = {SERIES[0]: colours.mark, SERIES[1]: _WISHED}
    line = {SERIES[0]: colours.mark} if lonely_lines else {}
    made = BytesIO()
    with ZipFile(BytesIO(workbook)) as before, ZipFile(made, "w") as after:
        for part in before.infolist():
            data = before.read(part)
            if part.filename == _STYLES:
                data = _exchanged(data, heads)
            elif part.filename.startswith(_CHARTS):
                data = _exchanged(data, bars if _BARS in data else line if data.count(_SERIES) == 1 else {})
            after.writestr(part, data)
    return made.getvalue()


def _exchanged(data: bytes, colours: Mapping[str, str]) -> bytes:
    """Put colours into the place of others, all at once."""
    if not colours:
        return data
    new = {one.lstrip("#").upper().encode(): other.lstrip("#").encode() for one, other in colours.items()}
    pattern = re.compile(b'(?<=")((?:00|FF)?)(' + b"|".join(new) + b')(?=")', re.IGNORECASE)
    return pattern.sub(lambda found: found[1] + new[found[2].upper()], data)
