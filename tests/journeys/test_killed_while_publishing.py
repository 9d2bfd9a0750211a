"""The program is killed while it publishes; the public sees each post once (a short run of the campaign)."""

import random
from pathlib import Path

import pytest

from tests.journeys.campaign import Campaign
from tests.servers.bluesky import BlueskyServer
from tests.servers.wordpress import WordPressServer

KILLS = 5


@pytest.mark.real_server
@pytest.mark.journey
@pytest.mark.timeout(600)
def test_killed_at_random_moments_every_post_is_live_once(
    tmp_path: Path, wordpress_server: WordPressServer, bluesky_server: BlueskyServer
) -> None:
    seed = random.SystemRandom().randrange(10**9)
    campaign = Campaign(tmp_path / "clinic", wordpress_server, bluesky_server, random.Random(seed))
    campaign.prepare()

    for number in range(KILLS):
        campaign.kill_once(with_picture=number % 2 == 0)

    unsound = [outcome for outcome in campaign.outcomes if not outcome.sound]
    assert unsound == [], f"seed {seed}"
