"""The widgets of the watch and their places."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.watch.places_view import PlacesColumn
from cmstation.ui.watch.reading_pane import ReadingPane
from cmstation.ui.watch.stories_pane import StoriesPane

NARROW, WIDE = (232, 432), (264, 520)
WIDE_FROM = 1700
LEAST = (200, 320, 420)


class WatchView(QWidget):
    """Places, stories and the article, or a welcome while nothing is watched."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self.places = PlacesColumn(icons, self)
        self.stories = StoriesPane(icons, self.when, self.day, self)
        self.reading = ReadingPane(icons, self)
        self.empty = EmptyState(
            icons,
            self.tr("The press of the morning, in fifteen minutes"),
            self.tr(
                "Bring your sources together: health press, authorities, alerts on the clinic’s name, blogs "
                "and the paper press. What you keep becomes drafts and the director’s press review."
            ),
            action=self.tr("Add a source"),
            parent=self,
        )
        self.bring = self.empty.add_card(
            "import",
            self.tr("Bring your sources"),
            self.tr("Take the OPML file that Netvibes, Feedly, Inoreader or another reader wrote."),
        )
        self._moved = False
        self._lay_out()

    def when(self, moment: datetime) -> str:
        """Say a moment in few words; the tab knows the clinic's zone."""
        return moment.isoformat(" ", "minutes")

    def day(self, moment: datetime) -> str:
        """Say a day as a heading; the tab knows the clinic's zone."""
        return moment.date().isoformat()

    def add_page(self, page: QWidget) -> None:
        """Keep a page that may take the place of all columns."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show a page in the place of all columns, or the columns again."""
        self._pages.setCurrentWidget(page)

    def shows(self, page: QWidget) -> bool:
        """Tell whether a page has the place of the columns."""
        return self._pages.currentWidget() is page

    def show_fullness(self, *, full: bool) -> None:
        """Show the welcome while nothing is watched."""
        if self._pages.currentWidget() in {self.panes, self.empty}:
            self._pages.setCurrentWidget(self.panes if full else self.empty)

    # --- Qt ---

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if not self._moved and self.panes.count():
            self._share(event.size().width())

    # --- inside ---

    def _lay_out(self) -> None:
        self.panes = QSplitter(Qt.Orientation.Horizontal, self)
        self.panes.setObjectName("watch-splitter")
        self.panes.setChildrenCollapsible(False)
        for part, least in zip((self.places, self.stories, self.reading), LEAST, strict=True):
            part.setMinimumWidth(least)
            self.panes.addWidget(part)
        self.panes.setStretchFactor(2, 1)
        self._share(1366)
        self.panes.splitterMoved.connect(self._note_move)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.panes)
        self._pages.addWidget(self.empty)

    def _note_move(self, _place: int, _index: int) -> None:
        self._moved = True

    def _share(self, width: int) -> None:
        left, middle = WIDE if width >= WIDE_FROM else NARROW
        self.panes.setSizes([left, middle, max(LEAST[2], width - left - middle)])
