"""What a person corrects and adds to the health days, with the posts that were written for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.health_days_rules import Span
from cmstation.storage.database import Database
from cmstation.storage.records import PostRecord
from cmstation.storage.records_calendar import (
    HealthDayDateRecord,
    OwnHealthDayRecord,
    PostHealthDayRecord,
)
from cmstation.storage.rows_read import FRESH
from cmstation.storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class OwnHealthDay:
    """A health day that the clinic added.

    Args:
        rule: as the shipped file writes it.
        themes: French words, without commas.
    """

    slug: str
    name: str
    rule: str
    themes: tuple[str, ...] = ()
    source: str = ""


# What was written down for one day in one year: its dates, or None when it is not kept that year.
Dates = Mapping[tuple[str, int], Span | None]


class HealthDayTable:
    """Everything that is stored of health days; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    # --- dates of one year ---

    def dates(self) -> Dates:
        """Return all that was written down, by slug and year."""
        statement = select(HealthDayDateRecord).execution_options(**FRESH)
        with self._readers.begin() as session:
            return {(row.slug, row.year): _span_of(row) for row in session.scalars(statement)}

    def set_dates(self, slug: str, year: int, span: Span | None) -> None:
        """Write down the dates of one year; None says that the day is not kept."""
        with self._sessions.begin() as session:
            _write_dates(session, slug, year, span)

    def forget_dates(self, slug: str, year: int) -> None:
        """Forget what was written down for one year."""
        statement = delete(HealthDayDateRecord).where(
            HealthDayDateRecord.slug == slug, HealthDayDateRecord.year == year
        )
        with self._sessions.begin() as session:
            session.execute(statement)

    # --- own days ---

    def own(self) -> tuple[OwnHealthDay, ...]:
        """List the days that the clinic added."""
        statement = select(OwnHealthDayRecord).order_by(OwnHealthDayRecord.slug)
        with self._readers.begin() as session:
            return tuple(_own_of(row) for row in session.scalars(statement.execution_options(**FRESH)))

    def add_own(self, day: OwnHealthDay, dates: Dates | None = None) -> None:
        """Store a day of the clinic, with what was written down for it."""
        with self._sessions.begin() as session:
            session.execute(
                insert(OwnHealthDayRecord).values(
                    slug=day.slug,
                    name=day.name,
                    rule=day.rule,
                    themes=",".join(day.themes),
                    source=day.source,
                )
            )
            for (slug, year), span in (dates or {}).items():
                _write_dates(session, slug, year, span)

    def remove_own(self, slug: str) -> tuple[OwnHealthDay, Dates]:
        """Remove a day of the clinic; return it with what was written down for it.

        Raises:
            NotFound: the clinic has no such day.
        """
        dated = HealthDayDateRecord.slug == slug
        with self._sessions.begin() as session:
            row = session.scalars(
                select(OwnHealthDayRecord).where(OwnHealthDayRecord.slug == slug).execution_options(**FRESH)
            ).one_or_none()
            if row is None:
                raise NotFound(subject="health_day", identity=slug)
            day = _own_of(row)
            noted = session.scalars(select(HealthDayDateRecord).where(dated).execution_options(**FRESH))
            dates = {(found.slug, found.year): _span_of(found) for found in noted}
            session.execute(delete(HealthDayDateRecord).where(dated))
            session.execute(delete(OwnHealthDayRecord).where(OwnHealthDayRecord.slug == slug))
            return day, dates

    # --- posts ---

    def link(self, post: int, slug: str, year: int) -> None:
        """Say for which day of which year a post was written."""
        with self._sessions.begin() as session:
            upsert(session, PostHealthDayRecord, {"post_id": post}, {"slug": slug, "year": year})

    def posts_for(self, slug: str, year: int) -> tuple[int, ...]:
        """List the posts that were written for a day of a year and are not in the bin, oldest first."""
        statement = (
            select(PostHealthDayRecord.post_id)
            .join(PostRecord, PostRecord.id == PostHealthDayRecord.post_id)
            .where(
                PostHealthDayRecord.slug == slug,
                PostHealthDayRecord.year == year,
                PostRecord.deleted_at.is_(None),
            )
            .order_by(PostHealthDayRecord.post_id)
        )
        with self._readers.begin() as session:
            return tuple(session.scalars(statement))

    def last_post(self, slug: str, before_year: int) -> int | None:
        """Return the newest post of the latest year before one, None when there never was any."""
        statement = (
            select(PostHealthDayRecord.post_id)
            .join(PostRecord, PostRecord.id == PostHealthDayRecord.post_id)
            .where(
                PostHealthDayRecord.slug == slug,
                PostHealthDayRecord.year < before_year,
                PostRecord.deleted_at.is_(None),
            )
            .order_by(PostHealthDayRecord.year.desc(), PostHealthDayRecord.post_id.desc())
            .limit(1)
        )
        with self._readers.begin() as session:
            return session.scalars(statement).one_or_none()


def _write_dates(session: Session, slug: str, year: int, span: Span | None) -> None:
    first, last = (span.start.isoformat(), span.end.isoformat()) if span else (None, None)
    upsert(session, HealthDayDateRecord, {"slug": slug, "year": year}, {"first": first, "last": last})


def _span_of(row: HealthDayDateRecord) -> Span | None:
    if row.first is None or row.last is None:
        return None
    return Span(date.fromisoformat(row.first), date.fromisoformat(row.last))


def _own_of(row: OwnHealthDayRecord) -> OwnHealthDay:
    return OwnHealthDay(row.slug, row.name, row.rule, _words(row.themes.split(",")), row.source)


def _words(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for part in given if (word := part.strip()))
