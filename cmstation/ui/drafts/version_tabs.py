"""The row of versions: the base, one tab per account with its count, and the choice of accounts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.drafts import Draft
from cmstation.ui.drafts.account_menu import AccountMenu
from cmstation.ui.drafts.documents import BASE
from cmstation.ui.drafts.left import is_locked
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton
from cmstation.ui.kit.tabs import TabMark, TabStrip
from cmstation.ui.theme.strokes import hairline

if TYPE_CHECKING:
    from cmstation.domain.counting.count import Count

# Up to this limit a text is written with an eye on it; beyond, the limit shows only when it comes near.
TIGHT, NEAR = 1000, 0.8


class VersionTabs(QWidget):
    """Chooses the version that is edited; `choose` says for how many accounts, and stands elsewhere.

    Signals:
        version_chosen: an account, or BASE.
        accounts_chosen: the accounts that the post is meant for, as a list.
        wizard_wanted: another account is to be connected.
    """

    version_chosen = Signal(int)
    accounts_chosen = Signal(object)
    wizard_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._strip = TabStrip(icons, self.tr("Versions"), versions=True, parent=self)
        self._strip.setUsesScrollButtons(True)
        self._strip.setExpanding(False)
        self.choose = GhostButton(icons, "", icon="users", size="small", parent=self)
        self.choose.setToolTip(self.tr("Choose the accounts"))
        self.menu = AccountMenu(icons, self.choose)
        self.menu.accounts_chosen.connect(self.accounts_chosen)
        self.menu.wizard_wanted.connect(self.wizard_wanted)
        self.choose.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._strip, 1)
        self._shown: list[int] = []
        self._accounts: tuple[Account, ...] = ()
        self._quiet = False
        self._strip.currentChanged.connect(self._chosen)

    def current(self) -> int:
        """Return the account whose version is shown, or BASE."""
        place = self._strip.currentIndex()
        return self._shown[place] if 0 <= place < len(self._shown) else BASE

    def show_accounts(self, accounts: Sequence[Account], draft: Draft) -> None:
        """Show a tab for each account of a post, keeping the current one."""
        wanted = [BASE, *(account.id for account in accounts if account.id in draft.accounts)]
        if tuple(accounts) != self._accounts or wanted != self._shown:
            self._rebuild(tuple(accounts), wanted)
        locked = frozenset(account for account in draft.accounts if is_locked(draft, account))
        self.menu.show_accounts(self._accounts, draft.accounts, locked)
        self.choose.setText(self.tr("%n account(s)", "", len(draft.accounts)))

    def go_to(self, account: int) -> None:
        """Show a version."""
        if account in self._shown:
            self._strip.setCurrentIndex(self._shown.index(account))

    def show_count(self, account: int, count: "Count | None", *, detached: bool) -> None:
        """Show a version's count, in alarm when it is too long."""
        if account not in self._shown:
            return
        found = next((one for one in self._accounts if one.id == account), None)
        icon = self._icons.network(found.network.value) if found is not None else ""
        alarm = count is not None and not count.fits
        counter = "" if count is None else _counter(count)
        mark = TabMark(icon=icon, dot=detached, counter=counter, alarm=alarm)
        self._strip.set_mark(self._shown.index(account), mark)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        hairline(QPainter(self), self.rect(), self._icons.theme.colour("border"), Qt.Edge.BottomEdge)

    def _rebuild(self, accounts: tuple[Account, ...], wanted: list[int]) -> None:
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
                self._strip.add(found.name, TabMark(icon=self._icons.network(found.network.value)))
        self._quiet = False
        place = wanted.index(before) if before in wanted else 0
        self._strip.setCurrentIndex(place)
        self.version_chosen.emit(self.current())

    @Slot(int)
    def _chosen(self, _place: int) -> None:
        if not self._quiet:
            self.version_chosen.emit(self.current())


def _counter(count: "Count") -> str:
    """Return the figure beside a version's name."""
    if count.limit is None:
        return ""
    if count.limit <= TIGHT or count.length >= NEAR * count.limit:
        return f"{count.length}/{count.limit}"
    return str(count.length)
