"""Networks and keyrings that fail, and persons who cancel: what was gathered stays, and the others go on."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from cmstation.domain.errors import NotSent, Offline, SecretsLocked, SignInNeeded
from cmstation.domain.statistics import Collection
from cmstation.services.stat_collecting import CollectReport
from tests.services.conftest import START, Bench
from tests.services.stat_collecting_stage import DAY, HOUR, TODAY, CollectingStage, Server


@pytest.fixture
def stage(bench: Bench) -> CollectingStage:
    return CollectingStage(bench)


# --- being asked to wait ---


@pytest.mark.parametrize("limited_after", [2, 3, 4, 5])
def test_what_was_told_before_being_asked_to_wait_is_kept(stage: CollectingStage, limited_after: int) -> None:
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


def test_without_a_moment_an_hour_is_waited_and_no_moment_is_too_far(stage: CollectingStage) -> None:
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
def test_an_account_that_fails_does_not_stop_the_others(
    stage: CollectingStage, trouble: Exception, key: str
) -> None:
    bad, good = stage.account(Server(trouble=trouble)), stage.account(Server())

    report = stage.collect()

    assert (report.read, report.failed) == ((good,), ((bad, key),))
    assert stage.followers(good) == [(TODAY, 100)]


def test_a_locked_keyring_is_told_of_its_account(stage: CollectingStage) -> None:
    locked, open_ = stage.account(Server(locked=SecretsLocked())), stage.account(Server())

    report = stage.collect()

    assert (report.read, report.failed) == ((open_,), ((locked, "secrets_locked"),))


def test_nobody_is_blamed_without_a_connection(stage: CollectingStage) -> None:
    accounts = (stage.account(Server(trouble=Offline())), stage.account(Server()))

    report = stage.collect()

    assert report == CollectReport(skipped=accounts, offline=True)
    assert stage.states.all() == {}


def test_when_no_server_answers_it_is_our_line(stage: CollectingStage) -> None:
    accounts = tuple(stage.account(Server(trouble=NotSent())) for _ in range(3))

    report = stage.collect()

    assert report == CollectReport(skipped=accounts, offline=True)
    assert stage.states.all() == {}


def test_our_own_storage_is_no_trouble_of_an_account(stage: CollectingStage) -> None:
    account = stage.account(Server())
    with stage.bench.station.database.sessions.begin() as session:
        session.execute(text("ALTER TABLE stat_figures RENAME TO elsewhere"))

    with pytest.raises(OperationalError):
        stage.collect()

    assert stage.states.of(account) == Collection(account)


# --- cancelling, and what goes away meanwhile ---


class Cancelled(Exception):
    """The person has enough."""


def test_what_was_stored_before_cancelling_stays(stage: CollectingStage) -> None:
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


def test_an_account_that_is_removed_meanwhile_is_passed_over(stage: CollectingStage) -> None:
    leaving, staying = stage.account(Server()), stage.account(Server())

    def remove(done: int, _total: int) -> None:
        if done == 0 and stage.bench.station.accounts.all()[0].id == leaving:
            stage.bench.station.accounts.remove(leaving)

    report = stage.collecting.collect(remove)

    assert (report.read, report.skipped, report.failed) == ((staying,), (leaving,), ())


def test_posts_that_are_removed_meanwhile_are_passed_over(stage: CollectingStage) -> None:
    server = Server(counts=dict.fromkeys("abc", 1))
    account = stage.account(server)
    first, _, last = (stage.post(account, name, age * HOUR) for age, name in enumerate("abc", start=1))

    def remove(_done: int, _total: int) -> None:
        if len(stage.followers(account)) == 1:
            stage.posts.remove([first])

    report = stage.collecting.collect(remove)

    assert (report.read, report.failed) == ((account,), ())
    assert stage.reactions(last) == [1]
