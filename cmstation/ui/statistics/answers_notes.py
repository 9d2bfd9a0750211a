"""What no number tells: testimonials, thanks and facts of the period."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.statistics import Note, NoteKind
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.labels import Note as QuietWords
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import TextAnswer, clear_rows
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.folds import LazyFold
from cmstation.ui.theme.tokens import Space
from cmstation.ui.wording_metrics import note_kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cmstation.ui.icons import Icons

_SHOWN = 4


class NotesAnswer(TextAnswer):
    """Notes.

    Signals:
        note_wanted: a `Note` to change, None for a new one.
        post_wanted: the post that a note is about.
    """

    note_wanted = Signal(object)
    post_wanted = Signal(int)

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._more: tuple[Note, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.M)
        self.body.addLayout(self._rows)
        self.add = LinkButton(icons, self.tr("Add a note…"), icon="plus")
        self.add.clicked.connect(self._want_new)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        self._fold: LazyFold | None = None

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        notes = asked.answers.notes
        clear_rows(self._rows)
        for note in notes[:_SHOWN]:
            self._rows.addWidget(self._row(note))
        self._more = notes[_SHOWN:]
        if self._more and self._fold is None:
            self._fold = LazyFold(self._more_rows)
            self.set_details(self._fold)
        elif not self._more and self._fold is not None:
            self._fold = None
            self.set_details(None)
        elif self._fold is not None:
            self._fold.renew()
        self.set_words(self.tr("Notes of the period"), *self._told(notes, asked))

    def _told(self, notes: "Sequence[Note]", asked: Asked) -> tuple[str, str]:
        if not notes:
            told = self.tr("Nothing is noted for {period}.").format(period=asked.period_words)
            return told, self.tr(
                "A patient’s thanks or a sentence heard at the desk belongs in the report too."
            )
        kind_words = (
            (NoteKind.TESTIMONIAL, self.tr("%n testimonial(s)", "", _count(notes, NoteKind.TESTIMONIAL))),
            (NoteKind.THANKS, self.tr("%n word(s) of thanks", "", _count(notes, NoteKind.THANKS))),
            (NoteKind.FACT, self.tr("%n fact(s)", "", _count(notes, NoteKind.FACT))),
            (NoteKind.OTHER, self.tr("%n other note(s)", "", _count(notes, NoteKind.OTHER))),
        )
        parts = [told for kind, told in kind_words if _count(notes, kind)]
        return ", ".join(parts) + ".", ""

    def _more_rows(self) -> "Iterator[QWidget]":
        return (self._row(note) for note in self._more)

    def _row(self, note: Note) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Paragraph(self.icons, note.text))
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        told = (note_kind_words(note.kind), note.said_by, words.day_words(note.day))
        foot.addWidget(QuietWords(self.icons, " · ".join(part for part in told if part)))
        change = LinkButton(self.icons, self.tr("Change"), font="note_medium")
        change.setAccessibleDescription(note.text)
        change.clicked.connect(lambda _checked=False: self.note_wanted.emit(note))
        foot.addWidget(change)
        if note.post is not None:
            post = LinkButton(self.icons, self.tr("See the post"), font="note_medium")
            post.clicked.connect(lambda _checked=False, wanted=note.post: self.post_wanted.emit(wanted))
            foot.addWidget(post)
        foot.addStretch(1)
        column.addLayout(foot)
        return holder

    @Slot()
    def _want_new(self) -> None:
        self.note_wanted.emit(None)


def _count(notes: "Sequence[Note]", kind: NoteKind) -> int:
    return sum(note.kind is kind for note in notes)
