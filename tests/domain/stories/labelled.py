"""The labelled headlines: which items tell the same story, as a person sees it.

All were invented for this: papers, towns and events. Items whose `story` is the same tell one story. The
weights of `story_likeness` were fitted on the half "fitted" alone; the other half was looked at at the end.
Stories of one family (the first word of their label) are alike on purpose and stand in the same half.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Final
from zlib import crc32

from cmstation.domain.stories import STORY_DAYS, Arrival, StoryKey
from cmstation.domain.story_fingerprints import fingerprint
from cmstation.domain.story_words import KINDS, item_words
from cmstation.domain.web_addresses import canonical, host_of, unwrapped

FILE: Final = Path(__file__).with_name("labelled.csv")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A headline, and the story that it tells."""

    item: int
    story: str
    source: str
    title: str
    summary: str
    link: str
    published: datetime

    @property
    def held_out(self) -> bool:
        """Whether nothing was fitted on it."""
        return bool(crc32(self.story.split("-", 1)[0].encode()) & 1)


@dataclass(frozen=True, slots=True)
class Score:
    """How many pairs of items were rightly and wrongly put together, and how many were missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def read() -> list[Labelled]:
    """Read all items, in the order of the file."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return [
            Labelled(
                item=item,
                story=row["story"],
                source=row["source"],
                title=row["title"],
                summary=row["summary"],
                link=row["link"],
                published=datetime.fromisoformat(row["published"]),
            )
            for item, row in enumerate(csv.DictReader(lines), start=1)
        ]


def arrivals(items: Sequence[Labelled]) -> list[Arrival]:
    """Take the fingerprint of each item, as a refresh does."""
    sources = {name: number for number, name in enumerate(sorted({item.source for item in items}), start=1)}
    return [
        Arrival(
            item=item.item,
            source=sources[item.source],
            at=item.published,
            mark=fingerprint(item.title, item.summary, canonical(item.link)),
        )
        for item in items
    ]


def score(items: Sequence[Labelled], keys: Mapping[int, StoryKey]) -> Score:
    """Compare what was grouped with the labels, pair by pair."""
    right = wrong = missed = 0
    for one, other in combinations(items, 2):
        same, grouped = one.story == other.story, keys[one.item] == keys[other.item]
        right += same and grouped
        wrong += grouped and not same
        missed += same and not grouped
    return Score(right, wrong, missed)


def groups(keys: Mapping[int, StoryKey]) -> set[frozenset[int]]:
    """Return which items are together, whatever their keys are."""
    members: dict[StoryKey, set[int]] = {}
    for item, key in keys.items():
        members.setdefault(key, set()).add(item)
    return {frozenset(found) for found in members.values()}


def look_alikes(items: Sequence[Labelled]) -> list[tuple[Labelled, Labelled]]:
    """Return pairs of different stories of the same days that share a third of their titles' words."""
    words = {item.item: _title_words(item) for item in items}
    return [
        (one, other)
        for one, other in combinations(items, 2)
        if one.story != other.story
        and abs(one.published - other.published).days < STORY_DAYS
        and 3 * len(words[one.item] & words[other.item]) >= len(words[one.item] | words[other.item]) > 0
    ]


def _title_words(item: Labelled) -> set[int]:
    return {code & ~KINDS for code in item_words(item.title, "", host_of(unwrapped(item.link))).title}
