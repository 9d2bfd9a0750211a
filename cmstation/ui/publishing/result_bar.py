"""How a post fares, in one line: a segment for each account in the colour of its state."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.delivery import DeliveryState
from cmstation.ui.icons import Icons
from cmstation.ui.publishing.outcome import OutcomeRow
from cmstation.ui.theme.tokens import ColourRole

HEIGHT, GAP = 6, 2
UNDER_WAY = 0.55
_COLOURS: dict[DeliveryState, ColourRole] = {
    DeliveryState.SENT: "good",
    DeliveryState.PREPARING: "info",
    DeliveryState.SENDING: "info",
    DeliveryState.HANDED_OVER: "info",
    DeliveryState.UNCERTAIN: "warning",
    DeliveryState.HELD: "warning",
    DeliveryState.FAILED: "danger",
}
_PALE = frozenset({DeliveryState.PREPARING, DeliveryState.SENDING, DeliveryState.HANDED_OVER})


class ResultBar(QWidget):
    """One segment per account; the words above say the same."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._states: tuple[DeliveryState, ...] = ()
        self.setFixedHeight(HEIGHT)

    def show_rows(self, rows: Sequence[OutcomeRow]) -> None:
        """Show the posts among these, in their order."""
        self._states = tuple(row.delivery.state for row in rows if row.is_post)
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        if not self._states:
            return
        painter, count = QPainter(self), len(self._states)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ends = QPainterPath()
        ends.addRoundedRect(QRectF(self.rect()), HEIGHT / 2, HEIGHT / 2)
        painter.setClipPath(ends)
        width = (self.width() - GAP * (count - 1)) / count
        for place, state in enumerate(self._states):
            colour = QColor(self._icons.theme.colour(_COLOURS.get(state, "track")))
            if state in _PALE:
                colour.setAlphaF(UNDER_WAY)
            left = round(place * (width + GAP))
            right = round(place * (width + GAP) + width)
            painter.fillRect(left, 0, right - left, HEIGHT, colour)
