"""The calendar: events, posts seen on networks, slots, sequences, health days, wished shares."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables; none that exists is rebuilt."""
    op.add_column("themes", _whole("wished", nullable=True))
    _create_events()
    _create_remote_posts()
    _create_rhythm()
    _create_health_days()
    _create_ways_to_a_span()


def _create_events() -> None:
    op.create_table(
        "events",
        _whole("id"),
        _whole("revision"),
        _text("uid"),
        _text("kind"),
        _text("title"),
        _text("content"),
        _instant("first_at"),
        _instant("last_at", nullable=True),
        _whole("theme_id", nullable=True),
        _whole("campaign_id", nullable=True),
        _instant("done_at", nullable=True),
        _instant("created_at"),
        _instant("changed_at"),
        _instant("deleted_at", nullable=True),
        _reference("campaign_id", "campaigns.id", "fk_events_campaign_id", ondelete="SET NULL"),
        _reference("theme_id", "themes.id", "fk_events_theme_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("uid", name="uq_events_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_campaign_id", "events", ["campaign_id"])
    op.create_index("ix_events_deleted_at_first_at", "events", ["deleted_at", "first_at"])
    op.create_index("ix_events_theme_id", "events", ["theme_id"])


def _create_remote_posts() -> None:
    op.create_table(
        "remote_posts",
        _whole("id"),
        _whole("account_id"),
        _text("remote_id"),
        _text("title"),
        _text("text"),
        _text("url"),
        _instant("due_at"),
        _instant("seen_at"),
        _reference("account_id", "accounts.id", "fk_remote_posts_account_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_remote_posts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_remote_posts_due_at", "remote_posts", ["due_at"])
    op.create_index(
        "uq_remote_posts_account_id_remote_id", "remote_posts", ["account_id", "remote_id"], unique=True
    )


def _create_rhythm() -> None:
    op.create_table(
        "slots",
        _whole("id"),
        _whole("account_id"),
        _whole("weekday"),
        _text("wall"),
        _reference("account_id", "accounts.id", "fk_slots_account_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_slots"),
    )
    op.create_index(
        "uq_slots_account_id_weekday_wall", "slots", ["account_id", "weekday", "wall"], unique=True
    )
    op.create_table(
        "sequences",
        _whole("id"),
        _text("name"),
        _instant("anchor_at"),
        _text("anchor_zone"),
        sa.Column("anchor_wall", sa.DateTime(timezone=False), nullable=False),
        _instant("created_at"),
        sa.PrimaryKeyConstraint("id", name="pk_sequences"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sequence_posts",
        _whole("post_id"),
        _whole("sequence_id"),
        _whole("offset_days"),
        _text("wall"),
        _reference("post_id", "posts.id", "fk_sequence_posts_post_id", ondelete="CASCADE"),
        _reference("sequence_id", "sequences.id", "fk_sequence_posts_sequence_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", name="pk_sequence_posts"),
    )
    op.create_index("ix_sequence_posts_sequence_id", "sequence_posts", ["sequence_id"])


def _create_health_days() -> None:
    op.create_table(
        "health_day_dates",
        _text("slug"),
        _whole("year"),
        _text("first", nullable=True),
        _text("last", nullable=True),
        sa.PrimaryKeyConstraint("slug", "year", name="pk_health_day_dates"),
    )
    op.create_table(
        "own_health_days",
        _text("slug"),
        _text("name"),
        _text("rule"),
        _text("themes"),
        _text("source"),
        sa.PrimaryKeyConstraint("slug", name="pk_own_health_days"),
    )
    op.create_table(
        "post_health_days",
        _whole("post_id"),
        _text("slug"),
        _whole("year"),
        _reference("post_id", "posts.id", "fk_post_health_days_post_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", name="pk_post_health_days"),
    )
    op.create_index("ix_post_health_days_slug", "post_health_days", ["slug"])


def _create_ways_to_a_span() -> None:
    op.create_index("ix_posts_planned_at", "posts", ["planned_at"])
    op.create_index("ix_deliveries_due_at_post_id", "deliveries", ["due_at", "post_id"])
    op.create_index("ix_deliveries_sent_at_post_id", "deliveries", ["sent_at", "post_id"])
    op.create_index("ix_deliveries_account_id_remote_id", "deliveries", ["account_id", "remote_id"])


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    kind = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
    return sa.Column(name, kind, nullable=nullable)


def _reference(
    column: str, target: str, name: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete=ondelete)
