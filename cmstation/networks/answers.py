"""Judges what a network answered, once for all adapters: its content, or one of our errors."""

import html
import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TypeVar, cast

from cmstation.domain.errors import (
    AddressNotFound,
    AnswerNotUnderstood,
    ContentRefused,
    DuplicateRefused,
    NetworkError,
    NotSent,
    OutcomeUnknown,
    PaymentNeeded,
    PermissionMissing,
    RateLimited,
    SignInNeeded,
)
from cmstation.domain.networks import Json

LONGEST_DETAIL = 300
LONGEST_WAIT = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from one call.

    Args:
        url: where it came from in the end, after redirects.
        headers: by lower-case name.
        at: when it arrived, aware UTC.
        write: whether the call could change something; decides what an unreadable answer means.
        secrets: what must never be shown, should the server repeat it.
    """

    method: str
    url: str = field(repr=False)
    target: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    at: datetime
    write: bool
    secrets: tuple[str, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The body as text; wrong bytes are replaced."""
        return self.body.decode("utf-8", "replace")

    def header(self, name: str) -> str:
        """Return a header's value, "" when it is absent."""
        return self.headers.get(name.lower(), "")


def _no_code(content: Mapping[str, Json]) -> str:
    return ""


def _usual_detail(content: Mapping[str, Json]) -> str:
    for name in ("error_description", "message", "error"):
        value = content.get(name)
        if isinstance(value, str) and value:
            return value
    return ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one network words a refusal.

    Args:
        code: finds the network's own error code in a parsed answer.
        detail: finds its words for people.
        errors: error of ours by the network's code, stronger than the status.
    """

    code: Callable[[Mapping[str, Json]], str] = _no_code
    detail: Callable[[Mapping[str, Json]], str] = _usual_detail
    errors: Mapping[str, type[NetworkError]] = field(default_factory=dict[str, type[NetworkError]])


def named(name: str) -> Callable[[Mapping[str, Json]], str]:
    """Return a finder of the text under this name, for a dialect."""

    def find(content: Mapping[str, Json]) -> str:
        value = content.get(name)
        return value if isinstance(value, str) else ""

    return find


def content_of(answer: Answer, dialect: Dialect, *, may_be_empty: bool = False) -> Json:
    """Return the parsed content of a good answer.

    Raises:
        NetworkError: one of its kinds, for every other answer.
    """
    if not 200 <= answer.status < 300:
        raise refusal_of(answer, dialect)
    if not answer.body.strip():
        if may_be_empty:
            return None
        raise _unreadable(answer, "empty")
    try:
        return _parsed(answer)
    except ValueError:
        pass
    raise _unreadable(answer, "not_json")


def refusal_of(answer: Answer, dialect: Dialect) -> NetworkError:
    """Return the error that a bad answer (not 2xx) means."""
    status = answer.status
    if status < 400:
        return _misdirected(answer)
    if status == 429:
        return RateLimited(retry_at=retry_at(answer), **_facts(answer, dialect))  # type: ignore[arg-type]
    facts = _facts(answer, dialect)
    known = dialect.errors.get(str(facts["code"]))
    if known is None and (status >= 500 or status == 408):
        return _trouble(answer, facts)
    if _said(answer) is None and status not in _CLEAR_WITHOUT_WORDS:
        # A proxy's or a fire wall's page: it does not tell what became of a write behind it.
        return _unreadable(answer, "not_json")
    kind = known or _BY_STATUS.get(status, NetworkError)
    return kind(**facts)  # type: ignore[arg-type]


def as_mapping(content: Json, answer: Answer) -> Mapping[str, Json]:
    """Return content that must be an object."""
    if isinstance(content, Mapping):
        return content
    raise _unreadable(answer, "unexpected_shape")


def as_rows(content: Json, answer: Answer) -> Sequence[Mapping[str, Json]]:
    """Return content that must be a list of objects; anything else in the list is left out."""
    if isinstance(content, Sequence) and not isinstance(content, str):
        return [row for row in content if isinstance(row, Mapping)]
    raise _unreadable(answer, "unexpected_shape")


Kind = TypeVar("Kind", str, int, bool)


def field_of(content: Mapping[str, Json], name: str, kind: type[Kind], answer: Answer) -> Kind:
    """Return a field that the answer must have."""
    value = content.get(name)
    if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
        return value
    raise _unreadable(answer, f"missing_{name}")


def within(content: Json, *names: str) -> Json:
    """Follow names into nested objects; None where the path ends early."""
    for name in names:
        if not isinstance(content, Mapping):
            return None
        content = content.get(name)
    return content


def retry_at(answer: Answer) -> datetime | None:
    """Tell until when the network asks to wait, by our clock; None when it does not say."""
    for name in ("Retry-After", "X-RateLimit-Reset", "RateLimit-Reset"):
        wait = _wait_in(answer.header(name).strip(), answer)
        if wait is not None:
            return answer.at + min(max(wait, timedelta()), LONGEST_WAIT)
    return None


def clean_detail(text: str, secrets: Sequence[str] = ()) -> str:
    """Return foreign words as one short line: no markup, no control or direction characters, no secret."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, "…")
    text = html.unescape(re.sub(r"<[^<>]*>", " ", text[: LONGEST_DETAIL * 20]))
    text = "".join(" " if unicodedata.category(sign) in _NOT_SHOWN else sign for sign in text)
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_DETAIL else text[: LONGEST_DETAIL - 1].rstrip() + "…"


def _wait_in(value: str, answer: Answer) -> timedelta | None:
    """Read seconds, a unix time, an ISO time or an HTTP date as time from now.

    Times of day are compared with the server's own Date, so that a wrong clock here does not matter.
    """
    if not value:
        return None
    if re.fullmatch(r"\d{1,12}(\.\d+)?", value):
        seconds = float(value)
        if seconds < 100_000_000:
            return timedelta(seconds=seconds)
        return timedelta(seconds=seconds - _server_time(answer).timestamp())
    try:
        return _moment(value) - _server_time(answer)
    except (ValueError, OverflowError):
        return None


def _server_time(answer: Answer) -> datetime:
    try:
        return _moment(answer.header("Date"))
    except (ValueError, OverflowError):
        return answer.at


def _moment(value: str) -> datetime:
    """Read an ISO time or an HTTP date."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = parsedate_to_datetime(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _parsed(answer: Answer) -> Json:
    try:
        # A UTF-8 mark in front of the JSON is common on sites whose theme has one in a file.
        return cast("Json", json.loads(answer.body.decode("utf-8-sig")))
    except RecursionError as trouble:
        raise ValueError("too deep") from trouble


def _said(answer: Answer) -> Mapping[str, Json] | None:
    try:
        content = _parsed(answer)
    except ValueError:
        return None
    return content if isinstance(content, Mapping) else None


def _facts(answer: Answer, dialect: Dialect) -> dict[str, object]:
    said = _said(answer)
    code = dialect.code(said) if said is not None else ""
    words = dialect.detail(said) if said is not None else answer.text
    return {
        "status": answer.status,
        "code": re.sub(r"[^\w.:-]", "", clean_detail(code, answer.secrets), flags=re.ASCII)[:80],
        "detail": clean_detail(words, answer.secrets),
        "target": answer.target,
    }


def _unreadable(answer: Answer, code: str) -> NetworkError:
    kind = OutcomeUnknown if answer.write else AnswerNotUnderstood
    detail = clean_detail(answer.text, answer.secrets)
    return kind(status=answer.status, code=code, detail=detail, target=answer.target)


def _trouble(answer: Answer, facts: Mapping[str, object]) -> NetworkError:
    """The server failed: after a write nobody knows; a read may simply be asked again."""
    if answer.write:
        return OutcomeUnknown(**facts)  # type: ignore[arg-type]
    until = retry_at(answer)
    if until is not None:
        return RateLimited(retry_at=until, **facts)  # type: ignore[arg-type]
    return NotSent(**facts)  # type: ignore[arg-type]


def _misdirected(answer: Answer) -> NetworkError:
    """A redirect of a write: 301, 307 and 308 were not carried out; 302 and 303 may follow the deed."""
    elsewhere = clean_detail(answer.header("Location").split("?")[0])
    if answer.status in (301, 307, 308):
        return AddressNotFound(
            status=answer.status, code="moved", address=elsewhere, target=answer.target, detail=elsewhere
        )
    return _unreadable(answer, "redirected")


_NOT_SHOWN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})

# With these a refusal is certain even when a proxy says it in its own words.
_CLEAR_WITHOUT_WORDS = frozenset({401, 407, 413, 414, 431})

_BY_STATUS: Mapping[int, type[NetworkError]] = {
    400: ContentRefused,
    401: SignInNeeded,
    402: PaymentNeeded,
    403: PermissionMissing,
    404: AddressNotFound,
    407: NotSent,
    409: DuplicateRefused,
    410: AddressNotFound,
    413: ContentRefused,
    414: ContentRefused,
    415: ContentRefused,
    422: ContentRefused,
    425: NotSent,
    431: ContentRefused,
}
