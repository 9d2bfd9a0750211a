"""Reports calls to a delivery's journal in words that hold no secret."""

from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

from cmstation.domain.networks import Journal


class NoJournal:
    """A journal for calls that belong to no delivery, such as checking an account."""

    def get(self, name: str) -> str | None:
        """Return None: nothing is remembered."""
        return None

    def note(self, name: str, value: str) -> None:
        """Forget the value."""

    def called(self, step: str, target: str, status: int | None, took: timedelta, outcome: str) -> None:
        """Forget the call."""


NO_JOURNAL: Journal = NoJournal()


def target_of(method: str, url: str) -> str:
    """Return "METHOD host/path?names" of a call: no scheme, no user, no query value, no fragment."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    names = "&".join(dict.fromkeys(f"{name}=…" for name, _ in parse_qsl(parts.query, keep_blank_values=True)))
    return f"{method} {host}{port}{parts.path}" + (f"?{names}" if names else "")
