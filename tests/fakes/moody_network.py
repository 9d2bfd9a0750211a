"""A network in memory that can fail the way real ones do, and counts what the public would see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.calendar_errors import HourTooNear, NoLongerWaiting
from cmstation.domain.clock import Clock
from cmstation.domain.errors import (
    ContentRefused,
    NotSent,
    OutcomeUnknown,
    PublishedIsImmutable,
    RateLimited,
    SignInNeeded,
)
from cmstation.domain.networks import (
    AccountChecker,
    AccountReport,
    CheckStep,
    Finding,
    Journal,
    Json,
    Outgoing,
    Publisher,
    Receipt,
    ScheduledPost,
    StepState,
    TellStep,
    Verdict,
    tell_nobody,
)


class Mood(StrEnum):
    """What the network does at the next call of `send` or `prepare`."""

    FINE = "fine"
    REFUSED_CONNECTION = "refused_connection"
    TIME_OUT_BEFORE = "time_out_before"  # the request was lost on its way
    TIME_OUT_AFTER = "time_out_after"  # published, but the answer was lost
    RATE_LIMIT = "rate_limit"
    BAD_CONTENT = "bad_content"
    SIGNED_OUT = "signed_out"
    CRASH_BEFORE = "crash_before"  # our own program dies before the request
    CRASH_AFTER = "crash_after"  # our own program dies after the request, before the answer


class Killed(BaseException):
    """The program died here; nothing may catch it but the test."""


@dataclass
class MoodyNetwork:
    """The server's side: what is live, and how it feels.

    Args:
        honours_key: the same key makes one post only (Bluesky, WordPress by id, Mastodon).
        can_search: `find` sees what is live; else it cannot tell.
        lag: number of looks before a live post becomes visible.
        move_moods, list_moods, delete_moods: how it feels at the next calls of `reschedule`,
            `scheduled` and `delete`.
        hours: when it will publish what it keeps, by our key.
        by_hand: what its own people planned there.
        moves: the hours that were asked for, by identity, in their order.
        clock: by which it judges whether an hour is far enough away.
    """

    honours_key: bool = True
    can_search: bool = True
    lag: int = 0
    moods: list[Mood] = field(default_factory=list[Mood])
    prepare_moods: list[Mood] = field(default_factory=list[Mood])
    live: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    scheduled: dict[str, str] = field(default_factory=dict[str, str])
    uploads: list[str] = field(default_factory=list[str])
    replies: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    looks: int = 0
    sends: int = 0
    move_moods: list[Mood] = field(default_factory=list[Mood])
    list_moods: list[Mood] = field(default_factory=list[Mood])
    delete_moods: list[Mood] = field(default_factory=list[Mood])
    hours: dict[str, datetime] = field(default_factory=dict[str, datetime])
    by_hand: list[ScheduledPost] = field(default_factory=list[ScheduledPost])
    moves: list[tuple[str, datetime]] = field(default_factory=list[tuple[str, datetime]])
    clock: Clock | None = None

    def publish(self, key: str) -> None:
        """Let the hour of a kept post come."""
        self.live.append((key, self.scheduled.pop(key)))
        self.hours.pop(key)

    def texts(self, key: str) -> list[str]:
        """Return what the public sees of one delivery."""
        return [text for found, text in self.live if found == key]


class MoodyDoor:
    """One account's adapter on a `MoodyNetwork`."""

    def __init__(self, network: MoodyNetwork) -> None:
        self._network = network

    @property
    def shortest_wait(self) -> timedelta:
        return timedelta(minutes=2)

    def prepare(self, outgoing: Outgoing, journal: Journal) -> Mapping[str, Json]:
        mood = self._network.prepare_moods.pop(0) if self._network.prepare_moods else Mood.FINE
        _before(mood)
        for place, picture in enumerate(outgoing.pictures):
            if journal.get(f"media-{place}") is None:
                self._network.uploads.append(picture.digest)
                journal.note(f"media-{place}", picture.digest)
        _after(mood)
        return {
            "key": outgoing.key,
            "text": outgoing.text,
            "publish_at": outgoing.publish_at.isoformat() if outgoing.publish_at else None,
            "reply_to": outgoing.reply_to.remote_id if outgoing.reply_to else None,
        }

    def send(self, payload: Mapping[str, Json], journal: Journal) -> Receipt:
        network = self._network
        network.sends += 1
        mood = network.moods.pop(0) if network.moods else Mood.FINE
        _before(mood)
        key, text = str(payload["key"]), str(payload["text"])
        if payload["publish_at"] is not None:
            network.scheduled[key] = text
            network.hours[key] = datetime.fromisoformat(str(payload["publish_at"]))
            _after(mood)
            return Receipt(f"scheduled-{key}", "", scheduled=True)
        if not (network.honours_key and network.texts(key)):
            network.live.append((key, text))
            if payload["reply_to"] is not None:
                network.replies.append((str(payload["reply_to"]), text))
        _after(mood)
        return _receipt(key)

    def find(self, payload: Mapping[str, Json], journal: Journal, since: datetime) -> Finding:
        network = self._network
        network.looks += 1
        key = str(payload["key"])
        if not network.can_search:
            return Finding(Verdict.UNDECIDED, evidence=("the profile cannot be read",))
        if network.texts(key) and network.looks > network.lag:
            return Finding(Verdict.LIVE, _receipt(key))
        if network.honours_key:
            return Finding(Verdict.NOT_LIVE, evidence=("nothing under this key",))
        return Finding(Verdict.UNDECIDED, evidence=("nothing found yet",))

    def settle(self, receipt: Receipt, payload: Mapping[str, Json], journal: Journal) -> Finding:
        key = str(payload["key"])
        if self._network.texts(key):
            return Finding(Verdict.LIVE, _receipt(key))
        return Finding(Verdict.UNDECIDED, evidence=("still waiting on the network",))

    def delete(self, receipt: Receipt, journal: Journal) -> None:
        mood = self._network.delete_moods.pop(0) if self._network.delete_moods else Mood.FINE
        _before(mood)
        key = receipt.remote_id.removeprefix("scheduled-")
        self._network.scheduled.pop(key, None)
        self._network.hours.pop(key, None)
        self._network.live[:] = [entry for entry in self._network.live if entry[0] != key]

    def scheduled(self) -> tuple[ScheduledPost, ...]:
        network = self._network
        mood = network.list_moods.pop(0) if network.list_moods else Mood.FINE
        _before(mood)
        ours = [
            ScheduledPost(f"scheduled-{key}", hour, "", network.scheduled[key])
            for key, hour in network.hours.items()
        ]
        return (*ours, *network.by_hand)

    def reschedule(self, receipt: Receipt, publish_at: datetime, journal: Journal) -> Receipt:
        network, identity = self._network, receipt.remote_id
        if network.clock is not None and publish_at - network.clock.now() < self.shortest_wait:
            raise HourTooNear(due=publish_at, shortest_wait=self.shortest_wait)
        key = identity.removeprefix("scheduled-")
        if network.texts(key):
            raise PublishedIsImmutable(remote_id=identity, url="https://moody.example")
        places = [place for place, one in enumerate(network.by_hand) if one.remote_id == identity]
        if key not in network.hours and not places:
            raise NoLongerWaiting(remote_id=identity, found="gone")
        mood = network.move_moods.pop(0) if network.move_moods else Mood.FINE
        network.moves.append((identity, publish_at))
        _before(mood)
        if places:
            network.by_hand[places[0]] = replace(network.by_hand[places[0]], due=publish_at)
        else:
            network.hours[key] = publish_at
        _after(mood)
        return receipt

    def payload_at(self, payload: Mapping[str, Json], publish_at: datetime) -> Mapping[str, Json]:
        return {**payload, "publish_at": publish_at.isoformat()}

    def check(self, tell: TellStep = tell_nobody) -> AccountReport:
        return AccountReport((CheckStep("address", StepState.PASSED),))


class MoodyDoors:
    """Gives each account the network of its number."""

    def __init__(self, networks: dict[int, MoodyNetwork] | None = None) -> None:
        self.networks = networks if networks is not None else {}

    def of(self, account: int) -> MoodyNetwork:
        return self.networks.setdefault(account, MoodyNetwork())

    def publisher(self, account: Account, secret: Secret | None, keep: Callable[[Secret], None]) -> Publisher:
        return MoodyDoor(self.of(account.id))

    def checker(self, account: NewAccount, secret: Secret | None) -> AccountChecker:
        return MoodyDoor(MoodyNetwork())

    def metrics(self, account: Account, secret: Secret | None, keep: Callable[[Secret], None]) -> None:
        return None


def _before(mood: Mood) -> None:
    match mood:
        case Mood.REFUSED_CONNECTION:
            raise NotSent(code="refused")
        case Mood.TIME_OUT_BEFORE:
            raise OutcomeUnknown(code="read_timeout")
        case Mood.RATE_LIMIT:
            raise RateLimited(status=429)
        case Mood.BAD_CONTENT:
            raise ContentRefused(status=422, detail="Text is too long")
        case Mood.SIGNED_OUT:
            raise SignInNeeded(status=401)
        case Mood.CRASH_BEFORE:
            raise Killed
        case _:
            return


def _after(mood: Mood) -> None:
    if mood is Mood.TIME_OUT_AFTER:
        raise OutcomeUnknown(code="read_timeout")
    if mood is Mood.CRASH_AFTER:
        raise Killed


def _receipt(key: str) -> Receipt:
    return Receipt(key, f"https://moody.example/{key}")
