"""Move what stands of a post at one hour: on the networks first, then in storage, or nowhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cmstation.domain.calendar import ItemKey
from cmstation.domain.calendar_errors import HourHasPassed, MovedInPart
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.errors import StationError
from cmstation.domain.native import can_keep
from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.post_hours import HourOfPost, hour_of_post, refuse_unless_movable
from cmstation.services.kept_posts import KeptPosts
from cmstation.storage.accounts import Accounts
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.delivery_hours import DeliveryHours, NewHour, NewPlanned
from cmstation.storage.posts import Posts


@dataclass(frozen=True, slots=True)
class Step:
    """One delivery's way to another hour.

    Args:
        as_it_was: the delivery before the move that this step undoes.
    """

    delivery: Delivery
    due: PlannedTime
    as_it_was: Delivery | None = None


class HourMoves:
    """Carries hours of posts; the outbox never sees half of a move."""

    def __init__(
        self,
        deliveries: Deliveries,
        hours: DeliveryHours,
        posts: Posts,
        accounts: Accounts,
        kept: KeptPosts,
        clock: Clock,
    ) -> None:
        self._deliveries = deliveries
        self._hours = hours
        self._posts = posts
        self._accounts = accounts
        self._kept = kept
        self._clock = clock

    def hour(self, key: ItemKey) -> HourOfPost:
        """Return what stands at an item's hour.

        Raises:
            NotFound: nothing stands there any more.
        """
        return hour_of_post(self._posts.get(key.identity), key.part)

    def carry(self, hour: HourOfPost, to: PlannedTime) -> tuple[Changes, Callable[[], Changes]]:
        """Move an hour; return what changed, and how to move it back.

        Raises:
            PublishedIsImmutable: something of it has left, or leaves.
            HourHasPassed, HourTooNear, LeavingNow: the hour cannot be given.
            MovedInPart: a network moved, could not move back, and another did not move.
            StationError: a network refused or was not reached; nothing moved.
        """
        refuse_unless_movable(hour)
        self.refuse_passed(to)
        planned = NewPlanned(hour.planned, to) if hour.takes_planned else None
        steps = [Step(delivery, to) for delivery in hour.deliveries]
        changes = self._carry(hour.post, steps, planned)
        return changes, lambda: self._carry_back(hour, to)

    def refuse_passed(self, to: PlannedTime) -> None:
        """Refuse an hour that lies behind us: what waits for it would leave at once."""
        now = self._clock.now()
        if to.instant <= now:
            raise HourHasPassed(due=to.instant, now=now)

    def _carry_back(self, hour: HourOfPost, moved_to: PlannedTime) -> Changes:
        steps: list[Step] = []
        for before in hour.deliveries:
            found = self._deliveries.get(before.id)
            if before.state is DeliveryState.WAITING:
                self.refuse_passed(before.due)
            steps.append(Step(found, before.due, before))
        planned = NewPlanned(moved_to, hour.planned) if hour.takes_planned else None
        return self._carry(hour.post, steps, planned)

    def _carry(self, post: int, steps: Sequence[Step], planned: NewPlanned | None) -> Changes:
        kept = [step for step in steps if step.delivery.state is DeliveryState.ON_NETWORK]
        for step in kept:
            self._kept.refuse_too_near(step.delivery, step.due.instant)
        moved: list[Step] = []
        try:
            for step in kept:
                self._kept.move(step.delivery, step.due.instant)
                moved.append(step)
            self._hours.move(
                post, [self._new_hour(step) for step in steps], self._clock.now(), planned=planned
            )
        except Exception as problem:
            self._put_back(post, kept, moved, problem)
            raise
        return _changes(post, [step.delivery for step in steps])

    def _put_back(self, post: int, kept: Sequence[Step], moved: Sequence[Step], problem: Exception) -> None:
        """Give what moved on its network its old hour again; where that fails, store what is true.

        Raises:
            MovedInPart: some could not be put back.
        """
        stuck: list[Delivery] = []
        for step in reversed(moved):
            try:
                self._kept.move(step.delivery, step.delivery.due.instant)
            except StationError:
                stuck.append(step.delivery)
                self._kept.adopt(step.delivery, step.due)
        if stuck:
            accounts = {one.account for one in stuck}
            stayed = tuple(one.delivery.account for one in kept if one.delivery.account not in accounts)
            changes = _changes(post, stuck)
            raise MovedInPart(
                post=post, moved=tuple(sorted(accounts)), stayed=stayed, changes=changes
            ) from problem

    def _new_hour(self, step: Step) -> NewHour:
        found, due = step.delivery, step.due
        if found.state is DeliveryState.ON_NETWORK:
            payload = self._kept.payload_at(found, due.instant)
            return NewHour(found, due, native=True, payload=payload, as_it_was=step.as_it_was)
        native = can_keep(self._accounts.get(found.account), self._clock.now(), due.instant)
        return NewHour(found, due, native=native, as_it_was=step.as_it_was)


def _changes(post: int, deliveries: Sequence[Delivery]) -> Changes:
    return Changes(frozenset({post}), frozenset(one.id for one in deliveries), calendar=True)
