"""What tests of publishing share: a window, networks with moods, and a way to wait and to beat."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.changes import Changes
from cmstation.domain.clock import FixedClock
from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.networks import Network, Way
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner
from cmstation.ui.notices import Notice
from cmstation.ui.publishing.countdown import CountdownBar
from cmstation.ui.publishing.publishing import Publishing
from tests.fakes.moody_network import Mood, MoodyDoors
from tests.fakes.secret_box import SecretBox
from tests.services.conftest import START, Bench, opened

Dialog = TypeVar("Dialog", bound=QDialog)


class Stage:
    """A clinic with moody networks, and the window that publishes for it."""

    def __init__(
        self, bench: Bench, window: QWidget, commands: Commands, jobs: JobRunner, icons: Icons, qtbot: QtBot
    ) -> None:
        self.bench = bench
        self.window = window
        self.commands = commands
        self.jobs = jobs
        self.qtbot = qtbot
        self.notices: list[Notice] = []
        self.opened: list[str] = []
        commands.noticed.connect(self.notices.append)
        self.publishing = Publishing(window, bench.station, commands, icons.theme, icons)
        self.publishing.open_page = self._open

    @property
    def station(self) -> Station:
        return self.bench.station

    def account(self, network: Network = Network.BLUESKY, way: Way = Way.DIRECT) -> int:
        return self.bench.account(network, way).id

    def post(self, *accounts: int, text: str = "Portes ouvertes samedi.", title: str = "Portes") -> int:
        return self.station.drafts.new(title=title, text=text, accounts=list(accounts)).value.id

    def mood(self, account: int, *moods: Mood, searches: bool = True) -> None:
        network = self.bench.doors.of(account)
        network.moods = list(moods)
        network.can_search = searches

    def deliveries(self, post: int) -> tuple[Delivery, ...]:
        return self.station.outbox.of_post(post)

    def states(self, post: int) -> list[DeliveryState]:
        return [delivery.state for delivery in self.deliveries(post)]

    def live(self, account: int) -> int:
        """How many posts the public sees."""
        return len(self.bench.doors.of(account).live)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.busy, timeout=10_000)

    def beat(self) -> None:
        """Deliver what is due, as the heartbeat does."""
        self.commands.run(self._deliver_due)
        self.settle()

    def countdowns(self) -> list[CountdownBar]:
        return [bar for bar in self.window.findChildren(CountdownBar) if bar.isVisible()]

    def _deliver_due(self) -> Changes:
        return self.station.outbox.deliver_due()

    def _open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def window(qtbot: QtBot, icons: Icons) -> Iterator[QWidget]:
    shown = QWidget()
    shown.resize(1366, 768)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    clock, secrets, doors = FixedClock(START), SecretBox(), MoodyDoors()
    made = Bench(tmp_path, clock, secrets, doors, opened(tmp_path, clock, secrets, doors))
    made.station.preferences.set_countdown_seconds(0)
    yield made
    made.station.close()


@pytest.fixture
def stage(
    bench: Bench, window: QWidget, commands: Commands, jobs: JobRunner, icons: Icons, qtbot: QtBot
) -> Iterator[Stage]:
    made = Stage(bench, window, commands, jobs, icons, qtbot)
    yield made
    made.settle()


def shown(kind: type[Dialog]) -> list[Dialog]:
    """Return the open dialogs of a kind."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def the(kind: type[Dialog]) -> Dialog:
    """Return the one open dialog of a kind."""
    (found,) = shown(kind)
    return found


def button(place: QWidget, words: str) -> QAbstractButton:
    """Return the first button that a person can see with these words."""
    found = [
        one
        for one in place.findChildren(QAbstractButton)
        if words in (one.text(), one.accessibleName()) and one.isVisible()
    ]
    assert found, f"no button {words!r} in {buttons(place)}"
    return found[0]


def buttons(place: QWidget) -> Sequence[str]:
    """Return the words of every button that a person can see."""
    return [
        one.text() or one.accessibleName() for one in place.findChildren(QAbstractButton) if one.isVisible()
    ]
