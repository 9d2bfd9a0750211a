"""What the figures of accounts answer: headlines, gaps, goals and round numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from cmstation.domain.accounts import Account
from cmstation.domain.comparisons import Standing, compared, last_day, standing_of
from cmstation.domain.curves import Curve, curve, together
from cmstation.domain.metric_definitions import get, of
from cmstation.domain.metrics import Figure, Metric, Nature, Origin, Scope
from cmstation.domain.milestones import Progress, passed, progress, step_for
from cmstation.domain.networks import Network
from cmstation.domain.periods import Period
from cmstation.domain.stat_answers import AccountGaps, GoalAnswer, Headline, MilestoneAnswer
from cmstation.domain.statistics import Goal
from cmstation.storage.stat_sums import DayValue, FigureSums, Subject, Told
from cmstation.storage.statistics import FigureTable

_DAY: Final = timedelta(days=1)
_STOCK: Final = Nature.STOCK
_STOCKS: Final = frozenset({Metric.FOLLOWERS, Metric.POSTS})
_ORDER: Final = {metric: place for place, metric in enumerate(Metric)}


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """The figures that a period is told from.

    Args:
        end: the last day of the period that can have a figure.
        now, before, year_before: of the period and of those it is compared with.
        days: on which an account has any figure, in the period.
    """

    period: Period
    end: date
    accounts: tuple[Account, ...]
    natures: dict[Subject, Nature]
    now: Told
    before: Told
    year_before: Told
    days: dict[int, list[date]]

    @property
    def earlier(self) -> Mapping[Subject, Figure]:
        """The last figure before the period; the one before it ends on its eve."""
        return self.before.newest


class FigureAnswers:
    """Answers from the figures of accounts.

    Args:
        figures: where they are stored.
        sums: what they come to.
    """

    def __init__(self, figures: FigureTable, sums: FigureSums) -> None:
        self._figures = figures
        self._sums = sums

    def read(self, period: Period, accounts: Sequence[Account], today: date) -> PeriodFigures:
        """Read the figures that a period is told from."""
        ids = [account.id for account in accounts]
        networks = {account.id: account.network for account in accounts}
        end = last_day(period, today)
        others = (period, period.before(), period.year_before())
        spans = dict.fromkeys((one.first, last_day(one, today)) for one in others)
        told = dict(zip(spans, self._sums.told(ids, spans), strict=True))
        now, before, year_before = (told[one.first, last_day(one, today)] for one in others)
        natures = {subject: _nature(figure, networks[subject[0]]) for subject, figure in now.newest.items()}
        days = self._sums.days(ids, period.first, end)
        return PeriodFigures(period, end, tuple(accounts), natures, now, before, year_before, days)

    def milestones(self, read: PeriodFigures) -> tuple[MilestoneAnswer, ...]:
        """Return the round numbers that followers and posts passed in the period, by day."""
        ids = [account.id for account in read.accounts]
        lines = self._sums.lines(ids, _STOCKS, read.period.first, read.end)
        lines = {
            subject: line
            for subject, line in lines.items()
            if read.natures.get(subject) is _STOCK and _crosses(read.earlier.get(subject), line)
        }
        if not lines:
            return ()
        accounts, metrics = {subject[0] for subject in lines}, {subject[1] for subject in lines}
        highest = self._sums.highest(accounts, metrics, read.period.first - _DAY)
        found = [
            MilestoneAnswer(*subject, milestone)
            for subject, line in lines.items()
            for milestone in passed(
                _short_line(
                    read.now.newest[subject], line, read.earlier.get(subject), highest.get(subject, 0)
                ),
                read.period.first,
                read.end,
            )
        ]
        return tuple(sorted(found, key=lambda one: one.milestone.day))

    def goals(
        self, goals: Iterable[Goal], accounts: Sequence[Account], everybody: Sequence[Account], day: date
    ) -> tuple[GoalAnswer, ...]:
        """Tell how far goals were on a day.

        Args:
            accounts: those that were asked for: the goals of others are left out.
            everybody: whose figures a goal of all accounts adds up.
        """
        asked = {account.id: account for account in accounts}
        whole = len(accounts) == len(everybody)
        answers: list[GoalAnswer] = []
        for goal in goals:
            if goal.account is None and whole:
                answers.append(GoalAnswer(goal, self._progress(goal, everybody, day)))
            elif goal.account in asked:
                answers.append(GoalAnswer(goal, self._progress(goal, (asked[goal.account],), day)))
        return tuple(answers)

    def _progress(self, goal: Goal, accounts: Sequence[Account], day: date) -> Progress | None:
        networks = {account.id: account.network for account in accounts}
        ids = [one for one, network in networks.items() if _usual_nature(network, goal.metric) is _STOCK]
        found: dict[int, list[Figure]] = {}
        for figure in self._figures.series(ids, (goal.metric,), date.min, day):
            if _nature(figure, networks[figure.account]) is _STOCK:
                found.setdefault(figure.account, []).append(figure)
        lines = [curve(figures) for figures in found.values()]
        line = lines[0] if len(lines) == 1 else together(lines)
        return progress(line, goal.target, day, goal.by)


def headlines(read: PeriodFigures, today: date) -> tuple[Headline, ...]:
    """Tell each figure of the period beside those of the period before and of the year before."""
    places = {account.id: place for place, account in enumerate(read.accounts)}
    subjects = sorted(read.natures, key=lambda subject: (places[subject[0]], _ORDER[subject[1]]))
    return tuple(_headline(read, subject, today) for subject in subjects)


def gaps(read: PeriodFigures, today: date) -> tuple[AccountGaps, ...]:
    """Tell on which days nothing was counted, account by account."""
    before = {account for account, _metric in read.earlier}
    last = min(read.end, today - _DAY)
    found: list[AccountGaps] = []
    for account in read.accounts:
        days = read.days.get(account.id, [])
        if account.id in before:
            found.append(_gaps(account.id, days, read.period.first, last))
        elif days:
            found.append(_gaps(account.id, days, days[0], last))
    return tuple(found)


def _headline(read: PeriodFigures, subject: Subject, today: date) -> Headline:
    nature, period = read.natures[subject], read.period
    now = _standing(read.now, subject, nature, period, today)
    to_before = compared(now, _standing(read.before, subject, nature, period.before(), today), nature)
    to_year = to_before
    if read.year_before is not read.before:
        year_before = _standing(read.year_before, subject, nature, period.year_before(), today)
        to_year = compared(now, year_before, nature)
    newest, known = read.now.newest[subject], read.now.known.get(subject)
    if now.value is None or known is None:
        taken_at, origins = None, frozenset[Origin]()
    elif now.day is not None:
        taken_at, origins = newest.taken_at, frozenset((newest.origin,))
    else:
        taken_at, origins = known.taken_at, known.origins
    return Headline(*subject, nature, now, taken_at, origins, newest, to_before, to_year)


def _standing(told: Told, subject: Subject, nature: Nature, period: Period, today: date) -> Standing:
    return standing_of(told.known.get(subject), told.newest.get(subject), nature, period, today=today)


def _nature(figure: Figure, network: Network) -> Nature:
    meaning = get(figure.definition)
    if meaning is None or meaning.nature is Nature.TOTAL:
        return _usual_nature(network, figure.metric)
    return meaning.nature


def _usual_nature(network: Network, metric: Metric) -> Nature:
    """Return how a metric moves on a network, also when nobody knows what exactly was counted."""
    for meaning in of(network, Scope.ACCOUNT):
        if meaning.metric is metric:
            return meaning.nature
    return Nature.STOCK if metric in _STOCKS else Nature.DAILY


def _crosses(eve: Figure | None, line: Sequence[DayValue]) -> bool:
    """Tell whether any day is beyond a round number that the day before it was not; most never are."""
    before = None if eve is None else eve.value
    for point in line:
        value = point.value
        if before is not None and value - value % step_for(value) > before:
            return True
        before = value
    return False


def _short_line(newest: Figure, line: Sequence[DayValue], eve: Figure | None, highest: int) -> Curve:
    """Return a line that passes the same numbers in a period as the whole one.

    What came before matters by its highest value and its last one alone, and within the period each day that
    is beyond a round number, with the day before.

    Args:
        newest: any figure of the line.
        highest: of all that came before the period.
    """
    kept: list[Figure] = []
    if eve is not None:
        kept += [replace(eve, day=eve.day - _DAY, value=highest), eve]
    before: DayValue | None = None
    for point in line:
        if point.value > highest:
            if point.value - point.value % step_for(point.value) > highest:
                near = (point,) if before is None else (before, point)
                kept += [replace(newest, **one._asdict()) for one in near]
            highest = point.value
        before = point
    return curve(kept)


def _gaps(account: int, known: Iterable[date], first: date, last: date) -> AccountGaps:
    if last < first:
        return AccountGaps(account, (), 0, 0)
    edges = [first - _DAY, *sorted(day for day in known if first <= day <= last), last + _DAY]
    runs = tuple((left + _DAY, right - _DAY) for left, right in pairwise(edges) if right - left > _DAY)
    days = sum((end - start).days + 1 for start, end in runs)
    return AccountGaps(account, runs, days, (last - first).days + 1)
