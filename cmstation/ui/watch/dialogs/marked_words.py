"""Draws a title on a few lines with some of its words marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout

from cmstation.ui.kit.line_breaking import fitting
from cmstation.ui.theme.theme import Theme
from cmstation.ui.theme.tokens import ColourRole, TypeRole

Spans = Sequence[tuple[int, int]]


def draw_marked(
    painter: QPainter,
    room: QRect,
    text: str,
    spans: Spans,
    theme: Theme,
    *,
    font: TypeRole = "text",
    colour: ColourRole = "text",
    line: int,
) -> None:
    """Draw words from the top of `room`, as many lines as it holds; the last one is elided.

    Args:
        spans: stretches of the text to mark, in characters.
        line: height of a line.
    """
    metrics = theme.metrics(font)
    start, top = 0, room.top()
    rest = text
    painter.setPen(theme.colour(colour))
    for place in range(max(1, room.height() // line)):
        last = place == room.height() // line - 1
        taken = len(rest) if last else fitting(rest, theme.font(font), room.width())
        piece = rest[:taken].rstrip()
        if last:
            piece = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room.width())
        _draw_line(
            painter,
            QRect(room.left(), top, room.width(), line),
            piece,
            _within(spans, start, piece),
            theme,
            font,
        )
        start, rest, top = start + taken, rest[taken:], top + line
        if not rest:
            return


def _within(spans: Spans, start: int, piece: str) -> list[tuple[int, int]]:
    moved = ((max(0, first - start), min(len(piece), past - start)) for first, past in spans)
    return [(first, past) for first, past in moved if past > first]


def _draw_line(painter: QPainter, room: QRect, text: str, spans: Spans, theme: Theme, font: TypeRole) -> None:
    layout = QTextLayout(text, theme.font(font))
    marks: list[QTextLayout.FormatRange] = []
    for first, past in spans:
        look = QTextCharFormat()
        look.setBackground(theme.colour("warning_soft"))
        look.setForeground(theme.colour("warning"))
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = first, past - first, look  # pyright: ignore[reportAttributeAccessIssue]
        marks.append(mark)
    layout.setFormats(marks)
    layout.beginLayout()
    one = layout.createLine()
    if one.isValid():
        one.setLineWidth(room.width() + 1)
    layout.endLayout()
    slack = (room.height() - layout.boundingRect().height()) / 2
    layout.draw(painter, QPointF(room.left(), room.top() + slack))
