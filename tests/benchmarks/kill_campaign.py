"""Kill the publishing program at many random moments against two real servers, and report the figures.

python -m tests.benchmarks.kill_campaign [KILLS] [SEED]
"""

import json
import random
import sys
import tempfile
from pathlib import Path

from tests.journeys.campaign import Campaign
from tests.servers.bluesky import BlueskyServer
from tests.servers.wordpress import WordPressServer


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**9)
    with tempfile.TemporaryDirectory() as folder, WordPressServer() as site, BlueskyServer() as sky:
        campaign = Campaign(Path(folder) / "clinic", site, sky, random.Random(seed))
        campaign.prepare()
        for number in range(kills):
            outcome = campaign.kill_once(with_picture=number % 3 == 0)
            print(number + 1, f"{outcome.at:.2f}", outcome.states, outcome.final, outcome.live, flush=True)
            if not outcome.sound:
                print("NOT SOUND", outcome, flush=True)
        report = {"seed": seed, **campaign.report()}
    print(json.dumps(report, indent=2))
    return 0 if report["sound"] == report["kills"] else 1


if __name__ == "__main__":
    sys.exit(main())
