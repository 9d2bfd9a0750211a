"""What hands do in the calendar: move, copy, place, take away; one item or many."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Protocol

from cmstation.domain.calendar import ItemKey, ItemKind, Moved
from cmstation.domain.calendar_errors import PlannedElsewhere
from cmstation.domain.calendar_events import EventTime
from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.delivery import DeliveryKind
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound, StationError
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.domain.post_hours import HourOfPost, post_key, standing_accounts
from cmstation.services.done import Done
from cmstation.services.drafts import Drafts
from cmstation.services.hour_moves import HourMoves
from cmstation.services.hour_taking import HourTaking
from cmstation.services.remote_posts import RemotePosts
from cmstation.services.taking_back import StepBack, all_back

_CALENDAR = Changes(calendar=True)


class EventMover(Protocol):
    """What the hands ask of the clinic's events."""

    def move(self, key: ItemKey, to: EventTime) -> Done[ItemKey]:
        """Let an event begin at another time."""
        ...

    def shift(self, key: ItemKey, days: int, *, wall: time | None = None) -> Done[ItemKey]:
        """Move an event by some days."""
        ...

    def copy(self, key: ItemKey, days: int, *, wall: time | None = None) -> Done[ItemKey]:
        """Write an event again some days later."""
        ...


class CalendarHands:
    """Moves and copies items of every kind; what has left stays where it is."""

    def __init__(
        self,
        drafts: Drafts,
        moves: HourMoves,
        taking: HourTaking,
        remote: RemotePosts,
        events: EventMover,
    ) -> None:
        self._drafts = drafts
        self._moves = moves
        self._taking = taking
        self._remote = remote
        self._events = events

    # --- moving ---

    def move(self, key: ItemKey, to: PlannedTime) -> Done[ItemKey]:
        """Give an item another hour; on its network first when that keeps it.

        Raises:
            PublishedIsImmutable: it has left, or leaves (facts may hold `changes`).
            HourHasPassed, HourTooNear, LeavingNow: the hour cannot be given; nothing moved.
            MovedInPart: one network moved and another did not (facts: moved, stayed, changes).
            StationError: a network refused or was not reached; nothing moved.
        """
        match key.kind:
            case ItemKind.POST:
                return self._carry(self._moves.hour(key), to)
            case ItemKind.REMOTE:
                return self._remote.move(key.identity, to)
            case ItemKind.EVENT:
                return self._events.move(key, to)

    def shift(self, keys: Sequence[ItemKey], *, days: int, wall: time | None = None) -> Done[Moved]:
        """Move items by whole days; each keeps its wall time in its own zone, or takes a given one.

        Those that cannot be moved stay and are named; undo moves all the others back.

        Raises:
            StationError: only one item was meant, and it cannot be moved.
        """
        wishes: dict[ItemKey, Callable[[], Done[ItemKey]]] = {}
        refused: dict[ItemKey, Exception] = {}
        # All are found before any moves: one may land where another one of its post stands.
        for key in dict.fromkeys(keys):
            try:
                wishes[key] = self._wish(key, days, wall)
            except StationError as problem:
                refused[key] = problem
        done: dict[ItemKey, Done[ItemKey]] = {}
        changes = Changes()
        for key, wish in wishes.items():
            try:
                done[key] = wish()
            except StationError as problem:
                refused[key] = problem
                changes |= _changes_in(problem)
        if refused and len(set(keys)) == 1:
            raise next(iter(refused.values()))
        for one in done.values():
            changes |= one.changes
        steps = [StepBack(key, one.undo) for key, one in done.items() if one.undo is not None]
        moved = tuple(dict.fromkeys(done[key].value for key in keys if key in done))
        return Done(Moved(moved, refused), changes, (lambda: all_back(steps)) if steps else None)

    # --- posts alone ---

    def place(self, post: int, at: PlannedTime) -> Done[ItemKey]:
        """Give a post its planned hour; nothing of it is scheduled for sending.

        Raises:
            HourHasPassed: the hour lies behind us.
            AlreadyPlanned: every account has a delivery; their item can be moved.
            PublishedIsImmutable: something of it has left.
        """
        self._moves.refuse_passed(at)
        before = self._drafts.open(post)
        _refuse_all_planned(before)
        self._drafts.update(post, planned=at)

        def undo() -> Changes:
            self._drafts.update(post, planned=before.planned)
            return of_posts(post) | _CALENDAR

        return Done(post_key(post, at.instant), of_posts(post) | _CALENDAR, undo)

    def unplace(self, key: ItemKey) -> Done[int]:
        """Take an hour of a post away: what waits is given up, the planned hour too; return the post.

        Raises:
            PlannedElsewhere: it is no post of ours.
            PublishedIsImmutable, LeavingNow: it has left, or leaves.
            TakenBackInPart: one network gave it back and another did not (facts: taken, stayed, changes).
            StationError: a network that keeps it refused or was not reached.
        """
        changes, undo = self._taking.take_away(self._hour(key))
        return Done(key.identity, changes, undo)

    def to_account(self, key: ItemKey, from_account: int, to_account: int) -> Done[ItemKey]:
        """Let another account say a post at this hour, in place of one; errors as in `HourTaking`."""
        changes, undo = self._taking.exchange(self._hour(key), from_account, to_account)
        return Done(key, changes, undo)

    def give_campaign(self, posts: Sequence[int], campaign: int | None) -> Done[tuple[int, ...]]:
        """Let posts belong to a campaign, or to none."""
        before = [self._drafts.open(post) for post in dict.fromkeys(posts)]
        changes = of_posts(*(one.id for one in before)) | _CALENDAR
        for one in before:
            self._drafts.update(one.id, campaign=campaign)

        def undo() -> Changes:
            for one in before:
                self._drafts.update(one.id, campaign=one.campaign)
            return changes

        return Done(tuple(one.id for one in before), changes, undo)

    # --- copying ---

    def copy(
        self, keys: Sequence[ItemKey], *, days: int, wall: time | None = None
    ) -> Done[tuple[ItemKey, ...]]:
        """Write items again some days later, all or none: posts as drafts without deliveries.

        Raises:
            HourDoesNotExist, HourHasPassed: an hour cannot be given; nothing was copied.
            PlannedElsewhere: one was planned on a network by hand.
        """
        wishes = [self._copy_wish(key, days, wall) for key in dict.fromkeys(keys)]
        steps: list[StepBack] = []
        made: list[ItemKey] = []
        changes = Changes()
        try:
            for wish in wishes:
                done = wish()
                made.append(done.value)
                changes |= done.changes
                if done.undo is not None:
                    steps.append(StepBack(done.value, done.undo))
        except Exception:
            all_back(steps)
            raise
        return Done(tuple(made), changes, lambda: all_back(steps))

    # --- inside ---

    def _wish(self, key: ItemKey, days: int, wall: time | None) -> Callable[[], Done[ItemKey]]:
        match key.kind:
            case ItemKind.POST:
                hour = self._moves.hour(key)
                to = shifted(hour.due, days, wall)
                return lambda: self._carry(hour, to)
            case ItemKind.REMOTE:
                there = shifted(self._remote.begins(key.identity), days, wall)
                return lambda: self._remote.move(key.identity, there)
            case ItemKind.EVENT:
                return lambda: self._events.shift(key, days, wall=wall)

    def _carry(self, hour: HourOfPost, to: PlannedTime) -> Done[ItemKey]:
        key = post_key(hour.post, to.instant)
        if to == hour.due:
            return Done(key, Changes())
        changes, undo = self._moves.carry(hour, to)
        return Done(key, changes, undo)

    def _hour(self, key: ItemKey) -> HourOfPost:
        if key.kind is not ItemKind.POST:
            raise PlannedElsewhere(key=key)
        return self._moves.hour(key)

    def _copy_wish(self, key: ItemKey, days: int, wall: time | None) -> Callable[[], Done[ItemKey]]:
        if key.kind is ItemKind.EVENT:
            return lambda: self._events.copy(key, days, wall=wall)
        hour = self._hour(key)
        to = shifted(hour.due, days, wall)
        self._moves.refuse_passed(to)
        return lambda: self._copied(hour, to)

    def _copied(self, hour: HourOfPost, to: PlannedTime) -> Done[ItemKey]:
        """Write a post again for the accounts that stand at this hour."""
        done = self._drafts.duplicate(hour.post)
        copy = done.value
        self._drafts.choose_accounts(copy.id, [one for one in copy.accounts if one in hour.accounts])
        self._drafts.update(copy.id, planned=to)
        return Done(post_key(copy.id, to.instant), done.changes | _CALENDAR, done.undo)


def shifted(start: PlannedTime, days: int, wall: time | None) -> PlannedTime:
    """Return the same wall time some days later in the zone it was planned in, or another wall time.

    Raises:
        HourDoesNotExist: the clocks skip it on that day.
    """
    if not days and wall is None:
        return start
    day = start.wall.date() + timedelta(days=days)
    return at_wall_time(datetime.combine(day, wall or start.wall.time()), start.zone)


def _refuse_all_planned(draft: Draft) -> None:
    if draft.deleted_at is not None:
        raise NotFound(subject="post", identity=draft.id)
    if draft.accounts and not standing_accounts(draft):
        raise AlreadyPlanned(post=draft.id, account=draft.accounts[0], kind=DeliveryKind.POST.value)


def _changes_in(problem: StationError) -> Changes:
    told = problem.facts.get("changes")
    return told if isinstance(told, Changes) else Changes()
