"""The row of versions: the base, one tab per account with its count, and the choice of accounts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cmstation.domain.accounts import Account
from cmstation.ui.drafts.documents import BASE
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton
from cmstation.ui.kit.tabs import TabMark, TabStrip

if TYPE_CHECKING:
    from cmstation.domain.counting.count import Count


class VersionTabs(QWidget):
    """Chooses the version that is edited.

    Signals:
        version_chosen: an account, or BASE.
        accounts_chosen: the accounts that the post is meant for, as a list.
    """

    version_chosen = Signal(int)
    accounts_chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = TabStrip(icons, self.tr("Versions"), versions=True, parent=self)
        self._strip.setUsesScrollButtons(True)
        self._strip.setExpanding(False)
        self._choose = IconButton(icons, "plus", self.tr("Choose the accounts"), parent=self)
        self._menu = QMenu(self._choose)
        self._menu.setToolTipsVisible(True)
        self._choose.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._strip, 1)
        row.addWidget(self._choose)
        self._shown: list[int] = []
        self._accounts: Sequence[Account] = ()
        self._quiet = False
        self._strip.currentChanged.connect(self._chosen)

    def current(self) -> int:
        """Return the account whose version is shown, or BASE."""
        place = self._strip.currentIndex()
        return self._shown[place] if 0 <= place < len(self._shown) else BASE

    def show_accounts(self, accounts: Sequence[Account], chosen: Sequence[int]) -> None:
        """Show a tab for each chosen account, keeping the current one."""
        wanted = [BASE, *(account.id for account in accounts if account.id in chosen)]
        if accounts != self._accounts or wanted != self._shown:
            self._rebuild(accounts, wanted)
        self._fill_menu(chosen)

    def go_to(self, account: int) -> None:
        """Show a version."""
        if account in self._shown:
            self._strip.setCurrentIndex(self._shown.index(account))

    def show_count(self, account: int, count: "Count | None", *, detached: bool) -> None:
        """Show a version's count, in alarm when it is too long."""
        if account not in self._shown:
            return
        counter = "" if count is None else str(count.length)
        if count is not None and count.limit is not None and count.limit <= 5000:
            counter = f"{count.length}/{count.limit}"
        found = next((one for one in self._accounts if one.id == account), None)
        icon = f"networks/{found.network.value}" if found is not None else ""
        alarm = count is not None and bool(count.over or count.other_problems)
        mark = TabMark(icon=icon, dot=detached, counter=counter, alarm=alarm)
        self._strip.set_mark(self._shown.index(account), mark)

    def _rebuild(self, accounts: Sequence[Account], wanted: list[int]) -> None:
        before = self.current()
        self._quiet = True
        while self._strip.count():
            self._strip.removeTab(0)
        self._accounts, self._shown = accounts, wanted
        by_id = {account.id: account for account in accounts}
        for account in wanted:
            if account == BASE:
                self._strip.add(self.tr("Base"), None)
            else:
                found = by_id[account]
                self._strip.add(found.name, TabMark(icon=f"networks/{found.network.value}"))
        self._quiet = False
        place = wanted.index(before) if before in wanted else 0
        self._strip.setCurrentIndex(place)
        self.version_chosen.emit(self.current())

    def _fill_menu(self, chosen: Sequence[int]) -> None:
        self._menu.clear()
        for account in self._accounts:
            action = QAction(account.name.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(account.id in chosen)
            action.setData(account.id)
            action.toggled.connect(self._accounts_toggled)
            self._menu.addAction(action)

    @Slot()
    def _accounts_toggled(self) -> None:
        wanted = [int(action.data()) for action in self._menu.actions() if action.isChecked()]
        self.accounts_chosen.emit(wanted)

    @Slot(int)
    def _chosen(self, _place: int) -> None:
        if not self._quiet:
            self.version_chosen.emit(self.current())
