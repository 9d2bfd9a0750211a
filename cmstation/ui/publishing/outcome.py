"""What became of a post, delivery by delivery; gathered in the background."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.network_rules import rules_for
from cmstation.domain.networks import Way

if TYPE_CHECKING:
    from cmstation.services.station import Station


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One delivery with what a person wants to know of it.

    Args:
        pictures: how many leave with it.
        link: whether it carries a link.
        waits_for_post: a first comment whose post is not live yet.
        leaving: its hour has come, so it leaves as soon as it can.
    """

    delivery: Delivery
    account: Account
    pictures: int = 0
    link: bool = False
    waits_for_post: bool = False
    leaving: bool = False

    @property
    def is_post(self) -> bool:
        """Whether it is the post itself."""
        return self.delivery.kind is DeliveryKind.POST

    @property
    def by_hand(self) -> bool:
        """Whether the person publishes it."""
        return self.account.way is Way.ASSISTED


@dataclass(frozen=True, slots=True)
class SameCause:
    """Failures that can be tried again together.

    Args:
        error: their cause, as it is stored.
        posts: how many posts they belong to.
    """

    error: str
    deliveries: int
    posts: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a post.

    Args:
        began: when the first of them was due.
        same: several failures with the same cause, or None.
    """

    title: str
    rows: tuple[OutcomeRow, ...]
    began: datetime | None
    same: SameCause | None


def outcome_of(station: "Station", post: int) -> Outcome:
    """Look at every delivery of a post; what was cancelled is shown only when nothing else is left."""
    draft = station.drafts.open(post)
    accounts = {account.id: account for account in station.accounts.all()}
    known = [one for one in station.outbox.of_post(post) if one.account in accounts]
    shown = [one for one in known if one.state is not DeliveryState.CANCELLED] or known
    live = {one.id for one in shown if one.state is DeliveryState.SENT}
    now = station.clock.now()
    rows: list[OutcomeRow] = []
    for one in sorted(shown, key=lambda found: _order(found, accounts[found.account])):
        account = accounts[one.account]
        is_post = one.kind is DeliveryKind.POST
        row = OutcomeRow(
            one,
            account,
            pictures=min(len(draft.attachments), rules_for(account).max_pictures) if is_post else 0,
            link=is_post and bool(draft.link_for(account.id)),
            waits_for_post=not is_post and one.parent not in live,
            leaving=one.due.instant <= now,
        )
        rows.append(row)
    began = min((row.delivery.due.instant for row in rows if row.leaving), default=None)
    failed = station.outbox.in_states(frozenset({DeliveryState.FAILED}))
    return Outcome(draft.title, tuple(rows), began, _same_cause(rows, failed))


def _order(delivery: Delivery, account: Account) -> tuple[int, int, bool, int]:
    is_comment = delivery.kind is not DeliveryKind.POST
    return account.position, account.id, is_comment, delivery.id


def _same_cause(rows: Iterable[OutcomeRow], failed: Iterable[Delivery]) -> SameCause | None:
    """Find the cause that this post shares with the most failures, here or in other posts."""
    here = {row.delivery.error for row in rows if row.delivery.state is DeliveryState.FAILED}
    found: list[SameCause] = []
    for error in here:
        alike = [one for one in failed if one.error == error]
        found.append(SameCause(error, len(alike), len({one.post for one in alike})))
    best = max(found, key=lambda cause: cause.deliveries, default=None)
    return best if best is not None and best.deliveries > 1 else None
