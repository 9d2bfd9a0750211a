"""The answers of the page of statistics: what a period brought, as far as figures tell it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from cmstation.domain.accounts import Account
from cmstation.domain.comparisons import Change, Standing
from cmstation.domain.curves import Days
from cmstation.domain.labels import Theme
from cmstation.domain.metrics import Figure, Metric, Nature, Origin, PostFigure, PostForm, StatPost
from cmstation.domain.milestones import Milestone, Progress
from cmstation.domain.periods import Period
from cmstation.domain.posting_hours import Cell
from cmstation.domain.press_review import ReviewRow
from cmstation.domain.scoring import Score
from cmstation.domain.statistics import Goal, Note

# Of fewer scored posts nothing is claimed.
FEWEST_SCORED: Final = 5
# More posts than that are no answer, and take time to read.
MOST_POSTS: Final = 100


@dataclass(frozen=True, slots=True)
class Headline:
    """What an account has of a metric, beside the period before and the same one a year earlier.

    Args:
        standing: of the period: the last value of a stock, the sum of a daily metric; its value is None when
            the period does not tell it.
        taken_at: when the newest figure behind the value was taken; None without a value.
        origins: where the figures behind the value come from.
        last: the newest figure up to the period's end, however old; None when none was known by then.
    """

    account: int
    metric: Metric
    nature: Nature
    standing: Standing
    taken_at: datetime | None
    origins: frozenset[Origin]
    last: Figure | None
    against_before: Change
    against_year_before: Change

    @property
    def value(self) -> int | None:
        """The figure of the period; None when it is unknown."""
        return self.standing.value

    @property
    def day(self) -> date | None:
        """The day of a stock's figure; None for a sum, and without a figure."""
        return self.standing.day


@dataclass(frozen=True, slots=True)
class Published:
    """How many posts went out on an account.

    Args:
        count: None when no post of the account was known by the end of the period.
        before, year_before: those of the other periods; None when what was known began later than they did,
            and for a campaign.
        gone: how many of them the network no longer has; they count all the same, with their last figures.
    """

    account: int
    count: int | None
    before: int | None
    year_before: int | None
    gone: int = 0


@dataclass(frozen=True, slots=True)
class PostResult:
    """A post of the period and how it did.

    Args:
        score: beside the usual posts of its account; None when that cannot be said.
        counts: what its score is made of: at 7 days, or what it has by now when it is younger.
        late: whether something in `counts` was first read after 7 days, so that it may be too much.
        young: whether it is not 7 days old yet, so that it still grows.
        latest: the newest figure of each metric that is known.
    """

    post: StatPost
    score: Score | None
    counts: Mapping[Metric, int]
    late: bool
    young: bool
    latest: Mapping[Metric, PostFigure]


@dataclass(frozen=True, slots=True)
class FormResult:
    """How posts of one form did.

    Args:
        share: of all that went out, 0 to 1.
        scored: how many of them have a score.
        median: of their scores; None when there is none.
    """

    form: PostForm
    count: int
    share: float
    scored: int
    median: float | None

    @property
    def claim(self) -> bool:
        """Whether they are enough to say something of this form."""
        return self.scored >= FEWEST_SCORED


@dataclass(frozen=True, slots=True)
class ThemeResult:
    """How an editorial line did.

    Args:
        theme: None for posts without one, those that were not made here among them.
        count: of different posts; one that went out on four accounts is one.
        share: of the period's different posts, 0 to 1; None when none went out.
        scored: how many publications have a score; one post on four accounts has up to four.
        median: of their scores; None when there is none.
    """

    theme: Theme | None
    count: int
    share: float | None
    scored: int
    median: float | None

    @property
    def wished(self) -> int | None:
        """The share that the clinic wishes, in per cent."""
        return None if self.theme is None else self.theme.wished

    @property
    def claim(self) -> bool:
        """Whether the scores are enough to say something of this line."""
        return self.scored >= FEWEST_SCORED


@dataclass(frozen=True, slots=True)
class Hours:
    """At which hours of the week posts did well.

    Args:
        first, last: the days whose posts are looked at: the period, or the year up to its end when it is
            shorter, since a month says too little of an hour.
        cells: the 168 hours of the week, from Monday at midnight on.
        best: those at which posts did better than usual, at most 3, only where a claim is allowed.
    """

    first: date
    last: date
    cells: tuple[Cell, ...]
    best: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GoalAnswer:
    """A goal and how far it was at the period's end.

    Args:
        progress: None when no figure tells it, and for a metric that does not stand (`Nature.STOCK`).
    """

    goal: Goal
    progress: Progress | None


@dataclass(frozen=True, slots=True)
class MilestoneAnswer:
    """A round number that an account passed in the period."""

    account: int
    metric: Metric
    milestone: Milestone


@dataclass(frozen=True, slots=True)
class PressTheme:
    """Articles of one theme of the watch, and how they speak.

    Args:
        theme: the first list that shows them, the chapter that the officer gave in a review; "" for none.
        articles: all of them; the tones and `untold` add up to it.
        positive, neutral, negative: as the officer said in a press review.
        untold: of which no press review says the tone.
    """

    theme: str
    articles: int
    positive: int = 0
    neutral: int = 0
    negative: int = 0
    untold: int = 0


@dataclass(frozen=True, slots=True)
class Press:
    """What the press wrote, as far as the officer kept it.

    Args:
        kept: how many articles were kept for a review in the period, and nothing else was decided since.
        relayed: of how many articles drafts were made in the period, likewise.
        themes: the articles of both kinds, each once, the most frequent theme first.
        reviews: press reviews made in the period, the oldest first.
    """

    kept: int = 0
    relayed: int = 0
    themes: tuple[PressTheme, ...] = ()
    reviews: tuple[ReviewRow, ...] = ()

    @property
    def articles(self) -> int:
        """How many different articles there are."""
        return sum(theme.articles for theme in self.themes)


@dataclass(frozen=True, slots=True)
class AccountGaps:
    """The days of the period on which no figure of an account was taken.

    Args:
        runs: both ends included, in order; from the account's first figure on, and never beyond yesterday.
        days: how many days that is.
        of: how many days could have had one.
    """

    account: int
    runs: tuple[Days, ...]
    days: int
    of: int


@dataclass(frozen=True, slots=True)
class Freshness:
    """How fresh the figures of an account are.

    Args:
        newest: when its newest figure was taken, whoever told it; None when it has none.
        tried_at, read_at, due_at: of collecting (`domain/statistics.py`: Collection).
        trouble: why the last try failed, "" when it did not or was never made.
        detail: the network's own words, shown on demand only.
    """

    account: int
    newest: datetime | None = None
    tried_at: datetime | None = None
    read_at: datetime | None = None
    due_at: datetime | None = None
    trouble: str = ""
    detail: str = ""


class MarkKind(StrEnum):
    """What is marked on a curve."""

    CAMPAIGN = "campaign"
    EVENT = "event"
    PRESS_RELEASE = "press_release"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened while a curve ran.

    Args:
        first, last: days in the clinic's zone, both included, cut to the days that were asked for.
        identity: of the campaign or the event.
    """

    kind: MarkKind
    identity: int
    title: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Answers:
    """All that the page tells of a period.

    Args:
        today: the clinic's day on which this was answered; later days of the period have no figures.
        accounts: those that were asked for, in their order.
        headlines: by account, then metric; what never had a figure by the period's end is absent.
        published: one for each account.
        posts: of the period (of the campaign, for one), the best first, those without a score last, newest
            first; at most `MOST_POSTS`, all of them are told by `services/statistics.py`, `posts`.
        posts_in_all: how many there are.
        forms: those that went out, the most frequent first.
        themes: in the clinic's order, then posts without one; a theme without posts is there when it has a
            wished share and something went out.
        response_time: None as long as no exchanges are kept.
        gaps: one for each account that has a figure by the period's end.
        definitions: keys of all that the figures here count (`domain/metric_definitions.py`), in order.
    """

    period: Period
    today: date
    made_at: datetime
    accounts: tuple[Account, ...]
    headlines: tuple[Headline, ...]
    published: tuple[Published, ...]
    posts: tuple[PostResult, ...]
    forms: tuple[FormResult, ...]
    hours: Hours
    themes: tuple[ThemeResult, ...]
    goals: tuple[GoalAnswer, ...]
    milestones: tuple[MilestoneAnswer, ...]
    response_time: timedelta | None
    press: Press
    notes: tuple[Note, ...]
    gaps: tuple[AccountGaps, ...]
    freshness: tuple[Freshness, ...]
    definitions: tuple[str, ...]
    posts_in_all: int = 0

    @property
    def running(self) -> bool:
        """Whether the period is not over yet."""
        return self.today <= self.period.last

    @property
    def posts_gone(self) -> int:
        """How many of the posts their networks no longer have."""
        return sum(one.gone for one in self.published)

    @property
    def posts_scored(self) -> int:
        """How many of all posts have a score."""
        return sum(one.scored for one in self.forms)

    def best(self, most: int = 5) -> tuple[PostResult, ...]:
        """Return the best posts: those that did better than usual."""
        return tuple(one for one in self.posts if one.score is not None and one.score.value > 1)[:most]

    def headline(self, account: int, metric: Metric) -> Headline | None:
        """Return one headline, None when it is absent."""
        for one in self.headlines:
            if one.account == account and one.metric is metric:
                return one
        return None
