"""What can be done with searches: keeping one, and in the left column its menu, F2 and Delete."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cmstation.domain.watch import StoryFilter
from cmstation.ui.watch.places import Place, PlaceKind
from cmstation.ui.watch.saved_searches import SavedSearchDeeds

if TYPE_CHECKING:
    from cmstation.ui.watch.view import WatchView


class PlaceMenus(QObject):
    """Offers to keep, to rename and to remove searches."""

    def __init__(
        self, view: "WatchView", searches: SavedSearchDeeds, looked_for: Callable[[], StoryFilter]
    ) -> None:
        """Join the widgets to the deeds.

        Args:
            looked_for: gives what would be kept by now.
        """
        super().__init__(view)
        self._view = view
        self._searches = searches
        self._looked_for = looked_for
        view.stories.save_wanted.connect(self._keep)
        places = view.places.list
        places.menu_wanted.connect(self._offer)
        places.rename_wanted.connect(self._rename)
        places.remove_wanted.connect(self._remove)

    @Slot()
    def _keep(self) -> None:
        self._searches.keep(self._looked_for())

    @Slot(object, QPoint)
    def _offer(self, place: Place, at: QPoint) -> None:
        if place.kind is not PlaceKind.SEARCH:
            return
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        rename = self._add(menu, self.tr("Rename the search…"), "draft")
        remove = self._add(menu, self.tr("Remove the search"), "trash")
        rename.triggered.connect(lambda: self._searches.rename(place))
        remove.triggered.connect(lambda: self._searches.remove(place))
        menu.popup(at)

    @Slot(object)
    def _rename(self, place: Place) -> None:
        if place.kind is PlaceKind.SEARCH:
            self._searches.rename(place)

    @Slot(object)
    def _remove(self, place: Place) -> None:
        if place.kind is PlaceKind.SEARCH:
            self._searches.remove(place)

    def _add(self, menu: QMenu, words: str, icon: str) -> QAction:
        action = menu.addAction(words)
        self._view.icons.bind(action, icon, "muted")
        return action
