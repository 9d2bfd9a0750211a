"""All sources: how each fares, and what can be done with it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.clock import Clock
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.fields import SearchField
from cmstation.ui.kit.labels import Note, PageTitle
from cmstation.ui.theme.tokens import Space, Stroke
from cmstation.ui.watch.dialogs.source_card import SourceCard
from cmstation.ui.watch.dialogs.sources_list import LAST_WIDTH, NEXT_WIDTH, SourcesList

if TYPE_CHECKING:
    from cmstation.services.watch_sources import WatchedSource

ALL, SILENT = "all", "silent"
_WIDTH, _HEIGHT = 900, 620


class SourcesDialog(DialogFrame):
    """Sources at the left, the current one at the right.

    Signals:
        add_wanted: the person wants another source.
        import_wanted, export_wanted: a file of other readers.
        remove_wanted: a source; the answer to the question is the deeds'.
        `card` has the others.
    """

    add_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    remove_wanted = Signal(int)

    def __init__(
        self,
        icons: Icons,
        when: Callable[[datetime], str],
        clock: Clock,
        *,
        silent_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list; `show_sources` fills it.

        Args:
            when: says a moment in few words.
            silent_only: begin with those that are silent.
        """
        super().__init__(icons, self.tr("Sources"), parent=parent)
        self.setModal(True)
        self.setMinimumSize(_WIDTH, _HEIGHT)
        self.search = SearchField(icons, self.tr("Find a source or a list"), parent=self)
        self.which = Segmented(icons, self.tr("Which sources"), parent=self)
        self.which.add(ALL, self.tr("All"))
        self.which.add(SILENT, self.tr("Silent"))
        self.list = SourcesList(icons, when, clock, self)
        self.nothing = Note(icons, "", parent=self)
        self.card = SourceCard(icons, when, self)
        self._lay_out()
        self._join()
        if silent_only:
            self.which.choose(SILENT)
        self._find()
        self.list.setFocus()

    def show_sources(self, sources: "Sequence[WatchedSource]", lists: Mapping[int, str]) -> None:
        """Show how the sources fare; the person stays where they are."""
        current = self.list.current()
        row = self.list.currentIndex().row()
        self.list.sources.show_sources(sources, lists)
        count = self.list.sources.silent_count
        self.which.set_text(
            SILENT, self.tr("Silent ({count})").format(count=count) if count else self.tr("Silent")
        )
        self._go_back(current.source.id if current is not None else None, row)
        self._tell()

    # --- inside ---

    def _go_back(self, source: int | None, row: int) -> None:
        model = self.list.sources
        index = model.place(source) if source is not None else model.index(0)
        if not index.isValid() and model.rowCount():
            index = model.index(min(max(row, 0), model.rowCount() - 1))
        self.list.setCurrentIndex(index)
        self._show_current()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(PageTitle(self.icons, self.windowTitle()))
        head.addWidget(self.search, 1)
        head.addWidget(self.which)
        self.body.addLayout(head)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(self._columns())
        left.addWidget(self.list, 1)
        left.addWidget(self.nothing)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.card)
        self.body.addLayout(row, 1)
        self.take = GhostButton(self.icons, self.tr("Import…"), icon="import")
        self.take.setToolTip(self.tr("Take the sources of another reader (OPML)"))
        self.give = GhostButton(self.icons, self.tr("Export…"), icon="export")
        self.give.setToolTip(self.tr("Write all sources to a file that other readers take (OPML)"))
        for button in (self.take, self.give):
            button.setAutoDefault(False)
            self.add_foot_left(button)
        close = SecondaryButton(self.icons, self.tr("Close"))
        close.clicked.connect(self.reject)
        self.add = PrimaryButton(self.icons, self.tr("Add a source…"), icon="plus")
        self.add_button(close)
        self.add_button(self.add)

    def _columns(self) -> QHBoxLayout:
        """Name the columns that the rows paint."""
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, 0, Space.M + Stroke.SCROLL_BAR, Space.XS)
        row.setSpacing(0)
        row.addWidget(Note(self.icons, self.tr("Source")), 1)
        for words, width in ((self.tr("Last read"), LAST_WIDTH), (self.tr("Next read"), NEXT_WIDTH)):
            note = Note(self.icons, words)
            note.setFixedWidth(width)
            row.addWidget(note)
        return row

    def _join(self) -> None:
        self.search.textChanged.connect(self._find)
        self.which.chosen.connect(self._find)
        self.list.went.connect(self._show_current)
        self.list.rename_wanted.connect(self._rename)
        self.list.remove_wanted.connect(self._remove)
        self.card.remove_wanted.connect(self.remove_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.take.clicked.connect(self.import_wanted)
        self.give.clicked.connect(self.export_wanted)

    @Slot()
    def _find(self) -> None:
        current = self.list.current()
        self.list.sources.find(self.search.text(), silent_only=self.which.current() == SILENT)
        self._go_back(current.source.id if current is not None else None, 0)
        self._tell()

    def _tell(self) -> None:
        count = self.list.sources.rowCount()
        if count:
            self.nothing.setText(self.tr("%n source(s)", "", count))
        elif self.which.current() == SILENT and not self.search.text():
            self.nothing.setText(self.tr("No source is silent: all are read as they should be."))
        elif self.search.text():
            self.nothing.setText(self.tr("Nothing found."))
        else:
            self.nothing.setText(self.tr("Nothing is watched yet. Add a source, or import a list."))

    @Slot()
    def _show_current(self) -> None:
        self.card.show_source(self.list.current())

    @Slot()
    def _rename(self) -> None:
        if self.card.isEnabled():
            self.card.name.setFocus()
            self.card.name.selectAll()

    @Slot()
    def _remove(self) -> None:
        one = self.list.current()
        if one is not None:
            self.remove_wanted.emit(one.source.id)
