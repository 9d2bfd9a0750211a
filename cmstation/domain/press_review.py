"""Press reviews: articles chosen over some days, told to the director by theme. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from cmstation.domain.watch_alert_words import Tone

# Who reads a bar looks at the good first, the bad last.
TONES: Final = (Tone.POSITIVE, Tone.NEUTRAL, Tone.NEGATIVE)


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """An article of a review.

    Args:
        item: the identity of the watched item that it was made of.
        theme: the chapter, "" for what belongs to none.
        source: who published it.
        published: aware; None when nobody knows.
        summary: in the officer's own words.
        full_text: whether the whole article is wanted too; it takes a licence (`PressReview.licence`).
    """

    item: int
    theme: str
    title: str
    source: str
    published: datetime | None = None
    link: str = ""
    author: str = ""
    summary: str = ""
    tone: Tone = Tone.NEUTRAL
    full_text: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class PressReview:
    """A press review, made or in the making.

    Args:
        id: 0 until it is kept.
        title: "" for the usual one.
        first, last: the days it is about, both included.
        entries: in the officer's order.
        note: the officer's introduction.
        licence: whether the clinic had a licence to copy articles when this was kept.
    """

    id: int
    title: str
    first: date
    last: date
    created_at: datetime
    entries: tuple[ReviewEntry, ...] = ()
    note: str = ""
    licence: bool = False


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review as the history lists it.

    Args:
        articles: how many it has; `copies` of them are there in full.
    """

    id: int
    title: str
    first: date
    last: date
    created_at: datetime
    changed_at: datetime
    articles: int
    copies: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """The articles of one theme, in the officer's order."""

    theme: str
    entries: tuple[ReviewEntry, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a review a theme takes.

    Args:
        articles: how many.
        percent: of all articles, whole; those of all themes together make 100.
        tones: how many articles of each tone, in the order of `TONES`.
    """

    theme: str
    articles: int
    percent: int
    tones: Mapping[Tone, int] = field(default_factory=dict[Tone, int])


@dataclass(frozen=True, slots=True)
class CopyCount:
    """What a licence has to be told of one source in a span of time.

    Args:
        articles: how many articles were copied in full.
        reviews: in how many reviews.
    """

    source: str
    articles: int
    reviews: int


def in_order(entries: Iterable[ReviewEntry]) -> tuple[ReviewEntry, ...]:
    """Return entries by their positions, which are made 0, 1, 2, …"""
    ordered = sorted(entries, key=lambda entry: entry.position)
    return tuple(replace(entry, position=place) for place, entry in enumerate(ordered))


def chapters(entries: Iterable[ReviewEntry]) -> tuple[Chapter, ...]:
    """Group entries by theme; the theme of the first entry comes first, what has no theme comes last."""
    themes: dict[str, list[ReviewEntry]] = {}
    for entry in in_order(entries):
        themes.setdefault(entry.theme, []).append(entry)
    without = themes.pop("", None)
    if without is not None:
        themes[""] = without
    return tuple(Chapter(theme, tuple(found)) for theme, found in themes.items())


def tones(entries: Iterable[ReviewEntry]) -> dict[Tone, int]:
    """Count entries by tone, in the order of `TONES`; every tone is there."""
    found = dict.fromkeys(TONES, 0)
    for entry in entries:
        found[entry.tone] += 1
    return found


def shares(found: Sequence[Chapter]) -> tuple[Share, ...]:
    """Tell how much each theme takes."""
    percents = _percents([len(chapter.entries) for chapter in found])
    return tuple(
        Share(chapter.theme, len(chapter.entries), percent, tones(chapter.entries))
        for chapter, percent in zip(found, percents, strict=True)
    )


def sources(entries: Iterable[ReviewEntry]) -> tuple[tuple[str, int], ...]:
    """Count entries by source, the most frequent first, then by name."""
    found: dict[str, int] = {}
    for entry in entries:
        found[entry.source] = found.get(entry.source, 0) + 1
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0].casefold(), pair[0])))


def copied(review: PressReview) -> tuple[ReviewEntry, ...]:
    """Return the entries that are there in full: asked for, and covered by a licence."""
    return tuple(entry for entry in review.entries if entry.full_text) if review.licence else ()


def declared(reviews: Iterable[PressReview]) -> tuple[CopyCount, ...]:
    """Count, by source, what was copied in full in some reviews; by name."""
    articles: dict[str, int] = {}
    within: dict[str, int] = {}
    for review in reviews:
        copies = copied(review)
        for entry in copies:
            articles[entry.source] = articles.get(entry.source, 0) + 1
        for source in {entry.source for entry in copies}:
            within[source] = within.get(source, 0) + 1
    names = sorted(articles, key=lambda name: (name.casefold(), name))
    return tuple(CopyCount(name, articles[name], within[name]) for name in names)


def _percents(counts: Sequence[int]) -> list[int]:
    """Return whole percentages that make 100 together: what is lost most by rounding down gains one."""
    total = sum(counts)
    if not total:
        return [0 for _ in counts]
    floors = [count * 100 // total for count in counts]
    lost = sorted(range(len(counts)), key=lambda place: (-(counts[place] * 100 % total), place))
    for place in lost[: 100 - sum(floors)]:
        floors[place] += 1
    return floors
