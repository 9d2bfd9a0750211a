"""A delivery's memory, kept in the database note by note."""

from datetime import timedelta

from cmstation.domain.clock import Clock
from cmstation.domain.delivery import Attempt
from cmstation.storage.deliveries import Deliveries


class DeliveryJournal:
    """The `Journal` of one delivery: what is noted is on disk before `note` returns."""

    def __init__(self, deliveries: Deliveries, delivery: int, clock: Clock) -> None:
        self._deliveries = deliveries
        self._delivery = delivery
        self._clock = clock

    def get(self, name: str) -> str | None:
        """Return what an earlier try noted, or None."""
        return self._deliveries.journal_get(self._delivery, name)

    def note(self, name: str, value: str) -> None:
        """Keep a value for the next step and the next try."""
        self._deliveries.journal_note(self._delivery, name, value)

    def called(self, step: str, target: str, status: int | None, took: timedelta, outcome: str) -> None:
        """Log one call."""
        self._deliveries.log(Attempt(self._delivery, self._clock.now(), step, target, status, took, outcome))
