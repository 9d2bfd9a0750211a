"""The address of a post, as a person pastes it."""

from urllib.parse import urlsplit

from cmstation.domain.errors import StationError


class NotALink(StationError):
    """What was given is not the https address of a post (facts: given)."""


def checked_link(given: str) -> str:
    """Return the address of a post that the person pasted.

    Raises:
        NotALink: it is no https address.
    """
    link = given.strip()
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        raise NotALink(given=link[:200]) from None
    whole = "." in host.strip(".") and not any(sign.isspace() or not sign.isprintable() for sign in link)
    if parts.scheme != "https" or not whole or "@" in parts.netloc:
        raise NotALink(given=link[:200])
    return link
