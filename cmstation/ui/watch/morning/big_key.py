"""A big key of the morning: a letter, what it does, and what follows from it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, Radius, Space

HEIGHT, LEAST_WIDTH = 72, 150
_CAP = 40
_TITLE, _DETAIL = 20, 16


class BigKey(QAbstractButton):
    """A choice that a letter makes too; the first one is the usual one."""

    def __init__(
        self,
        icons: Icons,
        letter: str,
        title: str,
        detail: str,
        *,
        usual: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._letter, self._title, self._detail = letter, title, detail
        self._usual = usual
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{detail} ({letter})")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH + Space.XL, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, HEIGHT)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme, painter = self._icons.theme, QPainter(self)
        ground, ink, quiet = self._colours()
        line = None if self._usual else theme.colour("border")
        rounded(painter, self.rect(), fill=theme.colour(ground), line=line, radius=Radius.CARD)
        cap = QRect(Space.M, (self.height() - _CAP) // 2, _CAP, _CAP)
        edge: ColourRole = "on_accent" if self._usual else "border"
        rounded(painter, cap, line=theme.colour(edge), radius=Radius.CONTROL)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_elided(painter, cap, self._letter, theme, font="section", colour=ink, align=centre)
        left = cap.right() + 1 + Space.M
        room = QRect(left, (self.height() - _TITLE - _DETAIL) // 2, self.width() - left - Space.S, _TITLE)
        draw_elided(painter, room, self._title, theme, font="strong", colour=ink)
        below = QRect(room.left(), room.bottom() + 1, room.width(), _DETAIL)
        draw_elided(painter, below, self._detail, theme, font="note", colour=quiet)

    def _colours(self) -> tuple[ColourRole, ColourRole, ColourRole]:
        """Return the colours of the ground, of the words and of the quiet ones."""
        ground: ColourRole
        if not self.isEnabled():
            return "soft", "muted", "muted"
        if not self._usual:
            ground = "soft" if self.isDown() else "hover" if self.underMouse() else "surface"
            return ground, "text", "muted"
        ground = "accent_pressed" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
        return ground, "on_accent", "on_accent"
