"""What thousands of figures of accounts come to, reckoned where they are stored."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    bindparam,
    distinct,
    func,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType

from cmstation.domain.comparisons import Known
from cmstation.domain.metrics import Figure, Metric
from cmstation.storage.database import Database
from cmstation.storage.records_statistics import FigureRecord
from cmstation.storage.stat_values import METRICS, ORIGINS, Days, Moments, rows_of
from cmstation.storage.statistics import newest_figures

Subject: TypeAlias = tuple[int, Metric]

_METRICS = tuple(Metric)
_HALF = 32
_F = FigureRecord.__table__.c
_DAY = type_coerce(_F.day, NullType())
_METRIC = type_coerce(_F.metric, Text())


class DayValue(NamedTuple):
    """A figure as far as round numbers need it; a tuple, since a year has thousands."""

    day: date
    value: int
    definition: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of some days.

    Args:
        known: what their figures come to.
        newest: the last figure up to their end, however old.
    """

    known: Mapping[Subject, Known]
    newest: Mapping[Subject, Figure]


class FigureSums:
    """What figures come to; each method is one transaction that only reads."""

    def __init__(self, database: Database) -> None:
        self._readers = database.readers

    def told(self, accounts: Collection[int], spans: Iterable[tuple[date, date]]) -> list[Told]:
        """Tell of some days, of which both ends are included; the unknown is absent."""
        found: list[Told] = []
        with self._readers.begin() as session:
            known = _sums(session.get_bind().dialect.name == "postgresql")
            for first, last in spans:
                rows = rows_of(session, known, _asked(accounts, _METRICS, first, last))
                newest = newest_figures(session, accounts, _METRICS, last)
                found.append(Told(_known(rows), newest))
        return found

    def days(self, accounts: Collection[int], first: date, last: date) -> dict[int, list[date]]:
        """List the days, both ends included, on which each account has any figure, in order."""
        with self._readers.begin() as session:
            rows = rows_of(session, _DAYS, _asked(accounts, _METRICS, first, last))
        days = Days()
        return {
            account: [days[day] for _account, day in of_it]
            for account, of_it in groupby(rows, key=itemgetter(0))
        }

    def lines(
        self, accounts: Collection[int], metrics: Collection[Metric], first: date, last: date
    ) -> dict[Subject, list[DayValue]]:
        """List the figures of some days, both included, by account and metric, in order."""
        with self._readers.begin() as session:
            rows = rows_of(session, _LINES, _asked(accounts, metrics, first, last))
        found: dict[Subject, list[DayValue]] = {}
        days = Days()
        for (account, metric), line in groupby(rows, key=itemgetter(0, 1)):
            found[account, METRICS[metric]] = [
                DayValue(days[day], value, definition) for _account, _metric, day, value, definition in line
            ]
        return found

    def highest(
        self, accounts: Collection[int], metrics: Collection[Metric], until: date
    ) -> dict[Subject, int]:
        """Return the greatest number up to a day, that day included, by account and metric."""
        with self._readers.begin() as session:
            rows = rows_of(session, _HIGHEST, _asked(accounts, metrics, date.min, until))
        return {(account, METRICS[metric]): value for account, metric, value in rows}


# To build a statement takes as long as to answer it: each is built once. Metrics are named even when all are
# wanted: the key begins with account and metric, and only then does it find the days.
_WANTED: tuple[ColumnElement[Any], ...] = (
    _F.account_id.in_(bindparam("accounts", expanding=True)),
    _F.metric.in_(bindparam("metrics", expanding=True)),
    _F.day.between(bindparam("first"), bindparam("last")),
)
_DAYS = select(_F.account_id, _DAY).where(*_WANTED).distinct().order_by(_F.account_id, _DAY)
_LINES = (
    select(_F.account_id, _METRIC, _DAY, _F.value, _F.definition)
    .where(*_WANTED)
    .order_by(_F.account_id, _F.metric, _F.day)
)
_HIGHEST = (
    select(_F.account_id, _METRIC, func.max(_F.value)).where(*_WANTED).group_by(_F.account_id, _F.metric)
)


def _asked(
    accounts: Collection[int], metrics: Collection[Metric], first: date, last: date
) -> dict[str, object]:
    return {"accounts": sorted(accounts), "metrics": sorted(metrics), "first": first, "last": last}


@cache
def _sums(on_server: bool) -> Select[*tuple[Any, ...]]:
    """Select sums by the key alone: by more than that, rows have to be sorted first."""
    each = func.json_agg if on_server else func.json_group_array
    any_rounded = func.bool_or(_F.rounded) if on_server else func.max(_F.rounded)
    different = (each(distinct(type_coerce(column, Text()))) for column in (_F.definition, _F.origin))
    # In two halves: SQLite refuses a sum of more than 64 bits, and a file may tell any number.
    halves = _F.value.bitwise_rshift(literal(_HALF, Integer())), _F.value.bitwise_and(2**_HALF - 1)
    numbers = func.count(), *(func.sum(half) for half in halves)
    told = *different, type_coerce(func.max(_F.taken_at), NullType()), any_rounded
    return (
        select(_F.account_id, _METRIC, *numbers, *(type_coerce(one, NullType()) for one in told))
        .where(*_WANTED)
        .group_by(_F.account_id, _F.metric)
    )


def _known(rows: Iterable[Any]) -> dict[Subject, Known]:
    moments = Moments()
    return {
        (account, METRICS[metric]): Known(
            days,
            # A server adds whole numbers up to a decimal one.
            (int(high) << _HALF) + int(low),
            frozenset(_listed(definitions)),
            frozenset(ORIGINS[origin] for origin in _listed(origins)),
            moments[taken],
            bool(rounded),
        )
        for account, metric, days, high, low, definitions, origins, taken, rounded in rows
    }


def _listed(given: str | list[str]) -> list[str]:
    """Read a list as the driver gives it: a text from SQLite, a list from a server."""
    return json.loads(given) if isinstance(given, str) else given
