"""What can be wrong with a calendar file, as facts."""

from enum import StrEnum

from cmstation.domain.errors import StationError


class CalendarProblem(StrEnum):
    """What is wrong in one line of a calendar file."""

    NOT_A_CALENDAR = "not a calendar"
    TOO_LARGE = "too large"
    TOO_MANY_COMPONENTS = "too many components"
    TOO_MANY_ZONES = "too many zones"
    TOO_MANY_DATES = "too many dates"
    TOO_DEEP = "too deep"
    CUT_SHORT = "cut short"
    ENDS_UNOPENED = "ends unopened"
    NOT_UTF8 = "not utf-8"
    NOT_A_PROPERTY = "not a property"
    UID_MISSING = "uid missing"
    UID_TWICE = "uid twice"
    START_MISSING = "start missing"
    GIVEN_TWICE = "given twice"
    BAD_VALUE = "bad value"
    END_BEFORE_START = "end before start"
    KINDS_DIFFER = "kinds differ"
    ZONE_UNKNOWN = "zone unknown"
    BAD_RULE = "bad rule"


class CalendarUnreadable(StationError):
    """A calendar file cannot be taken, and nothing of it was (facts: line, problem, found).

    Args:
        line: the line in the file, from 1; 0 when the whole file is meant.
        problem: what is wrong there.
        found: the piece of the file that is wrong, shortened.
    """

    def __init__(
        self, line: int = 0, problem: CalendarProblem = CalendarProblem.NOT_A_CALENDAR, found: str = ""
    ) -> None:
        short = found if len(found) <= 80 else f"{found[:79]}…"
        super().__init__(line=line, problem=problem, found=short)
        self.line = line
        self.problem = problem
        self.found = short


class TooManyOccurrences(StationError):
    """A series falls too often, or is too hard to compute, in the asked time (facts: uid, rule, most)."""
