"""Takes files and pasted pictures into the library; those that are refused are named, the others are kept."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from cmstation.domain.media import MediaItem

if TYPE_CHECKING:
    from cmstation.services.done import Done
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

# Apart from the storage's own lane: a heap of photos must not hold back what someone types meanwhile.
LANE = "library-adding"


class Adding(QObject):
    """Adds pictures, one after the other.

    Signals:
        begun: other pictures are on their way.
        progressed: how many of how many are done; the same figure twice when all are.
        added: a medium that is in the library now.
        refused: the name of a file, and the error that kept it out.
    """

    begun = Signal()
    progressed = Signal(int, int)
    added = Signal(object)
    refused = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._done: int = 0
        self._total: int = 0

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands

    def add_mime(self, given: QMimeData) -> bool:
        """Add what was dropped or pasted; tell whether there was anything to add."""
        files = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
        image: object = given.imageData() if given.hasImage() else None
        if files:
            self.add_files(files)
        elif isinstance(image, QImage) and not image.isNull():
            self._add_image(image)
        else:
            return False
        return True

    def add_files(self, files: Sequence[Path]) -> None:
        """Add picture files."""
        station = self._station
        if station is None or not files:
            return
        library = station.library
        self._begin(len(files))
        for file in files:
            self._run(file.name, lambda path=file: library.add_file(path))

    def _add_image(self, image: QImage) -> None:
        station = self._station
        if station is None:
            return
        library, name = station.library, self.tr("pasted-picture.png")
        self._begin(1)
        self._run(name, lambda: library.add_bytes(png_of(image), name))

    def _begin(self, count: int) -> None:
        if self._done == self._total:
            self._done, self._total = 0, 0
            self.begun.emit()
        self._total += count
        self.progressed.emit(self._done, self._total)

    def _run(self, name: str, work: "Callable[[], Done[MediaItem]]") -> None:
        commands = self._commands
        if commands is None:
            return

        def done(item: MediaItem) -> None:
            self.added.emit(item)
            self._count()

        def failed(error: Exception) -> bool:
            self.refused.emit(name, error)
            self._count()
            return True

        commands.run(work, done=done, failed=failed, lane=LANE, owner=self)

    def _count(self) -> None:
        self._done += 1
        self.progressed.emit(self._done, self._total)


def png_of(image: QImage) -> bytes:
    """Return a picture as PNG bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
