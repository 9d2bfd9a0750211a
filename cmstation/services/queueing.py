"""Put a post on the next free slot of each of its accounts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast

from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.checks.findings import Finding, Severity, Topic
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import DeliveryKind
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound, NotReady, PublishedIsImmutable
from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.post_hours import post_key, standing_accounts
from cmstation.domain.rhythm import NoFreeSlot, Slot, next_free
from cmstation.services.done import Done
from cmstation.services.drafts import Drafts
from cmstation.services.outbox import Outbox
from cmstation.services.taking_back import StepBack, all_back
from cmstation.storage.slots import Hold, SlotTable

# A post that was put on a slot can still be taken back for some minutes.
LEAD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class QueueRules:
    """By what the queue finds a place.

    Args:
        quiet: days that stay empty.
    """

    slots: Collection[Slot]
    quiet: Collection[date]
    zone: str
    gap: timedelta

    def of(self, account: int) -> tuple[Slot, ...]:
        """Return one account's slots."""
        return tuple(slot for slot in self.slots if slot.account == account)


@dataclass(frozen=True, slots=True)
class PlacedOn:
    """A slot that an account got."""

    account: int
    when: PlannedTime


@dataclass(frozen=True, slots=True)
class Queued:
    """What became of a post that was put in the queue.

    Args:
        placed: scheduled in the outbox.
        not_ready: accounts that the checks refuse, with the slot that would be theirs; the post is
            planned for the earliest of them and does not leave by itself.
        findings: why the checks refuse.
        planned: the post's planned hour afterwards, None when none could be given.
        without_slots: accounts that have no slots.
        full: accounts that have no free slot within a year.
    """

    post: int
    placed: tuple[PlacedOn, ...] = ()
    not_ready: tuple[PlacedOn, ...] = ()
    findings: tuple[Finding, ...] = ()
    planned: PlannedTime | None = None
    without_slots: tuple[int, ...] = ()
    full: tuple[int, ...] = ()


@dataclass(slots=True)
class _Place:
    """What has been done for a post so far."""

    holds: list[Hold] = field(default_factory=list[Hold])
    placed: list[Hold] = field(default_factory=list[Hold])
    not_ready: list[Hold] = field(default_factory=list[Hold])
    findings: list[Finding] = field(default_factory=list[Finding])
    without_slots: list[int] = field(default_factory=list[int])
    full: list[int] = field(default_factory=list[int])
    elsewhere: list[AlreadyPlanned] = field(default_factory=list[AlreadyPlanned])
    changes: Changes = field(default_factory=Changes)
    back: list[StepBack] = field(default_factory=list[StepBack])


class Queueing:
    """The queue's inside; see `Rhythm.queue`."""

    def __init__(self, table: SlotTable, drafts: Drafts, outbox: Outbox, clock: Clock) -> None:
        self._table = table
        self._drafts = drafts
        self._outbox = outbox
        self._clock = clock

    def queue(self, post: int, rules: QueueRules) -> Done[Queued]:
        """Give each chosen account of a post that has no delivery yet its own next free slot.

        Raises:
            NotFound: the post was put away.
            NotReady: it is meant for no account.
            AlreadyPlanned: every chosen account has a delivery.
        """
        draft = self._drafts.open(post)
        so_far = _Place()
        try:
            for account in self._waiting(draft):
                self._take_slot(post, account, rules, so_far)
            if so_far.elsewhere and not (so_far.placed or so_far.not_ready):
                raise so_far.elsewhere[0]
            planned = self._set_planned(draft, so_far)
        except Exception:
            all_back(so_far.back)
            raise
        finally:
            for hold in so_far.holds:
                self._table.release(hold, self._clock.now())
        value = Queued(
            post=post,
            placed=_places(so_far.placed),
            not_ready=_places(so_far.not_ready),
            findings=tuple(so_far.findings),
            planned=planned,
            without_slots=tuple(so_far.without_slots),
            full=tuple(so_far.full),
        )
        back = tuple(so_far.back)
        return Done(value, so_far.changes, (lambda: all_back(back)) if back else None)

    def _waiting(self, draft: Draft) -> tuple[int, ...]:
        if draft.deleted_at is not None or draft.archived_at is not None:
            raise NotFound(subject="post", identity=draft.id)
        chosen = tuple(account.id for account in self._drafts.chosen_accounts(draft))
        if not chosen:
            raise NotReady(post=draft.id, findings=(Finding(Severity.BLOCKING, Topic.NO_ACCOUNT),))
        standing = standing_accounts(draft)
        waiting = tuple(account for account in chosen if account in standing)
        if not waiting:
            raise AlreadyPlanned(post=draft.id, account=chosen[0], kind=DeliveryKind.POST.value)
        return waiting

    def _take_slot(self, post: int, account: int, rules: QueueRules, so_far: _Place) -> None:
        slots = rules.of(account)
        if not slots:
            so_far.without_slots.append(account)
            return
        try:
            hold = self._hold(post, account, slots, rules)
        except NoFreeSlot:
            so_far.full.append(account)
            return
        so_far.holds.append(hold)
        try:
            done = self._outbox.plan(post, accounts=[account], due=hold.when)
        except NotReady as refusal:
            so_far.not_ready.append(hold)
            for finding in _findings_in(refusal):
                if finding not in so_far.findings:
                    so_far.findings.append(finding)
            return
        except AlreadyPlanned as error:
            # Another click or program was first with this account; the next ones may still be free.
            so_far.elsewhere.append(error)
            return
        so_far.placed.append(hold)
        so_far.changes |= done.changes
        if done.undo is not None:
            so_far.back.append(StepBack(post_key(post, hold.when.instant), done.undo))

    def _hold(self, post: int, account: int, slots: Sequence[Slot], rules: QueueRules) -> Hold:
        now = self._clock.now()
        return self._table.hold(
            account,
            now,
            lambda stands: next_free(
                slots, {account: stands}, now + LEAD, rules.zone, avoiding=rules.quiet, gap=rules.gap
            ),
            but_not_post=post,
        )

    def _set_planned(self, draft: Draft, so_far: _Place) -> PlannedTime | None:
        """Plan the post for the hour at which accounts without a delivery stand, and lists show it."""
        holds = so_far.not_ready or so_far.placed
        if not holds:
            return draft.planned
        planned, post = min((hold.when for hold in holds), key=lambda when: when.instant), draft.id
        try:
            self._drafts.update(post, planned=planned)
        except PublishedIsImmutable:
            return draft.planned  # a part of it has left: its planned hour is history

        def undo() -> Changes:
            if self._drafts.open(post).planned == planned:
                self._drafts.update(post, planned=draft.planned)
            return of_posts(post)

        so_far.changes |= of_posts(post)
        so_far.back.append(StepBack(post_key(post, planned.instant), undo))
        return planned


def _places(holds: Sequence[Hold]) -> tuple[PlacedOn, ...]:
    return tuple(PlacedOn(hold.account, hold.when) for hold in holds)


def _findings_in(refusal: NotReady) -> tuple[Finding, ...]:
    return cast("tuple[Finding, ...]", refusal.facts.get("findings", ()))
