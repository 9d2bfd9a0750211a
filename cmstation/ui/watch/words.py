"""What is watched, in words: decisions, stories, and why a source is silent."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.watch import DecisionKind, Reading, SourceTrouble, StoryRow
from cmstation.ui.theme.tokens import ColourRole

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DecisionMark:
    """The icon and the colour of a decision."""

    icon: str
    colour: ColourRole


DECISION_MARKS: Final[dict[DecisionKind, DecisionMark]] = {
    DecisionKind.RELAY: DecisionMark("check", "good"),
    DecisionKind.PHYSICIANS: DecisionMark("stethoscope", "plum"),
    DecisionKind.REVIEW: DecisionMark("star", "accent"),
    DecisionKind.DISMISS: DecisionMark("archived", "muted"),
    DecisionKind.LATER: DecisionMark("clock", "muted"),
}


def decision_word(kind: DecisionKind) -> str:
    """Say what became of a story."""
    words = {
        DecisionKind.RELAY: translate("Watch", "Relayed"),
        DecisionKind.PHYSICIANS: translate("Watch", "Opinion asked for"),
        DecisionKind.REVIEW: translate("Watch", "Kept for the review"),
        DecisionKind.DISMISS: translate("Watch", "Dismissed"),
        DecisionKind.LATER: translate("Watch", "Later"),
    }
    return words[kind]


def reading_word(reading: Reading) -> str:
    """Say which stories are wanted."""
    words = {
        Reading.ALL: translate("Watch", "Everything"),
        Reading.UNREAD: translate("Watch", "Unread"),
        Reading.STARRED: translate("Watch", "Starred"),
        Reading.UNDECIDED: translate("Watch", "Not decided yet"),
        Reading.LATER: translate("Watch", "Later"),
        Reading.PHYSICIANS: translate("Watch", "With the physicians"),
        Reading.REVIEW: translate("Watch", "For the review"),
    }
    return words[reading]


def more_sources(count: int) -> str:
    """Say how many other items tell the same story."""
    return translate("Watch", "+ %n source(s)", "", count)


def story_words(row: StoryRow) -> str:
    """Say a story to those who do not see it."""
    parts = [row.title, row.source_name]
    if row.count > 1:
        parts.append(more_sources(row.count - 1))
    if row.unread:
        parts.append(translate("Watch", "unread"))
    if row.starred:
        parts.append(translate("Watch", "starred"))
    if row.decision is not None:
        parts.append(decision_word(row.decision))
    return ", ".join(parts)


def trouble_words(trouble: SourceTrouble, detail: str = "") -> str:
    """Say why a source was not read, and what can be done."""
    words = {
        SourceTrouble.OFFLINE: translate("Watch", "This computer was off line."),
        SourceTrouble.NO_ANSWER: translate("Watch", "The site cannot be reached. Check the address."),
        SourceTrouble.TIMED_OUT: translate("Watch", "The site took too long to answer."),
        SourceTrouble.REFUSED: translate("Watch", "The site refuses to be read. Open it and see."),
        SourceTrouble.GONE: translate("Watch", "This address no longer exists. Look for another one."),
        SourceTrouble.SERVER_TROUBLE: translate("Watch", "The site has a problem of its own."),
        SourceTrouble.ASKED_TO_WAIT: translate("Watch", "The site asks for less frequent reading."),
        SourceTrouble.NOT_A_FEED: translate("Watch", "There is no feed at this address any more."),
        SourceTrouble.TOO_LONG: translate("Watch", "The answer is far too long to be a feed."),
        SourceTrouble.UNSAFE_ADDRESS: translate("Watch", "The site leads to an address that is not safe."),
        SourceTrouble.SIGN_IN_NEEDED: translate("Watch", "The source asks for a password."),
        SourceTrouble.NOT_UNDERSTOOD: translate("Watch", "The answer cannot be read."),
    }
    told = words[trouble]
    return f"{told} ({detail})" if detail else told
