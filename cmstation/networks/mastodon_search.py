"""Finds our own status among those of an account: by its text and pictures, never by being the newest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cmstation.domain.errors import NetworkError, RateLimited, SignInNeeded
from cmstation.domain.networks import Journal, Json, Receipt
from cmstation.networks.answers import as_mapping, as_rows, content_of
from cmstation.networks.mastodon_calls import DIALECT, MastodonCalls
from cmstation.networks.mastodon_text import same_text, text_of_html

PAGE = 40
# Two minutes for clocks that differ.
SLACK = timedelta(minutes=2)
_MOST_SOURCES = 5
_MOST_PAGES = 5


@dataclass(frozen=True, slots=True)
class Sought:
    """What our status looks like.

    Args:
        since: aware UTC; what is older is not ours.
    """

    account_id: str
    text: str
    spoiler: str
    pictures: int
    parent: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Search:
    """What a search saw.

    Args:
        seen: statuses that are young enough.
        reached: whether everything since the time sought was seen.
        matches: receipts of those that say what ours says, the oldest first.
    """

    seen: int
    reached: bool
    matches: tuple[Receipt, ...]


def find_statuses(calls: MastodonCalls, sought: Sought, journal: Journal) -> Search:
    """Look through the account's own statuses.

    Raises:
        NetworkError: they could not be read.
    """
    young: list[Mapping[str, Json]] = []
    reached = False
    for _ in range(_MOST_PAGES):
        page = _page(calls, sought.account_id, str(young[-1].get("id")) if young else "", journal)
        fresh = [row for row in page if _instant(row, "created_at") >= sought.since - SLACK]
        known = {str(row.get("id")) for row in young}
        young += [row for row in fresh if str(row.get("id")) not in known]
        reached = len(fresh) < len(page) or not page
        if reached or len(young) == len(known):
            break
    matches = list(_matches(calls, young, sought, journal))
    matches.sort(key=lambda row: _instant(row, "created_at"))
    return Search(len(young), reached, tuple(receipt_of(row, calls.base) for row in matches))


def find_scheduled(calls: MastodonCalls, sought: Sought, at: datetime, journal: Journal) -> Search:
    """Look through the statuses that the server keeps for later.

    Args:
        at: the hour it was scheduled for.
    """
    answer = calls.read(
        "/api/v1/scheduled_statuses", step="find", journal=journal, params={"limit": str(PAGE)}
    )
    rows = as_rows(content_of(answer, DIALECT), answer)
    found = [row for row in rows if _is_same_scheduled(row, sought, at)]
    return Search(len(rows), len(rows) < PAGE, tuple(receipt_of(row, calls.base) for row in found))


def receipt_of(row: Mapping[str, Json], base: str) -> Receipt:
    """Write the receipt of a status or of a scheduled status."""
    identity = str(row.get("id", ""))
    if "scheduled_at" in row and "content" not in row:
        return Receipt(identity, "", scheduled=True)
    url = row.get("url") or row.get("uri")
    return Receipt(identity, url if isinstance(url, str) else f"{base}/statuses/{identity}")


def _page(
    calls: MastodonCalls, account_id: str, before: str, journal: Journal
) -> Sequence[Mapping[str, Json]]:
    """Return some of the account's statuses, newest first, as many as the server likes to give."""
    params = {"exclude_reblogs": "true", "limit": str(PAGE)}
    if before:
        params["max_id"] = before
    answer = calls.read(
        f"/api/v1/accounts/{account_id}/statuses", step="find", journal=journal, params=params
    )
    return as_rows(content_of(answer, DIALECT), answer)


def _matches(
    calls: MastodonCalls, rows: Sequence[Mapping[str, Json]], sought: Sought, journal: Journal
) -> Iterator[Mapping[str, Json]]:
    sources_left = _MOST_SOURCES
    for row in rows:
        if not _could_be(row, sought):
            continue
        if same_text(text_of_html(str(row.get("content") or "")), sought.text):
            yield row
        elif sources_left:
            sources_left -= 1
            if same_text(_source_of(calls, str(row.get("id", "")), journal), sought.text):
                yield row


def _could_be(row: Mapping[str, Json], sought: Sought) -> bool:
    media = row.get("media_attachments")
    pictures = len(media) if isinstance(media, list) else 0
    return (
        row.get("reblog") is None
        and pictures == sought.pictures
        and str(row.get("in_reply_to_id") or "") == sought.parent
        and same_text(str(row.get("spoiler_text") or ""), sought.spoiler)
    )


def _source_of(calls: MastodonCalls, identity: str, journal: Journal) -> str:
    """Return the text as it was written; not every server of the family tells it."""
    try:
        answer = calls.read(f"/api/v1/statuses/{identity}/source", step="find", journal=journal)
        return str(as_mapping(content_of(answer, DIALECT), answer).get("text") or "")
    except (SignInNeeded, RateLimited):
        raise
    except NetworkError:
        return ""


def _is_same_scheduled(row: Mapping[str, Json], sought: Sought, at: datetime) -> bool:
    asked = row.get("params")
    media = row.get("media_attachments")
    pictures = len(media) if isinstance(media, list) else 0
    if not isinstance(asked, Mapping):
        return False
    words = str(asked.get("text") or asked.get("status") or "")
    told = asked.get("media_ids")
    pictures = max(pictures, len(told) if isinstance(told, list) else 0)
    near = abs(_instant(row, "scheduled_at") - at) < timedelta(minutes=1)
    return near and pictures == sought.pictures and same_text(words, sought.text)


def _instant(row: Mapping[str, Json], name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(str(row.get(name)))
    except ValueError:
        return datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
