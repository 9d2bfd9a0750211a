"""What a person does with sequences: make one from a post, move it as one, take posts out of it."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, time
from types import MappingProxyType

from cmstation.domain.calendar import ItemKey, Moved
from cmstation.domain.calendar_errors import HourHasPassed
from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.clock import Clock
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound
from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.post_hours import post_key
from cmstation.domain.sequences import (
    AlreadyInSequence,
    Member,
    PostSequence,
    Scenario,
    Step,
    hour_at,
    hour_of,
    member_at,
    retimed,
)
from cmstation.services.done import Done
from cmstation.services.drafts import Drafts
from cmstation.services.sequence_moves import Move, MovePost, move_all, moves_of, standing_of
from cmstation.services.taking_back import StepBack, all_back
from cmstation.storage.sequences import SequenceTable

_CALENDAR = Changes(calendar=True)
_MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class _Retiming:
    """Where the members of a sequence would go."""

    moves: list[tuple[Move, ...]] = field(default_factory=list[tuple[Move, ...]])
    members: list[Member] = field(default_factory=list[Member])
    refused: dict[ItemKey, Exception] = field(default_factory=dict[ItemKey, Exception])


class Sequences:
    """Posts made from one content that keep their distance in days from one hour."""

    def __init__(self, table: SequenceTable, drafts: Drafts, clock: Clock, move_post: MovePost) -> None:
        """Work on sequences.

        Args:
            move_post: gives an item another hour, on its network first (`CalendarHands.move`).
        """
        self._table = table
        self._drafts = drafts
        self._clock = clock
        self._move_post = move_post

    # --- questions ---

    def all(self) -> tuple[PostSequence, ...]:
        """Return the sequences, by anchor."""
        return self._table.all()

    def get(self, sequence: int) -> PostSequence:
        """Return a sequence."""
        return self._table.get(sequence)

    def of_post(self, post: int) -> PostSequence | None:
        """Return the sequence that a post belongs to, None when there is none."""
        return self._table.of_post(post)

    # --- making ---

    def make(
        self,
        post: int,
        scenario: Scenario,
        anchor: PlannedTime,
        *,
        as_step: int | None = None,
        name: str = "",
        later_if_missing: bool = False,
    ) -> Done[PostSequence]:
        """Make the posts of a scenario from one content.

        The post becomes one step; the others are copies of it, planned for theirs, still to be
        written and approved. Steps whose hour has passed are left out.

        Args:
            as_step: the place in the scenario of the step that the post becomes; `scenario.main` if None.
            name: of the sequence; the post's title if empty.
            later_if_missing: what falls in the hour that the clocks skip goes behind it.

        Raises:
            AlreadyInSequence: the post belongs to one.
            HourDoesNotExist: the clocks skip the hour of a step.
            HourHasPassed: the hour that the post itself would get lies behind us.
            PublishedIsImmutable: a part of it has left.
        """
        draft, now = self._free_post(post), self._clock.now()
        place = scenario.main if as_step is None else as_step
        if not 0 <= place < len(scenario.steps):
            raise ValueError("the scenario has no such step")
        hours = [hour_of(step, anchor, later_if_missing=later_if_missing) for step in scenario.steps]
        members: list[Member] = []
        changes, back = _CALENDAR, list[StepBack]()
        try:
            for number, (step, hour) in enumerate(zip(scenario.steps, hours, strict=True)):
                if number == place:
                    done = self._take_place(draft, hour, now, later_if_missing=later_if_missing)
                elif hour.instant > now:
                    done = self._copy(draft, step, hour)
                else:
                    continue
                members.append(Member(done.value, step.offset_days, _wall(step, anchor)))
                changes |= done.changes
                if done.undo is not None:
                    back.append(StepBack(post_key(done.value, hour.instant), done.undo))
            made = self._table.add(name or _name_of(draft), anchor, members, now)
        except Exception:
            all_back(back)
            raise
        back.append(StepBack(post_key(post, anchor.instant), lambda: self.forget(made.id).changes))
        return Done(made, changes, lambda: all_back(back) | _CALENDAR)

    # --- moving ---

    def retime(self, sequence: int, anchor: PlannedTime, *, later_if_missing: bool = False) -> Done[Moved]:
        """Move all posts of a sequence as one; their hours on the wall stay, over clock changes too.

        Posts that have left stay and are named, and so are those whose new hour lies behind us.

        Args:
            later_if_missing: what falls in the hour that the clocks skip goes behind it.

        Raises:
            HourDoesNotExist: the clocks skip the new hour of a post; nothing is moved.
            StationError: why one could not be moved (on its network, for instance); nothing is moved.
        """
        before = self._table.get(sequence)
        retiming = self._retiming(before, anchor, later_if_missing=later_if_missing)
        done = move_all(retiming.moves, self._move_post)
        try:
            self._table.set_anchor(sequence, anchor, retiming.members)
        except NotFound:
            done.undo()
            raise
        value = Moved(done.keys, MappingProxyType(retiming.refused))

        def undo() -> Changes:
            with suppress(NotFound):  # the sequence was forgotten since: its posts go back all the same
                self._table.set_anchor(sequence, before.anchor, before.members)
            return done.undo() | _CALENDAR

        return Done(value, done.changes | _CALENDAR, undo)

    def follow(self, post: int) -> Changes:
        """Learn where a post was moved by hand: it stays in its sequence at its new distance."""
        found = self._table.of_post(post)
        member = None if found is None else found.member(post)
        stands = standing_of(self._drafts.open(post)).at if member is not None else None
        if found is None or member is None or stands is None:
            return Changes()
        now_at = member_at(member, found.anchor, stands)
        if now_at == member:
            return Changes()
        self._table.place(found.id, now_at)
        return _CALENDAR | of_posts(post)

    # --- leaving ---

    def detach(self, post: int) -> Done[int]:
        """Take a post out of its sequence; it stays where it is.

        Raises:
            NotFound: it belongs to none.
        """
        found = self._table.of_post(post)
        member = self._table.leave(post)
        changes = _CALENDAR | of_posts(post)

        def undo() -> Changes:
            assert found is not None  # noqa: S101 - it has just left it
            try:
                self._table.place(found.id, member)
            except NotFound:
                self._table.bring_back(found, (member,), self._clock.now())
            return changes

        return Done(post, changes, undo)

    def forget(self, sequence: int) -> Done[int]:
        """Let the posts of a sequence go their own ways; they stay where they are.

        Raises:
            NotFound: it is gone already.
        """
        found = self._table.get(sequence)
        members = self._table.forget(sequence)
        changes = _CALENDAR | of_posts(*(member.post for member in members))

        def undo() -> Changes:
            self._table.bring_back(found, members, self._clock.now())
            return changes

        return Done(sequence, changes, undo)

    # --- inside ---

    def _free_post(self, post: int) -> Draft:
        draft = self._drafts.open(post)
        if draft.deleted_at is not None or draft.archived_at is not None:
            raise NotFound(subject="post", identity=post)
        found = self._table.of_post(post)
        if found is not None:
            raise AlreadyInSequence(post=post, sequence=found.id)
        return draft

    def _take_place(
        self, draft: Draft, hour: PlannedTime, now: datetime, *, later_if_missing: bool
    ) -> Done[int]:
        """Give the written post its step's hour."""
        standing = standing_of(draft)
        if standing.at is None:
            return self._plan(draft, hour, now)
        found = moves_of(standing, hour, now, later_if_missing=later_if_missing)
        if found.refused:
            raise next(iter(found.refused.values()))
        done = move_all((found.moves,), self._move_post)
        return Done(draft.id, done.changes | of_posts(draft.id), done.undo)

    def _plan(self, draft: Draft, hour: PlannedTime, now: datetime) -> Done[int]:
        if hour.instant <= now:
            raise HourHasPassed(due=hour.instant, now=now)
        self._drafts.update(draft.id, planned=hour)

        def undo() -> Changes:
            self._drafts.update(draft.id, planned=draft.planned)
            return of_posts(draft.id)

        return Done(draft.id, of_posts(draft.id), undo)

    def _copy(self, draft: Draft, step: Step, hour: PlannedTime) -> Done[int]:
        done = self._drafts.duplicate(draft.id)
        copy = done.value.id
        try:
            self._drafts.update(copy, title=_titled(step.prefix, draft.title), planned=hour)
            for version in draft.versions:
                if version.title is not None:
                    self._drafts.set_version(copy, version.account, title=_titled(step.prefix, version.title))
        except Exception:
            self._drafts.delete(copy)
            raise
        return Done(copy, done.changes, done.undo)

    def _retiming(self, before: PostSequence, anchor: PlannedTime, *, later_if_missing: bool) -> _Retiming:
        found, now = _Retiming(), self._clock.now()
        for stored in before.members:
            standing = standing_of(self._drafts.open(stored.post))
            if standing.at is None:
                # Somebody took it out of the calendar: it keeps its place for when it comes back.
                found.members.append(retimed(stored, before.anchor, anchor))
                continue
            member = member_at(stored, before.anchor, standing.at)
            place = retimed(member, before.anchor, anchor)
            to = hour_at(anchor, place.offset_days, place.wall, later_if_missing=later_if_missing)
            wish = moves_of(standing, to, now, later_if_missing=later_if_missing)
            found.moves.append(wish.moves)
            found.refused.update(wish.refused)
            found.members.append(place if wish.arrives else member_at(place, anchor, standing.at))
        return found


def _titled(prefix: str, title: str) -> str:
    return f"{prefix}{title}" if title.strip() else prefix.rstrip(" \u00a0\u202f:")


def _wall(step: Step, anchor: PlannedTime) -> time:
    wall = anchor.wall.time() if step.wall is None else step.wall
    return wall.replace(second=0, microsecond=0)


def _name_of(draft: Draft) -> str:
    return (draft.title.strip() or " ".join(draft.text.split()))[:_MOST_NAME]
