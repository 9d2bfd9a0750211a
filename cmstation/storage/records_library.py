"""Tables of what posts are made with: accounts, media, labels and settings."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from cmstation.domain.accounts import AccountState
from cmstation.domain.networks import Network, Way
from cmstation.storage.columns import Choice, JsonText, UtcTime, Words
from cmstation.storage.records import Record


class AccountRecord(Record):
    """An account; its secrets are in the system's keyring, named by an identity never given out twice."""

    __tablename__ = "accounts"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    network: Mapped[Network] = mapped_column(Choice(Network))
    way: Mapped[Way] = mapped_column(Choice(Way))
    name: Mapped[str] = mapped_column(Words())
    handle: Mapped[str] = mapped_column(Words())
    address: Mapped[str] = mapped_column(Words())
    login: Mapped[str] = mapped_column(Words())
    state: Mapped[AccountState] = mapped_column(Choice(AccountState))
    position: Mapped[int]
    software: Mapped[str] = mapped_column(Words())
    limits: Mapped[dict[str, int | None] | None] = mapped_column(JsonText())
    native_scheduling: Mapped[bool]
    audience: Mapped[str] = mapped_column(Words())
    checked_at: Mapped[datetime | None] = mapped_column(UtcTime())
    created_at: Mapped[datetime] = mapped_column(UtcTime())
    removed_at: Mapped[datetime | None] = mapped_column(UtcTime())


class MediaRecord(Record):
    """An original of the library; `terms` holds its searchable words, each after a space."""

    __tablename__ = "media"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(Words(), unique=True)
    file_name: Mapped[str] = mapped_column(Words())
    mime: Mapped[str] = mapped_column(Words())
    bytes: Mapped[int] = mapped_column(BigInteger())
    width: Mapped[int]
    height: Mapped[int]
    alt_text: Mapped[str] = mapped_column(Words())
    decorative: Mapped[bool]
    had: Mapped[list[str]] = mapped_column(JsonText())
    terms: Mapped[str] = mapped_column(Words())
    added_at: Mapped[datetime] = mapped_column(UtcTime())
    deleted_at: Mapped[datetime | None] = mapped_column(UtcTime())


class ThemeRecord(Record):
    """An editorial line."""

    __tablename__ = "themes"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Words())
    colour: Mapped[str] = mapped_column(Words())
    position: Mapped[int]
    wished: Mapped[int | None]


class CampaignRecord(Record):
    """A named effort over some weeks."""

    __tablename__ = "campaigns"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Words())
    closed: Mapped[bool]


class TemplateRecord(Record):
    """A text to start from."""

    __tablename__ = "templates"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Words())
    title: Mapped[str] = mapped_column(Words())
    text: Mapped[str] = mapped_column(Words())


class SettingRecord(Record):
    """A remembered value."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(Words(), primary_key=True)
    value: Mapped[object | None] = mapped_column(JsonText())
