"""What a physician says: kept while one types, written down at the end."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cmstation.domain.watch import Opinion
from cmstation.services.watch_unsent import UnsentAnswer
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph, SectionTitle
from cmstation.ui.theme.tokens import Height, IconSize, Space
from cmstation.ui.watch.board.board_words import VERDICTS, verdict_mark, verdict_words
from cmstation.ui.watch.board.opinion_form import OpinionForm

_TEXT_LEAST, _TEXT_MOST = 64, 200


class AnswerText(QPlainTextEdit):
    """A field that takes the height that is left."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _TEXT_LEAST)


class AnswerForm(OpinionForm):
    """The answer to one request.

    Signals:
        changed: something else stands in the form.
        begun: a request, and an `UnsentAnswer` to be remembered, None when there is nothing to remember.
    """

    changed = Signal()
    begun = Signal(int, object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._stored: UnsentAnswer = UnsentAnswer()
        self._kept: UnsentAnswer = UnsentAnswer()
        self.title = SectionTitle(icons, self.tr("Answer"), parent=self)
        self.meaning = Paragraph(
            icons,
            self.tr("This opinion helps you choose. It is not the medical validation of a post."),
            font="note",
            colour="muted",
            parent=self,
        )
        self.text = AnswerText(self)
        self.text.setAccessibleName(self.tr("What the physician says"))
        self.text.setPlaceholderText(self.tr("What does the physician say?"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_TEXT_LEAST)
        self.text.setMaximumHeight(_TEXT_MOST)
        self.verdicts: dict[bool | None, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for favourable in VERDICTS:
            self._add_verdict(favourable)
        self._add_physician(
            self.tr("Answered &by"), self.tr("Physician who answered"), self.tr("name of the physician")
        )
        self._lay_out()
        self.text.textChanged.connect(self._look)
        self.physician.changed.connect(self._look)
        self._group.buttonToggled.connect(self._look)

    def show_answer(self, opinion: Opinion, half: UnsentAnswer | None, names: Sequence[str]) -> None:
        """Show an answer; what the person is writing stays.

        Args:
            half: as far as it was written.
            names: of physicians, to choose from.
        """
        again = opinion.id == self._opinion
        if not again:
            self.flush()
        self.physician.offer(names)
        stored = stored_answer(opinion)
        kept = half if half is not None else stored
        if again and (self.answer() != self._kept or (self._is_written_in() and stored == self._stored)):
            self._stored = stored
            self.changed.emit()
            return
        self._soon.stop()
        # Nothing that is shown now is a change by the person.
        self._opinion, self._stored = None, stored
        self._fill(kept)
        self._kept = self.answer()
        self._opinion = opinion.id
        self.changed.emit()

    def answer(self) -> UnsentAnswer:
        """Return what stands in the form."""
        chosen = next((one for one, button in self.verdicts.items() if button.isChecked()), None)
        judged = self._group.checkedButton() is not None
        return UnsentAnswer(self.text.toPlainText().strip(), self.physician.name, chosen, judged)

    def is_begun(self) -> bool:
        """Tell whether something else stands in the form than what is written down."""
        return self.answer() != self._stored

    def missing(self) -> str:
        """Say what is still to be filled in, "" when nothing is."""
        answer = self.answer()
        if not answer.judged:
            return self.tr("Choose one of the three opinions.")
        if not answer.physician:
            return self.tr("Say who answered.")
        if not answer.text and answer.favourable is not True:
            return self.tr("Write what the physician says.")
        return ""

    @Slot()
    def flush(self) -> None:
        """Hand over what is half written."""
        self._soon.stop()
        if self._opinion is not None and self.answer() != self._kept:
            self._kept = self.answer()
            self.begun.emit(self._opinion, self._kept if self.is_begun() else None)

    def put_back(self) -> None:
        """Show again what is written down, and remember nothing else."""
        if self._opinion is not None:
            self._fill(self._stored)
            self.flush()

    # --- inside ---

    def _fill(self, answer: UnsentAnswer) -> None:
        if self.text.toPlainText().strip() != answer.text:
            self.text.setPlainText(answer.text)
        self.physician.show_name(answer.physician)
        self._group.setExclusive(False)
        for favourable, button in self.verdicts.items():
            button.setChecked(answer.judged and favourable is answer.favourable)
        self._group.setExclusive(True)

    def _is_written_in(self) -> bool:
        return self.text.hasFocus() or self.physician.has_keyboard()

    @Slot()
    def _look(self) -> None:
        if self._opinion is None:
            return
        self.changed.emit()
        if self.answer() != self._kept:
            self._flush_soon()

    def _add_verdict(self, favourable: bool | None) -> None:
        button, mark = QRadioButton(verdict_words(favourable), self), verdict_mark(favourable)
        button.setMinimumHeight(Height.SMALL)
        button.setIconSize(QSize(IconSize.CONTROL, IconSize.CONTROL))
        self._icons.bind(button, mark.icon, mark.tone)
        self.verdicts[favourable] = button
        self._group.addButton(button)

    def _lay_out(self) -> None:
        verdicts = QVBoxLayout()
        verdicts.setSpacing(0)
        for button in self.verdicts.values():
            verdicts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.title)
        column.addWidget(self.meaning)
        column.addWidget(self.text, 100)
        column.addLayout(verdicts)
        column.addLayout(self._physician_row())
        column.addStretch(1)


def stored_answer(opinion: Opinion) -> UnsentAnswer:
    """Return what is written down: nothing yet but who was asked, while a request waits."""
    name = opinion.physician.strip()
    if opinion.answered_at is None:
        return UnsentAnswer(physician=name)
    # As the field gives it back.
    text = "\n".join((opinion.answer or "").strip().splitlines())
    return UnsentAnswer(text, name, opinion.favourable, judged=True)
