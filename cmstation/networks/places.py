"""Says which addresses may be called: https anywhere, plain http on this computer only."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from cmstation.domain.errors import AddressNotAllowed


def is_loopback(host: str) -> bool:
    """Tell whether a host is this very computer."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def allowed(url: str) -> SplitResult:
    """Return the parts of an address that may be called.

    Raises:
        AddressNotAllowed: any other one; also one that carries a user, or that parsers read differently.
    """
    parts = _parts(url)
    host = (parts.hostname or "") if parts is not None else ""
    strange = any(sign.isspace() or sign == "\\" or not sign.isprintable() for sign in url)
    if parts is None or strange or not host or "@" in parts.netloc:
        raise AddressNotAllowed(address=host)
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)):
        return parts
    raise AddressNotAllowed(address=host)


def same_place(one: str, other: str) -> bool:
    """Tell whether two addresses are on the same server: scheme, host and port."""
    first, second = urlsplit(one), urlsplit(other)
    return (first.scheme, first.hostname, _port(first)) == (second.scheme, second.hostname, _port(second))


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # parsed only when asked for
    except ValueError:
        return None
    return parts


def _port(parts: SplitResult) -> int | None:
    return parts.port or {"http": 80, "https": 443}.get(parts.scheme)
