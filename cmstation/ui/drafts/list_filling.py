"""Ask for the posts that the list shows, and for what it is filtered by."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cmstation.domain.drafts import DraftFilter
from cmstation.ui.drafts.arrange import Listing, arranged
from cmstation.ui.drafts.list_pane import ListPane

if TYPE_CHECKING:
    from cmstation.domain.accounts import Account
    from cmstation.domain.labels import Campaign
    from cmstation.domain.labels import Theme as EditorialLine
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

    Labels = tuple[tuple[EditorialLine, ...], tuple[Campaign, ...], tuple[str, ...], tuple[Account, ...]]

SEARCH_AFTER_MS = 120


class ListFilling(QObject):
    """Fills the list in the background; while one types on, only the latest search is answered.

    Signals:
        listed: what is shown now (`Listing`), and whether a filter is set.
        labelled: themes, campaigns, tags and accounts.
    """

    listed = Signal(object, bool)
    labelled = Signal(object)

    def __init__(self, pane: ListPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_AFTER_MS)
        self._pause.timeout.connect(self.now)
        pane.filter_changed.connect(self.soon)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands

    @property
    def is_due(self) -> bool:
        """Whether the list is about to be asked for again."""
        return self._pause.isActive()

    @Slot()
    def soon(self) -> None:
        """Ask for the rows once nothing more changes for a moment."""
        self._pause.start()

    def look_again(self) -> None:
        """Ask for the rows that changed, or wait until somebody looks at them."""
        if self._pane.isVisible():
            self.soon()
        else:
            self._stale = True

    def seen(self) -> None:
        """Ask for what changed meanwhile: the list is looked at again."""
        if self._stale:
            self.now()

    @Slot()
    def now(self) -> None:
        """Ask for the rows at once."""
        self._stale = False
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        wanted = self._pane.wanted()
        now, zone = station.clock.now(), station.preferences.zone()
        commands.ask(
            lambda: arranged(station.drafts.rows(wanted), now, zone),
            lambda listing: self._show(listing, wanted),
            owner=self,
            replaces="drafts-list",
        )

    def ask_labels(self) -> None:
        """Ask for what posts are sorted by."""
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        labels = station.labels
        commands.ask(
            lambda: (labels.themes(), labels.campaigns(), labels.known_tags(), station.accounts.all()),
            self._show_labels,
            owner=self,
            replaces="drafts-labels",
        )

    def _show(self, listing: Listing, wanted: DraftFilter) -> None:
        station = self._station
        if station is None:
            return
        filtered = wanted != DraftFilter()
        none = self.tr("No post matches. Clear the search or the filters to see all of them.")
        first = self.tr("Your posts in progress will line up here, the most urgent first.")
        now, zone = station.clock.now(), station.preferences.zone()
        self._pane.show_listing(listing, now, zone, none if filtered else first)
        self.listed.emit(listing, filtered)

    def _show_labels(self, found: "Labels") -> None:
        lines, _, _, accounts = found
        self._pane.show_labels(lines, accounts)
        self.labelled.emit(found)
