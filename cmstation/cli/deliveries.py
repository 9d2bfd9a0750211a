"""Verbs on what leaves: publish, publish-due, deliveries, delivery resolve."""

import argparse
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from cmstation.cli.arguments import Parser, number
from cmstation.cli.printing import Printer
from cmstation.domain.delivery import OPEN_STATES, Delivery, DeliveryState
from cmstation.domain.errors import ClockWentBack, NotReady
from cmstation.services.post_link import checked_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cmstation.cli.arguments import Subparsers
    from cmstation.domain.checks.findings import Finding
    from cmstation.services.station import Station

translate = QCoreApplication.translate
_REFUSED, _UNCERTAIN, _SIGN_IN = 1, 4, 5
_SIGN_IN_TROUBLES = frozenset(
    {"sign_in_needed", "second_factor_needed", "secrets_locked", "secrets_unavailable", "secrets_refused"}
)


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `publish`, `publish-due`, `deliveries` and `delivery resolve`."""
    publish = verbs.add_parser("publish", parents=[shared], help=translate("Cli", "publish a post now"))
    publish.add_argument("post", type=number, metavar=translate("Cli", "POST"))
    publish.add_argument(
        "--account",
        type=number,
        action="append",
        default=None,
        metavar=translate("Cli", "ACCOUNT"),
        help=translate("Cli", "only on this account; may be repeated"),
    )
    publish.set_defaults(verb=publish_post)
    verbs.add_parser(
        "publish-due",
        parents=[shared],
        help=translate("Cli", "publish what is due, look for what is uncertain"),
    ).set_defaults(verb=publish_due)
    listed = verbs.add_parser(
        "deliveries", parents=[shared], help=translate("Cli", "what left, where, with its link")
    )
    listed.add_argument(
        "--post",
        type=number,
        default=None,
        metavar=translate("Cli", "POST"),
        help=translate("Cli", "only those of this post"),
    )
    listed.set_defaults(verb=list_deliveries)
    delivery = verbs.add_parser("delivery", parents=[shared], help=translate("Cli", "settle one delivery"))
    actions = delivery.add_subparsers(required=True, metavar=translate("Cli", "ACTION"))
    resolve = actions.add_parser(
        "resolve", parents=[shared], help=translate("Cli", "say what you saw on the network")
    )
    resolve.add_argument("delivery", type=number, metavar=translate("Cli", "DELIVERY"))
    seen = resolve.add_mutually_exclusive_group(required=True)
    seen.add_argument("--live", metavar="URL", help=translate("Cli", "it is live at this address"))
    seen.add_argument(
        "--not-live", action="store_true", help=translate("Cli", "it is not there; it may be sent again")
    )
    resolve.set_defaults(verb=resolve_delivery)


def publish_post(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Publish a post now, on all its accounts or some."""
    for account in options.account or ():
        station.accounts.get(account)
    _watch_clock(station, printer)
    station.outbox.start()
    zone = station.preferences.zone()
    try:
        made = station.outbox.plan(options.post, accounts=options.account, zone=zone).value
    except NotReady as refused:
        return _refused(station, refused, printer)
    station.outbox.deliver_due()
    return _show(station, [station.outbox.get(delivery.id) for delivery in made], printer)


def publish_due(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Publish what is due; recover first what an interrupted program left."""
    _watch_clock(station, printer)
    changes = station.outbox.start()
    changes |= station.outbox.deliver_due()
    touched = [station.outbox.get(delivery) for delivery in sorted(changes.deliveries)]
    if not touched:
        printer.show([], [translate("Cli", "Nothing was due.")])
        return 0
    return _show(station, touched, printer)


def list_deliveries(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """List a post's deliveries, or all that are on their way or need a hand."""
    if options.post is not None:
        station.drafts.open(options.post)
        found: Sequence[Delivery] = station.outbox.of_post(options.post)
    else:
        found = station.outbox.in_states(OPEN_STATES | {DeliveryState.FAILED, DeliveryState.SENT})
    _print(station, found, printer)
    return 0


def resolve_delivery(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Record what the person saw on the network."""
    if options.not_live:
        station.outbox.is_not_live(options.delivery)
    else:
        station.outbox.is_live(options.delivery, checked_link(options.live))
        station.assistant.clear(options.delivery)
    _print(station, [station.outbox.get(options.delivery)], printer)
    return 0


def _show(station: "Station", deliveries: "Sequence[Delivery]", printer: Printer) -> int:
    _print(station, deliveries, printer)
    states = {delivery.state for delivery in deliveries}
    if DeliveryState.UNCERTAIN in states:
        return _UNCERTAIN
    stuck = [d for d in deliveries if d.state in {DeliveryState.FAILED, DeliveryState.HELD} or _waits(d)]
    if any(delivery.error in _SIGN_IN_TROUBLES for delivery in stuck):
        return _SIGN_IN
    return _REFUSED if stuck else 0


def _refused(station: "Station", refused: NotReady, printer: Printer) -> int:
    from cmstation.ui.wording import sentence_for  # noqa: PLC0415
    from cmstation.ui.wording_findings import finding_words  # noqa: PLC0415

    findings = cast("tuple[Finding, ...]", refused.facts["findings"])
    accounts = station.accounts.all()
    lines = [finding_words(finding, accounts).text for finding in findings]
    printer.problem(type(refused).__name__, sentence_for(refused).text, found=(findings, lines))
    return _REFUSED


def _waits(delivery: Delivery) -> bool:
    """Tell whether something kept a delivery from leaving when it should have."""
    return delivery.state is DeliveryState.WAITING and bool(delivery.error)


def _watch_clock(station: "Station", printer: Printer) -> None:
    try:
        station.clock_watch.look()
    except ClockWentBack as trouble:
        from cmstation.ui.wording import sentence_for  # noqa: PLC0415

        notice = sentence_for(trouble)
        printer.warn(f"{notice.text} {notice.detail}")


def _print(station: "Station", deliveries: "Sequence[Delivery]", printer: Printer) -> None:
    from cmstation.ui.wording_checks import evidence_words  # noqa: PLC0415

    names = {account.id: account.name for account in station.accounts.all()}
    zone = station.preferences.zone()
    lines: list[str] = []
    for delivery in deliveries:
        name = names.get(delivery.account, str(delivery.account))
        lines.append(f"{delivery.id:>5}  {delivery.state.value:<12} {name:<20} {_end(delivery)}")
        seen = [evidence_words(fact, zone) for fact in delivery.evidence]
        lines += [f"       {fact}" for fact in (*seen, *_to_paste(station, delivery))]
    printer.show(deliveries, lines)


def _to_paste(station: "Station", delivery: Delivery) -> list[str]:
    """Return where an assisted post is pasted, and where its pictures lie."""
    if delivery.state is not DeliveryState.HANDED_OVER:
        return []
    given = station.assistant.hand_over(delivery.id)
    folder = [] if given.folder is None else [str(given.folder)]
    return [given.page, *folder, *given.text.splitlines()]


def _end(delivery: Delivery) -> str:
    if delivery.remote_url:
        return delivery.remote_url
    if delivery.error:
        from cmstation.ui.wording import error_words  # noqa: PLC0415

        return error_words(delivery.error).what
    return delivery.due.instant.isoformat(timespec="minutes")
