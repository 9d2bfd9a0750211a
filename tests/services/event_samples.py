"""Events of a clinic, once and each week, and short ways to look at them."""

from datetime import date

from cmstation.domain.calendar import EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import Occurrence, wall_of
from cmstation.domain.changes import Changes
from cmstation.domain.events import Event, part_of
from cmstation.services.events import Events
from tests.domain.calendar_samples import paris

CALENDAR = Changes(calendar=True)


SECOND = part_of(paris(2026, 10, 12, 9))


def once(events: Events) -> Event:
    start = paris(2026, 10, 13, 9)
    return events.add(EventKind.SHOOTING, "Tournage", start, paris(2026, 10, 13, 11), place="Bloc 3").value


def weekly(events: Events) -> Event:
    start, end = paris(2026, 10, 5, 9), paris(2026, 10, 5, 10)
    return events.add(EventKind.EVENT, "Rédaction", start, end, rules=("FREQ=WEEKLY;BYDAY=MO",)).value


def key(event: Event, part: str = "") -> ItemKey:
    return ItemKey(ItemKind.EVENT, event.id, part)


def autumn(events: Events, event: Event) -> list[Occurrence]:
    return events.get(event.id).content.occurrences(date(2026, 9, 1), date(2026, 10, 31))


def days(events: Events, event: Event) -> list[int]:
    return [wall_of(one.start).day for one in autumn(events, event)]
