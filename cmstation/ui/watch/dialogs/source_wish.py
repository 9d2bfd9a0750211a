"""What a person asks for when adding sources. Plain values, without Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cmstation.services.watch_sources import FoundSource


@dataclass(frozen=True, slots=True)
class AddWish:
    """Sources to watch from now on.

    Args:
        lists: in which they are shown.
        new_list: the name of a list to make for them, "" for none.
        name: what the person calls the source, when it is a single one.
    """

    found: "tuple[FoundSource, ...]"
    lists: tuple[int, ...] = ()
    new_list: str = ""
    name: str = ""
