"""Numbers alone of thousands of posts: what scores are made of, how many went out and when."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, func, select, type_coerce
from sqlalchemy.types import NullType

from cmstation.domain.metrics import Metric
from cmstation.storage.database import Database
from cmstation.storage.records import PostRecord
from cmstation.storage.records_statistics import PostFigureRecord, StatPostRecord
from cmstation.storage.stat_post_figures import written_out
from cmstation.storage.stat_values import Moments, rows_of

Counts: TypeAlias = dict[Metric, int]
Span: TypeAlias = tuple[datetime, datetime]

_F = PostFigureRecord.__table__.c
_P = StatPostRecord.__table__.c
_POSTS = PostRecord.__table__.c
_ACCOUNTS = _P.account_id.in_(bindparam("accounts", expanding=True))


class Sent(NamedTuple):
    """A post as far as its score needs it; a tuple, since a year has thousands.

    Args:
        published_at, hour_known: as `StatPost` has them.
    """

    id: int
    account: int
    published_at: datetime
    hour_known: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many posts of an account went out.

    Args:
        first_at: when the oldest that is known did.
        counts: in each of the spans that were asked for.
    """

    first_at: datetime
    counts: tuple[int, ...]


class PostCountTable:
    """Numbers of posts; each method is one transaction that only reads."""

    def __init__(self, database: Database) -> None:
        self._readers = database.readers

    def sent(self, start: datetime, end: datetime, accounts: Collection[int]) -> list[Sent]:
        """List the posts that went out in a span, its end not included, by moment.

        Args:
            start, end: aware UTC.
        """
        asked = {"start": start, "end": end, "accounts": sorted(accounts)}
        moments = Moments()
        with self._readers.begin() as session:
            rows = rows_of(session, _SENT, asked)
        return [Sent(post, account, moments[at], bool(known)) for post, account, at, known in rows]

    def at_age(
        self,
        first: datetime,
        last: datetime,
        accounts: Collection[int],
        metrics: tuple[Metric, ...],
        age_days: int,
    ) -> dict[int, Counts]:
        """Return what the posts of a span had when they had been out for so many whole days.

        Args:
            first, last: aware UTC, both included.
        """
        asked: dict[str, object] = {
            "first": first,
            "last": last,
            "accounts": sorted(accounts),
            "age": age_days,
        }
        return self._counts(_at_age(metrics), metrics, asked)

    def first_known(self, posts: Collection[int], metrics: tuple[Metric, ...]) -> dict[int, Counts]:
        """Return what posts had when each metric was first read, at whatever age."""
        return self._counts(_first_known(metrics).where(_P.id.in_(written_out(posts))), metrics, {})

    def tally(self, accounts: Collection[int], spans: Sequence[Span]) -> dict[int, Tally]:
        """Count the posts of spans, whose ends are not included; an account without any post is absent."""
        asked: dict[str, object] = {"accounts": sorted(accounts)}
        for place, (start, end) in enumerate(spans):
            asked |= {f"start{place}": start, f"end{place}": end}
        with self._readers.begin() as session:
            rows = rows_of(session, _tally(len(spans)), asked)
        return {row[0]: Tally(row[1], tuple(row[2:])) for row in rows}

    def first_moment(self, start: datetime, end: datetime) -> datetime | None:
        """Return when the first post of a span went out, its end not included; None when none did."""
        with self._readers.begin() as session:
            return session.scalar(_FIRST, {"start": start, "end": end})

    def campaigns(self, start: datetime, end: datetime) -> dict[int, Span]:
        """Return when the first and the last post of each campaign went out, in a span without its end.

        Args:
            start, end: aware UTC.
        """
        with self._readers.begin() as session:
            rows = rows_of(session, _CAMPAIGNS, {"start": start, "end": end})
        return {campaign: (began, ended) for campaign, began, ended in rows}

    def _counts(
        self, statement: Select[*tuple[Any, ...]], metrics: tuple[Metric, ...], asked: dict[str, object]
    ) -> dict[int, Counts]:
        with self._readers.begin() as session:
            rows = rows_of(session, statement, asked)
        return {
            post: {metric: value for metric, value in zip(metrics, values, strict=True) if value is not None}
            for post, *values in rows
        }


# To build a statement takes as long as to answer it: each is built once.
_IN_SPAN = and_(_P.published_at >= bindparam("start"), _P.published_at < bindparam("end"))
_FIRST = select(func.min(_P.published_at)).where(_IN_SPAN)
_CAMPAIGNS = (
    select(_POSTS.campaign_id, func.min(_P.published_at), func.max(_P.published_at))
    .join(StatPostRecord.__table__, _POSTS.id == _P.post_id)
    .where(_POSTS.campaign_id.is_not(None), _IN_SPAN)
    .group_by(_POSTS.campaign_id)
)
_SENT = (
    select(
        _P.id,
        _P.account_id,
        type_coerce(_P.published_at, NullType()),
        type_coerce(_P.hour_known, NullType()),
    )
    .where(_IN_SPAN, _ACCOUNTS)
    .order_by(_P.published_at, _P.id)
)


@cache
def _at_age(metrics: tuple[Metric, ...]) -> Select[*tuple[Any, ...]]:
    numbers = [_one(metric, _F.day.desc(), _F.age <= bindparam("age")) for metric in metrics]
    in_span = _P.published_at.between(bindparam("first"), bindparam("last"))
    return select(_P.id, *numbers).where(in_span, _ACCOUNTS)


@cache
def _first_known(metrics: tuple[Metric, ...]) -> Select[*tuple[Any, ...]]:
    return select(_P.id, *(_one(metric, _F.day) for metric in metrics))


@cache
def _tally(spans: int) -> Select[*tuple[Any, ...]]:
    numbers = [
        func.count(
            case((and_(_P.published_at >= bindparam(f"start{n}"), _P.published_at < bindparam(f"end{n}")), 1))
        )
        for n in range(spans)
    ]
    found = select(_P.account_id, func.min(_P.published_at), *numbers)
    return found.where(_ACCOUNTS).group_by(_P.account_id)


def _one(metric: Metric, order: ColumnElement[Any], *more: ColumnElement[bool]) -> ColumnElement[Any]:
    """Select one number of a post: a step to it in the key, where grouping would read all of them."""
    statement = select(_F.value).where(_F.stat_post_id == _P.id, _F.metric == metric, *more)
    return statement.order_by(order).limit(1).correlate(StatPostRecord.__table__).scalar_subquery()
