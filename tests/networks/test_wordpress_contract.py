"""WordPress keeps the contract, on a real site."""

import pytest

from tests.networks.contract_stage import Stage
from tests.networks.publisher_contract import HttpPublisherContract
from tests.networks.wordpress_stage import WordPressStage


@pytest.mark.real_server
class TestWordPressContract(HttpPublisherContract):
    """The whole contract."""

    @pytest.fixture
    def stage(self, wordpress: WordPressStage) -> Stage:
        """The site's editor."""
        return wordpress
