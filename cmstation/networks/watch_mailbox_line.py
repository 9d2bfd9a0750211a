"""Speaks IMAP over TLS with a mailbox, only to read: bounded in time and bytes, whatever the server sends."""

import base64
import contextlib
import imaplib
import re
import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self, cast

from cmstation.domain.watch_mailboxes import MailboxFolder
from cmstation.networks.feed_wire import Call

_LISTED = re.compile(rb"\(.*\bUID ([0-9]{1,10})\b")
_DATED = re.compile(rb'\bINTERNALDATE "([^"]{1,40})"')
_NUMBER = re.compile(rb"[0-9]{1,10}")
_QUOTED = rb'"(?:[^"\\]|\\.){0,2000}"'
_FOLDER = re.compile(
    rb"\(([^()]{0,400})\) +(?:NIL|"
    + _QUOTED
    + rb") +("
    + _QUOTED
    + rb'|\{[0-9]{1,6}\+?\}|[^ "{}()]{1,2000})',
    re.IGNORECASE,
)
_CLOSED = re.compile(rb"\\(?:Noselect|NonExistent)\b", re.IGNORECASE)
_TRANSIENT = re.compile(r"\[(?:UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)\]", re.IGNORECASE)
_PRINTED: Final = range(0x20, 0x7F)


@dataclass(frozen=True, slots=True)
class MailboxLimits:
    """What one reading of a mailbox may cost.

    Args:
        step, whole, trial: seconds for the next bytes of a server, for the whole reading, and for a person
            who waits to see that signing in works.
        message, total: most bytes of one message, whose rest is left out, and of the whole reading.
        names: most bytes of a list of folders.
        first, most: how many messages the first reading, and every later one, takes.
    """

    step: float = 15
    whole: float = 120
    trial: float = 40
    message: int = 1_500_000
    total: int = 25_000_000
    names: int = 500_000
    first: int = 50
    most: int = 100


class TooMuch(Exception):
    """A server sends more than was asked for."""


class NoFolder(Exception):
    """The folder is not there, or may not be opened."""


class NotNow(Exception):
    """The server has trouble of its own, which may be over later."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a folder lists of a message."""

    uid: int
    received: datetime | None = None


class MailboxLine(imaplib.IMAP4):
    """One connection; it opens folders to look at them only, so that nothing is marked as read.

    Args:
        call: cut when the reading takes too long or is stopped.
    """

    def __init__(
        self, folder: MailboxFolder, limits: MailboxLimits, context: ssl.SSLContext, call: Call
    ) -> None:
        self._limits = limits
        self._context = context
        self._call = call
        self._left = limits.total
        self._encrypted: ssl.SSLSocket | None = None
        super().__init__(folder.host, folder.port, timeout=limits.step)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            with contextlib.suppress(self.error, OSError, TooMuch):
                self.logout()
        self.let_go()

    def let_go(self) -> None:
        """Close the line without a word."""
        with contextlib.suppress(OSError):
            self.shutdown()

    def sign_in(self, user: str, password: str) -> None:
        """Sign in; a name and a password with accents need a server that knows AUTH=PLAIN.

        Raises:
            imaplib.IMAP4.error: refused; its text may come from the server and is not to be kept.
        """
        if "AUTH=PLAIN" in self.capabilities:
            self.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())
            return
        self.login(_quoted(user), password)

    def look_into(self, folder: str) -> tuple[int, int]:
        """Open a folder to look at it only; return its validity and how many messages it holds.

        Raises:
            NoFolder, NotNow: it cannot be opened, ever or now.
        """
        kind, answer = self.select(_quoted(folder_code(folder)), readonly=True)
        if kind != "OK":
            raise NotNow if is_transient(str(answer)) else NoFolder
        return _number(self.response("UIDVALIDITY")[1]), _number(answer)

    def listed_folders(self) -> list[bytes]:
        """List the folders that can be opened, named as the server names them; none when it lists none.

        Raises:
            NotNow: the server has trouble of its own.
        """
        self._left = min(self._left, self._limits.names)
        kind, answer = self.list('""', '"*"')
        if kind != "OK":
            if is_transient(str(answer)):
                raise NotNow
            return []
        return [name for name in (_folder_in(line) for line in _listed(answer)) if name]

    def after(self, uid: int) -> list[Letter]:
        """List the messages that came after one, oldest first."""
        letters = self._letters(self.uid("FETCH", f"{uid + 1}:*", "(UID INTERNALDATE)"))
        # "*" is the last message, even when that is an earlier one.
        return [letter for letter in letters if letter.uid > uid]

    def newest(self, count: int, most: int) -> list[Letter]:
        """List the last messages of a folder that holds so many, oldest first."""
        if not count:
            return []
        return self._letters(self.fetch(f"{max(1, count - most + 1)}:*", "(UID INTERNALDATE)"))

    def message(self, uid: int) -> bytes | None:
        """Return a message, or its beginning when it is long; None when it is gone."""
        before = self._left
        self._left = min(self._left, self._limits.message + 100_000)
        left = self._left
        try:
            _, answer = self.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{self._limits.message}>)")
        finally:
            self._left = before - (left - self._left)
        for part in _listed(answer):
            if isinstance(part, tuple):
                body: object = cast("tuple[object, ...]", part)[-1]
                return body if isinstance(body, bytes) else None
        return None

    @property
    def left(self) -> int:
        """How many bytes may still come."""
        return self._left

    def read(self, size: int) -> bytes:
        """Read a piece of an answer.

        Raises:
            TooMuch: it is longer than all that may still come.
        """
        self._spend(size)
        return super().read(size)

    def readline(self) -> bytes:
        """Read a line of an answer.

        Raises:
            TooMuch: more came than may come.
        """
        line: bytes | None = None
        with contextlib.suppress(self.error):
            line = super().readline()
        if line is None:  # a single line is longer than any that makes sense
            raise TooMuch
        self._spend(len(line))
        return line

    def _letters(self, answer: tuple[str, object]) -> list[Letter]:
        kind, lines = answer
        if kind != "OK":
            raise self.error("not listed")
        found: dict[int, Letter] = {}
        for line in _listed(lines):
            if isinstance(line, bytes) and (listed := _LISTED.search(line)):
                uid, dated = int(listed[1]), _DATED.search(line)
                found[uid] = Letter(uid, _received(dated[1].decode("ascii", "replace")) if dated else None)
        return sorted(found.values(), key=lambda letter: letter.uid)

    def _spend(self, size: int) -> None:
        if self._call.overdue:
            raise TimeoutError
        if size > self._left:
            raise TooMuch
        self._left -= size

    def _create_socket(self, timeout: float | None) -> socket.socket:
        """Connect and encrypt; both can be cut from another thread."""
        plain = socket.create_connection((self.host, self.port), timeout)
        try:
            self._call.watch(plain)
            self._call.used = True
            encrypted = self._context.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise
        try:
            self._call.watch(encrypted)
        except BaseException:
            encrypted.close()
            raise
        self._call.written = True
        return encrypted


def is_transient(text: str) -> bool:
    """Tell whether a server's refusal says that it may be over later."""
    return _TRANSIENT.search(text) is not None


def folder_code(name: str) -> str:
    """Write a folder's name as IMAP has it: letters that are not ASCII in a base64 of its own (RFC 3501)."""
    pieces: list[str] = []
    foreign = ""
    for sign in [*name, ""]:
        if sign and ord(sign) not in _PRINTED:
            foreign += sign
            continue
        if foreign:
            code = base64.b64encode(foreign.encode("utf-16-be", "replace")).decode("ascii")
            pieces.append(f"&{code.rstrip('=').replace('/', ',')}-")
            foreign = ""
        pieces.append("&-" if sign == "&" else sign)
    return "".join(pieces)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _folder_in(line: object) -> bytes:
    """Return the name in a line of a list, b"" when it has none or the folder cannot be opened."""
    literal = b""
    if isinstance(line, tuple):  # a name that was sent as counted bytes
        pieces = cast("tuple[object, ...]", line)
        line, literal = pieces[0], pieces[-1] if isinstance(pieces[-1], bytes) else b""
    found = _FOLDER.fullmatch(line.strip()) if isinstance(line, bytes) else None
    if found is None or _CLOSED.search(found[1]):
        return b""
    if found[2].startswith(b"{"):
        return literal
    if found[2].startswith(b'"'):
        return re.sub(rb"\\(.)", rb"\1", found[2][1:-1])
    return found[2]


def _listed(answer: object) -> list[object]:
    return cast("list[object]", answer) if isinstance(answer, list) else []


def _number(answer: object) -> int:
    first = next(iter(_listed(answer)), None)
    return int(first) if isinstance(first, bytes) and _NUMBER.fullmatch(first) else 0


def _received(text: str) -> datetime | None:
    try:
        return datetime.strptime(text.strip(), "%d-%b-%Y %H:%M:%S %z").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
