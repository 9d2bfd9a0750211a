"""The public page of an account, where a person can see whether a post is there."""

from urllib.parse import quote

from cmstation.domain.accounts import Account
from cmstation.domain.network_rules import rules_for
from cmstation.domain.networks import Network, Way


def profile_page(account: Account) -> str:
    """Return the address to look at, "" when none is known."""
    if account.way is Way.ASSISTED:
        return account.address or rules_for(account).publish_page
    name = account.handle.strip().removeprefix("@")
    if account.network is Network.BLUESKY and name:
        # The address of the account is its server, which shows no profiles.
        return f"https://bsky.app/profile/{quote(name)}"
    if account.network is Network.MASTODON and name and account.address:
        return f"{account.address.rstrip('/')}/@{quote(name.partition('@')[0])}"
    return account.address
