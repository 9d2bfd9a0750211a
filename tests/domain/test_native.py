"""Which networks keep a post until its hour."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cmstation.domain.native import can_keep
from cmstation.domain.networks import Network, Way
from tests.domain.posts import NOW, an_account


@pytest.mark.parametrize(("network", "minutes"), [(Network.WORDPRESS, 2), (Network.MASTODON, 6)])
def test_a_network_keeps_a_post_from_its_shortest_wait_on(network: Network, minutes: int) -> None:
    shortest = timedelta(minutes=minutes)

    assert can_keep(an_account(network), NOW, NOW + shortest)
    assert not can_keep(an_account(network), NOW, NOW + shortest - timedelta(seconds=1))
    assert not can_keep(an_account(network), NOW, NOW - timedelta(days=1))


@pytest.mark.parametrize(
    "network", [network for network in Network if network not in {Network.WORDPRESS, Network.MASTODON}]
)
def test_other_networks_keep_nothing(network: Network) -> None:
    assert not can_keep(an_account(network), NOW, NOW + timedelta(days=1))


@pytest.mark.parametrize("way", [Way.ASSISTED, Way.REHEARSAL])
def test_only_a_direct_account_keeps_posts(way: Way) -> None:
    assert not can_keep(an_account(Network.WORDPRESS, way=way), NOW, NOW + timedelta(days=1))


def test_the_person_may_refuse_it() -> None:
    account = replace(an_account(Network.WORDPRESS), native_scheduling=False)

    assert not can_keep(account, NOW, NOW + timedelta(days=1))
