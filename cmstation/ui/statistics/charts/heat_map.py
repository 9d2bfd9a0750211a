"""What each hour of each day of the week is worth: a claim only where there are enough posts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from cmstation.ui.statistics.charts.canvas import Chart
from cmstation.ui.statistics.charts.figures import Cell, Formats, HourCell
from cmstation.ui.statistics.charts.inks import Inks
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import DARK, Radius, Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_DAYS, _HOURS = 7, 24
_HEAD, _FOOT, _ROW = 20.0, 32.0, 26.0
_GAP = 1.0
# How much accent the grounds of the six steps hold, in light and in dark; words on each of them have a
# contrast of 4.5 or more, which no ground between the last two has.
_LIGHT, _DARK = (0.08, 0.2, 0.33, 0.46, 0.6, 1.0), (0.1, 0.2, 0.3, 0.39, 0.78, 1.0)
_RAMP = 72.0


class HeatMap(Chart):
    """A grid of days of the week and hours, with the number of posts in each cell."""

    def __init__(
        self, icons: "Icons", formats: Formats, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, formats, title, parent)
        self._cells: dict[tuple[int, int], HourCell] = {}
        self._first, self._last = 0, _HOURS - 1
        self._cursor: tuple[int, int] | None = None
        self._by_pointer = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, round(_HEAD + _DAYS * 22 + _FOOT))

    def set_cells(self, cells: Sequence[HourCell], *, first_hour: int = 0, last_hour: int = 23) -> None:
        """Show other cells; what is not given has no post. Hours outside are shown when they have posts."""
        self._cells = {(cell.weekday, cell.hour): cell for cell in cells}
        hours = [cell.hour for cell in cells if cell.count]
        self._first, self._last = min([first_hour, *hours]), max([last_hour, *hours])
        self._cursor = None
        self.redraw()

    @property
    def cursor_cell(self) -> tuple[int, int] | None:
        """Day of the week and hour under the cursor."""
        return self._cursor

    def cell_room(self, room: QRectF, weekday: int, hour: int) -> QRectF:
        """Return where a cell stands."""
        left = room.left() + self._names_width()
        width = (room.right() - left) / (self._last - self._first + 1)
        height = (room.height() - _HEAD - _FOOT) / _DAYS
        top = room.top() + _HEAD + (weekday - 1) * height
        return QRectF(left + (hour - self._first) * width, top, width, height).adjusted(
            _GAP, _GAP, -_GAP, -_GAP
        )

    def colour_of(self, cell: HourCell, inks: Inks) -> QColor:
        """Return the ground of a cell that makes a claim."""
        scores = [each.score for each in self._cells.values() if each.score is not None]
        low, high = min(scores), max(scores)
        part = 0.5 if high <= low or cell.score is None else (cell.score - low) / (high - low)
        steps = steps_of(inks)
        return steps[min(len(steps) - 1, int(part * len(steps)))]

    # --- Chart ---

    def header(self) -> tuple[str, ...]:
        return (self.tr("Day of the week"), self.tr("Hour"), self.tr("Posts"), self.tr("Score"))

    def records(self) -> tuple[tuple[Cell, ...], ...]:
        cells = sorted(self._cells.values(), key=lambda cell: (cell.weekday, cell.hour))
        return tuple(
            (
                self.formats.weekday(cell.weekday),
                self.formats.hour(cell.hour),
                cell.count,
                self.tr("Not enough posts") if cell.score is None else cell.score,
            )
            for cell in cells
            if cell.count
        )

    def value_words(self) -> str:
        if self._cursor is None:
            return ""
        weekday, hour = self._cursor
        when = f"{self.formats.weekday(weekday)}, {self.formats.hour(hour)}"
        cell = self._cells.get(self._cursor)
        count = cell.count if cell is not None else 0
        posts = self.tr("%Ln post(s)", "", count)
        if cell is None or cell.score is None:
            return self.tr("{when}: {posts}, not enough to say").format(when=when, posts=posts)
        score = self.formats.number(cell.score)
        return self.tr("{when}: {posts}, score {score}").format(when=when, posts=posts, score=score)

    def draw(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        if not any(cell.count for cell in self._cells.values()):
            self.draw_empty(painter, room, inks)
            return
        self._draw_names(painter, room, inks)
        for weekday in range(1, _DAYS + 1):
            for hour in range(self._first, self._last + 1):
                place = self.cell_room(room, weekday, hour)
                self._draw_cell(painter, place, self._cells.get((weekday, hour)), inks)
        self._draw_legend(painter, room, inks)

    def draw_live(self, painter: QPainter) -> None:
        if self._cursor is None or not self._cells:
            return
        room = QRectF(self.rect())
        place = self.cell_room(room, *self._cursor).adjusted(-1, -1, 1, 1)
        rounded(painter, place, line=self.inks.colour("text"), width=2, radius=Radius.SMALL)
        painter.setFont(self.theme.font("note_medium"))
        painter.setPen(self.inks.colour("text"))
        words = QRectF(room.left(), room.bottom() - _FOOT + 4, room.width() - self._legend_width(), _FOOT - 4)
        shown = self.theme.metrics("note_medium").elidedText(
            self.value_words(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

    # --- Qt ---

    def sizeHint(self) -> QSize:
        return QSize(760, round(_HEAD + _DAYS * _ROW + _FOOT))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        weekday, hour = self._cursor or (1, self._first)
        moves = {
            Qt.Key.Key_Left: (weekday, max(self._first, hour - 1)),
            Qt.Key.Key_Right: (weekday, min(self._last, hour + 1)),
            Qt.Key.Key_Up: (max(1, weekday - 1), hour),
            Qt.Key.Key_Down: (min(_DAYS, weekday + 1), hour),
            Qt.Key.Key_Home: (weekday, self._first),
            Qt.Key.Key_End: (weekday, self._last),
        }
        if key in moves and self._cells:
            self._choose(moves[key] if self._cursor else (weekday, hour), by_pointer=False)
            self.announce()
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._choose(None, by_pointer=False)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self._choose(self._cell_at(event.position()), by_pointer=True)

    def leaveEvent(self, event: QEvent, /) -> None:
        if self._by_pointer:
            self._choose(None, by_pointer=True)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._choose(None, by_pointer=False)
        super().focusOutEvent(event)

    # --- inside ---

    def _choose(self, cell: tuple[int, int] | None, *, by_pointer: bool) -> None:
        if cell != self._cursor:
            self._cursor, self._by_pointer = cell, by_pointer
            self.update()

    def _cell_at(self, at: QPointF) -> tuple[int, int] | None:
        room = QRectF(self.rect())
        one = self.cell_room(room, 1, self._first).adjusted(-_GAP, -_GAP, _GAP, _GAP)
        column = int((at.x() - one.left()) // one.width())
        row = int((at.y() - one.top()) // one.height())
        if not (0 <= column <= self._last - self._first and 0 <= row < _DAYS and self._cells):
            return None
        return row + 1, column + self._first

    def _draw_names(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        painter.setFont(self.theme.font("note"))
        painter.setPen(inks.colour("muted"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        for weekday in range(1, _DAYS + 1):
            place = self.cell_room(room, weekday, self._first)
            row = QRectF(room.left(), place.top(), self._names_width(), place.height())
            painter.drawText(row, middle, self.formats.weekday(weekday))
        note = self.theme.metrics("note")
        free = room.left()
        for hour in range(self._first, self._last + 1):
            place = self.cell_room(room, 1, hour)
            words = self.formats.hour(hour)
            width = note.horizontalAdvance(words) + 2
            left = min(place.center().x() - width / 2, room.right() - width)
            if left >= free:
                painter.drawText(QRectF(left, room.top(), width, _HEAD - 2), middle, words)
                free = left + width + Space.S

    def _draw_cell(self, painter: QPainter, place: QRectF, cell: HourCell | None, inks: Inks) -> None:
        if cell is None or not cell.count:
            rounded(painter, place, fill=inks.colour("hover"), radius=3)
            return
        painter.setFont(self.theme.font("heat"))
        if cell.score is None:
            _hatched(painter, place, inks)
            ink = inks.colour("muted")
        else:
            ground = self.colour_of(cell, inks)
            rounded(painter, place, fill=ground, radius=3)
            ink = inks.readable_on(ground)
        words = self.formats.number(cell.count)
        if self.theme.metrics("heat").horizontalAdvance(words) <= place.width():
            painter.setPen(ink)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), words)

    def _draw_legend(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        """Draw, at the right of the foot, what hatching and colours mean."""
        few, less, more = self._legend_words()
        note = self.theme.metrics("note")
        x, top = room.right() - self._legend_width() + Space.M, room.bottom() - _FOOT + 4
        height = _FOOT - 4
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        swatch = QRectF(x, top + height / 2 - 6, 18, 12)
        _hatched(painter, swatch, inks)
        painter.setFont(self.theme.font("note"))
        painter.setPen(inks.colour("muted"))
        x = swatch.right() + 6
        painter.drawText(QRectF(x, top, note.horizontalAdvance(few) + 2, height), middle, few)
        x += note.horizontalAdvance(few) + Space.L
        painter.drawText(QRectF(x, top, note.horizontalAdvance(less) + 2, height), middle, less)
        x += note.horizontalAdvance(less) + 6
        wide = _RAMP / len(_LIGHT)
        for step, colour in enumerate(steps_of(inks)):
            rounded(painter, QRectF(x + step * wide, swatch.top(), wide - 1, 12), fill=colour, radius=2)
        painter.setPen(inks.colour("muted"))
        painter.drawText(QRectF(x + _RAMP + 5, top, note.horizontalAdvance(more) + 2, height), middle, more)

    def _legend_words(self) -> tuple[str, str, str]:
        return self.tr("Not enough posts"), self.tr("weaker"), self.tr("stronger")

    def _legend_width(self) -> float:
        words = sum(self.theme.metrics("note").horizontalAdvance(text) for text in self._legend_words())
        return words + _RAMP + 18 + 6 + Space.L + 6 + 5 + Space.M + 4

    def _names_width(self) -> float:
        note = self.theme.metrics("note")
        days = range(1, _DAYS + 1)
        return max(note.horizontalAdvance(self.formats.weekday(day)) for day in days) + Space.M


def steps_of(inks: Inks) -> list[QColor]:
    """Return the grounds of cells, from the weakest to the strongest."""
    parts = _DARK if inks.palette is DARK else _LIGHT
    return [inks.blend("surface", "accent", part) for part in parts]


def _hatched(painter: QPainter, place: QRectF, inks: Inks) -> None:
    rounded(painter, place, fill=inks.colour("hover"), radius=3)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(inks.colour("border"), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(place, 3, 3)
    painter.restore()
