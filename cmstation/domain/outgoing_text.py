"""The text exactly as an account publishes it, with the link where the network shows no card."""

from cmstation.domain.accounts import Account
from cmstation.domain.drafts import Draft
from cmstation.domain.networks import Network

# These put the link in its own place (a card, a field, the article's foot), not in the text.
_LINK_APART = frozenset({Network.BLUESKY, Network.WORDPRESS, Network.SCOOPIT, Network.GOOGLE_BUSINESS})


def carries_link_apart(account: Account, *, pictures: int) -> bool:
    """Tell whether the link travels outside the text.

    Bluesky holds either pictures or a link card: with pictures the link goes into the text.
    """
    if account.network is Network.BLUESKY and pictures:
        return False
    return account.network in _LINK_APART


def text_as_sent(draft: Draft, account: Account) -> str:
    """Return the text that leaves, the link appended on its own line unless it is there already."""
    text = draft.text_for(account.id)
    link = draft.link_for(account.id)
    if not link or link in text or carries_link_apart(account, pictures=len(draft.attachments)):
        return text
    if not text.strip():
        return link
    return f"{text.rstrip()}\n\n{link}"
