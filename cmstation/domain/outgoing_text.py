"""The text exactly as an account publishes it, with the link where the network shows no card."""

import re

from cmstation.domain.accounts import Account
from cmstation.domain.drafts import Draft
from cmstation.domain.networks import Network

# These put the link in its own place (a card, a field, the article's foot), not in the text.
_LINK_APART = frozenset({Network.BLUESKY, Network.WORDPRESS, Network.SCOOPIT, Network.GOOGLE_BUSINESS})
# What may follow an address in a sentence: closing signs, then white space or the end.
_ADDRESS_ENDS = r"[^\w\s/#?&=%~+@-]*(?:\s|$)"


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
    if not link or _says(text, link) or carries_link_apart(account, pictures=len(draft.attachments)):
        return text
    if not text.strip():
        return link
    return f"{text.rstrip()}\n\n{link}"


def _says(text: str, link: str) -> bool:
    """Tell whether a text holds this very address, not only a longer one that begins like it."""
    return link in text and re.search(re.escape(link) + _ADDRESS_ENDS, text) is not None
