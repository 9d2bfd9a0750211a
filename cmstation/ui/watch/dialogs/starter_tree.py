"""Proposals for a clinic: health bodies, each with the sources that they may have."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from cmstation.domain.folding import folded

if TYPE_CHECKING:
    from cmstation.services.watch_starter import StarterSource

_TITLE, _THEME, _STATE = range(3)
_THEME_WIDTH = 180
_Role = Qt.ItemDataRole


class StarterTree(QTreeWidget):
    """Bodies and their sources; none of these was tried.

    Signals:
        try_wanted: a `StarterSource` that the person wants to see.
    """

    try_wanted = Signal(object)

    def __init__(self, offered: "Sequence[StarterSource]", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = tuple(offered)
        self.setAccessibleName(self.tr("Proposals for a clinic"))
        self.setHeaderLabels([self.tr("Body and source"), self.tr("Theme"), self.tr("State")])
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(_THEME, _THEME_WIDTH)
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._bodies: dict[str, QTreeWidgetItem] = {}
        self._fill()
        self.expandAll()
        self.itemActivated.connect(self._open)

    def current(self) -> "StarterSource | None":
        """Return the source that is chosen, None on a body."""
        row = self.currentItem()
        return None if row is None else self._at(row)

    def mark_watched(self, addresses: Collection[str]) -> None:
        """Say which of them are watched now."""
        for one in self._offered:
            if one.address in addresses:
                self._rows[one.address].setText(_STATE, self.tr("watched"))

    def show_found(self, text: str) -> int:
        """Show only the sources that say all of the words; return how many."""
        words, shown = folded(text).split(), 0
        told_of: set[str] = set()
        for one in self._offered:
            told = folded(" ".join((one.title, one.body, one.theme)))
            hit = all(word in told for word in words)
            self._rows[one.address].setHidden(not hit)
            if hit:
                told_of.add(one.body)
                shown += 1
        for name, body in self._bodies.items():
            body.setHidden(name not in told_of)
        return shown

    # --- inside ---

    def _fill(self) -> None:
        for place, one in enumerate(self._offered):
            body = self._bodies.get(one.body)
            if body is None:
                body = self._bodies[one.body] = QTreeWidgetItem([one.body])
                font = self.font()
                font.setBold(True)
                body.setFont(_TITLE, font)
                self.addTopLevelItem(body)
            row = QTreeWidgetItem([one.title, one.theme, self.tr("to be tried")])
            row.setData(_TITLE, _Role.UserRole, place)
            row.setToolTip(_TITLE, one.address)
            body.addChild(row)
            self._rows[one.address] = row

    def _at(self, row: QTreeWidgetItem) -> "StarterSource | None":
        place = row.data(_TITLE, _Role.UserRole)
        return self._offered[place] if isinstance(place, int) else None

    @Slot(QTreeWidgetItem, int)
    def _open(self, row: QTreeWidgetItem, _column: int) -> None:
        one = self._at(row)
        if one is not None:
            self.try_wanted.emit(one)
