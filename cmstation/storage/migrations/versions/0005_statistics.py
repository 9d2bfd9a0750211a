"""Statistics: figures of accounts, posts and peers, goals, notes, comments on reports, imports."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables; none that exists is rebuilt."""
    _create_figures()
    _create_posts()
    _create_peers()
    _create_words()


def _create_figures() -> None:
    op.create_table(
        "stat_imports",
        _whole("id"),
        _instant("at"),
        _text("name"),
        _text("kind"),
        _whole("lines"),
        sa.PrimaryKeyConstraint("id", name="pk_stat_imports"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stat_figures",
        _whole("account_id"),
        _text("metric"),
        _day("day"),
        _long("value"),
        _instant("taken_at"),
        _text("origin"),
        _text("definition"),
        _yes_no("rounded"),
        _whole("import_id", nullable=True),
        _reference("account_id", "accounts.id", "fk_stat_figures_account_id"),
        _reference("import_id", "stat_imports.id", "fk_stat_figures_import_id", "SET NULL"),
        sa.PrimaryKeyConstraint("account_id", "metric", "day", name="pk_stat_figures"),
        sqlite_with_rowid=False,
    )
    _index_imports("stat_figures")
    op.create_table(
        "stat_collections",
        _whole("account_id"),
        _instant("tried_at", nullable=True),
        _instant("read_at", nullable=True),
        _instant("due_at", nullable=True),
        _text("trouble"),
        _text("detail"),
        _reference("account_id", "accounts.id", "fk_stat_collections_account_id"),
        sa.PrimaryKeyConstraint("account_id", name="pk_stat_collections"),
    )


def _create_posts() -> None:
    op.create_table(
        "stat_posts",
        _whole("id"),
        _whole("account_id"),
        _text("remote_id"),
        _whole("post_id", nullable=True),
        _instant("published_at"),
        _yes_no("hour_known"),
        _text("title"),
        _text("url"),
        _text("form"),
        _instant("read_at", nullable=True),
        _instant("gone_at", nullable=True),
        _whole("import_id", nullable=True),
        _reference("account_id", "accounts.id", "fk_stat_posts_account_id"),
        _reference("import_id", "stat_imports.id", "fk_stat_posts_import_id", "SET NULL"),
        _reference("post_id", "posts.id", "fk_stat_posts_post_id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_stat_posts"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_stat_posts_account_id_remote_id", "stat_posts", ["account_id", "remote_id"], unique=True
    )
    op.create_index("ix_stat_posts_post_id", "stat_posts", ["post_id"])
    op.create_index("ix_stat_posts_published_at", "stat_posts", ["published_at"])
    _index_imports("stat_posts")
    op.create_table(
        "stat_post_figures",
        _whole("stat_post_id"),
        _text("metric"),
        _day("day"),
        _long("value"),
        _instant("taken_at"),
        _whole("age"),
        _text("origin"),
        _text("definition"),
        _whole("import_id", nullable=True),
        _reference("stat_post_id", "stat_posts.id", "fk_stat_post_figures_stat_post_id"),
        _reference("import_id", "stat_imports.id", "fk_stat_post_figures_import_id", "SET NULL"),
        sa.PrimaryKeyConstraint("stat_post_id", "metric", "day", name="pk_stat_post_figures"),
        sqlite_with_rowid=False,
    )
    _index_imports("stat_post_figures")


def _create_peers() -> None:
    op.create_table(
        "stat_peers",
        _whole("id"),
        _text("name"),
        _text("network"),
        _text("address"),
        _whole("position"),
        _instant("tried_at", nullable=True),
        _text("trouble"),
        sa.PrimaryKeyConstraint("id", name="pk_stat_peers"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stat_peer_figures",
        _whole("peer_id"),
        _text("metric"),
        _day("day"),
        _long("value"),
        _instant("taken_at"),
        _text("origin"),
        _text("definition"),
        _yes_no("rounded"),
        _reference("peer_id", "stat_peers.id", "fk_stat_peer_figures_peer_id"),
        sa.PrimaryKeyConstraint("peer_id", "metric", "day", name="pk_stat_peer_figures"),
        sqlite_with_rowid=False,
    )


def _create_words() -> None:
    op.create_table(
        "stat_goals",
        _whole("id"),
        _whole("account_id", nullable=True),
        _text("metric"),
        _long("target"),
        _day("due_on", nullable=True),
        _text("name"),
        _day("reached_on", nullable=True),
        _reference("account_id", "accounts.id", "fk_stat_goals_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_stat_goals"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stat_goals_account_id", "stat_goals", ["account_id"])
    op.create_table(
        "stat_notes",
        _whole("id"),
        _day("day"),
        _text("kind"),
        _text("text"),
        _text("said_by"),
        _text("link"),
        _whole("post_id", nullable=True),
        _reference("post_id", "posts.id", "fk_stat_notes_post_id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_stat_notes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stat_notes_day", "stat_notes", ["day"])
    op.create_index("ix_stat_notes_post_id", "stat_notes", ["post_id"])
    op.create_table(
        "stat_comments",
        _text("period"),
        _text("section"),
        _text("text"),
        sa.PrimaryKeyConstraint("period", "section", name="pk_stat_comments"),
    )


def _index_imports(table: str) -> None:
    imported = sa.text("import_id IS NOT NULL")
    op.create_index(
        f"ix_{table}_import_id", table, ["import_id"], sqlite_where=imported, postgresql_where=imported
    )


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _long(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _yes_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    kind = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
    return sa.Column(name, kind, nullable=nullable)


def _reference(column: str, target: str, name: str, on_delete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete=on_delete)
