"""Rows of a list as they were drawn: whoever draws the same few again and again draws each of them once."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QPoint, QRect, Slot
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cmstation.ui.icons import Icons

MOST_ROWS = 48
_State = QStyle.StateFlag
_SEEN_STATE = _State.State_Selected | _State.State_MouseOver | _State.State_HasFocus


class PaintedRows(QObject):
    """Keeps the pictures of the rows that were drawn last."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = icons.theme
        self._kept: dict[Hashable, QPixmap] = {}
        self._theme.changed.connect(self.forget)

    def draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        key: Hashable,
        paint: Callable[[QPainter, QStyleOptionViewItem], None],
    ) -> None:
        """Draw a row.

        Args:
            key: everything that its looks depend on, beside its size, its state and the theme.
            paint: draws it, at the place that the option says, on the ground of the list.
        """
        size, ratio = option.rect.size(), painter.device().devicePixelRatioF()
        ringed = self._theme.focus_marks.by_keyboard
        whole = (key, size.width(), size.height(), ratio, option.state & _SEEN_STATE, ringed)
        picture = self._kept.pop(whole, None)
        if picture is None:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(option.palette.color(QPalette.ColorRole.Base))
            beside = QStyleOptionViewItem(option)
            beside.rect = QRect(QPoint(), size)
            own = QPainter(picture)
            own.setRenderHints(painter.renderHints())
            paint(own, beside)
            own.end()
            if len(self._kept) >= MOST_ROWS:
                del self._kept[next(iter(self._kept))]
        self._kept[whole] = picture  # the last one drawn comes last
        painter.drawPixmap(option.rect.topLeft(), picture)

    @Slot()
    def forget(self) -> None:
        """Draw everything anew."""
        self._kept.clear()
