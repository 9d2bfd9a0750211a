"""The watch of the sample clinic: lists, sources that are never fetched, and news of the last days."""

import html
import json
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Final, TypedDict, cast

from cmstation.domain.drafts import DraftFilter
from cmstation.domain.watch import (
    DecisionKind,
    NewItem,
    SourceKind,
    SourceState,
    SourceTrouble,
    StoryFilter,
    StoryRow,
)
from cmstation.domain.watch_alert_hours import QuietHours
from cmstation.domain.watch_alerts import AlertKind, AlertRule
from cmstation.domain.watch_rule_json import rule_json
from cmstation.domain.watch_rule_terms import terms
from cmstation.domain.watch_rule_words import folded_item
from cmstation.domain.watch_rules import Rule, compiled
from cmstation.domain.watch_storing import RuleMatcher, Tried, arrival
from cmstation.domain.web_addresses import canonical
from cmstation.resource_files import resource
from cmstation.services.station import Station
from cmstation.storage.database import Database
from cmstation.storage.watch_board import WatchBoard
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_lists import WatchLists
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_saved import SavedSearches
from cmstation.storage.watch_sources import WatchSources
from cmstation.storage.watch_stories import WatchStories

PLACE: Final = "https://veille.example.org/"
_HOUR: Final = timedelta(hours=1)
_SEEN_AFTER: Final = timedelta(minutes=4)
_DECIDED_AFTER: Final = timedelta(minutes=25)
_READ_EVERY: Final = timedelta(hours=1)


class _List(TypedDict, total=False):
    name: str
    folder: list[str]
    sources: list[str]
    rule: dict[str, list[str]]


class _SourceAlways(TypedDict):
    key: str
    kind: str
    title: str
    address: str


class _Source(_SourceAlways, total=False):
    site: str
    standing: int
    ago: float
    trouble: str
    detail: str
    failures: int
    paused: bool


class _Opinion(TypedDict, total=False):
    question: str
    physician: str
    who: str
    answer: str
    favourable: bool


class _Marks(TypedDict, total=False):
    star: bool
    tags: list[str]
    note: str
    origin: str
    decision: str
    who: str
    post: str
    opinion: _Opinion


class _StoryAlways(TypedDict):
    ago: float
    title: str
    text: str
    by: list[str | tuple[str, str, float]]


class _Story(_StoryAlways, total=False):
    marks: _Marks


class _Alert(TypedDict, total=False):
    name: str
    kind: str
    words: str
    count: int
    minutes: int
    near: int


class _Watch(TypedDict):
    read_after: float
    lists: list[_List]
    sources: list[_Source]
    stories: list[_Story]
    searches: list[dict[str, str]]
    alerts: list[_Alert]
    quiet: list[str]


class RehearsalWatch:
    """Fills the watch of a new sample clinic."""

    def __init__(self, station: Station, database: Database) -> None:
        self._station = station
        self._database = database
        self._now = station.clock.now()
        text = resource("rehearsal", "watch.json").read_text(encoding="utf-8")
        self._watch = cast("_Watch", json.loads(text))
        self._sources: dict[str, int] = {}

    def fill(self) -> None:
        """Write sources, lists, items, marks, searches and alerts."""
        database = self._database
        self._add_sources(WatchSources(database))
        matchers = self._add_lists(WatchLists(database))
        self._mark(self._add_items(WatchIngest(database), matchers))
        searches = SavedSearches(database)
        for one in self._watch["searches"]:
            searches.add(one["name"], StoryFilter(words=one.get("words", ""), tag=one.get("tag", "")))
        for alert in self._watch["alerts"]:
            self._station.watch_alerts.save(_alert_rule(alert))
        start, end = (time.fromisoformat(hour) for hour in self._watch["quiet"])
        zone = self._station.preferences.zone()
        self._station.watch_alerts.set_quiet([QuietHours(start, end, zone)])

    # --- sources and lists ---

    def _add_sources(self, sources: WatchSources) -> None:
        tries: list[Tried] = []
        for given in self._watch["sources"]:
            kind, address = SourceKind(given["kind"]), given["address"]
            place = f"{PLACE}{address}" if kind is SourceKind.FEED else address
            site = f"{PLACE}{given['site']}" if "site" in given else ""
            source = sources.add(kind, place, self._now, title=given["title"], site=site).id
            self._sources[given["key"]] = source
            if "standing" in given or "paused" in given:
                sources.change(source, standing=given.get("standing", 0), paused=given.get("paused", False))
            if "ago" in given:
                tries.append(Tried(self._state(source, given)))
        sources.tried_all(tries)

    def _state(self, source: int, given: _Source) -> SourceState:
        tried = self._now - given.get("ago", 0) * _HOUR
        trouble = SourceTrouble(given["trouble"]) if "trouble" in given else None
        return SourceState(
            source=source,
            tried_at=tried,
            read_at=tried if trouble is None else tried - 24 * _HOUR,
            due_at=max(tried, self._now) + _READ_EVERY,
            failures=given.get("failures", 0),
            trouble=trouble,
            detail=given.get("detail", ""),
        )

    def _add_lists(self, lists: WatchLists) -> dict[int, RuleMatcher]:
        matchers: dict[int, RuleMatcher] = {}
        for given in self._watch.get("lists", []):
            said = {side: terms(", ".join(words)) for side, words in given.get("rule", {}).items()}
            rule = Rule(any=said.get("any", ()), none=said.get("none", ()))
            made = lists.add(
                given.get("name", ""),
                rule="" if rule == Rule() else rule_json(rule),
                folder=tuple(given.get("folder", ())),
                sources=[self._sources[key] for key in given.get("sources", ())],
            )
            if made.rule:
                matchers[made.id] = compiled(rule)
        return matchers

    # --- items ---

    def _add_items(self, ingest: WatchIngest, matchers: Mapping[int, RuleMatcher]) -> dict[int, StoryRow]:
        """Store the items, the oldest first.

        Returns:
            The stories, by their place in the file.
        """
        items = [
            self._item(place, story, number)
            for place, story in enumerate(self._watch["stories"])
            for number in range(len(story["by"]))
        ]
        items.sort(key=lambda item: item.published or item.seen_at)
        grouper = _AsWritten()
        ingest.store([arrival(item) for item in items], self._now, matchers=matchers, grouper=grouper)
        places = {story: place for place, story in grouper.stories.items()}
        return {places[row.story]: row for row in WatchStories(self._database).rows(list(places))}

    def _item(self, place: int, story: _Story, number: int) -> NewItem:
        told = story["by"][number]
        key, own_title, later = (told, "", 0.0) if isinstance(told, str) else told
        title, text = own_title or story["title"], story["text"]
        at = self._now - (story["ago"] + later) * _HOUR
        paper = key == "papier"
        link = "" if paper else f"{PLACE}articles/{key}/{place + 1}"
        return NewItem(
            source=self._sources[key],
            guid=f"{place}/{number}",
            title=title,
            link=link,
            canonical=canonical(link),
            published=at,
            seen_at=min(at + _SEEN_AFTER, self._now),
            html=f"<p>{html.escape(text, quote=False)}</p>",
            folded=folded_item(title, text),
            origin=story.get("marks", {}).get("origin", ""),
        )

    # --- what a person did ---

    def _mark(self, stories: Mapping[int, StoryRow]) -> None:
        marks, board = WatchMarks(self._database), WatchBoard(self._database)
        read: list[int] = []
        for place, story in enumerate(self._watch["stories"]):
            item, given = stories[place].item, story.get("marks", _Marks())
            if story["ago"] > self._watch["read_after"] or "decision" in given:
                read.append(stories[place].story)
            if given.get("star"):
                marks.star(item, True)
            if "note" in given:
                marks.note(item, given["note"])
            if "tags" in given:
                marks.tag(item, given["tags"])
            self._decide(marks, board, item, story)
        marks.set_read(read, True, self._now)

    def _decide(self, marks: WatchMarks, board: WatchBoard, item: int, story: _Story) -> None:
        given = story.get("marks", _Marks())
        at = min(self._now - story["ago"] * _HOUR + _DECIDED_AFTER, self._now)
        if "decision" in given:
            posts = self._posts(given["post"]) if "post" in given else ()
            marks.decide(item, DecisionKind(given["decision"]), at, given.get("who", ""), posts)
        if "opinion" in given:
            self._ask(marks, board, item, given["opinion"], at)

    def _ask(self, marks: WatchMarks, board: WatchBoard, item: int, given: _Opinion, at: datetime) -> None:
        who, physician = given.get("who", ""), given.get("physician", "")
        asked = board.ask(item, given.get("question", ""), at, who=who, physician=physician)
        marks.decide(item, DecisionKind.PHYSICIANS, at, who)
        if "answer" in given:
            board.answer(
                asked.id,
                given["answer"],
                min(at + 3 * _HOUR, self._now),
                physician=physician,
                favourable=given.get("favourable"),
            )

    def _posts(self, title: str) -> tuple[int, ...]:
        rows = self._station.drafts.rows(DraftFilter(words=title))
        return tuple(row.id for row in rows if row.title == title)


class _AsWritten:
    """Puts items into the stories that the file names (`domain/watch_storing.py`: StoryGrouper)."""

    def __init__(self) -> None:
        self.stories: dict[int, int] = {}

    def story_of(self, item: NewItem, moment: datetime) -> int | None:
        """Return the story that was told before."""
        return self.stories.get(_place(item))

    def told(self, item: NewItem, moment: datetime, story: int) -> None:
        """Remember the story of an item."""
        self.stories.setdefault(_place(item), story)

    def forget(self, story: int) -> None:
        """Forget a story that is not stored."""
        self.stories = {place: one for place, one in self.stories.items() if one != story}


def _place(item: NewItem) -> int:
    return int(item.guid.partition("/")[0])


def _alert_rule(given: _Alert) -> AlertRule:
    return AlertRule(
        id=0,
        name=given.get("name", ""),
        kind=AlertKind(given.get("kind", "any")),
        words=terms(given.get("words", "")),
        count=given.get("count", 3),
        window=timedelta(minutes=given.get("minutes", 60)),
        near=given.get("near", 10),
    )
