"""A network to choose: its glyph, its name, and what it asks for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cmstation.domain.networks import Network
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import rounded, tick
from cmstation.ui.theme.tokens import IconSize, Radius, Space

_LOW, _HIGH = 40, 64


class NetworkTile(QAbstractButton):
    """One of several; arrows and Tab reach it, Space chooses it."""

    def __init__(
        self, icons: Icons, network: Network, note: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._note = note
        self.network = network
        self.setText(network.proper_name)
        self.setAccessibleName(network.proper_name)
        self.setAccessibleDescription(note)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(168, _HIGH if self._note else _LOW)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        chosen = self.isChecked()
        ground = "soft" if chosen or self.isDown() else "hover" if self.underMouse() else "surface"
        line = theme.colour("accent" if chosen else "border")
        rounded(
            painter,
            self.rect(),
            fill=theme.colour(ground),
            line=line,
            width=2 if chosen else 1,
            radius=Radius.CARD if self._note else Radius.CONTROL,
        )
        top = 10 if self._note else (self.height() - IconSize.NORMAL) // 2
        glyph = self._icons.network(self.network)
        self._icons.paint(painter, Space.M, top, glyph, "accent" if chosen else "text", IconSize.NORMAL)
        left = Space.M + IconSize.NORMAL + Space.S
        right = self.width() - Space.M - (IconSize.CONTROL if chosen else 0)
        name = QRect(left, top, right - left, IconSize.NORMAL)
        draw_elided(painter, name, self.text(), theme, font="strong")
        if self._note:
            words = QRect(left, top + IconSize.NORMAL + 2, self.width() - left - Space.S, 16)
            draw_elided(painter, words, self._note, theme, font="note", colour="muted")
        if chosen:
            mark = QRect(right, top, IconSize.CONTROL, IconSize.NORMAL)
            tick(painter, mark, theme.colour("accent"))
