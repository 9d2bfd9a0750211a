"""Reads one source: asks for it, and makes ready what is new."""

import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime

from cmstation.domain.clock import Clock
from cmstation.domain.errors import StationError
from cmstation.domain.feeds import FeedHead
from cmstation.domain.watch import SourceKind, SourceTrouble
from cmstation.domain.watch_entries import Entries
from cmstation.domain.watch_networks import Cleaner, Fetched, SourceReader, SourceUnread
from cmstation.domain.watch_pace import after_reading, interval_minutes, natural_interval
from cmstation.domain.watch_storing import GONE, Arrival, Tried
from cmstation.services.watch_refresh_hosts import Task

log = logging.getLogger(__name__)
Known = Callable[[int, Iterable[bytes]], dict[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the reading of a source ended: read, unchanged, or unread.

    Args:
        tried: None when it could not be read.
        unchanged: whether the whole source is as it was.
        broken: what went wrong on our side of the tables, to be raised.
    """

    task: Task
    at: datetime
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
        """Read a source; whatever happens, an outcome comes back."""
        reader = self._readers[task.source.kind]
        return self._safely(task, lambda: self._read(task, reader.read(task.source, task.state)))

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
        now, source, entries = self._clock.now(), task.source, got.entries
        if entries is None and got.feed is not None:
            entries = Entries(got.feed, self._cleaner, self._turn)
        if entries is None:
            interval = max(task.state.interval_minutes, source.every_minutes or 0)
            tried = self._tried(task, got, None, now, interval)
            return Outcome(task, now, tried=tried, unchanged=True)
        contents = entries.contents
        # Of what was never read nothing is known; storing asks in any case.
        known = self._known(source.id, contents) if task.state.digest else {}
        names = [name for name, content in contents.items() if known.get(name) not in (content, GONE)]
        arrivals = entries.arrivals(names, source.id, now)
        natural, head = natural_interval(entries.dates, now), entries.head
        interval = interval_minutes(natural, feed=head.every_minutes, person=source.every_minutes)
        return Outcome(task, now, tried=self._tried(task, got, head, now, interval), arrivals=arrivals)

    def _tried(self, task: Task, got: Fetched, head: FeedHead | None, now: datetime, interval: int) -> Tried:
        state = replace(
            after_reading(task.state, now, interval),
            etag=got.etag,
            modified=got.modified,
            digest=got.digest,
            cursor=got.cursor,
        )
        if head is None:
            return Tried(state, address=got.moved_to)
        # Only what is new: names are written one by one.
        title = head.title if head.title != task.source.title else ""
        site = head.site if head.site != task.source.site else ""
        return Tried(state, title, site, got.moved_to)
