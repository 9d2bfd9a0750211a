"""Sort the rows of the list of drafts under their headings. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from cmstation.domain.drafts import DraftRow, PostState
from cmstation.ui.dates import day_bounds, local_day


class Heading(StrEnum):
    """What a group of rows has in common, in the order of the list."""

    TO_CHECK = "to_check"
    TIME_PASSED = "time_passed"
    THIS_WEEK = "this_week"
    LATER = "later"
    UNDATED = "undated"
    PUBLISHED = "published"
    ARCHIVED = "archived"


Entry: TypeAlias = DraftRow | Heading


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under their headings, ready to be shown.

    Args:
        places: where each post stands in `entries`.
        keys: what tells two entries apart, to see whether anything moved.
    """

    entries: tuple[Entry, ...]
    places: dict[int, int]
    keys: tuple[int | Heading, ...]

    @property
    def first_post(self) -> int | None:
        """The post at the top."""
        return next(iter(self.places), None)


def arranged(rows: Iterable[DraftRow], now: datetime, zone: str) -> Listing:
    """Group rows, keeping their order, save what is published: latest first."""
    today = local_day(now, zone)
    monday = day_bounds(today + timedelta(days=7 - today.weekday()), zone)[0]
    groups: dict[Heading, list[DraftRow]] = {heading: [] for heading in Heading}
    for row in rows:
        groups[_heading(row, now, monday)].append(row)
    groups[Heading.PUBLISHED].reverse()
    entries: list[Entry] = []
    for heading, found in groups.items():
        if found:
            entries.append(heading)
            entries += found
    return listing(entries)


def listing(entries: Iterable[Entry]) -> Listing:
    """Note where each entry stands."""
    kept = tuple(entries)
    keys = tuple(entry if isinstance(entry, Heading) else entry.id for entry in kept)
    places = {key: place for place, key in enumerate(keys) if not isinstance(key, Heading)}
    return Listing(kept, places, keys)


_BY_STATE = {
    PostState.UNCERTAIN: Heading.TO_CHECK,
    PostState.FAILED: Heading.TO_CHECK,
    PostState.LIVE: Heading.PUBLISHED,
    PostState.ARCHIVED: Heading.ARCHIVED,
    PostState.SENDING: Heading.THIS_WEEK,
}


def _heading(row: DraftRow, now: datetime, monday: datetime) -> Heading:
    by_state = _BY_STATE.get(row.state)
    if by_state is not None:
        return by_state
    if row.when is None:
        return Heading.UNDATED
    if row.when < now:
        return Heading.TIME_PASSED
    return Heading.THIS_WEEK if row.when < monday else Heading.LATER
