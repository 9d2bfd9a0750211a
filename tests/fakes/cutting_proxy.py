"""A proxy in front of a real server that loses, delays or replaces answers at a chosen call."""

import http.client
import socket
import threading
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

PAGE = (
    b"<!doctype html><html><head><title>Maintenance</title></head><body><h1>Just a moment</h1></body></html>"
)


class Trouble(StrEnum):
    """What goes wrong with one call."""

    ANSWER_LOST = "answer_lost"  # carried out, then the line is cut
    ANSWER_HALVED = "answer_halved"  # carried out, half of the answer comes
    ANSWER_SLOW = "answer_slow"  # carried out, the answer never comes in time
    FAILED_BUT_DONE = "failed_but_done"  # carried out, answered 500
    PAGE_BUT_DONE = "page_but_done"  # carried out, answered 200 with a page
    CUT_BEFORE = "cut_before"  # never carried out, the line is cut
    PAGE_INSTEAD = "page_instead"  # never carried out, answered 200 with a page
    FORBIDDEN_PAGE = "forbidden_page"  # never carried out, a fire wall's 403 page
    TOO_MANY = "too_many"  # never carried out, 429 with Retry-After: 120
    ECHO = "echo"  # never carried out, 400 whose words repeat the request's headers and body


_FORWARDED = frozenset(
    {
        Trouble.ANSWER_LOST,
        Trouble.ANSWER_HALVED,
        Trouble.ANSWER_SLOW,
        Trouble.FAILED_BUT_DONE,
        Trouble.PAGE_BUT_DONE,
    }
)


@dataclass
class _Rule:
    method: str
    part: str
    trouble: Trouble
    times: int


@dataclass(frozen=True)
class Request:
    """One request as it came in."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


class CuttingProxy:
    """Forward each request to the target on a connection of its own, and apply the rules.

    Args:
        target: "http://127.0.0.1:port" of the real server.
        strip: names of request headers that never arrive, as on hosts that drop Authorization.
    """

    def __init__(self, target: str, *, strip: tuple[str, ...] = ()) -> None:
        parts = urlsplit(target)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        self._strip = tuple(name.lower() for name in strip)
        self._rules: list[_Rule] = []
        self._exact: dict[str, Trouble] = {}
        self._at_write: tuple[int, Trouble] | None = None
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._workers: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.seen: list[Request] = []
        self._acceptor = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> Self:
        self._acceptor.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        # A thread blocked in accept() is not woken by close(), only by a visitor.
        with socket.create_connection(self._listener.getsockname()):
            pass
        self._acceptor.join(10)
        self._listener.close()
        for worker in self._workers:
            worker.join(10)

    def when(self, method: str, part: str, trouble: Trouble, *, times: int = 1) -> None:
        """Make the next requests with this method, whose path contains this part, go wrong."""
        with self._lock:
            self._rules.append(_Rule(method, part, trouble, times))

    def when_path_is(self, path: str, trouble: Trouble) -> None:
        """Make every reading of exactly this path go wrong."""
        with self._lock:
            self._exact[path] = trouble

    def trouble_at_write(self, number: int, trouble: Trouble) -> None:
        """Make the write with this number (from 0, whatever it writes) go wrong."""
        with self._lock:
            self._at_write = (number, trouble)

    def asked(self, method: str, part: str) -> int:
        """Count the requests that came in."""
        with self._lock:
            return sum(1 for one in self.seen if one.method == method and part in one.path)

    def _accept(self) -> None:
        while not self._closing.is_set():
            line, _ = self._listener.accept()
            if self._closing.is_set():
                line.close()
                return
            worker = threading.Thread(target=self._serve, args=(line,), daemon=True)
            self._workers.append(worker)
            worker.start()

    def _serve(self, line: socket.socket) -> None:
        with line:
            line.settimeout(30)
            try:
                request = _read_request(line)
                if request is not None:
                    self._answer(line, request)
            except OSError:
                return  # the client went away

    def _answer(self, line: socket.socket, request: Request) -> None:
        with self._lock:
            trouble = self._trouble_for(request)
            self.seen.append(request)
        if trouble is None or trouble in _FORWARDED:
            answer = self._forward(request)
            if trouble is None:
                line.sendall(answer)
            elif trouble is Trouble.ANSWER_HALVED:
                line.sendall(answer[: len(answer) - max(1, len(answer.partition(b"\r\n\r\n")[2]) // 2)])
            elif trouble is Trouble.ANSWER_SLOW:
                self._closing.wait(20)
        if trouble is Trouble.FAILED_BUT_DONE:
            line.sendall(_answer(b"500 Internal Server Error", PAGE))
        elif trouble in (Trouble.PAGE_BUT_DONE, Trouble.PAGE_INSTEAD):
            line.sendall(_answer(b"200 OK", PAGE))
        elif trouble is Trouble.FORBIDDEN_PAGE:
            line.sendall(_answer(b"403 Forbidden", PAGE))
        elif trouble is Trouble.TOO_MANY:
            line.sendall(_answer(b"429 Too Many Requests", PAGE, b"Retry-After: 120\r\n"))
        elif trouble is Trouble.ECHO:
            line.sendall(_echo(request))

    def _trouble_for(self, request: Request) -> Trouble | None:
        writes = sum(1 for one in self.seen if one.method != "GET")
        if self._at_write is not None and request.method != "GET" and writes == self._at_write[0]:
            return self._at_write[1]
        if request.method == "GET" and request.path in self._exact:
            return self._exact[request.path]
        for rule in self._rules:
            if rule.times and rule.method == request.method and rule.part in request.path:
                rule.times -= 1
                return rule.trouble
        return None

    def _forward(self, request: Request) -> bytes:
        there = http.client.HTTPConnection(self._host, self._port, timeout=60)
        try:
            there.putrequest(request.method, request.path, skip_host=True, skip_accept_encoding=True)
            for name, value in request.headers:
                if name.lower() not in ("connection", *self._strip):
                    there.putheader(name, value)
            there.putheader("Connection", "close")
            there.endheaders(request.body or None)
            answer = there.getresponse()
            body = answer.read()
            dropped = ("connection", "transfer-encoding", "content-length", "keep-alive")
            headers = [f"{n}: {v}\r\n" for n, v in answer.getheaders() if n.lower() not in dropped]
            return _answer(
                f"{answer.status} {answer.reason}".encode(), body, "".join(headers).encode("latin-1")
            )
        finally:
            there.close()


def _read_request(line: socket.socket) -> Request | None:
    stream = line.makefile("rb")
    with stream:
        first = stream.readline().decode("latin-1").split()
        if len(first) < 2:
            return None
        headers: list[tuple[str, str]] = []
        while (row := stream.readline()) not in (b"\r\n", b""):
            name, _, value = row.decode("latin-1").partition(":")
            headers.append((name.strip(), value.strip()))
        length = next((int(value) for name, value in headers if name.lower() == "content-length"), 0)
        return Request(first[0], first[1], tuple(headers), stream.read(length))


def _answer(status: bytes, body: bytes, headers: bytes = b"") -> bytes:
    kind = b"" if b"content-type:" in headers.lower() else b"Content-Type: text/html; charset=utf-8\r\n"
    length = b"Content-Length: %d\r\n" % len(body)
    return b"HTTP/1.1 " + status + b"\r\n" + kind + headers + length + b"Connection: close\r\n\r\n" + body


def _echo(request: Request) -> bytes:
    import json

    words = f"{request.headers} {request.body.decode('utf-8', 'replace')}"
    body = json.dumps({"code": words, "error": words, "message": words, "error_description": words}).encode()
    return _answer(b"400 Bad Request", body, b"Content-Type: application/json\r\n")
