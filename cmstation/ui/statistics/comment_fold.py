"""The person's own words on an answer, for the report: they unfold under it, and the field is made then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

WRITE_MS = 400
_HEIGHT = 92
# The keyboard comes back from these: the person has not gone on.
_AWAY_FOR_A_MOMENT = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


class CommentField(QPlainTextEdit):
    """Where a comment is typed.

    Signals:
        paused: the keyboard is elsewhere for a moment.
        left: the person went on.
        closed: Escape was pressed.
    """

    paused = Signal()
    left = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_HEIGHT)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() in _AWAY_FOR_A_MOMENT:
            self.paused.emit()
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class CommentFold(QWidget):
    """A comment on one answer in one period.

    Signals:
        written: a period's key and the comment as it stands now; told while one types.
        left: a period's key, the comment before the person came, and the one that is left.
        opened: the field has just been shown.
    """

    written = Signal(str, str)
    left = Signal(str, str, str)
    opened = Signal()

    def __init__(self, icons: "Icons", subject: str, parent: QWidget | None = None) -> None:
        """Make what is closed.

        Args:
            subject: what the answer is about.
        """
        super().__init__(parent)
        self._icons = icons
        self._subject = subject
        self._period = ""
        self._told = ""
        self._known = False
        self._kept = ""
        self._before = ""
        self.field: CommentField | None = None
        self._note: Paragraph | None = None
        self._words: Paragraph | None = None
        self.button = LinkButton(icons, "", icon="chevron-right", quiet=True)
        self.button.setCheckable(True)
        self.button.setAccessibleDescription(subject)
        self.button.toggled.connect(self._unfold)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WRITE_MS)
        self._soon.timeout.connect(self.flush)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._show_state()

    @property
    def text(self) -> str:
        """The comment as it stands now."""
        return self._kept if self.field is None else self.field.toPlainText()

    def turn_to(self, period: str, told: str) -> None:
        """Stand for another period, whose comment is still to be read; what was typed is handed over first.

        Args:
            period: its key.
            told: the period in words.
        """
        self._told = told
        if self._note is not None:
            self._note.setText(self._note_words())
        if period == self._period:
            return
        self.leave()
        self._period, self._known = period, False
        self._kept = self._before = ""
        self._put("")
        self._close()

    def show_text(self, period: str, text: str) -> None:
        """Show the comment that is kept of a period; what the person is writing stays."""
        if period != self._period or (self._known and self._is_unkept()):
            return
        self._known = True
        if text.strip() != self.text.strip():
            self._put(text)
            self._before = text
        self._kept = self.text
        self._allow()
        self._show_state()

    @Slot()
    def flush(self) -> None:
        """Hand over what was typed."""
        self._soon.stop()
        if self._known and self._is_unkept():
            self._kept = self.text
            self.written.emit(self._period, self._kept)

    @Slot()
    def leave(self) -> None:
        """Hand over what was typed, as something to be taken back in one step."""
        self.flush()
        before, self._before = self._before, self._kept
        if self._known and before.strip() != self._kept.strip():
            self.left.emit(self._period, before, self._kept)
            self._show_state()

    # --- inside ---

    def _is_unkept(self) -> bool:
        return self.text != self._kept

    def _put(self, text: str) -> None:
        self._kept = text
        if self.field is not None and self.field.toPlainText() != text:
            self.field.setPlainText(text)  # its own undo forgets: no other period's words come back

    @Slot(bool)
    def _unfold(self, wanted: bool) -> None:
        if wanted:
            field = self._field_made()
            self._show_state()
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.opened.emit()
            return
        if self.field is not None and self.field.hasFocus():
            # The keyboard goes back to what opened it, not to whatever comes next on the page.
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.leave()
        self._show_state()

    @Slot()
    def _close(self) -> None:
        self.button.setChecked(False)
        self._show_state()

    @Slot()
    def _wait(self) -> None:
        # The first letter starts the time, not the last one: who types on is kept as well.
        if self._known and self._is_unkept() and not self._soon.isActive():
            self._soon.start()

    def _allow(self) -> None:
        if self.field is not None:
            self.field.setReadOnly(not self._known)

    def _show_state(self) -> None:
        """Show the field, the words that are kept, or nothing but the button."""
        is_open, text = self.button.isChecked(), self._kept.strip()
        self._icons.bind(self.button, "chevron-down" if is_open else "chevron-right", "muted")
        self.button.setText(
            self.tr("Comment for the report") if text or is_open else self.tr("Add a comment for the report")
        )
        if self.field is not None and self._note is not None:
            self.field.setVisible(is_open)
            self._note.setVisible(is_open)
        if text and not is_open and self._words is None:
            self._words = Paragraph(self._icons, parent=self)
            self._column.addWidget(self._words)
        if self._words is not None:
            self._words.setText(text)
            self._words.setVisible(bool(text) and not is_open)
        self.setVisible(is_open or bool(text))

    def _field_made(self) -> CommentField:
        if self.field is not None:
            return self.field
        field = CommentField(self)
        field.setAccessibleName(self.tr("Comment for the report: {answer}").format(answer=self._subject))
        field.setPlaceholderText(self.tr("Why it is so, and what you propose"))
        field.setPlainText(self._kept)
        self._note = Paragraph(self._icons, self._note_words(), font="note", colour="muted", parent=self)
        field.setAccessibleDescription(self._note.text())
        self._column.addWidget(field)
        self._column.addWidget(self._note)
        field.textChanged.connect(self._wait)
        field.paused.connect(self.flush)
        field.left.connect(self.leave)
        field.closed.connect(self._close)
        self.field = field
        self._allow()
        return field

    def _note_words(self) -> str:
        told = self.tr(
            "Kept as you type, for {period} alone. The report shows it: write nothing by which a patient "
            "could be recognised."
        )
        return told.format(period=self._told)
