"""Puts pictures at their places in an article, in the document alone: its markup never names one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import (
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

_SCHEME: Final = "image:"
_HIGHEST: Final = 560
_HIGHEST_IN_LINE: Final = 64
_LINE: Final = "\u2028"
# How large a picture is by itself, kept with it.
_OWN_WIDTH: Final = QTextFormat.Property.UserProperty.value + 1
_OWN_HEIGHT: Final = _OWN_WIDTH + 1


@dataclass(frozen=True, slots=True)
class Fitting:
    """How much room pictures have.

    Args:
        width: of the text.
        dense: pixels of a picture that stand side by side where the text counts one.
    """

    width: int
    dense: float

    def size(self, width: float, height: float) -> tuple[float, float]:
        """Return how large a picture of these pixels is shown."""
        across, down = width / self.dense, height / self.dense
        scale = min(1.0, max(self.width, 1) / across, _HIGHEST / down)
        return max(across * scale, 1), max(down * scale, 1)


def put_in(document: QTextDocument, address: str, name: str, image: QImage, fitting: Fitting) -> None:
    """Show a picture in the place of the words that stand for it; one without a size leaves nothing there.

    Args:
        name: under which the document asks for it.
    """
    for cursor in _places(document, address):
        shape = QTextImageFormat()
        shape.merge(cursor.charFormat())
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if not image.isNull():
            _write(cursor, shape, name, image, fitting)
        cursor.endEditBlock()


def say_missing(document: QTextDocument, address: str, words: str) -> None:
    """Say that a picture did not come, beside the words that stand for it."""
    for cursor in _places(document, address):
        cursor.setPosition(cursor.selectionEnd())
        plain = QTextCharFormat(cursor.charFormat())
        plain.clearProperty(QTextFormat.Property.AnchorHref.value)
        plain.setAnchor(False)
        plain.setFontUnderline(False)
        plain.setFontItalic(True)
        plain.clearForeground()
        cursor.insertText(f" ({words})", plain)


def fit(document: QTextDocument, fitting: Fitting) -> None:
    """Give all pictures the size that there is room for now."""
    for cursor in _images(document):
        shape = cursor.charFormat().toImageFormat()
        width, height = fitting.size(shape.doubleProperty(_OWN_WIDTH), shape.doubleProperty(_OWN_HEIGHT))
        if (shape.width(), shape.height()) != (width, height):
            shape.setWidth(width)
            shape.setHeight(height)
            cursor.setCharFormat(shape)


# --- inside ---


def _write(cursor: QTextCursor, shape: QTextImageFormat, name: str, image: QImage, fitting: Fitting) -> None:
    width, height = fitting.size(image.width(), image.height())
    shape.setObjectType(QTextFormat.ObjectTypes.ImageObject.value)
    shape.setName(name)
    shape.setWidth(width)
    shape.setHeight(height)
    shape.setProperty(_OWN_WIDTH, float(image.width()))
    shape.setProperty(_OWN_HEIGHT, float(image.height()))
    room = cursor.blockFormat()
    if room.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value:
        # Else the picture would lie over the lines above.
        room.setLineHeight(room.lineHeight(), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(room)
    alone = width * 2 > fitting.width or height > _HIGHEST_IN_LINE
    text, at = cursor.block().text(), cursor.positionInBlock()
    if alone and text[:at].strip() and not text[:at].endswith(_LINE):
        cursor.insertText(_LINE, QTextCharFormat())
    cursor.insertImage(shape)
    if alone and text[at:].strip() and not text[at:].startswith(_LINE):
        cursor.insertText(_LINE, QTextCharFormat())


def _places(document: QTextDocument, address: str) -> list[QTextCursor]:
    """Select the words that stand for a picture, wherever they do; the last place first."""
    found: list[QTextCursor] = []
    for start, length, look in _fragments(document):
        if look.anchorHref() != _SCHEME + address or look.isImageFormat():
            continue
        if found and found[-1].selectionEnd() == start:
            found[-1].setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        else:
            found.append(_selected(document, start, length))
    return found[::-1]


def _images(document: QTextDocument) -> list[QTextCursor]:
    return [
        _selected(document, start, length)
        for start, length, look in _fragments(document)
        if look.isImageFormat()
    ]


def _selected(document: QTextDocument, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _fragments(document: QTextDocument) -> Iterator[tuple[int, int, QTextCharFormat]]:
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            yield piece.position(), piece.length(), piece.charFormat()
            pieces += 1
        block = block.next()
