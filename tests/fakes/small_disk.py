"""Run a program on a disk that is really small, where the system lets a test mount one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_REASON = "this machine does not let a test mount a small disk"


def run_on_small_disk(program: str, folder: Path, size: str) -> "subprocess.CompletedProcess[str]":
    """Run Python code with a folder as its argument, the folder being a disk of its own.

    Args:
        program: without single quotes.
        size: as `mount` writes it, "3m" for instance.
    """
    _needs("mount -t tmpfs -o size=1m tmpfs", folder)
    mount = f"mount -t tmpfs -o size={size} tmpfs {folder} && exec {sys.executable} -c '{program}' {folder}"
    return _apart(mount)


def _needs(mount: str, folder: Path) -> None:
    """Skip, saying why, when no disk can be mounted: in many containers, and for who is not root."""
    if shutil.which("unshare") is None or os.geteuid() != 0:
        pytest.skip(_REASON)
    tried = _apart(f"{mount} {folder}")
    if tried.returncode:
        pytest.skip(f"{_REASON}: {tried.stderr.strip()}")


def _apart(command: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that sees mounts of its own, which end with it."""
    return subprocess.run(
        ["unshare", "--mount", "sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
