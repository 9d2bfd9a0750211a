"""Notice a computer clock that was set back."""

from datetime import timedelta

from cmstation.domain.clock import Clock
from cmstation.domain.errors import ClockWentBack
from cmstation.storage.deliveries import Deliveries

# How far the network's time may set a clock back, now and then, without a word to the person.
SLACK = timedelta(minutes=5)


class ClockWatch:
    """Compares the clock with the latest moment that this folder has ever known."""

    def __init__(self, deliveries: Deliveries, clock: Clock) -> None:
        self._deliveries = deliveries
        self._clock = clock
        self._told = False

    def check(self) -> None:
        """Look at the clock and keep nothing.

        Raises:
            ClockWentBack: it is earlier.
        """
        now, seen = self._clock.now(), self._deliveries.latest_seen()
        if seen is not None and seen - now > SLACK:
            raise ClockWentBack(now=now, last_seen=seen)

    def look(self) -> None:
        """Look at the clock; cheap enough for each heartbeat.

        Raises:
            ClockWentBack: it is earlier; told once in a program's life, until the clock has run on for a
                day. What waits for its hour leaves late.
        """
        now = self._clock.now()
        seen = self._deliveries.last_seen(now)
        if seen - now > SLACK and not self._told:
            self._told = True
            raise ClockWentBack(now=now, last_seen=seen)
