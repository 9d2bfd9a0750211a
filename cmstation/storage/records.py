"""Tables of posts: what is written, for whom, with which pictures, and how it was before."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from cmstation.domain.drafts import PostState, Stage
from cmstation.storage.columns import Choice, JsonText, UtcTime, WallTime, Words

# Named constraints can be changed by a later migration, on SQLite too.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Record(DeclarativeBase):
    """A row; never leaves `storage`."""

    metadata = MetaData(naming_convention=NAMES)


class PostRecord(Record):
    """A post; `state`, `shown_at` and `shown_zone` are derived by `post_state.refresh_state`."""

    __tablename__ = "posts"
    # Identities are never given out twice: a purged post must not be mistaken for a new one.
    __table_args__ = (
        Index("ix_posts_deleted_at_state", "deleted_at", "state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int]
    title: Mapped[str] = mapped_column(Words())
    text: Mapped[str] = mapped_column(Words())
    stage: Mapped[Stage] = mapped_column(Choice(Stage))
    state: Mapped[PostState] = mapped_column(Choice(PostState))
    shown_at: Mapped[datetime | None] = mapped_column(UtcTime(), index=True)
    shown_zone: Mapped[str] = mapped_column(Words())
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("themes.id", ondelete="SET NULL"), index=True)
    campaign_id: Mapped[int | None] = mapped_column(
        ForeignKey("campaigns.id", ondelete="SET NULL"), index=True
    )
    tags: Mapped[list[str]] = mapped_column(JsonText())
    language: Mapped[str] = mapped_column(Words())
    link: Mapped[str] = mapped_column(Words())
    first_comment: Mapped[str] = mapped_column(Words())
    sources: Mapped[str] = mapped_column(Words())
    planned_at: Mapped[datetime | None] = mapped_column(UtcTime())
    planned_zone: Mapped[str | None] = mapped_column(Words())
    planned_wall: Mapped[datetime | None] = mapped_column(WallTime())
    created_at: Mapped[datetime] = mapped_column(UtcTime())
    changed_at: Mapped[datetime] = mapped_column(UtcTime())
    archived_at: Mapped[datetime | None] = mapped_column(UtcTime())
    deleted_at: Mapped[datetime | None] = mapped_column(UtcTime())


class VersionRecord(Record):
    """What one account says of a post; NULL means "same as base".

    `included` is false for an account taken off the post: its words wait for a change of mind.
    """

    __tablename__ = "versions"

    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    included: Mapped[bool]
    text: Mapped[str | None] = mapped_column(Words())
    title: Mapped[str | None] = mapped_column(Words())
    link: Mapped[str | None] = mapped_column(Words())
    first_comment: Mapped[str | None] = mapped_column(Words())
    options: Mapped[dict[str, str]] = mapped_column(JsonText())


class AttachmentRecord(Record):
    """A medium's place in a post."""

    __tablename__ = "attachments"

    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    media_id: Mapped[int] = mapped_column(ForeignKey("media.id"), primary_key=True, index=True)
    position: Mapped[int]
    alt_text: Mapped[str] = mapped_column(Words())
    decorative: Mapped[bool]
    crops: Mapped[dict[str, dict[str, float]]] = mapped_column(JsonText())


class SnapshotRecord(Record):
    """An earlier content of a post."""

    __tablename__ = "snapshots"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime())
    reason: Mapped[str] = mapped_column(Words())
    content: Mapped[dict[str, object]] = mapped_column(JsonText())
