"""A press review in the making: what each thing that a person does makes of it. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from cmstation.domain.press_review import PressReview, ReviewEntry, ReviewRow, chapters, in_order

Thing = TypeVar("Thing")
USUAL_DAYS, MOST_DAYS = 7, 31


def arranged(review: PressReview) -> PressReview:
    """Return a review whose entries stand as the document has them: chapter after chapter."""
    return _in_this_order(
        review, [entry for chapter in chapters(review.entries) for entry in chapter.entries]
    )


def with_entry(review: PressReview, changed: ReviewEntry) -> PressReview:
    """Put an entry in the place of the one of the same item."""
    entries = tuple(
        replace(changed, position=entry.position) if entry.item == changed.item else entry
        for entry in review.entries
    )
    return arranged(replace(review, entries=entries))


def without(review: PressReview, item: int) -> PressReview:
    """Take an entry out."""
    return arranged(replace(review, entries=tuple(one for one in review.entries if one.item != item)))


def with_back(review: PressReview, entry: ReviewEntry) -> PressReview:
    """Put an entry back that was taken out, where it stood."""
    others = [one for one in in_order(review.entries) if one.item != entry.item]
    others.insert(min(entry.position, len(others)), entry)
    return arranged(_in_this_order(review, others))


def with_more(review: PressReview, more: Iterable[ReviewEntry]) -> PressReview:
    """Add entries at the end of their chapters; those that are there stay as they are."""
    known = {entry.item for entry in review.entries}
    added = [entry for entry in more if entry.item not in known]
    return arranged(_in_this_order(review, [*in_order(review.entries), *added]))


def moved(review: PressReview, item: int, step: int) -> PressReview:
    """Move an entry within its chapter, one place up (-1) or down (1)."""
    order = [[*chapter.entries] for chapter in chapters(review.entries)]
    for entries in order:
        place = next((place for place, entry in enumerate(entries) if entry.item == item), None)
        if place is not None:
            _swap(entries, place, place + step)
    return _in_this_order(review, [entry for entries in order for entry in entries])


def with_chapter_moved(review: PressReview, theme: str, step: int) -> PressReview:
    """Move a whole chapter up or down; what belongs to no theme stays last."""
    found = [chapter for chapter in chapters(review.entries) if chapter.theme]
    place = next((place for place, chapter in enumerate(found) if chapter.theme == theme), None)
    if place is not None:
        _swap(found, place, place + step)
    bare = [entry for entry in in_order(review.entries) if not entry.theme]
    return _in_this_order(review, [*(entry for chapter in found for entry in chapter.entries), *bare])


def drafted_again(
    review: PressReview, fresh: PressReview, written: Mapping[int, ReviewEntry], out: Iterable[int]
) -> PressReview:
    """Take another period's articles, and keep what the person wrote.

    Args:
        fresh: what was kept in the other period.
        written: all entries that the person has had before them, by item.
        out: items that they took out.
    """
    gone = frozenset(out)
    known = {entry.item: entry for entry in review.entries}
    stay = [entry for entry in in_order(review.entries) if entry.item in _items(fresh.entries)]
    added = [
        written.get(entry.item, entry)
        for entry in in_order(fresh.entries)
        if entry.item not in known and entry.item not in gone
    ]
    kept = replace(review, first=fresh.first, last=fresh.last)
    return arranged(_in_this_order(kept, [*stay, *added]))


def next_period(rows: Sequence[ReviewRow], today: date) -> tuple[date, date]:
    """Say which days a new review is about: those since the last one, else a week."""
    week = today - timedelta(days=USUAL_DAYS - 1)
    last = max((row.last for row in rows), default=None)
    if last is None or last >= today:
        return week, today
    return max(last + timedelta(days=1), today - timedelta(days=MOST_DAYS - 1)), today


def preset(key: str, today: date) -> tuple[date, date]:
    """Return the days of a usual period: "yesterday", "week", "days" or "month"."""
    if key == "yesterday":
        return today - timedelta(days=1), today - timedelta(days=1)
    if key == "week":
        return today - timedelta(days=today.weekday()), today
    if key == "month":
        return today.replace(day=1), today
    return today - timedelta(days=USUAL_DAYS - 1), today


def _items(entries: Iterable[ReviewEntry]) -> frozenset[int]:
    return frozenset(entry.item for entry in entries)


def _in_this_order(review: PressReview, entries: Sequence[ReviewEntry]) -> PressReview:
    placed = tuple(replace(entry, position=place) for place, entry in enumerate(entries))
    return replace(review, entries=placed)


def _swap(things: list[Thing], one: int, other: int) -> None:
    if 0 <= one < len(things) and 0 <= other < len(things):
        things[one], things[other] = things[other], things[one]
