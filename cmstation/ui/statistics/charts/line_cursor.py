"""The cursor of a line chart: how it walks over points, and its read-out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from cmstation.ui.statistics.charts.figures import Formats, Marker
from cmstation.ui.statistics.charts.inks import Inks, draw_shape
from cmstation.ui.statistics.charts.line_frame import Frame
from cmstation.ui.statistics.charts.lines import Line
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.theme import Theme
from cmstation.ui.theme.tokens import ColourRole, Radius, Space, TypeRole

_MOST_WIDTH = 300.0
_NEAR = 14.0
_WRAP = int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A point of a line, by their places."""

    line: int
    point: int


def nearest_to(lines: Sequence[Line], frame: Frame, at: QPointF) -> Cursor | None:
    """Return the point that the pointer means: the nearest day, and there the nearest line."""
    day, best, found = frame.day_at(at.x()), float("inf"), None
    for place, line in enumerate(lines):
        point = line.nearest(day)
        if point is None:
            continue
        across = abs(frame.x(line.days[point]) - at.x())
        away = max(0.0, across - _NEAR) * 1000 + abs(frame.y(line.values[point]) - at.y())
        if away < best:
            best, found = away, Cursor(place, point)
    return found


def first_cursor(lines: Sequence[Line]) -> Cursor | None:
    """Return where the keyboard begins: the last point of the first line that has one."""
    return next((Cursor(place, len(line.days) - 1) for place, line in enumerate(lines) if line.days), None)


def walked(lines: Sequence[Line], cursor: Cursor, key: Qt.Key, *, by_month: bool) -> Cursor | None:
    """Return where a key leads to; None when the key means nothing here."""
    line = lines[cursor.line]
    most = len(line.days) - 1
    match key:
        case Qt.Key.Key_Left | Qt.Key.Key_Right:
            way = 1 if key == Qt.Key.Key_Right else -1
            point = _month_away(line, cursor.point, way) if by_month else cursor.point + way
            return Cursor(cursor.line, min(most, max(0, point)))
        case Qt.Key.Key_Home:
            return Cursor(cursor.line, 0)
        case Qt.Key.Key_End:
            return Cursor(cursor.line, most)
        case Qt.Key.Key_Up:
            return _other_line(lines, cursor, 1)
        case Qt.Key.Key_Down:
            return _other_line(lines, cursor, -1)
        case _:
            return None


def _month_away(line: Line, point: int, way: int) -> int:
    day = date.fromordinal(line.days[point])
    months = day.year * 12 + day.month - 1 + way
    if not date.min.year * 12 <= months < date.max.year * 12:
        return point
    first = date(months // 12, months % 12 + 1, 1).toordinal()
    found = line.nearest(min(first + day.day - 1, first + 27))
    # Over a long gap the nearest point may be the one that is left.
    return point + way if found is None or found == point or (found > point) != (way > 0) else found


def _other_line(lines: Sequence[Line], cursor: Cursor, way: int) -> Cursor:
    """Go to the line above or below at that day."""
    day = lines[cursor.line].days[cursor.point]
    places = [
        (line.values[point], -place, Cursor(place, point))
        for place, line in enumerate(lines)
        if (point := line.nearest(day)) is not None
    ]
    ranked = [found for *_, found in sorted(places, key=lambda row: row[:2])]
    rank = next(place for place, found in enumerate(ranked) if found.line == cursor.line)
    return ranked[min(len(ranked) - 1, max(0, rank + way))]


def said(line: Line, point: int, markers: Sequence[Marker], formats: Formats) -> list[str]:
    """Return what the read-out says: the day, the name, the value, then what happened."""
    day = date.fromordinal(line.days[point])
    words = [formats.day(day), line.series.name, formats.number(line.values[point])]
    if point in line.changes:
        words.append(line.changes[point])
    words += [marker.label for marker in markers if marker.first <= day <= (marker.last or marker.first)]
    return words


class ReadOut:
    """Draws the cursor with its words beside the point."""

    def __init__(self, theme: Theme, inks: Inks) -> None:
        self._theme = theme
        self._inks = inks

    def draw(self, painter: QPainter, frame: Frame, line: Line, point: int, words: Sequence[str]) -> None:
        """Draw the upright line, the point and the box."""
        at = QPointF(frame.x(line.days[point]), frame.y(line.values[point]))
        painter.setPen(QPen(self._inks.colour("muted"), 1))
        x = round(at.x()) + 0.5
        painter.drawLine(QLineF(x, frame.area.top(), x, frame.area.bottom()))
        ink = self._inks.line(line.place)
        painter.setPen(QPen(ink.colour, 2))
        painter.setBrush(self._inks.colour("surface"))
        painter.drawEllipse(at, 7, 7)
        draw_shape(painter, at, ink, self._inks.colour("surface"), 3.5)
        self._box(painter, frame, at, words)

    def _box(self, painter: QPainter, frame: Frame, at: QPointF, words: Sequence[str]) -> None:
        day, name, value, *more = words
        rows: list[tuple[str, TypeRole, ColourRole]] = [
            (day, "note", "muted"),
            (name, "note_medium", "text"),
            (value, "section", "text"),
            *((text, "note", "text") for text in more),
        ]
        sizes = [
            QFontMetricsF(self._theme.font(font)).boundingRect(QRectF(0, 0, _MOST_WIDTH, 400), _WRAP, text)
            for text, font, _ in rows
        ]
        heights = [
            max(size.height(), self._theme.line_height(row[1])) for size, row in zip(sizes, rows, strict=True)
        ]
        width = max(size.width() for size in sizes) + 2
        box = QRectF(0, 0, width + 2 * Space.M, sum(heights) + 2 * Space.S)
        box.moveTopLeft(QPointF(at.x() + Space.L, at.y() - box.height() / 2))
        if box.right() > frame.area.right() + frame.names:
            box.moveRight(at.x() - Space.L)
        room = painter.viewport()
        box.moveLeft(max(box.left(), 2.0))
        box.moveTop(
            max(2.0, min(box.top(), room.height() / painter.device().devicePixelRatio() - box.height() - 2))
        )
        rounded(
            painter,
            box,
            fill=self._inks.colour("surface"),
            line=self._inks.colour("border"),
            radius=Radius.CONTROL,
        )
        y = box.top() + Space.S
        for (text, font, colour), height in zip(rows, heights, strict=True):
            painter.setFont(self._theme.font(font))
            painter.setPen(self._inks.colour(colour))
            painter.drawText(
                QRectF(box.left() + Space.M, y, width, height),
                _WRAP | int(Qt.AlignmentFlag.AlignVCenter),
                text,
            )
            y += height
