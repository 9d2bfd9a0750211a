"""Tables of the outbox: deliveries, their frozen payloads, their memory and their log."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.storage.columns import Choice, JsonText, UtcTime, WallTime, Words
from cmstation.storage.records import Record

_NOT_CANCELLED = text("state <> 'cancelled'")


class DeliveryRecord(Record):
    """One version of a post on its way to one account."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index(
            "uq_deliveries_not_cancelled",
            "post_id",
            "account_id",
            "kind",
            unique=True,
            sqlite_where=_NOT_CANCELLED,
            postgresql_where=_NOT_CANCELLED,
        ),
        Index("ix_deliveries_state_next_try", "state", "next_try"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("deliveries.id", ondelete="CASCADE"), index=True)
    kind: Mapped[DeliveryKind] = mapped_column(Choice(DeliveryKind))
    state: Mapped[DeliveryState] = mapped_column(Choice(DeliveryState))
    key: Mapped[str] = mapped_column(Words(), unique=True)
    due_at: Mapped[datetime] = mapped_column(UtcTime())
    due_zone: Mapped[str] = mapped_column(Words())
    due_wall: Mapped[datetime] = mapped_column(WallTime())
    next_try: Mapped[datetime] = mapped_column(UtcTime())
    native: Mapped[bool]
    attempts: Mapped[int]
    owner: Mapped[str] = mapped_column(Words())
    lease_until: Mapped[datetime | None] = mapped_column(UtcTime())
    armed_at: Mapped[datetime | None] = mapped_column(UtcTime())
    sent_at: Mapped[datetime | None] = mapped_column(UtcTime())
    remote_id: Mapped[str] = mapped_column(Words())
    remote_url: Mapped[str] = mapped_column(Words())
    remote_extra: Mapped[dict[str, str]] = mapped_column(JsonText())
    error: Mapped[str] = mapped_column(Words())
    code: Mapped[str] = mapped_column(Words(), server_default="")
    detail: Mapped[str] = mapped_column(Words())
    evidence: Mapped[list[str]] = mapped_column(JsonText())
    created_at: Mapped[datetime] = mapped_column(UtcTime())
    changed_at: Mapped[datetime] = mapped_column(UtcTime())


class PayloadRecord(Record):
    """The exact bytes of the irreversible call, frozen before the first try."""

    __tablename__ = "payloads"

    delivery_id: Mapped[int] = mapped_column(
        ForeignKey("deliveries.id", ondelete="CASCADE"), primary_key=True
    )
    body: Mapped[bytes] = mapped_column(LargeBinary())
    digest: Mapped[str] = mapped_column(Words())
    frozen_at: Mapped[datetime] = mapped_column(UtcTime())


class JournalRecord(Record):
    """What an earlier step or try noted (an upload's identity)."""

    __tablename__ = "journal"

    delivery_id: Mapped[int] = mapped_column(
        ForeignKey("deliveries.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(Words(), primary_key=True)
    value: Mapped[str] = mapped_column(Words())


class AttemptRecord(Record):
    """One logged call."""

    __tablename__ = "attempts"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("deliveries.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime())
    step: Mapped[str] = mapped_column(Words())
    target: Mapped[str] = mapped_column(Words())
    status: Mapped[int | None]
    took_us: Mapped[int] = mapped_column(BigInteger())
    outcome: Mapped[str] = mapped_column(Words())
