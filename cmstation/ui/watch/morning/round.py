"""Goes through the morning: the queue, the clock, decisions and their undoing."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.watch import DecisionKind, Item, StoryFilter
from cmstation.ui.dates import duration_words, full_day_words, local_day
from cmstation.ui.watch.article_page import article_page
from cmstation.ui.watch.morning.page import MorningPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from cmstation.domain.accounts import Account
    from cmstation.domain.changes import Changes
    from cmstation.services.done import Done
    from cmstation.services.station import Station
    from cmstation.services.watch_morning import MorningState
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.view import WatchView

_MORNING = "watch-morning"
# After so many decisions the time that is left can be said.
_ENOUGH = 5
KEPT_EVERY_S = 30


class MorningRound(QObject):
    """One morning at a time.

    Signals:
        over: the person has left, or everything was gone through.
        address_wanted: an address to be opened in the browser.
    """

    over = Signal()
    address_wanted = Signal(str)

    def __init__(self, view: "WatchView", page: MorningPage) -> None:
        super().__init__(page)
        self._view = view
        self._page = page
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._state: MorningState | None = None
        self._items: tuple[Item, ...] = ()
        self._seconds = 0
        self._deciding = False
        page.decided.connect(self._decide)
        page.undo_wanted.connect(self._undo)
        page.open_wanted.connect(self._open)
        page.left.connect(self.leave)
        page.ticked.connect(self._tick)
        page.article.article_wanted.connect(self._open)
        page.article.item_wanted.connect(self._open_other)
        page.article.link_wanted.connect(self.address_wanted)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands
        self._page.article.pictures.attach(station.watch_pictures, commands)

    def begin(self, wanted: StoryFilter) -> None:
        """Go on with the morning that was left, else begin a new one."""
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        from cmstation.ui.commands import STORAGE  # noqa: PLC0415 - after the first paint

        morning, accounts = station.watch_morning, station.accounts

        def work() -> "tuple[MorningState, tuple[Account, ...]]":
            left = morning.resume()
            if left is None or left.story is None:
                left = morning.begin(wanted)
            return left, accounts.all()

        commands.ask(work, self._begun, owner=self, lane=STORAGE)

    def look_again(self) -> None:
        """Go where the morning stands now, when something else has moved it: an undo of the window, say."""
        station, commands = self._station, self._commands
        if self._state is not None and station is not None and commands is not None:
            commands.ask(station.watch_morning.resume, self._follow, owner=self)

    @Slot()
    def leave(self) -> None:
        """Keep the place, and give the window back; a morning that was gone through is over."""
        self._page.stop()
        state, station = self._state, self._station
        if state is not None and state.story is None and station is not None:
            self._store(station.watch_morning.end)
        elif not self._deciding:  # the decision itself moves the place
            self._keep()
        self._state, self._items = None, ()
        self.over.emit()

    # --- inside ---

    def _begun(self, found: "tuple[MorningState, tuple[Account, ...]]") -> None:
        self._state, accounts = found
        self._deciding = False
        self._seconds = self._state.seconds
        station = self._station
        if station is not None:
            zone, now = station.preferences.zone(), station.clock.now()
            self._page.today.setText(full_day_words(local_day(now, zone), with_year=False))
        self._page.show_accounts(accounts, [account.id for account in accounts])
        self._show()

    def _follow(self, found: "MorningState | None") -> None:
        state = self._state
        if state is None or found is None or self._deciding:
            return
        if (found.queue, found.at) != (state.queue, state.at):
            self._go_on(found)

    def _show(self) -> None:
        state, station, commands = self._state, self._station, self._commands
        if state is None or station is None or commands is None:
            return
        self._page.show_place(state.at, len(state.queue), self._time_words())
        story = state.story
        if story is None:
            self._finish()
            return
        self._page.start()
        reading = station.watch_reading
        commands.ask(
            lambda: reading.story(story), self._show_items, owner=self, failed=self._gone, replaces=_MORNING
        )

    def _show_items(self, items: tuple[Item, ...]) -> None:
        self._items = items
        self._deciding = False
        self._page.show_story(article_page(items, self._view.when, self._view.icons.theme))

    def _finish(self) -> None:
        state = self._state
        self._items, self._deciding = (), False
        self._page.stop()
        if state is None:
            return
        if state.queue:
            told = self.tr("Everything is read: %n story(ies) decided", "", state.decided)
            words = self.tr("{told}, in {time}.").format(told=told, time=self._spent())
        else:
            words = self.tr("Nothing new this morning. The sources are read again by themselves.")
        self._page.show_end(words)

    def _gone(self, error: Exception) -> bool:
        """Pass over a story that was cleared away meanwhile."""
        from cmstation.domain.errors import NotFound  # noqa: PLC0415

        self._deciding = False
        if isinstance(error, NotFound):
            self.look_again()
            return True
        return False

    @Slot(object, object)
    def _decide(self, kind: DecisionKind, accounts: tuple[int, ...]) -> None:
        state, station, commands = self._state, self._station, self._commands
        if state is None or state.story is None or station is None or commands is None:
            return
        if self._deciding or not self._items or self._items[0].story != state.story:
            return  # nobody decides about what is not on the screen yet
        morning, story = station.watch_morning, state.story
        self._keep()
        self._deciding = True

        def work() -> "Done[MorningState | None]":
            from cmstation.services.done import Done  # noqa: PLC0415

            done = morning.decide(story, kind, accounts)
            return Done(morning.resume(), done.changes, done.undo)

        undo_text = self.tr("Choice of the morning")
        commands.run(work, done=self._go_on, failed=self._gone, undo_text=undo_text, owner=self)

    def _go_on(self, state: "MorningState | None") -> None:
        if state is not None and self._state is not None:
            self._state = state
            self._show()

    @Slot()
    def _undo(self) -> None:
        if self._commands is not None:
            self._commands.undo()  # what changes then leads back to the story (`look_again`)

    @Slot()
    def _open(self) -> None:
        if self._items and self._items[0].link:
            self.address_wanted.emit(self._items[0].link)

    @Slot(int)
    def _open_other(self, item: int) -> None:
        for one in self._items:
            if one.id == item and one.link:
                self.address_wanted.emit(one.link)

    # --- time ---

    @Slot()
    def _tick(self) -> None:
        self._seconds += 1
        if self._state is not None:
            self._page.timer.setText(self._time_words())
        station, seconds = self._station, self._seconds
        if station is not None and seconds % KEPT_EVERY_S == 0:
            self._store(lambda: station.watch_morning.spend(seconds))

    def _keep(self) -> None:
        from dataclasses import replace  # noqa: PLC0415

        state, station, commands = self._state, self._station, self._commands
        if state is None or state.story is None or station is None or commands is None:
            return
        self._state = kept = replace(state, seconds=self._seconds)
        morning = station.watch_morning
        self._store(lambda: morning.keep(kept))

    def _store(self, work: "Callable[[], None]") -> None:
        """Write what changes nothing that any screen shows."""
        if self._commands is None:
            return

        def done() -> "Changes":
            from cmstation.domain.changes import Changes  # noqa: PLC0415

            work()
            return Changes()

        self._commands.run(done, owner=self)

    def _spent(self) -> str:
        return duration_words(timedelta(minutes=max(1, round(self._seconds / 60))))

    def _time_words(self) -> str:
        """Say the time it took, and what is left at the same pace."""
        state = self._state
        if state is None or state.at < _ENOUGH:
            return self._spent()
        minutes = max(1, round(self._seconds / state.at * (len(state.queue) - state.at) / 60))
        left = duration_words(timedelta(minutes=minutes))
        return self.tr("{spent} · about {left} left").format(spent=self._spent(), left=left)
