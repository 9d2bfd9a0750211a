"""Sequences: posts made from one content that keep their distance in days from one hour. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from cmstation.domain.calendar_events import placed
from cmstation.domain.errors import StationError
from cmstation.domain.planned_time import PlannedTime, at_wall_time


class AlreadyInSequence(StationError):
    """A post belongs to one sequence at most (facts: post, sequence)."""


class StepMeaning(StrEnum):
    """What a step of a scenario is for; the window has a name for each."""

    ANNOUNCEMENT = "announcement"
    REMINDER = "reminder"
    LAST_CALL = "last_call"
    THE_DAY = "the_day"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Step:
    """One post of a scenario.

    Args:
        offset_days: from the day of the anchor; negative is before.
        wall: the hour in the anchor's zone, or None for the anchor's own.
        prefix: what a copy's title begins with, as it would be published.
    """

    offset_days: int
    meaning: StepMeaning
    wall: time | None = None
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A way to speak of one thing several times.

    Args:
        key: names it for good; the window has words for the shipped ones.
        steps: in order of time.
    """

    key: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        """Refuse a scenario that says nothing."""
        if not self.steps:
            raise ValueError("a scenario has at least one step")

    @property
    def main(self) -> int:
        """The place of the step that the written post becomes: the day itself, or what is nearest."""
        return min(range(len(self.steps)), key=lambda place: abs(self.steps[place].offset_days))

    def with_prefixes(self, prefixes: Mapping[StepMeaning, str]) -> "Scenario":
        """Return the scenario with other beginnings of titles, for instance in another language."""
        steps = (replace(step, prefix=prefixes.get(step.meaning, step.prefix)) for step in self.steps)
        return replace(self, steps=tuple(steps))


@dataclass(frozen=True, slots=True)
class Member:
    """A post's place in a sequence.

    Args:
        wall: the hour in the anchor's zone, to the minute.
    """

    post: int
    offset_days: int
    wall: time


@dataclass(frozen=True, slots=True)
class PostSequence:
    """Posts that move together.

    Args:
        anchor: the hour from which all distances are counted.
        members: in order of time; not those put away.
    """

    id: int
    name: str
    anchor: PlannedTime
    members: tuple[Member, ...]

    def member(self, post: int) -> Member | None:
        """Return a post's place, None when it is not here."""
        return next((member for member in self.members if member.post == post), None)


def hour_of(step: Step, anchor: PlannedTime, *, later_if_missing: bool = False) -> PlannedTime:
    """Return when a step of a scenario takes place.

    Raises:
        HourDoesNotExist: see `hour_at`.
    """
    wall = _minute(anchor.wall.time()) if step.wall is None else step.wall
    return hour_at(anchor, step.offset_days, wall, later_if_missing=later_if_missing)


def hour_at(
    anchor: PlannedTime, offset_days: int, wall: time, *, later_if_missing: bool = False
) -> PlannedTime:
    """Return the hour so many days from the anchor; the anchor itself where that is meant.

    Args:
        later_if_missing: in the hour that the clocks skip, move behind the gap instead of refusing.

    Raises:
        HourDoesNotExist: the clocks skip this wall time on that day.
    """
    if not offset_days and wall == _minute(anchor.wall.time()):
        return anchor  # also when it is the second pass of the doubled hour
    moment = datetime.combine(anchor.wall.date() + timedelta(days=offset_days), wall)
    return placed(moment, anchor.zone) if later_if_missing else at_wall_time(moment, anchor.zone)


def member_at(member: Member, anchor: PlannedTime, stands: PlannedTime) -> Member:
    """Return a member with the distance at which its post stands now, wherever it was moved by hand."""
    meant = hour_at(anchor, member.offset_days, member.wall, later_if_missing=True)
    if meant.instant == stands.instant:
        return member  # pushed behind a gap, it still means the hour it had
    local = stands.instant.astimezone(ZoneInfo(anchor.zone)).replace(tzinfo=None)
    return Member(member.post, (local.date() - anchor.wall.date()).days, _minute(local.time()))


def retimed(member: Member, old: PlannedTime, new: PlannedTime) -> Member:
    """Return a member's place around another anchor: days and hour stay.

    The post that stands at the anchor's own hour takes the new anchor's.
    """
    at_anchor = not member.offset_days and member.wall == _minute(old.wall.time())
    return replace(member, wall=_minute(new.wall.time())) if at_anchor else member


def _minute(wall: time) -> time:
    return wall.replace(second=0, microsecond=0, fold=0)


_MORNING, _NOON, _EVENING = time(9), time(12), time(18)
# Words of posts, in the language in which the clinic publishes; U+00A0 stands before a colon.
_SOON, _REMINDER, _TOMORROW, _THANKS = (
    "À venir\u00a0: ",
    "Rappel\u00a0: ",
    "C’est demain\u00a0: ",
    "Merci\u00a0: ",
)

ANNOUNCEMENT = Scenario(
    "announcement",
    (
        Step(-7, StepMeaning.ANNOUNCEMENT, _MORNING, _SOON),
        Step(0, StepMeaning.THE_DAY),
        Step(3, StepMeaning.REMINDER, _NOON, _REMINDER),
    ),
)
HEALTH_DAY = Scenario(
    "health_day",
    (
        Step(-14, StepMeaning.ANNOUNCEMENT, _MORNING, _SOON),
        Step(-3, StepMeaning.REMINDER, _NOON, _REMINDER),
        Step(0, StepMeaning.THE_DAY),
        Step(1, StepMeaning.THANKS, _NOON, _THANKS),
    ),
)
OPEN_DAY = Scenario(
    "open_day",
    (
        Step(-21, StepMeaning.ANNOUNCEMENT, _MORNING, _SOON),
        Step(-7, StepMeaning.REMINDER, _NOON, _REMINDER),
        Step(-1, StepMeaning.LAST_CALL, _EVENING, _TOMORROW),
        Step(0, StepMeaning.THE_DAY),
    ),
)
SHIPPED = (ANNOUNCEMENT, HEALTH_DAY, OPEN_DAY)
