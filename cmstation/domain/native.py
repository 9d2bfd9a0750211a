"""Which networks keep a post until its hour, and from how far ahead."""

from datetime import datetime, timedelta

from cmstation.domain.accounts import Account
from cmstation.domain.networks import Network, Way

_SHORTEST_WAIT = {
    # WordPress publishes at once what is nearer than a minute.
    Network.WORDPRESS: timedelta(minutes=2),
    # Mastodon refuses less than five minutes.
    Network.MASTODON: timedelta(minutes=6),
}
SETTLE_AFTER = timedelta(minutes=1)
SETTLE_PATIENCE = timedelta(minutes=20)


def can_keep(account: Account, now: datetime, due: datetime) -> bool:
    """Tell whether the account's network can take a post now and publish it at its hour."""
    shortest = _SHORTEST_WAIT.get(account.network)
    if shortest is None or account.way is not Way.DIRECT or not account.native_scheduling:
        return False
    return due - now >= shortest
