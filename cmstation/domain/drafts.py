"""Posts as they are written: one base text, one version per account, and the state they are in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.media import Attachment
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import PlannedTime


class PostState(StrEnum):
    """What a person sees as the state of a post; the values are also the names of the shapes."""

    IDEA = "idea"
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    LIVE = "live"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    ARCHIVED = "archived"


class Stage(StrEnum):
    """How far the writing is, before anything leaves."""

    IDEA = "idea"
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Version:
    """What one account says.

    Args:
        text: its own text, or None for "same as base".
        title, link, first_comment: its own, or None for "same as base".
        options: what only its network knows (see `Outgoing.options`).
    """

    account: int
    text: str | None = None
    title: str | None = None
    link: str | None = None
    first_comment: str | None = None
    options: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def detached(self) -> bool:
        """Whether the text no longer follows the base."""
        return self.text is not None


@dataclass(frozen=True, slots=True)
class Draft:
    """A post with all that the composer shows.

    Args:
        revision: counts every stored change; a writer names the one it read.
        versions: one per chosen account, in the accounts' order.
        planned: when it should leave; None means "not decided".
    """

    id: int
    revision: int
    title: str
    text: str
    state: PostState
    stage: Stage
    theme: int | None
    campaign: int | None
    tags: tuple[str, ...]
    language: str
    link: str
    first_comment: str
    sources: str
    planned: PlannedTime | None
    versions: tuple[Version, ...]
    attachments: tuple[Attachment, ...]
    deliveries: tuple[Delivery, ...]
    created_at: datetime
    changed_at: datetime
    archived_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def accounts(self) -> tuple[int, ...]:
        """The chosen accounts."""
        return tuple(version.account for version in self.versions)

    def version(self, account: int) -> Version:
        """Return what an account says; an untouched version when it was never chosen."""
        return next((found for found in self.versions if found.account == account), Version(account))

    def text_for(self, account: int) -> str:
        """Return the text that an account would publish."""
        own = self.version(account).text
        return self.text if own is None else own

    def link_for(self, account: int) -> str:
        """Return the link that an account would publish."""
        own = self.version(account).link
        return self.link if own is None else own

    def title_for(self, account: int) -> str:
        """Return the title that an account would publish."""
        own = self.version(account).title
        return self.title if own is None else own

    def first_comment_for(self, account: int) -> str:
        """Return the first comment that an account would add."""
        own = self.version(account).first_comment
        return self.first_comment if own is None else own


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A post as a list or a calendar shows it.

    Args:
        when: the instant to sort and show by: sent, else planned, else None.
        networks: glyphs to draw, without doubles, in the accounts' order.
    """

    id: int
    title: str
    first_words: str
    state: PostState
    theme: int | None
    campaign: int | None
    when: datetime | None
    zone: str
    networks: tuple[Network, ...]
    accounts: tuple[int, ...]
    changed_at: datetime
    has_media: bool = False


@dataclass(frozen=True, slots=True)
class FirstRows:
    """What the list shows while the folder is still being opened.

    Args:
        rows: every post that is neither deleted nor archived, in the order of the list.
        zone: IANA zone of the clinic.
    """

    rows: tuple[DraftRow, ...]
    zone: str


@dataclass(frozen=True, slots=True)
class DraftFilter:
    """What a list should show; an empty field means "all".

    Args:
        words: full-text search; accents and case are ignored, every word must occur (prefixes count).
        start, end: aware UTC bounds on `DraftRow.when`, end exclusive.
    """

    words: str = ""
    states: frozenset[PostState] = frozenset()
    themes: frozenset[int] = frozenset()
    accounts: frozenset[int] = frozenset()
    campaigns: frozenset[int] = frozenset()
    start: datetime | None = None
    end: datetime | None = None
    archived: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An earlier content of a post, kept for the history.

    Args:
        content: the fields a restore brings back, as `content_of` names them.
    """

    id: int
    post: int
    at: datetime
    reason: str
    title: str
    text: str
    content: dict[str, object] = field(repr=False, default_factory=dict[str, object])


def state_of(stage: Stage, deliveries: Iterable[DeliveryState], *, archived: bool = False) -> PostState:
    """Derive the state that a person sees; what needs a hand comes first."""
    if archived:
        return PostState.ARCHIVED
    found = set(deliveries) - {DeliveryState.CANCELLED}
    ranked = (
        (PostState.UNCERTAIN, {DeliveryState.UNCERTAIN}),
        (PostState.FAILED, {DeliveryState.FAILED, DeliveryState.HELD}),
        (PostState.SENDING, {DeliveryState.PREPARING, DeliveryState.SENDING, DeliveryState.HANDED_OVER}),
        (PostState.SCHEDULED, {DeliveryState.WAITING, DeliveryState.ON_NETWORK}),
        (PostState.LIVE, {DeliveryState.SENT}),
    )
    for state, causes in ranked:
        if found & causes:
            return state
    return PostState(stage.value)
