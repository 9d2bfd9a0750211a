"""The watch: sources, lists, items that tell stories, and what was decided about them. Pure."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum


class SourceKind(StrEnum):
    """Where items come from.

    FEED: anything that gives a feed (RSS, Atom, JSON Feed): pages, Google Alerts, YouTube, Scoop.it, …
    BLUESKY_ACCOUNT, BLUESKY_SEARCH: the public interface of Bluesky; the address is a handle or words.
    PUBMED: a search; the address is PubMed's own query.
    MAILBOX: a folder of a mailbox, for newsletters; the password is in the keyring.
    PAPER: what the person types, pastes, drops or scans; never fetched.
    """

    FEED = "feed"
    BLUESKY_ACCOUNT = "bluesky_account"
    BLUESKY_SEARCH = "bluesky_search"
    PUBMED = "pubmed"
    MAILBOX = "mailbox"
    PAPER = "paper"


class SourceTrouble(StrEnum):
    """Why a source was not read; words are made in `ui/watch/`."""

    OFFLINE = "offline"
    NO_ANSWER = "no_answer"
    TIMED_OUT = "timed_out"
    REFUSED = "refused"
    GONE = "gone"
    SERVER_TROUBLE = "server_trouble"
    ASKED_TO_WAIT = "asked_to_wait"
    NOT_A_FEED = "not_a_feed"
    TOO_LONG = "too_long"
    UNSAFE_ADDRESS = "unsafe_address"
    SIGN_IN_NEEDED = "sign_in_needed"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Source:
    """Something that is watched.

    Args:
        address: what to read; may hold a secret of the person's (a private feed), so it is never logged.
        site: the page that people open, "" when unknown.
        own_title: what the person calls it, "" to use `title`.
        standing: which source of a story is shown first; higher is better, 0 is usual.
        every_minutes: how often the person wants it read at most, None for "as it needs".
        paused: nothing is fetched until the person says so.
    """

    id: int
    kind: SourceKind
    address: str = field(repr=False)
    title: str = ""
    own_title: str = ""
    site: str = ""
    standing: int = 0
    every_minutes: int | None = None
    paused: bool = False

    @property
    def name(self) -> str:
        """What it is called on the screen."""
        return self.own_title or self.title or self.site or self.kind.value


@dataclass(frozen=True, slots=True)
class SourceState:
    """How the reading of a source goes.

    Args:
        tried_at, read_at: the last try, and the last one that succeeded.
        due_at: when it is read again; None for what is never fetched.
        failures: tries in a row that failed.
        trouble: why the last try failed; None after a success. `detail` is a figure or a word to it
            (an HTTP status), never an address.
        interval_minutes: the pace that its items showed.
        etag, modified: what the server gave to ask "anything new?" with.
        digest: of the body that was read last, so that the same one is not read twice.
        cursor: the place where the reading of a mailbox or a search goes on.
    """

    source: int
    tried_at: datetime | None = None
    read_at: datetime | None = None
    due_at: datetime | None = None
    failures: int = 0
    trouble: SourceTrouble | None = None
    detail: str = ""
    interval_minutes: int = 60
    etag: str = ""
    modified: str = ""
    digest: bytes = b""
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class SourceOverview:
    """All sources at a glance.

    Args:
        silent: how many could not be read the last time, paused ones left out.
        read_at: when any of them was read last; None before that.
    """

    sources: int
    silent: int
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class Retention:
    """How long the items of a list stay; starred, noted, decided and reviewed ones always stay.

    Args:
        days: after so many days what was read goes; None keeps everything.
        unread_days: the same for what nobody read.
    """

    days: int | None = 90
    unread_days: int | None = 180


@dataclass(frozen=True, slots=True)
class WatchList:
    """A theme that is watched: its sources and its rule.

    Args:
        rule: as `watch_rules.rule_json` writes it; "" shows everything.
        sources: whose items are looked at, in the person's order.
        folder: path of folders from the top, as OPML has them.
    """

    id: int
    name: str
    position: int = 0
    rule: str = ""
    retention: Retention = field(default_factory=Retention)
    sources: tuple[int, ...] = ()
    folder: tuple[str, ...] = ()


@dataclass(slots=True)
class NewItem:
    """An item as a source gave it, ready to be stored; made by thousands, for that reason alone not frozen.

    Args:
        guid: what tells it apart within its source.
        link: where people read it; `canonical` is what all addresses of the article share.
        published: aware UTC, never later than `seen_at`; None when the source does not say.
        html: cleaned.
        folded: title and plain words as the search and the rules compare them.
        fingerprint: what `stories` compares.
    """

    source: int
    guid: str
    title: str
    link: str
    canonical: str
    published: datetime | None
    seen_at: datetime
    html: str
    folded: str
    fingerprint: bytes = b""
    author: str = ""
    media: str = ""
    origin: str = ""


class DecisionKind(StrEnum):
    """What the person decided about an item in the morning.

    RELAY: drafts were made of it. PHYSICIANS: it waits on the expert board. REVIEW: it goes into the next
    press review. DISMISS: nothing. LATER: it comes back, at its place.
    """

    RELAY = "relay"
    PHYSICIANS = "physicians"
    REVIEW = "review"
    DISMISS = "dismiss"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, when, and by whom.

    Args:
        posts: the drafts that were made of it.
    """

    kind: DecisionKind
    at: datetime
    who: str = ""
    posts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An item as it is read.

    Args:
        story: the group of items that tell the same thing; the identity of its first item.
        archived_html: the whole page, kept only when the person pasted or asked for it; "" otherwise.
    """

    id: int
    source: int
    source_name: str
    title: str
    link: str
    published: datetime | None
    seen_at: datetime
    html: str
    text: str
    story: int
    author: str = ""
    media: str = ""
    origin: str = ""
    read_at: datetime | None = None
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    decision: Decision | None = None

    @property
    def moment(self) -> datetime:
        """When it came out; when it was seen if the source does not say."""
        return self.published or self.seen_at


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story as lists show it: its best item, and how many others tell it.

    Args:
        item: the identity of the best source's item.
        others: names of the other sources, best first, a few of them; `count` counts all items.
        decision: the newest one about any of its items.
    """

    story: int
    item: int
    title: str
    source: int
    source_name: str
    moment: datetime
    others: tuple[str, ...] = ()
    count: int = 1
    unread: bool = True
    starred: bool = False
    tags: tuple[str, ...] = ()
    decision: DecisionKind | None = None


class Reading(StrEnum):
    """Which stories are wanted."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    UNDECIDED = "undecided"
    LATER = "later"
    PHYSICIANS = "physicians"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories to show.

    Args:
        lists: their items; empty for everything.
        source: of one source alone.
        words: every word begins some word of the item, accents and case ignored.
        tag: that a person gave.
        since, until: by the moment of the item, aware, end exclusive.
    """

    lists: frozenset[int] = frozenset()
    source: int | None = None
    reading: Reading = Reading.ALL
    words: str = ""
    tag: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that the person keeps."""

    id: int
    name: str
    wanted: StoryFilter


@dataclass(frozen=True, slots=True)
class Counts:
    """How many unread stories each list has, and those that wait somewhere."""

    unread: dict[int, int] = field(default_factory=dict[int, int])
    unread_in_all: int = 0
    later: int = 0
    physicians: int = 0
    review: int = 0
    starred: int = 0


@dataclass(frozen=True, slots=True)
class Opinion:
    """A request to a physician about an item, and what came of it.

    Args:
        question: what the officer wants to know.
        physician: who is asked, or who answered.
        answer: None while it waits.
        favourable: None while it waits or when the physician did not say.
    """

    id: int
    item: int
    question: str
    asked_at: datetime
    asked_by: str = ""
    physician: str = ""
    answer: str | None = None
    favourable: bool | None = None
    answered_at: datetime | None = None


def sensible_moment(published: datetime | None, seen_at: datetime) -> datetime | None:
    """Return a publication date that can be true: one in the future is the moment it was seen."""
    if published is None:
        return None
    aware = published.astimezone(UTC)
    return min(aware, seen_at)
