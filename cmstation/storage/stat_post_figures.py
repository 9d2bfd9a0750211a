"""Figures of posts: each stands from its day until the next one, so only changes are written."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    Text,
    bindparam,
    delete,
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
from cmstation.domain.metrics import Metric, Origin, PostFigure
from cmstation.domain.statistics import KeptPostFigure, PostFigureChange, age_in_days, gives_way
from cmstation.storage.database import Database
from cmstation.storage.records_statistics import ImportRecord, PostFigureRecord, StatPostRecord
from cmstation.storage.stat_values import METRICS, ORIGINS, Days, Moments, rows_of

PostFigureKey = tuple[int, Metric, date]

_F = PostFigureRecord.__table__.c
_COLUMNS: tuple[ColumnElement[Any], ...] = (
    _F.stat_post_id,
    type_coerce(_F.day, NullType()),
    type_coerce(_F.metric, Text()),
    _F.value,
    type_coerce(_F.taken_at, NullType()),
    type_coerce(_F.origin, Text()),
    _F.definition,
)
_AT_ONCE = 5_000
_EVER = 2**31 - 1


class PostFigures:
    """The part of `StatPosts` that is about figures."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def put_figures(
        self, figures: Iterable[PostFigure], import_id: int | None = None, *, replace: bool = False
    ) -> PostFigureChange:
        """Store figures, all or none.

        What the network tells is written only when it differs from what stood before it; what was typed or
        came in a file always is. For figures of one day the same ranks hold as in `FigureTable.put`.

        Raises:
            NotFound: one of the posts is not there.
        """
        wanted = tuple(figures)
        if any(figure.value < 0 for figure in wanted):
            raise ValueError("a figure is never below 0")
        with self._sessions.begin() as session:
            published = _lock(session, {figure.post for figure in wanted})
            missing = {figure.post for figure in wanted} - published.keys()
            if missing:
                raise NotFound(subject="stat_post", identity=min(missing))
            history = _history(session, published)
            before = {key: kept for line in history.values() for key, kept in line.items()}
            after, refused = _settled(history, wanted, import_id, replace)
            gone = [before[key] for key in after if key in before]
            _replace(session, gone, after.values(), published)
        return PostFigureChange(tuple(gone), tuple(after.values()), refused)

    def remove_import_figures(self, import_id: int) -> PostFigureChange:
        """Remove the figures that came from a file; what they had overwritten comes back by `take_back`."""
        with self._sessions.begin() as session:
            gone = _kept(session, _F.import_id == import_id)
            _replace(session, gone, (), {})
        return PostFigureChange(before=tuple(gone))

    def take_back(self, change: PostFigureChange) -> PostFigureChange:
        """Undo a change exactly; a figure that changed since stays, one of a post that is gone too.

        Returns:
            What this did, so that it can be taken back in turn.
        """
        after = {_key(kept.figure): kept for kept in change.after}
        before = {_key(kept.figure): kept for kept in change.before}
        keys = after.keys() | before.keys()
        with self._sessions.begin() as session:
            published = _lock(session, {key[0] for key in keys})
            history = _history(session, published)
            standing = {key: kept for line in history.values() for key, kept in line.items()}
            ours = [key for key in keys if key[0] in published and _same(standing.get(key), after.get(key))]
            gone = [standing[key] for key in ours if key in standing]
            back = _without_lost_imports(session, [before[key] for key in ours if key in before])
            _replace(session, gone, back, published)
        return PostFigureChange(tuple(gone), tuple(back))

    def figures(
        self, posts: Collection[int], at_age_days: int | None = None
    ) -> dict[int, dict[Metric, PostFigure]]:
        """Return what posts count, the last known of each metric; the unknown is absent.

        Args:
            at_age_days: as it was when the post had been out for so many whole days, which is the last that
                was known then; None for the last of all.
        """
        found: dict[int, dict[Metric, PostFigure]] = {}
        with self._readers.begin() as session:
            for figure in _figures(_newest(session, posts, at_age_days)):
                found.setdefault(figure.post, {})[figure.metric] = figure
        return found

    def history(self, post: int) -> tuple[PostFigure, ...]:
        """List all that is known of a post, by metric and day; each stands until the next."""
        statement = select(*_COLUMNS).where(_F.stat_post_id == post).order_by(_F.metric, _F.day)
        with self._readers.begin() as session:
            return tuple(_figures(rows_of(session, statement)))

    def post_figures_taken_by(self, import_id: int) -> tuple[PostFigure, ...]:
        """List the figures that stand and came from a file."""
        with self._readers.begin() as session:
            return tuple(kept.figure for kept in _kept(session, _F.import_id == import_id))


# SQLite reads every row when it groups. Told where to look it takes one step for each answer; CROSS JOIN
# keeps it from another order: https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_cross_join
_NEWEST_ON_SQLITE = """
WITH metrics (metric) AS (SELECT value FROM json_each(:metrics))
SELECT f.stat_post_id, f.day, f.metric, f.value, f.taken_at, f.origin, f.definition
FROM json_each(:posts) AS asked CROSS JOIN metrics AS m CROSS JOIN stat_post_figures AS f
WHERE f.stat_post_id = asked.value AND f.metric = m.metric AND f.day = (
    SELECT earlier.day FROM stat_post_figures AS earlier
    WHERE earlier.stat_post_id = asked.value AND earlier.metric = m.metric AND earlier.age <= :age
    ORDER BY earlier.day DESC LIMIT 1
)
"""


def _newest(session: Session, posts: Collection[int], at_age_days: int | None) -> Iterable[Any]:
    """Read the last figure of each post and metric, on each database in the way that it does fast."""
    age = _EVER if at_age_days is None else at_age_days
    if session.get_bind().dialect.name == "postgresql":
        place = _F.stat_post_id, _F.metric
        newest = select(*_COLUMNS).ext(distinct_on(*place)).order_by(*place, _F.day.desc())
        return rows_of(session, newest.where(_F.stat_post_id.in_(written_out(posts)), _F.age <= age))
    asked = {"posts": json.dumps(sorted(set(posts))), "metrics": json.dumps(list(METRICS)), "age": age}
    return rows_of(session, text(_NEWEST_ON_SQLITE), asked)


_Line = dict[PostFigureKey, KeptPostFigure]


def _settled(
    history: dict[tuple[int, Metric], _Line],
    wanted: Sequence[PostFigure],
    import_id: int | None,
    replace: bool,
) -> tuple[_Line, tuple[PostFigure, ...]]:
    """Decide which figures are written, and which are refused."""
    written: dict[tuple[int, Metric], _Line] = {}
    refused: list[PostFigure] = []
    for figure in wanted:
        key, place = _key(figure), (figure.post, figure.metric)
        line, after = history.setdefault(place, {}), written.setdefault(place, {})
        standing = after.get(key) or line.get(key)
        if standing is not None and not replace and not gives_way(standing.figure, figure):
            refused.append(figure)
        elif standing is not None or not _is_told_already(line, after, figure):
            after[key] = KeptPostFigure(figure, import_id)
    changed = {
        key: kept
        for after in written.values()
        for key, kept in after.items()
        if not _stood(history, key, kept)
    }
    return changed, tuple(refused)


def _stood(history: dict[tuple[int, Metric], _Line], key: PostFigureKey, kept: KeptPostFigure) -> bool:
    """Tell whether a figure says nothing that did not stand there; when it was taken again does not count."""
    old = history[key[:2]].get(key)
    if old is None:
        return False
    return old == kept or (_by_network(kept.figure) and _says(old.figure) == _says(kept.figure))


def _is_told_already(line: _Line, after: _Line, figure: PostFigure) -> bool:
    """Tell whether the newest figure is an older one that says the same."""
    if not _by_network(figure):
        return False
    known = line | after
    newest = max(known, key=lambda key: key[2], default=None)
    return newest is not None and newest[2] < figure.day and _says(known[newest].figure) == _says(figure)


def _by_network(figure: PostFigure) -> bool:
    return figure.origin in {Origin.NETWORK, Origin.REHEARSAL}


def _says(figure: PostFigure) -> tuple[int, str, Origin]:
    return figure.value, figure.definition, figure.origin


def _lock(session: Session, posts: Collection[int]) -> dict[int, Any]:
    """Make others who write figures of these posts wait; return when those that there are went out."""
    statement = (
        select(StatPostRecord.id, StatPostRecord.published_at)
        .where(StatPostRecord.id.in_(written_out(posts)))
        .order_by(StatPostRecord.id)
        .with_for_update(key_share=True)
    )
    return {row.id: row.published_at for row in session.execute(statement)}


def _history(session: Session, posts: Collection[int]) -> dict[tuple[int, Metric], _Line]:
    found: dict[tuple[int, Metric], _Line] = {}
    for kept in _kept(session, _F.stat_post_id.in_(written_out(posts))):
        figure = kept.figure
        found.setdefault((figure.post, figure.metric), {})[_key(figure)] = kept
    return found


def _kept(session: Session, *conditions: ColumnElement[bool]) -> list[KeptPostFigure]:
    statement: Select[*tuple[Any, ...]] = select(*_COLUMNS, _F.import_id).where(*conditions)
    rows = session.execute(statement.order_by(_F.stat_post_id, _F.metric, _F.day)).all()
    figures = _figures(row[:-1] for row in rows)
    return [KeptPostFigure(figure, row[-1]) for figure, row in zip(figures, rows, strict=True)]


def _figures(rows: Iterable[Any]) -> list[PostFigure]:
    """Read rows of `_COLUMNS`, as in `statistics.py`."""
    days, moments = Days(), Moments()
    return [
        PostFigure(post, days[day], METRICS[metric], value, moments[taken], ORIGINS[origin], definition)
        for post, day, metric, value, taken, origin, definition in rows
    ]


def _replace(
    session: Session,
    gone: Sequence[KeptPostFigure],
    new: Iterable[KeptPostFigure],
    published: dict[int, Any],
) -> None:
    keys = [_key(kept.figure) for kept in gone]
    place = tuple_(_F.stat_post_id, _F.metric, _F.day)
    for start in range(0, len(keys), _AT_ONCE):
        session.execute(
            delete(PostFigureRecord)
            .where(place.in_(keys[start : start + _AT_ONCE]))
            .execution_options(synchronize_session=False)
        )
    rows = [_row(kept, published) for kept in new]
    if rows:
        session.connection().execute(insert(PostFigureRecord.__table__), rows)  # type: ignore[arg-type]


def _row(kept: KeptPostFigure, published: dict[int, Any]) -> dict[str, object]:
    figure = kept.figure
    return {
        "stat_post_id": figure.post,
        "day": figure.day,
        "metric": figure.metric,
        "value": figure.value,
        "taken_at": figure.taken_at,
        "age": age_in_days(published[figure.post], figure.taken_at),
        "origin": figure.origin,
        "definition": figure.definition,
        "import_id": kept.import_id,
    }


def _without_lost_imports(session: Session, kept: Sequence[KeptPostFigure]) -> list[KeptPostFigure]:
    named = {one.import_id for one in kept if one.import_id is not None}
    known = set(session.scalars(select(ImportRecord.id).where(ImportRecord.id.in_(sorted(named)))))
    return [KeptPostFigure(one.figure, one.import_id if one.import_id in known else None) for one in kept]


def _same(one: KeptPostFigure | None, other: KeptPostFigure | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.figure == other.figure


def _key(figure: PostFigure) -> PostFigureKey:
    return figure.post, figure.metric, figure.day


def written_out(posts: Collection[int]) -> BindParameter[list[int]]:
    """Return identities for an `IN`: thousands would be more values than a statement may have."""
    return bindparam(None, sorted(posts), expanding=True, literal_execute=True)
