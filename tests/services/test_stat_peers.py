"""Other clinics' accounts: listed once, typed or looked at, and ranked beside ours."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from cmstation.domain.changes import Changes
from cmstation.domain.errors import AddressNotFound, NotFound, NotSent, Offline, RateLimited
from cmstation.domain.figure_faults import (
    DayInFuture,
    FigureBelowZero,
    FigureTooGreat,
    PeerKnownAlready,
    PeerUnnamed,
)
from cmstation.domain.metrics import Figure, Metric, Origin
from cmstation.domain.metrics_networks import PeerReader, Reading
from cmstation.domain.networks import Network, Way
from cmstation.services.done import Done, Value
from cmstation.services.stat_entries import CHANGED
from cmstation.services.stat_peers import PeerReport, Peers
from cmstation.storage.accounts import Accounts
from cmstation.storage.stat_peers import PeerTable
from cmstation.storage.statistics import FigureTable
from tests.services.conftest import START, Bench

TODAY = START.date()
DAY = timedelta(days=1)
FOLLOWERS = Metric.FOLLOWERS
BLUESKY, MASTODON, FACEBOOK = Network.BLUESKY, Network.MASTODON, Network.FACEBOOK


@dataclass
class PublicFigures:
    """What anybody may see, by address (`domain/metrics_networks.py`: PeerReader)."""

    told: dict[str, int | Exception] = field(default_factory=dict[str, int | Exception])
    asked: list[str] = field(default_factory=list[str])

    def look(self, address: str) -> tuple[Reading, ...]:
        self.asked.append(address)
        found = self.told[address]
        if isinstance(found, Exception):
            raise found
        return (Reading(FOLLOWERS, found, "bluesky.account.followers"),)


@pytest.fixture
def public() -> PublicFigures:
    return PublicFigures()


@pytest.fixture
def peers(bench: Bench, public: PublicFigures) -> Peers:
    database = bench.station.database

    def reader_for(network: Network) -> PeerReader | None:
        return public if network in (BLUESKY, MASTODON) else None

    return Peers(
        PeerTable(database),
        FigureTable(database),
        Accounts(database),
        reader_for,
        bench.station.preferences.zone,
        bench.clock,
    )


def look(peers: Peers, *, force: bool = False) -> PeerReport:
    return peers.look(lambda _done, _total: None, force=force)


def take_back(done: Done[Value]) -> Changes:
    assert done.changes == CHANGED
    assert done.undo is not None
    return done.undo()


def value(peers: Peers, name: str) -> int | None:
    return next(one.value for one in peers.ranking(FOLLOWERS, TODAY) if one.name == name)


# --- the list ---


def test_a_peer_is_added_renamed_removed_and_each_comes_back(peers: Peers) -> None:
    added = peers.add(" Les Ormes ", BLUESKY, " @ormes.example ")
    peer = added.value
    assert (peer.name, peer.address) == ("Les Ormes", "@ormes.example")
    peers.enter(peer.id, TODAY, FOLLOWERS, 12)

    renamed = peers.rename(peer.id, "Clinique des Ormes", "ormes.example")
    assert peers.all() == (renamed.value,)
    take_back(renamed)
    assert peers.all() == (peer,)
    removed = peers.remove(peer.id)
    assert (removed.value, peers.all()) == (peer, ())
    take_back(removed)
    assert (peers.all(), value(peers, "Les Ormes")) == ((peer,), 12)

    take_back(added)
    assert peers.all() == ()
    assert peers.remove(peer.id).undo is None


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("LES ORMES", "other.example"),
        ("Autre", "ormes.example"),
        ("Autre", "@ORMES.example"),
        ("Autre", "https://www.ormes.example/"),
    ],
)
def test_an_account_is_listed_once(peers: Peers, name: str, address: str) -> None:
    peers.add("Les Ormes", BLUESKY, "ormes.example")
    another = peers.add("Une autre", BLUESKY, "une.example").value

    with pytest.raises(PeerKnownAlready):
        peers.add(name, BLUESKY, address)
    with pytest.raises(PeerKnownAlready):
        peers.rename(another.id, name, address)

    assert len(peers.all()) == 2
    assert peers.add(name, FACEBOOK, address).value.network is FACEBOOK


def test_a_peer_has_a_name(peers: Peers) -> None:
    with pytest.raises(PeerUnnamed):
        peers.add(" ", BLUESKY, "a.example")
    with pytest.raises(NotFound):
        peers.rename(7, "Les Ormes")


# --- figures that are typed ---


def test_a_typed_figure_comes_back_as_it_was(peers: Peers) -> None:
    peer = peers.add("Les Ormes", FACEBOOK).value.id
    peers.enter(peer, TODAY, FOLLOWERS, 10)

    entered = peers.enter(peer, TODAY, FOLLOWERS, 20)
    assert (entered.value.definition, value(peers, "Les Ormes")) == ("facebook.account.followers", 20)
    take_back(entered)
    assert value(peers, "Les Ormes") == 10
    removed = peers.remove_figure(peer, TODAY, FOLLOWERS)
    assert value(peers, "Les Ormes") is None
    take_back(removed)
    assert value(peers, "Les Ormes") == 10


def test_nobody_types_what_cannot_be(peers: Peers) -> None:
    peer = peers.add("Les Ormes", FACEBOOK).value.id

    with pytest.raises(DayInFuture):
        peers.enter(peer, TODAY + DAY, FOLLOWERS, 1)
    with pytest.raises(FigureBelowZero):
        peers.enter(peer, TODAY, FOLLOWERS, -1)
    with pytest.raises(FigureTooGreat):
        peers.enter(peer, TODAY, FOLLOWERS, 10**13)
    with pytest.raises(NotFound):
        peers.enter(peer + 1, TODAY, FOLLOWERS, 1)


# --- looking ---


def test_peers_are_looked_at_once_a_day(bench: Bench, peers: Peers, public: PublicFigures) -> None:
    ormes = peers.add("Les Ormes", BLUESKY, "ormes.example").value.id
    closed = peers.add("Le Lac", FACEBOOK, "lac").value.id
    nowhere = peers.add("Le Pont", BLUESKY).value.id
    public.told = {"ormes.example": 340}

    first, again = look(peers), look(peers)
    forced = look(peers, force=True)
    bench.pass_time(DAY)
    tomorrow = look(peers)

    assert first == PeerReport((ormes,), (), (closed, nowhere), 1)
    assert again == PeerReport(skipped=(ormes, closed, nowhere))
    assert not again.changes
    assert (forced.read, tomorrow.read, len(public.asked)) == ((ormes,), (ormes,), 3)
    assert value(peers, "Les Ormes") == 340


def test_one_that_fails_does_not_stop_the_others(bench: Bench, peers: Peers, public: PublicFigures) -> None:
    public.told = {"@a@one.example": AddressNotFound(), "@b@two.example": NotSent(), "@c@three.example": 5}
    ids = [
        peers.add(name, MASTODON, address).value.id for name, address in zip("abc", public.told, strict=True)
    ]

    report = look(peers)

    assert report.read == (ids[2],)
    assert report.failed == ((ids[0], "address_not_found"), (ids[1], "not_sent"))
    assert [one.trouble for one in peers.all()] == ["address_not_found", "not_sent", ""]
    assert {one.tried_at for one in peers.all()} == {bench.clock.now()}


def test_a_server_that_asks_to_wait_is_left_alone(peers: Peers, public: PublicFigures) -> None:
    public.told = {"@a@one.example": RateLimited(), "@b@one.example": 5, "https://two.example/@c": 6}
    ids = [
        peers.add(name, MASTODON, address).value.id for name, address in zip("abc", public.told, strict=True)
    ]

    report = look(peers)

    assert (report.failed, report.skipped, report.read) == (
        ((ids[0], "rate_limited"),),
        (ids[1],),
        (ids[2],),
    )
    assert public.asked == ["@a@one.example", "https://two.example/@c"]


@pytest.mark.parametrize("trouble", [Offline, NotSent])
def test_nobody_is_blamed_without_a_connection(
    peers: Peers, public: PublicFigures, trouble: type[NotSent]
) -> None:
    public.told = {"@a@one.example": trouble(), "@b@two.example": trouble()}
    ids = tuple(
        peers.add(name, MASTODON, address).value.id for name, address in zip("ab", public.told, strict=True)
    )

    report = look(peers)

    assert (report.offline, report.failed, sorted(report.skipped)) == (True, (), sorted(ids))
    assert {one.tried_at for one in peers.all()} == {None}


def test_what_was_typed_stands_above_what_is_looked_at(peers: Peers, public: PublicFigures) -> None:
    peer = peers.add("Les Ormes", BLUESKY, "ormes.example").value.id
    peers.enter(peer, TODAY, FOLLOWERS, 12)
    public.told = {"ormes.example": 340}

    look(peers)

    assert value(peers, "Les Ormes") == 12


# --- the ranking ---


def test_ours_are_ranked_beside_theirs_and_the_unknown_come_last(bench: Bench, peers: Peers) -> None:
    ours = bench.account(FACEBOOK, Way.ASSISTED).id
    FigureTable(bench.station.database).put(
        [Figure(ours, TODAY - 40 * DAY, FOLLOWERS, 200, START - 40 * DAY, Origin.HAND, "k", rounded=True)]
    )
    for name, network, followers in (
        ("Ormes", FACEBOOK, 300),
        ("Lac", FACEBOOK, 200),
        ("Pont", FACEBOOK, None),
        ("Ailleurs", BLUESKY, 100),
    ):
        peer = peers.add(name, network).value.id
        if followers is not None:
            peers.enter(peer, TODAY - DAY, FOLLOWERS, followers)

    ranking = peers.ranking(FOLLOWERS, TODAY, [ours])

    assert [(one.place, one.name, one.value) for one in ranking] == [
        (1, "Ormes", 300),
        (2, "Facebook", 200),
        (2, "Lac", 200),
        (4, "Ailleurs", 100),
        (None, "Pont", None),
    ]
    mine = ranking[1]
    assert (mine.account, mine.peer, mine.day, mine.rounded) == (ours, None, TODAY - 40 * DAY, True)
    assert [one.name for one in peers.ranking(FOLLOWERS, TODAY, (), BLUESKY)] == ["Ailleurs"]
    before = peers.ranking(FOLLOWERS, date(2000, 1, 1), [ours])
    assert {(one.place, one.value) for one in before} == {(None, None)}
