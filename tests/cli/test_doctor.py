"""The doctor looks at everything, says what is wrong, and changes nothing."""

import sqlite3
from pathlib import Path

import keyring.errors
import pytest

from cmstation.domain.clock import FixedClock, SystemClock
from cmstation.open_station import Parts, open_station
from tests.cli.conftest import Run
from tests.desktop.image_samples import drawing, encoded
from tests.fakes.narrow_keyring import NarrowKeyring
from tests.fakes.secret_box import SecretBox


def unsound(run: Run) -> dict[str, str]:
    """Return what is wrong, by name."""
    return {remark["name"]: remark["words"] for remark in run("doctor", "--json").json if not remark["sound"]}


def test_a_sound_folder_is_sound(run: Run) -> None:
    answer = run("doctor")

    assert answer.code == 0
    assert all(line.startswith("✓ ") for line in answer.lines)
    assert {remark["name"] for remark in run("doctor", "--json").json} == {
        "versions",
        "database",
        "media",
        "disk",
        "clock",
        "keyring",
        "outbox",
    }


def test_a_picture_that_is_gone_is_named(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "façade.png").write_bytes(encoded(drawing(), "PNG"))
    run("draft", "add", "--text", "x", "--picture", tmp_path / "façade.png", "La façade")
    (file,) = [file for file in (folder / "media").rglob("*") if file.is_file()]
    file.unlink()

    assert run("doctor").code == 1
    assert unsound(run) == {"media": "Pictures missing from the folder: façade.png"}


@pytest.mark.parametrize(
    "trouble",
    [keyring.errors.KeyringLocked("x"), keyring.errors.NoKeyringError("x"), OSError(5, "x")],
    ids=repr,
)
def test_a_keyring_that_does_not_work_is_named(
    run: Run, keyring_in_memory: NarrowKeyring, trouble: Exception
) -> None:
    keyring_in_memory.trouble = trouble

    assert run("doctor").code == 1
    assert set(unsound(run)) == {"keyring"}


def test_a_rehearsal_needs_no_keyring(rehearse: Run, keyring_in_memory: NarrowKeyring) -> None:
    keyring_in_memory.trouble = keyring.errors.NoKeyringError("x")

    assert rehearse("doctor").code == 0


def test_what_needs_a_hand_is_counted(run: Run) -> None:
    run("account", "add", "facebook")
    run("draft", "add", "--text", "Venez.")
    run("publish", 1)

    assert unsound(run) == {"outbox": "Deliveries that need a hand: 1"}


def test_a_clock_that_went_back_is_said_each_time(run: Run, folder: Path) -> None:
    now = SystemClock().now()
    ahead = FixedClock(now.replace(year=now.year + 1, day=1))
    station = open_station(folder, parts=Parts(ahead, SecretBox()))
    station.clock_watch.look()
    station.close()

    first, second = unsound(run), unsound(run)

    assert first == second
    assert set(first) == {"clock"}
    assert first["clock"].startswith("The computer’s clock is earlier than it was.")
    assert run("doctor").code == 1


def test_a_reference_to_nothing_is_found(run: Run, folder: Path) -> None:
    run("draft", "add", "--text", "x")
    with sqlite3.connect(folder / "cmstation.db") as database:
        database.execute("UPDATE posts SET theme_id = 999")
    database.close()

    assert run("doctor").code == 1
    assert unsound(run)["database"].startswith("The database is damaged: ")


def test_a_damaged_file_is_named_and_left_as_it_is(run: Run, folder: Path) -> None:
    run("draft", "add", "--text", "x" * 5000)
    file = folder / "cmstation.db"
    damaged = bytearray(file.read_bytes())
    damaged[4096:12288] = b"\xff" * 8192
    file.write_bytes(damaged)

    spoken, answer = run("doctor"), run("doctor", "--json")

    assert (spoken.code, answer.code) == (1, 1)
    assert "is damaged" in spoken.err
    assert "backups" in spoken.err
    assert answer.json["error"] == "StorageDamaged"
    assert file.read_bytes() == bytes(damaged)


def test_a_file_of_another_kind_in_the_place_of_the_folder_is_named(run: Run, folder: Path) -> None:
    folder.write_text("not a folder")

    answer = run("doctor", "--json")

    assert (answer.code, answer.json["error"]) == (1, "FolderNotWritable")
    assert folder.read_text() == "not a folder"


def test_a_defect_of_ours_becomes_a_report_and_a_sentence(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: object) -> None:
        raise ZeroDivisionError("Authorization: Bearer Zx9_bK3-qW7rT1yU5iO8")

    monkeypatch.setattr("shutil.disk_usage", fail)
    answer = run("doctor")
    monkeypatch.undo()

    assert answer.code == 1
    assert answer.err.startswith("Something went wrong inside CM Station.")
    (report,) = (folder / "logs").glob("crash-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "Zx9_bK3" not in text + answer.err + (folder / "logs" / "cmstation.log").read_text(
        encoding="utf-8"
    )
    assert str(report) in answer.err
