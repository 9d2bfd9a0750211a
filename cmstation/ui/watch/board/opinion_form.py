"""What the forms of a request share: a physician's name, and being kept while one types."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Words
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.board.physician_choice import PhysicianChoice

WRITE_MS = 400


class OpinionForm(QWidget):
    """A form about one request, handed over some moments after the first letter."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._opinion: int | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WRITE_MS)
        self._soon.timeout.connect(self.flush)

    @Slot()
    def flush(self) -> None:
        """Hand over what was written."""
        raise NotImplementedError

    def forget(self) -> None:
        """Keep no more what stands in the form: it is of no use any longer."""
        self._soon.stop()
        self._opinion = None

    # --- for the forms ---

    def _flush_soon(self) -> None:
        # The first letter starts the time, not the last one: who types on is kept as well.
        if not self._soon.isActive():
            self._soon.start()

    def _add_physician(self, label: str, name: str, placeholder: str) -> None:
        """Add the field for a physician.

        Args:
            label: with the "&" of its key.
            name: for those who do not see the field.
        """
        self.label = Words(self._icons, label, parent=self)
        self.physician = PhysicianChoice(name, placeholder, parent=self)
        self.label.setBuddy(self.physician)

    def _physician_row(self) -> QGridLayout:
        row = QGridLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(Space.M)
        row.addWidget(self.label, 0, 0)
        row.addWidget(self.physician, 0, 1)
        row.setColumnStretch(1, 1)
        return row
