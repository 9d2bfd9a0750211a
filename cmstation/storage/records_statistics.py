"""Tables of statistics: figures of accounts, posts and peers, goals, notes, comments, imports."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Date, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from cmstation.domain.metrics import Metric, Origin, PostForm
from cmstation.domain.networks import Network
from cmstation.domain.statistics import NoteKind
from cmstation.storage.columns import Choice, UtcTime, Words
from cmstation.storage.records import Record

_IMPORTED: dict[str, Any] = {
    "sqlite_where": text("import_id IS NOT NULL"),
    "postgresql_where": text("import_id IS NOT NULL"),
}


class ImportRecord(Record):
    """A file whose figures were taken."""

    __tablename__ = "stat_imports"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime())
    name: Mapped[str] = mapped_column(Words())
    kind: Mapped[str] = mapped_column(Words())
    lines: Mapped[int]


class FigureRecord(Record):
    """A figure of an account on a day of the clinic; its key is in the order in which curves are read."""

    __tablename__ = "stat_figures"
    __table_args__ = (
        Index("ix_stat_figures_import_id", "import_id", **_IMPORTED),
        {"sqlite_with_rowid": False},
    )

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    metric: Mapped[Metric] = mapped_column(Choice(Metric), primary_key=True)
    day: Mapped[date] = mapped_column(Date(), primary_key=True)
    value: Mapped[int] = mapped_column(BigInteger())
    taken_at: Mapped[datetime] = mapped_column(UtcTime())
    origin: Mapped[Origin] = mapped_column(Choice(Origin))
    definition: Mapped[str] = mapped_column(Words())
    rounded: Mapped[bool]
    import_id: Mapped[int | None] = mapped_column(ForeignKey("stat_imports.id", ondelete="SET NULL"))


class StatPostRecord(Record):
    """A post that went out; `gone_at` says since when its network no longer knows it.

    Without `hour_known`, `published_at` is when its day began.
    """

    __tablename__ = "stat_posts"
    __table_args__ = (
        Index("uq_stat_posts_account_id_remote_id", "account_id", "remote_id", unique=True),
        Index("ix_stat_posts_published_at", "published_at"),
        Index("ix_stat_posts_import_id", "import_id", **_IMPORTED),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    remote_id: Mapped[str] = mapped_column(Words())
    post_id: Mapped[int | None] = mapped_column(ForeignKey("posts.id", ondelete="SET NULL"), index=True)
    published_at: Mapped[datetime] = mapped_column(UtcTime())
    hour_known: Mapped[bool] = mapped_column(default=True)
    title: Mapped[str] = mapped_column(Words())
    url: Mapped[str] = mapped_column(Words())
    form: Mapped[PostForm] = mapped_column(Choice(PostForm))
    read_at: Mapped[datetime | None] = mapped_column(UtcTime())
    gone_at: Mapped[datetime | None] = mapped_column(UtcTime())
    import_id: Mapped[int | None] = mapped_column(ForeignKey("stat_imports.id", ondelete="SET NULL"))


class PostFigureRecord(Record):
    """A figure of a post from a day on; `age` is how many whole days the post was out when it was taken."""

    __tablename__ = "stat_post_figures"
    __table_args__ = (
        Index("ix_stat_post_figures_import_id", "import_id", **_IMPORTED),
        {"sqlite_with_rowid": False},
    )

    stat_post_id: Mapped[int] = mapped_column(
        ForeignKey("stat_posts.id", ondelete="CASCADE"), primary_key=True
    )
    metric: Mapped[Metric] = mapped_column(Choice(Metric), primary_key=True)
    day: Mapped[date] = mapped_column(Date(), primary_key=True)
    value: Mapped[int] = mapped_column(BigInteger())
    taken_at: Mapped[datetime] = mapped_column(UtcTime())
    age: Mapped[int]
    origin: Mapped[Origin] = mapped_column(Choice(Origin))
    definition: Mapped[str] = mapped_column(Words())
    import_id: Mapped[int | None] = mapped_column(ForeignKey("stat_imports.id", ondelete="SET NULL"))


class CollectionRecord(Record):
    """How collecting one account's figures goes."""

    __tablename__ = "stat_collections"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    tried_at: Mapped[datetime | None] = mapped_column(UtcTime())
    read_at: Mapped[datetime | None] = mapped_column(UtcTime())
    due_at: Mapped[datetime | None] = mapped_column(UtcTime())
    trouble: Mapped[str] = mapped_column(Words())
    detail: Mapped[str] = mapped_column(Words())


class PeerRecord(Record):
    """Another clinic's account."""

    __tablename__ = "stat_peers"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Words())
    network: Mapped[Network] = mapped_column(Choice(Network))
    address: Mapped[str] = mapped_column(Words())
    position: Mapped[int]
    tried_at: Mapped[datetime | None] = mapped_column(UtcTime())
    trouble: Mapped[str] = mapped_column(Words())


class PeerFigureRecord(Record):
    """A figure of a peer on a day of the clinic."""

    __tablename__ = "stat_peer_figures"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own name

    peer_id: Mapped[int] = mapped_column(ForeignKey("stat_peers.id", ondelete="CASCADE"), primary_key=True)
    metric: Mapped[Metric] = mapped_column(Choice(Metric), primary_key=True)
    day: Mapped[date] = mapped_column(Date(), primary_key=True)
    value: Mapped[int] = mapped_column(BigInteger())
    taken_at: Mapped[datetime] = mapped_column(UtcTime())
    origin: Mapped[Origin] = mapped_column(Choice(Origin))
    definition: Mapped[str] = mapped_column(Words())
    rounded: Mapped[bool]


class GoalRecord(Record):
    """A number to be reached; without an account, by all of them together."""

    __tablename__ = "stat_goals"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    metric: Mapped[Metric] = mapped_column(Choice(Metric))
    target: Mapped[int] = mapped_column(BigInteger())
    due_on: Mapped[date | None] = mapped_column(Date())
    name: Mapped[str] = mapped_column(Words())
    reached_on: Mapped[date | None] = mapped_column(Date())


class NoteRecord(Record):
    """Something worth telling that is no number."""

    __tablename__ = "stat_notes"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(Date(), index=True)
    kind: Mapped[NoteKind] = mapped_column(Choice(NoteKind))
    text: Mapped[str] = mapped_column(Words())
    said_by: Mapped[str] = mapped_column(Words())
    link: Mapped[str] = mapped_column(Words())
    post_id: Mapped[int | None] = mapped_column(ForeignKey("posts.id", ondelete="SET NULL"), index=True)


class CommentRecord(Record):
    """What the person wrote to a section of a period's report."""

    __tablename__ = "stat_comments"

    period: Mapped[str] = mapped_column(Words(), primary_key=True)
    section: Mapped[str] = mapped_column(Words(), primary_key=True)
    text: Mapped[str] = mapped_column(Words())
