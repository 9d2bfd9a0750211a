"""How fresh the figures are, and on which days none was taken."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.stat_answers import AccountGaps, Answers, Freshness
from cmstation.ui.dates import when_words
from cmstation.ui.kit.labels import ElidedLabel, Note, Paragraph
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import TextAnswer, clear_rows
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.folds import LazyFold
from cmstation.ui.statistics.trouble_words import trouble_sentence
from cmstation.ui.theme.tokens import Space
from cmstation.ui.wording_metrics import full_definition_words

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

translate = QCoreApplication.translate
_NAME = 180


class GapsAnswer(TextAnswer):
    """Freshness and gaps; the meaning of every figure unfolds."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._asked: Asked | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        self.body.addLayout(self._rows)
        self._fold = LazyFold(self._definitions)
        self.set_details(self._fold)
        self.details_button.setText(self.tr("What each figure counts"))

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        self._asked = asked
        answers = asked.answers
        gaps = {one.account: one for one in answers.gaps}
        clear_rows(self._rows)
        for one in answers.freshness:
            self._rows.addWidget(self._row(one, gaps.get(one.account), asked))
        self.set_words(self.tr("What is missing"), *self._told(answers))
        self.details_button.setVisible(bool(answers.definitions))
        self._fold.renew()

    def _told(self, answers: Answers) -> tuple[str, str]:
        sentence, why = self._gaps_told(answers.gaps)
        if not answers.posts_gone:
            return sentence, why
        gone = self.tr(
            "%n post(s) are no longer on their network; the last figures are kept.", "", answers.posts_gone
        )
        return sentence, " ".join(part for part in (gone, why) if part)

    def _gaps_told(self, gaps: Sequence[AccountGaps]) -> tuple[str, str]:
        if not gaps:
            return self.tr("No figure is known of this period."), ""
        holed = [one for one in gaps if one.days]
        if not holed:
            return self.tr("Every account has a figure for every day of the period."), ""
        told = self.tr("%n account(s) have days without a figure.", "", len(holed))
        why = self.tr(
            "Figures are read when this program runs: days on which the computer was off stay empty, "
            "and nothing is filled in."
        )
        return told, why

    def _row(self, one: Freshness, gaps: AccountGaps | None, asked: Asked) -> QWidget:
        holder = QWidget()
        name = ElidedLabel(self.icons, asked.name(one.account), font="medium")
        name.setFixedWidth(_NAME)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column, 1)
        column.addWidget(Paragraph(self.icons, self._gap_words(gaps), colour="text"))
        fresh = Note(self.icons, _fresh_words(one, asked))
        fresh.setMinimumHeight(self.icons.theme.line_height("text"))  # on the line of what stands before it
        row.addWidget(fresh, 0, Qt.AlignmentFlag.AlignTop)
        trouble = trouble_words(one, asked)
        if trouble:
            column.addWidget(Paragraph(self.icons, trouble, font="note", colour="warning"))
        return holder

    def _gap_words(self, gaps: AccountGaps | None) -> str:
        if gaps is None:
            return self.tr("No figure is known by the end of this period.")
        if not gaps.days:
            return self.tr("No day is missing.")
        told = self.tr("Nothing on {days}: {missing} of {all} days have no figure.")
        return told.format(
            days=words.runs_words(gaps.runs),
            missing=words.figure_words(gaps.days),
            all=words.figure_words(gaps.of),
        )

    def _definitions(self) -> Iterator[QWidget]:
        keys = self._asked.answers.definitions if self._asked is not None else ()
        return (Paragraph(self.icons, full_definition_words(key)) for key in keys)


def _fresh_words(one: Freshness, asked: Asked) -> str:
    if one.newest is None:
        return translate("Statistics", "Its figures were never read.")
    when = when_words(one.newest, asked.zone, asked.now)
    return translate("Statistics", "Newest figure: {when}.").format(when=when)


def trouble_words(one: Freshness, asked: Asked) -> str:
    """Say why the last reading failed, and when it is tried again; "" when it did not."""
    if not one.trouble:
        return ""
    told = trouble_sentence(one.trouble)
    if one.due_at is not None and one.due_at > asked.now:
        when = when_words(one.due_at, asked.zone, asked.now)
        told += " " + translate("Statistics", "Next try: {when}.").format(when=when)
    return told
