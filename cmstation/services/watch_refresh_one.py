"""Reads one source: threads wait for its answer, one of them makes ready what is new."""

import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from cmstation.domain.clock import Clock
from cmstation.domain.errors import StationError
from cmstation.domain.watch import SourceKind, SourceTrouble
from cmstation.domain.watch_networks import Cleaner, Fetched, SourceReader, SourceUnread, SteppedReader
from cmstation.domain.watch_pace import after_reading, interval_minutes, natural_interval
from cmstation.domain.watch_storing import GONE, Arrival, Tried
from cmstation.services.watch_refresh_hosts import Task
from cmstation.services.watch_refresh_items import Entries

log = logging.getLogger(__name__)
Known = Callable[[int, Iterable[bytes]], dict[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the reading of a source ended: read, unchanged, or unread.

    Args:
        rest: what is left to do with the answer, on the one thread that works; None when all is done.
        tried: None when it could not be read.
        unchanged: whether the whole source is as it was.
        broken: what went wrong on our side of the tables, to be raised.
    """

    task: Task
    at: datetime
    rest: Callable[[], Fetched] | None = None
    tried: Tried | None = None
    arrivals: tuple[Arrival, ...] = ()
    unchanged: bool = False
    unread: SourceUnread | None = None
    broken: StationError | None = None


class ReadingOne:
    """Reads sources one by one; threads share it.

    Args:
        turn: held while the processor works on what came.
    """

    def __init__(
        self,
        readers: Mapping[SourceKind, SourceReader],
        cleaner: Cleaner,
        known: Known,
        clock: Clock,
        turn: AbstractContextManager[object],
    ) -> None:
        self._readers = readers
        self._cleaner = cleaner
        self._known = known
        self._clock = clock
        self._turn = turn

    def __call__(self, task: Task) -> Outcome:
        """Wait for what a source answers; whatever happens, an outcome comes back."""
        reader = self._readers[task.source.kind]
        return self._safely(task, lambda: self._asked(task, reader))

    def finished(self, outcome: Outcome) -> Outcome:
        """Do what is left to do with an answer; whatever happens, an outcome comes back."""
        rest = outcome.rest
        if rest is None:
            return outcome
        return self._safely(outcome.task, lambda: self._read(outcome.task, rest()))

    def _asked(self, task: Task, reader: SourceReader) -> Outcome:
        if isinstance(reader, SteppedReader):
            rest = reader.begin(task.source, task.state)
        else:
            got = reader.read(task.source, task.state)
            rest = partial(_same, got)
        return Outcome(task, self._clock.now(), rest)

    def _safely(self, task: Task, work: Callable[[], Outcome]) -> Outcome:
        try:
            return work()
        except SourceUnread as unread:
            return Outcome(task, self._clock.now(), unread=unread)
        except StationError as trouble:
            return Outcome(task, self._clock.now(), broken=trouble)
        except Exception as defect:  # noqa: BLE001 - told as the source's own trouble
            # One source that we cannot digest must not keep the others from being read. The defect's own
            # words may hold an address, so they are left out.
            log.error("source %s: %s", task.source.id, type(defect).__name__)
            unread = SourceUnread(SourceTrouble.NOT_UNDERSTOOD, type(defect).__name__)
            return Outcome(task, self._clock.now(), unread=unread)

    def _read(self, task: Task, got: Fetched) -> Outcome:
        now, source = self._clock.now(), task.source
        if got.feed is None:
            interval = max(task.state.interval_minutes, source.every_minutes or 0)
            tried = self._tried(task, got, now, interval)
            return Outcome(task, now, tried=tried, unchanged=True)
        with self._turn:
            entries = Entries(got.feed)
            # Of what was never read nothing is known; storing asks in any case.
            known = self._known(source.id, entries.names) if task.state.digest else {}
            arrivals = tuple(
                entries.arrival(name, source.id, self._cleaner, now) for name in entries.changed(known, GONE)
            )
        natural = natural_interval(entries.dates(), now)
        interval = interval_minutes(natural, feed=got.feed.every_minutes, person=source.every_minutes)
        return Outcome(task, now, tried=self._tried(task, got, now, interval), arrivals=arrivals)

    def _tried(self, task: Task, got: Fetched, now: datetime, interval: int) -> Tried:
        state = replace(
            after_reading(task.state, now, interval),
            etag=got.etag,
            modified=got.modified,
            digest=got.digest,
            cursor=got.cursor,
        )
        if got.feed is None:
            return Tried(state, address=got.moved_to)
        # Only what is new: names are written one by one.
        title = got.feed.title if got.feed.title != task.source.title else ""
        site = got.feed.site if got.feed.site != task.source.site else ""
        return Tried(state, title, site, got.moved_to)


def _same(got: Fetched) -> Fetched:
    return got
