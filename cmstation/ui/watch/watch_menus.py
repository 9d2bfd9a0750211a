"""What else can be done in the watch: its menu, that of a list, and the dialogs behind them."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cmstation.ui.watch.places import Place, PlaceKind

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.dialogs.watch_dialogs import WatchDialogs
    from cmstation.ui.watch.tab import WatchTab
    from cmstation.ui.watch_upkeep import WatchUpkeep


class WatchMenus(QObject):
    """Fills the menus, and opens what they name; dialogs are loaded when they are first wanted."""

    def __init__(self, tab: "WatchTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands
        self._upkeep: WatchUpkeep | None = None
        menu = tab.stories.more_menu
        self.read_now = self._add(menu, self.tr("Read the sources now"), "refresh")
        self.mark_all = self._add(menu, self.tr("Mark all as read"), "check")
        menu.addSeparator()
        self.add_source = self._add(menu, self.tr("Add a source…"), "plus")
        self.paper = self._add(menu, self.tr("Add an article…"), "newspaper")
        self.new_list = self._add(menu, self.tr("New list…"), "list")
        menu.addAction(tab.stories.save_search)
        menu.addSeparator()
        self.all_sources = self._add(menu, self.tr("All sources…"), "feed")
        self.alerts = self._add(menu, self.tr("Alerts…"), "bell")
        self.read_now.triggered.connect(self._read_now)
        self.mark_all.triggered.connect(self._mark_all)
        self.add_source.triggered.connect(self.open_source)
        self.new_list.triggered.connect(self.open_new_list)
        self.paper.triggered.connect(self.open_paper)
        self.all_sources.triggered.connect(self.open_sources)
        self.alerts.triggered.connect(self.open_alerts)
        tab.looking.silent_wanted.connect(self.open_silent)
        tab.empty.acted.connect(self.open_source)
        tab.bring.clicked.connect(self.bring_sources)
        tab.places.list.menu_wanted.connect(self._offer)
        tab.places.list.rename_wanted.connect(self._change_list)
        tab.places.list.remove_wanted.connect(self._remove_list)

    @cached_property
    def dialogs(self) -> "WatchDialogs":
        """The dialogs of the watch."""
        from cmstation.ui.watch.dialogs.watch_dialogs import WatchDialogs  # noqa: PLC0415

        made = WatchDialogs(self._tab, self._station, self._commands, self._tab.icons)
        made.alerts.story_wanted.connect(self._tab.show_story)
        return made

    def set_upkeep(self, upkeep: "WatchUpkeep") -> None:
        """Receive what reads the sources."""
        self._upkeep = upkeep

    @Slot()
    def open_source(self) -> None:
        """Add a source."""
        place = self._tab.looking.place
        wanted = place.wanted if place is not None else None
        self.dialogs.adding.open(lists=wanted.lists if wanted is not None else ())

    @Slot()
    def open_new_list(self) -> None:
        """Begin a list."""
        self.dialogs.lists.open()

    @Slot()
    def open_paper(self) -> None:
        """Keep an article of the paper press or a page."""
        self.dialogs.paper.open()

    @Slot()
    def open_sources(self) -> None:
        """Show all sources, and how their reading goes."""
        self.dialogs.sources.open()

    @Slot()
    def bring_sources(self) -> None:
        """Take a file of another reader."""
        self.dialogs.sources.choose_import()

    @Slot()
    def open_silent(self) -> None:
        """Show the sources that cannot be read."""
        self.dialogs.sources.open(silent_only=True)

    @Slot()
    def open_alerts(self) -> None:
        """Say what deserves an alert."""
        self.dialogs.alerts.open()

    # --- inside ---

    def _add(self, menu: QMenu, words: str, icon: str) -> QAction:
        action = menu.addAction(words)
        self._tab.icons.bind(action, icon, "muted")
        return action

    @Slot()
    def _read_now(self) -> None:
        if self._upkeep is not None:
            self._upkeep.read_all()

    @Slot()
    def _mark_all(self) -> None:
        reading, wanted = self._station.watch_reading, self._tab.looking.wanted()
        self._commands.run(lambda: reading.read_all(wanted), undo_text=self.tr("Marked as read"), owner=self)

    @Slot(object, QPoint)
    def _offer(self, place: Place, at: QPoint) -> None:
        if place.kind is not PlaceKind.LIST or place.wanted is None:
            return
        menu = QMenu(self._tab)
        menu.aboutToHide.connect(menu.deleteLater)
        change = self._add(menu, self.tr("Change the list and its rule…"), "settings")
        remove = self._add(menu, self.tr("Remove the list"), "trash")
        change.triggered.connect(lambda: self._change_list(place))
        remove.triggered.connect(lambda: self._remove_list(place))
        menu.popup(at)

    @Slot(object)
    def _change_list(self, place: Place) -> None:
        if place.kind is PlaceKind.LIST and place.wanted is not None:
            (number,) = place.wanted.lists
            self.dialogs.lists.open(number)

    @Slot(object)
    def _remove_list(self, place: Place) -> None:
        if place.kind is PlaceKind.LIST and place.wanted is not None:
            lists, (number,) = self._station.watch_lists, place.wanted.lists
            self._commands.run(lambda: lists.remove(number), undo_text=self.tr("List removed"), owner=self)
