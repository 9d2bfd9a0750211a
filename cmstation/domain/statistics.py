"""What statistics keep beside figures: goals, notes, peers, how collecting goes, imports, comments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from cmstation.domain.metrics import Figure, Metric, Origin, PostFigure, PostForm, StatPost
from cmstation.domain.networks import Network

# On which days of its life a post is read: each day of the first week, then ever more rarely.
AGES: Final = (0, 1, 2, 3, 4, 5, 6, 7, 14, 30, 60, 90)

_RANKS: Final[Mapping[Origin, int]] = {
    Origin.REHEARSAL: 0,
    Origin.NETWORK: 0,
    Origin.FILE: 1,
    Origin.HAND: 2,
}


class NoteKind(StrEnum):
    """What a note tells of."""

    TESTIMONIAL = "testimonial"
    THANKS = "thanks"
    FACT = "fact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Goal:
    """A number to be reached.

    Args:
        account: None for all accounts together.
        by: the day until which it should be reached.
        reached_on: the day on which it was.
    """

    id: int
    name: str
    metric: Metric
    target: int
    account: int | None = None
    by: date | None = None
    reached_on: date | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth telling that is no number.

    Args:
        said_by: who said it, "" when nobody is named.
        post: the post that it is about.
    """

    id: int
    day: date
    kind: NoteKind
    text: str
    said_by: str = ""
    link: str = ""
    post: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What the person wrote to a section of a period's report.

    Args:
        period: key of a `Period`.
    """

    period: str
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Peer:
    """Another clinic's account, to see one's own rank.

    Args:
        tried_at: when it was last looked at, None when never.
        trouble: why the last look failed, "" when it did not.
    """

    id: int
    name: str
    network: Network
    address: str
    tried_at: datetime | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PeerFigure:
    """A figure of a peer, as `Figure` is one of an account."""

    peer: int
    day: date
    metric: Metric
    value: int
    taken_at: datetime
    origin: Origin
    definition: str = ""
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Collection:
    """How collecting the figures of one account goes.

    Args:
        tried_at: when it was last tried.
        read_at: when it last succeeded.
        due_at: before which it is not to be tried again; None when there is nothing to wait for.
        trouble: why the last try failed, "" when it did not.
        detail: the network's own words, shown on demand only.
    """

    account: int
    tried_at: datetime | None = None
    read_at: datetime | None = None
    due_at: datetime | None = None
    trouble: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A file whose figures were taken.

    Args:
        kind: which sort of file it was.
        rows: how many lines were taken.
    """

    id: int
    at: datetime
    name: str
    kind: str
    rows: int


@dataclass(frozen=True, slots=True)
class NewStatPost:
    """A post that is not known yet, as a file tells of it.

    Args:
        hour_known: whether the file tells an hour beside the day.
    """

    account: int
    remote_id: str
    published_at: datetime
    title: str
    url: str = ""
    form: PostForm = PostForm.TEXT
    hour_known: bool = True


@dataclass(frozen=True, slots=True)
class AddedPosts:
    """Which stored posts stand for those that were told of.

    Args:
        ids: one for each, in the same order; two may be the same.
        new: those that were not known before.
    """

    ids: tuple[int, ...] = ()
    new: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PostToRead:
    """A post whose figures should be read from its network now."""

    post: StatPost
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptFigure:
    """A figure as it is stored, with the import it came from."""

    figure: Figure
    import_id: int | None = None


@dataclass(frozen=True, slots=True)
class KeptPostFigure:
    """A post's figure as it is stored, with the import it came from."""

    figure: PostFigure
    import_id: int | None = None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """What a command did to the figures of accounts: enough to take it back.

    Args:
        before: what stood in those places and gave way.
        after: what stands there now.
        refused: what was not stored because a figure of higher rank stands there.
    """

    before: tuple[KeptFigure, ...] = ()
    after: tuple[KeptFigure, ...] = ()
    refused: tuple[Figure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


@dataclass(frozen=True, slots=True)
class PostFigureChange:
    """What a command did to the figures of posts, as `FigureChange`."""

    before: tuple[KeptPostFigure, ...] = ()
    after: tuple[KeptPostFigure, ...] = ()
    refused: tuple[PostFigure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def gives_way(standing: Figure | PostFigure, newcomer: Figure | PostFigure) -> bool:
    """Tell whether a figure gives way to another of the same day.

    What a person typed stands above what a file told, and that above what the network tells. Among equals
    the person's last word holds, and of the network's figures the one taken later.
    """
    old, new = _RANKS[standing.origin], _RANKS[newcomer.origin]
    if old != new:
        return old < new
    return new > 0 or standing.taken_at <= newcomer.taken_at


def wants_reading(published_at: datetime, read_at: datetime | None, now: datetime) -> bool:
    """Tell whether a post has come to an age of `AGES` since it was last read."""
    if now < published_at:
        return False
    if read_at is None:
        return True
    age, then = age_in_days(published_at, now), age_in_days(published_at, read_at)
    return max(mark for mark in AGES if mark <= age) > then


def age_in_days(published_at: datetime, moment: datetime) -> int:
    """Return how many whole days a post was out at a moment."""
    return max((moment - published_at) // timedelta(days=1), 0)
