"""The widgets of the library and their places."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.library.bar import LibraryBar
from cmstation.ui.library.details import Details
from cmstation.ui.library.drop_veil import DropVeil
from cmstation.ui.library.grid_view import GridView
from cmstation.ui.library.refusals import Refusals
from cmstation.ui.theme.tokens import Space

DETAILS = 360


class LibraryView(QWidget):
    """Bar, grid, details, and what stands there while the library is empty."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = LibraryBar(icons, self)
        self.refusals = Refusals(icons, self)
        self.grid = GridView(icons, self)
        self.nothing_found = Paragraph(
            icons,
            self.tr("No picture matches. Clear the search, or show all pictures."),
            colour="muted",
            parent=self,
        )
        self.details = Details(icons, self)
        self.empty = self._welcome(icons)
        self.veil = DropVeil(icons, self)
        self._lay_out()

    def show_fullness(self, every: int, shown: int) -> None:
        """Show the welcome while there is no picture at all, and a hint when none matches."""
        self._pages.setCurrentWidget(self._full if every else self.empty)
        self._middle.setCurrentWidget(self.grid if shown else self._hint)
        self.details.setVisible(bool(shown))

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Say how far adding is."""
        words = self.tr("Adding {place} of {total}…").format(place=done + 1, total=total)
        self.bar.state.setText("" if done >= total else words)

    def _lay_out(self) -> None:
        self._hint = QWidget(self)
        around = QVBoxLayout(self._hint)
        around.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        around.addWidget(self.nothing_found)
        around.addStretch(1)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.grid)
        self._middle.addWidget(self._hint)
        left = QWidget(self)
        left.setBackgroundRole(QPalette.ColorRole.Base)
        left.setAutoFillBackground(True)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.bar)
        padded = QVBoxLayout()
        padded.setContentsMargins(Space.S, 0, 0, 0)
        padded.addWidget(self._middle)
        column.addLayout(padded, 1)
        self._full = QSplitter(Qt.Orientation.Horizontal, self)
        self._full.setObjectName("library-splitter")
        self._full.addWidget(left)
        self._full.addWidget(self.details)
        self._full.setChildrenCollapsible(False)
        self._full.setSizes([1006, DETAILS])
        self._full.setStretchFactor(0, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._full)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.refusals)
        whole.addWidget(self._pages, 1)
        self.setFocusProxy(self.grid)

    def _welcome(self, icons: Icons) -> EmptyState:
        return EmptyState(
            icons,
            self.tr("One place for your pictures"),
            self.tr(
                "Add them once, describe them once, use them in any post. What the camera wrote into them, "
                "such as the place, is never sent."
            ),
            drawing="library",
            action=self.tr("Add pictures"),
            action_icon="plus",
            keys="Ctrl+V",
            keys_word=self.tr("or drop them here, or paste them:"),
            parent=self,
        )
