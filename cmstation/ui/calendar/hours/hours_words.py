"""Hours and days of the grid in words."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QCoreApplication

from cmstation.domain.calendar import CalendarItem, DayOff
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.hours.hours_axis import Mark
from cmstation.ui.calendar.hours.hours_strip import ClockTurn, Remark
from cmstation.ui.calendar.item_words import item_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.remark_words import health_name, remark_card, remark_words
from cmstation.ui.dates import day_title, full_day_words, weekday_name, weekday_title

translate = QCoreApplication.translate


def mark_words(mark: Mark) -> str:
    """Name a line of the grid: "8:00", the second of two equal hours "2:00 again"."""
    if mark.wall.minute:
        return wall_words(mark.wall.replace(fold=int(mark.again)))
    if mark.again:
        return translate("Hours", "{hour}:00 bis", "the second of two equal hours").format(
            hour=mark.wall.hour
        )
    return translate("Hours", "{hour}:00", "a full hour at the edge of a day").format(hour=mark.wall.hour)


def wall_words(wall: time) -> str:
    """Say what the clock shows: "08:30", "02:30 again"."""
    words = f"{wall:%H:%M}"
    return (
        translate("Hours", "{time} again", "after the clocks go back").format(time=words)
        if wall.fold
        else words
    )


def skipped_words() -> str:
    """Say that the clocks skip an hour."""
    return translate("Hours", "does not exist", "of an hour that the clocks skip")


def column_words(day: date, *, narrow: bool) -> tuple[str, str]:
    """Return weekday and number as the head of a column: "Monday" and "12"."""
    if narrow:
        name = weekday_name(day, short=True)
        name = name[:1].upper() + name[1:]
    else:
        name = weekday_title(day.isoweekday())
    return name, day_title(day, with_month=day.day == 1)


def landing_words(day: date, wall: time | None) -> str:
    """Say where something would land: "Tue 13, 10:15"."""
    name = f"{weekday_name(day, short=True)} {day_title(day)}"
    if wall is None:
        return name
    return translate("Hours", "{day}, {time}").format(day=name, time=wall_words(wall))


def cell_words(day: date, wall: time, *, exists: bool, busy: bool) -> str:
    """Say a half hour to those who do not see it: "Tuesday 13 October, 08:30, free"."""
    parts = [full_day_words(day, with_year=False), wall_words(wall)]
    if not exists:
        parts.append(skipped_words())
    elif not busy:
        parts.append(translate("Hours", "free", "nothing is planned at this hour"))
    return ", ".join(parts)


def spoken_item(item: CalendarItem, look: PlanLook, zone: str) -> str:
    """Say an item and its day in one line."""
    words = item_words(item, look, zone)
    if item.days > 1:
        return words  # it says its days itself
    return f"{full_day_words(item.first, with_year=False)}, {words}"


def remark_tip(remark: Remark) -> str:
    """Say a remark in full, for a tooltip."""
    return remark.words if isinstance(remark, ClockTurn) else remark_card(remark)


def day_card(day: date, clocks: str, remarks: Sequence[DayOff | HealthDay], school: Sequence[DayOff]) -> str:
    """Say a day and what is special about it, for a tooltip."""
    holidays = (
        translate("Hours", "{name} (school holidays)").format(name=remark_words(off)) for off in school
    )
    lines = (full_day_words(day), clocks, *map(remark_words, remarks), *holidays)
    return "\n".join(line for line in lines if line)


def note_words(remark: Remark) -> str:
    """Name a remark under the head of its day."""
    if isinstance(remark, ClockTurn):
        return remark.words
    if isinstance(remark, DayOff):
        return remark.name
    name = health_name(remark)
    if remark.to_confirm:
        return translate("Hours", "{health_day}?", "its date is not sure").format(health_day=name)
    return name


def more_words(count: int) -> str:
    """Count what has no room: "+3"."""
    return translate("Hours", "+{count}").format(count=count)


def slot_words(at: time, names: str) -> str:
    """Say a free slot: "08:30, free for Facebook"."""
    return translate("Hours", "{time}, free for {accounts}").format(time=wall_words(at), accounts=names)
