"""Remember the latest moment this station has known, to notice a clock that went back."""

from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cmstation.storage.records_library import SettingRecord
from cmstation.storage.upsert import upsert

NAME = "last_seen"


def keep_latest(session: Session, now: datetime) -> datetime:
    """Return the latest moment known, `now` included, and keep it."""
    value = now.astimezone(UTC).isoformat()
    upsert(session, SettingRecord, {"name": NAME}, {"value": value}, replace=False)
    statement = select(SettingRecord.value).where(SettingRecord.name == NAME).with_for_update()
    known = datetime.fromisoformat(str(session.execute(statement).scalar_one()))
    if known >= now:
        return known
    session.execute(update(SettingRecord).where(SettingRecord.name == NAME).values(value=value))
    return now.astimezone(UTC)
