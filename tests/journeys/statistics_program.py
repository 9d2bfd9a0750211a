"""The window in a process of its own, with a person at its statistics, so that it can be killed.

Reads one JSON line (`Order`), types a figure and takes a file, says HELD, and waits to be killed.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from cmstation.domain.clock import FixedClock
from cmstation.open_station import Parts
from tests.fakes.secret_box import SecretBox
from tests.fakes.simulated_statistics import NOW
from tests.journeys.conftest import Officer
from tests.journeys.own_window import Waiting, application, shell_in
from tests.journeys.statistics_reader import StatReader


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done: a figure to type, and a file to take."""

    folder: str
    account: str
    metric: str
    value: int
    file: str


def main() -> None:
    order = Order(**json.loads(sys.stdin.readline()))
    reader = StatReader(Officer(shell_in(application(), Path(order.folder), simulated_parts()), Waiting()))
    reader.enter(order.account, order.metric, order.value)
    reader.take(reader.bring(Path(order.file)))
    sys.stdout.write(f"HELD {reader.officer.notice}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def simulated_parts() -> Parts:
    """Return the parts of a station at the end of what was simulated."""
    return Parts(clock=FixedClock(NOW), secrets=SecretBox())


if __name__ == "__main__":
    main()
