"""Addresses of mailbox folders that are watched, and where their passwords are kept. Pure."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread

PORT: Final = 993
PASSWORD: Final = "password"  # noqa: S105 - the name of the part of the secret, not a secret
INBOX: Final = "INBOX"
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class MailboxFolder:
    """A folder of a mailbox.

    Args:
        user: who signs in; may be a mail address.
        folder: as people see it, with the separator of its server.
    """

    host: str
    user: str
    folder: str = INBOX
    port: int = PORT

    @property
    def address(self) -> str:
        """What `Source.address` holds: imaps://user@host/folder, without any password."""
        port = "" if self.port == PORT else f":{self.port}"
        return f"imaps://{quote(self.user, safe='')}@{self.host}{port}/{quote(self.folder, safe='/')}"

    @property
    def secret_name(self) -> str:
        """Under which name the keyring keeps the password: one for all folders of a mailbox."""
        return f"watch-mailbox/{self.user}@{self.host.lower()}:{self.port}"

    @property
    def name(self) -> str:
        """What to call it: the last part of the folder's name."""
        return re.split(r"[/.]", self.folder.rstrip("/."))[-1] or self.folder


def mailbox_folder(address: str) -> MailboxFolder:
    """Take an address apart.

    Raises:
        SourceUnread: it is no such address (UNSAFE_ADDRESS; detail "address"), or it holds a password, which
            must be in the keyring alone (detail "password").
    """
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port or PORT
    except ValueError:
        raise SourceUnread(SourceTrouble.UNSAFE_ADDRESS, "address") from None
    if parts.password is not None:
        raise SourceUnread(SourceTrouble.UNSAFE_ADDRESS, "password")
    user, folder = unquote(parts.username or ""), unquote(parts.path).strip("/") or INBOX
    fits = parts.scheme == "imaps" and _HOST.fullmatch(host) and not parts.query and not parts.fragment
    if not fits or not _plain(user) or not _plain(folder):
        raise SourceUnread(SourceTrouble.UNSAFE_ADDRESS, "address")
    return MailboxFolder(host, user, folder, port)


def _plain(words: str) -> bool:
    """Tell whether words can be sent to a server: nothing that ends a line."""
    return 0 < len(words) <= _LONGEST and words.isprintable()
