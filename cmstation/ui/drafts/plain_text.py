"""Read a text document letter by letter: Qt's own reading turns no-break spaces into plain ones."""

from PySide6.QtGui import QTextDocument

# What Qt writes for a new paragraph, a new line, and the borders of frames.
_BREAKS = ("\u2029", "\u2028", "\ufdd0", "\ufdd1")


def plain_text(document: QTextDocument) -> str:
    """Return a document's text with the no-break spaces that French typography wants."""
    text = document.toRawText()
    for sign in _BREAKS:
        text = text.replace(sign, "\n")
    return text.replace("\x00", "\ufffd")


def utf16_place(text: str, place: int) -> int:
    """Turn a place in code points into one in Qt's UTF-16 units."""
    return utf16_length(text[:place])


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
