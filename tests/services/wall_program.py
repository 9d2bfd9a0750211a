"""A program that publishes on the wall: `FOLDER WALL`; says READY, waits for a line, publishes, says DONE."""

import sys
from pathlib import Path

from cmstation.domain.accounts import Secret
from cmstation.open_station import Parts, open_station
from tests.fakes.secret_box import SecretBox
from tests.services.public_wall import WallDoors


def main() -> None:
    folder, wall = Path(sys.argv[1]), Path(sys.argv[2])
    box = SecretBox()
    box.kept = {f"account-{number}": Secret({"password": "word"}) for number in range(1, 5)}
    station = open_station(folder, parts=Parts(secrets=box, doors=WallDoors(wall)))
    _say("READY")
    sys.stdin.readline()
    for _ in range(3):
        station.outbox.start()
        station.outbox.deliver_due()
    station.close()
    _say("DONE")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
