"""Where things lie in the month: columns, and the chips of one day. Pure."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect

WEEKDAY_WEIGHT, WEEKEND_WEIGHT = 142, 100
WEEK_COLUMN, HEADER = 36, 28
PAD_TOP, PAD_SIDE, NUMBER, GAP = 2, 4, 20, 2
TALL, FLAT, MORE = 36, 20, 18


@dataclass(frozen=True, slots=True)
class ChipPlaces:
    """Where a day's posts are drawn.

    Args:
        chips: one rectangle for each post that is shown, in order.
        tall: whether they have two lines.
        more: where "+ 2 others" stands; empty when every post is shown.
        left_out: how many posts it stands for.
    """

    chips: tuple[QRect, ...]
    tall: bool
    more: QRect
    left_out: int

    def chip_at(self, point: QPoint) -> int | None:
        """Return which post lies under a point."""
        return next((place for place, chip in enumerate(self.chips) if chip.contains(point)), None)


def column_widths(width: int) -> tuple[int, ...]:
    """Share a width out among Monday to Sunday; nothing is left over."""
    weights = (WEEKDAY_WEIGHT,) * 5 + (WEEKEND_WEIGHT,) * 2
    edges = [round(width * sum(weights[:place]) / sum(weights)) for place in range(8)]
    return tuple(right - left for left, right in pairwise(edges))


def row_heights(height: int, rows: int) -> tuple[int, ...]:
    """Share a height out among weeks; nothing is left over."""
    edges = [round(height * place / rows) for place in range(rows + 1)]
    return tuple(below - above for above, below in pairwise(edges))


def chip_places(cell: QRect, posts: int) -> ChipPlaces:
    """Place a day's posts: on two lines while all fit so, else on one; the last line counts the others."""
    top = cell.top() + PAD_TOP + NUMBER + GAP
    room = cell.bottom() - top  # the hairline at the foot is left free
    if posts * (TALL + GAP) - GAP <= room:
        return ChipPlaces(_stack(cell, top, posts, TALL), True, QRect(), 0)
    if posts * (FLAT + GAP) - GAP <= room:
        return ChipPlaces(_stack(cell, top, posts, FLAT), False, QRect(), 0)
    shown = max(0, (room - MORE) // (FLAT + GAP))
    more = QRect(_left(cell), top + shown * (FLAT + GAP), _width(cell), MORE)
    return ChipPlaces(_stack(cell, top, shown, FLAT), False, more, posts - shown)


def _stack(cell: QRect, top: int, count: int, height: int) -> tuple[QRect, ...]:
    return tuple(
        QRect(_left(cell), top + place * (height + GAP), _width(cell), height) for place in range(count)
    )


def _left(cell: QRect) -> int:
    return cell.left() + PAD_SIDE


def _width(cell: QRect) -> int:
    return cell.width() - 2 * PAD_SIDE - 1
