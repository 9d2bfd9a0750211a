"""Words of the type scale: titles, texts, notes and paragraphs."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Slot
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import ColourRole, TypeRole

# Roles that the application's palette already carries: no repainting by hand.
_PALETTE_ROLES: Final[dict[ColourRole, QPalette.ColorRole]] = {
    "text": QPalette.ColorRole.WindowText,
    "muted": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
    "danger": QPalette.ColorRole.BrightText,
}

_READABLE: Final = 480  # a paragraph asks for no more width by itself
_MOST_WIDTHS: Final = 16


class Words(QLabel):
    """One line of text of the type scale, in one colour."""

    def __init__(
        self,
        icons: Icons,
        text: str = "",
        *,
        font: TypeRole = "text",
        colour: ColourRole = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icons = icons
        self._colour: ColourRole = colour
        self._line = icons.theme.line_height(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(icons.theme.font(font))
        self.setMinimumHeight(self._line)
        self.set_colour(colour)
        icons.theme.changed.connect(self._recolour)

    def set_colour(self, colour: ColourRole) -> None:
        """Write in another colour."""
        self._colour = colour
        role = _PALETTE_ROLES.get(colour)
        self.setForegroundRole(role if role is not None else QPalette.ColorRole.WindowText)
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        palette = QPalette()
        if self._colour not in _PALETTE_ROLES:
            palette.setColor(QPalette.ColorRole.WindowText, self._icons.theme.colour(self._colour))
        self.setPalette(palette)


class PageTitle(Words):
    """The title of a page or of a dialog."""

    def __init__(self, icons: Icons, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(icons, text, font="page", parent=parent)


class SectionTitle(Words):
    """The title of a section."""

    def __init__(self, icons: Icons, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(icons, text, font="section", parent=parent)


class Note(Words):
    """Small muted words beside something."""

    def __init__(self, icons: Icons, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(icons, text, font="note", colour="muted", parent=parent)


class ElidedLabel(Words):
    """One line that gives way: it ends in … and its tooltip says the whole."""

    def __init__(
        self,
        icons: Icons,
        text: str = "",
        *,
        font: TypeRole = "text",
        colour: ColourRole = "text",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, text, font=font, colour=colour, parent=parent)
        self._mode = mode
        self._shortened = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 3, self._line)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, self._line)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._mode, room.width())
        painter.drawText(room, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)
        self._explain(shown != self.text())

    def _explain(self, shortened: bool) -> None:
        if shortened:
            self.setToolTip(self.text())
        elif self._shortened:
            self.setToolTip("")
        self._shortened = shortened


class Paragraph(Words):
    """Words on several lines, at the line height of the scale."""

    def __init__(
        self,
        icons: Icons,
        text: str = "",
        *,
        font: TypeRole = "text",
        colour: ColourRole = "text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        # Layouts ask for the same few widths over and over, thousands of times a second.
        self._heights: dict[int, int] = {}
        super().__init__(icons, text, font=font, colour=colour, parent=parent)
        self.setAlignment(align)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        # A layout asks with its own width, which may be more than the paragraph takes.
        taken = min(width, self.maximumWidth())
        height = self._heights.get(taken)
        if height is None:
            if len(self._heights) > _MOST_WIDTHS:
                self._heights.clear()
            height = self._heights[taken] = max(1, self._lay(taken)[1]) * self._line
        return height

    def setText(self, text: str, /) -> None:
        if text != self.text():
            self._heights.clear()
            super().setText(text)

    def sizeHint(self) -> QSize:
        fixed = self.minimumWidth() == self.maximumWidth()
        longest = max(self.fontMetrics().horizontalAdvance(block) for block in self.text().split("\n")) + 2
        wanted = self.minimumWidth() if fixed else min(longest, self.maximumWidth(), _READABLE)
        return QSize(wanted, self.heightForWidth(wanted))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(80, self.maximumWidth()), self._line)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layouts, _ = self._lay(self.width())
        for layout in layouts:
            layout.draw(painter, QPointF(0, 0))

    def changeEvent(self, event: QEvent, /) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
        super().changeEvent(event)

    def _lay(self, width: int) -> tuple[list[QTextLayout], int]:
        """Break the text into lines; give the laid out paragraphs and the number of lines."""
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        slack = (self._line - self.fontMetrics().height()) / 2
        layouts: list[QTextLayout] = []
        count = 0
        for block in self.text().split("\n"):
            layout = QTextLayout(block, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
                line.setPosition(QPointF(0, count * self._line + slack))
                count += 1
            layout.endLayout()
            layouts.append(layout)
        return layouts, count
