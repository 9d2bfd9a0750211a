"""A field for the address of a post, which says at its place why it refuses one."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.publishing.marks import MarkedLine
from cmstation.ui.theme.tokens import Height, Space


class LinkField(QWidget):
    """Takes an address."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(self.tr("Address of the post"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumHeight(Height.CONTROL)
        self.field.textEdited.connect(self._forgive)
        self._trouble = MarkedLine(icons, "failed", "", font="note_medium", colour="danger", parent=self)
        room = self._trouble.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._trouble.setSizePolicy(room)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.field)
        column.addWidget(self._trouble)

    @property
    def trouble(self) -> str:
        """What is wrong with the address, "" when nothing is."""
        return self._trouble.words.text() if self._trouble.isVisibleTo(self) else ""

    def checked(self) -> str:
        """Return the address, or "" after having said what is wrong with it."""
        from cmstation.services.assisted import NotALink, checked_link  # noqa: PLC0415 - loads the storage

        try:
            return checked_link(self.field.text())
        except NotALink:
            self._refuse()
            return ""

    def _refuse(self) -> None:
        said = self.tr("Paste the whole address of the post: it begins with https://")
        self._trouble.say("failed", said, "danger")
        self._trouble.show()
        self._mark(wrong=True)
        self.field.setFocus()
        self.field.selectAll()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    @Slot()
    def _forgive(self) -> None:
        self._trouble.hide()
        self._mark(wrong=False)

    def _mark(self, *, wrong: bool) -> None:
        self.field.setProperty("invalid", wrong)
        self.field.setAccessibleDescription(self.trouble)
        self.field.update()
