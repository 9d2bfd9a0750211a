"""Figures are gathered once a day, with the clinic's own days; nothing is lost or invented."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cmstation.domain.changes import Changes
from cmstation.domain.errors import SignInNeeded
from cmstation.domain.metrics import Metric
from cmstation.domain.statistics import Collection
from cmstation.services.stat_collecting import CollectReport
from tests.services.conftest import Bench
from tests.services.stat_collecting_stage import DAY, HOUR, TODAY, CollectingStage, Server


@pytest.fixture
def stage(bench: Bench) -> CollectingStage:
    return CollectingStage(bench)


# --- what is read ---


def test_an_account_and_its_posts_are_read_with_one_reader(stage: CollectingStage) -> None:
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


def test_what_a_network_does_not_tell_stays_absent(stage: CollectingStage) -> None:
    account = stage.account(Server(followers=None))
    post = stage.post(account, "unheard-of")

    report = stage.collect()

    assert (report.read, report.figures) == ((account,), 0)
    assert stage.followers(account) == []
    assert stage.reactions(post) == [None]


def test_a_network_without_figures_is_passed_over(stage: CollectingStage) -> None:
    silent = stage.account(None)

    report = stage.collect()

    assert report == CollectReport(skipped=(silent,))
    assert not report.changes
    assert stage.states.all() == {}


def test_days_that_are_over_are_read_with_their_own_days(stage: CollectingStage) -> None:
    old, today = TODAY - 29 * DAY, TODAY
    server = Server(days_told={old: 1, TODAY - 28 * DAY: 2, TODAY - DAY: 3, today: 4})
    account = stage.account(server)

    stage.collect()

    views = stage.figures.series({account}, {Metric.VIEWS}, old, today)
    assert [(one.day, one.value) for one in views] == [(TODAY - 28 * DAY, 2), (TODAY - DAY, 3)]


def test_the_day_is_the_clinic_s_own(stage: CollectingStage) -> None:
    stage.bench.clock.instant = datetime(2026, 10, 13, 22, 30, tzinfo=UTC)
    account = stage.account(Server())

    stage.collect()

    assert stage.followers(account) == [(date(2026, 10, 14), 100)]


def test_a_post_that_is_gone_is_not_asked_for_again(stage: CollectingStage) -> None:
    server = Server(counts={"here": 4}, gone={"lost"})
    account = stage.account(server)
    stage.post(account, "here")
    stage.post(account, "lost")
    stage.collect()
    stage.bench.pass_time(DAY)

    stage.collect()

    assert server.asked[-1] == ("here",)


# --- when it is read ---


def test_an_account_is_read_once_a_day(stage: CollectingStage) -> None:
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


def test_a_day_without_the_computer_stays_a_gap(stage: CollectingStage) -> None:
    account = stage.account(Server())
    stage.collect()
    stage.bench.pass_time(3 * DAY)

    stage.collect()

    assert stage.figures.days_with(account, TODAY, TODAY + 3 * DAY) == (TODAY, TODAY + 3 * DAY)


def test_only_the_accounts_that_were_named_are_read(stage: CollectingStage) -> None:
    one, other = stage.account(Server()), stage.account(Server())

    report = stage.collect([other, 999])

    assert (report.read, report.skipped) == ((other,), ())
    assert stage.followers(one) == []


def test_the_pause_after_failures_grows_up_to_a_day(stage: CollectingStage) -> None:
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


def test_a_person_who_insists_does_not_make_the_pause_longer(stage: CollectingStage) -> None:
    account = stage.account(Server(trouble=SignInNeeded()))
    stage.collect()

    for _ in range(3):
        stage.bench.pass_time(timedelta(minutes=1))
        stage.collect(force=True)

    due = stage.states.of(account).due_at
    assert due == stage.bench.clock.now() + HOUR


def test_success_forgets_the_trouble(stage: CollectingStage) -> None:
    server = Server(trouble=SignInNeeded())
    account = stage.account(server)
    stage.collect()
    server.trouble = None

    report = stage.collect(force=True)

    now = stage.bench.clock.now()
    assert report.read == (account,)
    assert stage.states.of(account) == Collection(account, tried_at=now, read_at=now)
