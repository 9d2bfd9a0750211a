"""Two years of a clinic's figures, drawn by chance from a seed: seasons, gaps, a viral post, new meanings."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmstation.domain.accounts import Account, NewAccount
from cmstation.domain.calendar import EVERYTHING, Plan, PlanFilter
from cmstation.domain.drafts import Stage, state_of
from cmstation.domain.metric_definitions import FACEBOOK_VIEWS, in_force
from cmstation.domain.metrics import Metric, Origin, PostForm, Scope
from cmstation.domain.networks import Network, Way
from cmstation.storage.accounts import Accounts
from cmstation.storage.database import Database
from cmstation.storage.labels import Labels
from cmstation.storage.records import PostRecord, Record
from cmstation.storage.records_statistics import StatPostRecord

ZONE: Final = ZoneInfo("Europe/Paris")
TODAY: Final = date(2026, 10, 31)
NOW: Final = datetime(2026, 10, 31, 18, 0, tzinfo=UTC)
DAYS: Final = 730
FIRST: Final = TODAY - timedelta(days=DAYS - 1)
NEW_MEANING: Final = FACEBOOK_VIEWS
PC_OFF: Final = (date(2025, 8, 4), date(2025, 8, 15))
NETWORK_AWAY: Final = (date(2026, 2, 9), date(2026, 2, 15))
AUGUST: Final = 8
AGES: Final = (0, 1, 2, 3, 4, 5, 6, 7, 14, 30)
_M = Metric
_NETWORKS: Final = (
    (Network.WORDPRESS, 0, (_M.POSTS, _M.COMMENTS, _M.VISITS, _M.VISITORS)),
    (Network.FACEBOOK, 16_300, (_M.FOLLOWERS, _M.POSTS, _M.REACH, _M.VISITS)),
    (Network.X, 3_380, (_M.FOLLOWERS, _M.POSTS, _M.IMPRESSIONS, _M.VISITS)),
    (Network.LINKEDIN, 1_850, (_M.FOLLOWERS, _M.POSTS, _M.IMPRESSIONS, _M.CLICKS)),
    (Network.INSTAGRAM, 920, (_M.FOLLOWERS, _M.POSTS, _M.REACH, _M.VIEWS)),
    (Network.MASTODON, 210, (_M.FOLLOWERS, _M.POSTS, _M.VIEWS, _M.CLICKS)),
    (Network.BLUESKY, 340, (_M.FOLLOWERS, _M.POSTS, _M.VIEWS, _M.CLICKS)),
)
# Three that all count, then clicks or, where there are bookmarks, these.
_POST_METRICS: Final = (_M.REACTIONS, _M.COMMENTS, _M.SHARES, _M.CLICKS, _M.IMPRESSIONS)
_SIZES: Final = dict(zip(_POST_METRICS, (14, 3, 4, 9, 400), strict=True))
_BOOKMARKS: Final = frozenset({Network.X, Network.INSTAGRAM, Network.BLUESKY})
_THEMES: Final = (("Prévention", 40), ("Vie de la clinique", 30), ("Emploi", None), ("Éthique", 10))
_HOURS: Final = (7, 8, 8, 9, 9, 9, 12, 12, 14, 16, 17, 18, 18, 18, 21)
_SET_BY_HAND: Final = 0.01


@dataclass(frozen=True, slots=True)
class Simulated:
    """What is notable in what was filled in.

    Args:
        viral, deleted, late: identities of posts: the viral one, one that its network no longer knows, and
            those that were first read after 7 days.
        away: the account whose network was away for a week.
        campaign: whose posts went out on `campaign_days`.
    """

    accounts: tuple[Account, ...]
    themes: tuple[int, ...]
    campaign: int
    campaign_days: tuple[date, date]
    viral: int
    deleted: int
    late: frozenset[int]
    away: int


class NoCalendar:
    """A calendar without events (`services/statistics.py`: PlanSource)."""

    def plan(self, start: date, end: date, wanted: PlanFilter = EVERYTHING) -> Plan:
        """Return nothing."""
        return Plan(start, end, str(ZONE))


def simulate(database: Database, *, seed: int = 5, days: int = DAYS, posts: int = 3_000) -> Simulated:
    """Fill an opened database with the figures of the days up to `TODAY`."""
    return _Simulation(database, random.Random(seed), days, posts).fill()


class _Simulation:
    def __init__(self, database: Database, chance: random.Random, days: int, posts: int) -> None:
        self._database = database
        self._chance = chance
        self._days = [TODAY - timedelta(days=back) for back in range(days - 1, -1, -1)]
        self._posts = posts
        self._tables = Record.metadata.tables

    def fill(self) -> Simulated:
        table = Accounts(self._database)
        accounts = tuple(
            table.add(NewAccount(network, Way.REHEARSAL, network.proper_name), NOW)
            for network, _size, _metrics in _NETWORKS
        )
        labels = Labels(self._database)
        themes = tuple(labels.add_theme(name, "info").id for name, _wished in _THEMES)
        for theme, (_name, wished) in zip(themes, _THEMES, strict=True):
            labels.update_theme(theme, wished=wished)
        campaign = labels.add_campaign("Octobre rose").id
        away = accounts[3].id
        with self._database.sessions.begin() as session:
            figures = [row for account in accounts for row in self._account(account, away)]
            session.execute(self._tables["stat_figures"].insert(), figures)
            notable = self._fill_posts(session, accounts, themes, campaign)
        october = (date(TODAY.year, 10, 5), date(TODAY.year, 10, 25))
        return Simulated(accounts, themes, campaign, october, *notable, away)

    # --- accounts ---

    def _account(self, account: Account, away: int) -> Iterator[dict[str, Any]]:
        _network, size, metrics = next(one for one in _NETWORKS if one[0] is account.network)
        followers, posts = float(size), 3 * size // 4
        for day in self._days:
            busy = _season(day)
            followers += self._chance.gauss(0.0006 * size * busy, 0.0004 * size)
            posts += self._chance.random() < 0.5 * busy
            if self._nobody_counts(day, account, away):
                continue
            for metric in metrics:
                if metric is _M.FOLLOWERS:
                    value = round(followers)
                elif metric in (_M.POSTS, _M.COMMENTS):
                    value = posts
                else:
                    value = round(abs(self._chance.gauss(busy, 0.2)) * (80 + size / 20))
                yield self._figure(account, metric, day, value)

    def _nobody_counts(self, day: date, account: Account, away: int) -> bool:
        if PC_OFF[0] <= day <= PC_OFF[1]:
            return True
        if account.id == away and NETWORK_AWAY[0] <= day <= NETWORK_AWAY[1]:
            return True
        return self._chance.random() < (0.05 if day.weekday() >= 5 else 0.005)

    def _figure(self, account: Account, metric: Metric, day: date, value: int) -> dict[str, Any]:
        meaning = in_force(account.network, Scope.ACCOUNT, metric, day)
        by_hand = meaning is None or self._chance.random() < _SET_BY_HAND
        if metric is _M.REACH and account.network is Network.FACEBOOK:
            meaning_key = "facebook.account." + ("reach" if day < NEW_MEANING else "viewers")
        else:
            meaning_key = "" if meaning is None else meaning.key
        return {
            "account_id": account.id,
            "metric": metric,
            "day": day,
            "value": value,
            "taken_at": _at(day, 19 if by_hand else 8),
            "origin": Origin.HAND if by_hand else Origin.NETWORK,
            "definition": meaning_key,
            "rounded": False,
            "import_id": None,
        }

    # --- posts ---

    def _fill_posts(
        self, session: Session, accounts: tuple[Account, ...], themes: tuple[int, ...], campaign: int
    ) -> tuple[int, int, frozenset[int]]:
        drawn = sorted(self._moments(), key=lambda moment: moment)
        made = self._made(session, drawn[::3], themes, campaign)
        rows = [self._post(place, moment, accounts, made) for place, moment in enumerate(drawn)]
        session.execute(self._tables["stat_posts"].insert(), rows)
        ids = session.scalars(select(StatPostRecord.id).order_by(StatPostRecord.id)).all()
        viral = ids[2 * len(ids) // 3]
        deleted = ids[len(ids) // 2]
        saved = {account.id for account in accounts if account.network in _BOOKMARKS}
        late: set[int] = set()
        figures: list[dict[str, Any]] = []
        for post, row in zip(ids, rows, strict=True):
            draw = self._chance.random()
            ages = AGES
            if draw < 0.04 and post != viral:
                continue
            if draw < 0.07 and post != viral:
                ages = AGES[8:]
                late.add(post)
            figures += self._post_figures(post, row, ages, row["account_id"] in saved, viral=post == viral)
        session.execute(self._tables["stat_post_figures"].insert(), figures)
        table = self._tables["stat_posts"]
        session.execute(table.update().where(table.c.id == deleted).values(gone_at=NOW))
        with_figures = {figure["stat_post_id"] for figure in figures}
        return viral, deleted, frozenset(late & with_figures)

    def _moments(self) -> Iterator[datetime]:
        weights = [_season(day) for day in self._days]
        for day in self._chance.choices(self._days, weights, k=self._posts):
            local = datetime.combine(day, time(self._chance.choice(_HOURS), self._chance.randrange(60)), ZONE)
            if local.astimezone(UTC) < NOW:
                yield local.astimezone(UTC)
            else:
                yield NOW - timedelta(hours=2)

    def _made(
        self, session: Session, moments: list[datetime], themes: tuple[int, ...], campaign: int
    ) -> list[int]:
        """Store the posts that these were made of; a third of all moments, since one goes out three times."""
        rows = [self._made_row(moment, themes, campaign) for moment in moments]
        last = session.execute(select(func.coalesce(func.max(PostRecord.id), 0))).scalar_one()
        session.execute(self._tables["posts"].insert(), rows)
        added = select(PostRecord.id).where(PostRecord.id > last).order_by(PostRecord.id)
        return list(session.scalars(added).all())

    def _made_row(self, moment: datetime, themes: tuple[int, ...], campaign: int) -> dict[str, Any]:
        october = moment.year == TODAY.year and moment.month == 10 and 5 <= moment.day <= 25
        return {
            "revision": 1,
            "title": "Journée portes ouvertes",
            "text": "Venez nombreux.",
            "stage": Stage.APPROVED,
            "state": state_of(Stage.APPROVED, []),
            "shown_at": moment,
            "shown_zone": str(ZONE),
            "theme_id": self._chance.choice((None, *themes, themes[0])),
            "campaign_id": campaign if october and self._chance.random() < 0.6 else None,
            "tags": [],
            "language": "fr",
            "link": "",
            "first_comment": "",
            "sources": "",
            "planned_at": None,
            "planned_zone": None,
            "planned_wall": None,
            "created_at": moment,
            "changed_at": moment,
        }

    def _post(
        self, place: int, moment: datetime, accounts: tuple[Account, ...], made: list[int]
    ) -> dict[str, Any]:
        ours = self._chance.random() < 0.9
        return {
            "account_id": accounts[(place + place // 7) % len(accounts)].id,
            "remote_id": f"r{place}",
            "post_id": made[place // 3] if ours else None,
            "published_at": moment,
            "title": f"Post {place}",
            "url": f"https://network.example/{place}",
            "form": self._chance.choice(tuple(PostForm)),
            "read_at": None,
            "gone_at": None,
            "import_id": None,
        }

    def _post_figures(
        self, post: int, row: dict[str, Any], ages: tuple[int, ...], saved: bool, *, viral: bool
    ) -> Iterator[dict[str, Any]]:
        published: datetime = row["published_at"]
        luck = 60.0 if viral else self._chance.lognormvariate(0, 0.6)
        for metric in _POST_METRICS:
            end = _SIZES[metric] * luck * self._chance.uniform(0.6, 1.4)
            before = -1
            told = _M.SAVES if saved and metric is _M.CLICKS else metric
            for age in ages:
                taken = published + timedelta(days=age, hours=1)
                value = round(end * (1 - math.exp(-(age + 0.4) / 2.5)))
                if taken > NOW or value == before:
                    continue
                before = value
                yield {
                    "stat_post_id": post,
                    "metric": told,
                    "day": taken.astimezone(ZONE).date(),
                    "value": value,
                    "taken_at": taken,
                    "age": age,
                    "origin": Origin.NETWORK,
                    "definition": f"x.post.{told.value}",
                    "import_id": None,
                }


def _season(day: date) -> float:
    """Return how busy a day is: weekends and August are quiet, October is not."""
    week = 0.35 if day.weekday() >= 5 else 1.0
    return week * (0.3 if day.month == AUGUST else 1.0 + 0.25 * math.cos(2 * math.pi * (day.month - 10) / 12))


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), ZONE).astimezone(UTC)
