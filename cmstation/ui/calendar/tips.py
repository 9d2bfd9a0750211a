"""Words of a person in a tooltip: never taken for marks of a page."""

from html import escape

_MARKS = ("<", "&")


def plain_tip(words: str) -> str:
    """Return words as a tooltip shows them letter by letter, whatever signs stand in them."""
    if not any(mark in words for mark in _MARKS):
        return words
    return f'<p style="white-space: pre-wrap">{escape(words, quote=False)}</p>'
