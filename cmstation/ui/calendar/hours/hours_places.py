"""Where things lie in the week and the day: columns, heads, hours, and what is under a point. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.hours.hours import CHIP, SLIM, Arranged, Beside, Crowd, FreeSlot, Piece
from cmstation.ui.calendar.hours.hours_axis import CELL
from cmstation.ui.calendar.hours.hours_strip import Bar, Note, Remark, Strip

GUTTER, TITLE = 56, 36
NOTE_ROW, BAR_ROW, BAR = 18, 24, 22
PAD_TOP, TAIL = 10, CHIP
MORE = 24
_PAD, _GAP = 2, 2
_HEAD_FOOT, _EMPTY_STRIP = 4, 12
_EDGE = 6
_WEEKDAY, _WEEKEND = 11, 8
_LANE_WEEK, _LANE_DAY, _MOST_WEEK, _MOST_DAY = 64, 120, 3, 8
_WIDEST = 560
_OPENS_AT = time(8)


class Part(Enum):
    """What lies under a point."""

    ITEM = auto()
    END = auto()  # the edge by which an item is made longer
    MORE = auto()  # a count of items
    REMARK = auto()
    REMARKS = auto()  # a count of remarks
    TITLE = auto()
    STRIP = auto()  # free room above the hours
    SLOT = auto()
    HOUR = auto()  # free room among the hours


@dataclass(frozen=True, slots=True)
class Spot:
    """What lies under a point.

    Args:
        rect: its place in the viewport; of an hour, that of its half hour.
        minute: of the axis, where the point lies among the hours.
        top: of an item among the hours, the minute at which its rectangle begins.
        begins: whether the item's rectangle is the one in which it begins.
    """

    part: Part
    day: date
    rect: QRect
    minute: float = 0.0
    item: CalendarItem | None = None
    items: tuple[CalendarItem, ...] = ()
    remarks: tuple[Remark, ...] = ()
    slot: FreeSlot | None = None
    top: float = 0.0
    begins: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of a grid of hours.

    Args:
        edges: left ends of the columns, and the right end of the last one.
        notes, bars: how many rows each has above the hours.
    """

    edges: tuple[int, ...]
    notes: int
    bars: int

    @property
    def head(self) -> int:
        """How high everything above the hours is."""
        return self.bars_top + (self.bars * BAR_ROW + _HEAD_FOOT if self.bars else _EMPTY_STRIP)

    @property
    def bars_top(self) -> int:
        """Where the items of whole days begin."""
        return TITLE + self.notes * NOTE_ROW + (2 if self.notes else 0)

    @property
    def right(self) -> int:
        """Where the last column ends."""
        return self.edges[-1]

    def width(self, column: int) -> int:
        """Return how wide a column is, its line at the right included."""
        return self.edges[column + 1] - self.edges[column]

    def column_at(self, x: int) -> int:
        """Return the column at a distance from the left; the nearest one outside of all."""
        inside = [place for place in range(len(self.edges) - 1) if self.edges[place] <= x]
        return inside[-1] if inside else 0

    def title(self, column: int) -> QRect:
        """Return the place of a day's name."""
        return QRect(self.edges[column], 0, self.width(column), TITLE)

    def day_head(self, column: int) -> QRect:
        """Return everything above the hours of a day."""
        return QRect(self.edges[column], 0, self.width(column), self.head)

    def note(self, first: int, last: int, row: int) -> QRect:
        """Return the place of a line under the names of days."""
        left = self.edges[first] + _PAD
        return QRect(left, TITLE + row * NOTE_ROW, self.edges[last + 1] - left - _PAD - 1, NOTE_ROW)

    def bar(self, first: int, last: int, row: int) -> QRect:
        """Return the place of an item of whole days."""
        left = self.edges[first] + _PAD
        return QRect(left, self.bars_top + row * BAR_ROW, self.edges[last + 1] - left - _PAD - 1, BAR)


def frame_of(days: Sequence[date], width: int, notes: int, bars: int) -> Frame:
    """Share a width out among days, the weekend being narrower."""
    weights = [_WEEKEND if day.weekday() >= 5 else _WEEKDAY for day in days]
    room = max(width - GUTTER, len(days))
    edges = [GUTTER + round(room * sum(weights[:place]) / sum(weights)) for place in range(len(days) + 1)]
    return Frame(tuple(edges), notes, bars)


def room_beside(frame: Frame) -> list[Beside]:
    """Return how many items may stand side by side in each column."""
    columns = range(len(frame.edges) - 1)
    least, most = (_LANE_DAY, _MOST_DAY) if len(columns) == 1 else (_LANE_WEEK, _MOST_WEEK)

    def fitting(width: int) -> int:
        return min(max(width // least, 1), most)

    return [Beside(fitting(frame.width(each)), fitting(frame.width(each) - MORE)) for each in columns]


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles of what is arranged.

    Those of the hours count from the upper end of their content, as if nothing were scrolled.
    """

    frame: Frame
    hours: Arranged
    notes: Strip[Note, Remark]
    bars: Strip[Bar, CalendarItem]

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are shown."""
        return self.hours.axis.days

    @property
    def content(self) -> int:
        """How high the hours are."""
        return PAD_TOP + self.hours.axis.length * self.hours.hour // 60 + TAIL

    @property
    def opening(self) -> float:
        """Which minute of the axis stands at the upper edge at first: the first item, eight at the latest."""
        hours = self.hours
        usual = float(hours.axis.place(_OPENS_AT))
        first = usual if hours.earliest is None else min(usual, hours.earliest - hours.earliest % 60)
        return first - PAD_TOP * 60 / hours.hour

    def y(self, minute: float) -> float:
        """Return how far below the upper end a minute of the axis lies."""
        return PAD_TOP + minute * self.hours.hour / 60

    def minute(self, y: float) -> float:
        """Return the minute of the axis at a distance from the upper end."""
        return (y - PAD_TOP) * 60 / self.hours.hour

    def column(self, column: int, top: float, bottom: float) -> QRect:
        """Return what lies between two minutes of a day."""
        above = round(self.y(top))
        return QRect(
            self.frame.edges[column], above, self.frame.width(column) - 1, round(self.y(bottom)) - above
        )

    def piece(self, piece: Piece) -> QRect:
        """Return the place of an item or of a free slot among the hours."""
        left, width = self.frame.edges[piece.column] + _PAD, self.frame.width(piece.column) - 2 * _PAD - 1
        if piece.crowded:
            width -= MORE
        if len(self.days) == 1:  # a chip as wide as the window would tear its words from its glyphs
            width = min(width, piece.lanes * _WIDEST)
        start = left + round(width * piece.lane / piece.lanes)
        end = left + round(width * (piece.lane + piece.wide) / piece.lanes)
        last = piece.lane + piece.wide == piece.lanes
        top = round(PAD_TOP + piece.top)
        height = round(PAD_TOP + piece.bottom) - top
        return QRect(start, top, end - start - (0 if last else _GAP), height - (_GAP if height > CHIP else 0))

    def crowd(self, crowd: Crowd) -> QRect:
        """Return the place of a count of others."""
        right = self.frame.edges[crowd.column + 1] - _PAD - 1
        return QRect(right - MORE + _GAP, round(PAD_TOP + crowd.top), MORE - _GAP, SLIM)

    def above(self, key: ItemKey) -> list[QRect]:
        """Return where an item is drawn or counted above the hours."""
        frame = self.frame
        found = [frame.bar(bar.first, bar.last, bar.row) for bar in self.bars.shown if bar.item.key == key]
        for column, items in self.bars.others:
            if any(item.key == key for item in items):
                found.append(frame.bar(column, column, self.bars.others_row))
        return found

    def among(self, key: ItemKey) -> list[QRect]:
        """Return where an item is drawn or counted among the hours."""
        found = [
            self.piece(piece)
            for piece in self.hours.pieces
            if not isinstance(piece.what, FreeSlot) and piece.what.key == key
        ]
        for crowd in self.hours.crowds:
            if any(item.key == key for item in crowd.items):
                found.append(self.crowd(crowd))
        return found

    def cell_start(self, day: date, minute: float) -> int:
        """Return where the half hour of a day begins that a minute of the axis belongs to."""
        cells = self.hours.axis.cells(day)
        return max((cell for cell in cells if cell <= minute), default=cells[0])

    def cell(self, day: date, minute: float) -> QRect:
        """Return the place of the half hour that a minute of the axis belongs to."""
        start = self.cell_start(day, minute)
        return self.column(self.days.index(day), start, start + CELL)

    # --- what lies under a point ---

    def head_spot(self, point: QPoint) -> Spot:
        """Return what lies above the hours."""
        frame = self.frame
        column = frame.column_at(point.x())
        day = self.days[column]
        for bar in self.bars.shown:
            rect = frame.bar(bar.first, bar.last, bar.row)
            if rect.contains(point):
                ends = bar.ends and bar.item.ends_movable and point.x() > rect.right() - _EDGE
                return Spot(Part.END if ends else Part.ITEM, day, rect, item=bar.item, begins=bar.begins)
        for note in self.notes.shown:
            rect = frame.note(note.first, note.last, note.row)
            if rect.contains(point):
                return Spot(Part.REMARK, day, rect, remarks=(note.remark,))
        return self._head_rest(point, column)

    def hour_spot(self, point: QPoint) -> Spot:
        """Return what lies at a point of the hours."""
        column = self.frame.column_at(point.x())
        day, minute = self.days[column], self.minute(point.y())
        for crowd in self.hours.crowds:
            rect = self.crowd(crowd)
            if rect.contains(point):
                return Spot(Part.MORE, day, rect, minute, items=crowd.items)
        for piece in reversed(self.hours.pieces):
            rect = self.piece(piece)
            if piece.column == column and rect.contains(point):
                return self._piece_spot(piece, rect, point, minute)
        return Spot(Part.HOUR, day, self.cell(day, minute), minute)

    def _piece_spot(self, piece: Piece, rect: QRect, point: QPoint, minute: float) -> Spot:
        day, top = self.days[piece.column], self.minute(PAD_TOP + piece.top)
        if isinstance(piece.what, FreeSlot):
            return Spot(Part.SLOT, day, rect, minute, slot=piece.what, top=top)
        item = piece.what
        ends = item.ends_movable and piece.ends and not item.is_moment
        part = Part.END if ends and point.y() > rect.bottom() - _EDGE else Part.ITEM
        return Spot(part, day, rect, minute, item=item, top=top, begins=piece.begins)

    def _head_rest(self, point: QPoint, column: int) -> Spot:
        day, frame = self.days[column], self.frame
        for place, remarks in self.notes.others:
            rect = frame.note(place, place, self.notes.others_row)
            if rect.contains(point):
                return Spot(Part.REMARKS, day, rect, remarks=remarks)
        for place, items in self.bars.others:
            rect = frame.bar(place, place, self.bars.others_row)
            if rect.contains(point):
                return Spot(Part.MORE, day, rect, items=items)
        if point.y() < TITLE:
            return Spot(Part.TITLE, day, frame.title(column))
        return Spot(Part.STRIP, day, frame.day_head(column))
