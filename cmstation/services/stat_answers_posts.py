"""What the posts of a period answer: which did well, in which form, on which theme and at which hour."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from threading import Lock
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain import posting_hours
from cmstation.domain.accounts import Account
from cmstation.domain.labels import Theme
from cmstation.domain.metric_definitions import of
from cmstation.domain.metrics import Metric, PostForm, Scope, StatPost
from cmstation.domain.networks import Network
from cmstation.domain.periods import Period, PeriodKind
from cmstation.domain.scoring import AGE_DAYS, FACTORS, WINDOW, PostCounts, Score, median, scored
from cmstation.domain.stat_answers import FormResult, Hours, PostResult, Published, ThemeResult
from cmstation.domain.statistics import age_in_days
from cmstation.storage.stat_post_counts import PostCountTable, Sent, Span, Tally
from cmstation.storage.stat_posts import StatPosts

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_FACTORS: Final = tuple(FACTORS)
_YEAR: Final = timedelta(days=364)
_MOST_KEPT: Final = 20_000


@dataclass(frozen=True, slots=True)
class AgedCounts:
    """What a post had at 7 days.

    Args:
        late: whether something of it that the network counts was first read later.
    """

    counts: Mapping[Metric, int]
    late: bool = False


@dataclass(frozen=True, slots=True)
class PeriodPosts:
    """The posts that a period is told from.

    Args:
        first, last: the days whose posts tell of hours: those of the period at least.
        around: the posts of these days, of a campaign only its own.
        inside: those of the period alone, or of its campaign.
        scores: of the posts of both, by post.
    """

    first: date
    last: date
    around: tuple[Sent, ...]
    inside: tuple[StatPost, ...]
    scores: Mapping[int, Score | None]
    aged: Mapping[int, AgedCounts]


class PostAnswers:
    """Answers from posts.

    Args:
        posts: where they and their figures are stored.
        counts: the numbers of them alone.
    """

    def __init__(self, posts: StatPosts, counts: PostCountTable) -> None:
        self._posts = posts
        self._numbers = counts
        self._lock = Lock()
        self._time = 0
        self._aged: dict[int, AgedCounts] = {}

    def forget(self) -> None:
        """Read all counts anew from now on."""
        with self._lock:
            self._time += 1
            self._aged = {}

    def read(
        self, period: Period, accounts: Sequence[Account], zone: ZoneInfo, *, year_of_hours: bool = True
    ) -> PeriodPosts:
        """Read the posts that a period is told from, each scored beside those before it."""
        first = period.first
        if year_of_hours and period.kind is not PeriodKind.CAMPAIGN:
            first = min(first, period.last - _YEAR)
        start, end = bounds(first, period.last, zone)
        networks = {account.id: account.network for account in accounts}
        posts = self._numbers.sent(start - WINDOW, end, networks)
        aged = self._counts(posts, networks)
        scores = scored(
            PostCounts(post.id, post.account, post.published_at, aged[post.id].counts)
            for post in posts
            if post.id in aged
        )
        since, _until = bounds(period.first, period.last, zone)
        inside = tuple(post for post in self._posts.between(since, end, networks) if _belongs(post, period))
        around = (post for post in posts if post.published_at >= start)
        if period.kind is PeriodKind.CAMPAIGN:
            ours = {post.id for post in inside}
            around = (post for post in around if post.id in ours)
        return PeriodPosts(first, period.last, tuple(around), inside, scores, aged)

    def results(self, read: PeriodPosts, now: datetime, most: int | None = None) -> tuple[PostResult, ...]:
        """Return posts of the period, the best first, those without a score last, newest first."""
        posts = sorted(read.inside, key=lambda post: (post.published_at, post.id), reverse=True)
        posts.sort(key=lambda post: -_value(read.scores.get(post.id)))
        chosen = posts[:most]
        latest = self._posts.figures([post.id for post in chosen])
        nothing = AgedCounts({})
        return tuple(
            PostResult(
                post,
                read.scores.get(post.id),
                read.aged.get(post.id, nothing).counts,
                read.aged.get(post.id, nothing).late,
                age_in_days(post.published_at, now) < AGE_DAYS,
                latest.get(post.id, {}),
            )
            for post in chosen
        )

    def published(
        self, read: PeriodPosts, period: Period, accounts: Sequence[Account], zone: ZoneInfo
    ) -> tuple[Published, ...]:
        """Count the posts of the period and of those it is compared with, account by account."""
        ids = [account.id for account in accounts]
        here = Counter(post.account for post in read.inside)
        gone = Counter(post.account for post in read.inside if post.gone_at is not None)
        others = () if period.kind is PeriodKind.CAMPAIGN else (period.before(), period.year_before())
        now, *spans = (bounds(one.first, one.last, zone) for one in (period, *others))
        tallies = self._numbers.tally(ids, spans)
        answers: list[Published] = []
        for one in ids:
            tally = tallies.get(one)
            count = here[one] if tally is not None and tally.first_at < now[1] else None
            before, year_before = (None, None) if tally is None or not spans else _told(tally, spans)
            answers.append(Published(one, count, before, year_before, gone[one]))
        return tuple(answers)

    def _counts(self, posts: Sequence[Sent], networks: Mapping[int, Network]) -> Mapping[int, AgedCounts]:
        """Return what posts had at 7 days; those of which nothing is known are absent."""
        with self._lock:
            known, made = self._aged, self._time
        unread = [post for post in posts if post.id not in known]
        if unread:
            known = known | self._read_counts(unread, networks)
            with self._lock:
                if made == self._time:
                    self._aged = known if len(known) <= _MOST_KEPT else {}
        return {post.id: aged for post in posts if (aged := known[post.id]).counts}

    def _read_counts(self, posts: Sequence[Sent], networks: Mapping[int, Network]) -> dict[int, AgedCounts]:
        accounts = {post.account for post in posts}
        counts = self._numbers.at_age(
            posts[0].published_at, posts[-1].published_at, accounts, _FACTORS, AGE_DAYS
        )
        found = {post.id: AgedCounts(counts.get(post.id, {})) for post in posts}
        # Nearly all posts have in time what their network counts; of the others something may come later.
        usual = {network: _scored_metrics(network) for network in set(networks.values())}
        short = [
            post.id
            for post in posts
            if not found[post.id].counts or not usual[networks[post.account]] <= found[post.id].counts.keys()
        ]
        for post, first in self._numbers.first_known(short, _FACTORS).items():
            if first.keys() - found[post].counts.keys():
                found[post] = AgedCounts({**first, **found[post].counts}, late=True)
        return found


def _told(tally: Tally, spans: Iterable[Span]) -> Iterator[int | None]:
    """Return the counts of spans; of one before which no post is known, nobody can say that none went out."""
    for count, (start, _end) in zip(tally.counts, spans, strict=True):
        yield count if tally.first_at < start else None


def _scored_metrics(network: Network) -> frozenset[Metric]:
    """Return what a network counts of a post and a score weighs."""
    return frozenset(meaning.metric for meaning in of(network, Scope.POST)) & FACTORS.keys()


def forms(read: PeriodPosts) -> tuple[FormResult, ...]:
    """Tell how posts of each form did, the most frequent form first."""
    found = {form: [post for post in read.inside if post.form is form] for form in PostForm}
    answers: list[FormResult] = []
    for form, posts in sorted(found.items(), key=lambda one: -len(one[1])):
        if posts:
            values = _values(posts, read.scores)
            share = len(posts) / len(read.inside)
            answers.append(FormResult(form, len(posts), share, len(values), _median(values)))
    return tuple(answers)


def themes(read: PeriodPosts, known: Sequence[Theme]) -> tuple[ThemeResult, ...]:
    """Tell how each editorial line did, in the clinic's order, then posts without one."""
    by_theme: dict[int | None, list[StatPost]] = {}
    for post in read.inside:
        by_theme.setdefault(post.theme, []).append(post)
    of_all = len(_different(read.inside))
    answers: list[ThemeResult] = []
    for theme in (*known, None):
        posts = by_theme.get(None if theme is None else theme.id, [])
        if not posts and (theme is None or theme.wished is None or not of_all):
            continue
        count, values = len(_different(posts)), _values(posts, read.scores)
        answers.append(ThemeResult(theme, count, count / of_all, len(values), _median(values)))
    return tuple(answers)


def hours(read: PeriodPosts, zone: ZoneInfo) -> Hours:
    """Tell at which hours of the week posts did well, of those whose hour is known."""
    told = ((post.published_at, _worth(read.scores.get(post.id))) for post in read.around if post.hour_known)
    cells = posting_hours.cells(told, zone)
    return Hours(read.first, read.last, cells, posting_hours.best(cells))


def bounds(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return where the first day begins and the last one ends, in the clinic's zone."""
    start = datetime.combine(first, time(), tzinfo=zone)
    end = datetime.combine(last + timedelta(days=1), time(), tzinfo=zone)
    return start.astimezone(UTC), end.astimezone(UTC)


def _belongs(post: StatPost, period: Period) -> bool:
    return period.kind is not PeriodKind.CAMPAIGN or post.campaign == period.campaign


def _different(posts: Iterable[StatPost]) -> set[Hashable]:
    """Return what tells posts apart; one that was made here is one wherever it went out."""
    return {("stat", post.id) if post.post is None else post.post for post in posts}


def _values(posts: Iterable[StatPost], scores: Mapping[int, Score | None]) -> list[float]:
    found = (scores.get(post.id) for post in posts)
    return sorted(score.value for score in found if score is not None)


def _median(ordered: Sequence[float]) -> float | None:
    return median(ordered) if ordered else None


def _worth(score: Score | None) -> float | None:
    return None if score is None else score.value


def _value(score: Score | None) -> float:
    return -1.0 if score is None else score.value
