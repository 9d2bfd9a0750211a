"""What of a post has left already, so that it may no longer change here."""

from cmstation.domain.delivery import LEFT_STATES, Delivery, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.ui.drafts.documents import BASE


def is_locked(draft: Draft, account: int) -> bool:
    """Tell whether a version's text may no longer change; the base is locked as soon as anything left."""
    if account == BASE:
        return has_left(draft)
    return any(one.account == account and _has_left(one) for one in draft.deliveries)


def has_left(draft: Draft) -> bool:
    """Tell whether something of a post has left, or may have."""
    return any(_has_left(one) for one in draft.deliveries)


def all_left(draft: Draft) -> bool:
    """Tell whether every version has left, so that nothing is to be published any more."""
    return bool(draft.accounts) and all(is_locked(draft, account) for account in draft.accounts)


def _has_left(delivery: Delivery) -> bool:
    armed = delivery.armed_at is not None and delivery.state is not DeliveryState.CANCELLED
    return delivery.state in LEFT_STATES or armed
