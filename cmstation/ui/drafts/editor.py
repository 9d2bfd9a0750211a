"""Where a text is written: plain text with air between the lines, and what is too long shown in place."""

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from cmstation.domain.folding import storable
from cmstation.ui.drafts.plain_text import plain_text, utf16_place
from cmstation.ui.drafts.text_colours import TextColours
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import TYPE

WIDEST = 632
# No network takes more than 63,206 characters; a longer paste is a mistake, and stays in the clipboard.
LONGEST_TEXT = 100_000


class PostEditor(QTextEdit):
    """Edits one version's text.

    Each version keeps its own document, so that undo goes back in that version alone.

    Signals:
        pictures_given: local files or one picture, pasted or dropped.
        paste_too_long: a paste of so many characters was not taken.
        cleaned: characters that no network can carry were replaced.
        height_wanted: the text takes another height.
    """

    pictures_given = Signal(object)
    paste_too_long = Signal(int)
    cleaned = Signal()
    height_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._overflow: int | None = None
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "bare")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setAccessibleName(self.tr("Text of the post"))
        self.setPlaceholderText(self.tr("Write here what everyone shall read"))
        self.viewport().setAutoFillBackground(False)
        icons.theme.changed.connect(self._mark)

    def new_document(self, text: str) -> QTextDocument:
        """Make a document with a text and an empty undo history."""
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        font = QFont(self._icons.theme.font("post"))
        document.setDefaultFont(font)
        fill(document, text)
        TextColours(self._icons, document)
        return document

    def setDocument(self, document: QTextDocument, /) -> None:
        super().setDocument(document)
        layout = document.documentLayout()
        layout.documentSizeChanged.connect(self._tell_height, Qt.ConnectionType.UniqueConnection)
        self._mark()
        self.height_wanted.emit()

    def text(self) -> str:
        """Return the text, no-break spaces included."""
        return plain_text(self.document())

    def text_height(self) -> int:
        """Return how high the whole text is."""
        margins = self.contentsMargins()
        return round(self.document().size().height() + 0.5) + margins.top() + margins.bottom()

    def show_overflow(self, start: int | None) -> None:
        """Underline everything from a place on, in code points; None underlines nothing."""
        if start != self._overflow:
            self._overflow = start
            self._mark()

    def go_to(self, place: int) -> None:
        """Put the caret at a place, in code points, and the keyboard here."""
        self.put_caret(utf16_place(self.text(), place))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_caret(self, position: int) -> None:
        """Put the caret at a place, in Qt's units."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # --- Qt ---

    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        return source.hasImage() or bool(_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData, /) -> None:
        files = _files(source)
        if files:
            self.pictures_given.emit(files)
            return
        if source.hasImage() and not source.hasText():
            image: object = source.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.pictures_given.emit(image)
            return
        self._insert_text(_text_of(source))

    # --- inside ---

    def _insert_text(self, text: str) -> None:
        kept = self.document().characterCount() - len(self.textCursor().selectedText())
        if len(text) + kept > LONGEST_TEXT:
            self.paste_too_long.emit(len(text))
            return
        clean = storable(text)
        if clean != text or "\ufffd" in text:
            self.cleaned.emit()
        self.textCursor().insertText(clean)
        self.ensureCursorVisible()

    @Slot()
    def _tell_height(self) -> None:
        self.height_wanted.emit()

    @Slot()
    def _mark(self) -> None:
        if self._overflow is None:
            self.setExtraSelections([])
            return
        theme = self._icons.theme
        selection = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setForeground(QColor(theme.colour("danger")))
        look.setBackground(QColor(theme.colour("danger_soft")))
        look.setFontUnderline(True)
        text = self.text()
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_place(text, min(self._overflow, len(text))))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        selection.format = look  # type: ignore[attr-defined]
        selection.cursor = cursor  # type: ignore[attr-defined]
        self.setExtraSelections([selection])


def fill(document: QTextDocument, text: str) -> None:
    """Put a text into a document, with the line height of post texts and no undo history."""
    document.setUndoRedoEnabled(False)
    document.setPlainText(text)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    block = QTextBlockFormat()
    block.setLineHeight(TYPE["post"].line, int(QTextBlockFormat.LineHeightTypes.FixedHeight.value))
    cursor.mergeBlockFormat(block)
    document.setUndoRedoEnabled(True)


def _text_of(source: QMimeData) -> str:
    """Return what was pasted, with a mark in place of what is not sound UTF-16.

    The binding drops a lone surrogate without a word; Qt's own bytes still show where it was.
    """
    text = source.text()
    raw = bytes(source.data("text/plain").data()).decode("utf-8", "replace")
    return raw if "\ufffd" in raw and "\ufffd" not in text else text


def _files(source: QMimeData) -> tuple[str, ...]:
    return tuple(url.toLocalFile() for url in source.urls() if url.isLocalFile())
