"""A short countdown over the foot of the window; nothing has left until it ends."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from cmstation.domain.accounts import Account
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, SecondaryButton
from cmstation.ui.kit.labels import ElidedLabel
from cmstation.ui.kit.painting import draw_network_glyphs, network_glyphs_width
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Height, IconSize, Radius, Space

HEIGHT, WIDTH = 72, 680
BAR = 3
# Above the row with the button that started it: a second click must not land on "Send now".
LIFT = Height.FOOTER + Space.M


class _Glyphs(QWidget):
    """The networks it leaves for."""

    def __init__(self, icons: Icons, networks: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._networks = list(networks)
        self.setFixedSize(QSize(network_glyphs_width(len(self._networks)), IconSize.CONTROL))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        draw_network_glyphs(QPainter(self), self.rect(), self._networks, self._icons)


class CountdownBar(QWidget):
    """Counts down, and lets the person change their mind.

    Signals:
        ended: the time is up, or the person said "now".
        cancelled: nothing leaves.
    """

    ended = Signal()
    cancelled = Signal()

    def __init__(
        self, icons: Icons, title: str, accounts: Sequence[Account], seconds: int, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._icons = icons
        self._title = title
        self._whole = self._left = seconds
        self._place_among = 0
        self._before: QWidget | None = None
        self._words = ElidedLabel(icons, "", font="strong", parent=self)
        self.cancel_button = SecondaryButton(icons, self.tr("Cancel"), parent=self)
        self.now_button = GhostButton(icons, self.tr("Send now"), parent=self)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self.cancel_button.clicked.connect(self.cancel)
        self.now_button.clicked.connect(self._end)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WindowShortcut)
        self._escape.activated.connect(self.cancel)
        self._escape.activatedAmbiguously.connect(self.cancel)
        self._lay_out(accounts)
        self.setAccessibleName(self.tr("Publishing soon"))
        window.installEventFilter(self)

    def start(self) -> None:
        """Show the bar and begin to count."""
        self._place()
        self._tell()
        self.show()
        self.raise_()
        self._before = self._window.focusWidget()
        # Space and Enter take the safe side.
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        how = self.tr("Escape cancels.")
        said = f"{self._words.text()}. {how}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._timer.start()

    def stand(self, place: int, *, hears_escape: bool) -> None:
        """Take a place among several countdowns, counted from the foot."""
        self._place_among = place
        self._escape.setEnabled(hears_escape)
        self._place()

    @Slot()
    def cancel(self) -> None:
        """Send nothing."""
        if self._stop():
            self.cancelled.emit()

    # --- Qt ---

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._place()
        elif watched is self._window and event.type() is QEvent.Type.Close:
            # Closing the window while it counts sends nothing.
            self.cancel()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        rounded(
            painter,
            self.rect(),
            fill=theme.colour("surface"),
            line=theme.colour("border"),
            radius=Radius.CARD,
        )
        room = QRect(Space.L, self.height() - BAR - Space.S, self.width() - 2 * Space.L, BAR)
        rounded(painter, room, fill=theme.colour("track"), radius=BAR / 2)
        room.setWidth(round(room.width() * self._left / self._whole) if self._whole else 0)
        rounded(painter, room, fill=theme.colour("accent"), radius=BAR / 2)

    # --- inside ---

    def _lay_out(self, accounts: Sequence[Account]) -> None:
        icons = self._icons
        names = ", ".join(account.name for account in accounts)
        quiet = self.tr("{accounts} · nothing has left yet").format(accounts=names)
        under = QHBoxLayout()
        under.setSpacing(Space.S)
        under.addWidget(_Glyphs(icons, [account.network.value for account in accounts], self))
        under.addWidget(ElidedLabel(icons, quiet, font="note", colour="muted", parent=self), 1)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addStretch(1)
        told.addWidget(self._words)
        told.addLayout(under)
        told.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, BAR + Space.L)
        row.setSpacing(Space.S)
        row.addLayout(told, 1)
        row.addWidget(self.now_button)
        row.addWidget(self.cancel_button)

    @Slot()
    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._end()
            return
        self._tell()

    def _tell(self) -> None:
        leaves = self.tr("“{title}” leaves in %n second(s)", "", self._left)
        self._words.setText(leaves.format(title=self._title))
        self.update()

    @Slot()
    def _end(self) -> None:
        if self._stop():
            self.ended.emit()

    def _stop(self) -> bool:
        """Go away, and give the keyboard back to where it was; tell whether it was counting."""
        if not self._timer.isActive():
            return False
        self._timer.stop()
        held = self.cancel_button.hasFocus() or self.now_button.hasFocus()
        if held and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        return True

    def _place(self) -> None:
        window = self._window
        width = min(WIDTH, window.width() - 2 * Space.XL)
        left = (window.width() - width) // 2
        top = window.height() - LIFT - (HEIGHT + Space.S) * (self._place_among + 1)
        self.setGeometry(left, top, width, HEIGHT)
