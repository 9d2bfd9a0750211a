"""Each network has rules, and an account's own server may say otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.network_rules import WEB_PICTURES, rules_for, rules_of
from cmstation.domain.networks import DIRECT_NETWORKS, AccountLimits, Network
from tests.domain.posts import an_account

maybe = st.none() | st.integers(0, 10**9)


@pytest.mark.parametrize("network", Network)
def test_every_network_has_rules_that_can_be_met(network: Network) -> None:
    rules = rules_of(network)

    assert 0 <= rules.min_pictures <= rules.max_pictures
    assert rules.max_bytes > 100_000
    assert rules.accepted
    assert set(rules.accepted) <= set(WEB_PICTURES)


@pytest.mark.parametrize("network", [network for network in Network if network not in DIRECT_NETWORKS])
def test_where_the_person_pastes_there_is_a_page_to_open(network: Network) -> None:
    assert rules_of(network).publish_page.startswith("https://")


def test_what_the_server_says_of_itself_counts() -> None:
    limits = AccountLimits(max_pictures=16, max_picture_bytes=2_000_000, max_alt_text=500)

    rules = rules_for(an_account(Network.MASTODON, limits=limits))

    assert (rules.max_pictures, rules.max_bytes, rules.max_alt) == (16, 2_000_000, 500)


def test_a_server_that_takes_no_picture_is_believed() -> None:
    assert rules_for(an_account(Network.MASTODON, limits=AccountLimits(max_pictures=0))).max_pictures == 0


@pytest.mark.parametrize("network", Network)
def test_a_server_that_says_nothing_changes_nothing(network: Network) -> None:
    assert rules_for(an_account(network, limits=AccountLimits())) == rules_of(network)
    assert rules_for(an_account(network)) == rules_of(network)


@given(network=st.sampled_from(Network), heaviest=maybe, longest=maybe)
def test_a_copy_is_never_heavier_than_its_network_takes(
    network: Network, heaviest: int | None, longest: int | None
) -> None:
    limits = AccountLimits(max_picture_bytes=heaviest, max_alt_text=longest)

    rules = rules_for(an_account(network, limits=limits))

    assert 0 < rules.max_bytes <= rules_of(network).max_bytes
    assert rules.max_bytes <= (heaviest or rules.max_bytes)
    assert rules.accepted == rules_of(network).accepted
