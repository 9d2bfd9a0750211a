"""Remembered values: choices of the person, and what the program must not forget."""

from typing import cast

from sqlalchemy import select

from cmstation.domain.networks import Json
from cmstation.storage.database import Database
from cmstation.storage.records_library import SettingRecord
from cmstation.storage.upsert import upsert


class Settings:
    """JSON values by name."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def get(self, name: str, default: Json = None) -> Json:
        """Return a value, or the default when none was ever set."""
        statement = select(SettingRecord.value).where(SettingRecord.name == name)
        with self._readers.begin() as session:
            found = session.execute(statement).one_or_none()
        return default if found is None else cast("Json", found[0])

    def set(self, name: str, value: Json) -> None:
        """Keep a value in place of an earlier one."""
        with self._sessions.begin() as session:
            upsert(session, SettingRecord, {"name": name}, {"value": value})

    def all(self) -> dict[str, Json]:
        """Return every value by name."""
        statement = select(SettingRecord.name, SettingRecord.value).order_by(SettingRecord.name)
        with self._readers.begin() as session:
            return {name: cast("Json", value) for name, value in session.execute(statement)}
