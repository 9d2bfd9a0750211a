"""Look at a watch naively: which stories a filter asks for, and what waits in each list."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from cmstation.domain.folding import search_words
from cmstation.domain.watch import Counts, DecisionKind, Reading, StoryFilter
from cmstation.storage.database import Database
from cmstation.storage.watch_marks import WatchMarks
from tests.storage.station import HOUR, NOW
from tests.storage.watch_shelf import Shelf

VOCABULARY = ("éthique", "Éthiquement", "œdème", "télé-médecine", "clinique", "l’équipe", "don", "sang", "a")
BEGINNINGS = ("", "", "ethi", "OEDÈ", "télé", "cli don", "medecine", "equipe", "d s", "sangsue", "a")
TAGS = ("à relire", "congrès")
SOURCES, LISTS = 3, 2


@dataclass(frozen=True, slots=True)
class Told:
    """An item before it is stored; a story, a source and lists are places among those of a test."""

    story: int
    source: int
    hour: int
    words: tuple[str, ...]
    lists: frozenset[int]
    read: bool
    starred: bool
    tags: frozenset[str]
    decided: DecisionKind | None


TOLD = st.builds(
    Told,
    story=st.integers(0, 4),
    source=st.integers(0, SOURCES - 1),
    hour=st.integers(0, 5),
    words=st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=4).map(tuple),
    lists=st.frozensets(st.integers(0, LISTS - 1)),
    read=st.booleans(),
    starred=st.booleans(),
    tags=st.frozensets(st.sampled_from(TAGS)),
    decided=st.none() | st.sampled_from(DecisionKind),
)
# Lists and source are places here; `NaiveWatch.filter` puts the identities in.
WANTED = st.builds(
    StoryFilter,
    lists=st.frozensets(st.integers(0, LISTS - 1)),
    source=st.none() | st.integers(0, SOURCES - 1),
    reading=st.sampled_from(Reading),
    words=st.sampled_from(BEGINNINGS),
    tag=st.sampled_from(("", "", "", *TAGS)),
    since=st.none() | st.integers(0, 5).map(lambda hour: NOW + hour * HOUR),
    until=st.none() | st.integers(0, 5).map(lambda hour: NOW + hour * HOUR),
)


@dataclass(slots=True)
class NaiveWatch:
    """A watch that was stored, and is remembered."""

    sources: list[int]
    lists: list[int]
    stories: dict[int, list[Told]] = field(default_factory=dict[int, list[Told]])
    decided: dict[int, DecisionKind] = field(default_factory=dict[int, DecisionKind])

    def filter(self, wanted: StoryFilter) -> StoryFilter:
        """Put the identities of lists and sources into a filter."""
        return StoryFilter(
            frozenset(self.lists[at] for at in wanted.lists),
            None if wanted.source is None else self.sources[wanted.source],
            wanted.reading,
            wanted.words,
            wanted.tag,
            wanted.since,
            wanted.until,
        )

    def in_order(self, wanted: StoryFilter) -> list[int]:
        """List the stories that a filter of places asks for, newest first."""
        found = [
            (max(told.hour for told in group), story)
            for story, group in self.stories.items()
            if self._reads(story, wanted.reading) and any(_asked(told, wanted) for told in group)
        ]
        return [story for _hour, story in sorted(found, reverse=True)]

    def counts(self) -> Counts:
        """Count what waits."""
        unread = {
            at: len(self.in_order(StoryFilter(frozenset({at}), reading=Reading.UNREAD)))
            for at in range(LISTS)
        }
        some = {reading: len(self.in_order(StoryFilter(reading=reading))) for reading in Reading}
        return Counts(
            {self.lists[at]: many for at, many in unread.items() if many},
            some[Reading.UNREAD],
            some[Reading.LATER],
            some[Reading.PHYSICIANS],
            some[Reading.REVIEW],
            some[Reading.STARRED],
        )

    def _reads(self, story: int, reading: Reading) -> bool:
        group, decided = self.stories[story], self.decided.get(story)
        match reading:
            case Reading.ALL:
                return True
            case Reading.UNREAD:
                return not all(told.read for told in group)
            case Reading.STARRED:
                return any(told.starred for told in group)
            case Reading.UNDECIDED:
                return decided is None
            case _:
                return decided is not None and decided.value == reading.value


def shelve(database: Database, told: Sequence[Told]) -> NaiveWatch:
    """Store items, in an empty watch."""
    shelf, marks = Shelf(database), WatchMarks(database)
    shelf.clear()
    watch = NaiveWatch([shelf.source() for _ in range(SOURCES)], [shelf.list() for _ in range(LISTS)])
    firsts: dict[int, int] = {}
    for number, one in enumerate(told):
        item = shelf.item(
            watch.sources[one.source],
            one.words[0],
            " ".join(one.words[1:]),
            at=NOW + one.hour * HOUR,
            story=firsts.get(one.story),
            lists=[watch.lists[at] for at in one.lists],
            read=one.read,
            starred=one.starred,
            tags=one.tags,
        )
        story = firsts.setdefault(one.story, item)
        watch.stories.setdefault(story, []).append(one)
        if one.decided:
            marks.decide(item, one.decided, NOW + number * HOUR, "Anne")
            watch.decided[story] = one.decided
    return watch


def _asked(told: Told, wanted: StoryFilter) -> bool:
    at, said = NOW + told.hour * HOUR, search_words(" ".join(told.words))
    return (
        (not wanted.lists or bool(wanted.lists & told.lists))
        and wanted.source in (None, told.source)
        and (not wanted.tag or wanted.tag in told.tags)
        and (wanted.since is None or at >= wanted.since)
        and (wanted.until is None or at < wanted.until)
        and all(any(word.startswith(one) for word in said) for one in search_words(wanted.words))
    )
