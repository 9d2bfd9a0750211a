"""What the dialogs share in which one thing is written down: saved, given up, or removed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.ui.kit.buttons import GhostButton, PrimaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

translate = QCoreApplication.translate


class EditDialog(DialogFrame):
    """One thing to write down: its title above, its buttons below; the fields are those of each.

    Signals:
        saved: what `written` gives; its id is 0 when it is new.
        removed: the id of what was there.
    """

    saved = Signal(object)
    removed = Signal(int)

    def __init__(self, icons: "Icons", title: str, known: int, *, parent: QWidget | None = None) -> None:
        """Begin.

        Args:
            known: the id of what is changed, 0 when it is new.
        """
        super().__init__(icons, title, parent=parent)
        self.setModal(True)
        self._known = known
        self.body.addWidget(PageTitle(icons, title))

    def add_foot(self, remove: str) -> None:
        """Add the buttons, after the fields: the keyboard comes to them last.

        Args:
            remove: words on the button that removes what is there.
        """
        if self._known:
            self.remove = GhostButton(self.icons, remove, icon="trash")
            self.remove.setAutoDefault(False)
            self.remove.clicked.connect(self._remove)
            self.add_foot_left(self.remove)
        self.add_cancel()
        self.save = PrimaryButton(self.icons, translate("EditDialog", "Save"))
        self.save.clicked.connect(self._save)
        self.add_button(self.save, default=True)

    def written(self) -> object | None:
        """Return what stands in the dialog, None while it cannot be kept."""
        raise NotImplementedError

    # --- inside ---

    @Slot()
    def _save(self) -> None:
        kept = self.written()
        if kept is not None:
            self.saved.emit(kept)
            self.accept()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._known)
        self.accept()
