"""A station whose figures come from servers in whatever mood, for the tests of gathering them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from cmstation.domain.accounts import Account
from cmstation.domain.errors import RateLimited, StationError
from cmstation.domain.metrics import Metric
from cmstation.domain.metrics_networks import DayReading, MetricsReader, Reading, RemotePost
from cmstation.domain.networks import Network
from cmstation.domain.statistics import NewStatPost
from cmstation.services.stat_collecting import Collecting, CollectReport
from cmstation.storage.accounts import Accounts
from cmstation.storage.stat_collections import CollectionTable
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable
from tests.services.conftest import START, Bench

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TODAY = START.date()
FOLLOWERS, REACTIONS = Metric.FOLLOWERS, Metric.REACTIONS


@dataclass
class Server:
    """An account's network, in whatever mood; it keeps what it was asked."""

    followers: int | None = 100
    counts: dict[str, int] = field(default_factory=dict[str, int])
    gone: set[str] = field(default_factory=set[str])
    days_told: dict[date, int] = field(default_factory=dict[date, int])
    locked: StationError | None = None
    trouble: Exception | None = None
    limited_after: int | None = None
    retry_at: datetime | None = None
    asked: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])
    opened: int = 0


class Reader:
    """Reads a `Server`, two posts at a time (`domain/metrics_networks.py`: MetricsReader)."""

    most_posts = 2

    def __init__(self, server: Server) -> None:
        self._server = server
        self._told = 0

    def account(self) -> tuple[Reading, ...]:
        if self._server.trouble is not None:
            raise self._server.trouble
        if self._server.followers is None:
            return ()
        return (Reading(FOLLOWERS, self._server.followers, "bluesky.account.followers"),)

    def posts(self, remote_ids: Sequence[str]) -> Mapping[str, RemotePost]:
        """Tell what is known; asked to wait in the middle, what was told before."""
        self._server.asked.append(tuple(remote_ids))
        found: dict[str, RemotePost] = {}
        for one in remote_ids:
            if self._server.limited_after is not None and self._told >= self._server.limited_after:
                if found:
                    return found
                raise RateLimited(retry_at=self._server.retry_at)
            self._told += 1
            if one in self._server.gone:
                found[one] = RemotePost(one, gone=True)
            elif one in self._server.counts:
                reading = Reading(REACTIONS, self._server.counts[one], "bluesky.post.reactions")
                found[one] = RemotePost(one, (reading,))
        return found

    def days(self, first: date, last: date) -> tuple[DayReading, ...]:
        return tuple(
            DayReading(day, Metric.VIEWS, value, "x.account.views")
            for day, value in self._server.days_told.items()
            if first <= day <= last
        )


class CollectingStage:
    """A station whose accounts' figures come from servers that a test sets."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        database = bench.station.database
        self.figures, self.posts = FigureTable(database), StatPosts(database)
        self.states = CollectionTable(database)
        self.servers: dict[int, Server | None] = {}
        self.seen: list[tuple[int, int]] = []
        self.collecting = Collecting(
            self.posts,
            self.figures,
            self.states,
            Accounts(database),
            self._open,
            bench.station.preferences.zone,
            bench.clock,
        )

    def account(self, server: Server | None = None, network: Network = Network.BLUESKY) -> int:
        """Connect an account; without a server its network tells nothing."""
        account = self.bench.account(network).id
        self.servers[account] = server
        return account

    def post(self, account: int, name: str, age: timedelta = HOUR) -> int:
        """Note a post of an account."""
        new = NewStatPost(account, name, self.bench.clock.now() - age, name)
        return self.posts.add([new]).ids[0]

    def collect(self, accounts: Sequence[int] | None = None, *, force: bool = False) -> CollectReport:
        """Gather what is due, or these accounts."""
        return self.collecting.collect(self.tell, accounts, force=force)

    def tell(self, done: int, total: int) -> None:
        """Note how far it is."""
        self.seen.append((done, total))

    def reactions(self, *posts: int) -> list[int | None]:
        """Return the reactions that are stored for posts."""
        found = self.posts.figures(posts)
        return [found[post][REACTIONS].value if REACTIONS in found.get(post, {}) else None for post in posts]

    def followers(self, account: int) -> list[tuple[date, int]]:
        """Return the followers that are stored for an account."""
        told = self.figures.series({account}, {FOLLOWERS}, date(2000, 1, 1), date(2100, 1, 1))
        return [(one.day, one.value) for one in told]

    def _open(self, account: Account) -> MetricsReader | None:
        server = self.servers[account.id]
        if server is None:
            return None
        server.opened += 1
        if server.locked is not None:
            raise server.locked
        return Reader(server)
