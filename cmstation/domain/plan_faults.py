"""What can be wrong with a file that brings a plan, as facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cmstation.domain.errors import StationError
from cmstation.domain.ics_errors import CalendarProblem, CalendarUnreadable

MOST_FAULTS: Final = 50  # more would not be read
_LONGEST_FOUND = 80


class PlanFault(StrEnum):
    """What is wrong with the file, or with one of its cells."""

    # the file
    TOO_LARGE = "too_large"
    LETTERS = "letters"
    NOT_A_SHEET = "not_a_sheet"
    QUOTES = "quotes"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    CALENDAR = "calendar"
    # its heading
    NO_HEADING = "no_heading"
    HEADING_TWICE = "heading_twice"
    HEADING_ACCOUNT = "heading_account"
    # a row
    CELLS_BEYOND = "cells_beyond"
    NOTHING_WRITTEN = "nothing_written"
    IDENTITY_TWICE = "identity_twice"
    NOT_FOR_POSTS = "not_for_posts"
    NOT_FOR_EVENTS = "not_for_events"
    # a cell
    CELL_ERROR = "cell_error"
    FORMULA = "formula"
    KIND = "kind"
    DATE = "date"
    DATE_MISSING = "date_missing"
    HOUR = "hour"
    HOUR_MISSING = "hour_missing"
    HOUR_SKIPPED = "hour_skipped"
    HOUR_ONCE = "hour_once"
    ZONE = "zone"
    END = "end"
    ACCOUNT = "account"
    ACCOUNT_NOT_CHOSEN = "account_not_chosen"
    THEME = "theme"
    CAMPAIGN = "campaign"
    STATE = "state"
    LANGUAGE = "language"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class FaultyCell:
    """One thing that is wrong.

    Args:
        line: the row as a spreadsheet counts, from 1 (in a calendar file, the line); 0 is the whole file.
        column: its heading as the file writes it, "" when the whole row is meant.
        found: what stands there, shortened; "" when nothing does.
        problem: what is wrong with the line of a calendar file.
    """

    line: int
    column: str
    fault: PlanFault
    found: str = ""
    problem: CalendarProblem | None = None


def faulty(line: int, column: str, fault: PlanFault, found: object = "") -> FaultyCell:
    """Return a fault with what was found, as short as a person reads it."""
    text = str(found)
    short = text if len(text) <= _LONGEST_FOUND else f"{text[: _LONGEST_FOUND - 1]}…"
    return FaultyCell(line, column, fault, short)


def of_calendar(unreadable: CalendarUnreadable) -> FaultyCell:
    """Return what is wrong with a calendar file as a fault among others."""
    return FaultyCell(
        unreadable.line, "", PlanFault.CALENDAR, unreadable.found, CalendarProblem(unreadable.problem)
    )


class PlanUnreadable(StationError):
    """A file cannot be taken, and nothing of it was (facts: faults, more).

    Args:
        faults: what is wrong, from top to bottom, 50 at most; never empty.
    """

    def __init__(self, faults: Iterable[FaultyCell] = ()) -> None:
        every = tuple(faults)
        self.faults = every[:MOST_FAULTS]
        self.more = len(every) > MOST_FAULTS
        super().__init__(faults=self.faults, more=self.more)


class CellTooLong(StationError):
    """A spreadsheet's cell cannot hold a text (facts: row, column, most)."""


class ImportRefused(StationError):
    """An import has rows that cannot be taken; nothing was (facts: lines)."""


class KindOfFileUnknown(StationError):
    """A plan is exchanged as .ics, .csv or .xlsx, and this is none of them (facts: file)."""


class FileUnreadable(StationError):
    """The computer does not let a file be read (facts: file, reason)."""


class FileHeldOpen(StationError):
    """Another program holds the file open, so that it cannot be replaced (facts: file)."""
