"""A station with its rhythm, and short ways to fill its week."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cmstation.domain.accounts import Account
from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import WholeDay
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.domain.rhythm import Slot
from cmstation.services.calendar import Calendar
from cmstation.services.events import Events
from cmstation.services.rhythm import Rhythm
from cmstation.storage.database import Database
from cmstation.storage.events import Events as StoredEvents
from cmstation.storage.labels import Labels
from cmstation.storage.plan_rows import PlanTable
from cmstation.storage.settings import Settings
from cmstation.storage.slots import SlotTable
from tests.services.conftest import Bench

PARIS = "Europe/Paris"
# The bench's clock says Tuesday 13 October 2026, 09:00 in Paris.
TUESDAY, WEDNESDAY, THURSDAY = 1, 2, 3
NINE, TEN, SIX = time(9), time(10), time(18)
FIVE_DAYS = (date(2026, 10, 13), date(2026, 10, 18))


@dataclass
class RhythmBench:
    """A station with its rhythm."""

    bench: Bench
    rhythm: Rhythm
    calendar: Calendar

    def be_quiet(self, day: date) -> None:
        events = Events(StoredEvents(self.bench.station.database), self.bench.clock)
        events.add(EventKind.QUIET, "Deuil", WholeDay(day), WholeDay(day + timedelta(days=1)))

    def account(self, *slots: tuple[int, time], network: Network = Network.BLUESKY) -> Account:
        account = self.bench.account(network)
        self.rhythm.set_slots(account.id, [Slot(account.id, day, wall) for day, wall in slots])
        return account

    def post(self, *accounts: Account, text: str = "Venez nous voir samedi.", **fields: object) -> int:
        chosen = [account.id for account in accounts]
        done = self.bench.station.drafts.new(title="Titre", text=text, accounts=chosen, **fields)  # type: ignore[arg-type]
        return done.value.id

    def dues(self, post: int) -> dict[int, datetime]:
        return {
            one.account: one.due.wall
            for one in self.bench.station.outbox.of_post(post)
            if one.state is DeliveryState.WAITING
        }

    def planned(self, post: int) -> PlannedTime | None:
        return self.bench.station.drafts.open(post).planned


def calendar_on(bench: Bench, database: Database) -> Calendar:
    events, preferences = StoredEvents(database), bench.station.preferences
    return Calendar(
        PlanTable(database), events, preferences, lambda _first, _last: (), lambda _first, _last: ()
    )


def joined(bench: Bench, database: Database) -> Rhythm:
    station = bench.station
    return Rhythm(
        SlotTable(database),
        Settings(database),
        Labels(database),
        station.drafts,
        station.outbox,
        station.preferences,
        calendar_on(bench, database),
        bench.clock,
    )


def at(text: str) -> PlannedTime:
    return at_wall_time(datetime.fromisoformat(text), PARIS)


def rhythm_of(bench: Bench) -> RhythmBench:
    database = bench.station.database
    return RhythmBench(bench, joined(bench, database), calendar_on(bench, database))
