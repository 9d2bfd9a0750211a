"""Plans to be arranged: a busy clinic in October 2026, and any plan at all for properties."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

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
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.domain.networks import Network
from cmstation.ui.calendar.look import PlanLook
from tests.ui.calendar.crowded import HOURS, TITLES

ZONE = "Europe/Paris"
TODAY = date(2026, 10, 13)
NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
MONDAY = date(2026, 10, 12)
ACCOUNTS = {
    1: "Clinique des Tilleuls",
    2: "@tilleuls",
    3: "Tilleuls, la page",
    4: "Site de la clinique",
    5: "tilleuls.bsky.social",
}
NETWORKS = {
    1: Network.FACEBOOK,
    2: Network.MASTODON,
    3: Network.LINKEDIN,
    4: Network.WORDPRESS,
    5: Network.BLUESKY,
}
LINES = {
    1: EditorialLine(1, "Prévention", "info"),
    2: EditorialLine(2, "Vie de la clinique", "accent"),
    3: EditorialLine(3, "Télésanté", "plum"),
    4: EditorialLine(4, "Emploi", "warning"),
}
CAMPAIGNS = {
    1: Campaign(1, "Octobre rose"),
    2: Campaign(2, "Vaccination contre la grippe"),
    3: Campaign(3, "Recrutement d’infirmières et d’aides-soignants 2026"),
    4: Campaign(4, "Portes ouvertes"),
    5: Campaign(5, "Été 2025", closed=True),
}
LOOK = PlanLook(TODAY, NOW, LINES, CAMPAIGNS, ACCOUNTS)


def post(
    identity: int,
    day: date,
    hour: str = "09:00",
    *,
    title: str = "Octobre rose commence",
    accounts: Iterable[int] = (1,),
    campaign: int | None = None,
    theme: int | None = None,
    state: PostState = PostState.SCHEDULED,
    movable: bool = True,
    picture: str = "",
    on_network: bool = False,
) -> CalendarItem:
    """A post at an hour of a day in Paris."""
    start, chosen = _instant(day, time.fromisoformat(hour)), tuple(accounts)
    return CalendarItem(
        ItemKey(ItemKind.POST, identity, f"{start:%Y-%m-%dT%H:%MZ}"),
        title,
        start,
        start,
        day,
        day,
        ZONE,
        movable=movable,
        state=state,
        theme=theme,
        campaign=campaign,
        accounts=chosen,
        networks=tuple(dict.fromkeys(NETWORKS[account] for account in chosen)),
        on_network=on_network,
        picture=picture,
    )


def event(
    identity: int,
    first: date,
    last: date | None = None,
    *,
    title: str = "Congrès de gériatrie",
    kind: EventKind = EventKind.EVENT,
    hours: tuple[str, str] | None = None,
    campaign: int | None = None,
    place: str = "",
    done: bool = False,
    recurs: bool = False,
) -> CalendarItem:
    """An event of the clinic: whole days, or from one hour to another."""
    last = last or first
    if hours is None:
        start, end = _instant(first, time()), _instant(last + timedelta(days=1), time())
    else:
        start, end = (
            _instant(day, time.fromisoformat(hour)) for day, hour in zip((first, last), hours, strict=True)
        )
    return CalendarItem(
        ItemKey(ItemKind.EVENT, identity),
        title,
        start,
        end,
        first,
        last,
        ZONE,
        whole_day=hours is None,
        ends_movable=True,
        event=kind,
        campaign=campaign,
        place=place,
        done=done,
        recurs=recurs,
    )


def remote(identity: int, day: date, hour: str = "12:00", *, account: int = 4) -> CalendarItem:
    """A post that someone planned on the network itself."""
    start = _instant(day, time.fromisoformat(hour))
    return CalendarItem(
        ItemKey(ItemKind.REMOTE, identity),
        "Newsletter n° 42",
        start,
        start,
        day,
        day,
        ZONE,
        accounts=(account,),
        networks=(NETWORKS[account],),
    )


def health_day(name: str, start: date, end: date | None = None, *, to_confirm: bool = False) -> HealthDay:
    """A health day by its French name."""
    return HealthDay(name.lower().replace(" ", "-"), name, start, end or start, to_confirm, start.year)


HEALTH_DAYS = (
    health_day("Octobre rose", date(2026, 10, 1), date(2026, 10, 31)),
    health_day("Journée mondiale de l’arthrite", date(2026, 10, 12)),
    health_day("Journée mondiale du lavage des mains", date(2026, 10, 15)),
    health_day("Journée du don d’organes", date(2026, 10, 17), to_confirm=True),
    health_day("Journée mondiale du bégaiement", date(2026, 10, 22)),
    health_day("Journée mondiale de l’AVC", date(2026, 10, 29)),
    health_day("Mois sans tabac", date(2026, 11, 1), date(2026, 11, 30)),
    health_day("Journée du diabète", date(2026, 11, 14)),
    health_day("Semaine de la prématurité", date(2026, 11, 16), date(2026, 11, 22), to_confirm=True),
    health_day("Journée de la BPCO", date(2026, 11, 18), to_confirm=True),
)
DAYS_OFF = (
    DayOff(DayOffKind.SCHOOL, "Vacances de la Toussaint", date(2026, 10, 17), date(2026, 11, 1)),
    DayOff(DayOffKind.PUBLIC, "Toussaint", date(2026, 11, 1), date(2026, 11, 1)),
    DayOff(DayOffKind.PUBLIC, "Armistice", date(2026, 11, 11), date(2026, 11, 11)),
    DayOff(DayOffKind.SCHOOL, "Vacances de Noël", date(2026, 12, 19), date(2027, 1, 3)),
    DayOff(DayOffKind.PUBLIC, "Noël", date(2026, 12, 25), date(2026, 12, 25)),
)


def plan(
    *items: CalendarItem, start: date = date(2026, 9, 1), end: date = date(2027, 2, 1), bare: bool = False
) -> Plan:
    """A plan of some items, with the holidays and health days of that autumn."""
    held = tuple(sorted((item for item in items if item.first < end and item.last >= start), key=order_of))
    return Plan(start, end, ZONE, held, () if bare else HEALTH_DAYS, () if bare else DAYS_OFF)


def normal_plan() -> Plan:
    """Some weeks as most are."""
    return plan(*_october(), *_november())


def crowded_plan(count: int = 600, *, days: int = 42) -> Plan:
    """Many items from the Monday on, in every state."""
    chance = random.Random(7)
    items: list[CalendarItem] = []
    for number in range(count):
        day = MONDAY + timedelta(days=chance.randrange(days))
        if number % 7 == 0:
            length = chance.choice((0, 0, 1, 3, 11))
            items.append(
                event(number, day, day + timedelta(days=length), campaign=chance.choice((1, 2, 3, 4, None)))
            )
            continue
        items.append(
            post(
                number,
                day,
                chance.choice(HOURS),
                title=TITLES[number % len(TITLES)],
                accounts=sorted(chance.sample(range(1, 6), chance.randint(1, 4))),
                campaign=chance.choice((1, 1, 2, 3, 4, None)),
                theme=chance.choice((1, 2, 3, 4, None)),
                state=chance.choice(tuple(PostState)[:9]),
                picture="a" if number % 3 == 0 else "",
            )
        )
    return plan(*items)


@st.composite
def any_plan(draw: st.DrawFn) -> Plan:
    """Any items of any length around October 2026."""
    start = date(2026, 9, 21)
    end = start + timedelta(days=draw(st.integers(28, 120)))
    items: list[CalendarItem] = []
    for number in range(draw(st.integers(0, 40))):
        first = start + timedelta(days=draw(st.integers(-20, 120)))
        length = draw(st.sampled_from((0, 0, 0, 0, 1, 2, 9, 40)))
        campaign = draw(st.sampled_from((None, 1, 2, 5, 99)))
        if length:
            items.append(event(number, first, first + timedelta(days=length), campaign=campaign))
        else:
            accounts = sorted(draw(st.sets(st.integers(1, 5), max_size=3)))
            items.append(
                post(number, first, draw(st.sampled_from(HOURS)), accounts=accounts, campaign=campaign)
            )
    return plan(*items, start=start, end=end)


def _october() -> tuple[CalendarItem, ...]:
    live, failed, draft = PostState.LIVE, PostState.FAILED, PostState.DRAFT
    d12, d13, d14, d15 = (date(2026, 10, day) for day in (12, 13, 14, 15))
    march = "Octobre rose : la marche du samedi, les inscriptions sont ouvertes jusqu’à jeudi midi"
    flu, both = "Grippe et Covid : la double vaccination", (1, 2)
    shooting, print_, task = EventKind.SHOOTING, EventKind.PRINT_DEADLINE, EventKind.TASK
    return (
        post(1, d12, "08:30", title="Rhumatologie", theme=1, state=live, movable=False, accounts=(1, 4)),
        post(2, d13, "08:15", title="Menu de la semaine", theme=2, state=failed),
        post(3, d13, "12:00", title="Don d’organes : le dire", theme=1, accounts=(1, 2, 5), picture="a"),
        post(4, d13, "18:00", title=march, theme=1, campaign=1, accounts=ACCOUNTS, state=draft, picture="b"),
        event(
            20, d14, title="Tournage maternité", kind=shooting, hours=("14:00", "16:30"), place="Bâtiment B"
        ),
        post(5, d14, "08:30", title=flu, theme=1, campaign=2, accounts=(1, 3), state=PostState.APPROVED),
        event(21, d15, date(2026, 10, 16), title="Congrès de gériatrie", place="Lyon", campaign=4),
        post(6, d15, "09:00", title="Le camion est là", campaign=1, theme=2, on_network=True),
        post(7, date(2026, 10, 19), title="Le camion : 214 femmes", campaign=1, theme=2, accounts=both),
        remote(30, date(2026, 10, 19)),
        event(22, date(2026, 10, 20), title="Affiche d’attente", kind=print_, hours=("12:00", "12:00")),
        post(8, date(2026, 10, 23), "11:00", title="Panneaux solaires : posés", campaign=4, accounts=(3,)),
        event(23, date(2026, 10, 23), title="Relire le dossier de presse", kind=task, done=True),
        post(9, date(2026, 10, 27), "17:00", title="Un an de télémédecine", theme=3, accounts=(1, 3, 4)),
        event(25, date(2026, 10, 5), d14, title="Travaux du parking"),
    )


def _november() -> tuple[CalendarItem, ...]:
    nurses, idea = (3, 4), PostState.IDEA
    first, fifth, last = date(2026, 11, 2), date(2026, 11, 5), date(2026, 11, 13)
    return (
        post(
            10,
            date(2026, 11, 3),
            "12:15",
            title="Offre : aide-soignante",
            theme=4,
            campaign=3,
            accounts=nurses,
        ),
        post(11, fifth, "12:15", title="Offre : infirmière de bloc", theme=4, campaign=3, state=idea),
        event(24, first, last, title="Campagne d’affichage", campaign=3),
        event(26, date(2026, 11, 18), title="Réunion des usagers", hours=("18:00", "20:00"), recurs=True),
        post(
            12, date(2026, 11, 20), "10:00", title="Une nuit en néonatologie", theme=2, accounts=(1, 2, 4, 5)
        ),
    )


def _instant(day: date, wall: time) -> datetime:
    return datetime.combine(day, wall, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
