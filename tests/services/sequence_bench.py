"""A bench whose hands move what sequences hold."""

from datetime import datetime, time

from cmstation.domain.accounts import Account
from cmstation.domain.calendar import Moved
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.domain.sequences import (
    PostSequence,
    Scenario,
    Step,
    StepMeaning,
)
from cmstation.services.done import Done
from cmstation.services.sequences import Sequences
from cmstation.storage.sequences import SequenceTable
from tests.services.calendar_bench import CalendarBench, calendar_of
from tests.services.conftest import Bench

PARIS, TORONTO = "Europe/Paris", "America/Toronto"
NBSP = "\u00a0"
# The bench's clock says Tuesday 13 October 2026, 09:00 in Paris; the clocks change on 25 October.


class SequenceBench:
    """A bench with hands that move what sequences hold."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.calendar: CalendarBench = calendar_of(bench)
        self.drafts = bench.station.drafts
        self.outbox = bench.station.outbox
        self.sequences = Sequences(
            SequenceTable(bench.station.database), self.drafts, bench.clock, self.calendar.hands.move
        )

    def post(self, *accounts: Account, title: str = "Portes ouvertes", **fields: object) -> int:
        chosen = [account.id for account in accounts]
        done = self.drafts.new(title=title, text="Venez nous voir.", accounts=chosen, **fields)  # type: ignore[arg-type]
        return done.value.id

    def walls(self, found: PostSequence) -> list[str]:
        """Return when the members are planned, in order of time."""
        return sorted(self.wall(member.post) for member in found.members)

    def wall(self, post: int) -> str:
        planned = self.drafts.open(post).planned
        return f"{planned.wall:%Y-%m-%d %H:%M}" if planned else ""

    def due(self, post: int, account: Account) -> str:
        return f"{self.calendar.of(post, account).due.wall:%Y-%m-%d %H:%M}"

    def schedule(self, post: int) -> None:
        self.outbox.plan(post, due=self.drafts.open(post).planned)


def at(text: str, zone: str = PARIS) -> PlannedTime:
    return at_wall_time(datetime.fromisoformat(text), zone)


def undone(done: Done[PostSequence] | Done[Moved] | Done[int]) -> None:
    assert done.undo is not None
    done.undo()


ANCHOR = at("2026-10-31T10:00")


NIGHT = Scenario(
    "night",
    (Step(-1, StepMeaning.ANNOUNCEMENT, time(2, 30), "Avant "), Step(0, StepMeaning.THE_DAY)),
)
