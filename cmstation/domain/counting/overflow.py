"""Find where a text that is too long begins to be too long."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cmstation.domain.counting.graphemes import graphemes

_SMALL_STEPS = 64


@dataclass(frozen=True, slots=True)
class Whole:
    """A part of the text that is never cut: a link, an emoji, a mention."""

    start: int
    end: int
    cost: int


def start_of_overflow(
    text: str, limit: int, units: Iterable[tuple[int, int]], fits: Callable[[str], bool]
) -> int:
    """Return the last place up to which the text fits.

    Args:
        units: where each part that is never cut ends, and what it counts.
        fits: tells whether the text up to a place fits; asked because a cut can make a link of what was none.
    """
    places = [0]
    total = 0
    for place, cost in units:
        total += cost
        if total > limit:
            break
        places.append(place)
    tried = 0
    while places[-1] and not fits(text[: places[-1]]):
        tried += 1
        # One place back is nearly always enough; a hostile text is left in long steps.
        step = 1 if tried <= _SMALL_STEPS else min(2 ** (tried - _SMALL_STEPS), len(places) - 1)
        del places[-step:]
    return places[-1]


def clusters(text: str, cost: Callable[[str], int]) -> Iterator[tuple[int, int]]:
    """Yield where each character that people see ends, and what it counts."""
    place = 0
    for cluster in graphemes(text):
        place += len(cluster)
        yield place, cost(cluster)


def clusters_and_wholes(
    text: str, wholes: Iterable[Whole], cost: Callable[[str], int], read_as: Callable[[str], str]
) -> Iterator[tuple[int, int]]:
    """Yield where each part that is never cut ends, and what it counts.

    Args:
        wholes: in order; their places are those of the text as the network reads it.
        cost: what characters outside of them count.
        read_as: the network's reading of a few characters.
    """
    waiting = iter(wholes)
    whole = next(waiting, None)
    place = read = total = 0
    for cluster in graphemes(text):
        place += len(cluster)
        as_read = read_as(cluster)
        end = read + len(as_read)
        done = read
        while whole is not None and whole.start < end:
            if whole.start >= read:
                total += cost(as_read[done - read : whole.start - read]) + whole.cost
            done = min(whole.end, end)
            if whole.end > end:
                break
            whole = next(waiting, None)
        else:
            yield place, total + cost(as_read[done - read :])
            total = 0
        read = end
