"""Figures of accounts: curves, last values, gaps; a day that nobody counted is absent, never 0."""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    delete,
    func,
    insert,
    select,
    text,
    tuple_,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from cmstation.domain.errors import NotFound
from cmstation.domain.metrics import Figure, Metric
from cmstation.domain.statistics import FigureChange, KeptFigure, gives_way
from cmstation.storage.database import Database
from cmstation.storage.records_library import AccountRecord
from cmstation.storage.records_statistics import FigureRecord, ImportRecord
from cmstation.storage.stat_values import METRICS, ORIGINS, Days, Moments, rows_of

FigureKey = tuple[int, Metric, date]

_F = FigureRecord.__table__.c
_COLUMNS: tuple[ColumnElement[Any], ...] = (
    _F.account_id,
    type_coerce(_F.day, NullType()),
    type_coerce(_F.metric, Text()),
    _F.value,
    type_coerce(_F.taken_at, NullType()),
    type_coerce(_F.origin, Text()),
    _F.definition,
    _F.rounded,
)
# SQLite refuses a statement with too many values; this many keys stay far below.
_AT_ONCE = 5_000


class FigureTable:
    """The figures of accounts; each method is one transaction.

    A day has one figure of a metric. What a person typed stands above what a file told, and that above what
    the network tells; see `domain/statistics.py`, `gives_way`.
    """

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def put(
        self, figures: Iterable[Figure], import_id: int | None = None, *, replace: bool = False
    ) -> FigureChange:
        """Store figures, all or none; of two for the same place the later one in the list comes later.

        Args:
            import_id: the file they came from.
            replace: whether they stand above whatever is there.

        Returns:
            What changed, for `take_back`; nothing for a figure that was there already, word for word.

        Raises:
            NotFound: one of the accounts is not there.
        """
        wanted = tuple(figures)
        if any(figure.value < 0 for figure in wanted):
            raise ValueError("a figure is never below 0")
        with self._sessions.begin() as session:
            _lock_accounts(session, {figure.account for figure in wanted})
            before = _standing(session, {_key(figure) for figure in wanted})
            after, refused = _settled(before, wanted, import_id, replace)
            gone = [before[key] for key in after if key in before]
            _replace(session, gone, after.values())
        return FigureChange(tuple(gone), tuple(after.values()), refused)

    def remove(self, account: int, day: date, metric: Metric) -> FigureChange:
        """Remove a figure; the change is empty when there was none."""
        return self._take_away(
            lambda session: list(_standing(session, {(account, metric, day)}).values()), {account}
        )

    def remove_import(self, import_id: int) -> FigureChange:
        """Remove all that came from a file; what it had overwritten comes back by its own `take_back`."""
        return self._take_away(lambda session: _kept(session, _F.import_id == import_id))

    def take_back(self, change: FigureChange) -> FigureChange:
        """Undo a change exactly; a figure that somebody changed since stays as it is.

        Returns:
            What this did, so that it can be taken back in turn.
        """
        after = {_key(kept.figure): kept for kept in change.after}
        before = {_key(kept.figure): kept for kept in change.before}
        with self._sessions.begin() as session:
            present = _lock_present(session, {key[0] for key in after.keys() | before.keys()})
            standing = _standing(session, after.keys() | before.keys())
            ours = [
                key
                for key in after.keys() | before.keys()
                if key[0] in present and _same(standing.get(key), after.get(key))
            ]
            gone = [standing[key] for key in ours if key in standing]
            back = _without_lost_imports(session, [before[key] for key in ours if key in before])
            _replace(session, gone, back)
        return FigureChange(tuple(gone), tuple(back))

    def series(
        self, accounts: Collection[int], metrics: Collection[Metric], first: date, last: date
    ) -> list[Figure]:
        """List figures from one day to another, both included, by account, metric and day."""
        statement = (
            select(*_COLUMNS)
            .where(
                _F.account_id.in_(sorted(accounts)),
                _F.metric.in_(sorted(metrics)),
                _F.day.between(first, last),
            )
            .order_by(_F.account_id, _F.metric, _F.day)
        )
        with self._readers.begin() as session:
            return _figures(rows_of(session, statement))

    def latest(
        self, accounts: Collection[int], metrics: Collection[Metric], until: date
    ) -> dict[tuple[int, Metric], Figure]:
        """Return the last known figures up to a day, that day included; the unknown is absent."""
        with self._readers.begin() as session:
            return newest_figures(session, accounts, metrics, until)

    def first_day(self) -> date | None:
        """Return the earliest day that has a figure, None when none has."""
        with self._readers.begin() as session:
            return session.scalar(select(func.min(_F.day)))

    def days_with(self, account: int, first: date, last: date) -> tuple[date, ...]:
        """List the days, both ends included, on which an account has any figure; the others are gaps."""
        statement = (
            select(_F.day)
            .where(_F.account_id == account, _F.day.between(first, last))
            .distinct()
            .order_by(_F.day)
        )
        with self._readers.begin() as session:
            return tuple(session.scalars(statement))

    def taken_by(self, import_id: int) -> tuple[Figure, ...]:
        """List the figures that stand and came from a file, by account, metric and day."""
        statement = (
            select(*_COLUMNS).where(_F.import_id == import_id).order_by(_F.account_id, _F.metric, _F.day)
        )
        with self._readers.begin() as session:
            return tuple(_figures(rows_of(session, statement)))

    def freshest(self) -> dict[int, datetime]:
        """Return for each account when its newest figure was taken."""
        statement = select(_F.account_id, func.max(_F.taken_at)).group_by(_F.account_id)
        with self._readers.begin() as session:
            return {row[0]: row[1] for row in session.execute(statement)}

    def _take_away(
        self, find: Callable[[Session], list[KeptFigure]], accounts: Collection[int] = ()
    ) -> FigureChange:
        with self._sessions.begin() as session:
            _lock_present(session, accounts)
            gone = find(session)
            _replace(session, gone, ())
        return FigureChange(before=tuple(gone))


# SQLite reads every row when it groups. Told where to look it takes one step for each answer; CROSS JOIN
# keeps it from another order: https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_cross_join
_NEWEST_ON_SQLITE = text("""
SELECT f.account_id, f.day, f.metric, f.value, f.taken_at, f.origin, f.definition, f.rounded
FROM json_each(:accounts) AS a CROSS JOIN json_each(:metrics) AS m CROSS JOIN stat_figures AS f
WHERE f.account_id = a.value AND f.metric = m.value AND f.day = (
    SELECT earlier.day FROM stat_figures AS earlier
    WHERE earlier.account_id = a.value AND earlier.metric = m.value AND earlier.day <= :until
    ORDER BY earlier.day DESC LIMIT 1
)
""")


def newest_figures(
    session: Session, accounts: Collection[int], metrics: Collection[Metric], until: date
) -> dict[tuple[int, Metric], Figure]:
    """Read the last figure of each account and metric up to a day, as `FigureTable.latest` says."""
    rows = _newest(session, accounts, metrics, until)
    return {(figure.account, figure.metric): figure for figure in _figures(rows)}


def _newest(
    session: Session, accounts: Collection[int], metrics: Collection[Metric], until: date
) -> Sequence[Any]:
    """Read what is newest, on each database in the way that it does fast."""
    if session.get_bind().dialect.name == "postgresql":
        place = _F.account_id, _F.metric
        asked = _F.account_id.in_(sorted(accounts)), _F.metric.in_(sorted(metrics)), _F.day <= until
        newest = select(*_COLUMNS).ext(distinct_on(*place)).order_by(*place, _F.day.desc())
        return rows_of(session, newest.where(*asked))
    named = {"accounts": json.dumps(sorted(accounts)), "metrics": json.dumps(sorted(metrics))}
    rows = rows_of(session, _NEWEST_ON_SQLITE, named | {"until": until.isoformat()})
    return [(*row[:-1], bool(row[-1])) for row in rows]


def _figures(rows: Iterable[Any]) -> list[Figure]:
    """Read rows of `_COLUMNS`, which come as the driver gives them.

    Thousands share a few days, moments and words: each of those is read once.
    """
    days, moments = Days(), Moments()
    return [
        Figure(
            account, days[day], METRICS[metric], value, moments[taken], ORIGINS[origin], definition, rounded
        )
        for account, day, metric, value, taken, origin, definition, rounded in rows
    ]


def _settled(
    before: dict[FigureKey, KeptFigure], wanted: Sequence[Figure], import_id: int | None, replace: bool
) -> tuple[dict[FigureKey, KeptFigure], tuple[Figure, ...]]:
    """Decide which figures stand afterwards, and which are refused."""
    after: dict[FigureKey, KeptFigure] = {}
    refused: list[Figure] = []
    for figure in wanted:
        key = _key(figure)
        standing = after.get(key) or before.get(key)
        kept = KeptFigure(figure, import_id)
        if standing is None or replace or gives_way(standing.figure, figure):
            after[key] = kept
        else:
            refused.append(figure)
    return {key: kept for key, kept in after.items() if before.get(key) != kept}, tuple(refused)


def _lock_accounts(session: Session, accounts: Collection[int]) -> None:
    present = _lock_present(session, accounts)
    for account in sorted(accounts):
        if account not in present:
            raise NotFound(subject="account", identity=account)


def _lock_present(session: Session, accounts: Collection[int]) -> set[int]:
    """Make others who write figures of these accounts wait; tell which accounts there are."""
    statement = (
        select(AccountRecord.id)
        .where(AccountRecord.id.in_(sorted(accounts)))
        .order_by(AccountRecord.id)
        .with_for_update(key_share=True)
    )
    return set(session.scalars(statement))


def _standing(session: Session, keys: Collection[FigureKey]) -> dict[FigureKey, KeptFigure]:
    """Read what is stored in some places."""
    if not keys:
        return {}
    days = [day for _account, _metric, day in keys]
    found = _kept(
        session,
        _F.account_id.in_(sorted({account for account, _metric, _day in keys})),
        _F.metric.in_(sorted({metric for _account, metric, _day in keys})),
        _F.day.between(min(days), max(days)),
    )
    return {key: kept for kept in found if (key := _key(kept.figure)) in keys}


def _kept(session: Session, *conditions: ColumnElement[bool]) -> list[KeptFigure]:
    statement: Select[*tuple[Any, ...]] = select(*_COLUMNS, _F.import_id).where(*conditions)
    ordered = statement.order_by(_F.account_id, _F.metric, _F.day)
    rows = session.execute(ordered).all()
    figures = _figures(row[:-1] for row in rows)
    return [KeptFigure(figure, row[-1]) for figure, row in zip(figures, rows, strict=True)]


def _replace(session: Session, gone: Sequence[KeptFigure], new: Iterable[KeptFigure]) -> None:
    keys = [_key(kept.figure) for kept in gone]
    place = tuple_(_F.account_id, _F.metric, _F.day)
    for start in range(0, len(keys), _AT_ONCE):
        session.execute(
            delete(FigureRecord)
            .where(place.in_(keys[start : start + _AT_ONCE]))
            .execution_options(synchronize_session=False)
        )
    rows = [_row(kept) for kept in new]
    if rows:
        session.connection().execute(insert(FigureRecord.__table__), rows)  # type: ignore[arg-type]


def _without_lost_imports(session: Session, kept: Sequence[KeptFigure]) -> list[KeptFigure]:
    named = {one.import_id for one in kept if one.import_id is not None}
    known = set(session.scalars(select(ImportRecord.id).where(ImportRecord.id.in_(sorted(named)))))
    return [KeptFigure(one.figure, one.import_id if one.import_id in known else None) for one in kept]


def _same(one: KeptFigure | None, other: KeptFigure | None) -> bool:
    """Tell whether a place still holds what a change left there; forgetting its file changes nothing."""
    if one is None or other is None:
        return one is other
    return one.figure == other.figure


def _key(figure: Figure) -> FigureKey:
    return figure.account, figure.metric, figure.day


def _row(kept: KeptFigure) -> dict[str, object]:
    figure = kept.figure
    return {
        "account_id": figure.account,
        "day": figure.day,
        "metric": figure.metric,
        "value": figure.value,
        "taken_at": figure.taken_at,
        "origin": figure.origin,
        "definition": figure.definition,
        "rounded": figure.rounded,
        "import_id": kept.import_id,
    }
