"""The queue gives each account its next free slot, once, whoever asks at the same time."""

import threading
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from cmstation.domain.calendar_errors import UndoneInPart
from cmstation.domain.checks.findings import Topic
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.drafts import PostState
from cmstation.domain.errors import NotFound, NotReady, StationError
from cmstation.domain.post_hours import post_key
from cmstation.services.queueing import PlacedOn, Queued
from tests.services.conftest import Bench, opened
from tests.services.rhythm_bench import (
    NINE,
    SIX,
    TEN,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    RhythmBench,
    at,
    joined,
    rhythm_of,
)


@pytest.fixture
def here(bench: Bench) -> RhythmBench:
    return rhythm_of(bench)


# --- the queue ---


def test_each_account_gets_its_own_next_free_slot_in_the_outbox(here: RhythmBench) -> None:
    first, second = here.account((THURSDAY, NINE)), here.account((WEDNESDAY, SIX))
    post = here.post(first, second)

    done = here.rhythm.queue(post)

    assert done.value == Queued(
        post,
        placed=(PlacedOn(first.id, at("2026-10-15T09:00")), PlacedOn(second.id, at("2026-10-14T18:00"))),
        planned=at("2026-10-14T18:00"),
    )
    assert here.dues(post) == {
        first.id: at("2026-10-15T09:00").wall,
        second.id: at("2026-10-14T18:00").wall,
    }
    assert here.planned(post) == at("2026-10-14T18:00")
    assert done.changes.posts == {post}
    assert len(done.changes.deliveries) == 2


def test_one_undo_takes_the_whole_queueing_back(here: RhythmBench) -> None:
    accounts = here.account((THURSDAY, NINE)), here.account((WEDNESDAY, SIX))
    post = here.post(*accounts, planned=at("2026-11-01T12:00"))
    done = here.rhythm.queue(post)

    assert done.undo is not None
    changes = done.undo()

    assert here.dues(post) == {}
    assert here.planned(post) == at("2026-11-01T12:00")
    assert here.bench.station.drafts.open(post).state is PostState.DRAFT
    assert changes.posts == {post}
    assert len(here.rhythm.queue(post).value.placed) == 2


def test_a_slot_in_the_next_minutes_is_too_soon_to_change_ones_mind(here: RhythmBench) -> None:
    account = here.account((TUESDAY, time(9, 4)), (TUESDAY, TEN))

    done = here.rhythm.queue(here.post(account))

    assert done.value.planned == at("2026-10-13T10:00")


def test_what_the_checks_refuse_is_only_planned_and_says_why(here: RhythmBench) -> None:
    account = here.account((THURSDAY, NINE))
    post = here.post(account, text="")

    done = here.rhythm.queue(post)
    after = here.planned(post)
    assert done.undo is not None
    done.undo()

    assert done.value.placed == ()
    assert done.value.not_ready == (PlacedOn(account.id, at("2026-10-15T09:00")),)
    assert [finding.topic for finding in done.value.findings] == [Topic.EMPTY]
    assert after == done.value.planned == at("2026-10-15T09:00")
    assert here.dues(post) == {}
    assert here.planned(post) is None


def test_a_refused_account_stands_at_its_slot_while_the_others_are_scheduled(here: RhythmBench) -> None:
    ready, paused = here.account((WEDNESDAY, NINE)), here.account((THURSDAY, NINE))
    here.bench.station.accounts.pause(paused.id, True)
    post = here.post(ready, paused)

    found = here.rhythm.queue(post).value

    assert here.dues(post) == {ready.id: at("2026-10-14T09:00").wall}
    assert found.not_ready == (PlacedOn(paused.id, at("2026-10-15T09:00")),)
    assert here.planned(post) == at("2026-10-15T09:00")


def test_a_planned_post_keeps_its_slot_from_the_next_one(here: RhythmBench) -> None:
    account = here.account((THURSDAY, NINE))
    unready = here.post(account, text="")

    here.rhythm.queue(unready)
    second = here.rhythm.queue(here.post(account)).value
    again = here.rhythm.queue(unready).value

    assert second.planned == at("2026-10-22T09:00")
    assert again.planned == at("2026-10-15T09:00")


def test_accounts_without_slots_are_named_and_nothing_happens_to_them(here: RhythmBench) -> None:
    with_slots, without = here.account((THURSDAY, NINE)), here.account()
    both, alone = here.post(with_slots, without), here.post(without)

    found, nothing = here.rhythm.queue(both), here.rhythm.queue(alone)

    assert found.value.without_slots == (without.id,)
    assert set(here.dues(both)) == {with_slots.id}
    assert nothing.value == Queued(alone, without_slots=(without.id,))
    assert nothing.undo is None
    assert not nothing.changes


def test_quiet_days_and_the_days_before_them_stay_empty(here: RhythmBench) -> None:
    account = here.account((TUESDAY, SIX), (WEDNESDAY, SIX), (THURSDAY, SIX))
    here.be_quiet(date(2026, 10, 14))

    assert here.rhythm.queue(here.post(account)).value.planned == at("2026-10-15T18:00")


def test_an_account_whose_year_is_full_is_named(here: RhythmBench) -> None:
    account = here.account((TUESDAY, NINE))
    for week in range(54):
        here.be_quiet(date(2026, 10, 13) + timedelta(weeks=week))

    found = here.rhythm.queue(here.post(account)).value

    assert found.full == (account.id,)
    assert found.planned is None


def test_a_post_that_is_scheduled_everywhere_cannot_be_queued_again(here: RhythmBench) -> None:
    account = here.account((THURSDAY, NINE))
    post = here.post(account)
    here.rhythm.queue(post)

    with pytest.raises(AlreadyPlanned):
        here.rhythm.queue(post)


def test_what_has_left_stays_and_the_other_account_gets_its_slot(here: RhythmBench) -> None:
    first, second = here.account((THURSDAY, NINE)), here.account((WEDNESDAY, SIX))
    post = here.post(first, second)
    here.bench.station.outbox.plan(post, accounts=[first.id])
    here.bench.station.outbox.deliver_due()

    found = here.rhythm.queue(post).value

    assert found.placed == (PlacedOn(second.id, at("2026-10-14T18:00")),)
    assert here.bench.network_of(first).sends == 1


@pytest.mark.parametrize("put_away", ["delete", "archive"])
def test_a_post_put_away_is_not_queued(here: RhythmBench, put_away: str) -> None:
    post = here.post(here.account((THURSDAY, NINE)))
    getattr(here.bench.station.drafts, put_away)(post)

    with pytest.raises(NotFound):
        here.rhythm.queue(post)


def test_a_post_for_no_account_is_not_ready(here: RhythmBench) -> None:
    with pytest.raises(NotReady):
        here.rhythm.queue(here.post())


def test_an_undo_that_comes_too_late_says_so_and_takes_back_the_rest(here: RhythmBench) -> None:
    first, second = here.account((TUESDAY, TEN)), here.account((THURSDAY, NINE))
    post = here.post(first, second)
    done = here.rhythm.queue(post)
    here.bench.pass_time(timedelta(hours=1))
    here.bench.station.outbox.deliver_due()

    assert done.undo is not None
    with pytest.raises(UndoneInPart) as told:
        done.undo()

    assert post_key(post, at("2026-10-13T10:00").instant) in told.value.facts["refused"]  # type: ignore[operator]
    assert here.dues(post) == {}
    assert len(here.bench.network_of(first).live) == 1


# --- filling ---


def test_several_posts_fill_the_slots_in_the_order_given(here: RhythmBench) -> None:
    account = here.account((TUESDAY, SIX), (THURSDAY, SIX))
    posts = [here.post(account, text=f"Texte {number}") for number in range(3)]

    done = here.rhythm.fill([posts[2], posts[0], posts[1], posts[2]])

    assert [found.post for found in done.value.queued] == [posts[2], posts[0], posts[1]]
    assert [found.planned and found.planned.wall.day for found in done.value.queued] == [13, 15, 20]
    assert done.value.refused == {}
    assert done.changes.posts == set(posts)


def test_posts_that_cannot_be_queued_are_named_and_the_others_are(here: RhythmBench) -> None:
    account = here.account((TUESDAY, SIX))
    good, scheduled = here.post(account), here.post(account, text="Autre texte")
    here.bench.station.outbox.plan(scheduled, due=at("2026-11-01T09:00"))

    done = here.rhythm.fill([scheduled, good, 999])

    assert [found.post for found in done.value.queued] == [good]
    assert {post: type(error) for post, error in done.value.refused.items()} == {
        scheduled: AlreadyPlanned,
        999: NotFound,
    }


def test_one_undo_takes_all_that_was_filled_back(here: RhythmBench) -> None:
    account = here.account((TUESDAY, SIX), (THURSDAY, SIX))
    posts = [here.post(account, text=f"Texte {number}") for number in range(3)]
    done = here.rhythm.fill(posts)

    assert done.undo is not None
    done.undo()

    assert [here.dues(post) for post in posts] == [{}, {}, {}]
    assert [here.planned(post) for post in posts] == [None, None, None]


# --- at the same time ---


def at_once(*runs: Callable[[], object]) -> list[StationError]:
    """Run all at once; return the expected errors that were met."""
    gate, met, ended = threading.Barrier(len(runs)), list[StationError](), list[int]()

    def run(one: Callable[[], object]) -> None:
        gate.wait()
        try:
            one()
        except StationError as error:
            met.append(error)
        ended.append(1)

    threads = [threading.Thread(target=run, args=(one,)) for one in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ended) == len(runs), "a thread met an unexpected error"
    return met


def test_two_threads_never_put_two_posts_on_one_slot(here: RhythmBench) -> None:
    account = here.account(*((day, SIX) for day in range(7)))
    posts = [here.post(account, text=f"Texte {number}") for number in range(8)]

    met = at_once(
        lambda: [here.rhythm.queue(post) for post in posts[::2]],
        lambda: [here.rhythm.queue(post) for post in posts[1::2]],
    )

    walls = sorted(here.dues(post)[account.id] for post in posts)
    assert met == []
    assert walls == [datetime.combine(date(2026, 10, 13 + day), SIX) for day in range(8)]


def test_two_programs_on_one_folder_never_put_two_posts_on_one_slot(here: RhythmBench) -> None:
    bench = here.bench
    account = here.account(*((day, SIX) for day in range(7)))
    posts = [here.post(account, text=f"Texte {number}") for number in range(6)]
    other = opened(bench.folder, bench.clock, bench.secrets, bench.doors)
    second = Bench(bench.folder, bench.clock, bench.secrets, bench.doors, other)
    elsewhere = joined(second, other.database)

    try:
        met = at_once(lambda: here.rhythm.fill(posts[:3]), lambda: elsewhere.fill(posts[3:]))
    finally:
        other.close()

    assert met == []
    assert len({here.dues(post)[account.id] for post in posts}) == len(posts)


def test_two_clicks_on_one_post_queue_it_once(here: RhythmBench) -> None:
    accounts = [here.account((day, SIX)) for day in (TUESDAY, WEDNESDAY, THURSDAY)]
    post = here.post(*accounts)

    met = at_once(lambda: here.rhythm.queue(post), lambda: here.rhythm.queue(post))

    assert {type(error) for error in met} <= {AlreadyPlanned}
    assert set(here.dues(post)) == {account.id for account in accounts}
