"""What each network counts, and what may be compared."""

from datetime import date, timedelta

import pytest

from cmstation.domain.metric_definitions import (
    DEFINITIONS,
    FACEBOOK_VIEWERS,
    FACEBOOK_VIEWS,
    comparable,
    get,
    in_force,
    of,
)
from cmstation.domain.metrics import Metric, Nature, Scope
from cmstation.domain.networks import Network

EVE = timedelta(days=1)


def test_each_key_is_its_own_and_says_network_and_scope() -> None:
    keys = [found.key for found in DEFINITIONS]

    assert len(set(keys)) == len(keys)
    assert all(found.key.startswith(f"{found.network}.{found.scope}.") for found in DEFINITIONS)
    assert all(get(found.key) is found for found in DEFINITIONS)


@pytest.mark.parametrize("network", Network)
@pytest.mark.parametrize("scope", Scope)
def test_every_network_counts_something(network: Network, scope: Scope) -> None:
    found = of(network, scope)

    assert found
    assert {(one.network, one.scope) for one in found} == {(network, scope)}


def test_what_a_post_counts_grows_and_what_an_account_has_stands() -> None:
    assert {one.nature for one in DEFINITIONS if one.scope is Scope.POST} == {Nature.TOTAL}
    assert {one.nature for one in DEFINITIONS if one.metric is Metric.FOLLOWERS} == {Nature.STOCK}
    assert not [one for one in DEFINITIONS if one.scope is Scope.ACCOUNT and one.nature is Nature.TOTAL]


def test_a_metric_has_one_nature_on_a_network_so_that_a_curve_can_be_drawn() -> None:
    natures: dict[tuple[Network, Scope, Metric], set[Nature]] = {}
    for one in DEFINITIONS:
        natures.setdefault((one.network, one.scope, one.metric), set()).add(one.nature)

    assert {len(found) for found in natures.values()} == {1}


@pytest.mark.parametrize("scope", Scope)
def test_on_facebook_views_take_the_place_of_impressions(scope: Scope) -> None:
    eve = FACEBOOK_VIEWS - EVE

    assert in_force(Network.FACEBOOK, scope, Metric.IMPRESSIONS, eve) is not None
    assert in_force(Network.FACEBOOK, scope, Metric.VIEWS, eve) is None
    assert in_force(Network.FACEBOOK, scope, Metric.IMPRESSIONS, FACEBOOK_VIEWS) is None
    assert in_force(Network.FACEBOOK, scope, Metric.VIEWS, FACEBOOK_VIEWS) is not None
    assert not comparable(f"facebook.{scope}.impressions", f"facebook.{scope}.views")


def test_of_two_meanings_that_hold_the_newer_one_is_told() -> None:
    old = in_force(Network.FACEBOOK, Scope.ACCOUNT, Metric.REACH, FACEBOOK_VIEWS - EVE)
    both = in_force(Network.FACEBOOK, Scope.ACCOUNT, Metric.REACH, FACEBOOK_VIEWS)
    new = in_force(Network.FACEBOOK, Scope.ACCOUNT, Metric.REACH, FACEBOOK_VIEWERS)

    assert [found and found.key for found in (old, both, new)] == [
        "facebook.account.reach",
        "facebook.account.viewers",
        "facebook.account.viewers",
    ]


def test_a_network_that_does_not_count_says_so() -> None:
    today = date(2026, 10, 1)

    for network in (Network.MASTODON, Network.BLUESKY):
        for metric in (Metric.REACH, Metric.IMPRESSIONS, Metric.VIEWS):
            assert in_force(network, Scope.POST, metric, today) is None
    assert in_force(Network.INSTAGRAM, Scope.POST, Metric.IMPRESSIONS, today) is None


def test_subscribers_of_a_channel_are_rounded() -> None:
    found = get("youtube.account.followers")

    assert found is not None
    assert found.rounded


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("mastodon.post.shares", "mastodon.post.shares", True),
        ("x.post.impressions", "x.post.views", True),
        ("mastodon.account.followers", "bluesky.account.followers", True),
        ("facebook.account.fans", "facebook.account.followers", False),
        ("tumblr.post.notes", "mastodon.post.reactions", False),
        ("facebook.account.reach", "facebook.account.viewers", False),
        ("", "", False),
        ("", "mastodon.post.shares", False),
        ("unknown.post.shares", "unknown.post.shares", False),
    ],
)
def test_only_what_is_known_to_count_alike_is_compared(one: str, other: str, expected: bool) -> None:
    assert comparable(one, other) is expected
    assert comparable(other, one) is expected


def test_nobody_invents_what_an_unknown_key_stood_for() -> None:
    assert get("") is None
    assert get("facebook.account.likes") is None
