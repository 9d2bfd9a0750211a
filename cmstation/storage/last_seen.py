"""Remember the latest moment this station has known, to notice a clock that went back."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from cmstation.storage.records_library import SettingRecord
from cmstation.storage.upsert import upsert

NAME = "last_seen"
BACK = "clock_back"
# A clock that ran on for so long after it went back is right: it was ahead before.
BELIEVED_AFTER = timedelta(days=1)


def keep_latest(session: Session, now: datetime) -> datetime:
    """Return the latest moment known, `now` included, and keep it.

    A moment that lies ahead is given up once the clock has run on without it for a day; else a clock
    that was years ahead for an hour would be held against every later start.
    """
    value = now.astimezone(UTC).isoformat()
    upsert(session, SettingRecord, {"name": NAME}, {"value": value}, replace=False)
    statement = select(SettingRecord.value).where(SettingRecord.name == NAME).with_for_update()
    known = datetime.fromisoformat(str(session.execute(statement).scalar_one()))
    if known > now and not _is_believed(session, now):
        return known
    session.execute(delete(SettingRecord).where(SettingRecord.name == BACK))
    if known != now:
        session.execute(update(SettingRecord).where(SettingRecord.name == NAME).values(value=value))
    return now.astimezone(UTC)


def latest(session: Session) -> datetime | None:
    """Return the latest moment known, None before the first."""
    statement = select(SettingRecord.value).where(SettingRecord.name == NAME)
    value = session.execute(statement).scalar_one_or_none()
    return None if value is None else datetime.fromisoformat(str(value))


def _is_believed(session: Session, now: datetime) -> bool:
    """Tell whether the clock has run on for a day since it was first seen behind."""
    value = now.astimezone(UTC).isoformat()
    upsert(session, SettingRecord, {"name": BACK}, {"value": value}, replace=False)
    statement = select(SettingRecord.value).where(SettingRecord.name == BACK)
    behind_since = datetime.fromisoformat(str(session.execute(statement).scalar_one()))
    if now < behind_since:
        # It went back once more: the day begins anew.
        session.execute(update(SettingRecord).where(SettingRecord.name == BACK).values(value=value))
    return now - behind_since >= BELIEVED_AFTER
