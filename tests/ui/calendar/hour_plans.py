"""Weeks to be arranged by the hour: a usual one, a crowded one, and those in which the clocks change."""

import random
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cmstation.domain.calendar import (
    CalendarItem,
    DayOff,
    DayOffKind,
    EventKind,
    ItemKey,
    ItemKind,
    Plan,
    order_of,
)
from cmstation.domain.drafts import PostState
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.look import PlanLook
from tests.ui.calendar.crowded import TITLES
from tests.ui.calendar.lane_plans import ACCOUNTS, CAMPAIGNS, DAYS_OFF, HEALTH_DAYS, LINES, NETWORKS

ZONE = "Europe/Paris"
MONDAY = date(2026, 10, 12)
TODAY = date(2026, 10, 13)
NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
AUTUMN, SPRING = date(2026, 10, 25), date(2027, 3, 28)
LOOK = PlanLook(TODAY, NOW, LINES, CAMPAIGNS, ACCOUNTS)


def at(day: date, hour: str, *, zone: str = ZONE, again: bool = False) -> datetime:
    """Return the instant of an hour of a day."""
    wall = time.fromisoformat(hour).replace(fold=int(again))
    return datetime.combine(day, wall, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def post(
    identity: int,
    day: date,
    hour: str,
    *,
    title: str = "Octobre rose commence",
    accounts: tuple[int, ...] = (1,),
    theme: int | None = 1,
    state: PostState = PostState.SCHEDULED,
    movable: bool = True,
    again: bool = False,
    zone: str = ZONE,
) -> CalendarItem:
    """Return a post at an hour of a day."""
    start = at(day, hour, zone=zone, again=again)
    networks = tuple(dict.fromkeys(NETWORKS[account] for account in accounts))
    return CalendarItem(
        ItemKey(ItemKind.POST, identity, f"{start:%Y-%m-%dT%H:%MZ}"),
        title,
        start,
        start,
        day,
        day,
        zone,
        movable=movable,
        state=state,
        theme=theme,
        accounts=accounts,
        networks=networks,
    )


def event(
    identity: int,
    day: date,
    begins: str,
    ends: str,
    *,
    last: date | None = None,
    title: str = "Réunion des usagers",
    kind: EventKind = EventKind.EVENT,
    place: str = "",
    zone: str = ZONE,
) -> CalendarItem:
    """Return an event from one hour to another."""
    until = last or day
    return CalendarItem(
        ItemKey(ItemKind.EVENT, identity),
        title,
        at(day, begins, zone=zone),
        at(until, ends, zone=zone),
        day,
        until,
        zone,
        ends_movable=True,
        event=kind,
        place=place,
    )


def whole_days(
    identity: int,
    first: date,
    last: date | None = None,
    *,
    title: str = "Congrès de gériatrie",
    kind: EventKind = EventKind.EVENT,
) -> CalendarItem:
    """Return an event of whole days."""
    until = last or first
    return CalendarItem(
        ItemKey(ItemKind.EVENT, identity),
        title,
        at(first, "00:00"),
        at(until + timedelta(days=1), "00:00"),
        first,
        until,
        ZONE,
        whole_day=True,
        ends_movable=True,
        event=kind,
    )


def plan(
    *items: CalendarItem,
    zone: str = ZONE,
    health_days: tuple[HealthDay, ...] = (),
    days_off: tuple[DayOff, ...] = (),
) -> Plan:
    """Return a plan of a year around some items."""
    held = tuple(sorted(items, key=order_of))
    return Plan(date(2026, 7, 1), date(2027, 7, 1), zone, held, health_days, days_off)


def usual_week() -> Plan:
    """Return a week as most are."""
    days = [MONDAY + timedelta(days=place) for place in range(7)]
    live = PostState.LIVE
    return plan(
        post(1, days[0], "08:30", title="Rhumatologie : s’assouplir", state=live, movable=False),
        post(2, days[0], "18:00", title="Journée de la vue", state=PostState.UNCERTAIN, movable=False),
        post(3, days[1], "08:15", title="Menu de la semaine", theme=2, state=PostState.FAILED, movable=False),
        post(4, days[1], "12:00", title="Don d’organes : le dire à ses proches", accounts=(1, 2, 5)),
        post(5, days[1], "12:00", title="Don d’organes, la vidéo", accounts=(3,), theme=None),
        post(6, days[1], "18:00", title="Octobre rose : la marche du samedi", accounts=(1, 2, 3, 4, 5)),
        post(7, days[2], "08:30", title="Grippe et Covid : la double vaccination", accounts=(1, 3)),
        event(
            20, days[2], "14:00", "16:30", title="Tournage maternité", kind=EventKind.SHOOTING, place="B 2"
        ),
        post(8, days[2], "15:00", title="Offre : aide-soignante", theme=4, state=PostState.IDEA),
        post(9, days[3], "09:00", title="Le camion est là", theme=2, state=PostState.IN_REVIEW),
        event(21, days[3], "10:00", "10:30", title="Point presse", kind=EventKind.PRESS_RELEASE),
        event(22, days[4], "18:30", "21:00", title="Conférence éthique", place="Amphithéâtre"),
        event(23, days[4], "12:00", "12:00", title="Affiche d’attente", kind=EventKind.PRINT_DEADLINE),
        whole_days(30, days[3], days[4]),
        whole_days(31, MONDAY - timedelta(days=6), days[2], title="Travaux du parking"),
        whole_days(32, days[4], title="Relire le dossier de presse", kind=EventKind.TASK),
        post(10, days[5], "10:00", title="Photo de la semaine", theme=2),
        health_days=(
            *HEALTH_DAYS,
            HealthDay("vue", "Journée mondiale de la vue", days[3], days[3], True, 2026),
            HealthDay("soins", "Journée mondiale des soins palliatifs", days[3], days[3], False, 2026),
        ),
        days_off=(*DAYS_OFF, DayOff(DayOffKind.PUBLIC, "Fête de la clinique", days[4], days[4])),
    )


def crowded_week(count: int = 200) -> Plan:
    """Return a week with many items."""
    chance = random.Random(7)
    items: list[CalendarItem] = []
    for number in range(count):
        day = MONDAY + timedelta(days=number % 7)
        if number % 9 == 0:
            length = chance.choice((0, 0, 1, 2))
            items.append(whole_days(number, day, day + timedelta(days=length), title=TITLES[number % 12]))
            continue
        hour = f"{chance.randint(7, 19):02}:{chance.choice((0, 15, 30)):02}"
        if number % 9 == 1:
            items.append(event(number, day, hour, f"{int(hour[:2]) + 2:02}:00", title=TITLES[number % 12]))
            continue
        accounts = tuple(sorted(chance.sample(range(1, 6), chance.randint(1, 4))))
        state, theme = chance.choice(tuple(PostState)[:9]), chance.choice((1, 2, 3, 4, None))
        title = TITLES[number % 12]
        items.append(post(number, day, hour, title=title, accounts=accounts, state=state, theme=theme))
    return plan(*items, health_days=HEALTH_DAYS, days_off=DAYS_OFF)


def autumn_week() -> Plan:
    """Return a week in which two o'clock comes twice on Sunday."""
    return plan(
        post(1, AUTUMN, "01:30", title="Avant le changement"),
        post(2, AUTUMN, "02:30", title="Premier passage"),
        post(3, AUTUMN, "02:30", title="Second passage", again=True),
        event(20, AUTUMN, "01:00", "04:00", title="Garde de nuit"),
        event(21, AUTUMN - timedelta(days=1), "22:00", "02:00", last=AUTUMN, title="Nuit de la science"),
        post(4, AUTUMN - timedelta(days=3), "09:00"),
        days_off=DAYS_OFF,
    )


def spring_week() -> Plan:
    """Return a week in which Sunday has no two o'clock."""
    return plan(
        post(1, SPRING, "01:00", title="Avant le changement"),
        post(2, SPRING, "03:00", title="Après le changement"),
        event(20, SPRING, "05:00", "07:00", title="Garde de nuit"),
        post(4, SPRING - timedelta(days=3), "09:00"),
    )
