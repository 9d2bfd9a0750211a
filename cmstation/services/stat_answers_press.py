"""What the watch answers: articles that were kept or relayed, by theme, and the reviews made of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from cmstation.domain.press_review import PressReview, ReviewEntry, ReviewRow
from cmstation.domain.stat_answers import Press, PressTheme
from cmstation.domain.watch import DecisionKind
from cmstation.domain.watch_alert_words import Tone
from cmstation.storage.database import Database
from cmstation.storage.press_reviews import PressReviews
from cmstation.storage.watch_marks import WatchMarks

_FOREVER: Final = datetime(9999, 1, 1, tzinfo=UTC)
_WANTED: Final = (DecisionKind.REVIEW, DecisionKind.RELAY)


class PressAnswers:
    """Answers from the watch and its press reviews."""

    def __init__(self, database: Database) -> None:
        self._marks = WatchMarks(database)
        self._reviews = PressReviews(database)

    def press(self, start: datetime, end: datetime) -> Press:
        """Tell what was decided, and which reviews were made, in a span, its end not included."""
        decided = self._decided(start, end)
        # The review of a month is made when the month is over.
        later = self._reviews.made(start, _FOREVER) if decided else ()
        made = {review.id for review in self._reviews.made(start, end)}
        entries = _entries(later)
        themes = dict.fromkeys(decided, "") | self._lists(decided, entries, start, end)
        themes |= {item: entry.theme for item, entry in entries.items() if item in decided}
        kinds = Counter(decided.values())
        rows = [row for row in self._reviews.all() if row.id in made]
        return Press(
            kept=kinds[DecisionKind.REVIEW],
            relayed=kinds[DecisionKind.RELAY],
            themes=_themes(themes, entries),
            reviews=tuple(sorted(rows, key=_made_at)),
        )

    def _decided(self, start: datetime, end: datetime) -> dict[int, DecisionKind]:
        """Return the articles that were kept or relayed in a span, unless anything was decided since."""
        newest: dict[int, tuple[datetime, DecisionKind]] = {}
        for one in self._marks.decisions(start, _FOREVER):
            if one.undone_at is None:
                newest[one.item] = one.decision.at, one.decision.kind
        return {item: kind for item, (at, kind) in newest.items() if at < end and kind in _WANTED}

    def _lists(
        self,
        decided: Mapping[int, DecisionKind],
        entries: Mapping[int, ReviewEntry],
        start: datetime,
        end: datetime,
    ) -> dict[int, str]:
        """Return the first list that shows each article that waits for its review."""
        if not any(kind is DecisionKind.REVIEW for item, kind in decided.items() if item not in entries):
            return {}
        chosen = self._reviews.chosen(start, end)
        return {one.item.id: one.lists[0] for one in chosen if one.lists and one.item.id in decided}


def _entries(reviews: Iterable[PressReview]) -> dict[int, ReviewEntry]:
    """Return what the newest review says of each article."""
    return {entry.item: entry for review in reviews for entry in review.entries}


def _themes(themes: Mapping[int, str], entries: Mapping[int, ReviewEntry]) -> tuple[PressTheme, ...]:
    found: dict[str, Counter[Tone | None]] = {}
    for item, theme in themes.items():
        tone = entries[item].tone if item in entries else None
        found.setdefault(theme, Counter())[tone] += 1
    answers = [
        PressTheme(
            theme, tones.total(), tones[Tone.POSITIVE], tones[Tone.NEUTRAL], tones[Tone.NEGATIVE], tones[None]
        )
        for theme, tones in found.items()
    ]
    return tuple(sorted(answers, key=lambda one: (-one.articles, one.theme == "", one.theme)))


def _made_at(review: ReviewRow) -> tuple[datetime, int]:
    return review.created_at, review.id
