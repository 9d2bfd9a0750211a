"""Shows an article: text from outside, from which nothing is ever loaded; pictures stand in it on wish."""

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QMargins, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.article_page import ARTICLE, ITEM, style_of
from cmstation.ui.watch.article_pictures import LINE_HEIGHT, ArticlePictures, PicturesLine
from cmstation.ui.watch.picture_places import Fitting, fit, put_in, say_missing

WIDEST_TEXT = 624
_TOP = 20
# Words that stand everywhere are marked until this is enough.
MOST_MARKS, MOST_TRIES = 300, 1_000
# Screens that show more than this many pixels where others show one see no better picture for it.
_MOST_DENSE = 2
SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


class ArticleView(QTextBrowser):
    """A page to read.

    Signals:
        article_wanted: the item whose article is to be opened in the browser.
        item_wanted: another item of the story.
        link_wanted: an address of the text to be opened in the browser.

    Attributes:
        pictures: those of the article; to be attached to the services.
        line: what is said about them.
    """

    article_wanted = Signal(int)
    item_wanted = Signal(int)
    link_wanted = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._html = ""
        self.pictures = ArticlePictures(self)
        self.line = PicturesLine(icons, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Article"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)
        self.line.wanted.connect(self._load)
        self.pictures.moved.connect(self._tell)
        self.pictures.again.connect(self._write)
        self.pictures.came.connect(self._put_in)
        icons.theme.changed.connect(self._dress)
        self._dress()

    def show_page(self, html: str, spans: Sequence[str] = (), *, stays: bool = False) -> None:
        """Show a page that was cleaned, with words to be marked in it.

        Args:
            spans: pieces of the text, as they are written there.
            stays: the person goes on reading where they are.
        """
        place = self.verticalScrollBar().value() if stays else 0
        if html != self._html or not stays:
            self._html = html
            self.pictures.follow(html, stays=stays)
            self._write()
        self._mark(spans)
        self.verticalScrollBar().setValue(place)

    # --- Qt ---

    def loadResource(self, kind: int, name: QUrl | str, /) -> object:
        """Load nothing, whatever the text asks for, but pictures that are there already, by our own names.

        A picture is nothing that can be seen: without any, Qt would look for a file of that name itself, on
        this computer or, by its Windows name, on another one.
        """
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        known = self.pictures.image(name if isinstance(name, str) else name.toString())
        if known is not None and not known.isNull():
            return known
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._leave_room()
        super().resizeEvent(event)
        if self.pictures.images:
            fit(self.document(), self._fitting())

    # --- inside ---

    @Slot()
    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, self._icons.theme.colour("surface"))
        self.setPalette(palette)
        if self._html:
            place = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(place)

    @Slot()
    def _write(self) -> None:
        """Write the page, and put what is known of its pictures in."""
        self.document().setDefaultStyleSheet(style_of(self._icons.theme))
        self.setHtml(self._html)
        for address in (*self.pictures.images, *self.pictures.failed):
            self._stand(address)

    def _leave_room(self) -> None:
        """Give the text its width, and the line above it its place."""
        bar = self.verticalScrollBar().sizeHint().width()
        right = max(Space.XL, self.width() - Space.XXL - WIDEST_TEXT - bar)
        above = 0 if self.line.isHidden() else LINE_HEIGHT
        margins = QMargins(Space.XXL, _TOP + above, right, 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)
        left = Space.XXL + round(self.document().documentMargin())
        self.line.setGeometry(left, _TOP - Space.S, self.width() - left - right, LINE_HEIGHT)

    # --- pictures ---

    @Slot()
    def _tell(self) -> None:
        """Say how it stands with the pictures."""
        there = self.line.tell(self.pictures)
        if self.line.button.hasFocus() and not (there and self.line.button.isVisibleTo(self.line)):
            self.setFocus()  # else the keyboard would go on to the note
        self.line.setVisible(there)
        self._leave_room()

    @Slot()
    def _load(self) -> None:
        dense = min(self.devicePixelRatioF(), _MOST_DENSE)
        self.pictures.ask(round(WIDEST_TEXT * dense))

    @Slot(str)
    def _put_in(self, address: str) -> None:
        """Show a picture that came; what is being read stays where it is."""
        bar, read = self.verticalScrollBar(), self.cursorForPosition(QPoint(0, 0))
        before = self.cursorRect(read).y() if bar.value() else None
        self._stand(address)
        if before is not None:
            bar.setValue(bar.value() + self.cursorRect(read).y() - before)

    def _stand(self, address: str) -> None:
        image = self.pictures.images.get(address)
        if image is None:
            say_missing(self.document(), address, self.tr("not loaded"))
        else:
            put_in(self.document(), address, self.pictures.name(address), image, self._fitting())

    def _fitting(self) -> Fitting:
        width = self.viewport().width() - 2 * round(self.document().documentMargin())
        return Fitting(width, min(self.devicePixelRatioF(), _MOST_DENSE))

    def _mark(self, spans: Sequence[str]) -> None:
        found: list[QTextEdit.ExtraSelection] = []
        look = QTextCharFormat()
        look.setBackground(self._icons.theme.colour("warning_soft"))
        for cursor in islice(self._places(spans), MOST_MARKS):
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, look
            found.append(selection)
        self.setExtraSelections(found)

    def _places(self, spans: Sequence[str]) -> Iterator[QTextCursor]:
        """Yield where words begin as the pieces do."""
        text = self.document()
        for words in dict.fromkeys(filter(None, spans)):
            cursor = QTextCursor(text)
            for _ in range(MOST_TRIES):
                cursor = text.find(words, cursor)
                if cursor.isNull():
                    break
                if not text.characterAt(cursor.selectionStart() - 1).isalnum():
                    yield cursor

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        for ours, signal in ((ARTICLE, self.article_wanted), (ITEM, self.item_wanted)):
            number = address.removeprefix(ours)
            if number != address and number.isdecimal():
                signal.emit(int(number))
        address = address.removeprefix("image:")
        if QUrl(address).scheme() in SAFE_SCHEMES:
            self.link_wanted.emit(address)
