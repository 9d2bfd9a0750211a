"""The tab Watch: joins places, stories and the article to the services; keeps nothing of its own."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.changes import Changes
from cmstation.domain.watch import Item, StoryFilter
from cmstation.ui.dates import day_words, full_day_words, local_day, time_words
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme
from cmstation.ui.watch.article_view import SAFE_SCHEMES
from cmstation.ui.watch.looking import WatchLooking
from cmstation.ui.watch.morning.page import MorningPage
from cmstation.ui.watch.morning.round import MorningRound
from cmstation.ui.watch.pages_apart import PagesApart
from cmstation.ui.watch.story_deeds import StoryDeeds
from cmstation.ui.watch.view import WatchView
from cmstation.ui.watch.watch_menus import WatchMenus

if TYPE_CHECKING:
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
        self.apart: PagesApart | None = None
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
        StoryDeeds(self, self.looking, station, commands)
        self.round.attach(station, commands)
        self.reading.article.pictures.attach(station.watch_pictures, commands)
        self.menus = WatchMenus(self, station, commands)
        self.apart = PagesApart(self, station, commands)
        self.apart.over.connect(self._columns_again)
        self.apart.address_wanted.connect(self.address_wanted)
        self.looking.page_wanted.connect(self.apart.open)
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
        if self.apart is not None:
            self.apart.look_again(changes)
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
        elif self.apart is not None:
            self.apart.leave()
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
        """Hand over what is being written."""
        self.reading.flush()
        if self.apart is not None:
            self.apart.flush()

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
        return self.shows(self.morning)

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

    @Slot()
    def _columns_again(self) -> None:
        self.looking.leave_page()
        self.looking.look_again()
        self.take_keyboard()

    # --- doing ---

    @Slot(int)
    def ask_physicians(self, story: int) -> None:
        """Ask for an opinion, with a question of one's own."""
        if self.apart is not None:
            self.apart.board.ask(story)

    @Slot(int, int)
    def _show_progress(self, done: int, of: int) -> None:
        words = self.tr("Reading the sources: {done} of {of}").format(done=done, of=of)
        self.places.freshness.setText(words)

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

    def _join(self) -> None:
        listed, reading = self.stories.stories.list, self.reading
        listed.question_wanted.connect(self.ask_physicians)
        listed.open_wanted.connect(self._open_story)
        reading.article.article_wanted.connect(self._open_article)
        reading.article.item_wanted.connect(self._show_item)
        reading.article.link_wanted.connect(self.address_wanted)
        self.places.morning_wanted.connect(self.begin_morning)
        self.round.over.connect(self._end_morning)
        self.round.address_wanted.connect(self.address_wanted)
        self.address_wanted.connect(self._open_address)
