"""The director's report as a document: every word and figure in its place, ready to be laid out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar, cast
from zoneinfo import ZoneInfo

from cmstation.domain.periods import Period
from cmstation.domain.press_review_document import clickable, paragraphs
from cmstation.domain.report_words import FRENCH, CellKind, ReportWords, Value

CellValue: TypeAlias = "str | int | float | date | datetime | None"
USUAL_COLOUR: Final = "#0A666D"
_BETWEEN: Final = " · "
_T = TypeVar("_T")


class SectionKey(StrEnum):
    """What a section answers; comments are kept by it. The first one stands on the first page."""

    SUMMARY = "summary"
    WORKED = "worked"
    FORMS = "forms"
    HOURS = "hours"
    LINES = "lines"
    FOLLOWERS = "followers"
    GOALS = "goals"
    PEERS = "peers"
    RESPONSE = "response"
    PRESS = "press"
    NOTES = "notes"
    GAPS = "gaps"


class Trend(StrEnum):
    """Where a figure went; UNKNOWN when nobody can tell."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReportMasthead:
    """Whose report it is.

    Args:
        logo: a PNG or JPEG, b"" without one.
        colour: of headings, "#RRGGBB"; one that is too pale to be read is darkened where it is text.
        zone: in which days and hours are told.
    """

    clinic: str = ""
    logo: bytes = field(default=b"", repr=False)
    colour: str = USUAL_COLOUR
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Against:
    """What a figure is held against.

    Args:
        told: such as "septembre 2026".
        value: None when nobody took it.
        comparable: False when something else was counted then.
    """

    told: str
    value: Value
    comparable: bool = True


@dataclass(frozen=True, slots=True)
class ChangePart:
    """How a figure changed, in words; `amount` and `share` (0.1 is a tenth more) are None when unknown.

    Args:
        told: the whole change; `short` leaves out what it is held `against`, which the column's head tells.
    """

    told: str
    short: str
    against: str
    trend: Trend = Trend.UNKNOWN
    amount: Value = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A figure that stands for itself; made by `figure`.

    Args:
        told: the value in words.
        changes: against the period before, then against the same period a year before.
        freshness: when and from where it was taken.
    """

    label: str
    value: Value
    kind: CellKind
    told: str
    changes: tuple[ChangePart, ...] = ()
    freshness: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        weight: how wide it is against the others.
    """

    title: str
    kind: CellKind = CellKind.TEXT
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table; an unknown cell is None.

    Args:
        links: where the first cell of each row leads, "" for nowhere; empty when no row leads anywhere.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    note: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A curve: a value for each day of the chart, None where nobody took one."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class DayMark:
    """What happened on a day of a chart."""

    day: date
    told: str


@dataclass(frozen=True, slots=True)
class LineData:
    """Curves over days.

    Args:
        told: the chart in one sentence, for those who do not see it.
        apart: whether each curve has a small chart and a scale of its own.
    """

    title: str
    told: str
    days: tuple[date, ...]
    series: tuple[Series, ...]
    marks: tuple[DayMark, ...] = ()
    apart: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar; `wished` is where it should end, None when nobody said."""

    name: str
    value: Value
    wished: Value = None


@dataclass(frozen=True, slots=True)
class BarData:
    """Bars from zero, all of one kind of value.

    Args:
        told: the chart in one sentence.
        value_name, wished_name: what the bars and their marks are called.
    """

    title: str
    told: str
    bars: tuple[Bar, ...]
    kind: CellKind = CellKind.COUNT
    value_name: str = ""
    wished_name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell: how many posts are behind it, and their value, None when these are too few for a claim."""

    count: int
    value: float | None = None


@dataclass(frozen=True, slots=True)
class HeatData:
    """Cells of rows (weekdays) and columns (hours); None where nothing was posted."""

    title: str
    told: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[HeatCell | None, ...], ...]
    note: str = ""


Chart: TypeAlias = LineData | BarData | HeatData


def has_values(chart: Chart) -> bool:
    """Tell whether a chart has anything to show."""
    match chart:
        case LineData():
            return any(value is not None for one in chart.series for value in one.values)
        case BarData():
            return any(bar.value is not None for bar in chart.bars)
        case HeatData():
            return any(cell is not None and cell.count > 0 for row in chart.cells for cell in row)


@dataclass(frozen=True, slots=True)
class Footnote:
    """What a figure means, in plain words."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class Section:
    """An answer.

    Args:
        sentences: the answer in words, the most important first.
        comment: the officer's own words, kept per period; paragraphs end with a line's end.
        empty: why there is nothing to tell, "" when there is something.
    """

    key: SectionKey
    title: str
    sentences: tuple[str, ...] = ()
    comment: str = ""
    figures: tuple[FigurePart, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[TablePart, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    empty: str = ""

    @property
    def remarks(self) -> tuple[str, ...]:
        """The comment's paragraphs."""
        return paragraphs(self.comment)


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A report with all its words; made by `compose`, which takes away what no file can hold.

    Args:
        period: in words.
        made: when it was made, in words; `head` is the line that stands on every page.
    """

    words: ReportWords
    masthead: ReportMasthead
    title: str
    period: str
    made: str
    made_at: datetime
    head: str
    sections: tuple[Section, ...]

    @property
    def zone(self) -> ZoneInfo:
        """In which days and hours are told."""
        return ZoneInfo(self.masthead.zone)

    @property
    def definitions(self) -> tuple[Footnote, ...]:
        """What each figure means, each once."""
        return tuple(dict.fromkeys(note for section in self.sections for note in section.footnotes))

    def shown(self, value: CellValue, kind: CellKind) -> str:
        """Say a cell's value."""
        return self.words.cell(value, kind, self.zone)


def compose(
    masthead: ReportMasthead,
    period: Period,
    made_at: datetime,
    sections: Sequence[Section],
    *,
    campaign: str = "",
    words: ReportWords = FRENCH,
) -> ReportDocument:
    """Put sections under the clinic's name.

    Args:
        made_at: aware.
        campaign: its name, for the period of a campaign.
    """
    kept = _clean(masthead)
    name, told = words.title(period), words.period(period, _line(campaign))
    return ReportDocument(
        words=words,
        masthead=kept,
        title=name,
        period=told,
        made=words.made(made_at.astimezone(ZoneInfo(masthead.zone)).date()),
        made_at=made_at,
        head=_BETWEEN.join(part for part in (kept.clinic, name, told) if part),
        sections=tuple(_clean(section) for section in sections),
    )


def figure(
    label: str,
    value: Value,
    against: Sequence[Against] = (),
    *,
    freshness: str = "",
    note: str = "",
    kind: CellKind = CellKind.COUNT,
    rounded: bool = False,
    words: ReportWords = FRENCH,
) -> FigurePart:
    """Say a figure and how it changed.

    Args:
        value: None when nobody took it.
        rounded: whether the exact number may be another.
    """
    told = words.value(value, kind, rounded=rounded)
    changes = tuple(change(value, other, kind, words) for other in against)
    return FigurePart(label, value, kind, told, changes, freshness, note)


def change(
    value: Value, against: Against, kind: CellKind = CellKind.COUNT, words: ReportWords = FRENCH
) -> ChangePart:
    """Say how a figure changed against another; nothing is computed where one is missing."""
    if value is None or against.value is None:
        return ChangePart(words.nothing_against(against.told), words.unknown, against.told)
    if not against.comparable:
        return ChangePart(words.not_comparable(against.told), words.other_meaning, against.told)
    amount = value - against.value
    share = amount / against.value if against.value else None
    trend = Trend.LEVEL if not amount else Trend.UP if amount > 0 else Trend.DOWN
    short = words.changed(amount, share, kind)
    return ChangePart(words.against(short, against.told), short, against.told, trend, amount, share)


def _line(text: str) -> str:
    return " ".join(paragraphs(text))


def _clean(part: _T) -> _T:
    """Return a part whose texts can be shown and stored; comments keep their lines, links lead to the web."""
    cleaned: dict[str, Any] = {}
    known: Any = part
    for one in fields(known):
        cleaned[one.name] = _cleaned(one.name, getattr(part, one.name))
    return replace(known, **cleaned)


def _cleaned(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return _TEXTS.get(name, _line)(value) if not isinstance(value, StrEnum) else value
    if isinstance(value, tuple):
        many = cast(tuple[Any, ...], value)
        return tuple(_cleaned(name, one) for one in many)
    return _clean(value) if is_dataclass(value) and not isinstance(value, type) else value


_TEXTS: Final[dict[str, Callable[[str], str]]] = {
    "comment": lambda text: "\n".join(paragraphs(text)),
    "links": clickable,
    "zone": str,
}
