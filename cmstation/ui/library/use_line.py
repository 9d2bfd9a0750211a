"""One post that shows a picture, as a line that opens it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.kit.states import state_mark, state_word
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Height, IconSize, Radius, Space

if TYPE_CHECKING:
    from cmstation.domain.media_uses import MediaUse


class UseLine(QAbstractButton):
    """State, title and time of a post."""

    def __init__(
        self, icons: Icons, use: "MediaUse", title: str, when: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._state = use.state.value
        self._when = when
        self.setText(title)
        words = ", ".join(part for part in (title, state_word(self._state), when) if part)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFixedHeight(Height.SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(4 * Height.SMALL, Height.SMALL)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme, side = QPainter(self), self._icons.theme, IconSize.SMALL
        if self.isDown() or self.underMouse():
            ground = "soft" if self.isDown() else "hover"
            rounded(painter, self.rect(), fill=theme.colour(ground), radius=Radius.SMALL)
        mark = state_mark(self._state)
        top = (self.height() - side) / 2
        self._icons.paint(painter, Space.XS, top, mark.shape, mark.colour, side)
        wide = round(theme.metrics("note").horizontalAdvance(self._when)) + 1 if self._when else 0
        when = QRect(self.width() - Space.XS - wide, 0, wide, self.height())
        draw_elided(painter, when, self._when, theme, font="note", colour="muted")
        left = Space.XS + side + Space.S
        room = QRect(left, 0, when.left() - Space.S - left, self.height())
        draw_elided(painter, room, self.text(), theme, font="medium", colour="accent")
