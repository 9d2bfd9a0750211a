"""What newly waits for the person is told in words: a few one by one, many in one sentence."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.restoration import RESTORED
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.connection import Connection
from cmstation.ui.delivery_notices import MOST_TOLD, DeliveryNotices
from cmstation.ui.heartbeat import Heartbeat, Pulse
from cmstation.ui.notices import Notices


class Shown:
    """What the notices led to."""

    def __init__(self) -> None:
        self.results: list[int] = []
        self.handed: list[int] = []
        self.in_hand: set[int] = set()

    def show_result(self, post: int) -> None:
        self.results.append(post)

    def hand_over(self, delivery: int) -> None:
        self.handed.append(delivery)

    def is_in_hand(self, delivery: int) -> bool:
        return delivery in self.in_hand


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def notices(clock: FixedClock) -> Notices:
    return Notices(clock)


@pytest.fixture
def heartbeat(station: Station, commands: Commands, notices: Notices, shown: Shown) -> Iterator[Heartbeat]:
    beating = Heartbeat(station, commands, Connection())
    DeliveryNotices(station, commands, notices, beating, shown, "Europe/Paris")
    yield beating


def waiting(station: Station, state: DeliveryState) -> Delivery:
    return replace(station.outbox.needing_a_hand()[0], state=state)


def tell(heartbeat: Heartbeat, *deliveries: Delivery) -> None:
    heartbeat.came_up.emit(deliveries)


def test_a_post_to_paste_opens_what_is_ready(
    heartbeat: Heartbeat, station: Station, notices: Notices, shown: Shown, qtbot: QtBot
) -> None:
    delivery = waiting(station, DeliveryState.HANDED_OVER)

    tell(heartbeat, delivery)
    qtbot.waitUntil(lambda: notices.current is not None)

    assert notices.current is not None
    assert notices.current.text.startswith("It is time")
    notices.current.actions[0].call()
    assert shown.handed == [delivery.id]


def test_what_the_person_has_in_hand_already_is_not_told(
    heartbeat: Heartbeat, station: Station, commands: Commands, notices: Notices, shown: Shown
) -> None:
    delivery = waiting(station, DeliveryState.HANDED_OVER)
    shown.in_hand.add(delivery.id)

    tell(heartbeat, delivery)

    assert not commands.jobs.busy
    assert notices.current is None


def test_a_late_post_says_that_nothing_was_published(
    heartbeat: Heartbeat, station: Station, notices: Notices, qtbot: QtBot
) -> None:
    tell(heartbeat, waiting(station, DeliveryState.HELD))

    qtbot.waitUntil(lambda: notices.current is not None)
    assert notices.current is not None
    assert "nothing was published" in notices.current.detail
    assert [action.label for action in notices.current.actions] == ["Send now", "Choose a time"]


def test_old_failures_are_not_told_again_at_the_start(
    heartbeat: Heartbeat, station: Station, commands: Commands, notices: Notices
) -> None:
    tell(heartbeat, waiting(station, DeliveryState.FAILED))

    assert not commands.jobs.busy
    assert notices.current is None


def test_a_failure_of_today_leads_to_the_result(
    heartbeat: Heartbeat, station: Station, notices: Notices, shown: Shown, qtbot: QtBot
) -> None:
    heartbeat.felt.emit(Pulse())
    delivery = waiting(station, DeliveryState.FAILED)

    tell(heartbeat, delivery)
    qtbot.waitUntil(lambda: notices.current is not None)

    assert notices.current is not None
    notices.current.actions[0].call()
    assert shown.results == [delivery.post]


def test_many_are_told_in_one_sentence(
    heartbeat: Heartbeat, station: Station, commands: Commands, notices: Notices
) -> None:
    held = waiting(station, DeliveryState.HELD)

    tell(heartbeat, *(replace(held, id=number) for number in range(MOST_TOLD + 9)))

    assert not commands.jobs.busy
    assert len(notices.open) == 1
    assert str(MOST_TOLD + 9) in notices.open[0].text


def test_what_no_longer_waits_is_withdrawn(
    heartbeat: Heartbeat, station: Station, notices: Notices, qtbot: QtBot
) -> None:
    delivery = waiting(station, DeliveryState.HELD)
    heartbeat.felt.emit(Pulse(needing=(delivery,)))
    tell(heartbeat, delivery)
    qtbot.waitUntil(lambda: notices.current is not None)

    heartbeat.felt.emit(Pulse())

    assert notices.current is None


def test_what_may_have_left_after_a_copy_is_never_offered_as_unpublished(
    heartbeat: Heartbeat, station: Station, notices: Notices, shown: Shown, qtbot: QtBot
) -> None:
    delivery = replace(waiting(station, DeliveryState.HELD), error=RESTORED)

    tell(heartbeat, delivery)
    qtbot.waitUntil(lambda: notices.current is not None)

    assert notices.current is not None
    assert "may have left" in notices.current.text
    assert "nothing was published" not in notices.current.detail
    (see,) = notices.current.actions
    see.call()
    assert shown.results == [delivery.post]
