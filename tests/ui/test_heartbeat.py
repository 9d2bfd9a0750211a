"""The heartbeat on a real clinic: what is due leaves, what waits for the person is told."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.planned_time import at_instant
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.connection import Connection
from cmstation.ui.heartbeat import Heartbeat, Pulse
from cmstation.ui.notices import Notice

PARIS = "Europe/Paris"


@pytest.fixture
def connection() -> Connection:
    return Connection()


@pytest.fixture
def heartbeat(
    station: Station, commands: Commands, connection: Connection, settled: Callable[[], None]
) -> Iterator[Heartbeat]:
    beating = Heartbeat(station, commands, connection, interval_ms=3_600_000)
    yield beating
    beating.stop()
    settled()


def ready_post(station: Station) -> int:
    account = next(found for found in station.accounts.all() if found.network.value == "bluesky")
    draft = station.drafts.new(title="Vaccins", text="Ouvert à tous.", accounts=[account.id]).value
    return draft.id


def test_a_post_planned_for_now_leaves_without_waiting_for_the_next_beat(
    heartbeat: Heartbeat, station: Station, commands: Commands, qtbot: QtBot
) -> None:
    heartbeat.start()
    post = ready_post(station)

    commands.run(lambda: station.outbox.plan(post))

    def sent() -> bool:
        return [d.state for d in station.outbox.of_post(post)] == [DeliveryState.SENT]

    qtbot.waitUntil(sent, timeout=10_000)


def test_a_post_for_tonight_is_counted_and_stays(
    heartbeat: Heartbeat, station: Station, clock: FixedClock, qtbot: QtBot
) -> None:
    pulses: list[Pulse] = []
    heartbeat.felt.connect(pulses.append)
    post = ready_post(station)
    station.outbox.plan(post, due=at_instant(clock.now() + timedelta(hours=3), PARIS))

    heartbeat.start()

    qtbot.waitUntil(lambda: bool(pulses))
    assert post in pulses[-1].due
    assert station.outbox.of_post(post)[0].state is DeliveryState.WAITING


def test_a_late_post_is_held_and_told(
    heartbeat: Heartbeat, station: Station, clock: FixedClock, qtbot: QtBot
) -> None:
    told: list[Delivery] = []
    heartbeat.came_up.connect(told.extend)
    post = ready_post(station)
    station.outbox.plan(post, due=at_instant(clock.now() + timedelta(minutes=5), PARIS))
    clock.instant += timedelta(hours=2)

    heartbeat.start()

    def held() -> bool:
        return any(d.post == post and d.state is DeliveryState.HELD for d in told)

    qtbot.waitUntil(held, timeout=10_000)


def test_a_clock_that_was_set_back_is_told_at_the_start_and_once(
    heartbeat: Heartbeat, station: Station, clock: FixedClock, commands: Commands, qtbot: QtBot
) -> None:
    told: list[Notice] = []
    commands.noticed.connect(told.append)
    station.clock_watch.look()
    clock.instant -= timedelta(hours=3)
    post = ready_post(station)
    station.outbox.plan(post, due=at_instant(clock.now() + timedelta(minutes=5), PARIS))

    heartbeat.start()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    with qtbot.waitSignal(heartbeat.felt):
        heartbeat.beat()
    qtbot.waitUntil(lambda: not commands.jobs.busy, timeout=10_000)

    assert [notice.text for notice in told] == ["The computer’s clock is earlier than it was."]
    assert "never early and never twice" in told[0].detail
    assert station.outbox.of_post(post)[0].state is DeliveryState.WAITING


def test_nothing_leaves_while_the_person_works_off_line(
    heartbeat: Heartbeat, station: Station, commands: Commands, connection: Connection, qtbot: QtBot
) -> None:
    connection.keep_offline(True)
    heartbeat.start()
    post = ready_post(station)
    with qtbot.waitSignal(heartbeat.felt):
        commands.run(lambda: station.outbox.plan(post))
    qtbot.waitUntil(lambda: not commands.jobs.busy)
    assert station.outbox.of_post(post)[0].state is DeliveryState.WAITING

    connection.keep_offline(False)

    qtbot.waitUntil(lambda: station.outbox.of_post(post)[0].state is DeliveryState.SENT, timeout=10_000)


def test_a_delivery_that_waits_for_the_person_is_told_once(
    heartbeat: Heartbeat, commands: Commands, qtbot: QtBot
) -> None:
    told: list[int] = []

    def hear(came_up: tuple[Delivery, ...]) -> None:
        told.extend(found.id for found in came_up)

    heartbeat.came_up.connect(hear)

    with qtbot.waitSignal(heartbeat.felt):
        heartbeat.start()
    with qtbot.waitSignal(heartbeat.felt):
        heartbeat.beat()

    qtbot.waitUntil(lambda: not commands.jobs.busy, timeout=10_000)
    assert len(told) == len(set(told))
