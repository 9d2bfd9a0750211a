"""Which server a mail address is probably read from, and what its provider asks for. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class SignInWay(StrEnum):
    """What a mailbox takes for a password."""

    PASSWORD = "password"  # noqa: S105 - a way, not a secret
    APP_PASSWORD = "app_password"  # noqa: S105
    BROWSER_ONLY = "browser_only"
    NO_IMAP = "no_imap"

    @property
    def possible(self) -> bool:
        """Whether a mailbox can be read with a password at all."""
        return self in (SignInWay.PASSWORD, SignInWay.APP_PASSWORD)


@dataclass(frozen=True, slots=True)
class MailHost:
    """A server of mailboxes.

    Args:
        provider: as it calls itself, "" when it is not known.
    """

    host: str
    provider: str = ""
    way: SignInWay = SignInWay.PASSWORD


_GMAIL = MailHost("imap.gmail.com", "Gmail", SignInWay.APP_PASSWORD)
_YAHOO = MailHost("imap.mail.yahoo.com", "Yahoo", SignInWay.APP_PASSWORD)
_ICLOUD = MailHost("imap.mail.me.com", "iCloud", SignInWay.APP_PASSWORD)
_MICROSOFT = MailHost("outlook.office365.com", "Outlook.com", SignInWay.BROWSER_ONLY)
_PROTON = MailHost("", "Proton Mail", SignInWay.NO_IMAP)
_ORANGE = MailHost("imap.orange.fr", "Orange")
_BY_DOMAIN: Final = {
    **dict.fromkeys(("gmail.com", "googlemail.com"), _GMAIL),
    **dict.fromkeys(("yahoo.com", "yahoo.fr", "ymail.com"), _YAHOO),
    **dict.fromkeys(("icloud.com", "me.com", "mac.com"), _ICLOUD),
    **dict.fromkeys(
        ("outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "live.com", "live.fr", "msn.com"),
        _MICROSOFT,
    ),
    **dict.fromkeys(("proton.me", "protonmail.com", "pm.me"), _PROTON),
    **dict.fromkeys(("orange.fr", "wanadoo.fr"), _ORANGE),
    "aol.com": MailHost("imap.aol.com", "AOL", SignInWay.APP_PASSWORD),
    "fastmail.com": MailHost("imap.fastmail.com", "Fastmail", SignInWay.APP_PASSWORD),
    "free.fr": MailHost("imap.free.fr", "Free"),
    "laposte.net": MailHost("imap.laposte.net", "La Poste"),
    "sfr.fr": MailHost("imap.sfr.fr", "SFR"),
}
_BY_HOST: Final = {
    **{one.host: one for one in _BY_DOMAIN.values() if one.host},
    "imap-mail.outlook.com": _MICROSOFT,
    "imap.googlemail.com": _GMAIL,
}
_DOMAIN = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")


def guessed_host(user: str) -> MailHost:
    """Return the server that a mail address is probably read from; without a host when there is no guess."""
    domain = user.rpartition("@")[2].strip().lower() if "@" in user else ""
    if not _DOMAIN.fullmatch(domain):
        return MailHost("")
    return _BY_DOMAIN.get(domain) or MailHost(f"imap.{domain}")


def known_host(host: str) -> MailHost:
    """Return what is known of a server."""
    return _BY_HOST.get(host.strip().lower()) or MailHost(host.strip().lower())
