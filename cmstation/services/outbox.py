"""The outbox: plan, claim, send exactly once, record at once, and never guess."""

import logging
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.changes import Changes, of_deliveries
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import (
    GRACE,
    OPEN_STATES,
    Attempt,
    Delivery,
    DeliveryKind,
    DeliveryState,
    is_late,
)
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotReady, StationError
from cmstation.domain.native import can_keep
from cmstation.domain.networks import Receipt
from cmstation.domain.planned_time import USUAL_ZONE, PlannedTime, at_instant
from cmstation.services.done import Done
from cmstation.services.drafts import Drafts
from cmstation.services.lookout import Lookout
from cmstation.services.sender import Sender
from cmstation.storage.accounts import Accounts
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.posts import Posts

log = logging.getLogger(__name__)
_STILL_HERE = frozenset({DeliveryState.WAITING, DeliveryState.HELD, DeliveryState.PREPARING})
# Troubles that pass with the line; see `services/error_keys.py`.
_NO_LINE = frozenset({"not_sent", "offline"})


class Outbox:
    """What a person can do with deliveries; the sending itself is `Sender`'s.

    Args:
        grace: how late a planned post may leave without asking.
    """

    def __init__(
        self,
        deliveries: Deliveries,
        posts: Posts,
        accounts: Accounts,
        drafts: Drafts,
        sender: Sender,
        lookout: Lookout,
        clock: Clock,
        grace: timedelta = GRACE,
    ) -> None:
        self._deliveries = deliveries
        self._posts = posts
        self._accounts = accounts
        self._drafts = drafts
        self._sender = sender
        self._lookout = lookout
        self._clock = clock
        self.grace = grace
        drafts.tell_edits(self._comments_follow)

    # --- questions ---

    def of_post(self, post: int) -> tuple[Delivery, ...]:
        """Return a post's deliveries."""
        return self._deliveries.of_post(post)

    def get(self, delivery: int) -> Delivery:
        """Return one delivery."""
        return self._deliveries.get(delivery)

    def attempts(self, delivery: int) -> tuple[Attempt, ...]:
        """Return every logged call of a delivery, oldest first."""
        return self._deliveries.attempts(delivery)

    def needing_a_hand(self) -> tuple[Delivery, ...]:
        """Return what waits for the person: uncertain, failed, held, or to be pasted."""
        wanted = {
            DeliveryState.UNCERTAIN,
            DeliveryState.FAILED,
            DeliveryState.HELD,
            DeliveryState.HANDED_OVER,
        }
        return self._deliveries.in_states(frozenset(wanted))

    def in_states(self, states: frozenset[DeliveryState]) -> tuple[Delivery, ...]:
        """Return the deliveries in some states."""
        return self._deliveries.in_states(states)

    def open_deliveries(self) -> tuple[Delivery, ...]:
        """Return all that is on its way."""
        return self._deliveries.in_states(OPEN_STATES)

    # --- planning ---

    def plan(
        self,
        post: int,
        *,
        accounts: Sequence[int] | None = None,
        due: PlannedTime | None = None,
        zone: str = USUAL_ZONE,
    ) -> Done[tuple[Delivery, ...]]:
        """Put a post in the outbox, for now or for its hour.

        Args:
            accounts: some of the chosen accounts, or None for all that have no delivery yet.
            due: the hour, or None for now.

        Raises:
            NotReady: a check refuses (facts: post, findings).
            AlreadyPlanned: every one of these accounts has a delivery of this post.
        """
        now = self._clock.now()
        draft = self._posts.get(post)
        chosen = self._not_yet_planned(draft, accounts)
        _refuse_second(draft, chosen, accounts)
        self._refuse_unless_ready(draft, chosen)
        self._drafts.keep_version(post, "planned")
        when = due if due is not None else at_instant(now, zone)
        posts = [self._plan_one(post, account, when, now) for account in chosen]
        # Each comment is planned from the words as they are now, not as they were read above.
        self._deliveries.comments_follow(post, now)
        planned = {one.id for one in posts}
        found = self._deliveries.of_post(post)
        made = [one for one in found if one.id in planned or one.parent in planned]
        changes = _changes(made)
        return Done(tuple(made), changes, lambda: self._cancel_all(made))

    def cancel(self, delivery: int) -> Changes:
        """Take a delivery back before it leaves; on the network too when that holds it.

        Raises:
            TooLate: it is leaving or has left.
        """
        found = self._deliveries.get(delivery)
        if found.state is DeliveryState.ON_NETWORK:
            return _changes([self._sender.take_back(found)])
        return self._with_comment(self._deliveries.cancel(delivery, self._clock.now()))

    def reschedule(self, delivery: int, due: PlannedTime) -> Changes:
        """Move a waiting, held or failed delivery to another hour."""
        now = self._clock.now()
        found = self._deliveries.get(delivery)
        account = self._accounts.get(found.account)
        native = can_keep(account, now, due.instant)
        moved = self._deliveries.reschedule(delivery, now, due, now if native else due.instant, native)
        return self._with_comment(moved)

    def send_again(self, delivery: int) -> Changes:
        """Try again, now, what failed or was held."""
        return self._leaves_now(delivery)

    def send_all_again(self, error: str) -> Changes:
        """Try again everything that failed for the same cause."""
        failed = self._deliveries.in_states(frozenset({DeliveryState.FAILED}))
        changes = Changes()
        for delivery in failed:
            if delivery.error == error:
                changes |= self.send_again(delivery.id)
        return changes

    # --- the person decides ---

    def is_live(self, delivery: int, url: str) -> Changes:
        """Record what the person saw: the post is live at this address."""
        receipt = Receipt(remote_id=url, url=url)
        return _changes([self._deliveries.sent(delivery, self._clock.now(), receipt)])

    def is_not_live(self, delivery: int) -> Changes:
        """Record what the person saw: it is not there, and may be sent once more."""
        return self._leaves_now(delivery)

    # --- the heartbeat ---

    def start(self) -> Changes:
        """After a start: what was being sent by a program that is gone becomes waiting or uncertain."""
        return self._sender.recover()

    def wake(self) -> Changes:
        """The line is back: what could not be sent without it may leave now."""
        return _changes(self._deliveries.wake(self._clock.now(), _NO_LINE))

    def due_by_account(self) -> dict[int, tuple[Delivery, ...]]:
        """Return what may leave now, account by account; lanes run side by side, each in order."""
        lanes: dict[int, list[Delivery]] = {}
        paused = {one.id for one in self._accounts.all() if one.state is AccountState.PAUSED}
        for delivery in self._deliveries.due(self._clock.now()):
            if delivery.account not in paused:
                lanes.setdefault(delivery.account, []).append(delivery)
        return {account: tuple(lane) for account, lane in lanes.items()}

    def deliver(self, delivery: int) -> Changes:
        """Take up one delivery and carry it as far as it goes."""
        return self._sender.deliver(delivery, self.grace)

    def deliver_due(self) -> Changes:
        """Deliver all that is due, one after the other (the command line's way)."""
        changes = Changes()
        while lanes := self.due_by_account():
            for delivery in (delivery for lane in lanes.values() for delivery in lane):
                changes |= self.deliver(delivery.id)
            if not self._progressed(lanes):
                break
        return changes | self.look_again()

    def look_again(self) -> Changes:
        """Ask the networks about what is uncertain, and about what they published at its hour."""
        return self._sender.recover() | self._lookout.look_again()

    # --- inside ---

    def _leaves_now(self, delivery: int) -> Changes:
        now = self._clock.now()
        found = self._deliveries.again(delivery, now, now, "", "")
        if is_late(now, found.due.instant, self.grace):
            found = self._deliveries.reschedule(delivery, now, at_instant(now, found.due.zone), now, False)
        return self._with_comment(found)

    def _with_comment(self, moved: Delivery) -> Changes:
        """Name a delivery that changed, and the comment that changed with it."""
        comments = [one for one in self._deliveries.of_post(moved.post) if one.parent == moved.id]
        return _changes([moved, *comments])

    def _comments_follow(self, edited: Draft) -> bool:
        """Plan or give up first comments after an edit, where the posts have not left."""
        if not any(one.state in _STILL_HERE for one in edited.deliveries):
            return False
        try:
            return self._deliveries.comments_follow(edited.id, self._clock.now())
        except StationError:
            # The edit is stored and must not look lost; they agree at the latest when the post is armed.
            log.warning("first comments of post %s", edited.id, exc_info=True)
            return False

    def _plan_one(self, post: int, account: Account, when: PlannedTime, now: datetime) -> Delivery:
        native = can_keep(account, now, when.instant)
        return self._deliveries.add(
            post,
            account.id,
            when,
            now,
            key=secrets.token_hex(16),
            native=native,
            next_try=now if native else when.instant,
        )

    def _not_yet_planned(self, draft: Draft, accounts: Sequence[int] | None) -> tuple[Account, ...]:
        planned = {
            delivery.account
            for delivery in draft.deliveries
            if delivery.state is not DeliveryState.CANCELLED and delivery.kind is DeliveryKind.POST
        }
        chosen = self._drafts.chosen_accounts(draft)
        wanted = set(draft.accounts if accounts is None else accounts)
        return tuple(a for a in chosen if a.id in wanted and a.id not in planned)

    def _refuse_unless_ready(self, draft: Draft, chosen: Sequence[Account]) -> None:
        from cmstation.domain.checks.findings import Finding, Severity, Topic  # noqa: PLC0415

        if not chosen:
            raise NotReady(post=draft.id, findings=(Finding(Severity.BLOCKING, Topic.NO_ACCOUNT),))

        ids = {account.id for account in chosen}
        blocking = tuple(
            finding
            for finding in self._drafts.findings(draft)
            if finding.severity is Severity.BLOCKING and (finding.account is None or finding.account in ids)
        )
        if blocking:
            raise NotReady(post=draft.id, findings=blocking)

    def _cancel_all(self, made: Sequence[Delivery]) -> Changes:
        changes = Changes()
        for delivery in made:
            if delivery.kind is DeliveryKind.POST:
                changes |= self.cancel(delivery.id)
        return changes

    def _progressed(self, lanes: dict[int, tuple[Delivery, ...]]) -> bool:
        before = {delivery.id for lane in lanes.values() for delivery in lane}
        now_due = {delivery.id for delivery in self._deliveries.due(self._clock.now())}
        return not (before & now_due)


def _changes(deliveries: Sequence[Delivery]) -> Changes:
    return of_deliveries(
        frozenset(delivery.post for delivery in deliveries),
        frozenset(delivery.id for delivery in deliveries),
    )


def _refuse_second(draft: Draft, chosen: Sequence[Account], accounts: Sequence[int] | None) -> None:
    wanted = draft.accounts if accounts is None else tuple(accounts)
    left_over = [account for account in wanted if account in draft.accounts]
    if left_over and not chosen:
        raise AlreadyPlanned(post=draft.id, account=left_over[0], kind=DeliveryKind.POST.value)
