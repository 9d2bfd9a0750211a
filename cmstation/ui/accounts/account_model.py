"""The clinic's accounts as Qt sees them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.accounts import Account
from cmstation.ui.accounts.account_words import spoken_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class AccountModel(QAbstractListModel):
    """Accounts in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts: tuple[Account, ...] = ()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Replace everything that is shown."""
        self.beginResetModel()
        self._accounts = tuple(accounts)
        self.endResetModel()

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that are shown."""
        return self._accounts

    def account(self, index: Index) -> Account | None:
        """Return the account at an index."""
        return self._accounts[index.row()] if 0 <= index.row() < len(self._accounts) else None

    def row_of(self, account: int) -> int:
        """Return where an account stands, -1 when it is not there."""
        return next((row for row, one in enumerate(self._accounts) if one.id == account), -1)

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._accounts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        account = self.account(index) if index.isValid() else None
        if account is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return account.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken_words(account)
        return None
