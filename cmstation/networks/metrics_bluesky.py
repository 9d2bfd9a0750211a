"""Reads what Bluesky counts of an account and of its posts."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.errors import NetworkError
from cmstation.domain.metrics import Metric
from cmstation.domain.metrics_networks import DayReading, Reading, RemotePost
from cmstation.domain.networks import Json
from cmstation.networks.bluesky_calls import BlueskyCalls, Keep
from cmstation.networks.journal_log import NO_JOURNAL
from cmstation.networks.metrics_counts import MOST, as_far_as_told, asked_posts, count_in, readings

if TYPE_CHECKING:
    from cmstation.networks.session import Session

# The network's own bound.
MOST_POSTS: Final = 25
_ADDRESS: Final = re.compile(
    r"at://(did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,256})/(app\.bsky\.feed\.post)/([\w.~:-]{1,512})"
)
# How a server says that it keeps records, and counts nothing.
_COUNTS_NOTHING: Final = frozenset({"MethodNotImplemented", "XRPCNotSupported", "InvalidServiceConfig"})
_NO_SERVICE: Final = "no service configured"


class BlueskyMetrics:
    """The figures of one account (`domain/metrics_networks.py`: MetricsReader).

    The account's own server keeps records only; it passes the questions on to the one that counts.

    Args:
        secret: parts password (an app password) and, once signed in, access, refresh, did, handle, pds.
        keep: receives the secret with renewed tokens.
    """

    most_posts = MOST_POSTS

    def __init__(self, session: "Session", account: Account, secret: Secret, keep: Keep) -> None:
        self._calls = BlueskyCalls(session, account, secret, keep)

    def account(self) -> tuple[Reading, ...]:
        """Return followers and posts."""
        self._calls.ensure_signed_in(NO_JOURNAL)
        return profile_readings(self._ask("app.bsky.actor.getProfile", {"actor": self._calls.did}))

    def posts(self, remote_ids: Sequence[str]) -> Mapping[str, RemotePost]:
        """Return what posts count; gone are those that the account's own server no longer keeps.

        When the server asks to wait in the middle, what it has told is returned; the next call raises.

        Args:
            remote_ids: AT addresses; anything else is left out.
        """
        asked = asked_posts(remote_ids, _ADDRESS.fullmatch, MOST_POSTS)
        if not asked:
            return {}
        self._calls.ensure_signed_in(NO_JOURNAL)
        found = self._counted(asked)
        with as_far_as_told(found):
            for address in asked:
                if address not in found and self._is_gone(address):
                    found[address] = RemotePost(address, gone=True)
        return found

    def days(self, first: date, last: date) -> tuple[DayReading, ...]:
        """Return nothing: the network tells no days."""
        return ()

    def _counted(self, addresses: Sequence[str]) -> dict[str, RemotePost]:
        told = self._ask("app.bsky.feed.getPosts", {"uris": addresses}).get("posts")
        rows = told if isinstance(told, Sequence) and not isinstance(told, str) else ()
        found: dict[str, RemotePost] = {}
        for row in rows:
            address = row.get("uri") if isinstance(row, Mapping) else None
            if isinstance(address, str) and address in addresses:
                found[address] = RemotePost(address, _post_readings(row))
        return found

    def _is_gone(self, address: str) -> bool:
        """Ask the account's own server whether it keeps a post; only it knows, and only of its own."""
        place = _ADDRESS.fullmatch(address)
        if place is None or place[1] != self._calls.did:
            return False
        record = {"repo": place[1], "collection": place[2], "rkey": place[3]}
        try:
            self._calls.query("com.atproto.repo.getRecord", record, step="record", journal=NO_JOURNAL)
        except NetworkError as refusal:
            if refusal.code != "RecordNotFound":
                raise
            return True
        return False

    def _ask(self, name: str, params: Mapping[str, str | Sequence[str]]) -> Mapping[str, Json]:
        """Ask what is counted; nothing comes back from a server that says that it counts nothing."""
        query = f"{name}?{urlencode(params, doseq=True)}"
        try:
            return self._calls.signed_query(query, {}, step="metrics", journal=NO_JOURNAL)
        except NetworkError as refusal:
            if refusal.code in _COUNTS_NOTHING or _NO_SERVICE in refusal.detail.lower():
                return {}
            raise


def profile_readings(content: Mapping[str, Json]) -> tuple[Reading, ...]:
    """Read the figures of a profile."""
    return readings(
        "bluesky.account",
        {
            Metric.FOLLOWERS: count_in(content, "followersCount"),
            Metric.POSTS: count_in(content, "postsCount"),
        },
    )


def _post_readings(content: Json) -> tuple[Reading, ...]:
    return readings(
        "bluesky.post",
        {
            Metric.REACTIONS: count_in(content, "likeCount"),
            Metric.SHARES: _sum(count_in(content, "repostCount"), count_in(content, "quoteCount")),
            Metric.COMMENTS: count_in(content, "replyCount"),
            Metric.SAVES: count_in(content, "bookmarkCount"),
        },
    )


def _sum(one: int | None, other: int | None) -> int | None:
    """Add two figures; without one of them nobody knows the sum."""
    if one is None or other is None:
        return None
    return one + other if one + other <= MOST else None
