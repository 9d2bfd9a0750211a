"""A station on a real database, with networks that can be moody and a clock set by hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.clock import FixedClock
from cmstation.domain.networks import Network, Way
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from tests.fakes.moody_network import MoodyDoors, MoodyNetwork
from tests.fakes.secret_box import SecretBox
from tests.services.statistics_desk import Desk

START = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)


@dataclass
class Bench:
    """What a test of services works on; `restart` is a kill and a new start."""

    folder: Path
    clock: FixedClock
    secrets: SecretBox
    doors: MoodyDoors
    station: Station

    def restart(self) -> Station:
        """Start again on the same folder, as after a kill."""
        self.station.close()
        self.station = opened(self.folder, self.clock, self.secrets, self.doors)
        return self.station

    def pass_time(self, wait: timedelta) -> None:
        self.clock.instant += wait

    def account(self, network: Network = Network.BLUESKY, way: Way = Way.DIRECT) -> Account:
        new = NewAccount(network, way, network.proper_name, "https://network.example", "clinic")
        secret = Secret({"password": "s3cret-word"}) if way is Way.DIRECT else None
        return self.station.accounts.add(new, secret).value

    def network_of(self, account: Account) -> MoodyNetwork:
        return self.doors.of(account.id)


def opened(folder: Path, clock: FixedClock, secrets: SecretBox, doors: MoodyDoors) -> Station:
    return open_station(folder, parts=Parts(clock=clock, secrets=secrets, doors=doors))


@pytest.fixture
def new_bench(tmp_path: Path) -> Iterator[Callable[[], Bench]]:
    made: list[Bench] = []

    def make() -> Bench:
        folder = tmp_path / f"clinic-{len(made)}"
        clock, secrets, doors = FixedClock(START), SecretBox(), MoodyDoors()
        bench = Bench(folder, clock, secrets, doors, opened(folder, clock, secrets, doors))
        made.append(bench)
        return bench

    yield make
    for bench in made:
        bench.station.close()


@pytest.fixture
def bench(new_bench: Callable[[], Bench]) -> Bench:
    return new_bench()


@pytest.fixture
def desk(bench: Bench) -> Desk:
    """A station with a page and a site, for its statistics."""
    page = bench.account(Network.FACEBOOK, Way.ASSISTED)
    site = bench.account(Network.WORDPRESS, Way.ASSISTED)
    return Desk(bench.station, page.id, site.id)
