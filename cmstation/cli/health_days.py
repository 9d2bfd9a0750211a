"""The verb health-days: the health days of a year."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli.arguments import Parser, number, words
from cmstation.cli.printing import Printer
from cmstation.domain.health_days import (
    FIRST_YEAR,
    LAST_YEAR,
    HealthDay,
    for_year,
    themes_of,
    with_theme,
)
from cmstation.domain.health_days_rows import (
    LARGEST,
    Fault,
    FaultyLine,
    HealthDayRow,
    HealthDaysUnreadable,
    read_rows,
)

if TYPE_CHECKING:
    from cmstation.cli.arguments import Subparsers
    from cmstation.services.station import Station

translate = QCoreApplication.translate
_REFUSED, _NOT_FOUND = 1, 3


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `health-days`."""
    days = verbs.add_parser(
        "health-days", parents=[shared], help=translate("Cli", "the health days of a year, with their dates")
    )
    days.add_argument("year", type=_year, metavar=translate("Cli", "YEAR"))
    days.add_argument(
        "--theme",
        type=words,
        default=(),
        metavar=translate("Cli", "THEMES"),
        help=translate("Cli", "only these themes, separated by commas"),
    )
    days.add_argument(
        "--file",
        type=Path,
        metavar=translate("Cli", "FILE"),
        help=translate("Cli", "read this file of health days instead of the program’s own"),
    )
    days.set_defaults(verb=health_days)


def health_days(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Print the health days of a year, the earliest first."""
    try:
        days, themes = _asked(station, options)
    except OSError as problem:
        told = translate("Cli", "{file} cannot be read.").format(file=options.file)
        printer.problem(type(problem).__name__, told, problem.strerror or "")
        return _NOT_FOUND if isinstance(problem, FileNotFoundError) else _REFUSED
    except HealthDaysUnreadable as problem:
        told = translate("Cli", "Nothing was taken from {file}: mend these lines first.")
        sentences = [_line_words(line) for line in problem.lines]
        printer.problem(
            type(problem).__name__, told.format(file=options.file), found=(problem.lines, sentences)
        )
        return _REFUSED
    chosen = [day for theme in options.theme for day in with_theme(days, theme)]
    if options.theme and not chosen:
        told = translate("Cli", "No health day has this theme. There are: {themes}")
        printer.problem("NoSuchTheme", told.format(themes=", ".join(themes)))
        return _NOT_FOUND
    shown = [day for day in days if day in chosen] if options.theme else days
    printer.show(shown, [_day_words(day) for day in shown])
    return 0


def fault_words(line: FaultyLine) -> str:  # noqa: PLR0911
    """Say what is wrong with a line of a file."""
    found = line.found
    match line.fault:
        case Fault.TOO_LARGE:
            return translate("Cli", "the file is too large for a list of health days")
        case Fault.NOT_UTF8:
            return translate("Cli", "a letter is not in UTF-8; save the file as CSV UTF-8")
        case Fault.QUOTES:
            return translate("Cli", "a quotation mark opens and does not close, or closes too early")
        case Fault.NO_HEADING:
            return translate("Cli", "these columns are missing: {found}").format(found=found)
        case Fault.FIELDS:
            return translate("Cli", "fields found and expected: {found}").format(found=found)
        case Fault.SLUG:
            told = translate("Cli", "slug {found}: small letters without accents, digits and hyphens only")
            return told.format(found=repr(found))
        case Fault.SLUG_TWICE:
            return translate("Cli", "slug {found} stands here a second time").format(found=repr(found))
        case Fault.NAME:
            return translate("Cli", "the French name is missing")
        case Fault.RULE:
            return translate("Cli", "{found} is not a rule that falls every year").format(found=repr(found))
        case Fault.COUNTRY:
            return translate("Cli", "{found} is none of world, FR, BE, QC").format(found=repr(found))
        case Fault.CONFIDENCE:
            told = translate("Cli", "{found} is neither confirmed nor to-confirm")
            return told.format(found=repr(found))


def _year(given: str) -> int:
    year = number(given)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        told = translate("Cli", "{given} is not a year between {first} and {last}")
        raise argparse.ArgumentTypeError(told.format(given=repr(given), first=FIRST_YEAR, last=LAST_YEAR))
    return year


def _asked(station: "Station", options: argparse.Namespace) -> tuple[Sequence[HealthDay], Sequence[str]]:
    """Return the days of the year, with every theme that may be asked for."""
    if options.file is None:
        return station.health_days.for_year(options.year, hidden=True), station.health_days.themes()
    rows = _read(options.file)
    return for_year(options.year, rows=rows), themes_of(rows)


def _read(file: Path) -> tuple[HealthDayRow, ...]:
    with file.open("rb") as opened:
        return read_rows(opened.read(LARGEST + 1))


def _day_words(day: HealthDay) -> str:
    dates = day.start.isoformat() if day.start == day.end else f"{day.start} – {day.end}"
    unsure = translate("Cli", "to confirm") if day.to_confirm else ""
    return "  ".join(part for part in (f"{dates:<23}", day.name_fr, f"({unsure})" if unsure else "") if part)


def _line_words(line: FaultyLine) -> str:
    told = translate("Cli", "Line {line}: {fault}")
    return told.format(line=line.line, fault=fault_words(line))
