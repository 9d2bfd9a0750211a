"""The verb review: build a press review from what was kept for it."""

import argparse
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli import day_spans
from cmstation.cli.arguments import Parser
from cmstation.cli.printing import Printer

if TYPE_CHECKING:
    from cmstation.cli.arguments import Subparsers
    from cmstation.domain.press_review import PressReview
    from cmstation.services.station import Station

translate = QCoreApplication.translate
_USAGE = 2
_USUAL_DAYS = 7


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `review build`."""
    review = verbs.add_parser("review", parents=[shared], help=translate("Cli", "the press review: build"))
    actions = review.add_subparsers(required=True, metavar=translate("Cli", "ACTION"))
    build = actions.add_parser(
        "build",
        parents=[shared],
        help=translate("Cli", "make a document of the articles that were kept for the review"),
    )
    day_spans.add_options(
        build,
        translate("Cli", "first day of the review, such as 2027-01-15; a week when it is left out"),
        translate("Cli", "last day, included; today when it is left out"),
    )
    _files(build)
    build.add_argument(
        "--title", default="", metavar=translate("Cli", "TEXT"), help=translate("Cli", "the title")
    )
    build.set_defaults(verb=build_review)


def build_review(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Write the files and keep the review; when a file cannot be written, it is not kept."""
    span = _days(station, options, printer)
    if span is None:
        return _USAGE
    if not (options.pdf or options.docx or options.eml):
        told = translate("Cli", "Say which file to write: --pdf, --docx or --eml.")
        printer.problem("NoFile", told)
        return _USAGE
    reviews = station.press_reviews
    kept = reviews.save(replace(reviews.draft(*span), title=options.title.strip()))
    try:
        files = reviews.write(kept.value, options.pdf, options.docx, options.eml)
    except BaseException:
        reviews.remove(kept.value.id)
        raise
    printer.show(_told(kept.value, files), _lines(kept.value, files))
    return 0


def _files(verb: argparse.ArgumentParser) -> None:
    file = translate("Cli", "FILE")
    verb.add_argument("--pdf", type=Path, metavar=file, help=translate("Cli", "write a PDF"))
    verb.add_argument("--docx", type=Path, metavar=file, help=translate("Cli", "write a Word document"))
    verb.add_argument(
        "--eml", type=Path, metavar=file, help=translate("Cli", "write a mail that opens as a draft")
    )


def _days(station: "Station", options: argparse.Namespace, printer: Printer) -> tuple[date, date] | None:
    """Return the first and the last day; None, once it is said, when they are the wrong way round."""
    today = day_spans.today(station)
    last: date = options.last or max(today, options.first or today)
    first: date = options.first or last - timedelta(days=_USUAL_DAYS - 1)
    return day_spans.in_order(first, last, printer)


def _told(review: "PressReview", files: tuple[Path, ...]) -> dict[str, object]:
    from cmstation.domain.press_review import copied  # noqa: PLC0415

    return {
        "review": review.id,
        "from": review.first,
        "to": review.last,
        "articles": len(review.entries),
        "copies": len(copied(review)),
        "files": files,
    }


def _lines(review: "PressReview", files: tuple[Path, ...]) -> list[str]:
    if review.entries:
        told = translate("Cli", "%n article(s) from {first} to {last}", "", len(review.entries))
    else:
        told = translate(
            "Cli", "Nothing was kept for the review from {first} to {last}; the document says so."
        )
    return [told.format(first=review.first, last=review.last), *map(str, files)]
