"""Count and check a post as it stands in the composer; runs in the background."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Finding
from cmstation.domain.drafts import Draft

if TYPE_CHECKING:
    from cmstation.domain.counting.count import Count
    from cmstation.services.campaign_marks import CampaignMarks
    from cmstation.services.station import Station


@dataclass(frozen=True, slots=True)
class Measured:
    """What the composer shows about a post.

    Args:
        draft: as the person wrote it.
        leaving: as it leaves, with its marks on links.
        counts: by account, what leaves as its network counts; where it becomes too long in the text as it
            was written.
        overflows: by account, where what leaves becomes too long, or None.
        marked: by account, the sites to which its links carry marks.
        findings: failures first.
        accounts: every account of the clinic, in order.
    """

    draft: Draft
    leaving: Draft
    accounts: tuple[Account, ...]
    counts: "Mapping[int, Count]"
    overflows: Mapping[int, int | None]
    marked: Mapping[int, tuple[str, ...]]
    findings: tuple[Finding, ...]


def measured(station: "Station", draft: Draft) -> Measured:
    """Count every version of a post and look at it as before it leaves."""
    from cmstation.domain.checks.ready import limits_of  # noqa: PLC0415 (regex comes late)
    from cmstation.domain.counting.count import count  # noqa: PLC0415
    from cmstation.domain.outgoing_text import text_as_sent  # noqa: PLC0415
    from cmstation.services.campaign_marks import marks_of  # noqa: PLC0415 - after the first paint

    accounts = station.accounts.all()
    chosen = [account for account in accounts if account.id in draft.accounts]
    marks = marks_of(station)
    leaving = marks.shown(draft)
    counts = {
        account.id: count(account.network, text_as_sent(leaving, account), limits_of(account))
        for account in chosen
    }
    return Measured(
        draft,
        leaving,
        accounts,
        {account.id: _as_written(counts[account.id], marks, draft, leaving, account) for account in chosen},
        {account: counted.overflow_start for account, counted in counts.items()},
        {account.id: marks.sites_marked(draft, leaving, account) for account in chosen},
        station.drafts.findings(draft),
    )


def _as_written(
    counted: "Count", marks: "CampaignMarks", draft: Draft, leaving: Draft, account: Account
) -> "Count":
    place = counted.overflow_start
    if place is None or leaving is draft:
        return counted
    return replace(counted, overflow_start=marks.place_as_written(draft, leaving, account, place))
