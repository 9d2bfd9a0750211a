"""Tables of the watch: sources, lists, items, stories, decisions, opinions, reviews and alerts."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from cmstation.domain.watch import DecisionKind, SourceKind, SourceTrouble
from cmstation.storage.columns import Choice, JsonText, UtcTime, Words
from cmstation.storage.records import Record


def _where(on_sqlite: str, on_server: str) -> dict[str, Any]:
    return {"sqlite_where": text(on_sqlite), "postgresql_where": text(on_server)}


class WatchSourceRecord(Record):
    """A source, with how its reading goes (`domain/watch.py`: Source and SourceState).

    `removed_at` says that the person removed it while some of its items must stay: it is shown nowhere.
    """

    __tablename__ = "watch_sources"
    __table_args__ = (
        Index("uq_watch_sources_kind_address", "kind", "address", unique=True),
        Index("ix_watch_sources_due_at", "due_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[SourceKind] = mapped_column(Choice(SourceKind))
    address: Mapped[str] = mapped_column(Words())
    title: Mapped[str] = mapped_column(Words())
    own_title: Mapped[str] = mapped_column(Words())
    site: Mapped[str] = mapped_column(Words())
    standing: Mapped[int]
    every_minutes: Mapped[int | None]
    paused: Mapped[bool]
    tried_at: Mapped[datetime | None] = mapped_column(UtcTime())
    read_at: Mapped[datetime | None] = mapped_column(UtcTime())
    due_at: Mapped[datetime | None] = mapped_column(UtcTime())
    failures: Mapped[int]
    trouble: Mapped[SourceTrouble | None] = mapped_column(Choice(SourceTrouble))
    detail: Mapped[str] = mapped_column(Words())
    interval_minutes: Mapped[int]
    etag: Mapped[str] = mapped_column(Words())
    modified: Mapped[str] = mapped_column(Words())
    digest: Mapped[bytes] = mapped_column(LargeBinary())
    cursor: Mapped[str] = mapped_column(Words())
    removed_at: Mapped[datetime | None] = mapped_column(UtcTime())


class WatchListRecord(Record):
    """A list; `folder` is a JSON list of names from the top, `rule` as `watch_rules` writes it.

    `matched_to` says after which item matching anew goes on; NULL when all memberships follow the rule.
    """

    __tablename__ = "watch_lists"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Words())
    position: Mapped[int]
    rule: Mapped[str] = mapped_column(Words())
    folder: Mapped[list[str]] = mapped_column(JsonText())
    days: Mapped[int | None]
    unread_days: Mapped[int | None]
    matched_to: Mapped[int | None]


class WatchListSourceRecord(Record):
    """A source of a list, in the person's order."""

    __tablename__ = "watch_list_sources"

    list_id: Mapped[int] = mapped_column(ForeignKey("watch_lists.id", ondelete="CASCADE"), primary_key=True)
    source_id: Mapped[int] = mapped_column(
        ForeignKey("watch_sources.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int]


class WatchStoryRecord(Record):
    """What lists show of a story; kept in step with its items in the transaction that changes them.

    `id` is the identity of its first item. `moment` is that of its newest item, in microseconds since 1970.
    `unread` counts items. `decided` is the newest decision that holds, NULL without one.
    """

    __tablename__ = "watch_stories"
    __table_args__ = (
        Index("ix_watch_stories_moment", "moment", "id"),
        Index("ix_watch_stories_unread", "moment", "id", **_where("unread > 0", "unread > 0")),
        Index("ix_watch_stories_starred", "moment", "id", **_where("starred = 1", "starred")),
        Index("ix_watch_stories_decided_moment", "decided", "moment"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    best_id: Mapped[int]
    moment: Mapped[int] = mapped_column(BigInteger())
    count: Mapped[int]
    unread: Mapped[int]
    starred: Mapped[bool]
    decided: Mapped[DecisionKind | None] = mapped_column(Choice(DecisionKind))


class WatchItemRecord(Record):
    """An item without its text.

    `address_hash` is of the canonical address, 64 bits signed, by which the same article is found again.
    `moment` as in stories. `kept` items are never cleared away: starred, noted, tagged, decided or reviewed.
    """

    __tablename__ = "watch_items"
    __table_args__ = (
        Index("uq_watch_items_source_id_guid", "source_id", "guid_hash", unique=True),
        Index("ix_watch_items_story_id", "story_id"),
        Index("ix_watch_items_moment", "moment"),
        Index("ix_watch_items_address_hash", "address_hash"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("watch_sources.id", ondelete="CASCADE"))
    guid_hash: Mapped[bytes] = mapped_column(LargeBinary())
    content_hash: Mapped[bytes] = mapped_column(LargeBinary())
    title: Mapped[str] = mapped_column(Words())
    link: Mapped[str] = mapped_column(Words())
    address_hash: Mapped[int] = mapped_column(BigInteger())
    author: Mapped[str] = mapped_column(Words())
    media: Mapped[str] = mapped_column(Words())
    origin: Mapped[str] = mapped_column(Words())
    published_at: Mapped[datetime | None] = mapped_column(UtcTime())
    seen_at: Mapped[datetime] = mapped_column(UtcTime())
    moment: Mapped[int] = mapped_column(BigInteger())
    story_id: Mapped[int]
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary())
    read_at: Mapped[datetime | None] = mapped_column(UtcTime())
    starred: Mapped[bool]
    kept: Mapped[bool]
    note: Mapped[str] = mapped_column(Words())


class WatchGoneRecord(Record):
    """An item that was cleared away, so that its feed, which may still name it, does not bring it back."""

    __tablename__ = "watch_gone"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own name

    source_id: Mapped[int] = mapped_column(
        ForeignKey("watch_sources.id", ondelete="CASCADE"), primary_key=True
    )
    guid_hash: Mapped[bytes] = mapped_column(LargeBinary(), primary_key=True)


class WatchBodyRecord(Record):
    """The text of an item: cleaned HTML, and what search and rules compare.

    `folded` is the folded title, a line feed, and the folded text: words and single spaces only. On SQLite
    it is the content of the full-text index: it is changed and removed by `watch_search` alone.
    """

    __tablename__ = "watch_bodies"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("watch_items.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    html: Mapped[str] = mapped_column(Words())
    folded: Mapped[str] = mapped_column(Words())


class WatchMembershipRecord(Record):
    """An item that a list shows, since the list's rule matches it."""

    __tablename__ = "watch_memberships"
    __table_args__ = (
        Index("ix_watch_memberships_list_id_story_id", "list_id", "story_id"),
        {"sqlite_with_rowid": False},
    )

    item_id: Mapped[int] = mapped_column(ForeignKey("watch_items.id", ondelete="CASCADE"), primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("watch_lists.id", ondelete="CASCADE"), primary_key=True)
    story_id: Mapped[int]


class WatchTagRecord(Record):
    """A tag that a person gave to an item."""

    __tablename__ = "watch_tags"

    item_id: Mapped[int] = mapped_column(ForeignKey("watch_items.id", ondelete="CASCADE"), primary_key=True)
    tag: Mapped[str] = mapped_column(Words(), primary_key=True, index=True)


class WatchDecisionRecord(Record):
    """A decision about an item; the newest one holds, the others stay as history."""

    __tablename__ = "watch_decisions"
    __table_args__ = (
        Index("ix_watch_decisions_item_id_at", "item_id", "at"),
        Index("ix_watch_decisions_at", "at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("watch_items.id", ondelete="CASCADE"))
    kind: Mapped[DecisionKind] = mapped_column(Choice(DecisionKind))
    at: Mapped[datetime] = mapped_column(UtcTime())
    who: Mapped[str] = mapped_column(Words())
    undone_at: Mapped[datetime | None] = mapped_column(UtcTime())


class WatchRelayRecord(Record):
    """A draft that was made of an item: the link between both, either way."""

    __tablename__ = "watch_relays"

    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("watch_items.id", ondelete="CASCADE"), index=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("watch_decisions.id", ondelete="CASCADE"), index=True)


class WatchOpinionRecord(Record):
    """An item on the expert board (`domain/watch.py`: Opinion)."""

    __tablename__ = "watch_opinions"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("watch_items.id", ondelete="CASCADE"), index=True)
    question: Mapped[str] = mapped_column(Words())
    asked_at: Mapped[datetime] = mapped_column(UtcTime())
    asked_by: Mapped[str] = mapped_column(Words())
    physician: Mapped[str] = mapped_column(Words())
    answer: Mapped[str | None] = mapped_column(Words())
    favourable: Mapped[bool | None]
    answered_at: Mapped[datetime | None] = mapped_column(UtcTime(), index=True)


class WatchSearchRecord(Record):
    """A search that the person keeps; `wanted` is a JSON form of `StoryFilter`."""

    __tablename__ = "watch_searches"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Words())
    position: Mapped[int]
    wanted: Mapped[dict[str, object]] = mapped_column(JsonText())


class PressReviewRecord(Record):
    """A press review, made or in the making; `content` is a JSON form of `press_review.PressReview`."""

    __tablename__ = "press_reviews"
    __table_args__ = (
        Index("ix_press_reviews_first_at", "first_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(Words())
    first_at: Mapped[datetime] = mapped_column(UtcTime())
    last_at: Mapped[datetime] = mapped_column(UtcTime())
    created_at: Mapped[datetime] = mapped_column(UtcTime())
    changed_at: Mapped[datetime] = mapped_column(UtcTime())
    content: Mapped[dict[str, object]] = mapped_column(JsonText())


class PressReviewItemRecord(Record):
    """An item of a press review, so that it is never cleared away."""

    __tablename__ = "press_review_items"

    review_id: Mapped[int] = mapped_column(
        ForeignKey("press_reviews.id", ondelete="CASCADE"), primary_key=True
    )
    item_id: Mapped[int] = mapped_column(
        ForeignKey("watch_items.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int]


class WatchAlertRecord(Record):
    """An alert rule; `content` is a JSON form of `watch_alerts.AlertRule`, `state` what it told or will."""

    __tablename__ = "watch_alerts"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Words())
    active: Mapped[bool]
    content: Mapped[dict[str, object]] = mapped_column(JsonText())
    state: Mapped[dict[str, object]] = mapped_column(JsonText())
