"""The services that the page of statistics is joined to, as far as it uses them."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cmstation.domain.changes import Changes
    from cmstation.domain.clock import Clock
    from cmstation.domain.curves import Curve
    from cmstation.domain.labels import Campaign
    from cmstation.domain.metrics import Metric
    from cmstation.domain.periods import Period
    from cmstation.domain.stat_answers import Answers, Mark
    from cmstation.services.accounts import AccountBook
    from cmstation.services.preferences import Preferences
    from cmstation.services.stat_collecting import Collecting
    from cmstation.services.stat_entries import Entries
    from cmstation.services.stat_files import Files
    from cmstation.services.stat_notes import Notes
    from cmstation.services.stat_peers import Peers


class AnswersOf(Protocol):
    """`services/statistics.py`, as far as it is asked here."""

    def today(self) -> date: ...

    def first_day(self) -> date | None: ...

    def answers(self, period: "Period", accounts: Collection[int] | None = None) -> "Answers": ...

    def curves(
        self, metric: "Metric", accounts: Collection[int] | None, first: date, last: date
    ) -> "tuple[tuple[int, Curve], ...]": ...

    def marks(self, first: date, last: date) -> "tuple[Mark, ...]": ...

    def campaigns(self) -> "tuple[tuple[Campaign, Period], ...]": ...

    def changed(self, changes: "Changes") -> None: ...


class StatServices(Protocol):
    """The part of `Station` that the page uses."""

    @property
    def clock(self) -> "Clock": ...

    @property
    def preferences(self) -> "Preferences": ...

    @property
    def accounts(self) -> "AccountBook": ...

    @property
    def statistics(self) -> AnswersOf: ...

    @property
    def stat_entries(self) -> "Entries": ...

    @property
    def stat_files(self) -> "Files": ...

    @property
    def stat_notes(self) -> "Notes": ...

    @property
    def stat_peers(self) -> "Peers": ...

    @property
    def stat_collecting(self) -> "Collecting": ...
