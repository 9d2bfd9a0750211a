"""Stages that the tests of networks share."""

import pytest

pytest.register_assert_rewrite("tests.networks.publisher_contract")

from tests.networks.wordpress_stage import WordPressStage  # noqa: E402
from tests.servers.wordpress import WordPressServer  # noqa: E402


@pytest.fixture
def wordpress(wordpress_server: WordPressServer) -> WordPressStage:
    """A real site, seen by its editor."""
    return WordPressStage(wordpress_server)
