"""Lists of posts, fast: one statement, plain columns, no objects but the rows themselves."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, cast

from sqlalchemy import ColumnElement, Select, Text, case, exists, func, select
from sqlalchemy.orm import Session

from cmstation.domain.drafts import DraftFilter, DraftRow, PostState
from cmstation.storage.list_rows import READ_WORDS, ChosenAccounts, Found, list_row
from cmstation.storage.records import AttachmentRecord, PostRecord, VersionRecord
from cmstation.storage.records_library import AccountRecord
from cmstation.storage.search import matching, terms

AnySelect: TypeAlias = Select[*tuple[Any, ...]]
Listed = TypeVar("Listed", bound=AnySelect)


def rows(session: Session, wanted: DraftFilter, limit: int | None, offset: int) -> tuple[DraftRow, ...]:
    """Read the rows that a filter asks for, in the order of a list."""
    statement = (
        _filtered(session, _columns(), wanted)
        .order_by(
            _needs_a_hand(),
            PostRecord.shown_at.is_(None),
            PostRecord.shown_at,
            PostRecord.changed_at.desc(),
            PostRecord.id.desc(),
        )
        .limit(limit)
        .offset(offset or None)
    )
    chosen = _chosen(session)
    found = cast("Iterable[Found]", session.connection().execute(statement))
    return tuple(list_row(chosen, *row) for row in found)


def count(session: Session, wanted: DraftFilter) -> int:
    """Count the posts that a filter asks for."""
    return session.execute(_filtered(session, select(func.count(PostRecord.id)), wanted)).scalar_one()


def _chosen(session: Session) -> ChosenAccounts:
    statement = select(AccountRecord.id, AccountRecord.network).order_by(
        AccountRecord.position, AccountRecord.id
    )
    return ChosenAccounts((account, network) for account, network in session.execute(statement))


def _columns() -> AnySelect:
    accounts = (
        select(func.aggregate_strings(VersionRecord.account_id.cast(Text), ","))
        .where(VersionRecord.post_id == PostRecord.id, VersionRecord.included)
        .correlate(PostRecord)
        .scalar_subquery()
    )
    return select(
        PostRecord.id,
        PostRecord.title,
        func.substr(PostRecord.text, 1, READ_WORDS),
        PostRecord.state,
        PostRecord.theme_id,
        PostRecord.campaign_id,
        PostRecord.shown_at,
        PostRecord.shown_zone,
        accounts,
        PostRecord.changed_at,
        exists().where(AttachmentRecord.post_id == PostRecord.id),
    )


def _needs_a_hand() -> ColumnElement[int]:
    return case(
        (PostRecord.state == PostState.UNCERTAIN, 0), (PostRecord.state == PostState.FAILED, 1), else_=2
    )


def _filtered(session: Session, statement: Listed, wanted: DraftFilter) -> Listed:
    statement = statement.where(
        PostRecord.deleted_at.is_not(None) if wanted.deleted else PostRecord.deleted_at.is_(None)
    )
    if not wanted.deleted and wanted.archived:
        statement = statement.where(PostRecord.archived_at.is_not(None))
    elif not wanted.deleted and PostState.ARCHIVED not in wanted.states:
        statement = statement.where(PostRecord.archived_at.is_(None))
    if wanted.states:
        statement = statement.where(PostRecord.state.in_(sorted(wanted.states)))
    if wanted.themes:
        statement = statement.where(PostRecord.theme_id.in_(sorted(wanted.themes)))
    if wanted.campaigns:
        statement = statement.where(PostRecord.campaign_id.in_(sorted(wanted.campaigns)))
    if wanted.accounts:
        chosen = select(VersionRecord.post_id).where(
            VersionRecord.account_id.in_(sorted(wanted.accounts)), VersionRecord.included
        )
        statement = statement.where(PostRecord.id.in_(chosen))
    statement = _between(statement, wanted.start, wanted.end)
    words = terms(wanted.words)
    return statement.where(PostRecord.id.in_(matching(session, words))) if words else statement


def _between(statement: Listed, start: datetime | None, end: datetime | None) -> Listed:
    if start is not None:
        statement = statement.where(PostRecord.shown_at >= start)
    if end is not None:
        statement = statement.where(PostRecord.shown_at < end)
    return statement
