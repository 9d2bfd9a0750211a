"""The tab Watch: joins places, stories and the article to the services; keeps nothing of its own."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.changes import Changes
from cmstation.domain.watch import DecisionKind, Item, StoryFilter
from cmstation.ui.dates import day_words, full_day_words, local_day, time_words
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme
from cmstation.ui.watch.article_view import SAFE_SCHEMES
from cmstation.ui.watch.looking import WatchLooking
from cmstation.ui.watch.morning.page import MorningPage
from cmstation.ui.watch.morning.round import MorningRound
from cmstation.ui.watch.view import WatchView
from cmstation.ui.watch.watch_menus import WatchMenus

if TYPE_CHECKING:
    from cmstation.services.done import Done
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch_upkeep import WatchUpkeep


class WatchTab(WatchView):
    """What others publish, and what becomes of it.

    Signals:
        post_wanted: a post to open in Drafts.
        address_wanted: an address to be opened in the browser.
        alone_wanted: the morning wants the window for itself, or gives it back.
    """

    post_wanted = Signal(int)
    address_wanted = Signal(str)
    alone_wanted = Signal(bool)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._stale = False
        self._upkeep: WatchUpkeep | None = None
        self.menus: WatchMenus | None = None
        super().__init__(icons, parent)
        del theme  # the icons carry it
        self.looking = WatchLooking(self)
        self.morning = MorningPage(icons, self)
        self.round = MorningRound(self, self.morning)
        self.add_page(self.morning)
        self._join()

    # --- the window's side ---

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, and show what there is."""
        self._station, self._commands = station, commands
        self.looking.attach(station, commands)
        self.round.attach(station, commands)
        self.reading.article.pictures.attach(station.watch_pictures, commands)
        self.menus = WatchMenus(self, station, commands)
        if self._upkeep is not None:
            self.set_upkeep(self._upkeep)
        self.looking.ask_known()

    def set_upkeep(self, upkeep: "WatchUpkeep") -> None:
        """Receive what reads the sources, and show how far it is."""
        again, self._upkeep = self._upkeep, upkeep
        if self.menus is not None:
            self.menus.set_upkeep(upkeep)
        if again is None:
            upkeep.progressed.connect(self._show_progress)
            upkeep.refreshed.connect(self.looking.ask_known)

    def look_again(self, changes: Changes) -> None:
        """Show what a command changed, now or when the tab is looked at."""
        if not (changes.watch or changes.everything):
            return
        if self._in_morning():
            self.round.look_again()  # the columns look again when they are back
        elif self.isVisible():
            self.looking.look_again()
        else:
            self._stale = True

    def show_post(self, post: int) -> None:
        """Go to the story that a post was made of."""
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        reading = station.watch_reading

        def work() -> int | None:
            item = reading.made_of(post)
            return reading.item(item).story if item is not None else None

        commands.ask(work, self.show_story, owner=self)

    @Slot(object)
    def show_stories(self, stories: tuple[int, ...]) -> None:
        """Open the story of an alert; several are listed."""
        if len(stories) == 1 or self.menus is None:
            self.show_story(stories[0] if stories else None)
        else:
            self.menus.dialogs.alerts.open(last=True)

    @Slot(object)
    def show_story(self, story: int | None) -> None:
        """Open a story, among all that there are."""
        if story is None:
            return
        if self._in_morning():
            self.round.leave()
        self.places.list.choose("reading-all")
        self.looking.ask_story(story)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.stories.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.stories.search.selectAll()

    def take_keyboard(self) -> None:
        """Put the keyboard into the list of stories."""
        self.stories.stories.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_post(self) -> int | None:
        """Return None: there is no post here."""
        return None

    def flush(self) -> None:
        """Hand a note that is being written over."""
        self.reading.flush()

    # --- words of time, in the clinic's zone ---

    def when(self, moment: datetime) -> str:
        """Say the hour of today, else the day."""
        station = self._station
        if station is None:
            return ""
        zone, now = station.preferences.zone(), station.clock.now()
        if local_day(moment, zone) == local_day(now, zone):
            return time_words(moment, zone)
        return day_words(moment, zone, now)

    def day(self, moment: datetime) -> str:
        """Say the day as a heading."""
        station = self._station
        if station is None:
            return ""
        zone = station.preferences.zone()
        day, today = local_day(moment, zone), local_day(station.clock.now(), zone)
        if day == today:
            return self.tr("Today")
        if day == today - timedelta(days=1):
            return self.tr("Yesterday")
        return full_day_words(day, with_year=day.year != today.year)

    # --- Qt ---

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.looking.look_again()
        if self._in_morning():
            self.alone_wanted.emit(True)

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if self._in_morning() and not event.spontaneous():
            self.alone_wanted.emit(False)  # the other tabs are reached by the header

    # --- the morning ---

    def _in_morning(self) -> bool:
        return self._pages.currentWidget() is self.morning

    @Slot()
    def begin_morning(self) -> None:
        """Go through what is new, story by story."""
        self.reading.flush()
        self.show_page(self.morning)
        self.alone_wanted.emit(True)
        self.round.begin(StoryFilter())

    @Slot()
    def _end_morning(self) -> None:
        self.show_page(self.panes)
        self.alone_wanted.emit(False)
        self.looking.look_again()
        self.take_keyboard()

    # --- doing ---

    @Slot(int, object)
    def decide(self, story: int, kind: DecisionKind) -> None:
        """Store what the person decides about a story, and go on to the next one."""
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        self.reading.flush()
        morning, listed = station.watch_morning, self.stories.stories.list
        if listed.current_story() == story:
            listed.step(1)
        commands.run(lambda: morning.decide(story, kind), undo_text=self._done_words(kind), owner=self)

    @Slot(object)
    def _decide_current(self, kind: DecisionKind) -> None:
        story = self.looking.story
        if story is not None:
            self.decide(story, kind)

    @Slot(int)
    def _mark_read(self, story: int) -> None:
        row = self.stories.stories.list.stories.known(story)
        station, commands = self._station, self._commands
        if station is None or commands is None or (row is not None and not row.unread):
            return
        reading = station.watch_reading

        def work() -> "Done[None]":
            from cmstation.services.done import Done  # noqa: PLC0415

            reading.set_read([story], True)
            return Done(None, Changes())  # the list stays as it is under the person's eyes

        commands.run(work, done=self._was_read, owner=self)

    @Slot(int, int)
    def _show_progress(self, done: int, of: int) -> None:
        words = self.tr("Reading the sources: {done} of {of}").format(done=done, of=of)
        self.places.freshness.setText(words)

    def _was_read(self, _nothing: None) -> None:
        self.stories.stories.list.stories.forget_rows()
        self.looking.ask_known()

    @Slot(int)
    def _turn_read(self, story: int) -> None:
        row = self.stories.stories.list.stories.known(story)
        station, commands = self._station, self._commands
        if station is None or commands is None or row is None:
            return
        reading, read = station.watch_reading, row.unread
        commands.run(lambda: reading.set_read([story], read), owner=self)

    @Slot(int)
    def _turn_star(self, story: int) -> None:
        row = self.stories.stories.list.stories.known(story)
        station, commands = self._station, self._commands
        if station is None or commands is None or row is None:
            return
        reading, item, starred = station.watch_reading, row.item, not row.starred
        commands.run(lambda: reading.star(item, starred), owner=self)

    @Slot(int, str)
    def _write_note(self, item: int, text: str) -> None:
        station, commands = self._station, self._commands
        if station is not None and commands is not None:
            reading = station.watch_reading
            commands.run(lambda: reading.note(item, text), owner=self)

    @Slot(int)
    def _open_story(self, story: int) -> None:
        station, commands = self._station, self._commands
        if self.looking.story == story:
            self._open_item(self.looking.items[0])
        elif station is not None and commands is not None:
            reading = station.watch_reading
            commands.ask(lambda: reading.story(story)[0], self._open_item, owner=self)

    @Slot(int)
    def _open_article(self, item: int) -> None:
        for one in self.looking.items:
            if one.id == item:
                self._open_item(one)

    @Slot(int)
    def _show_item(self, item: int) -> None:
        """Open another item of the story: its own page, in the browser."""
        self._open_article(item)

    def _open_item(self, item: Item) -> None:
        if item.link:
            self.address_wanted.emit(item.link)

    @Slot(str)
    def _open_address(self, address: str) -> None:
        if QUrl(address).scheme() in SAFE_SCHEMES:
            QDesktopServices.openUrl(QUrl(address))

    def _done_words(self, kind: DecisionKind) -> str:
        words = {
            DecisionKind.RELAY: self.tr("Draft made of the story"),
            DecisionKind.PHYSICIANS: self.tr("Opinion asked of the physicians"),
            DecisionKind.REVIEW: self.tr("Kept for the press review"),
            DecisionKind.DISMISS: self.tr("Story dismissed"),
            DecisionKind.LATER: self.tr("Put off until later"),
        }
        return words[kind]

    def _join(self) -> None:
        listed, reading = self.stories.stories.list, self.reading
        listed.decided.connect(self.decide)
        listed.star_wanted.connect(self._turn_star)
        listed.read_wanted.connect(self._turn_read)
        listed.open_wanted.connect(self._open_story)
        reading.decided.connect(self._decide_current)
        reading.note_written.connect(self._write_note)
        reading.article.article_wanted.connect(self._open_article)
        reading.article.item_wanted.connect(self._show_item)
        reading.article.link_wanted.connect(self.address_wanted)
        self.looking.read.connect(self._mark_read)
        self.places.morning_wanted.connect(self.begin_morning)
        self.round.over.connect(self._end_morning)
        self.round.address_wanted.connect(self.address_wanted)
        self.address_wanted.connect(self._open_address)
