"""The alternative text of a picture, saved as one writes."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cmstation.domain.media import MediaItem
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note, Paragraph, Words
from cmstation.ui.kit.pills import Pill
from cmstation.ui.library.words import Described, described, described_words
from cmstation.ui.theme.tokens import Space, Tone

PAUSE_MS = 400
_LINES = 3
_TONES: dict[Described, Tone] = {
    Described.WRITTEN: "good",
    Described.DECORATIVE: "muted",
    Described.BARE: "warning",
}


class AltEditor(QWidget):
    """Words for people who do not see the picture.

    Signals:
        written: medium, text, and whether it is decorative, to be stored.
    """

    written = Signal(int, str, bool)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._media: int | None = None
        self._pending = False
        title = Words(icons, self.tr("Alternative text"), font="strong", parent=self)
        self._mark = Pill(icons, "", parent=self)
        self._state = Note(icons, "", parent=self)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Alternative text"))
        self.text.setPlaceholderText(self.tr("What does the picture show, and why does it matter?"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_LINES * icons.theme.line_height("text") + 2 * Space.S)
        self.decorative = QCheckBox(self.tr("Decorative: it says nothing by itself"), self)
        hint = self.tr("New posts start from this text; posts that show the picture already keep theirs.")
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(title)
        head.addWidget(self._mark)
        head.addStretch(1)
        head.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.decorative)
        column.addWidget(Paragraph(icons, hint, font="note", colour="muted", parent=self))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.text.textChanged.connect(self._changed)
        self.decorative.toggled.connect(self._changed)

    def show_item(self, item: MediaItem) -> None:
        """Show a picture's text; what is being written is not overwritten by what was stored before."""
        if item.id != self._media:
            self.flush()
            self._media = item.id
            self._state.setText("")
        elif self._pending:
            return
        with QSignalBlocker(self.text), QSignalBlocker(self.decorative):
            if self.text.toPlainText() != item.alt_text:
                self.text.setPlainText(item.alt_text)
            self.decorative.setChecked(item.decorative)
        self.text.setEnabled(not item.decorative)
        self._show_mark(described(item))

    def say_saved(self, media: int) -> None:
        """Say that what was written is on disk."""
        if media == self._media and not self._pending:
            self._state.setText(self.tr("Saved"))

    def say_refused(self, media: int) -> None:
        """Keep what could not be saved, and say so; the next letter or leaving tries again."""
        if media == self._media:
            self._pending = True
            self._state.setText(self.tr("Not saved yet"))

    @Slot()
    def flush(self) -> None:
        """Hand over what is pending, now."""
        self._pause.stop()
        if self._pending and self._media is not None:
            self._pending = False
            self.written.emit(self._media, self.text.toPlainText().strip(), self.decorative.isChecked())

    def enter(self) -> None:
        """Take the keyboard into the text."""
        target = self.text if self.text.isEnabled() else self.decorative
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _changed(self) -> None:
        self._pending = True
        decorative = self.decorative.isChecked()
        self.text.setEnabled(not decorative)
        bare = Described.WRITTEN if self.text.toPlainText().strip() else Described.BARE
        self._show_mark(Described.DECORATIVE if decorative else bare)
        self._state.setText("")
        self._pause.start()

    def _show_mark(self, state: Described) -> None:
        icon = {Described.WRITTEN: "check", Described.BARE: "warning"}.get(state, "")
        self._mark.say(described_words(state), _TONES[state], icon)
