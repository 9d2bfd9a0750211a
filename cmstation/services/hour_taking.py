"""Take the hour of a post away, or give it to another account; nothing leaves twice."""

from collections.abc import Callable, Sequence

from cmstation.domain.calendar_errors import HourHasPassed, LeavingNow, TakenBackInPart
from cmstation.domain.changes import Changes
from cmstation.domain.checks.findings import Severity
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.errors import NotFound, NotReady, PublishedIsImmutable, StationError
from cmstation.domain.post_hours import HourOfPost, refuse_unless_movable
from cmstation.services.drafts import Drafts
from cmstation.services.outbox import Outbox
from cmstation.storage.delivery_hours import DeliveryHours, NewPlanned

# What leaves by itself, here or from a network, when its hour comes.
_LEAVING = frozenset({DeliveryState.WAITING, DeliveryState.ON_NETWORK})


class HourTaking:
    """What takes deliveries off an hour; what a network keeps is taken back there first."""

    def __init__(self, drafts: Drafts, outbox: Outbox, hours: DeliveryHours, clock: Clock) -> None:
        self._drafts = drafts
        self._outbox = outbox
        self._hours = hours
        self._clock = clock

    def take_away(self, hour: HourOfPost) -> tuple[Changes, Callable[[], Changes]]:
        """Give up what waits for an hour; return what changed, and how to bring it back.

        Raises:
            PublishedIsImmutable: something of it has left, or leaves.
            LeavingNow: a network publishes it at this moment.
            TakenBackInPart: one network gave its post back and another did not.
            StationError: a network refused or was not reached; nothing changed.
        """
        refuse_unless_movable(hour)
        self._withdraw(hour, hour.kept)
        waiting = tuple(one for one in hour.deliveries if one.state is not DeliveryState.ON_NETWORK)
        planned = NewPlanned(hour.planned, None) if hour.takes_planned and hour.planned else None
        self._hours.take_away(hour.post, waiting, self._clock.now(), planned=planned)
        return _changes(hour.post, hour.deliveries), lambda: self._bring_back(hour, waiting, planned)

    def exchange(
        self, hour: HourOfPost, from_account: int, to_account: int
    ) -> tuple[Changes, Callable[[], Changes]]:
        """Let another account have a post's hour in place of one.

        Raises:
            NotFound: the first account has nothing at this hour, or there is no such other account.
            AlreadyPlanned: the post is for the other account already.
            NotReady: a check refuses the post for the other account; nothing changed.
            HourHasPassed: it would leave at once on the other account.
            StationError: a network refused or was not reached; nothing changed.
        """
        post = hour.post
        chosen = self._drafts.open(post).accounts
        if from_account not in hour.accounts:
            raise NotFound(subject="account", identity=from_account)
        if to_account in chosen:
            raise AlreadyPlanned(post=post, account=to_account, kind=DeliveryKind.POST.value)
        refuse_unless_movable(hour)
        delivery = next((one for one in hour.deliveries if one.account == from_account), None)
        if delivery is not None:
            self._refuse_passed(delivery)
        self._drafts.choose_accounts(post, (*chosen, to_account))
        try:
            if delivery is not None:
                self._refuse_unless_ready(post, to_account)
                self._take_back(hour, delivery)
        except Exception:
            self._drafts.choose_accounts(post, chosen)
            raise
        others = tuple(account for account in chosen if account != from_account)
        self._drafts.choose_accounts(post, (*others, to_account))
        changes = Changes(posts=frozenset({post}), calendar=True)
        if delivery is not None:
            changes |= self._outbox.plan(post, due=delivery.due, accounts=(to_account,)).changes
        return changes, lambda: self._exchange_back(hour, from_account, to_account)

    # --- inside ---

    def _withdraw(self, hour: HourOfPost, kept: Sequence[Delivery]) -> None:
        for place, delivery in enumerate(kept):
            try:
                self._take_back(hour, delivery)
            except StationError as problem:
                if not place:
                    raise
                gone = kept[:place]
                raise TakenBackInPart(
                    post=hour.post,
                    taken=tuple(one.account for one in gone),
                    stayed=tuple(one.account for one in kept[place:]),
                    changes=_changes(hour.post, gone),
                ) from problem

    def _take_back(self, hour: HourOfPost, delivery: Delivery) -> None:
        """Give up one delivery; one that its network is about to publish would be deleted in public."""
        if delivery.state is DeliveryState.ON_NETWORK and delivery.due.instant <= self._clock.now():
            raise LeavingNow(remote_id=delivery.remote_id, due=delivery.due.instant)
        found = self._outbox.get(delivery.id)
        if found.state is not delivery.state or found.due != delivery.due:
            raise PublishedIsImmutable(post=hour.post)
        self._outbox.cancel(delivery.id)

    def _bring_back(
        self, hour: HourOfPost, waiting: Sequence[Delivery], planned: NewPlanned | None
    ) -> Changes:
        for one in hour.deliveries:
            if one.state in _LEAVING:
                self._refuse_passed(one)
        back = NewPlanned(planned.after, planned.before) if planned is not None else None
        self._hours.give_back(hour.post, waiting, self._clock.now(), planned=back)
        changes = _changes(hour.post, waiting)
        for one in hour.kept:
            changes |= self._outbox.plan(hour.post, due=one.due, accounts=(one.account,)).changes
        return changes

    def _exchange_back(self, hour: HourOfPost, from_account: int, to_account: int) -> Changes:
        found = [one for one in self._outbox.of_post(hour.post) if one.account == to_account]
        here = [one for one in found if _counts(one)]
        now_here = HourOfPost(
            post=hour.post,
            part=hour.part,
            due=here[0].due if here else hour.due,
            deliveries=tuple(here),
            accounts=(to_account,),
            takes_planned=False,
            planned=hour.planned,
        )
        return self.exchange(now_here, to_account, from_account)[0]

    def _refuse_passed(self, delivery: Delivery) -> None:
        now = self._clock.now()
        if delivery.due.instant <= now:
            raise HourHasPassed(due=delivery.due.instant, now=now)

    def _refuse_unless_ready(self, post: int, account: int) -> None:
        draft = self._drafts.open(post)
        refused = tuple(
            finding
            for finding in self._drafts.findings(draft)
            if finding.severity is Severity.BLOCKING and finding.account in (None, account)
        )
        if refused:
            raise NotReady(post=post, findings=refused)


def _counts(delivery: Delivery) -> bool:
    return delivery.kind is DeliveryKind.POST and delivery.state is not DeliveryState.CANCELLED


def _changes(post: int, deliveries: Sequence[Delivery]) -> Changes:
    return Changes(frozenset({post}), frozenset(one.id for one in deliveries), calendar=True)
