"""The doors give a reader of figures to those accounts whose network tells us any."""

import pytest

from cmstation.domain.accounts import Account, AccountState, Secret
from cmstation.domain.clock import SystemClock
from cmstation.domain.errors import SignInNeeded
from cmstation.domain.metrics_networks import MetricsReader
from cmstation.domain.networks import Network, Way
from cmstation.networks.doors import NetworkDoors

READ = {Network.WORDPRESS, Network.MASTODON, Network.BLUESKY}


def reader_of(network: Network, way: Way = Way.DIRECT) -> MetricsReader | None:
    place = "http://127.0.0.1:9"
    account = Account(1, network, way, "Compte", "", place, "clinique", AccountState.READY, 0)
    return NetworkDoors(SystemClock()).metrics(account, None, _keep_nothing)


@pytest.mark.parametrize("network", Network)
def test_a_network_that_tells_figures_has_a_reader(network: Network) -> None:
    assert (reader_of(network) is not None) is (network in READ)


@pytest.mark.parametrize("way", [Way.ASSISTED, Way.REHEARSAL])
@pytest.mark.parametrize("network", sorted(READ))
def test_an_account_that_we_do_not_sign_in_to_has_none(network: Network, way: Way) -> None:
    assert reader_of(network, way) is None


@pytest.mark.parametrize("network", [Network.MASTODON, Network.BLUESKY])
def test_without_a_secret_the_reader_asks_to_sign_in(network: Network) -> None:
    reader = reader_of(network)
    assert reader is not None

    with pytest.raises(SignInNeeded):
        reader.account()


def _keep_nothing(_secret: Secret) -> None:
    """Forget renewed tokens."""
