"""The window in a process of its own, with a person at its watch, so that it can be killed.

Reads one JSON line from standard input (`Order`), then does what it says and tells it line by line:
TAKEN, READING, READ, SHOWN, PRESS, DECIDED and DONE; after the next line it closes the window.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from threading import Lock

from cmstation.domain.clock import Clock
from cmstation.networks.feed_limits import FeedLimits
from cmstation.networks.watch_doors import LateCleaner, LateFinder, LatePages, LateReaders
from cmstation.open_station import Parts
from cmstation.services.watch_doors import WatchDoors
from tests.fakes.secret_box import SecretBox
from tests.journeys.conftest import Officer
from tests.journeys.own_window import Waiting, application, shell_in
from tests.journeys.publishing_process import ClockAhead
from tests.journeys.watch_reader import Reader
from tests.networks.feeds.own_memory import peak_mb

# Who never answers must not decide how long the test takes; the program waits longer.
LIMITS = FeedLimits(connect=2, read=2, whole=4)
SECONDS_A_STORY = 4


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done.

    Args:
        ahead: seconds by which the clock is ahead.
        take: a file of sources, "" for none.
        read: whether all sources are to be read.
        keys: a letter for each story of the morning, from the first one; those decided already are left out.
    """

    folder: str
    ahead: float
    take: str = ""
    read: bool = False
    keys: str = ""


def main() -> None:
    order = Order(**json.loads(sys.stdin.readline()))
    clock = ClockAhead(timedelta(seconds=order.ahead))
    parts = Parts(clock=clock, secrets=SecretBox(), watch=_doors(clock))
    reader = Reader(Officer(shell_in(application(), Path(order.folder), parts), Waiting()))
    _obey(order, reader)
    peak = round(peak_mb())
    _say(f"DONE {peak}")
    sys.stdin.readline()
    reader.officer.close()
    _say("CLOSED")
    # Nothing is left to be done; Python would tear the window's parts down in any order.
    os._exit(0)


def _obey(order: Order, reader: Reader) -> None:
    if order.take:
        _say("TAKEN " + json.dumps(reader.bring_in(Path(order.take))))
    if order.read:
        _say("READING")
        reader.read_the_sources()
        _say("READ")
    if order.keys:
        reader.begin()
        begun = reader.seen()
        _say("SHOWN " + json.dumps(asdict(begun)))
        for letter in order.keys[begun.at :]:
            reader.let_time_pass(SECONDS_A_STORY)
            _say(f"PRESS {letter}")
            reader.decide(letter)
            _say("DECIDED " + json.dumps(asdict(reader.seen())))


def _doors(clock: Clock) -> WatchDoors:
    """Return the program's own ways out, with less patience."""
    turn = Lock()
    readers = LateReaders(clock, turn, limits=LIMITS)
    return WatchDoors(readers, LateFinder(clock, readers), LatePages(clock), LateCleaner(), turn)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
