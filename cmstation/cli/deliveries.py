"""Verbs on what leaves: publish, publish-due, deliveries, delivery resolve."""

import argparse
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.cli.printing import Printer
from cmstation.domain.delivery import OPEN_STATES, Delivery, DeliveryState
from cmstation.services.assisted import checked_link
from cmstation.services.station import Station

if TYPE_CHECKING:
    from collections.abc import Sequence

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # pyright: ignore[reportPrivateUsage]

translate = QCoreApplication.translate
_REFUSED, _UNCERTAIN = 1, 4


def add_verbs(verbs: "Subparsers", shared: argparse.ArgumentParser) -> None:
    """Add `publish`, `publish-due`, `deliveries` and `delivery resolve`."""
    publish = verbs.add_parser("publish", parents=[shared], help=translate("Cli", "publish a post now"))
    publish.add_argument("post", type=int)
    publish.add_argument("--account", type=int, action="append", default=None)
    publish.set_defaults(verb=publish_post)
    verbs.add_parser(
        "publish-due",
        parents=[shared],
        help=translate("Cli", "publish what is due, look for what is uncertain"),
    ).set_defaults(verb=publish_due)
    listed = verbs.add_parser(
        "deliveries", parents=[shared], help=translate("Cli", "what left, where, with its link")
    )
    listed.add_argument("--post", type=int, default=None)
    listed.set_defaults(verb=list_deliveries)
    delivery = verbs.add_parser("delivery", parents=[shared], help=translate("Cli", "settle one delivery"))
    actions = delivery.add_subparsers(required=True, metavar=translate("Cli", "ACTION"))
    resolve = actions.add_parser(
        "resolve", parents=[shared], help=translate("Cli", "say what you saw on the network")
    )
    resolve.add_argument("delivery", type=int)
    seen = resolve.add_mutually_exclusive_group(required=True)
    seen.add_argument("--live", metavar="URL", help=translate("Cli", "it is live at this address"))
    seen.add_argument(
        "--not-live", action="store_true", help=translate("Cli", "it is not there; it may be sent again")
    )
    resolve.set_defaults(verb=resolve_delivery)


def publish_post(station: Station, options: argparse.Namespace, printer: Printer) -> int:
    """Publish a post now, on all its accounts or some."""
    station.outbox.start()
    made = station.outbox.plan(options.post, accounts=options.account, zone=station.preferences.zone()).value
    station.outbox.deliver_due()
    return _show(station, [station.outbox.get(delivery.id) for delivery in made], printer)


def publish_due(station: Station, options: argparse.Namespace, printer: Printer) -> int:
    """Publish what is due; recover first what an interrupted program left."""
    changes = station.outbox.start()
    changes |= station.outbox.deliver_due()
    touched = [station.outbox.get(delivery) for delivery in sorted(changes.deliveries)]
    return _show(station, touched, printer)


def list_deliveries(station: Station, options: argparse.Namespace, printer: Printer) -> int:
    """List a post's deliveries, or all that are on their way or need a hand."""
    if options.post is not None:
        station.drafts.open(options.post)
        found: Sequence[Delivery] = station.outbox.of_post(options.post)
    else:
        found = station.outbox.in_states(OPEN_STATES | {DeliveryState.FAILED, DeliveryState.SENT})
    _print(station, found, printer)
    return 0


def resolve_delivery(station: Station, options: argparse.Namespace, printer: Printer) -> int:
    """Record what the person saw on the network."""
    if options.not_live:
        station.outbox.is_not_live(options.delivery)
    else:
        station.outbox.is_live(options.delivery, checked_link(options.live))
    _print(station, [station.outbox.get(options.delivery)], printer)
    return 0


def _show(station: Station, deliveries: "Sequence[Delivery]", printer: Printer) -> int:
    _print(station, deliveries, printer)
    states = {delivery.state for delivery in deliveries}
    if DeliveryState.UNCERTAIN in states:
        return _UNCERTAIN
    return _REFUSED if states & {DeliveryState.FAILED, DeliveryState.HELD} else 0


def _print(station: Station, deliveries: "Sequence[Delivery]", printer: Printer) -> None:
    names = {account.id: account.name for account in station.accounts.all()}
    lines: list[str] = []
    for delivery in deliveries:
        name = names.get(delivery.account, str(delivery.account))
        lines.append(f"{delivery.id:>5}  {delivery.state.value:<12} {name:<20} {_end(delivery)}")
        lines += [f"       {fact}" for fact in delivery.evidence]
    printer.show(deliveries, lines)


def _end(delivery: Delivery) -> str:
    if delivery.remote_url:
        return delivery.remote_url
    if delivery.error:
        from cmstation.ui.wording import error_words  # noqa: PLC0415

        return error_words(delivery.error).what
    return delivery.due.instant.isoformat(timespec="minutes")
