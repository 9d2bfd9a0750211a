"""What the person should look at in a plan: posts too close, said twice, on quiet days, not approved."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias
from zoneinfo import ZoneInfo

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKey, ItemKind, Plan, order_of
from cmstation.domain.drafts import PostState
from cmstation.domain.post_hours import part_of
from cmstation.domain.rhythm import USUAL_GAP, Slot, room
from cmstation.domain.same_texts import Said, said_twice

Fact: TypeAlias = int | str | date | tuple[int, ...]

SAME_TEXT_WITHIN = timedelta(days=30)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
_PUBLISHED = frozenset({ItemKind.POST, ItemKind.REMOTE})
_NOT_APPROVED = frozenset({PostState.IDEA, PostState.DRAFT, PostState.IN_REVIEW})


class WarningKind(StrEnum):
    """What is the matter; the order is the order of display on one day.

    TOO_CLOSE: two posts of an account (facts: accounts, minutes between them, gap in minutes).
    SAME_TEXT: two posts of an account (facts: accounts, days between them, earlier = its day).
    QUIET_DAY, BEFORE_QUIET_DAY: a post and the event (facts: title, quiet = the event's day).
    NOTHING_PLANNED: from `day` on (facts: days, last = the last empty day, goes_on = 1 when the plan
        shows no post after it either).
    NOT_APPROVED: a post (facts: days until it is due, state).
    NOT_SCHEDULED: an approved post that is not in the outbox (facts: days, accounts concerned).
    """

    TOO_CLOSE = "too_close"
    SAME_TEXT = "same_text"
    QUIET_DAY = "quiet_day"
    BEFORE_QUIET_DAY = "before_quiet_day"
    NOTHING_PLANNED = "nothing_planned"
    NOT_APPROVED = "not_approved"
    NOT_SCHEDULED = "not_scheduled"


_RANKS = {kind: rank for rank, kind in enumerate(WarningKind)}


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """One thing to look at.

    Args:
        day: the local day where it is shown.
        items: those concerned, the earlier one first.
        facts: figures for the sentence, see `WarningKind`.
    """

    kind: WarningKind
    day: date
    items: tuple[ItemKey, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact], hash=False)


def accounts_of(warning: PlanWarning) -> tuple[int, ...]:
    """Return the accounts that a warning is about, empty when it is about none."""
    found = warning.facts.get("accounts", ())
    return found if isinstance(found, tuple) else ()


@dataclass(frozen=True, slots=True)
class Pace:
    """From when on the person wants to be warned.

    Args:
        gap_minutes: the smallest time between two posts of an account.
        silence_days: how many empty days in a row are too many.
        approval_days: so long before its hour a post should be approved.
    """

    gap_minutes: int = int(USUAL_GAP.total_seconds()) // 60
    silence_days: int = 5
    approval_days: int = 2

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if self.gap_minutes < 0 or self.silence_days < 1 or self.approval_days < 0:
            raise ValueError("a pace is made of whole, sensible figures")

    @property
    def gap(self) -> timedelta:
        """The smallest time between two posts of an account."""
        return timedelta(minutes=self.gap_minutes)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a plan does not show by itself.

    Args:
        now: aware.
        said: the texts of the plan's posts, and of those within thirty days around it.
        slots: of every account.
        unscheduled: (post, account) where an hour is planned and the outbox knows nothing of it.
        after: quiet events of the day after the plan's last one.
    """

    now: datetime
    pace: Pace = field(default_factory=Pace)
    said: Sequence[Said] = ()
    slots: Collection[Slot] = ()
    unscheduled: Collection[tuple[int, int]] = ()
    after: Collection[CalendarItem] = ()


def warnings_of(plan: Plan, known: Circumstances) -> tuple[PlanWarning, ...]:
    """Look at all of a plan that has not happened yet; in order of days, then of kinds."""
    today = known.now.astimezone(ZoneInfo(plan.zone)).date()
    posts = sorted((item for item in plan.items if item.key.kind in _PUBLISHED), key=order_of)
    coming = [item for item in posts if item.start >= known.now]
    found = [
        *_together(_too_close(posts, known)),
        *_together(_same_texts(plan, posts, known)),
        *_on_quiet_days(coming, [*plan.items, *known.after]),
        *_silences(plan, posts, today, known.pace),
        *_not_approved(coming, today, known.pace),
        *_not_scheduled(coming, today, frozenset(known.unscheduled)),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, _RANKS[one.kind], one.items)))


def quiet_days(items: Iterable[CalendarItem]) -> frozenset[date]:
    """Return the days on which nothing should be published: the quiet ones, and each day before one."""
    quiet = _quiet_by_day(items)
    return frozenset(quiet) | {day - DAY for day in quiet}


def _too_close(posts: Iterable[CalendarItem], known: Circumstances) -> Iterator[PlanWarning]:
    lanes: dict[int, list[CalendarItem]] = {}
    for item in posts:
        for account in item.accounts:
            lanes.setdefault(account, []).append(item)
    for account, lane in sorted(lanes.items()):
        gap = _gap_of(account, known)
        for earlier, later in pairwise(lane):
            between = later.start - earlier.start
            if later.start >= known.now and between < gap:
                facts: dict[str, Fact] = {
                    "accounts": (account,),
                    "minutes": between // MINUTE,
                    "gap": known.pace.gap_minutes,
                }
                keys = (earlier.key, later.key)
                yield PlanWarning(WarningKind.TOO_CLOSE, later.first, keys, facts)


def _gap_of(account: int, known: Circumstances) -> timedelta:
    """Return the gap that is wanted; the person's own slots are never too close to each other."""
    if not known.pace.gap_minutes:
        return timedelta(0)
    return room([slot for slot in known.slots if slot.account == account], known.pace.gap)


def _same_texts(plan: Plan, posts: Iterable[CalendarItem], known: Circumstances) -> Iterator[PlanWarning]:
    zone = ZoneInfo(plan.zone)
    shown = {(one.key.kind, one.key.identity, account): one for one in posts for account in one.accounts}
    for earlier, later in said_twice(known.said, SAME_TEXT_WITHIN):
        before = shown.get((earlier.kind, earlier.identity, earlier.account))
        after = shown.get((later.kind, later.identity, later.account))
        where = after or before
        if where is None or later.at < known.now:
            continue
        first, second = (one.at.astimezone(zone).date() for one in (earlier, later))
        facts: dict[str, Fact] = {
            "accounts": (later.account,),
            "days": (second - first).days,
            "earlier": first,
        }
        keys = (before.key if before else _key_of(earlier), after.key if after else _key_of(later))
        yield PlanWarning(WarningKind.SAME_TEXT, where.first, keys, facts)


def _key_of(said: Said) -> ItemKey:
    return ItemKey(said.kind, said.identity, part_of(said.at) if said.kind is ItemKind.POST else "")


def _together(warnings: Iterable[PlanWarning]) -> Iterable[PlanWarning]:
    """Join what is the matter with the same items on several accounts."""
    found: dict[tuple[date, tuple[ItemKey, ...]], PlanWarning] = {}
    for one in warnings:
        before = found.get((one.day, one.items))
        accounts = (*accounts_of(before), *accounts_of(one)) if before else accounts_of(one)
        found[one.day, one.items] = replace(one, facts={**one.facts, "accounts": tuple(sorted(accounts))})
    return found.values()


def _on_quiet_days(coming: Iterable[CalendarItem], items: Iterable[CalendarItem]) -> Iterator[PlanWarning]:
    quiet = _quiet_by_day(items)
    for item in coming:
        for kind, day in (
            (WarningKind.QUIET_DAY, item.first),
            (WarningKind.BEFORE_QUIET_DAY, item.first + DAY),
        ):
            if day in quiet:
                event = quiet[day]
                facts: dict[str, Fact] = {"title": event.title, "quiet": day}
                yield PlanWarning(kind, item.first, (item.key, event.key), facts)
                break


def _quiet_by_day(items: Iterable[CalendarItem]) -> dict[date, CalendarItem]:
    found: dict[date, CalendarItem] = {}
    for item in sorted((item for item in items if item.event is EventKind.QUIET), key=order_of):
        for number in range(item.days):
            found.setdefault(item.first + number * DAY, item)
    return found


def _silences(plan: Plan, posts: Iterable[CalendarItem], today: date, pace: Pace) -> Iterator[PlanWarning]:
    begin = max(today, plan.start)
    busy = sorted({item.first for item in posts if begin <= item.first < plan.end})
    for before, after in pairwise((begin - DAY, *busy, plan.end)):
        days = (after - before).days - 1
        if days >= pace.silence_days:
            facts: dict[str, Fact] = {
                "days": days,
                "last": after - DAY,
                "goes_on": int(after == plan.end),
            }
            yield PlanWarning(WarningKind.NOTHING_PLANNED, before + DAY, (), facts)


def _not_approved(coming: Iterable[CalendarItem], today: date, pace: Pace) -> Iterator[PlanWarning]:
    for item in coming:
        days = (item.first - today).days
        if item.state is not None and item.state in _NOT_APPROVED and days <= pace.approval_days:
            facts: dict[str, Fact] = {"days": days, "state": item.state.value}
            yield PlanWarning(WarningKind.NOT_APPROVED, item.first, (item.key,), facts)


def _not_scheduled(
    coming: Iterable[CalendarItem], today: date, unscheduled: frozenset[tuple[int, int]]
) -> Iterator[PlanWarning]:
    for item in coming:
        if item.key.kind is not ItemKind.POST or item.state in _NOT_APPROVED:
            continue
        bare = item.state is PostState.APPROVED
        missing = tuple(a for a in item.accounts if bare or (item.key.identity, a) in unscheduled)
        if bare or missing:
            facts: dict[str, Fact] = {"days": (item.first - today).days, "accounts": missing}
            yield PlanWarning(WarningKind.NOT_SCHEDULED, item.first, (item.key,), facts)
