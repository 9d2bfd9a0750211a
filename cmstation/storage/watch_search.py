"""Full-text search of the watch: FTS5 over the stored bodies on SQLite, a tsvector on PostgreSQL."""

from collections.abc import Iterable, Sequence

from sqlalchemy import (
    Connection,
    Select,
    Text,
    bindparam,
    column,
    event,
    literal,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.orm import Session

from cmstation.storage.records import Record
from cmstation.storage.search import LONGEST_TERM, MOST_TERM_BYTES

# Bodies are words and spaces only: the `ascii` tokenizer splits at the spaces and nowhere else, whatever the
# Unicode version of SQLite. The index reads its words from the bodies, so that each text is kept once.
# Measured on 15,000 items: positions, sizes and more prefixes cost between a quarter and as much again of
# the time to store; without the prefix of two letters, two letters are found ten times slower.
SQLITE_TABLE = """
CREATE VIRTUAL TABLE watch_search USING fts5(folded, content='watch_bodies', content_rowid='item_id',
    tokenize='ascii', detail='none', columnsize=0, prefix='2')
"""
# Pieces of the index are merged by `settle`, once all is stored, and not at each transaction.
SQLITE_PACE = (
    "INSERT INTO watch_search (watch_search, rank) VALUES ('automerge', 0)",
    "INSERT INTO watch_search (watch_search, rank) VALUES ('crisismerge', 64)",
)
POSTGRESQL_TABLE = """
CREATE TABLE watch_search (
    item_id INTEGER NOT NULL CONSTRAINT pk_watch_search PRIMARY KEY
        CONSTRAINT fk_watch_search_item_id REFERENCES watch_items (id) ON DELETE CASCADE,
    terms TSVECTOR NOT NULL
)
"""
POSTGRESQL_INDEX = "CREATE INDEX ix_watch_search_terms ON watch_search USING gin (terms)"

MOST_IDS_AT_ONCE = 500
MERGED_PAGES = 200

_SQLITE_INDEX = text(
    "INSERT INTO watch_search (rowid, folded)"
    " SELECT item_id, folded FROM watch_bodies WHERE item_id IN :items"
).bindparams(bindparam("items", expanding=True))
_SQLITE_INDEX_SPAN = (
    "INSERT INTO watch_search (rowid, folded)"
    " SELECT item_id, folded FROM watch_bodies WHERE item_id BETWEEN ? AND ?"
)
_SQLITE_UNINDEX = text(
    "INSERT INTO watch_search (watch_search, rowid, folded)"
    " SELECT 'delete', item_id, folded FROM watch_bodies WHERE item_id IN :items"
).bindparams(bindparam("items", expanding=True))
_POSTGRESQL_INDEX = text(
    "INSERT INTO watch_search (item_id, terms)"
    " VALUES (:item, array_to_tsvector(string_to_array(:terms, ' ')))"
    " ON CONFLICT (item_id) DO UPDATE SET terms = excluded.terms"
)
_BODIES = text("SELECT item_id, folded FROM watch_bodies WHERE item_id IN :items").bindparams(
    bindparam("items", expanding=True)
)
_SETTLE = "INSERT INTO watch_search (watch_search, rank) VALUES ('merge', ?)"


def matching(session: Session, words: tuple[str, ...]) -> Select[int]:
    """Select the identities of the items in which every word begins some word.

    Args:
        words: as `search.terms` splits them; letters and digits only.
    """
    if session.get_bind().dialect.name == "postgresql":
        query = " & ".join(f"'{word}':*" for word in words)
        found = table("watch_search", column("item_id"))
        # As text: the type `tsquery` would bring in the whole dialect, which no clinic of one person needs.
        matches = text("watch_search.terms @@ CAST(:wanted AS tsquery)").bindparams(wanted=query)
        return select(found.c.item_id).where(matches)
    query = " AND ".join(f'"{word}"*' for word in words)
    found = table("watch_search", column("rowid"))
    whole = literal_column("watch_search", Text)
    return select(found.c.rowid).where(whole.op("MATCH", is_comparison=True)(literal(query)))


def index_new(connection: Connection, items: Sequence[int]) -> None:
    """Make new bodies found.

    Args:
        items: in order; on SQLite, all those between the first and the last.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_SQLITE_INDEX_SPAN, (items[0], items[-1]))
        return
    index(connection, items)


def index(connection: Connection, items: Iterable[int]) -> None:
    """Make bodies found that are not: new ones, or those that `unindex` took out before they changed."""
    for some in _pieces(items):
        if connection.dialect.name == "sqlite":
            connection.execute(_SQLITE_INDEX, {"items": some})
        else:
            _index_on_server(connection, some)


def unindex(connection: Connection, items: Iterable[int]) -> None:
    """Take items out of the index, before their bodies change or go: afterwards it cannot be done."""
    if connection.dialect.name == "sqlite":
        for some in _pieces(items):
            connection.execute(_SQLITE_UNINDEX, {"items": some})


def settle(connection: Connection, pages: int = MERGED_PAGES) -> bool:
    """Merge a bounded part of the index; return whether more is left to merge."""
    if connection.dialect.name != "sqlite":
        return False
    before = _changes(connection)
    connection.exec_driver_sql(_SETTLE, (pages,))
    # The documented way to see whether anything was done: a merge without work changes one row.
    return _changes(connection) - before >= 2


def _index_on_server(connection: Connection, items: Sequence[int]) -> None:
    rows = [
        {"item": item, "terms": _terms(folded)}
        for item, folded in connection.execute(_BODIES, {"items": items})
    ]
    if rows:
        connection.execute(_POSTGRESQL_INDEX, rows)


def _terms(folded: str) -> str:
    kept: list[str] = []
    room = MOST_TERM_BYTES
    for word in dict.fromkeys(folded.split()):
        term = word[:LONGEST_TERM]
        room -= len(term.encode()) + 1
        if room < 0:
            break
        kept.append(term)
    return " ".join(kept)


def _changes(connection: Connection) -> int:
    return connection.exec_driver_sql("SELECT total_changes()").scalar_one()


def _pieces(items: Iterable[int]) -> list[list[int]]:
    wanted = sorted(set(items))
    return [wanted[at : at + MOST_IDS_AT_ONCE] for at in range(0, len(wanted), MOST_IDS_AT_ONCE)]


@event.listens_for(Record.metadata, "after_create")
def _create_index(_target: object, connection: Connection, **_options: object) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(SQLITE_TABLE)
        for pace in SQLITE_PACE:
            connection.exec_driver_sql(pace)
        return
    connection.exec_driver_sql(POSTGRESQL_TABLE)
    connection.exec_driver_sql(POSTGRESQL_INDEX)
