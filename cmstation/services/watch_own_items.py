"""Items that no source gave: what the person types, pastes or scans, and pages by their address."""

import html
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound
from cmstation.domain.story_fingerprints import fingerprint
from cmstation.domain.watch import Item, NewItem, Source, StoryFilter, sensible_moment
from cmstation.domain.watch_networks import Cleaner
from cmstation.domain.watch_rule_words import folded_item
from cmstation.domain.watch_storing import RuleMatcher, StoryGrouper, arrival
from cmstation.domain.web_addresses import canonical, host_of, unwrapped
from cmstation.domain.web_pages import PageReader
from cmstation.services.done import Done
from cmstation.services.library import Library
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_stories import WatchStories
from cmstation.storage.watch_take_back import WatchTakeBack

LONGEST_TEXT: Final = 100_000
_NOON: Final = time(12)
_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n\s*")
_PICTURE: Final = "library:"


@dataclass(frozen=True, slots=True)
class OwnItemTables:
    """Where items go.

    Args:
        paper: gives the source of what is typed or scanned.
        matchers: gives the rules of the lists.
        grouper: gives what finds stories that are told elsewhere.
        taking_back: undoes adding; None offers no undo.
    """

    ingest: WatchIngest
    stories: WatchStories
    marks: WatchMarks
    paper: Callable[[], Source]
    matchers: Callable[[], Mapping[int, RuleMatcher]]
    grouper: Callable[[], StoryGrouper]
    taking_back: WatchTakeBack | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    item: int
    new: bool


class OwnItems:
    """What a person adds by hand."""

    def __init__(
        self,
        tables: OwnItemTables,
        library: Library,
        pages: PageReader,
        cleaner: Cleaner,
        clock: Clock,
        zone: Callable[[], str],
    ) -> None:
        self._tables = tables
        self._library = library
        self._pages = pages
        self._cleaner = cleaner
        self._clock = clock
        self._zone = zone

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
        """Keep an article of the paper press.

        Taking it back leaves its picture in the library, where posts may show it by then.

        Args:
            medium: the newspaper or review.
            day: on which it came out, None when it is not known.
            summary: the officer's own words; they become the note.
            media: a scanned or pasted picture; the library keeps it.

        Raises:
            StationError: the picture cannot be used (see `domain/media_errors.py`).
        """
        now = self._clock.now()
        changes, picture = self._kept(media)
        body = text.strip()[:LONGEST_TEXT]
        item = NewItem(
            source=self._tables.paper().id,
            guid=secrets.token_hex(12),
            title=title.strip() or medium.strip(),
            link=link.strip(),
            canonical=canonical(link) if link.strip() else "",
            published=self._noon(day, now),
            seen_at=now,
            html=_paragraphs(body),
            folded=folded_item(title, f"{body} {medium}"),
            fingerprint=fingerprint(title, body, "", origin=medium).packed(),
            media=picture,
            origin=medium.strip(),
        )
        kept = self._stored(item, now)
        note = summary.strip()
        if note:
            self._tables.marks.note(kept.item, note)
        return self._done(kept, changes, note)

    def add_page(self, address: str) -> Done[Item]:
        """Keep a web page, read once; asks the network.

        One that was there already cannot be taken back.

        Raises:
            SourceUnread: it could not be read.
        """
        page = self._pages.read(address.strip())
        now = self._clock.now()
        link = unwrapped(page.address)
        text = self._cleaner.text(page.html)[:LONGEST_TEXT]
        title = page.title.strip() or host_of(link) or link
        name = page.site.strip() or host_of(link)
        item = NewItem(
            source=self._tables.paper().id,
            guid=canonical(link),
            title=title,
            link=link,
            canonical=canonical(link),
            published=sensible_moment(page.published, now),
            seen_at=now,
            html=self._cleaner.clean(page.html, link),
            folded=folded_item(title, text),
            fingerprint=fingerprint(title, text, canonical(link), origin=name).packed(),
            origin=name,
        )
        return self._done(self._stored(item, now), Changes(watch=True))

    def _stored(self, item: NewItem, now: datetime) -> _Kept:
        tables = self._tables
        done = tables.ingest.store([arrival(item)], now, matchers=tables.matchers(), grouper=tables.grouper())
        for identity in (*done.new, *done.changed):
            return _Kept(identity, new=identity in done.new)
        return _Kept(self._there(item), new=False)

    def _done(self, kept: _Kept, changes: Changes, note: str = "") -> Done[Item]:
        item, back = self._tables.stories.get(kept.item), self._tables.taking_back
        if back is None or not kept.new:
            return Done(item, changes)

        def undo() -> Changes:
            back.take_back(kept.item, note=note)
            return Changes(watch=True)

        return Done(item, changes, undo)

    def _there(self, item: NewItem) -> int:
        """Find the item that was there already."""
        stories = self._tables.stories
        for story in stories.keys(StoryFilter(source=item.source, words=item.title)):
            for found in stories.items(story):
                if found.source == item.source and found.link == item.link and found.title == item.title:
                    return found.id
        raise NotFound(subject="watch_item", identity=item.title)

    def _kept(self, media: Path | bytes | None) -> tuple[Changes, str]:
        if media is None:
            return Changes(watch=True), ""
        if isinstance(media, Path):
            done = self._library.add_file(media)
        else:
            done = self._library.add_bytes(media, "scan")
        return Changes(watch=True) | done.changes, f"{_PICTURE}{done.value.id}"

    def _noon(self, day: date | None, now: datetime) -> datetime | None:
        if day is None:
            return None
        return sensible_moment(datetime.combine(day, _NOON, ZoneInfo(self._zone())), now)


def scanned_picture(item: Item) -> int | None:
    """Return the picture of the library that goes with an item, None when it has none."""
    number = item.media.removeprefix(_PICTURE)
    return int(number) if number != item.media and number.isdecimal() else None


def _paragraphs(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = [part.strip() for part in _PARAGRAPHS.split(lines) if part.strip()]
    return "".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in parts)
