"""Fill a database with thousands of believable events of a clinic, for measurements and crowded screens."""

import random
from datetime import datetime, timedelta
from uuid import UUID

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import CalendarEvent, EventTime, WholeDay, placed
from cmstation.domain.events import NewEvent
from cmstation.storage.database import Database
from cmstation.storage.events import Events
from tests.fakes.many_posts import TODAY, ZONE

TITLES = {
    EventKind.EVENT: ("Portes ouvertes", "Conférence du soir", "Visite de l’agence régionale"),
    EventKind.PRESS_RELEASE: ("Communiqué : nouveau scanner", "Communiqué : bilan annuel"),
    EventKind.SHOOTING: ("Tournage au bloc", "Photos de l’équipe de nuit"),
    EventKind.PRINT_DEADLINE: ("Bouclage du journal interne", "Affiches chez l’imprimeur"),
    EventKind.TASK: ("Relire la charte", "Commander les rubans roses", "Appeler le photographe"),
    EventKind.QUIET: ("Journée de deuil",),
}
PLACES = ("", "", "Hall d’accueil", "Bloc opératoire, deuxième étage", "Salle des fêtes")
RULES = ("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;COUNT=30", "FREQ=MONTHLY;COUNT=24", "FREQ=YEARLY")
RECURRING_PART = 0.05


def fill(database: Database, events: int) -> None:
    """Add events between two years before and one year after `TODAY`, drawn from the same seed each time."""
    chance = random.Random(events)
    Events(database).add_all([_drawn(chance) for _ in range(events)], TODAY)


def _drawn(chance: random.Random) -> NewEvent:
    kind = chance.choices(tuple(EventKind), weights=(30, 15, 15, 10, 28, 2))[0]
    start, end = _times(chance)
    recurs = chance.random() < RECURRING_PART
    content = CalendarEvent(
        uid=str(UUID(int=chance.getrandbits(128))),
        start=start,
        end=end,
        title=chance.choice(TITLES[kind]),
        place=chance.choice(PLACES),
        rules=(chance.choice(RULES),) if recurs else (),
    )
    return NewEvent(
        kind, content, done_at=TODAY if kind is EventKind.TASK and chance.random() < 0.5 else None
    )


def _times(chance: random.Random) -> tuple[EventTime, EventTime]:
    day = TODAY.date() + timedelta(days=chance.randint(-730, 365))
    if chance.random() < 0.4:
        return WholeDay(day), WholeDay(day + timedelta(days=chance.choice((1, 1, 1, 2, 3, 5))))
    wall = datetime(day.year, day.month, day.day, chance.randint(8, 18), chance.choice((0, 15, 30, 45)))  # noqa: DTZ001
    return placed(wall, ZONE), placed(wall + timedelta(minutes=chance.choice((30, 60, 90, 180))), ZONE)
