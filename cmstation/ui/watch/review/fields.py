"""Fields of the press review that leave the wheel to the page: a day, a theme, a text that grows."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from cmstation.ui.icons import Icons
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.theme.tokens import Space

MOST_LINES = 24
LONGEST_THEME = 80
_ALT = Qt.KeyboardModifier.AltModifier


class PageDayField(DayField):
    """A day of the page.

    Signals:
        chosen: the person has chosen another day.
    """

    chosen = Signal()

    def __init__(self, icons: Icons, name: str, parent: QWidget | None = None) -> None:
        super().__init__(icons, name, parent=parent)
        self.setKeyboardTracking(False)
        self.dateChanged.connect(self._announce)

    def show_day(self, day: date) -> None:
        """Show a day without a signal."""
        with QSignalBlocker(self):
            super().show_day(day)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    @Slot()
    def _announce(self) -> None:
        self.chosen.emit()


class ThemeField(QComboBox):
    """The chapter that an article belongs to: a known one, or any other.

    Signals:
        chosen: the person has chosen or written another theme.
    """

    chosen = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        edit = QLineEdit(self)
        self._edit = edit
        self.setLineEdit(edit)
        edit.setMaxLength(LONGEST_THEME)
        edit.setPlaceholderText(hint)
        edit.setAccessibleName(name)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        edit.editingFinished.connect(self._take)
        self.activated.connect(self._take)

    def offer(self, themes: Sequence[str]) -> None:
        """Name the themes that are known."""
        if [self.itemText(place) for place in range(self.count())] == list(themes):
            return
        with QSignalBlocker(self):
            written = self.currentText()
            self.clear()
            self.addItems(list(themes))
            self.setEditText(written)

    def show_theme(self, theme: str) -> None:
        """Show a theme without a signal."""
        self._kept = theme
        if self.currentText() != theme:
            with QSignalBlocker(self):
                self.setEditText(theme)
                self._edit.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.modifiers() & _ALT and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()  # these move the article
            return
        super().keyPressEvent(event)

    @Slot()
    def _take(self) -> None:
        theme = " ".join(self.currentText().split())
        if theme != self._kept:
            self._kept = theme
            self.chosen.emit(theme)


class GrowingText(QPlainTextEdit):
    """Plain text that is as high as its lines.

    Signals:
        grown: it asks for another height.
    """

    grown = Signal()

    def __init__(self, name: str, hint: str, *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text without a signal; the cursor stays where it is when nothing is new."""
        if self.toPlainText() != text:
            with QSignalBlocker(self):
                self.setPlainText(text)
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if self._all_seen():
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if self._all_seen():
            self.verticalScrollBar().setValue(0)

    def _all_seen(self) -> bool:
        return self.document().size().height() <= MOST_LINES

    @Slot()
    def _fit(self) -> None:
        lines = min(max(self._lines, round(self.document().size().height())), MOST_LINES)
        height = text_height(lines, self.fontMetrics().lineSpacing())
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
            self.grown.emit()


def text_height(lines: int, spacing: int) -> int:
    """Return how high a field of so many lines is."""
    return lines * spacing + 2 * Space.S
