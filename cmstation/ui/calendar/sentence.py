"""A sentence about the plan that leads somewhere."""

from dataclasses import dataclass
from datetime import date

from cmstation.domain.calendar import ItemKey


@dataclass(frozen=True, slots=True)
class Sentence:
    """A warning in words.

    Args:
        day: where it is shown, and where it leads when it names no item.
        items: those that it is about, whether they are shown or not.
    """

    day: date
    words: str
    items: tuple[ItemKey, ...] = ()
