"""The watch: sources, lists, items, stories, decisions, opinions, press reviews, alerts, its search."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables; none that exists is rebuilt."""
    _create_sources()
    _create_items()
    _create_marks()
    _create_reviews()
    _create_search()


def _create_sources() -> None:
    op.create_table(
        "watch_sources",
        _whole("id"),
        _text("kind"),
        _text("address"),
        _text("title"),
        _text("own_title"),
        _text("site"),
        _whole("standing"),
        _whole("every_minutes", nullable=True),
        _yes_no("paused"),
        _instant("tried_at", nullable=True),
        _instant("read_at", nullable=True),
        _instant("due_at", nullable=True),
        _whole("failures"),
        _text("trouble", nullable=True),
        _text("detail"),
        _whole("interval_minutes"),
        _text("etag"),
        _text("modified"),
        _bytes("digest"),
        _text("cursor"),
        _instant("removed_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_watch_sources"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_watch_sources_due_at", "watch_sources", ["due_at"])
    op.create_index("uq_watch_sources_kind_address", "watch_sources", ["kind", "address"], unique=True)
    op.create_table(
        "watch_lists",
        _whole("id"),
        _text("name"),
        _whole("position"),
        _text("rule"),
        _text("folder"),
        _whole("days", nullable=True),
        _whole("unread_days", nullable=True),
        _whole("matched_to", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_watch_lists"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "watch_list_sources",
        _whole("list_id"),
        _whole("source_id"),
        _whole("position"),
        _reference("list_id", "watch_lists.id", "fk_watch_list_sources_list_id"),
        _reference("source_id", "watch_sources.id", "fk_watch_list_sources_source_id"),
        sa.PrimaryKeyConstraint("list_id", "source_id", name="pk_watch_list_sources"),
    )
    op.create_index("ix_watch_list_sources_source_id", "watch_list_sources", ["source_id"])


def _create_items() -> None:
    op.create_table(
        "watch_stories",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _whole("best_id"),
        _long("moment"),
        _whole("count"),
        _whole("unread"),
        _yes_no("starred"),
        _text("decided", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_watch_stories"),
    )
    op.create_index("ix_watch_stories_decided_moment", "watch_stories", ["decided", "moment"])
    op.create_index("ix_watch_stories_moment", "watch_stories", ["moment", "id"])
    op.create_index(
        "ix_watch_stories_starred",
        "watch_stories",
        ["moment", "id"],
        sqlite_where=sa.text("starred = 1"),
        postgresql_where=sa.text("starred"),
    )
    op.create_index(
        "ix_watch_stories_unread",
        "watch_stories",
        ["moment", "id"],
        sqlite_where=sa.text("unread > 0"),
        postgresql_where=sa.text("unread > 0"),
    )
    op.create_table(
        "watch_items",
        _whole("id"),
        _whole("source_id"),
        _bytes("guid_hash"),
        _bytes("content_hash"),
        _text("title"),
        _text("link"),
        _long("address_hash"),
        _text("author"),
        _text("media"),
        _text("origin"),
        _instant("published_at", nullable=True),
        _instant("seen_at"),
        _long("moment"),
        _whole("story_id"),
        _bytes("fingerprint"),
        _instant("read_at", nullable=True),
        _yes_no("starred"),
        _yes_no("kept"),
        _text("note"),
        _reference("source_id", "watch_sources.id", "fk_watch_items_source_id"),
        sa.PrimaryKeyConstraint("id", name="pk_watch_items"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_watch_items_address_hash", "watch_items", ["address_hash"])
    op.create_index("ix_watch_items_moment", "watch_items", ["moment"])
    op.create_index("ix_watch_items_story_id", "watch_items", ["story_id"])
    op.create_index("uq_watch_items_source_id_guid", "watch_items", ["source_id", "guid_hash"], unique=True)
    op.create_table(
        "watch_gone",
        _whole("source_id"),
        _bytes("guid_hash"),
        _reference("source_id", "watch_sources.id", "fk_watch_gone_source_id"),
        sa.PrimaryKeyConstraint("source_id", "guid_hash", name="pk_watch_gone"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "watch_bodies",
        _whole("item_id"),
        _text("html"),
        _text("folded"),
        _reference("item_id", "watch_items.id", "fk_watch_bodies_item_id"),
        sa.PrimaryKeyConstraint("item_id", name="pk_watch_bodies"),
    )
    op.create_table(
        "watch_memberships",
        _whole("item_id"),
        _whole("list_id"),
        _whole("story_id"),
        _reference("item_id", "watch_items.id", "fk_watch_memberships_item_id"),
        _reference("list_id", "watch_lists.id", "fk_watch_memberships_list_id"),
        sa.PrimaryKeyConstraint("item_id", "list_id", name="pk_watch_memberships"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_watch_memberships_list_id_story_id", "watch_memberships", ["list_id", "story_id"])


def _create_marks() -> None:
    op.create_table(
        "watch_tags",
        _whole("item_id"),
        _text("tag"),
        _reference("item_id", "watch_items.id", "fk_watch_tags_item_id"),
        sa.PrimaryKeyConstraint("item_id", "tag", name="pk_watch_tags"),
    )
    op.create_index("ix_watch_tags_tag", "watch_tags", ["tag"])
    op.create_table(
        "watch_decisions",
        _whole("id"),
        _whole("item_id"),
        _text("kind"),
        _instant("at"),
        _text("who"),
        _instant("undone_at", nullable=True),
        _reference("item_id", "watch_items.id", "fk_watch_decisions_item_id"),
        sa.PrimaryKeyConstraint("id", name="pk_watch_decisions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_watch_decisions_at", "watch_decisions", ["at"])
    op.create_index("ix_watch_decisions_item_id_at", "watch_decisions", ["item_id", "at"])
    op.create_table(
        "watch_relays",
        _whole("post_id"),
        _whole("item_id"),
        _whole("decision_id"),
        _reference("decision_id", "watch_decisions.id", "fk_watch_relays_decision_id"),
        _reference("item_id", "watch_items.id", "fk_watch_relays_item_id"),
        _reference("post_id", "posts.id", "fk_watch_relays_post_id"),
        sa.PrimaryKeyConstraint("post_id", name="pk_watch_relays"),
    )
    op.create_index("ix_watch_relays_decision_id", "watch_relays", ["decision_id"])
    op.create_index("ix_watch_relays_item_id", "watch_relays", ["item_id"])
    op.create_table(
        "watch_opinions",
        _whole("id"),
        _whole("item_id"),
        _text("question"),
        _instant("asked_at"),
        _text("asked_by"),
        _text("physician"),
        _text("answer", nullable=True),
        _yes_no("favourable", nullable=True),
        _instant("answered_at", nullable=True),
        _reference("item_id", "watch_items.id", "fk_watch_opinions_item_id"),
        sa.PrimaryKeyConstraint("id", name="pk_watch_opinions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_watch_opinions_answered_at", "watch_opinions", ["answered_at"])
    op.create_index("ix_watch_opinions_item_id", "watch_opinions", ["item_id"])
    op.create_table(
        "watch_searches",
        _whole("id"),
        _text("name"),
        _whole("position"),
        _text("wanted"),
        sa.PrimaryKeyConstraint("id", name="pk_watch_searches"),
        sqlite_autoincrement=True,
    )


def _create_reviews() -> None:
    op.create_table(
        "press_reviews",
        _whole("id"),
        _text("title"),
        _instant("first_at"),
        _instant("last_at"),
        _instant("created_at"),
        _instant("changed_at"),
        _text("content"),
        sa.PrimaryKeyConstraint("id", name="pk_press_reviews"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_press_reviews_first_at", "press_reviews", ["first_at"])
    op.create_table(
        "press_review_items",
        _whole("review_id"),
        _whole("item_id"),
        _whole("position"),
        _reference("item_id", "watch_items.id", "fk_press_review_items_item_id"),
        _reference("review_id", "press_reviews.id", "fk_press_review_items_review_id"),
        sa.PrimaryKeyConstraint("review_id", "item_id", name="pk_press_review_items"),
    )
    op.create_index("ix_press_review_items_item_id", "press_review_items", ["item_id"])
    op.create_table(
        "watch_alerts",
        _whole("id"),
        _text("name"),
        _yes_no("active"),
        _text("content"),
        _text("state"),
        sa.PrimaryKeyConstraint("id", name="pk_watch_alerts"),
        sqlite_autoincrement=True,
    )


def _create_search() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE watch_search USING fts5(folded, content='watch_bodies',"
            " content_rowid='item_id', tokenize='ascii', detail='none', columnsize=0, prefix='2')"
        )
        op.execute("INSERT INTO watch_search (watch_search, rank) VALUES ('automerge', 0)")
        op.execute("INSERT INTO watch_search (watch_search, rank) VALUES ('crisismerge', 64)")
        return
    op.create_table(
        "watch_search",
        sa.Column("item_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("terms", postgresql.TSVECTOR(), nullable=False),
        _reference("item_id", "watch_items.id", "fk_watch_search_item_id"),
        sa.PrimaryKeyConstraint("item_id", name="pk_watch_search"),
    )
    op.create_index("ix_watch_search_terms", "watch_search", ["terms"], postgresql_using="gin")


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _long(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _bytes(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _yes_no(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=nullable)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    kind = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
    return sa.Column(name, kind, nullable=nullable)


def _reference(column: str, target: str, name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete="CASCADE")
