"""What a refresh reads from the tables and writes to them: in batches, by one thread."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from functools import cached_property

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Source, SourceKind, SourceState
from cmstation.domain.watch_storing import Arrival, RuleMatcher, Stored, StoryGrouper, Tried
from cmstation.storage.watch_ingest import MOST_ITEMS_AT_ONCE, WatchIngest
from cmstation.storage.watch_sources import WatchSources

# As many as the tables write in one transaction.
MOST_ITEMS = MOST_ITEMS_AT_ONCE
MOST_TRIES = 60
Matchers = Callable[[], Mapping[int, RuleMatcher]]
Groupers = Callable[[], StoryGrouper | None]


class RefreshTables:
    """The tables of a refresh; `known` may be called by any thread, all else by one.

    Args:
        matchers: gives the rules of the lists that have one.
        grouper: gives what finds stories that are told elsewhere; asked for when the first item is stored.
    """

    def __init__(
        self, sources: WatchSources, ingest: WatchIngest, matchers: Matchers, grouper: Groupers
    ) -> None:
        self._sources = sources
        self._ingest = ingest
        self._matchers = matchers
        self._grouper = grouper

    def chosen(
        self, wanted: frozenset[int] | None, kinds: Collection[SourceKind], now: datetime, *, force: bool
    ) -> list[tuple[Source, SourceState]]:
        """List the sources to read: these, or all that are not paused and, unless forced, due."""
        found: list[tuple[Source, SourceState]] = []
        for source, state in self._sources.all():
            if source.kind not in kinds:
                continue
            due = state.due_at is None or state.due_at <= now
            if source.id in wanted if wanted is not None else not source.paused and (force or due):
                found.append((source, state))
        return found

    def known(self, source: int, names: Iterable[bytes]) -> dict[bytes, bytes]:
        """Tell what is stored of a source's entries: content hash by guid hash."""
        return {name: content for (_, name), content in self._ingest.known({source: names}).items()}

    def batch(self) -> "Batch":
        """Begin to collect what is stored together."""
        return Batch(self._sources, self._ingest, self._matchers, self._grouper)


class Batch:
    """Collects what came, and stores it when there is enough; items go before the state of their source.

    So whoever is killed in between reads that source again, and finds its items stored.
    """

    def __init__(
        self, sources: WatchSources, ingest: WatchIngest, matchers: Matchers, grouper: Groupers
    ) -> None:
        self._sources = sources
        self._ingest = ingest
        self._make_matchers = matchers
        self._make_grouper = grouper
        self._arrivals: list[Arrival] = []
        self._tries: list[Tried] = []
        self._dead: list[int] = []
        self.stored = Stored()

    @property
    def full(self) -> bool:
        """Whether it is worth a transaction."""
        return len(self._arrivals) >= MOST_ITEMS or len(self._tries) >= MOST_TRIES

    def add(self, tried: Tried, arrivals: Iterable[Arrival] = (), *, dead: bool = False) -> None:
        """Take one more source; a dead one is paused."""
        self._arrivals += arrivals
        self._tries.append(tried)
        if dead:
            self._dead.append(tried.state.source)

    def store(self, now: datetime) -> None:
        """Write all that was collected."""
        arrivals, self._arrivals = self._arrivals, []
        tries, self._tries = self._tries, []
        dead, self._dead = self._dead, []
        if arrivals:
            self.stored += self._ingest.store(arrivals, now, matchers=self._matchers, grouper=self._grouper)
        if tries:
            self._sources.tried_all(tries)
        for source in dead:
            try:
                self._sources.change(source, paused=True)
            except NotFound:
                continue  # the person removed it meanwhile

    @cached_property
    def _matchers(self) -> Mapping[int, RuleMatcher]:
        return self._make_matchers()

    @cached_property
    def _grouper(self) -> StoryGrouper | None:
        return self._make_grouper()
