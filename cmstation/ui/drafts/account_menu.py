"""The menu that says which accounts a post is for; it stays open while one ticks."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from cmstation.domain.accounts import Account
from cmstation.ui.icons import Icons


class AccountMenu(QMenu):
    """Ticks accounts.

    Signals:
        accounts_chosen: the ticked accounts as a list.
        wizard_wanted: the person wants to connect another account.
    """

    accounts_chosen = Signal(object)
    wizard_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown: tuple[Account, ...] | None = None
        self._ticks: dict[int, QAction] = {}
        self._filling = False
        self.setToolTipsVisible(True)
        self.installEventFilter(self)

    def show_accounts(
        self, accounts: Sequence[Account], chosen: Sequence[int], locked: frozenset[int]
    ) -> None:
        """Show the accounts, those of the post ticked; what has left cannot be taken off any more."""
        if tuple(accounts) != self._shown:
            self._rebuild(tuple(accounts))
        self._filling = True
        for account, action in self._ticks.items():
            action.setChecked(account in chosen)
            action.setEnabled(account not in locked)
            action.setToolTip(self.tr("Sent there already") if account in locked else action.text())
        self._filling = False

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Tick without closing."""
        pressed = isinstance(event, QKeyEvent) and event.key() in {
            Qt.Key.Key_Space,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        }
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released or (event.type() == QEvent.Type.KeyPress and pressed):
            action = cast("QAction | None", self.activeAction())  # the stubs promise too much
            if action is not None and action.isCheckable() and action.isEnabled():
                action.trigger()
                return True
        return super().eventFilter(watched, event)

    def _rebuild(self, accounts: tuple[Account, ...]) -> None:
        self.clear()
        self._shown, self._ticks = accounts, {}
        for account in accounts:
            action = QAction(account.name.replace("&", "&&"), self)
            action.setCheckable(True)
            action.toggled.connect(self._tell)
            self._ticks[account.id] = action
            self.addAction(action)
        if accounts:
            self.addSeparator()
        other = self.addAction(self.tr("Connect an account…"))
        self._icons.bind(other, "plus")
        other.triggered.connect(self.wizard_wanted)

    @Slot()
    def _tell(self) -> None:
        if not self._filling:
            self.accounts_chosen.emit([a for a, action in self._ticks.items() if action.isChecked()])
