"""Shows over the whole tab that pictures may be dropped."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import IconSize, Radius, Space


class DropVeil(QWidget):
    """Hidden until something that can be added is dragged over."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._under = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Come over everything."""
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        painter.fillRect(self.rect(), theme.colour("bg"))
        frame = self.rect().adjusted(Space.M, Space.M, -Space.M, -Space.M)
        rounded(
            painter,
            frame,
            fill=theme.colour("soft"),
            line=theme.colour("accent"),
            width=2,
            radius=Radius.CARD,
            dashed=True,
        )
        middle, side = frame.center(), IconSize.NORMAL
        self._icons.paint(painter, middle.x() - side / 2, middle.y() - side - 4, "upload", "accent", side)
        line = QRect(frame.left(), middle.y() + Space.S, frame.width(), 24)
        words, centre = self.tr("Drop the pictures here"), Qt.AlignmentFlag.AlignHCenter
        draw_elided(painter, line, words, theme, font="section", colour="accent", align=centre)
