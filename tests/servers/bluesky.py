"""A real Bluesky personal data server for tests, with its own directory of identities."""

import json
import shutil
import tempfile
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.servers.places import FILES, installed, node_program
from tests.servers.processes import GuardedProcess, free_port

NAME = "Bluesky"
HANDLES = ("clinique.test", "patiente.test")
REQUEST_S = 10


@dataclass(frozen=True, slots=True)
class BlueskyAccount:
    """One account of the test server."""

    handle: str
    did: str
    email: str
    password: str = field(repr=False)
    app_password: str = field(repr=False)


class BlueskyServer:
    """One personal data server on free loopback ports.

    Args:
        rate_limits: enforce the limits of the public servers.

    Attributes:
        url: address of the server, without a slash at the end.
        directory_url: address of the directory of identities (PLC).
        accounts: by handle, see HANDLES.
    """

    def __init__(self, *, rate_limits: bool = False) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self._directory_port = free_port()
        self.directory_url = f"http://127.0.0.1:{self._directory_port}"
        self.accounts: dict[str, BlueskyAccount] = {}
        self._rate_limits = rate_limits
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
        """Start the server; after `stop()` it comes back with its records, at the same address."""
        modules, node = installed(NAME, "bluesky"), node_program()
        folder = self._folder or Path(tempfile.mkdtemp(prefix="cmstation-bluesky-"))
        self._folder = folder
        log = folder / "server.log"
        seen = log.stat().st_size if log.exists() else 0
        self._process = GuardedProcess(
            NAME,
            [node, FILES / "bluesky.cjs", modules, folder, str(self.port), str(self._directory_port)],
            folder,
            environment={
                "CMSTATION_BLUESKY_RATE_LIMITS": "1" if self._rate_limits else "0",
                "LOG_ENABLED": "0",
                "NODE_ENV": "production",
            },
        )
        self._process.start()
        self._process.wait_until(lambda: b"READY" in log.read_bytes()[seen:], timeout_s=60)
        if not self.accounts:
            self.accounts = {handle: self._create_account(handle) for handle in HANDLES}

    def stop(self) -> None:
        """Stop the server; its records stay for the next `start()`."""
        if self._process is not None:
            self._process.stop()

    def close(self) -> None:
        """Stop the server and remove its files."""
        self.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def records(self, handle: str, collection: str = "app.bsky.feed.post") -> list[dict[str, Any]]:
        """Read an account's records from the server, newest first: each with uri, cid and value."""
        did = self.accounts[handle].did
        query = f"repo={did}&collection={collection}&limit=100"
        return self._call("GET", f"com.atproto.repo.listRecords?{query}")["records"]

    def blob(self, did: str, cid: str) -> bytes:
        """Read an uploaded file from the server."""
        address = f"{self.url}/xrpc/com.atproto.sync.getBlob?did={did}&cid={cid}"
        with urllib.request.urlopen(address, timeout=REQUEST_S) as answer:
            return answer.read()

    def _create_account(self, handle: str) -> BlueskyAccount:
        email, password = f"{handle.removesuffix('.test')}@example.org", f"password of {handle}"
        account = self._call(
            "POST",
            "com.atproto.server.createAccount",
            {"handle": handle, "email": email, "password": password},
        )
        app_password = self._call(
            "POST", "com.atproto.server.createAppPassword", {"name": "Tests"}, account["accessJwt"]
        )
        return BlueskyAccount(handle, account["did"], email, password, app_password["password"])

    def _call(
        self, method: str, name: str, body: dict[str, str] | None = None, token: str | None = None
    ) -> dict[str, Any]:
        request = urllib.request.Request(f"{self.url}/xrpc/{name}", method=method)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        if token is not None:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=REQUEST_S) as answer:
            return json.loads(answer.read())
