"""The connections that feeds are read through: they know which servers are of a private network."""

import heapq
import itertools
import socket
import ssl
import threading
import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

import truststore
from urllib3 import PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from cmstation.networks.wire import Trace

MOST_ADDRESSES = 3
_KEPT_HOSTS = 32
_KEPT_LINES = 2
_NAT64 = ip_network("64:ff9b::/96")


def is_inside(address: str) -> bool:
    """Tell whether an IP address is this computer's or of a private network: anything but the public one."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        elif found in _NAT64:
            found = ip_address(int(found) & 0xFFFFFFFF)
    return not found.is_global or found.is_multicast


class InsideRefused(OSError):
    """A public server led to a private one."""


class Call(Trace):
    """One call on its way, through all its redirects.

    Args:
        inside: tells whether an IP address is private.
    """

    def __init__(self, inside: Callable[[str], bool] = is_inside) -> None:
        super().__init__()
        self.inside = inside
        self.guarded = False  # nothing private may be reached any more
        self.reached_inside = False  # the present server is private
        self.refused = False  # it was, and must not be

    def reach(self, address: str) -> None:
        """Note which server is spoken to.

        Raises:
            InsideRefused: it is private, and a public one led here.
        """
        self.reached_inside = self.inside(address)
        if self.guarded and self.reached_inside:
            self.refused = True
            raise InsideRefused

    def watch(self, line: socket.socket | None) -> None:
        """Remember the line that `cut` breaks off; one that is overdue already is cut at once."""
        self.line = line
        if self.overdue:
            raise TimeoutError


class _Present(threading.local):
    call = Call()


_present = _Present()


def begin_call(inside: Callable[[str], bool] = is_inside) -> Call:
    """Begin to follow this thread's next call."""
    _present.call = Call(inside)
    return _present.call


class Deadlines:
    """Cuts calls that take too long; one thread for all of them, and none while nothing is under way."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: list[tuple[float, int, Call]] = []
        self._calls: dict[int, Call] = {}
        self._numbers = itertools.count()
        self._running = False

    def begin(self, call: Call, seconds: float) -> int:
        """Cut this call after so many seconds, unless `end` comes first; return its number."""
        with self._changed:
            number = next(self._numbers)
            when = time.monotonic() + seconds
            first = not self._waiting or when < self._waiting[0][0]
            heapq.heappush(self._waiting, (when, number, call))
            self._calls[number] = call
            if not self._running:
                self._running = True
                threading.Thread(target=self._watch, name="feed-deadlines", daemon=True).start()
            elif first:
                self._changed.notify()
        return number

    def end(self, number: int) -> None:
        """Forget a call."""
        with self._changed:
            self._calls.pop(number, None)
            if not self._calls:
                self._waiting.clear()

    def cut_all(self) -> None:
        """Break off every call under way."""
        with self._changed:
            calls = tuple(self._calls.values())
        for call in calls:
            call.cut()

    def close(self) -> None:
        """Let the thread end."""
        with self._changed:
            self._waiting.clear()
            self._calls.clear()
            self._changed.notify()

    def _watch(self) -> None:
        while True:
            with self._changed:
                due = self._next_due()
                if due is None:
                    self._running = False
                    return
            due.cut()

    def _next_due(self) -> Call | None:
        """Wait for the next call that is too late; None when there has been none at all for a while."""
        idle = False
        while True:
            while self._waiting and self._waiting[0][1] not in self._calls:
                heapq.heappop(self._waiting)
            if not self._waiting:
                if idle:
                    return None
                idle = True
                self._changed.wait(1)
                continue
            idle = False
            left = self._waiting[0][0] - time.monotonic()
            if left <= 0:
                return self._calls.pop(heapq.heappop(self._waiting)[1])
            self._changed.wait(left)


class _Guarded:
    """What both kinds of connection add."""

    peer = ""

    def open_line(self, connection: HTTPConnection, simply: Callable[[], socket.socket]) -> socket.socket:
        """Connect; addresses that may not be reached are never spoken to."""
        call = _present.call
        call.used = True
        if connection.proxy is not None:
            line = simply()  # the proxy resolves names, and is itself inside more often than not
        else:
            line, self.peer = _connected(connection, call)
        call.watch(line)
        return line

    def follow(self, connection: HTTPConnection) -> None:
        """Tell the call which line it uses, new or kept, before anything is written on it."""
        call = _present.call
        call.used = True
        if connection.sock is None:
            connection.connect()
        elif self.peer:
            call.reach(self.peer)
        call.watch(connection.sock)
        call.written = True


class _GuardedConnection(_Guarded, HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return self.open_line(self, super()._new_conn)

    def request(self, *args: Any, **kwargs: Any) -> None:
        self.follow(self)
        super().request(*args, **kwargs)


class _GuardedTlsConnection(_Guarded, HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return self.open_line(self, super()._new_conn)

    def connect(self) -> None:
        super().connect()
        _present.call.watch(self.sock)  # TLS has taken the first line over

    def request(self, *args: Any, **kwargs: Any) -> None:
        self.follow(self)
        super().request(*args, **kwargs)


class _GuardedPool(HTTPConnectionPool):
    ConnectionCls: Any = _GuardedConnection


class _GuardedTlsPool(HTTPSConnectionPool):
    ConnectionCls: Any = _GuardedTlsConnection


def _connected(connection: HTTPConnection, call: Call) -> tuple[socket.socket, str]:
    host = connection._dns_host  # pyright: ignore[reportPrivateUsage]
    try:
        known = socket.getaddrinfo(host, connection.port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as fault:
        reason = fault if isinstance(fault, socket.gaierror) else socket.gaierror(socket.EAI_NONAME, "")
        raise NameResolutionError(host, connection, reason) from None
    trouble: OSError = OSError("no address")
    for family, kind, protocol, _, place in known[:MOST_ADDRESSES]:
        peer = str(place[0])
        call.reach(peer)
        line = socket.socket(family, kind, protocol)
        try:
            call.watch(line)
            for option in connection.socket_options or ():
                line.setsockopt(*option)
            if isinstance(connection.timeout, (int, float)):
                line.settimeout(connection.timeout)
            line.connect(place)
        except OSError as fault:
            line.close()
            trouble = fault
            continue
        return line, peer
    if isinstance(trouble, TimeoutError):
        raise ConnectTimeoutError(connection, "timed out") from trouble
    raise NewConnectionError(connection, "not connected") from trouble


def trusting_context() -> ssl.SSLContext:
    """Trust what the computer trusts: a clinic's proxy may have its own authority."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def make_pools(context: ssl.SSLContext, proxy: str = "") -> PoolManager:
    """Make the kept connections, straight or through a proxy."""
    pools: Any
    if proxy:
        pools = ProxyManager(
            proxy, num_pools=_KEPT_HOSTS, maxsize=_KEPT_LINES, ssl_context=context, proxy_ssl_context=context
        )
    else:
        pools = PoolManager(num_pools=_KEPT_HOSTS, maxsize=_KEPT_LINES, ssl_context=context)
    pools.pool_classes_by_scheme = {"http": _GuardedPool, "https": _GuardedTlsPool}
    return pools
