"""Small shapes that the style and the widgets of the kit draw alike."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cmstation.ui.theme.tokens import Radius, Stroke

_CHEVRON = 3.5  # half width of a chevron of 14 px


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = Stroke.HAIRLINE,
    radius: float = Radius.CONTROL,
    dashed: bool = False,
) -> None:
    """Draw a rectangle with round corners whose line lies wholly inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        inset = 0.0
    else:
        pen = QPen(line, width)
        if dashed:
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        inset = width / 2
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)
    painter.restore()


def ring(painter: QPainter, rect: QRect | QRectF, colour: QColor, radius: float = Radius.CONTROL) -> None:
    """Draw the mark of the keyboard inside `rect`."""
    rounded(painter, rect, line=colour, width=Stroke.FOCUS, radius=radius)


def chevron(painter: QPainter, rect: QRect | QRectF, colour: QColor, way: str = "down") -> None:
    """Draw an open arrow in the middle of `rect`; `way` is down, up, left or right."""
    half, flat = _CHEVRON, _CHEVRON / 2
    points = {
        "down": [(-half, -flat), (0, flat), (half, -flat)],
        "up": [(-half, flat), (0, -flat), (half, flat)],
        "right": [(-flat, -half), (flat, 0), (-flat, half)],
        "left": [(flat, -half), (-flat, 0), (flat, half)],
    }[way]
    _line(painter, rect, colour, points, 1.4)


def tick(painter: QPainter, rect: QRect | QRectF, colour: QColor, width: float = 1.8) -> None:
    """Draw a check mark in the middle of `rect`."""
    _line(painter, rect, colour, [(-4.2, 0.2), (-1.4, 3.0), (4.2, -3.2)], width)


def dash(painter: QPainter, rect: QRect | QRectF, colour: QColor) -> None:
    """Draw the mark of a half-checked box."""
    _line(painter, rect, colour, [(-4, 0), (4, 0)], 1.8)


def hairline(painter: QPainter, rect: QRect, colour: QColor, edge: Qt.Edge) -> None:
    """Fill one edge of `rect`, 1 px thick."""
    line = QRect(rect)
    if edge == Qt.Edge.TopEdge:
        line.setHeight(1)
    elif edge == Qt.Edge.BottomEdge:
        line.setTop(rect.bottom())
    elif edge == Qt.Edge.LeftEdge:
        line.setWidth(1)
    else:
        line.setLeft(rect.right())
    painter.fillRect(line, colour)


def _line(
    painter: QPainter,
    rect: QRect | QRectF,
    colour: QColor,
    points: list[tuple[float, float]],
    width: float,
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    centre = QRectF(rect).center()
    placed = [QPointF(centre.x() + x, centre.y() + y) for x, y in points]
    if len(placed) == 2:
        painter.drawLine(QLineF(placed[0], placed[1]))
    else:
        painter.drawPolyline(QPolygonF(placed))
    painter.restore()
