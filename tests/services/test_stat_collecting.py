"""Figures are gathered once a day, from networks that fail in every way; nothing is lost or invented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from cmstation.domain.accounts import Account
from cmstation.domain.changes import Changes
from cmstation.domain.errors import (
    NotSent,
    Offline,
    RateLimited,
    SecretsLocked,
    SignInNeeded,
    StationError,
)
from cmstation.domain.metrics import Metric
from cmstation.domain.metrics_networks import DayReading, MetricsReader, Reading, RemotePost
from cmstation.domain.networks import Network
from cmstation.domain.statistics import Collection, NewStatPost
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


class Stage:
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
        account = self.bench.account(network).id
        self.servers[account] = server
        return account

    def post(self, account: int, name: str, age: timedelta = HOUR) -> int:
        new = NewStatPost(account, name, self.bench.clock.now() - age, name)
        return self.posts.add([new]).ids[0]

    def collect(self, accounts: Sequence[int] | None = None, *, force: bool = False) -> CollectReport:
        return self.collecting.collect(self.tell, accounts, force=force)

    def tell(self, done: int, total: int) -> None:
        self.seen.append((done, total))

    def reactions(self, *posts: int) -> list[int | None]:
        found = self.posts.figures(posts)
        return [found[post][REACTIONS].value if REACTIONS in found.get(post, {}) else None for post in posts]

    def followers(self, account: int) -> list[tuple[date, int]]:
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


@pytest.fixture
def stage(bench: Bench) -> Stage:
    return Stage(bench)


# --- what is read ---


def test_an_account_and_its_posts_are_read_with_one_reader(stage: Stage) -> None:
    server = Server(followers=16_821, counts={"a": 3, "b": 0, "c": 5})
    account = stage.account(server)
    posts = [stage.post(account, name, age * HOUR) for age, name in enumerate("abc", start=1)]

    report = stage.collect()

    assert (report.read, report.failed, report.skipped) == ((account,), (), ())
    assert (report.figures, report.posts, report.offline) == (4, 3, False)
    assert report.changes == Changes(statistics=True)
    assert stage.followers(account) == [(TODAY, 16_821)]
    assert stage.reactions(*posts) == [3, 0, 5]
    assert (server.opened, server.asked) == (1, [("a", "b"), ("c",)])
    assert stage.seen[0] == (0, 1)
    assert stage.seen[-1] == (1, 1)


def test_what_a_network_does_not_tell_stays_absent(stage: Stage) -> None:
    account = stage.account(Server(followers=None))
    post = stage.post(account, "unheard-of")

    report = stage.collect()

    assert (report.read, report.figures) == ((account,), 0)
    assert stage.followers(account) == []
    assert stage.reactions(post) == [None]


def test_a_network_without_figures_is_passed_over(stage: Stage) -> None:
    silent = stage.account(None)

    report = stage.collect()

    assert report == CollectReport(skipped=(silent,))
    assert not report.changes
    assert stage.states.all() == {}


def test_days_that_are_over_are_read_with_their_own_days(stage: Stage) -> None:
    old, today = TODAY - 29 * DAY, TODAY
    server = Server(days_told={old: 1, TODAY - 28 * DAY: 2, TODAY - DAY: 3, today: 4})
    account = stage.account(server)

    stage.collect()

    views = stage.figures.series({account}, {Metric.VIEWS}, old, today)
    assert [(one.day, one.value) for one in views] == [(TODAY - 28 * DAY, 2), (TODAY - DAY, 3)]


def test_the_day_is_the_clinic_s_own(stage: Stage) -> None:
    stage.bench.clock.instant = datetime(2026, 10, 13, 22, 30, tzinfo=UTC)
    account = stage.account(Server())

    stage.collect()

    assert stage.followers(account) == [(date(2026, 10, 14), 100)]


def test_a_post_that_is_gone_is_not_asked_for_again(stage: Stage) -> None:
    server = Server(counts={"here": 4}, gone={"lost"})
    account = stage.account(server)
    stage.post(account, "here")
    stage.post(account, "lost")
    stage.collect()
    stage.bench.pass_time(DAY)

    stage.collect()

    assert server.asked[-1] == ("here",)


# --- when it is read ---


def test_an_account_is_read_once_a_day(stage: Stage) -> None:
    server = Server()
    account = stage.account(server)
    stage.collect()
    stage.bench.pass_time(HOUR)

    again = stage.collect()
    forced = stage.collect(force=True)
    stage.bench.pass_time(DAY)
    tomorrow = stage.collect()

    assert [one.skipped for one in (again, forced, tomorrow)] == [(account,), (), ()]
    assert server.opened == 3
    assert stage.followers(account) == [(TODAY, 100), (TODAY + DAY, 100)]


def test_a_day_without_the_computer_stays_a_gap(stage: Stage) -> None:
    account = stage.account(Server())
    stage.collect()
    stage.bench.pass_time(3 * DAY)

    stage.collect()

    assert stage.figures.days_with(account, TODAY, TODAY + 3 * DAY) == (TODAY, TODAY + 3 * DAY)


def test_only_the_accounts_that_were_named_are_read(stage: Stage) -> None:
    one, other = stage.account(Server()), stage.account(Server())

    report = stage.collect([other, 999])

    assert (report.read, report.skipped) == ((other,), ())
    assert stage.followers(one) == []


def test_the_pause_after_failures_grows_up_to_a_day(stage: Stage) -> None:
    server = Server(trouble=SignInNeeded(status=401, detail="expired"))
    account = stage.account(server)
    pauses: list[timedelta] = []

    for _ in range(4):
        report = stage.collect()
        assert report.failed == ((account, "sign_in_needed"),)
        state = stage.states.of(account)
        assert state.due_at == report.waits_until
        assert state.due_at is not None
        pauses.append(state.due_at - stage.bench.clock.now())
        stage.bench.clock.instant = state.due_at

    assert pauses == [HOUR, 6 * HOUR, DAY, DAY]
    assert stage.states.of(account).detail == "expired"


def test_a_person_who_insists_does_not_make_the_pause_longer(stage: Stage) -> None:
    account = stage.account(Server(trouble=SignInNeeded()))
    stage.collect()

    for _ in range(3):
        stage.bench.pass_time(timedelta(minutes=1))
        stage.collect(force=True)

    due = stage.states.of(account).due_at
    assert due == stage.bench.clock.now() + HOUR


def test_success_forgets_the_trouble(stage: Stage) -> None:
    server = Server(trouble=SignInNeeded())
    account = stage.account(server)
    stage.collect()
    server.trouble = None

    report = stage.collect(force=True)

    now = stage.bench.clock.now()
    assert report.read == (account,)
    assert stage.states.of(account) == Collection(account, tried_at=now, read_at=now)


# --- being asked to wait ---


@pytest.mark.parametrize("limited_after", [2, 3, 4, 5])
def test_what_was_told_before_being_asked_to_wait_is_kept(stage: Stage, limited_after: int) -> None:
    until = START + 3 * HOUR
    names = "abcdef"
    server = Server(counts=dict.fromkeys(names, 7), limited_after=limited_after, retry_at=until)
    account = stage.account(server)
    posts = [stage.post(account, name, age * HOUR) for age, name in enumerate(names, start=1)]

    report = stage.collect()
    forced = stage.collect(force=True)

    assert report.failed == ((account, "rate_limited"),)
    assert (report.waits_until, forced.waits_until) == (until, until)
    assert (report.posts, forced.skipped, server.opened) == (limited_after, (account,), 1)
    assert stage.reactions(*posts) == [7] * limited_after + [None] * (6 - limited_after)

    server.limited_after = None
    stage.bench.clock.instant = until
    rest = stage.collect()

    assert (rest.read, rest.posts) == ((account,), 6 - limited_after)
    assert stage.reactions(*posts) == [7] * 6


def test_without_a_moment_an_hour_is_waited_and_no_moment_is_too_far(stage: Stage) -> None:
    vague, greedy = Server(limited_after=0), Server(limited_after=0, retry_at=START + 999 * DAY)
    accounts = [stage.account(vague), stage.account(greedy)]
    for account in accounts:
        stage.post(account, "a")

    stage.collect()

    assert [stage.states.of(account).due_at for account in accounts] == [START + HOUR, START + 7 * DAY]


# --- one does not stop the others ---


@pytest.mark.parametrize(
    ("trouble", "key"),
    [
        (SignInNeeded(), "sign_in_needed"),
        (NotSent(code="refused"), "not_sent"),
        (ValueError("a defect of ours"), "value_error"),
    ],
)
def test_an_account_that_fails_does_not_stop_the_others(stage: Stage, trouble: Exception, key: str) -> None:
    bad, good = stage.account(Server(trouble=trouble)), stage.account(Server())

    report = stage.collect()

    assert (report.read, report.failed) == ((good,), ((bad, key),))
    assert stage.followers(good) == [(TODAY, 100)]


def test_a_locked_keyring_is_told_of_its_account(stage: Stage) -> None:
    locked, open_ = stage.account(Server(locked=SecretsLocked())), stage.account(Server())

    report = stage.collect()

    assert (report.read, report.failed) == ((open_,), ((locked, "secrets_locked"),))


def test_nobody_is_blamed_without_a_connection(stage: Stage) -> None:
    accounts = (stage.account(Server(trouble=Offline())), stage.account(Server()))

    report = stage.collect()

    assert report == CollectReport(skipped=accounts, offline=True)
    assert stage.states.all() == {}


def test_when_no_server_answers_it_is_our_line(stage: Stage) -> None:
    accounts = tuple(stage.account(Server(trouble=NotSent())) for _ in range(3))

    report = stage.collect()

    assert report == CollectReport(skipped=accounts, offline=True)
    assert stage.states.all() == {}


def test_our_own_storage_is_no_trouble_of_an_account(stage: Stage) -> None:
    account = stage.account(Server())
    with stage.bench.station.database.sessions.begin() as session:
        session.execute(text("ALTER TABLE stat_figures RENAME TO elsewhere"))

    with pytest.raises(OperationalError):
        stage.collect()

    assert stage.states.of(account) == Collection(account)


# --- cancelling, and what goes away meanwhile ---


class Cancelled(Exception):
    """The person has enough."""


def test_what_was_stored_before_cancelling_stays(stage: Stage) -> None:
    server = Server(counts=dict.fromkeys("abcd", 1))
    account = stage.account(server)
    posts = [stage.post(account, name, age * HOUR) for age, name in enumerate("abcd", start=1)]
    calls = 0

    def enough(_done: int, _total: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        stage.collecting.collect(enough)

    assert stage.followers(account) == [(TODAY, 100)]
    assert stage.reactions(*posts) == [1, 1, None, None]
    assert stage.collect().read == (account,)
    assert stage.reactions(*posts) == [1, 1, 1, 1]


def test_an_account_that_is_removed_meanwhile_is_passed_over(stage: Stage) -> None:
    leaving, staying = stage.account(Server()), stage.account(Server())

    def remove(done: int, _total: int) -> None:
        if done == 0 and stage.bench.station.accounts.all()[0].id == leaving:
            stage.bench.station.accounts.remove(leaving)

    report = stage.collecting.collect(remove)

    assert (report.read, report.skipped, report.failed) == ((staying,), (leaving,), ())


def test_posts_that_are_removed_meanwhile_are_passed_over(stage: Stage) -> None:
    server = Server(counts=dict.fromkeys("abc", 1))
    account = stage.account(server)
    first, _, last = (stage.post(account, name, age * HOUR) for age, name in enumerate("abc", start=1))

    def remove(_done: int, _total: int) -> None:
        if len(stage.followers(account)) == 1:
            stage.posts.remove([first])

    report = stage.collecting.collect(remove)

    assert (report.read, report.failed) == ((account,), ())
    assert stage.reactions(last) == [1]
