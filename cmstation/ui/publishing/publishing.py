"""What leads a post out: one click, a countdown, a last look when something is amiss, then the result."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cmstation.domain.changes import Changes
from cmstation.domain.checks.findings import Finding, Severity, Topic
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.errors import NotReady
from cmstation.domain.planned_time import PlannedTime
from cmstation.services.done import Done
from cmstation.ui.dates import planned_words
from cmstation.ui.icons import Icons
from cmstation.ui.notices import Notice
from cmstation.ui.publishing.by_hand import ByHand, first_by_hand
from cmstation.ui.publishing.countdown import CountdownBar
from cmstation.ui.publishing.departure import Departure, departure_of
from cmstation.ui.publishing.last_look import Group, LastLook
from cmstation.ui.publishing.result import ResultDialog
from cmstation.ui.publishing.result_deeds import ResultDeeds
from cmstation.ui.publishing.send_log import SendLogDialog
from cmstation.ui.theme.theme import Theme

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


class Publishing(QObject):
    """Publishes posts from anywhere in the window.

    Signals:
        sign_in_wanted: an account whose password is no longer accepted.
        mend_wanted: a post and the `Finding` that the person wants to mend.
    """

    sign_in_wanted = Signal(int)
    mend_wanted = Signal(int, object)

    def __init__(
        self, window: QWidget, station: "Station", commands: "Commands", theme: Theme, icons: Icons
    ) -> None:
        super().__init__(window)
        del theme  # the icons carry it
        self._window = window
        self._station = station
        self._commands = commands
        self._icons = icons
        # Posts that are being looked at, counted down or planned: a second click changes nothing.
        self._busy: set[int] = set()
        self._countdowns: dict[int, CountdownBar] = {}
        self._results: dict[int, ResultDialog] = {}
        self.by_hand = ByHand(window, station, commands, icons, self)
        self.by_hand.shown.connect(self._mark_handed)
        self.by_hand.page_wanted.connect(self._open_page)
        self.by_hand.folder_wanted.connect(self._open_folder)
        self.open_page: Callable[[QUrl], object] = QDesktopServices.openUrl

    # --- leaving ---

    def publish(self, post: int) -> None:
        """Publish now: after a countdown when every check passes, else through the last look."""
        self._begin(post, self._leave)

    def plan(self, post: int, planned: PlannedTime) -> None:
        """Put a post in the outbox for its hour; the last look opens when something is amiss."""
        self._begin(post, lambda found: self._plan(found, planned))

    def look(self, post: int) -> None:
        """Open the last look."""
        self._begin(post, lambda found: self._look(found, found.draft.planned))

    # --- afterwards ---

    def show_result(self, post: int) -> None:
        """Show where a post is live; closing it stops nothing."""
        shown = self._results.get(post)
        if shown is not None:
            shown.raise_()
            shown.activateWindow()
            return
        result = ResultDialog(self._icons, self._station, self._commands, post, self._window)
        deeds = ResultDeeds(result, self._station, self._commands)
        deeds.page_wanted.connect(self._open_page)
        deeds.hand_over_wanted.connect(self.hand_over)
        deeds.sign_in_wanted.connect(self.sign_in_wanted)
        deeds.log_wanted.connect(self._show_logs)
        result.finished.connect(partial(self._result_closed, post))
        self._results[post] = result
        # Whoever went on writing while it counted down keeps the keyboard.
        writes = isinstance(self._window.window().focusWidget(), (QLineEdit, QPlainTextEdit))
        result.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, writes)
        result.show()

    def hand_over(self, delivery: int) -> None:
        """Help to publish by hand: text copied, page opened, pictures ready."""
        self.by_hand.hand_over(delivery)

    def is_in_hand(self, delivery: int) -> bool:
        """Tell whether a delivery is before the person already, or about to be."""
        return self.by_hand.is_in_hand(delivery)

    def show_log(self, delivery: int) -> None:
        """Show every call of a delivery."""
        self._show_logs((delivery,))

    def _mark_handed(self, delivery: int) -> None:
        for result in self._results.values():
            result.mark_handed(delivery)

    def _result_closed(self, post: int, _how: int) -> None:
        self._results.pop(post, None)

    # --- before it leaves ---

    def _begin(self, post: int, then: Callable[[Departure], None]) -> None:
        if post not in self._busy:
            self._busy.add(post)
            self._gather(post, then)

    def _gather(self, post: int, then: Callable[[Departure], None]) -> None:
        """Ask what would leave, after everything typed is on disk."""
        self._commands.ask(
            lambda: departure_of(self._station, post),
            then,
            owner=self,
            failed=lambda _error: self._give_up(post),
            lane="storage",
        )

    def _give_up(self, post: int) -> bool:
        """Forget what was begun; False lets the error be told."""
        self._busy.discard(post)
        return False

    def _leave(self, found: Departure) -> None:
        planned = found.draft.planned
        later = planned is not None and planned.instant > self._station.clock.now()
        if self._has_left(found):
            return
        # With an hour set, "now or at its hour" is a question that only the person can answer.
        if later or found.worst is not Severity.PASSED or self._station.preferences.always_last_look():
            self._look(found, planned)
        else:
            self._count_down(found)

    def _plan(self, found: Departure, planned: PlannedTime) -> None:
        if self._has_left(found):
            return
        passed = planned.instant <= self._station.clock.now()
        if passed or found.worst is not Severity.PASSED or self._station.preferences.always_last_look():
            self._look(found, planned)
        else:
            self._send(found.draft.id, [(list(found.accounts), planned)])

    def _has_left(self, found: Departure) -> bool:
        if not found.all_left:
            return False
        self._busy.discard(found.draft.id)
        self.show_result(found.draft.id)
        return True

    def _look(self, found: Departure, planned: PlannedTime | None) -> None:
        post, station = found.draft.id, self._station
        if self._has_left(found):
            return
        dialog = LastLook(
            self._icons, found, planned, station.clock.now(), station.preferences.zone(), self._window
        )
        dialog.rejected.connect(partial(self._give_up, post))
        dialog.confirmed.connect(partial(self._send, post))
        dialog.mend_wanted.connect(partial(self._mend, post))
        dialog.open()

    def _mend(self, post: int, finding: Finding) -> None:
        if finding.account is not None and finding.topic is Topic.SIGN_IN_NEEDED:
            self.sign_in_wanted.emit(finding.account)
        else:
            self.mend_wanted.emit(post, finding)

    # --- the countdown ---

    def _count_down(self, found: Departure) -> None:
        post, accounts = found.draft.id, found.accounts
        seconds = self._station.preferences.countdown_seconds()
        if seconds == 0:
            self._send(post, [(list(accounts), None)])
            return
        title = found.draft.title or " ".join(found.draft.text.split())[:60]
        names = [row.account for row in found.rows]
        bar = CountdownBar(self._icons, title, names, seconds, self._window)
        bar.ended.connect(partial(self._counted_down, post, accounts))
        bar.cancelled.connect(partial(self._cancelled, post))
        self._countdowns[post] = bar
        self._arrange()
        bar.start()

    def _counted_down(self, post: int, accounts: tuple[int, ...]) -> None:
        """Look once more: the post may have been changed while it counted."""
        self._forget_countdown(post)
        self._gather(post, lambda found: self._leave_if_unchanged(found, accounts))

    def _leave_if_unchanged(self, found: Departure, accounts: tuple[int, ...]) -> None:
        if found.worst is Severity.PASSED and found.accounts == accounts:
            self._send(found.draft.id, [(list(accounts), None)])
        else:
            self._look(found, None)

    def _cancelled(self, post: int) -> None:
        self._forget_countdown(post)
        self._busy.discard(post)
        self._commands.noticed.emit(Notice(self.tr("Cancelled: nothing has left."), key="countdown"))

    def _forget_countdown(self, post: int) -> None:
        bar = self._countdowns.pop(post, None)
        if bar is not None:
            bar.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        newest = len(self._countdowns) - 1
        for place, bar in enumerate(self._countdowns.values()):
            bar.stand(place, hears_escape=place == newest)

    # --- into the outbox ---

    def _send(self, post: int, groups: Sequence[Group]) -> None:
        later = [planned for _, planned in groups if planned is not None]
        self._commands.run(
            lambda: _plan_all(self._station, post, groups),
            done=lambda first: self._planned(post, first, now=len(later) < len(groups)),
            failed=lambda error: self._not_planned(post, error),
            undo_text=self._undo_words(later),
            owner=self,
        )

    def _undo_words(self, later: Sequence[PlannedTime]) -> str:
        if not later:
            return ""
        first = min(later, key=lambda planned: planned.instant)
        when = planned_words(first, self._station.clock.now(), self._station.preferences.zone())
        return self.tr("Planned: {when}").format(when=when)

    def _planned(self, post: int, first_by_hand: int | None, *, now: bool) -> None:
        self._busy.discard(post)
        if now:
            self.show_result(post)
        if first_by_hand is not None:
            self.by_hand.expect(first_by_hand)

    def _not_planned(self, post: int, error: Exception) -> bool:
        self._busy.discard(post)
        if isinstance(error, AlreadyPlanned):
            self.show_result(post)
            return True
        if isinstance(error, NotReady):
            self.look(post)
            return True
        return False

    # --- the rest of the computer ---

    def _show_logs(self, deliveries: Sequence[int]) -> None:
        dialog = SendLogDialog(self._icons, self._station, self._commands, deliveries, self._window)
        dialog.open()

    def _open_page(self, address: str) -> None:
        """Open a web page; addresses come from outside, so nothing else is opened."""
        if address.startswith(("https://", "http://")):
            self.open_page(QUrl(address))

    def _open_folder(self, folder: Path) -> None:
        self.open_page(QUrl.fromLocalFile(str(folder)))


def _plan_all(station: "Station", post: int, groups: Sequence[Group]) -> Done[int | None]:
    """Put every group in the outbox; the value is what the person publishes first, now."""
    zone = station.preferences.zone()
    done = [station.outbox.plan(post, accounts=some, due=due, zone=zone) for some, due in groups]
    changes, undos = Changes(), [one.undo for one in done if one.undo is not None]
    for one in done:
        changes |= one.changes
    now = [one for one, (_, due) in zip(done, groups, strict=True) if due is None]
    leaving = [delivery for one in now for delivery in one.value]
    # What leaves now is taken back by Cancel in the result, not by undo.
    return Done(first_by_hand(station, leaving), changes, None if now else lambda: _all(undos))


def _all(undos: Sequence[Callable[[], Changes]]) -> Changes:
    changes = Changes()
    for undo in undos:
        changes |= undo()
    return changes
