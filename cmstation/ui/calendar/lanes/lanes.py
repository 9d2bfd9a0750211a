"""The campaign view: one lane per campaign or account, and where its chips stand. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from cmstation.domain.calendar import CalendarItem, Plan
from cmstation.domain.networks import Network
from cmstation.ui.calendar.indexed_plan import IndexedPlan, items_within, networks_of
from cmstation.ui.calendar.look import PlanLook

DAY = timedelta(days=1)
MOST_ROWS = 6
LEAST_WEEKS, USUAL_WEEKS, MOST_WEEKS = 2, 6, 13
LEAST_DAY = 24
GAP = 2
MORE_WIDTH = 30
NONE = 0


class By(StrEnum):
    """What a lane stands for."""

    CAMPAIGN = "campaign"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the view.

    Args:
        identity: of the campaign or the account; `NONE` holds what has none.
        name: "" for what has none.
        network: of an account, where it is known.
        items: in the plan's order.
    """

    identity: int
    name: str
    items: tuple[CalendarItem, ...]
    network: Network | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The time line: which days it shows, and where each one begins in pixels.

    Args:
        edges: one more than there are days; the last one is the width.
    """

    start: date
    edges: tuple[int, ...]

    @classmethod
    def over(cls, start: date, count: int, width: int) -> "Days":
        """Share a width out among days; nothing is left over."""
        return cls(start, tuple(round(width * place / count) for place in range(count + 1)))

    @property
    def count(self) -> int:
        """How many days there are."""
        return len(self.edges) - 1

    @property
    def end(self) -> date:
        """The day after the last one."""
        return self.start + DAY * self.count

    @property
    def width(self) -> int:
        """How wide all of them are."""
        return self.edges[-1]

    @property
    def day_width(self) -> int:
        """How wide the narrowest day is."""
        return self.width // self.count

    def place(self, day: date) -> int:
        """Return which day this is, from 0; the nearest one for a day beyond."""
        return min(max((day - self.start).days, 0), len(self.edges) - 2)

    def left(self, day: date) -> int:
        """Return where a day begins."""
        return self.edges[self.place(day)]

    def right(self, day: date) -> int:
        """Return where a day ends."""
        return self.edges[self.place(day) + 1]

    def at(self, x: int) -> date:
        """Return the day at a place."""
        place = min(max(x * self.count // max(1, self.width), 0), self.count - 1)
        if x < self.edges[place]:
            place = max(0, place - 1)
        elif x >= self.edges[place + 1]:
            place = min(self.count - 1, place + 1)
        return self.start + DAY * place


@dataclass(frozen=True, slots=True)
class ChipPlace:
    """Where an item stands in its lane.

    Args:
        row: from 0, from above.
        left, width: in pixels of the time line.
    """

    item: CalendarItem
    row: int
    left: int
    width: int

    @property
    def right(self) -> int:
        """Where it ends, exclusive."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Others:
    """Items for which there is no room.

    Args:
        day: the first one of them.
    """

    day: date
    left: int
    width: int
    items: tuple[CalendarItem, ...]


@dataclass(frozen=True, slots=True)
class LanePlaces:
    """What stands where in a lane; chips by row, then from the left."""

    chips: tuple[ChipPlace, ...]
    others: tuple[Others, ...]
    rows: int


class _Wanted(NamedTuple):
    """How an item would like to stand: where its first day begins, and how wide at least and at most."""

    item: CalendarItem
    left: int
    least: int
    roomy: int


# How many rows, and how much room for words beyond the least.
_WAYS = ((4, 1_000), (5, 64), (MOST_ROWS, 0))
# What an item would like to be wide, and the least with which it can be told from others.
Wish = Callable[[CalendarItem], tuple[int, int]]


def weeks_for(width: int) -> int:
    """Return how many weeks a width shows by itself."""
    return min(max(USUAL_WEEKS, width // (7 * LEAST_DAY)), MOST_WEEKS)


def lanes_of(plan: Plan, start: date, end: date, look: PlanLook, by: By) -> tuple[Lane, ...]:
    """Sort the items that touch a span into lanes.

    An item with several accounts stands in the lane of each. Closed campaigns and the lane of what has no
    account are there only while they hold something.
    """
    items = items_within(plan, start, end)
    if by is By.CAMPAIGN:
        return _campaigns(items, look)
    known = plan.networks if isinstance(plan, IndexedPlan) else networks_of(plan.items)
    return _accounts(items, look, known)


def places_of(items: Sequence[CalendarItem], days: Days, wish: Wish) -> LanePlaces:
    """Give each item a place so that no two of them overlap.

    Items get room for their words while the lane stays low so; else they stand closer together, and what
    finds no room in six rows is counted.
    """
    ordered = sorted(items, key=lambda item: (max(item.first, days.start), item.days == 1))
    wanted = [_wanted(item, days, wish) for item in ordered]
    rows: list[list[ChipPlace]] = []
    left_out: list[CalendarItem] = []
    for most, words in _WAYS:
        rows, left_out = _rows(wanted, days.width, words, most)
        if not left_out:
            break
    return LanePlaces(tuple(chip for row in rows for chip in row), _others(left_out, days), len(rows))


def _wanted(item: CalendarItem, days: Days, wish: Wish) -> _Wanted:
    left = days.left(item.first)
    roomy, least = wish(item)
    least = max(1, least, days.right(item.last) - left - GAP)
    return _Wanted(item, left, least, max(roomy, least))


def _rows(
    items: Sequence[_Wanted], width: int, words: int, most: int
) -> tuple[list[list[ChipPlace]], list[CalendarItem]]:
    """Put each item into the first row where it fits; return what fits nowhere, too."""
    rows: list[list[_Wanted]] = []
    ends: list[int] = []
    left_out: list[CalendarItem] = []
    for each in items:
        end = each.left + min(each.roomy, each.least + words, max(width - each.left, 1)) + GAP
        for row, taken in enumerate(ends):
            if taken <= each.left:
                rows[row].append(each)
                ends[row] = end
                break
        else:
            if len(rows) < most:
                rows.append([each])
                ends.append(end)
            elif most < MOST_ROWS:  # another way is tried
                return [], [each.item]
            else:
                left_out.append(each.item)
    return [_placed(row, number, width) for number, row in enumerate(rows)], left_out


def _placed(row: list[_Wanted], number: int, width: int) -> list[ChipPlace]:
    """Give each item of a row the free room at its right, for its words."""
    ends = [*(each.left - GAP for each in row[1:]), width]
    return [
        ChipPlace(each.item, number, each.left, max(1, min(each.roomy, end - each.left)))
        for each, end in zip(row, ends, strict=True)
    ]


def _others(items: Iterable[CalendarItem], days: Days) -> tuple[Others, ...]:
    """Count what has no room, by day where days are wide enough to say so."""
    groups: list[tuple[date, list[CalendarItem]]] = []
    for item in sorted(items, key=lambda item: max(item.first, days.start)):
        day = max(item.first, days.start)
        if groups and _others_left(day, days) < _others_left(groups[-1][0], days) + MORE_WIDTH + GAP:
            groups[-1][1].append(item)
        else:
            groups.append((day, [item]))
    return tuple(Others(day, _others_left(day, days), MORE_WIDTH, tuple(held)) for day, held in groups)


def _others_left(day: date, days: Days) -> int:
    return max(0, min(days.left(day), days.width - MORE_WIDTH))


def _campaigns(items: Sequence[CalendarItem], look: PlanLook) -> tuple[Lane, ...]:
    held: dict[int, list[CalendarItem]] = {}
    for item in items:
        known = item.campaign is not None and item.campaign in look.campaigns
        held.setdefault(item.campaign if known and item.campaign else NONE, []).append(item)
    lanes = [
        Lane(campaign.id, campaign.name, tuple(held.get(campaign.id, ())))
        for campaign in look.campaigns.values()
        if not campaign.closed or campaign.id in held
    ]
    return (*lanes, Lane(NONE, "", tuple(held.get(NONE, ()))))


def _accounts(
    items: Sequence[CalendarItem], look: PlanLook, networks: Mapping[int, Network]
) -> tuple[Lane, ...]:
    held: dict[int, list[CalendarItem]] = {}
    for item in items:
        known = [account for account in item.accounts if account in look.accounts]
        for account in known or [NONE]:
            held.setdefault(account, []).append(item)
    lanes = [
        Lane(account, name, tuple(held.get(account, ())), networks.get(account))
        for account, name in look.accounts.items()
    ]
    without = tuple(held.get(NONE, ()))
    return (*lanes, Lane(NONE, "", without)) if without or not lanes else tuple(lanes)
