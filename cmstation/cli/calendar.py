"""The verb calendar: export, import and show the plan."""

import argparse
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cmstation.cli import day_spans
from cmstation.cli.arguments import Parser
from cmstation.cli.printing import Printer
from cmstation.domain.calendar import CalendarItem, PlanFilter

if TYPE_CHECKING:
    from cmstation.cli.arguments import Subparsers
    from cmstation.domain.accounts import Account
    from cmstation.services.plan_preview import ImportPreview, PreviewLine
    from cmstation.services.station import Station

translate = QCoreApplication.translate
_REFUSED, _USAGE = 1, 2
_DAY = timedelta(days=1)
_USUAL_DAYS = 31
_ITEMS_ONLY = PlanFilter(health_days=False, days_off=False)


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `calendar export|import|show`."""
    calendar = verbs.add_parser(
        "calendar", parents=[shared], help=translate("Cli", "the plan: export, import, show")
    )
    actions = calendar.add_subparsers(required=True, metavar=translate("Cli", "ACTION"))
    export = actions.add_parser(
        "export", parents=[shared], help=translate("Cli", "write the plan into a file (.ics, .csv or .xlsx)")
    )
    export.add_argument("file", type=Path, metavar=translate("Cli", "FILE"))
    _span(export)
    export.add_argument(
        "--texts",
        action="store_true",
        help=translate("Cli", "with the posts' words in a calendar file (.ics); a table always has them"),
    )
    export.set_defaults(verb=export_plan)
    take = actions.add_parser(
        "import",
        parents=[shared],
        help=translate("Cli", "take posts and events from a file, all of them or none"),
    )
    take.add_argument("file", type=Path, metavar=translate("Cli", "FILE"))
    take.add_argument(
        "--check",
        action="store_true",
        help=translate("Cli", "only tell what would be added, changed or refused"),
    )
    take.add_argument(
        "--without-refused",
        action="store_true",
        help=translate("Cli", "leave out the rows that are refused, and take the others"),
    )
    take.set_defaults(verb=import_plan)
    show = actions.add_parser("show", parents=[shared], help=translate("Cli", "show what stands in the plan"))
    _span(show)
    show.set_defaults(verb=show_plan)


def export_plan(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Write a file; one that is there is replaced, whole or not at all."""
    span = _days(station, options, printer)
    if span is None:
        return _USAGE
    first, last = span
    count = station.plan_files.export(options.file, first, last + _DAY, texts=options.texts)
    told = translate("Cli", "{file}: %n post(s) and event(s) from {first} to {last}", "", count)
    content = {"file": options.file, "from": first, "to": last, "count": count}
    printer.show(content, [told.format(file=options.file, first=first, last=last)])
    return 0


def import_plan(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Take a file, or tell what taking it would do."""
    preview = station.plan_files.read(options.file)
    if preview.faults:
        return _unreadable(preview, printer)
    if options.check:
        printer.show(_told(preview, taken=False), _preview_lines(preview))
        return _REFUSED if preview.refused else 0
    if preview.refused and not options.without_refused:
        return _refused(preview, printer)
    station.plan_files.take(preview, without_refused=options.without_refused)
    printer.show(_told(preview, taken=True), _preview_lines(preview))
    return 0


def show_plan(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Show the items of the plan, by their time."""
    span = _days(station, options, printer)
    if span is None:
        return _USAGE
    first, last = span
    plan = station.calendar.plan(first, last + _DAY, _ITEMS_ONLY)
    accounts = {account.id: account for account in station.accounts.all()}
    content = {
        "from": first,
        "to": last,
        "zone": plan.zone,
        "items": [_item(item, accounts) for item in plan.items],
    }
    zone = ZoneInfo(plan.zone)
    printer.show(content, [_item_line(item, zone, accounts) for item in plan.items])
    return 0


def _span(verb: argparse.ArgumentParser) -> None:
    day_spans.add_options(
        verb,
        translate("Cli", "first day, such as 2027-01-15; today when it is left out"),
        translate("Cli", "last day, included; 31 days when it is left out"),
    )


def _days(station: "Station", options: argparse.Namespace, printer: Printer) -> tuple[date, date] | None:
    """Return the first and the last day; None, once it is said, when they are the wrong way round."""
    today = day_spans.today(station)
    last: date | None = options.last
    first: date = options.first or (min(today, last) if last else today)
    return day_spans.in_order(first, last or first + (_USUAL_DAYS - 1) * _DAY, printer)


# --- imports ---


def _unreadable(preview: "ImportPreview", printer: Printer) -> int:
    from cmstation.ui.calendar.dialogs.plan_file_words import fault_line  # noqa: PLC0415

    told = translate("Cli", "Nothing was taken from {file}: mend these lines first.")
    lines = [fault_line(fault) for fault in preview.faults]
    if preview.more_faults:
        lines.append(translate("Cli", "There are more."))
    printer.problem("PlanUnreadable", told.format(file=preview.file), found=(preview.faults, lines))
    return _REFUSED


def _refused(preview: "ImportPreview", printer: Printer) -> int:
    from cmstation.ui.calendar.dialogs.plan_file_words import refusal_line  # noqa: PLC0415

    told = translate(
        "Cli", "Nothing was taken from {file}: these rows are refused; --without-refused takes the others."
    )
    lines = [refusal_line(line) for line in preview.refused]
    printer.problem("ImportRefused", told.format(file=preview.file), found=(preview.refused, lines))
    return _REFUSED


def _told(preview: "ImportPreview", *, taken: bool) -> dict[str, object]:
    return {
        "file": preview.file,
        "taken": taken,
        "letters": preview.letters,
        "added": preview.added,
        "changed": preview.changed,
        "refused": preview.refused,
        "same": preview.same,
        "passed_over": preview.passed_over,
    }


def _preview_lines(preview: "ImportPreview") -> list[str]:
    from cmstation.ui.calendar.dialogs.plan_file_words import changed_words, refusal_line  # noqa: PLC0415

    lines = [translate("Cli", "new: {line}").format(line=_row_words(line)) for line in preview.added]
    changed = translate("Cli", "changed: {line} ({fields})")
    lines += [changed.format(line=_row_words(line), fields=changed_words(line)) for line in preview.changed]
    refused = translate("Cli", "refused: {line}")
    lines += [refused.format(line=refusal_line(line)) for line in preview.refused]
    if preview.same:
        lines.append(translate("Cli", "%n as it was", "", preview.same))
    if preview.passed_over:
        told = translate("Cli", "columns that were passed over: {columns}")
        lines.append(told.format(columns=", ".join(preview.passed_over)))
    if preview.letters == "cp1252":
        lines.append(
            translate("Cli", "The letters were read as Windows writes them; have a look at the accents.")
        )
    return lines


def _row_words(line: "PreviewLine") -> str:
    from cmstation.domain.calendar_events import wall_of  # noqa: PLC0415
    from cmstation.ui.calendar.dialogs.plan_file_words import kind_word  # noqa: PLC0415

    when = "" if line.start is None else f"{wall_of(line.start):%Y-%m-%d %H:%M}"
    return "  ".join(part for part in (when, kind_word(line), line.title) if part)


# --- the plan ---


def _item(item: CalendarItem, accounts: "dict[int, Account]") -> dict[str, object]:
    """Return an item for a program; times in UTC."""
    return {
        "kind": item.key.kind,
        "id": item.key.identity,
        "part": item.key.part,
        "title": item.title,
        "start": item.start,
        "end": item.end,
        "first": item.first,
        "last": item.last,
        "zone": item.planned_zone,
        "whole_day": item.whole_day,
        "state": item.state,
        "event": item.event,
        "accounts": [accounts[one].name for one in item.accounts if one in accounts],
        "account_ids": item.accounts,
        "networks": item.networks,
        "theme": item.theme,
        "campaign": item.campaign,
        "sequence": item.sequence,
        "movable": item.movable,
        "on_network": item.on_network,
        "done": item.done,
        "recurs": item.recurs,
        "place": item.place,
    }


def _item_line(item: CalendarItem, zone: ZoneInfo, accounts: "dict[int, Account]") -> str:
    from cmstation.ui.calendar.item_words import kind_words, title_words  # noqa: PLC0415

    start: datetime = item.start.astimezone(zone)
    when = f"{item.first:%Y-%m-%d}      " if item.whole_day else f"{start:%Y-%m-%d %H:%M}"
    names = ", ".join(accounts[one].name for one in item.accounts if one in accounts)
    parts = (when, kind_words(item), title_words(item), item.place, names)
    return "  ".join(part for part in parts if part)
