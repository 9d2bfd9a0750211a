"""What files tell of the plan: its posts and events between two days, as a table or as a calendar."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from cmstation.domain.calendar import CalendarItem, ItemKind, Plan, PlanFilter
from cmstation.domain.calendar_events import CalendarEvent, EventStatus, WholeDay, instant_of
from cmstation.domain.clock import Clock
from cmstation.domain.drafts import Draft, PostState
from cmstation.domain.events import Event
from cmstation.domain.folding import folded
from cmstation.domain.plan_entries import PlanEntry, PlanNames, account_labels, account_names, post_of
from cmstation.domain.plan_ics import Describe, KnownLabels, events_of_plan
from cmstation.domain.plan_telling import PlanLabels, event_entry, post_entry
from cmstation.domain.plan_words import POST
from cmstation.services.plan_comparing import Present
from cmstation.services.preferences import Preferences
from cmstation.storage.accounts import Accounts
from cmstation.storage.events import Events as StoredEvents
from cmstation.storage.labels import Labels
from cmstation.storage.plan_posts import PlanPosts
from cmstation.storage.remote_posts import RemotePostTable

_WITHOUT_DAYS = PlanFilter(health_days=False, days_off=False)
_PUBLIC = frozenset({PostState.LIVE})


class PlanSource(Protocol):
    """The calendar's one question (`services/calendar.py`)."""

    def plan(self, start: date, end: date, wanted: PlanFilter = ...) -> Plan:
        """Return what stands between two days, the second one excluded."""
        ...


class PlanContents:
    """Reads the plan for files; nothing is written here."""

    def __init__(
        self,
        calendar: PlanSource,
        posts: PlanPosts,
        events: StoredEvents,
        remote: RemotePostTable,
        accounts: Accounts,
        labels: Labels,
        preferences: Preferences,
        clock: Clock,
    ) -> None:
        self._calendar = calendar
        self._posts = posts
        self._events = events
        self._remote = remote
        self._accounts = accounts
        self._labels = labels
        self._preferences = preferences
        self._clock = clock

    # --- going out ---

    def entries(self, start: date, end: date) -> list[PlanEntry]:
        """Return the rows of a table, by their time; what others planned on a network is not ours to tell."""
        plan, labels = self._calendar.plan(start, end, _WITHOUT_DAYS), self.labels()
        drafts = self._posts.drafts(_posts_of(plan.items)).values()
        told = [post_entry(draft, labels) for draft in drafts]
        told += [event_entry(event, labels) for event in self._events_of(plan)]
        return sorted(told, key=lambda one: (_instant(one, plan.zone), one.identity))

    def calendar(self, start: date, end: date, describe: Describe, *, texts: bool) -> list[CalendarEvent]:
        """Return the events of a calendar file.

        Args:
            describe: says of a post what may be known of it.
            texts: whether the posts' words may be seen; titles and hours always are.
        """
        plan = self._calendar.plan(start, end, _WITHOUT_DAYS)
        items = [one for one in plan.items if one.key.kind is not ItemKind.EVENT]
        drafts = self._posts.drafts(_posts_of(items)) if texts else {}

        def told(item: CalendarItem) -> str:
            draft = drafts.get(item.key.identity) if item.key.kind is ItemKind.POST else None
            words = "" if draft is None else _words_of(draft, item)
            return "\n\n".join(part for part in (describe(item), words) if part)

        titled = items if texts else self._discreet(items, start, end, plan.zone)
        known = self.known_labels()
        return events_of_plan(titled, self._events_of(plan), known, self.mark(), told)

    # --- coming in ---

    def names(self) -> PlanNames:
        """Return what a file may name, folded as a person may write it."""
        labels = self.labels()
        accounts = account_names(self._accounts.all(), labels.accounts)
        return PlanNames(accounts, _by_name(labels.themes.values()), _by_name(labels.campaigns.values()))

    def present(self, entries: Iterable[PlanEntry]) -> Present:
        """Return the plan as it is, as far as these entries name it."""
        labels, every = self.labels(), tuple(entries)
        posts = [post_of(entry.identity, labels.mark) for entry in every]
        identities = {entry.identity for entry in every if entry.identity}
        return Present(
            now=self._clock.now(),
            labels=labels,
            accounts={account.id: account for account in self._accounts.all()},
            drafts=self._posts.drafts(post for post in posts if post is not None),
            events=self._events.by_uids(identities),
        )

    def present_events(self, contents: Iterable[CalendarEvent]) -> Present:
        """Return the plan as it is, as far as a calendar file names it."""
        return self.present(PlanEntry(identity=content.uid) for content in contents)

    def labels(self) -> PlanLabels:
        """Return how files name accounts, themes and campaigns."""
        known = self.known_labels()
        return PlanLabels(self.mark(), account_labels(self._accounts.all()), known.themes, known.campaigns)

    def known_labels(self) -> KnownLabels:
        """Return the names of themes and campaigns."""
        return KnownLabels(
            {theme.id: theme.name for theme in self._labels.themes()},
            {campaign.id: campaign.name for campaign in self._labels.campaigns()},
        )

    def mark(self) -> str:
        """Return what tells this clinic's posts from another's; the scope itself names secrets."""
        return hashlib.sha256(self._preferences.scope().encode()).hexdigest()[:12]

    # --- inside ---

    def _events_of(self, plan: Plan) -> list[Event]:
        """Return the events of a plan with their series, and those that were called off."""
        shown = {one.key.identity for one in plan.items if one.key.kind is ItemKind.EVENT}
        first, last = (instant_of(WholeDay(day), plan.zone) for day in (plan.start, plan.end))
        return [
            event
            for event in self._events.touching(first, last)
            if event.id in shown or event.content.status is EventStatus.CANCELLED
        ]

    def _discreet(self, items: list[CalendarItem], start: date, end: date, zone: str) -> list[CalendarItem]:
        """Give what has no title of its own a general one: the calendar shows first words instead."""
        titles = self._posts.titles(_posts_of(items))
        first, last = (datetime.combine(day, datetime.min.time(), ZoneInfo(zone)) for day in (start, end))
        remote = {post.id: post.title for post in self._remote.between(first, last)}

        def title(item: CalendarItem) -> str:
            if item.state in _PUBLIC:
                return item.title
            known = titles if item.key.kind is ItemKind.POST else remote
            return known.get(item.key.identity, "") or POST.capitalize()

        return [replace(item, title=title(item)) for item in items]


def _by_name(names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name.strip()), name)
    return found


def _posts_of(items: Iterable[CalendarItem]) -> list[int]:
    return [one.key.identity for one in items if one.key.kind is ItemKind.POST]


def _words_of(draft: Draft, item: CalendarItem) -> str:
    """Return what is published at an hour: the words of its accounts, each once."""
    texts = [draft.text_for(account) for account in item.accounts] or [draft.text]
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def _instant(entry: PlanEntry, zone: str) -> datetime:
    assert entry.start is not None  # noqa: S101 - it stands in the plan
    return instant_of(entry.start, zone)
