"""Where everything of a month lies, computed once for each week, and what is under a point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from itertools import accumulate, pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTableView

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.chip_art import ChipArt
from cmstation.ui.calendar.month.geometry import FLAT, PAD_SIDE, column_widths, lane_rect, row_heights
from cmstation.ui.calendar.month.month_faces import DayFace, day_face
from cmstation.ui.calendar.month.month_model import MonthModel
from cmstation.ui.calendar.month.month_page import MonthPage
from cmstation.ui.calendar.month.weeks import Bar, Week
from cmstation.ui.calendar.months import WEEK, Month

# Some months of six weeks.
_MOST_ROWS = 42
_GRASP = 6  # how far from the end of a bar one takes hold of it


class Part(Enum):
    """What one points at."""

    DAY = auto()
    ITEM = auto()
    END = auto()  # the right end of an item, to be drawn longer or shorter
    OTHERS = auto()
    HEALTH = auto()


@dataclass(frozen=True, slots=True)
class Spot:
    """What lies under a point.

    Args:
        rect: where it lies, in the viewport.
    """

    part: Part
    day: date
    rect: QRect
    item: CalendarItem | None = None


@dataclass(frozen=True, slots=True)
class BarPiece:
    """A part of a bar on neighbouring days on which there is room for it."""

    bar: Bar
    rect: QRect
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """One week as it is drawn."""

    days: tuple[DayFace, ...]
    pieces: tuple[BarPiece, ...]


class MonthPlaces:
    """The places of one table of days."""

    def __init__(self, view: QTableView, model: MonthModel, art: ChipArt) -> None:
        self._view = view
        self._model = model
        self._art = art
        self._rows: dict[tuple[Month, int], tuple[MonthPage, date, RowPlaces]] = {}

    def forget(self) -> None:
        """Compute everything anew: the sizes are others now."""
        self._rows.clear()

    def of_page(self, page: MonthPage, row: int) -> RowPlaces:
        """Return the places of a week of any month, as they will be once it is shown."""
        key, today = (page.month, row), self._model.look.today
        kept = self._rows.get(key)
        if kept is not None and kept[1] == today and (kept[0] is page or kept[0].same_week(page, row)):
            return kept[2]
        if len(self._rows) >= _MOST_ROWS:
            self._rows.clear()
        week = page.weeks[row]
        faces = tuple(
            day_face(page.cell(row, column, today), rect, week.lanes(column), week.singles[column], self._art)
            for column, rect in enumerate(self.row_rects(page, row))
        )
        found = RowPlaces(faces, tuple(_pieces(week, faces)))
        self._rows[key] = page, today, found
        return found

    def row_rects(self, page: MonthPage, row: int) -> tuple[QRect, ...]:
        """Return where the days of a week lie."""
        room = self._view.viewport().size()
        heights = row_heights(room.height(), len(page.weeks))
        lefts = accumulate(column_widths(room.width()), initial=0)
        top = sum(heights[:row])
        return tuple(QRect(left, top, right - left, heights[row]) for left, right in pairwise(lefts))

    def row(self, row: int) -> RowPlaces:
        """Return the places of a week."""
        return self.of_page(self._model.page, row)

    def face(self, day: date) -> DayFace:
        """Return a day as it is drawn."""
        index = self._model.index_of(day)
        return self.row(index.row()).days[index.column()]

    def pieces(self) -> Iterator[BarPiece]:
        """Return every piece of every bar."""
        for row in range(self._model.rowCount()):
            yield from self.row(row).pieces

    def shown(self, day: date) -> tuple[tuple[CalendarItem, QRect], ...]:
        """Return the items of a day that are drawn, with their places."""
        index = self._model.index_of(day)
        row = self.row(index.row())
        face = row.days[index.column()]
        bars = tuple((piece.bar.item, piece.rect) for piece in self._pieces_on(row, day))
        return bars + tuple(zip(face.singles, face.places.chips, strict=False))

    def spot(self, point: QPoint) -> Spot | None:
        """Return what lies under a point."""
        index = self._view.indexAt(point)
        if not index.isValid():
            return None
        row = self.row(index.row())
        face = row.days[index.column()]
        day = face.cell.day
        for piece in self._pieces_on(row, day):
            if piece.rect.contains(point):
                return self._spot_of_bar(piece, day, point)
        for item, chip in zip(face.singles, face.places.chips, strict=False):
            if chip.contains(point):
                return Spot(Part.END if _grasped(item, chip, point) else Part.ITEM, day, chip, item)
        if face.others.contains(point):
            return Spot(Part.OTHERS, day, face.others)
        if face.health.contains(point):
            return Spot(Part.HEALTH, day, face.health)
        return Spot(Part.DAY, day, face.rect)

    def others(self, day: date) -> QRect:
        """Return where a day counts what it has no room for; empty when it shows everything."""
        return self.face(day).others

    def health(self, day: date) -> QRect:
        """Return where a day names its health days; empty when it has none to name."""
        return self.face(day).health

    def stretched(self, item: CalendarItem, last: date) -> Iterator[QRect]:
        """Return where an item would lie if it lasted until another day."""
        start, end = self._model.shown_days
        first = max(item.first, start)
        found = next((rect for each, rect in self.shown(first) if each.key == item.key), None)
        if found is None:
            return
        height = found.top() - self.face(first).rect.top()
        day = first
        while day <= min(last, end - timedelta(days=1)):
            sunday = day + timedelta(days=WEEK - 1 - day.weekday())
            until = min(sunday, last)
            left, right = self.face(day).rect, self.face(until).rect
            width = right.right() - left.left() - 2 * PAD_SIDE
            yield QRect(left.left() + PAD_SIDE, left.top() + height, width, FLAT)
            day = sunday + timedelta(days=1)

    # --- inside ---

    def _pieces_on(self, row: RowPlaces, day: date) -> Iterator[BarPiece]:
        column = self._model.index_of(day).column()
        for piece in row.pieces:
            if piece.bar.covers(column) and piece.bar.lane in row.days[column].places.lanes:
                middle = row.days[column].rect.center().x()
                if piece.rect.left() <= middle <= piece.rect.right():
                    yield piece

    @staticmethod
    def _spot_of_bar(piece: BarPiece, day: date, point: QPoint) -> Spot:
        at_end = not piece.after and _grasped(piece.bar.item, piece.rect, point)
        return Spot(Part.END if at_end else Part.ITEM, day, piece.rect, piece.bar.item)


def _pieces(week: Week, days: Sequence[DayFace]) -> Iterator[BarPiece]:
    """Cut bars where a day has no room for them."""
    for bar in week.bars:
        column = bar.first
        while column <= bar.last:
            last = column
            while last <= bar.last and bar.lane in days[last].places.lanes:
                last += 1
            if last > column:
                rect = lane_rect(days[column].rect, days[last - 1].rect, bar.lane)
                before = bar.before or column > bar.first
                after = bar.after or last - 1 < bar.last
                yield BarPiece(bar, rect, before, after)
            column = last + 1


def _grasped(item: CalendarItem, rect: QRect, point: QPoint) -> bool:
    return item.whole_day and item.ends_movable and point.x() > rect.right() - _GRASP
