"""What is counted: figures of accounts and of posts, each with its moment, its source and its meaning."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cmstation.domain.networks import Network


class Metric(StrEnum):
    """What can be counted; what a word means on a network is said by its `Definition`."""

    FOLLOWERS = "followers"
    POSTS = "posts"
    VIEWS = "views"
    REACH = "reach"
    IMPRESSIONS = "impressions"
    REACTIONS = "reactions"
    COMMENTS = "comments"
    SHARES = "shares"
    CLICKS = "clicks"
    VIDEO_VIEWS = "video_views"
    SAVES = "saves"
    VISITS = "visits"
    VISITORS = "visitors"


class Nature(StrEnum):
    """How a figure moves.

    STOCK: it stands at a moment (followers). DAILY: it happened on that day (visits). TOTAL: it grows over
    the life of a post (reactions).
    """

    STOCK = "stock"
    DAILY = "daily"
    TOTAL = "total"


class Scope(StrEnum):
    """What a figure is about."""

    ACCOUNT = "account"
    POST = "post"


class Origin(StrEnum):
    """Where a figure comes from."""

    NETWORK = "network"
    HAND = "hand"
    FILE = "file"
    REHEARSAL = "rehearsal"


@dataclass(frozen=True, slots=True)
class Definition:
    """What a metric means on a network; when the meaning changes, that is another definition.

    Args:
        key: such as "mastodon.post.shares"; stored with each figure.
        rounded: whether the network itself gives a rounded figure.
        since, until: the days on which the network counts so, both included; None when it is not known.
    """

    key: str
    network: Network
    scope: Scope
    metric: Metric
    nature: Nature
    rounded: bool = False
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an account. What was not told is absent; it is never 0.

    Args:
        day: in the clinic's zone.
        value: 0 or more.
        taken_at: aware UTC; the end of what it says, for a figure that was typed or came in a file.
        definition: the key of a `Definition`, "" when nobody knows what was counted.
        rounded: whether the exact number may be another.
    """

    account: int
    day: date
    metric: Metric
    value: int
    taken_at: datetime
    origin: Origin
    definition: str = ""
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class PostFigure:
    """A figure of a post; TOTAL by nature, as it stood on a day.

    Args:
        post: the identity of a `StatPost`.
    """

    post: int
    day: date
    metric: Metric
    value: int
    taken_at: datetime
    origin: Origin
    definition: str = ""


class PostForm(StrEnum):
    """What a post mainly shows."""

    TEXT = "text"
    PICTURE = "picture"
    VIDEO = "video"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class StatPost:
    """A post that went out on an account, ours or one that a file told of.

    Args:
        remote_id: what the network calls it; for one that a file told of, whatever tells it apart.
        post: the post that it was made of here, None when it was not made here, or was removed.
        published_at: aware UTC; where the hour is not known, when that day began.
        theme, campaign: of the post it was made of.
        gone_at: since when the network says that it is no longer there; its last figures are kept.
    """

    id: int
    account: int
    remote_id: str
    published_at: datetime
    title: str
    url: str = ""
    form: PostForm = PostForm.TEXT
    post: int | None = None
    theme: int | None = None
    campaign: int | None = None
    hour_known: bool = True
    gone_at: datetime | None = None
