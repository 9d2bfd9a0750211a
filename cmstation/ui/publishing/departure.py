"""What would leave, account by account; gathered in the background."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Finding, Severity, Topic
from cmstation.domain.crops import WHOLE, CropBox
from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import StationError
from cmstation.domain.network_rules import rules_for

if TYPE_CHECKING:
    from cmstation.services.station import Station

THUMBNAIL = 320


@dataclass(frozen=True, slots=True)
class DepartureRow:
    """One account's part.

    Args:
        title: what stands before the text, "" where the network shows no title.
        text: exactly what leaves.
        findings: what concerns this account alone, gravest first.
        length, limit: as the network counts; None where it sets no limit.
        pictures: how many leave.
        crop: the part of the first picture that the network shows.
        marked: the sites to which its links carry campaign marks.
    """

    account: Account
    title: str
    text: str
    findings: tuple[Finding, ...]
    length: int
    limit: int | None
    pictures: int = 0
    crop: CropBox = WHOLE
    marked: tuple[str, ...] = ()

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
        whole: what concerns the whole post, gravest first.
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
        return next((severity for severity in Severity if severity in found), Severity.PASSED)

    @property
    def all_left(self) -> bool:
        """Whether every chosen account has its delivery already."""
        return not self.rows and any(d.state is not DeliveryState.CANCELLED for d in self.draft.deliveries)

    @property
    def accounts(self) -> tuple[int, ...]:
        """The accounts that may leave."""
        return tuple(row.account.id for row in self.rows)

    @property
    def marked(self) -> tuple[str, ...]:
        """The sites to which links carry campaign marks."""
        return tuple(dict.fromkeys(site for row in self.rows for site in row.marked))

    @property
    def amiss(self) -> tuple[Finding, ...]:
        """What is wrong with the whole post."""
        return tuple(finding for finding in self.whole if finding.severity is not Severity.PASSED)

    @property
    def obstacle(self) -> Finding | None:
        """What keeps the whole post here."""
        return next((f for f in self.whole if f.severity is Severity.BLOCKING), None)


def departure_of(station: "Station", post: int) -> Departure:
    """Look at everything that would leave."""
    from cmstation.services.campaign_marks import marks_of  # noqa: PLC0415 - only when something leaves

    draft = station.drafts.open(post)
    findings = station.drafts.findings(draft)
    gone = {
        delivery.account
        for delivery in draft.deliveries
        if delivery.kind is DeliveryKind.POST and delivery.state is not DeliveryState.CANCELLED
    }
    staying = [account for account in station.drafts.chosen_accounts(draft) if account.id not in gone]
    marks = marks_of(station)
    leaving = marks.leaving(draft)
    rows = tuple(
        _row(leaving, account, findings, marks.sites_marked(draft, leaving, account)) for account in staying
    )
    whole = tuple(finding for finding in findings if finding.account is None)
    return Departure(draft, rows, whole, _picture(station, draft))


def _row(
    leaving: Draft, account: Account, findings: tuple[Finding, ...], marked: tuple[str, ...]
) -> DepartureRow:
    from cmstation.domain.outgoing_text import text_as_sent  # noqa: PLC0415 - only when something leaves

    rules = rules_for(account)
    own = tuple(finding for finding in findings if finding.account == account.id)
    length, limit = _length(own)
    first = leaving.attachments[0] if leaving.attachments else None
    return DepartureRow(
        account,
        leaving.title_for(account.id) if rules.has_title else "",
        text_as_sent(leaving, account),
        own,
        length,
        limit,
        min(len(leaving.attachments), rules.max_pictures),
        WHOLE if first is None else first.crops.get(account.network.value, WHOLE),
        marked,
    )


def _length(findings: tuple[Finding, ...]) -> tuple[int, int | None]:
    for finding in findings:
        if finding.topic in {Topic.LENGTH_FITS, Topic.TOO_LONG}:
            length, limit = finding.facts.get("length", 0), finding.facts.get("limit")
            return int(length), int(limit) if limit is not None else None
    return 0, None


def _picture(station: "Station", draft: Draft) -> bytes | None:
    if not draft.attachments:
        return None
    try:
        return station.library.thumbnail(draft.attachments[0].media, THUMBNAIL)
    except StationError:
        # The checks say what is wrong with it; the rest is shown nevertheless.
        return None
