"""Lanes drawn once and kept: hundreds of chips are the work of several frames."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

_MOST = 36


@dataclass(slots=True)
class _Layer:
    """A picture, and how many of its pieces are drawn already."""

    stamp: tuple[object, ...]
    picture: QPixmap
    drawn: int = 0


@dataclass(frozen=True, slots=True)
class LaneToDraw:
    """A lane, and how it is drawn.

    Args:
        stamp: everything that is seen in it.
        pieces: draw a few chips each; all of them draw the lane, whose corner is at the painter's origin.
    """

    key: Hashable
    stamp: tuple[object, ...]
    size: QSize
    pieces: tuple[Callable[[QPainter], None], ...]


class LaneLayers:
    """Pictures of lanes, without what is marked in them; those of other pages too, while there is room."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Layer] = {}
        self._density = 1.0

    def draw(self, painter: QPainter, lane: LaneToDraw, area: QRect) -> None:
        """Draw a part of a lane whose corner is at the painter's origin."""
        density = self._density = painter.device().devicePixelRatio()
        layer = self._layer(lane)
        self._kept[lane.key] = self._kept.pop(lane.key)  # used last
        self._draw_pieces(layer, lane, len(lane.pieces))
        part = area.intersected(QRect(0, 0, lane.size.width(), lane.size.height()))
        source = QRectF(
            part.x() * density, part.y() * density, part.width() * density, part.height() * density
        )
        painter.drawPixmap(QRectF(part), layer.picture, source)

    def get_ready(self, lane: LaneToDraw) -> bool:
        """Draw one piece of a lane that may be wanted soon; tell whether there was anything to draw."""
        layer = self._layer(lane)
        if layer.drawn >= len(lane.pieces):
            return False
        self._draw_pieces(layer, lane, 1)
        return True

    def forget(self) -> None:
        """Draw everything anew."""
        self._kept.clear()

    def _layer(self, lane: LaneToDraw) -> _Layer:
        layer, stamp = self._kept.get(lane.key), (*lane.stamp, lane.size, self._density)
        if layer is None or layer.stamp != stamp:
            self._kept.pop(lane.key, None)
            if len(self._kept) >= _MOST:
                del self._kept[next(iter(self._kept))]
            picture = QPixmap(lane.size * self._density)
            picture.setDevicePixelRatio(self._density)
            picture.fill(Qt.GlobalColor.transparent)
            layer = self._kept[lane.key] = _Layer(stamp, picture)
        return layer

    @staticmethod
    def _draw_pieces(layer: _Layer, lane: LaneToDraw, count: int) -> None:
        pieces = lane.pieces[layer.drawn : layer.drawn + count]
        if not pieces:
            return
        painter = QPainter(layer.picture)
        for piece in pieces:
            piece(painter)
        painter.end()
        layer.drawn += len(pieces)
