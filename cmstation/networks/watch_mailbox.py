"""Reads a folder of a mailbox for its newsletters; never changes anything there."""

import imaplib
import logging
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import SecretsLocked, StationError
from cmstation.domain.feeds import FeedFormat, ParsedFeed, ParsedItem
from cmstation.domain.watch import Source, SourceState, SourceTrouble
from cmstation.domain.watch_mailboxes import PASSWORD, MailboxFolder, mailbox_folder
from cmstation.domain.watch_networks import Fetched, SourceUnread
from cmstation.networks.failures import failure_of
from cmstation.networks.feed_wire import Call, Deadlines, trusting_context
from cmstation.networks.watch_mailbox_letters import letter_item
from cmstation.networks.watch_mailbox_line import (
    Letter,
    MailboxLimits,
    MailboxLine,
    NoFolder,
    NotNow,
    TooMuch,
    is_transient,
)
from cmstation.networks.watch_mailbox_names import folder_names

log = logging.getLogger(__name__)
_CURSOR = re.compile(r"([0-9]{1,10}):([0-9]{1,10})")
_LINE = frozenset({"offline", "name_not_found", "unreachable", "connect_timeout"})
_TROUBLES = {
    "offline": SourceTrouble.OFFLINE,
    "connect_timeout": SourceTrouble.TIMED_OUT,
    "read_timeout": SourceTrouble.TIMED_OUT,
}
_PLAIN: dict[type[Exception], tuple[SourceTrouble, str]] = {
    NoFolder: (SourceTrouble.GONE, "folder"),
    NotNow: (SourceTrouble.SERVER_TROUBLE, "folder"),
    TooMuch: (SourceTrouble.TOO_LONG, "bytes"),
}
# What a server that speaks nonsense makes of the protocol's own reader.
_NONSENSE = (ValueError, LookupError, TypeError, AttributeError)


class Passwords(Protocol):
    """Where passwords are kept (`services/accounts.py`: SecretStore)."""

    def get(self, name: str) -> Secret | None:
        """Return a secret, or None when none is kept under this name."""
        ...


@dataclass
class _Brought:
    """What one reading brought so far."""

    items: list[ParsedItem] = field(default_factory=list[ParsedItem])
    cursor: str = ""


class MailboxReader:
    """Reads what came since the last time (`domain/watch_networks.py`: SourceReader).

    Args:
        context: gives the certificates that are trusted.
    """

    def __init__(
        self,
        passwords: Passwords,
        *,
        limits: MailboxLimits | None = None,
        context: Callable[[], ssl.SSLContext] = trusting_context,
    ) -> None:
        self._passwords = passwords
        self._limits = limits or MailboxLimits()
        self._make_context = context
        self._context: ssl.SSLContext | None = None
        self._deadlines = Deadlines()
        self._trials = Deadlines()
        self._lock = Lock()

    def read(self, source: Source, state: SourceState) -> Fetched:
        """Read the messages after the last one that was read, oldest first; those that wait come next time.

        What came before the line broke is kept.

        Raises:
            SourceUnread: nothing could be read.
        """
        folder = mailbox_folder(source.address)
        password = self._password(folder)
        brought = _Brought(cursor=state.cursor)
        call = Call()
        number = self._deadlines.begin(call, self._limits.whole)
        try:
            trouble = self._spoken(folder, password, call, lambda line: self._take(line, folder, brought))
        finally:
            self._deadlines.end(number)
        # Raised out here, so that no foreign exception, with a server's words in its text, hangs on ours.
        if trouble is not None and brought.cursor == state.cursor:
            raise trouble
        if not brought.items:
            return Fetched(cursor=brought.cursor)
        return Fetched(ParsedFeed(folder.name, tuple(brought.items), FeedFormat.RSS), cursor=brought.cursor)

    def look_in(self, folder: MailboxFolder, password: Secret) -> None:
        """Sign in and open a folder, only to know that both work.

        Raises:
            SourceUnread: one of them does not.
        """

        def open_it(line: MailboxLine) -> None:
            line.look_into(folder.folder)

        self._tried(folder, password, open_it)

    def folders(self, folder: MailboxFolder, password: Secret) -> tuple[str, ...]:
        """List the folders of a mailbox that can be read; its folder of this name need not exist.

        Raises:
            SourceUnread: nobody could sign in, or the list makes no sense.
        """
        found: list[bytes] = []
        self._tried(folder, password, lambda line: found.extend(line.listed_folders()))
        return folder_names(found)

    def stop_asking(self) -> None:
        """Break off what `look_in` and `folders` have under way; readings go on."""
        self._trials.cut_all()

    def stop(self) -> None:
        """Break off what is under way."""
        self._deadlines.cut_all()
        self._trials.cut_all()

    def close(self) -> None:
        """Keep nothing: each reading has a connection of its own."""

    def _password(self, folder: MailboxFolder) -> str:
        detail = "password"
        try:
            if password := _usable(self._passwords.get(folder.secret_name)):
                return password
        except StationError as closed:
            detail = "locked" if isinstance(closed, SecretsLocked) else "keyring"
        raise SourceUnread(SourceTrouble.SIGN_IN_NEEDED, detail)

    def _trusted(self) -> ssl.SSLContext:
        with self._lock:
            if self._context is None:
                self._context = self._make_context()
            return self._context

    def _tried(self, folder: MailboxFolder, secret: Secret, work: Callable[[MailboxLine], object]) -> None:
        place, password = mailbox_folder(folder.address), _usable(secret)
        if not password:
            raise SourceUnread(SourceTrouble.SIGN_IN_NEEDED, "characters")
        call = Call()
        number = self._trials.begin(call, self._limits.trial)
        try:
            trouble = self._spoken(place, password, call, work)
        finally:
            self._trials.end(number)
        if trouble is not None:
            raise trouble

    def _spoken(
        self, folder: MailboxFolder, password: str, call: Call, work: Callable[[MailboxLine], object]
    ) -> SourceUnread | None:
        try:
            with MailboxLine(folder, self._limits, self._trusted(), call) as line:
                refused = _signed_in(line, folder, password)
                if refused is not None:
                    line.let_go()
                    return refused
                work(line)
                return None
        except (NoFolder, NotNow, TooMuch, imaplib.IMAP4.error, OSError, *_NONSENSE) as trouble:
            return _judged(trouble, call)

    def _take(self, line: MailboxLine, folder: MailboxFolder, brought: _Brought) -> None:
        validity, count = line.look_into(folder.folder)
        known = _CURSOR.fullmatch(brought.cursor)
        if known is not None and int(known[1]) == validity:
            letters = line.after(int(known[2]))[: self._limits.most]
        else:
            # Numbers of another validity mean other messages; those that were read are known by their marks.
            letters = line.newest(count, self._limits.first)
            brought.cursor = brought.cursor if letters else f"{validity}:0"
        for letter in letters:
            if line.left < self._limits.message and brought.items:
                return  # the rest comes the next time
            self._take_one(line, letter, validity, brought)

    def _take_one(self, line: MailboxLine, letter: Letter, validity: int, brought: _Brought) -> None:
        after = f"{validity}:{letter.uid}"
        try:
            raw = line.message(letter.uid)
        except TooMuch:
            # It would be sent just so the next time, and nothing behind it would ever be read.
            log.warning("a message was left out: its server sends more than was asked for")
            brought.cursor = after
            raise
        if raw:
            brought.items.append(letter_item(raw, letter.received))
        brought.cursor = after


def _usable(secret: Secret | None) -> str:
    """Return a password that can be sent to a server, "" when there is none."""
    password = secret.parts.get(PASSWORD, "") if secret is not None else ""
    return password if password.isprintable() else ""


def _signed_in(line: MailboxLine, folder: MailboxFolder, password: str) -> SourceUnread | None:
    try:
        line.sign_in(folder.user, password)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as refused:
        if is_transient(str(refused)):
            return SourceUnread(SourceTrouble.SERVER_TROUBLE, "sign_in")
        return SourceUnread(SourceTrouble.SIGN_IN_NEEDED, "refused")
    except UnicodeError:
        return SourceUnread(SourceTrouble.SIGN_IN_NEEDED, "characters")
    return None


def _judged(trouble: Exception, call: Call) -> SourceUnread:
    """Tell why a reading ended; none of the exception's text is kept."""
    if type(trouble) in _PLAIN:
        return SourceUnread(*_PLAIN[type(trouble)])
    if isinstance(trouble, imaplib.IMAP4.abort):
        trouble = ConnectionResetError()
    elif not isinstance(trouble, OSError):
        return SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "imap")
    if call.overdue:
        return SourceUnread(SourceTrouble.TIMED_OUT, "read_timeout")
    code = failure_of(trouble, call, "", write=False).code
    return SourceUnread(_TROUBLES.get(code, SourceTrouble.NO_ANSWER), code, line=code in _LINE)
