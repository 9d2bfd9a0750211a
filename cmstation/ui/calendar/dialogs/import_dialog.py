"""Shows what a file would bring before anything of it is taken."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import ElidedLabel, Note, Paragraph

_ROW, _MOST_SEEN = 44, 8


class ImportDialog(DialogFrame):
    """Counts what is new and what changes, and names the lines that cannot be taken.

    Signals:
        taken: the person wants it.
    """

    taken = Signal()

    def __init__(
        self,
        icons: Icons,
        name: str,
        sentences: Sequence[str],
        faults: Sequence[str],
        *,
        can_take: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Show a file.

        Args:
            sentences: what it would bring.
            faults: what cannot be taken, a line each.
            can_take: whether the rest may be taken; else nothing is.
        """
        super().__init__(icons, self.tr("Import into the calendar"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(560)
        self.body.addWidget(ElidedLabel(icons, name, font="page", mode=Qt.TextElideMode.ElideMiddle))
        for sentence in sentences:
            self.body.addWidget(Paragraph(icons, sentence))
        self.faults = QListWidget(self)
        self.faults.setAccessibleName(self.tr("What is wrong in the file"))
        self.faults.setWordWrap(True)
        self.faults.setSpacing(2)  # rows of two lines would touch
        self.faults.setUniformItemSizes(False)
        self.faults.setMinimumHeight(min(len(faults), _MOST_SEEN) * _ROW)
        self.faults.addItems(list(faults))
        self.faults.setVisible(bool(faults))
        if faults:
            self.body.addWidget(Note(icons, self.tr("%n line(s) to look at", "", len(faults))))
        self.body.addWidget(self.faults, 1)
        if faults and can_take:
            told = self.tr("These lines are left out; the others can be taken.")
            self.body.addWidget(Paragraph(icons, told, colour="warning"))
        elif faults:
            told = self.tr("Nothing is taken before these lines are mended in the file.")
            self.body.addWidget(Paragraph(icons, told, colour="danger"))
        else:
            self.body.addStretch(1)
        self.cancel = SecondaryButton(icons, self.tr("Close") if not can_take else self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.add_button(self.cancel, default=not can_take)
        words = self.tr("Take the others") if faults else self.tr("Take it into the calendar")
        self.take = PrimaryButton(icons, words, icon="import")
        self.take.setVisible(can_take)
        self.take.clicked.connect(self._take)
        self.add_button(self.take, default=can_take)
        (self.take if can_take else self.cancel).setFocus()

    @Slot()
    def _take(self) -> None:
        self.taken.emit()
        self.accept()
