"""The wizard that connects an account, signs it in again, or checks it."""

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from cmstation.domain.accounts import Account
from cmstation.domain.networks import Way
from cmstation.ui.accounts.connection import Connection, Stage, Unfinished
from cmstation.ui.accounts.keyring_card import KEYRING_TROUBLES, KeyringCard
from cmstation.ui.accounts.page import Page
from cmstation.ui.accounts.rail import StepRail
from cmstation.ui.accounts.storing import storing
from cmstation.ui.accounts.wizard_foot import WizardFoot
from cmstation.ui.accounts.wizard_pages import WizardPages
from cmstation.ui.accounts.wizard_words import next_words, step_titles, window_title
from cmstation.ui.icons import Icons
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.theme.theme import Theme

_SIZE = QSize(880, 600)


class AccountWizard(DialogFrame):
    """Lead through the steps; nothing is stored before the last one.

    Signals:
        connected: the identity of the account that was stored or signed in again.
    """

    connected = Signal(int)

    def __init__(
        self,
        station: "Station",
        commands: "Commands",
        theme: "Theme",
        icons: Icons,
        parent: QWidget | None = None,
        *,
        connection: Connection | None = None,
        stage: Stage | None = None,
    ) -> None:
        """Start with a new account.

        Args:
            theme: the one of `icons`; every screen is made with both.
            connection: what is known already.
            stage: the step to begin with, else the first one.
        """
        super().__init__(icons, "", parent=parent)
        del theme
        self._station = station
        self._commands = commands
        unfinished = Unfinished.under(commands).take() if connection is None else None
        self._connection = connection or unfinished or Connection()
        self._place = 0 if unfinished is None else 1
        if stage is not None:
            self._place = self._connection.stages.index(stage)
        self.pages = WizardPages(icons, station, commands)
        self.keyring = KeyringCard(icons)
        self.rail = StepRail(icons)
        self._stack = QStackedWidget()
        foot = self._foot = WizardFoot(icons)
        self.details, self.later, self.back, self.next = foot.details, foot.later, foot.back, foot.next
        self._lay_out()
        self._join()
        self._show()

    @classmethod
    def for_account(
        cls,
        station: "Station",
        commands: "Commands",
        theme: "Theme",
        icons: Icons,
        account: Account,
        parent: QWidget | None = None,
    ) -> Self:
        """Make a wizard that signs a stored account in again."""
        connection = Connection.of(account, (Stage.SIGN_IN, Stage.CHECK))
        return cls(station, commands, theme, icons, parent, connection=connection)

    @classmethod
    def to_check(
        cls,
        station: "Station",
        commands: "Commands",
        theme: "Theme",
        icons: Icons,
        account: Account,
        parent: QWidget | None = None,
    ) -> Self:
        """Make a wizard that checks a stored account."""
        connection = Connection.of(account, (Stage.CHECK,))
        return cls(station, commands, theme, icons, parent, connection=connection)

    @property
    def stage(self) -> Stage:
        """The step that is shown."""
        return self._connection.stages[self._place]

    @property
    def page(self) -> Page:
        """The page of this step."""
        return self.pages.page(self._connection, self.stage)

    def sizeHint(self) -> QSize:
        return _SIZE

    def done(self, result: int, /) -> None:
        self._abandon(kept=result == int(QDialog.DialogCode.Rejected))
        super().done(result)

    # --- going ---

    @Slot()
    def _go_on(self) -> None:
        page = self.page
        if self._is_twin():
            self.accept()
            return
        if self.stage is Stage.CHECK and not page.ready:
            self.pages.check.check()
            return
        if not page.leave(self._connection):
            return
        if self._place + 1 < len(self._connection.stages):
            self._place += 1
            self._show()
        else:
            self._store()

    @Slot()
    def _go_back(self) -> None:
        self.page.abandon()
        if self.stage is Stage.CHECK:
            self._connection.report = None
        if self._place == 0:
            self._connection.stages = (Stage.SIGN_IN, Stage.CHECK)
        else:
            self._place -= 1
        self._show()

    def _store(self, *, session_only: bool = False) -> None:
        """Store what was connected; a keyring that cannot keep the secret offers the session instead."""
        work = storing(self._connection, self._station.accounts, session_only=session_only)
        if work is None:
            self.accept()
            return
        self.next.set_reason(self.tr("This is being saved."))
        self._commands.run(work, done=self._stored, failed=self._not_stored)

    @Slot()
    def _store_again(self) -> None:
        self.keyring.hide()
        self._store()

    @Slot()
    def _store_for_session(self) -> None:
        self.keyring.hide()
        self._store(session_only=True)

    def _stored(self, account: Account) -> None:
        if isValid(self):
            self.connected.emit(account.id)
            self.accept()
        elif self._connection.account is None:
            Unfinished.under(self._commands).take()  # put aside while it was being stored

    def _not_stored(self, error: Exception) -> bool:
        if not isValid(self):
            return False
        self.next.set_reason("")
        if isinstance(error, KEYRING_TROUBLES):
            self.keyring.tell(error)
            return True
        return False

    def _abandon(self, *, kept: bool) -> None:
        """Stop what is under way; keep what was typed, never the secret, for the next time."""
        self.page.abandon()
        self.pages.check.abandon()
        connection = self._connection
        if kept and connection.account is None and connection.network is not None:
            Unfinished.under(self._commands).keep(connection)
        connection.forget_secret()

    # --- showing ---

    @Slot()
    def _show(self) -> None:
        connection, page = self._connection, self.page
        self.setWindowTitle(window_title(connection))
        self.rail.show_steps(step_titles(connection), self._place)
        self.keyring.hide()
        self._stack.setCurrentWidget(page)
        page.enter(connection)
        self._show_buttons()
        self._foot.take_keyboard(page.first_field())

    @Slot()
    def _show_buttons(self) -> None:
        stage, page = self.stage, self.page
        checking = stage is Stage.CHECK and self.pages.check.running
        report = self.pages.check.report if stage is Stage.CHECK else None
        self.details.setVisible(report is not None)
        new, again = self._connection.account is None, self._may_sign_in_again()
        self._foot.show_ways(new=new, first=self._place == 0, sign_in_again=again)
        self.next.setText(
            next_words(stage, self._connection, passed=checking or page.ready, twin=self._is_twin())
        )
        self.next.set_reason(self.tr("The check is under way.") if checking else "")
        if not checking and stage is not Stage.CHECK and not page.ready:
            self.next.set_reason(self.tr("Something is missing on this page."))

    @Slot()
    def _check_turned(self) -> None:
        """Show a check that begins or ends: the keyboard goes to the next step as soon as there is one."""
        self._show_buttons()
        if self.stage is Stage.CHECK:
            self._foot.take_keyboard()
            self._foot.follow(self.pages.check.steps.fields())

    def _is_twin(self) -> bool:
        """Tell whether the check found an account that is stored already."""
        return self.stage is Stage.CHECK and self.pages.check.twin is not None

    def _may_sign_in_again(self) -> bool:
        """Tell whether a failed check of a stored account can lead to the sign-in."""
        page, connection = self.pages.check, self._connection
        failed = page.report is not None and not page.report.passed
        return self.stage is Stage.CHECK and failed and connection.way is Way.DIRECT

    @Slot()
    def _skip_page(self) -> None:
        """Go on when a page came to its end by itself."""
        if self.sender() is self.page:
            self._go_on()

    # --- building ---

    def _lay_out(self) -> None:
        self.setModal(True)
        self.setMinimumSize(800, 560)
        self.resize(_SIZE)
        self.body.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        holder = QVBoxLayout()
        holder.setContentsMargins(Space.XXL, 0, Space.XXL, Space.L)
        holder.addWidget(self.keyring)
        column.addLayout(holder)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        for page in self.pages.all():
            self._stack.addWidget(page)
        self._foot.place(self)

    def _join(self) -> None:
        for button, act in ((self.later, self.reject), (self.back, self._go_back), (self.next, self._go_on)):
            button.clicked.connect(act)
        self.details.clicked.connect(self.pages.check.copy_details)
        self.pages.check.checked.connect(self._check_turned)
        self.keyring.again_wanted.connect(self._store_again)
        self.keyring.session_wanted.connect(self._store_for_session)
        for page in self.pages.all():
            page.ready_changed.connect(self._show_buttons)
            page.completed.connect(self._skip_page)
