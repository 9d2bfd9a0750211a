"""Sort the rows of the list of drafts under their headings. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from cmstation.domain.drafts import DraftRow, PostState
from cmstation.ui.dates import local_day


class Heading(StrEnum):
    """What a group of rows has in common, in the order of the list."""

    TO_CHECK = "to_check"
    TIME_PASSED = "time_passed"
    THIS_WEEK = "this_week"
    LATER = "later"
    UNDATED = "undated"
    PUBLISHED = "published"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    heading: Heading
    rows: tuple[DraftRow, ...]


def arranged(rows: Iterable[DraftRow], now: datetime, zone: str) -> tuple[Group, ...]:
    """Group rows, keeping their order, save what is published: latest first."""
    today = local_day(now, zone)
    monday_next = today + timedelta(days=7 - today.weekday())
    groups: dict[Heading, list[DraftRow]] = {heading: [] for heading in Heading}
    for row in rows:
        groups[_heading(row, now, zone, monday_next)].append(row)
    groups[Heading.PUBLISHED].reverse()
    return tuple(Group(heading, tuple(found)) for heading, found in groups.items() if found)


_BY_STATE = {
    PostState.UNCERTAIN: Heading.TO_CHECK,
    PostState.FAILED: Heading.TO_CHECK,
    PostState.LIVE: Heading.PUBLISHED,
    PostState.ARCHIVED: Heading.ARCHIVED,
    PostState.SENDING: Heading.THIS_WEEK,
}


def _heading(row: DraftRow, now: datetime, zone: str, monday_next: date) -> Heading:
    by_state = _BY_STATE.get(row.state)
    if by_state is not None:
        return by_state
    if row.when is None:
        return Heading.UNDATED
    if row.when < now:
        return Heading.TIME_PASSED
    return Heading.THIS_WEEK if local_day(row.when, zone) < monday_next else Heading.LATER
