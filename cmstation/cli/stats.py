"""The verb stats: gather figures, take them of a file, and show what they tell."""

import argparse
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli import stat_periods
from cmstation.cli.arguments import Parser, number
from cmstation.cli.printing import Printer
from cmstation.domain.figure_days import DayFormat
from cmstation.domain.figure_faults import FigureFileUnknown
from cmstation.domain.periods import month

if TYPE_CHECKING:
    from cmstation.cli.arguments import Subparsers
    from cmstation.domain.stat_answers import Answers, Headline
    from cmstation.services.stat_collecting import CollectReport
    from cmstation.services.stat_files import FilePreview, Taken
    from cmstation.services.station import Station

translate = QCoreApplication.translate
_REFUSED, _NOT_FOUND = 1, 3
_ORDERS = {"day-first": DayFormat.DAY_FIRST, "month-first": DayFormat.MONTH_FIRST}


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `stats collect|import|show`."""
    stats = verbs.add_parser("stats", parents=[shared], help=translate("Cli", "figures: followers, posts …"))
    actions = stats.add_subparsers(required=True, metavar=translate("Cli", "ACTION"))
    collect = actions.add_parser(
        "collect", parents=[shared], help=translate("Cli", "read the figures of the accounts that are due")
    )
    collect.add_argument("account", type=number, nargs="*", metavar=translate("Cli", "ACCOUNT"))
    collect.add_argument(
        "--force", action="store_true", help=translate("Cli", "also those that were read today")
    )
    collect.set_defaults(verb=collect_figures)
    _taking(actions, shared)
    show = actions.add_parser("show", parents=[shared], help=translate("Cli", "what is known of a period"))
    stat_periods.add_options(show)
    show.set_defaults(verb=show_answers)


def _taking(actions: "Subparsers", shared: Parser) -> None:
    take = actions.add_parser(
        "import", parents=[shared], help=translate("Cli", "take the figures of a file (CSV, XLSX)")
    )
    take.add_argument("file", type=Path, metavar=translate("Cli", "FILE"))
    take.add_argument(
        "--account",
        type=number,
        metavar=translate("Cli", "ACCOUNT"),
        help=translate("Cli", "the account that the file is about, when it has no column for it"),
    )
    take.add_argument(
        "--days",
        choices=_ORDERS,
        help=translate("Cli", "how 03/04/2026 is meant, when nothing in the file tells"),
    )
    take.add_argument(
        "--check", action="store_true", help=translate("Cli", "only tell what would be taken or refused")
    )
    take.set_defaults(verb=import_figures)


# --- gathering ---


def collect_figures(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Read figures now."""
    names = {one.id: one.name for one in station.accounts.all()}
    for account in options.account:
        station.accounts.get(account)
    report = station.stat_collecting.collect(_unseen, options.account or None, force=options.force)
    failed = [(account, names.get(account, ""), trouble) for account, trouble in report.failed]
    content = {
        "read": report.read,
        "failed": [
            {"account": account, "name": name, "trouble": trouble, "sentence": _failure(trouble)}
            for account, name, trouble in failed
        ],
        "skipped": report.skipped,
        "figures": report.figures,
        "posts": report.posts,
        "waits_until": report.waits_until,
        "offline": report.offline,
    }
    printer.show(content, _report_lines(report))
    told = translate("Cli", "{name} could not be read. {why}")
    for account, name, trouble in failed:
        printer.warn(told.format(name=name or account, why=_failure(trouble)))
    return _REFUSED if report.offline or (report.failed and not report.read) else 0


def _unseen(_done: int, _total: int) -> None:
    """Show nothing: a script waits for the end."""


def _failure(trouble: str) -> str:
    from cmstation.ui.statistics.trouble_words import trouble_sentence  # noqa: PLC0415

    return trouble_sentence(trouble)


def _report_lines(report: "CollectReport") -> list[str]:
    if report.offline:
        return [translate("Cli", "This computer is off line: nothing was read.")]
    lines = [translate("Cli", "%n new figure(s)", "", report.figures)]
    told = translate("Cli", "accounts read: {read}; not asked: {skipped}; failed: {failed}")
    lines.append(told.format(read=len(report.read), skipped=len(report.skipped), failed=len(report.failed)))
    return lines


# --- files ---


def import_figures(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Take the figures of a file, all or none, or tell what taking them would do."""
    order = None if options.days is None else _ORDERS[options.days]
    try:
        preview = station.stat_files.preview(options.file, account=options.account, order=order)
        if preview.faults:
            return _refused(preview, printer)
        taken = None if options.check else station.stat_files.take(preview).value
    except FigureFileUnknown:
        told = translate("Cli", "{file} is no file of figures: they come as .csv, .tsv, .txt or .xlsx.")
        printer.problem("FigureFileUnknown", told.format(file=options.file))
        return _REFUSED
    printer.show(_preview(preview, taken), _preview_lines(preview, taken))
    return 0


def _refused(preview: "FilePreview", printer: Printer) -> int:
    from cmstation.ui.statistics.import_words import fault_words  # noqa: PLC0415

    told = translate("Cli", "{file} has mistakes; nothing was taken.").format(file=preview.name)
    lines = [fault_words(one) for one in preview.faults]
    if preview.more_faults:
        lines.append(translate("Cli", "… and more"))
    printer.problem("FigureFileUnreadable", told, found=(preview.faults, lines))
    return _REFUSED


def _preview(preview: "FilePreview", taken: "Taken | None") -> dict[str, object]:
    file = preview.file
    return {
        "file": preview.name,
        "taken": taken is not None,
        "rows": preview.rows,
        "figures": 0 if file is None else len(file.figures),
        "posts": 0 if file is None else len(file.posts),
        "passed_over": () if file is None else file.passed_over,
        "overwrites": preview.overwrites,
        "kept": preview.kept,
        "import": None if taken is None else taken.row.id,
        "stored": 0 if taken is None else taken.figures,
        "new_posts": 0 if taken is None else taken.posts,
    }


def _preview_lines(preview: "FilePreview", taken: "Taken | None") -> list[str]:
    from cmstation.ui.statistics.import_words import preview_words  # noqa: PLC0415

    lines = list(preview_words(preview))
    if taken is not None:
        lines.append(translate("Cli", "%n figure(s) stored", "", taken.figures))
    return lines


# --- reading ---


def show_answers(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Show what is known of a period; of this month, when none is named."""
    today = station.statistics.today()
    period = stat_periods.chosen(station, options, printer, month(today.year, today.month))
    if period is None:
        return _NOT_FOUND
    answers = station.statistics.answers(period)
    printer.show(_answers(answers), _answer_lines(answers))
    return 0


def _answers(answers: "Answers") -> dict[str, object]:
    """Return answers for a program; of accounts only what tells them apart."""
    content: dict[str, object] = {one.name: getattr(answers, one.name) for one in fields(answers)}
    content["period"] = {
        "key": answers.period.key,
        "from": answers.period.first,
        "to": answers.period.last,
        "running": answers.running,
    }
    content["accounts"] = [
        {"id": one.id, "network": one.network, "name": one.name} for one in answers.accounts
    ]
    return content


def _answer_lines(answers: "Answers") -> list[str]:
    names = {one.id: f"{one.network.proper_name} – {one.name}" for one in answers.accounts}
    told = translate("Cli", "From {first} to {last}")
    lines = [told.format(first=answers.period.first, last=answers.period.last)]
    lines += [_headline(one, names[one.account]) for one in answers.headlines]
    counted = [one for one in answers.published if one.count is not None]
    lines += [
        translate("Cli", "{name}: %n post(s)", "", one.count or 0).format(name=names[one.account])
        for one in counted
    ]
    if answers.posts_gone:
        lines.append(
            translate(
                "Cli",
                "%n post(s) no longer on the network; the last figures are kept",
                "",
                answers.posts_gone,
            )
        )
    return lines if len(lines) > 1 else [*lines, translate("Cli", "Nothing is known of these days.")]


def _headline(one: "Headline", name: str) -> str:
    from cmstation.ui.wording_metrics import metric_words  # noqa: PLC0415

    value = translate("Cli", "unknown") if one.value is None else str(one.value)
    by = one.against_before.by
    change = "" if by is None else f" ({by:+d})"
    return f"{name}: {metric_words(one.metric)} {value}{change}"
