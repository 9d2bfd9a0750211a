"""The program as it is started: a second start, a signal, words for the command line."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cmstation import __main__ as start
from cmstation.__main__ import _window_wanted  # pyright: ignore[reportPrivateUsage]

WAIT = 60.0


def started(folder: Path) -> "subprocess.Popen[str]":
    program = [sys.executable, "-m", "cmstation", "--rehearsal", "--data-dir", str(folder)]
    process = subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    wait_for(lambda: (folder / "backups").is_dir() and any((folder / "backups").iterdir()))
    return process


def wait_for(true: "object") -> None:
    end = time.monotonic() + WAIT
    assert callable(true)
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs otherwise")
def test_the_system_s_wish_to_end_closes_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    process = started(folder)

    process.send_signal(signal.SIGTERM)
    _out, errors = process.communicate(timeout=WAIT)

    assert process.returncode == 0, errors
    assert (folder / "window.json").is_file()
    assert list((folder / "logs").glob("crash-*")) == []
    assert list((folder / "owners").glob("*.lock")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs otherwise")
def test_a_second_start_raises_the_first_window_and_ends(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = started(folder)

    program = [sys.executable, "-m", "cmstation", "--rehearsal", "--data-dir", str(folder)]
    second = subprocess.run(program, capture_output=True, text=True, timeout=WAIT, check=False)

    assert second.returncode == 0, second.stderr
    assert first.poll() is None
    first.send_signal(signal.SIGTERM)
    first.communicate(timeout=WAIT)
    assert first.returncode == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--rehearsal", "--data-dir", "/x"], (Path("/x"), True, None)),
        (["--data-dir=/x", "--language=fr"], (Path("/x"), False, "fr")),
        (["--language", "en", "--data-dir", "/x"], (Path("/x"), False, "en")),
    ],
)
def test_the_window_reads_its_few_options(words: list[str], expected: tuple[Path, bool, str | None]) -> None:
    assert _window_wanted(words) == expected


@pytest.mark.parametrize(
    "words", [["draft", "list"], ["--help"], ["--data-dir"], ["--data-dir="], ["--what"]]
)
def test_all_else_is_for_the_command_line(words: list[str]) -> None:
    assert _window_wanted(words) is None


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        start.main(["--help"])

    assert ended.value.code == 0
    assert "publish" in capsys.readouterr().out
