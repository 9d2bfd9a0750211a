"""Two programs on one folder publish each post once."""

import subprocess
import sys
from pathlib import Path

from cmstation.domain.accounts import NewAccount, Secret
from cmstation.domain.clock import SystemClock
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.networks import Network, Way
from cmstation.open_station import Parts, open_station
from tests.fakes.secret_box import SecretBox
from tests.services.public_wall import WallDoors, seen_on

ROOT = Path(__file__).parents[2]
POSTS = 5


def started(folder: Path, wall: Path) -> "subprocess.Popen[str]":
    """Start a program that waits for its cue."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.services.wall_program", str(folder), str(wall)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_programs_at_once_deliver_each_post_once(tmp_path: Path) -> None:
    folder, wall = tmp_path / "clinic", tmp_path / "wall"
    station = open_station(folder, parts=Parts(SystemClock(), SecretBox(), WallDoors(wall)))
    for name in ("Un", "Deux"):
        new = NewAccount(Network.BLUESKY, Way.DIRECT, name, "https://wall.example", "clinic")
        station.accounts.add(new, Secret({"password": "word"}))
    posts = [station.drafts.new(title="", text=f"Texte {number}").value.id for number in range(POSTS)]
    for post in posts:
        station.outbox.plan(post)

    programs = [started(folder, wall) for _ in range(2)]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "READY\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    ends = [program.communicate(timeout=60)[0] for program in programs]

    assert ends == ["DONE\n", "DONE\n"]
    seen = seen_on(wall)
    assert len(seen) == 2 * POSTS
    assert len({key for key, _, _ in seen}) == 2 * POSTS
    states = {delivery.state for post in posts for delivery in station.outbox.of_post(post)}
    assert states == {DeliveryState.SENT}
    station.close()
