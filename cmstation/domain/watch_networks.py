"""What the watch asks of the networks: to read a source, to find one, to clean what came."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from cmstation.domain.errors import StationError
from cmstation.domain.feeds import FeedHead, ParsedFeed, ParsedItem
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_storing import Arrival


class SourceUnread(StationError):
    """A source could not be read (facts: trouble, detail).

    Args:
        detail: a word or a figure to the trouble, such as an HTTP status; never an address.
        retry_at: until when the server asks to be left alone, aware UTC; it speaks for the whole host.
        line: whether the cause may be this computer's own connection.
    """

    def __init__(
        self,
        trouble: SourceTrouble = SourceTrouble.NOT_UNDERSTOOD,
        detail: str = "",
        *,
        retry_at: datetime | None = None,
        line: bool = False,
    ) -> None:
        super().__init__(trouble=trouble.value, detail=detail)
        self.trouble = trouble
        self.detail = detail
        self.retry_at = retry_at
        self.line = line


class FeedEntries(Protocol):
    """The entries of a feed that was read, wherever they are kept (`domain/watch_entries.py` has some)."""

    @property
    def head(self) -> FeedHead:
        """What the feed says of itself."""
        ...

    @property
    def contents(self) -> Mapping[bytes, bytes]:
        """Their content hash by guid hash (`domain/watch_storing.py`)."""
        ...

    @property
    def dates(self) -> Collection[datetime | None]:
        """When they came out."""
        ...

    def arrivals(self, names: Iterable[bytes], source: int, seen_at: datetime) -> tuple[Arrival, ...]:
        """Make these ready to be stored, by their guid hashes; once.

        Raises:
            SourceUnread: they cannot be made ready.
        """
        ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a source answered; neither feed nor entries when nothing is new since it was asked before.

    Args:
        feed: what it says, when the reader has it at hand.
        entries: what it says, when the reader keeps it elsewhere.
        etag, modified, digest, cursor: what to ask with the next time.
        moved_to: where it lives for good now, "" when it stays.
    """

    feed: ParsedFeed | None = None
    entries: FeedEntries | None = None
    etag: str = ""
    modified: str = ""
    digest: bytes = b""
    cursor: str = ""
    moved_to: str = field(default="", repr=False)


class SourceReader(Protocol):
    """Reads the sources of one kind; called by several threads at once."""

    def read(self, source: Source, state: SourceState) -> Fetched:
        """Read a source once, without waiting longer than its limits say.

        Raises:
            SourceUnread: it could not be read.
        """
        ...

    def stop(self) -> None:
        """Break off what is under way, from another thread; what begins later works again."""
        ...

    def close(self) -> None:
        """Let go of kept connections."""
        ...


class Cleaner(Protocol):
    """Makes HTML from outside harmless (the module `networks/clean_html.py` is one)."""

    def clean(self, html: str, base: str = "") -> str:
        """Return HTML in which nothing runs and nothing is loaded; relative links are of `base`."""
        ...

    def text(self, html: str) -> str:
        """Return plain words."""
        ...


@dataclass(frozen=True, slots=True)
class Guess:
    """Where a source may be, told from the shape of an address alone.

    Args:
        address: what `Source.address` would hold.
    """

    kind: SourceKind
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A source that was read just now.

    Args:
        site: the page that people open, "" when unknown.
        items: what it says, as it came.
    """

    kind: SourceKind
    address: str = field(repr=False)
    title: str = ""
    site: str = ""
    items: tuple[ParsedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Missed:
    """A place that was looked at and could not be read."""

    guess: Guess
    trouble: SourceTrouble
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What looking for sources brought, best first."""

    found: tuple[Found, ...] = ()
    missed: tuple[Missed, ...] = ()


class SourceFinder(Protocol):
    """Finds the sources behind what a person typed or pasted."""

    def find(self, typed: str) -> Findings:
        """Look at the address, and at what its page names; only what was really read is found."""
        ...


def sample(items: Sequence[ParsedItem], most: int = 5) -> tuple[ParsedItem, ...]:
    """Return the first few items."""
    return tuple(items[:most])
