"""What statistics ask of the networks; read only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from cmstation.domain.metrics import Metric
from cmstation.domain.networks import Network

# The networks whose figures can be read so far; a person reads those of the others.
COUNTED: Final = frozenset({Network.WORDPRESS, Network.MASTODON, Network.BLUESKY})


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as a network tells it now.

    Args:
        definition: the key of a `Definition`.
    """

    metric: Metric
    value: int
    definition: str
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class DayReading:
    """A figure that a network tells of a day that is over, in the network's own days."""

    day: date
    metric: Metric
    value: int
    definition: str


@dataclass(frozen=True, slots=True)
class RemotePost:
    """What a network tells of a post of the account.

    Args:
        readings: what it tells; a metric that it does not tell is absent.
        gone: whether the network says that the post is no longer there.
    """

    remote_id: str
    readings: tuple[Reading, ...] = ()
    gone: bool = False


class MetricsReader(Protocol):
    """Reads the figures of one account; all errors are `NetworkError` (`domain/networks.py`)."""

    @property
    def most_posts(self) -> int:
        """How many posts one call of `posts` may ask for."""
        ...

    def account(self) -> tuple[Reading, ...]:
        """Return what the account counts now; what the network does not tell is absent."""
        ...

    def posts(self, remote_ids: Sequence[str]) -> Mapping[str, RemotePost]:
        """Return what posts count now; a post that the network said nothing about is absent."""
        ...

    def days(self, first: date, last: date) -> tuple[DayReading, ...]:
        """Return what the network counted day by day; empty where it does not."""
        ...


class PeerReader(Protocol):
    """Reads what anybody may see of an account that is not the clinic's."""

    def look(self, address: str) -> tuple[Reading, ...]:
        """Return the public figures.

        Raises:
            NetworkError: it cannot be read, or there is no such account.
        """
        ...
