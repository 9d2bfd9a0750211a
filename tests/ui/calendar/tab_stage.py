"""The real tab with what a test of the hands needs around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind
from cmstation.domain.changes import Changes
from cmstation.domain.clock import FixedClock
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.domain.post_hours import post_key
from cmstation.services.station import Station
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.calendar.tab import CalendarTab
from cmstation.ui.commands import Commands
from cmstation.ui.notices import Notice

PARIS = "Europe/Paris"
TODAY = date(2026, 10, 13)
QUIET_DAY = date(2026, 10, 22)
Window = TypeVar("Window", bound=QWidget)


def wall(day: int, hour: str = "09:00", month: int = 10) -> datetime:
    """A wall time in autumn 2026."""
    return datetime.combine(date(2026, month, day), time.fromisoformat(hour))


@dataclass
class Stage:
    """Hands on a calendar, and what it said."""

    tab: CalendarTab
    station: Station
    commands: Commands
    clock: FixedClock
    settled: Callable[[], None]
    told: list[Notice] = field(default_factory=list[Notice])

    # --- what there is ---

    def post(self, at: datetime, title: str = "Don du sang", *, accounts: list[int] | None = None) -> ItemKey:
        """Write a post for an hour that lies ahead, and show it."""
        planned = at_wall_time(at, PARIS)
        chosen = self.bluesky if accounts is None else accounts
        post = self.station.drafts.new(
            title=title, text="Venez nombreux.", accounts=chosen, planned=planned
        ).value.id
        self.look()
        return post_key(post, planned.instant)

    def scheduled(self, at: datetime, title: str = "Don du sang") -> ItemKey:
        """Put a post into the outbox."""
        key = self.post(at, title)
        self.station.outbox.plan(key.identity, due=at_wall_time(at, PARIS))
        self.look()
        return key

    @property
    def bluesky(self) -> list[int]:
        """An account that wants no picture."""
        return [one.id for one in self.station.accounts.all() if one.network is Network.BLUESKY][:1]

    def published(self) -> CalendarItem:
        """Return a post that has left."""
        plan = self.tab.plan
        assert plan is not None
        return next(one for one in plan.items if one.key.kind is ItemKind.POST and not one.movable)

    def planned(self, key: ItemKey) -> PlannedTime | None:
        """Return where a post is planned now."""
        return self.station.drafts.open(key.identity).planned

    def wall_of(self, key: ItemKey) -> datetime | None:
        """Return the wall time at which a post is planned now."""
        planned = self.planned(key)
        return planned.wall if planned else None

    def due(self, key: ItemKey) -> list[datetime]:
        """Return the wall times at which a post waits in the outbox."""
        waiting = self.station.outbox.of_post(key.identity)
        return [one.due.wall for one in waiting if one.state is DeliveryState.WAITING]

    @property
    def offered(self) -> set[ItemKey]:
        """What the view that is shown offers."""
        return set(self.tab.shown.keys())

    # --- hands ---

    def look(self) -> None:
        """Let the calendar read again."""

        self.tab.look_again(Changes(everything=True))
        self.settled()

    def drop(self, *keys: ItemKey, on: Landing, copies: bool = False) -> None:
        """Let items go over the view that is shown."""
        item = self.tab.item(keys[0])
        assert item is not None
        self.tab.shown.dropped.emit(Grip(keys, day=item.first, copies=copies), on)
        self.settled()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the view that is shown."""
        shown = self.tab.shown
        assert isinstance(shown, QWidget)
        QTest.keyClick(shown, key, held)
        self.settled()

    def undo(self) -> None:
        """Take the last command back."""
        self.commands.undo()
        self.settled()
        self.settled()

    def words(self) -> str:
        """Return all that was said since the last look."""
        said = "\n".join(f"{one.text} {one.detail}".strip() for one in self.told)
        self.told.clear()
        return said

    def window(self, kind: type[Window]) -> Window:
        """Return the one window of a kind that is open."""
        (found,) = self.windows(kind)
        return found

    def windows(self, kind: type[Window]) -> list[Window]:
        """Return the open windows of a kind."""
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    def choose(self, menu: QMenu, words: str) -> None:
        """Take the entry of a menu that begins with some words."""
        action = next(one for one in menu.actions() if one.text().startswith(words))
        assert action.isEnabled()
        action.trigger()
        self.settled()
