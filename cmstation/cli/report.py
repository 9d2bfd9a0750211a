"""The verb report: write the director's report of a period."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli import stat_periods
from cmstation.cli.arguments import Parser
from cmstation.cli.printing import Printer
from cmstation.domain.periods import month

if TYPE_CHECKING:
    from cmstation.cli.arguments import Subparsers
    from cmstation.services.station import Station

translate = QCoreApplication.translate
_USAGE, _NOT_FOUND = 2, 3


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `report`."""
    report = verbs.add_parser(
        "report",
        parents=[shared],
        help=translate("Cli", "the director's report of a month, a quarter, a year or a campaign"),
    )
    stat_periods.add_options(report)
    file = translate("Cli", "FILE")
    report.add_argument("--pdf", type=Path, metavar=file, help=translate("Cli", "write a PDF"))
    report.add_argument("--docx", type=Path, metavar=file, help=translate("Cli", "write a Word document"))
    report.add_argument(
        "--pptx", type=Path, metavar=file, help=translate("Cli", "write a PowerPoint presentation")
    )
    report.add_argument("--xlsx", type=Path, metavar=file, help=translate("Cli", "write an Excel workbook"))
    report.set_defaults(verb=write_report)


def write_report(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Write the files; of the month before, when no period is named."""
    today = station.statistics.today()
    period = stat_periods.chosen(station, options, printer, month(today.year, today.month).before())
    if period is None:
        return _NOT_FOUND
    if not (options.pdf or options.docx or options.pptx or options.xlsx):
        told = translate("Cli", "Say which file to write: --pdf, --docx, --pptx or --xlsx.")
        printer.problem("NoFile", told)
        return _USAGE
    files = station.reports.write(
        period, pdf=options.pdf, docx=options.docx, pptx=options.pptx, xlsx=options.xlsx
    )
    content = {"period": period.key, "from": period.first, "to": period.last, "files": files}
    told = translate("Cli", "Report from {first} to {last}")
    printer.show(content, [told.format(first=period.first, last=period.last), *map(str, files)])
    return 0
