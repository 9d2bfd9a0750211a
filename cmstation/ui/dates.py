"""Times in words: the only place of the program with local time."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QLocale

from cmstation.domain.planned_time import PlannedTime, happens_twice

translate = QCoreApplication.translate
_SHORT = QLocale.FormatType.ShortFormat
_LONG = QLocale.FormatType.LongFormat


@cache
def zone_of(name: str) -> ZoneInfo:
    """Return a zone; UTC when this computer does not know the name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def local(instant: datetime, zone: str) -> datetime:
    """Return an aware instant as the aware time of a zone."""
    return instant.astimezone(zone_of(zone))


def local_day(instant: datetime, zone: str) -> date:
    """Return the day that the calendar of a zone shows at an instant."""
    return local(instant, zone).date()


def day_bounds(day: date, zone: str) -> tuple[datetime, datetime]:
    """Return a day's first instant and the next day's, aware UTC; 23 or 25 hours when clocks change."""
    start = datetime.combine(day, time(), tzinfo=zone_of(zone))
    end = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone_of(zone))
    return start.astimezone(UTC), end.astimezone(UTC)


def time_words(instant: datetime, zone: str) -> str:
    """Say the hour: "18:00"."""
    return f"{local(instant, zone):%H:%M}"


def clock_words(instant: datetime, zone: str) -> str:
    """Say the hour to the second: "09:46:12"."""
    return f"{local(instant, zone):%H:%M:%S}"


def when_words(instant: datetime, zone: str, now: datetime) -> str:
    """Say a moment in few words: "today, 18:00", "Wed 14, 08:30", "3 Nov, 12:00", "3 Nov 2025, 12:00"."""
    return _with_time(day_words(instant, zone, now), instant, zone)


def day_words(instant: datetime, zone: str, now: datetime) -> str:
    """Say the day of a moment in few words: "today", "Wed 14", "3 Nov", "3 Nov 2025"."""
    day, today = local_day(instant, zone), local_day(now, zone)
    near = _near_day(day, today)
    if near:
        return near
    if (day.year, day.month) == (today.year, today.month):
        return f"{weekday_name(day, short=True)} {_day_number(day)}"
    if day.year == today.year:
        return f"{_day_number(day)} {month_name(day.month, short=True)}"
    return f"{_day_number(day)} {month_name(day.month, short=True)} {day.year}"


def long_words(instant: datetime, zone: str, now: datetime) -> str:
    """Say a moment in full: "Today, 18:00", "Wednesday 14 October, 08:30"."""
    day, today = local_day(instant, zone), local_day(now, zone)
    if day == today:
        words = translate("Dates", "Today")
    elif day == today + timedelta(days=1):
        words = translate("Dates", "Tomorrow")
    elif day == today - timedelta(days=1):
        words = translate("Dates", "Yesterday")
    else:
        words = full_day_words(day, with_year=day.year != today.year)
    return _with_time(words, instant, zone)


def full_day_words(day: date, *, with_year: bool = True) -> str:
    """Say a day in full: "Wednesday 14 October 2026"."""
    words = f"{weekday_name(day)} {_day_number(day)} {month_name(day.month)}"
    words = f"{words} {day.year}" if with_year else words
    return words[:1].upper() + words[1:]


def planned_words(planned: PlannedTime | None, now: datetime, home_zone: str) -> str:
    """Say when a post should leave; names a foreign zone, and which of two equal hours."""
    if planned is None:
        return translate("Dates", "No time yet")
    words = long_words(planned.instant, planned.zone, now)
    if happens_twice(planned.wall, planned.zone):
        second = local(planned.instant, planned.zone).fold == 1
        which = (
            translate("Dates", "second time, after the clocks go back")
            if second
            else translate("Dates", "first time, before the clocks go back")
        )
        words = f"{words} ({which})"
    if planned.zone != home_zone:
        words = f"{words} ({zone_words(planned.zone)})"
    return words


def month_name(month: int, *, short: bool = False) -> str:
    """Name a month as it stands inside a date."""
    return QLocale().monthName(month, _SHORT if short else _LONG)


def month_title(year: int, month: int) -> str:
    """Name a month as a title: "October 2026"."""
    name = QLocale().standaloneMonthName(month, _LONG)
    return f"{name[:1].upper()}{name[1:]} {year}"


def weekday_name(day: date, *, short: bool = False) -> str:
    """Name a day of the week as it stands inside a date."""
    return QLocale().dayName(day.isoweekday(), _SHORT if short else _LONG)


def weekday_title(isoweekday: int) -> str:
    """Name a day of the week as a column's title, from 1 for Monday."""
    name = QLocale().standaloneDayName(isoweekday, _LONG)
    return name[:1].upper() + name[1:]


def day_title(day: date, *, with_month: bool = False) -> str:
    """Name a day's number in a calendar: "14", "1er oct." in French."""
    return f"{_day_number(day)} {month_name(day.month, short=True)}" if with_month else _day_number(day)


def zone_words(zone: str) -> str:
    """Name a zone by its city: "Paris", "Saint Pierre"."""
    return zone.rpartition("/")[2].replace("_", " ")


def duration_words(length: timedelta) -> str:
    """Say how long something takes: "45 seconds", "3 minutes", "2 hours", "5 days"."""
    seconds = max(0, round(length.total_seconds()))
    if seconds < 60:
        return translate("Dates", "%n second(s)", "", seconds)
    if seconds < 3600:
        return translate("Dates", "%n minute(s)", "", round(seconds / 60))
    if seconds < 48 * 3600:
        return translate("Dates", "%n hour(s)", "", round(seconds / 3600))
    return translate("Dates", "%n day(s)", "", round(seconds / 86400))


def took_words(length: timedelta) -> str:
    """Say how long a call took: "184 ms", "2.4 s"."""
    milliseconds = round(length.total_seconds() * 1000)
    if milliseconds < 1000:
        return translate("Dates", "{figure} ms").format(figure=milliseconds)
    return translate("Dates", "{figure} s").format(figure=QLocale().toString(milliseconds / 1000, "f", 1))


def _near_day(day: date, today: date) -> str:
    if day == today:
        return translate("Dates", "today")
    if day == today + timedelta(days=1):
        return translate("Dates", "tomorrow")
    if day == today - timedelta(days=1):
        return translate("Dates", "yesterday")
    return ""


def _with_time(words: str, instant: datetime, zone: str) -> str:
    return translate("Dates", "{day}, {time}").format(day=words, time=time_words(instant, zone))


def _day_number(day: date) -> str:
    if day.day == 1 and QLocale().language() == QLocale.Language.French:
        return "1er"
    return str(day.day)
