"""Figures as a file tells them, read whole or not at all.

The heading names the columns (`figure_headings`), in French or English and in any order; those that mean
nothing to us are passed over and named. "date; compte; abonnés; vues" has a column for each metric, "date;
compte; mesure; valeur" a line for each figure; with a title, a link or an identity each line is a post. One
account needs no column. Days follow one format in the whole file (`figure_days`), numbers one style
(`figure_numbers`); an empty cell says that nothing is known.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cmstation.domain.accounts import Account
from cmstation.domain.figure_cells import (
    AccountNames,
    Faults,
    FigureCell,
    accounts_down,
    cell_of,
    days_down,
    hours_down,
    numbers_down,
)
from cmstation.domain.figure_days import DayFormat, Stamp
from cmstation.domain.figure_faults import FigureFileUnreadable, FileCause, fault
from cmstation.domain.figure_headings import Column, FileKind, Role, column_of, kind_of, metric_of
from cmstation.domain.figure_numbers import Counted, NumberStyle
from cmstation.domain.figure_tables import HEADING_WITHIN
from cmstation.domain.folding import folded
from cmstation.domain.metrics import Metric
from cmstation.domain.networks import Network
from cmstation.domain.plan_cells import text_of
from cmstation.domain.plan_table import SheetRow


@dataclass(frozen=True, slots=True)
class FileFigure:
    """A figure of an account.

    Args:
        line: where it stands in the file.
        word: what else than the metric's own name the network calls it ("fans").
    """

    line: int
    account: int
    day: date
    metric: Metric
    value: int
    rounded: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class FilePost:
    """A post with what it counted when the file was written.

    Args:
        figures: by metric, with the network's own word for it.
    """

    line: int
    account: int
    published: Stamp
    title: str
    link: str
    identity: str
    figures: tuple[tuple[Metric, int, str], ...] = ()

    @property
    def name(self) -> str:
        """What tells it apart from others of its account."""
        return self.identity or self.link or f"{self.published.day} {folded(self.title)}"


@dataclass(frozen=True, slots=True)
class FigureFile:
    """What a file tells.

    Args:
        passed_over: headings that mean nothing to us; their cells were not read.
        days, numbers: how they are written; None when any way explains them.
    """

    kind: FileKind
    figures: tuple[FileFigure, ...] = ()
    posts: tuple[FilePost, ...] = ()
    passed_over: tuple[str, ...] = ()
    days: DayFormat | None = None
    numbers: NumberStyle | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides the file.

    Args:
        today: in the clinic's zone; no later day can have figures.
        account: the one that the file is about, when it has no column for it and the person said so.
        order: the format of its days, when the person said so.
    """

    accounts: tuple[Account, ...]
    today: date
    account: int | None = None
    order: DayFormat | None = None


def read_figures(rows: Iterable[SheetRow], known: Known) -> FigureFile:
    """Read a table; the heading is among its first lines.

    Raises:
        FigureFileUnreadable: with every fault from top to bottom, up to 100.
    """
    filled = [row for row in rows if any(text_of(cell).strip() for cell in row.cells)]
    if not filled:
        raise FigureFileUnreadable([fault(0, "", FileCause.NOTHING_IN_IT)])
    place, columns, kind = _heading(filled)
    return _Reading(filled[place], columns, kind, known).read(filled[place + 1 :])


def _heading(rows: Sequence[SheetRow]) -> tuple[int, tuple[Column, ...], FileKind]:
    """Find the heading: the first line that names a day and a figure."""
    causes: list[tuple[int, FileCause, int]] = []
    for place, row in enumerate(rows[:HEADING_WITHIN]):
        named = (column_of(number, text_of(cell)) for number, cell in enumerate(row.cells))
        columns = tuple(column for column in named if column is not None)
        kind, has_day = kind_of(columns), any(column.role is Role.DAY for column in columns)
        if kind is not None and has_day:
            return place, columns, kind
        cause = FileCause.NO_FIGURE_COLUMN if has_day else FileCause.NO_DAY_COLUMN
        causes.append((len(columns), cause, row.line))
    # The line that looks most like a heading is the one to talk about.
    _, cause, line = max(causes, key=lambda one: one[0])
    raise FigureFileUnreadable([fault(line, "", cause)])


class _Reading:
    """One file under way."""

    def __init__(self, heading: SheetRow, columns: tuple[Column, ...], kind: FileKind, known: Known) -> None:
        self._heading, self._columns, self._kind, self._known = heading, columns, kind, known
        self._faults = Faults()
        self._places: dict[Hashable, int] = {}

    def read(self, rows: Sequence[SheetRow]) -> FigureFile:
        """Read the lines below the heading."""
        self._refuse_twofold()
        if self._faults.found:
            raise FigureFileUnreadable(self._faults.in_order())
        passed_over = self._passed_over()
        self._refuse_beyond(rows)
        days, form = days_down(rows, self._day(), self._known.order, self._known.today, self._faults)
        accounts = self._accounts(rows)
        numbers, style = numbers_down(self._cells(rows), self._faults)
        posts: tuple[FilePost, ...] = ()
        figures: tuple[FileFigure, ...] = ()
        if self._kind is FileKind.POSTS:
            posts = tuple(self._posts(rows, days, accounts, numbers))
        else:
            figures = tuple(self._figures(days, accounts, numbers))
        if not figures and not posts and not self._faults.found:
            self._faults.add(0, "", FileCause.NOTHING_IN_IT)
        if self._faults.found:
            raise FigureFileUnreadable(self._faults.in_order())
        return FigureFile(self._kind, figures, posts, passed_over, form, style)

    # --- the heading ---

    def _column(self, role: Role) -> Column | None:
        return next((column for column in self._columns if column.role is role), None)

    def _day(self) -> Column:
        return next(column for column in self._columns if column.role is Role.DAY)

    def _refuse_twofold(self) -> None:
        """Two columns that say the same would contradict each other one day."""
        seen: set[tuple[Role, Metric | None]] = set()
        for column in self._columns:
            key = (column.role, column.metric)
            if key in seen:
                self._faults.add(self._heading.line, column.heading, FileCause.HEADING_TWICE)
            seen.add(key)

    def _passed_over(self) -> tuple[str, ...]:
        known = {column.place for column in self._columns}
        if self._kind is FileKind.LONG:
            known -= {column.place for column in self._columns if column.role is Role.FIGURE}
        named = ((place, text_of(cell).strip()) for place, cell in enumerate(self._heading.cells))
        return tuple(heading for place, heading in named if heading and place not in known)

    # --- the lines ---

    def _refuse_beyond(self, rows: Sequence[SheetRow]) -> None:
        """A number with an unquoted comma moves all that follows into the wrong column."""
        wide = len(self._heading.cells)
        for row in rows:
            beyond = next((text_of(cell) for cell in row.cells[wide:] if text_of(cell).strip()), None)
            if beyond is not None:
                self._faults.add(row.line, "", FileCause.CELLS_BEYOND, beyond)

    def _accounts(self, rows: Sequence[SheetRow]) -> dict[int, int]:
        column = self._column(Role.ACCOUNT)
        if column is not None:
            return accounts_down(rows, column, AccountNames(self._known.accounts), self._faults)
        chosen = self._known.account
        if chosen is None:
            counted = self._kind in (FileKind.MATOMO, FileKind.PLAUSIBLE)
            fitting = [
                one.id for one in self._known.accounts if not counted or one.network is Network.WORDPRESS
            ]
            chosen = fitting[0] if len(fitting) == 1 else None
        if chosen is None:
            self._faults.add(self._heading.line, "", FileCause.ACCOUNT_NOT_CHOSEN)
            return {}
        return dict.fromkeys((row.line for row in rows), chosen)

    def _cells(self, rows: Sequence[SheetRow]) -> list[FigureCell]:
        if self._kind is not FileKind.LONG:
            wanted = [(one, one.metric) for one in self._columns if one.role is Role.FIGURE]
            return [
                FigureCell(row.line, column.heading, metric, column.word, cell_of(row, column))
                for row in rows
                for column, metric in wanted
                if metric is not None
            ]
        named, value = self._column(Role.METRIC), self._column(Role.VALUE)
        cells: list[FigureCell] = []
        for row in rows:
            told = text_of(cell_of(row, named))
            found = metric_of(told)
            if found is not None and value is not None:
                cells.append(FigureCell(row.line, value.heading, *found, cell_of(row, value)))
            elif named is not None:
                self._faults.add(row.line, named.heading, FileCause.METRIC, told)
        return cells

    def _figures(
        self,
        days: dict[int, Stamp],
        accounts: dict[int, int],
        numbers: Sequence[tuple[FigureCell, Counted]],
    ) -> Iterable[FileFigure]:
        for cell, number in numbers:
            stamp, account = days.get(cell.line), accounts.get(cell.line)
            if stamp is None or account is None:
                continue
            if self._is_new((account, cell.metric, stamp.day), cell.line, cell.heading):
                yield FileFigure(
                    cell.line, account, stamp.day, cell.metric, number.value, number.rounded, cell.word
                )

    def _posts(
        self,
        rows: Sequence[SheetRow],
        days: dict[int, Stamp],
        accounts: dict[int, int],
        numbers: Sequence[tuple[FigureCell, Counted]],
    ) -> Iterable[FilePost]:
        hour_column = self._column(Role.HOUR)
        hours = {} if hour_column is None else hours_down(rows, hour_column, self._faults)
        told: dict[int, list[tuple[Metric, int, str]]] = {}
        for cell, number in numbers:
            if number.rounded:
                # A post's figure has no place for "about".
                self._faults.add(cell.line, cell.heading, FileCause.NUMBER_ROUNDED, text_of(cell.cell))
            told.setdefault(cell.line, []).append((cell.metric, number.value, cell.word))
        for row in rows:
            stamp, account = days.get(row.line), accounts.get(row.line)
            title, link, identity = (
                text_of(cell_of(row, self._column(role))).strip()
                for role in (Role.TITLE, Role.LINK, Role.IDENTITY)
            )
            if not title and not link and not identity:
                self._faults.add(row.line, "", FileCause.POST_UNNAMED)
            elif stamp is not None and account is not None:
                published = replace(stamp, hour=hours.get(row.line, stamp.hour))
                figures = tuple(told.get(row.line, ()))
                post = FilePost(row.line, account, published, title, link, identity, figures)
                if self._is_new((account, post.name), row.line, ""):
                    yield post

    def _is_new(self, key: Hashable, line: int, heading: str) -> bool:
        before = self._places.setdefault(key, line)
        if before != line:
            self._faults.add(line, heading, FileCause.TWICE, other=before)
        return before == line
