"""Small pictures of posts in the calendar, brought when one is looked at."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

# The size that the library keeps, so that no picture is decoded for the calendar alone.
_SIDE = 480
_SHOWN = 96
_MOST = 400


class ItemPictures(QObject):
    """Answers with what is there, and asks for the rest in the background.

    Signals:
        came: another picture is there.
    """

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._known: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: set[str] = set()

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands

    def of(self, digest: str) -> QPixmap | None:
        """Return a picture, or None while it is not there; one that cannot be read never comes."""
        found = self._known.get(digest)
        if found is None:
            self._ask(digest)
        return found

    def _ask(self, digest: str) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None or digest in self._asked:
            return
        self._asked.add(digest)

        def work() -> QImage:
            image = QImage.fromData(station.library.thumbnail_of(digest, _SIDE))
            return image if image.isNull() else image.scaledToWidth(_SHOWN * 2)

        def answer(image: QImage) -> None:
            self._keep(digest, image)

        commands.ask(work, answer, owner=self, failed=lambda _error: True, lane="thumbnails")

    def _keep(self, digest: str, image: QImage) -> None:
        self._known[digest] = QPixmap.fromImage(image)
        while len(self._known) > _MOST:
            self._asked.discard(self._known.popitem(last=False)[0])
        self.came.emit()
