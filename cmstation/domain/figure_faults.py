"""What can be wrong with a figure that was typed, and with a file of figures, as facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cmstation.domain.errors import StationError

MOST_FAULTS: Final = 100  # more would not be read
MOST: Final = 10**12  # more than anything on earth can be counted
_LONGEST_FOUND: Final = 80


class FileCause(StrEnum):
    """What is wrong with the file, or with one of its cells."""

    # the file
    TOO_LARGE = "too_large"
    LETTERS = "letters"
    NOT_A_SHEET = "not_a_sheet"
    QUOTES = "quotes"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    NOTHING_IN_IT = "nothing_in_it"
    # its heading
    NO_DAY_COLUMN = "no_day_column"
    NO_FIGURE_COLUMN = "no_figure_column"
    HEADING_TWICE = "heading_twice"
    # a row
    CELLS_BEYOND = "cells_beyond"
    TWICE = "twice"
    POST_UNNAMED = "post_unnamed"
    # a cell
    CELL_ERROR = "cell_error"
    FORMULA = "formula"
    DAY = "day"
    DAY_MISSING = "day_missing"
    DAY_OTHER_FORMAT = "day_other_format"
    DAY_ORDER_UNKNOWN = "day_order_unknown"
    DAY_AS_SERIAL = "day_as_serial"
    DAY_IN_FUTURE = "day_in_future"
    HOUR = "hour"
    ACCOUNT = "account"
    ACCOUNT_MISSING = "account_missing"
    ACCOUNT_NOT_CHOSEN = "account_not_chosen"
    ACCOUNT_NOT_ALONE = "account_not_alone"
    METRIC = "metric"
    NUMBER = "number"
    NUMBER_NOT_WHOLE = "number_not_whole"
    NUMBER_TWO_WAYS = "number_two_ways"
    NUMBER_OTHER_STYLE = "number_other_style"
    NUMBER_BELOW_ZERO = "number_below_zero"
    NUMBER_TOO_GREAT = "number_too_great"
    NUMBER_ROUNDED = "number_rounded"


@dataclass(frozen=True, slots=True)
class FileFault:
    """One thing that is wrong.

    Args:
        line: as a spreadsheet counts, from 1; 0 is the whole file.
        column: its heading as the file writes it, "" when the whole line is meant.
        found: what stands there, shortened; "" when nothing does.
        other: the line that it contradicts, 0 when there is none.
    """

    line: int
    column: str
    cause: FileCause
    found: str = ""
    other: int = 0


def fault(line: int, column: str, cause: FileCause, found: object = "", other: int = 0) -> FileFault:
    """Return a fault with what was found, as short as a person reads it."""
    text = str(found)
    short = text if len(text) <= _LONGEST_FOUND else f"{text[: _LONGEST_FOUND - 1]}…"
    return FileFault(line, column, cause, short, other)


class FigureFileUnreadable(StationError):
    """A file of figures cannot be taken, and nothing of it was (facts: faults, more).

    Args:
        faults: what is wrong, from top to bottom, 100 at most.
    """

    def __init__(self, faults: Iterable[FileFault] = ()) -> None:
        every = tuple(faults)
        self.faults = every[:MOST_FAULTS]
        self.more = len(every) > MOST_FAULTS
        super().__init__(faults=self.faults, more=self.more)


class FigureFileEmpty(StationError):
    """A file of figures has a heading and nothing below it (facts: file)."""


class FigureFileUnknown(StationError):
    """Figures come as .csv, .tsv, .txt or .xlsx, and this is none of them (facts: file)."""


class DayInFuture(StationError):
    """Nobody can know the figure of a day that has not come (facts: day, today)."""


class FigureBelowZero(StationError):
    """Nothing counts less than 0 (facts: value)."""


class FigureTooGreat(StationError):
    """Nothing counts so much (facts: value, most)."""


class GoalWithoutTarget(StationError):
    """A goal is a number above 0 (facts: target)."""


class NoteEmpty(StationError):
    """A note says nothing (facts: none)."""


class PeerUnnamed(StationError):
    """Another clinic's account needs a name (facts: none)."""


class PeerKnownAlready(StationError):
    """This account is in the list already (facts: peer, name)."""


def refuse_absurd(value: int) -> None:
    """Refuse a number that nothing counts.

    Raises:
        FigureBelowZero, FigureTooGreat: so it is.
    """
    if value < 0:
        raise FigureBelowZero(value=value)
    if value > MOST:
        raise FigureTooGreat(value=value, most=MOST)
