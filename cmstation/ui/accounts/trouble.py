"""A sentence in the colour of what went wrong, under the field that it is about."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.theme.tokens import ColourRole, IconSize, Space


class Mark(QWidget):
    """One icon of the set, in one colour of the theme."""

    def __init__(
        self, icons: Icons, name: str, role: ColourRole, size: int = IconSize.CONTROL, *, high: int = 20
    ) -> None:
        super().__init__()
        self._icons, self._name, self._size = icons, name, size
        self._role: ColourRole = role
        self.setFixedSize(size, max(size, high))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        top = (self.height() - self._size) / 2
        self._icons.paint(QPainter(self), 0, top, self._name, self._role, self._size)


class Trouble(QWidget):
    """A line that is hidden until there is something to say."""

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, Space.M)
        row.setSpacing(Space.S)
        self._words = Paragraph(icons, colour="danger")
        row.addWidget(Mark(icons, "failed", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._field: QLineEdit | None = None
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str, field: QLineEdit | None = None) -> None:
        """Say what is wrong, and mark the field that it is about."""
        self.silence()
        self._words.setText(text)
        self._words.updateGeometry()
        self.setAccessibleName(text)
        self.show()
        if field is not None:
            self._field = field
            field.setProperty("invalid", True)
            field.setAccessibleDescription(text)
            field.update()
            field.setFocus()

    def silence(self) -> None:
        """Say nothing any more."""
        self.hide()
        if self._field is not None:
            self._field.setProperty("invalid", False)
            self._field.setAccessibleDescription("")
            self._field.update()
            self._field = None
