"""Marks a text that is translated where it is shown, not where it is written."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text unchanged; `lupdate` finds it by this very name."""
    del context  # PySide6 has the same function, typed as returning any object
    return text
