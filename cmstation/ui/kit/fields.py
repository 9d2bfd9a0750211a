"""Fields to type in: search, and the title that becomes a field."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import TypeRole

translate = QCoreApplication.translate


class SearchField(QLineEdit):
    """Search as one types, with a way to clear; Escape clears too."""

    def __init__(self, icons: Icons, placeholder: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        glass = QAction(self)
        icons.bind(glass, "search", "muted")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(translate("SearchField", "Clear the search"), self)
        icons.bind(self._clear, "close", "muted")
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._offer_clear)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _offer_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))


class TitleField(QLineEdit):
    """A title that shows its frame only under the pointer or while one types."""

    def __init__(
        self, icons: Icons, placeholder: str, *, font: TypeRole = "page", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "title")
        self.setFrame(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(icons.theme.font(font))
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
