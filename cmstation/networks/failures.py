"""Tells what a failed line means: not sent, offline, or nobody knows."""

import errno
import socket
import ssl
from collections.abc import Iterator
from typing import TYPE_CHECKING

from requests.exceptions import ConnectTimeout, InvalidHeader, InvalidURL, ProxyError, SSLError, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    LocationValueError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
)
from urllib3.exceptions import ProxyError as WireProxyError
from urllib3.exceptions import SSLError as WireSSLError

from cmstation.domain.errors import NetworkError, NotSent, Offline, OutcomeUnknown

if TYPE_CHECKING:
    from cmstation.networks.wire import Trace

_NO_ROUTE = frozenset({errno.ENETUNREACH, errno.ENETDOWN, 10050, 10051})  # the latter two: Windows
_REFUSED = frozenset({errno.ECONNREFUSED, 10061})
_UNREACHABLE = frozenset({errno.EHOSTUNREACH, errno.EHOSTDOWN, 10065})
_BEFORE_WRITING = (
    ConnectTimeout,
    ConnectTimeoutError,
    NewConnectionError,
    NameResolutionError,
    LocationValueError,
    InvalidURL,
    InvalidHeader,
    ProxyError,
    WireProxyError,
    SSLError,
    WireSSLError,
    ssl.SSLError,
    socket.gaierror,
    ConnectionRefusedError,
)


def failure_of(trouble: BaseException, trace: "Trace", target: str, *, write: bool) -> NetworkError:
    """Return our error for a call that brought no whole answer.

    Args:
        trouble: what requests, urllib3 or the system raised; none of its text is kept.
        trace: what was seen on the wire; where nothing was seen, the kind of trouble decides, and a
            write that may have left counts as left.
        write: whether the call could change something.
    """
    roots = tuple(_roots(trouble))
    left = trace.written if trace.used else not any(isinstance(root, _BEFORE_WRITING) for root in roots)
    if left:
        timed_out = trace.overdue or any(
            isinstance(root, (Timeout, ReadTimeoutError, TimeoutError)) for root in roots
        )
        code = "read_timeout" if timed_out else "cut"
        return OutcomeUnknown(code=code, target=target) if write else NotSent(code=code, target=target)
    code = _code_before_writing(roots)
    if code == "name_not_found" and not has_a_route():
        code = "offline"
    return (Offline if code == "offline" else NotSent)(code=code, target=target)


def has_a_route() -> bool:
    """Tell whether this computer knows a way out; sends nothing."""
    for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((address, 9))
        except OSError:
            continue
        return True
    return False


def _code_before_writing(roots: tuple[BaseException, ...]) -> str:
    numbers = {root.errno for root in roots if isinstance(root, OSError)}
    if numbers & _NO_ROUTE:
        return "offline"
    rules: tuple[tuple[str, bool], ...] = (
        ("proxy", _has(roots, ProxyError, WireProxyError)),
        ("name_not_found", _has(roots, NameResolutionError, socket.gaierror, LocationValueError)),
        ("refused", bool(numbers & _REFUSED)),
        ("unreachable", bool(numbers & _UNREACHABLE)),
        ("certificate", _has(roots, ssl.SSLCertVerificationError)),
        ("tls", _has(roots, SSLError, WireSSLError, ssl.SSLError)),
        ("connect_timeout", _has(roots, ConnectTimeout, ConnectTimeoutError, TimeoutError)),
    )
    return next((code for code, fits in rules if fits), "unreachable")


def _has(roots: tuple[BaseException, ...], *kinds: type[BaseException]) -> bool:
    return any(isinstance(root, kinds) for root in roots)


def _roots(trouble: BaseException) -> Iterator[BaseException]:
    """Walk through everything an exception wraps; each library wraps in its own way."""
    waiting: list[BaseException] = [trouble]
    seen: set[int] = set()
    while waiting and len(seen) < 30:
        present = waiting.pop(0)
        if id(present) in seen:
            continue
        seen.add(id(present))
        yield present
        wrapped = (*present.args, present.__cause__, present.__context__, getattr(present, "reason", None))
        waiting += [one for one in wrapped if isinstance(one, BaseException)]
