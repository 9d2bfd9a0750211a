"""What would leave, account by account; gathered in the background."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Finding, Severity, Topic
from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft

if TYPE_CHECKING:
    from cmstation.services.station import Station

THUMBNAIL = 160


@dataclass(frozen=True, slots=True)
class DepartureRow:
    """One account's part.

    Args:
        text: exactly what leaves.
        findings: what concerns this account alone, gravest first.
        length: "287" and "300", or "" for no limit.
    """

    account: Account
    title: str
    text: str
    findings: tuple[Finding, ...]
    length: int
    limit: int | None

    @property
    def severity(self) -> Severity:
        """The gravest of its findings."""
        return self.findings[0].severity if self.findings else Severity.PASSED

    @property
    def troubles(self) -> tuple[Finding, ...]:
        """What is amiss."""
        return tuple(finding for finding in self.findings if finding.severity is not Severity.PASSED)


@dataclass(frozen=True, slots=True)
class Departure:
    """A post on the doorstep.

    Args:
        rows: the accounts that have no delivery yet.
        whole: what concerns the whole post.
        picture: a thumbnail of the first picture, or None.
    """

    draft: Draft
    rows: tuple[DepartureRow, ...]
    whole: tuple[Finding, ...]
    picture: bytes | None

    @property
    def worst(self) -> Severity:
        """The gravest of all findings."""
        found = {finding.severity for finding in self.whole} | {row.severity for row in self.rows}
        if not self.rows:
            found.add(Severity.BLOCKING)
        return next(severity for severity in (*Severity,) if severity in (found or {Severity.PASSED}))

    @property
    def blocked(self) -> bool:
        """Whether nothing at all may leave."""
        return any(finding.severity is Severity.BLOCKING for finding in self.whole)


def departure_of(station: "Station", post: int) -> Departure:
    """Look at everything that would leave."""
    from cmstation.domain.outgoing_text import text_as_sent  # noqa: PLC0415

    draft = station.drafts.open(post)
    findings = station.drafts.findings(draft)
    planned = {
        delivery.account
        for delivery in draft.deliveries
        if delivery.kind is DeliveryKind.POST and delivery.state is not DeliveryState.CANCELLED
    }
    rows: list[DepartureRow] = []
    for account in station.drafts.chosen_accounts(draft):
        if account.id in planned:
            continue
        own = tuple(finding for finding in findings if finding.account == account.id)
        length, limit = _length(own)
        text = text_as_sent(draft, account)
        rows.append(DepartureRow(account, draft.title_for(account.id), text, own, length, limit))
    whole = tuple(finding for finding in findings if finding.account is None)
    picture = station.library.thumbnail(draft.attachments[0].media, THUMBNAIL) if draft.attachments else None
    return Departure(draft, tuple(rows), whole, picture)


def _length(findings: tuple[Finding, ...]) -> tuple[int, int | None]:
    for finding in findings:
        if finding.topic in {Topic.LENGTH_FITS, Topic.TOO_LONG}:
            length, limit = finding.facts.get("length", 0), finding.facts.get("limit")
            return int(length), int(limit) if limit is not None else None
    return 0, None
