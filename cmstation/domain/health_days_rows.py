"""Read the file of health days: all its rows, or what is wrong with each."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from typing import Final

from cmstation.domain.errors import StationError
from cmstation.domain.health_days_rules import Rule, read_rule

COLUMNS: Final = (
    "slug",
    "name_fr",
    "name_en",
    "rule",
    "themes",
    "countries",
    "organiser",
    "confidence",
    "source",
)
LARGEST: Final = 1_000_000
_COMMENT: Final = "#"
_NOTHING: Final[tuple[int, tuple[str, ...]]] = (1, ())


class Country(StrEnum):
    """Where a day is kept."""

    WORLD = "world"
    FRANCE = "FR"
    BELGIUM = "BE"
    QUEBEC = "QC"


class Confidence(StrEnum):
    """Whether the rule is certain, or should be looked up with the organiser each year."""

    CONFIRMED = "confirmed"
    TO_CONFIRM = "to-confirm"


class Fault(StrEnum):
    """What can be wrong with the file or with one of its lines."""

    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    QUOTES = "quotes"
    NO_HEADING = "no_heading"
    FIELDS = "fields"
    SLUG = "slug"
    SLUG_TWICE = "slug_twice"
    NAME = "name"
    RULE = "rule"
    COUNTRY = "country"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class FaultyLine:
    """One thing that is wrong.

    Args:
        line: counted from 1, as an editor counts.
        found: what stands there instead, "" when nothing does.
    """

    line: int
    fault: Fault
    found: str = ""


@dataclass(frozen=True, slots=True)
class HealthDayRow:
    """One health day as the file or the person describes it.

    Args:
        slug: its identity, kept from year to year.
        themes: French words by which a person looks for it.
        source: where the rule can be checked.
    """

    slug: str
    name_fr: str
    rule: Rule
    name_en: str = ""
    themes: tuple[str, ...] = ()
    countries: tuple[Country, ...] = (Country.WORLD,)
    organiser: str = ""
    confidence: Confidence = Confidence.CONFIRMED
    source: str = ""


class HealthDaysUnreadable(StationError, ValueError):
    """A file of health days cannot be used; nothing of it was (facts: lines).

    Args:
        lines: all that is wrong, from top to bottom.
    """

    def __init__(self, lines: tuple[FaultyLine, ...] = ()) -> None:
        super().__init__(lines=lines)
        self.lines = lines


def read_rows(data: bytes) -> tuple[HealthDayRow, ...]:
    """Read the content of a file of health days, whole or not at all.

    Raises:
        HealthDaysUnreadable: with every faulty line.
    """
    numbered = _numbered(_text(data))
    line, heading = next(numbered, _NOTHING)
    if missing := [name for name in COLUMNS if name not in heading]:
        raise HealthDaysUnreadable((FaultyLine(line, Fault.NO_HEADING, ", ".join(missing)),))
    rows: dict[str, HealthDayRow] = {}
    faults: list[FaultyLine] = []
    for line, fields in numbered:
        try:
            row = _row(line, heading, fields)
            if row.slug in rows:
                raise _Wrong(Fault.SLUG_TWICE, row.slug)
            rows[row.slug] = row
        except _Wrong as wrong:
            faults.append(FaultyLine(line, wrong.fault, wrong.found))
    if faults:
        raise HealthDaysUnreadable(tuple(faults))
    return tuple(rows.values())


class _Wrong(Exception):
    def __init__(self, fault: Fault, found: str) -> None:
        super().__init__(fault, found)
        self.fault = fault
        self.found = found


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise HealthDaysUnreadable((FaultyLine(1, Fault.TOO_LARGE),))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        raise HealthDaysUnreadable((FaultyLine(line, Fault.NOT_UTF8),)) from None


def _numbered(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the fields of each line that says something, with the line on which they begin."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=";", strict=True)
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader, None)
        except csv.Error:
            raise HealthDaysUnreadable((FaultyLine(line, Fault.QUOTES),)) from None
        if fields is None:
            return
        clean = tuple(field.strip() for field in fields)
        if any(clean) and not clean[0].startswith(_COMMENT):
            yield line, clean


def _row(line: int, heading: tuple[str, ...], fields: tuple[str, ...]) -> HealthDayRow:
    if len(fields) != len(heading):
        raise _Wrong(Fault.FIELDS, f"{len(fields)}/{len(heading)}")
    field = dict(zip(heading, fields, strict=True))
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", field["slug"]):
        raise _Wrong(Fault.SLUG, field["slug"])
    if not field["name_fr"]:
        raise _Wrong(Fault.NAME, "")
    return HealthDayRow(
        slug=field["slug"],
        name_fr=field["name_fr"],
        rule=_rule(field["rule"]),
        name_en=field["name_en"],
        themes=_words(field["themes"]),
        countries=tuple(_country(name) for name in _words(field["countries"])) or (Country.WORLD,),
        organiser=field["organiser"],
        confidence=_confidence(field["confidence"]),
        source=field["source"],
    )


def _rule(text: str) -> Rule:
    try:
        return read_rule(text)
    except ValueError:
        raise _Wrong(Fault.RULE, text) from None


def _country(text: str) -> Country:
    try:
        return Country(text)
    except ValueError:
        raise _Wrong(Fault.COUNTRY, text) from None


def _confidence(text: str) -> Confidence:
    try:
        return Confidence(text)
    except ValueError:
        raise _Wrong(Fault.CONFIDENCE, text) from None


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for part in text.split(",") if (word := part.strip())))
