"""What waits on a Mastodon server for its hour: listed, and given another one."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import parse_qs, urlsplit

from cmstation.domain.calendar_errors import HourTooNear, LeavingNow, NoLongerWaiting
from cmstation.domain.clock import Clock
from cmstation.domain.errors import AddressNotFound, NetworkError, NotSent, OutcomeUnknown
from cmstation.domain.networks import Journal, Json, Receipt, ScheduledPost
from cmstation.networks.answers import as_mapping, as_rows, clean_detail, content_of, within
from cmstation.networks.journal_log import NO_JOURNAL
from cmstation.networks.mastodon_calls import DIALECT, MastodonCalls, scheduled_path

SHORTEST_WAIT = timedelta(minutes=6)
# Five minutes before its hour the server hands a status to a worker that looks at no hour again.
LEAVES_WITHIN: Final = timedelta(minutes=6)
SAME_HOUR: Final = timedelta(minutes=1)
PAGE: Final = 40
MOST_PAGES: Final = 20
_ASKED: Final = "hour_asked"  # noted before a move: a lost answer must not hide ours at its new hour


class MastodonSchedule:
    """The scheduled statuses of one account."""

    def __init__(self, calls: MastodonCalls, clock: Clock) -> None:
        self._calls = calls
        self._clock = clock

    def scheduled(self) -> tuple[ScheduledPost, ...]:
        """Return the statuses that the server keeps for later."""
        found: dict[str, ScheduledPost] = {}
        params = {"limit": str(PAGE)}
        for _ in range(MOST_PAGES):
            answer = self._calls.read(
                "/api/v1/scheduled_statuses", step="scheduled", journal=NO_JOURNAL, params=params
            )
            known = len(found)
            rows = as_rows(content_of(answer, DIALECT), answer)
            found |= {one.remote_id: one for one in _posts(rows)}
            below = _next_page(answer.header("Link"))
            if not below or len(found) == known:
                break
            params = {"limit": str(PAGE), "max_id": below}
        return tuple(found.values())

    def reschedule(self, receipt: Receipt, publish_at: datetime, journal: Journal) -> Receipt:
        """Give a scheduled status another hour; see `ScheduledPosts.reschedule`."""
        now, identity = self._clock.now(), receipt.remote_id
        if publish_at - now < SHORTEST_WAIT:
            raise HourTooNear(due=publish_at, shortest_wait=SHORTEST_WAIT)
        due = self._due(identity, journal)
        if _same(due, publish_at):
            return Receipt(identity, "", scheduled=True)
        if due - now < LEAVES_WITHIN:
            raise LeavingNow(remote_id=identity, due=due)
        journal.note(_ASKED, publish_at.astimezone(UTC).isoformat())
        try:
            answer = self._calls.reschedule(identity, {"scheduled_at": server_time(publish_at)}, journal)
            as_mapping(content_of(answer, DIALECT), answer)
        except AddressNotFound:
            raise NoLongerWaiting(remote_id=identity, found="gone") from None
        except OutcomeUnknown as doubt:
            unknown = doubt
        else:
            return Receipt(identity, "", scheduled=True)
        return self._as_it_is(identity, publish_at, unknown, journal)

    def _as_it_is(
        self, identity: str, publish_at: datetime, unknown: OutcomeUnknown, journal: Journal
    ) -> Receipt:
        """Answer with what the server says after a doubtful move."""
        try:
            due = self._due(identity, journal)
        except NetworkError:
            raise unknown from None
        if not _same(due, publish_at):
            raise NotSent(status=unknown.status, code="not_moved", detail=unknown.detail) from None
        return Receipt(identity, "", scheduled=True)

    def _due(self, identity: str, journal: Journal) -> datetime:
        """Return the hour that the server holds for a status.

        Raises:
            NoLongerWaiting: it is published, or was taken back.
        """
        try:
            answer = self._calls.read(scheduled_path(identity), step="reschedule", journal=journal)
            row = as_mapping(content_of(answer, DIALECT), answer)
        except AddressNotFound:
            raise NoLongerWaiting(remote_id=identity, found="gone") from None
        due = _instant(row.get("scheduled_at"))
        if due is None:
            raise NoLongerWaiting(remote_id=identity, found="no_hour")
        return due


def payload_at(payload: Mapping[str, Json], publish_at: datetime) -> Mapping[str, Json]:
    """Return the payload of the same status for another hour."""
    request = payload["request"]
    asked = dict(request) if isinstance(request, Mapping) else {}
    return {**payload, "request": {**asked, "scheduled_at": server_time(publish_at)}}


def hour_in(payload: Mapping[str, Json]) -> datetime | None:
    """Return the hour for which a payload asks, None when it is published at once."""
    told = within(payload, "request", "scheduled_at")
    return datetime.fromisoformat(str(told)) if told else None


def hours_of(payload: Mapping[str, Json], journal: Journal) -> tuple[datetime, ...]:
    """Return every hour at which the server may keep a status: the one it has, and one asked for since."""
    hour = hour_in(payload)
    if hour is None:
        return ()
    asked = _instant(journal.get(_ASKED))
    return (hour,) if asked is None or _same(asked, hour) else (hour, asked)


def server_time(moment: datetime) -> str:
    """Write a moment for the server."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _posts(rows: Sequence[Mapping[str, Json]]) -> list[ScheduledPost]:
    found: list[ScheduledPost] = []
    for row in rows:
        due, identity = _instant(row.get("scheduled_at")), row.get("id")
        if due is None or not identity:
            continue
        title = clean_detail(_words(row, "spoiler_text"))
        text = clean_detail(_words(row, "text") or _words(row, "status"))
        found.append(ScheduledPost(str(identity), due, title, text))
    return found


def _words(row: Mapping[str, Json], name: str) -> str:
    said = within(row, "params", name)
    return said if isinstance(said, str) else ""


def _next_page(link: str) -> str:
    """Return below which identity the next page begins; only that is taken from a server's link."""
    for part in link.split(","):
        address, _, rest = part.partition(">")
        if 'rel="next"' in rest:
            return next(iter(parse_qs(urlsplit(address.strip().lstrip("<")).query).get("max_id", ())), "")
    return ""


def _same(first: datetime, second: datetime) -> bool:
    return abs(first - second) < SAME_HOUR


def _instant(told: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(told or ""))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
