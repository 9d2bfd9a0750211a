"""Alerts: the dialog joined to the services."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.watch import WatchList
from cmstation.domain.watch_alert_hours import QuietHours
from cmstation.domain.watch_alerts import AlertRule
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.alerts_dialog import AlertsDialog, AlertsWish
from cmstation.ui.watch.dialogs.several import together

if TYPE_CHECKING:
    from cmstation.services.done import Done
    from cmstation.ui.watch.dialogs.services import WatchServices


class AlertDeeds(QObject):
    """Opens the alerts."""

    def __init__(self, window: QWidget, services: "WatchServices", commands: Commands, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons

    def open(self) -> None:
        """Show the alerts."""
        services = self._services

        def read() -> tuple[tuple[AlertRule, ...], tuple[QuietHours, ...], tuple[WatchList, ...]]:
            return services.watch_alerts.all(), services.watch_alerts.quiet(), services.watch_lists.all()

        self._commands.ask(read, lambda found: self._open(*found), owner=self)

    # --- inside ---

    def _open(
        self, rules: tuple[AlertRule, ...], quiet: tuple[QuietHours, ...], lists: tuple[WatchList, ...]
    ) -> None:
        zone = self._services.preferences.zone()
        dialog = AlertsDialog(self._icons, rules, quiet, lists, zone, parent=self._window)
        dialog.saved.connect(self.save)
        dialog.open()

    @Slot(object)
    def save(self, wish: AlertsWish) -> None:
        """Keep the alerts as the person wants them; what did not change is left alone."""
        alerts = self._services.watch_alerts

        def work() -> "Done[int]":
            before = {rule.id: rule for rule in alerts.all()}
            changed = [rule for rule in wish.rules if before.get(rule.id) != rule]
            dones = [cast("Done[object]", alerts.remove(rule)) for rule in wish.removed]
            dones += [cast("Done[object]", alerts.save(rule)) for rule in changed]
            if wish.quiet != alerts.quiet():
                dones.append(cast("Done[object]", alerts.set_quiet(wish.quiet)))
            return together(len(dones), dones)

        self._commands.run(work, undo_text=self.tr("Alerts saved"), owner=self)
