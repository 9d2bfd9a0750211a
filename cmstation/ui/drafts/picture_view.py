"""One picture of a dialog, as large as its room allows; it comes in the background."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.domain.media import MediaItem
from cmstation.ui.icons import Icons
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import IconSize, Radius

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

LARGE = 1280
MARGINS = QSize(16, 16)


class PictureView(QWidget):
    """Shows a picture whole."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self.pixmap = QPixmap()
        self.setMinimumSize(QSize(240, 160))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        icons.theme.changed.connect(self.update)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show a picture."""
        self.pixmap = pixmap
        self.update()

    def frame(self) -> QRect:
        """Return where the picture lies."""
        size = self.pixmap.size() if not self.pixmap.isNull() else QSize(4, 3)
        size.scale(self.size() - MARGINS, Qt.AspectRatioMode.KeepAspectRatio)
        place = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        return QRect(place, size)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        self.draw(QPainter(self))

    def draw(self, painter: QPainter) -> None:
        """Draw the ground and the picture."""
        theme = self.icons.theme
        rounded(painter, self.rect(), fill=theme.colour("bg"), radius=Radius.CARD)
        if self.pixmap.isNull():
            middle = self.rect().center() - QPoint(IconSize.NORMAL // 2, IconSize.NORMAL // 2)
            self.icons.paint(painter, middle.x(), middle.y(), "image", "muted", IconSize.NORMAL)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.frame(), self.pixmap)


def ask_picture(
    station: "Station",
    commands: "Commands",
    item: MediaItem,
    answer: Callable[[QPixmap], None],
    *,
    owner: QObject,
    side: int = LARGE,
) -> None:
    """Ask for a picture for the screen, decoded in the background; one that cannot be had never comes."""
    commands.ask(
        lambda: QImage.fromData(station.library.thumbnail(item, side)),
        lambda image: answer(QPixmap.fromImage(image)),
        owner=owner,
        failed=lambda _error: True,
        lane="thumbnails",
    )
