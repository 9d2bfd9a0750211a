"""The list of the clinic's accounts, and what can be done with each."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.changes import Changes
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.ui.accounts.account_delegate import AccountDelegate
from cmstation.ui.accounts.account_model import AccountModel
from cmstation.ui.accounts.account_panel import AccountPanel
from cmstation.ui.accounts.remove_dialog import RemoveDialog
from cmstation.ui.accounts.wizard import AccountWizard
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.empty_state import EmptyState

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.theme.theme import Theme


class AccountsDialog(DialogFrame):
    """Show the accounts in their order; the one that is chosen can be changed at the right.

    Signals:
        wizard_wanted: the person wants to connect one more.
    """

    wizard_wanted = Signal()

    def __init__(
        self,
        station: "Station",
        commands: "Commands",
        theme: "Theme",
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, self.tr("Accounts"), parent=parent)
        self._station = station
        self._commands = commands
        self._theme = theme
        self.model = AccountModel(self)
        self.view = QListView()
        self.panel = AccountPanel(icons)
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            icons,
            self.tr("No account is connected yet"),
            self.tr(
                "Connect the site of the clinic or a social network. CM Station publishes on some by itself,"
                " and prepares everything for the others."
            ),
            drawing="exchanges",
            action=self.tr("Connect an account"),
            action_icon="plus",
        )
        self._add = SecondaryButton(icons, self.tr("Connect an account"), icon="plus")
        self._lay_out()
        self._join()
        self.look_again()

    @property
    def account(self) -> Account | None:
        """The account that is chosen."""
        return self.model.account(self.view.currentIndex())

    def choose(self, account: int) -> None:
        """Choose an account."""
        self.view.setCurrentIndex(self.model.index(self.model.row_of(account), 0))

    @Slot()
    def look_again(self) -> None:
        """Read the accounts again."""
        self._commands.ask(
            self._station.accounts.all, self._show_accounts, owner=self, replaces="accounts-dialog"
        )

    # --- deeds ---

    @Slot()
    def _check(self) -> None:
        self._open(AccountWizard.to_check)

    @Slot()
    def _sign_in(self) -> None:
        self._open(AccountWizard.for_account)

    @Slot(str)
    def _rename(self, name: str) -> None:
        self._run(lambda account: self._station.accounts.rename(account.id, name))

    @Slot(str)
    def _set_audience(self, readers: str) -> None:
        self._run(lambda account: self._station.accounts.set_audience(account.id, readers))

    @Slot(bool)
    def _set_native(self, wanted: bool) -> None:
        self._run(lambda account: self._station.accounts.set_native_scheduling(account.id, wanted))

    @Slot()
    def _pause(self) -> None:
        self._run(
            lambda account: self._station.accounts.pause(account.id, account.state is not AccountState.PAUSED)
        )

    @Slot(int)
    def _move(self, way: int) -> None:
        account, order = self.account, [one.id for one in self.model.accounts]
        if account is None:
            return
        place = order.index(account.id)
        there = place + way
        if 0 <= there < len(order):
            order[place], order[there] = order[there], order[place]
            self._run(lambda _account: self._station.accounts.reorder(order))

    @Slot()
    def _ask_to_remove(self) -> None:
        account = self.account
        if account is not None:
            dialog = RemoveDialog(self.icons, account, parent=self)
            dialog.accepted.connect(self._remove)
            dialog.open()

    @Slot()
    def _remove(self) -> None:
        self._run(lambda account: self._station.accounts.remove(account.id))

    def _run(self, deed: Callable[[Account], Changes]) -> None:
        account = self.account
        if account is not None:
            self._commands.run(lambda: deed(account), failed=self._refused, owner=self)

    def _refused(self, error: Exception) -> bool:
        self.look_again()
        if isinstance(error, AlreadyPlanned):
            self.panel.say(
                self.tr(
                    "A post is still on its way to this account. Cancel or settle it, then remove the"
                    " account."
                )
            )
            return True
        return False

    def _open(self, make: "Callable[..., AccountWizard]") -> None:
        account = self.account
        if account is not None:
            make(self._station, self._commands, self._theme, self.icons, account, self).open()

    # --- showing ---

    def _show_accounts(self, accounts: tuple[Account, ...]) -> None:
        chosen, row = self.account, self.view.currentIndex().row()
        self.model.show_accounts(accounts)
        self._stack.setCurrentIndex(0 if accounts else 1)
        self._add.setVisible(bool(accounts))
        if not accounts:
            return
        kept = self.model.row_of(chosen.id) if chosen is not None else -1
        wanted = kept if kept >= 0 else min(max(row, 0), len(accounts) - 1)
        self.view.setCurrentIndex(self.model.index(wanted, 0))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        account, row = self.account, self.view.currentIndex().row()
        if account is not None:
            zone, now = self._station.preferences.zone(), self._station.clock.now()
            last = row == self.model.rowCount() - 1
            self.panel.show_account(account, zone, now, first=row == 0, last=last)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.accounts:
            self.look_again()

    # --- building ---

    def _lay_out(self) -> None:
        self.setModal(True)
        self.resize(880, 620)
        self.setMinimumSize(720, 480)
        self.body.setContentsMargins(0, 0, 0, 0)
        filled = QWidget()
        row = QHBoxLayout(filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.view.setModel(self.model)
        self.view.setItemDelegate(AccountDelegate(self.icons, self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Accounts of the clinic"))
        row.addWidget(self.view, 1)
        row.addWidget(self.panel)
        empty = QWidget()
        QVBoxLayout(empty).addWidget(self._empty)
        self._stack.addWidget(filled)
        self._stack.addWidget(empty)
        self.body.addWidget(self._stack)
        close = SecondaryButton(self.icons, self.tr("Close"))
        close.clicked.connect(self.accept)
        self._add.setAutoDefault(False)
        if self._empty.button is not None:
            self._empty.button.setAutoDefault(False)
        self.add_foot_left(self._add)
        # No default: Enter in the name only renames.
        self.add_button(close)

    def _join(self) -> None:
        self._empty.acted.connect(self.wizard_wanted)
        self._add.clicked.connect(self.wizard_wanted)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.panel.check_wanted.connect(self._check)
        self.panel.sign_in_wanted.connect(self._sign_in)
        self.panel.renamed.connect(self._rename)
        self.panel.audience_said.connect(self._set_audience)
        self.panel.native_wanted.connect(self._set_native)
        self.panel.pause_wanted.connect(self._pause)
        self.panel.remove_wanted.connect(self._ask_to_remove)
        self.panel.moved.connect(self._move)
        self._commands.changed.connect(self._changed)
        for keys, button in (
            ("Alt+Up", self.panel.up),
            ("Alt+Down", self.panel.down),
            ("Del", self.panel.remove),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(button.click)
