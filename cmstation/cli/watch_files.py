"""The verb watch, its files: lists of feeds of other programs, in and out."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli.arguments import Parser
from cmstation.cli.printing import Printer
from cmstation.domain import opml
from cmstation.domain.opml_parsing import LARGEST
from cmstation.domain.watch_errors import NotOpml

if TYPE_CHECKING:
    from cmstation.cli.arguments import Subparsers
    from cmstation.services.station import Station
    from cmstation.services.watch_opml import OpmlLine, OpmlPreview

translate = QCoreApplication.translate
_REFUSED, _NOT_FOUND = 1, 3


def add_verbs(actions: "Subparsers", shared: Parser) -> None:
    """Add `watch import|export`."""
    take = actions.add_parser(
        "import", parents=[shared], help=translate("Cli", "take the list of another feed reader (OPML)")
    )
    take.add_argument("file", type=Path, metavar=translate("Cli", "FILE"))
    take.add_argument(
        "--check", action="store_true", help=translate("Cli", "only tell what would be added or refused")
    )
    take.set_defaults(verb=import_sources)
    export = actions.add_parser(
        "export", parents=[shared], help=translate("Cli", "write all sources for another feed reader (OPML)")
    )
    export.add_argument("file", type=Path, metavar=translate("Cli", "FILE"))
    export.set_defaults(verb=export_sources)


def import_sources(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Take a list of feeds, or tell what taking it would do."""
    try:
        preview = station.watch_sources.import_opml(_read(options.file))
    except OSError as problem:
        told = translate("Cli", "{file} cannot be read.").format(file=options.file)
        printer.problem(type(problem).__name__, told, problem.strerror or "")
        return _NOT_FOUND if isinstance(problem, FileNotFoundError) else _REFUSED
    except NotOpml as problem:
        told = translate("Cli", "{file} is no list of feeds (OPML) that can be read; nothing was taken.")
        where = translate("Cli", "line {line}, column {column}") if problem.line else ""
        detail = where.format(line=problem.line, column=problem.column)
        printer.problem("NotOpml", told.format(file=options.file), detail)
        return _REFUSED
    if not options.check:
        station.watch_sources.take_opml(preview)
    printer.show(_preview(preview, taken=not options.check), _preview_lines(preview))
    return 0


def export_sources(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Write all sources; a file that is there is replaced, whole or not at all."""
    from cmstation.desktop.whole_files import write_whole  # noqa: PLC0415

    data = station.watch_sources.export_opml()
    write_whole(options.file, data)
    count, left = len(opml.read(data)), station.watch_sources.left_out_of_opml()
    told = [translate("Cli", "{file}: %n source(s)", "", count).format(file=options.file)]
    if left:
        told.append(translate("Cli", "%n mailbox(es) left out: the address names a person.", "", left))
    printer.show({"file": options.file, "count": count, "left_out": left}, told)
    return 0


def _read(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _preview(preview: "OpmlPreview", *, taken: bool) -> dict[str, object]:
    return {
        "title": preview.title,
        "taken": taken,
        "added": [_line(line) for line in preview.added],
        "known": [_line(line) for line in preview.known],
        "refused": [_line(line) for line in preview.refused],
        "new_lists": preview.new_lists,
        "ignored": preview.ignored,
    }


def _line(line: "OpmlLine") -> dict[str, object]:
    return {"place": line.place, "title": line.title, "folders": line.folders, "refusal": line.refusal}


def _preview_lines(preview: "OpmlPreview") -> list[str]:
    lines = [translate("Cli", "new: {line}").format(line=_line_words(line)) for line in preview.added]
    if preview.known:
        lines.append(translate("Cli", "%n as it was", "", len(preview.known)))
    refused = translate("Cli", "refused: {line}")
    told = translate("Cli", "its address is no web address that could be read")
    lines += [refused.format(line=f"{_line_words(line)} ({told})") for line in preview.refused]
    if preview.ignored:
        lines.append(translate("Cli", "%n entry(ies) that are no feeds", "", preview.ignored))
    return lines


def _line_words(line: "OpmlLine") -> str:
    return "  ".join(part for part in (line.title, " / ".join(line.folders)) if part)
