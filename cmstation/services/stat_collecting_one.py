"""Reads one account: what it counts, what it counted on past days, and its posts in batches."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.accounts import Account
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound, StationError
from cmstation.domain.metrics import Figure, Origin, PostFigure, StatPost
from cmstation.domain.metrics_networks import MetricsReader, RemotePost
from cmstation.domain.networks import Way
from cmstation.services.done import Value
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable

log = logging.getLogger(__name__)
# Networks correct the days that have just gone by.
CORRECTED_DAYS: Final = 3
MOST_DAYS: Final = 28
# The rest of a long history is read on the days that follow.
MOST_POSTS: Final = 600


class Unread(Exception):
    """An account's network did not tell its figures, for a reason of its own.

    Args:
        problem: what it was.
    """

    def __init__(self, problem: Exception) -> None:
        super().__init__(type(problem).__name__)
        self.problem = problem


class OneAccount:
    """One reading of an account's figures; what was told is stored at once.

    Args:
        read_at: when it was last read to the end.

    `figures` and `posts` count what was stored, and which posts were told of.
    """

    def __init__(
        self,
        account: Account,
        read_at: datetime | None,
        posts: StatPosts,
        figures: FigureTable,
        zone: ZoneInfo,
        clock: Clock,
    ) -> None:
        self._account = account
        self._read_at = read_at
        self._posts = posts
        self._table = figures
        self._zone = zone
        self._clock = clock
        self._origin = Origin.REHEARSAL if account.way is Way.REHEARSAL else Origin.NETWORK
        self.figures = 0
        self.posts = 0

    def read(self, reader: MetricsReader, pause: Callable[[], None]) -> None:
        """Read all that is due.

        Args:
            pause: called between two calls; what it raises ends the reading.

        Raises:
            Unread: the network did not tell everything; what it told before is stored.
            NotFound: the account was removed meanwhile.
        """
        self._read_account(reader)
        pause()
        self._read_days(reader)
        self._read_posts(reader, pause)

    # --- the account ---

    def _read_account(self, reader: MetricsReader) -> None:
        told = self._asked(reader.account)
        now = self._clock.now()
        self._keep(
            Figure(
                self._account.id,
                now.astimezone(self._zone).date(),
                one.metric,
                one.value,
                now,
                self._origin,
                one.definition,
                one.rounded,
            )
            for one in told
        )

    def _read_days(self, reader: MetricsReader) -> None:
        today = self._clock.now().astimezone(self._zone).date()
        first = today - timedelta(days=MOST_DAYS)
        if self._read_at is not None:
            seen = self._read_at.astimezone(self._zone).date() - timedelta(days=CORRECTED_DAYS)
            first = max(first, seen)
        last = today - timedelta(days=1)
        told = self._asked(lambda: reader.days(first, last))
        now = self._clock.now()
        self._keep(
            Figure(self._account.id, one.day, one.metric, one.value, now, self._origin, one.definition)
            for one in told
            if first <= one.day <= last
        )

    def _keep(self, figures: Iterable[Figure]) -> None:
        kept = tuple(figures)
        if kept:
            self.figures += len(self._table.put(kept).after)

    # --- posts ---

    def _read_posts(self, reader: MetricsReader, pause: Callable[[], None]) -> None:
        due = self._posts.to_collect(self._account.id, self._clock.now(), MOST_POSTS)
        silent = ""
        for batch in _batches([one.post for one in due], max(reader.most_posts, 1)):
            pause()
            silent = self._read_batch(reader, batch)
        if silent:
            # A network that asks to wait in the middle of a batch tells what it has, and says so at the next
            # call: after the last batch there is none, unless for a post that it has not spoken of.
            pause()
            self._read_batch(reader, [one.post for one in due if one.post.remote_id == silent])

    def _read_batch(self, reader: MetricsReader, batch: Sequence[StatPost]) -> str:
        """Read some posts; return the last one that nothing was said of, "" when there is none."""
        told = self._asked(lambda: reader.posts([post.remote_id for post in batch]))
        try:
            self._keep_posts(batch, told)
        except NotFound:
            # One of them was taken away meanwhile, with the file that told of it; the others come next time.
            log.info("posts of account %s were removed while they were read", self._account.id)
        return next((post.remote_id for post in reversed(batch) if post.remote_id not in told), "")

    def _keep_posts(self, batch: Sequence[StatPost], told: Mapping[str, RemotePost]) -> None:
        now = self._clock.now()
        day = now.astimezone(self._zone).date()
        known = [(post, told[post.remote_id]) for post in batch if post.remote_id in told]
        figures = [
            PostFigure(post.id, day, one.metric, one.value, now, self._origin, one.definition)
            for post, remote in known
            for one in remote.readings
        ]
        if figures:
            self.figures += len(self._posts.put_figures(figures).after)
        self.posts += len(known)
        self._posts.read([post.id for post, remote in known if not remote.gone], now)
        self._posts.gone([post.id for post, remote in known if remote.gone], now)

    # --- asking ---

    def _asked(self, ask: Callable[[], Value]) -> Value:
        try:
            return ask()
        except StationError as problem:
            raise Unread(problem) from problem
        except Exception as defect:  # noqa: BLE001 - told as the account's own trouble
            # One answer that we cannot digest must not keep the other accounts from being read; the defect's
            # own words may hold an address, so they are left out.
            log.error("figures of account %s: %s", self._account.id, type(defect).__name__)
            raise Unread(defect) from None


def _batches(posts: Sequence[StatPost], most: int) -> Iterator[Sequence[StatPost]]:
    return (posts[start : start + most] for start in range(0, len(posts), most))
