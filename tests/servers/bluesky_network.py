"""A whole real Bluesky network for tests: personal data server and AppView, over a private PostgreSQL."""

import json
import re
import shutil
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.servers.bluesky import HANDLES, BlueskyAccount
from tests.servers.places import FILES, installed, node_program
from tests.servers.postgres import PostgresServer
from tests.servers.processes import GuardedProcess

NAME = "Bluesky network"
REQUEST_S = 20
START_S = 90


class BlueskyNetwork:
    """One network on free loopback ports; what it holds ends with it.

    Attributes:
        url: address of the personal data server, without a slash at the end.
        appview: address of the server that counts and that answers without a sign-in.
        accounts: by handle, see HANDLES.
    """

    def __init__(self) -> None:
        self.url = ""
        self.appview = ""
        self.accounts: dict[str, BlueskyAccount] = {}
        self._tokens: dict[str, str] = {}
        self._database = PostgresServer()
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
        """Start the network, with one account for each handle."""
        modules, node = installed(NAME, "bluesky-network"), node_program()
        self._database.start()
        folder = self._folder = Path(tempfile.mkdtemp(prefix="cmstation-bluesky-network-"))
        database = self._database.new_database().replace("postgresql+psycopg:", "postgresql:")
        self._process = GuardedProcess(
            NAME,
            [node, FILES / "bluesky-network.cjs", modules, database],
            folder,
            environment={"LOG_ENABLED": "0"},
        )
        self._process.start()
        log = self._process.log
        self._process.wait_until(lambda: b"READY {" in log.read_bytes(), START_S)
        ready = re.search(r"READY (\{.*\})", log.read_text(encoding="utf-8"))
        assert ready is not None
        told = json.loads(ready[1])
        self.url = told["server"]
        self.appview = str(told["appview"]).replace("localhost", "127.0.0.1")
        for handle in HANDLES:
            self._create_account(handle)
        self._process.wait_until(self._knows_everybody)

    def close(self) -> None:
        """Stop the network and forget all that it held."""
        if self._process is not None:
            self._process.stop()
        self._database.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def create(self, handle: str, collection: str, record: dict[str, Any]) -> dict[str, str]:
        """Put a record into an account's repository; return its uri and cid."""
        body = {
            "repo": self.accounts[handle].did,
            "collection": collection,
            "record": {"$type": collection, "createdAt": "2026-10-12T08:00:00.000Z", **record},
        }
        return self.call("POST", self.url, "com.atproto.repo.createRecord", body, self._tokens[handle])

    def act(self, handle: str, name: str, body: dict[str, Any]) -> None:
        """Call a procedure of the network as an account."""
        self.call("POST", self.url, name, body, self._tokens[handle])

    def call(
        self, method: str, base: str, name: str, body: dict[str, Any] | None = None, token: str = ""
    ) -> dict[str, Any]:
        """Call one of the servers; a body of a reading is its query."""
        url = f"{base}/xrpc/{name}"
        if method == "GET" and body:
            url += "?" + urllib.parse.urlencode(body, doseq=True)
        request = urllib.request.Request(url, method=method)
        if method == "POST" and body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=REQUEST_S) as answer:
            text = answer.read()
        return json.loads(text) if text else {}

    def _knows_everybody(self) -> bool:
        """Tell whether the AppView has heard of the new accounts."""
        try:
            for handle in HANDLES:
                self.call("GET", self.appview, "app.bsky.actor.getProfile", {"actor": handle})
        except urllib.error.HTTPError:
            return False
        return True

    def _create_account(self, handle: str) -> None:
        email, password = f"{handle.removesuffix('.test')}@example.org", f"password of {handle}"
        body = {"handle": handle, "email": email, "password": password}
        made = self.call("POST", self.url, "com.atproto.server.createAccount", body)
        named = {"name": "Tests"}
        app = self.call("POST", self.url, "com.atproto.server.createAppPassword", named, made["accessJwt"])
        self._tokens[handle] = made["accessJwt"]
        self.accounts[handle] = BlueskyAccount(handle, made["did"], email, password, app["password"])
