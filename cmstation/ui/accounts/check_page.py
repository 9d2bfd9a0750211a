"""Fourth step: try the connection, and say in words what works and what does not."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from cmstation.domain.accounts import Account
from cmstation.domain.changes import Changes
from cmstation.domain.errors import StationError
from cmstation.domain.networks import AccountReport, CheckStep, Network, Way
from cmstation.services.sign_in import same_account
from cmstation.ui.accounts.check_list import CheckList
from cmstation.ui.accounts.check_words import (
    EXPECTED_STEPS,
    connection_words,
    failed_step,
    host_message,
    result_words,
    technical_details,
)
from cmstation.ui.accounts.connection import Connection
from cmstation.ui.accounts.host_message import HostMessage
from cmstation.ui.accounts.page import Page
from cmstation.ui.accounts.trouble import Trouble
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.kit.networks import NetworkLabel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.wording import words_for

if TYPE_CHECKING:
    from cmstation.domain.clock import Clock
    from cmstation.services.accounts import AccountBook
    from cmstation.ui.commands import Commands
    from cmstation.ui.jobs import Job, Progress


@dataclass(frozen=True, slots=True)
class _Tried:
    """How a check ended, and the stored account that this one would repeat."""

    report: AccountReport
    twin: Account | None = None


class CheckPage(Page):
    """Run the check in the background and show its steps.

    Signals:
        checked: the check has begun, or has ended.
    """

    checked = Signal()

    def __init__(
        self,
        icons: Icons,
        accounts: "AccountBook",
        commands: "Commands",
        clock: "Clock",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, parent=parent)
        self._accounts = accounts
        self._commands = commands
        self._clock = clock
        self._connection = Connection()
        self._job: Job[_Tried] | None = None
        self._twin: Account | None = None
        self._moment = ""
        self._what = NetworkLabel(icons, "wordpress", "", colour="muted")
        self._running = Paragraph(
            icons, self.tr("Being tried, step by step; it takes a few seconds."), colour="muted"
        )
        self._running.hide()
        self._trouble = Trouble(icons)
        self.steps = CheckList(icons)
        self.column.addSpacing(Space.XS)
        self.column.addWidget(self._what)
        self.column.addSpacing(Space.M)
        self.column.addWidget(self._trouble)
        self.column.addWidget(self._running)
        self.column.addSpacing(Space.S)
        self.column.addWidget(self.steps)
        self.column.addStretch(1)
        self.steps.message_wanted.connect(self._write_message)

    @property
    def ready(self) -> bool:
        return self.report is not None and self.report.passed and not (self._is_another() or self._twin)

    @property
    def running(self) -> bool:
        """Whether a check is under way."""
        return self._job is not None

    @property
    def twin(self) -> Account | None:
        """The stored account that this one would repeat."""
        return self._twin

    @property
    def report(self) -> AccountReport | None:
        """The result, None before it."""
        return self._connection.report

    @property
    def trouble(self) -> str:
        """What stands in the way beside the steps, "" when nothing does."""
        return self._trouble.text

    def enter(self, connection: Connection) -> None:
        self._connection = connection
        if connection.report is None:
            self.check()
        else:
            self._show_report(connection.report)

    def abandon(self) -> None:
        if self._job is not None and isValid(self._job):
            self._job.cancel()
        self._job = None

    def leave(self, connection: Connection) -> bool:
        return self.ready

    def check(self) -> None:
        """Try the connection, once more if need be."""
        self.abandon()
        connection = self._connection
        connection.report = self._twin = None
        self._trouble.silence()
        self._name()
        self.entitle(self.tr("Checking the connection…"))
        self._running.show()
        self.steps.expect(_expected(connection))
        job = self._job = self._commands.jobs.start(
            self._work(), on_success=self._answered, on_failure=self._failed, owner=self
        )
        job.told.connect(self._step_ended)
        self.checked.emit()

    @Slot()
    def copy_details(self) -> None:
        """Put the technical details on the clipboard."""
        if self.report is not None:
            details = technical_details(self._connection, self.report, self._moment)
            QGuiApplication.clipboard().setText(details)

    # --- inside ---

    def _work(self) -> "Callable[[Progress], _Tried]":
        connection, accounts = self._connection, self._accounts
        if connection.account is not None and connection.secret is None:
            stored = connection.account.id
            return lambda progress: _Tried(accounts.check(stored, progress.tell))
        new, secret, again = connection.new_account(), connection.secret, connection.account is not None

        def try_out(progress: "Progress") -> _Tried:
            report = accounts.try_out(new, secret, progress.tell)
            if again or not report.passed:
                return _Tried(report)
            found = replace(new, handle=report.handle or new.handle, address=report.address or new.address)
            return _Tried(report, same_account(accounts.all(), found))

        return try_out

    @Slot(object)
    def _step_ended(self, step: CheckStep) -> None:
        self.steps.step_ended(step)

    def _answered(self, tried: _Tried) -> None:
        report = tried.report
        self._job, self._twin = None, tried.twin
        self._moment = f"{self._clock.now():%Y-%m-%d %H:%M UTC}"
        self._connection.report = report
        self._show_report(report)
        self.checked.emit()
        account = self._connection.account
        if account is not None and self._connection.secret is None:
            # The check noted what the server says of itself.
            self._commands.changed.emit(Changes(accounts=frozenset({account.id})))

    def _failed(self, error: Exception) -> None:
        """Say what kept the check from beginning: a keyring that is locked, for instance."""
        self._job = None
        self._running.hide()
        self.entitle(self.tr("The check could not begin"))
        self.steps.show_steps(())
        self.checked.emit()
        if not isinstance(error, StationError):
            self._commands.tell_error(error)
            return
        words = words_for(error)
        self._trouble.say(" ".join(part for part in (words.what, words.why, words.next) if part))

    def _show_report(self, report: AccountReport) -> None:
        self._running.hide()
        self._name()
        self.entitle(result_words(report))
        self.steps.show_steps(report.steps)
        if self._is_another() and self._connection.account is not None:
            self.entitle(self.tr("This is another account"))
            self._trouble.say(
                self.tr(
                    "You signed in as {found}; this account is {expected}. Go back and sign in as {expected}."
                ).format(found=report.handle, expected=self._connection.account.handle)
            )
        if self._twin is not None:
            self.entitle(self.tr("This account is connected already"))
            self._trouble.say(
                self.tr(
                    "It is called “{name}” here; a second one would publish each post twice. Close this"
                    " window and choose it in the list of accounts."
                ).format(name=self._twin.name)
            )
        announce(self, self.title.text())

    def _is_another(self) -> bool:
        """Tell whether the browser signed in as somebody else than the stored account."""
        account, report = self._connection.account, self.report
        if account is None or report is None or account.network is not Network.MASTODON:
            return False
        return bool(account.handle and report.handle) and account.handle.lower() != report.handle.lower()

    def _name(self) -> None:
        self._what.show_network(self._connection.chosen.value, connection_words(self._connection))

    @Slot()
    def _write_message(self) -> None:
        report = self.report
        failed = failed_step(report) if report is not None else None
        if failed is None:
            return
        subject, text = host_message(self._connection.address, failed)
        HostMessage(self.icons, subject, text, parent=self.window()).open()


def _expected(connection: Connection) -> tuple[str, ...]:
    if connection.way is Way.REHEARSAL:
        return ("rehearsal",)
    return EXPECTED_STEPS.get(connection.chosen, ())


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that came by itself."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
