"""Write down what no number tells."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cmstation.domain.statistics import Note, NoteKind
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.statistics.edit_dialog import EditDialog
from cmstation.ui.statistics.fields import Form
from cmstation.ui.wording_metrics import note_kind_words

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons


class NoteDialog(EditDialog):
    """A note: what is saved is a `Note`."""

    def __init__(
        self, icons: "Icons", note: Note | None, today: date, *, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Change a note") if note is not None else self.tr("Add a note")
        super().__init__(icons, title, note.id if note is not None else 0, parent=parent)
        self.setMinimumWidth(520)
        self._note = note or Note(0, today, NoteKind.TESTIMONIAL, "")
        self.kind = Segmented(icons, self.tr("Kind of note"), parent=self)
        for kind in NoteKind:
            self.kind.add(kind.value, note_kind_words(kind))
        self.kind.choose(self._note.kind.value)
        self.text = QPlainTextEdit(self._note.text, self)
        self.text.setAccessibleName(self.tr("What was said or what happened"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(110)
        self.said_by = QLineEdit(self._note.said_by, self)
        self.said_by.setAccessibleName(self.tr("Who said it"))
        self.said_by.setPlaceholderText(self.tr("may stay empty"))
        self.link = QLineEdit(self._note.link, self)
        self.link.setAccessibleName(self.tr("Link"))
        self.link.setPlaceholderText("https://")
        self.day = DayField(icons, self.tr("Day"), self._note.day, parent=self)
        self.text.textChanged.connect(self._look)
        self._lay_out(icons)
        self._look()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def written(self) -> Note:
        """Return the note."""
        return replace(
            self._note,
            day=self.day.day(),
            kind=NoteKind(self.kind.current()),
            text=self.text.toPlainText().strip(),
            said_by=self.said_by.text().strip(),
            link=self.link.text().strip(),
        )

    # --- inside ---

    def _lay_out(self, icons: "Icons") -> None:
        self.body.addWidget(self.kind)
        self.body.addWidget(self.text, 1)
        form = Form(icons)
        form.add(self.tr("Said &by"), self.said_by)
        form.add(self.tr("&Day"), self.day)
        form.add(self.tr("&Link"), self.link)
        self.body.addLayout(form)
        told = self.tr("Write nothing by which a patient could be recognised: notes go into the report.")
        self.body.addWidget(Paragraph(icons, told, font="note", colour="muted"))
        self.add_foot(self.tr("Remove this note"))

    @Slot()
    def _look(self) -> None:
        empty = not self.text.toPlainText().strip()
        self.save.set_reason(self.tr("Write what was said or what happened.") if empty else "")
