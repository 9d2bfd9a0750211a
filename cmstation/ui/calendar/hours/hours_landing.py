"""What a place among the hours means for what is dragged there, and for an end that is pulled. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QPoint

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.hours.hours import CHIP, SLIM
from cmstation.ui.calendar.hours.hours_paint import Ghost
from cmstation.ui.calendar.hours.hours_places import Places, Spot
from cmstation.ui.calendar.hours.hours_strip import lasts_days
from cmstation.ui.calendar.hours.hours_words import landing_words, skipped_words, wall_words
from cmstation.ui.calendar.look import Landing
from cmstation.ui.dates import day_title, local

STEP, FINE_STEP = 15, 5


@dataclass(frozen=True, slots=True)
class Held:
    """What a drag over the hours holds.

    Args:
        item: the first one, where this view knows it.
        several: whether there are more; they keep their hours.
        day: from which it was taken.
        offset: minutes between its upper edge and the place where it was taken.
        begins: it was taken where it begins, not where it goes on.
    """

    item: CalendarItem | None = None
    several: bool = False
    day: date | None = None
    offset: float = 0.0
    begins: bool = True

    @property
    def keeps_hour(self) -> bool:
        """Whether only the day can be chosen."""
        return self.several or not self.begins or (self.item is not None and lasts_days(self.item))


def landing_at(places: Places, point: QPoint, shift: QPoint, held: Held, *, fine: bool) -> Landing:
    """Return the day and the hour at a point of the viewport; no hour above the hours."""
    column = places.frame.column_at(point.x())
    if point.y() < places.frame.head or held.keeps_hour:
        return Landing(places.days[column])
    day = places.days[column]
    minute = snapped(places, places.minute((point - shift).y()) - held.offset, fine=fine)
    return Landing(day, places.hours.axis.wall_at(day, minute))


def snapped(places: Places, minute: float, *, fine: bool) -> int:
    """Return the nearest minute at which something may begin."""
    step = FINE_STEP if fine else STEP
    return min(max(round(minute / step) * step, 0), places.hours.axis.length - step)


def ghost_of(places: Places, landing: Landing, held: Held) -> Ghost:
    """Say and outline where something would land."""
    item, column = held.item, places.days.index(landing.day)
    if landing.wall is None:
        wall = None
        if item is not None and not lasts_days(item) and not held.several and held.begins:
            wall = local(item.start, places.hours.axis.zone).time()
        first, last = _columns(places, landing.day, held)
        return Ghost(first, last, landing_words(landing.day, wall))
    axis = places.hours.axis
    minute = axis.place(landing.wall)
    amiss = any(gap.skipped and gap.top <= minute < gap.bottom for gap in axis.gaps(landing.day))
    top = round(places.y(minute))
    return Ghost(
        column,
        column,
        landing_words(landing.day, landing.wall),
        top,
        min(top + _height(places, item), places.content),
        skipped_words() if amiss else "",
        amiss=amiss,
    )


def stays(places: Places, landing: Landing, held: Held) -> bool:
    """Tell whether something would land where it is."""
    if held.item is None or landing.day != held.day:
        return False
    wall = local(held.item.start, places.hours.axis.zone).time()
    same_pass = landing.wall is None or landing.wall.fold == wall.fold
    return landing.wall in {None, wall.replace(second=0, microsecond=0)} and same_pass


def end_at(places: Places, spot: Spot, point: QPoint, shift: QPoint, *, fine: bool) -> date | datetime | None:
    """Return the new end of an item whose edge is pulled to a point; None when it would not change."""
    item = spot.item
    if item is None:
        return None
    if lasts_days(item):
        day = max(places.days[places.frame.column_at(point.x())], item.first)
        if day == item.last:
            return None
        zone = places.hours.axis.zone
        end = local(item.end, zone).replace(tzinfo=None) + (day - item.last)
        return day if item.whole_day else end
    step = FINE_STEP if fine else STEP
    minute = round(places.minute((point - shift).y()) / step) * step
    least = -int(-(spot.top + 1) // step) * step  # an item has some length
    minute = min(max(minute, least), places.hours.axis.length)
    found = places.hours.axis.wall_end(spot.day, minute)
    before = local(item.end, places.hours.axis.zone).replace(tzinfo=None)
    return None if found == before and found.fold == before.fold else found


def end_ghost(places: Places, spot: Spot, end: date | datetime, shift: QPoint) -> Ghost | None:
    """Say and outline how long an item would become."""
    item = spot.item
    if item is None:
        return None
    axis = places.hours.axis
    last = end.date() if isinstance(end, datetime) else end
    if lasts_days(item):
        first, until = _within(places.days, item.first, last)
        words = f"{day_title(item.first, with_month=True)} – {day_title(last, with_month=True)}"
        return Ghost(first, until, words)
    begins = wall_words(local(item.start, axis.zone).time())
    wall = end.time() if isinstance(end, datetime) else None
    minute = axis.length if wall is None or last > spot.day else axis.place(wall)
    column, top = places.days.index(spot.day), spot.rect.translated(-shift).top()
    words = f"{begins} – {wall_words(wall)}" if wall is not None else begins
    return Ghost(column, column, words, top, max(round(places.y(minute)), top + SLIM))


def _columns(places: Places, day: date, held: Held) -> tuple[int, int]:
    item = held.item
    if item is None or not lasts_days(item):
        column = places.days.index(day)
        return column, column
    by = day - (held.day or item.first)
    return _within(places.days, item.first + by, item.last + by)


def _within(days: Sequence[date], first: date, last: date) -> tuple[int, int]:
    end = len(days) - 1
    start = min(max((first - days[0]).days, 0), end)
    return start, max(min((last - days[0]).days, end), start)


def _height(places: Places, item: CalendarItem | None) -> int:
    if item is None or item.is_moment:
        return CHIP
    minutes = (item.end - item.start).total_seconds() / 60
    return max(round(minutes * places.hours.hour / 60), SLIM)
