"""Gathers figures from the networks, once a day for each account, as far as each allows."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from zoneinfo import ZoneInfo

from cmstation.domain.accounts import Account
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound, NotSent, Offline, RateLimited
from cmstation.domain.metrics_networks import MetricsReader
from cmstation.domain.statistics import Collection
from cmstation.services.error_keys import error_key
from cmstation.services.stat_collecting_one import OneAccount, Unread
from cmstation.services.stat_collecting_pace import after_failure, is_due, is_waiting
from cmstation.storage.accounts import Accounts
from cmstation.storage.stat_collections import CollectionTable
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable

Progress = Callable[[int, int], None]
OpenReader = Callable[[Account], MetricsReader | None]


@dataclass(frozen=True, slots=True)
class CollectReport:
    """What a collection did.

    Args:
        read: accounts that were read to the end.
        failed: accounts that were not, each with its error (see `error_key`); what they had told is kept.
        skipped: accounts that were not asked: read today, waiting, or on a network that tells nothing.
        figures: how many figures were stored; one of a post that stands as it was is not counted.
        posts: how many posts the networks told of, changed or not.
        waits_until: when the first account that must wait may be asked again.
        offline: nothing could be reached, so that it is this computer; no account is blamed for it.
    """

    read: tuple[int, ...] = ()
    failed: tuple[tuple[int, str], ...] = ()
    skipped: tuple[int, ...] = ()
    figures: int = 0
    posts: int = 0
    waits_until: datetime | None = None
    offline: bool = False

    @property
    def changes(self) -> Changes:
        """What screens have to look at again."""
        return Changes(statistics=bool(self.read or self.failed or self.figures or self.posts))


class Collecting:
    """Reads the figures of accounts and of their posts; one collection at a time.

    Args:
        open_reader: gives what reads an account's figures, None where its network tells none; raises
            SignInNeeded or a Secrets… error. It is asked once for each account and collection.
        zone: tells the clinic's zone, whose days count.
    """

    def __init__(
        self,
        posts: StatPosts,
        figures: FigureTable,
        collections: CollectionTable,
        accounts: Accounts,
        open_reader: OpenReader,
        zone: Callable[[], str],
        clock: Clock,
    ) -> None:
        self._posts = posts
        self._figures = figures
        self._collections = collections
        self._accounts = accounts
        self._open_reader = open_reader
        self._zone = zone
        self._clock = clock
        self._turn = Lock()

    def collect(
        self, progress: Progress, accounts: Iterable[int] | None = None, *, force: bool = False
    ) -> CollectReport:
        """Read every account that is due; what was told is stored, even when the rest fails.

        Args:
            progress: told how many accounts of how many are done, between calls too; what it raises cancels
                the collection.
            accounts: these alone; those that are no longer there are passed over.
            force: also those that were read today or failed a moment ago; a network that asked to wait is
                left alone even so.
        """
        with self._turn:
            self._posts.note_live()
            wanted = None if accounts is None else frozenset(accounts)
            chosen = [one for one in self._accounts.all() if wanted is None or one.id in wanted]
            run = _Run(progress, len(chosen))
            for account in chosen:
                progress(run.done, run.total)
                if run.offline:
                    run.skipped.append(account.id)
                else:
                    self._collect(account, force, run)
                run.done += 1
            self._settle(run)
            progress(run.done, run.total)
            return run.report()

    def states(self) -> dict[int, Collection]:
        """Return how collecting goes by account; one that was never tried is absent."""
        return self._collections.all()

    # --- inside ---

    def _collect(self, account: Account, force: bool, run: "_Run") -> None:
        state, now, zone = self._collections.of(account.id), self._clock.now(), ZoneInfo(self._zone())
        if is_waiting(state, now) or not (force or is_due(state, now, zone)):
            run.skipped.append(account.id)
            if state.due_at is not None and state.due_at > now:
                run.waits.append(state.due_at)
            return
        one = OneAccount(account, state.read_at, self._posts, self._figures, zone, self._clock)
        try:
            reader = self._opened(account)
            if reader is None:
                run.skipped.append(account.id)
                return
            one.read(reader, lambda: run.progress(run.done, run.total))
        except Unread as unread:
            self._failed(state, unread, run)
        except NotFound:
            # The account was removed meanwhile, and its figures with it.
            run.skipped.append(account.id)
        else:
            end = self._clock.now()
            self._collections.keep(Collection(account.id, tried_at=end, read_at=end))
            run.read.append(account.id)
            run.answered = True
        finally:
            run.figures += one.figures
            run.posts += one.posts

    def _opened(self, account: Account) -> MetricsReader | None:
        try:
            return self._open_reader(account)
        except NotFound:
            raise
        except Exception as problem:
            raise Unread(problem) from problem

    def _failed(self, state: Collection, unread: Unread, run: "_Run") -> None:
        match unread.problem:
            case Offline():
                run.offline = True
                run.skipped.append(state.account)
            case NotSent():
                # Whether it is that server or our own line shows when another one answers.
                run.doubtful.append((state, unread))
            case _:
                run.answered = True
                self._blame(state, unread, run)

    def _settle(self, run: "_Run") -> None:
        """Say of servers that were not reached whether it was theirs or our own line."""
        if not run.offline and (run.answered or len(run.doubtful) == 1):
            for state, unread in run.doubtful:
                self._blame(state, unread, run)
        elif run.doubtful:
            run.offline = True
            run.skipped.extend(state.account for state, _ in run.doubtful)

    def _blame(self, state: Collection, unread: Unread, run: "_Run") -> None:
        problem, now = unread.problem, self._clock.now()
        asked = problem.retry_at if isinstance(problem, RateLimited) else None
        after = after_failure(state, now, error_key(problem), asked)
        after = replace(after, detail=str(getattr(problem, "detail", "")))
        with suppress(NotFound):
            self._collections.keep(after)
        run.failed.append((state.account, after.trouble))
        if after.due_at is not None:
            run.waits.append(after.due_at)


@dataclass
class _Run:
    """One collection under way."""

    progress: Progress
    total: int
    done: int = 0
    read: list[int] = field(default_factory=list[int])
    failed: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    skipped: list[int] = field(default_factory=list[int])
    doubtful: list[tuple[Collection, Unread]] = field(default_factory=list[tuple[Collection, Unread]])
    waits: list[datetime] = field(default_factory=list[datetime])
    figures: int = 0
    posts: int = 0
    answered: bool = False
    offline: bool = False

    def report(self) -> CollectReport:
        """Say what was done."""
        return CollectReport(
            tuple(self.read),
            tuple(self.failed),
            tuple(self.skipped),
            self.figures,
            self.posts,
            min(self.waits, default=None),
            self.offline,
        )
