"""A crash report says what went wrong and where; it holds no value and no secret, and goes nowhere."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmstation.desktop.crash_reports import MOST_REPORTS, CrashReports

TOKEN = "Zx9_bK3-qW7rT1yU5iO8pA2sD4fG6hJ0kL"


@pytest.fixture(autouse=True)
def hooks_as_before() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def deep(patient: str, text: str) -> None:
    """Fail with values at hand, as a defect would."""
    draft = f"{patient}: {text}"
    raise ValueError(f"Authorization: Bearer {TOKEN}") from KeyError(len(draft))


def a_defect() -> BaseException:
    """Return an error that went through some functions."""
    try:
        deep("Madame Martin", "texte confidentiel")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_what_and_where(tmp_path: Path) -> None:
    file = CrashReports(tmp_path).write(a_defect())

    report = file.read_text(encoding="utf-8")
    assert report.startswith("CM Station ")
    assert "ValueError" in report
    assert "KeyError" in report
    assert "in deep" in report


def test_a_report_holds_neither_local_values_nor_secrets(tmp_path: Path) -> None:
    report = CrashReports(tmp_path).write(a_defect()).read_text(encoding="utf-8")

    assert TOKEN not in report
    assert "[hidden]" in report
    assert "Madame Martin: texte" not in report
    assert "patient = " not in report


def test_an_error_with_a_lone_surrogate_is_reported(tmp_path: Path) -> None:
    file = CrashReports(tmp_path).write(ValueError("pasted \ud800"))

    assert "pasted \\ud800" in file.read_text(encoding="utf-8")


def test_an_error_that_cannot_word_itself_is_reported(tmp_path: Path) -> None:
    class Mute(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert "Mute" in CrashReports(tmp_path).write(Mute()).read_text(encoding="utf-8")


def test_only_the_newest_reports_are_kept(tmp_path: Path) -> None:
    reports = CrashReports(tmp_path)

    written = [reports.write(ValueError(str(number))) for number in range(MOST_REPORTS + 5)]

    assert sorted(tmp_path.iterdir()) == written[5:]


def test_a_disk_that_refuses_does_not_make_it_worse(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("not a folder")

    file = CrashReports(tmp_path / "logs").write(ValueError("first trouble"))

    assert not file.exists()


def test_what_nobody_caught_in_a_thread_is_written_and_told(tmp_path: Path) -> None:
    told: list[Path] = []
    CrashReports(tmp_path, told.append).install()

    thread = threading.Thread(target=lambda: deep("Madame Martin", "texte"), name="lane")
    thread.start()
    thread.join()

    assert [file.parent for file in told] == [tmp_path]
    assert "in deep" in told[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["KeyboardInterrupt()", "SystemExit(0)"])
def test_a_wanted_end_is_no_crash(tmp_path: Path, ending: str) -> None:
    program = (
        "import sys, pathlib\n"
        "from cmstation.desktop.crash_reports import CrashReports\n"
        "CrashReports(pathlib.Path(sys.argv[1])).install()\n"
        f"raise {ending}\n"
    )

    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False, capture_output=True)

    assert list(tmp_path.iterdir()) == []


def test_a_crash_of_the_whole_program_is_written(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from cmstation.desktop.crash_reports import CrashReports\n"
        "CrashReports(pathlib.Path(sys.argv[1])).install()\n"
        "1 / 0\n"
    )

    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False, capture_output=True)

    (file,) = tmp_path.iterdir()
    assert "ZeroDivisionError" in file.read_text(encoding="utf-8")
