"""Lift items with the pointer: a drag that shows what it holds."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.dragging import packed
from cmstation.ui.calendar.look import Grip, PlanLook
from cmstation.ui.icons import Icons
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Radius, Space

_WIDTH, _HEIGHT = 200, 36
_BADGE = 20
_HOLD = QPoint(Space.L, _HEIGHT // 2)


def lift(
    source: QWidget, icons: Icons, chips: Chips, grip: Grip, item: CalendarItem, look: PlanLook, zone: str
) -> None:
    """Drag items until they are let go or Esc is pressed; Ctrl copies them."""
    drag = QDrag(source)
    drag.setMimeData(packed(grip))
    density = source.devicePixelRatioF()
    drag.setPixmap(lifted(icons, chips, item, look, zone, count=len(grip.keys), density=density))
    drag.setHotSpot(_HOLD)
    drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def lifted(
    icons: Icons, chips: Chips, item: CalendarItem, look: PlanLook, zone: str, *, count: int, density: float
) -> QPixmap:
    """Draw what is held: the first item, and how many there are."""
    theme, chip = icons.theme, QRect(0, 0, _WIDTH, _HEIGHT)
    pixmap = QPixmap(QSize(_WIDTH, _HEIGHT) * density)
    pixmap.setDevicePixelRatio(density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    chips.draw(painter, chip, item, look, zone, on="bg")
    rounded(painter, chip, line=theme.colour("accent"), radius=Radius.SMALL)
    if count > 1:
        badge = QRect(_WIDTH - _BADGE - Space.XS, Space.XS, _BADGE, _BADGE)
        rounded(painter, badge, fill=theme.colour("accent"), radius=_BADGE / 2)
        painter.setFont(theme.font("note_strong"))
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(count))
    painter.end()
    return pixmap
