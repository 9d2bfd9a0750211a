"""Verbs on accounts: add (secret from standard input), list, check, remove."""

import argparse
import getpass
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli.arguments import Parser, number
from cmstation.cli.printing import Printer
from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.networks import (
    DIRECT_NETWORKS,
    AccountReport,
    CheckStep,
    Network,
    StepState,
    TellStep,
    Way,
)
from cmstation.services.sign_in import (
    BLUESKY_SERVER,
    bluesky_handle,
    page_address,
    same_account,
    server_address,
    site_address,
)

if TYPE_CHECKING:
    from cmstation.cli.arguments import Subparsers
    from cmstation.services.station import Station

translate = QCoreApplication.translate
_PROGRESS_WIDTH = 72


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `account …`."""
    account = verbs.add_parser(
        "account", parents=[shared], help=translate("Cli", "the clinic's accounts: add, list, check, remove")
    )
    actions = account.add_subparsers(required=True, metavar=translate("Cli", "ACTION"))
    add = actions.add_parser(
        "add",
        parents=[shared],
        help=translate("Cli", "add an account; its password or token is read from standard input"),
    )
    add.add_argument(
        "network",
        choices=[network.value for network in Network],
        metavar=translate("Cli", "NETWORK"),
        help=", ".join(network.value for network in Network),
    )
    for option, metavar, meaning in (
        ("--name", translate("Cli", "NAME"), translate("Cli", "what the clinic calls it")),
        ("--address", "URL", translate("Cli", "https address of the site or server")),
        ("--user", translate("Cli", "NAME"), translate("Cli", "the name that signs in")),
    ):
        add.add_argument(option, default="", metavar=metavar, help=meaning)
    add.add_argument(
        "--assisted",
        action="store_true",
        help=translate("Cli", "publish by hand, with everything prepared; no password"),
    )
    add.add_argument(
        "--unchecked", action="store_true", help=translate("Cli", "do not try the connection first")
    )
    add.set_defaults(verb=add_account)
    actions.add_parser("list", parents=[shared], help=translate("Cli", "list the accounts")).set_defaults(
        verb=list_accounts
    )
    check = actions.add_parser(
        "check", parents=[shared], help=translate("Cli", "check a connection step by step")
    )
    check.add_argument("account", type=number, metavar=translate("Cli", "ACCOUNT"))
    check.set_defaults(verb=check_account)
    remove = actions.add_parser(
        "remove", parents=[shared], help=translate("Cli", "forget an account and its password")
    )
    remove.add_argument("account", type=number, metavar=translate("Cli", "ACCOUNT"))
    remove.set_defaults(verb=remove_account)


def add_account(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Check a connection and store it; the secret comes from standard input."""
    network = Network(options.network)
    missing = _missing(network, _way(station, network, options), options)
    if missing:
        printer.problem("Usage", missing)
        return 2
    new = _new(station, network, options)
    secret = _secret_from_input(station, network) if new.way is Way.DIRECT else None
    if new.way is Way.DIRECT and not options.unchecked:
        with _progress(printer) as tell:
            report = station.accounts.try_out(new, secret, tell)
        if not report.passed:
            _show_report(report, printer)
            return 1
        new = NewAccount(
            network,
            new.way,
            new.name,
            report.address or new.address,
            new.login,
            report.handle,
            report.software,
            report.limits,
        )
    twin = same_account(station.accounts.all(), new)
    if twin is not None:
        sentence = translate(
            "Cli",
            "This account is connected already, as number {number} ({name}); a second one would publish each"
            " post twice.",
        )
        printer.problem("AlreadyConnected", sentence.format(number=twin.id, name=twin.name))
        return 1
    account = station.accounts.add(new, secret).value
    printer.show(account, [_line(account)])
    return 0


def list_accounts(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """List the accounts."""
    accounts = station.accounts.all()
    printer.show(accounts, [_line(account) for account in accounts])
    return 0


def check_account(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Check a stored connection step by step."""
    with _progress(printer) as tell:
        report = station.accounts.check(options.account, tell)
    _show_report(report, printer)
    return 0 if report.passed else 1


def remove_account(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Forget an account and its secret."""
    account = station.accounts.get(options.account)
    station.accounts.remove(account.id)
    sentence = translate("Cli", "{name} is forgotten; what it published stays in the history.")
    printer.show(account, [sentence.format(name=account.name)])
    return 0


def _way(station: "Station", network: Network, options: argparse.Namespace) -> Way:
    if station.rehearsal:
        return Way.REHEARSAL
    return Way.ASSISTED if options.assisted or network not in DIRECT_NETWORKS else Way.DIRECT


def _missing(network: Network, way: Way, options: argparse.Namespace) -> str:
    """Return what the command still needs, "" when all is there."""
    if way is not Way.DIRECT:
        return ""
    if network is not Network.BLUESKY and not options.address:
        return translate("Cli", "Give the address of the site or server with --address.")
    if network is not Network.MASTODON and not options.user:
        return translate("Cli", "Give the name that signs in with --user.")
    return ""


def _new(station: "Station", network: Network, options: argparse.Namespace) -> NewAccount:
    """Read addresses and names as people type them.

    Raises:
        AddressNotAllowed: an address is none, or not a secure one.
    """
    way = _way(station, network, options)
    address, user = options.address, options.user
    if way is Way.ASSISTED:
        address = page_address(address)
    elif way is Way.DIRECT and network is Network.WORDPRESS:
        address = site_address(address)
    elif way is Way.DIRECT:
        address = server_address(address or BLUESKY_SERVER)
        user = bluesky_handle(user) if network is Network.BLUESKY else user
    return NewAccount(network, way, options.name or network.proper_name, address, user)


def _secret_from_input(station: "Station", network: Network) -> Secret:
    """Read a password or token; typed at a terminal, it does not show.

    Raises:
        SignInNeeded: there is none, or it opens more than this program needs.
    """
    if sys.stdin.isatty():
        given = getpass.getpass(translate("Cli", "Password or token: "))
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    return station.sign_in.secret_of(network, given)


@contextmanager
def _progress(printer: Printer) -> Generator[TellStep]:
    """Show on a terminal which step ended last, and clear the line at the end."""
    from cmstation.ui.wording_checks import step_words  # noqa: PLC0415

    shown = sys.stderr.isatty() and not printer.as_json

    def line(words: str) -> None:
        if shown:
            sys.stderr.write(f"\r{words[:_PROGRESS_WIDTH]:<{_PROGRESS_WIDTH}}\r")
            sys.stderr.flush()

    def tell(step: CheckStep) -> None:
        line(f"… {step_words(step.name)}")

    try:
        yield tell
    finally:
        line("")


def _show_report(report: AccountReport, printer: Printer) -> None:
    from cmstation.ui.wording_checks import cause_words, step_words  # noqa: PLC0415

    marks = {StepState.PASSED: "✓", StepState.FAILED: "!", StepState.WARNED: "~", StepState.SKIPPED: "·"}
    lines: list[str] = []
    for step in report.steps:
        lines.append(f"{marks[step.state]} {step_words(step.name)}  {step.remark}".rstrip())
        if step.cause:
            words = cause_words(step.cause)
            lines += [f"    {line}" for line in (words.what, words.why, words.next, words.to_copy) if line]
    printer.show(report, lines)


def _line(account: Account) -> str:
    place, network = account.handle or account.address, account.network.proper_name
    return f"{account.id:>4}  {network:<16} {account.name:<24} {account.state.value:<16} {place}"
