"""What is special about the days of a plan: holidays, health days, clocks that change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from cmstation.domain.calendar import DayOff, DayOffKind, Plan
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.remark_words import health_name, remark_words
from cmstation.ui.calendar.words import clock_note

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DayRemarks:
    """What is special about one day.

    Args:
        clocks: that they change, in words, "" when they do not.
        public, school: holidays that the day belongs to.
        health: health days to be named on this day: those of the day, and longer ones that begin here.
        lasting: longer ones that began before.
        names_school: whether the name of the school holidays should stand here.
    """

    clocks: str = ""
    public: tuple[DayOff, ...] = ()
    school: tuple[DayOff, ...] = ()
    health: tuple[HealthDay, ...] = ()
    lasting: tuple[HealthDay, ...] = ()
    names_school: bool = False


NOTHING = DayRemarks()


def remarks_of(plan: Plan, start: date, end: date) -> Mapping[date, DayRemarks]:
    """Return what is special about each day from a first one to a last one, the end exclusive."""
    days = [start + timedelta(days=place) for place in range((end - start).days)]
    off: dict[date, list[DayOff]] = {day: [] for day in days}
    for each in plan.days_off:
        for day in _within(each.first, each.last, start, end):
            off[day].append(each)
    health: dict[date, list[HealthDay]] = {day: [] for day in days}
    for each in plan.health_days:
        for day in _within(each.start, each.end, start, end):
            health[day].append(each)
    found = ((day, _remarks(day, start, plan.zone, off[day], health[day])) for day in days)
    return {day: remarks for day, remarks in found if remarks != NOTHING}


def title_note(remarks: DayRemarks) -> str:
    """Say in few words what stands beside the number of a day."""
    names = [day.name for day in remarks.public]
    if remarks.names_school:
        names.extend(day.name for day in remarks.school)
    return " · ".join(part for part in (remarks.clocks, *dict.fromkeys(names)) if part)


def health_note(remarks: DayRemarks) -> tuple[str, str]:
    """Say in few words what the foot of a day shows: its first health day, and how many more."""
    if not remarks.health:
        return "", ""
    first, more = remarks.health[0], len(remarks.health) - 1
    name = health_name(first)
    if first.to_confirm:
        name = translate("Calendar", "{health_day}?").format(health_day=name)
    return name, f"+{more}" if more else ""


def remarks_words(remarks: DayRemarks) -> str:
    """Say in full what is special about a day, in one line, for those who do not see it."""
    return ", ".join(_parts(remarks))


def remarks_card(remarks: DayRemarks) -> str:
    """Say in full what is special about a day, on several lines, for a tooltip."""
    return "\n".join((*_parts(remarks), *map(remark_words, remarks.lasting)))


def _parts(remarks: DayRemarks) -> list[str]:
    public = (
        translate("Calendar", "{name} (public holiday)").format(name=day.name) for day in remarks.public
    )
    school = (
        translate("Calendar", "{name} (school holidays)").format(name=remark_words(day))
        for day in remarks.school
    )
    parts = (remarks.clocks, *public, *school, *map(remark_words, remarks.health))
    return [part for part in parts if part]


def _within(first: date, last: date, start: date, end: date) -> Iterator[date]:
    day = max(first, start)
    while day <= last and day < end:
        yield day
        day += timedelta(days=1)


def _remarks(
    day: date, start: date, zone: str, off: Sequence[DayOff], health: Sequence[HealthDay]
) -> DayRemarks:
    clocks = clock_note(day, zone)
    if not off and not health:
        return DayRemarks(clocks) if clocks else NOTHING
    school = tuple(each for each in off if each.kind is DayOffKind.SCHOOL)
    named = [each for each in health if max(each.start, start) == day]
    return DayRemarks(
        clocks=clocks,
        public=tuple(each for each in off if each.kind is DayOffKind.PUBLIC),
        school=school,
        # One that lasts a month says less about this very day than one of this day alone.
        health=tuple(sorted(named, key=lambda each: each.end - each.start)),
        lasting=tuple(each for each in health if max(each.start, start) != day),
        names_school=any(max(each.first, start) == day for each in school),
    )
