"""A network cable for tests: a loopback relay that can be cut, slowed down, and made to lose answers."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from tests.servers.processes import LOOPBACK

PIECE_BYTES = 65536


class Cable:
    """Relay between a program and a server, byte by byte.

    Args:
        server_url: where the server really is.

    Attributes:
        url: the address to give to the program instead.
        requests: bytes of the requests that passed, for a look at what was sent.
    """

    def __init__(self, server_url: str) -> None:
        parts = urlsplit(server_url)
        self._target = (parts.hostname or LOOPBACK, parts.port or 80)
        self._door = _listening_socket(0)
        self._port = int(self._door.getsockname()[1])
        self.url = f"http://{parts.hostname}:{self._port}"
        self.requests = bytearray()
        self._losing = 0
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listen()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()

    def cut(self) -> None:
        """Refuse new connections and break the open ones: the network is down."""
        _end(self._door)
        with self._lock:
            for connection in self._open:
                _end(connection)
            self._open.clear()

    def mend(self) -> None:
        """Accept connections again, at the same address."""
        self._door = _listening_socket(self._port)
        self._listen()

    def lose_answers(self, count: int = 1) -> None:
        """Let the next requests arrive, and break the connection instead of passing their answers."""
        self._losing = count

    def _listen(self) -> None:
        threading.Thread(target=self._accept, args=(self._door,), daemon=True).start()

    def _accept(self, door: socket.socket) -> None:
        while True:
            try:
                near, _ = door.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(self._target)
            except OSError:
                _end(near)
                continue
            with self._lock:
                self._open |= {near, far}
            threading.Thread(target=self._carry_requests, args=(near, far), daemon=True).start()
            threading.Thread(target=self._carry_answers, args=(near, far), daemon=True).start()

    def _carry_requests(self, near: socket.socket, far: socket.socket) -> None:
        for piece in _pieces(near):
            self.requests += piece
            try:
                far.sendall(piece)
            except OSError:
                break
        self._forget(near, far)

    def _carry_answers(self, near: socket.socket, far: socket.socket) -> None:
        for piece in _pieces(far):
            if self._losing:
                self._losing -= 1
                break
            try:
                near.sendall(piece)
            except OSError:
                break
        self._forget(near, far)

    def _forget(self, near: socket.socket, far: socket.socket) -> None:
        with self._lock:
            self._open -= {near, far}
        _end(near)
        _end(far)


def _listening_socket(port: int) -> socket.socket:
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind((LOOPBACK, port))
    door.listen()
    return door


def _pieces(connection: socket.socket) -> Iterator[bytes]:
    while True:
        try:
            piece = connection.recv(PIECE_BYTES)
        except OSError:
            return
        if not piece:
            return
        yield piece


def _end(connection: socket.socket) -> None:
    with suppress(OSError):  # it may be unconnected by now
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
