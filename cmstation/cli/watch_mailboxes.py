"""The verb watch, its mailboxes: a password is typed or comes by standard input, never as a word."""

import argparse
import getpass
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli.printing import Printer
from cmstation.domain.accounts import Secret
from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_mailbox_hosts import known_host
from cmstation.domain.watch_mailboxes import INBOX, PASSWORD, MailboxFolder, mailbox_folder
from cmstation.domain.watch_networks import SourceUnread

if TYPE_CHECKING:
    from cmstation.services.station import Station

translate = QCoreApplication.translate
_REFUSED, _USAGE, _NOT_FOUND, _SIGN_IN = 1, 2, 3, 5


def add_options(verb: argparse.ArgumentParser) -> None:
    """Add what `watch add` needs for a mailbox."""
    verb.add_argument(
        "--password-stdin",
        action="store_true",
        help=translate("Cli", "for the address of a mailbox: read its password from standard input"),
    )


def is_mailbox(address: str) -> bool:
    """Tell whether an address means a mailbox."""
    return address.strip().lower().startswith(("imaps:", "imap:"))


def add_mailbox(
    station: "Station", options: argparse.Namespace, lists: Sequence[int], printer: Printer
) -> int:
    """Sign in to a mailbox and watch its folder; with --check, list its folders."""
    try:
        folder = mailbox_folder(options.address)
        if (refused := _impossible(folder, printer)) is not None:
            return refused
        password = _password(options)
        if password is None:
            told = translate(
                "Cli",
                "The mailbox needs a password: type it at a terminal, or give it with --password-stdin.",
            )
            printer.problem("NoPassword", told, "")
            return _SIGN_IN
        if options.check:
            return _check(station, folder, password, printer)
        return _add(station, folder, password, (lists, options.name), printer)
    except SourceUnread as unread:
        return _refused(unread, printer)


def _add(
    station: "Station",
    folder: MailboxFolder,
    password: Secret,
    wanted: tuple[Sequence[int], str],
    printer: Printer,
) -> int:
    lists, given = wanted
    usual = translate("Cli", "Newsletters") if folder.folder == INBOX else ""
    before = {one.source.id for one in station.watch_sources.all()}
    source = station.watch_sources.add_mailbox(folder, password, lists, given or usual).value
    known = source.id in before
    told = (
        translate("Cli", "Source {number} was there already: {name}")
        if known
        else translate("Cli", "Source {number}: {name}")
    )
    content = {"id": source.id, "name": source.name, "kind": source.kind, "known": known}
    printer.show(content, [told.format(number=source.id, name=source.name)])
    return 0


def _check(station: "Station", folder: MailboxFolder, password: Secret, printer: Printer) -> int:
    names = station.watch_sources.mailboxes.folders(folder, password)
    lines = list(names) or [translate("Cli", "This server lists no folders.")]
    printer.show([{"folder": name} for name in names], lines)
    return 0


def _password(options: argparse.Namespace) -> Secret | None:
    if options.password_stdin:
        given = sys.stdin.readline().rstrip("\r\n")
    elif sys.stdin.isatty():
        given = getpass.getpass(translate("Cli", "Password of the mailbox: "))
    else:
        given = ""
    return Secret({PASSWORD: given}) if given else None


def _impossible(folder: MailboxFolder, printer: Printer) -> int | None:
    """Say that a provider takes no passwords; None when it may."""
    from cmstation.ui.watch.dialogs.mailbox_words import way_words  # noqa: PLC0415

    known = known_host(folder.host)
    if known.way.possible:
        return None
    printer.problem("NotSupported", way_words(known), "")
    return _REFUSED


def _refused(unread: SourceUnread, printer: Printer) -> int:
    from cmstation.ui.watch.dialogs.source_words import mailbox_trouble_words  # noqa: PLC0415

    printer.problem("SourceUnread", mailbox_trouble_words(unread.trouble, unread.detail), "")
    codes = {
        SourceTrouble.SIGN_IN_NEEDED: _SIGN_IN,
        SourceTrouble.UNSAFE_ADDRESS: _USAGE,
        SourceTrouble.GONE: _NOT_FOUND,
    }
    return codes.get(unread.trouble, _REFUSED)
