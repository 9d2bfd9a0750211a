"""What stands in the calendar: posts, events of the clinic, and posts that wait on a network."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from cmstation.domain.drafts import PostState
from cmstation.domain.health_days import HealthDay
from cmstation.domain.networks import Network


class ItemKind(StrEnum):
    """Where an item comes from."""

    POST = "post"
    EVENT = "event"  # of the clinic, never published
    REMOTE = "remote"  # planned by hand on the network itself


class EventKind(StrEnum):
    """What an event of the clinic is."""

    EVENT = "event"
    PRESS_RELEASE = "press_release"
    SHOOTING = "shooting"
    PRINT_DEADLINE = "print_deadline"
    TASK = "task"
    QUIET = "quiet"  # mourning or another day on which nothing should be published


@dataclass(frozen=True, slots=True, order=True)
class ItemKey:
    """The identity of an item, the same in every view.

    Args:
        identity: of the post, the event or the post on the network.
        part: which of them, "" when there is one only: the UTC minute of a post's hour, or the start in
            its series of an event's occurrence.
    """

    kind: ItemKind
    identity: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """One thing at one time.

    Args:
        start, end: aware UTC, the end exclusive; equal for a moment.
        first, last: local days that it touches, both included, in the zone of the plan.
        whole_day: it has no hour.
        state: of a post; that of the deliveries of this hour alone.
        accounts: those that publish at this hour, in the accounts' order; networks without doubles.
        on_network: a network keeps it until its hour.
        movable: nothing of it has left, and it may be given another hour.
        picture: digest of the post's first picture, "" without one.
        planned_zone: IANA zone in which its hour was planned.
        ends_movable: its end may be moved too.
    """

    key: ItemKey
    title: str
    start: datetime
    end: datetime
    first: date
    last: date
    planned_zone: str
    whole_day: bool = False
    movable: bool = True
    ends_movable: bool = False
    state: PostState | None = None
    event: EventKind | None = None
    theme: int | None = None
    campaign: int | None = None
    sequence: int | None = None
    accounts: tuple[int, ...] = ()
    networks: tuple[Network, ...] = ()
    on_network: bool = False
    done: bool = False
    recurs: bool = False
    place: str = ""
    picture: str = ""

    @property
    def is_moment(self) -> bool:
        """Whether it has a beginning and no length."""
        return self.start == self.end

    @property
    def days(self) -> int:
        """How many local days it touches."""
        return (self.last - self.first).days + 1


class DayOffKind(StrEnum):
    """Why many people are free."""

    PUBLIC = "public"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A public holiday, or holidays of the schools.

    Args:
        first, last: both included.
        name: in French.
    """

    kind: DayOffKind
    name: str
    first: date
    last: date


Remarks: TypeAlias = Mapping[date, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the calendar shows between two days; every view arranges this and asks nothing more.

    Args:
        start, end: local days, the end exclusive.
        zone: IANA zone whose days these are.
        items: those that touch the span, by start, whole days first, then by key.
    """

    start: date
    end: date
    zone: str
    items: tuple[CalendarItem, ...] = ()
    health_days: tuple[HealthDay, ...] = ()
    days_off: tuple[DayOff, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """What the calendar should show; an empty set means "all".

    Args:
        kinds: of items.
        health_themes: themes of health days, in French; `health_days` hides all of them when False.
    """

    kinds: frozenset[ItemKind] = frozenset()
    states: frozenset[PostState] = frozenset()
    accounts: frozenset[int] = frozenset()
    themes: frozenset[int] = frozenset()
    campaigns: frozenset[int] = frozenset()
    health_days: bool = True
    health_themes: frozenset[str] = frozenset()
    days_off: bool = True


EVERYTHING = PlanFilter()


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a wish to move or copy several items.

    Args:
        moved: the items' new keys.
        refused: why others stayed where they were, by their key.
    """

    moved: tuple[ItemKey, ...]
    refused: Mapping[ItemKey, Exception] = field(default_factory=lambda: MappingProxyType({}))


def order_of(item: CalendarItem) -> tuple[datetime, bool, ItemKey]:
    """Return by what items are sorted: start, whole days first, key."""
    return item.start, not item.whole_day, item.key
