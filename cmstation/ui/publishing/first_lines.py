"""The first lines of a text as it leaves: an optional title in front, an ellipsis where more follows."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.ui.icons import Icons

LINE = 18
ROOM = 1200  # more letters than any three lines hold


class FirstLines(QWidget):
    """Shows a few lines, white space folded; the tooltip and the accessible text hold the whole."""

    def __init__(
        self, icons: Icons, text: str, lines: int, *, lead: str = "", parent: QWidget | None = None
    ) -> None:
        """Show a text.

        Args:
            lines: how many at most.
            lead: a title, in bold before the text.
        """
        super().__init__(parent)
        self._icons = icons
        self._lines = lines
        bare = " ".join(lead.split())
        self._lead = f"{bare} " if bare else ""
        self._text = self._lead + " ".join(text[:ROOM].split())
        self.setAccessibleName(f"{lead}\n{text}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return max(1, min(self._lines, self._broken(width)[0].lineCount())) * LINE

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LINE)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setPen(self._icons.theme.colour("text"))
        layout, slack = self._broken(self.width())
        last = min(self._lines, layout.lineCount()) - 1
        for place in range(last):
            layout.lineAt(place).draw(painter, QPointF(0, 0))
        if last < 0:
            return
        if layout.lineCount() == last + 1:
            layout.lineAt(last).draw(painter, QPointF(0, 0))
        else:
            self._draw_shortened(painter, layout.lineAt(last).textStart(), last * LINE, slack)

    def _draw_shortened(self, painter: QPainter, start: int, top: float, slack: float) -> None:
        font = self._icons.theme.font("strong" if start < len(self._lead) else "text")
        painter.setFont(font)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self._text[start:], Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QPointF(0, top + slack + metrics.ascent()), shown)

    def _broken(self, width: int) -> tuple[QTextLayout, float]:
        """Break the text into lines; give the slack above the letters of a line too."""
        font = self._icons.theme.font("text")
        layout = QTextLayout(self._text, font)
        if self._lead:
            lead = QTextLayout.FormatRange()
            lead.start, lead.length, lead.format = 0, len(self._lead), QTextCharFormat()  # pyright: ignore[reportAttributeAccessIssue]
            lead.format.setFontWeight(self._icons.theme.font("strong").weight())  # pyright: ignore[reportUnknownMemberType, reportAttributeAccessIssue]
            layout.setFormats([lead])
        slack = (LINE - self._icons.theme.metrics("text").height()) / 2
        layout.beginLayout()
        place = 0
        while place <= self._lines and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, place * LINE + slack))
            place += 1
        layout.endLayout()
        return layout, slack
