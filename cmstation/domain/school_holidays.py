"""Read the file of school holidays: all its rows, or what is wrong with each line."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import StringIO
from typing import Final

from cmstation.domain.calendar import DayOff, DayOffKind
from cmstation.domain.errors import StationError
from cmstation.domain.regions import SCHOOL_REGIONS, Region
from cmstation.resource_files import resource

COLUMNS: Final = ("region", "name", "first", "last", "source")
LARGEST: Final = 1_000_000
LONGEST_DAYS: Final = 130
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
SHIPPED_FILE: Final = resource("school_holidays.csv")
_COMMENT: Final = "#"
_NOTHING: Final[tuple[int, tuple[str, ...]]] = (1, ())


class SchoolFault(StrEnum):
    """What can be wrong with the file or with one of its lines."""

    CANNOT_OPEN = "cannot_open"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    QUOTES = "quotes"
    NO_HEADING = "no_heading"
    FIELDS = "fields"
    REGION = "region"
    NAME = "name"
    DATE = "date"
    ENDS_BEFORE_START = "ends_before_start"
    TOO_LONG = "too_long"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class SchoolFaultyLine:
    """One thing that is wrong.

    Args:
        line: counted from 1, as an editor counts; 0 when the file itself is meant.
        found: what stands there instead, "" when nothing does.
    """

    line: int
    fault: SchoolFault
    found: str = ""


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """Holidays of the schools of one region.

    Args:
        first, last: days without school, both included.
        source: where the dates can be checked.
    """

    region: Region
    name: str
    first: date
    last: date
    source: str = ""


class SchoolHolidaysUnreadable(StationError):
    """A file of school holidays cannot be used; nothing of it was (facts: lines).

    Args:
        lines: all that is wrong, from top to bottom.
    """

    def __init__(self, lines: tuple[SchoolFaultyLine, ...] = ()) -> None:
        super().__init__(lines=lines)
        self.lines = lines


def read_school_holidays(data: bytes) -> tuple[SchoolHoliday, ...]:
    """Read the content of a file of school holidays, whole or not at all.

    Fields are parted by commas, or by semicolons when the heading is.

    Raises:
        SchoolHolidaysUnreadable: with every faulty line.
    """
    numbered = _numbered(_text(data))
    line, heading = next(numbered, _NOTHING)
    if missing := [name for name in COLUMNS if name not in heading]:
        raise _refused(line, SchoolFault.NO_HEADING, ", ".join(missing))
    rows: dict[tuple[Region, str, date], SchoolHoliday] = {}
    faults: list[SchoolFaultyLine] = []
    for line, fields in numbered:
        try:
            row = _row(heading, fields)
            if (key := (row.region, row.name, row.first)) in rows:
                raise _Wrong(SchoolFault.TWICE, f"{row.name}, {row.first}")
            rows[key] = row
        except _Wrong as wrong:
            faults.append(SchoolFaultyLine(line, wrong.fault, wrong.found))
    if faults:
        raise SchoolHolidaysUnreadable(tuple(faults))
    return tuple(rows.values())


def schools_off(rows: Iterable[SchoolHoliday], region: Region, first: date, last: date) -> tuple[DayOff, ...]:
    """Return the school holidays of a region that touch the days between two dates, both included."""
    return tuple(
        DayOff(DayOffKind.SCHOOL, row.name, row.first, row.last)
        for row in rows
        if row.region is region.schools and row.first <= last and first <= row.last
    )


class _Wrong(Exception):
    def __init__(self, fault: SchoolFault, found: str) -> None:
        super().__init__(fault, found)
        self.fault = fault
        self.found = found


def _refused(line: int, fault: SchoolFault, found: str = "") -> SchoolHolidaysUnreadable:
    return SchoolHolidaysUnreadable((SchoolFaultyLine(line, fault, found),))


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise _refused(1, SchoolFault.TOO_LARGE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise _refused(data.count(b"\n", 0, wrong.start) + 1, SchoolFault.NOT_UTF8) from None


def _numbered(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the fields of each line that says something, with the line on which they begin."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader, None)
        except csv.Error:
            raise _refused(line, SchoolFault.QUOTES) from None
        if fields is None:
            return
        clean = tuple(field.strip() for field in fields)
        if any(clean) and not clean[0].startswith(_COMMENT):
            yield line, clean


def _delimiter(text: str) -> str:
    """Tell what parts the fields: a French spreadsheet writes semicolons."""
    said = (line.strip() for line in text.splitlines())
    heading = next((line for line in said if line and not line.startswith(_COMMENT)), "")
    return ";" if ";" in heading and "," not in heading else ","


def _row(heading: tuple[str, ...], fields: tuple[str, ...]) -> SchoolHoliday:
    if len(fields) != len(heading):
        raise _Wrong(SchoolFault.FIELDS, f"{len(fields)}/{len(heading)}")
    field = dict(zip(heading, fields, strict=True))
    region = _region(field["region"])
    if not field["name"]:
        raise _Wrong(SchoolFault.NAME, "")
    first, last = _date(field["first"]), _date(field["last"])
    if last < first:
        raise _Wrong(SchoolFault.ENDS_BEFORE_START, f"{first} > {last}")
    if (last - first).days >= LONGEST_DAYS:
        raise _Wrong(SchoolFault.TOO_LONG, f"{first} – {last}")
    return SchoolHoliday(region, field["name"], first, last, field["source"])


def _region(text: str) -> Region:
    if text not in {region.value for region in SCHOOL_REGIONS}:
        raise _Wrong(SchoolFault.REGION, text)
    return Region(text)


def _date(text: str) -> date:
    """Read 2026-10-17, or 17/10/2026 as a French spreadsheet saves it."""
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
        r"(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>\d{4})",
    ):
        if found := re.fullmatch(pattern, text, re.ASCII):
            try:
                there = date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                break
            if FIRST_YEAR <= there.year <= LAST_YEAR:
                return there
    raise _Wrong(SchoolFault.DATE, text)
