"""Move on its network what the network keeps until its hour, and tell what became of it."""

import json
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import cast

from cmstation.domain.accounts import Account
from cmstation.domain.calendar_errors import CannotMoveThere, HourTooNear, NoLongerWaiting
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import Delivery
from cmstation.domain.errors import PublishedIsImmutable, StationError
from cmstation.domain.networks import Json, NativeScheduler, Publisher, Receipt, ScheduledPosts, Verdict
from cmstation.domain.planned_time import PlannedTime
from cmstation.services.delivery_journal import DeliveryJournal
from cmstation.services.lookout import OpenDoor
from cmstation.storage.accounts import Accounts
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.delivery_hours import DeliveryHours

log = logging.getLogger(__name__)


class KeptPosts:
    """What networks keep for us.

    Args:
        open_door: gives the adapter of an account; raises SignInNeeded or a Secrets… error.
    """

    def __init__(
        self,
        deliveries: Deliveries,
        hours: DeliveryHours,
        accounts: Accounts,
        open_door: OpenDoor,
        clock: Clock,
    ) -> None:
        self._deliveries = deliveries
        self._hours = hours
        self._accounts = accounts
        self._open_door = open_door
        self._clock = clock

    def refuse_too_near(self, delivery: Delivery, due: datetime) -> None:
        """Refuse an hour that the delivery's network would not take, before anything is asked of it.

        Raises:
            HourTooNear, CannotMoveThere, SignInNeeded: so it is.
        """
        shortest = self._door(delivery).shortest_wait
        if due - self._clock.now() < shortest:
            raise HourTooNear(due=due, shortest_wait=shortest)

    def move(self, delivery: Delivery, due: datetime) -> None:
        """Give a kept post another hour on its network; storage is not touched.

        Raises:
            PublishedIsImmutable: it is live by now, which is recorded (facts: post, changes).
            StationError: it has its old hour, or nobody knows (see `ScheduledPosts.reschedule`).
        """
        try:
            receipt = self._door(delivery).reschedule(_receipt(delivery), due, self._journal(delivery))
        except (NoLongerWaiting, PublishedIsImmutable) as waits_no_more:
            self._record_if_live(delivery)
            raise waits_no_more
        if not receipt.scheduled:
            raise self._live(delivery, receipt)

    def payload_at(self, delivery: Delivery, due: datetime) -> bytes | None:
        """Return the frozen payload of a kept post for another hour, None when nothing is frozen."""
        frozen = self._deliveries.payload(delivery.id)
        if frozen is None:
            return None
        payload = cast("Mapping[str, Json]", json.loads(frozen))
        moved = self._door(delivery).payload_at(payload, due)
        return json.dumps(moved, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def adopt(self, delivery: Delivery, due: PlannedTime) -> bool:
        """Store the hour that a network holds; False when the delivery is otherwise by now."""
        payload = self.payload_at(delivery, due.instant)
        return self._hours.adopt(delivery, due, payload, self._clock.now())

    def _record_if_live(self, delivery: Delivery) -> None:
        """Look for a post that its network keeps no longer.

        Raises:
            PublishedIsImmutable: it is live, and stored so.
        """
        frozen = self._deliveries.payload(delivery.id)
        if frozen is None:
            return
        payload = cast("Mapping[str, Json]", json.loads(frozen))
        door = cast("NativeScheduler", self._door(delivery))
        try:
            found = door.settle(_receipt(delivery), payload, self._journal(delivery))
        except StationError as problem:
            log.info("settling delivery %s: %s", delivery.id, type(problem).__name__)
            return
        if found.verdict is Verdict.LIVE and found.receipt is not None:
            raise self._live(delivery, found.receipt)

    def _live(self, delivery: Delivery, receipt: Receipt) -> PublishedIsImmutable:
        self._deliveries.sent(delivery.id, self._clock.now(), receipt)
        changes = Changes(frozenset({delivery.post}), frozenset({delivery.id}), calendar=True)
        return PublishedIsImmutable(post=delivery.post, changes=changes)

    def _door(self, delivery: Delivery) -> ScheduledPosts:
        account = self._accounts.get(delivery.account)
        return schedule_of(self._open_door(account), account)

    def _journal(self, delivery: Delivery) -> DeliveryJournal:
        return DeliveryJournal(self._deliveries, delivery.id, self._clock)


class UnkeptJournal:
    """A journal for posts that are not ours: nothing of them is remembered."""

    def get(self, name: str) -> str | None:
        """Return None: nothing is remembered."""
        return None

    def note(self, name: str, value: str) -> None:
        """Forget the value."""

    def called(self, step: str, target: str, status: int | None, took: timedelta, outcome: str) -> None:
        """Forget the call."""


def schedule_of(door: Publisher, account: Account) -> ScheduledPosts:
    """Return an adapter as one that can move what its network keeps.

    Raises:
        CannotMoveThere: it cannot.
    """
    if not hasattr(door, "reschedule"):
        raise CannotMoveThere(account=account.id)
    return cast("ScheduledPosts", door)


def _receipt(delivery: Delivery) -> Receipt:
    return Receipt(delivery.remote_id, delivery.remote_url, True, delivery.remote_extra)
