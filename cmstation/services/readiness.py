"""Look at a post before it leaves: what the rules say, and what the other posts have to do with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Finding, Topic
from cmstation.domain.clock import Clock
from cmstation.domain.drafts import Draft, DraftFilter
from cmstation.domain.folding import folded
from cmstation.services.campaign_marks import CampaignMarks
from cmstation.services.library import Library
from cmstation.storage.posts import Posts

SAME_TEXT_WINDOW = timedelta(hours=24)
SAME_HOUR = timedelta(minutes=15)


class Readiness:
    """Finds what speaks against a post as it is.

    Args:
        marks: puts campaign marks on links, which count as all that leaves.
    """

    def __init__(
        self, posts: Posts, library: Library, clock: Clock, marks: CampaignMarks | None = None
    ) -> None:
        self._posts = posts
        self._library = library
        self._clock = clock
        self._marks = marks

    def findings(self, draft: Draft, accounts: Sequence[Account]) -> tuple[Finding, ...]:
        """Look at a post that is meant for these accounts."""
        from cmstation.domain.checks.ready import findings_for  # noqa: PLC0415 (counting imports regex)

        now = self._clock.now()
        leaving = draft if self._marks is None else self._marks.leaving(draft)
        found = findings_for(
            leaving,
            accounts,
            now=now,
            missing_media=self._library.missing(draft.attachments),
            same_text_in=self._same_text(draft, accounts, now),
            close_to=self._close_to(draft),
        )
        if self._marks is None or leaving is draft:
            return found
        known = {account.id: account for account in accounts}
        told = (_as_written(one, self._marks, draft, leaving, known.get(one.account or 0)) for one in found)
        return tuple(finding for finding in told if finding is not None)

    def _same_text(self, draft: Draft, accounts: Sequence[Account], now: datetime) -> dict[int, int]:
        found: dict[int, int] = {}
        for account in accounts:
            ours = folded(draft.text_for(account.id)).split()
            recent = self._posts.recent_texts(account.id, now - SAME_TEXT_WINDOW, but_not_post=draft.id)
            twin = next((post for post, text in recent if ours and folded(text).split() == ours), None)
            if twin is not None:
                found[account.id] = twin
        return found

    def _close_to(self, draft: Draft) -> dict[int, int]:
        if draft.planned is None or not draft.accounts:
            return {}
        hour = draft.planned.instant
        accounts = frozenset(draft.accounts)
        near = DraftFilter(accounts=accounts, start=hour - SAME_HOUR, end=hour + SAME_HOUR)
        found: dict[int, int] = {}
        for row in self._posts.rows(near, limit=20):
            if row.id != draft.id:
                found.update((account, row.id) for account in row.accounts if account in accounts)
        return found


def _as_written(
    finding: Finding, marks: CampaignMarks, draft: Draft, leaving: Draft, account: Account | None
) -> Finding | None:
    """Let a finding about what leaves speak of what the person wrote, which is where one mends it.

    Returns:
        None for what is told of the base's link already.
    """
    if account is None:
        return finding
    if finding.topic is Topic.LINK_NOT_SECURE and not draft.version(account.id).link:
        return None
    if finding.place is None:
        return finding
    place = marks.place_as_written(draft, leaving, account, finding.place)
    return replace(finding, place=min(place, len(draft.text_for(account.id))))
