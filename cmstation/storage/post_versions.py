"""Which accounts a post is for, and what each of them says."""

from collections.abc import Sequence

from sqlalchemy import Update, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.delivery import OPEN_STATES
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound
from cmstation.storage.post_fields import VersionFields, version_columns
from cmstation.storage.post_state import refuse_if_left
from cmstation.storage.records import VersionRecord
from cmstation.storage.records_library import AccountRecord

_SAME_AS_BASE: dict[str, object] = {
    "included": True,
    "text": None,
    "title": None,
    "link": None,
    "first_comment": None,
    "options": {},
}


def write_version(session: Session, draft: Draft, account: int, fields: VersionFields) -> bool:
    """Store what an account says; return False when it says so already."""
    columns = version_columns(fields)
    row = session.get(VersionRecord, (draft.id, account), populate_existing=True)
    if row is not None and all(getattr(row, name) == value for name, value in columns.items()):
        return False
    refuse_if_left(session, draft.id, account=account)
    if row is None:
        include_accounts(session, draft.id, (account,))
    session.execute(_of(draft.id, account).values(**columns))
    return True


def include_accounts(session: Session, post: int, accounts: Sequence[int]) -> None:
    """Choose accounts for a post; the words they had before come back."""
    wanted = tuple(dict.fromkeys(accounts))
    known = set(
        session.scalars(
            select(AccountRecord.id).where(AccountRecord.id.in_(wanted), AccountRecord.removed_at.is_(None))
        )
    )
    stored = set(session.scalars(select(VersionRecord.account_id).where(VersionRecord.post_id == post)))
    for account in wanted:
        if account not in known | stored:
            raise NotFound(subject="account", identity=account)
        if account not in stored:
            columns = _SAME_AS_BASE | {"post_id": post, "account_id": account}
            session.execute(insert(VersionRecord).values(**columns))
        else:
            session.execute(_of(post, account).values(included=True))


def choose(session: Session, draft: Draft, accounts: Sequence[int]) -> None:
    """Make a post be for exactly these accounts.

    Raises:
        PublishedIsImmutable: something of an account that would go has left, or may have.
        AlreadyPlanned: a delivery to an account that would go is on its way.
    """
    for account in set(draft.accounts) - set(accounts):
        refuse_to_drop(session, draft, account)
        session.execute(_of(draft.id, account).values(included=False))
    include_accounts(session, draft.id, accounts)


def refuse_to_drop(session: Session, draft: Draft, account: int) -> None:
    """Refuse to take an account off a post while something is on its way to it, or there."""
    refuse_if_left(session, draft.id, account=account)
    for delivery in draft.deliveries:
        if delivery.account == account and delivery.state in OPEN_STATES:
            raise AlreadyPlanned(post=draft.id, account=account, kind=delivery.kind)


def _of(post: int, account: int) -> Update:
    return update(VersionRecord).where(VersionRecord.post_id == post, VersionRecord.account_id == account)
