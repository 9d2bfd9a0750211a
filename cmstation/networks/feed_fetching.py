"""Fetches what an address of the watch holds: one conditional GET, bounded in time, bytes and redirects."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from urllib3 import BaseHTTPResponse, Timeout
from urllib3.exceptions import HTTPError

from cmstation import __version__
from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.domain.watch_pace import retry_at
from cmstation.networks.failures import failure_of
from cmstation.networks.feed_limits import FeedLimits, Unpacking
from cmstation.networks.feed_lines import FeedLines
from cmstation.networks.feed_steps import REDIRECTS, Step, first_step, names_inside, next_step
from cmstation.networks.feed_wire import Call, begin_call, is_inside

FEEDS = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
    " text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)
_PIECE = 65_536
_LONGEST_MARK = 500
_LINE = frozenset({"offline", "name_not_found", "unreachable", "connect_timeout", "proxy"})
_TROUBLES = {
    "offline": SourceTrouble.OFFLINE,
    "connect_timeout": SourceTrouble.TIMED_OUT,
    "read_timeout": SourceTrouble.TIMED_OUT,
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered.

    Args:
        address: where the answer came from, after all redirects.
        body: None when nothing has changed.
        etag, modified: what the server gave to ask "anything new?" with.
        moved_to: where it lives for good now, "" when it stays.
    """

    address: str = field(repr=False)
    body: bytes | None = field(repr=False)
    content_type: str = ""
    etag: str = ""
    modified: str = ""
    moved_to: str = field(default="", repr=False)


class FeedFetcher:
    """Fetches; safe to use from several threads, which share its kept connections.

    Args:
        contact: how the publishers of feeds reach us, part of the User-Agent.
        inside: tells whether an IP address is of a private network.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        limits: FeedLimits | None = None,
        contact: str = "",
        inside: Callable[[str], bool] = is_inside,
    ) -> None:
        self._clock = clock or SystemClock()
        self._limits = limits or FeedLimits()
        self._timeout = Timeout(connect=self._limits.connect, read=self._limits.read)
        self._agent = f"CM Station/{__version__}" + (f" (+{contact})" if contact else "")
        self._inside = inside
        self._lock = Lock()
        self._lines: FeedLines | None = None

    def fetch(
        self, address: str, *, etag: str = "", modified: str = "", accept: str = FEEDS, guarded: bool = False
    ) -> Page:
        """Read an address once, following its redirects.

        Args:
            guarded: the address itself was not chosen by the person, so nothing private may be reached.

        Raises:
            SourceUnread: nothing useful came.
        """
        step = first_step(address, self._headers(etag, modified, accept))
        lines = self._opened()
        call = begin_call(self._inside)
        call.guarded = guarded
        number = lines.deadlines.begin(call, self._limits.whole)
        try:
            for _ in range(self._limits.redirects + 1):
                found = self._ask(step, call, lines)
                if isinstance(found, Page):
                    return found
                call.guarded = call.guarded or not call.reached_inside
                step = found
        finally:
            lines.deadlines.end(number)
        raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "redirects")

    def stop(self) -> None:
        """Break off what is under way."""
        if self._lines is not None:
            self._lines.deadlines.cut_all()

    def close(self) -> None:
        """Close the kept connections; the next call opens new ones."""
        with self._lock:
            lines, self._lines = self._lines, None
        if lines is not None:
            lines.close()

    def _opened(self) -> FeedLines:
        with self._lock:
            if self._lines is None:
                self._lines = FeedLines()
            return self._lines

    def _headers(self, etag: str, modified: str, accept: str) -> dict[str, str]:
        headers = {"User-Agent": self._agent, "Accept": accept, "Accept-Encoding": "gzip, deflate"}
        if _mark(etag):
            headers["If-None-Match"] = etag
        if _mark(modified):
            headers["If-Modified-Since"] = modified
        return headers

    def _ask(self, step: Step, call: Call, lines: FeedLines) -> Page | Step:
        """Ask one server; a kept connection that had died is replaced once."""
        if call.guarded and names_inside(step.address, call.inside):
            raise SourceUnread(SourceTrouble.UNSAFE_ADDRESS, "private")
        outcome = self._spoken(step, call, lines)
        if isinstance(outcome, SourceUnread) and outcome.detail == "cut" and not call.overdue:
            outcome = self._spoken(step, call, lines)
        # Raised out here, so that no foreign exception, with addresses in its text, hangs on ours.
        if isinstance(outcome, SourceUnread):
            raise outcome
        return outcome

    def _spoken(self, step: Step, call: Call, lines: FeedLines) -> Page | Step | SourceUnread:
        try:
            answer = lines.pools(step.address).urlopen(
                "GET",
                step.address,
                headers=step.all_headers(),
                preload_content=False,
                decode_content=False,
                redirect=False,
                retries=False,
                timeout=self._timeout,
            )
            return self._judged(answer, step, call)
        except SourceUnread as unread:
            return unread
        except (HTTPError, OSError, ValueError) as trouble:
            return _unread(trouble, call)

    def _judged(self, answer: BaseHTTPResponse, step: Step, call: Call) -> Page | Step:
        whole = False
        try:
            location = answer.headers.get("Location", "") if answer.status in REDIRECTS else ""
            if location or answer.status not in (200, 203):
                whole = _skip(answer)
                if location:
                    return next_step(step, answer.status, location)
                if answer.status != 304:
                    raise self._refusal(answer)
                return _page(answer, step, None, step.headers)
            body = self._body(answer, call)
            whole = True
            return _page(answer, step, body, {})
        finally:
            # A line on which something is still to come cannot be used again.
            if whole:
                answer.release_conn()
            else:
                answer.close()

    def _body(self, answer: BaseHTTPResponse, call: Call) -> bytes:
        announced = answer.headers.get("Content-Length", "")
        if announced.isdecimal() and int(announced[:20]) > self._limits.packed:
            raise SourceUnread(SourceTrouble.TOO_LONG, "bytes")
        unpacking = Unpacking(answer.headers.get("Content-Encoding", ""), self._limits)
        for piece in answer.stream(_PIECE, decode_content=False):
            unpacking.add(piece)
        if call.overdue:
            raise TimeoutError
        return unpacking.body()

    def _refusal(self, answer: BaseHTTPResponse) -> SourceUnread:
        status = answer.status
        until = retry_at(answer.headers.get("Retry-After", ""), self._clock.now())
        if status == 429 or (status == 503 and until is not None):
            return SourceUnread(SourceTrouble.ASKED_TO_WAIT, str(status), retry_at=until)
        if status >= 500 or status == 408:
            return SourceUnread(SourceTrouble.SERVER_TROUBLE, str(status))
        if status >= 400:
            return SourceUnread(_REFUSALS.get(status, SourceTrouble.REFUSED), str(status))
        return SourceUnread(SourceTrouble.NOT_UNDERSTOOD, str(status))


_REFUSALS = {
    401: SourceTrouble.SIGN_IN_NEEDED,
    404: SourceTrouble.GONE,
    407: SourceTrouble.SIGN_IN_NEEDED,
    410: SourceTrouble.GONE,
}


def _page(answer: BaseHTTPResponse, step: Step, body: bytes | None, sent: Mapping[str, str]) -> Page:
    return Page(
        address=step.address,
        body=body,
        content_type=answer.headers.get("Content-Type", "")[:_LONGEST_MARK],
        etag=_mark(answer.headers.get("ETag", "")) or sent.get("If-None-Match", ""),
        modified=_mark(answer.headers.get("Last-Modified", "")) or sent.get("If-Modified-Since", ""),
        moved_to=step.moved_to,
    )


def _skip(answer: BaseHTTPResponse) -> bool:
    """Read a short body that nobody needs, so that the line can be used again; tell whether it is over."""
    length = answer.headers.get("Content-Length", "")
    short = length.isdecimal() and int(length[:20]) <= _PIECE
    if answer.status == 304 or short:
        answer.read(decode_content=False)
        return True
    return False


def _mark(value: str) -> str:
    """Return a header's value when it can be sent back as it is."""
    return value if len(value) <= _LONGEST_MARK and value.isascii() and value.isprintable() else ""


def _unread(trouble: Exception, call: Call) -> SourceUnread:
    """Tell why a line brought no whole answer; none of the exception's text is kept."""
    if call.refused:
        return SourceUnread(SourceTrouble.UNSAFE_ADDRESS, "private")
    code = failure_of(trouble, call, "", write=False).code
    return SourceUnread(_TROUBLES.get(code, SourceTrouble.NO_ANSWER), code, line=code in _LINE)
