"""Tell when people around the clinic are free: public holidays, and the holidays of the schools."""

import os
import secrets
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Final

from cmstation.desktop.paths import folder_trouble
from cmstation.domain.calendar import DayOff, DayOffKind
from cmstation.domain.changes import Changes
from cmstation.domain.regions import Region
from cmstation.domain.school_holidays import (
    LARGEST,
    SHIPPED_FILE,
    SchoolFault,
    SchoolFaultyLine,
    SchoolHoliday,
    SchoolHolidaysUnreadable,
    read_school_holidays,
    schools_off,
)
from cmstation.services.done import Done
from cmstation.storage.settings import Settings

SCHOOL_FILE: Final = "school_holidays.csv"
_SETTING: Final = "calendar_region"
_CHANGED: Final = Changes(calendar=True)

Rows = tuple[SchoolHoliday, ...]


class DaysOff:
    """What a person knows and decides of days off.

    Args:
        folder: the data folder, where the person's own file of school holidays wins over the shipped one.
    """

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._file = folder / SCHOOL_FILE
        self._region = _read_region(settings)
        self._read: tuple[tuple[int, int], Rows | SchoolHolidaysUnreadable] | None = None

    # --- where the clinic is ---

    def region(self) -> Region:
        """Return where the clinic is, `Region.NONE` until the person says so."""
        return self._region or Region.NONE

    def region_chosen(self) -> bool:
        """Tell whether the person has answered, be it with "none"."""
        return self._region is not None

    def set_region(self, region: Region) -> Done[Region]:
        """Say where the clinic is."""
        before = self._region
        self._keep_region(region)

        def undo() -> Changes:
            self._keep_region(before)
            return _CHANGED

        return Done(region, _CHANGED, undo)

    # --- questions ---

    def between(self, first: date, last: date) -> tuple[DayOff, ...]:
        """Return the days off that touch the days between two dates, both included, in order."""
        region = self.region()
        if region is Region.NONE or last < first:
            return ()
        found = (*_public(region, first, last), *schools_off(self._rows(), region, first, last))
        return tuple(sorted(found, key=_order))

    def schools_known_until(self) -> date | None:
        """Return the last day of the last school holidays that are known here, None without any."""
        region = self.region().schools
        return max((row.last for row in self._rows() if row.region is region), default=None)

    # --- the file of school holidays ---

    def has_school_file(self) -> bool:
        """Tell whether the person's own file takes the place of the shipped one."""
        return os.path.lexists(self._file)

    def trouble(self) -> SchoolHolidaysUnreadable | None:
        """Return why the person's own file is not used at present, None when nothing is wrong."""
        own = self._own()
        return own if isinstance(own, SchoolHolidaysUnreadable) else None

    def set_school_file(self, path: Path) -> Done[int]:
        """Take a file of school holidays in place of the present one; return how many lines it has.

        Raises:
            SchoolHolidaysUnreadable: the file cannot be used, and the present one stays.
            FolderNotWritable, DiskFull: the data folder refuses.
        """
        data = _content(path)
        rows = read_school_holidays(data)
        undo = self._way_back()
        self._write(data)
        return Done(len(rows), _CHANGED, undo)

    def use_shipped_file(self) -> Done[None]:
        """Put the person's own file of school holidays away."""
        undo = self._way_back()
        self._remove()
        return Done(None, _CHANGED, undo)

    # --- inside ---

    def _keep_region(self, region: Region | None) -> None:
        self._settings.set(_SETTING, None if region is None else region.value)
        self._region = region

    def _rows(self) -> Rows:
        own = self._own()
        return own if isinstance(own, tuple) else shipped_school_holidays()

    def _own(self) -> Rows | SchoolHolidaysUnreadable | None:
        """Return the person's own rows or what is wrong with them, None without a file of their own."""
        try:
            facts = self._file.stat()
        except FileNotFoundError:
            return None
        except OSError as problem:
            return _cannot_open(problem)
        mark = (facts.st_mtime_ns, facts.st_size)
        if self._read is None or self._read[0] != mark:
            self._read = (mark, _rows_or_trouble(self._file))
        return self._read[1]

    def _way_back(self) -> Callable[[], Changes]:
        """Remember the present file, be it a faulty one, and return what puts it back."""
        try:
            present = self._file.read_bytes()
        except FileNotFoundError:
            present = None
        except OSError as problem:
            raise folder_trouble(problem, self._file.parent) from problem
        return partial(self._put_back, present)

    def _write(self, data: bytes) -> None:
        draft = self._file.with_name(f"{self._file.name}.{secrets.token_hex(4)}")
        try:
            draft.write_bytes(data)
            os.replace(draft, self._file)  # noqa: PTH105
        except OSError as problem:
            raise folder_trouble(problem, self._file.parent) from problem
        finally:
            draft.unlink(missing_ok=True)
            self._read = None

    def _remove(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError as problem:
            raise folder_trouble(problem, self._file.parent) from problem
        self._read = None

    def _put_back(self, data: bytes | None) -> Changes:
        if data is None:
            self._remove()
        else:
            self._write(data)
        return _CHANGED


@cache
def shipped_school_holidays() -> Rows:
    """Return the school holidays that the program brings, read once."""
    return read_school_holidays(SHIPPED_FILE.read_bytes())


def _read_region(settings: Settings) -> Region | None:
    stored = settings.get(_SETTING)
    return next((region for region in Region if region.value == stored), None)


def _public(region: Region, first: date, last: date) -> Iterator[DayOff]:
    from cmstation.desktop.public_holidays import (  # noqa: PLC0415
        FIRST_YEAR,
        LAST_YEAR,
        public_holidays,
    )

    for year in range(max(first.year, FIRST_YEAR), min(last.year, LAST_YEAR) + 1):
        for day in public_holidays(region, year):
            if day.first <= last and first <= day.last:
                yield day


def _rows_or_trouble(file: Path) -> Rows | SchoolHolidaysUnreadable:
    try:
        return read_school_holidays(_content(file))
    except SchoolHolidaysUnreadable as trouble:
        return trouble


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as problem:
        raise _cannot_open(problem) from problem


def _cannot_open(problem: OSError) -> SchoolHolidaysUnreadable:
    line = SchoolFaultyLine(0, SchoolFault.CANNOT_OPEN, problem.strerror or "")
    return SchoolHolidaysUnreadable((line,))


def _order(day: DayOff) -> tuple[date, DayOffKind, date, str]:
    return day.first, day.kind, day.last, day.name
