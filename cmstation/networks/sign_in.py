"""Signing in through the person's own browser: a page on this computer that waits for the answer."""

import base64
import hashlib
import hmac
import re
import secrets
import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import SignInNeeded
from cmstation.domain.sign_in import OpenPage, ReturnPage
from cmstation.networks.answers import clean_detail

PATIENCE = timedelta(minutes=10)
_LOOPBACK = "127.0.0.1"
_ANSWER_PATH = "/signed-in"
_THANKS_PATH = "/thanks"
_LOOK_EVERY_S = 0.1
_THANKS_WITHIN_S = 1.0
_SLOWEST_BROWSER_S = 5
# Fixed for this program, so that a site can tell its passwords from those of others.
_WORDPRESS_APP_ID = "5b8f1d1e-3f0a-4c53-9a4e-6a7f2c7a90d1"
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><style>
body{{font:1.1rem system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.5rem;color:#1d2733;
background:#fff}}@media(prefers-color-scheme:dark){{body{{color:#e8ecf1;background:#1b2027}}}}
</style></head><body><main><h1>{title}</h1><p>{words}</p></main></body></html>
"""


class SignInAbandoned(SignInNeeded):
    """The sign-in ended without a right to publish.

    `code` tells why: access_denied (the person or the network said no), timed_out, cancelled, no_browser,
    or the network's own error word.
    """


@dataclass(frozen=True, slots=True)
class Pkce:
    """A proof key (RFC 7636): the browser carries its digest, the token request the key itself."""

    verifier: str = field(repr=False)
    challenge: str
    method: str = "S256"

    @classmethod
    def fresh(cls) -> Self:
        """Draw a new key."""
        return cls.of(secrets.token_urlsafe(48))

    @classmethod
    def of(cls, verifier: str) -> Self:
        """Compute the digest of a key."""
        digest = hashlib.sha256(verifier.encode("ascii")).digest()
        return cls(verifier, base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii"))


class Loopback:
    """A small web server on 127.0.0.1 and a free port that waits for one answer (RFC 8252).

    Use it as a context: it listens inside and is gone outside.
    """

    def __init__(self, page: ReturnPage) -> None:
        self.state = secrets.token_urlsafe(24)
        self._page = page
        self._answer: dict[str, str] = {}
        self._arrived = threading.Event()
        self._thanked = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server((_LOOPBACK, 0), _Request)
        self._server.loopback = self

    @property
    def origin(self) -> str:
        """Where the server listens, for instance http://127.0.0.1:49152."""
        return f"http://{_LOOPBACK}:{self._server.server_port}"

    @property
    def address(self) -> str:
        """Where the network sends the browser back to."""
        return self.origin + _ANSWER_PATH

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(_LOOK_EVERY_S,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def wait(self, patience: timedelta, cancelled: threading.Event) -> dict[str, str]:
        """Return what the browser brought back.

        Raises:
            SignInAbandoned: nothing came in time, the person cancelled, or the network said no.
        """
        end = time.monotonic() + patience.total_seconds()
        while not self._arrived.wait(_LOOK_EVERY_S):
            if cancelled.is_set():
                raise SignInAbandoned(code="cancelled")
            if time.monotonic() > end:
                raise SignInAbandoned(code="timed_out")
        # The browser still fetches the last page: closing at once would show it an error.
        self._thanked.wait(_THANKS_WITHIN_S)
        refused = _refusal_in(self._answer)
        if refused:
            raise SignInAbandoned(
                code=refused, detail=clean_detail(self._answer.get("error_description", ""))
            )
        return self._answer

    def receive(self, path: str, query: dict[str, str]) -> tuple[HTTPStatus, str]:
        """Judge one request of a browser: return a status and, for 200 and 400, the words to show."""
        if path == _THANKS_PATH and self._arrived.is_set():
            self._thanked.set()
            refused = bool(_refusal_in(self._answer))
            return HTTPStatus.OK, self._page.refused if refused else self._page.accepted
        if path != _ANSWER_PATH:
            return HTTPStatus.NOT_FOUND, ""
        if not hmac.compare_digest(query.get("state", "").encode(), self.state.encode()):
            return HTTPStatus.BAD_REQUEST, self._page.unexpected
        with self._lock:  # several tabs may answer; the first one counts
            if not self._arrived.is_set():
                self._answer = {name: value for name, value in query.items() if name != "state"}
                self._arrived.set()
        return HTTPStatus.SEE_OTHER, ""

    def page(self, words: str) -> bytes:
        """Write the page that the browser shows."""
        made = _PAGE.format(
            language=escape(self._page.language), title=escape(self._page.title), words=escape(words)
        )
        return made.encode()


@dataclass(frozen=True, slots=True)
class WordPressGrant:
    """What a WordPress site gives after the person said yes.

    Args:
        address: the site, as it calls itself.
        secret: parts {"password": …}.
    """

    address: str
    login: str
    secret: Secret


def authorise_wordpress(
    authorise_address: str,
    app_name: str,
    open_page: OpenPage,
    page: ReturnPage,
    cancelled: threading.Event,
    *,
    patience: timedelta = PATIENCE,
) -> WordPressGrant:
    """Have the person allow this program on their own site, and take the application password.

    Only a site that accepts a loopback address works (WordPress 7, or a site that calls itself
    "local"); elsewhere open `wordpress_page(…)` and let the person copy the password.

    Args:
        authorise_address: the page that the site's REST index names under `authentication`.
        app_name: must differ from the names of the user's other passwords.

    Raises:
        SignInAbandoned: the person said no, cancelled, or nothing came in time.
    """
    with Loopback(page) as loopback:
        back = loopback.address + "?" + urlencode({"state": loopback.state})
        show_page(open_page, wordpress_page(authorise_address, app_name, back))
        answer = loopback.wait(patience, cancelled)
    password = answer.get("password", "")
    if not password:
        raise SignInAbandoned(code="access_denied")
    return WordPressGrant(
        answer.get("site_url", ""), answer.get("user_login", ""), Secret({"password": password})
    )


def wordpress_page(authorise_address: str, app_name: str, back: str = "") -> str:
    """Return the page on which a site asks the person to allow this program.

    Args:
        back: where the site sends the password; "" lets the site show it for copying.
    """
    asked = {"app_name": app_name, "app_id": _WORDPRESS_APP_ID}
    if back:
        asked["success_url"] = back
        asked["reject_url"] = f"{back}&error=access_denied"
    return with_query(authorise_address, asked)


def with_query(address: str, asked: dict[str, str]) -> str:
    """Add named values to an address that may have some already."""
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(asked)}"


def show_page(open_page: OpenPage, address: str) -> None:
    """Open a page in the person's browser.

    Raises:
        SignInAbandoned: there is no browser that opens it.
    """
    if open_page(address) is False:
        raise SignInAbandoned(code="no_browser")


def _refusal_in(answer: dict[str, str]) -> str:
    if answer.get("success") == "false":  # how WordPress says no
        return "access_denied"
    return re.sub(r"\W", "", answer.get("error", ""), flags=re.ASCII)[:60]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # Windows would let another program listen on the same port.
    allow_reuse_address = False
    loopback: Loopback

    def server_bind(self) -> None:
        """Bind without asking the name service for a name, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: a browser that hangs up is no defect, and a traceback could show a code."""


class _Request(BaseHTTPRequestHandler):
    timeout = _SLOWEST_BROWSER_S
    server: _Server  # type: ignore[assignment]
    server_version = "cmstation"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer a browser."""
        loopback = self.server.loopback
        if self.headers.get("Host", "") != urlsplit(loopback.origin).netloc:
            self._reply(HTTPStatus.MISDIRECTED_REQUEST, b"")
            return
        parts = urlsplit(self.path)
        status, words = loopback.receive(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)))
        self._reply(status, loopback.page(words) if words else b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Write nothing: the address holds the code or the password."""

    def _reply(self, status: HTTPStatus, body: bytes) -> None:
        self.send_response(status)
        if status is HTTPStatus.SEE_OTHER:
            # Takes the password or code out of the address bar.
            self.send_header("Location", _THANKS_PATH)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.end_headers()
        self.wfile.write(body)
