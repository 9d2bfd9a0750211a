"""Other clinics' public figures, to see one's rank: typed by hand, or read where anybody may."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound, NotSent, Offline, RateLimited
from cmstation.domain.figure_faults import PeerKnownAlready, PeerUnnamed, refuse_absurd
from cmstation.domain.folding import folded, storable
from cmstation.domain.metrics import Figure, Metric, Origin, Scope
from cmstation.domain.metrics_networks import PeerReader, Reading
from cmstation.domain.networks import Network
from cmstation.domain.statistics import Peer, PeerFigure
from cmstation.services.done import Done
from cmstation.services.error_keys import error_key
from cmstation.services.stat_entries import CHANGED, definition_of, refuse_future, told_at
from cmstation.storage.accounts import Accounts
from cmstation.storage.stat_peers import PeerTable
from cmstation.storage.statistics import FigureTable

Progress = Callable[[int, int], None]
ReaderFor = Callable[[Network], PeerReader | None]
_SCHEMES: Final = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class PeerReport:
    """What a look did.

    Args:
        read: peers that were read.
        failed: peers that were not, each with its error (see `error_key`).
        skipped: peers that were not asked: looked at today, or on a network that tells nobody.
        offline: nothing could be reached, so that it is this computer; no peer is blamed for it.
    """

    read: tuple[int, ...] = ()
    failed: tuple[tuple[int, str], ...] = ()
    skipped: tuple[int, ...] = ()
    figures: int = 0
    offline: bool = False

    @property
    def changes(self) -> Changes:
        """What screens have to look at again."""
        return Changes(statistics=bool(self.read or self.failed))


@dataclass(frozen=True, slots=True)
class Rank:
    """One line of a ranking: an account of ours, or a peer.

    Args:
        place: from 1; the same figure has the same place. None when the figure is not known.
        value: None when it is not known, which is not 0.
        day: of the figure, which may be older than the day that was asked for.
        account, peer: one of them, the other None.
    """

    name: str
    network: Network
    place: int | None = None
    value: int | None = None
    day: date | None = None
    taken_at: datetime | None = None
    origin: Origin | None = None
    definition: str = ""
    rounded: bool = False
    account: int | None = None
    peer: int | None = None


class Peers:
    """What a person can do with other clinics' accounts.

    Args:
        reader_for: gives what reads other people's accounts on a network, None where nobody may.
        zone: tells the clinic's zone.
    """

    def __init__(
        self,
        peers: PeerTable,
        figures: FigureTable,
        accounts: Accounts,
        reader_for: ReaderFor,
        zone: Callable[[], str],
        clock: Clock,
    ) -> None:
        self._peers = peers
        self._figures = figures
        self._accounts = accounts
        self._reader_for = reader_for
        self._zone = zone
        self._clock = clock

    # --- the list ---

    def all(self) -> tuple[Peer, ...]:
        """List all, in the person's order."""
        return self._peers.all()

    def add(self, name: str, network: Network, address: str = "") -> Done[Peer]:
        """Add an account, after all others.

        Args:
            address: its page, or its handle; without one its figures are typed.

        Raises:
            PeerUnnamed, PeerKnownAlready: it cannot be told apart, or is there.
        """
        wanted = Peer(0, storable(name).strip(), network, storable(address).strip())
        self._refuse(wanted)
        peer = self._peers.add(wanted.name, network, wanted.address)
        return Done(peer, CHANGED, self._then(lambda: self._peers.remove(peer.id)))

    def rename(self, peer: int, name: str, address: str | None = None) -> Done[Peer]:
        """Give an account another name, or another address.

        Raises:
            NotFound: it was removed.
            PeerUnnamed, PeerKnownAlready: it could not be told apart.
        """
        found = self._peers.get(peer)
        there = found.address if address is None else storable(address).strip()
        wanted = replace(found, name=storable(name).strip(), address=there)
        self._refuse(wanted)
        before = self._peers.change(wanted)

        def back() -> None:
            now = self._peers.get(peer)
            self._peers.change(replace(now, name=before.name, address=before.address))

        return Done(wanted, CHANGED, self._then(back))

    def remove(self, peer: int) -> Done[Peer | None]:
        """Forget an account and its figures; the value is None when it was gone already."""
        removed = self._peers.remove(peer)
        if removed is None:
            return Done(None, Changes())
        return Done(removed.peer, CHANGED, self._then(lambda: self._peers.put_back(removed)))

    # --- figures ---

    def enter(self, peer: int, day: date, metric: Metric, value: int) -> Done[PeerFigure]:
        """Keep what a person read on an account's page.

        Raises:
            NotFound: the account was removed.
            DayInFuture, FigureBelowZero, FigureTooGreat: nobody can have read that.
        """
        now, zone = self._clock.now(), ZoneInfo(self._zone())
        refuse_future(day, now.astimezone(zone).date())
        refuse_absurd(value)
        network = self._peers.get(peer).network
        definition = definition_of(network, Scope.ACCOUNT, metric, day)
        at = told_at(day, zone, now)
        figure = PeerFigure(peer, day, metric, value, at, Origin.HAND, definition)
        gone = self._peers.put([figure])

        def back() -> None:
            self._peers.remove_figure(peer, day, metric)
            self._peers.put(gone)

        return Done(figure, CHANGED, self._then(back))

    def remove_figure(self, peer: int, day: date, metric: Metric) -> Done[PeerFigure | None]:
        """Take a figure away; the value is what stood there."""
        gone = self._peers.remove_figure(peer, day, metric)
        if gone is None:
            return Done(None, Changes())
        return Done(gone, CHANGED, self._then(lambda: self._peers.put([gone])))

    def look(
        self, progress: Progress, peers: Iterable[int] | None = None, *, force: bool = False
    ) -> PeerReport:
        """Read what anybody may see, once a day for each account; what was told is stored.

        Args:
            progress: told how many accounts of how many are done; what it raises cancels the look.
            peers: these alone.
            force: also those that were looked at today.
        """
        wanted = None if peers is None else frozenset(peers)
        chosen = [one for one in self._peers.all() if wanted is None or one.id in wanted]
        run = _Look(self._reader_for)
        for number, peer in enumerate(chosen):
            progress(number, len(chosen))
            if run.offline or not (force or self._is_due(peer)):
                run.skipped.append(peer.id)
            else:
                self._look_at(peer, run)
        self._settle(run)
        progress(len(chosen), len(chosen))
        return run.report()

    def ranking(
        self, metric: Metric, on: date, accounts: Iterable[int] = (), network: Network | None = None
    ) -> tuple[Rank, ...]:
        """Rank our accounts and the peers by their last known figures of a day, the unknown last.

        Args:
            accounts: which of ours take part.
            network: only those on it; None for all.
        """
        wanted = frozenset(accounts)
        ours = [one for one in self._accounts.all() if one.id in wanted]
        figures = self._figures.latest(wanted, {metric}, on)
        theirs = self._peers.latest(metric, on)
        rows = [
            *(
                _rank(Rank(one.name, one.network, account=one.id), figures.get((one.id, metric)))
                for one in ours
            ),
            *(_rank(Rank(one.name, one.network, peer=one.id), theirs.get(one.id)) for one in self.all()),
        ]
        return _placed([row for row in rows if network is None or row.network is network])

    # --- inside ---

    def _refuse(self, wanted: Peer) -> None:
        if not wanted.name:
            raise PeerUnnamed
        for one in self._peers.all():
            if one.id == wanted.id or one.network is not wanted.network:
                continue
            same_place = _place(wanted.address) and _place(one.address) == _place(wanted.address)
            if same_place or folded(one.name) == folded(wanted.name):
                raise PeerKnownAlready(peer=one.id, name=one.name)

    def _then(self, back: Callable[[], object]) -> Callable[[], Changes]:
        def undo() -> Changes:
            try:
                back()
            except NotFound:
                # Somebody removed it meanwhile: there is nothing left to take back.
                return Changes()
            return CHANGED

        return undo

    def _is_due(self, peer: Peer) -> bool:
        zone, now = ZoneInfo(self._zone()), self._clock.now()
        if peer.tried_at is None:
            return True
        return peer.tried_at.astimezone(zone).date() != now.astimezone(zone).date()

    def _look_at(self, peer: Peer, run: "_Look") -> None:
        server = _server(peer)
        reader = run.reader(peer.network) if peer.address else None
        if reader is None or server in run.resting:
            run.skipped.append(peer.id)
            return
        try:
            told = reader.look(peer.address)
        except Offline:
            run.offline = True
            run.skipped.append(peer.id)
        except NotSent as problem:
            # Whether it is that server or our own line shows when another one answers.
            run.doubtful.append((peer, error_key(problem)))
        except Exception as problem:  # noqa: BLE001 - one account must not keep the others from being read
            if isinstance(problem, RateLimited):
                run.resting.add(server)
            run.answered = True
            self._failed(peer, error_key(problem), run)
        else:
            run.answered = True
            self._keep(peer, told, run)

    def _keep(self, peer: Peer, told: Sequence[Reading], run: "_Look") -> None:
        now = self._clock.now()
        day = now.astimezone(ZoneInfo(self._zone())).date()
        figures = [
            PeerFigure(peer.id, day, one.metric, one.value, now, Origin.NETWORK, one.definition, one.rounded)
            for one in told
        ]
        try:
            self._peers.put(figures)
        except NotFound:
            run.skipped.append(peer.id)
            return
        self._peers.tried(peer.id, now)
        run.read.append(peer.id)
        run.figures += len(figures)

    def _failed(self, peer: Peer, trouble: str, run: "_Look") -> None:
        self._peers.tried(peer.id, self._clock.now(), trouble)
        run.failed.append((peer.id, trouble))

    def _settle(self, run: "_Look") -> None:
        if not run.offline and (run.answered or len({_server(peer) for peer, _ in run.doubtful}) == 1):
            for peer, trouble in run.doubtful:
                self._failed(peer, trouble, run)
        elif run.doubtful:
            run.offline = True
            run.skipped.extend(peer.id for peer, _ in run.doubtful)


@dataclass
class _Look:
    """One look under way; a reader for each network."""

    reader_for: ReaderFor
    readers: dict[Network, PeerReader | None] = field(default_factory=dict[Network, PeerReader | None])
    resting: set[str] = field(default_factory=set[str])
    read: list[int] = field(default_factory=list[int])
    failed: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    skipped: list[int] = field(default_factory=list[int])
    doubtful: list[tuple[Peer, str]] = field(default_factory=list[tuple[Peer, str]])
    figures: int = 0
    answered: bool = False
    offline: bool = False

    def reader(self, network: Network) -> PeerReader | None:
        """Return what reads a network, made once."""
        if network not in self.readers:
            self.readers[network] = self.reader_for(network)
        return self.readers[network]

    def report(self) -> PeerReport:
        """Say what was done."""
        return PeerReport(
            tuple(self.read), tuple(self.failed), tuple(self.skipped), self.figures, self.offline
        )


def _rank(row: Rank, figure: PeerFigure | Figure | None) -> Rank:
    if figure is None:
        return row
    return replace(
        row,
        value=figure.value,
        day=figure.day,
        taken_at=figure.taken_at,
        origin=figure.origin,
        definition=figure.definition,
        rounded=figure.rounded,
    )


def _placed(rows: Sequence[Rank]) -> tuple[Rank, ...]:
    """Put the rows in order, ours first among equals, and give each its place."""
    values = [row.value for row in rows if row.value is not None]
    placed = [
        row if row.value is None else replace(row, place=1 + sum(value > row.value for value in values))
        for row in rows
    ]
    last = len(rows) + 1
    return tuple(sorted(placed, key=lambda row: (row.place or last, row.account is None, folded(row.name))))


def _place(address: str) -> str:
    """Return an address as it is compared."""
    plain = address.casefold()
    for scheme in _SCHEMES:
        plain = plain.removeprefix(scheme)
    return plain.removeprefix("www.").removeprefix("@").rstrip("/")


def _server(peer: Peer) -> str:
    """Name what answers for an account, as far as its address tells."""
    if peer.network is not Network.MASTODON:
        return peer.network.value
    plain = _place(peer.address)
    return plain.split("/")[0] if "/" in plain else plain.rpartition("@")[2]
