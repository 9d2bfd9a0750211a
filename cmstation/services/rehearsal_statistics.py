"""The figures of the sample clinic: two years of them, with a holiday on which nobody counted."""

import json
import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, TypedDict, cast
from zoneinfo import ZoneInfo

from cmstation.domain.accounts import Account
from cmstation.domain.metric_definitions import in_force, of
from cmstation.domain.metrics import Definition, Figure, Metric, Origin, PostFigure, PostForm, Scope
from cmstation.domain.networks import Network
from cmstation.domain.statistics import (
    Collection,
    Goal,
    NewStatPost,
    Note,
    NoteKind,
    PeerFigure,
)
from cmstation.resource_files import resource
from cmstation.services.station import Station
from cmstation.storage.database import Database
from cmstation.storage.stat_collections import CollectionTable
from cmstation.storage.stat_notes import GoalTable, NoteTable
from cmstation.storage.stat_peers import PeerTable
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable

DAYS: Final = 730
_SEED: Final = 1_013
_READ_AT: Final = time(7, 30)
_AUGUST: Final = 8
_SATURDAY: Final = 5
_POSTS_EACH: Final = 26
_DAYS_OF_POSTS: Final = 240
_AGES: Final = (1, 7, 30)
_STAR: Final = 4.5
_PEER_EVERY: Final = 91
_EACH_DAY: Final = 7

_Line = tuple[int, float]


class _Account(TypedDict, total=False):
    followers: _Line
    posts: _Line
    daily: dict[str, int]


class _GoalAlways(TypedDict):
    name: str
    metric: str
    target: int


class _Goal(_GoalAlways, total=False):
    network: str
    # How many days are left.
    left: int


class _Note(TypedDict):
    ago: int
    kind: str
    text: str
    said_by: str


class _Peer(TypedDict):
    name: str
    network: str
    address: str
    followers: _Line


class _Statistics(TypedDict):
    gap: tuple[int, int]
    accounts: dict[str, _Account]
    typical: dict[str, dict[str, int]]
    hours: list[int]
    titles: list[str]
    star: str
    goals: list[_Goal]
    notes: list[_Note]
    peers: list[_Peer]


class RehearsalStatistics:
    """Fills the statistics of a new sample clinic; its posts must be there."""

    def __init__(self, station: Station, database: Database) -> None:
        self._database = database
        self._accounts = station.accounts.all()
        self._now = station.clock.now()
        self._zone = ZoneInfo(station.preferences.zone())
        local = self._now.astimezone(self._zone)
        # Nothing is taken before it is read in the morning.
        self._today = local.date() if local.time() >= _READ_AT else local.date() - timedelta(days=1)
        self._chance = random.Random(_SEED)
        self._mornings: dict[date, datetime] = {}
        self._meanings: dict[tuple[Network, Scope, Metric], tuple[Definition, ...]] = {}
        text = resource("rehearsal", "statistics.json").read_text(encoding="utf-8")
        self._given = cast("_Statistics", json.loads(text))

    def fill(self) -> None:
        """Write figures of accounts and posts, goals, notes and peers."""
        FigureTable(self._database).put(
            figure for account in self._accounts for figure in self._of_account(account)
        )
        self._add_posts(StatPosts(self._database))
        self._add_words()
        self._add_peers(PeerTable(self._database))
        read = self._at(self._today, _READ_AT)
        states = CollectionTable(self._database)
        for account in self._accounts:
            if account.network in self._given["accounts"]:
                states.keep(Collection(account.id, tried_at=read, read_at=read))

    # --- figures of accounts ---

    def _of_account(self, account: Account) -> Iterator[Figure]:
        given = self._given["accounts"].get(account.network, _Account())
        for metric in (Metric.FOLLOWERS, Metric.POSTS):
            line = given.get("followers" if metric is Metric.FOLLOWERS else "posts")
            if line is not None:
                yield from self._growing(account, metric, line)
        for name, usual in given.get("daily", {}).items():
            for day in self._days():
                value = round(usual * _season(day) * self._chance.uniform(0.7, 1.35))
                yield from self._figure(account, Metric(name), day, value)

    def _growing(self, account: Account, metric: Metric, line: _Line) -> Iterator[Figure]:
        value, per_day = float(line[0]), line[1]
        seldom = metric is Metric.POSTS and "followers" in self._given["accounts"][account.network]
        for day in self._days():
            draw = self._chance.uniform(0, 2) if metric is Metric.POSTS else self._chance.gauss(1, 0.8)
            value += per_day * _season(day) * draw
            # How many posts there are was looked up once a week, on the networks.
            if seldom and day.weekday() and (self._today - day).days > _EACH_DAY:
                continue
            yield from self._figure(account, metric, day, round(value))

    def _days(self) -> Iterator[date]:
        return (self._today - timedelta(days=ago) for ago in range(DAYS - 1, -1, -1))

    def _figure(self, account: Account, metric: Metric, day: date, value: int) -> Iterator[Figure]:
        """Give a figure, unless nobody counted on that day or the network did not count so then."""
        meaning = self._meaning(account.network, Scope.ACCOUNT, metric, day)
        nearest, furthest = self._given["gap"]
        if meaning is None or nearest <= (self._today - day).days <= furthest:
            return
        at = self._mornings.get(day) or self._mornings.setdefault(day, self._at(day, _READ_AT))
        yield Figure(account.id, day, metric, value, at, Origin.REHEARSAL, meaning.key, meaning.rounded)

    def _meaning(self, network: Network, scope: Scope, metric: Metric, day: date) -> Definition | None:
        """Return what `in_force` does; for thousands of figures, from the few meanings of one metric."""
        key = network, scope, metric
        if key not in self._meanings:
            self._meanings[key] = tuple(found for found in of(network, scope) if found.metric is metric)
        for found in reversed(self._meanings[key]):
            if (found.since is None or found.since <= day) and (found.until is None or day <= found.until):
                return found
        return None

    # --- posts ---

    def _add_posts(self, posts: StatPosts) -> None:
        posts.note_live()
        new = [post for account in self._accounts for post in self._told(account)]
        posts.add(new)
        networks = {account.id: account.network for account in self._accounts}
        known = posts.between(datetime(1970, 1, 1, tzinfo=UTC), self._now)
        figures: list[PostFigure] = []
        for post in known:
            luck = _STAR if post.title == self._given["star"] else self._chance.lognormvariate(0, 0.45)
            figures += self._of_post(post.id, networks[post.account], post.published_at, luck)
        posts.put_figures(figures)
        posts.read([post.id for post in known], self._now)

    def _told(self, account: Account) -> Iterator[NewStatPost]:
        """Give posts of the last months that were not made here."""
        if account.network not in self._given["typical"]:
            return
        for place in range(_POSTS_EACH):
            ago = 14 + place * (_DAYS_OF_POSTS - 14) // _POSTS_EACH
            hour = time(self._chance.choice(self._given["hours"]), self._chance.randrange(0, 60, 5))
            at = self._at(self._today - timedelta(days=ago), hour)
            title = self._given["titles"][(place + account.position) % len(self._given["titles"])]
            name = f"{account.network}-ancien-{place + 1}"
            form = self._chance.choice((PostForm.PICTURE, PostForm.PICTURE, PostForm.TEXT, PostForm.VIDEO))
            url = f"https://repetition.example/{name}"
            yield NewStatPost(account.id, name, at, title, url, form)

    def _of_post(self, post: int, network: Network, published: datetime, luck: float) -> Iterator[PostFigure]:
        for name, usual in self._given["typical"].get(network, {}).items():
            metric = Metric(name)
            end = usual * luck * self._chance.uniform(0.6, 1.4)
            for age in _AGES:
                at = published + timedelta(days=age)
                day = at.astimezone(self._zone).date()
                meaning = self._meaning(network, Scope.POST, metric, day)
                if at > self._now or meaning is None:
                    break
                value = round(end * (1 - math.exp(-age / 2)))
                yield PostFigure(post, day, metric, value, at, Origin.REHEARSAL, meaning.key)

    # --- words and peers ---

    def _add_words(self) -> None:
        goals, notes = GoalTable(self._database), NoteTable(self._database)
        by_network = {account.network.value: account.id for account in self._accounts}
        for given in self._given["goals"]:
            by = self._today + timedelta(days=given.get("left", 0))
            goal = Goal(0, given["name"], Metric(given["metric"]), given["target"], by=by)
            goals.add(replace(goal, account=by_network[given["network"]]) if "network" in given else goal)
        for told in self._given["notes"]:
            day = self._today - timedelta(days=told["ago"])
            notes.add(Note(0, day, NoteKind(told["kind"]), told["text"], told["said_by"]))

    def _add_peers(self, peers: PeerTable) -> None:
        figures: list[PeerFigure] = []
        for given in self._given["peers"]:
            network = Network(given["network"])
            peer = peers.add(given["name"], network, given["address"]).id
            start, per_day = given["followers"]
            for ago in range(2 + 4 * _PEER_EVERY, 0, -_PEER_EVERY):
                day = self._today - timedelta(days=ago)
                meaning = in_force(network, Scope.ACCOUNT, Metric.FOLLOWERS, day)
                value = round(start + per_day * (DAYS - ago))
                at, key = self._at(day, _READ_AT), "" if meaning is None else meaning.key
                figures.append(PeerFigure(peer, day, Metric.FOLLOWERS, value, at, Origin.REHEARSAL, key))
        peers.put(figures)

    def _at(self, day: date, wall: time) -> datetime:
        return datetime.combine(day, wall, tzinfo=self._zone).astimezone(UTC)


def _season(day: date) -> float:
    """Return how busy a day is, 1 on the mean: weekends and August are quiet."""
    week: Mapping[bool, float] = {True: 0.45, False: 1.2}
    return week[day.weekday() >= _SATURDAY] * (0.55 if day.month == _AUGUST else 1.05)
