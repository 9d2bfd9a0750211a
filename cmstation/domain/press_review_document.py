"""Compose the document of a press review: every word in its place, ready to be laid out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from cmstation.domain.press_review import (
    Chapter,
    PressReview,
    ReviewEntry,
    Share,
    chapters,
    copied,
    shares,
    sources,
    tones,
)
from cmstation.domain.press_review_words import FRENCH, ReviewWords
from cmstation.domain.watch_alert_words import Tone

LONGEST_ADDRESS: Final = 72
_BETWEEN: Final = " · "
_CLICKABLE: Final = frozenset({"http", "https"})
_KEPT_IN_LINKS: Final = "%/:?#[]@!$&'()*+,;=~-._"
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")
_BREAKS: Final = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
# No file can hold the first ones; the others turn the text beside them round.
_NEVER_SHOWN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Masthead:
    """Whose review it is.

    Args:
        logo: a PNG or JPEG, b"" without one.
        licence: how the clinic calls its licence to copy, "" when it gave it no name.
        zone: in which days are told.
    """

    clinic: str = ""
    logo: bytes = field(default=b"", repr=False)
    licence: str = ""
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class EntryPart:
    """An article in the document.

    Args:
        link: that can be clicked, "" without one; `address` is how it is shown.
        told: source, date and author.
        summary, copied: paragraphs; `copied` is the whole article, with its `mention`.
    """

    title: str
    link: str
    address: str
    told: str
    tone: Tone
    tone_words: str
    summary: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    mention: str = ""


@dataclass(frozen=True, slots=True)
class ChapterPart:
    """A theme in the document."""

    heading: str
    told: str
    entries: tuple[EntryPart, ...]


@dataclass(frozen=True, slots=True)
class SharePart:
    """A bar of the chart: `portion` of its whole width, 0 to 1; `tones` with their counts in words."""

    heading: str
    portion: float
    told: str
    tones: tuple[tuple[Tone, str], ...]


@dataclass(frozen=True, slots=True)
class ReviewDocument:
    """A press review with all its words.

    Args:
        head: the line that stands on every page.
        sources: names, each with how many articles.
    """

    words: ReviewWords
    clinic: str
    title: str
    period: str
    made: str
    made_at: datetime
    head: str
    summary: str
    note: tuple[str, ...]
    shares: tuple[SharePart, ...]
    chapters: tuple[ChapterPart, ...]
    sources: tuple[tuple[str, str], ...]
    logo: bytes = field(default=b"", repr=False)


def compose(
    review: PressReview,
    masthead: Masthead,
    texts: Mapping[int, str] | None = None,
    words: ReviewWords = FRENCH,
) -> ReviewDocument:
    """Put a review into words.

    Args:
        texts: of the articles by item; what no licence covers, or nobody asked for, is left out.
    """
    zone = ZoneInfo(masthead.zone)
    found = chapters(review.entries)
    title, period = review.title.strip() or words.title, words.period(review.first, review.last)
    full = _covered(review, texts or {})
    writer = _Writer(words, zone, masthead.licence, full)
    return ReviewDocument(
        words=words,
        clinic=_line(masthead.clinic),
        title=_line(title),
        period=period,
        made=words.made(review.created_at.astimezone(zone).date()),
        made_at=review.created_at,
        head=_BETWEEN.join(part for part in (_line(masthead.clinic), _line(title), period) if part),
        summary=words.summary(len(review.entries), len(found), tones(review.entries)),
        note=paragraphs(review.note),
        shares=tuple(writer.share(share) for share in shares(found)),
        chapters=tuple(writer.chapter(chapter) for chapter in found),
        sources=tuple(
            (_line(name) or words.no_source, words.articles(count)) for name, count in sources(review.entries)
        ),
        logo=masthead.logo,
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a text where its lines end; empty ones are left out."""
    return tuple(line for line in map(_line, text.splitlines()) if line)


def clickable(link: str) -> str:
    """Return a link that a reader may click, in plain letters; "" for any other than of the web."""
    bare = _UNSAFE.sub("", link).strip()
    try:
        parts = urlsplit(bare)
        if parts.scheme not in _CLICKABLE or not parts.hostname:
            return ""
        site = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:
        return ""
    told = (quote(part, safe=_KEPT_IN_LINKS) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, site, *told))


def address_shown(link: str) -> str:
    """Return a link as people read it: short, without what machines add."""
    try:
        parts = urlsplit(_UNSAFE.sub("", link).strip())
    except ValueError:
        return ""
    path = unquote(parts.path, errors="replace").rstrip("/")
    shown = _line(f"{parts.netloc.rpartition('@')[2].removeprefix('www.')}{path}")
    return shown if len(shown) <= LONGEST_ADDRESS else f"{shown[: LONGEST_ADDRESS - 1]}…"


def _covered(review: PressReview, texts: Mapping[int, str]) -> Mapping[int, str]:
    """Keep the texts that a licence lets us copy."""
    return {entry.item: texts[entry.item] for entry in copied(review) if entry.item in texts}


@dataclass(frozen=True, slots=True)
class _Writer:
    words: ReviewWords
    zone: ZoneInfo
    licence: str
    texts: Mapping[int, str]

    def share(self, share: Share) -> SharePart:
        words = self.words
        told = _BETWEEN.join((words.articles(share.articles), words.percent(share.percent)))
        counts = tuple((tone, words.tone_count(tone, count)) for tone, count in share.tones.items())
        return SharePart(self._theme(share.theme), share.percent / 100, told, counts)

    def chapter(self, chapter: Chapter) -> ChapterPart:
        told = self.words.articles(len(chapter.entries))
        return ChapterPart(self._theme(chapter.theme), told, tuple(map(self._entry, chapter.entries)))

    def _entry(self, entry: ReviewEntry) -> EntryPart:
        link, day = clickable(entry.link), self._day(entry)
        shown = address_shown(entry.link) if link else ""
        text = paragraphs(self.texts.get(entry.item, "")) if entry.full_text else ()
        return EntryPart(
            title=_line(entry.title) or self.words.no_title,
            link=link,
            address=shown,
            told=_joined((self._source(entry), day, entry.author)),
            tone=entry.tone,
            tone_words=self.words.marked_tone(entry.tone),
            summary=paragraphs(entry.summary),
            copied=text,
            mention=self.words.mention(self._source(entry), day, _line(self.licence)) if text else "",
        )

    def _source(self, entry: ReviewEntry) -> str:
        return _line(entry.source) or self.words.no_source

    def _day(self, entry: ReviewEntry) -> str:
        if entry.published is None:
            return self.words.no_date
        day: date = entry.published.astimezone(self.zone).date()
        return self.words.day(day)

    def _theme(self, theme: str) -> str:
        return _line(theme) or self.words.no_theme


def _joined(parts: Iterable[str]) -> str:
    return _BETWEEN.join(part for part in map(_line, parts) if part)


def _line(text: str) -> str:
    """Return a text as one line; no-break spaces are typography and stay."""
    return " ".join(part for part in _NEVER_SHOWN.sub("", _BREAKS.sub(" ", text)).split(" ") if part)
