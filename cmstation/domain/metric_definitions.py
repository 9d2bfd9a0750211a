"""What each network really counts; `ui/wording_metrics.py` says it in words.

A figure that a person reads off a page and types follows the same definition as one that the network told.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from cmstation.domain.metrics import Definition, Metric, Nature, Scope
from cmstation.domain.networks import Network

_M, _N = Metric, Network
_DAY = timedelta(days=1)

# Each is the first day on which the network counts in the new way.
FACEBOOK_VIEWS: Final = date(2025, 11, 15)  # views replace impressions
FACEBOOK_VIEWERS: Final = date(2026, 6, 15)  # the old reach is told no longer
INSTAGRAM_VISITS_END: Final = date(2025, 1, 8)
INSTAGRAM_VIEWS: Final = date(2025, 4, 21)  # views replace impressions and plays
X_PUBLIC_VIEWS: Final = date(2022, 12, 15)  # everybody sees how often a post was displayed

_STOCKS = frozenset({_M.FOLLOWERS, _M.POSTS})


def _account(
    network: Network,
    metric: Metric,
    nature: Nature | None = None,
    *,
    word: str = "",
    rounded: bool = False,
    since: date | None = None,
    before: date | None = None,
) -> Definition:
    usual = Nature.STOCK if metric in _STOCKS else Nature.DAILY
    return _definition(network, Scope.ACCOUNT, metric, nature or usual, word, rounded, since, before)


def _post(
    network: Network,
    metric: Metric,
    *,
    word: str = "",
    since: date | None = None,
    before: date | None = None,
) -> Definition:
    return _definition(network, Scope.POST, metric, Nature.TOTAL, word, False, since, before)


def _definition(
    network: Network,
    scope: Scope,
    metric: Metric,
    nature: Nature,
    word: str,
    rounded: bool,
    since: date | None,
    before: date | None,
) -> Definition:
    key = f"{network}.{scope}.{word or metric}"
    until = None if before is None else before - _DAY
    return Definition(key, network, scope, metric, nature, rounded, since, until)


def _posts(network: Network, *metrics: Metric) -> Iterator[Definition]:
    return (_post(network, metric) for metric in metrics)


def _accounts(network: Network, *metrics: Metric) -> Iterator[Definition]:
    return (_account(network, metric) for metric in metrics)


# WordPress itself counts articles and comments; visits are counted by Matomo or Plausible beside it.
_WORDPRESS = (
    *_accounts(_N.WORDPRESS, _M.POSTS),
    _account(_N.WORDPRESS, _M.COMMENTS, Nature.STOCK),
    *_accounts(_N.WORDPRESS, _M.VIEWS, _M.VISITS, _M.VISITORS),
    *_posts(_N.WORDPRESS, _M.COMMENTS, _M.VIEWS, _M.VISITORS),
)

# No reach and no impressions anywhere. Posts are all that the account wrote, its answers too.
_MASTODON = (
    *_accounts(_N.MASTODON, _M.FOLLOWERS, _M.POSTS),
    # Favourites; answers; boosts. Quotes are not in it: older servers do not count them.
    *_posts(_N.MASTODON, _M.REACTIONS, _M.COMMENTS, _M.SHARES),
)
_BLUESKY = (
    *_accounts(_N.BLUESKY, _M.FOLLOWERS, _M.POSTS),
    # Likes; answers; reposts without quotes; bookmarks.
    *_posts(_N.BLUESKY, _M.REACTIONS, _M.COMMENTS, _M.SHARES, _M.SAVES),
)

_FACEBOOK = (
    # People who like the page are another crowd than those who follow it.
    _account(_N.FACEBOOK, _M.FOLLOWERS, word="fans"),
    *_accounts(_N.FACEBOOK, _M.FOLLOWERS, _M.POSTS),
    _account(_N.FACEBOOK, _M.IMPRESSIONS, before=FACEBOOK_VIEWS),
    _account(_N.FACEBOOK, _M.REACH, before=FACEBOOK_VIEWERS),
    _account(_N.FACEBOOK, _M.VIEWS, since=FACEBOOK_VIEWS),
    _account(_N.FACEBOOK, _M.REACH, word="viewers", since=FACEBOOK_VIEWS),
    *_accounts(_N.FACEBOOK, _M.REACTIONS, _M.CLICKS, _M.VIDEO_VIEWS, _M.VISITS),
    _post(_N.FACEBOOK, _M.IMPRESSIONS, before=FACEBOOK_VIEWS),
    _post(_N.FACEBOOK, _M.REACH, before=FACEBOOK_VIEWERS),
    _post(_N.FACEBOOK, _M.VIEWS, since=FACEBOOK_VIEWS),
    _post(_N.FACEBOOK, _M.REACH, word="viewers", since=FACEBOOK_VIEWS),
    *_posts(_N.FACEBOOK, _M.REACTIONS, _M.COMMENTS, _M.SHARES, _M.CLICKS, _M.VIDEO_VIEWS),
)

_INSTAGRAM = (
    *_accounts(_N.INSTAGRAM, _M.FOLLOWERS, _M.POSTS, _M.REACH),
    _account(_N.INSTAGRAM, _M.IMPRESSIONS, before=INSTAGRAM_VIEWS),
    _account(_N.INSTAGRAM, _M.VIEWS, since=INSTAGRAM_VIEWS),
    _account(_N.INSTAGRAM, _M.VISITS, before=INSTAGRAM_VISITS_END),
    _account(_N.INSTAGRAM, _M.CLICKS, before=INSTAGRAM_VISITS_END),
    _post(_N.INSTAGRAM, _M.IMPRESSIONS, before=INSTAGRAM_VIEWS),
    _post(_N.INSTAGRAM, _M.VIDEO_VIEWS, before=INSTAGRAM_VIEWS),
    _post(_N.INSTAGRAM, _M.VIEWS, since=INSTAGRAM_VIEWS),
    *_posts(_N.INSTAGRAM, _M.REACH, _M.REACTIONS, _M.COMMENTS, _M.SHARES, _M.SAVES),
)

# Views of the profile are visits; those of posts are told by each post.
_THREADS = (
    *_accounts(_N.THREADS, _M.FOLLOWERS, _M.POSTS, _M.VISITS, _M.CLICKS),
    # Reposts and quotes together.
    *_posts(_N.THREADS, _M.VIEWS, _M.REACTIONS, _M.COMMENTS, _M.SHARES),
)

# The page shows "views" where the interface says impressions: one count with two names.
_X = (
    *_accounts(_N.X, _M.FOLLOWERS, _M.POSTS, _M.IMPRESSIONS, _M.VISITS),
    _post(_N.X, _M.IMPRESSIONS),
    _post(_N.X, _M.VIEWS, since=X_PUBLIC_VIEWS),
    # Reposts without quotes; bookmarks; clicks on links, which only the owner sees, for 30 days.
    *_posts(_N.X, _M.REACTIONS, _M.COMMENTS, _M.SHARES, _M.SAVES, _M.CLICKS, _M.VIDEO_VIEWS),
)

_LINKEDIN = (
    *_accounts(_N.LINKEDIN, _M.FOLLOWERS, _M.POSTS, _M.IMPRESSIONS, _M.REACH, _M.CLICKS),
    *_accounts(_N.LINKEDIN, _M.VISITS, _M.VISITORS),
    *_posts(_N.LINKEDIN, _M.IMPRESSIONS, _M.REACH, _M.REACTIONS, _M.COMMENTS, _M.SHARES, _M.CLICKS),
    *_posts(_N.LINKEDIN, _M.VIDEO_VIEWS),
)

# Subscribers come with three figures that count, the others are noughts.
_YOUTUBE = (
    _account(_N.YOUTUBE, _M.FOLLOWERS, rounded=True),
    *_accounts(_N.YOUTUBE, _M.POSTS, _M.VIEWS),
    # Of all videos since the channel exists; VIEWS are those of one day, two days late.
    _account(_N.YOUTUBE, _M.VIDEO_VIEWS, Nature.STOCK),
    *_posts(_N.YOUTUBE, _M.VIDEO_VIEWS, _M.REACTIONS, _M.COMMENTS, _M.SHARES),
)

# Likes, reblogs and answers in one number, which cannot be told apart.
_TUMBLR = (
    *_accounts(_N.TUMBLR, _M.FOLLOWERS, _M.POSTS),
    _post(_N.TUMBLR, _M.REACTIONS, word="notes"),
)

# Visitors and views since the topic exists.
_SCOOPIT = (
    *_accounts(_N.SCOOPIT, _M.FOLLOWERS, _M.POSTS),
    _account(_N.SCOOPIT, _M.VIEWS, Nature.STOCK),
    _account(_N.SCOOPIT, _M.VISITORS, Nature.STOCK),
    *_posts(_N.SCOOPIT, _M.VIEWS, _M.REACTIONS, _M.COMMENTS),
)

_GOOGLE_BUSINESS = (
    # In the search and on the map, each person once a day.
    *_accounts(_N.GOOGLE_BUSINESS, _M.IMPRESSIONS, _M.CLICKS),
    # The people's reviews.
    _account(_N.GOOGLE_BUSINESS, _M.COMMENTS, Nature.STOCK, word="reviews"),
    # The network no longer tells what a post did; its page shows these two.
    *_posts(_N.GOOGLE_BUSINESS, _M.VIEWS, _M.CLICKS),
)

DEFINITIONS: Final[tuple[Definition, ...]] = (
    *_WORDPRESS,
    *_MASTODON,
    *_BLUESKY,
    *_FACEBOOK,
    *_INSTAGRAM,
    *_X,
    *_LINKEDIN,
    *_THREADS,
    *_YOUTUBE,
    *_TUMBLR,
    *_SCOOPIT,
    *_GOOGLE_BUSINESS,
)

_BY_KEY: Final = {found.key: found for found in DEFINITIONS}

# Where two words stand for one way of counting, whatever the network calls it.
_ALIKE: Final[tuple[frozenset[str], ...]] = (
    frozenset({"x.post.impressions", "x.post.views"}),
    # Accounts that follow at the moment.
    frozenset(
        f"{network}.account.followers"
        for network in Network
        if network not in {_N.WORDPRESS, _N.GOOGLE_BUSINESS}
    ),
    # A thing shared on as it is, without words of one's own.
    frozenset({"mastodon.post.shares", "bluesky.post.shares", "x.post.shares"}),
    # One sort of approval, a click on a heart.
    frozenset(
        f"{network}.post.reactions" for network in (_N.MASTODON, _N.BLUESKY, _N.X, _N.INSTAGRAM, _N.THREADS)
    ),
    frozenset({"bluesky.post.saves", "x.post.saves"}),
)


def of(network: Network, scope: Scope) -> tuple[Definition, ...]:
    """List what a network counts, what it counted formerly too."""
    return tuple(found for found in DEFINITIONS if (found.network, found.scope) == (network, scope))


def get(key: str) -> Definition | None:
    """Return a definition; None when nobody knows what the key stood for."""
    return _BY_KEY.get(key)


def in_force(network: Network, scope: Scope, metric: Metric, day: date) -> Definition | None:
    """Return what a metric means on a network on a day; None when it is not counted then.

    Where two meanings hold, the newer one is told.
    """
    held = [
        found
        for found in of(network, scope)
        if found.metric is metric
        and (found.since is None or found.since <= day)
        and (found.until is None or day <= found.until)
    ]
    return held[-1] if held else None


def comparable(one: str, other: str) -> bool:
    """Tell whether figures of two definitions may be set against each other.

    They may when the key is one that is known and the same, or when both are known to count alike.
    """
    if one not in _BY_KEY or other not in _BY_KEY:
        return False
    return one == other or any(one in group and other in group for group in _ALIKE)
