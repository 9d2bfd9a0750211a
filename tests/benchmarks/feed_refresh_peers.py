"""What `feed_refresh` measures the refresh against: a real web server, newsboat, a bare pipeline."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, cast

HOSTS = 100
THREADS = 8
_STARTING_S = 10.0
_LOOKING_S = 0.01

_NGINX = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log crit;
events {{ worker_connections 512; }}
http {{
  access_log off;
  types {{ application/xml xml; }}
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{
{listens}
    root {root};
  }}
}}
"""

_NEWSBOAT = """
reload-threads {threads}
auto-reload no
refresh-on-startup no
user-agent "CM Station benchmark"
download-timeout 30
suppress-first-reload yes
"""


@dataclass(frozen=True, slots=True)
class Run:
    """How long a program took, and the most memory it had, in MB."""

    seconds: float
    megabytes: float


def missing_tools() -> tuple[str, ...]:
    """Name what this computer lacks for the whole comparison."""
    return tuple(name for name in ("nginx", "newsboat") if _tool(name) is None)


@contextmanager
def nginx(root: Path, folder: Path) -> Generator[list[str]]:
    """Serve a folder; give the addresses of the hosts."""
    folder.mkdir()
    folder.chmod(0o755)
    port = _free_port()
    names = [f"127.0.1.{number}" for number in range(1, HOSTS + 1)]
    listens = "\n".join(f"    listen {name}:{port};" for name in names)
    user = "user root;\n" if os.name == "posix" and os.geteuid() == 0 else ""
    settings = folder / "nginx.conf"
    settings.write_text(user + _NGINX.format(folder=folder, listens=listens, root=root))
    server = subprocess.Popen([_tool("nginx") or "nginx", "-c", str(settings), "-p", str(folder)])
    try:
        _wait_for(names[0], port)
        yield [f"http://{name}:{port}" for name in names]
    finally:
        server.terminate()
        server.wait(10)


def newsboat(addresses: Sequence[str], folder: Path) -> Run:
    """Read every feed with newsboat; the folder keeps what it knows between runs."""
    folder.mkdir(exist_ok=True)
    (folder / "urls").write_text("\n".join(addresses) + "\n")
    (folder / "config").write_text(_NEWSBOAT.format(threads=THREADS))
    command = [_tool("newsboat") or "newsboat", "-u", str(folder / "urls"), "-c", str(folder / "cache.db")]
    return measured([*command, "-C", str(folder / "config"), "-x", "reload"], {"HOME": str(folder)})


def newsboat_items(folder: Path) -> int:
    """Count what newsboat stored."""
    with sqlite3.connect(folder / "cache.db") as cache:
        return int(cache.execute("SELECT count(*) FROM rss_item").fetchone()[0])


def measured(command: Sequence[str], environment: dict[str, str] | None = None) -> Run:
    """Run a program to its end."""
    began = time.perf_counter()
    program = subprocess.Popen(
        command,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    megabytes = 0.0
    while program.poll() is None:
        megabytes = max(megabytes, _peak(program.pid))
        time.sleep(_LOOKING_S)
    if program.returncode:
        sys.exit(f"{command[0]} ended with {program.returncode}")
    return Run(time.perf_counter() - began, megabytes)


def _peak(pid: int) -> float:
    """Return the most memory that a process has had so far, in MB; 0 where the system does not say."""
    try:
        rows = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(row.split()[1]) / 1024 for row in rows if row.startswith("VmHWM")), 0)


class BarePipeline:
    """Eight threads, requests, a quick parser, one plain table: what any program must do at least."""

    def __init__(self, file: Path) -> None:
        self._table = sqlite3.connect(file, isolation_level=None)
        self._table.execute("PRAGMA journal_mode = WAL")
        self._table.execute(
            "CREATE TABLE IF NOT EXISTS items (feed TEXT, guid TEXT, title TEXT, link TEXT, published TEXT,"
            " html TEXT, PRIMARY KEY (feed, guid))"
        )
        self._table.execute("CREATE TABLE IF NOT EXISTS feeds (address TEXT PRIMARY KEY, etag TEXT)")
        self._sessions = threading.local()

    def refresh(self, addresses: Sequence[str]) -> int:
        """Read every feed; return how many items the table has then."""
        etags = dict(cast("list[tuple[str, str]]", self._table.execute("SELECT * FROM feeds").fetchall()))
        known = [etags.get(one, "") for one in addresses]
        with ThreadPoolExecutor(THREADS) as pool:
            for address, etag, rows in pool.map(self._read, addresses, known):
                if rows is None:
                    continue
                self._table.execute("BEGIN")
                self._table.executemany("INSERT OR REPLACE INTO items VALUES (?,?,?,?,?,?)", rows)
                self._table.execute("INSERT OR REPLACE INTO feeds VALUES (?,?)", (address, etag))
                self._table.execute("COMMIT")
        return int(self._table.execute("SELECT count(*) FROM items").fetchone()[0])

    def _read(self, address: str, etag: str) -> tuple[str, str, list[tuple[str, ...]] | None]:
        import requests

        session: requests.Session | None = getattr(self._sessions, "session", None)
        if session is None:
            session = self._sessions.session = requests.Session()
        answer = session.get(address, headers={"If-None-Match": etag} if etag else {}, timeout=30)
        if answer.status_code == 304:
            return address, etag, None
        rows = [(address, *entry) for entry in _entries(answer.content)]
        return address, answer.headers.get("ETag", ""), rows


def parser_name() -> str:
    """Name the parser of the bare pipeline."""
    return "lxml (fastfeedparser is MISSING)" if _fast_parser() is None else "fastfeedparser"


def _fast_parser() -> Any:
    try:
        import fastfeedparser  # pyright: ignore[reportMissingImports]
    except ImportError:
        return None
    return cast("Any", fastfeedparser)


def _entries(content: bytes) -> Iterator[tuple[str, ...]]:
    parser = _fast_parser()
    if parser is None:
        yield from _entries_of_tree(content)
        return
    for one in parser.parse(content).entries:
        yield (
            one.get("id", ""),
            one["title"],
            one["link"],
            one.get("published", ""),
            one.get("description", ""),
        )


def _entries_of_tree(content: bytes) -> Iterator[tuple[str, ...]]:
    tree: Any = import_module("lxml.etree")
    for one in tree.fromstring(content).iter("{*}item", "{*}entry"):
        found: dict[str, str] = {}
        for part in one:
            found[part.tag.rpartition("}")[2]] = part.text or part.get("href") or ""
        yield (
            found.get("guid") or found.get("id", ""),
            found["title"],
            found["link"],
            found.get("pubDate") or found.get("published", ""),
            found.get("description") or found.get("summary", ""),
        )


def _tool(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _wait_for(host: str, port: int) -> None:
    end = time.monotonic() + _STARTING_S
    while True:
        try:
            socket.create_connection((host, port), 1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


def main(arguments: Sequence[str]) -> None:
    """Be the bare pipeline: "bare FOLDER ADDRESSES SAID", and write the figures."""
    folder, addresses, said = map(Path, arguments[1:4])
    folder.mkdir(exist_ok=True)
    pipeline = BarePipeline(folder / "table.db")
    began, busy = time.perf_counter(), time.process_time()
    items = pipeline.refresh(addresses.read_text().split())
    figures = {"seconds": time.perf_counter() - began, "processor": time.process_time() - busy}
    said.write_text(json.dumps({**figures, "items": items}))


if __name__ == "__main__":
    main(sys.argv[1:])
