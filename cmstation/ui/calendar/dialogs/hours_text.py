"""Hours of a day as a person types them: "9h, 12:30 18". Pure."""

import re
from collections.abc import Iterable
from datetime import time

# "9h 12:30" is two hours, "9 h 30" is one: minutes are not followed by a sign of hours.
_HOUR = re.compile(r"(\d{1,2})(?:\s*[h:](?:\s*(\d{2})(?!\d|\s*[h:]))?)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;/+]|\b(?:et|and)\b|\s)\s*", re.IGNORECASE)


class NotHours(ValueError):
    """What was typed is no list of hours."""


def hours_in(text: str) -> tuple[time, ...]:
    """Read hours, in order and without doubles.

    Raises:
        NotHours: something else stands there.
    """
    found: set[time] = set()
    rest = text.strip()
    while rest:
        match = _HOUR.match(rest)
        if match is None:
            raise NotHours(rest)
        hour, minute = int(match[1]), int(match[2] or 0)
        if hour > 23 or minute > 59:
            raise NotHours(match[0])
        found.add(time(hour, minute))
        left = rest[match.end() :]
        between = _BETWEEN.match(left)
        if left and between is None:
            raise NotHours(left)
        rest = left[between.end() :] if between else ""
    return tuple(sorted(found))


def hours_words(hours: Iterable[time]) -> str:
    """Write hours as briefly as they are read: "9:00, 17:30"."""
    return ", ".join(f"{hour.hour}:{hour:%M}" for hour in sorted(hours))
