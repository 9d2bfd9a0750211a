"""A crash leaves no memory on disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CRASH = """
import os
from cmstation.desktop.no_core import refuse_core_dumps
refuse_core_dumps()
secret = "xk4v-" + "geheim" * 3
os.abort()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="core files are a POSIX matter")
def test_a_crash_writes_no_core_file(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]

    crashed = subprocess.run(
        ["sh", "-c", 'ulimit -c unlimited; exec "$0" -c "$1"', sys.executable, CRASH],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
        check=False,
    )

    assert crashed.returncode != 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="core files are a POSIX matter")
def test_the_program_refuses_core_files_from_its_first_line(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    words = (
        "import resource; from cmstation.__main__ import main; main(['doctor', '--data-dir', 'd']); "
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )

    done = subprocess.run(
        ["sh", "-c", 'ulimit -c unlimited; exec "$0" -c "$1"', sys.executable, words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split()[-1] == "0"
