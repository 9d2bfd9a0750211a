"""Press reviews: chosen articles become a document for the director, and are counted for the licence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.desktop.whole_files import write_whole
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound
from cmstation.domain.media_errors import PictureError
from cmstation.domain.networks import Json
from cmstation.domain.press_review import (
    CopyCount,
    PressReview,
    ReviewEntry,
    ReviewRow,
    copied,
    declared,
    in_order,
)
from cmstation.domain.press_review_document import Masthead, ReviewDocument, compose
from cmstation.domain.press_review_words import FRENCH, ReviewWords
from cmstation.domain.watch import Item
from cmstation.services.done import Done
from cmstation.services.library import Library
from cmstation.services.preferences import Preferences
from cmstation.storage.database import Database
from cmstation.storage.press_reviews import PressReviews as StoredReviews
from cmstation.storage.settings import Settings

CHANGED: Final = Changes(watch=True)
LOGO_SIDE: Final = 900  # pixels: sharp in print, light in a mail
_LICENCE: Final = "press_review_licence"
_LOGO: Final = "press_review_logo"
_PICTURES: Final = ("image/png", "image/jpeg")
_ENOUGH: Final = 6_000  # letters of an article that tell its tone


class PressReviews:
    """What a person can do with press reviews.

    Args:
        library: keeps the clinic's logo with the other pictures.
        words: of the document.
    """

    def __init__(
        self,
        database: Database,
        library: Library,
        preferences: Preferences,
        clock: Clock,
        words: ReviewWords = FRENCH,
    ) -> None:
        self._reviews = StoredReviews(database)
        self._settings = Settings(database)
        self._library = library
        self._preferences = preferences
        self._clock = clock
        self._words = words

    # --- what is to be in one ---

    def chosen(self, first: date, last: date) -> tuple[Item, ...]:
        """Return the items that were kept for the review between two days, both included, newest first."""
        return tuple(one.item for one in self._reviews.chosen(*self._span(first, last)))

    def draft(self, first: date, last: date) -> PressReview:
        """Make a review of what was kept between two days, for the officer to go over; it is not kept yet.

        An article's theme is the first list that shows it, its summary the note that the officer wrote, and
        its tone a suggestion.
        """
        entries = [_entry(one.item, one.lists[:1]) for one in self._reviews.chosen(*self._span(first, last))]
        placed = tuple(replace(entry, position=place) for place, entry in enumerate(entries))
        return PressReview(0, "", first, last, self._clock.now(), placed, licence=self.licence())

    # --- the history ---

    def all(self) -> tuple[ReviewRow, ...]:
        """List all reviews, the newest period first."""
        return self._reviews.all()

    def get(self, review: int) -> PressReview:
        """Return a review.

        Raises:
            NotFound: it was removed.
        """
        return self._reviews.get(review)

    def save(self, review: PressReview) -> Done[PressReview]:
        """Keep a review, a new one or a changed one, with whether there is a licence now.

        Raises:
            NotFound: it was removed meanwhile.
        """
        before = self._reviews.get(review.id) if review.id else None
        kept = self._reviews.save(self._stamped(review), self._clock.now())

        def undo() -> Changes:
            if before is None:
                self._reviews.remove(kept.id)
            else:
                self._reviews.save(before, self._clock.now())
            return CHANGED

        return Done(kept, CHANGED, undo)

    def remove(self, review: int) -> Done[int]:
        """Remove a review from the history."""
        before = self._reviews.remove(review)

        def undo() -> Changes:
            self._reviews.bring_back(before, self._clock.now())
            return CHANGED

        return Done(review, CHANGED, undo)

    # --- files ---

    def document(self, review: PressReview) -> ReviewDocument:
        """Return a review with all its words; full texts are there where the licence covers them."""
        stamped = self._stamped(review)
        texts = self._reviews.texts(entry.item for entry in copied(stamped))
        return compose(stamped, self._masthead(), texts, self._words)

    def html(self, review: PressReview) -> str:
        """Return a review as the page of a message; its logo, if any, is called `cid:logo`."""
        from cmstation.desktop import review_html  # noqa: PLC0415 - each kind of file is for who asks for it

        return review_html.written(self.document(review))

    def pdf(self, review: PressReview) -> bytes:
        """Return a review as PDF."""
        from cmstation.desktop import review_pdf  # noqa: PLC0415

        return review_pdf.written(self.document(review))

    def write(
        self,
        review: PressReview,
        pdf: Path | None = None,
        docx: Path | None = None,
        eml: Path | None = None,
    ) -> tuple[Path, ...]:
        """Write a review into files; each appears whole or not at all, in the place of one that is there.

        Keep the review first: copies are declared of kept reviews alone.

        Returns:
            The files that were written.

        Raises:
            DiskFull, FolderNotWritable, FileHeldOpen: this file and those after it were not written.
        """
        from cmstation.desktop import review_docx, review_eml, review_pdf  # noqa: PLC0415

        writers: tuple[tuple[Path | None, Callable[[ReviewDocument], bytes]], ...] = (
            (pdf, review_pdf.written),
            (docx, review_docx.written),
            (eml, review_eml.written),
        )
        document = self.document(review)
        made = [(file, written(document)) for file, written in writers if file is not None]
        for file, content in made:
            write_whole(file, content)
        return tuple(file for file, _content in made)

    # --- the licence ---

    def licence(self) -> bool:
        """Tell whether the clinic says that it has a licence to copy articles."""
        return self._licence()[0]

    def licence_name(self) -> str:
        """Return how the clinic calls its licence, "" when it gave it no name."""
        return self._licence()[1]

    def set_licence(self, ticked: bool, name: str | None = None) -> Done[bool]:
        """Say whether the clinic has a licence to copy articles.

        Args:
            name: such as a contract's number, for the mention below copies; None leaves it.
        """
        before = self._settings.get(_LICENCE)
        told = self.licence_name() if name is None else name.strip()
        self._settings.set(_LICENCE, {"ticked": ticked, "name": told})
        return Done(ticked, CHANGED, lambda: self._put_back(_LICENCE, before))

    def declaration(self, first: date, last: date) -> tuple[CopyCount, ...]:
        """Count by source what was copied in full, in reviews made between two days, both included."""
        return declared(self._reviews.made(*self._span(first, last)))

    # --- the logo ---

    def set_logo(self, file: Path | None) -> Done[int | None]:
        """Choose the picture that stands on top of reviews; it is kept in the library. None takes it off.

        Raises:
            PictureError: it is not a picture that can be used.
        """
        before = self._settings.get(_LOGO)
        chosen = None if file is None else self._library.add_file(file).value.id
        self._settings.set(_LOGO, chosen)
        media: frozenset[int] = frozenset() if chosen is None else frozenset({chosen})
        return Done(chosen, Changes(watch=True, media=media), lambda: self._put_back(_LOGO, before))

    def logo(self) -> bytes:
        """Return the logo as documents take it, b"" when there is none or its picture is gone."""
        from cmstation.desktop.image_copies import prepare  # noqa: PLC0415

        chosen = self._settings.get(_LOGO)
        if not isinstance(chosen, int):
            return b""
        try:
            data = self._library.original(self._library.get(chosen))
            copy = prepare(
                data, crop=None, max_bytes=None, max_side=LOGO_SIDE, max_pixels=None, accepted=_PICTURES
            )
        except (NotFound, PictureError):
            return b""
        return copy.data

    # --- inside ---

    def _stamped(self, review: PressReview) -> PressReview:
        return replace(review, entries=in_order(review.entries), licence=self.licence())

    def _masthead(self) -> Masthead:
        return Masthead(
            self._preferences.clinic(), self.logo(), self.licence_name(), self._preferences.zone()
        )

    def _licence(self) -> tuple[bool, str]:
        found = self._settings.get(_LICENCE)
        if not isinstance(found, dict):
            return False, ""
        return found.get("ticked") is True, str(found.get("name", ""))

    def _put_back(self, name: str, before: Json) -> Changes:
        self._settings.set(name, before)
        return CHANGED

    def _span(self, first: date, last: date) -> tuple[datetime, datetime]:
        """Return where the first day begins and the last one ends, in the clinic's zone."""
        zone = ZoneInfo(self._preferences.zone())
        return (
            datetime.combine(first, time(), tzinfo=zone),
            datetime.combine(last + timedelta(days=1), time(), tzinfo=zone),
        )


def _entry(item: Item, lists: tuple[str, ...]) -> ReviewEntry:
    from cmstation.domain.watch_alert_tone import tone_of  # noqa: PLC0415 - reads its lists of words

    return ReviewEntry(
        item=item.id,
        theme=lists[0] if lists else "",
        title=item.title,
        source=item.origin or item.source_name,
        published=item.published,
        link=item.link,
        author=item.author,
        summary=item.note,
        tone=tone_of(item.title, item.text[:_ENOUGH]).tone,
    )
