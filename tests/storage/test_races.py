"""Several senders and writers at the same time: one wins, the others notice."""

import subprocess
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

import pytest

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned, TooLate
from cmstation.domain.drafts import PostState, state_of
from cmstation.domain.errors import ChangedElsewhere, StationError
from cmstation.domain.networks import Receipt
from tests.storage.station import DAY, HOUR, NOW, OWNER, Station, in_hours

RACERS = 8
PROCESSES = 2
Outcome = TypeVar("Outcome")

CLAIM_ALL = """
import sys
from datetime import datetime
from cmstation.storage.database import Database
from cmstation.storage.deliveries import Deliveries

url, owner, now, first, last = sys.argv[1:]
deliveries = Deliveries(Database(url))
print("ready", flush=True)
sys.stdin.readline()
for delivery in range(int(first), int(last) + 1):
    if deliveries.claim(delivery, datetime.fromisoformat(now), owner) is not None:
        print(delivery, flush=True)
"""


def race(*runs: Callable[[], Outcome]) -> list[Outcome | StationError]:
    """Run all at once; return what each returned or which expected error it met."""
    gate = threading.Barrier(len(runs))
    outcomes: list[Outcome | StationError] = []

    def run(one: Callable[[], Outcome]) -> None:
        gate.wait()
        try:
            outcome: Outcome | StationError = one()
        except StationError as met:
            outcome = met
        outcomes.append(outcome)

    threads = [threading.Thread(target=run, args=(one,)) for one in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == len(runs), "a thread met an unexpected error"
    return outcomes


def test_one_of_many_threads_claims_a_delivery(station: Station) -> None:
    account = station.account()

    for planned in [station.waiting(station.post(account), account).id for _ in range(5)]:
        outcomes = race(
            *(
                lambda delivery=planned, owner=f"owner {number}": station.deliveries.claim(
                    delivery, NOW, owner
                )
                for number in range(RACERS)
            )
        )

        assert len([outcome for outcome in outcomes if outcome is not None]) == 1
        assert station.deliveries.get(planned).attempts == 1


def test_one_of_several_processes_claims_each_delivery(station: Station) -> None:
    account = station.account()
    planned = [station.waiting(station.post(account), account).id for _ in range(20)]
    address = station.database.engine.url.render_as_string(hide_password=False)
    span = [str(planned[0]), str(planned[-1])]

    running = [
        subprocess.Popen(
            [sys.executable, "-c", CLAIM_ALL, address, f"owner {number}", NOW.isoformat(), *span],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    won = [process.communicate()[0].split() for process in running]

    assert [process.returncode for process in running] == [0] * PROCESSES
    assert sorted(int(delivery) for some in won for delivery in some) == planned


def test_one_of_many_writers_plans_a_delivery(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    keys = [station.key() for _ in range(RACERS)]

    outcomes = race(
        *(
            lambda key=key: station.deliveries.add(post.id, account.id, in_hours(1), NOW, key=key)
            for key in keys
        )
    )

    refused = [outcome for outcome in outcomes if isinstance(outcome, AlreadyPlanned)]
    assert len(refused) == RACERS - 1
    assert len(station.deliveries.of_post(post.id)) == 1


def test_one_of_many_writers_keeps_the_revision_it_read(station: Station) -> None:
    post = station.post()

    outcomes = race(
        *(
            lambda text=str(number): station.posts.update(post.id, NOW, expected=post.revision, text=text)
            for number in range(RACERS)
        )
    )

    assert len([outcome for outcome in outcomes if isinstance(outcome, ChangedElsewhere)]) == RACERS - 1
    assert station.posts.get(post.id).revision == post.revision + 1


@pytest.mark.parametrize("attempt", range(3))
def test_cancelling_and_claiming_exclude_each_other(station: Station, attempt: int) -> None:
    account = station.account()
    delivery = station.waiting(station.post(account), account).id

    outcomes = race(
        lambda: station.deliveries.claim(delivery, NOW, OWNER),
        lambda: station.deliveries.cancel(delivery, NOW),
    )

    state = station.deliveries.get(delivery).state
    too_late = any(isinstance(outcome, TooLate) for outcome in outcomes)
    assert state is (DeliveryState.PREPARING if too_late else DeliveryState.CANCELLED)


@pytest.mark.parametrize("attempt", range(5))
def test_an_older_text_never_leaves_behind_a_newer_one(station: Station, attempt: int) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.waiting(post, account).id
    station.deliveries.claim(delivery, NOW, OWNER)

    race(
        lambda: station.posts.update(post.id, NOW, expected=None, text=f"Vendredi {attempt}."),
        lambda: station.deliveries.arm(
            delivery, NOW, OWNER, post.text.encode(), "digest", revision=post.revision
        ),
    )

    rewritten = station.posts.get(post.id).text != post.text
    assert station.deliveries.payload(delivery) == (None if rewritten else post.text.encode())
    state = station.deliveries.get(delivery).state
    assert state is (DeliveryState.PREPARING if rewritten else DeliveryState.SENDING)


def test_the_state_of_a_post_survives_deliveries_that_move_together(station: Station) -> None:
    accounts = [station.account() for _ in range(4)]
    post = station.post(*accounts)
    moving = [station.sending(post, account).id for account in accounts]

    race(
        *(
            lambda delivery=delivery: station.deliveries.sent(delivery, NOW, Receipt("1", ""))
            for delivery in moving
        )
    )

    states = [delivery.state for delivery in station.deliveries.of_post(post.id)]
    assert station.posts.get(post.id).state is state_of(post.stage, states) is PostState.LIVE


def test_the_latest_moment_wins_among_many(station: Station) -> None:
    moments = [NOW + number * HOUR for number in (3, 1, 7, 0, 2, 6, 5, 4)]

    race(*(lambda moment=moment: station.deliveries.last_seen(moment) for moment in moments))

    assert station.deliveries.last_seen(NOW - DAY) == NOW + 7 * HOUR


def test_many_threads_write_and_read_without_meeting_an_error(station: Station) -> None:
    account = station.account()
    post = station.post(account)

    def work(number: int) -> int:
        for turn in range(5):
            station.posts.update(post.id, NOW, expected=None, text=f"{number} {turn}")
            station.settings.set(f"name {number}", turn)
        return len(station.posts.get(post.id).accounts)

    outcomes = race(*(lambda number=number: work(number) for number in range(RACERS)))

    assert outcomes == [1] * RACERS
    assert station.posts.get(post.id).revision == 1 + RACERS * 5
    assert station.settings.all() == {f"name {number}": 4 for number in range(RACERS)}
