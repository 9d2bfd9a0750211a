"""Alerts: the dialog joined to the services."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.watch import WatchList
from cmstation.domain.watch_alert_hours import QuietHours
from cmstation.domain.watch_alerts import AlertRule
from cmstation.services.done import Done, together
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.alerts_dialog import AlertsDialog, AlertsWish

if TYPE_CHECKING:
    from cmstation.services.watch_alerts import AlertNews
    from cmstation.ui.watch.dialogs.services import WatchServices


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the dialog is made of."""

    rules: tuple[AlertRule, ...]
    quiet: tuple[QuietHours, ...]
    lists: tuple[WatchList, ...]
    zone: str
    last: "tuple[AlertNews, ...]"


class AlertDeeds(QObject):
    """Opens the alerts.

    Signals:
        story_wanted: a story of an alert that the person wants to see.
    """

    story_wanted = Signal(int)

    def __init__(self, window: QWidget, services: "WatchServices", commands: Commands, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons

    def open(self, *, last: bool = False) -> None:
        """Show the alerts.

        Args:
            last: begin with what was told last.
        """
        services = self._services

        def read() -> _Asked:
            alerts = services.watch_alerts
            return _Asked(
                alerts.all(),
                alerts.quiet(),
                services.watch_lists.all(),
                services.preferences.zone(),
                alerts.history(),
            )

        self._commands.ask(read, lambda found: self._open(found, last=last), owner=self)

    # --- inside ---

    def _open(self, found: _Asked, *, last: bool) -> None:
        dialog = AlertsDialog(
            self._icons,
            found.rules,
            found.quiet,
            found.lists,
            found.zone,
            last=found.last,
            now=self._services.clock.now(),
            parent=self._window,
        )
        dialog.saved.connect(self.save)
        dialog.story_wanted.connect(self.story_wanted)
        if last:
            dialog.show_last()
        dialog.open()

    @Slot(object)
    def save(self, wish: AlertsWish) -> None:
        """Keep the alerts as the person wants them; what did not change is left alone."""
        alerts = self._services.watch_alerts

        def work() -> Done[int]:
            before = {rule.id: rule for rule in alerts.all()}
            changed = [rule for rule in wish.rules if before.get(rule.id) != rule]
            dones = [cast("Done[object]", alerts.remove(rule)) for rule in wish.removed]
            dones += [cast("Done[object]", alerts.save(rule)) for rule in changed]
            if wish.quiet != alerts.quiet():
                dones.append(cast("Done[object]", alerts.set_quiet(wish.quiet)))
            return together(len(dones), dones)

        self._commands.run(work, undo_text=self.tr("Alerts saved"), owner=self)
