"""Bars beside their names, with the period before as a thin mark."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cmstation.ui.statistics.charts.figures import Bar, Cell, Formats
from cmstation.ui.statistics.charts.inks import Inks
from cmstation.ui.statistics.charts.row_chart import ROW, RowChart
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_THICK, _MARK, _MARK_HIGH = 14.0, 2.0, 22.0
_FOOT = 24.0
_NAME_PART, _DETAIL_PART = 0.38, 0.24


class BarChart(RowChart):
    """One bar a row, all on one scale that holds zero."""

    def __init__(
        self, icons: "Icons", formats: Formats, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, formats, title, parent)
        self._bars: tuple[Bar, ...] = ()
        self._of = self._before = ""

    def set_bars(self, bars: Sequence[Bar], *, value_name: str, before_name: str = "") -> None:
        """Show other bars.

        Args:
            value_name: what is counted, the column's title in the table.
            before_name: what the thin mark stands for ("September 2026"); "" when there is none.
        """
        self._bars, self._of, self._before = tuple(bars), value_name, before_name
        self.renew()

    # --- Chart ---

    def header(self) -> tuple[str, ...]:
        before = (self._before,) if self._before else ()
        detail = (self.tr("Detail"),) if self._has_details() else ()
        return (self.tr("Name"), self._of, *before, *detail)

    def records(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple(
            (
                bar.name,
                bar.value,
                *((bar.before,) if self._before else ()),
                *((bar.detail,) if self._has_details() else ()),
            )
            for bar in self._bars
        )

    def row_count(self) -> int:
        return len(self._bars)

    def foot_height(self) -> float:
        return _FOOT if self._before else 0.0

    def row_words(self, row: int) -> str:
        bar = self._bars[row]
        words = [f"{bar.name} {self._figure(bar)}"]
        if self._before and bar.before is not None:
            words.append(f"{self._before} {self.formats.number(bar.before)}")
        return ", ".join((*words, bar.detail) if bar.detail else words)

    def draw_rows(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        text, note = self.theme.metrics("text"), self.theme.metrics("note")
        strong = self.theme.metrics("strong")
        names = min(
            room.width() * _NAME_PART, max(text.horizontalAdvance(bar.name) for bar in self._bars) + 2
        )
        figures = max(strong.horizontalAdvance(self._figure(bar)) for bar in self._bars) + 2
        details = max(note.horizontalAdvance(bar.detail) for bar in self._bars)
        details = min(details + Space.S + 2, room.width() * _DETAIL_PART) if details else 0.0
        left = room.left() + Space.S + names + Space.M
        right = room.right() - Space.S - figures - details - Space.S
        track = QRectF(left, room.top(), max(20.0, right - left), 0)
        low, high = self._scale()
        for row, bar in enumerate(self._bars):
            place = self.row_room(room, row)
            self.write(
                painter, QRectF(room.left() + Space.S, place.top(), names, ROW), bar.name, "text", inks=inks
            )
            self._draw_bar(painter, track, place, bar, (low, high), inks)
            spot = QRectF(track.right() + Space.S, place.top(), figures, ROW)
            known = bar.value is not None
            self.write(
                painter,
                spot,
                self._figure(bar),
                "text" if known else "muted",
                inks=inks,
                font="strong" if known else "text",
                align=Qt.AlignmentFlag.AlignRight,
            )
            if bar.detail:
                spot = QRectF(spot.right() + Space.S, place.top(), details - Space.S, ROW)
                self.write(painter, spot, bar.detail, "muted", inks=inks, font="note")
        if self._before:
            self._draw_foot(painter, track.left(), self.row_room(room, len(self._bars)).top(), room, inks)

    # --- inside ---

    def _draw_bar(
        self,
        painter: QPainter,
        track: QRectF,
        place: QRectF,
        bar: Bar,
        scale: tuple[float, float],
        inks: Inks,
    ) -> None:
        low, high = scale

        def at(value: float) -> float:
            return track.left() + (value - low) / (high - low) * track.width()

        middle = place.center().y()
        ground = QRectF(track.left(), middle - _THICK / 2, track.width(), _THICK)
        rounded(painter, ground, fill=inks.colour("hover"), radius=3)
        if bar.value is not None:
            left, right = sorted((at(0), at(bar.value)))
            if right - left > 0:
                fill = QRectF(left, ground.top(), max(2.0, right - left), _THICK)
                rounded(painter, fill, fill=inks.colour(bar.colour), radius=min(3.0, fill.width() / 2))
        if self._before and bar.before is not None:
            _mark(painter, at(bar.before), middle, inks)

    def _draw_foot(self, painter: QPainter, left: float, top: float, room: QRectF, inks: Inks) -> None:
        """Say what the thin mark means."""
        _mark(painter, left + 2, top + _FOOT / 2, inks, high=14)
        place = QRectF(left + Space.M, top, room.right() - left - Space.M, _FOOT)
        self.write(painter, place, self._before, "muted", inks=inks, font="note")

    def _scale(self) -> tuple[float, float]:
        values = [value for bar in self._bars for value in (bar.value, bar.before) if value is not None]
        low, high = min((0.0, *values)), max((0.0, *values))
        return (low, high) if high > low else (0.0, 1.0)

    def _figure(self, bar: Bar) -> str:
        return self.tr("no figure") if bar.value is None else self.formats.number(bar.value)

    def _has_details(self) -> bool:
        return any(bar.detail for bar in self._bars)


def _mark(painter: QPainter, x: float, middle: float, inks: Inks, high: float = _MARK_HIGH) -> None:
    edge = QRectF(x - _MARK / 2 - 1, middle - high / 2, _MARK + 2, high)
    painter.fillRect(edge, inks.colour("surface"))
    painter.fillRect(edge.adjusted(1, 0, -1, 0), inks.colour("text"))
