"""A private PostgreSQL for tests: loopback only, fast because nothing must survive a power cut."""

import os
import shutil
import signal
import subprocess
import tempfile
import uuid
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.servers.places import INSTALL_COMMAND, ServerUnavailable
from tests.servers.processes import LOOPBACK, GuardedProcess, free_port, port_answers

NAME = "PostgreSQL"
USER = "cmstation"
PASSWORD = "password of the tests"
SETTINGS = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=50",
    "shared_buffers=32MB",
)


class PostgresServer:
    """One cluster on a free loopback port.

    Attributes:
        host, port, user, password: for a connection.
    """

    def __init__(self) -> None:
        self.host = LOOPBACK
        self.port = free_port()
        self.user = USER
        self.password = PASSWORD
        self._folder: Path | None = None
        self._process: GuardedProcess | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def url(self, database: str = "postgres", driver: str = "postgresql+psycopg") -> str:
        """Return the address of a database for SQLAlchemy; driver "postgresql" gives libpq's form."""
        secret = self.password.replace(" ", "%20")
        return f"{driver}://{self.user}:{secret}@{self.host}:{self.port}/{database}"

    def start(self) -> None:
        """Start the cluster; after `stop()` it comes back with its databases, at the same address."""
        programs = _programs()
        folder = self._folder or self._new_cluster(programs)
        self._folder = folder
        settings = [*SETTINGS, f"listen_addresses={self.host}", f"port={self.port}"]
        settings.append(f"unix_socket_directories={folder}")
        command = [*_as_postgres(), programs / "postgres", "-D", folder / "cluster"]
        self._process = GuardedProcess(
            NAME,
            [*command, *(word for setting in settings for word in ("-c", setting))],
            folder,
            stop_signal=signal.SIGINT,  # PostgreSQL's "fast" stop: it does not wait for its clients
        )
        self._process.start()
        self._process.wait_until(lambda: port_answers(self.port) and self._accepts())

    def stop(self) -> None:
        """Stop the cluster; its databases stay for the next `start()`."""
        if self._process is not None:
            self._process.stop()

    def close(self) -> None:
        """Stop the cluster and remove its files."""
        self.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def new_database(self) -> str:
        """Create an empty database and return its address for SQLAlchemy."""
        name = f"test_{uuid.uuid4().hex[:12]}"
        self._client("createdb", name)
        return self.url(name)

    def drop_database(self, url: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._client("dropdb", "--if-exists", "--force", url.rpartition("/")[2])

    def _new_cluster(self, programs: Path) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="cmstation-postgres-"))
        secret = folder / "secret"
        secret.write_text(self.password, encoding="utf-8")
        if os.geteuid() == 0:
            for path in (folder, secret):
                shutil.chown(path, "postgres", "postgres")
        options = ["-U", self.user, "--auth=scram-sha-256", f"--pwfile={secret}"]
        options += ["-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        made = subprocess.run(
            [*_as_postgres(), programs / "initdb", "-D", folder / "cluster", *options],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode != 0:
            shutil.rmtree(folder, ignore_errors=True)
            raise ServerUnavailable(NAME, f"initdb failed: {made.stderr.strip()}")
        return folder

    def _accepts(self) -> bool:
        try:
            self._client("psql", "-d", "postgres", "-c", "select 1")
        except subprocess.CalledProcessError:
            return False
        return True

    def _client(self, program: str, *arguments: str) -> None:
        login = ["-h", self.host, "-p", str(self.port), "-U", self.user]
        subprocess.run(
            [_programs() / program, *login, *arguments],
            env={**os.environ, "PGPASSWORD": self.password},
            check=True,
            capture_output=True,
        )


def _programs() -> Path:
    """Return the folder of the newest installed PostgreSQL."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda program: float(program.parts[-3])
    )
    if not versions:
        raise ServerUnavailable(
            NAME, f"it is not installed (Debian package postgresql); run: {INSTALL_COMMAND}"
        )
    return versions[-1].parent


def _as_postgres() -> list[str | Path]:
    """PostgreSQL refuses to run as root: hand it to the user that its package made."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
