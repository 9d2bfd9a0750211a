"""The frame that is dragged over a picture to choose what a network shows."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.crops import WHOLE, CropBox
from cmstation.ui.drafts.picture_view import MARGINS, PictureView
from cmstation.ui.icons import Icons
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Stroke

STEP, SMALL_STEP = 0.02, 0.004
GRIP = 12
SMALLEST = 0.1


class CropFrame(PictureView):
    """A picture with the part that stays bright; dragged by the mouse, moved by the arrows, sized by + and −.

    Signals:
        moved: the part that is chosen now (`CropBox`).
    """

    moved = Signal(object)

    def __init__(self, icons: Icons, picture: QSize, parent: QWidget | None = None) -> None:
        """Frame a picture of a size in pixels, as seen."""
        super().__init__(icons, parent)
        self._picture = picture
        self._box = WHOLE
        self._held: QPointF | None = None
        self._sizing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("focusRing", True)
        self.setAccessibleName(self.tr("Part of the picture that is shown"))
        words = self.tr("Arrow keys move the frame, with Shift by a little; plus and minus change its size.")
        self.setAccessibleDescription(words)

    @property
    def box(self) -> CropBox:
        """The part that is chosen."""
        return self._box

    def show_box(self, box: CropBox) -> None:
        """Choose a part without a signal."""
        self._box = box
        self.update()

    def frame(self) -> QRect:
        size = QSize(self._picture)
        size.scale(self.size() - MARGINS, Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2), size)

    # --- Qt ---

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self.icons.theme
        self.draw(painter)
        part = self._part()
        dim = QPainterPath()
        dim.addRect(QRectF(self.frame()))
        hole = QPainterPath()
        hole.addRect(part)
        painter.fillPath(dim.subtracted(hole), theme.colour("scrim"))
        rounded(painter, part, line=theme.colour("on_accent"), width=3, radius=1)
        rounded(painter, part, line=theme.colour("accent"), width=Stroke.FOCUS, radius=1)
        for corner in (part.topLeft(), part.topRight(), part.bottomLeft(), part.bottomRight()):
            grip = QRectF(0, 0, 10, 10)
            grip.moveCenter(corner)
            rounded(painter, grip, fill=theme.colour("accent"), line=theme.colour("on_accent"), radius=5)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position()
            self._sizing = self._on_grip(event.position())

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if self._held is None:
            self._show_cursor(event.position())
            return
        frame = self.frame()
        if frame.width() < 1 or frame.height() < 1:
            return
        step = event.position() - self._held
        self._held = event.position()
        if self._sizing:
            self._size_towards(event.position())
        else:
            self._take(self._box.moved(step.x() / frame.width(), step.y() / frame.height()))

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = SMALL_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        ways = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }
        if event.key() in ways:
            self._take(self._box.moved(*ways[Qt.Key(event.key())]))
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self._scale(1 + 2 * step)
        elif event.key() == Qt.Key.Key_Minus:
            self._scale(1 / (1 + 2 * step))
        else:
            super().keyPressEvent(event)

    # --- inside ---

    def _part(self) -> QRectF:
        frame, box = QRectF(self.frame()), self._box
        return QRectF(
            frame.left() + box.left * frame.width(),
            frame.top() + box.top * frame.height(),
            box.width * frame.width(),
            box.height * frame.height(),
        )

    def _on_grip(self, at: QPointF) -> bool:
        part = self._part()
        corners = (part.topLeft(), part.topRight(), part.bottomLeft(), part.bottomRight())
        return any((at - corner).manhattanLength() <= 2 * GRIP for corner in corners)

    def _show_cursor(self, at: QPointF) -> None:
        if self._on_grip(at):
            self.setCursor(Qt.CursorShape.SizeFDiagCursor)
        else:
            inside = self._part().contains(at)
            self.setCursor(Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.ArrowCursor)

    def _size_towards(self, at: QPointF) -> None:
        """Keep the centre and the shape, and reach for the pointer with the nearest side."""
        part = self._part()
        centre = part.center()
        across = abs(at.x() - centre.x()) / max(1.0, part.width() / 2)
        down = abs(at.y() - centre.y()) / max(1.0, part.height() / 2)
        self._scale(max(across, down))

    def _scale(self, factor: float) -> None:
        box = self._box
        most = min(1 / box.width, 1 / box.height)
        least = SMALLEST / min(box.width, box.height)
        factor = min(max(factor, min(least, 1.0)), most)
        width, height = min(1.0, box.width * factor), min(1.0, box.height * factor)
        left = min(max(box.left + (box.width - width) / 2, 0.0), 1 - width)
        top = min(max(box.top + (box.height - height) / 2, 0.0), 1 - height)
        self._take(CropBox(left, top, width, height))

    def _take(self, box: CropBox) -> None:
        if box != self._box:
            self._box = box
            self.update()
            self.moved.emit(box)
