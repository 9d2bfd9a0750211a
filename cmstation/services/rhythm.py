"""What a person does with the rhythm: weekly slots, a queue that fills them, warnings and wished shares."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Protocol
from zoneinfo import ZoneInfo

from cmstation.domain.calendar import EVERYTHING, CalendarItem, ItemKey, ItemKind, Plan, PlanFilter
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.errors import NotFound, NotReady, StationError
from cmstation.domain.labels import Theme
from cmstation.domain.plan_warnings import (
    SAME_TEXT_WITHIN,
    Circumstances,
    Pace,
    PlanWarning,
    quiet_days,
    warnings_of,
)
from cmstation.domain.post_hours import post_key
from cmstation.domain.rhythm import HORIZON, FreeSlot, LineShare, Slot, free_between, line_shares
from cmstation.services.done import Done
from cmstation.services.drafts import Drafts
from cmstation.services.outbox import Outbox
from cmstation.services.preferences import Preferences
from cmstation.services.queueing import LEAD, Queued, Queueing, QueueRules
from cmstation.services.taking_back import StepBack, all_back
from cmstation.storage.labels import Labels
from cmstation.storage.settings import Settings
from cmstation.storage.slots import SlotTable

_PACE = "calendar_pace"
_DAY = timedelta(days=1)
_CALENDAR = Changes(calendar=True)
_EVENTS = PlanFilter(kinds=frozenset({ItemKind.EVENT}), health_days=False, days_off=False)


class PlanSource(Protocol):
    """Where the plan comes from (`services/calendar.py`)."""

    def plan(self, start: date, end: date, wanted: PlanFilter = EVERYTHING) -> Plan:
        """Return what stands between two local days, the end exclusive."""
        ...


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of several posts that were put in the queue.

    Args:
        queued: in the order in which they were given.
        refused: why others got no slot, by post.
    """

    queued: tuple[Queued, ...]
    refused: Mapping[int, StationError] = field(default_factory=lambda: MappingProxyType({}))


class Rhythm:
    """When the accounts usually speak, and whether the plan keeps to it."""

    def __init__(
        self,
        table: SlotTable,
        settings: Settings,
        labels: Labels,
        drafts: Drafts,
        outbox: Outbox,
        preferences: Preferences,
        calendar: PlanSource,
        clock: Clock,
    ) -> None:
        self._table = table
        self._settings = settings
        self._labels = labels
        self._preferences = preferences
        self._calendar = calendar
        self._clock = clock
        self._queueing = Queueing(table, drafts, outbox, clock)

    # --- slots ---

    def slots(self) -> tuple[Slot, ...]:
        """Return the weekly slots, in the accounts' order."""
        return self._table.all()

    def set_slots(self, account: int, slots: Iterable[Slot]) -> Done[tuple[Slot, ...]]:
        """Give an account these weekly slots instead of those it had.

        Raises:
            NotFound: there is no such account.
        """
        wanted = tuple(sorted(set(slots)))
        if any(slot.account != account for slot in wanted):
            raise ValueError("these are slots of another account")
        earlier = self._table.replace(account, wanted)

        def undo() -> Changes:
            self._table.replace(account, earlier)
            return _CALENDAR

        return Done(wanted, _CALENDAR, undo)

    def free_slots(self, start: date, end: date) -> tuple[FreeSlot, ...]:
        """Return the slots of some local days (`end` exclusive) that a post could still take."""
        zone, soonest = self._preferences.zone(), self._clock.now() + LEAD
        first, slots = max(start, soonest.astimezone(ZoneInfo(zone)).date()), self.slots()
        if not slots or first >= end:
            return ()
        taken = self._table.taken(_midnight(first - _DAY, zone), _midnight(end + _DAY, zone))
        quiet = self._quiet_days(first, end)
        found = free_between(slots, taken, first, end, zone, avoiding=quiet, gap=self.pace().gap)
        return tuple(place for place in found if place.when.instant > soonest)

    # --- the queue ---

    def queue(self, post: int) -> Done[Queued]:
        """Put a post in the outbox, each of its accounts on its own next free slot.

        Where the checks refuse, it is planned for the slot and does not leave by itself.

        Raises:
            NotFound: the post was put away.
            NotReady: it is meant for no account.
            AlreadyPlanned: every chosen account has a delivery.
        """
        return self._queueing.queue(post, self._rules())

    def fill(self, posts: Sequence[int]) -> Done[Filled]:
        """Put several posts in the queue, in this order; those that cannot be are named."""
        rules = self._rules()
        queued: list[Queued] = []
        refused: dict[int, StationError] = {}
        changes, back = Changes(), list[StepBack]()
        for post in dict.fromkeys(posts):
            try:
                done = self._queueing.queue(post, rules)
            except (NotReady, AlreadyPlanned, NotFound) as error:
                refused[post] = error
                continue
            except Exception:
                all_back(back)
                raise
            queued.append(done.value)
            changes |= done.changes
            if done.undo is not None:
                back.append(StepBack(_key_of(done.value), done.undo))
        value = Filled(tuple(queued), MappingProxyType(refused))
        return Done(value, changes, (lambda: all_back(back)) if back else None)

    # --- warnings ---

    def pace(self) -> Pace:
        """Return from when on the person wants to be warned."""
        kept = self._settings.get(_PACE)
        if not isinstance(kept, dict):
            return Pace()
        usual = Pace()
        names = ("gap_minutes", "silence_days", "approval_days")
        figures = {name: kept.get(name, getattr(usual, name)) for name in names}
        try:
            return Pace(**{name: value for name, value in figures.items() if isinstance(value, int)})
        except ValueError:
            return usual

    def set_pace(self, pace: Pace) -> Done[Pace]:
        """Choose from when on to be warned."""
        earlier = self.pace()
        self._keep_pace(pace)

        def undo() -> Changes:
            self._keep_pace(earlier)
            return _CALENDAR

        return Done(pace, _CALENDAR, undo)

    def warnings(self, plan: Plan) -> tuple[PlanWarning, ...]:
        """Return what the person should look at in a plan.

        Args:
            plan: with all kinds of items; in one that a filter thinned out, silence would be heard
                where posts are only hidden.
        """
        start, end = _midnight(plan.start, plan.zone), _midnight(plan.end, plan.zone)
        known = Circumstances(
            now=self._clock.now(),
            pace=self.pace(),
            said=self._table.said(start - SAME_TEXT_WITHIN, end + SAME_TEXT_WITHIN),
            slots=self.slots(),
            unscheduled=self._table.unscheduled(start, end),
            after=self._events(plan.end, plan.end + _DAY),
        )
        return warnings_of(plan, known)

    # --- editorial lines ---

    def shares(self, plan: Plan, month: date | None = None) -> tuple[LineShare, ...]:
        """Return what part of a plan's posts each editorial line has, beside the wished part.

        Args:
            month: any day of the month that counts alone; None for the whole plan.
        """
        themes: dict[int, int | None] = {}
        for item in plan.items:
            counts = month is None or (item.first.year, item.first.month) == (month.year, month.month)
            if item.key.kind is ItemKind.POST and counts:
                themes[item.key.identity] = item.theme
        return line_shares(tuple(themes.values()), self._labels.themes())

    def set_wish(self, theme: int, percent: int | None) -> Done[Theme]:
        """Say what part of a month's posts an editorial line should have, or nothing.

        Raises:
            NotFound: there is no such line.
        """
        if percent is not None and not 0 <= percent <= 100:
            raise ValueError("a part is 0 to 100 per cent")
        before = next((found.wished for found in self._labels.themes() if found.id == theme), None)
        changed = Changes(labels=True, calendar=True)

        def undo() -> Changes:
            self._labels.update_theme(theme, wished=before)
            return changed

        return Done(self._labels.update_theme(theme, wished=percent), changed, undo)

    # --- inside ---

    def _rules(self) -> QueueRules:
        zone = self._preferences.zone()
        today = self._clock.now().astimezone(ZoneInfo(zone)).date()
        quiet = self._quiet_days(today, today + HORIZON + _DAY)
        return QueueRules(self.slots(), quiet, zone, self.pace().gap)

    def _quiet_days(self, start: date, end: date) -> frozenset[date]:
        return quiet_days(self._events(start, end + _DAY))

    def _events(self, start: date, end: date) -> tuple[CalendarItem, ...]:
        return self._calendar.plan(start, end, _EVENTS).items

    def _keep_pace(self, pace: Pace) -> None:
        figures = {
            "gap_minutes": pace.gap_minutes,
            "silence_days": pace.silence_days,
            "approval_days": pace.approval_days,
        }
        self._settings.set(_PACE, dict(figures))


def _key_of(queued: Queued) -> ItemKey:
    when = (queued.placed or queued.not_ready)[0].when
    return post_key(queued.post, when.instant)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone))
