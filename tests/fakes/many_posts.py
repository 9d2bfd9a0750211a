"""Fill a database with thousands of believable posts, fast, for measurements and crowded screens."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmstation.domain.accounts import Account, NewAccount
from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.drafts import DraftFilter, Stage, state_of
from cmstation.domain.labels import Campaign, Theme
from cmstation.domain.networks import Network, Way
from cmstation.domain.planned_time import PlannedTime, at_instant
from cmstation.storage.accounts import Accounts
from cmstation.storage.database import Database
from cmstation.storage.labels import Labels
from cmstation.storage.posts import Posts
from cmstation.storage.records import PostRecord, Record
from cmstation.storage.search import index_posts

TODAY = datetime(2026, 3, 18, 9, 0, tzinfo=UTC)
ZONE = "Europe/Paris"
SUBJECTS = (
    "Journée mondiale du diabète",
    "Octobre rose",
    "Mars bleu",
    "Don du sang",
    "Semaine de la vaccination",
    "Portes ouvertes de la maternité",
    "Nouveau scanner",
    "Hygiène des mains",
    "Prévention des chutes",
    "Recrutement d’infirmières",
    "Consultation de cardiologie",
    "Œuvre des bénévoles",
    "Mois sans tabac",
    "Conférence sur le sommeil",
    "Rééducation après une prothèse",
    "Travaux du parking",
)
ANGLES = (
    "ce qu’il faut savoir",
    "témoignage d’une patiente",
    "les bons gestes",
    "trois questions au docteur Lefèvre",
    "inscription ouverte",
    "l’équipe vous répond",
    "rendez-vous jeudi",
    "bilan de l’année",
)
SENTENCES = (
    "À la clinique des Tilleuls, nos équipes vous accueillent du lundi au vendredi de 8 h à 18 h.",
    "Parlez-en à votre médecin traitant : un dépistage précoce change tout.",
    "L’entrée se fait par la rue des Érables, le parking est gratuit.",
    "Notre sage-femme répond à vos questions, sans rendez-vous, le mercredi après-midi.",
    "Pensez à apporter votre carte Vitale et votre ordonnance.",
    "Aucune inscription n’est nécessaire ; les familles sont les bienvenues.",
    "Merci aux donneurs : l’an dernier, 412 poches ont été recueillies.",
)
ACCOUNTS = (
    (Network.WORDPRESS, "Site de la clinique"),
    (Network.MASTODON, "Mastodon"),
    (Network.BLUESKY, "Bluesky"),
    (Network.FACEBOOK, "Page de la maternité"),
    (Network.LINKEDIN, "LinkedIn"),
)
THEMES = (("Prévention", "info"), ("Vie de la clinique", "good"), ("Recrutement", "plum"))
TAGS = ("prévention", "santé", "équipe", "événement", "dépistage", "maternité")
AT_ONCE = 1_000

_PAST = (DeliveryState.SENT,) * 60 + (DeliveryState.FAILED, DeliveryState.UNCERTAIN)
_FUTURE = (DeliveryState.WAITING,) * 20 + (DeliveryState.ON_NETWORK,)


def fill(database: Database, posts: int) -> None:
    """Add posts with two to five versions and deliveries each, drawn anew at every call from the same seed.

    Args:
        database: opened; accounts and labels are added when it has none.
        posts: how many to add; their hours lie between two years before and one year after `TODAY`.
    """
    chance = random.Random(Posts(database).count(DraftFilter()))
    accounts = Accounts(database).all() or _add_accounts(database)
    labels = Labels(database)
    themes = labels.themes() or tuple(labels.add_theme(*theme) for theme in THEMES)
    campaigns = labels.campaigns() or (labels.add_campaign("Printemps de la prévention"),)
    for start in range(0, posts, AT_ONCE):
        with database.sessions.begin() as session:
            _add(session, chance, min(AT_ONCE, posts - start), accounts, themes, campaigns)


def _add(
    session: Session,
    chance: random.Random,
    posts: int,
    accounts: tuple[Account, ...],
    themes: tuple[Theme, ...],
    campaigns: tuple[Campaign, ...],
) -> None:
    drawn = [_Drawn(chance, accounts, themes, campaigns) for _ in range(posts)]
    tables = Record.metadata.tables
    last = session.execute(select(func.coalesce(func.max(PostRecord.id), 0))).scalar_one()
    session.execute(tables["posts"].insert(), [one.post for one in drawn])
    # Identities grow in the order of the rows; asking for each one back would take most of the time.
    added = select(PostRecord.id).where(PostRecord.id > last).order_by(PostRecord.id)
    identities = session.scalars(added).all()
    versions: list[dict[str, Any]] = []
    deliveries: list[dict[str, Any]] = []
    for post, one in zip(identities, drawn, strict=True):
        versions += [{**version, "post_id": post} for version in one.versions]
        deliveries += [{**delivery, "post_id": post} for delivery in one.deliveries]
    session.execute(tables["versions"].insert(), versions)
    if deliveries:
        session.execute(tables["deliveries"].insert(), deliveries)
    index_posts(session, identities)


class _Drawn:
    """One post drawn by chance, as rows."""

    def __init__(
        self,
        chance: random.Random,
        accounts: tuple[Account, ...],
        themes: tuple[Theme, ...],
        campaigns: tuple[Campaign, ...],
    ) -> None:
        self._chance = chance
        chosen = sorted(
            chance.sample(accounts, min(len(accounts), chance.randint(2, 5))),
            key=lambda found: found.position,
        )
        moment = TODAY + timedelta(minutes=15 * chance.randint(-2 * 35_040, 35_040))
        planned = at_instant(moment, ZONE) if chance.random() < 0.85 else None
        self.deliveries = [] if planned is None else list(self._deliveries(chosen, planned))
        self.versions = [self._version(account) for account in chosen]
        self.post = self._post(
            planned, chance.choice((None, *themes)), chance.choice((None, None, *campaigns))
        )

    def _post(
        self, planned: PlannedTime | None, theme: Theme | None, campaign: Campaign | None
    ) -> dict[str, Any]:
        chance = self._chance
        stage = Stage.APPROVED if planned else chance.choice(tuple(Stage))
        created = min(planned.instant, TODAY) if planned else TODAY
        sent = [found["sent_at"] for found in self.deliveries if found["sent_at"]]
        moments = [*sent[:1], *([planned.instant] if planned else [])]
        return {
            "revision": chance.randint(1, 30),
            "title": f"{chance.choice(SUBJECTS)} : {chance.choice(ANGLES)}",
            "text": "\n\n".join(chance.sample(SENTENCES, chance.randint(2, 5))),
            "stage": stage,
            "state": state_of(stage, [found["state"] for found in self.deliveries]),
            "shown_at": moments[0] if moments else None,
            "shown_zone": ZONE if moments else "",
            "theme_id": theme.id if theme else None,
            "campaign_id": campaign.id if campaign else None,
            "tags": chance.sample(TAGS, chance.randint(0, 3)),
            "language": "fr",
            "link": "https://clinique-tilleuls.example/actualites",
            "first_comment": "",
            "sources": "Haute Autorité de santé" if chance.random() < 0.3 else "",
            "planned_at": planned.instant if planned else None,
            "planned_zone": planned.zone if planned else None,
            "planned_wall": planned.wall if planned else None,
            "created_at": created - timedelta(days=chance.randint(2, 30)),
            "changed_at": created - timedelta(minutes=chance.randint(1, 2_000)),
        }

    def _version(self, account: Account) -> dict[str, Any]:
        own = " ".join(self._chance.sample(SENTENCES, 2)) if self._chance.random() < 0.4 else None
        return {
            "account_id": account.id,
            "included": True,
            "text": own,
            "title": None,
            "link": None,
            "first_comment": None,
            "options": {},
        }

    def _deliveries(self, accounts: list[Account], planned: PlannedTime) -> Iterator[dict[str, Any]]:
        past = planned.instant <= TODAY
        for account in accounts:
            state = self._chance.choice(_PAST if past else _FUTURE)
            sent = state is DeliveryState.SENT
            key = f"{self._chance.getrandbits(128):032x}"
            yield {
                "account_id": account.id,
                "kind": DeliveryKind.POST,
                "state": state,
                "key": key,
                "due_at": planned.instant,
                "due_zone": planned.zone,
                "due_wall": planned.wall,
                "next_try": planned.instant,
                "native": False,
                "attempts": 1 if past else 0,
                "owner": "",
                "armed_at": planned.instant if past else None,
                "sent_at": planned.instant + timedelta(seconds=20) if sent else None,
                "remote_id": key[:8] if sent else "",
                "remote_url": f"https://clinique-tilleuls.example/{key[:8]}" if sent else "",
                "remote_extra": {},
                "error": "" if sent or not past else "content_refused",
                "detail": "",
                "evidence": [],
                "created_at": planned.instant - timedelta(days=2),
                "changed_at": planned.instant,
            }


def _add_accounts(database: Database) -> tuple[Account, ...]:
    accounts = Accounts(database)
    return tuple(accounts.add(NewAccount(network, Way.REHEARSAL, name), TODAY) for network, name in ACCOUNTS)
