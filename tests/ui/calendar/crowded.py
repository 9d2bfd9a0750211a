"""Fills a month of the rehearsal clinic with posts in every state, as a busy month has."""

import random
import secrets
from datetime import datetime, timedelta

from cmstation.domain.drafts import Stage
from cmstation.domain.networks import Network, Receipt
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.services.station import Station
from cmstation.storage.deliveries import Deliveries

ZONE = "Europe/Paris"
TITLES = (
    "Infection : se laver les mains",
    "Octobre rose commence",
    "Un potager pour l’équipe",
    "Offre : infirmière de nuit",
    "Téléexpertise, mode d’emploi",
    "Tri des déchets : − 18 %",
    "Contrôler sa vue à 40 ans",
    "Réunion des usagers",
    "Personnes âgées : bien dormir",
    "Photo de la semaine",
    "Bénévoles : bienvenue",
    "Laver, sécher, protéger",
)
HOURS = ("08:30", "09:00", "10:15", "12:15", "14:00", "17:00", "18:30")


def crowd(station: Station, posts: int, *, year: int = 2026, month: int = 10) -> None:
    """Add posts to a month: live before the clock's now, drafts and scheduled ones after it."""
    chance = random.Random(7)
    # Instagram would want a picture before it is planned.
    accounts = [each.id for each in station.accounts.all() if each.network is not Network.INSTAGRAM]
    themes = [theme.id for theme in station.labels.themes()] or [None]
    for place in range(posts):
        day = datetime(year, month, 1 + place % 28)  # noqa: DTZ001 (a wall time)
        hours, minutes = chance.choice(HOURS).split(":")
        planned = at_wall_time(day + timedelta(hours=int(hours), minutes=int(minutes)), ZONE)
        stage = chance.choice((Stage.DRAFT, Stage.IN_REVIEW, Stage.APPROVED, Stage.IDEA))
        chosen = chance.sample(accounts, min(len(accounts), chance.randint(1, 4)))
        post = station.drafts.new(
            title=TITLES[place % len(TITLES)],
            text="Nos équipes vous accueillent et répondent à vos questions.",
            stage=stage,
            accounts=chosen,
            theme=chance.choice(themes),
            planned=planned,
        ).value.id
        if planned.instant < station.clock.now():
            _publish(station, post, chosen, planned)
        elif chance.random() < 0.5:
            station.outbox.plan(post, due=planned)


def _publish(station: Station, post: int, accounts: list[int], planned: PlannedTime) -> None:
    deliveries, at = Deliveries(station.database), planned.instant
    for account in accounts:
        delivery = deliveries.add(post, account, planned, at, key=secrets.token_hex(16)).id
        deliveries.claim(delivery, at, "test")
        deliveries.arm(delivery, at, "test", b"{}", "44136fa355b3678a1146ad16f7e8649e")
        deliveries.sent(delivery, at, Receipt(f"r{post}", f"https://repetition.example/{post}"))
