"""Cuts the document of a press review into pieces that a window shows at once. No widget here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from cmstation.domain.press_review import PressReview, chapters

if TYPE_CHECKING:
    from cmstation.domain.press_review_document import ChapterPart, EntryPart, ReviewDocument
    from cmstation.services.press_reviews import PressReviews

# What a piece may cost: letters, and so many for an article beside its words.
PIECE, ARTICLE, LONGEST_COPY, LONGEST_SUMMARY = 7_000, 400, 1_200, 4_000
MOST_LINES: Final = 20
CUT: Final = "[…]"
# A mail is 640 wide with wide margins; the pane is as wide as the person likes. Words of articles cannot
# be taken for these: quotes are written otherwise there.
_IN_THE_PANE: Final = (
    ('width="640"', 'width="100%"'),
    ('style="padding:32px;', 'style="padding:20px;'),
    ('style="padding:24px 12px"', 'style="padding:12px 8px"'),
)


@dataclass(frozen=True, slots=True)
class PreviewPiece:
    """A piece of the document.

    Args:
        number, of: which piece of how many, from 0.
        first, last, articles: which articles of how many, from 1.
    """

    html: str
    logo: bytes = field(repr=False)
    number: int = 0
    of: int = 1
    first: int = 0
    last: int = 0
    articles: int = 0


def piece_of(reviews: "PressReviews", review: PressReview, number: int, item: int | None) -> PreviewPiece:
    """Write a piece of a review as it will look; off the window's thread.

    Args:
        number: the wanted piece, if there are so many.
        item: the article that is to be in it; None for none.
    """
    from cmstation.desktop import review_html  # noqa: PLC0415 - after the first paint

    document = reviews.document(review)
    items = [entry.item for chapter in chapters(review.entries) for entry in chapter.entries]
    parts = [(place, _short(entry)) for place, one in enumerate(document.chapters) for entry in one.entries]
    pieces = _pieces([entry for _chapter, entry in parts])
    wanted = min(number, len(pieces) - 1)
    if item in items:
        at = items.index(item)
        wanted = next(place for place, (first, end) in enumerate(pieces) if first <= at < end)
    first, end = pieces[wanted]
    shown = replace(
        document,
        chapters=_chapters(document, parts[first:end]),
        shares=document.shares[:MOST_LINES],
        sources=document.sources[:MOST_LINES],
        note=_cut(document.note, LONGEST_SUMMARY),
    )
    html = review_html.written(shown)
    for wide, narrow in _IN_THE_PANE:
        html = html.replace(wide, narrow)
    return PreviewPiece(html, document.logo, wanted, len(pieces), first + 1, end, len(parts))


def _pieces(entries: "Sequence[EntryPart]") -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start, cost = 0, 0
    for place, entry in enumerate(entries):
        words = (entry.title, *entry.summary, *entry.copied)
        takes = ARTICLE + sum(map(len, words))
        if place > start and cost + takes > PIECE:
            found.append((start, place))
            start, cost = place, 0
        cost += takes
    return [*found, (start, len(entries))]


def _chapters(
    document: "ReviewDocument", parts: "Sequence[tuple[int, EntryPart]]"
) -> "tuple[ChapterPart, ...]":
    wanted = dict.fromkeys(place for place, _entry in parts)
    return tuple(
        replace(document.chapters[place], entries=tuple(entry for own, entry in parts if own == place))
        for place in wanted
    )


def _short(entry: "EntryPart") -> "EntryPart":
    return replace(
        entry,
        title=entry.title[:LONGEST_COPY],
        summary=_cut(entry.summary, LONGEST_SUMMARY),
        copied=_cut(entry.copied, LONGEST_COPY),
    )


def _cut(paragraphs: tuple[str, ...], longest: int) -> tuple[str, ...]:
    found: list[str] = []
    left = longest
    for paragraph in paragraphs:
        if len(paragraph) > left:
            return (*found, f"{paragraph[:left].rstrip()} {CUT}")
        found.append(paragraph)
        left -= len(paragraph)
    return tuple(found)
