"""Opens the dialog of the reports' look, and keeps what was chosen in it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cmstation.ui.statistics.look_dialog import LookDialog

if TYPE_CHECKING:
    from cmstation.services.clinic_look import ClinicLook, Look, LookWish
    from cmstation.ui.commands import Commands
    from cmstation.ui.icons import Icons


class LookDeeds(QObject):
    """What a person does with logo and colour."""

    def __init__(self, window: QWidget, look: "ClinicLook", commands: "Commands", icons: "Icons") -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._commands = commands
        self._icons = icons

    @Slot()
    def open(self) -> None:
        """Show how reports look now, to be changed."""
        self._commands.ask(self._look.look, self._open, owner=self)

    # --- inside ---

    def _open(self, look: "Look") -> None:
        dialog = LookDialog(self._icons, look, parent=self._window)
        dialog.picture_wanted.connect(partial(self._read, dialog))
        dialog.saved.connect(self._save)
        dialog.open()

    def _read(self, dialog: LookDialog, file: Path) -> None:
        look = self._look
        self._commands.ask(lambda: look.picture(file), partial(dialog.show_logo, file), owner=dialog)

    @Slot(object)
    def _save(self, wish: "LookWish") -> None:
        look = self._look
        words = self.tr("Logo and colour of reports changed")
        self._commands.run(lambda: look.change(wish), undo_text=words, owner=self)
