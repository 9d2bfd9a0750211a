"""The name of a physician: one that was used before, or another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

_LONGEST = 120
_LEAST_WIDTH = 120


class PhysicianChoice(QComboBox):
    """A field for a name, with those that were used before.

    Signals:
        changed: another name stands in the field, by the person's hand.
    """

    changed = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field = self.lineEdit()
        if field is not None:
            field.setPlaceholderText(placeholder)
            field.setAccessibleName(name)
            field.setMaxLength(_LONGEST)
        self.editTextChanged.connect(self._tell)

    @property
    def name(self) -> str:
        """The name as it is written, "" for none."""
        return self.currentText().strip()

    def offer(self, names: Sequence[str]) -> None:
        """Offer names; what is written stays."""
        if tuple(names) == self._known:
            return
        written = self.currentText()
        before = self.blockSignals(True)
        self._known = tuple(names)
        self.clear()
        self.addItems(list(names))
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setCurrentIndex(-1)
        self.setEditText(written)
        self.blockSignals(before)

    def show_name(self, name: str) -> None:
        """Show a name without a signal."""
        before = self.blockSignals(True)
        self.setCurrentIndex(-1)
        self.setEditText(name)
        self.blockSignals(before)

    def set_read_only(self, fixed: bool) -> None:
        """Let the name be read only."""
        self.setEnabled(not fixed)

    def has_keyboard(self) -> bool:
        """Tell whether the person is in the field."""
        field = self.lineEdit()
        return self.hasFocus() or (field is not None and field.hasFocus())

    # --- Qt ---

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()  # scrolling past must not choose another physician

    # --- inside ---

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
