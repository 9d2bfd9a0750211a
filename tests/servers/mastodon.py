"""A server of the Mastodon API for tests; faults can be injected."""

import json
import shutil
import tempfile
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.servers.places import installed
from tests.servers.processes import LOOPBACK, GuardedProcess, free_port, port_answers

NAME = "Mastodon"
USERNAMES = ("clinique", "patiente")
REQUEST_S = 10
START_S = 60
CONFIGURATION = """\
domain = "{host}"
url_scheme = "http"
media_storage_path = {media}
[database]
path = {database}
[auth]
enforce_scopes = true
[ratelimit]
enabled = false
[seed]
accounts = [{accounts}]
"""


@dataclass(frozen=True, slots=True)
class MastodonAccount:
    """One account of the test server."""

    username: str
    access_token: str = field(repr=False)


class MastodonServer:
    """One Mastodon API server on a free loopback port.

    Attributes:
        url: address of the server, without a slash at the end.
        accounts: by user name, see USERNAMES.
    """

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://{LOOPBACK}:{self.port}"
        self.accounts = {name: MastodonAccount(name, f"token-of-{name}") for name in USERNAMES}
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
        """Start the server; after `stop()` it comes back with its statuses, at the same address."""
        python = installed(NAME, "mastodon") / "bin" / "python"
        folder = self._folder or self._configured_folder()
        self._folder = folder
        address = ["--host", LOOPBACK, "--port", str(self.port), "--log-level", "warning"]
        self._process = GuardedProcess(
            NAME,
            [python, "-m", "mastodon_mock", "serve", "--config", folder / "settings.toml", *address],
            folder,
        )
        self._process.start()
        self._process.wait_until(lambda: port_answers(self.port), START_S)

    def stop(self) -> None:
        """Stop the server; its statuses stay for the next `start()`."""
        if self._process is not None:
            self._process.stop()

    def close(self) -> None:
        """Stop the server and remove its files."""
        self.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def add_fault(self, method: str, path: str, effect: dict[str, Any], count: int | None = None) -> None:
        """Let matching requests fail.

        Args:
            method: HTTP method that it concerns.
            path: path that it concerns; `*` stands for anything.
            effect: `{"type": "status", "status": 503}`; other types: ratelimit (status 429, with
                "headers"), latency and timeout ("delay_ms"), malformed.
            count: how many requests fail; all if None.
        """
        fault: dict[str, Any] = {"match": {"methods": [method], "path": path}, "effect": effect}
        if count is not None:
            fault["count"] = count
        self._call("POST", "/api/v1/_mock/faults", fault)

    def clear_faults(self) -> None:
        """Let everything work again."""
        self._call("DELETE", "/api/v1/_mock/faults")

    def statuses(self, username: str) -> list[dict[str, Any]]:
        """Read an account's statuses from the server, newest first."""
        token = self.accounts[username].access_token
        own = self._call("GET", "/api/v1/accounts/verify_credentials", token=token)
        return self._call("GET", f"/api/v1/accounts/{own['id']}/statuses?limit=40", token=token)

    def _configured_folder(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="cmstation-mastodon-"))
        (folder / "media").mkdir()
        accounts = [
            f'{{username="{account.username}", access_token="{account.access_token}"}}'
            for account in self.accounts.values()
        ]
        settings = CONFIGURATION.format(
            host=f"{LOOPBACK}:{self.port}",
            media=json.dumps(str(folder / "media")),
            database=json.dumps(str(folder / "mastodon.sqlite")),
            accounts=", ".join(accounts),
        )
        (folder / "settings.toml").write_text(settings, encoding="utf-8")
        return folder

    def _call(self, method: str, path: str, body: Any = None, token: str | None = None) -> Any:
        request = urllib.request.Request(f"{self.url}{path}", method=method)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        if token is not None:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=REQUEST_S) as answer:
            text = answer.read()
        return json.loads(text) if text else None
