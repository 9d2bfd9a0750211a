"""The pages under the header: built when they are first shown, and given the services when there are any."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.surfaces import Panel

if TYPE_CHECKING:
    from cmstation.domain.changes import Changes
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.tab import Tab

TAB_KEYS = ("calendar", "drafts", "watch", "exchanges", "statistics", "library")
_CLASSES = {
    "calendar": ("cmstation.ui.calendar.tab", "CalendarTab"),
    "drafts": ("cmstation.ui.drafts.tab", "DraftsTab"),
    "watch": ("cmstation.ui.watch.tab", "WatchTab"),
    "statistics": ("cmstation.ui.statistics.tab", "StatisticsTab"),
    "library": ("cmstation.ui.library.tab", "LibraryTab"),
}
_COMING = {"exchanges": "exchanges_tab"}


class Pages(QStackedWidget):
    """Hold one page for each tab.

    Signals:
        built: the key and the widget of a page that was just made.
    """

    built = Signal(str, QWidget)
    keys = TAB_KEYS

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._pages: dict[str, QWidget] = {}
        self._services: tuple[Station, Commands] | None = None
        self._splitters: dict[str, tuple[int, ...]] = {}
        self._waiting = Panel(icons, "bg")
        self._cover: QWidget | None = None
        self._key = ""
        self.addWidget(self._waiting)

    @property
    def key(self) -> str:
        """The tab that is chosen."""
        return self._key

    def choose(self, key: str, *, build: bool = True) -> None:
        """Show a tab, building it when this is its first time.

        Args:
            build: False shows an empty ground until `page` is asked for.
        """
        self._key = key
        if self._cover is not None:
            return
        if build or key in self._pages:
            self.setCurrentWidget(self.page(key))
        else:
            self.setCurrentWidget(self._waiting)
        self._hand_over_keyboard(key)

    def page(self, key: str) -> QWidget:
        """Return the page of a tab, building it when this is its first time."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._build(key)
            self.addWidget(page)
            self._restore_splitters(page)
            self.built.emit(key, page)
            if self._services is not None:
                self.tab(key).attach(*self._services)
        return page

    def tab(self, key: str) -> "Tab":
        """Return the page of a tab as what it can do."""
        return cast("Tab", self.page(key))

    def built_tabs(self) -> tuple["Tab", ...]:
        """Return the tabs that exist already."""
        return tuple(cast("Tab", page) for page in self._pages.values())

    def built_pages(self) -> dict[str, QWidget]:
        """Return the pages that exist already, by tab."""
        return dict(self._pages)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Give the services to every tab, now or when it is built."""
        self._services = (station, commands)
        for tab in self.built_tabs():
            tab.attach(station, commands)

    def cover(self, page: QWidget) -> None:
        """Show something else in the place of the tabs, until `uncover`."""
        self.uncover()
        self._cover = page
        self.addWidget(page)
        self.setCurrentWidget(page)

    def uncover(self) -> None:
        """Show the tabs again."""
        if self._cover is not None:
            self.removeWidget(self._cover)
            self._cover.deleteLater()
            self._cover = None
            self.choose(self._key)

    def look_again(self, changes: "Changes") -> None:
        """Tell every tab what changed."""
        for tab in self.built_tabs():
            tab.look_again(changes)

    # --- the places of the splitters ---

    def keep_splitters(self, sizes: dict[str, tuple[int, ...]]) -> None:
        """Use these sizes for splitters that are built from now on."""
        self._splitters = dict(sizes)

    def splitter_sizes(self) -> dict[str, tuple[int, ...]]:
        """Return the sizes of every named splitter, those of unbuilt pages included."""
        sizes = dict(self._splitters)
        for page in self._pages.values():
            for splitter in page.findChildren(QSplitter):
                if splitter.objectName() and sum(splitter.sizes()) > 0:
                    sizes[splitter.objectName()] = tuple(splitter.sizes())
        return sizes

    def _restore_splitters(self, page: QWidget) -> None:
        for splitter in page.findChildren(QSplitter):
            sizes = self._splitters.get(splitter.objectName())
            if sizes is not None and len(sizes) == splitter.count():
                splitter.setSizes(list(sizes))

    def _hand_over_keyboard(self, key: str) -> None:
        """Give the page the keyboard that would lie on the stack itself, where no key means anything."""
        takes = getattr(self._pages.get(key), "take_keyboard", None)
        if takes is not None and QApplication.focusWidget() in {None, self}:
            takes()

    def _build(self, key: str) -> QWidget:
        if key in _COMING:
            return getattr(import_module("cmstation.ui.empty_tabs"), _COMING[key])(self._icons)
        module, name = _CLASSES[key]
        return getattr(import_module(module), name)(self._icons.theme, self._icons)
