"""A second start finds the first window."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from cmstation.ui.single_instance import FirstWindow, ask_first_window

ASK = "import sys; from pathlib import Path; from cmstation.ui.single_instance import ask_first_window; \
sys.exit(0 if ask_first_window(Path(sys.argv[1])) else 1)"


def test_another_program_brings_the_window_to_the_front(tmp_path: Path, qtbot: QtBot) -> None:
    first = FirstWindow(tmp_path)
    assert first.listen()

    with qtbot.waitSignal(first.asked, timeout=20_000):
        second = subprocess.Popen([sys.executable, "-c", ASK, str(tmp_path)])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)

    assert second.returncode == 0
    first.close()


def test_nobody_answers_for_a_folder_that_is_not_open(tmp_path: Path, qtbot: QtBot) -> None:
    assert not ask_first_window(tmp_path, 200)


def test_each_folder_has_its_own_window(tmp_path: Path, qtbot: QtBot) -> None:
    first = FirstWindow(tmp_path / "a")
    first.listen()

    assert not ask_first_window(tmp_path / "b", 200)
    first.close()


def test_a_socket_left_by_a_dead_program_is_taken_over(tmp_path: Path, qtbot: QtBot) -> None:
    dead = "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; \
from cmstation.ui.single_instance import FirstWindow; app = QCoreApplication([]); \
w = FirstWindow(Path(sys.argv[1])); print(w.listen(), flush=True); os._exit(9)"
    subprocess.run([sys.executable, "-c", dead, str(tmp_path)], check=False)

    first = FirstWindow(tmp_path)

    assert first.listen()
    first.close()
