"""What can go wrong with a watched source: facts, never prose, as in `domain/errors.py`."""

from enum import StrEnum

from cmstation.domain.errors import StationError


class NotAFeed(StationError):
    """What was read is no feed in any format (facts: page, whether it is a web page)."""

    def __init__(self, *, page: bool = False) -> None:
        super().__init__(page=page)
        self.page = page


class OpmlProblem(StrEnum):
    """Why a list of feeds cannot be taken."""

    NOT_OPML = "not opml"
    ILL_FORMED = "ill-formed"
    CUT_SHORT = "cut short"
    ENTITIES = "entities"
    TOO_LARGE = "too large"
    TOO_MANY = "too many"
    TOO_DEEP = "too deep"


class NotOpml(StationError):
    """A list of feeds cannot be taken, and nothing of it was (facts: problem, line, column).

    Args:
        line: where, from 1; 0 when the whole file is meant.
        column: from 1; 0 when the whole file is meant.
    """

    def __init__(
        self, problem: OpmlProblem = OpmlProblem.NOT_OPML, *, line: int = 0, column: int = 0
    ) -> None:
        super().__init__(problem=problem, line=line, column=column)
        self.problem = problem
        self.line = line
        self.column = column
