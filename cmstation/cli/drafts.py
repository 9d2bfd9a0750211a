"""Verbs on posts: draft add|list|show|set, publish, search."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from cmstation.cli.arguments import OwnText, Parser, moment, number, numbers, words, zone
from cmstation.cli.printing import Printer
from cmstation.domain.drafts import DraftFilter, DraftRow, PostState
from cmstation.domain.planned_time import PlannedTime, at_instant, at_wall_time

if TYPE_CHECKING:
    from cmstation.cli.arguments import Subparsers
    from cmstation.services.station import Station

translate = QCoreApplication.translate


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `draft …`, `publish` and `search`."""
    draft = verbs.add_parser(
        "draft", parents=[shared], help=translate("Cli", "write posts: add, list, show, set")
    )
    actions = draft.add_subparsers(required=True, metavar=translate("Cli", "ACTION"))
    add = actions.add_parser("add", parents=[shared], help=translate("Cli", "write a new post"))
    _content(add)
    add.set_defaults(verb=add_draft)
    listed = actions.add_parser("list", parents=[shared], help=translate("Cli", "list the posts"))
    listed.add_argument(
        "--state",
        action="append",
        choices=[state.value for state in PostState],
        default=[],
        metavar=translate("Cli", "STATE"),
        help=", ".join(state.value for state in PostState),
    )
    listed.add_argument(
        "--words",
        default="",
        metavar=translate("Cli", "WORDS"),
        help=translate("Cli", "only posts with these words"),
    )
    listed.add_argument(
        "--limit",
        type=number,
        default=None,
        metavar=translate("Cli", "NUMBER"),
        help=translate("Cli", "no more than so many"),
    )
    listed.set_defaults(verb=list_drafts)
    show = actions.add_parser("show", parents=[shared], help=translate("Cli", "show one post"))
    show.add_argument("post", type=number, metavar=translate("Cli", "POST"))
    show.set_defaults(verb=show_draft)
    change = actions.add_parser("set", parents=[shared], help=translate("Cli", "change a post"))
    change.add_argument("post", type=number, metavar=translate("Cli", "POST"))
    _content(change)
    change.set_defaults(verb=set_draft)
    search = verbs.add_parser(
        "search", parents=[shared], help=translate("Cli", "find posts and media by words")
    )
    search.add_argument("words", nargs="+", metavar=translate("Cli", "WORD"))
    search.set_defaults(verb=search_words)


def _content(verb: argparse.ArgumentParser) -> None:
    text = translate("Cli", "TEXT")
    for option, metavar, meaning in (
        ("--title", text, translate("Cli", "the title")),
        ("--text", text, translate("Cli", "the base text; - reads it from standard input")),
        ("--link", "URL", translate("Cli", "the link")),
        ("--first-comment", text, translate("Cli", "the first comment, where a network has one")),
    ):
        verb.add_argument(option, default=None, metavar=metavar, help=meaning)
    verb.add_argument(
        "--for",
        dest="own_text",
        nargs=2,
        action=OwnText,
        metavar=(translate("Cli", "ACCOUNT"), text),
        default=[],
        help=translate("Cli", "the own text of one account"),
    )
    verb.add_argument(
        "--tags",
        type=words,
        default=None,
        metavar=translate("Cli", "WORDS"),
        help=translate("Cli", "separated by commas"),
    )
    verb.add_argument(
        "--accounts",
        type=numbers,
        default=None,
        metavar=translate("Cli", "NUMBERS"),
        help=translate("Cli", "account numbers, separated by commas"),
    )
    verb.add_argument(
        "--picture",
        nargs=2,
        action="append",
        metavar=(translate("Cli", "FILE"), translate("Cli", "WORDS")),
        default=[],
        help=translate("Cli", "add a picture with its alternative text"),
    )
    verb.add_argument(
        "--plan",
        type=moment,
        default=None,
        metavar=translate("Cli", "TIME"),
        help=translate("Cli", "local time, for instance 2027-01-15T18:00"),
    )
    verb.add_argument(
        "--zone",
        type=zone,
        default=None,
        metavar=translate("Cli", "ZONE"),
        help=translate("Cli", "time zone of --plan, as Europe/Paris"),
    )


def add_draft(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Write a new post; nothing is written when a picture, an account or the hour is not as it should be."""
    planned = _planned(station, options)
    pictures = _pictures(station, options)
    made = station.drafts.new(
        title=options.title or "",
        text=_text(options) or "",
        accounts=options.accounts,
        tags=options.tags or (),
        link=options.link or "",
        planned=planned,
    ).value
    if options.first_comment:
        station.drafts.update(made.id, first_comment=options.first_comment)
    _add_rest(station, made.id, options, pictures)
    return _shown(station, made.id, printer)


def set_draft(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Change a post."""
    station.drafts.open(options.post)
    fields: dict[str, Any] = {
        "title": options.title,
        "text": _text(options),
        "link": options.link,
        "tags": options.tags,
        "first_comment": options.first_comment,
        "planned": _planned(station, options),
    }
    pictures = _pictures(station, options)
    given = {name: value for name, value in fields.items() if value is not None}
    if given:
        station.drafts.update(options.post, **given)
    if options.accounts is not None:
        station.drafts.choose_accounts(options.post, options.accounts)
    _add_rest(station, options.post, options, pictures)
    return _shown(station, options.post, printer)


def list_drafts(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """List posts, what needs a hand first."""
    states = frozenset(PostState(state) for state in options.state)
    wanted = DraftFilter(words=options.words, states=states, archived=PostState.ARCHIVED in states)
    rows = station.drafts.rows(wanted, limit=options.limit)
    printer.show(rows, [_line(row) for row in rows])
    return 0


def show_draft(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Show one post."""
    return _shown(station, options.post, printer)


def search_words(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Find posts and media by words; exit 3 when nothing is found."""
    found = station.search.find(" ".join(options.words))
    lines = [_line(row) for row in found.posts]
    lines += [f"{item.id:>5}  {item.file_name}  {item.alt_text}" for item in found.media]
    printer.show(found, lines)
    return 0 if found.posts or found.media else 3


def _pictures(station: "Station", options: argparse.Namespace) -> list[tuple[int, str]]:
    """Take the pictures into the library, before anything is written in a post."""
    for account, _ in options.own_text:
        station.accounts.get(account)
    for account in options.accounts or ():
        station.accounts.get(account)
    return [(station.library.add_file(Path(file)).value.id, words) for file, words in options.picture]


def _add_rest(
    station: "Station", post: int, options: argparse.Namespace, pictures: list[tuple[int, str]]
) -> None:
    for account, text in options.own_text:
        station.drafts.set_version(post, account, text=text)
    for media, alt_text in pictures:
        station.drafts.attach(post, media)
        station.drafts.describe(post, media, alt_text)


def _shown(station: "Station", post: int, printer: Printer) -> int:
    from cmstation.ui.wording_findings import finding_words  # noqa: PLC0415

    draft = station.drafts.open(post)
    findings = station.drafts.findings(draft)
    accounts = station.accounts.all()
    lines = [f"{draft.id}  {draft.title}  [{draft.state.value}]", "", draft.text, ""]
    if draft.planned is not None:
        lines += [f"{draft.planned.local():%Y-%m-%d %H:%M} {draft.planned.zone}", ""]
    lines += [f"· {finding_words(finding, accounts).text}" for finding in findings]
    printer.show({"post": draft, "findings": findings}, lines)
    return 0


def _text(options: argparse.Namespace) -> str | None:
    return sys.stdin.read() if options.text == "-" else options.text


def _planned(station: "Station", options: argparse.Namespace) -> PlannedTime | None:
    if options.plan is None:
        return None
    given, place = options.plan, options.zone or station.preferences.zone()
    return at_instant(given, place) if given.tzinfo is not None else at_wall_time(given, place)


def _line(row: DraftRow) -> str:
    when = row.when.isoformat(timespec="minutes") if row.when else ""
    return f"{row.id:>5}  {row.state.value:<10} {when:<23} {row.title or row.first_words}"
