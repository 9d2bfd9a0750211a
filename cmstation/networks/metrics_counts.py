"""Reads figures out of answers without trusting them, and keeps within what a server allows."""

import re
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Final, Literal, Unpack
from urllib.parse import urlsplit

from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.errors import RateLimited
from cmstation.domain.metrics import Metric
from cmstation.domain.metrics_networks import Reading, RemotePost
from cmstation.domain.networks import Journal, Json
from cmstation.networks.answers import Answer, retry_at, within
from cmstation.networks.journal_log import NO_JOURNAL
from cmstation.networks.session import MOST_BYTES, READING, Body, Session, Waits

# More than a network can ever count: a server that says so counts something else.
MOST: Final = 10**12
# A tenth of what a server allows stays for what the clinic itself does at that moment.
_KEPT_BACK: Final = 10
_NUMBER: Final = re.compile(r"\s*(\d{1,12})(?![\d.])")


def count_in(content: Json, *names: str) -> int | None:
    """Return a figure of an answer; None for whatever is no figure."""
    value = within(content, *names)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= MOST else None


def header_count(answer: Answer, name: str) -> int | None:
    """Return a figure of a header; None for whatever is no figure."""
    value = answer.header(name).strip()
    return int(value) if re.fullmatch(r"[0-9]{1,13}", value) and int(value) <= MOST else None


def readings(scope: str, told: Mapping[Metric, int | None]) -> tuple[Reading, ...]:
    """Make readings of the figures that were told.

    Args:
        scope: the beginning of their definitions' keys, such as "mastodon.post".
    """
    return tuple(
        Reading(metric, value, f"{scope}.{metric.value}")
        for metric, value in told.items()
        if value is not None
    )


def asked_posts(remote_ids: Sequence[str], is_one: Callable[[str], object], most: int) -> list[str]:
    """Return the posts to ask for: each once, as many as one question may name.

    Args:
        is_one: tells whether a network can have a post of that name; the others are left out.
    """
    return [one for one in dict.fromkeys(remote_ids) if is_one(one)][:most]


@contextmanager
def as_far_as_told(found: Mapping[str, RemotePost]) -> Generator[None]:
    """End early with what was found when the server asks to wait; with nothing found, that is raised.

    Whoever goes on asking hears of the wait at the next call.
    """
    try:
        yield
    except RateLimited:
        if not found:
            raise


class PacedSession(Session):
    """Reads like any session, and stops by itself before the last tenth of what a server allows.

    Raises, besides what a session raises:
        RateLimited: before anything is asked; the server said earlier that it wants no more until then.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        reading: Waits = READING,
    ) -> None:
        super().__init__(clock, reading=reading)
        self._now = (clock or SystemClock()).now
        # By server: until when nothing is asked, None when it did not say.
        self._resting: dict[str, datetime | None] = {}

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
        """Read an address, unless its server has given nearly all that it gives."""
        place = urlsplit(url).netloc.lower()
        self._wait_for(place)
        answer = super().get(url, step=step, journal=journal, limit=limit, method=method, **body)
        if _nearly_used(answer):
            self._resting[place] = retry_at(answer)
        return answer

    def _wait_for(self, place: str) -> None:
        if place not in self._resting:
            return
        until = self._resting[place]
        if until is None or until > self._now():
            raise RateLimited(retry_at=until, code="nearly_used")
        del self._resting[place]


def _nearly_used(answer: Answer) -> bool:
    """Tell whether the rest that a server still gives is for others."""
    if answer.status == 429:
        return True
    for prefix in ("X-RateLimit", "RateLimit"):
        limit = _NUMBER.match(answer.header(f"{prefix}-Limit"))
        left = _NUMBER.match(answer.header(f"{prefix}-Remaining"))
        if limit and left:
            return int(left[1]) * _KEPT_BACK <= int(limit[1])
    return False
