"""The state of a post: its shape, its word and its colour, the same everywhere."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import ColourRole, IconSize, Space, TypeRole

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StateMark:
    """The shape and the colour of a state."""

    shape: str
    colour: ColourRole


_UNKNOWN: Final = StateMark("help", "muted")
STATE_MARKS: Final[dict[str, StateMark]] = {
    "idea": StateMark("idea", "muted"),
    "draft": StateMark("draft", "muted"),
    "in_review": StateMark("review", "plum"),
    "approved": StateMark("check", "info"),
    "scheduled": StateMark("clock", "accent"),
    "sending": StateMark("sending", "info"),
    "live": StateMark("live", "good"),
    "uncertain": StateMark("uncertain", "warning"),
    "failed": StateMark("failed", "danger"),
    "archived": StateMark("archived", "muted"),
}


def state_mark(state: str) -> StateMark:
    """Give the shape and the colour of a state."""
    return STATE_MARKS.get(state, _UNKNOWN)


def state_word(state: str) -> str:
    """Say a state in one or two words."""
    words = {
        "idea": translate("PostState", "Idea"),
        "draft": translate("PostState", "Draft"),
        "in_review": translate("PostState", "In review"),
        "approved": translate("PostState", "Approved"),
        "scheduled": translate("PostState", "Scheduled"),
        "sending": translate("PostState", "Sending"),
        "live": translate("PostState", "Live"),
        "uncertain": translate("PostState", "Uncertain"),
        "failed": translate("PostState", "Failed"),
        "archived": translate("PostState", "Archived"),
    }
    return words.get(state, state)


class StateLabel(QLabel):
    """Shape, word and colour of one state."""

    def __init__(
        self,
        icons: Icons,
        state: str,
        *,
        word: str = "",
        font: TypeRole = "note_medium",
        parent: QWidget | None = None,
    ) -> None:
        """Show a state.

        Args:
            word: says more than the plain word of the state ("In review, 1 of 2").
        """
        super().__init__(parent)
        self._icons = icons
        self._state = state
        self._large = font not in {"note", "note_medium", "note_strong"}
        self.setFont(icons.theme.font(font))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(state, word)

    @property
    def state(self) -> str:
        """The state shown."""
        return self._state

    def show_state(self, state: str, word: str = "") -> None:
        """Show another state."""
        self._state = state
        self.setText(word or state_word(state))
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._side + Space.XS + self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(width, max(Space.L, self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        mark = state_mark(self._state)
        top = (self.height() - self._side) // 2
        self._icons.paint(painter, 0, top, mark.shape, mark.colour, self._side)
        painter.setPen(self._icons.theme.colour(mark.colour))
        room = self.rect().adjusted(self._side + Space.XS, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())

    @property
    def _side(self) -> int:
        return IconSize.CONTROL if self._large else IconSize.SMALL
