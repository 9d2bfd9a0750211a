"""Alert rules of the watch, each with the memory of what it told."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Select, delete, insert, select, update

from cmstation.domain.errors import NotFound
from cmstation.storage.database import Database
from cmstation.storage.records_watch import WatchAlertRecord
from cmstation.storage.rows_read import FRESH
from cmstation.storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class KeptAlert:
    """A rule as it is stored, readable by this program or not.

    Args:
        content: what it listens for.
        state: what it noticed.
    """

    id: int
    name: str
    active: bool
    content: dict[str, object]
    state: dict[str, object]


class AlertTable:
    """The rules; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def all(self) -> tuple[KeptAlert, ...]:
        """List all, in the order in which they were made."""
        with self._readers.begin() as session:
            rows = session.scalars(select(WatchAlertRecord).order_by(WatchAlertRecord.id))
            return tuple(_kept(row) for row in rows)

    def add(self, name: str, content: dict[str, object], *, active: bool) -> int:
        """Keep a new rule and return its identity, which no other rule ever had."""
        values = {"name": name, "active": active, "content": content, "state": {}}
        with self._sessions.begin() as session:
            return session.scalars(insert(WatchAlertRecord).returning(WatchAlertRecord.id), [values]).one()

    def change(self, rule: int, name: str, content: dict[str, object], *, active: bool) -> KeptAlert:
        """Change a rule; what it noticed stays.

        Returns:
            The rule as it was.

        Raises:
            NotFound: it was removed.
        """
        with self._sessions.begin() as session:
            row = session.scalars(_one(rule)).one_or_none()
            if row is None:
                raise NotFound(subject="watch_alert", identity=rule)
            before = _kept(row)
            session.execute(
                update(WatchAlertRecord)
                .where(WatchAlertRecord.id == rule)
                .values(name=name, active=active, content=content)
                .execution_options(synchronize_session=False)
            )
            return before

    def change_state(
        self, rule: int, change: Callable[[dict[str, object]], dict[str, object] | None]
    ) -> None:
        """Change what a rule remembers while nobody else does; a rule that is gone remembers nothing.

        Args:
            change: makes the new state of the present one; None leaves it.
        """
        with self._sessions.begin() as session:
            row = session.scalars(_one(rule)).one_or_none()
            after = None if row is None else change(row.state)
            if after is not None:
                session.execute(
                    update(WatchAlertRecord)
                    .where(WatchAlertRecord.id == rule)
                    .values(state=after)
                    .execution_options(synchronize_session=False)
                )

    def remove(self, rule: int) -> KeptAlert | None:
        """Remove a rule and return it as it was; None when it was gone already."""
        with self._sessions.begin() as session:
            row = session.scalars(_one(rule)).one_or_none()
            if row is None:
                return None
            before = _kept(row)
            session.execute(
                delete(WatchAlertRecord)
                .where(WatchAlertRecord.id == rule)
                .execution_options(synchronize_session=False)
            )
            return before

    def bring_back(self, kept: KeptAlert) -> None:
        """Keep a removed rule again, with its memory."""
        values = {"name": kept.name, "active": kept.active, "content": kept.content, "state": kept.state}
        with self._sessions.begin() as session:
            upsert(session, WatchAlertRecord, {"id": kept.id}, values)


def _one(rule: int) -> Select[WatchAlertRecord]:
    statement = select(WatchAlertRecord).where(WatchAlertRecord.id == rule)
    # SQLite needs no lock of rows: it has one writer at a time.
    return statement.with_for_update().execution_options(**FRESH)


def _kept(row: WatchAlertRecord) -> KeptAlert:
    return KeptAlert(row.id, row.name, row.active, row.content, row.state)
