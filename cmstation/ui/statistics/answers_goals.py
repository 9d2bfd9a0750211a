"""Goals with how far they are, and the round numbers that were passed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.milestones import Pace
from cmstation.domain.stat_answers import GoalAnswer, MilestoneAnswer
from cmstation.domain.statistics import Goal
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.labels import Paragraph, Words
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import TextAnswer, clear_rows
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.theme.tokens import Space
from cmstation.ui.wording_metrics import metric_words

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons


class GoalsAnswer(TextAnswer):
    """Goals and milestones.

    Signals:
        goal_wanted: a `Goal` to change, None for a new one.
    """

    goal_wanted = Signal(object)

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        self.body.addLayout(self._rows)
        self.add = LinkButton(icons, self.tr("Set a goal…"), icon="plus")
        self.add.clicked.connect(self._want_new)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        goals, passed = asked.answers.goals, asked.answers.milestones
        clear_rows(self._rows)
        for one in goals:
            self._rows.addWidget(self._goal_row(one, asked))
        for one in passed:
            told = f"★ {self._milestone_words(one, asked)}"
            self._rows.addWidget(Paragraph(self.icons, told))
        self.set_words(self.tr("Goals and milestones"), *self._told(asked))

    def _told(self, asked: Asked) -> tuple[str, str]:
        goals, passed = asked.answers.goals, asked.answers.milestones
        reached = sum(_is_reached(one) for one in goals)
        milestones = self.tr("%n round number(s) passed in this period.", "", len(passed)) if passed else ""
        if not goals:
            told = milestones or self.tr("No goal is set, and no round number was passed in this period.")
            return told, self.tr("A goal such as “17,000 followers” gives the curve something to hold on to.")
        if reached == len(goals):
            return self.tr("%n goal(s) reached.", "", reached), milestones
        told = self.tr("%n goal(s) reached, of {goals}.", "", reached)
        return told.format(goals=words.figure_words(len(goals))), milestones

    def _goal_row(self, one: GoalAnswer, asked: Asked) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(Words(self.icons, goal_words(one.goal, asked), font="medium"))
        change = LinkButton(self.icons, self.tr("Change"), font="note_medium")
        change.setAccessibleDescription(goal_words(one.goal, asked))
        change.clicked.connect(lambda _checked=False, goal=one.goal: self.goal_wanted.emit(goal))
        first.addWidget(change)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(Paragraph(self.icons, self._progress_words(one), colour="muted"))
        return holder

    def _progress_words(self, one: GoalAnswer) -> str:
        progress, goal = one.progress, one.goal
        if progress is None:
            return self.tr("How far it is is not known: no figure tells it.")
        reached = progress.reached_on or goal.reached_on
        value, day = words.figure_words(progress.value), words.day_words(progress.day)
        if reached is not None:
            told = self.tr("Reached on {reached}; {value} on {day}.")
            return told.format(reached=words.day_words(reached), value=value, day=day)
        told = self.tr("{value} on {day}: {share}, {left} to go.").format(
            value=value,
            day=day,
            share=words.percent_words(min(progress.share, 0.999)),
            left=words.figure_words(progress.left),
        )
        if goal.by is not None:
            told += " " + self.tr("It is set for {day}.").format(day=words.day_words(goal.by))
        return f"{told} {self._pace_words(progress.pace)}".strip()

    def _pace_words(self, pace: Pace | None) -> str:
        if pace is None:
            return ""
        told = self.tr("{change} since {day}.").format(
            change=words.signed_words(pace.gained), day=words.day_words(pace.first)
        )
        if pace.reached_on is None:
            return told
        on = self.tr("If all days were like these, it would be there on {day}.")
        return f"{told} {on.format(day=words.day_words(pace.reached_on))}"

    def _milestone_words(self, one: MilestoneAnswer, asked: Asked) -> str:
        figure = f"{words.figure_words(one.milestone.value)} {metric_words(one.metric).lower()}"
        name, day = asked.name(one.account), words.day_words(one.milestone.day)
        if (one.milestone.day - one.milestone.below_on).days > 1:
            told = self.tr("{account} passed {figure} between {before} and {day}.")
            before = words.day_words(one.milestone.below_on, with_year=False)
            return told.format(account=name, figure=figure, before=before, day=day)
        told = self.tr("{account} passed {figure} on {day}.")
        return told.format(account=name, figure=figure, day=day)

    @Slot()
    def _want_new(self) -> None:
        self.goal_wanted.emit(None)


def goal_words(goal: Goal, asked: Asked) -> str:
    """Say what a goal is: its name, else "17,000 followers, Page Facebook"."""
    if goal.name:
        return goal.name
    figure = f"{words.figure_words(goal.target)} {metric_words(goal.metric).lower()}"
    where = asked.name(goal.account) if goal.account is not None else ""
    return ", ".join(part for part in (figure, where) if part)


def _is_reached(one: GoalAnswer) -> bool:
    told = one.progress is not None and one.progress.reached_on is not None
    return told or one.goal.reached_on is not None
