"""A server of feeds on this computer: good, changing, slow, endless, lying or broken, path by path."""

import gzip
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

FIVE_GIGABYTES = 5_000_000_000
_PATIENCE_S = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in."""

    path: str
    headers: dict[str, str]


@dataclass
class Line:
    """What an answer is written on."""

    asked: Asked
    request: BaseHTTPRequestHandler
    closing: threading.Event

    def say(self, status: int, body: bytes = b"", /, **headers: str) -> None:
        """Answer at once; header names are written with "_" for "-"."""
        self.begin(status, Content_Length=str(len(body)), **headers)
        self.send(body)

    def begin(self, status: int, /, **headers: str) -> None:
        """Send a status and headers."""
        self.request.send_response(status)
        for name, value in headers.items():
            self.request.send_header(name.replace("_", "-"), value)
        self.request.end_headers()

    def send(self, piece: bytes) -> None:
        """Send bytes as they are."""
        self.request.wfile.write(piece)

    def wait(self, seconds: float) -> bool:
        """Wait; tell whether the server is about to close."""
        return self.closing.wait(seconds)


Act = Callable[[Line], None]


def rss(*titles: str, guid: Callable[[str], str] | None = None, extra: str = "") -> bytes:
    """Write a small feed whose items have these titles."""
    name = guid or str
    items = "".join(
        f"<item><title>{title}</title><link>https://exemple.fr/{place}</link><guid>{name(title)}</guid>"
        f"<description>Texte de {title}, assez long pour compter.</description></item>"
        for place, title in enumerate(titles)
    )
    head = f"<title>Revue</title><link>https://exemple.fr/</link>{extra}"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


# --- good ones --------------------------------------------------------------------------------------------


def gives(body: bytes, kind: str = "application/rss+xml", **headers: str) -> Act:
    """Answer always the same, without a mark to ask again with."""
    return lambda line: line.say(200, body, Content_Type=kind, **headers)


@dataclass
class Feed:
    """Answer with a body that a test may change; 304 as long as it is the one that the client knows."""

    body: bytes
    kind: str = "application/rss+xml"
    marked: bool = True
    dated: str = ""

    def __call__(self, line: Line) -> None:
        mark = f'"{zlib.crc32(self.body):08x}"'
        marks = {"ETag": mark} if self.marked else {}
        if self.dated:
            marks["Last_Modified"] = self.dated
        known = line.asked.headers
        if (self.marked and known.get("if-none-match") == mark) or (
            self.dated and known.get("if-modified-since") == self.dated
        ):
            line.say(304, **marks)
        else:
            line.say(200, self.body, Content_Type=self.kind, **marks)


@dataclass
class NewIdentities:
    """Answer with the same articles, under identities that are new each time."""

    titles: tuple[str, ...]
    times: int = 0

    def __call__(self, line: Line) -> None:
        self.times += 1
        line.say(200, rss(*self.titles, guid=lambda title: f"{title}-{self.times}"), Content_Type="text/xml")


def packed(body: bytes, encoding: str = "gzip") -> Act:
    """Answer packed: gzip, zlib ("deflate"), or what some servers call deflate ("raw")."""
    if encoding == "gzip":
        content = gzip.compress(body)
    else:
        packer = zlib.compressobj(wbits=zlib.MAX_WBITS if encoding == "deflate" else -zlib.MAX_WBITS)
        content = packer.compress(body) + packer.flush()
    name = "gzip" if encoding == "gzip" else "deflate"
    return lambda line: line.say(200, content, Content_Type="text/xml", Content_Encoding=name)


# --- those that lead elsewhere, or refuse -----------------------------------------------------------------


def leads_to(place: str, status: int = 302) -> Act:
    """Redirect."""
    return lambda line: line.say(status, b"<a>Ailleurs</a>", Location=place)


def refuses(status: int, **headers: str) -> Act:
    """Answer with a status and a page."""
    return lambda line: line.say(status, b"<h1>Non</h1>", Content_Type="text/html", **headers)


# --- hostile and broken ones ------------------------------------------------------------------------------


def endless(line: Line) -> None:
    """Send a feed that never ends."""
    line.begin(200, Content_Type="text/xml")
    line.send(b"<rss><channel>")
    piece = b"<item><title>Encore</title></item>" * 2000
    while not line.closing.is_set():
        line.send(piece)


def enormous(line: Line) -> None:
    """Announce five gigabytes, and begin to send them."""
    line.begin(200, Content_Type="text/xml", Content_Length=str(FIVE_GIGABYTES))
    while not line.closing.is_set():
        line.send(b"<rss>" * 20_000)


def bomb() -> Act:
    """Send few kilobytes that unpack to a hundred megabytes."""
    packer = zlib.compressobj(1, wbits=16 + zlib.MAX_WBITS)
    content = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    return gives(content, "text/xml", Content_Encoding="gzip")


def drips(pause: float) -> Act:
    """Send one byte after the other, each in time, all of them far too late."""

    def act(line: Line) -> None:
        line.begin(200, Content_Type="text/xml", Content_Length="100000")
        while not line.wait(pause):
            line.send(b" ")

    return act


def drips_headers(pause: float) -> Act:
    """Never come to the end of the headers."""

    def act(line: Line) -> None:
        line.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not line.wait(pause):
            line.send(b"a")

    return act


def silent(line: Line) -> None:
    """Never answer."""
    line.wait(_PATIENCE_S)


def cut_short(body: bytes) -> Act:
    """Announce more than is sent, then hang up."""

    def act(line: Line) -> None:
        line.begin(200, Content_Type="text/xml", Content_Length=str(len(body) + 1000))
        line.send(body)
        line.request.close_connection = True

    return act


def resets(line: Line) -> None:
    """Break the line off rudely."""
    line.request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    # The line closes only when nothing holds it any more.
    line.request.rfile.close()
    line.request.wfile.close()
    line.request.connection.close()


def babbles(line: Line) -> None:
    """Answer something that is not HTTP."""
    line.send(b"220 smtp.exemple.fr ESMTP\r\n")
    line.request.close_connection = True


def slow(act: Act, pause: float) -> Act:
    """Wait before answering."""

    def later(line: Line) -> None:
        if not line.wait(pause):
            act(line)

    return later


@dataclass
class InTurn:
    """Do one act after the other, the last one for ever."""

    acts: list[Act]

    def __call__(self, line: Line) -> None:
        act = self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]
        act(line)


@dataclass
class FeedServer:
    """Answer each path as a test says.

    Attributes:
        asked: what came in, in its order.
        busiest: how many requests were being answered at once at most.
        connections: how many lines were opened.
    """

    host: str = "127.0.0.1"
    acts: dict[str, Act] = field(default_factory=dict[str, Act])
    asked: list[Asked] = field(default_factory=list[Asked])
    busiest: int = 0
    connections: int = 0

    def __post_init__(self) -> None:
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._busy = 0
        self._server = _Server((self.host, 0), _Request)
        self._server.site = self
        self.port = self._server.server_port
        self.url = f"http://{self.host}:{self.port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()

    def put(self, path: str, act: Act) -> str:
        """Say how a path answers; return its address."""
        self.acts[path] = act
        return self.url + path

    def paths(self) -> list[str]:
        """Return the paths that were asked for, in their order."""
        with self._lock:
            return [one.path for one in self.asked]

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        asked = Asked(request.path, {name.lower(): value for name, value in request.headers.items()})
        act = self.acts.get(request.path, refuses(404))
        with self._count(asked):
            act(Line(asked, request, self._closing))

    def opened(self) -> None:
        """Count a line."""
        with self._lock:
            self.connections += 1

    @contextmanager
    def _count(self, asked: Asked) -> Generator[None]:
        with self._lock:
            self.asked.append(asked)
            self._busy += 1
            self.busiest = max(self.busiest, self._busy)
        try:
            yield
        finally:
            with self._lock:
                self._busy -= 1


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    site: FeedServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: a client that hangs up in the middle is what the tests are about."""


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride]

    def setup(self) -> None:
        super().setup()
        self.server.site.opened()

    def do_GET(self) -> None:
        try:
            self.server.site.answer(self)
            self.wfile.flush()
        except (OSError, ValueError):
            self.close_connection = True  # one of both sides hung up

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""


def until(true: Callable[[], bool], seconds: float = 5) -> bool:
    """Wait until something is true; tell whether it became so."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True
