"""The plan as a table: one row for each post and each event, read back whole or not at all.

The first row names the columns (`plan_words.COLUMNS`); "texte: Site" holds what the account "Site" says for
itself. A day is a real date or 2026-10-13 or 13/10/2026, an hour 09:30 or 9h30, "02:30 bis" in the second
pass of an hour that happens twice. Without an hour an event takes whole days, `fin_date` included; `fuseau`
is an IANA zone, "partout" for the same wall time in every zone, and empty for the clinic's own. Columns may
be left out (nothing is said of them then) and stand in any order; those that mean nothing to us are passed
over and named. Pictures, options of a network, moved occurrences of a series and reminders are not in the
table: they stay as they are when a row comes back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cmstation.domain import plan_words as words
from cmstation.domain.folding import folded
from cmstation.domain.plan_cells import Cell, GivenCell, end_cells, joined_words, text_of, time_cells
from cmstation.domain.plan_entries import PlanEntry, PlanNames
from cmstation.domain.plan_faults import FaultyCell, PlanFault, PlanUnreadable, faulty
from cmstation.domain.plan_rows import Column, RowReading

MOST_ROWS = 100_000
MOST_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as it was found.

    Args:
        line: as a spreadsheet counts, from 1.
    """

    line: int
    cells: tuple[GivenCell, ...]


@dataclass(frozen=True, slots=True)
class PlanTable:
    """What a table says.

    Args:
        passed_over: headings that mean nothing to us; their cells were not read.
    """

    entries: tuple[PlanEntry, ...]
    passed_over: tuple[str, ...] = ()


def rows_of(entries: Iterable[PlanEntry]) -> list[tuple[Cell, ...]]:
    """Return the table of some entries, the heading first; own words of accounts come last."""
    every = tuple(entries)
    own = sorted(
        {key for entry in every for key in entry.own},
        key=lambda key: (folded(key[0]), key[0], words.OWN_COLUMNS.index(key[1])),
    )
    heading: tuple[Cell, ...] = (*words.COLUMNS, *(f"{column}: {label}" for label, column in own))
    return [heading, *((*_cells(one), *(one.own.get(key, "") for key in own)) for one in every)]


def read_table(rows: Iterable[SheetRow], names: PlanNames, zone: str) -> PlanTable:
    """Read a table, the heading first; empty rows are passed over.

    Args:
        names: the accounts, themes and campaigns that it may name.
        zone: of the hours whose row names none.

    Raises:
        PlanUnreadable: with every fault, by line and column, up to 50.
    """
    filled = iter(row for row in rows if any(text_of(cell).strip() for cell in row.cells))
    heading = next(filled, None)
    if heading is None:
        raise PlanUnreadable([faulty(0, "", PlanFault.NO_HEADING)])
    columns, passed_over = _columns(heading, names)
    reading = RowReading(columns, names, zone)
    entries: list[PlanEntry] = []
    faults: list[FaultyCell] = []
    known: dict[str, int] = {}
    for number, row in enumerate(filled):
        if number >= MOST_ROWS:
            faults.append(faulty(row.line, "", PlanFault.TOO_MANY_ROWS, MOST_ROWS))
            break
        found = reading.entry(row.line, row.cells)
        faults += found.faults
        if found.entry.identity in known:
            heading_text = reading.heading_of(words.IDENTITY)
            faults.append(faulty(row.line, heading_text, PlanFault.IDENTITY_TWICE, found.entry.identity))
        elif found.entry.identity:
            known[found.entry.identity] = row.line
        entries.append(found.entry)
        if len(faults) > 50:
            break
    if faults:
        raise PlanUnreadable(faults)
    return PlanTable(tuple(entries), passed_over)


def _columns(heading: SheetRow, names: PlanNames) -> tuple[tuple[Column | None, ...], tuple[str, ...]]:
    """Return what each column means, None for those passed over, and the headings of these."""
    if len(heading.cells) > MOST_COLUMNS:
        raise PlanUnreadable([faulty(heading.line, "", PlanFault.TOO_MANY_COLUMNS, MOST_COLUMNS)])
    texts = [text_of(cell).strip() for cell in heading.cells]
    columns: list[Column | None] = []
    faults: list[FaultyCell] = []
    for text in texts:
        column = _column(text, names)
        if column is not None and column.account is None:
            faults.append(
                faulty(heading.line, text, PlanFault.HEADING_ACCOUNT, text.partition(":")[2].strip())
            )
        elif column is not None and any(one is not None and one.key == column.key for one in columns):
            faults.append(faulty(heading.line, text, PlanFault.HEADING_TWICE, text))
        columns.append(column)
    known = {one.name for one in columns if one is not None and one.account == ""}
    if not known & {words.TITLE, words.TEXT, words.IDENTITY} and not faults:
        found = ", ".join(text for text in texts if text)
        faults.append(faulty(heading.line, "", PlanFault.NO_HEADING, found))
    if (words.DATE in known) != (words.HOUR in known) and not faults:
        lacks = words.HOUR if words.DATE in known else words.DATE
        faults.append(faulty(heading.line, lacks, PlanFault.NO_HEADING, lacks))
    if faults:
        raise PlanUnreadable(faults)
    passed = tuple(text for text, column in zip(texts, columns, strict=True) if text and column is None)
    return tuple(columns), passed


def _column(text: str, names: PlanNames) -> Column | None:
    name = words.column_of(text)
    if name is not None:
        return Column(name, text)
    before, colon, after = text.partition(":")
    own = words.column_of(before)
    if not colon or own not in words.OWN_COLUMNS:
        return None
    return Column(own, text, names.accounts.get(folded(after.strip())))


def _cells(entry: PlanEntry) -> tuple[Cell, ...]:
    day, hour, zone = time_cells(entry.start)
    kind = words.POST if entry.what is None else words.KIND_WORDS[entry.what]
    return (
        *(entry.identity, kind, day, hour, zone, *end_cells(entry.start, entry.end)),
        *(entry.title, entry.text, joined_words(entry.accounts), entry.theme, entry.campaign, entry.state),
        *(entry.link, joined_words(entry.tags), entry.place, "\n".join(entry.recurrence), entry.notes),
        *(entry.first_comment, entry.language),
    )
