"""Small buttons that choose whose preview is shown."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from cmstation.domain.accounts import Account
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import IconSize, Space

SWITCH = QSize(32, 28)


class NetworkSwitch(QWidget):
    """Small buttons, one for each account of the post.

    Signals:
        chosen: the account that the person wants to see.
    """

    chosen = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._accounts: tuple[Account, ...] = ()
        self._buttons: dict[int, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XS)
        self.setAccessibleName(self.tr("Network of the preview"))

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        """Show a button for each account."""
        if accounts == self._accounts:
            return
        self._accounts = accounts
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {account.id: self._button(account) for account in accounts}

    def choose(self, account: int) -> None:
        """Mark an account's button without a signal."""
        button = self._buttons.get(account)
        if button is not None:
            button.setChecked(True)

    def _button(self, account: Account) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "ghost")
        button.setProperty("controlSize", "small")
        button.setCheckable(True)
        button.setFixedSize(SWITCH)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(QSize(IconSize.CONTROL, IconSize.CONTROL))
        self._icons.bind(button, self._icons.network(account.network.value), "muted", on="accent")
        button.setToolTip(account.name)
        button.setAccessibleName(self.tr("Preview on {account}").format(account=account.name))
        self._group.addButton(button, account.id)
        self._row.addWidget(button)
        return button
