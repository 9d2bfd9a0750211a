"""Break a text into lines, with its links in colour, what is too long marked, and the fold of its network."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from cmstation.ui.drafts.plain_text import utf16_length
from cmstation.ui.drafts.preview.text_marks import marks

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
# Beyond this nobody reads on in a preview, and laying it out would be felt.
LONGEST = 12_000
# No line of a card holds more letters: what a fold hides need not be laid out.
WIDEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Fold:
    """Where a network hides the rest of a text behind a link.

    Args:
        lines: lines that stay visible.
        more: the words of the link ("See more").
    """

    lines: int
    more: str


@dataclass(frozen=True, slots=True)
class TextColours:
    """Colours of a text's parts."""

    text: QColor
    mark: QColor
    more: QColor
    over: QColor
    over_ground: QColor


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    look: QTextCharFormat


class TextLines:
    """A text laid out at one width."""

    def __init__(
        self,
        text: str,
        font: QFont,
        line_height: int,
        width: int,
        colours: TextColours,
        *,
        overflow: int | None = None,
        fold: Fold | None = None,
    ) -> None:
        self._font, self._line_height, self._width = font, line_height, max(1, width)
        self._colours = colours
        most = LONGEST if fold is None else (fold.lines + 1) * WIDEST_LINE
        self._text = text[:most].rstrip()
        self._overflow = overflow
        self.folded = False
        self._layouts: list[QTextLayout] = []
        self._count = 0
        self._set_out(self._text, "")
        if fold is not None and self._count > fold.lines:
            self._fold(fold)

    @property
    def height(self) -> int:
        """Pixels from the first line to the last."""
        return self._count * self._line_height

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the text with its upper left corner at a point."""
        painter.setPen(self._colours.text)
        for layout in self._layouts:
            layout.draw(painter, QPointF(left, top))

    def _fold(self, fold: Fold) -> None:
        """Shorten until the text and its link fill the lines that stay."""
        self.folded = True
        tail = "… " + fold.more.replace(" ", "\u00a0")
        low, high = 0, len(self._text)
        while low < high:
            middle = (low + high + 1) // 2
            self._set_out(self._text[:middle].rstrip(), tail)
            low, high = (middle, high) if self._count <= fold.lines else (low, middle - 1)
        cut = self._text[:low].rstrip()
        space = max(cut.rfind(" "), cut.rfind("\n"))
        self._set_out(cut[:space].rstrip() if space > len(cut) - 24 and space > 0 else cut, tail)

    def _set_out(self, text: str, tail: str) -> None:
        self._layouts, self._count = [], 0
        spans, start = self._spans(text, tail), 0
        for paragraph in (text + tail).split("\n"):
            end = start + len(paragraph)
            own = [_Span(max(s.start, start), min(s.end, end), s.look) for s in spans]
            ranges = [_range(s, paragraph, start) for s in own if s.end > s.start]
            self._layouts.append(self._paragraph(paragraph, ranges))
            start = end + 1

    def _paragraph(self, text: str, ranges: list[QTextLayout.FormatRange]) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        right = _is_right_to_left(text)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(ranges)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            slack = (self._line_height - line.height()) / 2
            line.setPosition(QPointF(0, self._count * self._line_height + slack))
            self._count += 1
        layout.endLayout()
        return layout

    def _spans(self, text: str, tail: str) -> list[_Span]:
        link, over, more = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        link.setForeground(self._colours.mark)
        over.setForeground(self._colours.over)
        over.setBackground(self._colours.over_ground)
        more.setForeground(self._colours.more)
        bold = QFont(self._font)
        bold.setWeight(QFont.Weight.DemiBold)
        more.setFont(bold)
        spans = [_Span(mark.start, mark.end, link) for mark in marks(text)]
        if self._overflow is not None and self._overflow < len(text):
            spans = [_Span(s.start, min(s.end, self._overflow), s.look) for s in spans]
            spans.append(_Span(self._overflow, len(text), over))
        if tail:
            spans.append(_Span(len(text) + 2, len(text) + len(tail), more))
        return spans


def _range(span: _Span, paragraph: str, start: int) -> QTextLayout.FormatRange:
    """Turn a span of the text into Qt's UTF-16 range of its paragraph."""
    found = QTextLayout.FormatRange()
    before, inside = paragraph[: span.start - start], paragraph[span.start - start : span.end - start]
    found.start = utf16_length(before)  # type: ignore[attr-defined]
    found.length = utf16_length(inside)  # type: ignore[attr-defined]
    found.format = span.look  # type: ignore[attr-defined]
    return found


def _is_right_to_left(text: str) -> bool:
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in _RIGHT_TO_LEFT:
            return True
        if kind == "L":
            return False
    return False
