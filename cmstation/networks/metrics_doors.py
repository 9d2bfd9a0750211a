"""Builds what reads other people's public figures; the modules are imported when first needed."""

from cmstation.domain.clock import Clock
from cmstation.domain.metrics_networks import PeerReader
from cmstation.domain.networks import Network


class LatePeers:
    """Gives the reader of a network's public accounts."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __call__(self, network: Network) -> PeerReader | None:
        """Return it; None where nobody may look without signing in."""
        from cmstation.networks.metrics_peers import peer_reader  # noqa: PLC0415 (urllib3 comes late)

        return peer_reader(network, self._clock)
