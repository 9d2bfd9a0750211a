"""A field for a password or token: masked, shown on demand, never kept."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from cmstation.ui.icons import Icons

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhHiddenText
)


class SecretField(QLineEdit):
    """Mask what is typed; an eye at its end shows it."""

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HINTS)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        icons.bind(self._eye, "eye", "muted", on="accent")
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._eye.toggled.connect(self._reveal)
        self._reveal(False)

    @property
    def reveal(self) -> QAction:
        """The action that shows and hides the characters."""
        return self._eye

    def take(self) -> str:
        """Return what was typed, and forget it: neither the field nor its undo keeps it."""
        typed = self.text()
        self.forget()
        return typed

    def forget(self) -> None:
        """Empty the field and mask it again."""
        self.setText("")  # also empties the undo of the field
        self._eye.setChecked(False)

    def say_given(self, given: bool) -> None:
        """Say in the empty field that something was given before."""
        self.setPlaceholderText(self.tr("Already given; paste another one to replace it") if given else "")

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = self.tr("Hide the characters") if shown else self.tr("Show the characters")
        self._eye.setText(words)
        self._eye.setToolTip(words)
