"""Followers over two years: a curve for each account, with what happened meanwhile."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain import french_numbers
from cmstation.domain.curves import Curve
from cmstation.domain.metrics import Metric
from cmstation.domain.stat_answers import Mark
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import ChartAnswer
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.charts.figures import Change, Formats, Goal, Marker, Series
from cmstation.ui.statistics.charts.formats import local_formats
from cmstation.ui.statistics.charts.line_chart import LineChart

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_HEIGHT = 300
_MOST_MARKS = 12
_COUNT, _GROWTH = "count", "growth"


def chart_points(curve: Curve) -> tuple[tuple[date, float | None], ...]:
    """Return the points of a curve, with a None for each day of a gap."""
    return (*curve.points, *_days_missing(curve))


def growth_points(curve: Curve) -> tuple[tuple[date, float | None], ...]:
    """Return the growth of a curve in per cent, with a None for each day of a gap."""
    grown = tuple((day, round(share * 100, 1)) for day, share in curve.growth())
    return (*grown, *_days_missing(curve))


def _days_missing(curve: Curve) -> tuple[tuple[date, None], ...]:
    return tuple(
        (first + timedelta(days=day), None)
        for first, last in curve.gaps
        for day in range((last - first).days + 1)
    )


class CurvesAnswer(ChartAnswer):
    """Curves of followers, counted or as growth: there a small account is seen beside a large one."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        self.lines = LineChart(icons, local_formats())
        self.lines.setFixedHeight(_HEIGHT)
        super().__init__(icons, self.lines, parent)
        self.measure = Segmented(icons, self.tr("What the curves show"), parent=self)
        self.measure.add(_COUNT, self.tr("Followers"))
        self.measure.add(_GROWTH, self.tr("Growth"))
        self.measure.chosen.connect(self._measure_otherwise)
        self._column.insertWidget(1, self.measure)
        self._asked: Asked | None = None
        self._shown: Mapping[int, Curve] | None = None

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        self._asked = asked
        if self._shown is not asked.curves:
            self._draw(asked)
        self.renew()

    @Slot()
    def _measure_otherwise(self) -> None:
        if self._asked is not None:
            self._draw(self._asked)
            self.renew()

    def _draw(self, asked: Asked) -> None:
        self._shown = asked.curves
        growth = self.measure.current() == _GROWTH
        shown = {account: curve for account, curve in asked.curves.items() if curve.points}
        series = [self._series(account, curve, asked, growth=growth) for account, curve in shown.items()]
        self.lines.formats = _growth_formats() if growth else local_formats()
        self.lines.set_series(series, _markers(asked.marks), None if growth else self._goal(asked, shown))
        told = self._told_growth(shown, asked) if growth else self._told(shown, asked)
        self.measure.setVisible(bool(shown))
        self.set_words(self.tr("Followers over time"), *told)
        self.source.say(
            self.tr("Followers"),
            asked.freshness({Metric.FOLLOWERS}),
            *asked.definitions(Metric.FOLLOWERS),
        )

    def _series(self, account: int, curve: Curve, asked: Asked, *, growth: bool) -> Series:
        told = self.tr("counted otherwise from here on")
        changes = tuple(Change(one.first, told) for one in curve.segments[1:])
        points = growth_points(curve) if growth else chart_points(curve)
        return Series(str(account), asked.name(account), points, changes)

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
        return sentence, self._told_gaps(shown)

    def _told_growth(self, shown: dict[int, Curve], asked: Asked) -> tuple[str, str]:
        grown = {account: growth for account, curve in shown.items() if (growth := curve.growth())}
        if not grown:
            return self.tr("No number of followers is known yet."), ""
        account = max(grown, key=lambda one: grown[one][-1][1])
        (first, _), (last, share) = grown[account][0], grown[account][-1]
        if first == last or share <= 0:
            sentence = self.tr("No account has grown in what is known of it.")
        elif len(shown[account].segments) > 1:
            sentence = self.tr("{account} grew most: {share} since it is counted as it is now.")
        else:
            sentence = self.tr("{account} grew most: {share} between {day} and {last}.")
        told = sentence.format(
            account=asked.name(account),
            share=words.percent_words(share, signed=True),
            day=words.day_words(first),
            last=words.day_words(last),
        )
        return told, self._told_gaps(shown)

    def _told_gaps(self, shown: dict[int, Curve]) -> str:
        if not any(curve.gaps for curve in shown.values()):
            return ""
        return self.tr("Where a line stops, no figure was taken; nothing is filled in.")


def _growth_formats() -> Formats:
    """Return formats for figures in per cent."""

    def number(value: float) -> str:
        return words.percent_words(value / 100, signed=True)

    def short(value: float) -> str:
        return french_numbers.percent(value / 100, locale=words.language(), signed=True)

    return replace(local_formats(), number=number, short=short)


def _markers(marks: tuple[Mark, ...]) -> tuple[Marker, ...]:
    newest = sorted(marks, key=lambda mark: mark.first)[-_MOST_MARKS:]
    return tuple(
        Marker(mark.first, mark.title, mark.last if mark.last != mark.first else None) for mark in newest
    )
