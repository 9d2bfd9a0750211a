"""Look on the networks for what may be live; record what is found, never send."""

import json
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import cast

from cmstation.domain.accounts import Account
from cmstation.domain.changes import Changes, of_deliveries
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import Delivery, DeliveryState, next_try
from cmstation.domain.errors import StationError
from cmstation.domain.native import SETTLE_AFTER, SETTLE_PATIENCE
from cmstation.domain.networks import Finding, Json, NativeScheduler, Publisher, Receipt, Verdict
from cmstation.services.delivery_journal import DeliveryJournal
from cmstation.services.error_keys import error_key
from cmstation.storage.accounts import Accounts
from cmstation.storage.deliveries import Deliveries

log = logging.getLogger(__name__)
# When an uncertain delivery is looked for again, after it was armed; then the person decides.
LOOKS = (timedelta(seconds=20), timedelta(minutes=2), timedelta(minutes=10))
LOOKS_NOTE = "looks"
CLOCK_EVIDENCE = "clock: back"
OpenDoor = Callable[[Account], Publisher]


class Lookout:
    """Settles what is in doubt, by reading only.

    Args:
        open_door: gives the adapter of an account; raises SignInNeeded or a Secrets… error.
    """

    def __init__(self, deliveries: Deliveries, accounts: Accounts, open_door: OpenDoor, clock: Clock) -> None:
        self._deliveries = deliveries
        self._accounts = accounts
        self._open_door = open_door
        self._clock = clock

    def look_again(self) -> Changes:
        """Ask about uncertain deliveries whose next look has come, and about natively kept ones."""
        now, changes = self._clock.now(), Changes()
        for delivery in self._deliveries.in_states(frozenset({DeliveryState.UNCERTAIN})):
            if self._is_due(delivery, now):
                changes |= self.reconcile(delivery)
        for delivery in self._deliveries.in_states(frozenset({DeliveryState.ON_NETWORK})):
            if now - delivery.due.instant >= SETTLE_AFTER:
                changes |= self._settle(delivery)
        return changes

    def reconcile(self, delivery: Delivery) -> Changes:
        """Look on the network; record what is found, resend only what is certainly absent."""
        account = self._accounts.get(delivery.account)
        journal = self._journal(delivery)
        looks = int(journal.get(LOOKS_NOTE) or 0) + 1
        journal.note(LOOKS_NOTE, str(looks))
        try:
            found = self._look(delivery, account, journal)
        except StationError as problem:
            found = Finding(Verdict.UNDECIDED, evidence=(f"look {looks}: {error_key(problem)}",))
        except Exception as defect:
            log.exception("looking for delivery %s", delivery.id)
            found = Finding(Verdict.UNDECIDED, evidence=(f"look {looks}: {type(defect).__name__}",))
        now = self._clock.now()
        if found.verdict is Verdict.LIVE and found.receipt is not None:
            return _changed(self._deliveries.sent(delivery.id, now, found.receipt))
        if found.verdict is Verdict.NOT_LIVE and _armed_ahead(delivery, now):
            found = Finding(Verdict.UNDECIDED, evidence=(*found.evidence, CLOCK_EVIDENCE))
        if found.verdict is Verdict.NOT_LIVE:
            later = next_try(now, max(delivery.attempts, 1), None)
            if later is not None:
                return _changed(
                    self._deliveries.again(delivery.id, now, later, delivery.error, delivery.detail)
                )
        evidence = (*delivery.evidence, *found.evidence)[-20:]
        return _changed(
            self._deliveries.uncertain(delivery.id, now, delivery.error, delivery.detail, evidence)
        )

    def _look(self, delivery: Delivery, account: Account, journal: DeliveryJournal) -> Finding:
        frozen = self._deliveries.payload(delivery.id)
        if frozen is None:
            return Finding(Verdict.UNDECIDED, evidence=("no payload",))
        payload = cast("Mapping[str, Json]", json.loads(frozen))
        since = delivery.armed_at or delivery.due.instant
        return self._open_door(account).find(payload, journal, since)

    def _is_due(self, delivery: Delivery, now: datetime) -> bool:
        looks = int(self._journal(delivery).get(LOOKS_NOTE) or 0)
        armed = delivery.armed_at or delivery.due.instant
        if looks == 0:
            return True
        return looks <= len(LOOKS) and now - armed >= LOOKS[looks - 1]

    def _settle(self, delivery: Delivery) -> Changes:
        """Tell whether a post that the network kept went live at its hour."""
        account = self._accounts.get(delivery.account)
        journal = self._journal(delivery)
        try:
            found = self._settled(delivery, account, journal)
        except StationError as problem:
            found = Finding(Verdict.UNDECIDED, evidence=(error_key(problem),))
        except Exception as defect:
            # One delivery that cannot be read must not keep the others from being looked at.
            log.exception("settling delivery %s", delivery.id)
            found = Finding(Verdict.UNDECIDED, evidence=(type(defect).__name__,))
        now = self._clock.now()
        if found.verdict is Verdict.LIVE and found.receipt is not None:
            return _changed(self._deliveries.sent(delivery.id, now, found.receipt))
        if now - delivery.due.instant < SETTLE_PATIENCE:
            return Changes()
        return _changed(
            self._deliveries.uncertain(delivery.id, now, "not_published_at_its_hour", "", found.evidence)
        )

    def _settled(self, delivery: Delivery, account: Account, journal: DeliveryJournal) -> Finding:
        door = self._open_door(account)
        frozen = self._deliveries.payload(delivery.id)
        payload = cast("Mapping[str, Json]", json.loads(frozen or b"{}"))
        receipt = Receipt(delivery.remote_id, delivery.remote_url, True, delivery.remote_extra)
        if not hasattr(door, "settle"):
            return Finding(Verdict.UNDECIDED)
        return cast("NativeScheduler", door).settle(receipt, payload, journal)

    def _journal(self, delivery: Delivery) -> DeliveryJournal:
        return DeliveryJournal(self._deliveries, delivery.id, self._clock)


def _armed_ahead(delivery: Delivery, now: datetime) -> bool:
    """Tell whether the clock was set back since: then "not found since that hour" proves nothing."""
    return delivery.armed_at is not None and delivery.armed_at > now


def _changed(delivery: Delivery) -> Changes:
    return of_deliveries(frozenset({delivery.post}), frozenset({delivery.id}))
