"""Asks before a source goes with whose items something was done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import DangerButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph


class RemoveSourceDialog(DialogFrame):
    """Says what stays and what goes.

    Signals:
        removed: the person wants it.
    """

    removed = Signal()

    def __init__(self, icons: Icons, name: str, decided: int, *, parent: QWidget | None = None) -> None:
        """Ask.

        Args:
            decided: how many of its stories something was decided about.
        """
        super().__init__(icons, self.tr("Remove a source"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(480)
        self.body.addWidget(PageTitle(icons, self.tr("Remove “{name}”?").format(name=name)))
        self.body.addWidget(
            Paragraph(
                icons,
                self.tr(
                    "%n of its stories was decided about: it stays, with drafts and reviews made of it.",
                    "",
                    decided,
                ),
            )
        )
        told = self.tr("Everything else that came from it goes. “Undo” brings the source back.")
        self.body.addWidget(Paragraph(icons, told, colour="muted"))
        self.body.addStretch(1)
        keep = SecondaryButton(icons, self.tr("Keep it"))
        keep.clicked.connect(self.reject)
        self.remove = DangerButton(icons, self.tr("Remove the source"))
        self.remove.clicked.connect(self._remove)
        self.add_button(keep, default=True)
        self.add_button(self.remove)
        keep.setFocus()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit()
        self.accept()
