"""Whose turn it is in a refresh: few at once on each server, and nothing where one asked to wait. Pure."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from urllib.parse import urlsplit

from cmstation.domain.watch import Source, SourceKind, SourceState

MOST_AT_ONCE = 2
# Servers that answer one anonymous reading a minute, and "too many requests" to the next one.
SLOW_HOSTS: Mapping[str, timedelta] = MappingProxyType({"reddit.com": timedelta(seconds=65)})
_PLACES = {
    SourceKind.BLUESKY_ACCOUNT: "public.api.bsky.app",
    SourceKind.BLUESKY_SEARCH: "public.api.bsky.app",
    SourceKind.PUBMED: "eutils.ncbi.nlm.nih.gov",
}


@dataclass(frozen=True, slots=True)
class Task:
    """A source to read, with how its reading went so far."""

    source: Source
    state: SourceState
    host: str


def host_of(source: Source) -> str:
    """Name the server that a source is read from."""
    if source.kind in _PLACES:
        return _PLACES[source.kind]
    try:
        parts = urlsplit(source.address.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    return f"{host}:{port}" if port else host


class Turns:
    """The sources that are still to be read, server by server.

    Args:
        waits: until when servers want to be left alone; `wait` adds to it.
    """

    def __init__(
        self,
        tasks: Iterable[tuple[Source, SourceState]],
        waits: dict[str, datetime],
        most: int = MOST_AT_ONCE,
    ) -> None:
        self._waits = waits
        self._most = most
        self._queues: dict[str, deque[Task]] = {}
        self._busy: dict[str, int] = {}
        for source, state in tasks:
            host = host_of(source)
            self._queues.setdefault(host, deque()).append(Task(source, state, host))
        self._hosts = deque(self._queues)

    def take(self, now: datetime) -> Task | None:
        """Return the next source that may be read now, None when none may; servers take turns."""
        for _ in range(len(self._hosts)):
            host = self._hosts[0]
            self._hosts.rotate(-1)
            queue = self._queues[host]
            if not queue:
                self._hosts.pop()
                continue
            pause = SLOW_HOSTS.get(host)
            if self._busy.get(host, 0) >= self._most or self.waits_until(host, now) is not None:
                continue
            if pause is not None:
                self._waits[host] = now + pause
            self._busy[host] = self._busy.get(host, 0) + 1
            return queue.popleft()
        return None

    def done(self, task: Task) -> None:
        """Free a turn on its server."""
        self._busy[task.host] -= 1

    def wait(self, host: str, until: datetime) -> None:
        """Leave a whole server alone."""
        self._waits[host] = max(until, self._waits.get(host, until))

    def waits_until(self, host: str, now: datetime) -> datetime | None:
        """Return until when a server is left alone, None when it may be asked."""
        until = self._waits.get(host)
        return until if until is not None and until > now else None

    def is_slow(self, host: str) -> bool:
        """Tell whether a server is one of those that are asked rarely of our own accord."""
        return host in SLOW_HOSTS

    def left(self) -> tuple[Task, ...]:
        """Return the sources that were not read."""
        return tuple(task for queue in self._queues.values() for task in queue)
