"""The answers of the page of statistics: what is known of a period, and curves over many days."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from cmstation.domain.accounts import Account
from cmstation.domain.calendar import CalendarItem, EventKind, ItemKind, Plan, PlanFilter
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.curves import Curve, curve
from cmstation.domain.labels import Campaign
from cmstation.domain.metrics import Figure, Metric
from cmstation.domain.periods import Period, campaign
from cmstation.domain.stat_answers import (
    MOST_POSTS,
    Answers,
    Freshness,
    Headline,
    Mark,
    MarkKind,
    PostResult,
)
from cmstation.services.preferences import Preferences
from cmstation.services.stat_answers_figures import FigureAnswers, gaps, headlines
from cmstation.services.stat_answers_kept import KeptAnswers
from cmstation.services.stat_answers_posts import EPOCH, PostAnswers, bounds, forms, hours, themes
from cmstation.services.stat_answers_press import PressAnswers
from cmstation.storage.accounts import Accounts
from cmstation.storage.database import Database
from cmstation.storage.labels import Labels
from cmstation.storage.stat_collections import CollectionTable
from cmstation.storage.stat_notes import GoalTable, NoteTable
from cmstation.storage.stat_post_counts import PostCountTable
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.stat_sums import FigureSums
from cmstation.storage.statistics import FigureTable

_DAY: Final = timedelta(days=1)
_PERIODS_KEPT: Final = 12
_EVENTS: Final = {EventKind.EVENT: MarkKind.EVENT, EventKind.PRESS_RELEASE: MarkKind.PRESS_RELEASE}
_EVENTS_ALONE: Final = PlanFilter(kinds=frozenset({ItemKind.EVENT}), health_days=False, days_off=False)


class PlanSource(Protocol):
    """The calendar's one question (`services/calendar.py`)."""

    def plan(self, start: date, end: date, wanted: PlanFilter = ...) -> Plan:
        """Return what stands between two days, the second one excluded."""
        ...


class Statistics:
    """What figures tell; nothing is guessed where they tell nothing.

    All of it is safe to call from jobs. Answers are kept until `changed` says that they may be others.

    Args:
        calendar: names the clinic's events.
    """

    def __init__(
        self, database: Database, calendar: PlanSource, preferences: Preferences, clock: Clock
    ) -> None:
        self._figures = FigureTable(database)
        self._accounts = Accounts(database)
        self._labels = Labels(database)
        self._goals = GoalTable(database)
        self._notes = NoteTable(database)
        self._collections = CollectionTable(database)
        self._of_figures = FigureAnswers(self._figures, FigureSums(database))
        self._post_counts = PostCountTable(database)
        self._of_posts = PostAnswers(StatPosts(database), self._post_counts)
        self._of_press = PressAnswers(database)
        self._calendar = calendar
        self._preferences = preferences
        self._clock = clock
        self._kept = KeptAnswers(_PERIODS_KEPT)

    def changed(self, changes: Changes) -> None:
        """Answer anew from now on, if what changed can be part of an answer."""
        if changes:
            self._kept.forget()
        if changes.statistics or changes.accounts or changes.everything:
            self._of_posts.forget()

    def today(self) -> date:
        """Return the day on the clinic's clocks."""
        return self._clock.now().astimezone(self._zone()).date()

    def first_day(self) -> date | None:
        """Return the earliest day of which anything is known; None when nothing is."""
        found = [self._figures.first_day(), self._first_post_day()]
        return min((day for day in found if day is not None), default=None)

    # --- a period ---

    def answers(self, period: Period, accounts: Collection[int] | None = None) -> Answers:
        """Tell all that is known of a period.

        Args:
            accounts: those to tell of; None for all.
        """
        wanted = None if accounts is None else frozenset(accounts)
        key = ("answers", period, wanted, self.today(), str(self._zone()))
        return self._kept.get(key, lambda: self._answer(period, wanted))

    def posts(self, period: Period, accounts: Collection[int] | None = None) -> tuple[PostResult, ...]:
        """Return all posts of a period, as `Answers.posts` has the best of them."""
        read = self._of_posts.read(period, self._asked(accounts), self._zone(), year_of_hours=False)
        return self._of_posts.results(read, self._clock.now())

    def freshness(self) -> tuple[Freshness, ...]:
        """Tell how fresh the figures of each account are."""
        return self._kept.get(("freshness",), lambda: self._fresh(self._accounts.all()))

    def campaigns(self) -> tuple[tuple[Campaign, Period], ...]:
        """Return the campaigns of which something went out, each from its first post to its last."""
        return self._kept.get(("campaigns", str(self._zone())), self._campaign_periods)

    # --- many days ---

    def curves(
        self, metric: Metric, accounts: Collection[int] | None, first: date, last: date
    ) -> tuple[tuple[int, Curve], ...]:
        """Return the figures of each account, day by day, in the accounts' order.

        Args:
            accounts: None for all; one without a figure on these days is left out.
            last: days after today are left out.
        """
        order = [account.id for account in self._asked(accounts)]
        end = min(last, self.today())
        found: dict[int, list[Figure]] = {}
        for figure in self._figures.series(order, (metric,), first, end):
            found.setdefault(figure.account, []).append(figure)
        return tuple((one, curve(found[one], first, end)) for one in order if one in found)

    def marks(self, first: date, last: date) -> tuple[Mark, ...]:
        """Return what happened on these days: campaigns, events and press releases, by first day.

        What comes back every week is no event that explains a curve: series are left out.
        """
        start, end = bounds(first, last, self._zone())
        spans = self._spans(start, end)
        names = {one.id: one.name for one in self._labels.campaigns()}
        found = [
            Mark(MarkKind.CAMPAIGN, one, names[one], *days) for one, days in spans.items() if one in names
        ]
        plan = self._calendar.plan(first, last + _DAY, _EVENTS_ALONE)
        found += [
            Mark(kind, item.key.identity, item.title, *_cut(item, first, last))
            for item in plan.items
            if item.event is not None and not item.recurs and (kind := _EVENTS.get(item.event)) is not None
        ]
        return tuple(sorted(found, key=lambda mark: (mark.first, mark.kind, mark.identity)))

    # --- how they are made ---

    def _answer(self, period: Period, wanted: frozenset[int] | None) -> Answers:
        zone, now = self._zone(), self._clock.now()
        today = now.astimezone(zone).date()
        everybody = self._accounts.all()
        accounts = tuple(one for one in everybody if wanted is None or one.id in wanted)
        figures = self._of_figures.read(period, accounts, today)
        posts = self._of_posts.read(period, accounts, zone)
        results = self._of_posts.results(posts, now, MOST_POSTS)
        told = headlines(figures, today)
        return Answers(
            period=period,
            today=today,
            made_at=now,
            accounts=accounts,
            headlines=told,
            published=self._of_posts.published(posts, period, accounts, zone),
            posts=results,
            forms=forms(posts),
            hours=hours(posts, zone),
            themes=themes(posts, self._labels.themes()),
            goals=self._of_figures.goals(self._goals.all(), accounts, everybody, figures.end),
            milestones=self._of_figures.milestones(figures),
            response_time=None,
            press=self._of_press.press(*bounds(period.first, period.last, zone)),
            notes=self._notes.between(period.first, period.last),
            gaps=gaps(figures, today),
            freshness=self._fresh(accounts),
            definitions=_definitions(told, results),
            posts_in_all=len(posts.inside),
        )

    def _fresh(self, accounts: Sequence[Account]) -> tuple[Freshness, ...]:
        newest = self._kept.get(("newest",), self._figures.freshest)
        states = self._collections.all()
        found: list[Freshness] = []
        for account in accounts:
            state = states.get(account.id)
            fresh = Freshness(account.id, newest.get(account.id))
            if state is not None:
                fresh = Freshness(
                    account.id,
                    newest.get(account.id),
                    state.tried_at,
                    state.read_at,
                    state.due_at,
                    state.trouble,
                    state.detail,
                )
            found.append(fresh)
        return tuple(found)

    def _campaign_periods(self) -> tuple[tuple[Campaign, Period], ...]:
        spans = self._spans(EPOCH, self._clock.now() + _DAY)
        return tuple(
            (one, campaign(one.id, *spans[one.id])) for one in self._labels.campaigns() if one.id in spans
        )

    def _spans(self, start: datetime, end: datetime) -> dict[int, tuple[date, date]]:
        """Return the first and the last day on which posts of each campaign went out, in a span."""
        zone = self._zone()
        return {
            one: (began.astimezone(zone).date(), ended.astimezone(zone).date())
            for one, (began, ended) in self._post_counts.campaigns(start, end).items()
        }

    def _first_post_day(self) -> date | None:
        end = self._clock.now() + _DAY
        found = self._kept.get(("first post",), lambda: self._post_counts.first_moment(EPOCH, end))
        return None if found is None else found.astimezone(self._zone()).date()

    def _asked(self, accounts: Collection[int] | None) -> tuple[Account, ...]:
        return tuple(one for one in self._accounts.all() if accounts is None or one.id in accounts)

    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self._preferences.zone())


def _definitions(told: Sequence[Headline], results: Sequence[PostResult]) -> tuple[str, ...]:
    keys = {figure.definition for result in results for figure in result.latest.values()}
    for one in told:
        for standing in (one.standing, one.against_before.of_before, one.against_year_before.of_before):
            keys |= standing.definitions
        if one.last is not None:
            keys.add(one.last.definition)
    return tuple(sorted(keys - {""}))


def _cut(item: CalendarItem, first: date, last: date) -> tuple[date, date]:
    return max(item.first, first), min(item.last, last)
