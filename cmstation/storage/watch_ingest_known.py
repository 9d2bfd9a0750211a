"""Recognise arriving items: by their GUID, and by their address when a feed invents GUIDs anew each time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection

from cmstation.domain.watch_storing import NO_ADDRESS, Arrival
from cmstation.storage.watch_ingest_rows import Row, Stable, ask

Key: TypeAlias = tuple[int, bytes]

MOST_AT_ONE_ADDRESS = 50

_BY_GUID = (
    "WITH wanted (source_id, guid_hash) AS (VALUES {keys})"
    " SELECT i.source_id, i.guid_hash, i.id, i.content_hash, i.story_id"
    " FROM wanted JOIN watch_items AS i ON i.source_id = wanted.source_id AND i.guid_hash = wanted.guid_hash"
)
_GONE = (
    "WITH wanted (source_id, guid_hash) AS (VALUES {keys})"
    " SELECT g.source_id, g.guid_hash"
    " FROM wanted JOIN watch_gone AS g ON g.source_id = wanted.source_id AND g.guid_hash = wanted.guid_hash"
)
_BY_ADDRESS = (
    "WITH wanted (address) AS (VALUES {keys})"
    " SELECT i.address_hash, i.id, i.source_id, i.story_id, i.title, i.content_hash, i.published_at,"
    " i.read_at FROM wanted JOIN watch_items AS i ON i.address_hash = wanted.address"
)


@dataclass(slots=True)
class Placed:
    """An item that is stored, or will be with this transaction; made by thousands, so it is not frozen."""

    id: int
    source: int
    story: int
    title: str
    content: bytes
    published: Any
    read_at: Any


def key_of(arrival: Arrival) -> Key:
    """Return what tells an arrival apart."""
    return (arrival.item.source, arrival.guid_hash)


def stored(connection: Connection, keys: Sequence[Key]) -> dict[Key, tuple[int, bytes, int]]:
    """Read the identity, the content hash and the story of items by source and guid hash."""
    rows = ask(connection, _BY_GUID, keys)
    return {(source, guid): (id_, content, story) for source, guid, id_, content, story in rows}


def gone(connection: Connection, keys: Sequence[Key]) -> set[Key]:
    """Name those that were cleared away."""
    return {(row[0], row[1]) for row in ask(connection, _GONE, keys)}


def ask_each(connection: Connection, statement: str, keys: Iterable[int]) -> list[Row]:
    """Run a query for many numbers."""
    return ask(connection, statement, [(key,) for key in sorted(set(keys))])


class Addresses:
    """The items at the addresses of those that arrive."""

    def __init__(self, connection: Connection, arriving: Iterable[Stable]) -> None:
        self._found: dict[int, list[Placed]] = defaultdict(list)
        wanted = {one.address for one in arriving} - {NO_ADDRESS}
        for address, *values in ask_each(connection, _BY_ADDRESS, wanted):
            self._found[address].append(Placed(*values))

    def at(self, address: int) -> list[Placed]:
        """Return the items at an address, none for a page at which everything stands."""
        if address == NO_ADDRESS:
            return []
        found = self._found.get(address, [])
        return found if len(found) <= MOST_AT_ONE_ADDRESS else []

    def add(self, address: int, placed: Placed) -> None:
        """Remember that one more stands there."""
        if address != NO_ADDRESS:
            self._found[address].append(placed)


def same_item(one: Stable, found: Sequence[Placed]) -> Placed | None:
    """Find the item that came before under another GUID.

    The address alone does not tell: podcasts and alerts often lead to one page for all.
    """
    for other in found:
        if other.source == one.source and (
            other.content == one.arrival.content_hash
            or (other.title == one.title and one.published is not None and other.published == one.published)
        ):
            return other
    return None


def same_article(one: Stable, found: Sequence[Placed]) -> Placed | None:
    """Find an item at the same address, unless one page stands there for many articles."""
    if not found:
        return None
    titles: dict[int, str] = {one.source: one.title}
    for other in found:
        if titles.setdefault(other.source, other.title) != other.title:
            return None
    return found[0]
