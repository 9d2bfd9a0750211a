"""Morning mode: one story after the other, each decided once, and never a lost place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, cast

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.drafts import Draft
from cmstation.domain.networks import Json
from cmstation.domain.watch import Decision, DecisionKind, Item, Reading, StoryFilter
from cmstation.services.done import Done
from cmstation.services.watch_board import Asked, put_on_board, take_off_board
from cmstation.services.watch_relay import Relay
from cmstation.storage.database import Database
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.settings import Settings
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_stories import WatchStories

MOST: Final = 1_000
_SETTING: Final = "watch_morning"
_UNDECIDED: Final = frozenset({Reading.ALL, Reading.UNDECIDED})
_AGAIN: Final = frozenset({Reading.LATER, Reading.PHYSICIANS, Reading.REVIEW})


@dataclass(frozen=True, slots=True)
class MorningState:
    """How far a morning is.

    Args:
        queue: stories in their order.
        at: the place of the story on the screen; the length of the queue at the end.
        seconds: spent so far, without pauses.
        decided: how many stories were decided.
    """

    queue: tuple[int, ...]
    at: int
    began_at: datetime
    seconds: int = 0
    decided: int = 0

    @property
    def story(self) -> int | None:
        """Return the story on the screen, None at the end."""
        return self.queue[self.at] if self.at < len(self.queue) else None


class Morning:
    """What a person decides in the morning."""

    def __init__(self, database: Database, relay: Relay, clock: Clock) -> None:
        self._database = database
        self._settings = Settings(database)
        self._stories = WatchStories(database)
        self._marks = WatchMarks(database)
        self._relay = relay
        self._clock = clock

    # --- the round ---

    def begin(self, wanted: StoryFilter) -> MorningState:
        """Begin a morning: what was put off comes first, then what is not decided yet, newest first.

        A filter that asks for what was decided (kept for the review, say) goes through that again.
        """
        state = MorningState(self._queue(wanted)[:MOST], 0, self._clock.now())
        self.keep(state)
        return state

    def resume(self) -> MorningState | None:
        """Return the morning that was not ended, at the same story; None when there is none."""
        state = _read(self._settings.get(_SETTING))
        if state is None:
            return None
        there = {row.story for row in self._stories.rows(state.queue)}
        kept = tuple(story for story in state.queue if story in there)
        before = sum(story in there for story in state.queue[: state.at])
        return replace(state, queue=kept, at=before)

    def keep(self, state: MorningState) -> None:
        """Remember how far a morning is, so that a killed program resumes there."""
        self._settings.set(_SETTING, _written(state))

    def spend(self, seconds: int) -> None:
        """Remember how long a morning has taken; its place stays what the last decision made it."""
        state = _read(self._settings.get(_SETTING))
        if state is not None:
            self.keep(replace(state, seconds=seconds))

    def end(self) -> None:
        """End the morning."""
        self._settings.set(_SETTING, None)

    def later(self) -> tuple[int, ...]:
        """Return the stories that come back, the one put off longest ago first."""
        return tuple(dict.fromkeys(self._stories.get(item).story for item in self._marks.later()))

    def relayed(self, story: int) -> tuple[int, ...]:
        """Return the drafts that were made of a story and are not in the bin."""
        return tuple(draft.id for draft in self._drafts_of(self._database, self._stories.items(story)))

    # --- decisions ---

    def decide(
        self,
        story: int,
        kind: DecisionKind,
        accounts: Iterable[int] = (),
        who: str = "",
        *,
        question: str = "",
        physician: str = "",
        again: bool = False,
    ) -> Done[Decision]:
        """Decide about a story, all of it or nothing; the morning goes on to the next one.

        To relay makes one draft. A story that was relayed keeps its draft and its decision, and the draft is
        then for these accounts too: `relayed` tells beforehand.

        Args:
            accounts: that a relay is for; without any, all of them.
            question, physician: for the expert board.
            again: relay with another draft although there is one.

        Raises:
            NotFound: the story was cleared away.
        """
        now, wanted = self._clock.now(), tuple(accounts)
        step = _Step(self._relay, story, kind, now, who)
        with one_transaction(self._database) as joined:
            items = WatchStories(joined).items(story)
            if kind is DecisionKind.PHYSICIANS:
                step.ask(joined, items, question, physician)
            else:
                there = self._drafts_of(joined, items) if kind is DecisionKind.RELAY else ()
                step.decide(joined, items, wanted, () if again else there)
            if kind is not DecisionKind.LATER:
                step.read = WatchMarks(joined).set_read([story], True, now)
            _go_on(Settings(joined), story, counted=kind is not DecisionKind.LATER)
        made = step.before or Decision(kind, now, who, step.posts)
        return Done(made, self._changes(step), lambda: self._take_back(step))

    # --- inside ---

    def _queue(self, wanted: StoryFilter) -> tuple[int, ...]:
        if wanted.reading in _AGAIN:
            return self._stories.keys(wanted)
        undecided = self._stories.keys(replace(wanted, reading=Reading.UNDECIDED))
        if wanted.reading not in _UNDECIDED:
            chosen = frozenset(self._stories.keys(wanted))
            undecided = tuple(story for story in undecided if story in chosen)
        put_off = frozenset(self._stories.keys(replace(wanted, reading=Reading.LATER)))
        return (*(story for story in self.later() if story in put_off), *undecided)

    def _drafts_of(self, database: Database, items: Sequence[Item]) -> tuple[Draft, ...]:
        marks, drafts = WatchMarks(database), self._relay.drafts(database)
        posts = [post for item in items for one in marks.history(item.id) for post in one.decision.posts]
        found = [drafts.open(post) for post in dict.fromkeys(posts)]
        return tuple(draft for draft in found if draft.deleted_at is None)

    def _take_back(self, step: "_Step") -> Changes:
        with one_transaction(self._database) as joined:
            step.take_back(joined, self._clock.now())
            _go_back(Settings(joined), step.story, counted=step.kind is not DecisionKind.LATER)
        return self._changes(step)

    def _changes(self, step: "_Step") -> Changes:
        return Changes(watch=True, posts=frozenset(step.posts))


class _Step:
    """One decision, with all that it takes to undo it."""

    def __init__(self, relay: Relay, story: int, kind: DecisionKind, now: datetime, who: str) -> None:
        self._relay = relay
        self.story = story
        self.kind = kind
        self._now = now
        self._who = who
        self._asked: Asked | None = None
        self._decision: int | None = None
        self._made: int | None = None
        self._widened: tuple[int, tuple[int, ...]] | None = None
        self.posts: tuple[int, ...] = ()
        self.before: Decision | None = None
        self.read: tuple[int, ...] = ()

    def ask(self, joined: Database, items: Sequence[Item], question: str, physician: str) -> None:
        """Put the story on the expert board."""
        self._asked = put_on_board(joined, items[0].id, self._now, question, physician, self._who)

    def decide(
        self, joined: Database, items: Sequence[Item], accounts: tuple[int, ...], there: Sequence[Draft]
    ) -> None:
        """Record the decision, with a draft when it is to be relayed."""
        if self.kind is DecisionKind.RELAY:
            self.posts = (self._draft(joined, items, accounts, there).id,)
        told = [item.decision for item in items if item.decision is not None]
        holding = max(told, key=lambda one: one.at, default=None)
        if there and holding is not None and holding.kind is self.kind:
            self.before = holding  # the draft stays with the decision that made it
            return
        marks = WatchMarks(joined)
        self._decision = marks.decide(items[0].id, self.kind, self._now, self._who, self.posts)

    def take_back(self, joined: Database, now: datetime) -> None:
        """Undo everything: the draft goes to the bin, the request off the board.

        Raises:
            PublishedIsImmutable: something of the draft has left; nothing is undone then.
        """
        marks = WatchMarks(joined)
        drafts = self._relay.drafts(joined)
        if self._made is not None:
            drafts.delete(self._made)
        if self._widened is not None:
            drafts.choose_accounts(*self._widened)
        if self._asked is not None:
            take_off_board(joined, self._asked, now)
        if self._decision is not None:
            marks.undo_decision(self._decision, now)
        marks.undo_read(self.read, self._now)

    def _draft(
        self, joined: Database, items: Sequence[Item], accounts: tuple[int, ...], there: Sequence[Draft]
    ) -> Draft:
        if not there:
            draft = self._relay.make(joined, items, accounts)
            self._made = draft.id
            return draft
        before = there[-1]
        after = self._relay.widen(joined, before, accounts)
        if after.accounts != before.accounts:
            self._widened = (before.id, before.accounts)
        return after


def _go_on(settings: Settings, story: int, *, counted: bool) -> None:
    """Let the morning that is under way go on to the next story, if this one is on the screen."""
    state = _read(settings.get(_SETTING))
    if state is not None and state.story == story:
        on = replace(state, at=state.at + 1, decided=state.decided + counted)
        settings.set(_SETTING, _written(on))


def _go_back(settings: Settings, story: int, *, counted: bool) -> None:
    state = _read(settings.get(_SETTING))
    if state is not None and story in state.queue[: state.at]:
        at, decided = state.queue.index(story), max(0, state.decided - counted)
        settings.set(_SETTING, _written(replace(state, at=at, decided=decided)))


def _written(state: MorningState) -> Json:
    return {
        "queue": list(state.queue),
        "at": state.at,
        "began_at": state.began_at.isoformat(),
        "seconds": state.seconds,
        "decided": state.decided,
    }


def _read(found: Json) -> MorningState | None:
    if not isinstance(found, dict):
        return None
    return MorningState(
        queue=tuple(cast("list[int]", found["queue"])),
        at=cast("int", found["at"]),
        began_at=datetime.fromisoformat(str(found["began_at"])),
        seconds=cast("int", found["seconds"]),
        decided=cast("int", found["decided"]),
    )
