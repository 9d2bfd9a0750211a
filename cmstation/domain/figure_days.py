"""Read days in the one format that explains every line of a file; where several do, nobody guesses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from cmstation.domain.figure_faults import FileCause
from cmstation.domain.folding import folded
from cmstation.domain.plan_cells import GivenCell, UnusableCell, text_of
from cmstation.domain.plan_faults import PlanFault


class DayFormat(StrEnum):
    """How a file writes days."""

    ISO = "iso"  # 2026-10-12
    DAY_FIRST = "day_first"  # 12/10/2026
    MONTH_FIRST = "month_first"  # 10/12/2026
    WORDS = "words"  # 12 octobre 2026


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as it was read.

    Args:
        hour: when the file tells one.
        ahead: of UTC, when the file tells it.
    """

    day: date
    hour: time | None = None
    ahead: timedelta | None = None

    def moment(self, zone: tzinfo) -> datetime:
        """Return it in UTC, by the zone that the file tells, else by this one; midnight without an hour."""
        here = zone if self.ahead is None else timezone(self.ahead)
        return datetime.combine(self.day, self.hour or time(), here).astimezone(UTC)


class DaysRead(NamedTuple):
    """Days of a file: each one, or why it is none; the format of the file, None when any explains it.

    Args:
        anchor: place of the first day that can only be read in that format, None without one.
    """

    days: tuple[Stamp | FileCause, ...]
    format: DayFormat | None
    anchor: int | None = None


_MONTHS: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january",
            "fevrier fevr fev february feb",
            "mars mar march",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "aout august aug",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_KNOWN: Final = 16_384  # many lines tell of the same day
_OLDEST: Final = 1990
_HOUR: Final = re.compile(
    r"(?:[t,]| a | at )? ?([0-9]{1,2})(?::|h| h )([0-9]{2})?(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r" ?(am|pm)? ?(z|utc|[+-][0-9]{2}:?[0-9]{2})?"
)
_ISO: Final = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_FIGURES: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_NAMED: Final = re.compile(
    r"(?:[a-z]{3,9}\.?,? )?([0-9]{1,2})(?:er|st|nd|rd|th)? ([a-z]{3,9})\.?,? ([0-9]{4})"
)
_NAMED_FIRST: Final = re.compile(
    r"(?:[a-z]{3,9}\.?,? )?([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})"
)
_SERIAL: Final = re.compile(r"[0-9]{1,6}(?:[.,][0-9]+)?")
_BLANKS: Final = re.compile(r"\s+")


@lru_cache(maxsize=_KNOWN)
def read_day(text: str, written: DayFormat) -> Stamp | None:
    """Read a day, with its hour when there is one, in a format; None when it is not written so."""
    plain = _BLANKS.sub(" ", folded(text)).strip()
    match written:
        case DayFormat.ISO:
            found = _ISO.match(plain)
            parts = found and (found[1], found[3], found[4])
        case DayFormat.DAY_FIRST:
            found = _FIGURES.match(plain)
            parts = found and (found[4], found[3], found[1])
        case DayFormat.MONTH_FIRST:
            found = _FIGURES.match(plain)
            parts = found and (found[4], found[1], found[3])
        case DayFormat.WORDS:
            found = _NAMED.match(plain)
            parts = found and (found[3], _month(found[2]), found[1])
            if not parts:
                found = _NAMED_FIRST.match(plain)
                parts = found and (found[3], _month(found[1]), found[2])
    if found is None or not parts:
        return None
    return _stamp(parts, plain[found.end() :])


def read_days(cells: Sequence[GivenCell], order: DayFormat | None = None) -> DaysRead:
    """Read all days of a file in the one format that explains them; without one, tell which contradict.

    Args:
        order: the format, when the person said so.
    """
    fixed = [_without_format(cell) for cell in cells]
    texts = [text_of(cell) if one is None else None for cell, one in zip(cells, fixed, strict=True)]
    ways: dict[DayFormat, list[Stamp | None]] = {
        form: [None if text is None else read_day(text, form) for text in texts]
        for form in ([order] if order is not None else DayFormat)
    }
    counts = {form: sum(one is not None for one in read) for form, read in ways.items()}
    best = max(counts, key=lambda form: counts[form])
    asked = sum(text is not None for text in texts)
    if not asked:
        return DaysRead(tuple(one or FileCause.DAY for one in fixed), order)
    if order is None and _two_orders(ways, counts, best):
        undecided = [
            _doubtful(ways, texts[place] or "", place) if one is None else one
            for place, one in enumerate(fixed)
        ]
        return DaysRead(tuple(undecided), None)
    return _in_format(fixed, texts, ways, best)


def _in_format(
    fixed: Sequence[Stamp | FileCause | None],
    texts: Sequence[str | None],
    ways: Mapping[DayFormat, Sequence[Stamp | None]],
    best: DayFormat,
) -> DaysRead:
    days: list[Stamp | FileCause] = []
    anchor: int | None = None
    for place, one in enumerate(fixed):
        found = one or ways[best][place]
        others = [form for form in ways if form is not best and ways[form][place] is not None]
        if found is not None:
            days.append(found)
            if one is None and anchor is None and not others:
                anchor = place
        elif others or _readable(texts[place] or ""):
            days.append(FileCause.DAY_OTHER_FORMAT)
        else:
            days.append(FileCause.DAY)
    return DaysRead(tuple(days), best, anchor)


def _two_orders(
    ways: Mapping[DayFormat, Sequence[Stamp | None]], counts: Mapping[DayFormat, int], best: DayFormat
) -> bool:
    """Tell whether day and month could change places in the whole file, and it would matter."""
    first, second = DayFormat.DAY_FIRST, DayFormat.MONTH_FIRST
    if best not in (first, second) or counts[first] != counts[second]:
        return False
    return any(one != other for one, other in zip(ways[first], ways[second], strict=True))


def _doubtful(ways: Mapping[DayFormat, Sequence[Stamp | None]], text: str, place: int) -> Stamp | FileCause:
    """Read a day that means the same in both orders; of another, say what is wrong with it."""
    one, other = ways[DayFormat.DAY_FIRST][place], ways[DayFormat.MONTH_FIRST][place]
    if one is not None and other is not None:
        return one if one == other else FileCause.DAY_ORDER_UNKNOWN
    # Told by one order alone: it contradicts another line that is told by the other alone.
    return FileCause.DAY_OTHER_FORMAT if _readable(text) else FileCause.DAY


def _readable(text: str) -> bool:
    return any(read_day(text, form) is not None for form in DayFormat)


def _without_format(cell: GivenCell) -> Stamp | FileCause | None:  # noqa: PLR0911
    """Read what needs no format: a real date, or what is certainly none; None for a text."""
    match cell:
        case datetime():
            return Stamp(cell.date(), cell.time().replace(microsecond=0) if cell.time() != time() else None)
        case date():
            return Stamp(cell)
        case UnusableCell():
            return FileCause.FORMULA if cell.fault is PlanFault.FORMULA else FileCause.CELL_ERROR
        case str():
            text = cell.strip()
            if not text:
                return FileCause.DAY_MISSING
            return FileCause.DAY_AS_SERIAL if _SERIAL.fullmatch(text) else None
        case None:
            return FileCause.DAY_MISSING
        case bool() | time() | timedelta():
            return FileCause.DAY
        case _:
            return FileCause.DAY_AS_SERIAL


def _stamp(parts: tuple[str, str | int, str], rest: str) -> Stamp | None:
    try:
        day = date(*(int(part) for part in parts))
    except ValueError:
        return None
    if not _OLDEST <= day.year <= 2200:
        return None
    if not rest.strip():
        return Stamp(day)
    found = _HOUR.fullmatch(rest if rest.startswith((" a ", " at ")) else rest.strip())
    return None if found is None else _with_hour(day, found)


def read_hour(text: str) -> time | None:
    """Read an hour of its own column; None when it is none."""
    found = _HOUR.fullmatch(_BLANKS.sub(" ", text.casefold()).strip())
    stamp = None if found is None or found[5] else _with_hour(date(2000, 1, 1), found)
    return None if stamp is None else stamp.hour


def _with_hour(day: date, found: re.Match[str]) -> Stamp | None:
    hour = int(found[1])
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4] == "pm" else 0)
    try:
        told = time(hour, int(found[2] or 0), int(found[3] or 0))
    except ValueError:
        return None
    return Stamp(day, told, _ahead(found[5]))


def _ahead(written: str | None) -> timedelta | None:
    if not written:
        return None
    if written in ("z", "utc"):
        return timedelta(0)
    minutes = int(written[1:3]) * 60 + int(written[-2:])
    if minutes >= 24 * 60:
        return None
    return timedelta(minutes=minutes if written[0] == "+" else -minutes)


def _month(name: str) -> int:
    return _MONTHS.get(name, 0)
