"""Take a daily copy back in the place of a damaged database: nothing is lost, nothing leaves twice."""

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import StationError, StorageDamaged, StorageTooNew
from cmstation.domain.planned_time import USUAL_ZONE
from cmstation.domain.restoration import RESTORED, SETTING, BackupCopy, Restored
from cmstation.storage import backups, soundness
from cmstation.storage import delivery_moves as moves
from cmstation.storage.engines import WRITING, make_engine, sqlite_address
from cmstation.storage.faults import from_sqlite, from_system
from cmstation.storage.read_only import read_only
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import SettingRecord
from cmstation.storage.schema import RELEASED, Schema
from cmstation.storage.upsert import upsert

_DAY = re.compile(r"-(\d{4}-\d{2}-\d{2})\.db$")
_BESIDE = ("", "-wal", "-shm", "-journal")
_UNTOUCHED = frozenset({DeliveryState.WAITING, DeliveryState.PREPARING})


def newest_sound(file: Path, folder: Path, released: Schema = RELEASED) -> BackupCopy | None:
    """Find the newest daily copy that passes the full check; None when there is none.

    Args:
        file: the database that the copies are of.
        folder: where the copies are.
    """
    for copy in _copies(file, folder):
        try:
            zone = _zone_of_sound(copy, released)
        except (StationError, sqlite3.Error, OSError):
            continue
        return BackupCopy(copy, _made_at(copy), zone)
    return None


def is_sound(file: Path) -> bool:
    """Tell whether a database can be opened after all: what kept it from it may have passed."""
    try:
        soundness.revision_of_sound(file)
    except (StationError, sqlite3.Error, OSError):
        return False
    return True


def take_back(file: Path, copy: BackupCopy, now: datetime, released: Schema = RELEASED) -> Restored:
    """Put a copy in the place of a database, which is kept aside with what lies beside it.

    Whatever stops this, the damaged file is still there, in its place or under the name that is returned;
    once the copy is ready, `finish` ends at the next start what was cut short.

    Raises:
        StorageDamaged, StorageTooNew: the copy cannot be used; nothing was changed.
        DiskFull, FolderNotWritable: the computer refuses; nothing was changed.
    """
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    restored = Restored(copy.made_at, now, f"{file.stem}-damaged-{stamp}.db")
    ready, part = _ready(file), file.with_name(file.name + ".restoring")
    try:
        _prepare(copy, part, restored, released)
        part.replace(ready)
        try:
            _keep_aside(file, restored.kept)
        except OSError:
            ready.unlink(missing_ok=True)
            raise
        _swap(file)
    except OSError as fault:
        raise from_system(fault, str(file.parent)) from fault
    finally:
        _remove(part)
    return restored


def finish(file: Path) -> None:
    """End what a crash cut short after the copy was ready; else do nothing.

    Raises:
        DiskFull, FolderNotWritable: the computer refuses; the next start tries again.
    """
    ready = _ready(file)
    try:
        if not ready.exists():
            return
        _keep_aside(file, _kept_name(ready))
        _swap(file)
    except OSError as fault:
        raise from_system(fault, str(file.parent)) from fault


def _copies(file: Path, folder: Path) -> Iterator[Path]:
    """List the daily copies, newest first: their names hold their day."""
    found = [copy for copy in folder.glob(f"{file.stem}-*.db") if _DAY.search(copy.name) and copy.is_file()]
    yield from sorted(found, key=lambda copy: copy.name, reverse=True)


def _made_at(copy: Path) -> datetime:
    """Tell when a copy was made; a file that was carried elsewhere keeps at least the day of its name."""
    named = _DAY.search(copy.name)
    start = datetime.combine(datetime.fromisoformat(named[1] if named else ""), time(), UTC)
    written = datetime.fromtimestamp(copy.stat().st_mtime, UTC)
    return min(max(written, start), start + timedelta(days=1, seconds=-1))


def _zone_of_sound(copy: Path, released: Schema) -> str:
    if soundness.revision_of_sound(copy) not in released.revisions:
        raise StorageTooNew(file=str(copy))
    with closing(read_only(copy)) as reader:
        lines = [str(line) for (line,) in reader.execute("PRAGMA integrity_check(1)")]
        if lines != ["ok"] or reader.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise StorageDamaged(file=str(copy), report=tuple(lines))
        found = reader.execute("SELECT value FROM settings WHERE name = 'zone'").fetchone()
    return str(json.loads(found[0])) if found is not None and found[0] else USUAL_ZONE


def _prepare(copy: BackupCopy, part: Path, restored: Restored, released: Schema) -> None:
    """Make the file that will be the database: whole, current, sending nothing by itself."""
    _remove(part)
    backups.copy_file(copy.file, part)
    _zone_of_sound(part, released)
    engine = make_engine(sqlite_address(part))
    try:
        if soundness.revision_of_sound(part) != released.head:
            from cmstation.storage.migrate import upgrade  # noqa: PLC0415 - Alembic only when it has work

            upgrade(engine, released, released.head)
        with Session(engine.execution_options(**{WRITING: True})) as session, session.begin():
            _hold(session, max(restored.at, restored.copied_at), restored.at)
            upsert(session, SettingRecord, {"name": SETTING}, {"value": restored.as_json()})
    except sqlite3.Error as fault:
        raise (from_sqlite(fault, str(part), str(part.parent)) or fault) from fault
    finally:
        engine.dispose()
    backups.flush_to_disk(part)


def _hold(session: Session, until: datetime, now: datetime) -> None:
    """Let the person decide on all that may have left after the copy was made.

    A network that schedules by itself may have been given its post well before the hour.
    """
    statement = select(DeliveryRecord.id).where(
        DeliveryRecord.state.in_(sorted(_UNTOUCHED)),
        or_(
            DeliveryRecord.due_at <= until,
            DeliveryRecord.next_try <= until,
            DeliveryRecord.native,
            DeliveryRecord.state == DeliveryState.PREPARING,
        ),
    )
    values = {"state": DeliveryState.HELD, "error": RESTORED, "detail": "", **moves.NOBODY}
    for delivery in session.scalars(statement).all():
        moves.moved(session, delivery, now, _UNTOUCHED, values)


def _kept_name(ready: Path) -> str:
    with closing(read_only(ready)) as reader:
        (found,) = reader.execute("SELECT value FROM settings WHERE name = ?", (SETTING,)).fetchone()
    return Restored.from_json(json.loads(found)).kept


def _keep_aside(file: Path, kept: str) -> None:
    """Give the damaged file and its journals a second name; what has one already keeps it."""
    for end in _BESIDE:
        source, target = file.with_name(file.name + end), file.with_name(kept + end)
        if source.exists() and not target.exists():
            _second_name(source, target)


def _second_name(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # some disks know no second names
        part = target.with_name(target.name + ".part")
        try:
            shutil.copy2(source, part)
            backups.flush_to_disk(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _swap(file: Path) -> None:
    """Put the prepared file in its place; the journals of the damaged one must not be played into it."""
    for end in _BESIDE[1:]:
        file.with_name(file.name + end).unlink(missing_ok=True)
    _ready(file).replace(file)


def _ready(file: Path) -> Path:
    return file.with_name(file.name + ".restored")


def _remove(part: Path) -> None:
    for end in _BESIDE:
        try:
            part.with_name(part.name + end).unlink(missing_ok=True)
        except OSError:
            continue
