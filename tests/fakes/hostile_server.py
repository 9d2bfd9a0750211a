"""A server on this computer that answers with anything: nothing, too much, too slowly, half of it."""

import socket
import struct
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

Act = Callable[[socket.socket, threading.Event], None]


def says(*pieces: bytes, pause: float = 0) -> Act:
    """Answer with these bytes as they are, with a pause in seconds before each further piece."""

    def act(line: socket.socket, closing: threading.Event) -> None:
        for number, piece in enumerate(pieces):
            if number and closing.wait(pause):
                return
            line.sendall(piece)

    return act


def answer(body: bytes, *, status: str = "200 OK", headers: str = "Content-Type: application/json") -> bytes:
    """Return one whole answer."""
    head = f"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body


def stays_silent(line: socket.socket, closing: threading.Event) -> None:
    """Never answer."""
    closing.wait(20)


def resets(line: socket.socket, closing: threading.Event) -> None:
    """Break the line off rudely."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def hangs_up(line: socket.socket, closing: threading.Event) -> None:
    """Close the line without a word."""


class HostileServer:
    """Do one act for each request, the last one for ever.

    Attributes:
        requests: what came in, head and body, as bytes.
        connections: how many lines were opened.
    """

    def __init__(self, *acts: Act, reads: bool = True) -> None:
        self._acts = list(acts)
        self._reads = reads
        self._closing = threading.Event()
        self._workers: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self.requests: list[bytes] = []
        self.connections = 0
        self._acceptor = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> Self:
        self._acceptor.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        with socket.create_connection(("127.0.0.1", self.port)):
            pass  # wakes the acceptor
        self._acceptor.join(10)
        self._listener.close()
        for worker in self._workers:
            worker.join(10)

    def _accept(self) -> None:
        while True:
            line, _ = self._listener.accept()
            if self._closing.is_set():
                line.close()
                return
            act = self._acts[min(self.connections, len(self._acts) - 1)]
            self.connections += 1
            worker = threading.Thread(target=self._serve, args=(line, act), daemon=True)
            self._workers.append(worker)
            worker.start()

    def _serve(self, line: socket.socket, act: Act) -> None:
        with line:
            line.settimeout(10)
            try:
                if self._reads:
                    self.requests.append(_whole_request(line))
                act(line, self._closing)
            except OSError:
                return  # the client went away


def _whole_request(line: socket.socket) -> bytes:
    got = b""
    while b"\r\n\r\n" not in got:
        piece = line.recv(65536)
        if not piece:
            return got
        got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    length = 0
    for row in head.split(b"\r\n"):
        if row.lower().startswith(b"content-length:"):
            length = int(row.split(b":")[1])
    while len(body) < length:
        piece = line.recv(65536)
        if not piece:
            break
        body += piece
    return head + b"\r\n\r\n" + body
