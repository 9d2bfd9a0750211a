"""A part of a view as it was drawn, to be shown again as long as nothing of it has changed."""

from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap


class _Kept(NamedTuple):
    stamp: tuple[object, ...]
    picture: QPixmap


class KeptPictures:
    """Opaque pictures of parts, the ones used last; each knows what it was drawn from."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, _Kept] = {}

    def has(self, key: Hashable, stamp: tuple[object, ...]) -> bool:
        """Tell whether there is a picture of a part that still holds."""
        kept = self._kept.get(key)
        return kept is not None and kept.stamp == stamp

    def give(
        self, key: Hashable, stamp: tuple[object, ...], make: Callable[[], QPixmap], *, used: bool = True
    ) -> QPixmap:
        """Return the picture of a part, drawn anew when it was drawn from something else.

        Args:
            stamp: everything that is seen in the picture, and its size.
            used: it is on the screen, not got ready ahead.
        """
        kept = self._kept.get(key)
        if kept is None or kept.stamp != stamp:
            self._kept.pop(key, None)
            while len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
            kept = self._kept[key] = _Kept(stamp, make())
        elif used:
            self._kept[key] = self._kept.pop(key)
        return kept.picture

    def forget(self) -> None:
        """Draw everything anew: the colours are others now."""
        self._kept.clear()


class Strip(NamedTuple):
    """A line of points of the screen between two heights of a widget, whatever its density.

    Args:
        top, height: in points of the screen.
    """

    top: int
    height: int
    width: int
    density: float

    @classmethod
    def of(cls, rect: QRect, density: float) -> "Strip":
        """Return the points that a rectangle covers; those of its neighbours begin where they end."""
        top, end = round(rect.top() * density), round((rect.top() + rect.height()) * density)
        return cls(top, end - top, round(rect.width() * density), density)

    def picture(self, ground: QColor, draw: Callable[[QPainter], None]) -> QPixmap:
        """Draw into a picture what would stand in the widget; `draw` draws it at its place there."""
        found = QPixmap(QSize(max(1, self.width), max(1, self.height)))
        found.setDevicePixelRatio(self.density)
        # An opaque picture: letters look as they do on the screen.
        found.fill(ground)
        painter = QPainter(found)
        painter.translate(0, -self.top / self.density)
        draw(painter)
        painter.end()
        return found

    def show(self, painter: QPainter, picture: QPixmap) -> None:
        """Put a picture where it belongs."""
        painter.drawPixmap(QPointF(0, self.top / self.density), picture)
