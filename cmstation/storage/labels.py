"""Themes, campaigns, templates and tags."""

from typing import TypedDict, TypeVar, Unpack

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.folding import folded
from cmstation.domain.labels import Campaign, Template, Theme
from cmstation.storage.database import Database
from cmstation.storage.records import PostRecord
from cmstation.storage.records_library import CampaignRecord, TemplateRecord, ThemeRecord
from cmstation.storage.rows_read import FRESH
from cmstation.storage.search import index_posts


class ThemeFields(TypedDict, total=False):
    """Fields of a theme that may change."""

    name: str
    colour: str
    position: int
    wished: int | None


class TemplateFields(TypedDict, total=False):
    """Fields of a template that may change."""

    name: str
    title: str
    text: str


LabelRecord = TypeVar("LabelRecord", ThemeRecord, CampaignRecord, TemplateRecord)


class Labels:
    """What a clinic sorts its posts by."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def themes(self) -> tuple[Theme, ...]:
        """List the themes in order."""
        statement = select(ThemeRecord).order_by(ThemeRecord.position, ThemeRecord.id)
        with self._readers.begin() as session:
            return tuple(_theme_of(row) for row in session.scalars(statement))

    def add_theme(self, name: str, colour: str) -> Theme:
        """Store a new theme, last in order."""
        with self._sessions.begin() as session:
            last = session.execute(select(func.coalesce(func.max(ThemeRecord.position), -1))).scalar_one()
            values = {"name": name, "colour": colour, "position": last + 1}
            statement = insert(ThemeRecord).values(**values).returning(ThemeRecord.id)
            return _theme_of(_read(session, ThemeRecord, session.execute(statement).scalar_one()))

    def update_theme(self, theme: int, **fields: Unpack[ThemeFields]) -> Theme:
        """Store changed fields of a theme; its posts are found under its new name."""
        with self._sessions.begin() as session:
            _change(session, ThemeRecord, theme, dict(fields), ThemeFields)
            index_posts(session, session.scalars(select(PostRecord.id).where(PostRecord.theme_id == theme)))
            return _theme_of(_read(session, ThemeRecord, theme))

    def remove_theme(self, theme: int) -> None:
        """Remove a theme; its posts stay, without one."""
        with self._sessions.begin() as session:
            _read(session, ThemeRecord, theme)
            posts = session.scalars(select(PostRecord.id).where(PostRecord.theme_id == theme)).all()
            session.execute(delete(ThemeRecord).where(ThemeRecord.id == theme))
            index_posts(session, posts)

    def campaigns(self) -> tuple[Campaign, ...]:
        """List the campaigns, newest first, the closed ones last."""
        statement = select(CampaignRecord).order_by(CampaignRecord.closed, CampaignRecord.id.desc())
        with self._readers.begin() as session:
            return tuple(_campaign_of(row) for row in session.scalars(statement))

    def add_campaign(self, name: str) -> Campaign:
        """Store a new campaign."""
        with self._sessions.begin() as session:
            statement = insert(CampaignRecord).values(name=name, closed=False).returning(CampaignRecord.id)
            return _campaign_of(_read(session, CampaignRecord, session.execute(statement).scalar_one()))

    def close_campaign(self, campaign: int) -> Campaign:
        """Mark a campaign as over."""
        with self._sessions.begin() as session:
            _read(session, CampaignRecord, campaign)
            session.execute(update(CampaignRecord).where(CampaignRecord.id == campaign).values(closed=True))
            return _campaign_of(_read(session, CampaignRecord, campaign))

    def templates(self) -> tuple[Template, ...]:
        """List the templates by name."""
        with self._readers.begin() as session:
            found = [_template_of(row) for row in session.scalars(select(TemplateRecord))]
        return tuple(sorted(found, key=lambda template: (folded(template.name), template.id)))

    def add_template(self, name: str, title: str, text: str) -> Template:
        """Store a new template."""
        with self._sessions.begin() as session:
            statement = insert(TemplateRecord).values(name=name, title=title, text=text)
            added = session.execute(statement.returning(TemplateRecord.id)).scalar_one()
            return _template_of(_read(session, TemplateRecord, added))

    def update_template(self, template: int, **fields: Unpack[TemplateFields]) -> Template:
        """Store changed fields of a template."""
        with self._sessions.begin() as session:
            _change(session, TemplateRecord, template, dict(fields), TemplateFields)
            return _template_of(_read(session, TemplateRecord, template))

    def remove_template(self, template: int) -> None:
        """Remove a template; posts written from it stay."""
        with self._sessions.begin() as session:
            _read(session, TemplateRecord, template)
            session.execute(delete(TemplateRecord).where(TemplateRecord.id == template))

    def known_tags(self) -> tuple[str, ...]:
        """List every tag in use, as it is sorted in a dictionary."""
        statement = select(PostRecord.tags).where(PostRecord.deleted_at.is_(None)).distinct()
        with self._readers.begin() as session:
            found = {tag for tags in session.scalars(statement) for tag in tags}
        return tuple(sorted(found, key=lambda tag: (folded(tag), tag)))


def _read(session: Session, kind: type[LabelRecord], label: int) -> LabelRecord:
    statement = select(kind).where(kind.id == label).execution_options(**FRESH)
    row = session.scalars(statement).one_or_none()
    if row is None:
        subject = kind.__name__.removesuffix("Record").lower()
        raise NotFound(subject=subject, identity=label)
    return row


def _change(
    session: Session, kind: type[LabelRecord], label: int, fields: dict[str, object], known: type
) -> None:
    unknown = set(fields) - set(known.__annotations__)
    if unknown:
        raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
    _read(session, kind, label)
    if fields:
        session.execute(update(kind).where(kind.id == label).values(**fields))


def _theme_of(row: ThemeRecord) -> Theme:
    return Theme(id=row.id, name=row.name, colour=row.colour, position=row.position, wished=row.wished)


def _campaign_of(row: CampaignRecord) -> Campaign:
    return Campaign(id=row.id, name=row.name, closed=row.closed)


def _template_of(row: TemplateRecord) -> Template:
    return Template(id=row.id, name=row.name, title=row.title, text=row.text)
