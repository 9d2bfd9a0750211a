"""Lanes drawn once and kept: hundreds of chips are the work of several frames."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

_MOST = 24


class LaneLayers:
    """Pictures of lanes, without what is marked in them."""

    def __init__(self) -> None:
        self._kept: dict[int, QPixmap] = {}

    def draw(
        self, painter: QPainter, lane: int, size: QSize, area: QRect, make: Callable[[QPainter], None]
    ) -> None:
        """Draw a part of a lane whose corner is at the painter's origin; `make` draws all of it once."""
        density = painter.device().devicePixelRatio()
        kept = self._kept.get(lane)
        if kept is None or kept.devicePixelRatio() != density or kept.deviceIndependentSize() != size:
            kept = self._kept[lane] = self._made(size, density, make)
        part = area.intersected(QRect(0, 0, size.width(), size.height()))
        source = QRectF(
            part.x() * density, part.y() * density, part.width() * density, part.height() * density
        )
        painter.drawPixmap(QRectF(part), kept, source)

    def forget(self) -> None:
        """Draw everything anew."""
        self._kept.clear()

    def _made(self, size: QSize, density: float, make: Callable[[QPainter], None]) -> QPixmap:
        if len(self._kept) >= _MOST:
            del self._kept[next(iter(self._kept))]
        layer = QPixmap(size * density)
        layer.setDevicePixelRatio(density)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        make(painter)
        painter.end()
        return layer
