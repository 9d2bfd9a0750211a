"""The options --from and --to of verbs that tell of some days."""

import argparse
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cmstation.cli.printing import Printer

if TYPE_CHECKING:
    from cmstation.services.station import Station

translate = QCoreApplication.translate


def add_options(verb: argparse.ArgumentParser, first: str, last: str) -> None:
    """Add --from and --to.

    Args:
        first, last: what the help says of each.
    """
    day = translate("Cli", "DAY")
    verb.add_argument("--from", dest="first", type=_day, default=None, metavar=day, help=first)
    verb.add_argument("--to", dest="last", type=_day, default=None, metavar=day, help=last)


def today(station: "Station") -> date:
    """Return the day on the clinic's clocks."""
    return station.clock.now().astimezone(ZoneInfo(station.preferences.zone())).date()


def in_order(first: date, last: date, printer: Printer) -> tuple[date, date] | None:
    """Return both days; None, once it is said, when they are the wrong way round."""
    if last < first:
        told = translate("Cli", "The last day {last} lies before the first day {first}.")
        printer.problem("WrongDays", told.format(first=first, last=last))
        return None
    return first, last


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        told = translate("Cli", "{given} is not a day such as 2027-01-15").format(given=repr(given))
        raise argparse.ArgumentTypeError(told) from None
