"""Shows what a list of another reader would bring before anything of it is taken."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import ElidedLabel, Note, Paragraph

_WIDTH = 560
_ROW, _MOST_SEEN = 36, 6


class OpmlDialog(DialogFrame):
    """Counts what is new and known, and names what cannot be taken.

    Signals:
        taken: the person wants it.
    """

    taken = Signal()

    def __init__(
        self,
        icons: Icons,
        name: str,
        sentences: Sequence[str],
        faults: Sequence[str] = (),
        *,
        can_take: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Show a file.

        Args:
            sentences: what it would bring, or why it is none.
            faults: what cannot be taken, a line each.
        """
        super().__init__(icons, self.tr("Import sources"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self.body.addWidget(ElidedLabel(icons, name, font="page", mode=Qt.TextElideMode.ElideMiddle))
        for sentence in sentences:
            self.body.addWidget(Paragraph(icons, sentence))
        self.faults = QListWidget(self)
        self.faults.setAccessibleName(self.tr("What cannot be taken"))
        self.faults.setWordWrap(True)
        self.faults.setMinimumHeight(min(len(faults), _MOST_SEEN) * _ROW)
        self.faults.addItems(list(faults))
        self.faults.setVisible(bool(faults))
        if faults:
            self.body.addWidget(Note(icons, self.tr("%n feed(s) cannot be taken", "", len(faults))))
            self.body.addWidget(self.faults, 1)
        else:
            self.body.addStretch(1)
        self.cancel = SecondaryButton(icons, self.tr("Cancel") if can_take else self.tr("Close"))
        self.cancel.clicked.connect(self.reject)
        self.add_button(self.cancel, default=not can_take)
        words = self.tr("Take the others") if faults else self.tr("Take them")
        self.take = PrimaryButton(icons, words, icon="import")
        self.take.setVisible(can_take)
        self.take.clicked.connect(self._take)
        self.add_button(self.take, default=can_take)
        (self.take if can_take else self.cancel).setFocus()

    @Slot()
    def _take(self) -> None:
        self.taken.emit()
        self.accept()
