"""Where headings and articles of a press review stand, and which of them have no row yet."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from cmstation.domain.press_review import Chapter, ReviewEntry
from cmstation.ui.watch.review.chapter_heading import HEADING


@dataclass(slots=True)
class Place:
    """Where something stands.

    Args:
        entry: None for a heading.
        ends: whether it is the first and the last of its chapter.
        known: the width for which its height is known, 0 when it is not.
    """

    theme: str
    entry: ReviewEntry | None = None
    ends: tuple[bool, bool] = (False, False)
    top: int = 0
    height: int = HEADING
    known: int = 0


class Places:
    """All places from above to below: each chapter's heading, then its articles."""

    def __init__(self, found: Sequence[Chapter] = (), before: "Places | None" = None) -> None:
        """Line up chapters.

        Args:
            before: what was shown so far; an article that looks as it did there keeps its height.
        """
        self._order: list[Place] = []
        self._by_item: dict[int, Place] = {}
        known = {} if before is None else before._by_item
        for chapter in found:
            self._order.append(Place(chapter.theme))
            for number, entry in enumerate(chapter.entries):
                place = Place(chapter.theme, entry, (number == 0, number == len(chapter.entries) - 1))
                _keep_height(place, known.get(entry.item))
                self._by_item[entry.item] = place
                self._order.append(place)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._order)

    def __contains__(self, item: object) -> bool:
        return item in self._by_item

    def of(self, item: int) -> Place:
        """Return the place of an article."""
        return self._by_item[item]

    def items(self) -> tuple[int, ...]:
        """Return all articles."""
        return tuple(self._by_item)

    def unmade(self, seen: QRect, made: Container[int]) -> Place | None:
        """Return the first article in a part of the column that has no row.

        Args:
            made: the articles that have one.
        """
        for place in self._order:
            if place.top > seen.bottom():
                break
            entry = place.entry
            if entry is not None and entry.item not in made and place.top + place.height >= seen.top():
                return place
        return None


def _keep_height(place: Place, before: Place | None) -> None:
    """Take over the height of an article whose row looks as it did."""
    one, other = place.entry, before.entry if before else None
    if before is None or one is None or other is None:
        return
    if (one.title, one.summary) == (other.title, other.summary):
        place.height, place.known = before.height, before.known
