"""The two commands fail with words, and hide no failure."""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
Load = Callable[[str], ModuleType]


@pytest.mark.parametrize("name", ["start.py", "check.py"])
def test_an_old_python_can_read_the_command_and_say_that_it_is_too_old(name: str) -> None:
    tree = ast.parse((PACKAGING / name).read_text(encoding="utf-8"), feature_version=(3, 7))

    places = {type(node): index for index, node in reversed(list(enumerate(tree.body)))}
    first_own_import = next(
        index
        for index, node in enumerate(tree.body)
        if isinstance(node, ast.Import) and node.names[0].name == "environment"
    )

    assert places[ast.If] < first_own_import


def test_a_failed_step_fails_the_whole_check(script: Load, capfd: pytest.CaptureFixture[str]) -> None:
    checks = script("check").Checks()

    checks.run("good", "-c", "print('well done')")
    checks.run("bad", "-c", "import sys; sys.exit(3)")

    assert checks.summary() == 1
    said = capfd.readouterr().out
    assert "well done" in said
    assert "FAILED: bad" in said


def test_a_step_that_hangs_is_a_failure(script: Load, capfd: pytest.CaptureFixture[str]) -> None:
    checks = script("check").Checks()

    checks.run("endless", "-c", "import sys, threading; threading.Event().wait()", limit_s=0.5)

    assert checks.summary() == 1
    assert "endless: stopped after" in capfd.readouterr().out


def test_of_two_runs_side_by_side_both_are_told_and_either_fails_the_check(
    script: Load, capfd: pytest.CaptureFixture[str]
) -> None:
    check = script("check")
    checks = check.Checks()
    good = check.Run("good", ("-c", "import os; print('hello', os.environ['NAME'])"), 20, {"NAME": "Ada"})
    bad = check.Run(
        "bad", ("-c", "import os, sys; sys.exit('no ' + os.environ['NAME'])"), 20, {"NAME": "Eve"}
    )
    endless = check.Run("endless", ("-c", "import threading; threading.Event().wait()"), 0.5, {})

    checks.run_beside(good, bad)
    checks.run_beside(good, endless)

    assert checks.summary() == 1
    said = capfd.readouterr().out
    assert said.count("hello Ada") == 2
    assert "no Eve" in said
    assert "endless: stopped after" in said
    assert "FAILED: bad, endless" in said


def test_no_test_is_left_out_when_all_of_them_run(script: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    check, runs = script("check"), list[Any]()
    checks = check.Checks()

    def note(*pair: object) -> None:
        runs.extend(pair)

    monkeypatch.setattr(checks, "run_beside", note)

    check.run_tests(checks, [])

    windows, others = runs
    named = [word for word in windows.command if word.startswith("tests/")]
    assert [f"--ignore={name}" for name in named] == [w for w in others.command if w.startswith("--ignore")]
    assert "tests" in others.command
    assert all((PACKAGING.parent / name).is_dir() for name in named)


def test_what_could_not_run_is_told_at_the_end(script: Load, capfd: pytest.CaptureFixture[str]) -> None:
    checks = script("check").Checks()
    checks.run("good", "-c", "")
    checks.not_run.append("Tests on the moon, because it is far away.")

    assert checks.summary() == 0
    assert "Tests on the moon, because it is far away." in capfd.readouterr().out


def test_the_window_is_not_started_without_a_screen(script: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    start = script("start")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    assert start.has_screen() == (sys.platform != "linux")

    monkeypatch.setenv("DISPLAY", ":1")

    assert start.has_screen()


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--language", "fr"], True),
        (["--data-dir=/tmp/clinic"], True),
        (["--help"], False),
        (["draft", "list"], False),
        (["--data-dir", "/tmp/clinic", "doctor"], False),
    ],
)
def test_only_the_window_asks_for_a_screen(script: Load, arguments: list[str], window: bool) -> None:
    assert script("start").wants_window(arguments) == window


def test_an_unknown_server_is_refused_with_the_known_ones() -> None:
    command = [sys.executable, PACKAGING / "servers.py", "install", "friendica"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "friendica" in done.stderr
