"""A network or an account: its glyph and its name, never colour alone."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.tokens import ColourRole, IconSize, Space, TypeRole


class NetworkLabel(QLabel):
    """The glyph of a network and the name of an account."""

    def __init__(
        self,
        icons: Icons,
        network: str,
        name: str,
        *,
        font: TypeRole = "text",
        colour: ColourRole = "text",
        size: int = IconSize.CONTROL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._icons = icons
        self._glyph = icons.network(network)
        self._type: TypeRole = font
        self._colour: ColourRole = colour
        self._side = size
        self.setFont(icons.theme.font(font))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_network(self, network: str, name: str) -> None:
        """Show another account."""
        self._glyph = self._icons.network(network)
        self.setText(name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._side + Space.S + words + 2, self._icons.theme.line_height(self._type))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side + Space.S + Space.XXL, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        top = (self.height() - self._side) / 2
        self._icons.paint(painter, 0, top, self._glyph, self._colour, self._side)
        left = self._side + Space.S
        room = QRect(left, 0, self.width() - left, self.height())
        draw_elided(painter, room, self.text(), self._icons.theme, font=self._type, colour=self._colour)
