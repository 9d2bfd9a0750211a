"""A network for several programs at once: what the public sees is a file, one line a post."""

import json
import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.networks import (
    AccountChecker,
    AccountReport,
    CheckStep,
    Finding,
    Journal,
    Json,
    Outgoing,
    Publisher,
    Receipt,
    StepState,
    TellStep,
    Verdict,
    tell_nobody,
)


class PublicWall:
    """Takes every post it is given, the same one twice too: only the programs can prevent doubles."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def prepare(self, outgoing: Outgoing, journal: Journal) -> Mapping[str, Json]:
        return {"key": outgoing.key, "text": outgoing.text}

    def send(self, payload: Mapping[str, Json], journal: Journal) -> Receipt:
        line = json.dumps([payload["key"], payload["text"], os.getpid()]) + "\n"
        wall = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(wall, line.encode())
        os.close(wall)
        return Receipt(str(payload["key"]), f"https://wall.example/{payload['key']}")

    def find(self, payload: Mapping[str, Json], journal: Journal, since: datetime) -> Finding:
        return Finding(Verdict.UNDECIDED, evidence=("the wall cannot be searched",))

    def delete(self, receipt: Receipt, journal: Journal) -> None:
        raise NotImplementedError

    def check(self, tell: TellStep = tell_nobody) -> AccountReport:
        return AccountReport((CheckStep("wall", StepState.PASSED),))


class WallDoors:
    """Leads every account to the same wall."""

    def __init__(self, file: Path) -> None:
        self._wall = PublicWall(file)

    def publisher(self, account: Account, secret: Secret | None, keep: Callable[[Secret], None]) -> Publisher:
        return self._wall

    def checker(self, account: NewAccount, secret: Secret | None) -> AccountChecker:
        return self._wall

    def metrics(self, account: Account, secret: Secret | None, keep: Callable[[Secret], None]) -> None:
        return None


def seen_on(file: Path) -> list[tuple[str, str, int]]:
    """Return what the public sees: key, text, and the program that put it there."""
    if not file.exists():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [(str(key), str(text), int(program)) for key, text, program in map(json.loads, lines)]
