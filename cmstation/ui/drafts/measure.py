"""Count and check a post as it stands in the composer; runs in the background."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Finding
from cmstation.domain.drafts import Draft

if TYPE_CHECKING:
    from cmstation.domain.counting.count import Count
    from cmstation.services.station import Station


@dataclass(frozen=True, slots=True)
class Measured:
    """What the composer shows about a post.

    Args:
        counts: by account, as its network counts.
        findings: failures first.
        accounts: every account of the clinic, in order.
    """

    draft: Draft
    accounts: tuple[Account, ...]
    counts: "Mapping[int, Count]"
    findings: tuple[Finding, ...]


def measured(station: "Station", draft: Draft) -> Measured:
    """Count every version of a post and look at it as before it leaves."""
    from cmstation.domain.checks.ready import limits_of  # noqa: PLC0415 (regex comes late)
    from cmstation.domain.counting.count import count  # noqa: PLC0415
    from cmstation.domain.outgoing_text import text_as_sent  # noqa: PLC0415

    accounts = station.accounts.all()
    counts = {
        account.id: count(account.network, text_as_sent(draft, account), limits_of(account))
        for account in accounts
        if account.id in draft.accounts
    }
    return Measured(draft, accounts, counts, station.drafts.findings(draft))
