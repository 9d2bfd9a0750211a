"""Sources in words: what they are, how often they are read, how their reading goes."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_mailboxes import PASSWORD
from cmstation.domain.web_addresses import host_of
from cmstation.ui.watch.words import trouble_words

translate = QCoreApplication.translate

# What a person can choose; None lets the program find the pace.
PACES: Final[tuple[int | None, ...]] = (None, 60, 180, 360, 720, 1440)
_HOUR: Final = 60


def kind_words(kind: SourceKind, address: str = "") -> str:
    """Say what a source is; a feed is called by the place that people know."""
    words = {
        SourceKind.FEED: translate("WatchSources", "Feed"),
        SourceKind.BLUESKY_ACCOUNT: translate("WatchSources", "Bluesky account"),
        SourceKind.BLUESKY_SEARCH: translate("WatchSources", "Bluesky search"),
        SourceKind.PUBMED: translate("WatchSources", "PubMed search"),
        SourceKind.MAILBOX: translate("WatchSources", "Newsletters"),
        SourceKind.PAPER: translate("WatchSources", "Added by hand"),
    }
    return (_place(address) if kind is SourceKind.FEED else "") or words[kind]


def pace_words(minutes: int | None) -> str:
    """Say how often a source is read at most."""
    if minutes is None:
        return translate("WatchSources", "As often as it needs")
    if minutes < _HOUR:
        return translate("WatchSources", "Every %n minute(s)", "", minutes)
    if minutes == PACES[-1]:
        return translate("WatchSources", "Once a day")
    return translate("WatchSources", "Every %n hour(s)", "", round(minutes / _HOUR))


def silent(source: Source, state: SourceState) -> bool:
    """Tell whether a source says nothing although it should."""
    return source.kind is not SourceKind.PAPER and (source.paused or state.trouble is not None)


def silence_words(source: Source, state: SourceState) -> str:
    """Say why a source is silent and what to do; "" when it is not."""
    if not silent(source, state):
        return ""
    if state.trouble is None:
        return translate("WatchSources", "Paused: nothing is read until you resume it.")
    told = source_trouble_words(source.kind, state.trouble, state.detail)
    if state.trouble is SourceTrouble.SIGN_IN_NEEDED and not source.paused:
        return told
    if source.paused:
        gone = state.trouble is SourceTrouble.GONE
        more = (
            translate("WatchSources", "It is paused. Remove it, or look for its new address.")
            if gone
            else translate("WatchSources", "It is paused. Resume it to try again.")
        )
    else:
        more = translate("WatchSources", "It is tried again by itself.")
    return f"{told} {more}"


def source_trouble_words(kind: SourceKind, trouble: SourceTrouble, detail: str = "") -> str:
    """Say why a source was not read and what to do next; mailboxes have words of their own."""
    if kind is SourceKind.MAILBOX:
        return mailbox_trouble_words(trouble, detail)
    if (trouble, detail) == (SourceTrouble.SIGN_IN_NEEDED, "members"):
        return translate("WatchSources", "This account shows its posts to signed-in people only.")
    return trouble_words(trouble, detail)


def mailbox_trouble_words(trouble: SourceTrouble, detail: str = "") -> str:
    """Say why a mailbox was not read and what to do next."""
    if trouble is SourceTrouble.SIGN_IN_NEEDED:
        return _sign_in_words(detail)
    if trouble in (SourceTrouble.GONE, SourceTrouble.SERVER_TROUBLE, SourceTrouble.UNSAFE_ADDRESS):
        return _place_words(trouble, detail)
    words = {
        SourceTrouble.OFFLINE: translate("WatchSources", "This computer is off line."),
        SourceTrouble.NO_ANSWER: translate(
            "WatchSources", "The mail server cannot be reached. Check its name with your mail provider."
        ),
        SourceTrouble.TIMED_OUT: translate(
            "WatchSources", "The mail server took too long to answer. Check its name, or try again later."
        ),
        SourceTrouble.TOO_LONG: translate(
            "WatchSources", "The mail server sends far more than was asked for: it was left alone."
        ),
    }
    if (trouble, detail) == (SourceTrouble.NO_ANSWER, "certificate"):
        return translate(
            "WatchSources",
            "The mail server does not prove who it is (certificate), so no password was sent. "
            "Check its name, or ask the computer service.",
        )
    usual = translate(
        "WatchSources", "This server does not speak as a mail server does. Check its name with your provider."
    )
    return words.get(trouble, usual)


def _sign_in_words(detail: str) -> str:
    words = {
        "password": translate(
            "WatchSources", "The password of this mailbox is not kept on this computer. Type it again."
        ),
        "locked": translate(
            "WatchSources", "The computer’s password store is locked. Unlock it, then read the source again."
        ),
        "keyring": translate(
            "WatchSources",
            "The computer’s password store does not answer. Ask the computer service, then read the "
            "source again.",
        ),
        "characters": translate(
            "WatchSources",
            "The mail server cannot take a character of this name or password. Use an app password, "
            "or another one.",
        ),
    }
    refused = translate(
        "WatchSources",
        "The mailbox refused the name or the password. Type the password again; some providers "
        "want an app password.",
    )
    return words.get(detail, refused)


def _place_words(trouble: SourceTrouble, detail: str) -> str:
    if trouble is SourceTrouble.GONE:
        return translate(
            "WatchSources", "This folder is not in the mailbox, or may not be opened. Choose another one."
        )
    if trouble is SourceTrouble.UNSAFE_ADDRESS and detail == PASSWORD:
        return translate(
            "WatchSources",
            "A password must never stand in an address. Take it out; it is asked for separately.",
        )
    if trouble is SourceTrouble.UNSAFE_ADDRESS:
        return translate(
            "WatchSources", "This is no address of a mailbox: check the name, the server and the folder."
        )
    if detail == "folder":
        return translate("WatchSources", "The mail server cannot open this folder now. Try again later.")
    return translate("WatchSources", "The mail server cannot sign anybody in now. Try again later.")


def last_words(state: SourceState, when: Callable[[datetime], str]) -> str:
    """Say when a source was last read."""
    return when(state.read_at) if state.read_at is not None else translate("WatchSources", "never")


def next_words(source: Source, state: SourceState, when: Callable[[datetime], str], now: datetime) -> str:
    """Say when a source is read again."""
    if source.kind is SourceKind.PAPER or state.due_at is None:
        return "–"
    if source.paused:
        return translate("WatchSources", "paused")
    return when(state.due_at) if state.due_at > now else translate("WatchSources", "soon")


def _place(address: str) -> str:
    """Say where a feed is at home, when people know the place better than the feed."""
    host = host_of(address).removeprefix("www.")
    if host == "news.google.com":
        return translate("WatchSources", "Google News")
    if host.startswith("google.") and "/alerts/" in address:
        return translate("WatchSources", "Google Alert")
    if host in {"youtube.com", "m.youtube.com"}:
        return translate("WatchSources", "YouTube channel")
    if host == "reddit.com" or host.endswith(".reddit.com"):
        return translate("WatchSources", "Reddit")
    if host == "scoop.it":
        return translate("WatchSources", "Scoop.it topic")
    return ""
