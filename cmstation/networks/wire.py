"""The lowest layer of HTTP: trusted certificates, and a trace of whether any byte of a request has left."""

import logging
import socket
import ssl
import threading
from collections.abc import Callable
from typing import Any

import truststore
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.retry import Retry

# Its lines hold whole addresses, values included; the deliveries' journal tells the same without them.
logging.getLogger("urllib3").setLevel(logging.ERROR)


class Trace:
    """What happened on the wire during one call.

    urllib3's exceptions do not tell whether a request had begun to leave, and everything about
    repeating a call depends on that one fact.
    """

    def __init__(self) -> None:
        self.used = False  # a connection of ours was asked to work
        self.written = False  # it began to write the request itself
        self.overdue = False  # we cut the line, since the whole call took too long
        self.line: socket.socket | None = None

    def cut(self) -> None:
        """Wake up whoever waits on this call's line; closing it from another thread would not."""
        self.overdue = True
        line = self.line
        if line is None:
            return
        try:
            # Not line.shutdown(): an SSLSocket would forget its session under the reader's hands.
            socket.socket.shutdown(line, socket.SHUT_RDWR)
        except OSError:
            return  # it ended by itself meanwhile


class _Present(threading.local):
    trace = Trace()


_present = _Present()


def new_trace() -> Trace:
    """Begin to follow this thread's next call."""
    _present.trace = Trace()
    return _present.trace


class _Traced:
    """What both kinds of connection add: they tell the trace when they write."""

    _on_the_way = False  # what is written while connecting is for a proxy, not for the network

    def follow_connect(self, really_connect: Callable[[], None]) -> None:
        _present.trace.used = True
        self._on_the_way = True
        try:
            really_connect()
        finally:
            self._on_the_way = False

    def follow_send(self, connection: HTTPConnection) -> None:
        if self._on_the_way:
            return
        if connection.sock is None:
            connection.connect()
        trace = _present.trace
        trace.used = True
        trace.line = connection.sock
        trace.written = True


class _TracedConnection(_Traced, HTTPConnection):
    def connect(self) -> None:
        self.follow_connect(super().connect)

    def send(self, data: Any) -> None:
        self.follow_send(self)
        super().send(data)


class _TracedTlsConnection(_Traced, HTTPSConnection):
    def connect(self) -> None:
        self.follow_connect(super().connect)

    def send(self, data: Any) -> None:
        self.follow_send(self)
        super().send(data)


class _TracedPool(HTTPConnectionPool):
    ConnectionCls: Any = _TracedConnection


class _TracedTlsPool(HTTPSConnectionPool):
    ConnectionCls: Any = _TracedTlsConnection


_POOLS: dict[str, Any] = {"http": _TracedPool, "https": _TracedTlsPool}


class Wire(HTTPAdapter):
    """Send through traced connections, trusting what the computer trusts, trying exactly once."""

    def __init__(self) -> None:
        super().__init__(max_retries=Retry(0, read=False))

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Trust the computer's certificates: a clinic's proxy may have its own authority."""
        super().init_poolmanager(*args, **kwargs, ssl_context=_trusting_context())
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> Any:
        """Trace connections through a proxy as well."""
        known = super().proxy_manager_for(proxy, **proxy_kwargs, ssl_context=_trusting_context())
        if not proxy.lower().startswith("socks"):
            known.pool_classes_by_scheme = _POOLS
        return known

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the choice of authorities to the context; requests would add its own list."""
        super().cert_verify(conn, url, verify, cert)  # pyright: ignore[reportUnknownMemberType]
        conn.ca_certs = None
        conn.ca_cert_dir = None


def _trusting_context() -> ssl.SSLContext:
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
