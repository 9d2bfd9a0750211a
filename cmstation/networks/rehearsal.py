"""Publishes nowhere: an account for learning, for showing the program and for tests."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from cmstation.domain.accounts import Account
from cmstation.domain.calendar_errors import HourTooNear, NoLongerWaiting
from cmstation.domain.clock import Clock
from cmstation.domain.errors import (
    ContentRefused,
    NetworkError,
    Offline,
    OutcomeUnknown,
    PublishedIsImmutable,
    RateLimited,
    SignInNeeded,
)
from cmstation.domain.networks import (
    AccountReport,
    CheckStep,
    Finding,
    Journal,
    Json,
    Outgoing,
    Receipt,
    ScheduledPost,
    StepState,
    TellStep,
    Verdict,
    tell_nobody,
)

ADDRESS = "https://repetition.example"
SHORTEST_WAIT = timedelta(minutes=2)
_SENT, _DELETED, _STUMBLED = "rehearsal.sent", "rehearsal.deleted", "rehearsal.stumbled"
_AT_ONCE = timedelta()


class Mishap(StrEnum):
    """What goes wrong on purpose.

    Named by the option `rehearsal`, or in the account's name, as in "Site [refused]".
    """

    ANSWER_LOST = "answer_lost"  # published, then a time-out; looking finds it
    NOT_ARRIVED = "not_arrived"  # a time-out before anything was published; looking tells so
    UNDECIDED = "undecided"  # a time-out, and looking cannot tell: the person decides
    REFUSED = "refused"
    SIGN_IN = "sign_in"
    OFFLINE = "offline"
    RATE_LIMITED = "rate_limited"  # the first time only


class Rehearsal:
    """Keep in the delivery's journal what a network would have been told.

    Time-outs and limits happen at the first try only, so that one can see how things come right again.
    """

    def __init__(self, account: Account, clock: Clock) -> None:
        self._account = account
        self._clock = clock

    @property
    def shortest_wait(self) -> timedelta:
        """How far ahead the hour must be."""
        return SHORTEST_WAIT

    def check(self, tell: TellStep = tell_nobody) -> AccountReport:
        """Pass: there is nothing to go wrong."""
        step = CheckStep("rehearsal", StepState.PASSED)
        tell(step)
        return AccountReport(
            (step,),
            display_name=self._account.name,
            handle=self._account.handle,
            address=ADDRESS,
        )

    def prepare(self, outgoing: Outgoing, journal: Journal) -> Mapping[str, Json]:
        """Return all that would be said; picture bytes stand as their digests."""
        return {
            "key": outgoing.key,
            "title": outgoing.title,
            "text": outgoing.text,
            "link": outgoing.link,
            "tags": list(outgoing.tags),
            "pictures": [[one.digest, "" if one.decorative else one.alt_text] for one in outgoing.pictures],
            "publish_at": outgoing.publish_at.isoformat() if outgoing.publish_at else None,
            "reply_to": outgoing.reply_to.remote_id if outgoing.reply_to else None,
            "mishap": self._mishap(outgoing),
        }

    def send(self, payload: Mapping[str, Json], journal: Journal) -> Receipt:
        """Note that it was published, or stumble as the mishap says."""
        mishap = str(payload.get("mishap"))
        if journal.get(_SENT) is None:
            self._stumble_before(mishap, journal)
            journal.note(_SENT, json.dumps(payload))
            self._stumble_after(mishap, journal)
        self._called(journal, "send", 200, "answered")
        return self._receipt(payload)

    def find(self, payload: Mapping[str, Json], journal: Journal, since: datetime) -> Finding:
        """Look into the journal."""
        self._called(journal, "find", 200, "answered")
        if payload.get("mishap") == Mishap.UNDECIDED and journal.get(_STUMBLED) is not None:
            return Finding(
                Verdict.UNDECIDED, evidence=(f"seen: 0/{self._clock.now():%H:%M}", f"page: {ADDRESS}")
            )
        if journal.get(_DELETED) is not None:
            return Finding(Verdict.UNDECIDED, evidence=("status: trash",))
        if journal.get(_SENT) is None:
            return Finding(Verdict.NOT_LIVE)
        return Finding(Verdict.LIVE, self._receipt(payload))

    def settle(self, receipt: Receipt, payload: Mapping[str, Json], journal: Journal) -> Finding:
        """Tell whether the hour has come; NOT_LIVE until then."""
        finding = self.find(payload, journal, self._clock.now())
        if finding.receipt is not None and finding.receipt.scheduled:
            return Finding(Verdict.NOT_LIVE, evidence=("status: future",))
        return finding

    def scheduled(self) -> tuple[ScheduledPost, ...]:
        """Return nothing: nobody else plans here, and ours lies in the deliveries' journals."""
        return ()

    def reschedule(self, receipt: Receipt, publish_at: datetime, journal: Journal) -> Receipt:
        """Note another hour for what waits; see `ScheduledPosts.reschedule`."""
        now, sent = self._clock.now(), journal.get(_SENT)
        if publish_at - now < SHORTEST_WAIT:
            raise HourTooNear(due=publish_at, shortest_wait=SHORTEST_WAIT)
        if sent is None or journal.get(_DELETED) is not None:
            raise NoLongerWaiting(remote_id=receipt.remote_id, found="gone")
        payload: Mapping[str, Json] = json.loads(sent)
        known = self._receipt(payload)
        if not known.scheduled:
            raise PublishedIsImmutable(remote_id=known.remote_id, url=known.url)
        moved = self.payload_at(payload, publish_at)
        journal.note(_SENT, json.dumps(moved))
        self._called(journal, "reschedule", 200, "answered")
        return self._receipt(moved)

    def payload_at(self, payload: Mapping[str, Json], publish_at: datetime) -> Mapping[str, Json]:
        """Return the payload of the same post for another hour."""
        return {**payload, "publish_at": publish_at.isoformat()}

    def delete(self, receipt: Receipt, journal: Journal) -> None:
        """Note that it was taken back."""
        if journal.get(_DELETED) is None:
            journal.note(_DELETED, "yes")
        self._called(journal, "delete", 200, "answered")

    def _mishap(self, outgoing: Outgoing) -> str:
        bracketed = re.search(r"\[(\w+)\]", self._account.name)
        named = outgoing.options.get("rehearsal") or (bracketed.group(1) if bracketed else "")
        return named if named in tuple(Mishap) else ""

    def _stumble_before(self, mishap: str, journal: Journal) -> None:
        lasting: dict[str, NetworkError] = {
            Mishap.REFUSED: ContentRefused(status=422, code="rehearsal", field="text"),
            Mishap.SIGN_IN: SignInNeeded(status=401, code="rehearsal"),
            Mishap.OFFLINE: Offline(code="offline"),
        }
        once: dict[str, NetworkError] = {
            Mishap.NOT_ARRIVED: OutcomeUnknown(code="read_timeout"),
            Mishap.UNDECIDED: OutcomeUnknown(code="read_timeout"),
            Mishap.RATE_LIMITED: RateLimited(
                status=429, retry_at=self._clock.now() + SHORTEST_WAIT, code="rehearsal"
            ),
        }
        trouble = lasting.get(mishap)
        if trouble is None and mishap in once and journal.get(_STUMBLED) is None:
            trouble = once[mishap]
            journal.note(_STUMBLED, "yes")
        if trouble is not None:
            self._called(journal, "send", trouble.status, trouble.code)
            raise trouble

    def _stumble_after(self, mishap: str, journal: Journal) -> None:
        if mishap == Mishap.ANSWER_LOST:
            self._called(journal, "send", None, "read_timeout")
            raise OutcomeUnknown(code="read_timeout")

    def _called(self, journal: Journal, step: str, status: int | None, outcome: str) -> None:
        journal.called(step, f"POST {ADDRESS.removeprefix('https://')}", status, _AT_ONCE, outcome)

    def _receipt(self, payload: Mapping[str, Json]) -> Receipt:
        publish_at = payload["publish_at"]
        waits = (
            isinstance(publish_at, str)
            and datetime.fromisoformat(publish_at).astimezone(UTC) > self._clock.now()
        )
        key = str(payload["key"])
        url = "" if waits else f"{ADDRESS}/{self._account.network}/{key[:8]}"
        return Receipt(key, url, scheduled=waits)
