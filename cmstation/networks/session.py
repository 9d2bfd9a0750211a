"""Speaks HTTP for all adapters: one careful session that never repeats a write."""

import base64
import binascii
import json as json_text
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Timer
from time import perf_counter
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack
from urllib.parse import unquote, urljoin, urlsplit

from cmstation import __version__
from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.errors import (
    AddressNotAllowed,
    AnswerNotUnderstood,
    NetworkError,
    OutcomeUnknown,
    SignInNeeded,
)
from cmstation.domain.networks import Journal, Json
from cmstation.networks.answers import Answer
from cmstation.networks.journal_log import NO_JOURNAL, target_of
from cmstation.networks.places import allowed, is_loopback, same_place

if TYPE_CHECKING:
    from requests import PreparedRequest, Response

    from cmstation.networks.wire import Trace, Wire

MOST_BYTES = 8_000_000
MOST_REDIRECTS = 5
READ_TRIES = 2
_PIECE = 16_384


@dataclass(frozen=True, slots=True)
class Waits:
    """How long to wait, in seconds: to connect, for the next byte of an answer, for the whole call."""

    connect: float = 10
    read: float = 30
    whole: float = 120


READING = Waits()
WRITING = Waits(read=60, whole=300)
SENDING = Waits(read=90, whole=180)


class Body(TypedDict, total=False):
    """What a call carries; at most one of json, form, files, content (form and files go together).

    Args:
        params: query, values may be lists.
        json: anything JSON, sent as plain ASCII.
        form: url-encoded fields, values may be lists.
        files: part name → (file name, bytes, MIME type).
        content: a raw body; give its Content-Type in headers.
        secrets: words in the body that must never show, for instance a password; those in the
            Authorization header are known already.
    """

    params: Mapping[str, str | Sequence[str]]
    headers: Mapping[str, str]
    json: Json
    form: Mapping[str, str | Sequence[str]]
    files: Mapping[str, tuple[str, bytes, str]]
    content: bytes
    secrets: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Call:
    """One call on its way."""

    method: str
    url: str = field(repr=False)
    body: Body = field(repr=False)
    step: str
    journal: Journal
    waits: Waits
    write: bool
    limit: int = MOST_BYTES


class Session:
    """Call networks; safe to share between accounts, since it keeps nothing of one for another.

    Only reads are repeated by it, and only when the line failed. Every call is reported to the journal.

    Raises, in all calls:
        AddressNotAllowed: the address is neither https nor on this computer.
        NotSent, Offline: nothing left, or a read failed: free to try again.
        OutcomeUnknown: a write left and no whole answer came back.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        reading: Waits = READING,
        writing: Waits = WRITING,
        sending: Waits = SENDING,
    ) -> None:
        self._clock = clock or SystemClock()
        self._reading = reading
        self._writing = writing
        self._sending = sending
        self._kept: Wire | None = None

    def get(
        self,
        url: str,
        *,
        step: str,
        journal: Journal = NO_JOURNAL,
        limit: int = MOST_BYTES,
        method: Literal["GET", "OPTIONS"] = "GET",
        **body: Unpack[Body],
    ) -> Answer:
        """Read an address; follows redirects that stay safe, and never carries a secret to another host."""
        call = _Call(method, url, body, step, journal, self._reading, write=False, limit=limit)
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._read(call)
            location = answer.header("Location") if answer.status in (301, 302, 303, 307, 308) else ""
            if not location:
                return answer
            call = _follow(call, urljoin(answer.url, location))
        raise AnswerNotUnderstood(code="too_many_redirects", target=target_of(method, url))

    def write(
        self, method: str, url: str, *, step: str, journal: Journal = NO_JOURNAL, **body: Unpack[Body]
    ) -> Answer:
        """Change something that the public does not see yet: once, without following redirects."""
        return self._exchange_afresh(_Call(method, url, body, step, journal, self._writing, write=True))

    def send_once(
        self, method: str, url: str, *, step: str, journal: Journal, **body: Unpack[Body]
    ) -> Answer:
        """Make the irreversible call: on a new connection, with a long wait for its answer."""
        return self._exchange_afresh(_Call(method, url, body, step, journal, self._sending, write=True))

    def close(self) -> None:
        """Close the connections that were kept for reading."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    def _read(self, call: _Call) -> Answer:
        from cmstation.networks.wire import Wire  # noqa: PLC0415  (requests is imported after the first paint)

        if self._kept is None:
            self._kept = Wire()
        for tries_left in reversed(range(READ_TRIES)):
            try:
                return self._exchange(call, self._kept)
            except NetworkError as failure:
                if not tries_left or failure.code not in _WORTH_REPEATING:
                    raise
        raise AssertionError  # the last try returns or raises

    def _exchange_afresh(self, call: _Call) -> Answer:
        """Use a new connection: a kept one may be dead already, and would leave a needless doubt."""
        from cmstation.networks.wire import Wire  # noqa: PLC0415

        wire = Wire()
        try:
            return self._exchange(call, wire)
        finally:
            wire.close()

    def _exchange(self, call: _Call, wire: "Wire") -> Answer:
        """Make one call, report it to the journal, return the answer or raise one of our errors."""
        allowed(call.url)
        request = _prepared(call)
        target = target_of(call.method, request.url or call.url)
        secrets = _secrets_of(call.body)
        began = perf_counter()
        outcome = _speak(wire, request, call, target)
        took = timedelta(seconds=perf_counter() - began)
        # Raised out here, so that no foreign exception, with addresses in its text, hangs on ours.
        if isinstance(outcome, NetworkError):
            call.journal.called(call.step, target, None, took, outcome.code)
            raise outcome
        status, headers, content, url = outcome
        call.journal.called(call.step, target, status, took, "answered")
        return Answer(
            call.method, url, target, status, headers, content, self._clock.now(), call.write, secrets
        )


_WORTH_REPEATING = frozenset({"cut", "connect_timeout", "unreachable"})

_Heard = tuple[int, Mapping[str, str], bytes, str]


def _speak(wire: "Wire", request: "PreparedRequest", call: _Call, target: str) -> "_Heard | NetworkError":
    """Send a request and hear the whole answer, or return the error that its failure means."""
    from requests.exceptions import RequestException  # noqa: PLC0415
    from urllib3.exceptions import HTTPError  # noqa: PLC0415

    from cmstation.networks.failures import failure_of  # noqa: PLC0415
    from cmstation.networks.wire import new_trace  # noqa: PLC0415

    trace = new_trace()
    alarm = Timer(call.waits.whole, trace.cut)
    alarm.daemon = True
    alarm.start()
    try:
        response = wire.send(
            request,
            stream=True,
            timeout=(call.waits.connect, call.waits.read),
            proxies=_proxies(request.url or ""),
        )
        try:
            return _heard(response, call, trace, target)
        finally:
            response.close()
    except (RequestException, HTTPError, OSError) as trouble:
        return failure_of(trouble, trace, target, write=call.write)
    finally:
        alarm.cancel()


def _heard(response: "Response", call: _Call, trace: "Trace", target: str) -> "_Heard | NetworkError":
    pieces: list[bytes] = []
    length = 0
    for piece in response.iter_content(_PIECE):
        length += len(piece)
        if length > call.limit:
            kind = OutcomeUnknown if call.write else AnswerNotUnderstood
            return kind(status=response.status_code, code="too_long", target=target)
        pieces.append(piece)
    if trace.overdue:
        raise TimeoutError
    headers = {name.lower(): value for name, value in response.headers.items()}
    return response.status_code, headers, b"".join(pieces), response.url


def _prepared(call: _Call) -> "PreparedRequest":
    from requests import Request  # noqa: PLC0415
    from requests.exceptions import RequestException  # noqa: PLC0415

    body = call.body
    headers = {
        "User-Agent": f"CM Station/{__version__}",
        "Accept": "application/json",
        **body.get("headers", {}),
    }
    if not all(value.isascii() and value.isprintable() for value in headers.values()):
        raise SignInNeeded(code="unusable_secret")  # nothing else in a header comes from outside
    content: object = _sayable(body["form"]) if "form" in body else body.get("content")
    if "json" in body:
        headers["Content-Type"] = "application/json"
        content = json_text.dumps(body["json"], separators=(",", ":")).encode("ascii")
    try:
        request = Request(
            call.method,
            call.url,
            params=_sayable(body.get("params", {})),  # type: ignore[arg-type]
            headers=headers,
            data=content,  # type: ignore[arg-type]
            files=body.get("files"),  # type: ignore[arg-type]
        ).prepare()
    except (RequestException, UnicodeError):
        request = None
    if request is None:
        raise AddressNotAllowed(address=urlsplit(call.url).hostname or "")
    return request


def _sayable(
    fields: Mapping[str, str | Sequence[str]],
) -> dict[str, str | list[str]]:
    """Replace halves of characters, which cannot be written as bytes."""

    def whole(text: str) -> str:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    return {
        name: whole(value) if isinstance(value, str) else [whole(one) for one in value]
        for name, value in fields.items()
    }


def _proxies(url: str) -> dict[str, str]:
    """Return the computer's proxies for an address; what is on this computer never needs one."""
    from requests.utils import get_environ_proxies  # noqa: PLC0415

    return {} if is_loopback(urlsplit(url).hostname or "") else dict(get_environ_proxies(url))


def _follow(call: _Call, url: str) -> _Call:
    """Return the same read at the place a redirect names; another host learns nothing of ours."""
    here, there = urlsplit(call.url), urlsplit(url)
    if is_loopback(there.hostname or "") and not is_loopback(here.hostname or ""):
        raise AddressNotAllowed(address=there.hostname or "")
    body: Body = {}
    if same_place(call.url, url):
        body = {"headers": call.body.get("headers", {}), "secrets": call.body.get("secrets", ())}
    else:
        accept = {k: v for k, v in call.body.get("headers", {}).items() if k.lower().startswith("accept")}
        body = {"headers": accept}
    return _Call(call.method, url, body, call.step, call.journal, call.waits, write=False, limit=call.limit)


def _secrets_of(body: Body) -> tuple[str, ...]:
    """List every form in which a server could repeat our secrets."""
    found = list(body.get("secrets", ()))
    for name, value in body.get("headers", {}).items():
        if name.lower() not in ("authorization", "cookie"):
            continue
        kind, _, word = value.partition(" ")
        found += [value, word]
        if kind.lower() == "basic":
            try:
                login = base64.b64decode(word, validate=True).decode("utf-8", "replace")
            except binascii.Error:
                continue
            password = login.partition(":")[2]
            found += [login, password, password.replace(" ", ""), unquote(password)]
    return tuple(word for word in found if len(word) >= 4)
