"""A program that publishes what is due, in a process of its own, so that it can be killed.

Reads one JSON line from standard input: folder, secrets by name, seconds by which its clock is
ahead. Says READY, waits for a line, publishes each account's lane in a thread as the window does,
says DONE with the state of every delivery.
"""

import json
import sys
import threading
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

from cmstation.domain.accounts import Secret
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import Delivery
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from tests.fakes.secret_box import SecretBox


class ClockAhead:
    """The computer's clock, some seconds ahead."""

    def __init__(self, ahead: timedelta) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead


def main() -> None:
    order = json.loads(sys.stdin.readline())
    box = SecretBox()
    box.kept = {name: Secret(dict(parts)) for name, parts in order["secrets"].items()}
    clock: Clock = ClockAhead(timedelta(seconds=order["ahead"]))
    station = open_station(Path(order["folder"]), parts=Parts(clock=clock, secrets=box))
    station.outbox.start()
    _import_adapters()
    _say("READY")
    sys.stdin.readline()
    deliver_lanes(station)
    station.outbox.look_again()
    states = {str(d.id): d.state.value for d in station.outbox.open_deliveries()}
    station.close()
    _say("DONE " + json.dumps(states))


def deliver_lanes(station: Station) -> None:
    """Publish all that is due, one thread per account, until nothing moves."""
    for _ in range(3):
        lanes = station.outbox.due_by_account()
        threads = [threading.Thread(target=_deliver, args=(station, lane)) for lane in lanes.values()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def _deliver(station: Station, lane: tuple[Delivery, ...]) -> None:
    for delivery in lane:
        station.outbox.deliver(delivery.id)


def _import_adapters() -> None:
    """Load what publishing needs before READY, so that the kill falls into the publishing itself."""
    for name in ("PIL.Image", "requests", "cmstation.networks.bluesky", "cmstation.networks.wordpress"):
        import_module(name)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
