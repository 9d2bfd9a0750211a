"""The networks, and the small Protocols that an adapter implements as far as its network can."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeAlias

Json: TypeAlias = "str | int | float | bool | None | Sequence[Json] | Mapping[str, Json]"


class Network(StrEnum):
    """A place where the clinic speaks."""

    WORDPRESS = "wordpress"
    MASTODON = "mastodon"
    BLUESKY = "bluesky"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    X = "x"
    LINKEDIN = "linkedin"
    THREADS = "threads"
    YOUTUBE = "youtube"
    TUMBLR = "tumblr"
    SCOOPIT = "scoopit"
    GOOGLE_BUSINESS = "google_business"

    @property
    def proper_name(self) -> str:
        """The name that the network gives itself; a proper noun, the same in every language."""
        return _PROPER_NAMES[self]


class Way(StrEnum):
    """How a post reaches an account."""

    DIRECT = "direct"  # through the network's interface
    ASSISTED = "assisted"  # the person pastes; we prepare everything
    REHEARSAL = "rehearsal"  # nowhere at all


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture as it will leave: already turned, cropped and free of metadata.

    Args:
        data: the bytes of this copy.
        digest: sha256 of `data`, hex; the same input always gives the same copy.
        alt_text: words for people who do not see it; empty only when `decorative`.
    """

    data: bytes = field(repr=False)
    digest: str
    mime: str
    file_name: str
    width: int
    height: int
    alt_text: str
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Everything that one delivery says, frozen; an adapter needs nothing else.

    Args:
        key: idempotency key of the delivery, 32 hex characters, the same for every try.
        created_at: aware UTC; the time a network may print on the post; the same for every try.
        publish_at: aware UTC when the network itself should wait; None publishes at once.
        options: what only this network knows, by name: visibility, spoiler_text, excerpt, slug,
            categories (comma separated), seo_title, seo_description.
        reply_to: the parent's receipt for a first comment, else None.
    """

    key: str
    text: str
    created_at: datetime
    title: str = ""
    link: str = ""
    language: str = "fr"
    tags: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    publish_at: datetime | None = None
    reply_to: "Receipt | None" = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """A post's identity on its network.

    Args:
        remote_id: what the network calls it (an AT URI on Bluesky).
        url: where a person can look at it; "" while it only waits on the network.
        scheduled: True when the network holds it until its hour.
        extra: what a later step needs (a Bluesky cid).
    """

    remote_id: str
    url: str
    scheduled: bool = False
    extra: Mapping[str, str] = field(default_factory=dict[str, str])


class Verdict(StrEnum):
    """What a search for our own post concluded."""

    LIVE = "live"
    NOT_LIVE = "not_live"  # certain, and sending the same payload again cannot make two
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of `Publisher.find`.

    Args:
        receipt: set when the verdict is LIVE.
        evidence: what was looked at, one fact a line, for the person who decides.
    """

    verdict: Verdict
    receipt: Receipt | None = None
    evidence: tuple[str, ...] = ()


class Journal(Protocol):
    """The delivery's memory: each note is committed to disk before `note` returns."""

    def get(self, name: str) -> str | None:
        """Return what an earlier try noted, or None."""
        ...

    def note(self, name: str, value: str) -> None:
        """Keep a value (an upload's id, a draft's id) for the next step and the next try."""
        ...

    def called(self, step: str, target: str, status: int | None, took: timedelta, outcome: str) -> None:
        """Log one call: what was asked of which address, with what result; never a secret."""
        ...


class Publisher(Protocol):
    """Publish on one account, in steps of which only `send` can be seen by the public."""

    def prepare(self, outgoing: Outgoing, journal: Journal) -> Mapping[str, Json]:
        """Do all that creates nothing visible (uploads, a draft); return the exact payload of `send`.

        May be called again after a failure: what the journal knows is not done twice.
        """
        ...

    def send(self, payload: Mapping[str, Json], journal: Journal) -> Receipt:
        """Make the one irreversible call, once.

        Raises:
            NotSent: it certainly did not reach the network.
            OutcomeUnknown: it may be live.
            NetworkError: it was refused (any other kind).
        """
        ...

    def find(self, payload: Mapping[str, Json], journal: Journal, since: datetime) -> Finding:
        """Look on the network for what `send` may have published; read only."""
        ...

    def delete(self, receipt: Receipt, journal: Journal) -> None:
        """Remove the post from the network; removing what is gone already succeeds."""
        ...


class NativeScheduler(Protocol):
    """A network that keeps a post until its hour, so that this computer may be off."""

    @property
    def shortest_wait(self) -> timedelta:
        """How far ahead the hour must be."""
        ...

    def settle(self, receipt: Receipt, payload: Mapping[str, Json], journal: Journal) -> Finding:
        """After its hour, tell whether the scheduled post is live, with its public receipt."""
        ...


@dataclass(frozen=True, slots=True)
class ScheduledPost:
    """A post that waits on its network for its hour, whoever planned it there.

    Args:
        due: aware UTC.
        text: its first words, on one line.
        url: a page where the clinic's people can look at it; "" where the network has none.
    """

    remote_id: str
    due: datetime
    title: str
    text: str
    url: str = ""


class ScheduledPosts(Protocol):
    """A network that tells what waits there, and gives it another hour."""

    @property
    def shortest_wait(self) -> timedelta:
        """How far ahead the hour must be."""
        ...

    def scheduled(self) -> tuple[ScheduledPost, ...]:
        """Return all that waits on the account; read only."""
        ...

    def reschedule(self, receipt: Receipt, publish_at: datetime, journal: Journal) -> Receipt:
        """Give what waits on the network another hour; safe to repeat.

        When the answer is lost the network is asked what it keeps, before anything is said.

        Args:
            publish_at: aware UTC.

        Returns:
            A receipt that is no longer `scheduled` when the network published at once.

        Raises:
            HourTooNear: nearer than the shortest wait; nothing was asked.
            LeavingNow, PublishedIsImmutable, NoLongerWaiting: it waits no more, or not long enough.
            NotSent: it certainly has its old hour.
            OutcomeUnknown: it has the one hour or the other.
            NetworkError: it was refused (any other kind).
        """
        ...

    def payload_at(self, payload: Mapping[str, Json], publish_at: datetime) -> Mapping[str, Json]:
        """Return what `Publisher.prepare` would have made of the same post for this hour."""
        ...


class StepState(StrEnum):
    """How one step of a connection check went."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    WARNED = "warned"


@dataclass(frozen=True, slots=True)
class CheckStep:
    """One step of a connection check.

    Args:
        name: key of the step, worded by the window (for instance `address`, `rest`, `password`).
        cause: key of the cause when it failed (for instance `header_stripped`), else "".
        remark: a figure or version to show, for instance "6.8".
        took: how long it lasted.
    """

    name: str
    state: StepState
    cause: str = ""
    remark: str = ""
    status: int | None = None
    took: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class AccountLimits:
    """What the server itself says it accepts; None where it does not say."""

    max_characters: int | None = None
    characters_per_url: int | None = None
    max_pictures: int | None = None
    max_picture_bytes: int | None = None
    max_picture_pixels: int | None = None
    max_alt_text: int | None = None


@dataclass(frozen=True, slots=True)
class AccountReport:
    """The result of checking an account, step by step."""

    steps: tuple[CheckStep, ...]
    display_name: str = ""
    handle: str = ""
    address: str = ""
    software: str = ""
    limits: AccountLimits | None = None

    @property
    def passed(self) -> bool:
        """Whether the account can publish."""
        return bool(self.steps) and all(step.state is not StepState.FAILED for step in self.steps)


TellStep: TypeAlias = Callable[[CheckStep], object]


def tell_nobody(_step: CheckStep) -> None:
    """Take a step of which nobody wants to hear before the report."""


class AccountChecker(Protocol):
    """An adapter that can tell whether its account works, and name the cause when it does not."""

    def check(self, tell: TellStep = tell_nobody) -> AccountReport:
        """Try each step in turn; never raises for what a step can name.

        Args:
            tell: hears of each step as it ends, and once more when a later one throws light on it; what
                it raises ends the check.
        """
        ...


_PROPER_NAMES = {
    Network.WORDPRESS: "WordPress",
    Network.MASTODON: "Mastodon",
    Network.BLUESKY: "Bluesky",
    Network.FACEBOOK: "Facebook",
    Network.INSTAGRAM: "Instagram",
    Network.X: "X",
    Network.LINKEDIN: "LinkedIn",
    Network.THREADS: "Threads",
    Network.YOUTUBE: "YouTube",
    Network.TUMBLR: "Tumblr",
    Network.SCOOPIT: "Scoop.it",
    Network.GOOGLE_BUSINESS: "Google Business",
}

DIRECT_NETWORKS = (Network.WORDPRESS, Network.MASTODON, Network.BLUESKY)
