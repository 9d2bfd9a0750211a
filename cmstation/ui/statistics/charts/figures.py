"""What charts show: series over days, bars, cells and shares, as the caller hands them over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cmstation.domain.chart_scales import DayUnit
from cmstation.ui.theme.tokens import ColourRole

Cell = str | int | float | date | None
"""One cell of what is behind a chart; None was never known."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How a chart writes numbers and days.

    Args:
        number: a figure in full.
        short: a figure on an axis, where room is scarce.
        percent: a share from 0 to 1.
        day: a day in full.
        tick: the first day of a tick, given what the ticks of its axis stand for.
        hour: an hour from 0 to 23.
        weekday: a day of the week, from 1 for Monday.
    """

    number: Callable[[float], str]
    short: Callable[[float], str]
    percent: Callable[[float], str]
    day: Callable[[date], str]
    tick: Callable[[date, DayUnit], str]
    hour: Callable[[int], str]
    weekday: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Table:
    """What is behind a chart, in words: as many cells in each row as in the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """From a day on, a series counts otherwise."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    """One line over days.

    Args:
        key: what the caller knows it by.
        points: days in any order; a day whose value is None is a gap, and the line stops there.
    """

    key: str
    name: str
    points: tuple[tuple[date, float | None], ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Marker:
    """An event, or a campaign when it has a last day."""

    first: date
    label: str
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A value to reach, with its words."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Args:
        before: the same figure in the period before, drawn as a thin mark.
        detail: what stands in muted letters behind the value.
    """

    name: str
    value: float | None
    before: float | None = None
    detail: str = ""
    colour: ColourRole = "accent"


@dataclass(frozen=True, slots=True)
class HourCell:
    """What one hour of one day of the week is worth.

    Args:
        weekday: from 1 for Monday.
        score: None when there are too few posts to say anything.
    """

    weekday: int
    hour: int
    count: int
    score: float | None = None


@dataclass(frozen=True, slots=True)
class LineShare:
    """The share of an editorial line, and the one that the clinic wishes for, both from 0 to 1."""

    name: str
    share: float
    wished: float | None = None
    count: int | None = None
    colour: ColourRole = "accent"
