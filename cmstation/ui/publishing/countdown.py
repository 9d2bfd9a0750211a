"""A short countdown over the foot of the window; nothing has left until it ends."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, SecondaryButton
from cmstation.ui.kit.labels import ElidedLabel
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Radius, Space

HEIGHT, WIDTH = 56, 640
BAR = 3


class CountdownBar(QWidget):
    """Counts down, and lets the person change their mind.

    Signals:
        ended: the time is up, or the person said "now".
        cancelled: nothing leaves.
    """

    ended = Signal()
    cancelled = Signal()

    def __init__(self, icons: Icons, accounts: str, seconds: int, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icons = icons
        self._accounts = accounts
        self._whole = self._left = seconds
        self._words = ElidedLabel(icons, "", font="medium", parent=self)
        self._cancel = SecondaryButton(icons, self.tr("Cancel"), parent=self)
        self._now = GhostButton(icons, self.tr("Send now"), parent=self)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._cancel.clicked.connect(self._cancelled)
        self._now.clicked.connect(self._end)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WindowShortcut)
        escape.activated.connect(self._cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.M, BAR)
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self._now)
        row.addWidget(self._cancel)
        self.setAccessibleName(self.tr("Publishing soon"))
        window.installEventFilter(self)

    def start(self) -> None:
        """Show the bar and begin to count."""
        self._place()
        self._tell()
        self.show()
        self.raise_()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start()

    # --- Qt ---

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        elif event.type() is QEvent.Type.Close:
            # Closing the window while it counts sends nothing.
            self._cancelled()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line = theme.colour("surface"), theme.colour("accent")
        rounded(painter, self.rect(), fill=ground, line=line, radius=Radius.CARD)
        share = self._left / self._whole if self._whole else 0
        width = round((self.width() - 2 * Space.L) * share)
        painter.fillRect(QRect(Space.L, self.height() - BAR - 2, width, BAR), theme.colour("accent"))

    # --- inside ---

    @Slot()
    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._end()
            return
        self._tell()

    def _tell(self) -> None:
        leaves = self.tr("Leaves in %n second(s) for {accounts}", "", self._left)
        self._words.setText(leaves.format(accounts=self._accounts))
        self.update()

    @Slot()
    def _end(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.hide()
            self.ended.emit()

    @Slot()
    def _cancelled(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.hide()
            self.cancelled.emit()

    def _place(self) -> None:
        window = self._window
        width = min(WIDTH, window.width() - 2 * Space.XL)
        left = (window.width() - width) // 2
        self.setGeometry(left, window.height() - HEIGHT - Space.XXL - Space.XL, width, HEIGHT)
