"""Reading the watch: stories, search, marks, saved searches, what is added by hand, and what goes in time."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.folding import search_words
from cmstation.domain.watch import Counts, Item, SavedSearch, StoryFilter, StoryRow
from cmstation.domain.watch_networks import Cleaner
from cmstation.domain.watch_rule_terms import OPEN, Term
from cmstation.domain.watch_rules import Rule, compiled
from cmstation.services.done import Done
from cmstation.services.watch_lists import ListBook
from cmstation.services.watch_own_items import OwnItems
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_retention import WatchRetention
from cmstation.storage.watch_saved import SavedSearches
from cmstation.storage.watch_stories import WatchStories

CHANGED: Final = Changes(watch=True)
_CLEARED_AT_ONCE: Final = 2_000
_MOST_ROUNDS: Final = 100

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Highlights:
    """Where words stand in an item, in characters of its title and of its plain text."""

    title: Spans = ()
    text: Spans = ()


@dataclass(frozen=True, slots=True)
class ReadingTables:
    """What reading works on."""

    stories: WatchStories
    marks: WatchMarks
    saved: SavedSearches
    ingest: WatchIngest
    retention: WatchRetention


class WatchReading:
    """What a person can do with stories and their items.

    Args:
        cleaner: makes the text of an item readable; what is stored was only made harmless.
    """

    def __init__(
        self,
        tables: ReadingTables,
        lists: ListBook,
        own: OwnItems,
        clock: Clock,
        cleaner: Cleaner | None = None,
    ) -> None:
        self._stories = tables.stories
        self._marks = tables.marks
        self._saved = tables.saved
        self._tables = tables
        self._lists = lists
        self._own = own
        self._clock = clock
        self._cleaner = cleaner

    # --- questions ---

    def keys(self, wanted: StoryFilter) -> Sequence[int]:
        """Return the identities of stories, newest first."""
        return array("q", self._stories.keys(wanted))

    def rows(self, stories: Sequence[int]) -> tuple[StoryRow, ...]:
        """Return a window of rows; stories cleared away meanwhile are left out."""
        return self._stories.rows(stories)

    def count(self, wanted: StoryFilter) -> int:
        """Return how many stories a filter keeps."""
        return self._stories.count(wanted)

    def counts(self) -> Counts:
        """Return what waits in each list."""
        return self._stories.counts()

    def story(self, story: int) -> tuple[Item, ...]:
        """Return the items of a story as they are shown, the best source's first.

        Raises:
            NotFound: it was cleared away.
        """
        return tuple(self._shown(item) for item in self._stories.items(story))

    def item(self, item: int) -> Item:
        """Return one item as it is shown.

        Raises:
            NotFound: it was cleared away.
        """
        return self._shown(self._stories.get(item))

    def tags(self) -> tuple[str, ...]:
        """Return all tags that people gave."""
        return self._stories.tags()

    def made_of(self, post: int) -> int | None:
        """Return the item that a draft was made of, None when it was made of none."""
        return self._marks.relays(post)

    def highlights(self, item: Item | int, wanted: str | Rule) -> Highlights:
        """Say where an item has the words of a search, or those that a rule looks for.

        Args:
            wanted: the words of a search, each of which begins some word; or a rule.
        """
        found = self._stories.get(item) if isinstance(item, int) else item
        rule = wanted if isinstance(wanted, Rule) else _as_rule(wanted)
        matcher, source = compiled(rule), found.source
        return Highlights(
            matcher.places(found.title, source=source), matcher.places(found.text, source=source)
        )

    # --- marks ---

    def set_read(self, stories: Iterable[int], read: bool) -> Done[tuple[int, ...]]:
        """Mark stories as read or unread.

        Returns:
            Those that changed.
        """
        now = self._clock.now()
        changed = self._marks.set_read(stories, read, now)

        def undo() -> Changes:
            if read:
                self._marks.undo_read(changed, now)
            else:
                self._marks.set_read(changed, True, self._clock.now())
            return CHANGED

        return Done(changed, CHANGED, undo if changed else None)

    def read_all(self, wanted: StoryFilter) -> Done[tuple[int, ...]]:
        """Mark everything as read that a filter keeps.

        Returns:
            The stories that changed.
        """
        now = self._clock.now()
        changed = self._marks.read_all(wanted, now)

        def undo() -> Changes:
            self._marks.undo_read(changed, now)
            return CHANGED

        return Done(changed, CHANGED, undo if changed else None)

    def star(self, item: int, starred: bool) -> Done[Item]:
        """Give an item a star, or take it away."""
        before = self._stories.get(item).starred
        self._marks.star(item, starred)

        def undo() -> Changes:
            self._marks.star(item, before)
            return CHANGED

        return Done(self.item(item), CHANGED, undo)

    def tag(self, item: int, tags: Iterable[str]) -> Done[Item]:
        """Replace the tags of an item."""
        before = self._stories.get(item).tags
        self._marks.tag(item, tags)

        def undo() -> Changes:
            self._marks.tag(item, before)
            return CHANGED

        return Done(self.item(item), CHANGED, undo)

    def note(self, item: int, text: str) -> Done[Item]:
        """Write the note of an item; an empty one takes it away."""
        before = self._stories.get(item).note
        self._marks.note(item, text.strip())

        def undo() -> Changes:
            self._marks.note(item, before)
            return CHANGED

        return Done(self.item(item), CHANGED, undo)

    # --- by hand ---

    def add_paper(
        self,
        title: str,
        medium: str,
        day: date | None,
        text: str,
        link: str = "",
        summary: str = "",
        media: Path | bytes | None = None,
    ) -> Done[Item]:
        """Keep an article of the paper press (see `OwnItems.add_paper`)."""
        return self._own.add_paper(title, medium, day, text, link, summary, media)

    def add_page(self, address: str) -> Done[Item]:
        """Keep a web page, read once; asks the network (see `OwnItems.add_page`)."""
        return self._own.add_page(address)

    # --- saved searches ---

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return the searches that are kept, in the person's order."""
        return self._saved.all()

    def save(self, name: str, wanted: StoryFilter) -> Done[SavedSearch]:
        """Keep a search."""
        made = self._saved.add(name.strip(), wanted)
        return Done(made, CHANGED, lambda: self.drop_saved(made.id).changes)

    def rename_saved(self, search: int, name: str) -> Done[SavedSearch]:
        """Give a kept search another name."""
        before = next((one.name for one in self._saved.all() if one.id == search), "")
        changed = self._saved.change(search, name=name.strip())

        def undo() -> Changes:
            self._saved.change(search, name=before)
            return CHANGED

        return Done(changed, CHANGED, undo)

    def drop_saved(self, search: int) -> Done[int]:
        """Forget a kept search."""
        before = self._saved.all()
        self._saved.remove(search)
        return Done(search, CHANGED, lambda: self._brought_back(search, before))

    # --- upkeep ---

    def tidy(self) -> Changes:
        """Clear away what no list keeps any longer, and end what was broken off; once at start and daily.

        Nobody waits meanwhile: each step is a short transaction.
        """
        cleared = 0
        for _ in range(_MOST_ROUNDS):
            gone = self._tables.retention.clear(self._clock.now(), _CLEARED_AT_ONCE)
            cleared += gone
            if gone < _CLEARED_AT_ONCE:
                break
        followed = self._lists.follow_all()
        self._tables.ingest.settle()
        return CHANGED if cleared or followed else Changes()

    def _shown(self, item: Item) -> Item:
        if self._cleaner is None or not item.html:
            return item
        return replace(item, html=self._cleaner.clean(item.html, item.link))

    def _brought_back(self, search: int, before: Sequence[SavedSearch]) -> Changes:
        kept = next((one for one in before if one.id == search), None)
        if kept is not None:
            made = self._saved.add(kept.name, kept.wanted)
            self._saved.reorder([made.id if one.id == search else one.id for one in before])
        return CHANGED


def _as_rule(words: str) -> Rule:
    return Rule(any=tuple(Term((word + OPEN,)) for word in dict.fromkeys(search_words(words))))
