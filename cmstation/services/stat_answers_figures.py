"""What the figures of accounts answer: headlines, gaps, goals and round numbers."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final, TypeAlias

from cmstation.domain import comparisons
from cmstation.domain.accounts import Account
from cmstation.domain.curves import Curve, Days, curve, together
from cmstation.domain.metric_definitions import get, of
from cmstation.domain.metrics import Figure, Metric, Nature, Scope
from cmstation.domain.milestones import Progress, passed, progress, step_for
from cmstation.domain.networks import Network
from cmstation.domain.periods import Period
from cmstation.domain.stat_answers import AccountGaps, GoalAnswer, Headline, MilestoneAnswer
from cmstation.domain.statistics import Goal
from cmstation.storage.statistics import FigureTable

Subject: TypeAlias = tuple[int, Metric]
_DAY: Final = timedelta(days=1)
_STOCK: Final = Nature.STOCK
_METRICS: Final = tuple(Metric)
_DAY_OF: Final = attrgetter("day")
_SUBJECT_OF: Final = attrgetter("account", "metric")
_STOCKS: Final = frozenset({Metric.FOLLOWERS, Metric.POSTS})
_ORDER: Final = {metric: place for place, metric in enumerate(Metric)}


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """The figures that a period is told from.

    Args:
        end: the last day of the period that can have a figure.
        runs: of the period and those it is compared with, by day.
        earlier: the last figure before the period.
    """

    period: Period
    end: date
    accounts: tuple[Account, ...]
    natures: dict[Subject, Nature]
    runs: dict[Subject, tuple[Figure, ...]]
    earlier: dict[Subject, Figure]
    inside: dict[Subject, tuple[Figure, ...]] = field(default_factory=dict[Subject, tuple[Figure, ...]])


class FigureAnswers:
    """Answers from the figures of accounts.

    Args:
        figures: where they are stored.
    """

    def __init__(self, figures: FigureTable) -> None:
        self._figures = figures

    def read(self, period: Period, accounts: Sequence[Account], today: date) -> PeriodFigures:
        """Read the figures that a period is told from."""
        ids = [account.id for account in accounts]
        end = min(period.last, today)
        runs: dict[Subject, tuple[Figure, ...]] = {}
        for first, last in _spans(period, end):
            # They come by account, metric and day.
            for subject, figures in groupby(self._figures.series(ids, _METRICS, first, last), _SUBJECT_OF):
                runs[subject] = (*runs.get(subject, ()), *figures)
        inside = {
            subject: within
            for subject, figures in runs.items()
            if (within := tuple(_between(figures, period.first, end)))
        }
        earlier = self._figures.latest(ids, _METRICS, min(period.first - _DAY, end))
        natures = _natures(accounts, inside, earlier)
        return PeriodFigures(period, end, tuple(accounts), natures, runs, earlier, inside)

    def milestones(self, read: PeriodFigures) -> tuple[MilestoneAnswer, ...]:
        """Return the round numbers that followers and posts passed in the period, by day."""
        subjects = [
            subject
            for subject, inside in read.inside.items()
            if subject[1] in _STOCKS
            and read.natures[subject] is _STOCK
            and _crosses(read.earlier.get(subject), inside)
        ]
        if not subjects:
            return ()
        ids, metrics = {account for account, _metric in subjects}, {metric for _account, metric in subjects}
        eve = read.period.first - _DAY
        history = self._figures.values(ids, metrics, date.min, eve)
        found = [
            MilestoneAnswer(*subject, milestone)
            for subject in subjects
            for milestone in passed(
                _short_line(history.get(subject, {}), read.earlier.get(subject), read.inside[subject]),
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
    known: dict[int, set[date]] = {}
    for (account, _metric), figures in read.inside.items():
        known.setdefault(account, set()).update(figure.day for figure in figures)
    before = {account for account, _metric in read.earlier}
    last = min(read.end, today - _DAY)
    found: list[AccountGaps] = []
    for account in read.accounts:
        days = known.get(account.id, set[date]())
        if account.id in before:
            found.append(_gaps(account.id, days, read.period.first, last))
        elif days:
            found.append(_gaps(account.id, days, min(days), last))
    return tuple(found)


def _headline(read: PeriodFigures, subject: Subject, today: date) -> Headline:
    account, metric = subject
    nature, figures = read.natures[subject], read.runs.get(subject, ())
    period = read.period
    before, year_before = period.before(), period.year_before()
    to_before = comparisons.change(_of(figures, before, period), nature, period, before, today=today)
    to_year = to_before
    if year_before != before:
        to_year = comparisons.change(
            _of(figures, year_before, period), nature, period, year_before, today=today
        )
    standing, inside = to_before.of_now, read.inside.get(subject, ())
    told = () if standing.value is None else inside
    if standing.day is not None:
        told = tuple(figure for figure in told if figure.day == standing.day)
    return Headline(
        account,
        metric,
        nature,
        standing,
        max((figure.taken_at for figure in told), default=None),
        frozenset(figure.origin for figure in told),
        inside[-1] if inside else read.earlier.get(subject),
        to_before,
        to_year,
    )


def _of(figures: Sequence[Figure], *periods: Period) -> list[Figure]:
    found: list[Figure] = []
    for period in periods:
        found += _between(figures, period.first, period.last)
    return found


def _between(figures: Sequence[Figure], first: date, last: date) -> Sequence[Figure]:
    start = bisect_left(figures, first, key=_DAY_OF)
    return figures[start : bisect_right(figures, last, start, key=_DAY_OF)]


def _spans(period: Period, end: date) -> Iterator[Days]:
    """Return the days of a period and of those it is compared with, none of them twice."""
    spans = sorted((one.first, min(one.last, end)) for one in (period, period.before(), period.year_before()))
    first, last = spans[0]
    for start, stop in spans[1:]:
        if start <= last + _DAY:
            last = max(last, stop)
        else:
            yield first, last
            first, last = start, stop
    yield first, last


def _natures(
    accounts: Sequence[Account],
    inside: dict[Subject, tuple[Figure, ...]],
    earlier: dict[Subject, Figure],
) -> dict[Subject, Nature]:
    networks = {account.id: account.network for account in accounts}
    newest = earlier | {subject: figures[-1] for subject, figures in inside.items()}
    return {subject: _nature(figure, networks[subject[0]]) for subject, figure in newest.items()}


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


def _crosses(eve: Figure | None, inside: Sequence[Figure]) -> bool:
    """Tell whether any day is beyond a round number that the day before it was not; most never are."""
    before = eve
    for figure in inside:
        if before is not None and figure.value - figure.value % step_for(figure.value) > before.value:
            return True
        before = figure
    return False


def _short_line(history: dict[date, int], eve: Figure | None, inside: Sequence[Figure]) -> Curve:
    """Return a line that passes the same numbers in a period as the whole one.

    What came before matters by its highest value and its last one alone, and within the period each day that
    is beyond a round number, with the day before.
    """
    kept: list[Figure] = []
    highest, before = 0, eve
    if eve is not None and history:
        peak = max(history, key=lambda day: (history[day], day))
        highest = history[peak]
        kept += [replace(eve, day=peak, value=highest), eve]
    for figure in inside:
        value = figure.value
        if value > highest:
            if value - value % step_for(value) > highest:
                kept += [figure] if before is None else [before, figure]
            highest = value
        before = figure
    return curve(kept)


def _gaps(account: int, known: Collection[date], first: date, last: date) -> AccountGaps:
    if last < first:
        return AccountGaps(account, (), 0, 0)
    edges = [first - _DAY, *sorted(day for day in known if first <= day <= last), last + _DAY]
    runs = tuple((left + _DAY, right - _DAY) for left, right in pairwise(edges) if right - left > _DAY)
    days = sum((end - start).days + 1 for start, end in runs)
    return AccountGaps(account, runs, days, (last - first).days + 1)
