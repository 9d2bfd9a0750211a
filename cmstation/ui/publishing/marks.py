"""A shape with words beside it, on one line or several."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import ElidedLabel, Paragraph
from cmstation.ui.theme.tokens import ColourRole, IconSize, TypeRole

GAP = 6


class Mark(QWidget):
    """A shape in one colour."""

    def __init__(
        self,
        icons: Icons,
        name: str,
        colour: ColourRole = "text",
        size: int = IconSize.CONTROL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = name
        self._colour: ColourRole = colour
        self.setFixedSize(size, size)

    def show_mark(self, name: str, colour: ColourRole) -> None:
        """Show another shape."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        self._icons.paint(QPainter(self), 0, 0, self._name, self._colour, self.width())


class MarkedLine(QWidget):
    """A shape, then one line that gives way."""

    def __init__(
        self,
        icons: Icons,
        mark: str,
        words: str,
        *,
        font: TypeRole = "note",
        colour: ColourRole = "muted",
        ink: ColourRole | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the line.

        Args:
            colour: of the shape, and of the words unless `ink` says otherwise.
        """
        super().__init__(parent)
        small = font in {"note", "note_medium", "note_strong"}
        self._ink: ColourRole | None = ink
        self._mark = Mark(icons, mark, colour, IconSize.SMALL if small else IconSize.CONTROL, self)
        self.words = ElidedLabel(icons, words, font=font, colour=ink or colour, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)

    def say(self, mark: str, words: str, colour: ColourRole) -> None:
        """Show something else."""
        self._mark.show_mark(mark, colour)
        self.words.setText(words)
        self.words.set_colour(self._ink or colour)


class MarkedParagraph(QWidget):
    """A shape, then words on as many lines as they need."""

    def __init__(
        self,
        icons: Icons,
        mark: str,
        words: str,
        *,
        font: TypeRole = "note_strong",
        colour: ColourRole = "warning",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        shape = Mark(icons, mark, colour, IconSize.SMALL, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(icons, words, font=font, colour=colour, parent=self), 1)
