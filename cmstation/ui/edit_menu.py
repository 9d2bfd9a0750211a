"""The Edit menu: hands each action to the field that has the keyboard; Undo also takes commands back."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from cmstation.ui.menus import Menus

if TYPE_CHECKING:
    from collections.abc import Callable

    from cmstation.ui.commands import Commands

TextField = QLineEdit | QPlainTextEdit | QTextEdit


class EditMenu(QObject):
    """Join the Edit menu to whatever has the keyboard."""

    def __init__(self, menus: Menus, commands: "Commands") -> None:
        super().__init__(menus)
        self._menus = menus
        self._commands = commands
        menus.undo.triggered.connect(self._undo)
        menus.redo.triggered.connect(lambda: self._pass_on("redo"))
        menus.cut.triggered.connect(lambda: self._pass_on("cut"))
        menus.copy.triggered.connect(lambda: self._pass_on("copy"))
        menus.paste.triggered.connect(lambda: self._pass_on("paste"))
        menus.select_all.triggered.connect(lambda: self._pass_on("selectAll"))
        commands.undoable.connect(self._name_undo)

    @Slot()
    def _undo(self) -> None:
        field = _field()
        if field is not None and _can_undo(field):
            field.undo()
        else:
            self._commands.undo()

    @Slot(str)
    def _name_undo(self, what: str) -> None:
        words = self.tr("&Undo: {what}").format(what=what) if what else self.tr("&Undo")
        self._menus.undo.setText(words)

    def _pass_on(self, deed: str) -> None:
        field = QApplication.focusWidget()
        if field is not None and hasattr(field, deed):  # pyright: ignore[reportUnnecessaryComparison]
            cast("Callable[[], None]", getattr(field, deed))()


def _field() -> TextField | None:
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) else None


def _can_undo(field: TextField) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return field.document().isUndoAvailable() and not field.isReadOnly()
