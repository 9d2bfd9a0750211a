"""No server outlives its tests, however they end."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers.places import ServerUnavailable
from tests.servers.processes import GuardedProcess

PARENT = """\
import sys
from pathlib import Path
from tests.servers.processes import GuardedProcess
GuardedProcess("test", ["sh", "-c", sys.argv[2]], Path(sys.argv[1])).start()
print("started", flush=True)
sys.stdin.read()
"""
# One worker in the group of the server, one that leaves it as PostgreSQL's do; both tell their number.
FAMILY = "sleep 600 & echo $!; setsid sh -c 'echo $$; exec sleep 600' & wait"
TIMEOUT_S = 20.0


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition: object, timeout_s: float = TIMEOUT_S) -> bool:
    assert callable(condition)
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def workers(log: Path) -> list[int]:
    return [int(line) for line in log.read_text().split()] if log.exists() else []


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_everything_ends_when_the_parent_is_killed(tmp_path: Path) -> None:
    folder = tmp_path / "server"
    folder.mkdir()
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, folder, FAMILY], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with parent:
        assert wait_for(lambda: len(workers(folder / "server.log")) == 2)
        family = workers(folder / "server.log")
        assert all(lives(pid) for pid in family)

        parent.send_signal(signal.SIGKILL)
        parent.wait()

    assert wait_for(lambda: not any(lives(pid) for pid in family))
    assert wait_for(lambda: not folder.exists())


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_everything_ends_with_stop_even_a_deaf_server(tmp_path: Path) -> None:
    process = GuardedProcess("deaf", ["sh", "-c", f"trap '' TERM; {FAMILY}"], tmp_path)
    process.start()
    assert wait_for(lambda: len(workers(process.log)) == 2)
    family = workers(process.log)

    process.stop()

    assert not process.running
    assert not any(lives(pid) for pid in family)
    assert tmp_path.is_dir()


def test_a_server_that_ends_at_its_start_shows_its_last_words(tmp_path: Path) -> None:
    process = GuardedProcess("hasty", ["sh", "-c", "echo no such option; exit 3"], tmp_path)
    process.start()

    with pytest.raises(ServerUnavailable, match="no such option"):
        process.wait_until(lambda: False)
