"""How well a post did beside the usual posts of its account, in a way that can be explained."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Final

from cmstation.domain.metrics import Metric

# A share asks more of a person than a comment, and a comment more than a reaction.
FACTORS: Final[Mapping[Metric, int]] = {
    Metric.REACTIONS: 1,
    Metric.COMMENTS: 2,
    Metric.SHARES: 3,
    Metric.SAVES: 1,
}
WINDOW: Final = timedelta(days=90)
FEWEST: Final = 8
AGE_DAYS: Final = 7
_BITS: Final = tuple((metric, 1 << place, factor) for place, (metric, factor) in enumerate(FACTORS.items()))


@dataclass(frozen=True, slots=True)
class PostCounts:
    """What a post got by the age at which posts are compared.

    Args:
        published_at: aware.
        counts: what is known; a metric that is absent is unknown, not 0.
    """

    post: int
    account: int
    published_at: datetime
    counts: Mapping[Metric, int]


@dataclass(frozen=True, slots=True)
class Score:
    """How a post did: 1.0 is as usual, 2.0 twice that.

    Args:
        weight: the sum of count × factor over the parts.
        usual: the median weight of the posts it was compared with, over the same metrics.
        of: how many these are.
        parts: what was counted: metric, count, factor.
    """

    value: float
    weight: int
    usual: float
    of: int
    parts: tuple[tuple[Metric, int, int], ...]


def scored(posts: Iterable[PostCounts]) -> dict[int, Score | None]:
    """Score each post against those of the same account in the 90 days before it.

    A metric counts for a post only when it is known of this post and of every post it is compared with; else
    it is left out of all these weights. A post of which none of the four metrics is known is not compared
    with, and has no score. Posts of the very same moment are not compared with each other.

    Returns:
        By post: its score; None with fewer than 8 posts before it, without one metric that all of them have,
        or when the usual weight is 0.
    """
    by_account: dict[int, list[PostCounts]] = {}
    scores: dict[int, Score | None] = {}
    for post in posts:
        if post.published_at.tzinfo is None:
            raise ValueError("a post is published at an aware moment")
        scores[post.post] = None
        by_account.setdefault(post.account, []).append(post)
    for account_posts in by_account.values():
        known = [post for post in account_posts if not FACTORS.keys().isdisjoint(post.counts)]
        known.sort(key=attrgetter("published_at"))
        _score_in_order(known, scores)
    return scores


def median(ordered: Sequence[float]) -> float:
    """Return the middle of numbers that stand in order; the mean of the two in the middle."""
    half, odd = divmod(len(ordered), 2)
    return float(ordered[half]) if odd else (ordered[half - 1] + ordered[half]) / 2


class _Weights:
    """What the posts weigh over some metrics, and in order those from one place to another, which move on."""

    def __init__(self, posts: Sequence[PostCounts], bits: int) -> None:
        self.factors = [(metric, factor) for metric, bit, factor in _BITS if bits & bit]
        parts = ([post.counts.get(metric, 0) * factor for post in posts] for metric, factor in self.factors)
        self.of_posts = [sum(of_post) for of_post in zip(*parts, strict=True)]
        self._from = self._to = 0
        self._sorted: list[int] = []

    def between(self, first: int, end: int) -> Sequence[int]:
        ordered, weights = self._sorted, self.of_posts
        if first >= self._to:
            ordered.clear()
            self._from = self._to = first
        for place in range(self._to, end):
            insort(ordered, weights[place])
        for place in range(self._from, first):
            del ordered[bisect_left(ordered, weights[place])]
        self._from, self._to = first, end
        return ordered


def _known(counts: Mapping[Metric, int]) -> int:
    bits = 0
    for metric, bit, _factor in _BITS:
        if metric in counts:
            bits |= bit
    return bits


def _score_in_order(posts: Sequence[PostCounts], scores: dict[int, Score | None]) -> None:
    known = [_known(post.counts) for post in posts]
    weights: dict[int, _Weights] = {}
    # How many posts of the window know which metrics.
    having: dict[int, int] = {}
    first = end = 0
    for place, post in enumerate(posts):
        since = post.published_at - WINDOW
        while posts[end].published_at < post.published_at:
            having[known[end]] = having.get(known[end], 0) + 1
            end += 1
        while posts[first].published_at < since:
            having[known[first]] -= 1
            first += 1
        if end - first < FEWEST:
            continue
        bits = known[place]
        for shared, number in having.items():
            bits &= shared if number else bits
        if not bits:
            continue
        if bits not in weights:
            weights[bits] = _Weights(posts, bits)
        usual = median(weights[bits].between(first, end))
        if usual > 0:
            weight = weights[bits].of_posts[place]
            parts = tuple([(metric, post.counts[metric], factor) for metric, factor in weights[bits].factors])
            scores[post.post] = Score(weight / usual, weight, usual, end - first, parts)
