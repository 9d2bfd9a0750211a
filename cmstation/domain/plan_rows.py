"""Read one row of a plan's table: an entry, and every fault of its cells."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Final, TypeVar

from cmstation.domain import plan_words as words
from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import EventTime, FloatingTime, WholeDay, instant_of
from cmstation.domain.folding import folded
from cmstation.domain.plan_cells import (
    BadCell,
    GivenCell,
    UnusableCell,
    day_of,
    hour_of,
    moment_at,
    text_of,
    words_between_commas,
    zone_of,
)
from cmstation.domain.plan_entries import FIELDS, PlanEntry, PlanNames, sheet_text
from cmstation.domain.plan_faults import FaultyCell, PlanFault, faulty
from cmstation.domain.plan_recurrence import check_line

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_FIELD_OF: Final = {
    words.KIND: "what",
    words.TITLE: "title",
    words.TEXT: "text",
    words.ACCOUNTS: "accounts",
    words.THEME: "theme",
    words.CAMPAIGN: "campaign",
    words.STATE: "state",
    words.LINK: "link",
    words.TAGS: "tags",
    words.PLACE: "place",
    words.RECURRENCE: "recurrence",
    words.NOTES: "notes",
    words.FIRST_COMMENT: "first_comment",
    words.LANGUAGE: "language",
    words.DATE: "start",
}
_END = frozenset({words.END_DATE, words.END_HOUR})
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds.

    Args:
        heading: as the file writes it.
        account: label of the account whose own words these are, "" for all of them, None for an unknown one.
    """

    name: str
    heading: str
    account: str | None = ""

    @property
    def key(self) -> tuple[str, str | None]:
        """What two columns must not share."""
        return self.name, self.account


@dataclass(frozen=True, slots=True)
class RowFound:
    """What a row says, as far as it could be read."""

    entry: PlanEntry
    faults: tuple[FaultyCell, ...]


class RowReading:
    """Reads the rows below one heading."""

    def __init__(self, columns: Sequence[Column | None], names: PlanNames, zone: str) -> None:
        self.names = names
        self.zone = zone
        self.columns = tuple(columns)
        self._headings = {one.name: one.heading for one in columns if one is not None and one.account == ""}
        given = {_FIELD_OF[name] for name in self._headings if name in _FIELD_OF}
        if "start" in given and _END & self._headings.keys():
            given.add("end")
        self.given = frozenset(given)

    def heading_of(self, name: str) -> str:
        """Return a column's heading as the file writes it, or as we do."""
        return self._headings.get(name, name)

    def entry(self, line: int, cells: Sequence[GivenCell]) -> RowFound:
        """Read one row."""
        row = _Row(self, line)
        return RowFound(row.read(cells), tuple(row.faults))


@dataclass(slots=True)
class _Row:
    """One row while it is read."""

    reading: RowReading
    line: int
    faults: list[FaultyCell] = field(default_factory=list[FaultyCell])
    cells: dict[str, GivenCell] = field(default_factory=dict[str, GivenCell])
    own: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def read(self, cells: Sequence[GivenCell]) -> PlanEntry:
        self._sort(cells)
        identity = self._text(words.IDENTITY).strip()
        is_post, what = self._kind(identity)
        given = set(self.reading.given)
        fields: dict[str, Any] = self._post(given) if is_post else self._event(given)
        if not identity and not fields["title"] and not fields.get("text"):
            self._fault(words.TITLE, PlanFault.NOTHING_WRITTEN)
        if not self._text(words.KIND).strip():
            given.discard("what")
        return PlanEntry(identity=identity, what=what, given=frozenset(given), line=self.line, **fields)

    def _sort(self, cells: Sequence[GivenCell]) -> None:
        """Put each cell under its column; what has no value is a fault."""
        columns = self.reading.columns
        if beyond := [text_of(cell) for cell in cells[len(columns) :] if text_of(cell).strip()]:
            self.faults.append(faulty(self.line, "", PlanFault.CELLS_BEYOND, ", ".join(beyond)))
        for column, cell in zip(columns, cells, strict=False):
            if column is None:
                continue
            usable = cell
            if isinstance(cell, UnusableCell):
                self.faults.append(faulty(self.line, column.heading, cell.fault, cell.found))
                usable = None
            if column.account:
                self.own[column.account, column.name] = sheet_text(text_of(usable))
            else:
                self.cells[column.name] = usable

    def _kind(self, identity: str) -> tuple[bool, EventKind | None]:
        word = self._text(words.KIND).strip()
        if not word:
            is_post = not identity or identity.startswith("post-")
            return is_post, None if is_post else EventKind.EVENT
        try:
            what = words.kind_of(word)
        except KeyError:
            self._fault(words.KIND, PlanFault.KIND, word)
            return True, None
        return what is None, what

    def _post(self, given: set[str]) -> dict[str, Any]:
        self._refuse_filled(words.EVENTS_ONLY, PlanFault.NOT_FOR_POSTS)
        given -= {"end", "place", "recurrence"}
        accounts = tuple(self._accounts())
        # An account that speaks for itself is one that the post is for.
        for (label, column), text in self.own.items():
            if text and "accounts" in given and label not in accounts:
                self._fault(f"{column}: {label}", PlanFault.ACCOUNT_NOT_CHOSEN, label)
        state, language = self._state(words.post_state_of), self._language()
        given -= {name for name, value in (("state", state), ("language", language)) if not value}
        start = self._start(given)
        if isinstance(start, WholeDay):
            self._fault(words.HOUR, PlanFault.HOUR_MISSING)
        elif isinstance(start, FloatingTime):
            self._fault(words.ZONE, PlanFault.ZONE, self._text(words.ZONE))
        return {
            **self._shared(),
            "start": start,
            "text": self._text(words.TEXT),
            "accounts": accounts,
            "state": state,
            "first_comment": self._text(words.FIRST_COMMENT),
            "language": language,
            "own": self.own,
        }

    def _event(self, given: set[str]) -> dict[str, Any]:
        self._refuse_filled(words.POSTS_ONLY, PlanFault.NOT_FOR_EVENTS)
        for (label, column), text in self.own.items():
            if text:
                self._fault(f"{column}: {label}", PlanFault.NOT_FOR_EVENTS, text)
        given -= {"text", "accounts", "first_comment", "language"}
        start = self._start(given)
        asked = "start" in given or not self._text(words.IDENTITY).strip()
        if start is None and asked and not self._faulted(words.DATE, words.HOUR, words.ZONE):
            self._fault(words.DATE, PlanFault.DATE_MISSING)
        return {
            **self._shared(),
            "start": start,
            "end": self._end(start) if start is not None else None,
            "state": self._state(words.event_state_of),
            "place": self._text(words.PLACE),
            "recurrence": tuple(self._recurrence()),
        }

    def _shared(self) -> dict[str, Any]:
        names = self.reading.names
        return {
            "title": self._text(words.TITLE),
            "theme": self._named(words.THEME, names.themes, PlanFault.THEME),
            "campaign": self._named(words.CAMPAIGN, names.campaigns, PlanFault.CAMPAIGN),
            "link": self._text(words.LINK).strip(),
            "tags": words_between_commas(self._text(words.TAGS)),
            "notes": self._text(words.NOTES),
        }

    # --- times ---

    def _start(self, given: set[str]) -> EventTime | None:
        if "start" not in given:
            return None
        cell = self.cells.get(words.DATE)
        day = self._understood(words.DATE, lambda: day_of(cell))
        hour = self._understood(words.HOUR, lambda: hour_of(self.cells.get(words.HOUR)))
        if hour is None and isinstance(cell, datetime) and cell.time() != time():
            hour = cell.time().replace(microsecond=0), False
        zone = self._zone()
        if day is None:
            if hour is not None and not self._faulted(words.DATE):
                self._fault(words.DATE, PlanFault.DATE_MISSING)
            return None
        if hour is None:
            return None if self._faulted(words.HOUR) else WholeDay(day)
        if zone is None:
            return None
        return self._understood(words.HOUR, lambda: moment_at(day, hour, zone))

    def _end(self, start: EventTime) -> EventTime:
        day = self._understood(words.END_DATE, lambda: day_of(self.cells.get(words.END_DATE)))
        hour = self._understood(words.END_HOUR, lambda: hour_of(self.cells.get(words.END_HOUR)))
        if isinstance(start, WholeDay):
            if hour is not None:
                self._fault(words.END_HOUR, PlanFault.END, self._text(words.END_HOUR))
            after = WholeDay((day or start.day) + timedelta(days=1))
            return self._not_before(start, after, words.END_DATE)
        if hour is None:
            if day is not None:
                self._fault(words.END_HOUR, PlanFault.HOUR_MISSING)
            return start
        zone = self._zone() or self.reading.zone
        on = day or start.wall.date()
        end = self._understood(words.END_HOUR, lambda: moment_at(on, hour, zone))
        return start if end is None else self._not_before(start, end, words.END_HOUR)

    def _not_before(self, start: EventTime, end: EventTime, column: str) -> EventTime:
        if instant_of(end, "UTC") < instant_of(start, "UTC") or (
            isinstance(start, WholeDay) and end == start
        ):
            self._fault(column, PlanFault.END, self._text(column))
            return start
        return end

    def _zone(self) -> str | None:
        cell = self.cells.get(words.ZONE)
        try:
            return zone_of(cell, self.reading.zone)
        except BadCell as bad:
            if not self._faulted(words.ZONE):
                self._fault(words.ZONE, bad.fault, bad.found)
            return None

    # --- words ---

    def _text(self, column: str) -> str:
        return sheet_text(text_of(self.cells.get(column)))

    def _accounts(self) -> Iterable[str]:
        for word in dict.fromkeys(words_between_commas(self._text(words.ACCOUNTS))):
            label = self.reading.names.accounts.get(folded(word))
            if label is None:
                self._fault(words.ACCOUNTS, PlanFault.ACCOUNT, word)
            else:
                yield label

    def _named(self, column: str, known: Mapping[str, str], fault: PlanFault) -> str:
        word = self._text(column).strip()
        if not word:
            return ""
        if (name := known.get(folded(word))) is None:
            self._fault(column, fault, word)
        return name or ""

    def _state(self, read: Callable[[str], str]) -> str:
        word = self._text(words.STATE).strip()
        try:
            return read(word) if word else ""
        except KeyError:
            self._fault(words.STATE, PlanFault.STATE, word)
            return ""

    def _language(self) -> str:
        word = self._text(words.LANGUAGE).strip()
        if word and not _LANGUAGE.fullmatch(word):
            self._fault(words.LANGUAGE, PlanFault.LANGUAGE, word)
            return ""
        return word

    def _recurrence(self) -> Iterable[str]:
        for line in filter(None, (one.strip() for one in self._text(words.RECURRENCE).split("\n"))):
            try:
                yield check_line(line)
            except ValueError:
                self._fault(words.RECURRENCE, PlanFault.RULE, line)

    # --- faults ---

    def _understood(self, column: str, read: Callable[[], Found | None]) -> Found | None:
        try:
            return read()
        except BadCell as bad:
            self._fault(column, bad.fault, bad.found)
            return None

    def _refuse_filled(self, columns: Iterable[str], fault: PlanFault) -> None:
        for column in words.COLUMNS:
            if column in columns and (text := self._text(column).strip()):
                self._fault(column, fault, text)

    def _faulted(self, *columns: str) -> bool:
        headings = {self.reading.heading_of(column) for column in columns}
        return any(one.column in headings for one in self.faults)

    def _fault(self, column: str, fault: PlanFault, found: object = "") -> None:
        self.faults.append(faulty(self.line, self.reading.heading_of(column), fault, found))


assert set(_FIELD_OF.values()) | {"end"} == set(FIELDS)  # noqa: S101 - a field without a column would be lost
