"""A real WordPress for tests: PHP's own web server over SQLite."""

import json
import shutil
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.servers.places import ServerUnavailable, installed
from tests.servers.processes import LOOPBACK, GuardedProcess, free_port

NAME = "WordPress"
WORKERS = 4
REQUEST_S = 10


class WordPressFault(StrEnum):
    """Something that a host of WordPress commonly breaks."""

    AUTHORIZATION_STRIPPED = "authorization_stripped"
    REST_BLOCKED = "rest_blocked"
    APPLICATION_PASSWORDS_OFF = "application_passwords_off"


@dataclass(frozen=True, slots=True)
class WordPressUser:
    """One user of the test site; the role is WordPress' own word for it."""

    name: str
    id: int
    role: str
    password: str = field(repr=False)
    application_password: str = field(repr=False)


class WordPressServer:
    """A fresh copy of an installed WordPress, on a free loopback port.

    Args:
        post_fields: fields of posts that the site opens to REST, as a plugin for search engines may do.

    Attributes:
        url: address of the site, without a slash at the end.
        users: by name: admin, editor, author, contributor.
    """

    def __init__(self, post_fields: Sequence[str] = ()) -> None:
        self.port = free_port()
        self.url = f"http://{LOOPBACK}:{self.port}"
        self.users: dict[str, WordPressUser] = {}
        self._post_fields = tuple(post_fields)
        self._folder: Path | None = None
        self._process: GuardedProcess | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The files of the site; known once it was started."""
        if self._folder is None:
            raise ServerUnavailable(NAME, "it was not started")
        return self._folder

    def start(self) -> None:
        """Start the site; after `stop()` it comes back with its posts, at the same address."""
        if shutil.which("php") is None:
            raise ServerUnavailable(NAME, "PHP is missing (Debian package php-cli)")
        folder = self._folder or self._copy_of_the_template()
        self._folder = folder
        settings = (
            "memory_limit=256M",
            "upload_max_filesize=64M",
            "post_max_size=80M",
            "error_reporting=8191",
        )
        options = [word for setting in (*settings, "sendmail_path=/bin/true") for word in ("-d", setting)]
        self._process = GuardedProcess(
            NAME,
            ["php", *options, "-S", f"{LOOPBACK}:{self.port}", "-t", folder / "site", folder / "router.php"],
            folder,
            environment={
                "PHP_CLI_SERVER_WORKERS": str(WORKERS),
                "CMSTATION_WORDPRESS_URL": self.url,
                "CMSTATION_WORDPRESS_POST_FIELDS": ",".join(self._post_fields),
            },
        )
        self._process.start()
        self._process.wait_until(self._answers)

    def stop(self) -> None:
        """Stop the site; its posts stay for the next `start()`."""
        if self._process is not None:
            self._process.stop()

    def close(self) -> None:
        """Stop the site and remove its files."""
        self.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def break_with(self, faults: Iterable[WordPressFault]) -> None:
        """Break the site like a careless host, from the next request on; no fault mends it."""
        (self.folder / "faults").write_text("\n".join(faults), encoding="utf-8")

    def run_scheduled_work(self) -> None:
        """Let WordPress publish what is due; on a real site its visitors do that."""
        with urllib.request.urlopen(f"{self.url}/wp-cron.php?doing_wp_cron", timeout=REQUEST_S):
            return

    def _copy_of_the_template(self) -> Path:
        template = installed(NAME, "wordpress")
        folder = Path(tempfile.mkdtemp(prefix="cmstation-wordpress-"))
        shutil.copytree(template, folder, dirs_exist_ok=True)
        users = json.loads((folder / "users.json").read_text(encoding="utf-8"))["users"]
        self.users = {name: WordPressUser(name=name, **user) for name, user in users.items()}
        return folder

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/?rest_route=/", timeout=REQUEST_S):
                return True
        except urllib.error.HTTPError:
            return True  # a broken site answers too
        except OSError:
            return False
