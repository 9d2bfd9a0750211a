"""Turns the steps of a connection check, and what was looked at on a network, into words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.ui.dates import clock_words
from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP
from cmstation.ui.wording import error_words
from cmstation.ui.wording_causes import CHECK_CAUSES, CHECK_STEPS
from cmstation.ui.wording_errors import ERRORS

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CauseWords:
    """Why a step failed, in the person's language.

    Args:
        what: what happened, one sentence.
        why: whose doing it is; often to say that it is not the person's.
        next: what to do.
        to_copy: an exact text that the person hands on or pastes, "" when there is none.
    """

    what: str
    why: str
    next: str
    to_copy: str = ""


def step_words(name: str) -> str:
    """Name a step of a check ("The address answers")."""
    source = CHECK_STEPS.get(name)
    return translate("CheckSteps", source) if source else name


def cause_words(cause: str) -> CauseWords:
    """Word the cause of a failed step or of a warning."""
    entry = CHECK_CAUSES.get(cause) or CHECK_CAUSES["not_understood"]
    return CauseWords(
        translate("CheckSteps", entry.what),
        translate("CheckSteps", entry.why) if entry.why else "",
        translate("CheckSteps", entry.next) if entry.next else "",
        entry.to_copy,
    )


# --- the journal of a publication ---

_CALLS: Final[dict[str, str]] = {
    "account": QT_TRANSLATE_NOOP("SendLog", "Ask for the account"),
    "check": QT_TRANSLATE_NOOP("SendLog", "Check the account"),
    "comments": QT_TRANSLATE_NOOP("SendLog", "Count the comments"),
    "delete": QT_TRANSLATE_NOOP("SendLog", "Take the post back"),
    "draft": QT_TRANSLATE_NOOP("SendLog", "Prepare a draft"),
    "exchange": QT_TRANSLATE_NOOP("SendLog", "Finish the sign-in"),
    "find": QT_TRANSLATE_NOOP("SendLog", "Look for the post"),
    "instance": QT_TRANSLATE_NOOP("SendLog", "Ask what the server accepts"),
    "link_card": QT_TRANSLATE_NOOP("SendLog", "Read the page of the link"),
    "metrics": QT_TRANSLATE_NOOP("SendLog", "Ask for the figures"),
    "mention": QT_TRANSLATE_NOOP("SendLog", "Find a person who is mentioned"),
    "nodeinfo": QT_TRANSLATE_NOOP("SendLog", "Ask what the server is"),
    "post": QT_TRANSLATE_NOOP("SendLog", "Look at a post"),
    "posts": QT_TRANSLATE_NOOP("SendLog", "Look at posts"),
    "processing": QT_TRANSLATE_NOOP("SendLog", "Wait for a picture to be ready"),
    "record": QT_TRANSLATE_NOOP("SendLog", "See whether a post is still there"),
    "register": QT_TRANSLATE_NOOP("SendLog", "Introduce CM Station"),
    "renew": QT_TRANSLATE_NOOP("SendLog", "Renew the permission"),
    "reschedule": QT_TRANSLATE_NOOP("SendLog", "Move what the network keeps to another hour"),
    "revoke": QT_TRANSLATE_NOOP("SendLog", "Give the permission back"),
    "scheduled": QT_TRANSLATE_NOOP("SendLog", "Look at what waits on the network"),
    "search_words": QT_TRANSLATE_NOOP("SendLog", "Set the words for search engines"),
    "send": QT_TRANSLATE_NOOP("SendLog", "Publish"),
    "settle": QT_TRANSLATE_NOOP("SendLog", "See whether it was published at its hour"),
    "sign_in": QT_TRANSLATE_NOOP("SendLog", "Sign in"),
    "status": QT_TRANSLATE_NOOP("SendLog", "Look at a post"),
    "statuses": QT_TRANSLATE_NOOP("SendLog", "Look at posts"),
    "total": QT_TRANSLATE_NOOP("SendLog", "Ask for a count"),
    "upload": QT_TRANSLATE_NOOP("SendLog", "Send a picture"),
}


def call_words(step: str) -> str:
    """Name a call in the journal of a publication."""
    source = _CALLS.get(step)
    return translate("SendLog", source) if source else step


def outcome_words(outcome: str, status: int | None) -> str:
    """Say how a call ended: "answered 200", or why no answer came."""
    if outcome == "answered":
        return translate("SendLog", "answered {status}").format(status=status if status is not None else "…")
    from cmstation.ui.wording_errors import CAUSES  # noqa: PLC0415

    source = CAUSES.get(outcome)
    return translate("Wording", source) if source else outcome.replace("_", " ")


# --- what was looked at while a delivery was uncertain ---

_EVIDENCE: Final[dict[str, str]] = {
    "statuses seen": QT_TRANSLATE_NOOP("Evidence", "Posts of the account that were read: {value}"),
    "seen": QT_TRANSLATE_NOOP("Evidence", "Posts found on the page: {value}"),
    "page": QT_TRANSLATE_NOOP("Evidence", "Page that was read: {value}"),
    "same text": QT_TRANSLATE_NOOP("Evidence", "Posts with the same text: {value}"),
    "list": QT_TRANSLATE_NOOP("Evidence", "The list of posts did not reach back far enough"),
    "scheduled": QT_TRANSLATE_NOOP("Evidence", "The network still keeps it for later"),
    "record": QT_TRANSLATE_NOOP("Evidence", "Found at the post’s own place: {value}"),
    "no record": QT_TRANSLATE_NOOP("Evidence", "Nothing at the post’s own place: {value}"),
    "since": QT_TRANSLATE_NOOP("Evidence", "Looked for since {value}"),
    "software": QT_TRANSLATE_NOOP("Evidence", "The server runs {value}"),
    "post": QT_TRANSLATE_NOOP("Evidence", "Number of the draft on the site: {value}"),
    "modified_gmt": QT_TRANSLATE_NOOP("Evidence", "Changed on the site at {value}"),
    "date_gmt": QT_TRANSLATE_NOOP("Evidence", "Dated {value} on the site"),
    "link": QT_TRANSLATE_NOOP("Evidence", "Address on the site: {value}"),
}
_SITE_STATES: Final[dict[str, str]] = {
    "publish": QT_TRANSLATE_NOOP("Evidence", "The site says: published"),
    "future": QT_TRANSLATE_NOOP("Evidence", "The site says: planned for later"),
    "draft": QT_TRANSLATE_NOOP("Evidence", "The site says: still a draft"),
    "pending": QT_TRANSLATE_NOOP("Evidence", "The site says: waiting for review"),
    "private": QT_TRANSLATE_NOOP("Evidence", "The site says: private"),
    "trash": QT_TRANSLATE_NOOP("Evidence", "The site says: in the bin"),
    "404": QT_TRANSLATE_NOOP("Evidence", "The site no longer knows it"),
    "410": QT_TRANSLATE_NOOP("Evidence", "The site no longer knows it"),
}


def evidence_words(line: str, zone: str = "UTC") -> str:
    """Word one line of a delivery's evidence.

    Args:
        zone: IANA name in which hours are said.
    """
    name, _, value = line.partition(": ")
    if name.startswith("look "):
        found = error_words(value).what if value in ERRORS else value
        if value == "nothing found":
            found = translate("Evidence", "nothing was found")
        return translate("Evidence", "Look number {number}: {found}").format(number=name[5:], found=found)
    if name == "status":
        return translate("Evidence", _SITE_STATES[value]) if value in _SITE_STATES else line
    if name == "clock":
        return translate("Evidence", "The computer’s clock was set back since, so looking proves nothing")
    if name == "no payload":
        return translate("Evidence", "Nothing had been made ready yet")
    source = _EVIDENCE.get(name)
    if source is not None:
        return translate("Evidence", source).format(value=_moment(value, zone))
    return error_words(line).what if line in ERRORS else line


def _moment(value: str, zone: str) -> str:
    """Say an instant as an hour; leave anything else as it is."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return clock_words(moment, zone) if moment.tzinfo is not None else value.replace("T", " ")
