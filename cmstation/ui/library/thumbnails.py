"""Brings the thumbnails of what is visible, and drops the questions about what no longer is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QImage

from cmstation.domain.media import MediaItem
from cmstation.ui.library.grid_view import GridView

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.jobs import Job

STORED_SIDE = 480
SHOWN = QSize(240, 160)


class ThumbnailFeed(QObject):
    """Feeds one grid."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._asked: dict[str, Job[QImage]] = {}
        self._failed: set[str] = set()
        view.seen.connect(self.look)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands

    @Slot()
    def look(self) -> None:
        """Ask for the thumbnails that are missing on screen."""
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        visible = self._view.visible_items()
        wanted = {item.digest: item for item in visible if not self._view.media.has_picture(item.digest)}
        for digest in [digest for digest in self._asked if digest not in wanted]:
            self._asked.pop(digest).cancel()
        for digest, item in wanted.items():
            if digest not in self._asked and digest not in self._failed:
                self._asked[digest] = self._ask(station, commands, item)

    def _ask(self, station: "Station", commands: "Commands", item: MediaItem) -> "Job[QImage]":
        library, density = station.library, self._view.devicePixelRatio()

        def came(image: QImage) -> None:
            self._asked.pop(item.digest, None)
            self._view.media.show_picture(item, image)

        def failed(_error: Exception) -> bool:
            self._asked.pop(item.digest, None)
            self._failed.add(item.digest)  # its place stays; the details say why
            return True

        return commands.ask(
            lambda: covering(QImage.fromData(library.thumbnail(item, STORED_SIDE)), SHOWN * density),
            came,
            owner=self,
            failed=failed,
            lane="thumbnails",
        )


def covering(image: QImage, size: QSize) -> QImage:
    """Return the middle of a picture, made to fill a size without being bent."""
    if image.isNull():
        return image
    ways = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(size, *ways)
    part = QRect(0, 0, size.width(), size.height())
    part.moveCenter(scaled.rect().center())
    return scaled.copy(part)
