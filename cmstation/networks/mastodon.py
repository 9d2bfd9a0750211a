"""Publishes on Mastodon and its relatives."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.clock import Clock
from cmstation.domain.errors import AddressNotFound, AnswerNotUnderstood
from cmstation.domain.folding import storable
from cmstation.domain.networks import (
    AccountReport,
    Finding,
    Journal,
    Json,
    Outgoing,
    Receipt,
    ScheduledPost,
    TellStep,
    Verdict,
    tell_nobody,
)
from cmstation.networks.answers import as_mapping, content_of, field_of
from cmstation.networks.mastodon_calls import DIALECT, MastodonCalls
from cmstation.networks.mastodon_check import check_account
from cmstation.networks.mastodon_instance import Software, software_named, software_of
from cmstation.networks.mastodon_media import ensure_ready, upload
from cmstation.networks.mastodon_schedule import (
    SHORTEST_WAIT,
    MastodonSchedule,
    hour_in,
    hours_of,
    payload_at,
    server_time,
)
from cmstation.networks.mastodon_search import Search, Sought, find_scheduled, find_statuses, receipt_of

if TYPE_CHECKING:
    from cmstation.networks.session import Session

# The server keeps a key for an hour; the difference is for clocks and slow answers.
KEY_KEPT = timedelta(minutes=55)
# After this long a request of ours is certainly through the server, one way or the other.
SETTLED_AFTER = timedelta(minutes=3)
VISIBILITIES = frozenset({"public", "unlisted", "private", "direct"})


class Mastodon:
    """One account on a Mastodon-like server: publisher, native scheduler and checker.

    Args:
        account: `software`, when a check has filled it, saves asking again.
        secret: part access (the token).
    """

    def __init__(self, session: "Session", account: Account, secret: Secret, clock: Clock) -> None:
        self._account = account
        self._secret = secret
        self._clock = clock
        self._calls = MastodonCalls(session, account, secret)
        self._schedule = MastodonSchedule(self._calls, clock)

    @property
    def shortest_wait(self) -> timedelta:
        """How far ahead a scheduled hour must be; the server itself asks for five minutes."""
        return SHORTEST_WAIT

    def prepare(self, outgoing: Outgoing, journal: Journal) -> Mapping[str, Json]:
        """Upload the pictures; return the payload of `send`."""
        software = self._software(journal)
        identity = self._identity(journal)
        uploads = [upload(self._calls, picture, journal, self._clock.now()) for picture in outgoing.pictures]
        for made in uploads:
            ensure_ready(self._calls, made, journal)
        return {
            "request": _request(outgoing, [made.identity for made in uploads]),
            "key": outgoing.key,
            "account_id": identity,
            "since": outgoing.created_at.astimezone(UTC).isoformat(),
            "software": str(software),
        }

    def send(self, payload: Mapping[str, Json], journal: Journal) -> Receipt:
        """Publish, or have the server keep it until its hour; see `Publisher.send`."""
        if not self._replay_is_safe(payload):
            # The key protects nothing here: what an earlier try may have made must be looked for.
            earlier = self._look(payload, journal, _instant(payload, "since"))
            if earlier.matches:
                return earlier.matches[0]
        answer = self._calls.publish(payload["request"], str(payload["key"]), journal)
        content = as_mapping(content_of(answer, DIALECT), answer)
        field_of(content, "id", str, answer)
        return receipt_of(content, self._calls.base)

    def find(self, payload: Mapping[str, Json], journal: Journal, since: datetime) -> Finding:
        """Look for our status among the account's own, and among those kept for later."""
        search = self._look(payload, journal, since)
        evidence = (*_evidence(search), f"since: {since.astimezone(UTC).isoformat(timespec='seconds')}")
        if search.matches:
            return Finding(Verdict.LIVE, search.matches[0], evidence)
        if self._nothing_can_double(payload, since, search):
            return Finding(Verdict.NOT_LIVE, None, evidence)
        return Finding(Verdict.UNDECIDED, None, (*evidence, f"software: {payload.get('software')}"))

    def settle(self, receipt: Receipt, payload: Mapping[str, Json], journal: Journal) -> Finding:
        """Tell whether a scheduled status has become public; see `NativeScheduler.settle`.

        NOT_LIVE here means: the server still keeps it; ask again later.
        """
        try:
            answer = self._calls.read(
                f"/api/v1/scheduled_statuses/{receipt.remote_id}", step="settle", journal=journal
            )
            content_of(answer, DIALECT)
        except AddressNotFound:
            hours = hours_of(payload, journal) or (self._clock.now(),)
            search = find_statuses(self._calls, _sought(payload, min(hours)), journal)
            if search.matches:
                return Finding(Verdict.LIVE, search.matches[0], _evidence(search))
            return Finding(Verdict.UNDECIDED, None, ("scheduled: no longer", *_evidence(search)))
        return Finding(Verdict.NOT_LIVE, None, ("scheduled: still",))

    def scheduled(self) -> tuple[ScheduledPost, ...]:
        """Return the statuses that the server keeps for later."""
        return self._schedule.scheduled()

    def reschedule(self, receipt: Receipt, publish_at: datetime, journal: Journal) -> Receipt:
        """Give a scheduled status another hour; see `ScheduledPosts.reschedule`."""
        return self._schedule.reschedule(receipt, publish_at, journal)

    def payload_at(self, payload: Mapping[str, Json], publish_at: datetime) -> Mapping[str, Json]:
        """Return the payload of the same status for another hour."""
        return payload_at(payload, publish_at)

    def delete(self, receipt: Receipt, journal: Journal) -> None:
        """Remove a status, or a scheduled one; what is gone already is fine."""
        kind = "scheduled_statuses" if receipt.scheduled else "statuses"
        try:
            answer = self._calls.remove(f"/api/v1/{kind}/{receipt.remote_id}", journal=journal)
            content_of(answer, DIALECT, may_be_empty=True)
        except AddressNotFound:
            return

    def check(self, tell: TellStep = tell_nobody) -> AccountReport:
        """Try the connection step by step."""
        return check_account(self._calls, self._account, self._secret, tell)

    def _software(self, journal: Journal) -> Software:
        told = journal.get("software") or self._account.software
        software = software_named(told) if told else software_of(self._calls, journal)
        if not told:
            journal.note("software", str(software))
        if not software.keeps_keys and journal.get("idempotency_key") is None:
            journal.note("idempotency_key", f"not kept by {str(software) or 'this server'}")
        return software

    def _identity(self, journal: Journal) -> str:
        known = journal.get("account_id")
        if known:
            return known
        answer = self._calls.read("/api/v1/accounts/verify_credentials", step="account", journal=journal)
        identity = field_of(as_mapping(content_of(answer, DIALECT), answer), "id", str, answer)
        journal.note("account_id", identity)
        return identity

    def _look(self, payload: Mapping[str, Json], journal: Journal, since: datetime) -> Search:
        sought, reached = _sought(payload, since), True
        for hour in hours_of(payload, journal):
            kept = find_scheduled(self._calls, sought, hour, journal)
            if kept.matches:
                return kept
            reached = reached and kept.reached
        public = find_statuses(self._calls, sought, journal)
        return replace(public, reached=public.reached and reached)

    def _replay_is_safe(self, payload: Mapping[str, Json]) -> bool:
        # Mastodon ignores the key of scheduled statuses (mastodon/mastodon#30039).
        return software_named(str(payload.get("software", ""))).keeps_keys and hour_in(payload) is None

    def _nothing_can_double(self, payload: Mapping[str, Json], since: datetime, search: Search) -> bool:
        """Tell whether sending again is harmless, now that nothing was found."""
        software = software_named(str(payload.get("software", "")))
        age = self._clock.now() - since
        if not software.keeps_keys or not search.reached or age > KEY_KEPT:
            return False
        return hour_in(payload) is None or age > SETTLED_AFTER


def _request(outgoing: Outgoing, media: list[str]) -> dict[str, Json]:
    visibility = outgoing.options.get("visibility", "")
    request: dict[str, Json] = {
        "status": storable(outgoing.text),
        # Some servers of the family have another default than "public".
        "visibility": visibility if visibility in VISIBILITIES else "public",
    }
    if outgoing.language:
        request["language"] = outgoing.language.split("-")[0].lower()
    if outgoing.options.get("spoiler_text", "").strip():
        request["spoiler_text"] = storable(outgoing.options["spoiler_text"])
    if media:
        request["media_ids"] = media
    if outgoing.reply_to is not None:
        request["in_reply_to_id"] = outgoing.reply_to.remote_id
    if outgoing.publish_at is not None:
        request["scheduled_at"] = server_time(outgoing.publish_at)
    return request


def _sought(payload: Mapping[str, Json], since: datetime) -> Sought:
    request = payload["request"]
    if not isinstance(request, Mapping):
        raise AnswerNotUnderstood(code="payload")
    media = request.get("media_ids")
    return Sought(
        account_id=str(payload["account_id"]),
        text=str(request.get("status", "")),
        spoiler=str(request.get("spoiler_text", "")),
        pictures=len(media) if isinstance(media, list) else 0,
        parent=str(request.get("in_reply_to_id", "")),
        since=since,
    )


def _instant(payload: Mapping[str, Json], name: str) -> datetime:
    return datetime.fromisoformat(str(payload[name]))


def _evidence(search: Search) -> tuple[str, ...]:
    complete = () if search.reached else ("list: incomplete",)
    return (f"statuses seen: {search.seen}", f"same text: {len(search.matches)}", *complete)
