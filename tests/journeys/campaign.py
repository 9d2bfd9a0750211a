"""Kill the publishing program at random moments, start it again, and count what the public sees."""

import json
import random
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import requests
from PIL import Image

from cmstation.domain.accounts import NewAccount, Secret
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.networks import Network, Way
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from tests.fakes.secret_box import SecretBox
from tests.servers.bluesky import BlueskyServer
from tests.servers.wordpress import WordPressServer

ROOT = Path(__file__).resolve().parents[2]
HANDLE = "clinique.test"
# Later starts see a clock that is ahead, so that no pause has to be sat out.
AHEAD = (60, 300, 900)


@dataclass
class Outcome:
    """What one kill led to.

    Args:
        at: seconds after the program was told to publish.
        states: the deliveries' states just after the kill, by network.
        final: their states at the end.
        live: how often the public sees the post, by network.
    """

    at: float
    states: dict[str, str]
    final: dict[str, str]
    live: dict[str, int]
    draft_kept: bool

    @property
    def sound(self) -> bool:
        """Whether the public sees it once on each network, or the program says that it does not know."""
        return self.draft_kept and all(
            count == 1 or (count == 0 and self.final[network] == DeliveryState.UNCERTAIN.value)
            for network, count in self.live.items()
        )


@dataclass
class Campaign:
    """Kills, restarts and counts against two real servers."""

    folder: Path
    wordpress: WordPressServer
    bluesky: BlueskyServer
    chance: random.Random
    outcomes: list[Outcome] = field(default_factory=list[Outcome])
    longest: float = 0.0

    def prepare(self) -> None:
        """Add the two accounts, and time one undisturbed publication."""
        self._box = SecretBox()
        station = self._station()
        editor = self.wordpress.users["editor"]
        site = NewAccount(Network.WORDPRESS, Way.DIRECT, "Site", self.wordpress.url, editor.name)
        station.accounts.add(site, Secret({"password": editor.application_password}))
        account = self.bluesky.accounts[HANDLE]
        sky = NewAccount(
            Network.BLUESKY, Way.DIRECT, "Bluesky", self.bluesky.url, account.handle, account.handle
        )
        station.accounts.add(sky, Secret({"password": account.app_password}))
        self._sign_in(station)
        station.close()
        post, _ = self._plan()
        self.longest = max(self._publish(None, 0), 0.2)
        self._look(post, "", 0.0, {})

    def kill_once(self, *, with_picture: bool) -> Outcome:
        """Publish one post, kill at a random moment, restart until it is settled."""
        post, marker = self._plan(with_picture=with_picture)
        moment = self.chance.uniform(0.0, self.longest * 1.05)
        self._publish(moment, 0)
        states = self._states(post)
        for ahead in AHEAD:
            self._publish(None, ahead)
            if set(self._states(post).values()) == {DeliveryState.SENT.value}:
                break
        outcome = self._look(post, marker, moment, states)
        self.outcomes.append(outcome)
        return outcome

    def report(self) -> dict[str, object]:
        """Return the figures of the campaign."""
        return {
            "kills": len(self.outcomes),
            "sound": sum(outcome.sound for outcome in self.outcomes),
            "doubles": sum(max(outcome.live.values()) > 1 for outcome in self.outcomes),
            "lost": sum(
                count == 0 and outcome.final[network] != DeliveryState.UNCERTAIN.value
                for outcome in self.outcomes
                for network, count in outcome.live.items()
            ),
            "left_uncertain": sum(
                state == DeliveryState.UNCERTAIN.value
                for outcome in self.outcomes
                for state in outcome.final.values()
            ),
            "drafts_lost": sum(not outcome.draft_kept for outcome in self.outcomes),
            "states_after_the_kill": dict(
                Counter(
                    f"{network}: {state}"
                    for outcome in self.outcomes
                    for network, state in outcome.states.items()
                )
            ),
            "undisturbed_seconds": round(self.longest, 2),
        }

    # --- inside ---

    def _station(self) -> Station:
        return open_station(self.folder, parts=Parts(secrets=self._box))

    def _sign_in(self, station: Station) -> None:
        """Let Bluesky's tokens be kept, as after a first publication; logins are limited per hour."""
        for account in station.accounts.all():
            assert station.accounts.check(account.id).passed

    def _plan(self, *, with_picture: bool = False) -> tuple[int, str]:
        marker = uuid.uuid4().hex[:12]
        station = self._station()
        draft = station.drafts.new(title=f"Essai {marker}", text=f"Portes ouvertes, essai {marker}.").value
        if with_picture:
            shown = station.drafts.attach_bytes(draft.id, _picture(self.chance), f"photo-{marker}.jpg")
            station.drafts.describe(draft.id, shown.attachments[0].media.id, f"La clinique, {marker}")
        station.outbox.plan(draft.id)
        station.drafts.new(title=f"Brouillon {marker}", text=f"À garder {marker}", accounts=[])
        station.close()
        return draft.id, marker

    def _publish(self, kill_after: float | None, ahead: int) -> float:
        """Run the program; return how long the publishing took."""
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.publishing_process"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert program.stdin is not None
        assert program.stdout is not None
        secrets = {name: secret.parts for name, secret in self._box.kept.items()}
        order = {"folder": str(self.folder), "secrets": secrets, "ahead": ahead}
        program.stdin.write(json.dumps(order) + "\n")
        program.stdin.flush()
        assert program.stdout.readline().strip() == "READY"
        start = time.monotonic()
        program.stdin.write("go\n")
        program.stdin.flush()
        if kill_after is not None:
            time.sleep(kill_after)
            program.send_signal(signal.SIGKILL)
        else:
            assert program.stdout.readline().startswith("DONE")
        took = time.monotonic() - start
        program.stdin.close()
        program.stdout.close()
        program.wait(30)
        return took

    def _states(self, post: int) -> dict[str, str]:
        station = self._station()
        names = {account.id: account.network.value for account in station.accounts.all()}
        states = {names[d.account]: d.state.value for d in station.outbox.of_post(post)}
        station.close()
        return states

    def _look(self, post: int, marker: str, moment: float, states: dict[str, str]) -> Outcome:
        station = self._station()
        kept = bool(station.search.find(f"Brouillon {marker}").posts) and not station.database.check()
        station.close()
        live = {"wordpress": self._on_wordpress(marker), "bluesky": self._on_bluesky(marker)}
        return Outcome(moment, states, self._states(post), live, kept)

    def _on_wordpress(self, marker: str) -> int:
        found = requests.get(
            f"{self.wordpress.url}/wp-json/wp/v2/posts", params={"search": marker, "per_page": 20}, timeout=30
        )
        return sum(f"essai {marker}" in post["content"]["rendered"] for post in found.json())

    def _on_bluesky(self, marker: str) -> int:
        records = self.bluesky.records(HANDLE)
        return sum(f"essai {marker}" in str(record) for record in records)


def _picture(chance: random.Random) -> bytes:
    colour = tuple(chance.randrange(256) for _ in range(3))
    file = BytesIO()
    Image.new("RGB", (640, 360), colour).save(file, "JPEG")  # pyright: ignore[reportArgumentType]
    return file.getvalue()
