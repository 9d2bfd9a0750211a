"""Find health days by walking through the calendar: written apart from the product, to judge it."""

import csv
import math
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from cmstation.resource_files import resource

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Days = list[date]


def rules_in_the_file() -> dict[str, str]:
    """Return the rule of each slug, read without the product."""
    text = resource("health_days.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {row["slug"]: row["rule"] for row in csv.DictReader(lines, delimiter=";")}


def calendar_around(year: int) -> Days:
    """Return every day from the December before a year to the end of the next one."""
    first = date(year - 1, 12, 1)
    return [first + timedelta(days=number) for number in range(762)]


def found_by_walking(rule: str, year: int) -> tuple[date, date]:
    """Return the first and the last day that a rule gives in a year."""
    kind, *words = rule.removeprefix("variable:").split(":")
    ways: dict[str, Callable[[list[str], int], Days]] = {
        "fixed": _fixed,
        "nth": _nth,
        "lastday": _last_day,
        "month": _month,
        "span": _span,
        "weekof": _week_of,
        "fri-before-equinox": _friday,
    }
    days = ways[kind](words, year)
    assert all(after - before == timedelta(days=1) for before, after in pairwise(days))
    return days[0], days[-1]


def equinox_by_bisection(year: int) -> datetime:
    """Return when the sun's longitude passes zero, by the Astronomical Almanac's low-precision formula."""
    early, late = (datetime(year, 3, day, tzinfo=UTC) for day in (15, 25))
    while late - early > timedelta(seconds=10):
        middle = early + (late - early) / 2
        early, late = (early, middle) if _longitude(middle) >= 0 else (middle, late)
    return early


def _longitude(moment: datetime) -> float:
    """Return the sun's longitude in degrees, from -180 to 180."""
    days = (moment - datetime(2000, 1, 1, 12, tzinfo=UTC)) / timedelta(days=1)
    anomaly = math.radians(357.528 + 0.9856003 * days)
    longitude = 280.460 + 0.9856474 * days + 1.915 * math.sin(anomaly) + 0.020 * math.sin(2 * anomaly)
    return (longitude + 180) % 360 - 180


def _of_month(year: int, month: str) -> Days:
    return [day for day in calendar_around(year) if day.isoformat()[:7] == f"{year}-{month}"]


def _fixed(words: list[str], year: int) -> Days:
    return [day for day in calendar_around(year) if day.isoformat() == f"{year}-{words[0]}"]


def _nth(words: list[str], year: int) -> Days:
    month, name, place, *lasts = words
    matching = [day for day in _of_month(year, month) if NAMES[day.isoweekday() - 1] == name]
    start = matching[int(place) if int(place) < 0 else int(place) - 1]
    all_days = calendar_around(year)
    return all_days[all_days.index(start) :][: int(lasts[0]) if lasts else 1]


def _last_day(words: list[str], year: int) -> Days:
    return _of_month(year, words[0])[-1:]


def _month(words: list[str], year: int) -> Days:
    return _of_month(year, words[0])


def _span(words: list[str], year: int) -> Days:
    first, last = words[0].split("..")
    end = f"{year if first <= last else year + 1}-{last}"
    return [day for day in calendar_around(year) if f"{year}-{first}" <= day.isoformat() <= end]


def _week_of(words: list[str], year: int) -> Days:
    held = _fixed(words, year)[0]
    first, last = (words[1] if len(words) > 1 else "mon-sun").split("-")
    weeks = int(words[2]) if len(words) > 2 else 1
    all_days = calendar_around(year)
    begins = [at for at, day in enumerate(all_days) if NAMES[day.weekday()] == first]
    (start,) = (at for at in begins if held in all_days[at : at + 7])
    whole = all_days[start : start + 7 * weeks]
    while NAMES[whole[-1].weekday()] != last:
        whole.pop()
    return whole


def _friday(words: list[str], year: int) -> Days:
    assert not words
    equinox = equinox_by_bisection(year).date()
    return [day for day in calendar_around(year) if day < equinox and NAMES[day.weekday()] == "fri"][-1:]
