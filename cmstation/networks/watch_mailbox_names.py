"""Reads the names of a mailbox's folders as IMAP writes them; what cannot be opened again is left out."""

import base64
import binascii
import re
from collections.abc import Iterable
from typing import Final

from cmstation.domain.errors import StationError
from cmstation.domain.watch_mailboxes import INBOX, MailboxFolder, mailbox_folder
from cmstation.networks.watch_mailbox_line import folder_code

MOST: Final = 500
_CODED = re.compile(r"&([A-Za-z0-9+,]*)-")


def folder_names(listed: Iterable[bytes]) -> tuple[str, ...]:
    """Return the names as people see them, the inbox first; bounded, each once."""
    found: dict[str, None] = {}
    for raw in listed:
        name = folder_name(raw)
        if name:
            found[name] = None
        if len(found) >= MOST:
            break
    return tuple(sorted(found, key=lambda name: (name != INBOX, name.casefold(), name)))


def folder_name(raw: bytes) -> str:
    """Return a folder's name, "" when it is none that can be watched."""
    try:
        code = raw.decode("ascii")
        name = INBOX if code.upper() == INBOX else _CODED.sub(_read, code)
        again = mailbox_folder(MailboxFolder("a.example", "a", name).address).folder
    except (ValueError, StationError):
        return ""
    # Only what is written again in the same way leads to the same folder.
    same = again == name and (name == INBOX or folder_code(name) == code)
    return name if same else ""


def _read(coded: re.Match[str]) -> str:
    """Read a run of letters that are not ASCII (RFC 3501, modified UTF-7)."""
    if not coded[1]:
        return "&"
    padded = coded[1].replace(",", "/") + "=" * (-len(coded[1]) % 4)
    try:
        return base64.b64decode(padded, validate=True).decode("utf-16-be")
    except binascii.Error:
        raise ValueError from None
