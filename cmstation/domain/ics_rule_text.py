"""The text of a recurrence rule, part by part; the libraries accept what they do not understand."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_NUMBERS = {  # lowest, highest, whether it may count from the end
    "BYSECOND": (0, 59, False),
    "BYMINUTE": (0, 59, False),
    "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False),
    "BYSETPOS": (1, 366, True),
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(rf"[+-]?(?:[1-9]|[1-4]\d|5[0-3])?(?:{'|'.join(_DAYS)})")
_UNTIL = re.compile(r"\d{8}(?:T\d{6}Z?)?")
_COUNTED = {"COUNT": 100_000, "INTERVAL": 10_000}


def parts_of(rule: str) -> Mapping[str, str]:
    """Return the parts of a rule, in capitals, after a look at each.

    Raises:
        ValueError: the rule is not one that we understand.
    """
    parts: dict[str, str] = {}
    for piece in rule.upper().strip().rstrip(";").split(";"):
        name, equals, value = piece.partition("=")
        if not equals or name in parts or not _understood(name, value):
            raise ValueError(piece)
        parts[name] = value
    if "FREQ" not in parts or {"UNTIL", "COUNT"} <= parts.keys():
        raise ValueError(rule)
    if "BYSETPOS" in parts and not any(name.startswith("BY") for name in parts.keys() - {"BYSETPOS"}):
        raise ValueError(rule)
    return parts


def _understood(name: str, value: str) -> bool:
    listed = value.split(",")
    if name in _NUMBERS:
        return all(_in_range(one, *_NUMBERS[name]) for one in listed)
    if name in _COUNTED:
        return value.isdecimal() and 1 <= int(value[:9]) <= _COUNTED[name]
    if name == "BYDAY":
        return all(_BY_DAY.fullmatch(one) for one in listed)
    if name == "UNTIL":
        return bool(_UNTIL.fullmatch(value)) and until_wall(value, None).year > 1
    return (name == "FREQ" and value in FREQUENCIES) or (name == "WKST" and value in _DAYS)


def _in_range(number: str, lowest: int, highest: int, signed: bool) -> bool:
    if not re.fullmatch(r"[+-]?\d{1,3}", number):
        return False
    value = int(number)
    return lowest <= (abs(value) if signed else value) <= highest


def until_wall(until: str, zone: str | None) -> datetime:
    """Return the last wall time that a rule may give; a mere date holds until its midnight."""
    if "T" not in until:
        return datetime.strptime(until, "%Y%m%d").replace(hour=23, minute=59, second=59)  # noqa: DTZ007
    wall = datetime.strptime(until.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall time
    # "Until 9999" means for ever, and has no local time.
    if until.endswith("Z") and zone is not None and 1 < wall.year < 9999:
        return wall.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
    return wall
