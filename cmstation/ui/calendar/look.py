"""What every view of the calendar knows beside the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import MappingProxyType

from cmstation.domain.calendar import ItemKey
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine


@dataclass(frozen=True, slots=True)
class PlanLook:
    """How a plan is to be shown.

    Args:
        now: aware UTC; where the line of the present hour stands.
        lines, campaigns, accounts: what identities mean; accounts in the person's order.
    """

    today: date
    now: datetime
    lines: Mapping[int, EditorialLine] = field(default_factory=lambda: MappingProxyType({}))
    campaigns: Mapping[int, Campaign] = field(default_factory=lambda: MappingProxyType({}))
    accounts: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Landing:
    """Where something is dropped, or should be created.

    Args:
        day: local day of the plan's zone.
        wall: local time, None keeps the hour that the item has.
        account: of the lane, in views that have lanes of accounts.
        campaign: of the lane, in views that have lanes of campaigns; 0 is "no campaign".
    """

    day: date
    wall: time | None = None
    account: int | None = None
    campaign: int | None = None


@dataclass(frozen=True, slots=True)
class Grip:
    """What a drag holds.

    Args:
        keys: items of the calendar; the first one is under the pointer.
        post: a post without a date from the side list, instead of items.
        day: the day from which the first item was taken.
        copies: whether a copy is wanted (Ctrl on Linux and Windows, Option on macOS).
    """

    keys: tuple[ItemKey, ...] = ()
    post: int | None = None
    day: date | None = None
    copies: bool = False
