"""A damaged database gives way to the newest sound copy, and stays aside."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import DraftFilter
from cmstation.domain.errors import DiskFull, StorageDamaged
from cmstation.domain.planned_time import at_instant
from cmstation.domain.restoration import RESTORED, SETTING, Restored
from cmstation.storage import restoring
from cmstation.storage.database import FILE_NAME, Database
from tests.fakes.small_disk import run_on_small_disk
from tests.storage.station import DAY, HOUR, NOW, ZONE, Station, in_hours

LATER = NOW + DAY
DAMAGE = b"\x00damaged\xff" * 900


class Clinic:
    """A data folder whose database is damaged after copies were made."""

    def __init__(self, root: Path) -> None:
        self.root, self.file, self.backups = root, root / FILE_NAME, root / "backups"
        self.database = Database.in_folder(root)
        self.database.open(NOW)
        self.station = Station(self.database)

    def copy(self, at: datetime) -> Path:
        made = self.database.backup(self.backups, at)
        assert made is not None
        os.utime(made, (at.timestamp(), at.timestamp()))
        return made

    def damage(self) -> None:
        """Break the file, with journals beside it as a crash leaves them."""
        self.database.close()
        self.file.write_bytes(DAMAGE)
        for end in ("-wal", "-shm"):
            self.file.with_name(self.file.name + end).write_bytes(end.encode() * 100)

    def take_back(self, now: datetime = LATER) -> Restored:
        copy = restoring.newest_sound(self.file, self.backups)
        assert copy is not None
        return restoring.take_back(self.file, copy, now)

    def reopened(self, now: datetime = LATER) -> Station:
        restoring.finish(self.file)
        self.database = Database.in_folder(self.root)
        self.database.open(now)
        assert self.database.check() == ()
        return Station(self.database)

    def kept(self) -> dict[str, bytes]:
        return {found.name: found.read_bytes() for found in self.root.glob("cmstation-damaged-*")}

    def is_untouched(self) -> bool:
        journals = [self.file.with_name(self.file.name + end).exists() for end in ("-wal", "-shm")]
        others = {found.name for found in self.root.iterdir() if found.is_file()}
        return (
            self.file.read_bytes() == DAMAGE
            and all(journals)
            and others == {FILE_NAME, FILE_NAME + "-wal", FILE_NAME + "-shm"}
        )


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    made = Clinic(tmp_path)
    yield made
    made.database.close()


def test_the_posts_are_as_they_were_and_the_damaged_file_is_kept_with_its_journals(clinic: Clinic) -> None:
    before = clinic.station.post(title="Avant la copie")
    clinic.copy(NOW)
    clinic.station.post(title="Après la copie")
    clinic.damage()

    restored = clinic.take_back()

    station = clinic.reopened()
    assert station.posts.get(before.id).title == "Avant la copie"
    assert station.posts.count(DraftFilter()) == 1
    assert restored.copied_at == NOW.replace(microsecond=restored.copied_at.microsecond)
    assert restored.kept == "cmstation-damaged-20260319T093015Z.db"
    kept = clinic.kept()
    assert kept[restored.kept] == DAMAGE
    assert set(kept) == {restored.kept, restored.kept + "-wal", restored.kept + "-shm"}
    assert Restored.from_json(station.settings.get(SETTING)) == restored
    assert not list(clinic.root.glob("*.resto*"))


def test_without_a_copy_there_is_nothing_to_offer(clinic: Clinic) -> None:
    clinic.damage()

    assert restoring.newest_sound(clinic.file, clinic.backups) is None
    clinic.backups.mkdir()
    (clinic.backups / "notes.db").write_text("x", encoding="utf-8")
    assert restoring.newest_sound(clinic.file, clinic.backups) is None


@pytest.mark.parametrize("content", [b"", DAMAGE, None])
def test_a_damaged_copy_gives_way_to_the_next_older(clinic: Clinic, content: bytes | None) -> None:
    old = clinic.copy(NOW)
    new = clinic.copy(NOW + DAY)
    if content is None:
        whole = new.read_bytes()
        new.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    else:
        new.write_bytes(content)
    clinic.damage()

    found = restoring.newest_sound(clinic.file, clinic.backups)

    assert found is not None
    assert found.file == old


def test_a_copy_of_a_newer_release_is_not_offered(clinic: Clinic) -> None:
    old, new = clinic.copy(NOW), clinic.copy(NOW + DAY)
    with closing(sqlite3.connect(new)) as writer, writer:
        writer.execute("UPDATE alembic_version SET version_num = '9999'")
    clinic.damage()

    found = restoring.newest_sound(clinic.file, clinic.backups)

    assert found is not None
    assert found.file == old


def test_a_copy_that_was_carried_elsewhere_keeps_the_day_of_its_name(clinic: Clinic) -> None:
    copy = clinic.copy(NOW)
    much_later = LATER.timestamp() + 9 * 86_400
    os.utime(copy, (much_later, much_later))

    found = restoring.newest_sound(clinic.file, clinic.backups)

    assert found is not None
    assert found.made_at == datetime(2026, 3, 18, 23, 59, 59, tzinfo=UTC)


def test_what_may_have_left_since_the_copy_waits_for_the_person(clinic: Clinic) -> None:
    station, account = clinic.station, clinic.station.account()
    plans = {
        "overdue": at_instant(NOW - HOUR, ZONE),
        "due since": in_hours(5),
        "due now": at_instant(LATER, ZONE),
        "later": at_instant(LATER + HOUR, ZONE),
        "kept by the network": at_instant(LATER + 9 * DAY, ZONE),
    }
    deliveries = {
        name: station.deliveries.add(
            station.post(account, title=name).id,
            account.id,
            due,
            NOW,
            key=station.key(),
            native=name == "kept by the network",
        ).id
        for name, due in plans.items()
    }
    taken = station.in_state(station.post(account), account, DeliveryState.PREPARING).id
    sent = station.in_state(station.post(account), account, DeliveryState.SENT).id
    armed = station.in_state(station.post(account), account, DeliveryState.SENDING).id
    clinic.copy(NOW)
    clinic.damage()

    clinic.take_back()

    after = clinic.reopened().deliveries
    states = {name: after.get(delivery).state for name, delivery in deliveries.items()}
    assert states.pop("later") is DeliveryState.WAITING
    assert set(states.values()) == {DeliveryState.HELD}
    assert {after.get(deliveries[name]).error for name in states} == {RESTORED}
    assert after.get(taken).state is DeliveryState.HELD
    assert after.get(sent).state is DeliveryState.SENT
    assert after.due(LATER) == ()
    waiting, uncertain = after.recover(LATER, lambda _owner: False)
    assert waiting == ()
    assert [found.id for found in uncertain] == [armed]


def test_a_clock_that_went_back_lets_nothing_leave_that_was_due_before_the_copy(clinic: Clinic) -> None:
    station, account = clinic.station, clinic.station.account()
    delivery = station.deliveries.add(
        station.post(account).id, account.id, in_hours(-1), NOW - DAY, key=station.key()
    ).id
    clinic.copy(NOW)
    clinic.damage()

    clinic.take_back(NOW - DAY)

    assert clinic.reopened().deliveries.get(delivery).state is DeliveryState.HELD


def test_a_copy_that_broke_after_it_was_offered_changes_nothing(clinic: Clinic) -> None:
    copy = clinic.copy(NOW)
    clinic.damage()
    offered = restoring.newest_sound(clinic.file, clinic.backups)
    copy.write_bytes(DAMAGE)

    assert offered is not None
    with pytest.raises(StorageDamaged):
        restoring.take_back(clinic.file, offered, LATER)

    assert clinic.is_untouched()


def test_a_disk_without_second_names_that_is_full_changes_nothing(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(_source: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    def no_room(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "full")

    clinic.copy(NOW)
    clinic.damage()
    with monkeypatch.context() as patched:
        patched.setattr(os, "link", no_links)
        patched.setattr(shutil, "copy2", no_room)
        with pytest.raises(DiskFull):
            clinic.take_back()

    assert clinic.is_untouched()


def test_a_disk_without_second_names_keeps_a_copy_of_the_damaged_file(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(_source: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    clinic.copy(NOW)
    clinic.damage()
    monkeypatch.setattr(os, "link", no_links)

    restored = clinic.take_back()

    assert clinic.kept()[restored.kept] == DAMAGE


KILLED = """\
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from cmstation.storage import restoring
def trace(frame, event, value):
    name = frame.f_code.co_name
    if frame.f_code.co_filename == restoring.__file__ and f"{event} {name}" == sys.argv[2]:
        os.kill(os.getpid(), 9)
    if event == "c_call" and f"{event} {value.__name__}" == sys.argv[2]:
        os.kill(os.getpid(), 9)
file = Path(sys.argv[1]) / "cmstation.db"
copy = restoring.newest_sound(file, file.parent / "backups")
sys.setprofile(trace)
restoring.take_back(file, copy, datetime(2026, 3, 19, 9, 30, 15, tzinfo=UTC))
"""


@pytest.mark.parametrize(
    ("moment", "finished"),
    [
        ("call _hold", False),
        ("return _prepare", False),
        ("call _keep_aside", True),
        ("c_call link", True),
        ("call _swap", True),
        ("c_call replace", False),
    ],
)
def test_a_kill_in_the_middle_loses_nothing(clinic: Clinic, moment: str, *, finished: bool) -> None:
    clinic.station.post(title="Avant la copie")
    clinic.copy(NOW)
    clinic.damage()

    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(clinic.root), moment],
        cwd=Path(__file__).parents[2],
        check=False,
    )

    assert done.returncode == -9
    if not finished:
        assert clinic.file.read_bytes() == DAMAGE
        clinic.take_back()
    station = clinic.reopened()
    assert station.posts.count(DraftFilter()) == 1
    assert DAMAGE in clinic.kept().values()
    assert len(clinic.kept()) == 3
    assert not list(clinic.root.glob("*.resto*"))


SMALL_DISK = """\
import sys
from datetime import UTC, datetime
from pathlib import Path
from cmstation.domain.drafts import DraftFilter
from cmstation.domain.errors import DiskFull
from cmstation.storage import restoring
from tests.storage.test_restoring import Clinic, LATER, NOW
clinic = Clinic(Path(sys.argv[1]))
clinic.station.post(title="Avant la copie")
clinic.copy(NOW)
clinic.damage()
filler = clinic.backups / "filler"
try:
    with filler.open("wb") as file:
        while True:
            file.write(bytes(4096))
            file.flush()
except OSError:
    pass
try:
    clinic.take_back()
    print("taken back")
except DiskFull:
    print("full")
print(clinic.is_untouched())
filler.unlink()
clinic.take_back()
print(clinic.reopened().posts.count(DraftFilter()), len(clinic.kept()))
clinic.database.close()
"""


def test_a_disk_that_is_really_full_loses_nothing(tmp_path: Path) -> None:
    done = run_on_small_disk(SMALL_DISK, tmp_path, "3m")

    assert done.stdout.splitlines() == ["full", "True", "1 3"], done.stderr
