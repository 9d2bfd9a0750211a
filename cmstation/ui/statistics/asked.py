"""What the page is given to show: the answers of a period, with the curves and ranks beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account
from cmstation.domain.curves import Curve
from cmstation.domain.metric_definitions import get
from cmstation.domain.metrics import Metric
from cmstation.domain.stat_answers import Answers, Mark
from cmstation.ui.statistics import words
from cmstation.ui.wording_metrics import full_definition_words

if TYPE_CHECKING:
    from cmstation.services.stat_peers import Rank


@dataclass(frozen=True, slots=True)
class Ranking:
    """The clinic and its peers on one network, the greatest first."""

    network: str
    ranks: "tuple[Rank, ...]"


@dataclass(frozen=True, slots=True)
class Asked:
    """All that is on the page.

    Args:
        curves: of followers over two years, by account.
        campaign: the name of the campaign whose period it is, else "".
        zone: in which moments are told.
        now: aware.
    """

    answers: Answers
    curves: Mapping[int, Curve]
    marks: tuple[Mark, ...]
    rankings: tuple[Ranking, ...]
    zone: str
    now: datetime
    campaign: str = ""
    names: Mapping[int, str] = field(default_factory=dict[int, str])

    @property
    def period_words(self) -> str:
        """The period as it stands in a sentence."""
        return words.period_words(self.answers.period, self.campaign)

    def name(self, account: int) -> str:
        """Name an account."""
        return self.names.get(account, "")

    def freshness(self, metrics: Iterable[Metric]) -> str:
        """Say when the newest figure of some metrics was taken, and where from."""
        wanted = set(metrics)
        found = [one for one in self.answers.headlines if one.metric in wanted and one.taken_at is not None]
        if not found:
            return ""
        newest = max(one.taken_at for one in found if one.taken_at is not None)
        origins = frozenset(origin for one in found for origin in one.origins)
        return words.freshness_words(newest, origins, self.zone, self.now)

    def definitions(self, metric: Metric | None = None, *, of_posts: bool = False) -> tuple[str, ...]:
        """Say what the figures of the page count, those of one metric or those of posts."""
        scope = ".post." if of_posts else ".account."
        keys = [key for key in self.answers.definitions if scope in key]
        if metric is not None:
            keys = [key for key in keys if (found := get(key)) is not None and found.metric is metric]
        return tuple(map(full_definition_words, keys))


def names_of(accounts: Iterable[Account]) -> dict[int, str]:
    """Name accounts; where two have one name, the network is said too."""
    every = list(accounts)
    double = {one.name for one in every if sum(other.name == one.name for other in every) > 1}
    return {
        one.id: f"{one.name} ({one.network.proper_name})" if one.name in double or not one.name else one.name
        for one in every
    }
