"""A small turning arc: something is under way."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import IconSize, Stroke

_STEP_MS = 60
_STEP_DEGREES = 22
_LENGTH_DEGREES = 270
_SIXTEENTHS = 16  # Qt counts angles so


class Arc(QWidget):
    """Turn while it is seen; stand still where nothing may move."""

    def __init__(self, icons: Icons, *, side: int = IconSize.NORMAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._side = side
        self._angle = 90
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(side, side)

    @property
    def turning(self) -> bool:
        """Whether it moves now."""
        return self._timer.isActive()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if not self._icons.theme.no_motion:
            self._timer.start()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._icons.theme.colour("accent"), Stroke.ICON)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        inset = self._side * 0.14
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawArc(rect, self._angle * _SIXTEENTHS, -_LENGTH_DEGREES * _SIXTEENTHS)

    @Slot()
    def _turn(self) -> None:
        self._angle = (self._angle - _STEP_DEGREES) % 360
        self.update()
