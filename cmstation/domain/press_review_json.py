"""Write press reviews as JSON has them and read them back."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from cmstation.domain.press_review import PressReview, ReviewEntry, copied
from cmstation.domain.watch_alert_words import Tone


class ReviewUnreadable(ValueError):
    """A kept press review is not written as one: a defect of ours, or a file that others changed."""


def written(review: PressReview) -> dict[str, object]:
    """Write a review; its identity, its title and when it was made are kept beside."""
    return {
        "first": review.first.isoformat(),
        "last": review.last.isoformat(),
        "note": review.note,
        "licence": review.licence,
        # Lists and declarations count without reading every entry.
        "copies": len(copied(review)),
        "articles": len(review.entries),
        "entries": [_written_entry(entry) for entry in review.entries],
    }


def read(identity: int, title: str, created_at: datetime, content: Mapping[str, Any]) -> PressReview:
    """Read a review.

    Raises:
        ReviewUnreadable: it is not written as one.
    """
    try:
        return PressReview(
            id=identity,
            title=title,
            first=date.fromisoformat(content["first"]),
            last=date.fromisoformat(content["last"]),
            created_at=created_at,
            entries=tuple(_entry_of(entry) for entry in content["entries"]),
            note=str(content["note"]),
            licence=content["licence"] is True,
        )
    except (KeyError, TypeError, ValueError) as wrong:
        raise ReviewUnreadable(str(wrong)[:80]) from wrong


def _written_entry(entry: ReviewEntry) -> dict[str, object]:
    published = entry.published
    return {
        "item": entry.item,
        "theme": entry.theme,
        "title": entry.title,
        "source": entry.source,
        "published": None if published is None else published.astimezone(UTC).isoformat(),
        "link": entry.link,
        "author": entry.author,
        "summary": entry.summary,
        "tone": entry.tone.value,
        "full_text": entry.full_text,
        "position": entry.position,
    }


def _entry_of(content: Mapping[str, Any]) -> ReviewEntry:
    published = content["published"]
    return ReviewEntry(
        item=int(content["item"]),
        theme=str(content["theme"]),
        title=str(content["title"]),
        source=str(content["source"]),
        published=None if published is None else datetime.fromisoformat(published),
        link=str(content["link"]),
        author=str(content["author"]),
        summary=str(content["summary"]),
        tone=Tone(content["tone"]),
        full_text=content["full_text"] is True,
        position=int(content["position"]),
    )
