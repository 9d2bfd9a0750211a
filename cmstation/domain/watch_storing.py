"""How items arrive in the station: what tells them apart, what is asked of rules and of stories. Pure."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Final, Protocol

from cmstation.domain.feeds import ParsedItem
from cmstation.domain.watch import NewItem, SourceState
from cmstation.domain.web_addresses import address_hash

GUID_BYTES: Final = 12
CONTENT_BYTES: Final = 8
NO_ADDRESS: Final = 0
GONE: Final = b""  # in the place of the content: it was cleared away and must not come back


@dataclass(slots=True)
class Arrival:
    """An item with what it is recognised by; not frozen, as the item is not.

    Args:
        guid_hash: as `guid_hash` makes it.
        content_hash: of the entry as the source gave it; as long as it is the same, nothing is stored anew.
    """

    item: NewItem
    guid_hash: bytes
    content_hash: bytes


@dataclass(frozen=True, slots=True)
class Tried:
    """How a try to read a source ended.

    Args:
        title, site: as the source gives them, "" when it does not say.
        address: where it lives for good now, "" when it stays.
    """

    state: SourceState
    title: str = ""
    site: str = ""
    address: str = field(default="", repr=False)


class RuleMatcher(Protocol):
    """A rule of a list, made ready (`watch_rules.Matcher` is one)."""

    def matches_folded(self, source: int, folded: str) -> bool:
        """Tell whether the list shows an item, by its words as `NewItem.folded` has them."""
        ...


class StoryGrouper(Protocol):
    """Finds the story that an item tells again; used by one thread at a time."""

    def story_of(self, item: NewItem, moment: datetime) -> int | None:
        """Return a story told before, None when this is the first to tell it."""
        ...

    def told(self, item: NewItem, moment: datetime, story: int) -> None:
        """Remember that an item tells a story."""
        ...

    def forget(self, story: int) -> None:
        """Forget a story that is not stored, or no longer."""
        ...


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing did.

    Args:
        new, changed: identities of items.
        stories: those that are new or changed.
        unchanged: how many were there already, or had been cleared away.
        refused: how many could not be stored; the others were.
    """

    new: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    stories: frozenset[int] = frozenset()
    unchanged: int = 0
    refused: int = 0

    def __add__(self, other: "Stored") -> "Stored":
        """Return what both did."""
        return Stored(
            self.new + other.new,
            self.changed + other.changed,
            self.stories | other.stories,
            self.unchanged + other.unchanged,
            self.refused + other.refused,
        )


def guid_hash(guid: str) -> bytes:
    """Return what tells an entry apart within its source."""
    return blake2b(_bytes(guid), digest_size=GUID_BYTES).digest()


def address_of(canonical: str) -> int:
    """Return a number, 64 bits signed, for the address of an article; a home page has none."""
    host, *path = canonical.removeprefix("https://").split("/", 1)
    if not host or not (path or "?" in host):
        return NO_ADDRESS
    return address_hash(canonical)


def entry_hash(entry: ParsedItem) -> bytes:
    """Return what changes with the words of an entry.

    Its date does not count: many feeds give the moment at which they were asked.
    """
    return _content_hash(entry.title, entry.link, entry.summary, entry.author, entry.media, entry.origin)


def arrival(item: NewItem) -> Arrival:
    """Make an item ready that no feed gave: typed, pasted, or made here."""
    content = _content_hash(item.title, item.link, item.html, item.author, item.media, item.origin)
    return Arrival(item, guid_hash(item.guid), content)


def _content_hash(*parts: str) -> bytes:
    return blake2b(_bytes("\x1f".join(parts)), digest_size=CONTENT_BYTES).digest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
