"""The columns of a file of figures read down: days, accounts and numbers, each fault with its place."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Final, NamedTuple

from cmstation.domain.accounts import Account
from cmstation.domain.figure_days import DayFormat, Stamp, read_days, read_hour
from cmstation.domain.figure_faults import MOST, FileCause, FileFault, fault
from cmstation.domain.figure_headings import Column, plain
from cmstation.domain.figure_numbers import Counted, NumberStyle, is_absent, read_numbers
from cmstation.domain.metrics import Metric
from cmstation.domain.plan_cells import GivenCell, UnusableCell, text_of
from cmstation.domain.plan_faults import PlanFault
from cmstation.domain.plan_table import SheetRow


class FigureCell(NamedTuple):
    """A cell that should hold a number, and what it counts."""

    line: int
    heading: str
    metric: Metric
    word: str
    cell: GivenCell


@dataclass
class Faults:
    """The faults of a file, in any order until they are told."""

    found: list[FileFault] = field(default_factory=list[FileFault])

    def add(self, line: int, column: str, cause: FileCause, found: object = "", other: int = 0) -> None:
        """Note one."""
        self.found.append(fault(line, column, cause, found, other))

    def in_order(self) -> list[FileFault]:
        """Return them from top to bottom."""
        return sorted(self.found, key=lambda one: one.line)


class AccountNames:
    """Knows accounts by their names, their handles, and their networks' names where there is one alone."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self._known: dict[str, set[int]] = {}
        networks: dict[str, set[int]] = {}
        for account in accounts:
            for name in {plain(account.name), _handle(account.handle)} - {""}:
                self._known.setdefault(name, set()).add(account.id)
            networks.setdefault(plain(account.network.proper_name), set()).add(account.id)
        for name, found in networks.items():
            self._known.setdefault(name, found)

    def find(self, told: str) -> int | FileCause:
        """Return the account of a name, or why there is none."""
        if not told.strip():
            return FileCause.ACCOUNT_MISSING
        found = self._known.get(_handle(told)) or self._known.get(plain(told)) or set()
        if len(found) > 1:
            return FileCause.ACCOUNT_NOT_ALONE
        return next(iter(found), FileCause.ACCOUNT)


def days_down(
    rows: Sequence[SheetRow], column: Column, order: DayFormat | None, today: date, faults: Faults
) -> tuple[dict[int, Stamp], DayFormat | None]:
    """Read the days of all lines; a day that has not come is a fault."""
    cells = [cell_of(row, column) for row in rows]
    read = read_days(cells, order)
    anchor = 0 if read.anchor is None else rows[read.anchor].line
    found: dict[int, Stamp] = {}
    for row, cell, stamp in zip(rows, cells, read.days, strict=True):
        if isinstance(stamp, FileCause):
            against = anchor if stamp is FileCause.DAY_OTHER_FORMAT else 0
            faults.add(row.line, column.heading, stamp, text_of(cell), against)
        elif stamp.day > today + (timedelta(days=1) if stamp.ahead is not None else timedelta()):
            faults.add(row.line, column.heading, FileCause.DAY_IN_FUTURE, text_of(cell))
        else:
            found[row.line] = stamp
    return found, read.format


def hours_down(rows: Sequence[SheetRow], column: Column, faults: Faults) -> dict[int, time]:
    """Read the hours of lines that have one."""
    found: dict[int, time] = {}
    for row in rows:
        cell = cell_of(row, column)
        if isinstance(cell, time):
            found[row.line] = cell
        elif text := text_of(cell).strip():
            hour = read_hour(text)
            if hour is None:
                faults.add(row.line, column.heading, FileCause.HOUR, text)
            else:
                found[row.line] = hour
    return found


def accounts_down(
    rows: Sequence[SheetRow], column: Column, names: AccountNames, faults: Faults
) -> dict[int, int]:
    """Read which account each line is about."""
    found: dict[int, int] = {}
    for row in rows:
        told = text_of(cell_of(row, column))
        account = names.find(told)
        if isinstance(account, FileCause):
            faults.add(row.line, column.heading, account, told)
        else:
            found[row.line] = account
    return found


def numbers_down(
    cells: Sequence[FigureCell], faults: Faults
) -> tuple[list[tuple[FigureCell, Counted]], NumberStyle | None]:
    """Read all numbers; a cell that says nothing is absent, and never 0."""
    told = [(one, _without_style(one.cell)) for one in cells]
    written = [one for one, known in told if known is None]
    read = read_numbers([text_of(one.cell) for one in written])
    anchor = 0 if read.anchor is None else written[read.anchor].line
    styled = iter(read.numbers)
    found: list[tuple[FigureCell, Counted]] = []
    for one, known in told:
        number = next(styled) if known is None else known
        if isinstance(number, Counted):
            found.append((one, number))
        elif isinstance(number, FileCause):
            against = anchor if number is FileCause.NUMBER_OTHER_STYLE else 0
            faults.add(one.line, one.heading, number, text_of(one.cell), against)
    return found, read.style


def cell_of(row: SheetRow, column: Column | None) -> GivenCell:
    """Return what a line says in a column, None when it says nothing."""
    return None if column is None or column.place >= len(row.cells) else row.cells[column.place]


class _Absent:
    """Stands for a cell in which nothing is known."""


_ABSENT: Final = _Absent()


def _without_style(cell: GivenCell) -> Counted | FileCause | _Absent | None:
    """Read what needs no style: a spreadsheet's own number, nothing, or no number; None for a text."""
    match cell:
        case None:
            return _ABSENT
        case str():
            return _ABSENT if is_absent(cell) else None
        case UnusableCell():
            return FileCause.FORMULA if cell.fault is PlanFault.FORMULA else FileCause.CELL_ERROR
        case bool():
            return FileCause.NUMBER
        case int() | float():
            return _own_number(cell)
        case _:
            return FileCause.NUMBER


def _own_number(value: float) -> Counted | FileCause:
    if not math.isfinite(value):
        return FileCause.NUMBER
    if value < 0:
        return FileCause.NUMBER_BELOW_ZERO
    if value > MOST:
        return FileCause.NUMBER_TOO_GREAT
    return Counted(int(value)) if value == int(value) else FileCause.NUMBER_NOT_WHOLE


def _handle(told: str) -> str:
    """Return a handle as it is compared; "" when it is none."""
    return told.strip().casefold().removeprefix("@")
