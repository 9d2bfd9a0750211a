"""Asks what is to be shown in the watch, and shows what came."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.watch import Counts, Item, SavedSearch, SourceOverview, StoryFilter, WatchList
from cmstation.ui.watch.article_page import article_page
from cmstation.ui.watch.place_menus import PlaceMenus
from cmstation.ui.watch.places import (
    PAGES,
    Known,
    Place,
    PlaceKind,
    PlaceWords,
    places,
    ranked_tags,
    with_reading,
)
from cmstation.ui.watch.saved_searches import SavedSearchDeeds, to_keep
from cmstation.ui.watch.tag_deeds import TagDeeds
from cmstation.ui.watch.words import decision_word

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.services.watch_reading import Highlights
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.view import WatchView

_KEYS, _ROWS, _STORY, _KNOWN = "watch-keys", "watch-rows", "watch-story", "watch-known"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the left column and the emptiness of the tab are made of."""

    lists: tuple[WatchList, ...]
    searches: tuple[SavedSearch, ...]
    counts: Counts
    tags: tuple[tuple[str, int], ...]
    board: int
    sources: SourceOverview


@dataclass(frozen=True, slots=True)
class _Told:
    """A story to be read."""

    story: int
    items: tuple[Item, ...]
    spans: tuple[str, ...]


class WatchLooking(QObject):
    """Keeps the three columns in step with what is stored.

    Signals:
        read: a story that the person has come to, once its text is shown.
        silent_wanted: the sources that cannot be read.
        page_wanted: the `PlaceKind` of a page of its own; the stories stay listed behind it.
    """

    read = Signal(int)
    silent_wanted = Signal()
    page_wanted = Signal(object)

    def __init__(self, view: "WatchView") -> None:
        super().__init__(view)
        self._view = view
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._place: Place | None = None
        self._story: int | None = None
        self._asked: int | None = None
        self._listed: StoryFilter | None = None
        self._going = ""
        self._spans: tuple[str, ...] = ()
        self.items: tuple[Item, ...] = ()
        view.places.list.chosen.connect(self._choose)
        view.stories.wanted.connect(self.ask_keys)
        view.stories.stories.list.stories.rows_wanted.connect(self._ask_rows)
        view.stories.stories.list.went_to.connect(self.ask_story)
        view.icons.theme.changed.connect(self._dress)

    @property
    def place(self) -> Place | None:
        """What the person looks at."""
        return self._place

    @property
    def story(self) -> int | None:
        """The story whose text is shown."""
        return self._story

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands
        searches = SavedSearchDeeds(self._view, station, commands, self._view.icons)
        searches.kept.connect(self._go_to_search)
        PlaceMenus(self._view, searches, self.search_to_keep)
        TagDeeds(self._view.reading, station, commands)

    def wanted(self) -> StoryFilter:
        """Return which stories are looked at."""
        pane = self._view.stories
        return with_reading(self._base(), pane.choice, pane.words)

    def search_to_keep(self) -> StoryFilter:
        """Return what would be kept under a name."""
        return to_keep(self.wanted(), self._base().reading)

    def _base(self) -> StoryFilter:
        place = self._place
        return place.wanted if place is not None and place.wanted is not None else StoryFilter()

    def leave_page(self) -> None:
        """Mark in the left column what is listed again, after a page of its own."""
        if self._place is not None:
            self._view.places.list.choose(self._place.key)

    # --- asking ---

    @Slot()
    def ask_known(self) -> None:
        """Read the left column."""
        station = self._station
        if station is None or self._commands is None:
            return

        def work() -> _Asked:
            reading = station.watch_reading
            return _Asked(
                station.watch_lists.all(),
                reading.saved(),
                reading.counts(),
                ranked_tags({tag: reading.count(StoryFilter(tag=tag)) for tag in reading.tags()}),
                len(station.watch_board.waiting()),
                station.watch_sources.overview(),
            )

        self._commands.ask(work, self._show_known, owner=self, replaces=_KNOWN)

    @Slot()
    def ask_keys(self) -> None:
        """Read which stories are to be listed."""
        station, wanted = self._station, self.wanted()
        if station is None or self._commands is None or self._place is None:
            return
        listed = self._view.stories.stories.list
        again, stays = wanted == self._listed, listed.current_story()
        before = listed.stories.keys

        def work() -> Sequence[int]:
            keys = station.watch_reading.keys(wanted)
            return with_current(keys, before, stays) if again and stays is not None else keys

        def show(keys: Sequence[int]) -> None:
            on = listed.current_story()
            if again and on not in {None, stays} and on not in keys:
                self.ask_keys()  # the person has gone on meanwhile, to a story that stays as well
            else:
                self._show_keys(keys)

        self._listed = wanted
        self._commands.ask(work, show, owner=self, replaces=_KEYS)

    def look_again(self) -> None:
        """Read again what may have changed."""
        self.ask_known()
        self.ask_keys()
        self._view.stories.stories.list.stories.forget_rows()
        if self._asked is not None:
            self.ask_story(self._asked)

    @Slot(int)
    def ask_story(self, story: int) -> None:
        """Read a story whole."""
        station, words = self._station, self._view.stories.words
        if station is None or self._commands is None:
            return
        self._asked = story
        rules = self._base().lists

        def work() -> _Told:
            items = station.watch_reading.story(story)
            first = items[0]
            found = station.watch_reading.highlights(first, words) if words else None
            if found is None and len(rules) == 1:
                found = station.watch_reading.highlights(first, station.watch_lists.rule(next(iter(rules))))
            spans = () if found is None else marked_words(first, found)
            return _Told(story, items, spans)

        self._commands.ask(work, self._show_story, owner=self, failed=self._gone, replaces=_STORY)

    @Slot(object)
    def _ask_rows(self, stories: Sequence[int]) -> None:
        station = self._station
        if station is None or self._commands is None:
            return
        model = self._view.stories.stories.list.stories
        self._commands.ask(lambda: station.watch_reading.rows(stories), model.show_rows, owner=self)

    # --- showing ---

    @Slot(object)
    def _choose(self, place: Place) -> None:
        if place.kind is PlaceKind.SILENT:
            self.silent_wanted.emit()
        if place.kind in PAGES:
            self.page_wanted.emit(place.kind)
        if place.wanted is None:
            return
        self._place = place
        self.ask_keys()

    def _show_known(self, found: _Asked) -> None:
        view = self._view
        words = PlaceWords(
            everything=self.tr("Everything"),
            lists=self.tr("Lists"),
            searches=self.tr("Saved searches"),
            tags=self.tr("Tags"),
            sources=self.tr("Sources"),
            silent=self.tr("%n silent source(s)", "", found.sources.silent),
            board=self.tr("Physicians’ opinions"),
            press=self.tr("Press reviews"),
        )
        silent = found.sources.silent
        known = Known(found.lists, found.searches, found.counts, silent, tags=found.tags, board=found.board)
        column, on = view.places.list, view.places.list.current_place()
        column.places.show_places(places(known, words))
        view.reading.tags.field.offer(sorted(tag for tag, _count in found.tags))
        view.places.tell_unread(found.counts.unread_in_all)
        view.places.freshness.setText(self._freshness(found))
        view.show_fullness(full=bool(found.sources.sources or found.lists))
        going, self._going = self._going, ""
        if going and column.choose(going):
            return
        stays = on if on is not None and on.kind in PAGES else self._place
        if stays is None or not column.choose(stays.key):
            column.choose("reading-all")

    @Slot(object)
    def _go_to_search(self, made: SavedSearch) -> None:
        """Go to a search that was just kept, in the place of the words that were typed."""
        self._going = f"search-{made.id}"
        self._view.stories.search.clear()

    def _freshness(self, found: _Asked) -> str:
        count = self.tr("%n source(s)", "", found.sources.sources)
        if found.sources.read_at is None:
            return count
        when = self._view.when(found.sources.read_at)
        return self.tr("{sources} · read {when}").format(sources=count, when=when)

    def _show_keys(self, keys: Sequence[int]) -> None:
        column, pane = self._view.stories.stories, self._view.stories
        pane.say_nothing("" if keys else self._nothing())
        column.list.show_keys(keys, self._story)
        column.tell_day()
        if not keys:
            self._forget_story()

    def _forget_story(self) -> None:
        self._story, self._asked, self.items = None, None, ()
        self._view.reading.clear()

    def _nothing(self) -> str:
        if self._view.stories.words:
            return self.tr("No item has these words. Try fewer or shorter ones.")
        return self.tr("Nothing is waiting here. Choose “Everything” to see what you have read.")

    def _show_story(self, told: _Told) -> None:
        came = told.story != self._story
        self._story, self.items, self._spans = told.story, told.items, told.spans
        self._dress()
        if came:  # what is only shown again may be unread on purpose
            self.read.emit(told.story)

    @Slot()
    def _dress(self) -> None:
        if not self.items:
            return
        first, view = self.items[0], self._view
        state = decision_word(first.decision.kind) if first.decision is not None else ""
        page = article_page(self.items, view.when, view.icons.theme)
        view.reading.show_item(first.id, page, first.note, state, self._spans, first.tags)

    def _gone(self, error: Exception) -> bool:
        from cmstation.domain.errors import NotFound  # noqa: PLC0415

        if isinstance(error, NotFound):
            self._forget_story()
            self.ask_keys()
            return True
        return False


def with_current(keys: Sequence[int], before: Sequence[int], current: int) -> Sequence[int]:
    """Keep the story that the person reads in a list of unread ones, at its place, until they go on.

    Args:
        before: the stories that were listed, the current one among them.
    """
    if current in keys or current not in before:
        return keys
    there = set(keys)
    place = before.index(current)
    after = next((key for key in before[place + 1 :] if key in there), None)
    at = keys.index(after) if after is not None else len(keys)
    return array("q", keys[:at]) + array("q", (current,)) + array("q", keys[at:])


def marked_words(item: Item, found: "Highlights") -> tuple[str, ...]:
    """Return the words to be marked, as they are written in title and text."""
    in_title = (item.title[start:end] for start, end in found.title)
    return (*in_title, *(item.text[start:end] for start, end in found.text))
