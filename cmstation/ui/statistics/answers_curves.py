"""Followers over two years: a curve for each account, with what happened meanwhile."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cmstation.domain.curves import Curve
from cmstation.domain.metrics import Metric
from cmstation.domain.stat_answers import Mark
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import ChartAnswer
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.charts.figures import Change, Goal, Marker, Series
from cmstation.ui.statistics.charts.formats import local_formats
from cmstation.ui.statistics.charts.line_chart import LineChart

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_HEIGHT = 300
_MOST_MARKS = 12


def chart_points(curve: Curve) -> tuple[tuple[date, float | None], ...]:
    """Return the points of a curve, with a None for each day of a gap."""
    missing = (
        (first + timedelta(days=day), None)
        for first, last in curve.gaps
        for day in range((last - first).days + 1)
    )
    return (*curve.points, *missing)


class CurvesAnswer(ChartAnswer):
    """Curves of followers."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        self.lines = LineChart(icons, local_formats())
        self.lines.setFixedHeight(_HEIGHT)
        super().__init__(icons, self.lines, parent)
        self._shown: Mapping[int, Curve] | None = None

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        if self._shown is not asked.curves:
            self._draw(asked)
        self.renew()

    def _draw(self, asked: Asked) -> None:
        self._shown = asked.curves
        shown = {account: curve for account, curve in asked.curves.items() if curve.points}
        series = [self._series(account, curve, asked) for account, curve in shown.items()]
        self.lines.set_series(series, _markers(asked.marks), self._goal(asked, shown))
        self.set_words(self.tr("Followers over time"), *self._told(shown, asked))
        self.source.say(
            self.tr("Followers"),
            asked.freshness({Metric.FOLLOWERS}),
            *asked.definitions(Metric.FOLLOWERS),
        )

    def _series(self, account: int, curve: Curve, asked: Asked) -> Series:
        told = self.tr("counted otherwise from here on")
        changes = tuple(Change(one.first, told) for one in curve.segments[1:])
        return Series(str(account), asked.name(account), chart_points(curve), changes)

    def _goal(self, asked: Asked, shown: dict[int, Curve]) -> Goal | None:
        """Return the goal of the one account that is seen."""
        for one in asked.answers.goals:
            goal = one.goal
            if goal.metric is Metric.FOLLOWERS and len(shown) == 1 and goal.account in shown:
                return Goal(goal.target, goal.name or words.figure_words(goal.target))
        return None

    def _told(self, shown: dict[int, Curve], asked: Asked) -> tuple[str, str]:
        if not shown:
            return self.tr("No number of followers is known yet."), ""
        account = max(shown, key=lambda one: shown[one].points[-1][1])
        (first, was), (last, is_now) = shown[account].points[0], shown[account].points[-1]
        if first == last:
            told = self.tr("{account} has {now}, known since {day}.")
        else:
            told = self.tr("{account} went from {before} to {now} followers between {day} and {last}.")
        sentence = told.format(
            account=asked.name(account),
            before=words.figure_words(was),
            now=words.figure_words(is_now),
            day=words.day_words(first),
            last=words.day_words(last),
        )
        gaps = [gap for curve in shown.values() for gap in curve.gaps]
        if not gaps:
            return sentence, ""
        return sentence, self.tr("Where a line stops, no figure was taken; nothing is filled in.")


def _markers(marks: tuple[Mark, ...]) -> tuple[Marker, ...]:
    newest = sorted(marks, key=lambda mark: mark.first)[-_MOST_MARKS:]
    return tuple(
        Marker(mark.first, mark.title, mark.last if mark.last != mark.first else None) for mark in newest
    )
