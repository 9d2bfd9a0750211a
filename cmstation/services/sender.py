"""Carry one delivery: prepare freely, arm, send once, record at once, look when in doubt."""

import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import cast

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.changes import Changes, of_deliveries
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState, is_late, next_try
from cmstation.domain.delivery_errors import WrongState
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import (
    ChangedElsewhere,
    DuplicateRefused,
    NetworkError,
    NotReadyYet,
    NotSent,
    OutcomeUnknown,
    RateLimited,
    SecretsLocked,
    SecretsRefused,
    SecretsUnavailable,
    SignInNeeded,
    StationError,
)
from cmstation.domain.native import can_keep
from cmstation.domain.networks import (
    Json,
    Outgoing,
    Publisher,
    Receipt,
    Way,
)
from cmstation.services.delivery_journal import DeliveryJournal
from cmstation.services.lookout import LOOKS_NOTE, Lookout, OpenDoor
from cmstation.services.outgoing import Composer
from cmstation.services.trouble import NO_TROUBLE, Trouble
from cmstation.storage.accounts import Accounts
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.posts import Posts

log = logging.getLogger(__name__)
PAUSE_OFFLINE = timedelta(minutes=1)


class Sender:
    """Sends what it claimed; the only place that calls `Publisher.send`.

    Args:
        open_door: gives the adapter of an account; raises SignInNeeded or a Secrets… error.
        owner: names this running program; another program's claims are recovered when it is gone.
        owner_is_alive: tells whether the program that claimed still runs; None when it cannot tell.
    """

    def __init__(
        self,
        deliveries: Deliveries,
        posts: Posts,
        accounts: Accounts,
        composer: Composer,
        open_door: OpenDoor,
        lookout: Lookout,
        clock: Clock,
        owner: str,
        owner_is_alive: Callable[[str], bool | None],
    ) -> None:
        self._deliveries = deliveries
        self._posts = posts
        self._accounts = accounts
        self._composer = composer
        self._open_door = open_door
        self._lookout = lookout
        self._clock = clock
        self._owner = owner
        self._owner_is_alive = owner_is_alive

    def deliver(self, delivery: int, grace: timedelta) -> Changes:
        """Take up one delivery and carry it as far as it goes."""
        now = self._clock.now()
        found = self._deliveries.get(delivery)
        account = self._accounts.get(found.account)
        its_turn = found.state is DeliveryState.WAITING and found.next_try <= now and self._may_follow(found)
        if not its_turn or account.state is AccountState.PAUSED:
            return Changes()
        late = account.way is not Way.ASSISTED and is_late(now, found.due.instant, grace)
        if late and self._never_in_doubt(found):
            return _changed(self._deliveries.held(found.id, now))
        claimed = self._deliveries.claim(found.id, now, self._owner)
        if claimed is None:
            return Changes()
        if late:
            # Nobody sends it by itself any more, but an earlier try may be live.
            return self._still_in_doubt(claimed, NO_TROUBLE)
        if account.way is Way.ASSISTED:
            return _changed(self._deliveries.handed_over(claimed.id, now))
        return self._carry(claimed, account)

    def _may_follow(self, found: Delivery) -> bool:
        """Tell whether what a delivery follows is live; a comment waits for its post."""
        return found.parent is None or self._deliveries.get(found.parent).state is DeliveryState.SENT

    def recover(self) -> Changes:
        """Take back what a program that is gone was doing: it waits again, or is uncertain."""
        waiting, uncertain = self._deliveries.recover(self._clock.now(), self._owner_is_alive)
        changes = Changes()
        for delivery in (*waiting, *uncertain):
            changes |= _changed(delivery)
        return changes

    def take_back(self, delivery: Delivery) -> Delivery:
        """Remove from its network a post that waits there for its hour."""
        account = self._accounts.get(delivery.account)
        receipt = Receipt(delivery.remote_id, delivery.remote_url, True, delivery.remote_extra)
        self._open_door(account).delete(receipt, self._journal(delivery))
        return self._deliveries.withdrawn(delivery.id, self._clock.now())

    # --- one delivery ---

    def _carry(self, claimed: Delivery, account: Account) -> Changes:
        journal = self._journal(claimed)
        try:
            door = self._open_door(account)
            payload = self._payload(claimed, account, door, journal)
        except WrongState:
            # Someone took it over while this computer slept: it is theirs now.
            return Changes()
        except StationError as problem:
            return self._not_prepared(claimed, account, problem)
        except Exception as defect:
            # A defect of ours must not leave the delivery half-way for ever.
            log.exception("preparing delivery %s", claimed.id)
            return self._stopped(claimed, Trouble("defect", type(defect).__name__), thaw=False)
        if payload is None:
            return _changed(self._deliveries.get(claimed.id))
        return self._send(claimed, account, door, payload, journal)

    def _payload(
        self, claimed: Delivery, account: Account, door: Publisher, journal: DeliveryJournal
    ) -> Mapping[str, Json] | None:
        """Return the frozen payload, preparing it first unless an earlier try has armed it."""
        frozen = self._deliveries.payload(claimed.id)
        if frozen is None:
            draft = self._posts.get(claimed.post)
            outgoing = self._outgoing(claimed, draft, account, journal)
            if outgoing is None:
                return None
            prepared = door.prepare(outgoing, journal)
            frozen = json.dumps(prepared, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
            # Preparing may take minutes: what the person wrote meanwhile must not be left behind.
            self._arm(claimed, frozen, revision=draft.revision)
        else:
            self._arm(claimed, frozen)
        return cast("Mapping[str, Json]", json.loads(frozen))

    def _outgoing(
        self, claimed: Delivery, draft: Draft, account: Account, journal: DeliveryJournal
    ) -> Outgoing | None:
        now = self._clock.now()
        publish_at = None
        if claimed.native:
            if can_keep(account, now, claimed.due.instant):
                publish_at = claimed.due.instant
            elif claimed.due.instant > now:
                # Too near for the network to keep it: it waits here for its hour instead.
                self._deliveries.again(claimed.id, now, claimed.due.instant, "", "", thaw=True)
                return None
        comment = claimed.kind is DeliveryKind.FIRST_COMMENT
        if comment and not draft.first_comment_for(account.id).strip():
            # It was planned with the post and rubbed out since: an empty reply must not appear.
            self._deliveries.again(claimed.id, now, now, "", "", thaw=True)
            self._deliveries.cancel(claimed.id, now)
            return None
        self._composer.refuse_unless_ready(draft, account, claimed, now)
        created = journal.get("created_at")
        if created is None:
            created = now.isoformat()
            journal.note("created_at", created)
        return self._composer.outgoing(
            draft,
            account,
            claimed,
            created_at=datetime.fromisoformat(created),
            publish_at=publish_at,
            reply_to=self._parent_receipt(claimed),
        )

    def _send(
        self,
        claimed: Delivery,
        account: Account,
        door: Publisher,
        payload: Mapping[str, Json],
        journal: DeliveryJournal,
    ) -> Changes:
        try:
            receipt = door.send(payload, journal)
        except (OutcomeUnknown, DuplicateRefused) as doubt:
            return self._in_doubt(claimed, Trouble.of(doubt))
        except NetworkError as refusal:
            return self._not_sent(claimed, account, refusal)
        except Exception as defect:
            log.exception("sending delivery %s", claimed.id)
            return self._in_doubt(claimed, Trouble("defect", type(defect).__name__))
        return _changed(self._deliveries.sent(claimed.id, self._clock.now(), receipt))

    def _not_prepared(self, claimed: Delivery, account: Account, problem: StationError) -> Changes:
        """Nothing public was created: try later what can pass by itself, ask about the rest."""
        now, trouble = self._clock.now(), Trouble.of(problem)
        if isinstance(problem, ChangedElsewhere):
            return self._again(claimed, now, NO_TROUBLE)
        if isinstance(problem, NotSent):
            return self._again(claimed, now + PAUSE_OFFLINE, trouble)
        if isinstance(problem, (SecretsLocked, SecretsUnavailable, SecretsRefused, SignInNeeded)):
            return self._sign_in_needed(claimed, account, trouble)
        if isinstance(problem, (RateLimited, NotReadyYet, OutcomeUnknown)):
            retry_at = problem.retry_at if isinstance(problem, RateLimited) else None
            later = next_try(now, claimed.attempts, retry_at)
            if later is not None:
                return self._again(claimed, later, trouble)
        return self._failed(claimed, trouble)

    def _not_sent(self, claimed: Delivery, account: Account, refusal: NetworkError) -> Changes:
        """The network answered that it did not publish, or was never reached."""
        now, trouble = self._clock.now(), Trouble.of(refusal)
        if isinstance(refusal, NotSent):
            return self._again(claimed, now + PAUSE_OFFLINE, trouble)
        if isinstance(refusal, RateLimited):
            later = next_try(now, claimed.attempts, refusal.retry_at)
            if later is not None:
                return self._again(claimed, later, trouble)
        if isinstance(refusal, SignInNeeded):
            return self._sign_in_needed(claimed, account, trouble)
        return self._failed(claimed, trouble)

    def _failed(self, claimed: Delivery, trouble: Trouble) -> Changes:
        """It certainly did not leave, so the person may mend the text."""
        if not self._never_in_doubt(claimed):
            return self._still_in_doubt(claimed, trouble)
        return self._stopped(claimed, trouble, thaw=True)

    def _stopped(self, claimed: Delivery, trouble: Trouble, *, thaw: bool) -> Changes:
        now, said = self._clock.now(), (trouble.key, trouble.detail)
        return _changed(self._deliveries.failed(claimed.id, now, *said, code=trouble.code, thaw=thaw))

    def _still_in_doubt(self, claimed: Delivery, trouble: Trouble) -> Changes:
        """An earlier try may be live: the refusal of this one says nothing of that one."""
        now = self._clock.now()
        frozen = self._deliveries.payload(claimed.id)
        if self._deliveries.get(claimed.id).state is DeliveryState.PREPARING:
            if frozen is None:
                # The person gave it another hour after the doubt was settled: nothing is in doubt any more.
                return self._stopped(claimed, trouble, thaw=False)
            self._arm(claimed, frozen)
        looks = self._journal(claimed).get(LOOKS_NOTE)
        evidence = (*claimed.evidence, f"look {looks}: {trouble.key}") if trouble.key else claimed.evidence
        return _changed(
            self._deliveries.uncertain(claimed.id, now, "outcome_unknown", trouble.detail, evidence)
        )

    def _arm(self, claimed: Delivery, frozen: bytes, *, revision: int | None = None) -> None:
        digest = hashlib.sha256(frozen).hexdigest()
        now = self._clock.now()
        self._deliveries.arm(claimed.id, now, self._owner, frozen, digest, revision=revision)

    def _never_in_doubt(self, claimed: Delivery) -> bool:
        return self._journal(claimed).get(LOOKS_NOTE) is None

    def _sign_in_needed(self, claimed: Delivery, account: Account, trouble: Trouble) -> Changes:
        self._accounts.settle(account.id, AccountState.SIGN_IN_NEEDED)
        return self._failed(claimed, trouble) | Changes(accounts=frozenset({account.id}))

    def _again(self, claimed: Delivery, when: datetime, trouble: Trouble) -> Changes:
        """Wait for another try; the person may edit again unless an earlier try was ever in doubt."""
        now, said, thaw = self._clock.now(), (trouble.key, trouble.detail), self._never_in_doubt(claimed)
        return _changed(self._deliveries.again(claimed.id, now, when, *said, code=trouble.code, thaw=thaw))

    # --- doubt ---

    def _in_doubt(self, claimed: Delivery, trouble: Trouble) -> Changes:
        now, said = self._clock.now(), (trouble.key, trouble.detail)
        return self._lookout.reconcile(
            self._deliveries.uncertain(claimed.id, now, *said, (), code=trouble.code)
        )

    def _parent_receipt(self, claimed: Delivery) -> Receipt | None:
        if claimed.parent is None:
            return None
        parent = self._deliveries.get(claimed.parent)
        return Receipt(parent.remote_id, parent.remote_url, extra=parent.remote_extra)

    def _journal(self, delivery: Delivery) -> DeliveryJournal:
        return DeliveryJournal(self._deliveries, delivery.id, self._clock)


def _changed(delivery: Delivery) -> Changes:
    return of_deliveries(frozenset({delivery.post}), frozenset({delivery.id}))
