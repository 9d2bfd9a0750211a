"""Sources in words: what they are, how often they are read, how their reading goes."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
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
    told = trouble_words(state.trouble, state.detail)
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
