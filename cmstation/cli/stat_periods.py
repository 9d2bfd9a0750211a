"""The options that name a period of figures."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli.printing import Printer
from cmstation.domain import periods
from cmstation.domain.periods import NoSuchPeriod, Period, PeriodKind

if TYPE_CHECKING:
    from cmstation.services.station import Station

translate = QCoreApplication.translate


def add_options(verb: argparse.ArgumentParser) -> None:
    """Add --month, --quarter, --year, --campaign and --period; one of them at most."""
    one = verb.add_mutually_exclusive_group()
    one.add_argument(
        "--month",
        dest="period",
        type=_of(PeriodKind.MONTH),
        metavar=translate("Cli", "MONTH"),
        help=translate("Cli", "of this month, such as 2026-10"),
    )
    one.add_argument(
        "--quarter",
        dest="period",
        type=_of(PeriodKind.QUARTER),
        metavar=translate("Cli", "QUARTER"),
        help=translate("Cli", "of this quarter, such as 2026-Q4"),
    )
    one.add_argument(
        "--year",
        dest="period",
        type=_of(PeriodKind.YEAR),
        metavar=translate("Cli", "YEAR"),
        help=translate("Cli", "of this year, such as 2026"),
    )
    one.add_argument(
        "--campaign",
        metavar=translate("Cli", "NAME"),
        help=translate("Cli", "of this campaign (name or number), from its first post to its last"),
    )
    one.add_argument(
        "--period",
        dest="period",
        type=_of(None),
        metavar=translate("Cli", "KEY"),
        help=translate("Cli", "of these days, such as 2026-10-01_2026-10-15, or any of the above"),
    )


def chosen(station: "Station", options: argparse.Namespace, printer: Printer, usual: Period) -> Period | None:
    """Return the period that was asked for; None, once it is said, when there is no such campaign."""
    wanted: str | None = options.campaign
    if wanted is None:
        return options.period or usual
    there = station.statistics.campaigns()
    for campaign, days in there:
        if wanted.casefold() == campaign.name.casefold() or wanted == str(campaign.id):
            return days
    told = translate("Cli", "There is no campaign {name} of which something went out. There are: {names}")
    names = ", ".join(campaign.name for campaign, _days in there)
    printer.problem("NoSuchCampaign", told.format(name=repr(wanted), names=names or "–"))
    return None


def _of(kind: PeriodKind | None) -> Callable[[str], Period]:
    def read(given: str) -> Period:
        try:
            found = periods.parse(given)
        except NoSuchPeriod:
            found = None
        if found is None or (kind is not None and found.kind is not kind):
            told = translate("Cli", "{given} is no such period").format(given=repr(given))
            raise argparse.ArgumentTypeError(told) from None
        return found

    return read
