"""Where things lie in the month: columns, rows, and what one day holds. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QRect

WEEKDAY_WEIGHT, WEEKEND_WEIGHT = 142, 100
WEEK_COLUMN, HEADER = 36, 28
PAD_TOP, PAD_SIDE, NUMBER, GAP = 2, 4, 20, 2
TALL, FLAT, MORE, REMARK = 36, 20, 18, 18
BAND = 3  # the line above the days on which the schools are closed


@dataclass(frozen=True, slots=True)
class DayPlaces:
    """Where a day's items lie.

    Args:
        lanes: which lanes of bars are shown on this day.
        chips: one rectangle for each item of this day alone that is shown, in order.
        more: where "+ 2 others" stands; empty when everything is shown.
        left_out: how many items it stands for, bars included.
        remark: where the foot of the day may say something; empty when there is no room for it.
    """

    lanes: tuple[int, ...] = ()
    chips: tuple[QRect, ...] = ()
    more: QRect = field(default_factory=QRect)
    left_out: int = 0
    remark: QRect = field(default_factory=QRect)


def column_widths(width: int) -> tuple[int, ...]:
    """Share a width out among Monday to Sunday; nothing is left over."""
    weights = (WEEKDAY_WEIGHT,) * 5 + (WEEKEND_WEIGHT,) * 2
    edges = [round(width * sum(weights[:place]) / sum(weights)) for place in range(8)]
    return tuple(right - left for left, right in pairwise(edges))


def row_heights(height: int, rows: int) -> tuple[int, ...]:
    """Share a height out among weeks; nothing is left over."""
    edges = [round(height * place / rows) for place in range(rows + 1)]
    return tuple(below - above for above, below in pairwise(edges))


def lane_rect(first: QRect, last: QRect, lane: int) -> QRect:
    """Return where a bar lies between the cells of its first and its last day."""
    top = _top(first) + lane * (FLAT + lane_gap(first.height()))
    left, right = first.left() + PAD_SIDE, last.right() - PAD_SIDE
    return QRect(left, top, right - left, FLAT)


def lane_gap(height: int) -> int:
    """Return how far the lines of a week lie apart: less where that makes room for one more of them."""
    room = height - 1 - (PAD_TOP + NUMBER + GAP)
    return GAP - 1 if (room + GAP - 1) // (FLAT + GAP - 1) > (room + GAP) // (FLAT + GAP) else GAP


def day_places(cell: QRect, lanes: Sequence[int], flat: Sequence[bool], *, remark: bool = False) -> DayPlaces:
    """Place what a day holds: on two lines while all fits so, else on one; the last line counts the others.

    Args:
        lanes: those that bars take on this day, ascending.
        flat: for each item of this day alone whether one line is enough for it.
        remark: whether the day has something to say at its foot, where that drives no item away.
    """
    foot = REMARK if remark else 0
    tall = [FLAT if is_flat else TALL for is_flat in flat]
    low = [FLAT] * len(flat)
    start, end, gap = _top(cell), cell.bottom(), lane_gap(cell.height())
    for heights, kept_free in ((tall, foot), (low, foot), (low, 0)):
        tops = _tops(start, end - kept_free, lanes, heights, gap)
        if tops is not None:
            place = _foot(cell) if kept_free else QRect()
            return DayPlaces(tuple(lanes), _chips(cell, tops, heights), remark=place)
    return _shortened(cell, lanes, len(flat), remark=remark)


def _shortened(cell: QRect, lanes: Sequence[int], singles: int, *, remark: bool) -> DayPlaces:
    """Show what fits above the line that counts the others."""
    start, end, gap = _top(cell), cell.bottom() - MORE, lane_gap(cell.height())
    below = [start + lane * (FLAT + gap) + FLAT for lane in lanes]
    shown_lanes = tuple(lane for lane, lowest in zip(lanes, below, strict=True) if lowest <= end)
    count = singles
    while (tops := _tops(start, end, shown_lanes, [FLAT] * count, gap)) is None:
        count -= 1
    lowest = max([start - gap, *(top + FLAT for top in tops), *below[: len(shown_lanes)]])
    more = QRect(_left(cell), min(lowest + gap, end), _width(cell), MORE)
    left_out = len(lanes) - len(shown_lanes) + singles - count
    chips = _chips(cell, tops, [FLAT] * count)
    return DayPlaces(shown_lanes, chips, more, left_out, more if remark else QRect())


def _tops(start: int, end: int, lanes: Sequence[int], heights: Sequence[int], gap: int) -> list[int] | None:
    """Stack heights into what the lanes leave free; None when something would reach below `end`."""
    step = FLAT + gap
    if lanes and start + lanes[-1] * step + FLAT > end:
        return None
    tops: list[int] = []
    top = start
    for height in heights:
        for lane in lanes:
            lane_top = start + lane * step
            if top < lane_top + FLAT and lane_top < top + height:
                top = lane_top + step
        if top + height > end:
            return None
        tops.append(top)
        top += height + gap
    return tops


def _chips(cell: QRect, tops: Sequence[int], heights: Sequence[int]) -> tuple[QRect, ...]:
    left, width = _left(cell), _width(cell)
    return tuple(QRect(left, top, width, height) for top, height in zip(tops, heights, strict=True))


def _foot(cell: QRect) -> QRect:
    return QRect(_left(cell), cell.bottom() - REMARK, _width(cell), REMARK - 1)


def _top(cell: QRect) -> int:
    return cell.top() + PAD_TOP + NUMBER + GAP


def _left(cell: QRect) -> int:
    return cell.left() + PAD_SIDE


def _width(cell: QRect) -> int:
    return cell.width() - 2 * PAD_SIDE - 1
