"""What leads a post out: one click, a countdown, a last look when something is amiss, then the result."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cmstation.domain.checks.findings import Severity
from cmstation.domain.delivery import Delivery
from cmstation.domain.planned_time import PlannedTime
from cmstation.services.done import Done
from cmstation.ui.dates import planned_words
from cmstation.ui.icons import Icons
from cmstation.ui.publishing.countdown import CountdownBar
from cmstation.ui.publishing.departure import Departure, departure_of
from cmstation.ui.publishing.hand_over import HandOverDialog
from cmstation.ui.publishing.last_look import LastLook
from cmstation.ui.publishing.result import ResultDialog
from cmstation.ui.publishing.send_log import SendLogDialog
from cmstation.ui.theme.theme import Theme

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


class Publishing(QObject):
    """Publishes posts from anywhere in the window.

    Signals:
        sign_in_wanted: an account whose password is no longer accepted.
    """

    sign_in_wanted = Signal(int)

    def __init__(
        self, window: QWidget, station: "Station", commands: "Commands", theme: Theme, icons: Icons
    ) -> None:
        super().__init__(window)
        self._window = window
        self._station = station
        self._commands = commands
        self._theme = theme
        self._icons = icons
        self._countdown: CountdownBar | None = None
        self._result: ResultDialog | None = None
        self._asked: set[int] = set()
        self.open_page = QDesktopServices.openUrl

    # --- leaving ---

    def publish(self, post: int) -> None:
        """Publish now: after a countdown when every check passes, else through the last look."""
        if post in self._asked or self._countdown is not None:
            return
        self._asked.add(post)
        self._gather(post, self._leave)

    def plan(self, post: int, planned: PlannedTime) -> None:
        """Put a post in the outbox for its hour; the last look opens when something is amiss."""
        self._gather(post, lambda found: self._plan(found, planned))

    def look(self, post: int) -> None:
        """Open the last look."""
        self._gather(post, self._show_last_look)

    # --- afterwards ---

    def show_result(self, post: int) -> None:
        """Show where a post is live."""
        if self._result is not None and self._result.post == post:
            self._result.raise_()
            return
        if self._result is not None:
            self._result.close()
        result = ResultDialog(self._icons, self._station, self._commands, post, self._window)
        result.hand_over_wanted.connect(self.hand_over)
        result.log_wanted.connect(self.show_log)
        result.sign_in_wanted.connect(self.sign_in_wanted)
        result.page_wanted.connect(self._open_page)
        result.destroyed.connect(self._forget_result)
        self._result = result
        result.open()

    def hand_over(self, delivery: int) -> None:
        """Help to publish by hand: text copied, page opened, pictures ready."""
        assistant = self._station.assistant

        def show(given: object) -> None:
            from cmstation.services.assisted import HandOver  # noqa: PLC0415

            assert isinstance(given, HandOver)  # noqa: S101 (what hand_over returns)
            dialog = HandOverDialog(self._icons, given, self._station, self._commands, self._window)
            dialog.page_wanted.connect(self._open_page)
            dialog.open()
            dialog.start()

        self._commands.ask(lambda: assistant.hand_over(delivery), show, owner=self)

    def show_log(self, delivery: int) -> None:
        """Show every call of a delivery."""
        SendLogDialog(self._icons, self._station, self._commands, delivery, self._window).open()

    # --- inside ---

    def _gather(self, post: int, then: Callable[[Departure], None]) -> None:
        """Ask what would leave, after everything typed is on disk."""
        self._commands.ask(
            lambda: departure_of(self._station, post),
            then,
            owner=self,
            failed=lambda error: self._not_gathered(post, error),
            lane="storage",
        )

    def _not_gathered(self, post: int, _error: Exception) -> bool:
        self._asked.discard(post)
        return False

    def _leave(self, found: Departure) -> None:
        post = found.draft.id
        self._asked.discard(post)
        if not found.rows and found.draft.deliveries:
            self.show_result(post)
        elif found.worst is not Severity.PASSED or self._station.preferences.always_last_look():
            self._show_last_look(found)
        else:
            self._count_down(found)

    def _count_down(self, found: Departure) -> None:
        seconds = self._station.preferences.countdown_seconds()
        accounts = [row.account.id for row in found.rows]
        if seconds == 0:
            self._send(found.draft.id, accounts, None)
            return
        names = ", ".join(row.account.name for row in found.rows)
        bar = CountdownBar(self._icons, names, seconds, self._window)
        bar.ended.connect(lambda: self._counted_down(found.draft.id, accounts))
        bar.cancelled.connect(self._forget_countdown)
        self._countdown = bar
        bar.start()

    def _counted_down(self, post: int, accounts: list[int]) -> None:
        self._forget_countdown()
        self._send(post, accounts, None)

    def _forget_countdown(self) -> None:
        if self._countdown is not None:
            self._countdown.deleteLater()
            self._countdown = None

    def _show_last_look(self, found: Departure) -> None:
        self._asked.discard(found.draft.id)
        dialog = LastLook(self._icons, found, self._station, self._commands, self._window)
        post = found.draft.id

        def confirmed(accounts: list[int], planned: PlannedTime | None) -> None:
            self._send(post, accounts, planned)

        dialog.confirmed.connect(confirmed)
        dialog.open()

    def _plan(self, found: Departure, planned: PlannedTime) -> None:
        if found.worst is Severity.BLOCKING or not found.rows:
            self._show_last_look(found)
            return
        self._send(found.draft.id, [row.account.id for row in found.rows], planned)

    def _send(self, post: int, accounts: list[int], planned: PlannedTime | None) -> None:
        station, outbox = self._station, self._station.outbox
        zone = station.preferences.zone()

        def work() -> Done[tuple[Delivery, ...]]:
            done = outbox.plan(post, accounts=accounts, due=planned, zone=zone)
            # What leaves now is taken back by Cancel in the result, not by undo.
            return done if planned is not None else Done(done.value, done.changes)

        if planned is None:
            self._commands.run(work, done=lambda _made: self.show_result(post), owner=self)
            return
        when = planned_words(planned, station.clock.now(), zone)
        undo_text = self.tr("Planned: {when}").format(when=when)
        self._commands.run(work, undo_text=undo_text)

    def _open_page(self, address: str) -> None:
        if address.startswith(("https://", "http://")):
            self.open_page(QUrl(address))

    def _forget_result(self) -> None:
        self._result = None
