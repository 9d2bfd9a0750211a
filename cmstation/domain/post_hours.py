"""What of a post stands together at one hour, and whether it may be given another. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.delivery import LEFT_STATES, Delivery, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound, PublishedIsImmutable
from cmstation.domain.planned_time import PlannedTime

# What was sent so soon after its hour still counts there.
ON_TIME = timedelta(minutes=15)
# What may have left, or leaves now: it keeps its hour; the network itself can move what it still keeps.
_KEEP_THEIR_HOUR = (LEFT_STATES | {DeliveryState.PREPARING}) - {DeliveryState.ON_NETWORK}


@dataclass(frozen=True, slots=True)
class HourOfPost:
    """What of a post stands at one hour.

    Args:
        due: the hour as it was planned.
        deliveries: that count at this hour, in the accounts' order.
        accounts: theirs, then the chosen ones that have no delivery and stand at the planned hour.
        takes_planned: whether the post's planned hour goes where these go.
        planned: the post's planned hour.
    """

    post: int
    part: str
    due: PlannedTime
    deliveries: tuple[Delivery, ...]
    accounts: tuple[int, ...]
    takes_planned: bool
    planned: PlannedTime | None

    @property
    def kept(self) -> tuple[Delivery, ...]:
        """Those that a network keeps until their hour."""
        return tuple(one for one in self.deliveries if one.state is DeliveryState.ON_NETWORK)


def part_of(moment: datetime) -> str:
    """Return the part of an item's key that names its minute: "2026-10-13T07:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def post_key(post: int, moment: datetime) -> ItemKey:
    """Return the key of what stands of a post at a moment."""
    return ItemKey(ItemKind.POST, post, part_of(moment))


def hour_of_delivery(delivery: Delivery) -> datetime:
    """Return the moment at which a delivery stands in the calendar."""
    sent = delivery.sent_at if delivery.state is DeliveryState.SENT else None
    if sent is None or timedelta() <= sent - delivery.due.instant <= ON_TIME:
        return delivery.due.instant
    return sent


def hour_of_post(draft: Draft, part: str) -> HourOfPost:
    """Return what of a post stands at an hour.

    Raises:
        NotFound: nothing stands there any more, or the post was put away.
    """
    deliveries = _counting(draft)
    here = tuple(one for one in deliveries if part_of(hour_of_delivery(one)) == part)
    waiting = standing_accounts(draft)
    planned_here = draft.planned is not None and part_of(draft.planned.instant) == part
    standing = waiting if planned_here else ()
    bare = planned_here and not draft.accounts and not deliveries
    put_away = draft.deleted_at is not None or draft.archived_at is not None
    if put_away or not (here or standing or bare):
        raise NotFound(subject="item", identity=draft.id, part=part)
    whole = len(here) == len(deliveries) and (draft.planned is None or not waiting)
    due = here[0].due if here else draft.planned
    assert due is not None  # noqa: S101 - without deliveries, only a planned hour brought us here
    return HourOfPost(
        post=draft.id,
        part=part,
        due=due,
        deliveries=here,
        accounts=(*(one.account for one in here), *standing),
        takes_planned=planned_here or whole,
        planned=draft.planned,
    )


def refuse_unless_movable(hour: HourOfPost) -> None:
    """Refuse to touch an hour of which something left, leaves or may have left.

    Raises:
        PublishedIsImmutable: so it is.
    """
    if any(keeps_its_hour(one) for one in hour.deliveries):
        raise PublishedIsImmutable(post=hour.post)


def keeps_its_hour(delivery: Delivery) -> bool:
    """Tell whether a delivery left, leaves, or was armed once and may have left."""
    if delivery.state in (DeliveryState.ON_NETWORK, DeliveryState.CANCELLED):
        return False
    return delivery.state in _KEEP_THEIR_HOUR or delivery.armed_at is not None


def standing_accounts(draft: Draft) -> tuple[int, ...]:
    """Return the chosen accounts that have no delivery."""
    delivered = {one.account for one in _counting(draft)}
    return tuple(account for account in draft.accounts if account not in delivered)


def _counting(draft: Draft) -> tuple[Delivery, ...]:
    return tuple(
        one
        for one in draft.deliveries
        if one.kind is DeliveryKind.POST and one.state is not DeliveryState.CANCELLED
    )
