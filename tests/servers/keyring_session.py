"""A private Secret Service for tests: gnome-keyring on a D-Bus session of its own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.servers.places import INSTALL_COMMAND, ServerUnavailable
from tests.servers.processes import GuardedProcess

NAME = "gnome-keyring"
PROGRAMS = {"gnome-keyring-daemon": "gnome-keyring", "dbus-daemon": "dbus", "gdbus": "libglib2.0-bin"}
LOGIN_COLLECTION = "/org/freedesktop/secrets/collection/login"
CALL_S = 10
SCRIPT = """\
printf %s tests | gnome-keyring-daemon --unlock --components=secrets --foreground \
    --control-directory="$XDG_RUNTIME_DIR/keyring" &
exec dbus-daemon --session --nofork --nopidfile --address="$DBUS_SESSION_BUS_ADDRESS"
"""


class KeyringSession:
    """A D-Bus session with an unlocked keyring, apart from the person's own.

    Attributes:
        environment: variables that lead a program to this keyring and away from any screen.
    """

    def __init__(self) -> None:
        self.environment: dict[str, str] = {}
        self._folder: Path | None = None
        self._process: GuardedProcess | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the session; after `stop()` it comes back with its secrets, at the same address."""
        absent = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
        if absent:
            packages = " ".join(absent)
            raise ServerUnavailable(
                NAME, f"not installed (Debian packages {packages}); run: {INSTALL_COMMAND}"
            )
        folder = self._folder or self._new_folder()
        self._folder = folder
        (folder / "bus").unlink(missing_ok=True)
        self._process = GuardedProcess(
            NAME, ["sh", "-c", SCRIPT], folder, environment=self._daemon_environment(folder)
        )
        self._process.start()
        self._process.wait_until(self._answers)

    def stop(self) -> None:
        """Stop the session; its secrets stay for the next `start()`."""
        if self._process is not None:
            self._process.stop()

    def close(self) -> None:
        """Stop the session and remove its files."""
        self.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def lock(self) -> None:
        """Lock the keyring; without a screen, reading it then fails at once."""
        service = ["--dest", "org.freedesktop.secrets", "--object-path", "/org/freedesktop/secrets"]
        self._call(*service, "--method", "org.freedesktop.Secret.Service.Lock", f"['{LOGIN_COLLECTION}']")

    def unlock(self) -> None:
        """Unlock the keyring again, by starting the session anew."""
        self.stop()
        self.start()

    @contextmanager
    def used_by_this_process(self) -> Generator[None]:
        """Lead this process to the keyring as well."""
        before = {name: os.environ.get(name) for name in (*self.environment, *SCREENS)}
        os.environ.update(self.environment)
        for name in SCREENS:
            os.environ.pop(name, None)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value

    def _new_folder(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="cmstation-keyring-"))
        for name in ("run", "share"):
            (folder / name).mkdir(mode=0o700)
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus"}
        return folder

    def _daemon_environment(self, folder: Path) -> dict[str, str]:
        places = {"HOME": folder, "XDG_RUNTIME_DIR": folder / "run", "XDG_DATA_HOME": folder / "share"}
        # An empty DISPLAY counts as none: nothing may ask a person for a password.
        return {**self.environment, **{name: str(place) for name, place in places.items()}, **SCREENS}

    def _answers(self) -> bool:
        bus = ["--dest", "org.freedesktop.DBus", "--object-path", "/"]
        asked = "org.freedesktop.DBus.NameHasOwner"
        try:
            answer = self._call(*bus, "--method", asked, "org.freedesktop.secrets")
        except subprocess.CalledProcessError:
            return False
        return "true" in answer

    def _call(self, *arguments: str) -> str:
        done = subprocess.run(
            ["gdbus", "call", "--session", *arguments],
            env={**os.environ, **self.environment},
            check=True,
            capture_output=True,
            text=True,
            timeout=CALL_S,
        )
        return done.stdout


SCREENS = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
