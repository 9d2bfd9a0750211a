"""Find out where a sequence's posts stand and where they would go, and give them their new hours."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.calendar_errors import HourHasPassed
from cmstation.domain.calendar_events import placed
from cmstation.domain.changes import Changes
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import PublishedIsImmutable, StationError
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.domain.post_hours import (
    HourOfPost,
    hour_of_delivery,
    hour_of_post,
    keeps_its_hour,
    part_of,
    standing_accounts,
)
from cmstation.services.done import Done
from cmstation.services.taking_back import StepBack, all_back

MovePost: TypeAlias = Callable[[ItemKey, PlannedTime], Done[ItemKey]]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a post stands.

    Args:
        at: the hour by which its distance is counted, None when it has none.
        hours: all of them, the earliest first; its accounts may publish at different ones.
    """

    at: PlannedTime | None
    hours: tuple[HourOfPost, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One hour of a post and where it goes."""

    hour: HourOfPost
    to: PlannedTime

    @property
    def key(self) -> ItemKey:
        """The item's key before it moves."""
        return _key(self.hour)


@dataclass(frozen=True, slots=True)
class Moves:
    """What a post's new hour asks for.

    Args:
        moves: hours that change.
        refused: why other hours stay.
        arrives: whether the hour by which the distance is counted goes along.
    """

    moves: tuple[Move, ...]
    refused: dict[ItemKey, StationError]
    arrives: bool


@dataclass(frozen=True, slots=True)
class Arrived:
    """What was moved: its new keys, and the way back."""

    keys: tuple[ItemKey, ...]
    changes: Changes
    back: tuple[StepBack, ...]

    def undo(self) -> Changes:
        """Put all of it back."""
        return all_back(self.back)


def standing_of(draft: Draft) -> Standing:
    """Find out where a post stands."""
    parts = {part_of(hour_of_delivery(one)) for one in draft.deliveries if _counts(one)}
    if draft.planned is not None and (standing_accounts(draft) or not (draft.accounts or parts)):
        parts.add(part_of(draft.planned.instant))
    hours = tuple(hour_of_post(draft, part) for part in sorted(parts))
    if not hours:
        return Standing(None, ())
    planned = draft.planned
    on_plan = planned is not None and part_of(planned.instant) in parts
    return Standing(planned if on_plan else hours[0].due, hours)


def moves_of(standing: Standing, to: PlannedTime, now: datetime, *, later_if_missing: bool) -> Moves:
    """Work out how a post goes to another hour; its accounts keep their distance on the wall's clock.

    Raises:
        HourDoesNotExist: the clocks skip one of the new hours.
    """
    assert standing.at is not None  # noqa: S101 - only what stands somewhere moves
    moves: list[Move] = []
    refused: dict[ItemKey, StationError] = {}
    arrives = False
    for hour in standing.hours:
        counted = part_of(standing.at.instant) == hour.part
        target = to if counted else _shifted(hour.due, standing.at, to, later_if_missing=later_if_missing)
        refusal = _refusal(hour, target, now)
        if target == hour.due:
            arrives |= counted
        elif refusal is not None:
            refused[_key(hour)] = refusal
        else:
            moves.append(Move(hour, target))
            arrives |= counted
    return Moves(tuple(moves), refused, arrives)


def move_all(posts: Iterable[Sequence[Move]], move_post: MovePost) -> Arrived:
    """Move hours of posts as one; when one refuses, those that went before it come back.

    Posts of which a network keeps something go first: they are the likeliest to be refused.

    Args:
        posts: the moves of each post.

    Raises:
        StationError: why one of them could not be moved; nothing is moved then.
    """
    keys: list[ItemKey] = []
    changes, back = Changes(), list[StepBack]()
    try:
        for moves in sorted(posts, key=lambda moves: not any(move.hour.kept for move in moves)):
            for move in _out_of_each_others_way(moves):
                done = move_post(move.key, move.to)
                keys.append(done.value)
                changes |= done.changes
                if done.undo is not None:
                    back.append(StepBack(done.value, done.undo))
    except Exception:
        all_back(back)
        raise
    return Arrived(tuple(sorted(set(keys))), changes, tuple(back))


def _refusal(hour: HourOfPost, to: PlannedTime, now: datetime) -> StationError | None:
    if any(keeps_its_hour(one) for one in hour.deliveries):
        return PublishedIsImmutable(post=hour.post)
    return HourHasPassed(due=to.instant, now=now) if to.instant <= now else None


def _shifted(due: PlannedTime, old: PlannedTime, new: PlannedTime, *, later_if_missing: bool) -> PlannedTime:
    wall = _in_zone(due, new.zone) + (new.wall - _in_zone(old, new.zone))
    return at_wall_time(wall, new.zone) if not later_if_missing else placed(wall, new.zone)


def _in_zone(moment: PlannedTime, zone: str) -> datetime:
    return moment.instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def _counts(delivery: Delivery) -> bool:
    return delivery.kind is DeliveryKind.POST and delivery.state is not DeliveryState.CANCELLED


def _key(hour: HourOfPost) -> ItemKey:
    return ItemKey(ItemKind.POST, hour.post, hour.part)


def _out_of_each_others_way(moves: Sequence[Move]) -> list[Move]:
    """Sort a post's hours so that none lands where another one still stands, and takes it along."""
    forwards = any(move.to.instant > move.hour.due.instant for move in moves)
    return sorted(moves, key=lambda move: move.hour.part, reverse=forwards)
