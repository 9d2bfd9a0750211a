"""Curves over days, with a cursor, events, a goal, and a closer look."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.statistics.charts.canvas import Chart
from cmstation.ui.statistics.charts.drag import Drag
from cmstation.ui.statistics.charts.figures import Cell, Formats, Goal, Marker, Series
from cmstation.ui.statistics.charts.inks import Inks
from cmstation.ui.statistics.charts.line_cursor import (
    Cursor,
    ReadOut,
    first_cursor,
    nearest_to,
    said,
    walked,
)
from cmstation.ui.statistics.charts.line_drawing import LineDrawing
from cmstation.ui.statistics.charts.line_frame import FOOT, Frame, frame_of, whole_span
from cmstation.ui.statistics.charts.lines import Line, line_of
from cmstation.ui.statistics.charts.seen_days import SeenDays
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_CLOSER = 1.25
_WHEEL_NOTCH = 120
_PAN_PART = 0.1


class LineChart(Chart):
    """Several series over days.

    Signals:
        pointed: key of a series and a day (a `date`) that the cursor came to.
        span_shown: first and last day (`date`) that are seen now.
    """

    pointed = Signal(str, object)
    span_shown = Signal(object, object)

    def __init__(
        self, icons: "Icons", formats: Formats, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, formats, title, parent)
        self._lines: tuple[Line, ...] = ()
        self._markers: tuple[Marker, ...] = ()
        self._goal: Goal | None = None
        self._seen = SeenDays()
        self._cursor: Cursor | None = None
        self._by_pointer = False
        self._drag: Drag | None = None
        self._frame: Frame | None = None
        self._back = LinkButton(icons, self.tr("Whole period"), font="note_medium", parent=self)
        self._back.clicked.connect(self.show_whole)
        self._back.hide()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 140)

    # --- what the caller uses ---

    def set_series(
        self, series: Sequence[Series], markers: Sequence[Marker] = (), goal: Goal | None = None
    ) -> None:
        """Show other series, from their first day to their last."""
        self._lines = tuple(line_of(place, one) for place, one in enumerate(series))
        self._markers, self._goal = tuple(markers), goal
        self._cursor, self._drag = None, None
        whole = whole_span(self._lines, self._markers)
        self._show(SeenDays(whole, whole))

    @property
    def days_shown(self) -> tuple[date, date]:
        """The first and the last day that are seen."""
        return self._seen.dates

    @property
    def is_whole(self) -> bool:
        """Whether all days are seen."""
        return self._seen.is_whole

    @property
    def cursor_point(self) -> tuple[str, date, float] | None:
        """Series, day and value under the cursor."""
        if self._cursor is None:
            return None
        line, point = self._lines[self._cursor.line], self._cursor.point
        return line.series.key, date.fromordinal(line.days[point]), line.values[point]

    def show_days(self, first: date, last: date) -> None:
        """Look closer at some days, a week at least."""
        self._show(self._seen.only((first.toordinal(), last.toordinal())))

    @Slot()
    def show_whole(self) -> None:
        """See all days again."""
        self._show(self._seen.all())

    def frame(self) -> Frame:
        """Return the scales of what is on the screen."""
        if self._frame is None:
            self._frame = self._frame_for(QRectF(0, 0, self.width(), self.height()))
        return self._frame

    # --- Chart ---

    def header(self) -> tuple[str, ...]:
        return (self.tr("Day"), *(line.series.name for line in self._lines))

    def records(self) -> tuple[tuple[Cell, ...], ...]:
        values = [dict(line.series.points) for line in self._lines]
        days = sorted({day for column in values for day in column})
        return tuple((day, *(column.get(day) for column in values)) for day in days)

    def draw(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        if not any(line.days for line in self._lines):
            self.draw_empty(painter, room, inks)
            return
        own = room.size() == QRectF(self.rect()).size()
        frame = self.frame() if own else self._frame_for(room)
        drawing = LineDrawing(painter, frame, inks, self.theme, self.formats)
        foot = self._back.x() - Space.S if own and not self._back.isHidden() else room.right()
        nothing = self.tr("{name}: no figure")
        drawing.everything(self._lines, self._markers, self._goal, room, foot, nothing)

    def draw_live(self, painter: QPainter) -> None:
        frame = self.frame()
        if self._drag is not None:
            self._drag.draw(painter, frame.area, self.inks.colour("accent"))
        elif self._cursor is not None:
            line, point = self._lines[self._cursor.line], self._cursor.point
            if line.days[point] in self._seen:
                ReadOut(self.theme, self.inks).draw(painter, frame, line, point, self._said())

    def value_words(self) -> str:
        if self._cursor is None:
            return ""
        day, name, value, *more = self._said()
        return ", ".join((f"{name} {value}", day, *more))

    # --- Qt ---

    def sizeHint(self) -> QSize:
        return QSize(720, 260)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._frame = None
        size = self._back.sizeHint()
        self._back.setGeometry(self.width() - size.width(), self.height() - FOOT, size.width(), FOOT)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        by_month = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        start = self._cursor or first_cursor(self._lines)
        if start is not None and (found := walked(self._lines, start, key, by_month=by_month)):
            # The first key shows where the cursor is; only then it walks.
            self._walk_to(found if self._cursor is not None or key == Qt.Key.Key_Home else start)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            factor = _CLOSER if key == Qt.Key.Key_Plus else 1 / _CLOSER
            self._show(self._seen.closer(factor, self._middle()))
        elif key == Qt.Key.Key_0 and not self.is_whole:
            self.show_whole()
        elif key != Qt.Key.Key_Escape or not self._step_back():
            event.ignore()

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Look closer with Ctrl, or where the keyboard is; otherwise the page scrolls."""
        modifiers = event.modifiers()
        steps = event.angleDelta().y() / _WHEEL_NOTCH
        across = event.angleDelta().x() / _WHEEL_NOTCH
        if modifiers & Qt.KeyboardModifier.ShiftModifier or (across and not steps):
            if self.is_whole:
                event.ignore()
            else:
                self._show(self._seen.aside(-(across or steps) * _PAN_PART))
        elif steps and (self.hasFocus() or modifiers & Qt.KeyboardModifier.ControlModifier):
            self._show(self._seen.closer(_CLOSER**steps, self.frame().day_at(event.position().x())))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.frame().area.contains(event.position()):
            self._drag = Drag(event.position().x(), event.position().x())
        super().mousePressEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if self._drag is not None:
            self._drag = self._drag.to(event.position().x(), self.frame().area)
            self.update()
        else:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        drag, self._drag = self._drag, None
        if drag is not None and drag.is_meant and event.button() == Qt.MouseButton.LeftButton:
            self._show(self._seen.only(drag.days(self.frame())))
        self.update()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self._drag = None
        self.show_whole()
        event.accept()

    def leaveEvent(self, event: QEvent, /) -> None:
        if self._by_pointer:
            self._cursor = None
            self.update()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._cursor, self._drag = None, None
        self.update()
        super().focusOutEvent(event)

    # --- inside ---

    def _frame_for(self, room: QRectF) -> Frame:
        return frame_of(
            self._lines, self._seen.shown, self._markers, self._goal, room, self.theme, self.formats
        )

    def _show(self, seen: SeenDays) -> None:
        changed = seen.shown != self._seen.shown
        self._seen = seen
        self._frame = None
        self._back.setVisible(not self.is_whole)
        self.redraw()
        if changed:
            self.span_shown.emit(*self.days_shown)

    def _middle(self) -> float:
        if self._cursor is not None:
            return float(self._lines[self._cursor.line].days[self._cursor.point])
        return self._seen.middle

    def _hover(self, at: QPointF) -> None:
        frame = self.frame()
        inside = frame.area.adjusted(-8, -8, 8, 8).contains(at)
        self._set_cursor(nearest_to(self._lines, frame, at) if inside else None, by_pointer=True)

    def _walk_to(self, cursor: Cursor) -> None:
        self._set_cursor(cursor, by_pointer=False)
        day = self._lines[cursor.line].days[cursor.point]
        if day not in self._seen:
            self._show(self._seen.centred_on(day))
        self.announce()

    def _set_cursor(self, cursor: Cursor | None, *, by_pointer: bool) -> None:
        if cursor == self._cursor:
            return
        self._cursor, self._by_pointer = cursor, by_pointer
        self.update()
        if self.cursor_point is not None:
            self.pointed.emit(*self.cursor_point[:2])

    def _step_back(self) -> bool:
        """Take back the drag, the closer look or the cursor; say whether there was one."""
        if self._drag is not None:
            self._drag = None
        elif not self.is_whole:
            self.show_whole()
        elif self._cursor is not None:
            self._cursor = None
        else:
            return False
        self.update()
        return True

    def _said(self) -> list[str]:
        assert self._cursor is not None  # noqa: S101 - both callers looked
        return said(self._lines[self._cursor.line], self._cursor.point, self._markers, self.formats)
