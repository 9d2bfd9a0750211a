"""Shows an article: text from outside, from which nothing is ever loaded."""

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QMargins, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.article_page import ARTICLE, ITEM, style_of

WIDEST_TEXT = 624
_TOP = 20
# Words that stand everywhere are marked until this is enough.
MOST_MARKS, MOST_TRIES = 300, 1_000
SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


class ArticleView(QTextBrowser):
    """A page to read.

    Signals:
        article_wanted: the item whose article is to be opened in the browser.
        item_wanted: another item of the story.
        link_wanted: an address of the text to be opened in the browser.
    """

    article_wanted = Signal(int)
    item_wanted = Signal(int)
    link_wanted = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._html = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Article"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)
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
            self.document().setDefaultStyleSheet(style_of(self._icons.theme))
            self.setHtml(html)
        self._mark(spans)
        self.verticalScrollBar().setValue(place)

    # --- Qt ---

    def loadResource(self, kind: int, _name: QUrl | str, /) -> object:
        """Load nothing, whatever the text asks for.

        A picture is nothing that can be seen: without any, Qt would look for a file of that name itself, on
        this computer or, by its Windows name, on another one.
        """
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        right = max(Space.XL, self.width() - Space.XXL - WIDEST_TEXT - bar)
        margins = QMargins(Space.XXL, _TOP, right, 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)
        super().resizeEvent(event)

    # --- inside ---

    @Slot()
    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, self._icons.theme.colour("surface"))
        self.setPalette(palette)
        self.document().setDefaultStyleSheet(style_of(self._icons.theme))
        if self._html:
            place = self.verticalScrollBar().value()
            self.setHtml(self._html)
            self.verticalScrollBar().setValue(place)

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
