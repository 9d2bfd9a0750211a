"""A plan whose items are found by their days without looking at all of them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from cmstation.domain.calendar import CalendarItem, ItemKey, Plan
from cmstation.domain.networks import Network

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class IndexedPlan(Plan):
    """A plan as the views get it: whoever reads it in the background makes the index there too.

    Args:
        begun: places in `items` by the first day; `lasting` those of what touches several days.
        known: items by their key.
        networks: of the accounts, as far as the items give them away.
    """

    begun: Mapping[date, tuple[int, ...]] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )
    lasting: tuple[int, ...] = field(default=(), compare=False, repr=False)
    known: Mapping[ItemKey, CalendarItem] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )
    networks: Mapping[int, Network] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )

    def within(self, start: date, end: date) -> tuple[CalendarItem, ...]:
        """Return the items that touch a span, the end exclusive, in the plan's order."""
        if (end - start).days > len(self.items):
            return tuple(item for item in self.items if item.first < end and item.last >= start)
        places = [place for place in self.lasting if self._touches_before(place, start)]
        day = start
        while day < end:
            places.extend(self.begun.get(day, ()))
            day += _DAY
        places.sort()
        return tuple(self.items[place] for place in places)

    def _touches_before(self, place: int, start: date) -> bool:
        item = self.items[place]
        return item.first < start <= item.last


def indexed(plan: Plan, before: "IndexedPlan | None" = None) -> IndexedPlan:
    """Return a plan with its index, made now unless it has one.

    Args:
        before: what was read last; what has not changed since is taken from there, so that comparing the two
            takes no time.
    """
    if isinstance(plan, IndexedPlan):
        return plan
    items = plan.items if before is None else tuple(_same(item, before.known) for item in plan.items)
    begun: dict[date, list[int]] = {}
    for place, item in enumerate(items):
        begun.setdefault(item.first, []).append(place)
    found = IndexedPlan(
        plan.start,
        plan.end,
        plan.zone,
        items,
        plan.health_days,
        plan.days_off,
        begun={day: tuple(places) for day, places in begun.items()},
        lasting=tuple(place for place, item in enumerate(items) if item.first != item.last),
        known={item.key: item for item in items},
        networks=networks_of(items),
    )
    return before if before is not None and found == before else found


def items_within(plan: Plan, start: date, end: date) -> tuple[CalendarItem, ...]:
    """Return the items that touch a span, the end exclusive, in the plan's order."""
    if isinstance(plan, IndexedPlan):
        return plan.within(start, end)
    return tuple(item for item in plan.items if item.first < end and item.last >= start)


def networks_of(items: Iterable[CalendarItem]) -> dict[int, Network]:
    """Tell the networks of accounts, as far as the items give them away."""
    found: dict[int, Network] = {}
    for item in items:
        if len(item.accounts) == len(item.networks):
            found.update(zip(item.accounts, item.networks, strict=True))
        elif len(item.networks) == 1:
            found.update(dict.fromkeys(item.accounts, item.networks[0]))
    return found


def _same(item: CalendarItem, known: Mapping[ItemKey, CalendarItem]) -> CalendarItem:
    before = known.get(item.key)
    return before if before is not None and before == item else item
