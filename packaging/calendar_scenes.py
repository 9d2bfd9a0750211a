"""The scenes of the calendar: each view full and empty, and each of its dialogs."""

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from stage import Stage

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKind
from cmstation.domain.calendar_events import placed
from cmstation.domain.changes import Changes
from cmstation.domain.drafts import Stage as Written
from cmstation.domain.networks import Network
from cmstation.services.station import Station
from cmstation.ui.calendar.dialogs.health_day_card import HealthDayCard
from cmstation.ui.calendar.lanes.lanes import By
from cmstation.ui.calendar.plan_view import ViewKey

MANY = 120
CROWDED_IN, EMPTY_BEFORE = 4, 7  # months from today
_DAY = timedelta(days=1)
_SEED = 7
_HOURS = ("08:30", "09:00", "10:15", "12:15", "14:00", "17:00", "18:30")
_SUBJECTS = (
    "Se laver les mains : trente secondes",
    "Un potager pour l’équipe",
    "Nous recrutons : infirmière de nuit",
    "Téléexpertise, mode d’emploi",
    "Tri des déchets : un tiers en moins",
    "Contrôler sa vue à 40 ans",
    "Réunion des usagers",
    "Bien dormir après 70 ans",
    "La photo de la semaine",
    "Bénévoles : bienvenue",
    "Consultation de cardiologie : nouveaux horaires",
)
_SENTENCES = (
    "Nos équipes vous accueillent du lundi au vendredi, de 8 h à 18 h.",
    "Parlez-en à votre médecin traitant : il vous dira quand venir.",
    "L’entrée se fait par la rue des Lilas, le parking est gratuit.",
    "Apportez votre carte Vitale et votre ordonnance.",
    "Aucune inscription n’est nécessaire ; les proches sont les bienvenus.",
    "Merci à celles et ceux qui ont pris part à cette action.",
    "Une sage-femme répond à vos questions le mercredi après-midi.",
    "Le service est ouvert à tous, sans avance de frais.",
)
_STAGES = (Written.DRAFT, Written.IN_REVIEW, Written.APPROVED, Written.IDEA)
_FAULTY_TABLE = """\
genre;date;heure;titre;texte;comptes;thème;état
publication;2026-11-03;08:30;Mois sans tabac, jour 3;Trois jours déjà.;Facebook;Prévention;brouillon
publication;2026-11-31;08:30;Mois sans tabac, bilan;Trente jours.;Facebook;Prévention;brouillon
publication;2026-11-05;25h;Atelier mémoire;Ouvert aux proches.;Facebook;Vie de la clinique;brouillon
publication;2026-11-06;09:00;Portrait de la semaine;Rencontre.;Messagerie interne;Portraits;brouillon
publication;2026-11-09;09:00;Internes : les stages;Semestre de novembre.;LinkedIn;Emploi;presque prêt
réunion;2026-11-10;10:00;Comité de lecture;;;;
"""


def today_of(stage: Stage) -> date:
    """Return the day on which the pictures are taken."""
    found: date = stage.page("calendar").today()
    return found


def shown(stage: Stage, key: ViewKey = ViewKey.MONTH, day: date | None = None) -> Any:
    """Show a view on a day, today if none, and return the tab."""
    tab = stage.page("calendar")
    tab.show_fullness(1)
    tab.change_view(key)
    tab.shown.go_to(day or tab.today())
    stage.settle()
    return tab


def months_later(day: date, months: int) -> date:
    """Return the tenth of a month that many months later."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 10)


def item_of(stage: Stage, tab: Any, fits: Callable[[CalendarItem], bool]) -> CalendarItem:
    """Return the first item that fits, from today on."""
    found = next((item for item in tab.plan.items if item.last >= tab.today() and fits(item)), None)
    if found is None:
        raise SystemExit("the sample clinic has no such item")
    stage.settle()
    return found


def post_of(stage: Stage, tab: Any, *, days: int = 1) -> CalendarItem:
    """Return the first post that is some days ahead, can be moved and belongs to no sequence."""

    def fits(item: CalendarItem) -> bool:
        free = item.key.kind is ItemKind.POST and item.movable and item.sequence is None
        return free and item.first >= tab.today() + days * _DAY

    return item_of(stage, tab, fits)


# --- views ---


def month(stage: Stage) -> None:
    """Show the month."""
    shown(stage)


def week(stage: Stage) -> None:
    """Show the week."""
    shown(stage, ViewKey.WEEK)


def day(stage: Stage) -> None:
    """Show tomorrow, where two events share an hour."""
    shown(stage, ViewKey.DAY, today_of(stage) + _DAY)


def agenda(stage: Stage) -> None:
    """Show the agenda."""
    shown(stage, ViewKey.AGENDA)


def campaigns(stage: Stage) -> None:
    """Show a lane for each campaign."""
    shown(stage, ViewKey.LANES).shown.show_by(By.CAMPAIGN.value)
    stage.settle()


def accounts(stage: Stage) -> None:
    """Show a lane for each account."""
    shown(stage, ViewKey.LANES).shown.show_by(By.ACCOUNT.value)
    stage.settle()


def empty(stage: Stage) -> None:
    """Show a month in which nothing stands."""
    shown(stage, day=months_later(today_of(stage), -EMPTY_BEFORE))


def welcome(stage: Stage) -> None:
    """Show what a clinic without any post sees."""
    shown(stage).show_fullness(0)


def crowded(stage: Stage) -> None:
    """Show a month with 120 posts."""
    start = months_later(today_of(stage), CROWDED_IN).replace(day=1)
    fill_month(stage.station, start, MANY)
    stage.shell.commands.changed.emit(Changes(everything=True))
    shown(stage, day=start + 12 * _DAY)


def fill_month(station: Station, start: date, posts: int) -> None:
    """Add posts in every stage to the month that begins there, some of them planned."""
    chance = random.Random(_SEED)
    zone = station.preferences.zone()
    # Instagram would want a picture before a post is planned.
    known = [account.id for account in station.accounts.all() if account.network is not Network.INSTAGRAM]
    themes = [theme.id for theme in station.labels.themes()]
    for place in range(posts):
        wall = time.fromisoformat(chance.choice(_HOURS))
        planned = placed(datetime.combine(start + (place % 28) * _DAY, wall), zone)
        post = station.drafts.new(
            title=_SUBJECTS[place % len(_SUBJECTS)],
            text="\n\n".join(chance.sample(_SENTENCES, 4)),
            stage=chance.choice(_STAGES),
            accounts=chance.sample(known, chance.randint(1, 4)),
            theme=chance.choice(themes),
            planned=planned,
        ).value.id
        if chance.random() < 0.4:
            station.outbox.plan(post, due=planned)


# --- cards and dialogs ---


def health_day(stage: Stage) -> None:
    """Open the card of a day for which there was a post last year."""
    tab, health = shown(stage), stage.station.health_days
    coming = health.between(tab.today() + _DAY, tab.today() + 60 * _DAY)
    earlier = stage.station.health_day_posts.last_post
    chosen = next(day for day in coming if earlier(day.slug, day.year) is not None)
    tab.month.go_to(chosen.start)
    stage.settle()
    cell = tab.month.visualRect(tab.month.model_of_days.index_of(chosen.start))
    line = QRect(cell.left() + 8, cell.bottom() - 22, cell.width() - 16, 20)
    place = QRect(tab.month.viewport().mapToGlobal(line.topLeft()), line.size())
    tab.menus.show_health_day(chosen, place)
    stage.settle()
    for card in QApplication.topLevelWidgets():
        if isinstance(card, HealthDayCard):  # the screen without a screen is too small to keep it beside
            card.move(place.left(), place.top() - card.height() - 4)


def event(stage: Stage) -> None:
    """Open an occurrence of a weekly series."""
    tab = shown(stage)
    tab.open_item(item_of(stage, tab, lambda item: item.recurs).key)
    stage.settle()


def new_event(stage: Stage) -> None:
    """Begin a new event."""
    tab = shown(stage)
    tab.menus.events.add(tab.today() + 9 * _DAY, EventKind.SHOOTING)
    stage.settle()


def rhythm(stage: Stage) -> None:
    """Open the weekly slots, the wished shares and the warnings."""
    shown(stage).menus.rhythm.open_rhythm()
    stage.settle()


def sequence(stage: Stage) -> None:
    """Make a sequence of a post."""
    tab = shown(stage)
    tab.menus.rhythm.ask_sequence(post_of(stage, tab, days=8))
    stage.settle()


def health_days(stage: Stage) -> None:
    """List the health days of the year."""
    shown(stage).menus.health.open_list()
    stage.settle()


def days_off(stage: Stage) -> None:
    """Ask where the clinic is."""
    shown(stage).menus.health.open_days_off()
    stage.settle()


def move(stage: Stage) -> None:
    """Ask where a post goes."""
    tab = shown(stage)
    post = post_of(stage, tab)
    tab.shown.select((post.key,))
    tab.menus.deeds.ask_move((post.key,))
    stage.settle()


def importing(stage: Stage) -> None:
    """Look at a table that has faults."""
    tab, file = shown(stage), stage.station.folder / "planning-novembre.csv"
    file.write_text(_FAULTY_TABLE, encoding="utf-8")
    tab.menus.exchange.read(file)
    stage.settle()


def printing(stage: Stage) -> None:
    """Ask what goes on paper."""
    shown(stage).menus.exchange.ask_paper()
    stage.settle()


def menu(stage: Stage) -> None:
    """Open the menu of a day's item."""
    tab = shown(stage)
    post = post_of(stage, tab)
    tab.shown.select((post.key,))
    stage.settle()
    cell = tab.month.visualRect(tab.month.model_of_days.index_of(post.first))
    tab.menus.offer((post.key,), tab.month.viewport().mapToGlobal(cell.center()))
    stage.settle()


SCENES: dict[str, Callable[[Stage], None]] = {
    "calendar": month,
    "calendar-week": week,
    "calendar-day": day,
    "calendar-agenda": agenda,
    "calendar-campaigns": campaigns,
    "calendar-accounts": accounts,
    "calendar-empty": empty,
    "calendar-welcome": welcome,
    "calendar-120": crowded,
    "calendar-health-day": health_day,
    "calendar-event": event,
    "calendar-new-event": new_event,
    "calendar-rhythm": rhythm,
    "calendar-sequence": sequence,
    "calendar-health-days": health_days,
    "calendar-days-off": days_off,
    "calendar-move": move,
    "calendar-import": importing,
    "calendar-print": printing,
    "calendar-menu": menu,
}
