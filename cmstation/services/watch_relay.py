"""Makes the draft that relays an item: title, source and link, in words that fit each account."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.accounts import Account
from cmstation.domain.clock import Clock
from cmstation.domain.drafts import Draft, Version
from cmstation.domain.network_rules import rules_for
from cmstation.domain.outgoing_text import text_as_sent
from cmstation.domain.watch import Item
from cmstation.services.drafts import Drafts
from cmstation.services.library import Library
from cmstation.services.preferences import Preferences
from cmstation.storage.accounts import Accounts
from cmstation.storage.database import Database
from cmstation.storage.labels import Labels
from cmstation.storage.post_fields import VersionFields
from cmstation.storage.posts import Posts

# Posts are in French: these words leave with them, whatever the program's own language.
SOURCE_LINE: Final = "Source\u00a0: {name}"
_PARTS: Final = "\n\n"
_CUT: Final = "…"
_SHORTEST: Final = 20
# No-break spaces are French typography and stay.
_BREAKS: Final = re.compile(r"[ \t\r\n]+")


class Relay:
    """Writes drafts of items.

    Args:
        library: what drafts look pictures up in; an item brings none.
    """

    def __init__(self, library: Library, preferences: Preferences, clock: Clock) -> None:
        self._library = library
        self._preferences = preferences
        self._clock = clock

    def make(self, database: Database, items: Sequence[Item], accounts: Iterable[int]) -> Draft:
        """Write one draft of a story.

        Args:
            database: perhaps a part of a larger transaction.
            items: of the story, the best first.
            accounts: that it is for; without any, all of them.
        """
        best = items[0]
        drafts = self.drafts(database)
        chosen = tuple(dict.fromkeys(accounts)) or None
        title = _one_line(best.title)
        draft = drafts.new(
            title=title, text=base_text(title, source_name(best)), accounts=chosen, link=best.link
        ).value
        draft = drafts.update(draft.id, sources=self._sources(items))
        return self._fitted(drafts, draft)

    def widen(self, database: Database, draft: Draft, accounts: Iterable[int]) -> Draft:
        """Let a draft be for more accounts."""
        more = [account for account in dict.fromkeys(accounts) if account not in draft.accounts]
        if not more:
            return draft
        drafts = self.drafts(database)
        return self._fitted(drafts, drafts.choose_accounts(draft.id, [*draft.accounts, *more]), more)

    def drafts(self, database: Database) -> Drafts:
        """Return the drafts of a database, perhaps within a larger transaction."""
        return Drafts(Posts(database), Accounts(database), Labels(database), self._library, self._clock)

    def _fitted(self, drafts: Drafts, draft: Draft, only: Iterable[int] | None = None) -> Draft:
        """Give their own words to the accounts that the base is too long for; the base stays whole."""
        wanted = None if only is None else frozenset(only)
        for account in drafts.chosen_accounts(draft):
            if wanted is None or account.id in wanted:
                fields = _own_words(draft, account)
                draft = drafts.set_version(draft.id, account.id, **fields) if fields else draft
        return draft

    def _sources(self, items: Sequence[Item]) -> str:
        zone = ZoneInfo(self._preferences.zone())
        return "\n".join(_source_line(item, item.moment.astimezone(zone)) for item in items)


def source_name(item: Item) -> str:
    """Return who published an item: what the source says of it, else the source's own name."""
    return item.origin or item.source_name


def base_text(title: str, name: str) -> str:
    """Return a neutral lead: the title and the source; the officer's own words come between."""
    return _PARTS.join((title, SOURCE_LINE.format(name=name)))


def _own_words(draft: Draft, account: Account) -> VersionFields:
    fields = VersionFields()
    if not _fits(draft, account, draft.text):
        fields["text"] = next(text for text in _shorter(draft) if _fits(draft, account, text) or not text)
    limit = rules_for(account).max_title
    if limit is not None and len(draft.title) > limit:
        fields["title"] = _cut(draft.title, limit)
    return fields


def _fits(draft: Draft, account: Account, text: str) -> bool:
    from cmstation.domain.checks.ready import limits_of  # noqa: PLC0415 (counting imports regex)
    from cmstation.domain.counting.count import count  # noqa: PLC0415

    would = replace(draft, versions=(Version(account.id, text=text),))
    return count(account.network, text_as_sent(would, account), limits_of(account)).fits


def _shorter(draft: Draft) -> Iterator[str]:
    """Yield what says less and less: the title alone first, as the link leads to the source; then nothing."""
    title, source = draft.title, draft.text.removeprefix(draft.title)
    yield title
    for end in (source, ""):
        length = len(title)
        while length > _SHORTEST:
            length = length * 9 // 10
            yield _cut(title, length) + end
    yield ""


def _cut(text: str, most: int) -> str:
    """Cut a text after a whole word, with a sign that says so."""
    if len(text) <= most:
        return text
    room = text[: most - len(_CUT)]
    words, space, _begun = room.rpartition(" ")
    kept = words if space and len(words) > most // 2 else room
    return kept.rstrip(" ,;:.–—-\u00a0\u202f") + _CUT


def _one_line(title: str) -> str:
    return _BREAKS.sub(" ", title).strip()


def _source_line(item: Item, at: datetime) -> str:
    parts = (source_name(item), f"{at:%d/%m/%Y}", item.link)
    return ", ".join(part for part in parts if part)
