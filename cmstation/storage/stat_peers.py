"""Other clinics' accounts, in the person's order, and what they count."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.metrics import Metric, Origin
from cmstation.domain.networks import Network
from cmstation.domain.statistics import Peer, PeerFigure
from cmstation.storage.database import Database
from cmstation.storage.records_statistics import PeerFigureRecord, PeerRecord
from cmstation.storage.rows_read import FRESH
from cmstation.storage.upsert import upsert

_F = PeerFigureRecord


@dataclass(frozen=True, slots=True)
class RemovedPeer:
    """A peer that was removed, with all that was known of it: enough to put it back."""

    peer: Peer
    position: int
    figures: tuple[PeerFigure, ...]


class PeerTable:
    """The peers and their figures; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def all(self) -> tuple[Peer, ...]:
        """List all, in the person's order."""
        statement = select(PeerRecord).order_by(PeerRecord.position, PeerRecord.id)
        with self._readers.begin() as session:
            return tuple(_peer_of(row) for row in session.scalars(statement))

    def get(self, peer: int) -> Peer:
        """Read one.

        Raises:
            NotFound: it was removed.
        """
        with self._readers.begin() as session:
            return _peer_of(_row(session, peer))

    def add(self, name: str, network: Network, address: str) -> Peer:
        """Keep a peer, after all others."""
        with self._sessions.begin() as session:
            position = session.scalar(select(func.coalesce(func.max(PeerRecord.position), -1) + 1))
            peer = Peer(0, name, network, address)
            values = {**_columns(peer), "position": position}
            found = session.scalars(insert(PeerRecord).returning(PeerRecord.id), [values]).one()
            return replace(peer, id=found)

    def change(self, peer: Peer) -> Peer:
        """Store a peer as it is now, its last look too; return it as it was.

        Raises:
            NotFound: it was removed.
        """
        with self._sessions.begin() as session:
            before = _peer_of(_row(session, peer.id))
            session.execute(
                update(PeerRecord)
                .where(PeerRecord.id == peer.id)
                .values(**_columns(peer))
                .execution_options(synchronize_session=False)
            )
            return before

    def tried(self, peer: int, at: datetime, trouble: str = "") -> None:
        """Note how a look went; of a peer that was removed meanwhile nothing is noted."""
        with self._sessions.begin() as session:
            session.execute(
                update(PeerRecord)
                .where(PeerRecord.id == peer)
                .values(tried_at=at, trouble=trouble)
                .execution_options(synchronize_session=False)
            )

    def remove(self, peer: int) -> RemovedPeer | None:
        """Forget a peer and its figures, and return them; None when it was gone already."""
        with self._sessions.begin() as session:
            try:
                row = _row(session, peer)
            except NotFound:
                return None
            figures = _figures(session, _F.peer_id == peer)
            removed = RemovedPeer(_peer_of(row), row.position, figures)
            session.execute(
                delete(PeerRecord).where(PeerRecord.id == peer).execution_options(synchronize_session=False)
            )
            return removed

    def put_back(self, removed: RemovedPeer) -> None:
        """Keep a removed peer again, under its old identity; doing it twice is fine."""
        values = {**_columns(removed.peer), "position": removed.position}
        with self._sessions.begin() as session:
            upsert(session, PeerRecord, {"id": removed.peer.id}, values, replace=False)
            for figure in removed.figures:
                identity = {"peer_id": figure.peer, "metric": figure.metric, "day": figure.day}
                upsert(session, _F, identity, _figure_columns(figure), replace=False)

    def put(self, figures: Iterable[PeerFigure]) -> tuple[PeerFigure, ...]:
        """Store figures; what the network tells never replaces what was typed for the same day.

        Returns:
            What gave way.

        Raises:
            NotFound: one of the peers was removed.
        """
        gone: list[PeerFigure] = []
        with self._sessions.begin() as session:
            for figure in figures:
                if figure.value < 0:
                    raise ValueError("a figure is never below 0")
                _row(session, figure.peer)
                place = _place(figure.peer, figure.day, figure.metric)
                standing = next(iter(_figures(session, *place)), None)
                typed = standing is not None and standing.origin is Origin.HAND
                if standing == figure or (typed and figure.origin is not Origin.HAND):
                    continue
                if standing is not None:
                    gone.append(standing)
                identity = {"peer_id": figure.peer, "metric": figure.metric, "day": figure.day}
                upsert(session, _F, identity, _figure_columns(figure))
        return tuple(gone)

    def remove_figure(self, peer: int, day: date, metric: Metric) -> PeerFigure | None:
        """Remove a figure and return it; None when there was none."""
        place = _place(peer, day, metric)
        with self._sessions.begin() as session:
            found = next(iter(_figures(session, *place)), None)
            session.execute(delete(_F).where(*place).execution_options(synchronize_session=False))
            return found

    def latest(self, metric: Metric, until: date) -> dict[int, PeerFigure]:
        """Return the last known figure of each peer up to a day, that day included; the unknown is absent."""
        newest = (
            select(_F.peer_id, func.max(_F.day).label("day"))
            .where(_F.metric == metric, _F.day <= until)
            .group_by(_F.peer_id)
            .subquery()
        )
        statement: Select[PeerFigureRecord] = select(_F).join(
            newest, (newest.c.peer_id == _F.peer_id) & (newest.c.day == _F.day)
        )
        with self._readers.begin() as session:
            rows = session.scalars(statement.where(_F.metric == metric))
            return {row.peer_id: _figure_of(row) for row in rows}

    def series(
        self, peers: Collection[int], metric: Metric, first: date, last: date
    ) -> tuple[PeerFigure, ...]:
        """List figures from one day to another, both included, by peer and day."""
        with self._readers.begin() as session:
            return _figures(
                session, _F.peer_id.in_(sorted(peers)), _F.metric == metric, _F.day.between(first, last)
            )


def _row(session: Session, peer: int) -> PeerRecord:
    statement = select(PeerRecord).where(PeerRecord.id == peer).with_for_update(key_share=True)
    row = session.scalars(statement.execution_options(**FRESH)).one_or_none()
    if row is None:
        raise NotFound(subject="stat_peer", identity=peer)
    return row


def _place(peer: int, day: date, metric: Metric) -> tuple[ColumnElement[bool], ...]:
    return _F.peer_id == peer, _F.day == day, _F.metric == metric


def _figures(session: Session, *conditions: ColumnElement[bool]) -> tuple[PeerFigure, ...]:
    statement = select(_F).where(*conditions).order_by(_F.peer_id, _F.metric, _F.day)
    return tuple(_figure_of(row) for row in session.scalars(statement.execution_options(**FRESH)))


def _peer_of(row: PeerRecord) -> Peer:
    return Peer(row.id, row.name, row.network, row.address, row.tried_at, row.trouble)


def _columns(peer: Peer) -> dict[str, object]:
    return {
        "name": peer.name,
        "network": peer.network,
        "address": peer.address,
        "tried_at": peer.tried_at,
        "trouble": peer.trouble,
    }


def _figure_of(row: PeerFigureRecord) -> PeerFigure:
    return PeerFigure(
        row.peer_id, row.day, row.metric, row.value, row.taken_at, row.origin, row.definition, row.rounded
    )


def _figure_columns(figure: PeerFigure) -> dict[str, object]:
    return {
        "value": figure.value,
        "taken_at": figure.taken_at,
        "origin": figure.origin,
        "definition": figure.definition,
        "rounded": figure.rounded,
    }
