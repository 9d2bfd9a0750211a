"""What a day of the month shows and where, worked out once and drawn often."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.chip_art import ChipArt
from cmstation.ui.calendar.month.geometry import NUMBER, PAD_SIDE, PAD_TOP, DayPlaces, day_places
from cmstation.ui.calendar.month.month_page import DayCell
from cmstation.ui.calendar.remarks import health_note, title_note
from cmstation.ui.calendar.words import others_words
from cmstation.ui.dates import day_title
from cmstation.ui.theme.tokens import Space

DISC = 22
_BESIDE = 6
_DISC_OVER = 5  # how far the disc of today reaches out to the left of its number


@dataclass(frozen=True, slots=True)
class DayFace:
    """One day as it is drawn.

    Args:
        singles: what touches this day alone; the first ones have a place each.
        number: of the day, at the left of `head`.
        note: what stands beside the number.
        others: where the items that have no room are counted, empty when all have some.
        health: where the health days are named, empty when there are none; `health_more` counts those
            that are not named.
    """

    cell: DayCell
    rect: QRect
    places: DayPlaces
    singles: tuple[CalendarItem, ...]
    head: QRect
    number: str
    note: str = ""
    note_rect: QRect = field(default_factory=QRect)
    others: QRect = field(default_factory=QRect)
    others_words: str = ""
    health: QRect = field(default_factory=QRect)
    health_name: str = ""
    health_more: str = ""


def day_face(
    cell: DayCell, rect: QRect, lanes: tuple[int, ...], singles: tuple[CalendarItem, ...], art: ChipArt
) -> DayFace:
    """Work a day out.

    Args:
        rect: of the cell, in the viewport.
        lanes: those that bars take on this day.
    """
    flat = [item.whole_day for item in singles]
    places = day_places(rect, lanes, flat, remark=bool(cell.remarks.health))
    head = QRect(rect.left() + Space.S, rect.top() + PAD_TOP, rect.width() - Space.S - PAD_SIDE - 1, NUMBER)
    number = day_title(cell.day, with_month=_names_month(cell))
    note = title_note(cell.remarks)
    note_rect = head.adjusted(_number_width(cell, number, art) + _BESIDE, 0, 0, 0)
    counted = others_words(places.left_out) if places.left_out else ""
    others = _others(places, counted, art)
    name, more = health_note(cell.remarks)
    health = QRect()
    if name:
        used = art.width(note, "note") + _BESIDE if note else 0
        health = _health(places, others, note_rect.adjusted(used, 0, 0, 0))
    return DayFace(
        cell, rect, places, singles, head, number, note, note_rect, others, counted, health, name, more
    )


def _names_month(cell: DayCell) -> bool:
    return cell.day.day == 1 or (not cell.in_month and cell.day.weekday() == 0)


def _number_width(cell: DayCell, number: str, art: ChipArt) -> int:
    words = art.width(number, "note_strong")
    return max(DISC, words + Space.S) - _DISC_OVER if cell.is_today else words


def _others(places: DayPlaces, words: str, art: ChipArt) -> QRect:
    if not words:
        return QRect()
    width = min(art.width(words, "note_medium") + 2 * Space.XS, places.more.width())
    return QRect(places.more.topLeft(), QSize(width, places.more.height()))


def _health(places: DayPlaces, others: QRect, beside_number: QRect) -> QRect:
    """Return where health days are named: beside the count of others, at the foot, else beside the number."""
    if places.left_out:
        return places.more.adjusted(others.width() + 2 * Space.XS, 0, 0, 0)
    if not places.remark.isEmpty():
        return places.remark.adjusted(Space.XS, 0, 0, 0)
    return beside_number
