"""One picture, large, as it is seen."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import IconSize, Radius, Space

HEIGHT = 192


class Preview(QWidget):
    """A picture within its frame; words in its place while there is none."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._picture = QPixmap()
        self._words = ""
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self._picture, self._words = QPixmap.fromImage(image), ""
        self.update()

    def say(self, words: str) -> None:
        """Show words instead of a picture."""
        self._picture, self._words = QPixmap(), words
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        rounded(painter, self.rect(), fill=theme.colour("bg"), radius=Radius.CONTROL)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._place(), self._picture)
            return
        middle = self.rect().center()
        side = IconSize.NORMAL
        self._icons.paint(painter, middle.x() - side / 2, middle.y() - side, "image", "muted", side)
        line = QRect(Space.M, middle.y() + Space.S, self.width() - 2 * Space.M, 20)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_elided(painter, line, self._words, theme, font="note", colour="muted", align=centre)

    def _place(self) -> QRect:
        """Return where the whole picture fits, never larger than it is."""
        own = QSize(self._picture.size())
        fitted = own.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if fitted.width() > own.width():
            fitted = own
        place = QRect(0, 0, fitted.width(), fitted.height())
        place.moveCenter(self.rect().center())
        return place
