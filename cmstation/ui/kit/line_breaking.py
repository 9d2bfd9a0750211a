"""Where a line of text ends."""

from PySide6.QtGui import QFont, QTextLayout, QTextOption


def fitting(text: str, font: QFont, width: int) -> int:
    """Return how many characters fit into a line, whole words if possible; all of them when none does."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(1, width))
    taken = first.textLength()
    layout.endLayout()
    return taken or len(text)
