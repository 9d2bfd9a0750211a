"""Small dialogs around a text: its difference to the base, and a note beside it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from cmstation.domain.text_diff import Change, difference
from cmstation.ui.drafts.difference_view import DifferenceView
from cmstation.ui.drafts.options_dialog import OptionsDialog
from cmstation.ui.drafts.plain_text import plain_text
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph
from cmstation.ui.kit.pills import Pill
from cmstation.ui.theme.tokens import Space

__all__ = ["DifferenceDialog", "NoteDialog", "OptionsDialog"]
LONGEST_NOTE = 20_000


class DifferenceDialog(DialogFrame):
    """Shows what one text took out of another and added to it, word by word."""

    def __init__(
        self, icons: Icons, title: str, before: str, after: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, title, parent=parent)
        runs = difference(before, after)
        self.view = DifferenceView(icons, self)
        self.view.show_runs(runs)
        self.body.addWidget(PageTitle(icons, title, parent=self))
        same = all(run.change is Change.SAME for run in runs)
        if same:
            words = self.tr("Both texts are the same, word for word.")
            self.body.addWidget(Paragraph(icons, words, colour="muted", parent=self))
        else:
            self.body.addLayout(self._legend(icons))
        self.body.addWidget(self.view, 1)
        close = SecondaryButton(icons, self.tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        self.add_button(close, default=True)
        self.resize(640, 480)

    def _legend(self, icons: Icons) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Pill(icons, self.tr("Only in the base"), "danger", icon="minus", parent=self))
        row.addWidget(Pill(icons, self.tr("Only in this version"), "good", icon="plus", parent=self))
        row.addStretch(1)
        return row


class NoteDialog(DialogFrame):
    """Writes a few lines that go with a post.

    Signals:
        written: the text, when it changed.
    """

    written = Signal(str)

    def __init__(
        self,
        icons: Icons,
        title: str,
        hint: str,
        text: str,
        *,
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, title, parent=parent)
        self._before = text
        self.editor = QPlainTextEdit(text, self)
        self.editor.setTabChangesFocus(True)
        self.editor.document().setDocumentMargin(Space.S)
        self.editor.setAccessibleName(title)
        self.editor.setAccessibleDescription(hint)
        self.body.addWidget(PageTitle(icons, title, parent=self))
        self.body.addWidget(Paragraph(icons, hint, colour="muted", parent=self))
        self.body.addWidget(self.editor, 1)
        cancel = SecondaryButton(icons, self.tr("Close") if read_only else self.tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self.editor.setReadOnly(read_only)
        self.keep = PrimaryButton(icons, self.tr("Keep"), parent=self)
        self.keep.clicked.connect(self._keep)
        self.keep.setVisible(not read_only)
        self.add_button(cancel)
        self.add_button(self.keep, default=True)
        self.resize(560, 360)
        self.editor.setFocus()

    @Slot()
    def _keep(self) -> None:
        from cmstation.domain.folding import storable  # noqa: PLC0415

        text = storable(plain_text(self.editor.document())[:LONGEST_NOTE])
        if text != self._before:
            self.written.emit(text)
        self.accept()
