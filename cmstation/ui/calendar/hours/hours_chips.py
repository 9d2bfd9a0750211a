"""Chips of a week, drawn once and kept: scrolling and dragging draw all of them again at every step."""

from PySide6.QtCore import QObject, QRect, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import ColourRole

_MOST = 800


class KeptChips(QObject):
    """Draws chips that look as they usually do from pictures."""

    def __init__(self, icons: Icons, chips: Chips) -> None:
        super().__init__(chips)
        self._chips = chips
        self._kept: dict[tuple[ItemKey, int, int, int, float], tuple[CalendarItem, QPixmap]] = {}
        icons.theme.changed.connect(self.forget)

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        item: CalendarItem,
        look: PlanLook,
        zone: str,
        *,
        on: ColourRole,
        ground: QColor,
    ) -> None:
        """Draw an item on a ground of one colour."""
        density = painter.device().devicePixelRatio()
        key = (item.key, rect.width(), rect.height(), int(ground.rgb()), density)
        before, found = self._kept.get(key, (None, None))
        if found is None or (before is not item and before != item):
            if len(self._kept) >= _MOST:
                self._kept.clear()
            found = self._drawn(rect.size(), item, look, zone, on, ground, density)
        if before is not item:  # a plan that is read again brings other objects of the same content
            self._kept[key] = (item, found)
        painter.drawPixmap(rect.topLeft(), found)

    @Slot()
    def forget(self) -> None:
        """Draw everything anew: the names or colours beside the items are others now."""
        self._kept.clear()

    def _drawn(
        self,
        size: QSize,
        item: CalendarItem,
        look: PlanLook,
        zone: str,
        on: ColourRole,
        ground: QColor,
        density: float,
    ) -> QPixmap:
        pixmap = QPixmap(size * density)
        pixmap.setDevicePixelRatio(density)
        pixmap.fill(ground)  # opaque, so that letters are drawn as sharply as elsewhere
        painter = QPainter(pixmap)
        self._chips.draw(painter, QRect(0, 0, size.width(), size.height()), item, look, zone, on=on)
        painter.end()
        return pixmap
