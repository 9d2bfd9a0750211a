"""The dashed tile that adds a picture, and shows where one may be dropped."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import IconSize, Radius

translate = QCoreApplication.translate
WIDTH, HEIGHT = 104, 72


class AddTile(QAbstractButton):
    """Adds pictures."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._hovered = False
        self.setFixedSize(WIDTH, HEIGHT)
        self.setText(translate("AddTile", "Add"))
        self.setAccessibleName(translate("AddTile", "Add pictures"))
        self.setToolTip(translate("AddTile", "Add pictures, or drop them here"))
        self.setProperty("focusRing", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_hovered(self, hovered: bool) -> None:
        """Show that a picture may be dropped."""
        self._hovered = hovered
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        warm = self._hovered or self.underMouse()
        rounded(
            painter,
            self.rect(),
            fill=theme.colour("soft") if warm else None,
            line=theme.colour("accent") if warm else theme.colour("border"),
            radius=Radius.CONTROL,
            dashed=True,
        )
        side = IconSize.NORMAL
        self._icons.paint(painter, (WIDTH - side) / 2, 16, "plus", "muted", side)
        words = QRect(4, 40, WIDTH - 8, 16)
        draw_elided(
            painter,
            words,
            self.text(),
            theme,
            font="note",
            colour="muted",
            align=Qt.AlignmentFlag.AlignHCenter,
        )
