"""The first schema: posts, accounts, media, labels, settings and the outbox.

A released migration never changes, so it names its columns itself and imports nothing of the program.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0001"
down_revision = None

NOT_CANCELLED = sa.text("state <> 'cancelled'")


def upgrade() -> None:
    """Create everything."""
    _create_library()
    _create_posts()
    _create_outbox()
    _create_search()


def _create_library() -> None:
    op.create_table(
        "accounts",
        _whole("id"),
        _text("network"),
        _text("way"),
        _text("name"),
        _text("handle"),
        _text("address"),
        _text("login"),
        _text("state"),
        _whole("position"),
        _text("software"),
        _text("limits", nullable=True),
        _flag("native_scheduling"),
        _text("audience"),
        _instant("checked_at", nullable=True),
        _instant("created_at"),
        _instant("removed_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "campaigns",
        _whole("id"),
        _text("name"),
        _flag("closed"),
        sa.PrimaryKeyConstraint("id", name="pk_campaigns"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "media",
        _whole("id"),
        _text("digest"),
        _text("file_name"),
        _text("mime"),
        _big("bytes"),
        _whole("width"),
        _whole("height"),
        _text("alt_text"),
        _flag("decorative"),
        _text("had"),
        _text("terms"),
        _instant("added_at"),
        _instant("deleted_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_media"),
        sa.UniqueConstraint("digest", name="uq_media_digest"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settings",
        _text("name"),
        _text("value", nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )
    op.create_table(
        "templates",
        _whole("id"),
        _text("name"),
        _text("title"),
        _text("text"),
        sa.PrimaryKeyConstraint("id", name="pk_templates"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "themes",
        _whole("id"),
        _text("name"),
        _text("colour"),
        _whole("position"),
        sa.PrimaryKeyConstraint("id", name="pk_themes"),
        sqlite_autoincrement=True,
    )


def _create_posts() -> None:
    op.create_table(
        "posts",
        _whole("id"),
        _whole("revision"),
        _text("title"),
        _text("text"),
        _text("stage"),
        _text("state"),
        _instant("shown_at", nullable=True),
        _text("shown_zone"),
        _whole("theme_id", nullable=True),
        _whole("campaign_id", nullable=True),
        _text("tags"),
        _text("language"),
        _text("link"),
        _text("first_comment"),
        _text("sources"),
        _instant("planned_at", nullable=True),
        _text("planned_zone", nullable=True),
        _wall("planned_wall", nullable=True),
        _instant("created_at"),
        _instant("changed_at"),
        _instant("archived_at", nullable=True),
        _instant("deleted_at", nullable=True),
        _reference("campaign_id", "campaigns.id", "fk_posts_campaign_id", ondelete="SET NULL"),
        _reference("theme_id", "themes.id", "fk_posts_theme_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_posts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_posts_campaign_id", "posts", ["campaign_id"])
    op.create_index("ix_posts_deleted_at_state", "posts", ["deleted_at", "state"])
    op.create_index("ix_posts_shown_at", "posts", ["shown_at"])
    op.create_index("ix_posts_theme_id", "posts", ["theme_id"])
    op.create_table(
        "attachments",
        _whole("post_id"),
        _whole("media_id"),
        _whole("position"),
        _text("alt_text"),
        _flag("decorative"),
        _text("crops"),
        _reference("media_id", "media.id", "fk_attachments_media_id"),
        _reference("post_id", "posts.id", "fk_attachments_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", "media_id", name="pk_attachments"),
    )
    op.create_index("ix_attachments_media_id", "attachments", ["media_id"])
    op.create_table(
        "snapshots",
        _whole("id"),
        _whole("post_id"),
        _instant("at"),
        _text("reason"),
        _text("content"),
        _reference("post_id", "posts.id", "fk_snapshots_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_snapshots_post_id", "snapshots", ["post_id"])
    op.create_table(
        "versions",
        _whole("post_id"),
        _whole("account_id"),
        _flag("included"),
        _text("text", nullable=True),
        _text("title", nullable=True),
        _text("link", nullable=True),
        _text("first_comment", nullable=True),
        _text("options"),
        _reference("account_id", "accounts.id", "fk_versions_account_id", ondelete="CASCADE"),
        _reference("post_id", "posts.id", "fk_versions_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", "account_id", name="pk_versions"),
    )
    op.create_index("ix_versions_account_id", "versions", ["account_id"])


def _create_outbox() -> None:
    op.create_table(
        "deliveries",
        _whole("id"),
        _whole("post_id"),
        _whole("account_id"),
        _whole("parent_id", nullable=True),
        _text("kind"),
        _text("state"),
        _text("key"),
        _instant("due_at"),
        _text("due_zone"),
        _wall("due_wall"),
        _instant("next_try"),
        _flag("native"),
        _whole("attempts"),
        _text("owner"),
        _instant("lease_until", nullable=True),
        _instant("armed_at", nullable=True),
        _instant("sent_at", nullable=True),
        _text("remote_id"),
        _text("remote_url"),
        _text("remote_extra"),
        _text("error"),
        _text("detail"),
        _text("evidence"),
        _instant("created_at"),
        _instant("changed_at"),
        _reference("account_id", "accounts.id", "fk_deliveries_account_id"),
        _reference("parent_id", "deliveries.id", "fk_deliveries_parent_id", ondelete="CASCADE"),
        _reference("post_id", "posts.id", "fk_deliveries_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint("key", name="uq_deliveries_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliveries_account_id", "deliveries", ["account_id"])
    op.create_index("ix_deliveries_parent_id", "deliveries", ["parent_id"])
    op.create_index("ix_deliveries_post_id", "deliveries", ["post_id"])
    op.create_index("ix_deliveries_state_next_try", "deliveries", ["state", "next_try"])
    op.create_index(
        "uq_deliveries_not_cancelled",
        "deliveries",
        ["post_id", "account_id", "kind"],
        unique=True,
        sqlite_where=NOT_CANCELLED,
        postgresql_where=NOT_CANCELLED,
    )
    op.create_table(
        "attempts",
        _whole("id"),
        _whole("delivery_id"),
        _instant("at"),
        _text("step"),
        _text("target"),
        _whole("status", nullable=True),
        _big("took_us"),
        _text("outcome"),
        _reference("delivery_id", "deliveries.id", "fk_attempts_delivery_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attempts_delivery_id", "attempts", ["delivery_id"])
    op.create_table(
        "journal",
        _whole("delivery_id"),
        _text("name"),
        _text("value"),
        _reference("delivery_id", "deliveries.id", "fk_journal_delivery_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("delivery_id", "name", name="pk_journal"),
    )
    op.create_table(
        "payloads",
        _whole("delivery_id"),
        _bytes("body"),
        _text("digest"),
        _instant("frozen_at"),
        _reference("delivery_id", "deliveries.id", "fk_payloads_delivery_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("delivery_id", name="pk_payloads"),
    )


def _create_search() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE post_search"
            " USING fts5(terms, tokenize='ascii', prefix='1 2 3', detail='none')"
        )
        return
    op.create_table(
        "post_search",
        sa.Column("post_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("terms", TSVECTOR(), nullable=False),
        _reference("post_id", "posts.id", "fk_post_search_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", name="pk_post_search"),
    )
    op.create_index("ix_post_search_terms", "post_search", ["terms"], postgresql_using="gin")


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _big(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _bytes(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    kind = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
    return sa.Column(name, kind, nullable=nullable)


def _wall(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(), nullable=nullable)


def _reference(
    column: str, target: str, name: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete=ondelete)
