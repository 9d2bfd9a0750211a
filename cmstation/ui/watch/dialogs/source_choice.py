"""Which sources a list looks at: a list of boxes to check, and words to find them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from cmstation.domain.folding import folded
from cmstation.domain.watch import Source
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.fields import SearchField
from cmstation.ui.kit.labels import Note
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.source_words import kind_words

_Role = Qt.ItemDataRole


class SourceChoice(QWidget):
    """Sources, some of them checked.

    Signals:
        changed: another one is checked, or no longer.
    """

    changed = Signal()

    def __init__(
        self, icons: Icons, sources: Sequence[Source], chosen: Iterable[int], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._order = tuple(chosen)
        self._names = {source.id: source.name for source in sources}
        self.search = SearchField(icons, self.tr("Find a source"), parent=self)
        self.count = Note(icons, "", parent=self)
        self.all = LinkButton(icons, self.tr("Check all that are found"), parent=self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Sources of the list"))
        self.list.setUniformItemSizes(True)
        # It takes the room that is left: its own wish would make the dialog too high.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._fill(sources)
        self._lay_out()
        self.search.textChanged.connect(self._find)
        self.list.itemChanged.connect(self._turned)
        self.all.clicked.connect(self._check_found)
        self._tell()

    def chosen(self) -> tuple[int, ...]:
        """Return what is checked; the order that the person gave stays."""
        checked = [self._source(row) for row in self._rows() if row.checkState() is Qt.CheckState.Checked]
        kept = [one for one in self._order if one in checked]
        return (*kept, *(one for one in checked if one not in kept))

    def names(self) -> dict[int, str]:
        """Return the names of what is checked."""
        return {one: self._names[one] for one in self.chosen()}

    # --- inside ---

    def _fill(self, sources: Sequence[Source]) -> None:
        chosen = set(self._order)
        # Those of the list come first: they are what a person looks for here.
        for source in sorted(sources, key=lambda one: (one.id not in chosen, folded(one.name))):
            row = QListWidgetItem(f"{source.name}  –  {kind_words(source.kind, source.address)}")
            row.setData(_Role.UserRole, source.id)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = source.id in chosen
            row.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(row)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.search, 1)
        head.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)

    def _rows(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _source(self, row: QListWidgetItem) -> int:
        return int(row.data(_Role.UserRole))

    @Slot(str)
    def _find(self, text: str) -> None:
        words = folded(text).split()
        for row in self._rows():
            told = folded(row.text())
            row.setHidden(not all(word in told for word in words))

    @Slot(QListWidgetItem)
    def _turned(self, _row: QListWidgetItem) -> None:
        self._tell()
        self.changed.emit()

    @Slot()
    def _check_found(self) -> None:
        self.list.blockSignals(True)
        for row in self._rows():
            if not row.isHidden():
                row.setCheckState(Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        chosen = len(self.chosen())
        words = self.tr("%n source(s) checked", "", chosen)
        self.count.setText(words if chosen else self.tr("No source yet: the list stays empty."))
