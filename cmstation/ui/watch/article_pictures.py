"""Loads the pictures of the article that is read, once the person asks for them; forgets them after it."""

from itertools import count
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.labels import ElidedLabel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.article_page import item_of, pictures_in

if TYPE_CHECKING:
    from cmstation.domain.web_pictures import ScreenPicture
    from cmstation.services.watch_pictures import WatchPictures
    from cmstation.ui.commands import Commands
    from cmstation.ui.jobs import Job

LINE_HEIGHT: Final = 28
NAME: Final = "cm-picture:"
# A picture of these sides shows nothing.
_SPECK: Final = 2
_LANES: Final = 4


class ArticlePictures(QObject):
    """What is known of the pictures of one article.

    Signals:
        moved: another number is missing, or loading.
        came: a picture is there, or will not be: its address.
        again: those that failed are asked for once more.

    Attributes:
        images: by address, those that came; one without a size shows nothing.
        failed: the addresses of those that did not come.
    """

    moved = Signal()
    came = Signal(str)
    again = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._service: WatchPictures | None = None
        self._commands: Commands | None = None
        self._item: int | None = None
        self._addresses: tuple[str, ...] = ()
        self._jobs: dict[str, Job[ScreenPicture]] = {}
        self._names: dict[str, str] = {}
        # Names are never given twice: the document keeps what it once showed under one.
        self._numbers = count()
        self.images: dict[str, QImage] = {}
        self.failed: set[str] = set()

    @property
    def loading(self) -> int:
        """How many are on their way."""
        return len(self._jobs)

    @property
    def missing(self) -> int:
        """How many were neither loaded nor tried; 0 as long as nobody could load them."""
        if self._service is None or self._item is None:
            return 0
        return len(self._addresses) - len(self.images) - len(self.failed) - len(self._jobs)

    def attach(self, service: "WatchPictures", commands: "Commands") -> None:
        """Receive the services."""
        self._service, self._commands = service, commands
        self.moved.emit()

    def follow(self, page: str, *, stays: bool) -> None:
        """Turn to the pictures of a page.

        Args:
            stays: it may be the same article, whose pictures are kept then.
        """
        item, addresses = item_of(page), pictures_in(page)
        if not (stays and item == self._item and addresses == self._addresses):
            self._forget()
            self._item, self._addresses = item, addresses
        self.moved.emit()

    def ask(self, widest: int) -> None:
        """Load the next pictures, or those that failed once more.

        Args:
            widest: in pixels of the screen.
        """
        service, commands, item = self._service, self._commands, self._item
        if service is None or commands is None or item is None or self._jobs:
            return
        from cmstation.services.watch_pictures import MOST_AT_ONCE  # noqa: PLC0415 - after the first paint

        if not self.missing and self.failed:
            self.failed.clear()
            self.again.emit()
        wanted = [one for one in self._addresses if one not in self.images and one not in self.failed]
        for number, address in enumerate(wanted[:MOST_AT_ONCE]):
            self._jobs[address] = self._begun(service, commands, item, address, widest, number % _LANES)
        self.moved.emit()

    def image(self, name: str) -> QImage | None:
        """Return what the document shows under a name of ours."""
        address = self._names.get(name)
        return self.images.get(address) if address is not None else None

    def name(self, address: str) -> str:
        """Return the name under which the document asks for a picture that came."""
        return next((name for name, whose in self._names.items() if whose == address), "")

    # --- inside ---

    def _begun(
        self,
        service: "WatchPictures",
        commands: "Commands",
        item: int,
        address: str,
        widest: int,
        lane: int,
    ) -> "Job[ScreenPicture]":
        def show(found: "ScreenPicture") -> None:
            self._take(address, _as_image(found))

        def missed(error: Exception) -> bool:
            from cmstation.domain.errors import StationError  # noqa: PLC0415

            self._take(address, None)
            return isinstance(error, StationError)

        return commands.ask(
            lambda: service.load(item, address, widest),
            show,
            owner=self,
            failed=missed,
            lane=f"article-pictures-{lane}",
        )

    def _take(self, address: str, image: QImage | None) -> None:
        if self._jobs.pop(address, None) is None:
            return
        if image is None:
            self.failed.add(address)
        else:
            self.images[address] = image
            self._names[f"{NAME}{next(self._numbers)}"] = address
        self.came.emit(address)
        self.moved.emit()

    def _forget(self) -> None:
        """Drop what was loaded, and what is still on its way."""
        jobs, self._jobs = tuple(self._jobs.values()), {}
        for job in jobs:
            job.cancel()
        if jobs and self._service is not None:
            self._service.stop()
        self.images.clear()
        self.failed.clear()
        self._names.clear()


class PicturesLine(QWidget):
    """Says above an article what of its pictures is not shown, and offers to load them.

    Signals:
        wanted: the person asks for the pictures.
    """

    wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ElidedLabel(icons, font="note", colour="muted", parent=self)
        self.button = LinkButton(icons, self.tr("Load pictures"), font="note", parent=self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.words)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def tell(self, pictures: ArticlePictures) -> bool:
        """Say how it stands; tell whether there is anything to say."""
        loading, missing, failed = pictures.loading, pictures.missing, len(pictures.failed)
        learn = self.tr("The sites that hold the pictures will learn that you opened this article.")
        if loading:
            words, button = self.tr("Loading %n picture(s)…", "", loading), ""
        elif missing:
            words = self.tr("%n picture(s) not loaded", "", missing)
            button = self.tr("Load pictures")
        else:
            words = self.tr("%n picture(s) did not come", "", failed)
            button = self.tr("Try again")
        self.words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.button.setToolTip(learn)
        self.button.setAccessibleDescription(f"{words}. {learn}")
        return bool(loading or missing or failed)


def _as_image(found: "ScreenPicture") -> QImage:
    if max(found.width, found.height) <= _SPECK:
        return QImage()
    row = 4 * found.width
    # A copy: Qt does not keep the bytes alive.
    return QImage(found.pixels, found.width, found.height, row, QImage.Format.Format_RGBA8888).copy()
