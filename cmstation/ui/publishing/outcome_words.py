"""What is said about one delivery: its state in a word, what happened, what comes next."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.networks import Network
from cmstation.domain.restoration import RESTORED
from cmstation.ui.dates import clock_words, long_words, time_words
from cmstation.ui.publishing.outcome import OutcomeRow
from cmstation.ui.wording import error_words
from cmstation.ui.wording_checks import evidence_words

translate = QCoreApplication.translate
MOST_FACTS = 3
_LOOK = "look "


@dataclass(frozen=True, slots=True)
class Story:
    """What happened.

    Args:
        first: one sentence.
        second: more, or "".
        third: what the curious may read: the network's own words, what was looked at.
    """

    first: str
    second: str = ""
    third: str = ""


def story_of(row: OutcomeRow, now: datetime, zone: str, *, handed: bool = False) -> Story:
    """Tell about a delivery.

    Args:
        handed: its text was copied and its page opened since the window is open.
    """
    match row.delivery.state:
        case DeliveryState.UNCERTAIN:
            story = _doubt(row.delivery, zone)
        case DeliveryState.FAILED:
            story = _failure(row.delivery)
        case DeliveryState.HELD:
            story = _late(row, now, zone)
        case DeliveryState.WAITING:
            story = _waiting(row, now, zone)
        case DeliveryState.HANDED_OVER:
            nothing = translate("Outcome", "Nothing is published yet.")
            paste = translate("Outcome", "Paste the text, then give the link.")
            story = Story(paste, _copied(row) if handed else nothing)
        case DeliveryState.ON_NETWORK:
            story = _kept(row, now, zone)
        case DeliveryState.SENT:
            story = Story(_arrived(row, zone))
        case DeliveryState.CANCELLED:
            story = Story(translate("Outcome", "Taken back before it left."))
        case _:
            soon = translate("Outcome", "The network’s answer comes in a moment.")
            story = Story(translate("Outcome", "On its way."), soon)
    return story


def _kept(row: OutcomeRow, now: datetime, zone: str) -> Story:
    kept = translate("Outcome", "Kept by {network} until: {when}")
    when = long_words(row.delivery.due.instant, zone, now)
    return Story(
        kept.format(network=row.account.network.proper_name, when=when),
        translate("Outcome", "It leaves from there, even while this computer is off."),
    )


def state_words(row: OutcomeRow) -> str:
    """Say the state, where the plain word of a post would say too little; else ""."""
    words = {
        DeliveryState.UNCERTAIN: translate("Outcome", "Uncertain: to check"),
        DeliveryState.HELD: translate("Outcome", "Its hour has passed"),
        DeliveryState.HANDED_OVER: translate("Outcome", "For you to paste"),
        DeliveryState.PREPARING: translate("Outcome", "Getting ready"),
        DeliveryState.SENDING: translate("Outcome", "Leaving"),
        DeliveryState.CANCELLED: translate("Outcome", "Cancelled"),
    }
    if row.delivery.state is DeliveryState.WAITING and (row.leaving or row.waits_for_post):
        return translate("Outcome", "Waiting")
    return words.get(row.delivery.state, "")


def sum_words(rows: Iterable[OutcomeRow]) -> str:
    """Sum up: "2 live, 1 on its way, 1 to check"."""
    counted = Counter(_sort_of(row) for row in rows if row.is_post or _needs_a_hand(row))
    said = {
        "live": translate("Outcome", "%n live", "", counted["live"]),
        "leaving": translate("Outcome", "%n on its way", "", counted["leaving"]),
        "planned": translate("Outcome", "%n planned", "", counted["planned"]),
        "paste": translate("Outcome", "%n to paste", "", counted["paste"]),
        "check": translate("Outcome", "%n to check", "", counted["check"]),
        "failed": translate("Outcome", "%n failed", "", counted["failed"]),
    }
    words = ", ".join(words for sort, words in said.items() if counted[sort])
    return words or translate("Outcome", "Nothing is on its way")


def _sort_of(row: OutcomeRow) -> str:
    sorts = {
        DeliveryState.SENT: "live",
        DeliveryState.ON_NETWORK: "planned",
        DeliveryState.HANDED_OVER: "paste",
        DeliveryState.UNCERTAIN: "check",
        DeliveryState.HELD: "check",
        DeliveryState.FAILED: "failed",
        DeliveryState.CANCELLED: "",
    }
    if row.delivery.state is DeliveryState.WAITING:
        return "leaving" if row.leaving else "planned"
    return sorts.get(row.delivery.state, "leaving")


def _needs_a_hand(row: OutcomeRow) -> bool:
    return _sort_of(row) in {"check", "failed", "paste"}


def _arrived(row: OutcomeRow, zone: str) -> str:
    parts: list[str] = []
    if row.delivery.sent_at is not None:
        parts.append(clock_words(row.delivery.sent_at, zone))
    if row.pictures:
        parts.append(translate("Outcome", "%n picture(s) with alternative text", "", row.pictures))
    elif row.link and row.account.network is Network.BLUESKY:
        parts.append(translate("Outcome", "card of the link"))
    told = bool(row.delivery.remote_url) and row.delivery.remote_id == row.delivery.remote_url
    if told:
        parts.append(translate("Outcome", "link given by you"))
    return " · ".join(parts)


def _copied(row: OutcomeRow) -> str:
    copied = translate("Outcome", "Text copied")
    if not row.pictures:
        return copied
    ready = translate("Outcome", "folder of %n picture(s) ready", "", row.pictures)
    return f"{copied} · {ready}"


def _doubt(delivery: Delivery, zone: str) -> Story:
    words = error_words(delivery.error)
    maybe = words.live or translate("Outcome", "The post may be live.")
    sent = ""
    if delivery.armed_at is not None:
        at = clock_words(delivery.armed_at, zone)
        sent = translate("Outcome", "Sent at {time}, without a clear answer.").format(time=at)
    second = (sent, _looks(delivery), translate("Outcome", "Nothing leaves again without you."))
    return Story(f"{words.what} {maybe}", " ".join(part for part in second if part), _facts(delivery, zone))


def _looks(delivery: Delivery) -> str:
    looks = sum(line.startswith(_LOOK) for line in delivery.evidence)
    if looks:
        return translate("Outcome", "%n look(s) at the account proved nothing.", "", looks)
    if delivery.evidence:
        return translate("Outcome", "Looking at the account proved nothing.")
    return translate("Outcome", "CM Station looks at the account by itself.")


def _facts(delivery: Delivery, zone: str) -> str:
    """Word what was seen at the last look; an older look said the same under the same names."""
    latest: dict[str, str] = {}
    for line in delivery.evidence:
        if not line.startswith(_LOOK):
            latest[line.partition(":")[0]] = line
    facts = [evidence_words(line, zone) for line in [*latest.values()][-MOST_FACTS:]]
    return " · ".join(facts)


def _failure(delivery: Delivery) -> Story:
    words = error_words(delivery.error, code=delivery.code)
    said = ""
    if delivery.detail:
        said = translate("Outcome", "The network’s own words: {words}").format(words=delivery.detail)
    return Story(words.what, words.detail, said)


def _late(row: OutcomeRow, now: datetime, zone: str) -> Story:
    when = long_words(row.delivery.due.instant, zone, now)
    if row.delivery.error == RESTORED:
        return Story(
            translate("Outcome", "Perhaps it has left already: {when}.").format(when=when),
            translate("Outcome", "A copy of your posts was put back. Look at the account first."),
        )
    return Story(
        translate("Outcome", "It should have left: {when}.").format(when=when),
        translate("Outcome", "CM Station was closed or the computer asleep, so it asks before it sends."),
    )


def _waiting(row: OutcomeRow, now: datetime, zone: str) -> Story:
    delivery = row.delivery
    if row.waits_for_post:
        return Story(
            translate("Outcome", "It follows once the post is live."), translate("Outcome", "First comment")
        )
    if delivery.error:
        words = error_words(delivery.error, tries_again=True)
        again = translate("Outcome", "Another try follows by itself at {time}.")
        return Story(words.what, again.format(time=time_words(delivery.next_try, zone)))
    if row.leaving:
        return Story(
            translate("Outcome", "It leaves in a moment."),
            translate("Outcome", "Offline, it waits for the line to come back."),
        )
    soon = translate("Outcome", "CM Station must be open at that hour.")
    if row.by_hand:
        soon = translate("Outcome", "A notice tells you when it is time to paste.")
    elif delivery.native:
        soon = translate("Outcome", "It is being handed to the network, which keeps it until then.")
    return Story(long_words(delivery.due.instant, zone, now), soon)
