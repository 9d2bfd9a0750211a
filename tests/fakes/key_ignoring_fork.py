"""A small server of the Mastodon API that ignores idempotency keys, as some relatives of Mastodon do.

It follows the published contract (entities Status, MediaAttachment, V1::Instance, nodeinfo 2.0) as far as
publishing needs it; it has no edit source and no second edition of the instance's description.
"""

import json
import re
import threading
from datetime import UTC, datetime
from email import message_from_bytes
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self, cast
from urllib.parse import parse_qsl, urlsplit

TOKEN = "token-of-the-fork"
# Fewer than anyone asks for: servers cap their pages as they like.
MOST_ROWS = 20
ACCOUNT_ID = "01ACCOUNT"
_ACCOUNT = {"id": ACCOUNT_ID, "username": "clinique", "display_name": "Clinique"}
VERSION = "0.19.1+git-1a2b3c4"


class KeyIgnoringFork:
    """Run the server on loopback as a context.

    Args:
        software: what nodeinfo says.
        processing: how many times an upload is answered with "still working on it".

    Attributes:
        statuses: all that were made, newest first.
        keys: the idempotency keys that came in, in their order.
    """

    def __init__(self, software: str = "gotosocial", *, processing: int = 0) -> None:
        self.software = software
        self.processing = processing
        self.statuses: list[dict[str, Any]] = []
        self.scheduled: list[dict[str, Any]] = []
        self.media: dict[str, dict[str, Any]] = {}
        self.keys: list[str] = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Request)
        self._server.fork = self
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, method: str, address: str, key: str, kind: str, body: bytes) -> tuple[int, Any]:
        """Answer one signed request."""
        with self._lock:
            return self._answer(method, address, key, kind, body)

    def described(self) -> dict[str, Any]:
        """Return the instance's description, first edition."""
        return {
            "uri": "fork.example",
            "title": "Fork",
            "version": VERSION,
            "max_toot_chars": 5000,
            "configuration": {
                "statuses": {"max_characters": 5000, "max_media_attachments": 6},
                "media_attachments": {"image_size_limit": 41_943_040, "description_limit": 1500},
            },
        }

    def _answer(self, method: str, address: str, key: str, kind: str, body: bytes) -> tuple[int, Any]:
        path, query = urlsplit(address).path, dict(parse_qsl(urlsplit(address).query))
        read: dict[str, Any] = {
            "/api/v1/accounts/verify_credentials": _ACCOUNT,
            f"/api/v1/accounts/{ACCOUNT_ID}/statuses": self._page(query.get("max_id", "")),
            "/api/v1/scheduled_statuses": self.scheduled,
        }
        if method == "GET" and path in read:
            return 200, read[path]
        if method == "POST" and path == "/api/v1/statuses":
            self.keys.append(key)
            return 200, self._publish(json.loads(body))
        if method == "POST" and path == "/api/v1/media":
            return 202 if self.processing else 200, self._upload(kind, body)
        found = re.fullmatch(r"/api/v1/(media|statuses|scheduled_statuses)/(\w+)", path)
        if found:
            return self._one(method, found[1], found[2])
        return 404, {"error": "Not Found: not found"}

    def _page(self, before: str) -> list[dict[str, Any]]:
        places = [place for place, row in enumerate(self.statuses) if row["id"] == before]
        start = places[0] + 1 if places else 0
        return self.statuses[start : start + MOST_ROWS]

    def _one(self, method: str, kind: str, identity: str) -> tuple[int, Any]:
        if kind == "media":
            if identity not in self.media:
                return 404, {"error": "Not Found"}
            self.processing = max(0, self.processing - 1)
            return 206 if self.processing else 200, self.media[identity]
        rows = self.statuses if kind == "statuses" else self.scheduled
        found = [row for row in rows if row["id"] == identity]
        if not found:
            return 404, {"error": "Not Found"}
        if method == "DELETE":
            rows.remove(found[0])
        return 200, found[0]

    def _upload(self, kind: str, body: bytes) -> dict[str, Any]:
        parts = message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
        fields = {
            str(part.get_param("name", header="content-disposition")): part.get_payload(decode=True)
            for part in cast("list[Any]", parts.get_payload())
        }
        identity = f"01MEDIA{len(self.media)}"
        words = cast("bytes", fields.get("description") or b"").decode()
        self.media[identity] = {"id": identity, "type": "image", "url": None, "description": words}
        return self.media[identity]

    def _publish(self, asked: dict[str, Any]) -> dict[str, Any]:
        identity = f"01STATUS{len(self.statuses) + len(self.scheduled)}"
        media = [self.media[one] for one in asked.get("media_ids", [])]
        if asked.get("scheduled_at"):
            made = {
                "id": identity,
                "scheduled_at": asked["scheduled_at"],
                "params": {**asked, "text": asked["status"]},
                "media_attachments": media,
            }
            self.scheduled.insert(0, made)
            return made
        status = {
            "id": identity,
            "created_at": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
            "uri": f"{self.url}/users/clinique/statuses/{identity}",
            "url": f"{self.url}/@clinique/statuses/{identity}",
            "content": "<p>" + escape(asked["status"]).replace("\n", "<br>") + "</p>",
            "visibility": asked.get("visibility", "unlisted"),
            "spoiler_text": asked.get("spoiler_text", ""),
            "language": asked.get("language"),
            "in_reply_to_id": asked.get("in_reply_to_id"),
            "reblog": None,
            "media_attachments": media,
        }
        self.statuses.insert(0, status)
        return status


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    fork: KeyIgnoringFork


class _Request(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride]

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def do_DELETE(self) -> None:
        self._serve("DELETE")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""

    def _serve(self, method: str) -> None:
        fork, path = self.server.fork, urlsplit(self.path).path
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if path == "/.well-known/nodeinfo":
            self._reply(200, {"links": [{"rel": "…/2.0", "href": f"{fork.url}/nodeinfo/2.0"}]})
        elif path == "/nodeinfo/2.0":
            self._reply(200, {"version": "2.0", "software": {"name": fork.software, "version": VERSION}})
        elif path == "/api/v1/instance":
            self._reply(200, fork.described())
        elif self.headers.get("Authorization") != f"Bearer {TOKEN}":
            self._reply(401, {"error": "Unauthorized: token not found"})
        else:
            key = self.headers.get("Idempotency-Key", "")
            kind = self.headers.get("Content-Type", "")
            self._reply(*fork.answer(method, self.path, key, kind, body))

    def _reply(self, status: int, content: Any) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
