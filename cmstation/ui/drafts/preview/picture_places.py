"""Where each network puts the pictures of one post. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect

GAP = 4


class Arrangement(StrEnum):
    """How a network lays pictures out."""

    TILES = "tiles"  # Bluesky, Mastodon, X: at most four, two by two
    COLLAGE = "collage"  # Facebook, LinkedIn: one or two large, the others below, then "+3"
    CAROUSEL = "carousel"  # Instagram: one at a time
    STRIP = "strip"  # Threads: side by side, running out of the card
    ROWS = "rows"  # Tumblr, an article: one below the other, two in a row when there are many
    FIRST = "first"  # a single picture, the first


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles for the first pictures, and what does not fit.

    Args:
        hidden: how many pictures stand behind the last one ("+3").
    """

    frames: tuple[QRect, ...]
    height: int
    hidden: int = 0


def places(
    arrangement: Arrangement,
    ratios: Sequence[float],
    width: int,
    *,
    gap: int = GAP,
    tallest: float = 1.25,
    flattest: float = 0.5,
) -> Places:
    """Lay pictures out in a width.

    Args:
        ratios: width to height of each.
        tallest, flattest: bounds of height to width for a picture that stands alone.
    """
    if not ratios or width <= 0:
        return Places((), 0)
    alone = round(width * min(max(1 / ratios[0], flattest), tallest))
    if len(ratios) == 1 or arrangement in {Arrangement.CAROUSEL, Arrangement.FIRST}:
        return Places((QRect(0, 0, width, alone),), alone)
    if arrangement is Arrangement.STRIP:
        return _strip(ratios, width, gap)
    if arrangement is Arrangement.TILES:
        return _tiles(len(ratios), width, gap)
    if arrangement is Arrangement.COLLAGE:
        return _collage(len(ratios), width, gap)
    return _rows(ratios, width, gap)


def _tiles(count: int, width: int, gap: int) -> Places:
    half = (width - gap) // 2
    right = width - half - gap
    if count == 2:
        height = round(half * 0.75)
        return Places((QRect(0, 0, half, height), QRect(half + gap, 0, right, height)), height)
    height = round(width * 0.6)
    top = (height - gap) // 2
    low = height - top - gap
    if count == 3:
        frames = (
            QRect(0, 0, half, height),
            QRect(half + gap, 0, right, top),
            QRect(half + gap, top + gap, right, low),
        )
        return Places(frames, height)
    frames = (
        QRect(0, 0, half, top),
        QRect(half + gap, 0, right, top),
        QRect(0, top + gap, half, low),
        QRect(half + gap, top + gap, right, low),
    )
    return Places(frames, height, count - 4)


def _collage(count: int, width: int, gap: int) -> Places:
    if count == 2:
        return Places(*_row(0, width, 2, gap, 1.0))
    if count < 5:
        above = round(width * 0.56)
        frames, height = _row(above + gap, width, count - 1, gap, 1.0)
        return Places((QRect(0, 0, width, above), *frames), height)
    first, height = _row(0, width, 2, gap, 0.9)
    second, height = _row(height + gap, width, 3, gap, 0.9)
    return Places((*first, *second), height, count - 5)


def _rows(ratios: Sequence[float], width: int, gap: int) -> Places:
    frames: list[QRect] = []
    top, rest = 0, list(ratios)
    while rest:
        across = 2 if len(rest) >= 2 else 1
        pair, rest = rest[:across], rest[across:]
        shape = sum(1 / max(ratio, 0.4) for ratio in pair) / across
        row, bottom = _row(top, width, across, gap, min(max(shape, 0.5), 1.2))
        frames += row
        top = bottom + gap
    return Places(tuple(frames), top - gap)


def _strip(ratios: Sequence[float], width: int, gap: int) -> Places:
    height, left = round(width * 0.62), 0
    frames: list[QRect] = []
    for ratio in ratios:
        across = round(height * min(max(ratio, 0.6), 1.4))
        frames.append(QRect(left, 0, across, height))
        left += across + gap
        if left >= width:
            break
    return Places(tuple(frames), height)


def _row(top: int, width: int, count: int, gap: int, shape: float) -> tuple[tuple[QRect, ...], int]:
    """Return equal frames side by side from `top`, and where the row ends; `shape` is height to width."""
    each = (width - gap * (count - 1)) // count
    height = round(each * shape)
    frames: list[QRect] = []
    left = 0
    for place in range(count):
        across = width - left if place == count - 1 else each
        frames.append(QRect(left, top, across, height))
        left += across + gap
    return tuple(frames), top + height
