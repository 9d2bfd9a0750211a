"""Chips of a week, drawn once and kept: scrolling and dragging draw all of them again at every step."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import ColourRole

_MOST = 800


class Bed(NamedTuple):
    """What a chip lies on.

    Args:
        on, ground: the role of the ground, and its one colour.
        before, after: the item goes on to the left or to the right.
    """

    on: ColourRole
    ground: QColor
    before: bool = False
    after: bool = False


class _Key(NamedTuple):
    item: ItemKey
    width: int
    height: int
    ground: int
    before: bool
    after: bool
    density: float


class _Kept(NamedTuple):
    item: CalendarItem
    picture: QPixmap


class KeptChips(QObject):
    """Draws chips that look as they usually do from pictures, the ones used last."""

    def __init__(self, icons: Icons, chips: Chips) -> None:
        super().__init__(chips)
        self._chips = chips
        self._kept: dict[_Key, _Kept] = {}
        self._drawn = 0
        icons.theme.changed.connect(self.forget)

    @property
    def drawn(self) -> int:
        """How many pictures were drawn so far."""
        return self._drawn

    def draw(
        self, painter: QPainter, rect: QRect, item: CalendarItem, look: PlanLook, zone: str, bed: Bed
    ) -> None:
        """Draw an item."""
        density = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), self._picture(rect.size(), item, look, zone, bed, density))

    def make_ready(
        self, size: QSize, item: CalendarItem, look: PlanLook, zone: str, bed: Bed, density: float
    ) -> bool:
        """Keep the picture of an item that will be drawn; tell whether there was none."""
        before = self._drawn
        self._picture(size, item, look, zone, bed, density)
        return self._drawn != before

    @Slot()
    def forget(self) -> None:
        """Draw everything anew: the names or colours beside the items are others now."""
        self._kept.clear()

    # --- inside ---

    def _picture(
        self, size: QSize, item: CalendarItem, look: PlanLook, zone: str, bed: Bed, density: float
    ) -> QPixmap:
        key = _Key(
            item.key, size.width(), size.height(), int(bed.ground.rgb()), bed.before, bed.after, density
        )
        kept = self._kept.pop(key, None)
        if kept is not None and (kept.item is item or kept.item == item):
            picture = kept.picture
        else:
            while len(self._kept) >= _MOST:
                del self._kept[next(iter(self._kept))]
            picture = self._draw_anew(size, item, look, zone, bed, density)
        # A plan that is read again brings other objects of the same content.
        self._kept[key] = _Kept(item, picture)
        return picture

    def _draw_anew(
        self, size: QSize, item: CalendarItem, look: PlanLook, zone: str, bed: Bed, density: float
    ) -> QPixmap:
        self._drawn += 1
        pixmap = QPixmap(size * density)
        pixmap.setDevicePixelRatio(density)
        pixmap.fill(bed.ground)  # opaque, so that letters are drawn as sharply as elsewhere
        painter = QPainter(pixmap)
        rect = QRect(0, 0, size.width(), size.height())
        self._chips.draw(painter, rect, item, look, zone, on=bed.on, before=bed.before, after=bed.after)
        painter.end()
        return pixmap
