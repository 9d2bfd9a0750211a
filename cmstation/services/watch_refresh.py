"""Reads the sources that are due: side by side, politely, and stores what is new as it comes.

Retrieve → decide → store: eight threads wait for servers (`watch_refresh_threads` says why there are threads
here) and for the process that parses and cleans (`networks/feed_workshop.py`); the job's own thread alone
writes. Python runs one thread at a time in any case: when eight of them parsed, the same work took up to half
as much again, and the window had to wait for its turn behind all of them.
"""

import random
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic

from cmstation.domain.clock import Clock
from cmstation.domain.watch import SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_networks import Cleaner, SourceReader, SourceUnread
from cmstation.domain.watch_pace import after_failure, is_dead, waiting
from cmstation.domain.watch_storing import Tried
from cmstation.services.watch_refresh_hosts import Task, Turns
from cmstation.services.watch_refresh_line import LineJudge
from cmstation.services.watch_refresh_one import Outcome, ReadingOne
from cmstation.services.watch_refresh_storing import Batch, RefreshTables
from cmstation.services.watch_refresh_threads import Workers

THREADS = 8
_PATIENCE_S = 0.2
_READY = 5
LONGEST_KEPT_S = 1.0
_STOPPING_S = 3.0
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What a refresh did.

    Args:
        read, unchanged: how many sources had something to say, and how many had not.
        failed: how the sources that could not be read stand now.
        paused: those that were given up just now, after many failures.
        new_items: how many items were stored.
        waits_until: when the first of the servers that asked to be left alone may be asked again.
        offline: nothing could be reached, so that it is this computer; no source is blamed for it.
    """

    read: int = 0
    unchanged: int = 0
    failed: tuple[SourceState, ...] = ()
    paused: tuple[int, ...] = ()
    new_items: int = 0
    waits_until: datetime | None = None
    offline: bool = False


class Refresh:
    """Reads sources; one refresh at a time.

    Args:
        readers: by kind of source; sources of other kinds are never fetched.
        turn: shared with the readers; held by whoever makes the processor work.
        longest_kept: what was read is stored after so many seconds, even when it is little.
    """

    def __init__(
        self,
        tables: RefreshTables,
        readers: Mapping[SourceKind, SourceReader],
        cleaner: Cleaner,
        clock: Clock,
        turn: AbstractContextManager[object],
        *,
        threads: int = THREADS,
        longest_kept: float = LONGEST_KEPT_S,
    ) -> None:
        self._tables = tables
        self._readers = readers
        self._clock = clock
        self._threads = threads
        self._longest_kept = longest_kept
        self._reading = ReadingOne(readers, cleaner, tables.known, clock, turn)
        self._turn = turn
        self._waits: dict[str, datetime] = {}

    def refresh(
        self, progress: Progress, *, sources: Iterable[int] | None = None, force: bool = False
    ) -> RefreshReport:
        """Read what is due, or these sources at once.

        What was read is stored, even when the rest fails or is cancelled.

        Args:
            progress: told how many sources of how many are done; what it raises cancels the refresh.
            sources: these alone, due or not, paused or not.
            force: all that are not paused, due or not; servers that asked to wait are left alone even so.
        """
        wanted = None if sources is None else frozenset(sources)
        chosen = self._tables.chosen(wanted, self._readers.keys(), self._clock.now(), force=force)
        # Those that answered before come first: if nobody does, it is our line.
        chosen.sort(key=lambda pair: (pair[1].read_at is None, random.random()))
        run = _Run(
            Turns(chosen, self._waits),
            self._tables.batch(),
            self._clock,
            self._turn,
            len(chosen),
            self._longest_kept,
        )
        workers = Workers(self._reading, self._threads)
        try:
            run.go(workers, progress)
        except BaseException:
            run.broken_off(workers, self._stop)
            raise
        finally:
            workers.end()
            for reader in frozenset(self._readers.values()):
                reader.close()
        return run.report()

    def _stop(self) -> None:
        for reader in frozenset(self._readers.values()):
            reader.stop()


@dataclass
class _Run:
    """One refresh under way."""

    turns: Turns
    batch: Batch
    clock: Clock
    turn: AbstractContextManager[object]
    total: int
    longest_kept: float
    judge: LineJudge[Outcome] = field(default_factory=LineJudge[Outcome])
    done: int = 0
    read: int = 0
    unchanged: int = 0
    failed: list[SourceState] = field(default_factory=list[SourceState])
    paused: list[int] = field(default_factory=list[int])
    waits: list[datetime] = field(default_factory=list[datetime])
    offline: bool = False
    kept_since: float = 0

    def go(self, workers: Workers[Task, Outcome], progress: Progress) -> None:
        """Read everything that may be read."""
        progress(0, self.total)
        while True:
            self._begin(workers)
            if not workers.under_way:
                break
            outcome = workers.outcome(_PATIENCE_S)
            while outcome is not None:
                self._take_on(outcome, workers)
                progress(self.done, self.total)
                outcome = None if self.batch.full else workers.outcome(0)
            self._store_in_time(workers)
            progress(self.done, self.total)
        self._end()

    def broken_off(self, workers: Workers[Task, Outcome], stop: Callable[[], None]) -> None:
        """Store what was read so far; what is under way is broken off and counts for nothing."""
        workers.end()
        stop()
        end = monotonic() + _STOPPING_S
        while workers.under_way and monotonic() < end:
            outcome = workers.outcome(_PATIENCE_S)
            if outcome is not None and outcome.tried is not None:
                self.batch.add(outcome.tried, outcome.arrivals)
        self._store()

    def report(self) -> RefreshReport:
        """Say what was done."""
        return RefreshReport(
            read=self.read,
            unchanged=self.unchanged,
            failed=tuple(self.failed),
            paused=tuple(self.paused),
            new_items=len(self.batch.stored.new),
            waits_until=min(self.waits, default=None),
            offline=self.offline,
        )

    def _begin(self, workers: Workers[Task, Outcome]) -> None:
        """Give every thread something to do, and have as much ready as they do while something is stored."""
        while not self.offline and workers.under_way < _READY * workers.most:
            task = self.turns.take(self.clock.now())
            if task is None:
                return
            workers.begin(task)

    def _take_on(self, outcome: Outcome, workers: Workers[Task, Outcome]) -> None:
        """Take what came, and ask the next one: what a server said may keep others of it from being asked."""
        self.turns.done(outcome.task)
        self._take(outcome)
        self._begin(workers)

    def _take(self, outcome: Outcome) -> None:
        if outcome.broken is not None:
            raise outcome.broken
        self.done += 1
        unread = outcome.unread
        if unread is None:
            self._answered()
            self._keep(outcome)
        elif unread.trouble is SourceTrouble.OFFLINE:
            self.offline = True
        elif unread.line:
            self.judge.failed(outcome.task.host, outcome)
            self.offline = self.offline or self.judge.offline
        else:
            self._answered()
            self._fail(outcome, unread)

    def _answered(self) -> None:
        for earlier in self.judge.answered():
            if earlier.unread is not None:
                self._fail(earlier, earlier.unread)

    def _keep(self, outcome: Outcome) -> None:
        if outcome.tried is None:
            return
        if outcome.unchanged:
            self.unchanged += 1
        else:
            self.read += 1
        self._add(outcome.tried, outcome)

    def _fail(self, outcome: Outcome, unread: SourceUnread) -> None:
        task = outcome.task
        state = after_failure(task.state, outcome.at, unread.trouble, unread.detail, unread.retry_at)
        if unread.trouble is SourceTrouble.ASKED_TO_WAIT and state.due_at is not None:
            self.turns.wait(task.host, state.due_at)
            self.waits.append(state.due_at)
        dead = not task.source.paused and is_dead(state, outcome.at)
        if dead:
            self.paused.append(task.source.id)
        self.failed.append(state)
        self._add(Tried(state), outcome, dead=dead)

    def _add(self, tried: Tried, outcome: Outcome, *, dead: bool = False) -> None:
        self.kept_since = self.kept_since or monotonic()
        self.batch.add(tried, outcome.arrivals, dead=dead)

    def _store_in_time(self, workers: Workers[Task, Outcome]) -> None:
        late = self.kept_since and monotonic() - self.kept_since > self.longest_kept
        if self.batch.full or late or not workers.under_way:
            self._store()
            self.kept_since = 0

    def _store(self) -> None:
        with self.turn:
            self.batch.store(self.clock.now())

    def _end(self) -> None:
        """Settle what could not be said before the end."""
        doubtful = self.judge.ended()
        self.offline = self.offline or doubtful is None
        for outcome in doubtful or () if not self.offline else ():
            if outcome.unread is not None:
                self._fail(outcome, outcome.unread)
        if not self.offline:
            self._put_off()
        self._store()

    def _put_off(self) -> None:
        """Store until when the sources wait whose servers must not be asked now."""
        now = self.clock.now()
        for task in self.turns.left():
            until = self.turns.waits_until(task.host, now)
            if until is None:
                continue
            self.waits.append(until)
            if self.turns.is_slow(task.host):
                state = replace(task.state, due_at=max(until, task.state.due_at or until))
            else:
                state = waiting(task.state, now, "", until)
            self.batch.add(Tried(state))
