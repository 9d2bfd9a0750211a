"""Full-text search: folded words of each post, in FTS5 on SQLite, in a tsvector on PostgreSQL."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection, Select, Text, column, event, literal, literal_column, select, table, text
from sqlalchemy.orm import Session

from cmstation.domain.folding import search_words
from cmstation.storage.records import AttachmentRecord, PostRecord, Record, VersionRecord
from cmstation.storage.records_library import CampaignRecord, ThemeRecord

# The content is words and spaces only: the `ascii` tokenizer then splits at the spaces and nowhere else,
# whatever the Unicode version of SQLite. Nobody searches a phrase, so positions are not kept.
SQLITE_TABLE = """
CREATE VIRTUAL TABLE post_search USING fts5(terms, tokenize='ascii', prefix='1 2 3', detail='none')
"""
POSTGRESQL_TABLE = """
CREATE TABLE post_search (
    post_id INTEGER NOT NULL CONSTRAINT pk_post_search PRIMARY KEY
        CONSTRAINT fk_post_search_post_id REFERENCES posts (id) ON DELETE CASCADE,
    terms TSVECTOR NOT NULL
)
"""
POSTGRESQL_INDEX = "CREATE INDEX ix_post_search_terms ON post_search USING gin (terms)"

LONGEST_TERM = 100
# PostgreSQL refuses a tsvector of more than one megabyte; no text written by people comes near.
MOST_TERM_BYTES = 500_000
MOST_POSTS_AT_ONCE = 500
LONGEST_KNOWN_PIECE = 30

_SQLITE_WRITE = (
    text("DELETE FROM post_search WHERE rowid = :post"),
    text("INSERT INTO post_search (rowid, terms) VALUES (:post, :terms)"),
)
_POSTGRESQL_WRITE = (
    text(
        "INSERT INTO post_search (post_id, terms)"
        " VALUES (:post, array_to_tsvector(string_to_array(:terms, ' ')))"
        " ON CONFLICT (post_id) DO UPDATE SET terms = excluded.terms"
    ),
)


def terms(words: str) -> tuple[str, ...]:
    """Split a text into the distinct words that search compares."""
    found: dict[str, None] = {}
    for piece in dict.fromkeys(words.split()):
        split = _terms_of_known if len(piece) <= LONGEST_KNOWN_PIECE else _terms_of
        found.update(dict.fromkeys(split(piece)))
    return tuple(found)


def matching(session: Session, words: tuple[str, ...]) -> Select[int]:
    """Select the identities of the posts in which every word begins some word.

    Args:
        words: as `terms` splits them; letters and digits only.
    """
    if session.get_bind().dialect.name == "postgresql":
        query = " & ".join(f"'{word}':*" for word in words)
        found = table("post_search", column("post_id"))
        # As text: the type `tsquery` would bring in the whole dialect, which no clinic of one person needs.
        matches = text("post_search.terms @@ CAST(:wanted AS tsquery)").bindparams(wanted=query)
        return select(found.c.post_id).where(matches)
    query = " AND ".join(f'"{word}"*' for word in words)
    found = table("post_search", column("rowid"))
    whole = literal_column("post_search", Text)
    return select(found.c.rowid).where(whole.op("MATCH", is_comparison=True)(literal(query)))


def index_posts(session: Session, posts: Iterable[int]) -> None:
    """Write the searchable words of posts anew, in the transaction that changed them."""
    wanted = sorted(set(posts))
    for start in range(0, len(wanted), MOST_POSTS_AT_ONCE):
        _index(session, wanted[start : start + MOST_POSTS_AT_ONCE])


def forget_posts(session: Session, posts: Sequence[int]) -> None:
    """Remove purged posts from the index (PostgreSQL does it by itself)."""
    if session.get_bind().dialect.name == "sqlite" and posts:
        session.execute(_SQLITE_WRITE[0], [{"post": post} for post in posts])


def _index(session: Session, posts: list[int]) -> None:
    said: dict[int, list[str]] = {}
    base = (
        select(
            PostRecord.id,
            PostRecord.title,
            PostRecord.text,
            PostRecord.sources,
            PostRecord.tags,
            ThemeRecord.name,
            CampaignRecord.name,
        )
        .outerjoin(ThemeRecord, ThemeRecord.id == PostRecord.theme_id)
        .outerjoin(CampaignRecord, CampaignRecord.id == PostRecord.campaign_id)
        .where(PostRecord.id.in_(posts))
    )
    for post, title, body, sources, tags, theme, campaign in session.execute(base):
        said[post] = [title, body, sources, *tags, theme or "", campaign or ""]
    versions = select(VersionRecord.post_id, VersionRecord.title, VersionRecord.text).where(
        VersionRecord.post_id.in_(posts), VersionRecord.included
    )
    for post, title, body in session.execute(versions):
        said[post] += [title or "", body or ""]
    pictures = select(AttachmentRecord.post_id, AttachmentRecord.alt_text).where(
        AttachmentRecord.post_id.in_(posts)
    )
    for post, alt_text in session.execute(pictures):
        said[post].append(alt_text)
    rows = [{"post": post, "terms": _joined_terms(texts)} for post, texts in said.items()]
    if not rows:
        return
    writes = _SQLITE_WRITE if session.get_bind().dialect.name == "sqlite" else _POSTGRESQL_WRITE
    for write in writes:
        session.execute(write, rows)


def _terms_of(piece: str) -> tuple[str, ...]:
    # Opening compatibility letters ("™") brings capitals back.
    return tuple(word[:LONGEST_TERM].casefold() for word in search_words(piece))


# People write the same words again and again: a new name for a theme can index thousands of posts anew.
_terms_of_known = lru_cache(maxsize=20_000)(_terms_of)


def _joined_terms(texts: list[str]) -> str:
    kept: list[str] = []
    room = MOST_TERM_BYTES
    for term in terms("\n".join(texts)):
        room -= len(term.encode()) + 1
        if room < 0:
            break
        kept.append(term)
    return " ".join(kept)


@event.listens_for(Record.metadata, "after_create")
def _create_index(_target: object, connection: Connection, **_options: object) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(SQLITE_TABLE)
        return
    connection.exec_driver_sql(POSTGRESQL_TABLE)
    connection.exec_driver_sql(POSTGRESQL_INDEX)
