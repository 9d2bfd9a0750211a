"""Write a file so that it appears whole or not at all."""

import contextlib
import os
import secrets
import shutil
import time
from pathlib import Path

from cmstation.desktop.paths import folder_trouble
from cmstation.domain.plan_faults import FileHeldOpen

_LEFT_BEHIND_S = 3600  # a part this old is of a program that was killed


def write_whole(file: Path, content: bytes) -> None:
    """Put content in a file's place; until that moment the file is as it was.

    The folder must be there: one that a network share hides would be made on the wrong disk.

    Raises:
        DiskFull, FolderNotWritable, FileHeldOpen: nothing changed.
    """
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        _sweep(file)
        with part.open("xb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        if file.exists():
            with contextlib.suppress(OSError):
                shutil.copymode(file, part)
        _replace(part, file)
    except OSError as fault:
        raise folder_trouble(fault, file.parent) from fault
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _replace(part: Path, file: Path) -> None:
    try:
        part.replace(file)
    except PermissionError as fault:
        # Windows does not let a file be replaced while Excel shows it.
        raise FileHeldOpen(file=str(file)) from fault


def _sweep(file: Path) -> None:
    """Remove the parts that killed programs left behind."""
    for part in file.parent.glob(f".{file.name}.*.part"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > _LEFT_BEHIND_S:
                part.unlink()
