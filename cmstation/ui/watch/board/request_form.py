"""What is asked, and of whom: written as one types, as long as nobody has answered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from cmstation.domain.watch import Opinion
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph, SectionTitle
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.board.opinion_form import OpinionForm

_QUESTION_HEIGHT = 76


class RequestForm(OpinionForm):
    """One request.

    Signals:
        written: a request, its question and who is asked, as they stand now.
    """

    written = Signal(int, str, str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._kept = ("", "")
        self.title = SectionTitle(icons, self.tr("Request"), parent=self)
        self.asked = Paragraph(icons, "", font="note", colour="muted", parent=self)
        self.question = QPlainTextEdit(self)
        self.question.setAccessibleName(self.tr("Question for the physician"))
        self.question.setPlaceholderText(self.tr("What do you want to know?"))
        self.question.setTabChangesFocus(True)
        self.question.setFixedHeight(_QUESTION_HEIGHT)
        self.told = Paragraph(icons, "", parent=self)
        self._add_physician(self.tr("&Asked of"), self.tr("Physician who is asked"), self.tr("any physician"))
        self._lay_out()
        self.question.textChanged.connect(self._wait)
        self.physician.changed.connect(self._wait)

    def show_request(self, opinion: Opinion, asked: str, names: Sequence[str]) -> None:
        """Show a request; what the person is writing stays.

        Args:
            asked: who asked and when, in words.
            names: of physicians, to choose from.
        """
        again = opinion.id == self._opinion
        if not again:
            self.flush()
        self.asked.setText(asked)
        self.physician.offer(names)
        answered = opinion.answered_at is not None
        if answered or not (again and (self._is_unkept() or self._is_written_in())):
            self._soon.stop()
            self._opinion = None
            if self.question.toPlainText() != opinion.question:
                self.question.setPlainText(opinion.question)
            self.physician.show_name(opinion.physician)
            self._kept = self._written()
        self._opinion = opinion.id
        self.question.setReadOnly(answered)
        self.told.setText(opinion.question or self.tr("Asked without a question."))
        self.told.setVisible(answered)
        for part in (self.question, self.label, self.physician):
            part.setVisible(not answered)

    @Slot()
    def flush(self) -> None:
        """Hand over what was written."""
        self._soon.stop()
        if self._opinion is not None and self._is_unkept():
            self._kept = self._written()
            self.written.emit(self._opinion, *self._kept)

    # --- inside ---

    def _written(self) -> tuple[str, str]:
        return self.question.toPlainText().strip(), self.physician.name

    def _is_unkept(self) -> bool:
        return not self.question.isReadOnly() and self._written() != self._kept

    def _is_written_in(self) -> bool:
        return self.question.hasFocus() or self.physician.has_keyboard()

    @Slot()
    def _wait(self) -> None:
        if self._opinion is not None and self._is_unkept():
            self._flush_soon()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.title)
        column.addWidget(self.asked)
        column.addWidget(self.told)
        column.addWidget(self.question)
        column.addLayout(self._physician_row())
