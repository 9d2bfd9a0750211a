"""What somebody planned on the networks by hand: seen, kept for the calendar, and moved there."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.calendar_errors import HourHasPassed, NoLongerWaiting
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import Delivery
from cmstation.domain.errors import PublishedIsImmutable, StationError
from cmstation.domain.networks import Receipt, ScheduledPost, ScheduledPosts, Way
from cmstation.domain.planned_time import PlannedTime, at_instant
from cmstation.domain.remote_posts import RemotePost
from cmstation.services.done import Done
from cmstation.services.kept_posts import KeptPosts, UnkeptJournal, schedule_of
from cmstation.services.lookout import OpenDoor
from cmstation.services.preferences import Preferences
from cmstation.storage.accounts import Accounts
from cmstation.storage.delivery_hours import DeliveryHours
from cmstation.storage.remote_posts import RemotePostTable
from cmstation.storage.settings import Settings

log = logging.getLogger(__name__)
# Networks round an hour to seconds or minutes; less than this is the same hour.
SAME_HOUR = timedelta(minutes=1)
_CALENDAR = Changes(calendar=True)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What asking every account brought.

    Args:
        failed: what stood in the way, by account; what was seen before is kept there.
    """

    changes: Changes
    failed: Mapping[int, StationError] = field(default_factory=lambda: MappingProxyType({}))


class RemotePosts:
    """Posts that wait on a network and are not ours.

    Args:
        open_door: gives the adapter of an account; raises SignInNeeded or a Secrets… error.
    """

    def __init__(
        self,
        seen: RemotePostTable,
        hours: DeliveryHours,
        accounts: Accounts,
        kept: KeptPosts,
        settings: Settings,
        preferences: Preferences,
        open_door: OpenDoor,
        clock: Clock,
    ) -> None:
        self._seen = seen
        self._hours = hours
        self._accounts = accounts
        self._kept = kept
        self._settings = settings
        self._preferences = preferences
        self._open_door = open_door
        self._clock = clock

    # --- questions ---

    def get(self, post: int) -> RemotePost:
        """Return one as it was last seen."""
        return self._seen.get(post)

    def begins(self, post: int) -> PlannedTime:
        """Return its hour, read in the clinic's zone: nobody told us another."""
        return at_instant(self._seen.get(post).due, self._preferences.zone())

    def when_seen(self, account: int) -> datetime | None:
        """Return when an account's network was last asked with success, None when it never was."""
        told = self._settings.get(_seen_name(account))
        return datetime.fromisoformat(told) if isinstance(told, str) else None

    def accounts(self) -> tuple[Account, ...]:
        """Return the accounts whose networks can be asked now."""
        asleep = (AccountState.PAUSED, AccountState.SIGN_IN_NEEDED)
        return tuple(one for one in self._accounts.all() if one.way is Way.DIRECT and one.state not in asleep)

    # --- looking ---

    def refresh(self, account: int) -> Changes:
        """Ask an account's network what waits there, and keep it.

        What is ours is left out; when the network holds another hour for it, that hour is stored.

        Raises:
            StationError: the network did not tell; what was seen before is kept.
        """
        found, asked_at = self._accounts.get(account), self._clock.now()
        door = self._open_door(found)
        if not hasattr(door, "scheduled"):
            return Changes()
        ours_before = {one.remote_id: one for one in self._hours.on_network(account)}
        waiting = schedule_of(door, found).scheduled()
        changes = self._adopt(ours_before, waiting)
        foreign = self._not_ours(account, waiting)
        changed = self._seen.replace(account, foreign, asked_at)
        self._settings.set(_seen_name(account), asked_at.isoformat())
        log.info("account %s keeps %s posts planned by hand", account, len(foreign))
        return changes | _CALENDAR if changed else changes

    def refresh_all(self) -> Refreshed:
        """Ask every account that can be asked, one after the other."""
        changes = Changes()
        failed: dict[int, StationError] = {}
        for account in self.accounts():
            try:
                changes |= self.refresh(account.id)
            except StationError as problem:
                failed[account.id] = problem
                log.info("account %s was not seen: %s", account.id, type(problem).__name__)
        return Refreshed(changes, MappingProxyType(failed))

    # --- moving ---

    def move(self, post: int, to: PlannedTime) -> Done[ItemKey]:
        """Give a post another hour on its network.

        Raises:
            HourHasPassed, HourTooNear, LeavingNow: the hour cannot be given; nothing moved.
            PublishedIsImmutable, NoLongerWaiting: it waits there no more (facts: changes).
            StationError: the network refused or was not reached; nothing moved.
        """
        before = self._seen.get(post)
        changes = self._carry(before, to)
        key = ItemKey(ItemKind.REMOTE, post)
        back = at_instant(before.due, to.zone)
        return Done(key, changes, lambda: self._carry(self._seen.get(post), back))

    # --- inside ---

    def _carry(self, post: RemotePost, to: PlannedTime) -> Changes:
        now = self._clock.now()
        if to.instant <= now:
            raise HourHasPassed(due=to.instant, now=now)
        receipt = Receipt(post.remote_id, post.url, scheduled=True)
        try:
            answer = self._schedule(post).reschedule(receipt, to.instant, UnkeptJournal())
        except (PublishedIsImmutable, NoLongerWaiting) as waits_no_more:
            self._seen.forget(post.id)
            waits_no_more.facts["changes"] = _CALENDAR
            raise
        if not answer.scheduled:
            self._seen.forget(post.id)
            raise PublishedIsImmutable(remote_id=post.remote_id, url=answer.url, changes=_CALENDAR)
        self._seen.moved(post.id, to.instant, self._clock.now())
        return _CALENDAR

    def _schedule(self, post: RemotePost) -> ScheduledPosts:
        account = self._accounts.get(post.account)
        return schedule_of(self._open_door(account), account)

    def _not_ours(self, account: int, waiting: Sequence[ScheduledPost]) -> tuple[ScheduledPost, ...]:
        known = self._hours.known(account, [one.remote_id for one in waiting])
        # What is being sent to wait there has no identity here yet: its hour tells it.
        under_way = [one.due.instant for one in self._hours.under_way(account)]
        return tuple(
            one
            for one in waiting
            if one.remote_id not in known and not any(_same(one.due, hour) for hour in under_way)
        )

    def _adopt(self, ours: Mapping[str, Delivery], waiting: Sequence[ScheduledPost]) -> Changes:
        """Store the hour that the network holds for what is ours, where somebody moved it there."""
        changes = Changes()
        for seen in waiting:
            known = ours.get(seen.remote_id)
            if known is None or _same(seen.due, known.due.instant):
                continue
            if self._kept.adopt(known, at_instant(seen.due, known.due.zone)):
                changes |= Changes(frozenset({known.post}), frozenset({known.id}), calendar=True)
        return changes


def _seen_name(account: int) -> str:
    return f"remote_posts.seen.{account}"


def _same(first: datetime, second: datetime) -> bool:
    return abs(first - second) < SAME_HOUR
