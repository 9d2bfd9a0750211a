"""The rows that an arriving item becomes, and the statements that write many of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain
from typing import Any, TypeAlias

from sqlalchemy import Connection

from cmstation.domain.folding import storable
from cmstation.domain.watch import sensible_moment
from cmstation.domain.watch_storing import Arrival, address_of
from cmstation.storage.watch_story_keys import moment_of

Row: TypeAlias = tuple[Any, ...]

# The driver's own statements: what makes rows of objects takes longer than the database needs to write them.
ADD_ITEMS = (
    "INSERT INTO watch_items (id, source_id, guid_hash, content_hash, title, link, address_hash, author,"
    " media, origin, published_at, seen_at, moment, story_id, fingerprint, read_at, starred, kept, note)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, FALSE, '')"
)
ADD_BODIES = "INSERT INTO watch_bodies (item_id, html, folded) VALUES (?, ?, ?)"
ADD_MEMBERSHIPS = "INSERT INTO watch_memberships (item_id, list_id, story_id) VALUES (?, ?, ?)"
ADD_STORIES = (
    "INSERT INTO watch_stories (id, best_id, moment, count, unread, starred, decided)"
    " VALUES (?, ?, ?, ?, ?, FALSE, NULL)"
)
CHANGE_ITEMS = (
    "UPDATE watch_items SET guid_hash = ?, content_hash = ?, title = ?, link = ?, address_hash = ?,"
    " author = ?, media = ?, origin = ?, fingerprint = ? WHERE id = ?"
)
CHANGE_BODIES = "UPDATE watch_bodies SET html = ?, folded = ? WHERE item_id = ?"
CHANGE_GUIDS = "UPDATE watch_items SET guid_hash = ? WHERE id = ?"
DROP_MEMBERSHIPS = "DELETE FROM watch_memberships WHERE item_id = ?"

MOST_ASKED_AT_ONCE = 500


@dataclass(slots=True)
class Stable:
    """An arrival as the database can hold it; made by thousands, and for that reason alone not frozen.

    Args:
        address: `NO_ADDRESS` when the item has none.
        published, seen: as the database's driver takes an instant.
        at: when it came out, or was seen.
    """

    source: int
    arrival: Arrival
    title: str
    link: str
    address: int
    author: str
    media: str
    origin: str
    html: str
    folded: str
    published: Any
    seen: Any
    at: datetime
    moment: int


def stable(arrival: Arrival, now: datetime, *, on_server: bool, thorough: bool) -> Stable:
    """Make an arrival storable.

    Args:
        thorough: whether to look for lone surrogates, which the driver refuses. Hardly any text has one, and
            looking takes as long as storing does.

    Raises:
        TypeError: one of its times is naive.
    """
    item = arrival.item
    if item.seen_at.tzinfo is None or (item.published is not None and item.published.tzinfo is None):
        raise TypeError("a naive time cannot be stored")
    published = sensible_moment(item.published, now)
    at = published or item.seen_at
    seen = _seen(item.seen_at, on_server=on_server)
    title, link, author, media, origin, html, folded = _clean(
        (item.title, item.link, item.author, item.media, item.origin, item.html, item.folded),
        thorough=thorough,
    )
    return Stable(
        item.source,
        arrival,
        title,
        link,
        address_of(item.canonical),
        author,
        media,
        origin,
        html,
        folded,
        None if published is None else instant(published, on_server=on_server),
        seen,
        at,
        moment_of(at),
    )


def item_row(one: Stable, identity: int, story: int, read_at: object) -> Row:
    """Return the values of `ADD_ITEMS`."""
    arrival = one.arrival
    return (
        *(identity, one.source, arrival.guid_hash, arrival.content_hash, one.title, one.link, one.address),
        *(one.author, one.media, one.origin, one.published, one.seen, one.moment, story),
        *(arrival.item.fingerprint, read_at),
    )


def changed_row(one: Stable, identity: int) -> Row:
    """Return the values of `CHANGE_ITEMS`."""
    arrival = one.arrival
    return (
        *(arrival.guid_hash, arrival.content_hash, one.title, one.link, one.address, one.author, one.media),
        *(one.origin, arrival.item.fingerprint, identity),
    )


def _clean(texts: tuple[str, ...], *, thorough: bool) -> Sequence[str]:
    if thorough:
        return [storable(text) for text in texts]
    for text in texts:
        if "\x00" in text:
            return [storable(text) for text in texts]
    return texts


def instant(at: datetime, *, on_server: bool) -> Any:
    """Return an aware instant as `columns.UtcTime` stores it."""
    utc = at if at.tzinfo is UTC else at.astimezone(UTC)
    return utc if on_server else utc.isoformat(" ", "microseconds")


# All items of one answer were seen at the same moment.
_seen = lru_cache(maxsize=64)(instant)


def write(connection: Connection, statement: str, rows: Sequence[Row]) -> None:
    """Run a statement for many rows."""
    if rows:
        connection.exec_driver_sql(in_dialect(connection, statement), list(rows))


def ask(connection: Connection, statement: str, keys: Sequence[Row]) -> list[Row]:
    """Run a query for many keys; `{keys}` in it stands for their list of values."""
    found: list[Row] = []
    for at in range(0, len(keys), MOST_ASKED_AT_ONCE):
        some = keys[at : at + MOST_ASKED_AT_ONCE]
        one = f"({', '.join('?' * len(some[0]))})"
        query = in_dialect(connection, statement.format(keys=", ".join([one] * len(some))))
        answer = connection.exec_driver_sql(query, tuple(chain.from_iterable(some)))
        found += map(tuple, answer.fetchall())
    return found


def in_dialect(connection: Connection, statement: str) -> str:
    """Return a statement with the place holders of the database's driver."""
    return statement if connection.dialect.name == "sqlite" else statement.replace("?", "%s")
