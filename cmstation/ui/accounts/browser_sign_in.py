"""Leads the person through their browser while a job waits for the answer."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from cmstation.domain.sign_in import OpenPage, ReturnPage

if TYPE_CHECKING:
    from cmstation.ui.commands import Commands
    from cmstation.ui.jobs import Job

Answer = TypeVar("Answer")
Work = Callable[[OpenPage, ReturnPage, threading.Event], Answer]


class BrowserSignIn(QObject):
    """One sign-in at a time; the page is opened on the window's thread.

    Signals:
        opened: the address that was given to the browser, and whether a browser took it.
    """

    opened = Signal(str, bool)
    _page_wanted = Signal(str)

    def __init__(self, commands: "Commands", parent: QObject) -> None:
        super().__init__(parent)
        self._commands = commands
        self._cancelled = threading.Event()
        self._job: Job[object] | None = None
        self._page_wanted.connect(self._open, Qt.ConnectionType.QueuedConnection)

    @property
    def waiting(self) -> bool:
        """Whether an answer is awaited."""
        return self._job is not None

    def start(
        self,
        work: "Work[Answer]",
        answer: Callable[[Answer], None],
        failed: Callable[[Exception], bool],
    ) -> None:
        """Begin; an earlier sign-in is cancelled."""
        self.cancel()
        cancelled = self._cancelled = threading.Event()
        page = self._return_page()

        def arrived(value: Answer) -> None:
            self._job = None
            answer(value)

        def refused(error: Exception) -> bool:
            self._job = None
            return failed(error)

        self._job = self._commands.ask(  # pyright: ignore[reportAttributeAccessIssue] - only ever cancelled
            lambda: work(self._ask_for_page, page, cancelled), arrived, owner=self, failed=refused, lane=""
        )

    def cancel(self) -> None:
        """Stop waiting; nothing is called back."""
        self._cancelled.set()
        if self._job is not None and isValid(self._job):
            self._job.cancel()
        self._job = None

    def _ask_for_page(self, address: str) -> None:
        """Have the window open a page; called on the job's thread."""
        if isValid(self):
            self._page_wanted.emit(address)

    @Slot(str)
    def _open(self, address: str) -> None:
        if self._job is not None:
            self.opened.emit(address, QDesktopServices.openUrl(QUrl(address)))

    def _return_page(self) -> ReturnPage:
        return ReturnPage(
            language=QLocale().name()[:2],
            title="CM Station",
            accepted=self.tr("You are signed in. You can close this page and go back to CM Station."),
            refused=self.tr("Access was refused. You can close this page and go back to CM Station."),
            unexpected=self.tr("This page does not belong to the sign-in under way. You can close it."),
        )


def open_page(address: str) -> bool:
    """Open a page in the person's browser; tell whether one took it."""
    return QDesktopServices.openUrl(QUrl(address))
