"""Days that the pointer is dragged over to see them alone."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from cmstation.ui.statistics.charts.line_frame import Frame

_LEAST = 5.0
_SHADE = 0.15


@dataclass(frozen=True, slots=True)
class Drag:
    """Where the pointer was pressed, and where it is, on the picture."""

    start: float
    end: float

    @property
    def is_meant(self) -> bool:
        """Whether it is more than a click of a hand that trembles."""
        return abs(self.end - self.start) >= _LEAST

    def to(self, x: float, area: QRectF) -> "Drag":
        """Follow the pointer inside the area."""
        return replace(self, end=min(area.right(), max(area.left(), x)))

    def days(self, frame: Frame) -> tuple[float, float]:
        """Return the first and the last day under it."""
        left, right = sorted((self.start, self.end))
        return frame.day_at(left), frame.day_at(right)

    def draw(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """Shade what it covers."""
        left, right = sorted((self.start, self.end))
        painter.setOpacity(_SHADE)
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), colour)
        painter.setOpacity(1)
