"""The line above the pictures: search, what is still to describe, and the way to add some."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.fields import SearchField
from cmstation.ui.kit.labels import ElidedLabel
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Height, Space

SEARCH_AFTER_MS = 120
ALL, BARE = "all", "bare"
_SEARCH_WIDTH = 272


class LibraryBar(Panel):
    """Search and filter.

    Signals:
        filter_changed: other pictures should be shown.
        add_wanted: the person wants to choose files.
    """

    filter_changed = Signal()
    add_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", Qt.Edge.BottomEdge, parent=parent)
        self.search = SearchField(icons, self.tr("Search the library"), parent=self)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.which = Segmented(icons, self.tr("Which pictures"), parent=self)
        self.which.add(ALL, self.tr("All"))
        self.which.add(
            BARE, self.tr("To describe"), tooltip=self.tr("Pictures that nobody has described yet")
        )
        self.state = ElidedLabel(icons, font="note", colour="muted", parent=self)
        self.add = PrimaryButton(icons, self.tr("Add pictures"), icon="plus", parent=self)
        self.add.setToolTip(self.tr("Choose files; you can also drop or paste pictures here"))
        self.setFixedHeight(Height.TOOLBAR + 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 1)
        row.setSpacing(Space.M)
        row.addWidget(self.search)
        row.addWidget(self.which)
        row.addWidget(self.state, 1)
        row.addWidget(self.add)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_AFTER_MS)
        self._pause.timeout.connect(self.filter_changed)
        self.search.textChanged.connect(self._pause.start)
        self.which.chosen.connect(self.filter_changed)
        self.add.clicked.connect(self.add_wanted)

    @property
    def words(self) -> str:
        """What is searched."""
        return self.search.text().strip()

    @property
    def bare(self) -> bool:
        """Whether only what is still to describe is wanted."""
        return self.which.current() == BARE

    def clear(self) -> None:
        """Show everything."""
        self.search.clear()
        self._pause.stop()
        self.which.choose(ALL)

    def show_counts(self, every: int, bare: int) -> None:
        """Say how many pictures there are."""
        self.which.set_text(ALL, self.tr("All {count}").format(count=every))
        self.which.set_text(BARE, self.tr("To describe {count}").format(count=bare))
