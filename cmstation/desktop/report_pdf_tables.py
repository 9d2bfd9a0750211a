"""Tables on sheets of paper: as wide as their words need, going on over pages with their head."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cmstation.desktop.report_look import LINE, SOFT
from cmstation.desktop.review_look import MUTED
from cmstation.desktop.review_paper import BOTTOM, WIDTH, Paper, Style

CELL: Final = Style(9, 4.5)
STRONG: Final = Style(9, 4.5, bold=True)
PALE: Final = Style(8.5, 4.5, colour=MUTED)
_HEAD: Final = Style(8.5, 4.2, bold=True, colour=MUTED)
_GAP: Final = 4.0
_ABOVE: Final = 1.1
_NARROW: Final = 16.0  # a column of words is never narrower
_WIDE: Final = 42.0  # and one of numbers never wider
_WHOLE: Final = 12  # a row of so few lines is never torn apart


@dataclass(frozen=True, slots=True)
class Place:
    """A column.

    Args:
        numbers: whether it is as wide as its longest cell, which ends at its right edge.
        weight: of a column of words, against the others.
    """

    title: str
    numbers: bool = False
    weight: float = 1.0
    style: Style = CELL


@dataclass(frozen=True, slots=True)
class Grid:
    """A table laid out: every cell as its lines."""

    places: tuple[Place, ...]
    widths: tuple[float, ...]
    head: tuple[list[str], ...]
    rows: tuple[tuple[list[str], ...], ...]
    links: tuple[str, ...]


def laid_out(
    sheet: Paper, places: Sequence[Place], rows: Sequence[Sequence[str]], links: Sequence[str] = ()
) -> Grid:
    """Find out how wide columns are, and split cells into lines."""
    widths = _widths(sheet, places, rows)
    lines = tuple(
        tuple(
            _lines(sheet, cell, place.style, width)
            for cell, place, width in zip(row, places, widths, strict=True)
        )
        for row in rows
    )
    head = tuple(sheet.lines(place.title, _HEAD, width) for place, width in zip(places, widths, strict=True))
    return Grid(tuple(places), widths, head, lines, tuple(links))


def _lines(sheet: Paper, cell: str, style: Style, width: float) -> list[str]:
    shown = sheet.shown(cell)
    return [shown] if sheet.width(shown, style) <= width else sheet.lines(shown, style, width)


def _widths(sheet: Paper, places: Sequence[Place], rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    natural = [_natural(sheet, place, [row[number] for row in rows]) for number, place in enumerate(places)]
    room = WIDTH - _GAP * (len(places) - 1)
    texts = [number for number, place in enumerate(places) if not place.numbers]
    fixed = sum(width for number, width in enumerate(natural) if number not in texts)
    widths: list[float] = _shared(natural, texts, max(room - fixed, _NARROW * len(texts)), places)
    if not texts and fixed < room:
        widths = [width + (room - fixed) / len(widths) for width in widths]
    scale = min(room / sum(widths), 1.0) if widths else 1.0
    return tuple(width * scale + 0.01 for width in widths)


def _natural(sheet: Paper, place: Place, cells: Sequence[str]) -> float:
    """Return how wide a column would be with each cell in one line, within reason."""
    words = [sheet.width(word, _HEAD) for word in sheet.shown(place.title).split(" ")]
    widest = max([*words, *(sheet.width(sheet.shown(cell), place.style) for cell in cells)])
    return min(widest, _WIDE) if place.numbers else widest


def _shared(
    natural: Sequence[float], texts: Sequence[int], room: float, places: Sequence[Place]
) -> list[float]:
    """Give columns of words their share by weight; one that needs less leaves the rest to the others."""
    widths: list[float] = list(natural)
    open_ones: list[int] = list(texts)
    while open_ones:
        whole = sum(places[one].weight for one in open_ones)
        small = [one for one in open_ones if natural[one] <= room * places[one].weight / whole]
        if not small:
            break
        room -= sum(natural[one] for one in small)
        open_ones = [one for one in open_ones if one not in small]
    # What nobody needs goes to all of them.
    for one in open_ones or texts:
        share = places[one].weight / sum(places[other].weight for other in open_ones or texts)
        widths[one] = room * share if open_ones else natural[one] + room * share
    return widths


def draw(sheet: Paper, grid: Grid) -> None:
    """Set a table; its head stands again on each page that it goes on."""
    first = max((len(cell) for cell in grid.rows[0]), default=1) if grid.rows else 1
    sheet.need(_head_height(grid) + (min(first, _WHOLE) + 0.5) * CELL.lead + 2 * _ABOVE)
    _head(sheet, grid)
    for number, row in enumerate(grid.rows):
        _row(sheet, grid, row, grid.links[number] if grid.links else "")


def _head_height(grid: Grid) -> float:
    return max(len(lines) for lines in grid.head) * _HEAD.lead + 2 * _ABOVE


def _head(sheet: Paper, grid: Grid) -> None:
    height = _head_height(grid)
    sheet.bar(0, WIDTH, height, SOFT)
    top = sheet.y + _ABOVE
    most = max(len(lines) for lines in grid.head)
    left = 0.0
    for place, lines, width in zip(grid.places, grid.head, grid.widths, strict=True):
        for number, line in enumerate(lines):
            sheet.y = top + (most - len(lines) + number) * _HEAD.lead
            _set(sheet, line, _HEAD, left, width, place.numbers)
        left += width + _GAP
    sheet.y = top - _ABOVE + height


def _row(sheet: Paper, grid: Grid, row: tuple[list[str], ...], link: str) -> None:
    most, begun = max(map(len, row)), 0
    while begun < most:
        fits = max(int((BOTTOM - sheet.y - 2 * _ABOVE) / CELL.lead), 0)
        if fits < most - begun and (fits < 2 or most <= _WHOLE):
            sheet.turn()
            _head(sheet, grid)
            continue
        taken = min(fits, most - begun)
        _lines_of_row(sheet, grid, row, range(begun, begun + taken), link)
        begun += taken
    _thin_line(sheet)


def _lines_of_row(sheet: Paper, grid: Grid, row: tuple[list[str], ...], shown: range, link: str) -> None:
    top, left = sheet.y + _ABOVE, 0.0
    for number, (place, lines, width) in enumerate(zip(grid.places, row, grid.widths, strict=True)):
        leading = link if number == 0 else ""
        for place_down, line in enumerate(lines[shown.start : shown.stop]):
            sheet.y = top + place_down * CELL.lead
            _set(sheet, line, place.style, left, width, place.numbers, leading)
        left += width + _GAP
    sheet.y = top + len(shown) * CELL.lead + _ABOVE


def _set(
    sheet: Paper, line: str, style: Style, left: float, width: float, numbers: bool, link: str = ""
) -> None:
    if not line:
        return
    if numbers:
        sheet.beside(line, style, end=left + width, link=link)
    else:
        sheet.line(line, style, indent=left, link=link)


def _thin_line(sheet: Paper) -> None:
    sheet.bar(0, WIDTH, 0.15, LINE)
