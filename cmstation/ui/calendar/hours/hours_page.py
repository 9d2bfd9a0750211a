"""The days that the hours show at once, arranged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize

from cmstation.domain.calendar import CalendarItem, DayOff, Plan
from cmstation.ui.calendar.hours.hours import FreeSlot, hours_of
from cmstation.ui.calendar.hours.hours_axis import Axis
from cmstation.ui.calendar.hours.hours_places import PAD_TOP, Places, frame_of, room_beside
from cmstation.ui.calendar.hours.hours_strip import bars_of, notes_of, school_days
from cmstation.ui.calendar.words import clock_note

WEEK = 7
_NOTES = {1: 4, WEEK: 3}
_BARS = {1: 6, WEEK: 3}


@dataclass(frozen=True, slots=True)
class HoursPage:
    """A week or a day of a plan, each thing at its place.

    Args:
        size: of the viewport for which it was arranged.
        school: the school holidays of each day that has some.
        clocks: what the clocks do on each day, "" where they run on.
    """

    size: QSize
    items: tuple[CalendarItem, ...]
    school: Mapping[date, tuple[DayOff, ...]]
    clocks: Mapping[date, str]
    places: Places

    @property
    def room(self) -> int:
        """How high the part is that scrolls."""
        return max(self.size.height() - self.places.frame.head, 1)

    @property
    def hidden(self) -> int:
        """How far one can scroll."""
        return max(0, self.places.content - self.room)

    @property
    def opens_on(self) -> QRect:
        """What is seen of the hours at first, in their content."""
        top = round(self.places.y(self.places.opening))
        return QRect(0, min(max(top, 0), self.hidden), self.size.width(), self.room)


def hours_page(
    plan: Plan,
    items: tuple[CalendarItem, ...],
    days: Sequence[date],
    size: QSize,
    slots: Sequence[FreeSlot] = (),
) -> HoursPage:
    """Arrange some days.

    Args:
        items: those of the plan that touch the days.
        size: of the viewport.
    """
    count = len(days)
    clocks = {day: clock_note(day, plan.zone) for day in days}
    notes, bars = notes_of(plan, days, clocks, _NOTES[count]), bars_of(items, days, _BARS[count])
    frame = frame_of(days, size.width(), notes.rows, bars.rows)
    height = max(size.height() - frame.head - PAD_TOP, 1)
    hours = hours_of(items, Axis.of(days, plan.zone), height, room_beside(frame), slots)
    return HoursPage(size, items, school_days(plan, days), clocks, Places(frame, hours, notes, bars))
