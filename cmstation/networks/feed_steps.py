"""Says which addresses of feeds may be asked, and where a redirect may lead."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from urllib3.exceptions import HTTPError
from urllib3.util import make_headers, parse_url

from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.places import same_place

PERMANENT = frozenset({301, 308})
REDIRECTS = PERMANENT | {302, 303, 307}


@dataclass(frozen=True, slots=True)
class Step:
    """One request of a reading.

    Args:
        login: a header that only the server of the person's own address gets.
        settled: whether all redirects so far were permanent; `moved_to` is where those led.
    """

    address: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    login: str = field(default="", repr=False)
    settled: bool = True
    moved_to: str = field(default="", repr=False)

    def all_headers(self) -> dict[str, str]:
        """Return what this request says."""
        return {**self.headers, "Authorization": self.login} if self.login else dict(self.headers)


def first_step(address: str, headers: Mapping[str, str]) -> Step:
    """Return the first request of a reading.

    Raises:
        SourceUnread: the address may not be asked.
    """
    bare, login = _without_login(_fetchable(address))
    return Step(bare, headers, login)


def next_step(step: Step, status: int, location: str) -> Step:
    """Return the same reading at the place that a redirect names; another host learns nothing of ours.

    Raises:
        SourceUnread: the place may not be asked.
    """
    try:
        joined = urljoin(step.address, _in_ascii(location))
    except ValueError:
        joined = ""
    there, login = _without_login(_fetchable(joined))
    if login:
        raise SourceUnread(SourceTrouble.UNSAFE_ADDRESS, "login")
    less_safe = step.address.startswith("https:") and there.startswith("http:")
    settled = step.settled and status in PERMANENT and not less_safe and not step.login
    return replace(
        step,
        address=there,
        login=step.login if same_place(step.address, there) else "",
        settled=settled,
        moved_to=there if settled else step.moved_to,
    )


def names_inside(address: str, inside: Callable[[str], bool]) -> bool:
    """Tell whether an address names this computer, or a private one by its number."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return host == "localhost" or host.endswith(".localhost") or inside(host)


def _fetchable(address: str) -> str:
    """Return an address that may be asked, in the signs that the wire takes."""
    plain = address.strip()
    strange = any(sign.isspace() or sign == "\\" or not sign.isprintable() for sign in plain)
    try:
        parts = parse_url(plain)
    except (HTTPError, ValueError):
        parts = None
    if parts is None or strange or parts.scheme not in ("http", "https") or not parts.host:
        raise SourceUnread(SourceTrouble.UNSAFE_ADDRESS, "address")
    return parts._replace(fragment=None, path=parts.path or "/").url


def _without_login(address: str) -> tuple[str, str]:
    """Take a name and password out of an address; return them as a header."""
    parts = urlsplit(address)
    if "@" not in parts.netloc:
        return address, ""
    user, _, place = parts.netloc.rpartition("@")
    try:
        login = make_headers(basic_auth=unquote(user))["authorization"]
    except UnicodeError:
        raise SourceUnread(SourceTrouble.UNSAFE_ADDRESS, "login") from None
    return urlunsplit(parts._replace(netloc=place)), login


def _in_ascii(location: str) -> str:
    """Undo the reading of a header as Latin-1, when its bytes were UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
