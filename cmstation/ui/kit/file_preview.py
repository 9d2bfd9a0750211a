"""Shows what a file would bring before anything of it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import ElidedLabel, Note, Paragraph

translate = QCoreApplication.translate
_WIDTH = 560
_ROW, _MOST_SEEN = 44, 8


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """What a preview says of its kind of file.

    Args:
        faults: names the list of what cannot be taken, for those who do not see it.
        count: how many faults there are.
        verdict: what the faults mean for the rest; "" when that goes without saying.
        take: on the button, when nothing is wrong.
    """

    title: str
    faults: str
    count: str
    verdict: str
    take: str


class FilePreviewDialog(DialogFrame):
    """Tells what a file brings, names what of it cannot be taken, and offers to take the rest.

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
            sentences: what it would bring, or why it brings nothing.
            faults: what cannot be taken, a line each.
            can_take: whether the rest may be taken; else nothing is.
        """
        super().__init__(icons, "", parent=parent)
        words = self.preview_words(len(faults), can_take=can_take)
        self.setWindowTitle(words.title)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self.body.addWidget(ElidedLabel(icons, name, font="page", mode=Qt.TextElideMode.ElideMiddle))
        for sentence in sentences:
            self.body.addWidget(Paragraph(icons, sentence))
        self.faults = QListWidget(self)
        self._show_faults(words, faults, can_take=can_take)
        rest = (
            translate("FilePreviewDialog", "Cancel") if can_take else translate("FilePreviewDialog", "Close")
        )
        self.cancel = SecondaryButton(icons, rest)
        self.cancel.clicked.connect(self.reject)
        self.add_button(self.cancel, default=not can_take)
        taking = translate("FilePreviewDialog", "Take the others") if faults else words.take
        self.take = PrimaryButton(icons, taking, icon="import")
        self.take.setVisible(can_take)
        self.take.clicked.connect(self._take)
        self.add_button(self.take, default=can_take)
        (self.take if can_take else self.cancel).setFocus()

    def preview_words(self, faults: int, *, can_take: bool) -> PreviewWords:
        """Say what this kind of file is spoken of with.

        Args:
            faults: how many there are.
        """
        raise NotImplementedError

    def _show_faults(self, words: PreviewWords, faults: Sequence[str], *, can_take: bool) -> None:
        self.faults.setAccessibleName(words.faults)
        self.faults.setWordWrap(True)
        self.faults.setSpacing(2)  # rows of two lines would touch
        self.faults.setMinimumHeight(min(len(faults), _MOST_SEEN) * _ROW)
        self.faults.addItems(list(faults))
        self.faults.setVisible(bool(faults))
        if not faults:
            self.body.addStretch(1)
            return
        self.body.addWidget(Note(self.icons, words.count))
        self.body.addWidget(self.faults, 1)
        if words.verdict:
            colour = "warning" if can_take else "danger"
            self.body.addWidget(Paragraph(self.icons, words.verdict, colour=colour))

    @Slot()
    def _take(self) -> None:
        self.taken.emit()
        self.accept()
