"""A private IMAP server (Dovecot) for tests: loopback only, encrypted, one password for everybody."""

import os
import shutil
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.fakes.tls_certificate import Certificate, make_certificate
from tests.servers.places import ServerUnavailable
from tests.servers.processes import LOOPBACK, GuardedProcess, free_port, port_answers

NAME = "Dovecot"
PASSWORD = "Mot_de_passe_d’été"
_PROGRAM = Path("/usr/sbin/dovecot")
_SETTINGS = """
protocols = imap
listen = {host}
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
ssl = required
ssl_cert = <{certificate}
ssl_key = <{key}
mail_location = maildir:{folder}/mail/%u
default_internal_user = dovecot
default_login_user = dovenull
auth_mechanisms = plain login
first_valid_uid = 1
namespace inbox {{
  inbox = yes
  separator = .
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={folder}/mail/%u
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
"""


class DovecotServer:
    """One server on a free loopback port.

    Attributes:
        certificate: what it shows.
    """

    def __init__(self) -> None:
        self.port = free_port()
        self.certificate: Certificate | None = None
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
        """Start it."""
        if not _PROGRAM.is_file():
            raise ServerUnavailable(NAME, "it is not installed (Debian package dovecot-imapd)")
        if os.geteuid() != 0:
            raise ServerUnavailable(NAME, "it starts as root only, since it signs people in")
        folder = self._folder = Path(tempfile.mkdtemp(prefix="cmstation-dovecot-"))
        folder.chmod(0o755)
        self.certificate = made = make_certificate(folder)
        if made is None:
            raise ServerUnavailable(NAME, "there is no openssl program to make its certificate with")
        (folder / "mail").mkdir()
        shutil.chown(folder / "mail", "nobody", "nogroup")
        settings = folder / "dovecot.conf"
        text = _SETTINGS.format(
            host=LOOPBACK,
            folder=folder,
            certificate=made.certificate,
            key=made.key,
            password=PASSWORD,
            port=self.port,
        )
        settings.write_text(text, encoding="utf-8")
        self._process = GuardedProcess(NAME, [_PROGRAM, "-F", "-c", settings], folder)
        self._process.start()
        self._process.wait_until(lambda: port_answers(self.port))

    @property
    def password(self) -> str:
        """Everybody's password."""
        return PASSWORD

    def deliver(self, user: str, letter: bytes, folder: str = "") -> Path:
        """Put a message into a mailbox as new; return the folder that it lies in.

        Args:
            folder: its name as the server keeps it, "" for the inbox.
        """
        assert self._folder is not None
        root = self._folder / "mail" / user
        place = root / f".{folder}" if folder else root
        for name in ("cur", "new", "tmp"):
            (place / name).mkdir(parents=True, exist_ok=True)
        (place / "new" / f"{time.time_ns()}.test").write_bytes(letter)
        for path in (self._folder / "mail", *(self._folder / "mail").rglob("*")):
            shutil.chown(path, "nobody", "nogroup")
        return place

    def close(self) -> None:
        """Stop it and remove its files."""
        if self._process is not None:
            self._process.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
