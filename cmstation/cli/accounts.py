"""Verbs on accounts: add (secret from standard input), list, check, remove."""

import argparse
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli.printing import Printer
from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.networks import DIRECT_NETWORKS, AccountReport, Network, StepState, Way
from cmstation.services.station import Station

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # pyright: ignore[reportPrivateUsage]

translate = QCoreApplication.translate


def add_verbs(verbs: "Subparsers", shared: argparse.ArgumentParser) -> None:
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
    add.add_argument("network", choices=[network.value for network in Network])
    add.add_argument("--name", default="", help=translate("Cli", "what the clinic calls it"))
    add.add_argument("--address", default="", help=translate("Cli", "https address of the site or server"))
    add.add_argument("--user", default="", help=translate("Cli", "the name that signs in"))
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
    check.add_argument("account", type=int)
    check.set_defaults(verb=check_account)
    remove = actions.add_parser(
        "remove", parents=[shared], help=translate("Cli", "forget an account and its password")
    )
    remove.add_argument("account", type=int)
    remove.set_defaults(verb=remove_account)


def add_account(station: Station, options: argparse.Namespace, printer: Printer) -> int:
    """Check a connection and store it; the secret comes from standard input."""
    network = Network(options.network)
    new = NewAccount(
        network,
        _way(station, network, options),
        options.name or network.proper_name,
        options.address,
        options.user,
    )
    secret = _secret_from_input(network) if new.way is Way.DIRECT else None
    if new.way is Way.DIRECT and not options.unchecked:
        report = station.accounts.try_out(new, secret)
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
    account = station.accounts.add(new, secret).value
    printer.show(account, [_line(account)])
    return 0


def list_accounts(station: Station, options: argparse.Namespace, printer: Printer) -> int:
    """List the accounts."""
    accounts = station.accounts.all()
    printer.show(accounts, [_line(account) for account in accounts])
    return 0


def check_account(station: Station, options: argparse.Namespace, printer: Printer) -> int:
    """Check a stored connection step by step."""
    report = station.accounts.check(options.account)
    _show_report(report, printer)
    return 0 if report.passed else 1


def remove_account(station: Station, options: argparse.Namespace, printer: Printer) -> int:
    """Forget an account and its secret."""
    account = station.accounts.get(options.account)
    station.accounts.remove(account.id)
    sentence = translate("Cli", "{name} is forgotten; what it published stays in the history.")
    printer.show(account, [sentence.format(name=account.name)])
    return 0


def _way(station: Station, network: Network, options: argparse.Namespace) -> Way:
    if station.rehearsal:
        return Way.REHEARSAL
    return Way.ASSISTED if options.assisted or network not in DIRECT_NETWORKS else Way.DIRECT


def _secret_from_input(network: Network) -> Secret:
    given = sys.stdin.readline().rstrip("\r\n")
    return Secret({"access" if network is Network.MASTODON else "password": given})


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
