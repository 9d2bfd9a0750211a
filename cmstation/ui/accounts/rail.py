"""The steps of the wizard at its left edge: done, now, later."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_text
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.strokes import rounded, tick
from cmstation.ui.theme.tokens import Space

_WIDTH = 216
_STEP = 44
_DISC = 24


class StepRail(Panel):
    """A column of numbered steps; the accessible text says which one is now."""

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", Qt.Edge.RightEdge, parent=parent)
        self._steps: tuple[str, ...] = ()
        self._current = 0
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Steps"))

    def show_steps(self, steps: Sequence[str], current: int) -> None:
        """Show these steps; those before the current one are done."""
        self._steps, self._current = tuple(steps), current
        self.setAccessibleDescription(
            self.tr("Step {number} of {count}: {step}").format(
                number=current + 1, count=len(steps), step=steps[current]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, len(self._steps) * _STEP + 2 * Space.XL)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for place, step in enumerate(self._steps):
            self._draw_step(painter, place, step)

    def _draw_step(self, painter: QPainter, place: int, step: str) -> None:
        theme = self._icons.theme
        top = Space.XL + place * _STEP
        disc = QRect(Space.L, top, _DISC, _DISC)
        if place < len(self._steps) - 1:
            line = QRectF(disc.center().x() + 0.5, disc.bottom() + 3, 1, _STEP - _DISC - 4)
            painter.fillRect(line, theme.colour("border"))
        done, now = place < self._current, place == self._current
        outline = theme.colour("accent" if now else "good" if done else "border")
        ground = theme.colour("accent" if now else "surface")
        rounded(painter, disc, fill=ground, line=outline, width=1.5, radius=_DISC / 2)
        if done:
            tick(painter, disc, theme.colour("good"), 1.6)
        else:
            ink = theme.colour("on_accent" if now else "muted")
            centred = Qt.AlignmentFlag.AlignCenter
            draw_text(painter, disc, str(place + 1), theme.font("note_strong"), ink, align=centred)
        left = disc.right() + 1 + Space.M
        room = QRect(left, top, self.width() - left - Space.L, _DISC)
        font, colour = ("strong", "text") if now else ("text", "text" if done else "muted")
        draw_elided(painter, room, step, theme, font=font, colour=colour)
