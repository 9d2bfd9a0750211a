"""Grounds: panels with their lines, cards, and the dim layer behind a dialog."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import ColourRole, Radius


class Panel(QWidget):
    """A flat ground of one colour, with a line at some edges."""

    def __init__(
        self,
        icons: Icons,
        ground: ColourRole = "surface",
        *edges: Qt.Edge,
        line: ColourRole = "border",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._ground: ColourRole = ground
        self._edges = edges
        self._line: ColourRole = line

    def set_ground(self, ground: ColourRole) -> None:
        """Take another colour."""
        self._ground = ground
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.colour(self._ground))
        for edge in self._edges:
            hairline(painter, self.rect(), self._icons.theme.colour(self._line), edge)


class Card(QFrame):
    """A ground with round corners and a line around it, or a tinted one without a line."""

    def __init__(
        self,
        icons: Icons,
        ground: ColourRole = "surface",
        *,
        line: ColourRole | None = "border",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._ground: ColourRole = ground
        self._line: ColourRole | None = line

    def set_ground(self, ground: ColourRole, line: ColourRole | None = None) -> None:
        """Take another colour."""
        self._ground = ground
        self._line = line
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme = self._icons.theme
        line = None if self._line is None else theme.colour(self._line)
        painter = QPainter(self)
        rounded(painter, self.rect(), fill=theme.colour(self._ground), line=line, radius=Radius.CARD)


class Scrim(QWidget):
    """The dim layer over a window while a dialog is in front; it goes with `deleteLater`."""

    def __init__(self, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._icons = icons
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent, /) -> None:
        QPainter(self).fillRect(event.rect(), self._icons.theme.colour("scrim"))
