"""A whole Bluesky network for the tests that need one that counts."""

from collections.abc import Callable, Iterator

import pytest

from tests.fakes.feed_server import until
from tests.servers.bluesky_network import BlueskyNetwork
from tests.servers.fixtures import running

PATIENCE_S = 20


@pytest.fixture(scope="session")
def bluesky_network(pytestconfig: pytest.Config) -> Iterator[BlueskyNetwork]:
    """Give a real network, one for all tests of a run."""
    with running(BlueskyNetwork(), pytestconfig) as network:
        yield network


def comes_true(true: Callable[[], bool]) -> bool:
    """Wait until the AppView has heard of what happened; tell whether it has."""
    return until(true, PATIENCE_S)
