"""Word-level difference between two texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words with the same fate."""

    change: Change
    text: str


# Words added and removed together beyond which a passage counts as rewritten; bounds time and memory.
MOST_CHANGES = 600
_PIECES = re.compile(r"\S+|\s+")


def words_of(text: str) -> list[str]:
    """Split into words and the white space between them, losing nothing."""
    return _PIECES.findall(text)


def difference(before: str, after: str) -> tuple[Run, ...]:
    """Tell what was removed from and added to a text, word by word.

    Joining the SAME and REMOVED runs gives `before`, the SAME and ADDED runs `after`.
    A passage with more than `MOST_CHANGES` changed words is compared as one run, so that a pasted
    book cannot stall.
    """
    old, new = words_of(before), words_of(after)
    runs = _Runs()
    at_old = at_new = 0
    for place_old, place_new in (*_kept(old, new), (len(old), len(new))):
        runs.add(Change.REMOVED, old[at_old:place_old])
        runs.add(Change.ADDED, new[at_new:place_new])
        runs.add(Change.SAME, old[place_old : place_old + 1])
        at_old, at_new = place_old + 1, place_new + 1
    return runs.all()


def _kept(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return the places of the pieces that both texts share, in order."""
    shortest = min(len(old), len(new))
    start = 0
    while start < shortest and old[start] == new[start]:
        start += 1
    end = 0
    while end < shortest - start and old[-1 - end] == new[-1 - end]:
        end += 1
    # White space alone is no landmark: words decide, and the space before a kept word follows it.
    old_words = [place for place in range(start, len(old) - end) if not old[place].isspace()]
    new_words = [place for place in range(start, len(new) - end) if not new[place].isspace()]
    pairs = _shared([old[place] for place in old_words], [new[place] for place in new_words])
    middle: list[tuple[int, int]] = []
    last = (start - 1, start - 1)
    for left, right in pairs:
        place = old_words[left], new_words[right]
        middle += _shared_space(old, new, last, place)
        middle.append(place)
        last = place
    middle += _shared_space(old, new, last, (len(old) - end, len(new) - end))
    first = [(place, place) for place in range(start)]
    rest = [(len(old) - place, len(new) - place) for place in range(end, 0, -1)]
    return [*first, *middle, *rest]


def _shared_space(
    old: list[str], new: list[str], last: tuple[int, int], place: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the same white space after the last shared piece, and before the next one."""
    after = last[0] + 1, last[1] + 1
    before = place[0] - 1, place[1] - 1
    if after[0] < place[0] and after[1] < place[1] and _same_space(old, new, after):
        yield after
    if after[0] < before[0] and after[1] < before[1] and _same_space(old, new, before):
        yield before


def _same_space(old: list[str], new: list[str], place: tuple[int, int]) -> bool:
    return old[place[0]] == new[place[1]] and old[place[0]].isspace()


def _shared(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return the longest common subsequence, by Myers' greedy walk (1986); nothing beyond `MOST_CHANGES`."""
    furthest = {1: 0}
    steps: list[dict[int, int]] = []
    for changes in range(min(len(old) + len(new), MOST_CHANGES) + 1):
        steps.append(dict(furthest))
        for diagonal in range(-changes, changes + 1, 2):
            down = diagonal == -changes or (
                diagonal != changes and furthest[diagonal - 1] < furthest[diagonal + 1]
            )
            left = furthest[diagonal + 1] if down else furthest[diagonal - 1] + 1
            right = left - diagonal
            while left < len(old) and right < len(new) and old[left] == new[right]:
                left, right = left + 1, right + 1
            furthest[diagonal] = left
            if left >= len(old) and right >= len(new):
                return _walked_back(steps, len(old), len(new))
    return []


def _walked_back(steps: list[dict[int, int]], left: int, right: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for changes in range(len(steps) - 1, -1, -1):
        furthest, diagonal = steps[changes], left - right
        down = diagonal == -changes or (
            diagonal != changes and furthest[diagonal - 1] < furthest[diagonal + 1]
        )
        came_from = diagonal + 1 if down else diagonal - 1
        start = furthest[came_from] if changes else 0
        arrival = start if down or not changes else start + 1
        while left > arrival:
            left, right = left - 1, right - 1
            pairs.append((left, right))
        left, right = start, start - came_from
    pairs.reverse()
    return pairs


class _Runs:
    """Joins neighbouring pieces of the same fate; what goes stands before what comes."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._waiting: dict[Change, list[str]] = {Change.REMOVED: [], Change.ADDED: [], Change.SAME: []}

    def add(self, change: Change, pieces: list[str]) -> None:
        """Add pieces of one fate."""
        if not pieces:
            return
        self._close(keeping=change)
        self._waiting[change] += pieces

    def all(self) -> tuple[Run, ...]:
        """Return the runs."""
        self._close(keeping=None)
        return tuple(self._runs)

    def _close(self, keeping: Change | None) -> None:
        """Write down what cannot grow any more: kept words before changed ones, and the other way round."""
        if keeping is Change.SAME:
            ended = (Change.REMOVED, Change.ADDED)
        else:
            ended = (Change.SAME,) if keeping is not None else tuple(self._waiting)
        for change in ended:
            if self._waiting[change]:
                self._runs.append(Run(change, "".join(self._waiting[change])))
                self._waiting[change] = []
