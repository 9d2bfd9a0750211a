"""Tables of the calendar: events, posts seen on networks, weekly slots, sequences and health days."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cmstation.domain.calendar import EventKind
from cmstation.storage.columns import Choice, JsonText, UtcTime, WallTime, Words
from cmstation.storage.records import PostRecord, Record
from cmstation.storage.records_delivery import DeliveryRecord

# By which the posts of a span are found among all others; each holds all that the search looks at.
Index("ix_posts_planned_at", PostRecord.planned_at)
Index("ix_deliveries_due_at_post_id", DeliveryRecord.due_at, DeliveryRecord.post_id)
Index("ix_deliveries_sent_at_post_id", DeliveryRecord.sent_at, DeliveryRecord.post_id)
Index("ix_deliveries_account_id_remote_id", DeliveryRecord.account_id, DeliveryRecord.remote_id)


class EventRecord(Record):
    """An event of the clinic; `first_at` and `last_at` bound all its occurrences, NULL is "for ever"."""

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_deleted_at_first_at", "deleted_at", "first_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int]
    uid: Mapped[str] = mapped_column(Words(), unique=True)
    kind: Mapped[EventKind] = mapped_column(Choice(EventKind))
    title: Mapped[str] = mapped_column(Words())
    content: Mapped[dict[str, object]] = mapped_column(JsonText())
    first_at: Mapped[datetime] = mapped_column(UtcTime())
    last_at: Mapped[datetime | None] = mapped_column(UtcTime())
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("themes.id", ondelete="SET NULL"), index=True)
    campaign_id: Mapped[int | None] = mapped_column(
        ForeignKey("campaigns.id", ondelete="SET NULL"), index=True
    )
    done_at: Mapped[datetime | None] = mapped_column(UtcTime())
    created_at: Mapped[datetime] = mapped_column(UtcTime())
    changed_at: Mapped[datetime] = mapped_column(UtcTime())
    deleted_at: Mapped[datetime | None] = mapped_column(UtcTime())


class RemotePostRecord(Record):
    """A post that somebody planned on the network itself, as it was last seen there."""

    __tablename__ = "remote_posts"
    __table_args__ = (
        Index("uq_remote_posts_account_id_remote_id", "account_id", "remote_id", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    remote_id: Mapped[str] = mapped_column(Words())
    title: Mapped[str] = mapped_column(Words())
    text: Mapped[str] = mapped_column(Words())
    url: Mapped[str] = mapped_column(Words())
    due_at: Mapped[datetime] = mapped_column(UtcTime(), index=True)
    seen_at: Mapped[datetime] = mapped_column(UtcTime())


class SlotRecord(Record):
    """An hour of the week at which an account usually speaks; `wall` is "HH:MM" in the clinic's zone."""

    __tablename__ = "slots"
    __table_args__ = (
        Index("uq_slots_account_id_weekday_wall", "account_id", "weekday", "wall", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    weekday: Mapped[int]
    wall: Mapped[str] = mapped_column(Words())


class SequenceRecord(Record):
    """Posts that keep their distance in days from one hour."""

    __tablename__ = "sequences"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Words())
    anchor_at: Mapped[datetime] = mapped_column(UtcTime())
    anchor_zone: Mapped[str] = mapped_column(Words())
    anchor_wall: Mapped[datetime] = mapped_column(WallTime())
    created_at: Mapped[datetime] = mapped_column(UtcTime())


class SequencePostRecord(Record):
    """A post's place in a sequence: so many days from the anchor, at "HH:MM" of the anchor's zone."""

    __tablename__ = "sequence_posts"

    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    sequence_id: Mapped[int] = mapped_column(ForeignKey("sequences.id", ondelete="CASCADE"), index=True)
    offset_days: Mapped[int]
    wall: Mapped[str] = mapped_column(Words())


class HealthDayDateRecord(Record):
    """When a health day falls in one year, as the person knows it; without dates it is not kept then."""

    __tablename__ = "health_day_dates"

    slug: Mapped[str] = mapped_column(Words(), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[str | None] = mapped_column(Words())
    last: Mapped[str | None] = mapped_column(Words())


class OwnHealthDayRecord(Record):
    """A health day that the clinic added, written as a row of the shipped file."""

    __tablename__ = "own_health_days"

    slug: Mapped[str] = mapped_column(Words(), primary_key=True)
    name: Mapped[str] = mapped_column(Words())
    rule: Mapped[str] = mapped_column(Words())
    themes: Mapped[str] = mapped_column(Words())
    source: Mapped[str] = mapped_column(Words())


class PostHealthDayRecord(Record):
    """For which health day of which year a post was written."""

    __tablename__ = "post_health_days"

    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    slug: Mapped[str] = mapped_column(Words(), index=True)
    year: Mapped[int]
