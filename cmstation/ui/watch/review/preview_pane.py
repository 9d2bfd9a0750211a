"""The right of the press review: the document as the director will see it."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton
from cmstation.ui.kit.labels import Note
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.review.preview_pages import PreviewPiece

LOGO = "cid:logo"
LOGO_HEIGHT = 64
FOOT = 44
_SAFE = frozenset({"http", "https"})


class PreviewPage(QTextBrowser):
    """The document; it loads nothing but the clinic's logo, which it is given.

    Signals:
        link_wanted: an address to be opened in the browser.
    """

    link_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo = _nothing()
        self._shown = ("", b"")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Preview of the document"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)

    def show_page(self, html: str, logo: bytes, *, stays: bool) -> None:
        """Show the document.

        Args:
            stays: the person goes on reading where they are.
        """
        place = self.verticalScrollBar().value() if stays else 0
        image = _nothing()
        if logo:
            image.loadFromData(logo)
        if (html, logo) == self._shown:
            return
        self._shown, self._logo = (html, logo), image
        self.document().clear()  # what was loaded before is forgotten
        self.setHtml(html)
        self.verticalScrollBar().setValue(place)

    # --- Qt ---

    def loadResource(self, kind: int, name: QUrl | str, /) -> object:
        """Return the logo; for anything else, a picture of nothing, so that Qt looks nowhere itself."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        address = name.toString() if isinstance(name, QUrl) else name
        return self._logo if address == LOGO else _nothing()

    # --- inside ---

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if not url.scheme() and url.hasFragment():
            self.scrollToAnchor(url.fragment())
        elif url.scheme() in _SAFE:
            self.link_wanted.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


class PreviewPane(Panel):
    """The document, in pieces when it is long.

    Signals:
        piece_wanted: another piece, by its number from 0.
        link_wanted: an address to be opened in the browser.
    """

    piece_wanted = Signal(int)
    link_wanted = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", parent=parent)
        self._number = 0
        self._shown = (-1, 0)
        self.page = PreviewPage(self)
        self.place = Note(icons, "", parent=self)
        self.back = IconButton(icons, "chevron-left", self.tr("Previous articles"), parent=self)
        self.on = IconButton(icons, "chevron-right", self.tr("Next articles"), parent=self)
        self.foot = Panel(icons, "bg", Qt.Edge.TopEdge, parent=self)
        self.foot.setFixedHeight(FOOT)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        self.foot.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(self.foot)
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        self.page.link_wanted.connect(self.link_wanted)

    def show_piece(self, piece: PreviewPiece, review: int) -> None:
        """Show a piece of the document.

        Args:
            review: which one, so that another one begins at its top.
        """
        stays = self._shown == (piece.number, review)
        self._number, self._shown = piece.number, (piece.number, review)
        self.page.show_page(piece.html, piece.logo, stays=stays)
        self.foot.setVisible(piece.of > 1)
        words = self.tr("Articles {first} to {last} of {articles}; the document has them all")
        self.place.setText(words.format(first=piece.first, last=piece.last, articles=piece.articles))
        self.back.setEnabled(piece.number > 0)
        self.on.setEnabled(piece.number < piece.of - 1)

    @Slot()
    def _go_back(self) -> None:
        self.piece_wanted.emit(self._number - 1)

    @Slot()
    def _go_on(self) -> None:
        self.piece_wanted.emit(self._number + 1)


def _nothing() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image
