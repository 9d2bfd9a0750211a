"""The verb watch: sources, their refresh, and what they brought."""

import argparse
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli import watch_files, watch_mailboxes
from cmstation.cli.arguments import Parser, number
from cmstation.cli.printing import Printer
from cmstation.domain.watch import Reading, SourceKind, SourceState, StoryFilter, StoryRow, WatchList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cmstation.cli.arguments import Subparsers
    from cmstation.domain.watch import Source
    from cmstation.services.station import Station
    from cmstation.services.watch_refresh import RefreshReport
    from cmstation.services.watch_sources import Discovery, WatchedSource

translate = QCoreApplication.translate
_REFUSED, _NOT_FOUND = 1, 3
_USUAL_MOST = 50


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `watch add|list|remove|refresh|items|search|import|export`."""
    watch = verbs.add_parser(
        "watch", parents=[shared], help=translate("Cli", "the watch: sources, and what they bring")
    )
    actions = watch.add_subparsers(required=True, metavar=translate("Cli", "ACTION"))
    _sources(actions, shared)
    _stories(actions, shared)
    watch_files.add_verbs(actions, shared)


def _sources(actions: "Subparsers", shared: Parser) -> None:
    add = actions.add_parser(
        "add", parents=[shared], help=translate("Cli", "look for a source behind an address and watch it")
    )
    add.add_argument("address", metavar=translate("Cli", "ADDRESS"))
    add.add_argument(
        "--name", default="", metavar=translate("Cli", "NAME"), help=translate("Cli", "call it so")
    )
    _list(add, translate("Cli", "put it into this list (name or number); may be repeated"))
    add.add_argument(
        "--check", action="store_true", help=translate("Cli", "only tell which sources are there")
    )
    watch_mailboxes.add_options(add)
    add.set_defaults(verb=add_source)
    listed = actions.add_parser(
        "list", parents=[shared], help=translate("Cli", "the sources, and how their reading goes")
    )
    listed.set_defaults(verb=list_sources)
    remove = actions.add_parser("remove", parents=[shared], help=translate("Cli", "stop watching a source"))
    remove.add_argument("source", type=number, metavar=translate("Cli", "SOURCE"))
    remove.set_defaults(verb=remove_source)
    refresh = actions.add_parser(
        "refresh", parents=[shared], help=translate("Cli", "read the sources that are due, or some at once")
    )
    refresh.add_argument("source", type=number, nargs="*", metavar=translate("Cli", "SOURCE"))
    refresh.add_argument("--all", action="store_true", help=translate("Cli", "all of them, due or not"))
    refresh.set_defaults(verb=refresh_sources)


def _stories(actions: "Subparsers", shared: Parser) -> None:
    items = actions.add_parser("items", parents=[shared], help=translate("Cli", "what came, newest first"))
    items.add_argument(
        "--show",
        choices=[reading.value for reading in Reading],
        default=Reading.ALL.value,
        help=translate("Cli", "only what is unread, starred, not decided, kept for later …"),
    )
    items.set_defaults(verb=list_items, words=[])
    search = actions.add_parser(
        "search", parents=[shared], help=translate("Cli", "what came and has these words, newest first")
    )
    search.add_argument("words", nargs="+", metavar=translate("Cli", "WORD"))
    search.set_defaults(verb=list_items, show=Reading.ALL.value)
    for verb in (items, search):
        _list(verb, translate("Cli", "only of this list (name or number); may be repeated"))
        verb.add_argument(
            "--source",
            type=number,
            metavar=translate("Cli", "SOURCE"),
            help=translate("Cli", "only of this source"),
        )
        verb.add_argument(
            "--most",
            type=number,
            default=_USUAL_MOST,
            metavar=translate("Cli", "COUNT"),
            help=translate("Cli", "so many at most; 50 when it is left out"),
        )


def _list(verb: argparse.ArgumentParser, told: str) -> None:
    verb.add_argument(
        "--list",
        dest="lists",
        action="append",
        default=[],
        metavar=translate("Cli", "LIST"),
        help=told,
    )


# --- sources ---


def add_source(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Look behind an address, and watch the best source that is there."""
    lists = _chosen(station, options.lists, printer)
    if lists is None:
        return _NOT_FOUND
    if watch_mailboxes.is_mailbox(options.address):
        return watch_mailboxes.add_mailbox(station, options, [one.id for one in lists], printer)
    looked = station.watch_sources.look(options.address)
    if not looked.found:
        return _nothing_found(looked, printer)
    if options.check:
        printer.show(looked.found, [f"{one.title or one.site}  ({one.kind.value})" for one in looked.found])
        return 0
    best = looked.found[0]
    source = station.watch_sources.add(best, [one.id for one in lists], options.name).value
    told = translate("Cli", "Source {number}: {name}").format(number=source.id, name=source.name)
    if best.known is not None:
        told = translate("Cli", "Source {number} was there already: {name}").format(
            number=source.id, name=source.name
        )
    content = {"id": source.id, "name": source.name, "kind": source.kind, "known": best.known is not None}
    printer.show(content, [told])
    return 0


def list_sources(station: "Station", _options: argparse.Namespace, printer: Printer) -> int:
    """List the sources by their names."""
    lists = {one.id: one.name for one in station.watch_lists.all()}
    found = station.watch_sources.all()
    content = [_source(one, lists) for one in found]
    lines = [_source_line(one, lists) for one in found]
    printer.show(content, lines or [translate("Cli", "Nothing is watched yet.")])
    return 0


def remove_source(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Stop watching a source; what was marked or decided stays."""
    name = station.watch_sources.get(options.source).name
    kept = station.watch_sources.remove(options.source).value
    lines = [translate("Cli", "{name} is watched no more.").format(name=name)]
    if kept:
        lines.append(
            translate("Cli", "%n of its items stay(s), since you did something with them.", "", kept)
        )
    printer.show({"id": options.source, "kept": kept}, lines)
    return 0


def refresh_sources(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Read sources now."""
    for source in options.source:
        station.watch_sources.get(source)
    chosen = options.source or None
    report = station.watch_refresh.refresh(_unseen, sources=chosen, force=options.all)
    sources = {one.source.id: one.source for one in station.watch_sources.all()}
    names = {number: source.name for number, source in sources.items()}
    content = {
        "read": report.read,
        "unchanged": report.unchanged,
        "new_items": report.new_items,
        "offline": report.offline,
        "failed": [_failure(state, names) for state in report.failed],
        "paused": report.paused,
    }
    printer.show(content, _report_lines(report))
    for state in report.failed:
        printer.warn(_failure_line(state, sources.get(state.source), paused=state.source in report.paused))
    nothing_came = bool(report.failed) and not report.read and not report.unchanged
    return _REFUSED if report.offline or nothing_came else 0


def _unseen(_done: int, _total: int) -> None:
    """Show nothing: a script waits for the end."""


def _nothing_found(looked: "Discovery", printer: Printer) -> int:
    from cmstation.ui.watch.words import trouble_words  # noqa: PLC0415

    detail = "" if looked.trouble is None else trouble_words(looked.trouble, looked.detail)
    printer.problem("NoSource", translate("Cli", "No source was found behind this address."), detail)
    return _NOT_FOUND


def _report_lines(report: "RefreshReport") -> list[str]:
    if report.offline:
        return [translate("Cli", "This computer is off line: nothing was read.")]
    lines = [translate("Cli", "%n new item(s)", "", report.new_items)]
    read = translate("Cli", "sources read: {read}; without news: {unchanged}; failed: {failed}")
    lines.append(read.format(read=report.read, unchanged=report.unchanged, failed=len(report.failed)))
    return lines


def _failure(state: SourceState, names: dict[int, str]) -> dict[str, object]:
    return {
        "id": state.source,
        "name": names.get(state.source, ""),
        "trouble": state.trouble,
        "detail": state.detail,
        "failures": state.failures,
        "due_at": state.due_at,
    }


def _failure_line(state: SourceState, source: "Source | None", *, paused: bool) -> str:
    words = _trouble(state, SourceKind.FEED if source is None else source.kind)
    if paused:
        words += " " + translate("Cli", "It failed too often and is paused.")
    return f"{state.source if source is None else source.name}: {words}"


def _trouble(state: SourceState, kind: SourceKind) -> str:
    from cmstation.ui.watch.dialogs.source_words import source_trouble_words  # noqa: PLC0415

    return "" if state.trouble is None else source_trouble_words(kind, state.trouble, state.detail)


def _source(one: "WatchedSource", lists: dict[int, str]) -> dict[str, object]:
    """Return a source for a program; its address may hold a secret and is left out."""
    source, state = one.source, one.state
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "site": source.site,
        "lists": [lists[found] for found in one.lists],
        "unread": one.unread,
        "paused": source.paused,
        "read_at": state.read_at,
        "due_at": state.due_at,
        "failures": state.failures,
        "trouble": state.trouble,
        "detail": state.detail,
    }


def _source_line(one: "WatchedSource", lists: dict[int, str]) -> str:
    names = ", ".join(lists[found] for found in one.lists)
    parts = [f"{one.source.id:>4}", one.source.name, names]
    if one.unread:
        parts.append(translate("Cli", "%n unread", "", one.unread))
    if one.source.paused:
        parts.append(translate("Cli", "paused"))
    parts.append(_trouble(one.state, one.source.kind))
    return "  ".join(part for part in parts if part)


# --- items ---


def list_items(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """List stories, newest first."""
    lists = _chosen(station, options.lists, printer)
    if lists is None:
        return _NOT_FOUND
    if options.source is not None:
        station.watch_sources.get(options.source)
    wanted = StoryFilter(
        lists=frozenset(one.id for one in lists),
        source=options.source,
        reading=Reading(options.show),
        words=" ".join(options.words),
    )
    keys = station.watch_reading.keys(wanted)
    rows = station.watch_reading.rows(keys[: options.most])
    content = {"count": len(keys), "items": [_row(station, row) for row in rows]}
    lines = [_row_line(row) for row in rows]
    if len(keys) > len(rows):
        lines.append(translate("Cli", "… and %n more", "", len(keys) - len(rows)))
    printer.show(content, lines or [translate("Cli", "Nothing was found.")])
    return 0


def _row(station: "Station", row: StoryRow) -> dict[str, object]:
    item = station.watch_reading.item(row.item)
    return {
        "story": row.story,
        "item": row.item,
        "title": row.title,
        "link": item.link,
        "source": row.source_name,
        "others": row.others,
        "count": row.count,
        "moment": row.moment,
        "unread": row.unread,
        "starred": row.starred,
        "tags": row.tags,
        "decision": row.decision,
    }


def _row_line(row: StoryRow) -> str:
    when = f"{row.moment.astimezone():%Y-%m-%d %H:%M}"
    more = f"(+{row.count - 1})" if row.count > 1 else ""
    return "  ".join(part for part in (f"{row.item:>6}", when, row.title, row.source_name, more) if part)


def _chosen(station: "Station", wanted: "Sequence[str]", printer: Printer) -> "tuple[WatchList, ...] | None":
    """Return the lists of these names or numbers; None, once it is said, when one is missing."""
    there = station.watch_lists.all()
    found: list[WatchList] = []
    for given in wanted:
        same = [one for one in there if given.casefold() == one.name.casefold() or given == str(one.id)]
        if not same:
            told = translate("Cli", "There is no list {name}. There are: {names}")
            names = ", ".join(one.name for one in there)
            printer.problem("NoSuchList", told.format(name=repr(given), names=names))
            return None
        found += same
    return tuple(found)
