"""Build the rows of a list of posts from what a query found; free of any mapper."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

from cmstation.domain.drafts import DraftRow, PostState
from cmstation.domain.networks import Network

FIRST_WORDS = 140
READ_WORDS = 160  # some of it may be blank space

Chosen: TypeAlias = tuple[tuple[Network, ...], tuple[int, ...]]
Found: TypeAlias = tuple[
    int, str, str, PostState, int | None, int | None, datetime | None, str, str | None, datetime, bool
]


class ChosenAccounts(dict[str | None, Chosen]):
    """Accounts and networks behind a list of identities; few distinct lists, so each is read once.

    Args:
        accounts: identity and network of every account, in the person's order.
    """

    def __init__(self, accounts: Iterable[tuple[int, Network]]) -> None:
        super().__init__()
        self._networks = dict(accounts)
        self._order = {account: place for place, account in enumerate(self._networks)}

    def __missing__(self, joined: str | None) -> Chosen:
        accounts = sorted(map(int, joined.split(",")) if joined else (), key=self._order.__getitem__)
        networks = dict.fromkeys(self._networks[account] for account in accounts)
        self[joined] = chosen = (tuple(networks), tuple(accounts))
        return chosen


def list_row(
    chosen: ChosenAccounts,
    post: int,
    title: str,
    words: str,
    state: PostState,
    theme: int | None,
    campaign: int | None,
    when: datetime | None,
    zone: str,
    joined: str | None,
    changed_at: datetime,
    has_media: bool,
) -> DraftRow:
    """Build one row."""
    networks, accounts = chosen[joined]
    first_words = " ".join(words.split())[:FIRST_WORDS]
    # By position: ten thousand rows are built for one list.
    return DraftRow(
        post,
        title,
        first_words,
        state,
        theme,
        campaign,
        when,
        zone,
        networks,
        accounts,
        changed_at,
        has_media,
    )
