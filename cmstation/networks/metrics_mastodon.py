"""Reads what Mastodon and its relatives count of an account and of its statuses."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.errors import AddressNotFound
from cmstation.domain.metrics import Metric
from cmstation.domain.metrics_networks import DayReading, Reading, RemotePost
from cmstation.domain.networks import Json
from cmstation.networks.answers import as_mapping, as_rows, content_of, field_of
from cmstation.networks.journal_log import NO_JOURNAL
from cmstation.networks.mastodon_calls import DIALECT, MastodonCalls
from cmstation.networks.mastodon_instance import Software, software_named, software_of
from cmstation.networks.metrics_counts import as_far_as_told, asked_posts, count_in, readings

if TYPE_CHECKING:
    from cmstation.networks.session import Session

# The server refuses a longer list.
MOST_STATUSES: Final = 20
_STATUSES: Final = "/api/v1/statuses"
_LISTING: Final = frozenset({"mastodon", "hometown", "glitch"})
_LISTING_SINCE: Final = (4, 3)
_IDENTITY: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class MastodonMetrics:
    """The figures of one account (`domain/metrics_networks.py`: MetricsReader).

    Args:
        account: `software`, when a check has filled it, saves asking again.
        secret: part access (the token).
    """

    most_posts = MOST_STATUSES

    def __init__(self, session: "Session", account: Account, secret: Secret) -> None:
        self._calls = MastodonCalls(session, account, secret)
        self._software = software_named(account.software) if account.software else None
        self._signed_in = False

    def account(self) -> tuple[Reading, ...]:
        """Return followers and statuses."""
        answer = self._calls.read("/api/v1/accounts/verify_credentials", step="account", journal=NO_JOURNAL)
        content = as_mapping(content_of(answer, DIALECT), answer)
        field_of(content, "id", str, answer)
        self._signed_in = True
        return account_readings(content)

    def posts(self, remote_ids: Sequence[str]) -> Mapping[str, RemotePost]:
        """Return what statuses count; all at once where the server can, else one by one.

        When the server asks to wait in the middle, what it has told is returned; the next call raises.
        """
        asked = asked_posts(remote_ids, _IDENTITY.fullmatch, MOST_STATUSES)
        found: dict[str, RemotePost] = {}
        with as_far_as_told(found):
            if len(asked) > 1 and _lists_statuses(self._told_software()):
                found |= self._listed(asked)
            for identity in asked:
                if identity not in found:
                    found[identity] = self._single(identity)
        return found

    def days(self, first: date, last: date) -> tuple[DayReading, ...]:
        """Return nothing: the network tells no days."""
        return ()

    def _listed(self, identities: Iterable[str]) -> dict[str, RemotePost]:
        """Ask for all at once; those that the account may not see, or that are gone, are left out."""
        wanted = tuple(identities)
        answer = self._calls.read(_STATUSES, step="statuses", journal=NO_JOURNAL, params={"id[]": wanted})
        rows = as_rows(content_of(answer, DIALECT), answer)
        told = {str(row.get("id", "")): row for row in rows}
        return {one: RemotePost(one, _status_readings(told[one])) for one in wanted if one in told}

    def _single(self, identity: str) -> RemotePost:
        try:
            answer = self._calls.read(
                f"{_STATUSES}/{quote(identity, safe='')}", step="status", journal=NO_JOURNAL
            )
            content = as_mapping(content_of(answer, DIALECT), answer)
        except AddressNotFound:
            # A server that no longer knows the account would call everything gone.
            if not self._signed_in:
                self.account()
            return RemotePost(identity, gone=True)
        field_of(content, "id", str, answer)
        return RemotePost(identity, _status_readings(content))

    def _told_software(self) -> Software:
        if self._software is None:
            self._software = software_of(self._calls, NO_JOURNAL)
        return self._software


def account_readings(content: Mapping[str, Json]) -> tuple[Reading, ...]:
    """Read the figures of an account's description."""
    followers = count_in(content, "followers_count")
    pleroma = content.get("pleroma")
    if isinstance(pleroma, Mapping) and pleroma.get("hide_followers_count") is True and not followers:
        followers = None  # Pleroma writes 0 for a number that its owner hides
    return readings(
        "mastodon.account",
        {Metric.FOLLOWERS: followers, Metric.POSTS: count_in(content, "statuses_count")},
    )


def _status_readings(content: Mapping[str, Json]) -> tuple[Reading, ...]:
    return readings(
        "mastodon.post",
        {
            Metric.REACTIONS: count_in(content, "favourites_count"),
            Metric.SHARES: count_in(content, "reblogs_count"),
            Metric.COMMENTS: count_in(content, "replies_count"),
        },
    )


def _lists_statuses(software: Software) -> bool:
    """Tell whether the server gives several statuses in one answer."""
    version = re.match(r"(\d{1,4})\.(\d{1,4})", software.version)
    if version is None or software.name not in _LISTING:
        return False
    return (int(version[1]), int(version[2])) >= _LISTING_SINCE
