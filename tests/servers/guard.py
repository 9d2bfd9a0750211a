"""Run one server and end it, with everything it started, when the parent is gone.

Started as `python -I guard.py SIGNAL FOLDER COMMAND…` with a pipe as standard input. The parent holds the
other end. It writes one byte to stop the server; the end of the pipe without it means that the parent died,
even by SIGKILL: the server's folder then goes too.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
GRACE_S = 3.0


def main() -> int:
    """Run the command until it ends or the pipe is closed."""
    stop_signal, folder, command = signal.Signals(int(sys.argv[1])), Path(sys.argv[2]), sys.argv[3:]
    adopt_orphans()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    ended = threading.Event()
    orphaned = threading.Event()
    threading.Thread(
        target=end_with_the_parent, args=(child.pid, stop_signal, ended, orphaned), daemon=True
    ).start()
    code = child.wait()
    ended.set()
    signal_group(child.pid, signal.SIGKILL)
    kill_descendants()
    if orphaned.is_set():
        shutil.rmtree(folder, ignore_errors=True)
    return code if code >= 0 else 128 - code


def adopt_orphans() -> None:
    """Become the parent of grandchildren whose own parent dies, so that none of them escapes."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_with_the_parent(
    group: int, stop_signal: signal.Signals, ended: threading.Event, orphaned: threading.Event
) -> None:
    """Wait for a byte or the end of the pipe, then end the server: politely at first."""
    if not os.read(sys.stdin.fileno(), 1):
        orphaned.set()
    signal_group(group, stop_signal)
    if not ended.wait(GRACE_S):
        signal_group(group, signal.SIGKILL)


def signal_group(group: int, what: signal.Signals) -> None:
    """Signal a process group that may be gone already."""
    try:
        os.killpg(group, what)
    except (ProcessLookupError, PermissionError):
        return


def kill_descendants() -> None:
    """Kill what left the process group; a server that calls setsid in its workers does that."""
    while children := living_children():
        for pid in children:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                continue


def living_children() -> list[int]:
    """List the processes whose parent is this one."""
    own, found = os.getpid(), list[int]()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name of a program stands in brackets and may hold blanks: read on after the last one.
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == own:
            found.append(int(stat.parent.name))
    return found


if __name__ == "__main__":
    sys.exit(main())
